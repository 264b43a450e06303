//! Finds where things are: borders and spans, no values.

mod body_lines;
mod breaks;
mod fold;
mod head;
pub(crate) mod header;
mod label;
mod lines;
mod page_heading;
mod places;
mod preamble;
pub(crate) mod shape;

pub(crate) use body_lines::soften;
pub use body_lines::{Line, LineKind, body_lines};
pub use breaks::section_breaks;
pub(crate) use breaks::section_breaks_at;
pub use fold::{Folded, one_blank};
pub use head::{Head, damaged_head, head_at, head_inside, number_inside, paragraph_head};
pub(crate) use header::{AddresseeParts, precedence_of, split_addressee, split_behind};
pub use header::{HeaderEvent, HeaderLineKind, HeaderScanner, HeaderStep, LINE_MAX};
pub use label::{Label, LabelAt, label_at_start, label_inside};
pub(crate) use label::{after_phrase, is_corrected_copy, order_number};
pub use lines::{indent, lines};
pub(crate) use page_heading::page_headings_at;
pub use page_heading::{PageHeading, page_heading, page_headings};
pub(crate) use places::Places;
pub use preamble::{LabelledField, Preamble, preamble};
pub(crate) use preamble::{is_usual_caption, speaks_of_message};
