//! [`Progress`]: how far the reading of a corpus is.

/// How far the reading of a corpus is.
///
/// ```
/// use cable_core::corpus::Corpus;
/// let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nNNNN\n".repeat(3);
/// let mut scan = Corpus::of_reader(std::io::Cursor::new(text)).scan();
/// scan.next();
/// let progress = scan.progress();
/// // How much a reader has in all is not known.
/// assert_eq!((progress.members, progress.errors, progress.total), (1, 0, None));
/// ```
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
