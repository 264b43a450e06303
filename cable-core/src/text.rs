//! Helpers for the text of telegrams.

mod title_case;

pub use title_case::title_case;
