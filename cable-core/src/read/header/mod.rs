//! The transmission header of a whole text.

mod block;
mod checks;
mod pages;
mod reader;
mod values;
mod zones;

pub use block::read_header;
pub use zones::{HeaderBlock, HeaderZone, HeaderZoneKind};
