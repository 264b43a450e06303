//! The transmission header of a whole text.

mod block;
mod checks;
mod pages;
mod reader;
mod values;

pub use block::{HeaderBlock, HeaderZone, HeaderZoneKind, read_header};
