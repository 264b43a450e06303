//! [`MemberError`]: why a member of a corpus gave no telegram.

use crate::error::Error;
use std::{fmt, io};

/// Why a member of a corpus gave no telegram. The members behind it are read all the same.
///
/// ```
/// use cable_core::corpus::Corpus;
/// let letter = "Dear Sir, thank you.";
/// let corpus = Corpus::of_reader(std::io::Cursor::new(letter));
/// let error = corpus.scan().next().unwrap().cable.unwrap_err();
/// assert_eq!(error.code(), "not-a-telegram");
/// // Nothing is lost: the bytes come with the error.
/// assert_eq!(error.bytes(), letter.as_bytes());
/// ```
#[derive(Debug)]
pub struct MemberError {
    kind: MemberErrorKind,
    bytes: Vec<u8>,
}

/// The kinds of [`MemberError`].
#[derive(Debug)]
#[non_exhaustive]
pub enum MemberErrorKind {
    /// The file or folder could not be read to its end.
    Io(io::Error),
    /// A link leads back to a folder that it stands in.
    SymlinkLoop,
    /// A file packed with gzip ends too early. What was unpacked of its last member is in [`MemberError::bytes`].
    Truncated,
    /// A quote of the row is not closed before the next row begins.
    UnclosedQuote,
    /// The row has fewer than eight columns.
    MissingColumns,
    /// It was read and is no telegram, or too large, or not of the format asked for, or fails `strict`.
    Parse(Error),
}

impl MemberError {
    pub(super) fn new(kind: MemberErrorKind, bytes: Vec<u8>) -> Self {
        MemberError { kind, bytes }
    }

    /// What went wrong.
    pub fn kind(&self) -> &MemberErrorKind {
        &self.kind
    }

    /// The bytes of the member as far as they were read, so that nothing is lost; empty if it is too large.
    /// `Cable::parse` reads what can be read of a damaged row.
    ///
    /// ```
    /// use cable_core::{Cable, corpus::Corpus};
    /// let dump = "\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\",\"\",\"UNCLASSIFIED\",\"\",\"\",\"UNCLAS NORDHAVEN 000012\nSUBJECT: FISH\n";
    /// let member = Corpus::of_reader(dump.as_bytes()).scan().next().unwrap();
    /// let error = member.cable.unwrap_err();
    /// assert_eq!(error.code(), "unclosed-quote");
    /// let cable = Cable::parse(error.bytes()).unwrap();
    /// assert_eq!(cable.view().subject().unwrap().text, "FISH");
    /// ```
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of the member, taken out.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Stable kebab-case name of the kind: `io`, `symlink-loop`, `truncated`, `unclosed-quote`, `missing-columns`, or the
    /// code of the [`Error`] of the parse.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            MemberErrorKind::Io(_) => "io",
            MemberErrorKind::SymlinkLoop => "symlink-loop",
            MemberErrorKind::Truncated => "truncated",
            MemberErrorKind::UnclosedQuote => "unclosed-quote",
            MemberErrorKind::MissingColumns => "missing-columns",
            MemberErrorKind::Parse(error) => error.code(),
        }
    }
}

impl fmt::Display for MemberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            MemberErrorKind::Io(error) => {
                // The number is in the error itself.
                let text = error.to_string();
                f.write_str(text.split(" (os error ").next().unwrap_or(&text))
            }
            MemberErrorKind::SymlinkLoop => f.write_str("link leads back to a folder it stands in"),
            MemberErrorKind::Truncated => f.write_str("file packed with gzip ends too early"),
            MemberErrorKind::UnclosedQuote => {
                f.write_str("quote of the row is not closed: skipped to the next row")
            }
            MemberErrorKind::MissingColumns => f.write_str("row has fewer than eight columns"),
            MemberErrorKind::Parse(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for MemberError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            MemberErrorKind::Io(error) => Some(error),
            MemberErrorKind::Parse(error) => Some(error),
            _ => None,
        }
    }
}
