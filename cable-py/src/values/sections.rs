//! What a telegram was put together of.

use crate::cable::Cable;
use crate::record::record;
use cable_core::SectionFile as File;
use pyo3::prelude::*;

/// A joined telegram that Python holds, and how it was joined.
pub(crate) struct Together {
    pub(crate) cable: Py<Cable>,
    pub(crate) joined: Vec<File>,
    pub(crate) repeated: Vec<File>,
    pub(crate) missing: Vec<u32>,
}

record! {
    /// A telegram put together of section files, and how. `join` gives it.
    Joined(cable, joined, repeated, missing) of Together {
        /// The telegram. Its inputs are `Cable.sources`; the `part` of its source spans counts them.
        cable,
        /// The sections it was made of, in order.
        joined,
        /// Files left out because an earlier one has their section.
        repeated,
        /// Numbers of the sections that no file has.
        missing,
    }
}

record! {
    /// A section and the file that has it.
    SectionFile(section, part) of File {
        /// The number the classification line gives.
        section,
        /// Index of the telegram among those given to `join`.
        part = |file| u64::try_from(file.part).unwrap_or(u64::MAX),
    }
}
