//! [`JoinError`]: why section files cannot be put together.

use crate::error::Error;
use core::fmt;

/// Why section files cannot be put together.
///
/// ```
/// use cable_core::{Cable, JoinError, join};
/// let whole = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes())?;
/// let error = join(&[&whole]).unwrap_err();
/// assert_eq!(error, JoinError::NoSection { part: 0 });
/// assert_eq!(error.code(), "no-section");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JoinError {
    /// Nothing was given.
    NoParts,
    /// The classification line of a part does not name a section, a post and a serial number.
    NoSection {
        /// Index of the part.
        part: usize,
    },
    /// Two parts are of different telegrams.
    OtherTelegram {
        /// Index of the one part.
        first: usize,
        /// Index of the other part.
        second: usize,
    },
    /// A part was put together itself: join the files it was made of, with the others.
    AlreadyJoined {
        /// Index of the part.
        part: usize,
    },
    /// What was put together cannot be read: with `strict`, a finding of severity error; it is too large.
    Unreadable(Error),
}

impl JoinError {
    /// The stable kebab-case name of the error; of an unreadable telegram that of [`Error::code`].
    pub fn code(&self) -> &'static str {
        match self {
            JoinError::NoParts => "no-parts",
            JoinError::NoSection { .. } => "no-section",
            JoinError::OtherTelegram { .. } => "other-telegram",
            JoinError::AlreadyJoined { .. } => "already-joined",
            JoinError::Unreadable(error) => error.code(),
        }
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JoinError::NoParts => write!(f, "no section files were given"),
            JoinError::NoSection { part } => write!(
                f,
                "part {part} has no classification line with section, post and serial number"
            ),
            JoinError::OtherTelegram { first, second } => {
                write!(f, "parts {first} and {second} are of different telegrams")
            }
            JoinError::AlreadyJoined { part } => {
                write!(
                    f,
                    "part {part} is a joined telegram: join its section files"
                )
            }
            JoinError::Unreadable(error) => write!(f, "the joined telegram: {error}"),
        }
    }
}

impl std::error::Error for JoinError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            JoinError::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}
