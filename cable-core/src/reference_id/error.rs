//! Why a text is no reference id.

use std::fmt;

/// Which part of a reference id was expected and not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseReferenceIdErrorKind {
    /// No year of two or four digits at the start, or one that two digits cannot mean.
    Year,
    /// No name of a post behind the year.
    Post,
    /// No serial number at the end, or one that is zero or too large.
    Serial,
    /// A character that is part of no written form.
    Character,
    /// The text is longer than any id.
    TooLong,
}

/// The text is not a reference id; says what was expected.
///
/// ```
/// use cable_core::ReferenceId;
///
/// let error = ReferenceId::parse("MOSCOW 820").unwrap_err();
/// assert_eq!(error.to_string(), "expected a year of two or four digits at the start");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseReferenceIdError {
    kind: ParseReferenceIdErrorKind,
}

impl ParseReferenceIdError {
    pub(super) fn new(kind: ParseReferenceIdErrorKind) -> Self {
        Self { kind }
    }

    /// Which part was expected.
    ///
    /// ```
    /// use cable_core::{ParseReferenceIdErrorKind, ReferenceId};
    ///
    /// let error = ReferenceId::parse("08 MOSCOW").unwrap_err();
    /// assert_eq!(error.kind(), ParseReferenceIdErrorKind::Serial);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ParseReferenceIdErrorKind {
        self.kind
    }
}

impl fmt::Display for ParseReferenceIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ParseReferenceIdErrorKind::Year => "expected a year of two or four digits at the start",
            ParseReferenceIdErrorKind::Post => "expected the name of a post after the year",
            ParseReferenceIdErrorKind::Serial => {
                "expected a serial number of one to seven digits at the end"
            }
            ParseReferenceIdErrorKind::Character => "expected only letters, digits and blanks",
            ParseReferenceIdErrorKind::TooLong => "expected at most 64 letters and digits",
        })
    }
}

impl std::error::Error for ParseReferenceIdError {}
