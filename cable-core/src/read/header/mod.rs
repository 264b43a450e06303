//! The transmission header of a whole text.

mod block;
mod checks;
mod joined;
mod pages;
mod reader;
mod values;
mod zones;

pub use block::read_header;
pub(super) use joined::{looks_joined, part_joined};
pub use zones::{HeaderBlock, HeaderZone, HeaderZoneKind};
