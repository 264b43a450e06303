//! References, and who classified the telegram.

use crate::string::Lists;
use crate::{
    cable_document, cable_reference_kind, cable_status, cable_str, cable_str_list,
    cable_year_source, guard,
};
use cable_core::CableRef;
use cable_core::record;

/// One reference.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_reference {
    /// Letter or number of the entry, upper-cased: `A`.
    pub label: cable_str,
    /// What it points to.
    pub kind: cable_reference_kind,
    /// Canonical reference id, for a telegram whose year is known.
    pub target: cable_str,
    /// Where the year comes from; 0 if there is none.
    pub year_source: cable_year_source,
    /// The printed entry, lines joined.
    pub text: cable_str,
    /// `(NOTAL)`: not sent to all addressees.
    pub notal: bool,
    /// `AND PREVIOUS`.
    pub and_previous: bool,
    /// Other notes in parentheses behind the entry.
    pub suffixes: cable_str_list,
}

/// Who classified the telegram, and why; persons by `cable_document_classifier_at`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_classified_by {
    /// Sections of the order: `1.4(b)`.
    pub reasons: cable_str_list,
    /// The source of a derivative classification.
    pub derived_from: cable_str,
}

/// One person of the Classified By block.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_classifier {
    /// Name, without title.
    pub name: cable_str,
    /// Title or function.
    pub title: cable_str,
    /// Office, section or post.
    pub office: cable_str,
}

/// The views of references and of the Classified By block.
pub(crate) struct References {
    references: Vec<cable_reference>,
    classified_by: Option<cable_classified_by>,
    classifiers: Vec<cable_classifier>,
    _lists: Lists,
}

fn reference(reference: &record::Reference<&str>, lists: &mut Lists) -> cable_reference {
    cable_reference {
        label: reference.label.into(),
        kind: reference.kind as u32,
        target: reference.target.into(),
        year_source: reference.year_source.map_or(0, |source| source as u32),
        text: reference.text.into(),
        notal: reference.notal,
        and_previous: reference.and_previous,
        suffixes: lists.keep(reference.suffixes.iter().copied()),
    }
}

impl References {
    fn new(view: CableRef<'_>) -> Self {
        let mut lists = Lists::default();
        let block = view.classified_by();
        let persons = block.iter().flat_map(|block| &block.classifiers);
        References {
            references: view
                .references()
                .map(|found| reference(&found, &mut lists))
                .collect(),
            classifiers: persons
                .map(|person| cable_classifier {
                    name: person.name.into(),
                    title: person.title.into(),
                    office: person.office.into(),
                })
                .collect(),
            classified_by: block.as_ref().map(|block| cable_classified_by {
                reasons: lists.keep(block.reasons.iter().copied()),
                derived_from: block.derived_from.into(),
            }),
            _lists: lists,
        }
    }
}

impl cable_document {
    fn references(&self) -> &References {
        self.references.get_or_init(|| References::new(self.view()))
    }
}

/// Count of the references.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_reference_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.references().references.len()) }
}

/// The reference at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `reference` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_reference_at(
    document: *const cable_document,
    index: usize,
    reference: *mut cable_reference,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, reference, |document| {
            document.references().references.get(index).copied()
        })
    }
}

/// Who classified the telegram, and why; persons by `cable_document_classifier_at`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `classified_by` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_classified_by(
    document: *const cable_document,
    classified_by: *mut cable_classified_by,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, classified_by, |document| {
            document.references().classified_by
        })
    }
}

/// Count of the persons of the Classified By block.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_classifier_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.references().classifiers.len()) }
}

/// The person of the Classified By block at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `classifier` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_classifier_at(
    document: *const cable_document,
    index: usize,
    classifier: *mut cable_classifier,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, classifier, |document| {
            document.references().classifiers.get(index).copied()
        })
    }
}
