//! [`Cable`], the owner, and [`CableRef`], the view: questions and answers. Nothing is parsed here.

mod attachments;
mod cable;
mod identity;
mod items;
mod join;
#[cfg(feature = "serde")]
mod json;
mod paragraph;
mod piece;
mod sections;
mod spans;
mod text_view;
mod view;

pub use cable::Cable;
pub use identity::{MarkingInForce, MarkingSource};
#[cfg(feature = "serde")]
pub(crate) use items::{joined_items, label as item_label};
#[cfg(feature = "schema")]
pub use json::json_schema;
pub use paragraph::ParagraphRef;
#[cfg(feature = "serde")]
pub(crate) use piece::{goes_on, is_row};
pub use sections::{JoinError, Joined, SectionFile, join};
pub use spans::Spans;
pub use text_view::{TextLabel, TextOptions, TextPiece, TextView};
pub use view::CableRef;
