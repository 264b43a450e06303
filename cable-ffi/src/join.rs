//! [`cable_document_join`]: telegrams that were sent in sections, each section in a file.

use crate::document::give;
use crate::section_files::{SectionFiles, cable_section_file};
use crate::{cable_document, cable_error, cable_source_span, cable_status, cable_str, guard};
use cable_core::{Cable, join};

fn joined(parts: &[&Cable]) -> Result<cable_document, cable_error> {
    let joined = join(parts)?;
    Ok(cable_document {
        section_files: SectionFiles::new(&joined),
        ..cable_document::new(joined.cable)
    })
}

/// Puts the files of a telegram that was sent in sections together: `count` documents, one a file, in any order.
///
/// The text is that of the first section, then of each further one what stands behind its header, its classification line and
/// the lines of the top that it repeats. It is read with the options of the first section. `part` of a `cable_source_span`
/// is the index of the document in whose input the value stands. Sections that are missing are told by a diagnostic, and
/// by `cable_document_section_file_at`. Of two documents of one section the one given first is kept.
///
/// Returns: `CABLE_STATUS_OK`, and `*document` is set; else the reason, and `*error` is set unless `error` is NULL:
/// `CABLE_STATUS_NO_PARTS`, `_NO_SECTION`, `_OTHER_TELEGRAM`, `_ALREADY_JOINED`, with strict `_STRICT_VIOLATION`;
/// `CABLE_STATUS_NULL_ARGUMENT` also if one of `documents` is NULL.
/// Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. Inputs are copied:
/// `documents` stay the caller's and may be freed at once.
/// Threads: any, together with other readers of `documents`.
///
/// # Safety
/// `documents` points to `count` documents, each NULL or alive, or is NULL if `count` is 0; `document` and `error` are NULL
/// or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_join(
    documents: *const *const cable_document,
    count: usize,
    document: *mut *mut cable_document,
    error: *mut *mut cable_error,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        give(document, error, || {
            let mut parts = Vec::new();
            for &part in guard::list(documents, count)? {
                parts.push(&guard::object(part)?.cable);
            }
            joined(&parts)
        })
    }
}

/// Count of the sections in one `cable_section_list`; 0 for a document that was not joined.
///
/// Returns: the count; 0 for a NULL document or an unknown list.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_section_file_count(
    document: *const cable_document,
    list: u32,
) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.section_files.list(list).len()) }
}

/// The section at `index`, from 0, of one `cable_section_list`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for an unknown list.
/// Ownership: nothing to free.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `file` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_section_file_at(
    document: *const cable_document,
    list: u32,
    index: usize,
    file: *mut cable_section_file,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, file, |document| {
            document.section_files.list(list).get(index).copied()
        })
    }
}

/// Count of the inputs: 1, or that of the documents given to `cable_document_join`.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_source_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.cable.sources().count()) }
}

/// The input at `index`, from 0, byte for byte, as `part` of `cable_source_span` counts them. Not always UTF-8.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; the bytes live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `source` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_source_at(
    document: *const cable_document,
    index: usize,
    source: *mut cable_str,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, source, |document| {
            Some(document.cable.sources().nth(index)?.into())
        })
    }
}

/// The bytes of an input under a place of it; absent if the place does not fit.
///
/// Returns: the bytes, not always UTF-8; `{NULL, 0}` for a NULL document.
/// Ownership: live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_slice_source(
    document: *const cable_document,
    place: cable_source_span,
) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            let source = document.cable.sources().nth(place.part as usize);
            source
                .and_then(|source| source.get(place.start as usize..place.end as usize))
                .map_or(cable_str::ABSENT, cable_str::from)
        })
    }
}
