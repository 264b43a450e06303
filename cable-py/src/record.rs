//! The `record!` macro: a record of the core as a frozen Python class.
//!
//! A class holds its values as Python objects, made once. Equality, hash, repr and pickling are the same for all and
//! go over the values in the order in which they are written.

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

/// Longest string that a repr shows, in characters.
const SHOWN: usize = 48;

/// `Name(field='value', …)` on one line, long strings clipped.
pub(crate) fn repr(py: Python<'_>, name: &str, fields: &[(&str, &Py<PyAny>)]) -> PyResult<String> {
    let mut out = format!("{name}(");
    for (index, (field, value)) in fields.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        out.push_str(field);
        out.push('=');
        out.push_str(&shown(value.bind(py))?);
    }
    out.push(')');
    Ok(out)
}

/// The repr of a value: words of vocabularies as plain strings, long strings clipped.
fn shown(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let Ok(string) = value.cast::<PyString>() else {
        return Ok(value.repr()?.to_string());
    };
    let string = string.to_str()?;
    let clipped = match string.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &string[..end]),
        None => string.to_owned(),
    };
    Ok(PyString::new(value.py(), &clipped).repr()?.to_string())
}

/// A tuple of the values, for equality, hash and pickling.
pub(crate) fn values<'py, const N: usize>(
    py: Python<'py>,
    values: [&Py<PyAny>; N],
) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, values)
}

/// What pickle keeps: the way back to the class, and the values.
pub(crate) fn reduce<'py>(
    py: Python<'py>,
    name: &str,
    values: Bound<'py, PyTuple>,
) -> PyResult<Bound<'py, PyTuple>> {
    let restore = py.import("cable._native")?.getattr("_restore")?;
    PyTuple::new(
        py,
        [
            restore,
            PyTuple::new(py, [PyString::new(py, name).into_any(), values.into_any()])?.into_any(),
        ],
    )
}

macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident($($shown:ident),*) of $core:ty {
            $($(#[$doc:meta])* $field:ident $(= |$this:ident| $value:expr)?,)*
        }
        $(with { $($method:tt)* })?
    ) => {
        $(#[$meta])*
        #[pyclass(frozen, module = "cable")]
        pub(crate) struct $name {
            $($(#[$doc])* #[pyo3(get)] $field: Py<PyAny>,)*
        }

        impl $crate::convert::ToPython for $core {
            fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                let record = $name {
                    $($field: $crate::convert::ToPython::to_python(
                        &$crate::record::record!(@value self $field $(|$this| $value)?), py)?,)*
                };
                Ok(Py::new(py, record)?.into_any())
            }
        }

        impl $name {
            fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyTuple>> {
                $crate::record::values(py, [$(&self.$field),*])
            }

            /// From the values that pickle kept.
            pub(crate) fn restore(values: &Bound<'_, pyo3::types::PyTuple>) -> PyResult<Py<PyAny>> {
                let py = values.py();
                let mut values = values.iter();
                let record = $name {
                    $($field: values.next().map_or_else(|| py.None(), Bound::unbind),)*
                };
                Ok(Py::new(py, record)?.into_any())
            }
        }

        #[pymethods]
        impl $name {
            fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
                let py = other.py();
                match other.cast::<Self>() {
                    Ok(other) => {
                        let equal = self.values(py)?.eq(other.get().values(py)?)?;
                        $crate::convert::ToPython::to_python(&equal, py)
                    }
                    Err(_) => Ok(py.NotImplemented()),
                }
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                self.values(py)?.hash()
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                $crate::record::repr(py, stringify!($name), &[$((stringify!($shown), &self.$shown)),*])
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyTuple>> {
                $crate::record::reduce(py, stringify!($name), self.values(py)?)
            }

            $($($method)*)?
        }
    };
    (@value $self:ident $field:ident) => { $self.$field };
    (@value $self:ident $field:ident |$this:ident| $value:expr) => {{ let $this = $self; $value }};
}
pub(crate) use record;
