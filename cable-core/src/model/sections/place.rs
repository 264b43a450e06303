//! What a section file says of its place in the telegram.

use crate::model::Cable;
use crate::reference_id::ReferenceId;

/// A section and the file that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionFile {
    /// The number the classification line gives.
    pub section: u32,
    /// Index of the file among those given to [`join`](crate::join()).
    pub part: usize,
}

/// What the classification line of a part says of its place.
pub(super) struct Place<'a> {
    pub(super) part: usize,
    pub(super) section: u32,
    pub(super) total: Option<u32>,
    pub(super) post: &'a str,
    pub(super) serial: u32,
    id: Option<&'a str>,
}

impl Place<'_> {
    /// The part as its section.
    pub(super) fn file(&self) -> SectionFile {
        SectionFile {
            section: self.section,
            part: self.part,
        }
    }
}

/// The place of `cable`, the part at index `part`; `None` if its classification line names no section, post and serial.
pub(super) fn place<S: AsRef<[u8]>>(part: usize, cable: &Cable<S>) -> Option<Place<'_>> {
    let view = cable.view();
    let banner = view.banner()?;
    let section = banner.section?;
    Some(Place {
        part,
        section: section.number,
        total: section.total,
        post: banner.post?,
        serial: banner.serial?,
        id: view.reference_id(),
    })
}

/// Whether two parts are of one telegram: by their ids; without a year, by post and serial.
pub(super) fn same(one: &Place<'_>, other: &Place<'_>) -> bool {
    if let (Some(one), Some(other)) = (one.id, other.id) {
        let ids = (one.parse::<ReferenceId>(), other.parse::<ReferenceId>());
        return match ids {
            (Ok(one), Ok(other)) => one.same_as(&other),
            _ => one == other,
        };
    }
    one.serial == other.serial && one.post.eq_ignore_ascii_case(other.post)
}
