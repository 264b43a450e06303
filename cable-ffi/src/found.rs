//! What was found in and around the text: breaks, citations, attachments, redactions.

use crate::{
    cable_break_kind, cable_document, cable_optional_u32, cable_redaction_kind, cable_status,
    cable_str, guard,
};
use cable_core::CableRef;

/// A separator that transmission or printing put into the text.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_break {
    /// What is broken.
    pub kind: cable_break_kind,
    /// Section number.
    pub section: cable_optional_u32,
    /// The digit behind the point of `001.2`.
    pub part: cable_optional_u32,
    /// Number of sections.
    pub total: cable_optional_u32,
    /// Number of the printed page.
    pub page: cable_optional_u32,
}

/// A place of the text that points to a reference.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_citation {
    /// As printed, lines joined: `REF A`; a further letter of a list alone. The B of `REFS A-C`, which is not printed, is `B`.
    pub label: cable_str,
    /// Index for `cable_document_reference_at`; absent if there is none with this label.
    pub reference: cable_optional_u32,
    /// Number of the paragraph it stands in.
    pub paragraph: cable_optional_u32,
}

/// A text set between begin and end words.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_attachment {
    /// What the begin words call it.
    pub title: cable_str,
    /// Number of the paragraph with the begin words.
    pub first_paragraph: cable_optional_u32,
    /// Number of the paragraph with the end words, or of the last one.
    pub last_paragraph: cable_optional_u32,
}

/// A removal made before release.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_redaction {
    /// How it shows.
    pub kind: cable_redaction_kind,
    /// As printed.
    pub text: cable_str,
}

/// The views of what was found in the text.
pub(crate) struct Found {
    breaks: Vec<cable_break>,
    citations: Vec<cable_citation>,
    attachments: Vec<cable_attachment>,
    redactions: Vec<cable_redaction>,
}

impl Found {
    fn new(view: CableRef<'_>) -> Self {
        let breaks = view.breaks().map(|found| cable_break {
            kind: found.kind as u32,
            section: found.section.into(),
            part: found.part.into(),
            total: found.total.into(),
            page: found.page.into(),
        });
        let citations = view.citations().map(|citation| cable_citation {
            label: citation.label.into(),
            reference: citation.reference.into(),
            paragraph: citation.paragraph.into(),
        });
        let attachments = view.attachments().map(|attachment| cable_attachment {
            title: attachment.title.into(),
            first_paragraph: attachment.first_paragraph.into(),
            last_paragraph: attachment.last_paragraph.into(),
        });
        let redactions = view.redactions().map(|redaction| cable_redaction {
            kind: redaction.kind as u32,
            text: redaction.text.into(),
        });
        Found {
            breaks: breaks.collect(),
            citations: citations.collect(),
            attachments: attachments.collect(),
            redactions: redactions.collect(),
        }
    }
}

impl cable_document {
    fn found(&self) -> &Found {
        self.found.get_or_init(|| Found::new(self.view()))
    }
}

/// Count of the section separators and page headings.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_break_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.found().breaks.len()) }
}

/// The section separator or page heading at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `found` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_break_at(
    document: *const cable_document,
    index: usize,
    found: *mut cable_break,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, found, |document| {
            document.found().breaks.get(index).copied()
        })
    }
}

/// Count of the places of the text that cite a reference.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_citation_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.found().citations.len()) }
}

/// The citation at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `citation` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_citation_at(
    document: *const cable_document,
    index: usize,
    citation: *mut cable_citation,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, citation, |document| {
            document.found().citations.get(index).copied()
        })
    }
}

/// Count of the texts between begin and end words.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_attachment_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.found().attachments.len()) }
}

/// The attachment at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `attachment` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_attachment_at(
    document: *const cable_document,
    index: usize,
    attachment: *mut cable_attachment,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, attachment, |document| {
            document.found().attachments.get(index).copied()
        })
    }
}

/// Count of the removals made before release.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_redaction_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.found().redactions.len()) }
}

/// The redaction at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `redaction` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_redaction_at(
    document: *const cable_document,
    index: usize,
    redaction: *mut cable_redaction,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, redaction, |document| {
            document.found().redactions.get(index).copied()
        })
    }
}
