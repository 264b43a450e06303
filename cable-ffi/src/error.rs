//! [`cable_error`]: why there is no document.

use crate::{cable_optional_source_span, cable_status, cable_str, guard};
use cable_core::corpus::{MemberError, MemberErrorKind};
use cable_core::{Error, ErrorKind, JoinError};

/// Why there is no document. Written by `cable_document_parse`, `cable_document_join` and `cable_corpus_next`, freed by `cable_error_free`; lives on its own.
/// May be read by many threads at once.
#[derive(Debug)]
pub struct cable_error {
    status: cable_status,
    code: &'static str,
    message: String,
    span: cable_optional_source_span,
    diagnostic: u32,
    data: Vec<u8>,
}

impl cable_error {
    pub(crate) fn status(&self) -> cable_status {
        self.status
    }
}

fn status_of(error: &Error) -> cable_status {
    match error.kind() {
        ErrorKind::TooLarge { .. } => cable_status::TooLarge,
        ErrorKind::NotATelegram => cable_status::NotATelegram,
        ErrorKind::WrongFormat { .. } => cable_status::WrongFormat,
        ErrorKind::StrictViolation(_) => cable_status::StrictViolation,
        _ => cable_status::OtherError,
    }
}

impl From<Error> for cable_error {
    fn from(error: Error) -> Self {
        cable_error {
            status: status_of(&error),
            code: error.code(),
            message: error.to_string(),
            span: error.span().into(),
            diagnostic: error.diagnostic().map_or(0, |code| code.number().into()),
            data: Vec::new(),
        }
    }
}

impl From<MemberError> for cable_error {
    fn from(error: MemberError) -> Self {
        use MemberErrorKind as K;
        let reason = match error.kind() {
            K::Parse(reason) => Some(reason),
            _ => None,
        };
        cable_error {
            status: match error.kind() {
                K::Parse(reason) => status_of(reason),
                K::Io(_) => cable_status::Io,
                K::SymlinkLoop => cable_status::SymlinkLoop,
                K::Truncated => cable_status::Truncated,
                K::UnclosedQuote => cable_status::UnclosedQuote,
                K::MissingColumns => cable_status::MissingColumns,
                _ => cable_status::OtherError,
            },
            code: error.code(),
            message: error.to_string(),
            span: reason.and_then(Error::span).into(),
            diagnostic: reason
                .and_then(Error::diagnostic)
                .map_or(0, |code| code.number().into()),
            data: error.into_bytes(),
        }
    }
}

impl From<JoinError> for cable_error {
    fn from(error: JoinError) -> Self {
        let status = match error {
            JoinError::Unreadable(reason) => return reason.into(),
            JoinError::NoParts => cable_status::NoParts,
            JoinError::NoSection { .. } => cable_status::NoSection,
            JoinError::OtherTelegram { .. } => cable_status::OtherTelegram,
            JoinError::AlreadyJoined { .. } => cable_status::AlreadyJoined,
            _ => cable_status::OtherError,
        };
        cable_error {
            code: error.code(),
            message: error.to_string(),
            ..status.into()
        }
    }
}

impl From<cable_status> for cable_error {
    fn from(status: cable_status) -> Self {
        let text = |text: &'static std::ffi::CStr| text.to_str().unwrap_or("");
        cable_error {
            status,
            code: text(status.name()),
            message: text(status.sentence()).to_owned(),
            span: cable_optional_source_span::default(),
            diagnostic: 0,
            data: Vec::new(),
        }
    }
}

/// The status that the call returned.
///
/// Returns: the status; `CABLE_STATUS_NULL_ARGUMENT` for a NULL error.
/// Ownership: none.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_status(error: *const cable_error) -> cable_status {
    guard::guard(cable_status::Panic, || {
        // SAFETY: the caller's promise.
        unsafe { error.as_ref() }.map_or(cable_status::NullArgument, |error| error.status)
    })
}

/// The stable kebab-case name of the error: `not-a-telegram`.
///
/// Returns: the name; `{NULL, 0}` for a NULL error.
/// Ownership: static, never freed.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_code(error: *const cable_error) -> cable_str {
    guard::guard(cable_str::ABSENT, || {
        // SAFETY: the caller's promise.
        unsafe { error.as_ref() }.map(|error| error.code).into()
    })
}

/// What went wrong and what was expected, lower case, without a final stop.
///
/// Returns: the message; `{NULL, 0}` for a NULL error.
/// Ownership: lives as long as the error.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_message(error: *const cable_error) -> cable_str {
    guard::guard(cable_str::ABSENT, || {
        // SAFETY: the caller's promise.
        let error = unsafe { error.as_ref() };
        error.map(|error| error.message.as_str()).into()
    })
}

/// The place in the input, where there is one.
///
/// Returns: the place; absent for a NULL error.
/// Ownership: none.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_span(error: *const cable_error) -> cable_optional_source_span {
    guard::guard(cable_optional_source_span::default(), || {
        // SAFETY: the caller's promise.
        let error = unsafe { error.as_ref() };
        error.map(|error| error.span).unwrap_or_default()
    })
}

/// The code of the finding that failed a strict parse: `CABLE_CODE_…`.
///
/// Returns: the code; 0 for any other error and for NULL.
/// Ownership: none.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_diagnostic(error: *const cable_error) -> u32 {
    guard::guard(0, || {
        // SAFETY: the caller's promise.
        unsafe { error.as_ref() }.map_or(0, |error| error.diagnostic)
    })
}

/// The bytes of a member of a corpus as far as they were read, so that nothing is lost; `cable_document_parse` reads what can
/// be read of a damaged row. Not always UTF-8.
///
/// Returns: the bytes; empty for the error of `cable_document_parse`, whose input the caller has; `{NULL, 0}` for a NULL
/// error.
/// Ownership: lives as long as the error.
/// Threads: any.
///
/// # Safety
/// `error` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_data(error: *const cable_error) -> cable_str {
    guard::guard(cable_str::ABSENT, || {
        // SAFETY: the caller's promise.
        unsafe { error.as_ref() }.map_or(cable_str::ABSENT, |error| error.data.as_slice().into())
    })
}

/// Frees an error. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the error; its message dies with it.
/// Threads: any, but no other may use the error.
///
/// # Safety
/// `error` is NULL or comes from `cable_document_parse`, `cable_document_join` or `cable_corpus_next` and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_error_free(error: *mut cable_error) {
    guard::guard((), || {
        if !error.is_null() {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(error) });
        }
    });
}
