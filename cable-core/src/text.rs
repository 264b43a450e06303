//! Helpers for the text of telegrams.

pub(crate) mod address;
pub(crate) mod blocks;
pub(crate) mod ends;
pub(crate) mod known_words;
pub(crate) mod letter_case;
pub(crate) mod months;
pub(crate) mod signs;
mod title_case;
pub(crate) mod words;

pub use title_case::title_case;
