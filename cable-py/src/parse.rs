//! `parse`: from what Python holds to a telegram.

use crate::cable::{Bytes, Cable};
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
    parsed(py, bytes_of(data)?, |input| {
        cable_core::Cable::parse_with(input, &options)
    })
}

/// Runs a parse while other threads of Python run.
fn parsed(
    py: Python<'_>,
    bytes: Bound<'_, PyBytes>,
    parse: impl FnOnce(Bytes) -> Result<cable_core::Cable<Bytes>, cable_core::Error> + Send,
) -> PyResult<Cable> {
    let input = Bytes::Python(PyBackedBytes::from(bytes.clone()));
    match py.detach(|| parse(input)) {
        Ok(cable) => Ok(Cable::new(py, cable, bytes.unbind())),
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

/// A telegram again, from what pickle kept of it: the bytes, the options, the place, whether it is a row of a dump.
#[pyfunction]
#[pyo3(signature = (data, keywords, place, is_row, /))]
pub(crate) fn _parse_again(
    py: Python<'_>,
    data: Bound<'_, PyBytes>,
    keywords: &Bound<'_, PyDict>,
    place: Py<PyAny>,
    is_row: bool,
) -> PyResult<Cable> {
    let options = options::of_dict(keywords)?;
    let cable = parsed(py, data, |input| match is_row {
        true => cable_core::Cable::parse_row(input, &options),
        false => cable_core::Cable::parse_with(input, &options),
    })?;
    Ok(cable.at(py, place, is_row))
}
