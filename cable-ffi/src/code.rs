//! The table of diagnostic codes.

use crate::{cable_severity, cable_status, cable_str, guard};
use cable_core::Code;

/// One diagnostic code.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_code {
    /// Fixed number: `CABLE_CODE_…`.
    pub number: u32,
    /// Stable kebab-case name: `tag-unknown`.
    pub name: cable_str,
    /// How bad it is.
    pub severity: cable_severity,
    /// One sentence that says what was found, without a final stop.
    pub sentence: cable_str,
    /// What it says, and the source of the rule.
    pub doc: cable_str,
}

/// Count of the diagnostic codes.
///
/// Returns: the count.
/// Ownership: none.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_code_count() -> usize {
    guard::guard(0, || Code::ALL.len())
}

/// The diagnostic code at `index`, from 0, by rising number.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: its strings are static.
/// Threads: any.
///
/// # Safety
/// `code` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_code_at(index: usize, code: *mut cable_code) -> cable_status {
    guard::status(|| {
        if code.is_null() {
            return Err(cable_status::NullArgument);
        }
        let known = Code::ALL.get(index).ok_or(cable_status::Absent)?;
        let value = cable_code {
            number: known.number().into(),
            name: known.as_str().into(),
            severity: known.severity() as u32,
            sentence: known.sentence().into(),
            doc: known.doc().into(),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(code, value) }
    })
}
