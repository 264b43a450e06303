//! The values a telegram is made of, field by field as the JSON names them.
//!
//! A record is generic over its strings: in a [`Layout`](crate::Layout) they are places of the text
//! ([`Spanned`](crate::Spanned)), in the hands of a user they are `&str`.

mod body;
mod control_names;
mod distribution;
mod envelope;
mod format;
mod header;
mod marking;
mod preamble;
mod reference;

pub use body::{
    Attachment, Break, BreakKind, Citation, Heading, HeadingLine, Item, Redaction, RedactionKind,
    Role,
};
pub use control_names::ControlNames;
pub use distribution::{DashLine, Distribution, Office, PageLine};
#[cfg(feature = "schema")]
pub(crate) use envelope::json::Described as EnvelopeSchema;
pub use envelope::{Created, Envelope, EnvelopeAttribute, EnvelopeText};
pub use format::{Format, State};
pub use header::{
    Addressee, FilingTime, Header, HeaderForm, HeaderSpans, OperatingSignal, Precedence,
    Precedences, Routing, SecurityWarning,
};
pub use marking::{Control, Controls, Level, Mark, Marking};
pub use preamble::{
    Banner, ClassifiedBy, Classifier, Declassification, DeclassificationKind, Downgrade,
    ExecutiveOrder, PassLine, Section, Subject, SubjectLine, Tag,
};
pub use reference::{Reference, ReferenceKind, YearSource};
