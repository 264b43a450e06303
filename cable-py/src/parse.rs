//! `parse`: from what Python holds to a telegram.

use crate::cable::Cable;
use crate::errors::parse_error;
use crate::options;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyString};

/// Reads a telegram in any format.
///
/// `data` holds the telegram itself, never a path: `bytes` (kept, not copied), `bytearray` (copied once), or `str`
/// (encoded as UTF-8; spans count these bytes). Damage is told in `Cable.diagnostics`.
///
/// - `format`: read the input as this format instead of looking for one.
/// - `fragment`: the input is a piece of a telegram; nothing missing is reported.
/// - `assume_year`: the year to take where the telegram prints none.
/// - `strict`: the first diagnostic of severity error raises.
/// - `limits`: upper bounds on what is kept, see `Limits`.
///
/// Raises `ParseError` if the input is no telegram, too large, not of the format asked for, or fails `strict`.
#[pyfunction]
#[pyo3(signature = (data, /, *, format = None, fragment = false, assume_year = None, strict = false, limits = None))]
pub(crate) fn parse(
    data: &Bound<'_, PyAny>,
    format: Option<&str>,
    fragment: bool,
    assume_year: Option<i16>,
    strict: bool,
    limits: Option<&Bound<'_, PyDict>>,
) -> PyResult<Cable> {
    let py = data.py();
    let options = options::from_keywords(format, fragment, assume_year, strict, limits)?;
    let bytes = bytes_of(data)?;
    let input = PyBackedBytes::from(bytes.clone());
    match py.detach(|| cable_core::Cable::parse_with(input, &options)) {
        Ok(cable) => Ok(Cable::new(cable, bytes.unbind())),
        Err(error) => Err(parse_error(py, &error, bytes.as_bytes())),
    }
}

fn bytes_of<'py>(data: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    if let Ok(bytes) = data.cast::<PyBytes>() {
        Ok(bytes.clone())
    } else if let Ok(text) = data.cast::<PyString>() {
        text.encode_utf8()
    } else if let Ok(array) = data.cast::<PyByteArray>() {
        Ok(PyBytes::new(data.py(), &array.to_vec()))
    } else {
        let kind = data.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "expected bytes, str or bytearray, not {kind}"
        )))
    }
}

/// A telegram again, from what pickle kept of it.
#[pyfunction]
#[pyo3(signature = (data, keywords, /))]
pub(crate) fn _parse_again<'py>(
    data: &Bound<'py, PyBytes>,
    keywords: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let parse = data.py().import("cable._native")?.getattr("parse")?;
    parse.call((data,), Some(keywords))
}
