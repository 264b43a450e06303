//! What the wrapping says.

use crate::convert::ToPython;
use crate::record::record;
use cable_core::record;
use cable_core::record::EnvelopeAttribute;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};

/// A pair of a label and what it holds.
struct Attribute<'a>(&'a EnvelopeAttribute);

impl ToPython for Attribute<'_> {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let label = PyString::new(py, &self.0.label).into_any().unbind();
        let value = match self.0.list {
            true => self.0.values.to_python(py)?,
            false => self.0.values.first().to_python(py)?,
        };
        Ok(PyTuple::new(py, [label, value])?.into_any().unbind())
    }
}

record! {
    /// Everything the wrapping says.
    Envelope(reference_id, created) of record::Envelope {
        /// Reference id or document number, as printed.
        reference_id,
        /// When the telegram was made.
        created = |envelope| envelope.created.map(|(created, _)| created),
        /// When it was published.
        released = |envelope| envelope.released.map(|(released, _)| released),
        /// The classification; `None` too if it cannot be read.
        classification = |envelope| envelope.marking(),
        /// Origin: `Embassy Moscow`.
        origin,
        /// Subject, or its first line.
        subject,
        /// Tags.
        tags,
        /// References.
        references,
        /// Articles that used the telegram.
        media,
        /// Everything else, in order: pairs of a label and its value, or a tuple of its values.
        attribute_items = |envelope| envelope.attributes.iter().map(Attribute).collect::<Vec<_>>(),
    }
    with {
        /// Everything else, by label.
        #[getter]
        fn attributes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
            PyDict::from_sequence(self.attribute_items.bind(py))
        }
    }
}
