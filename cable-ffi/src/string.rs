//! Strings, numbers and places as they cross the border.

use crate::guard;
use cable_core::{SourceSpan, Span};
use std::ffi::c_char;
use std::ptr;

/// A string of a document or of the tables of the library: UTF-8, may hold NUL, has no final NUL. Never freed.
/// `{NULL, 0}` is absent, `{non-NULL, 0}` is empty. Print it with `%.*s`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct cable_str {
    /// The first byte, or NULL.
    pub data: *const c_char,
    /// Length in bytes.
    pub len: usize,
}

// SAFETY: it points to bytes that are not written while the document lives.
unsafe impl Send for cable_str {}
// SAFETY: as above.
unsafe impl Sync for cable_str {}

impl cable_str {
    pub(crate) const ABSENT: cable_str = cable_str {
        data: ptr::null(),
        len: 0,
    };
}

impl Default for cable_str {
    fn default() -> Self {
        cable_str::ABSENT
    }
}

impl From<&str> for cable_str {
    fn from(text: &str) -> Self {
        text.as_bytes().into()
    }
}

impl From<&[u8]> for cable_str {
    fn from(bytes: &[u8]) -> Self {
        cable_str {
            data: bytes.as_ptr().cast(),
            len: bytes.len(),
        }
    }
}

impl From<Option<&str>> for cable_str {
    fn from(text: Option<&str>) -> Self {
        text.map_or(cable_str::ABSENT, cable_str::from)
    }
}

/// Strings of a document. Lives as long as the document; never freed.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct cable_str_list {
    /// The first string; NULL if there is none.
    pub items: *const cable_str,
    /// How many.
    pub len: usize,
}

// SAFETY: it points to strings that are not written while the document lives.
unsafe impl Send for cable_str_list {}
// SAFETY: as above.
unsafe impl Sync for cable_str_list {}

impl Default for cable_str_list {
    fn default() -> Self {
        cable_str_list {
            items: ptr::null(),
            len: 0,
        }
    }
}

/// Keeps the strings that lists point to.
#[derive(Debug, Default)]
pub(crate) struct Lists(Vec<Vec<cable_str>>);

impl Lists {
    /// Keeps strings; the list is valid as long as `self` lives.
    pub(crate) fn keep<'a>(
        &mut self,
        strings: impl IntoIterator<Item = &'a str>,
    ) -> cable_str_list {
        let strings: Vec<cable_str> = strings.into_iter().map(cable_str::from).collect();
        if strings.is_empty() {
            return cable_str_list::default();
        }
        let list = cable_str_list {
            items: strings.as_ptr(),
            len: strings.len(),
        };
        self.0.push(strings);
        list
    }
}

/// A string that the caller owns and frees with `cable_string_free`. A NUL follows its last byte.
#[repr(C)]
#[derive(Debug)]
pub struct cable_string {
    /// The first byte, or NULL.
    pub data: *mut c_char,
    /// Length in bytes, without the NUL.
    pub len: usize,
}

impl cable_string {
    pub(crate) fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        let len = bytes.len();
        bytes.push(0);
        let data = Box::into_raw(bytes.into_boxed_slice()).cast::<c_char>();
        cable_string { data, len }
    }
}

/// Frees a string and sets it to `{NULL, 0}`, so that freeing it again does nothing. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the string's bytes; the struct stays the caller's.
/// Threads: any, but no other may use the string.
///
/// # Safety
/// `string` is NULL, or a string that this library wrote and that the caller did not change.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_string_free(string: *mut cable_string) {
    guard::guard((), || {
        // SAFETY: the caller's promise.
        let Some(string) = (unsafe { string.as_mut() }) else {
            return;
        };
        if !string.data.is_null() {
            let bytes = ptr::slice_from_raw_parts_mut(string.data.cast::<u8>(), string.len + 1);
            // SAFETY: made by `cable_string::new`, one byte longer than its length.
            drop(unsafe { Box::from_raw(bytes) });
        }
        string.data = ptr::null_mut();
        string.len = 0;
    });
}

/// A number, or none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_optional_u32 {
    /// Whether there is one.
    pub present: bool,
    /// The number; 0 if there is none.
    pub value: u32,
}

impl From<Option<u32>> for cable_optional_u32 {
    fn from(value: Option<u32>) -> Self {
        cable_optional_u32 {
            present: value.is_some(),
            value: value.unwrap_or(0),
        }
    }
}

/// Bytes `start` to `end` (not included) of the telegram's own text, `cable_document_text`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl From<Span> for cable_span {
    fn from(span: Span) -> Self {
        cable_span {
            start: span.start(),
            end: span.end(),
        }
    }
}

/// A span, or none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_optional_span {
    /// Whether there is one.
    pub present: bool,
    /// The span; 0 to 0 if there is none.
    pub span: cable_span,
}

impl From<Option<Span>> for cable_optional_span {
    fn from(span: Option<Span>) -> Self {
        cable_optional_span {
            present: span.is_some(),
            span: span.unwrap_or_default().into(),
        }
    }
}

/// Bytes `start` to `end` (not included) of the input, `cable_document_source`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_source_span {
    /// Which input, from 0; above 0 only for a telegram put together of several.
    pub part: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl From<SourceSpan> for cable_source_span {
    fn from(span: SourceSpan) -> Self {
        cable_source_span {
            part: span.part,
            start: span.start,
            end: span.end,
        }
    }
}

/// A source span, or none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_optional_source_span {
    /// Whether there is one.
    pub present: bool,
    /// The span; 0 to 0 if there is none.
    pub span: cable_source_span,
}

impl From<Option<SourceSpan>> for cable_optional_source_span {
    fn from(span: Option<SourceSpan>) -> Self {
        cable_optional_source_span {
            present: span.is_some(),
            span: span.unwrap_or_default().into(),
        }
    }
}
