//! [`Progress`]: how far the reading of a corpus is.

/// How far the reading of a corpus is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes read from disk, packed ones as they are.
    pub bytes: u64,
    /// Bytes of all files; `None` for a reader. Files that grow or cannot be seen beforehand make it wrong.
    pub total: Option<u64>,
    /// Members given out.
    pub members: u64,
    /// Those of them without a telegram.
    pub errors: u64,
}
