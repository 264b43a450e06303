//! [`cable_document`]: one telegram.

use crate::banner::Markings;
use crate::body::Body;
use crate::distribution::Distribution;
use crate::envelope::Envelope;
use crate::found::Found;
use crate::header::Header;
use crate::lists::ListViews;
use crate::preamble::Preamble;
use crate::references::References;
use crate::section_files::SectionFiles;
use crate::spans::SpanTable;
use crate::{
    cable_error, cable_format, cable_optional_u32, cable_options, cable_status, cable_str,
    cable_string, guard,
};
use cable_core::{Cable, CableRef, LineIndex, ParseOptions};
use once_cell::sync::OnceCell;
use std::ffi::c_void;

/// One telegram and the bytes it was read from. Made by `cable_document_parse`, `cable_document_join` and
/// `cable_corpus_next`, freed by `cable_document_free`, which ends every view of it. Never changes: many threads may read one document at once.
pub struct cable_document {
    pub(crate) cable: Cable<Vec<u8>>,
    /// What it was put together of, if it was.
    pub(crate) section_files: SectionFiles,
    pub(crate) lines: OnceCell<LineIndex>,
    pub(crate) envelope: OnceCell<Option<Envelope>>,
    pub(crate) header: OnceCell<Option<Header>>,
    pub(crate) distribution: OnceCell<Option<Distribution>>,
    pub(crate) markings: OnceCell<Markings>,
    pub(crate) preamble: OnceCell<Preamble>,
    pub(crate) references: OnceCell<References>,
    pub(crate) body: OnceCell<Body>,
    pub(crate) found: OnceCell<Found>,
    pub(crate) lists: OnceCell<ListViews>,
    pub(crate) spans: OnceCell<SpanTable>,
}

impl cable_document {
    pub(crate) fn new(cable: Cable<Vec<u8>>) -> Self {
        cable_document {
            cable: cable.with_own_text(),
            section_files: SectionFiles::default(),
            lines: OnceCell::new(),
            envelope: OnceCell::new(),
            header: OnceCell::new(),
            distribution: OnceCell::new(),
            markings: OnceCell::new(),
            preamble: OnceCell::new(),
            references: OnceCell::new(),
            body: OnceCell::new(),
            found: OnceCell::new(),
            lists: OnceCell::new(),
            spans: OnceCell::new(),
        }
    }

    pub(crate) fn view(&self) -> CableRef<'_> {
        self.cable.view()
    }

    pub(crate) fn lines(&self) -> &LineIndex {
        self.lines
            .get_or_init(|| LineIndex::new(self.view().text()))
    }
}

/// How `cable_document_to_json` writes.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_json {
    /// Values only.
    Plain = 0,
    /// With one more object, `spans`: JSON pointers of the values and their places in the text.
    WithSpans = 1,
}

fn parse(
    data: Result<&[u8], cable_status>,
    options: &ParseOptions,
) -> Result<cable_document, cable_error> {
    let data = data?;
    // What is too large is refused before it is copied.
    if data.len() > options.limits().input {
        if let Err(error) = Cable::parse_with(data, options) {
            return Err(error.into());
        }
    }
    Ok(cable_document::new(Cable::parse_with(
        data.to_vec(),
        options,
    )?))
}

/// Makes a document and writes it, or writes why there is none.
///
/// # Safety
/// `document` and `error` are NULL or can be written.
pub(crate) unsafe fn give(
    document: *mut *mut cable_document,
    error: *mut *mut cable_error,
    make: impl FnOnce() -> Result<cable_document, cable_error>,
) -> cable_status {
    guard::guard(cable_status::Panic, || {
        let made = guard::guard(Err(cable_status::Panic.into()), || {
            if document.is_null() {
                return Err(cable_status::NullArgument.into());
            }
            make()
        });
        match made {
            Ok(made) => {
                // SAFETY: not NULL, and the caller promises that it can be written.
                unsafe { document.write(Box::into_raw(Box::new(made))) };
                cable_status::Ok
            }
            Err(reason) => {
                let status = reason.status();
                if !error.is_null() {
                    // SAFETY: not NULL, and the caller promises that it can be written.
                    unsafe { error.write(Box::into_raw(Box::new(reason))) };
                }
                status
            }
        }
    })
}

/// Reads a telegram in any format. The bytes are copied.
///
/// Returns: `CABLE_STATUS_OK`, and `*document` is set; else the reason, and `*error` is set unless `error` is NULL.
/// Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. `data` and `options`
/// stay the caller's and may be freed at once. `options` NULL takes the defaults.
/// Threads: any.
///
/// # Safety
/// `data` points to `len` bytes, or is NULL, which is empty if `len` is 0; `options` is NULL or alive; `document` and
/// `error` are NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_parse(
    data: *const c_void,
    len: usize,
    options: *const cable_options,
    document: *mut *mut cable_document,
    error: *mut *mut cable_error,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        give(document, error, || {
            let options = options.as_ref().map(|options| &options.0);
            let data = guard::bytes(data.cast(), len);
            parse(data, options.unwrap_or(&ParseOptions::new()))
        })
    }
}

/// Frees a document. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the document; every view of it ends.
/// Threads: any, but no other may use the document.
///
/// # Safety
/// `document` is NULL or comes from `cable_document_parse`, `cable_document_join` or `cable_corpus_next` and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_free(document: *mut cable_document) {
    guard::guard((), || {
        if !document.is_null() {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(document) });
        }
    });
}

/// The telegram as compact JSON, schema version 1.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is no `cable_json`.
/// Ownership: the string is freed with `cable_string_free`.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `json` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_to_json(
    document: *const cable_document,
    form: u32,
    json: *mut cable_string,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let document = unsafe { guard::object(document) }?;
        if json.is_null() {
            return Err(cable_status::NullArgument);
        }
        let text = match form {
            known if known == cable_json::Plain as u32 => document.view().to_json(),
            known if known == cable_json::WithSpans as u32 => document.view().to_json_with_spans(),
            _ => return Err(cable_status::InvalidArgument),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(json, cable_string::new(text)) }
    })
}

/// The telegram's own text, UTF-8, which every `cable_span` points into.
///
/// Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_text(document: *const cable_document) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::string(document, |document| Some(document.view().text())) }
}

/// The input, byte for byte, which every `cable_source_span` points into. Not always UTF-8. Of a telegram put together of
/// several inputs the one given first; `cable_document_source_at` gives each.
///
/// Returns: the bytes; `{NULL, 0}` for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_source(document: *const cable_document) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.cable.source().into()) }
}

/// The wrapping the telegram came in: `CABLE_FORMAT_…`.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_format(document: *const cable_document) -> cable_format {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.view().format() as u32) }
}

/// The reference id, `08MOSCOW820`: of the envelope, else put together from banner, header and year.
///
/// Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_reference_id(document: *const cable_document) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::string(document, |document| document.view().reference_id()) }
}

/// The year of the telegram: of its date-time group, else of the envelope, else assumed.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_year(
    document: *const cable_document,
) -> cable_optional_u32 {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .view()
                .year()
                .and_then(|year| u32::try_from(year).ok())
                .into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::cable_document;

    #[test]
    fn a_document_can_be_shared() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<cable_document>();
    }
}
