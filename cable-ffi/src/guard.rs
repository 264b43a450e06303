//! The border: panics stop here, pointers are checked here. Nearly all `unsafe` of the crate.

use crate::{cable_document, cable_status, cable_str};
use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the body of an exported function; a panic gives the fallback.
pub(crate) fn guard<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(fallback)
}

/// Runs the body of an exported function that returns a status.
pub(crate) fn status(body: impl FnOnce() -> Result<(), cable_status>) -> cable_status {
    guard(cable_status::Panic, || match body() {
        Ok(()) => cable_status::Ok,
        Err(status) => status,
    })
}

/// The object behind a pointer.
///
/// # Safety
/// `pointer` is NULL or points to a live `T` for as long as `'a`.
pub(crate) unsafe fn object<'a, T>(pointer: *const T) -> Result<&'a T, cable_status> {
    // SAFETY: the caller's promise.
    unsafe { pointer.as_ref() }.ok_or(cable_status::NullArgument)
}

/// Writes an output.
///
/// # Safety
/// `out` is NULL or can be written.
pub(crate) unsafe fn put<T>(out: *mut T, value: T) -> Result<(), cable_status> {
    if out.is_null() {
        return Err(cable_status::NullArgument);
    }
    // SAFETY: not NULL, and the caller promises that it can be written.
    unsafe { out.write(value) };
    Ok(())
}

/// Bytes given by pointer and length. NULL is empty if the length is 0.
///
/// # Safety
/// `data` is NULL or points to `len` bytes that do not change for as long as `'a`.
pub(crate) unsafe fn bytes<'a>(data: *const c_char, len: usize) -> Result<&'a [u8], cable_status> {
    if len == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(cable_status::NullArgument);
    }
    // No object is larger; a slice that long is undefined.
    if isize::try_from(len).is_err() {
        return Err(cable_status::InvalidArgument);
    }
    // SAFETY: not NULL, not too long, and the caller promises the bytes.
    Ok(unsafe { std::slice::from_raw_parts(data.cast(), len) })
}

/// A list given by pointer and count. NULL is empty if the count is 0.
///
/// # Safety
/// `items` is NULL or points to `count` values that do not change for as long as `'a`.
pub(crate) unsafe fn list<'a, T>(items: *const T, count: usize) -> Result<&'a [T], cable_status> {
    if count == 0 {
        return Ok(&[]);
    }
    if items.is_null() {
        return Err(cable_status::NullArgument);
    }
    // No object is larger; a slice that long is undefined.
    let size = count.checked_mul(size_of::<T>());
    if size.is_none_or(|size| isize::try_from(size).is_err()) {
        return Err(cable_status::InvalidArgument);
    }
    // SAFETY: not NULL, not too long, and the caller promises the values.
    Ok(unsafe { std::slice::from_raw_parts(items, count) })
}

/// Text given by pointer and length, which must be UTF-8.
///
/// # Safety
/// As [`bytes`].
pub(crate) unsafe fn text<'a>(data: *const c_char, len: usize) -> Result<&'a str, cable_status> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(data, len) }?;
    std::str::from_utf8(bytes).map_err(|_| cable_status::InvalidArgument)
}

/// Answers a question to a document into an output.
///
/// # Safety
/// `document` is NULL or alive; `out` is NULL or can be written.
pub(crate) unsafe fn answer<T>(
    document: *const cable_document,
    out: *mut T,
    ask: impl FnOnce(&cable_document) -> Option<T>,
) -> cable_status {
    status(|| {
        // SAFETY: the caller's promise.
        let document = unsafe { object(document) }?;
        if out.is_null() {
            return Err(cable_status::NullArgument);
        }
        let value = ask(document).ok_or(cable_status::Absent)?;
        // SAFETY: the caller's promise.
        unsafe { put(out, value) }
    })
}

/// Answers a question to a document by value.
///
/// # Safety
/// `document` is NULL or alive.
pub(crate) unsafe fn value<T: Default>(
    document: *const cable_document,
    ask: impl FnOnce(&cable_document) -> T,
) -> T {
    guard(T::default(), || {
        // SAFETY: the caller's promise.
        unsafe { document.as_ref() }.map_or_else(T::default, ask)
    })
}

/// Answers a question to a document with a string of the document.
///
/// # Safety
/// `document` is NULL or alive.
pub(crate) unsafe fn string<'a>(
    document: *const cable_document,
    ask: impl FnOnce(&'a cable_document) -> Option<&'a str>,
) -> cable_str {
    guard(cable_str::ABSENT, || {
        // SAFETY: the caller's promise.
        match unsafe { document.as_ref() } {
            Some(document) => ask(document).into(),
            None => cable_str::ABSENT,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_status_or_the_fallback() {
        assert_eq!(status(|| panic!("inside")), cable_status::Panic);
        assert_eq!(guard(7, || panic!("inside")), 7);
        assert_eq!(status(|| Ok(())), cable_status::Ok);
    }

    #[test]
    fn null_is_empty_only_without_a_length() {
        // SAFETY: NULL is allowed.
        unsafe {
            assert_eq!(bytes(std::ptr::null(), 0), Ok(&[][..]));
            assert_eq!(bytes(std::ptr::null(), 1), Err(cable_status::NullArgument));
            assert_eq!(
                bytes(c"x".as_ptr(), usize::MAX),
                Err(cable_status::InvalidArgument)
            );
            assert_eq!(
                text(b"\xff".as_ptr().cast(), 1),
                Err(cable_status::InvalidArgument)
            );
        }
    }
}
