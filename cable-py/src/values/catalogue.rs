//! The catalogue of findings.

use crate::convert::tuple;
use crate::record::record;
use cable_core::Code;
use pyo3::prelude::*;

record! {
    /// A code of the catalogue of findings.
    DiagnosticCode(code, severity) of Code {
        /// Stable kebab-case name.
        code = |code| code.as_str(),
        /// Fixed number, the same in every language and version.
        number = |code| code.number(),
        /// How bad it is.
        severity = |code| code.severity(),
        /// One sentence that says what was found.
        sentence = |code| code.sentence(),
        /// What it says, and the source of the rule.
        doc = |code| code.doc(),
    }
}

/// The catalogue of findings, by number.
#[pyfunction]
pub(crate) fn diagnostic_codes(py: Python<'_>) -> PyResult<Py<PyAny>> {
    tuple(py, Code::ALL.iter())
}
