//! The running text, its pieces, and the way back.

use crate::{
    cable_document, cable_optional_u32, cable_source_span, cable_span, cable_status, cable_str,
    cable_string, cable_text_label, guard,
};
use cable_core::{Span, TextOptions, TextView};

/// A running text. Made by `cable_document_text_view`, freed by `cable_text_view_free`, which ends every view of it. It
/// needs the document no more. Never changes: many threads may read one at once.
pub struct cable_text_view(TextView);

/// What a running text may keep beside the text of the paragraphs; values are added.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_text_part {
    /// Transmission header and distribution block.
    Header = 1,
    /// Classification line.
    Banner = 2,
    /// Captions, pass lines, E.O. line, TAGS, subject, references, Classified By.
    Captions = 4,
    /// Portion marks.
    Marks = 8,
    /// Numbers of the paragraphs.
    Numbers = 16,
    /// Titles.
    Headings = 32,
    /// Separators, page headings, and what is printed with them.
    Breaks = 64,
    /// Signature and end markers.
    Signature = 128,
}

/// A piece of a running text. Pieces tile it in order.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_text_piece {
    /// What it is.
    pub label: cable_text_label,
    /// Its place in the running text.
    pub span: cable_span,
    /// Where it stands in the text of the telegram: the same bytes, or for a gap what stands between its neighbours.
    pub origin: cable_span,
    /// Where that is in the input.
    pub source: cable_source_span,
    /// Index for `cable_document_paragraph_at` of the paragraph it belongs to.
    pub paragraph: cable_optional_u32,
}

/// The options that a sum of parts asks for.
fn options(parts: u32) -> Result<TextOptions, cable_status> {
    use cable_text_part as Part;
    if parts > 255 {
        return Err(cable_status::InvalidArgument);
    }
    let has = |part: Part| parts & part as u32 != 0;
    Ok(TextOptions::new()
        .with_header(has(Part::Header))
        .with_banner(has(Part::Banner))
        .with_captions(has(Part::Captions))
        .with_marks(has(Part::Marks))
        .with_numbers(has(Part::Numbers))
        .with_headings(has(Part::Headings))
        .with_breaks(has(Part::Breaks))
        .with_signature(has(Part::Signature)))
}

/// The running text for work on its language: paragraphs without number, mark, headings, breaks and signature.
/// `parts` is 0, or a sum of `cable_text_part` that is kept.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `parts` is no such sum.
/// Ownership: the running text is freed with `cable_text_view_free`.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `text_view` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_text_view(
    document: *const cable_document,
    parts: u32,
    text_view: *mut *mut cable_text_view,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let document = unsafe { guard::object(document) }?;
        let options = options(parts)?;
        if text_view.is_null() {
            return Err(cable_status::NullArgument);
        }
        let made = Box::new(cable_text_view(document.view().text_view(&options)));
        // SAFETY: the caller's promise.
        unsafe { guard::put(text_view, Box::into_raw(made)) }
    })
}

/// Frees a running text. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the running text.
/// Threads: any, but no other may use it.
///
/// # Safety
/// `text_view` is NULL or comes from `cable_document_text_view` and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_free(text_view: *mut cable_text_view) {
    guard::guard((), || {
        if !text_view.is_null() {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(text_view) });
        }
    });
}

/// The running text itself, UTF-8.
///
/// Returns: the text; absent for NULL.
/// Ownership: a view that lives as long as the running text.
/// Threads: any, together with other readers.
///
/// # Safety
/// `text_view` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_text(text_view: *const cable_text_view) -> cable_str {
    guard::guard(cable_str::ABSENT, || {
        // SAFETY: the caller's promise.
        match unsafe { guard::object(text_view) } {
            Ok(view) => view.0.text().into(),
            Err(_) => cable_str::ABSENT,
        }
    })
}

/// Count of the pieces of a running text.
///
/// Returns: the count; 0 for NULL.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `text_view` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_piece_count(text_view: *const cable_text_view) -> usize {
    guard::guard(0, || {
        // SAFETY: the caller's promise.
        let view = unsafe { guard::object(text_view) };
        view.map_or(0, |view| view.0.pieces().len())
    })
}

/// The piece at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free.
/// Threads: any, together with other readers.
///
/// # Safety
/// `text_view` is NULL or alive; `piece` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_piece_at(
    text_view: *const cable_text_view,
    index: usize,
    piece: *mut cable_text_piece,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let view = unsafe { guard::object(text_view) }?;
        if piece.is_null() {
            return Err(cable_status::NullArgument);
        }
        let found = view.0.pieces().get(index).ok_or(cable_status::Absent)?;
        let value = cable_text_piece {
            label: found.label as u32,
            span: found.span.into(),
            origin: found.origin.into(),
            source: found.source.into(),
            paragraph: found.paragraph.into(),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(piece, value) }
    })
}

/// Where a span of the running text stands in the text of the telegram; what was left out inside it is covered too.
///
/// Returns: `CABLE_STATUS_OK`.
/// Ownership: nothing to free.
/// Threads: any, together with other readers.
///
/// # Safety
/// `text_view` is NULL or alive; `origin` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_to_text(
    text_view: *const cable_text_view,
    span: cable_span,
    origin: *mut cable_span,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let view = unsafe { guard::object(text_view) }?;
        let place = view.0.to_text(Span::new(span.start, span.end));
        // SAFETY: the caller's promise.
        unsafe { guard::put(origin, place.into()) }
    })
}

/// The running text and its pieces as compact JSON.
///
/// Returns: `CABLE_STATUS_OK`.
/// Ownership: the string is freed with `cable_string_free`.
/// Threads: any, together with other readers.
///
/// # Safety
/// `text_view` is NULL or alive; `json` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_text_view_to_json(
    text_view: *const cable_text_view,
    json: *mut cable_string,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let view = unsafe { guard::object(text_view) }?;
        if json.is_null() {
            return Err(cable_status::NullArgument);
        }
        // SAFETY: the caller's promise.
        unsafe { guard::put(json, cable_string::new(view.0.to_json())) }
    })
}
