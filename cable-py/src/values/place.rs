//! Places: spans of the text, spans of the input, and what they hold.

use crate::convert::ToPython;
use crate::record::record;
use cable_core::container;
use pyo3::prelude::*;

/// A half-open range of bytes in the text of a telegram, encoded as UTF-8.
#[pyclass(frozen, eq, ord, hash, module = "cable", from_py_object)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Hash)]
pub(crate) struct Span(pub(crate) cable_core::Span);

#[pymethods]
impl Span {
    /// A span of the bytes from `start` up to `end`.
    #[new]
    fn new(start: u32, end: u32) -> Self {
        Span(cable_core::Span::new(start, end))
    }

    /// The first byte.
    #[getter]
    fn start(&self) -> u32 {
        self.0.start()
    }

    /// The byte after the last one.
    #[getter]
    fn end(&self) -> u32 {
        self.0.end()
    }

    /// Length in bytes.
    fn __len__(&self) -> usize {
        self.0.len() as usize
    }

    fn __repr__(&self) -> String {
        format!("Span({}, {})", self.0.start(), self.0.end())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (u32, u32)) {
        let place = slf.get().0;
        (slf.get_type().into_any(), (place.start(), place.end()))
    }
}

impl ToPython for cable_core::Span {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Span(*self))?.into_any())
    }
}

/// A half-open range of bytes in the input as it was given.
#[pyclass(frozen, eq, ord, hash, module = "cable", from_py_object)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Hash)]
pub(crate) struct SourceSpan(pub(crate) cable_core::SourceSpan);

#[pymethods]
impl SourceSpan {
    /// A span of the bytes from `start` up to `end` of the input number `part`.
    #[new]
    #[pyo3(signature = (start, end, part = 0))]
    fn new(start: u32, end: u32, part: u32) -> Self {
        let mut place = cable_core::SourceSpan::new(start, end);
        place.part = part;
        SourceSpan(place)
    }

    /// The first byte.
    #[getter]
    fn start(&self) -> u32 {
        self.0.start
    }

    /// The byte after the last one.
    #[getter]
    fn end(&self) -> u32 {
        self.0.end
    }

    /// Which input, from 0; above 0 only for a telegram put together of several.
    #[getter]
    fn part(&self) -> u32 {
        self.0.part
    }

    /// Length in bytes.
    fn __len__(&self) -> usize {
        self.0.len() as usize
    }

    fn __repr__(&self) -> String {
        let cable_core::SourceSpan { part, start, end } = self.0;
        match part {
            0 => format!("SourceSpan({start}, {end})"),
            part => format!("SourceSpan({start}, {end}, {part})"),
        }
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (u32, u32, u32)) {
        let place = slf.get().0;
        (
            slf.get_type().into_any(),
            (place.start, place.end, place.part),
        )
    }
}

impl ToPython for cable_core::SourceSpan {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, SourceSpan(*self))?.into_any())
    }
}

record! {
    /// A stretch of the text. The zones of a telegram tile its text.
    Zone(kind, span) of cable_core::Zone {
        /// What it is.
        kind,
        /// Where it is.
        span,
    }
}

record! {
    /// A stretch of the input. The regions of a telegram tile its input.
    Region(kind, source) of container::Region {
        /// What it is.
        kind,
        /// Where it is.
        source,
    }
}
