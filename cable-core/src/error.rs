//! [`Error`]: the few reasons for which a parse gives no telegram at all.

use crate::diagnostic::{Code, Diagnostic};
use crate::record::Format;
use crate::span::SourceSpan;
use core::fmt;

/// Why nothing could be read. Damage is never an error: it is told in the diagnostics of a `Cable`.
///
/// ```
/// use cable_core::Cable;
/// let error = Cable::parse(b"Dear Sir, thank you.".as_slice()).unwrap_err();
/// assert_eq!(error.code(), "not-a-telegram");
/// assert!(error.to_string().starts_with("not a telegram"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    span: Option<SourceSpan>,
}

/// The kinds of [`Error`].
///
/// ```
/// use cable_core::{Cable, ErrorKind, Limits, ParseOptions};
/// let mut limits = Limits::default();
/// limits.input = 10;
/// let small = ParseOptions::new().with_limits(limits);
/// let error = Cable::parse_with("UNCLAS NORDHAVEN 000142\n".as_bytes(), &small).unwrap_err();
/// assert_eq!(error.kind(), &ErrorKind::TooLarge { length: 24, limit: 10 });
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input is longer than the limit.
    TooLarge {
        /// Length of the input in bytes.
        length: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// None of the signs of a telegram was found.
    NotATelegram,
    /// The format asked for is refuted by the input.
    WrongFormat {
        /// What was asked for.
        asked: Format,
        /// The sign of that format that is missing.
        missing: &'static str,
    },
    /// With `strict`: the first diagnostic of severity error.
    StrictViolation(Diagnostic),
}

/// What was looked for before an input was called no telegram.
pub(crate) const SIGNS: &str = "a header line, a classification line, an E.O., TAGS, SUBJECT or REF label, a marked numbered paragraph, or a label pair of an archive record or SMART message";

impl Error {
    pub(crate) fn new(kind: ErrorKind, span: Option<SourceSpan>) -> Self {
        Error(Box::new(Inner { kind, span }))
    }

    /// What went wrong.
    ///
    /// ```
    /// use cable_core::{Cable, ErrorKind};
    /// let error = Cable::parse(b"Dear Sir, thank you.".as_slice()).unwrap_err();
    /// assert_eq!(error.kind(), &ErrorKind::NotATelegram);
    /// ```
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The place in the input, where there is one.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let error = Cable::parse(b"Dear Sir, thank you.".as_slice()).unwrap_err();
    /// // Nothing of it stands at a place.
    /// assert!(error.span().is_none());
    /// ```
    pub fn span(&self) -> Option<SourceSpan> {
        self.0.span
    }

    /// Stable kebab-case name of the kind: `too-large`, `not-a-telegram`, `wrong-format` or `strict-violation`.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let error = Cable::parse(b"Dear Sir, thank you.".as_slice()).unwrap_err();
    /// assert_eq!(error.code(), "not-a-telegram");
    /// ```
    pub fn code(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::TooLarge { .. } => "too-large",
            ErrorKind::NotATelegram => "not-a-telegram",
            ErrorKind::WrongFormat { .. } => "wrong-format",
            ErrorKind::StrictViolation(_) => "strict-violation",
        }
    }

    /// The diagnostic behind a strict violation.
    pub fn diagnostic(&self) -> Option<Code> {
        match &self.0.kind {
            ErrorKind::StrictViolation(diagnostic) => Some(diagnostic.code),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            ErrorKind::TooLarge { length, limit } => {
                write!(
                    f,
                    "input of {length} bytes is larger than the limit of {limit}"
                )
            }
            ErrorKind::NotATelegram => write!(f, "not a telegram: expected {SIGNS}"),
            ErrorKind::WrongFormat { asked, missing } => {
                write!(f, "not of format {asked}: expected {missing}")
            }
            ErrorKind::StrictViolation(diagnostic) => write!(
                f,
                "strict: {}: {}",
                diagnostic.code,
                diagnostic.code.sentence()
            ),
        }
    }
}

impl std::error::Error for Error {}
