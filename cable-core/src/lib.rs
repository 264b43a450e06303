//! Reads US State Department telegrams ("cables") into one typed model.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod facts;
mod reference_id;
pub mod text;

pub use reference_id::{
    ParseReferenceIdError, ParseReferenceIdErrorKind, ReferenceId, canonical_post,
};
