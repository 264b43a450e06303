//! `join`: the section files of a telegram, put together.

use crate::cable::Cable;
use crate::convert::ToPython;
use crate::errors::join_error;
use crate::values::sections::Together;
use cable_core::Joined;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple};

/// Puts the files of a telegram that was sent in sections together; `cables` are the telegrams read from them, in any order.
///
/// The text is that of the first section, then of each further one what stands behind its header, its classification line
/// and the lines of the top that it repeats. It is read with the options of the first section. The `part` of a
/// `SourceSpan` is the index of the telegram in whose input the value stands. Sections that are missing are told by a
/// diagnostic, and by `Joined.missing`.
///
/// >>> import cable
/// >>> first = cable.parse("UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\n\nSUBJECT: HERRING\n\n1. (U) Catches\n")
/// >>> second = cable.parse("UNCLAS SECTION 02 OF 02 NORDHAVEN 000142\n\nof herring fell.\n")
/// >>> cable.join([second, first]).cable.paragraphs[0].text
/// 'Catches of herring fell.'
///
/// Raises `JoinError` if nothing was given, a telegram does not say which section of what it is or was joined itself, or two
/// are of different telegrams; `ParseError` if the joined telegram fails `strict`.
#[pyfunction]
#[pyo3(signature = (cables, /))]
pub(crate) fn join(cables: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    let parts = PyIterator::from_object(cables)?
        .map(|part| Ok(part?.cast_into::<Cable>()?))
        .collect::<PyResult<Vec<_>>>()?;
    together(cables.py(), &parts)
}

/// A joined telegram again, from what pickle kept of it: its parts.
#[pyfunction]
#[pyo3(signature = (*parts))]
pub(crate) fn _join_again(parts: &Bound<'_, PyTuple>) -> PyResult<Py<PyAny>> {
    join(parts.as_any())?.getattr(parts.py(), "cable")
}

fn together(py: Python<'_>, parts: &[Bound<'_, Cable>]) -> PyResult<Py<PyAny>> {
    let read: Vec<_> = parts.iter().map(|part| part.get().core()).collect();
    let joined = py
        .detach(|| cable_core::join(&read))
        .map_err(|error| join_error(py, &error, &read))?;
    let Joined {
        cable,
        joined,
        repeated,
        missing,
        ..
    } = joined;
    let parts = PyTuple::new(py, parts)?.unbind();
    Together {
        cable: Py::new(py, Cable::of_parts(cable, parts))?,
        joined,
        repeated,
        missing,
    }
    .to_python(py)
}
