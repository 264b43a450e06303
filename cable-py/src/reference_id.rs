//! `ReferenceId`: year, post and serial number of a telegram.

use crate::errors::reference_id_error;
use pyo3::prelude::*;
use pyo3::types::PyType;

/// A message reference number, read from any of its written forms.
///
/// Two ids are equal and sort by year, post and serial number, whatever their written form.
#[pyclass(frozen, eq, ord, hash, str, module = "cable")]
#[derive(PartialEq, Eq, PartialOrd, Hash)]
pub(crate) struct ReferenceId(cable_core::ReferenceId);

impl std::fmt::Display for ReferenceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[pymethods]
impl ReferenceId {
    /// Reads an id: `08MOSCOW820`, `08 MOSCOW 000820`, `1977MOSCOW02124`.
    ///
    /// Raises `ReferenceIdError` if a part is missing or impossible.
    #[new]
    #[pyo3(signature = (text, /))]
    fn new(py: Python<'_>, text: &str) -> PyResult<Self> {
        match cable_core::ReferenceId::parse(text) {
            Ok(id) => Ok(ReferenceId(id)),
            Err(error) => Err(reference_id_error(py, &error, text)),
        }
    }

    /// An id from its parts.
    #[classmethod]
    fn of(class: &Bound<'_, PyType>, year: i16, post: &str, serial: u32) -> PyResult<Self> {
        match cable_core::ReferenceId::new(year, post, serial) {
            Ok(id) => Ok(ReferenceId(id)),
            Err(error) => {
                let parts = format!("{year} {post} {serial}");
                Err(reference_id_error(class.py(), &error, &parts))
            }
        }
    }

    /// The year, four digits.
    #[getter]
    fn year(&self) -> i16 {
        self.0.year()
    }

    /// The post as written, in upper case without blanks, not corrected.
    #[getter]
    fn post(&self) -> &str {
        self.0.post()
    }

    /// The serial number; 0 only for a published id that lost it.
    #[getter]
    fn serial(&self) -> u32 {
        self.0.serial()
    }

    /// The id as it was written, without blanks around it.
    #[getter]
    fn printed(&self) -> std::borrow::Cow<'_, str> {
        self.0.printed()
    }

    /// The post in its six-character form of 1973 to 1979.
    #[getter]
    fn post6(&self) -> String {
        self.0.post6()
    }

    /// The id with its spelling repaired and glued words stripped; the post keeps its own name.
    fn canonical(&self) -> Self {
        ReferenceId(self.0.canonical())
    }

    /// Whether both ids are of one telegram: the same after repair, or by names of one post.
    fn same_as(&self, other: &Self) -> bool {
        self.0.same_as(&other.0)
    }

    /// The form of the archives of 1973 to 1979: `1977MOSCOW02124`.
    fn archive_form(&self) -> String {
        self.0.archive_form()
    }

    /// The form inside a text: `08 THE HAGUE 1234`.
    fn in_text(&self) -> String {
        self.0.in_text()
    }

    fn __repr__(&self) -> String {
        format!("ReferenceId('{}')", self.0)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (String,)) {
        let printed = slf.get().0.printed().into_owned();
        (slf.get_type().into_any(), (printed,))
    }
}
