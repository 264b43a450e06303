//! What a joined telegram was put together of.

use crate::cable_optional_u32;
use cable_core::{Joined, SectionFile};

/// A section of a joined telegram and the document that has it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_section_file {
    /// The number the classification line gives.
    pub section: u32,
    /// Index of the document among those given to `cable_document_join`; absent if none has the section.
    pub part: cable_optional_u32,
}

/// What became of the sections of a joined telegram, for `cable_document_section_file_at`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_section_list {
    /// Sections the telegram was made of, in order.
    Joined = 1,
    /// Documents left out because an earlier one has their section.
    Repeated = 2,
    /// Sections that no document has. The diagnostic `section-missing` tells of them.
    Missing = 3,
}

/// What a document was put together of; nothing for a document that was parsed.
#[derive(Default)]
pub(crate) struct SectionFiles {
    joined: Vec<cable_section_file>,
    repeated: Vec<cable_section_file>,
    missing: Vec<cable_section_file>,
}

impl SectionFiles {
    pub(crate) fn new(joined: &Joined) -> Self {
        let files = |files: &[SectionFile]| files.iter().map(cable_section_file::from).collect();
        SectionFiles {
            joined: files(&joined.joined),
            repeated: files(&joined.repeated),
            missing: joined
                .missing
                .iter()
                .map(|&section| cable_section_file {
                    section,
                    part: None.into(),
                })
                .collect(),
        }
    }

    pub(crate) fn list(&self, list: u32) -> &[cable_section_file] {
        match list {
            known if known == cable_section_list::Joined as u32 => &self.joined,
            known if known == cable_section_list::Repeated as u32 => &self.repeated,
            known if known == cable_section_list::Missing as u32 => &self.missing,
            _ => &[],
        }
    }
}

impl From<&SectionFile> for cable_section_file {
    fn from(file: &SectionFile) -> Self {
        cable_section_file {
            section: file.section,
            part: u32::try_from(file.part).ok().into(),
        }
    }
}
