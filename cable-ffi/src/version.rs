//! The version of the library, beside the macros of the header.

use std::ffi::c_char;

const PARTS: [u32; 3] = [
    part(env!("CARGO_PKG_VERSION_MAJOR")),
    part(env!("CARGO_PKG_VERSION_MINOR")),
    part(env!("CARGO_PKG_VERSION_PATCH")),
];

const fn part(digits: &str) -> u32 {
    let bytes = digits.as_bytes();
    let mut value = 0;
    let mut at = 0;
    while at < bytes.len() {
        value = value * 10 + (bytes[at] - b'0') as u32;
        at += 1;
    }
    value
}

/// The version of the library that runs: `0.1.0`.
///
/// Returns: a string with a final NUL.
/// Ownership: static, never freed.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the library that runs, composed as `CABLE_VERSION_NUMBER`: major, minor and patch in two decimal
/// digits each.
///
/// Returns: the number.
/// Ownership: none.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_version_number() -> u32 {
    PARTS[0] * 10_000 + PARTS[1] * 100 + PARTS[2]
}
