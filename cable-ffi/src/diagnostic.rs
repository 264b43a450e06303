//! Findings of a document.

use crate::{
    cable_document, cable_optional_source_span, cable_optional_span, cable_severity, cable_status,
    cable_str, cable_string, guard,
};

/// One finding.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_diagnostic {
    /// Fixed number of the code: `CABLE_CODE_…`.
    pub code: u32,
    /// Name of the code: `tag-unknown`. Static.
    pub name: cable_str,
    /// How bad it is.
    pub severity: cable_severity,
    /// One sentence that says what was found, without a final stop. Static.
    pub sentence: cable_str,
    /// Where, in the text.
    pub span: cable_optional_span,
    /// Where, in the input.
    pub source: cable_optional_source_span,
    /// The other place, for findings about two.
    pub related: cable_optional_span,
    /// How often, for what is told once for the whole text (`encoding-repaired`); 0 for all others. No key of the JSON.
    pub count: u32,
}

/// Count of the findings.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_diagnostic_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.view().diagnostics().len()) }
}

/// The finding at `index`, from 0, in the order of places.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `diagnostic` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_diagnostic_at(
    document: *const cable_document,
    index: usize,
    diagnostic: *mut cable_diagnostic,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, diagnostic, |document| {
            document
                .view()
                .diagnostics()
                .get(index)
                .map(|found| cable_diagnostic {
                    code: found.code.number().into(),
                    name: found.code.as_str().into(),
                    severity: found.severity as u32,
                    sentence: found.code.sentence().into(),
                    span: found.span.into(),
                    source: found.source.into(),
                    related: found.related.into(),
                    count: found.count.unwrap_or(0),
                })
        })
    }
}

/// The finding at `index` as a few lines of plain text: severity, code, sentence, and the line with carets.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: the string is freed with `cable_string_free`.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `rendered` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_diagnostic_render(
    document: *const cable_document,
    index: usize,
    rendered: *mut cable_string,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, rendered, |document| {
            let found = document.view().diagnostics().get(index)?;
            let shown = found.render(document.view().text(), document.lines());
            Some(cable_string::new(shown.to_string()))
        })
    }
}
