//! The distribution block of the Department.

use crate::string::Lists;
use crate::{cable_document, cable_optional_u32, cable_status, cable_str, cable_str_list, guard};
use cable_core::record;

/// Number of a section and how many there are.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_section {
    /// Whether there is one.
    pub present: bool,
    /// From 1.
    pub number: u32,
    /// How many; absent if it is not printed.
    pub total: cable_optional_u32,
}

impl From<Option<record::Section>> for cable_section {
    fn from(section: Option<record::Section>) -> Self {
        section.map_or_else(cable_section::default, |section| cable_section {
            present: true,
            number: section.number,
            total: section.total.into(),
        })
    }
}

/// The dash line: `------------201212Z 109980 /20`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_dash_line {
    /// Whether there is one.
    pub present: bool,
    /// Machine number, as printed.
    pub number: cable_str,
    /// Time, as printed.
    pub time: cable_str,
    /// Counter behind the slash.
    pub counter: cable_optional_u32,
}

/// Who in the Department got copies, and who wrote and approved the telegram; but for its lists of records.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_distribution {
    /// Printed total of copies.
    pub total: cable_optional_u32,
    /// The dash line that closes the block.
    pub dash: cable_dash_line,
    /// Drafting officer.
    pub drafted_by: cable_str,
    /// Approving officer.
    pub approved_by: cable_str,
    /// Clearing officers.
    pub cleared_by: cable_str_list,
    /// Releasing officer.
    pub released_by: cable_str,
}

/// Heading of a printed page.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_page_line {
    /// Page number.
    pub page: u32,
    /// First six characters of the post.
    pub post: cable_str,
    /// Serial of the telegram.
    pub serial: cable_optional_u32,
    /// Section, where the telegram was sent in sections.
    pub section: cable_section,
    /// Time of receipt as printed: `141530Z`.
    pub time: cable_str,
}

/// An office and its number of copies.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_office {
    /// Symbol: `EUR`.
    pub office: cable_str,
    /// Copies.
    pub copies: cable_optional_u32,
}

/// A list of offices, for `cable_document_office_at`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_office_list {
    /// `distribution.action`: offices to act.
    Action = 1,
    /// `distribution.origin`: offices the telegram comes from.
    Origin = 2,
    /// `distribution.info`: offices for information.
    Info = 3,
}

/// The views of a distribution block.
pub(crate) struct Distribution {
    record: cable_distribution,
    pages: Vec<cable_page_line>,
    action: Vec<cable_office>,
    origin: Vec<cable_office>,
    info: Vec<cable_office>,
    _lists: Lists,
}

fn offices(offices: &[record::Office<&str>]) -> Vec<cable_office> {
    let office = |office: &record::Office<&str>| cable_office {
        office: office.office.into(),
        copies: office.copies.into(),
    };
    offices.iter().map(office).collect()
}

impl Distribution {
    fn new(block: &record::Distribution<&str>) -> Self {
        let mut lists = Lists::default();
        let dash = block.dash.as_ref().map(|dash| cable_dash_line {
            present: true,
            number: dash.number.into(),
            time: dash.time.into(),
            counter: dash.counter.into(),
        });
        let pages = block.pages.iter().map(|page| cable_page_line {
            page: page.page,
            post: page.post.into(),
            serial: page.serial.into(),
            section: page.section.into(),
            time: page.time.into(),
        });
        Distribution {
            record: cable_distribution {
                total: block.total.into(),
                dash: dash.unwrap_or_default(),
                drafted_by: block.drafted_by.into(),
                approved_by: block.approved_by.into(),
                cleared_by: lists.keep(block.cleared_by.iter().copied()),
                released_by: block.released_by.into(),
            },
            pages: pages.collect(),
            action: offices(&block.action),
            origin: offices(&block.origin),
            info: offices(&block.info),
            _lists: lists,
        }
    }

    fn offices(&self, list: u32) -> &[cable_office] {
        match list {
            known if known == cable_office_list::Action as u32 => &self.action,
            known if known == cable_office_list::Origin as u32 => &self.origin,
            known if known == cable_office_list::Info as u32 => &self.info,
            _ => &[],
        }
    }
}

impl cable_document {
    fn distribution(&self) -> Option<&Distribution> {
        let make = || self.view().distribution().as_ref().map(Distribution::new);
        self.distribution.get_or_init(make).as_ref()
    }
}

/// The distribution block of the Department, but for its lists of records.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `distribution` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_distribution(
    document: *const cable_document,
    distribution: *mut cable_distribution,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, distribution, |document| {
            Some(document.distribution()?.record)
        })
    }
}

/// Count of the page lines of the distribution block.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_page_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document.distribution().map_or(0, |block| block.pages.len())
        })
    }
}

/// The page line of the distribution block at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `page` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_page_at(
    document: *const cable_document,
    index: usize,
    page: *mut cable_page_line,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, page, |document| {
            document.distribution()?.pages.get(index).copied()
        })
    }
}

/// Count of the offices of one `cable_office_list`.
///
/// Returns: the count; 0 for a NULL document and for an unknown `list`.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_office_count(
    document: *const cable_document,
    list: u32,
) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .distribution()
                .map_or(0, |block| block.offices(list).len())
        })
    }
}

/// The office at `index`, from 0, of one `cable_office_list`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
/// an unknown `list`.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `office` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_office_at(
    document: *const cable_document,
    list: u32,
    index: usize,
    office: *mut cable_office,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, office, |document| {
            document.distribution()?.offices(list).get(index).copied()
        })
    }
}
