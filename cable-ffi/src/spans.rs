//! Where values stand: by JSON pointer, in the text and in the input.

use crate::{cable_document, cable_source_span, cable_span, cable_status, cable_str, guard};
use cable_core::Span;
use std::ffi::c_char;

/// A value of the JSON and its place in the text.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_pointer_span {
    /// JSON pointer: `/subject/text`.
    pub pointer: cable_str,
    /// Where the value stands.
    pub span: cable_span,
}

/// A place as people count it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_position {
    /// Line, from 1. CR, LF and CRLF each end one.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: u32,
}

/// Pointers and places: in the order of the JSON, and found by pointer.
pub(crate) struct SpanTable {
    entries: Vec<(String, cable_span)>,
    /// Indexes of the entries, ordered by pointer.
    sorted: Vec<u32>,
}

impl SpanTable {
    fn new(spans: &cable_core::Spans) -> Self {
        let entries: Vec<_> = spans
            .iter()
            .map(|(pointer, span)| (pointer.to_owned(), span.into()))
            .collect();
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let mut sorted: Vec<u32> = (0..count).collect();
        sorted.sort_by_key(|&at| entries.get(at as usize).map(|(pointer, _)| pointer));
        SpanTable { entries, sorted }
    }

    fn get(&self, pointer: &str) -> Option<cable_span> {
        let key = |at: &u32| self.entries[*at as usize].0.as_str();
        let at = self.sorted.binary_search_by_key(&pointer, key).ok()?;
        Some(self.entries[self.sorted[at] as usize].1)
    }
}

impl cable_document {
    fn spans(&self) -> &SpanTable {
        self.spans
            .get_or_init(|| SpanTable::new(&self.view().spans()))
    }
}

/// Count of the values whose place in the text is known.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_span_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.spans().entries.len()) }
}

/// Pointer and place at `index`, from 0, in the order of the JSON.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `entry` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_span_at(
    document: *const cable_document,
    index: usize,
    entry: *mut cable_pointer_span,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, entry, |document| {
            document
                .spans()
                .entries
                .get(index)
                .map(|(pointer, span)| cable_pointer_span {
                    pointer: pointer.as_str().into(),
                    span: *span,
                })
        })
    }
}

/// The place in the text of the value at a JSON pointer (RFC 6901): `/subject/text`, `/paragraphs/0/mark`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if no place is known.
/// Ownership: the pointer stays the caller's.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `pointer` points to `len` bytes or is NULL; `span` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_span(
    document: *const cable_document,
    pointer: *const c_char,
    len: usize,
    span: *mut cable_span,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let (document, pointer) = unsafe { (guard::object(document)?, guard::text(pointer, len)?) };
        let found = document.spans().get(pointer).ok_or(cable_status::Absent)?;
        // SAFETY: the caller's promise.
        unsafe { guard::put(span, found) }
    })
}

/// The place in the input of the value at a JSON pointer: of the telegram or of the envelope (`/envelope/tags/0`).
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if no place is known.
/// Ownership: the pointer stays the caller's.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `pointer` points to `len` bytes or is NULL; `source` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_source_span(
    document: *const cable_document,
    pointer: *const c_char,
    len: usize,
    source: *mut cable_source_span,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let (document, pointer) = unsafe { (guard::object(document)?, guard::text(pointer, len)?) };
        let found = match document.spans().get(pointer) {
            Some(span) => Some(to_source(document, span)),
            None => document
                .envelope()
                .and_then(|envelope| envelope.place(pointer)),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(source, found.ok_or(cable_status::Absent)?) }
    })
}

/// A span of the text as far as the text goes.
fn clamped(document: &cable_document, span: cable_span) -> Span {
    let end = document.cable.source_map().text_len();
    Span::new(span.start.min(end), span.end.min(end))
}

fn to_source(document: &cable_document, span: cable_span) -> cable_source_span {
    let span = clamped(document, span);
    document.cable.source_map().to_source(span).into()
}

/// The place in the input of a span of the text; a span beyond the text is cut to it.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_to_source(
    document: *const cable_document,
    span: cable_span,
) -> cable_source_span {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| to_source(document, span)) }
}

/// The bytes of the text under a span; absent if the span does not fit the text or cuts a character.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_slice(
    document: *const cable_document,
    span: cable_span,
) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .view()
                .text()
                .get(span.start as usize..span.end as usize)
                .into()
        })
    }
}

/// Line and column of a byte of the text; a byte beyond the text is its end.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_position(
    document: *const cable_document,
    offset: u32,
) -> cable_position {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            let end = document.cable.source_map().text_len();
            let position = document.lines().position(offset.min(end));
            cable_position {
                line: position.line,
                column: position.column,
            }
        })
    }
}
