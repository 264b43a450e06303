//! The C interface of cable. Its header is `include/cable.h`; this page says what holds for every function.
//!
//! - A function takes the object first, then inputs, then outputs. An output is written only on success.
//! - What can fail returns a [`cable_status`]; [`cable_status::Absent`] says that nothing is at that place.
//! - NULL never crashes: a function answers with a status, zero, or an absent string. A NULL input of length 0 is empty.
//! - Views ([`cable_str`], [`cable_str_list`]) live as long as the document. What the caller frees is a handle or a
//!   [`cable_string`], each with a `_free` of its own; freeing NULL does nothing.
//! - Absent is `{NULL, 0}` for a string, 0 for a word of a vocabulary, `present == false` for a number or span.
//! - A document may be read by many threads at once. Nothing is kept per thread; the tables of facts are
//!   made once.
//! - A panic stops at the border: the call returns [`cable_status::Panic`] or its fallback.
//! - Structs are frozen: what a later version adds comes by new functions. Vocabularies may grow.
//!
//! Each accessor reads from views that are made on first use, so that loops over a list are linear.
#![allow(non_camel_case_types)]

mod guard;

// In the order in which the header shows them.
mod version;

mod status;

mod string;

mod time;

mod vocabulary;

mod options;

mod error;

mod document;

mod section_files;

mod join;

mod corpus;

mod envelope;

mod marking;

mod header;

mod distribution;

mod banner;

mod preamble;

mod references;

mod lists;

mod body;

mod found;

mod diagnostic;

mod code;

mod spans;

mod zones;

mod text_view;

mod reference_id;

mod facts;

mod write;

pub use banner::*;
pub use body::*;
pub use code::*;
pub use corpus::*;
pub use diagnostic::*;
pub use distribution::*;
pub use document::*;
pub use envelope::*;
pub use error::*;
pub use facts::*;
pub use found::*;
pub use header::*;
pub use join::*;
pub use lists::*;
pub use marking::*;
pub use options::*;
pub use preamble::*;
pub use reference_id::*;
pub use references::*;
pub use section_files::*;
pub use spans::*;
pub use status::*;
pub use string::*;
pub use text_view::*;
pub use time::*;
pub use version::*;
pub use vocabulary::*;
pub use write::*;
pub use zones::*;
