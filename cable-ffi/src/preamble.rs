//! Pass lines, the E.O. line, TAGS and subject.

use crate::string::Lists;
use crate::{
    cable_declassification_kind, cable_document, cable_level, cable_marking, cable_status,
    cable_str, cable_str_list, cable_tag_kind, cable_time, guard,
};
use cable_core::CableRef;
use cable_core::record;

/// A line that steers a telegram to agencies, offices or persons.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_pass_line {
    /// The logical line, wrapped lines joined.
    pub text: cable_str,
    /// Who is to act: `STATE`, `DEPT`, a post.
    pub agency: cable_str,
    /// `FOR`, `PASS`, `PASS TO`, `ATTN`, `FROM`.
    pub verb: cable_str,
    /// Offices, agencies and persons.
    pub targets: cable_str_list,
}

/// Lowering of the level on a date. `level == 0`: there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_downgrade {
    /// The level from then on.
    pub level: cable_level,
    /// When, a day.
    pub date: cable_time,
}

/// The declassification instruction. `kind == 0`: there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_declassification {
    /// What kind it is.
    pub kind: cable_declassification_kind,
    /// The printed date, a day.
    pub date: cable_time,
    /// The printed event.
    pub event: cable_str,
    /// Codes as printed: `X1`, `25X1`, `XGDS-2`.
    pub codes: cable_str_list,
    /// The date that a schedule of the order gives, a day.
    pub derived_date: cable_time,
    /// Who stands behind the instruction: `(NAME) OR-P`.
    pub authority: cable_str,
    /// `DNG: CO 12/31/2012`.
    pub downgrade: cable_downgrade,
}

/// The E.O. line.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_executive_order {
    /// Digits as printed.
    pub order: cable_str,
    /// The known order that is meant, if the digits are misprinted.
    pub order_corrected: cable_str,
    /// The instruction.
    pub declassification: cable_declassification,
}

/// One tag of the TAGS line.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_tag {
    /// As printed, upper-cased.
    pub code: cable_str,
    /// The code that is meant, if the printed one is a misprint.
    pub corrected: cable_str,
    /// What kind of tag it is.
    pub kind: cable_tag_kind,
    /// Its meaning in the year of the telegram.
    pub name: cable_str,
}

/// The subject, or a title: a text and its portion mark.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_marked_text {
    /// Lines joined, mark split off.
    pub text: cable_str,
    /// Portion mark.
    pub mark: cable_marking,
}

/// The views of these fields.
pub(crate) struct Preamble {
    pass_lines: Vec<cable_pass_line>,
    executive_order: Option<cable_executive_order>,
    tags: Vec<cable_tag>,
    subject: Option<cable_marked_text>,
    _lists: Lists,
}

fn declassification(
    found: &record::Declassification<&str>,
    lists: &mut Lists,
) -> cable_declassification {
    let downgrade = found.downgrade.map(|downgrade| cable_downgrade {
        level: downgrade.level as u32,
        date: downgrade.date.into(),
    });
    cable_declassification {
        kind: found.kind as u32,
        date: found.date.into(),
        event: found.event.into(),
        codes: lists.keep(found.codes.iter().copied()),
        derived_date: found.derived_date.into(),
        authority: found.authority.into(),
        downgrade: downgrade.unwrap_or_default(),
    }
}

fn executive_order(
    order: &record::ExecutiveOrder<&str>,
    lists: &mut Lists,
) -> cable_executive_order {
    let instruction = order.declassification.as_ref();
    cable_executive_order {
        order: order.order.into(),
        order_corrected: order.order_corrected.into(),
        declassification: instruction
            .map(|found| declassification(found, lists))
            .unwrap_or_default(),
    }
}

impl Preamble {
    fn new(view: CableRef<'_>) -> Self {
        let mut lists = Lists::default();
        let lists_of = &mut lists;
        Preamble {
            pass_lines: view
                .pass_lines()
                .map(|line| cable_pass_line {
                    text: line.text.into(),
                    agency: line.agency.into(),
                    verb: line.verb.into(),
                    targets: lists_of.keep(line.targets),
                })
                .collect(),
            executive_order: view
                .executive_order()
                .map(|order| executive_order(&order, lists_of)),
            tags: view
                .tags()
                .map(|tag| cable_tag {
                    code: tag.code.into(),
                    corrected: tag.corrected.into(),
                    kind: tag.kind as u32,
                    name: tag.name.into(),
                })
                .collect(),
            subject: view.subject().map(|subject| cable_marked_text {
                text: subject.text.into(),
                mark: cable_marking::of(subject.mark, lists_of),
            }),
            _lists: lists,
        }
    }
}

impl cable_document {
    fn preamble(&self) -> &Preamble {
        self.preamble.get_or_init(|| Preamble::new(self.view()))
    }
}

/// Count of the lines that steer the telegram to agencies, offices and persons.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_pass_line_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.preamble().pass_lines.len()) }
}

/// The pass line at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `pass_line` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_pass_line_at(
    document: *const cable_document,
    index: usize,
    pass_line: *mut cable_pass_line,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, pass_line, |document| {
            document.preamble().pass_lines.get(index).copied()
        })
    }
}

/// The line that says that this is a corrected copy.
///
/// Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_corrected_copy(
    document: *const cable_document,
) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::string(document, |document| document.view().corrected_copy()) }
}

/// The E.O. line.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `order` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_executive_order(
    document: *const cable_document,
    order: *mut cable_executive_order,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, order, |document| {
            document.preamble().executive_order
        })
    }
}

/// Count of the tags, each once.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_tag_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.preamble().tags.len()) }
}

/// The tag at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `tag` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_tag_at(
    document: *const cable_document,
    index: usize,
    tag: *mut cable_tag,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, tag, |document| {
            document.preamble().tags.get(index).copied()
        })
    }
}

/// The subject.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `subject` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_subject(
    document: *const cable_document,
    subject: *mut cable_marked_text,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { guard::answer(document, subject, |document| document.preamble().subject) }
}
