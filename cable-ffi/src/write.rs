//! A telegram back to bytes.

use crate::{cable_document, cable_status, cable_string, guard};
use cable_core::write;

/// How `cable_document_write` writes.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_writing {
    /// The input again, byte for byte. Not always UTF-8.
    Verbatim = 0,
    /// The telegram laid out as the format has it: header lines, classification line, captions, E.O., TAGS, SUBJECT, REF
    /// and Classified By in their order, paragraphs run together, lines of at most 69 characters where they can be cut.
    /// Nothing is made up. Read again, with the format `CABLE_FORMAT_TELEGRAM` and the year of the document assumed, it
    /// says the same but for format, envelope, breaks, release stamps, diagnostics and the spelling of the classification
    /// line.
    Normalised = 1,
}

/// Writes the telegram, without the wrapping if normalised.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is no `cable_writing`.
/// Ownership: the string is freed with `cable_string_free`.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `written` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_write(
    document: *const cable_document,
    form: u32,
    written: *mut cable_string,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let document = unsafe { guard::object(document) }?;
        if written.is_null() {
            return Err(cable_status::NullArgument);
        }
        let bytes = match form {
            known if known == cable_writing::Verbatim as u32 => write::verbatim(&document.cable),
            known if known == cable_writing::Normalised as u32 => {
                write::normalised(&document.cable).into_bytes()
            }
            _ => return Err(cable_status::InvalidArgument),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(written, cable_string::new(bytes)) }
    })
}
