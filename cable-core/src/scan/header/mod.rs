//! The lines of the transmission header: what each is, from bytes as they arrive or from a whole text.

mod address;
pub(crate) mod classify;
pub(crate) mod end;
mod furniture;
pub(crate) mod kind;
mod labelled;
pub(crate) mod line;
pub(crate) mod name;
mod precedence;
mod scanner;
pub(crate) mod state;

pub(crate) use address::{AddresseeParts, split_addressee, split_behind};
pub use kind::HeaderLineKind;
pub use line::LINE_MAX;
pub(crate) use precedence::precedence_of;
pub use scanner::{HeaderEvent, HeaderScanner, HeaderStep};
