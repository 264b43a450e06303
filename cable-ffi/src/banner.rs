//! The classification line, the classification, and the marking in force.

use crate::string::Lists;
use crate::{
    cable_document, cable_level, cable_marking, cable_optional_u32, cable_section, cable_status,
    cable_str, cable_str_list, guard,
};
use cable_core::record;
use cable_core::{CableRef, MarkingSource};

/// The classification line that opens the text.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_banner {
    /// The level.
    pub level: cable_level,
    /// Controls on the line, written out: `NOFORN`.
    pub controls: cable_str_list,
    /// Whether the telegram was to be encrypted for transmission only.
    pub efto: bool,
    /// `SECTION 01 OF 03`.
    pub section: cable_section,
    /// Post, with its blanks.
    pub post: cable_str,
    /// Serial of the message reference number.
    pub serial: cable_optional_u32,
    /// The whole line, white space at its ends removed.
    pub printed: cable_str,
}

/// The marking under which the telegram is to be handled, put together of all that speaks of it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_marking_in_force {
    /// The level.
    pub level: cable_level,
    /// The controls, written out.
    pub controls: cable_str_list,
    /// What it was put together from: bits of `cable_marking_source`.
    pub sources: u32,
}

/// A bit of `cable_marking_in_force.sources`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_marking_source {
    /// The classification line.
    Banner = 1,
    /// A caption: SENSITIVE, NOFORN.
    Caption = 2,
    /// What the wrapping says.
    Envelope = 4,
    /// The highest portion mark, where nothing else says a level.
    Portions = 8,
}

/// The views of the markings of the whole telegram.
pub(crate) struct Markings {
    banner: Option<cable_banner>,
    classification: Option<cable_marking>,
    in_force: Option<cable_marking_in_force>,
    _lists: Lists,
}

fn banner(banner: &record::Banner<&str>, lists: &mut Lists) -> cable_banner {
    cable_banner {
        level: banner.level as u32,
        controls: lists.keep(banner.controls.iter().copied()),
        efto: banner.efto,
        section: banner.section.into(),
        post: banner.post.into(),
        serial: banner.serial.into(),
        printed: banner.printed.into(),
    }
}

fn in_force(marking: &cable_core::MarkingInForce, lists: &mut Lists) -> cable_marking_in_force {
    let source = |source: &MarkingSource| match source {
        MarkingSource::Banner => cable_marking_source::Banner as u32,
        MarkingSource::Caption => cable_marking_source::Caption as u32,
        MarkingSource::Envelope => cable_marking_source::Envelope as u32,
        MarkingSource::Portions => cable_marking_source::Portions as u32,
        _ => 0,
    };
    cable_marking_in_force {
        level: marking.level as u32,
        controls: lists.keep(marking.controls.iter().map(record::Control::as_str)),
        sources: marking
            .sources
            .iter()
            .map(source)
            .fold(0, |all, bit| all | bit),
    }
}

impl Markings {
    fn new(view: CableRef<'_>) -> Self {
        let mut lists = Lists::default();
        let classification = view.classification();
        Markings {
            banner: view.banner().map(|found| banner(&found, &mut lists)),
            classification: classification
                .map(|marking| cable_marking::of(Some(marking), &mut lists)),
            in_force: view
                .marking_in_force()
                .map(|marking| in_force(&marking, &mut lists)),
            _lists: lists,
        }
    }
}

impl cable_document {
    fn markings(&self) -> &Markings {
        self.markings.get_or_init(|| Markings::new(self.view()))
    }
}

/// The classification line that opens the text.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `banner` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_banner(
    document: *const cable_document,
    banner: *mut cable_banner,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { guard::answer(document, banner, |document| document.markings().banner) }
}

/// The classification of the banner.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `classification` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_classification(
    document: *const cable_document,
    classification: *mut cable_marking,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, classification, |document| {
            document.markings().classification
        })
    }
}

/// The marking under which the telegram is to be handled, with its sources.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `marking` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_marking_in_force(
    document: *const cable_document,
    marking: *mut cable_marking_in_force,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { guard::answer(document, marking, |document| document.markings().in_force) }
}
