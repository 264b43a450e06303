//! `Diagnostic`: one finding, with the telegram it speaks of.

use crate::cable::Cable;
use crate::convert::ToPython;
use cable_core::Diagnostic as Finding;
use pyo3::prelude::*;

/// One finding of a parse.
#[pyclass(frozen, module = "cable")]
pub(crate) struct Diagnostic {
    finding: Finding,
    index: usize,
    cable: Py<Cable>,
}

impl Diagnostic {
    /// Finding number `index` of `cable`.
    pub(crate) fn new(cable: &Bound<'_, Cable>, index: usize, finding: Finding) -> Self {
        Diagnostic {
            finding,
            index,
            cable: cable.clone().unbind(),
        }
    }
}

#[pymethods]
impl Diagnostic {
    /// Stable name of what was found; `diagnostic_codes()` lists them all.
    #[getter]
    fn code(&self) -> &'static str {
        self.finding.code.as_str()
    }

    /// How bad it is.
    #[getter]
    fn severity(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.finding.severity.to_python(py)
    }

    /// Where, in the text; `None` if it is about the envelope or about something that is not there.
    #[getter]
    fn span(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.finding.span.to_python(py)
    }

    /// Where, in the input.
    #[getter]
    fn source(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.finding.source.to_python(py)
    }

    /// The other place, for findings about two.
    #[getter]
    fn related(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.finding.related.to_python(py)
    }

    /// How often, for what is told once for the whole text (`encoding-repaired`). No key of the JSON.
    #[getter]
    fn count(&self) -> Option<u32> {
        self.finding.count
    }

    /// One sentence that says what was found.
    #[getter]
    fn sentence(&self) -> &'static str {
        self.finding.code.sentence()
    }

    /// Line of the text, from 1.
    #[getter]
    fn line(&self, py: Python<'_>) -> Option<u32> {
        let lines = self.cable.get().lines(py);
        Some(lines.position(self.finding.span?.start()).line)
    }

    /// Column in bytes, from 1.
    #[getter]
    fn column(&self, py: Python<'_>) -> Option<u32> {
        let lines = self.cable.get().lines(py);
        Some(lines.position(self.finding.span?.start()).column)
    }

    /// The finding as a few lines of plain text: severity, code, sentence, and the line with carets.
    fn render(&self, py: Python<'_>) -> String {
        let cable = self.cable.get();
        let lines = cable.lines(py);
        self.finding.render(cable.view().text(), lines).to_string()
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        match other.cast::<Self>() {
            Ok(other) => (self.finding == other.get().finding).to_python(other.py()),
            Err(_) => Ok(other.py().NotImplemented()),
        }
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
        let Finding {
            code,
            span,
            source,
            related,
            ..
        } = &self.finding;
        BuildHasherDefault::<DefaultHasher>::default().hash_one((code, span, source, related))
    }

    fn __repr__(&self) -> String {
        let Finding {
            code,
            severity,
            span,
            ..
        } = &self.finding;
        match span {
            Some(span) => format!(
                "Diagnostic(code='{code}', severity='{severity}', span=Span({}, {}))",
                span.start(),
                span.end()
            ),
            None => format!("Diagnostic(code='{code}', severity='{severity}', span=None)"),
        }
    }

    #[allow(clippy::type_complexity)] // what pickle asks for: a function and its arguments
    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (Py<Cable>, usize))> {
        let restore = py.import("cable._native")?.getattr("_diagnostic")?;
        Ok((restore, (self.cable.clone_ref(py), self.index)))
    }
}

/// A finding again, from what pickle kept of it.
#[pyfunction]
#[pyo3(signature = (cable, index, /))]
pub(crate) fn _diagnostic(cable: &Bound<'_, Cable>, index: usize) -> PyResult<Diagnostic> {
    match cable.get().view().diagnostics().get(index) {
        Some(finding) => Ok(Diagnostic::new(cable, index, *finding)),
        None => Err(pyo3::exceptions::PyIndexError::new_err(
            "no such diagnostic",
        )),
    }
}
