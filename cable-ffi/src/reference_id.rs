//! Reference ids as texts: read, compared, and written in other forms.

use crate::{cable_status, cable_string, guard};
use cable_core::ReferenceId;
use std::ffi::c_char;

/// Year and serial of a reference id; the post by `CABLE_REFERENCE_ID_FORM_POST`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_reference_id {
    /// Year, four digits.
    pub year: u32,
    /// Serial number.
    pub serial: u32,
}

/// A form of a reference id, for `cable_reference_id_write`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_reference_id_form {
    /// As it was given: `1977 MOSCOW 02124`.
    Printed = 1,
    /// The written form, glued words kept: `77MOSCOW2124`.
    Id = 2,
    /// Spelling repaired, glued words stripped, the post under its own name.
    Canonical = 3,
    /// Of the archives: `1977MOSCOW02124`.
    Archive = 4,
    /// As telegrams cite it: `08 THE HAGUE 1234`.
    InText = 5,
    /// The post alone: `MOSCOW`.
    Post = 6,
    /// The post in the six letters of the archives.
    Post6 = 7,
}

/// Reads a reference id.
///
/// # Safety
/// `text` is NULL or points to `len` bytes.
unsafe fn read(text: *const c_char, len: usize) -> Result<ReferenceId, cable_status> {
    // SAFETY: the caller's promise.
    let text = unsafe { guard::text(text, len) }?;
    ReferenceId::parse(text).map_err(|_| cable_status::NotAReferenceId)
}

/// Reads a reference id in any written form: `08MOSCOW820`, `1977 MOSCOW 02124`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID`.
/// Ownership: the text stays the caller's.
/// Threads: any.
///
/// # Safety
/// `text` points to `len` bytes or is NULL; `id` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_reference_id_parse(
    text: *const c_char,
    len: usize,
    id: *mut cable_reference_id,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let read = unsafe { read(text, len) }?;
        let value = cable_reference_id {
            year: u32::try_from(read.year()).unwrap_or(0),
            serial: read.serial(),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(id, value) }
    })
}

/// A reference id in another form, one of `cable_reference_id_form`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is unknown.
/// Ownership: the text stays the caller's; `written` is freed with `cable_string_free`.
/// Threads: any.
///
/// # Safety
/// `text` points to `len` bytes or is NULL; `written` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_reference_id_write(
    text: *const c_char,
    len: usize,
    form: u32,
    written: *mut cable_string,
) -> cable_status {
    use cable_reference_id_form as Form;
    guard::status(|| {
        // SAFETY: the caller's promise.
        let id = unsafe { read(text, len) }?;
        if written.is_null() {
            return Err(cable_status::NullArgument);
        }
        let value = match form {
            known if known == Form::Printed as u32 => id.printed().into_owned(),
            known if known == Form::Id as u32 => id.to_string(),
            known if known == Form::Canonical as u32 => id.canonical().to_string(),
            known if known == Form::Archive as u32 => id.archive_form(),
            known if known == Form::InText as u32 => id.in_text(),
            known if known == Form::Post as u32 => id.post().to_owned(),
            known if known == Form::Post6 as u32 => id.post6(),
            _ => return Err(cable_status::InvalidArgument),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(written, cable_string::new(value)) }
    })
}

/// Whether two reference ids name one telegram; joins renamed posts.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID` if one of the texts is none.
/// Ownership: the texts stay the caller's.
/// Threads: any.
///
/// # Safety
/// `a` and `b` point to `a_len` and `b_len` bytes or are NULL; `same` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_reference_id_same_as(
    a: *const c_char,
    a_len: usize,
    b: *const c_char,
    b_len: usize,
    same: *mut bool,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let (a, b) = unsafe { (read(a, a_len)?, read(b, b_len)?) };
        // SAFETY: the caller's promise.
        unsafe { guard::put(same, a.same_as(&b)) }
    })
}

/// The order of two reference ids: by year, then post, then serial. Ids in several spellings are ordered as written; for
/// one order of all, compare their canonical forms.
///
/// Returns: `CABLE_STATUS_OK` and a number below, equal to or above 0, as `strcmp` does;
/// `CABLE_STATUS_NOT_A_REFERENCE_ID` if one of the texts is none.
/// Ownership: the texts stay the caller's.
/// Threads: any.
///
/// # Safety
/// `a` and `b` point to `a_len` and `b_len` bytes or are NULL; `order` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_reference_id_compare(
    a: *const c_char,
    a_len: usize,
    b: *const c_char,
    b_len: usize,
    order: *mut i32,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let (a, b) = unsafe { (read(a, a_len)?, read(b, b_len)?) };
        // SAFETY: the caller's promise.
        unsafe { guard::put(order, a.cmp(&b) as i32) }
    })
}
