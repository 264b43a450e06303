//! [`cable_options`]: what a caller may ask of a parse.

use crate::{cable_status, guard};
use cable_core::ParseOptions;
use cable_core::record::Format;

/// Options of a parse. Made by `cable_options_new`, freed by `cable_options_free`; may be freed right after the parse.
/// Not to be set by one thread while another uses it.
#[derive(Clone, Debug)]
pub struct cable_options(pub(crate) ParseOptions);

/// A limit, for `cable_options_set_limit`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_limit {
    /// Bytes of input; more is `CABLE_STATUS_TOO_LARGE`. Default 64 MiB.
    Input = 1,
    /// Addressees of a header. Default 10,000.
    Addressees = 2,
    /// References. Default 5,000.
    References = 3,
    /// Paragraphs. Default 10,000.
    Paragraphs = 4,
    /// Diagnostics. Default 1,000.
    Diagnostics = 5,
}

/// The last year that can be assumed.
const LAST_YEAR: i16 = 9999;

/// Changes the options of a handle.
///
/// # Safety
/// `options` is NULL or alive and used by no other thread.
unsafe fn change(
    options: *mut cable_options,
    how: impl FnOnce(ParseOptions) -> Result<ParseOptions, cable_status>,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let options = unsafe { options.as_mut() }.ok_or(cable_status::NullArgument)?;
        options.0 = how(options.0.clone())?;
        Ok(())
    })
}

/// New options with the defaults: any format, a whole telegram, no year assumed, not strict.
///
/// Returns: the options; NULL only if a defect of the library was caught.
/// Ownership: freed by the caller with `cable_options_free`.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_options_new() -> *mut cable_options {
    guard::guard(std::ptr::null_mut(), || {
        Box::into_raw(Box::new(cable_options(ParseOptions::new())))
    })
}

/// Frees options. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the options. Documents read with them are not touched.
/// Threads: any, but no other may use the options.
///
/// # Safety
/// `options` is NULL or comes from `cable_options_new` and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_free(options: *mut cable_options) {
    guard::guard((), || {
        if !options.is_null() {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(options) });
        }
    });
}

/// Reads the input as this format instead of looking for one. 0 looks.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `format` is no `cable_format`.
/// Ownership: the options stay the caller's.
/// Threads: one at a time.
///
/// # Safety
/// `options` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_set_format(
    options: *mut cable_options,
    format: u32,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        change(options, |options| {
            if format == 0 {
                return Ok(options.with_format(None));
            }
            let known = Format::ALL.iter().find(|known| **known as u32 == format);
            let known = known.ok_or(cable_status::InvalidArgument)?;
            Ok(options.with_format(Some(*known)))
        })
    }
}

/// The input is a piece of a telegram: no header or banner is asked for, nothing missing is reported.
///
/// Returns: `CABLE_STATUS_OK`.
/// Ownership: the options stay the caller's.
/// Threads: one at a time.
///
/// # Safety
/// `options` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_set_fragment(
    options: *mut cable_options,
    fragment: bool,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { change(options, |options| Ok(options.with_fragment(fragment))) }
}

/// The year to take where the telegram prints none. 0 assumes none.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` above 9999.
/// Ownership: the options stay the caller's.
/// Threads: one at a time.
///
/// # Safety
/// `options` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_set_assume_year(
    options: *mut cable_options,
    year: u32,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        change(options, |options| match i16::try_from(year) {
            Ok(0) => Ok(options.with_assume_year(None)),
            Ok(year) if year <= LAST_YEAR => Ok(options.with_assume_year(Some(year))),
            _ => Err(cable_status::InvalidArgument),
        })
    }
}

/// The first finding of severity error fails the parse.
///
/// Returns: `CABLE_STATUS_OK`.
/// Ownership: the options stay the caller's.
/// Threads: one at a time.
///
/// # Safety
/// `options` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_set_strict(
    options: *mut cable_options,
    strict: bool,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { change(options, |options| Ok(options.with_strict(strict))) }
}

/// Sets an upper bound on what one parse keeps. Beyond it the bytes stay in a zone `unread` and a diagnostic says so.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `limit` is no `cable_limit`, or if a bound on the
/// input is 4 GiB or more.
/// Ownership: the options stay the caller's.
/// Threads: one at a time.
///
/// # Safety
/// `options` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_options_set_limit(
    options: *mut cable_options,
    limit: u32,
    value: usize,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        change(options, |options| {
            let mut limits = options.limits().clone();
            match limit {
                // Spans are of 32 bits.
                known if known == cable_limit::Input as u32 && u32::try_from(value).is_ok() => {
                    limits.input = value;
                }
                known if known == cable_limit::Addressees as u32 => limits.addressees = value,
                known if known == cable_limit::References as u32 => limits.references = value,
                known if known == cable_limit::Paragraphs as u32 => limits.paragraphs = value,
                known if known == cable_limit::Diagnostics as u32 => limits.diagnostics = value,
                _ => return Err(cable_status::InvalidArgument),
            }
            Ok(options.with_limits(limits))
        })
    }
}
