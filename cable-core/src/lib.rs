//! Reads US State Department telegrams ("cables") into one typed model.
//!
//! A telegram has a transmission header (format lines 1 to 9 of ACP 127), a captioned top (classification line, captions,
//! E.O. line, TAGS, SUBJECT, REF, Classified By) and numbered, portion-marked paragraphs. Real ones are garbled, cut, and
//! wrapped in pages and dumps. Whatever the damage, a parse gives a [`Cable`]; what is odd is told in [`Diagnostic`]s, and
//! every value knows where it stands.
//!
//! ```
//! use cable_core::Cable;
//!
//! let telegram = "UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING QUOTA\n\n1. (SBU) It falls.\n";
//! let cable = Cable::parse(telegram.as_bytes())?;
//! let view = cable.view();
//! assert_eq!(view.subject().unwrap().text, "HERRING QUOTA");
//! assert_eq!(view.tags().next().unwrap().name, Some("Commercial fishing and fish processing"));
//! let paragraph = view.paragraphs().next().unwrap();
//! assert_eq!((paragraph.number(), paragraph.text()), (Some(1), "It falls."));
//! # Ok::<(), cable_core::Error>(())
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`record`] | the values, with the names of the field |
//! | [`facts`] | tables: TAGS, posts, routing indicators, captions, orders |
//! | [`container`] | where the telegram is in its wrapping |
//! | [`scan`] | borders of lines, labels and heads; [`scan::HeaderScanner`] for headers as their bytes arrive |
//! | [`field`] | one parser a kind of value, each usable alone |
//! | [`read`] | the reading of a header alone |
//! | `corpus` | many telegrams: folders, dumps, files of many (feature `corpus`) |
//! | [`diagnostic`] | findings and how they are shown |
//! | [`write`](mod@write) | a telegram back to bytes |
//!
//! Not done: contents. It looks up no persons, translates nothing and guesses nothing that was blacked out.
//!
//! # Bounds
//!
//! The same bytes say the same, in any thread and by any number of workers. Time grows with the length of the input and no
//! faster. At once a parse holds at most, beside 32 KiB and the tables of facts:
//!
//! | for each byte of the input | an ordinary telegram, in any wrapping | any text |
//! |---|---|---|
//! | a parse | 5 bytes | 64 bytes: blank lines, each of which is a line |
//! | with every value made on first use, and its JSON with spans | 14 bytes | 256 bytes: paragraphs of two letters |
//!
//! No input is longer than [`Limits::input`], 64 MiB if not set otherwise; lists end at the other [`Limits`]. What a corpus
//! holds does not grow with the number of its members.
//!
//! Features: `html` (viewer pages), `csv` (dump rows) and `encoding` (Windows-1252) are on by default; `serde` adds JSON, `schema` its schema,
//! `corpus` the reading of many telegrams.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod container;
#[cfg(feature = "corpus")]
pub mod corpus;
pub mod diagnostic;
mod error;
pub mod facts;
pub mod field;
mod layout;
mod model;
mod object;
mod options;
pub mod read;
pub mod record;
mod reference_id;
pub mod scan;
mod slips;
mod source_map;
mod span;
mod spanned;
pub mod text;
mod vocabulary;
pub mod write;

pub use diagnostic::{Code, Diagnostic, LineIndex, Severity, Sink};
pub use error::{Error, ErrorKind};
pub use layout::{Layout, Zone, ZoneKind};
#[cfg(feature = "schema")]
pub use model::json_schema;
pub use model::{
    Cable, CableRef, JoinError, Joined, MarkingInForce, MarkingSource, ParagraphRef, SectionFile,
    Spans, TextLabel, TextOptions, TextPiece, TextView, join,
};
pub use options::{Limits, ParseOptions};
pub use reference_id::{
    ParseReferenceIdError, ParseReferenceIdErrorKind, ReferenceId, canonical_post,
};
pub use source_map::{Piece, PieceKind, SourceMap};
pub use span::{SourceSpan, Span};
pub use spanned::{Resolve, Spanned};
pub use vocabulary::UnknownWord;

/// The Rust code of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The snippets of the page for Rust run.
#[cfg(all(doctest, feature = "serde", feature = "html"))]
#[doc = include_str!("../../docs/rust.md")]
struct Page;
