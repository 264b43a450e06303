//! Helpers for the text of telegrams.

pub(crate) mod blocks;
mod title_case;

pub use title_case::title_case;
