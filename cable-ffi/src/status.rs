//! [`cable_status`]: how a call ended.

use crate::guard;
use std::ffi::{CStr, c_char};

/// How a call ended. 0 is success; numbers are never reused. Below 100 the call is wrong or finds nothing, from 100 on
/// the input is.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_status {
    /// Success.
    Ok = 0,
    /// A pointer that is needed is NULL.
    NullArgument = 1,
    /// An argument is none of the values allowed: an unknown number, a length no object has, text that is not UTF-8.
    InvalidArgument = 2,
    /// Nothing is at that place: the field is absent, or the index is beyond the last member.
    Absent = 3,
    /// A defect of the library was caught. The document stays as it was.
    Panic = 4,
    /// The input is longer than the limit.
    TooLarge = 100,
    /// None of the signs of a telegram was found.
    NotATelegram = 101,
    /// The format asked for is refuted by the input.
    WrongFormat = 102,
    /// With strict: a finding of severity error.
    StrictViolation = 103,
    /// A file or folder of a corpus could not be read to its end.
    Io = 110,
    /// A link in a folder of a corpus leads back to a folder that it stands in.
    SymlinkLoop = 111,
    /// A file packed with gzip ends too early.
    Truncated = 112,
    /// A quote of a row of a dump is not closed before the next row begins.
    UnclosedQuote = 113,
    /// A row of a dump has fewer than eight columns.
    MissingColumns = 114,
    /// No section files were given.
    NoParts = 120,
    /// The classification line of a section file does not name section, post and serial number.
    NoSection = 121,
    /// Two section files are of different telegrams.
    OtherTelegram = 122,
    /// A section file was put together itself.
    AlreadyJoined = 123,
    /// The input cannot be read for a reason that this version has no number for.
    OtherError = 199,
    /// The text is no reference id.
    NotAReferenceId = 200,
}

impl cable_status {
    const ALL: [cable_status; 20] = [
        cable_status::Ok,
        cable_status::NullArgument,
        cable_status::InvalidArgument,
        cable_status::Absent,
        cable_status::Panic,
        cable_status::TooLarge,
        cable_status::NotATelegram,
        cable_status::WrongFormat,
        cable_status::StrictViolation,
        cable_status::Io,
        cable_status::SymlinkLoop,
        cable_status::Truncated,
        cable_status::UnclosedQuote,
        cable_status::MissingColumns,
        cable_status::NoParts,
        cable_status::NoSection,
        cable_status::OtherTelegram,
        cable_status::AlreadyJoined,
        cable_status::OtherError,
        cable_status::NotAReferenceId,
    ];

    /// Name and sentence. The names of errors are those of the core.
    const fn text(self) -> (&'static CStr, &'static CStr) {
        match self {
            cable_status::Ok => (c"ok", c"success"),
            cable_status::NullArgument => (c"null-argument", c"a pointer that is needed is NULL"),
            cable_status::InvalidArgument => (
                c"invalid-argument",
                c"an argument is none of the values allowed",
            ),
            cable_status::Absent => (c"absent", c"nothing is at that place"),
            cable_status::Panic => (c"panic", c"a defect of the library was caught"),
            cable_status::TooLarge => (c"too-large", c"input is larger than the limit"),
            cable_status::NotATelegram => (c"not-a-telegram", c"input is no telegram"),
            cable_status::WrongFormat => (c"wrong-format", c"input is not of the format asked for"),
            cable_status::StrictViolation => (
                c"strict-violation",
                c"a finding of severity error failed a strict parse",
            ),
            cable_status::Io => (c"io", c"file or folder could not be read to its end"),
            cable_status::SymlinkLoop => {
                (c"symlink-loop", c"link leads back to a folder it stands in")
            }
            cable_status::Truncated => (c"truncated", c"file packed with gzip ends too early"),
            cable_status::UnclosedQuote => (c"unclosed-quote", c"quote of the row is not closed"),
            cable_status::MissingColumns => {
                (c"missing-columns", c"row has fewer than eight columns")
            }
            cable_status::NoParts => (c"no-parts", c"no section files were given"),
            cable_status::NoSection => (
                c"no-section",
                c"classification line does not name section, post and serial number",
            ),
            cable_status::OtherTelegram => (
                c"other-telegram",
                c"section files are of different telegrams",
            ),
            cable_status::AlreadyJoined => {
                (c"already-joined", c"section file is a joined telegram")
            }
            cable_status::OtherError => (c"other-error", c"input cannot be read"),
            cable_status::NotAReferenceId => (c"not-a-reference-id", c"text is no reference id"),
        }
    }

    pub(crate) const fn name(self) -> &'static CStr {
        self.text().0
    }

    pub(crate) const fn sentence(self) -> &'static CStr {
        self.text().1
    }
}

fn known(status: u32) -> Option<cable_status> {
    cable_status::ALL
        .into_iter()
        .find(|known| *known as u32 == status)
}

/// The stable kebab-case name of a status: `not-a-telegram`.
///
/// Returns: a string with a final NUL; `unknown` for a number that is no status.
/// Ownership: static, never freed.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_status_name(status: u32) -> *const c_char {
    guard::guard(c"unknown".as_ptr(), || {
        known(status)
            .map_or(c"unknown", cable_status::name)
            .as_ptr()
    })
}

/// One sentence on a status, lower case, without a final stop.
///
/// Returns: a string with a final NUL; `unknown status` for a number that is no status.
/// Ownership: static, never freed.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_status_message(status: u32) -> *const c_char {
    guard::guard(c"unknown status".as_ptr(), || {
        known(status)
            .map_or(c"unknown status", cable_status::sentence)
            .as_ptr()
    })
}
