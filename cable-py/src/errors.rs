//! From errors of the core to Python exceptions. The only place that raises.

use crate::convert::ToPython;
use cable_core::corpus::{MemberError, MemberErrorKind, Place};
use cable_core::{Error, JoinError, LineIndex, ParseReferenceIdError};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use std::path::Path;

/// `cable.ParseError` with code, place, line and column.
pub(crate) fn parse_error(py: Python<'_>, error: &Error, input: &[u8]) -> PyErr {
    let place = error.span();
    let position = place.map(|place| {
        // Lines are found in a string; each byte that is not ASCII stands for itself there, so that columns count bytes.
        let ascii = |byte: &u8| if byte.is_ascii() { *byte as char } else { '?' };
        LineIndex::new(&input.iter().map(ascii).collect::<String>()).position(place.start)
    });
    raised(py, "ParseError", |class| {
        class.call1((
            error.to_string(),
            error.code(),
            place.to_python(py)?,
            position.map(|position| position.line),
            position.map(|position| position.column),
        ))
    })
}

/// `cable.JoinError` with code and the numbers of the parts; of a joined telegram that cannot be read, `cable.ParseError`.
pub(crate) fn join_error<S: AsRef<[u8]>>(
    py: Python<'_>,
    error: &JoinError,
    parts: &[&cable_core::Cable<S>],
) -> PyErr {
    let named: &[usize] = match error {
        JoinError::Unreadable(reason) => {
            let part = reason.span().map_or(0, |place| place.part as usize);
            let input = parts.get(part).map_or(&[][..], |part| part.source());
            return parse_error(py, reason, input);
        }
        JoinError::NoSection { part } | JoinError::AlreadyJoined { part } => &[*part],
        JoinError::OtherTelegram { first, second } => &[*first, *second],
        _ => &[],
    };
    raised(py, "JoinError", |class| {
        class.call1((error.to_string(), error.code(), PyTuple::new(py, named)?))
    })
}

/// `cable.MemberError`, as an object: members of a scan are not raised.
pub(crate) fn member_error(
    py: Python<'_>,
    error: &MemberError,
    place: Option<&Place>,
) -> PyResult<Py<PyAny>> {
    let class = py.import("cable._errors")?.getattr("MemberError")?;
    let data = PyBytes::new(py, error.bytes());
    let made = class.call1((error.to_string(), error.code(), place.to_python(py)?, data))?;
    Ok(made.unbind())
}

/// What `read` raises.
pub(crate) fn read_error(py: Python<'_>, error: &MemberError, path: &Path) -> PyErr {
    match error.kind() {
        MemberErrorKind::Parse(reason) => parse_error(py, reason, error.bytes()),
        MemberErrorKind::Io(reason) => {
            // With a number, Python takes the class of it: FileNotFoundError and so on.
            let path = path.as_os_str().to_owned();
            match reason.raw_os_error() {
                Some(number) => PyOSError::new_err((number, error.to_string(), path)),
                None => PyOSError::new_err(error.to_string()),
            }
        }
        _ => match member_error(py, error, None) {
            Ok(error) => PyErr::from_value(error.into_bound(py)),
            Err(error) => error,
        },
    }
}

/// `cable.ReferenceIdError`.
pub(crate) fn reference_id_error(
    py: Python<'_>,
    error: &ParseReferenceIdError,
    text: &str,
) -> PyErr {
    raised(py, "ReferenceIdError", |class| {
        class.call1((error.to_string(), text))
    })
}

fn raised<'py>(
    py: Python<'py>,
    class: &str,
    make: impl FnOnce(Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>>,
) -> PyErr {
    let made = py
        .import("cable._errors")
        .and_then(|module| module.getattr(class))
        .and_then(make);
    match made {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}
