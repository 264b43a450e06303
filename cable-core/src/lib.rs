//! Reads US State Department telegrams ("cables") into one typed model.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod facts;
