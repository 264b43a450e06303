//! [`ToPython`]: from a value of the core to a Python object.

use cable_core::record::{Created, EnvelopeText};
use jiff::Timestamp;
use jiff::civil::Date;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyInt, PyString, PyTuple, PyTzInfo};
use std::path::Path;
use std::sync::Arc;

/// A value of the core that Python can hold. (pyo3's own trait cannot be implemented for types of another crate.)
pub(crate) trait ToPython {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

/// A tuple of the values of a list.
pub(crate) fn tuple<T: ToPython>(
    py: Python<'_>,
    values: impl ExactSizeIterator<Item = T>,
) -> PyResult<Py<PyAny>> {
    let values = values
        .map(|value| value.to_python(py))
        .collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(py, values)?.into_any().unbind())
}

impl<T: ToPython> ToPython for Option<T> {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        match self {
            Some(value) => value.to_python(py),
            None => Ok(py.None()),
        }
    }
}

impl<T: ToPython> ToPython for Vec<T> {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(py, self.iter())
    }
}

impl<T: ToPython> ToPython for &[T] {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(py, self.iter())
    }
}

impl<T: ToPython + ?Sized> ToPython for &T {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        (*self).to_python(py)
    }
}

impl ToPython for str {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(PyString::new(py, self).into_any().unbind())
    }
}

impl ToPython for String {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.as_str().to_python(py)
    }
}

impl<T> ToPython for Py<T> {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(self.clone_ref(py).into_any())
    }
}

impl ToPython for Arc<Path> {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(self.as_os_str().into_pyobject(py)?.into_any().unbind())
    }
}

impl ToPython for bool {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(PyBool::new(py, *self).to_owned().into_any().unbind())
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl ToPython for $type {
            fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                Ok(PyInt::new(py, *self).into_any().unbind())
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, i16);

impl ToPython for Date {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let (month, day) = (self.month().unsigned_abs(), self.day().unsigned_abs());
        let day = PyDate::new(py, self.year().into(), month, day)?;
        Ok(day.into_any().unbind())
    }
}

impl ToPython for Timestamp {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let civil = jiff::tz::Offset::UTC.to_datetime(*self);
        let instant = PyDateTime::new(
            py,
            civil.year().into(),
            civil.month().unsigned_abs(),
            civil.day().unsigned_abs(),
            civil.hour().unsigned_abs(),
            civil.minute().unsigned_abs(),
            civil.second().unsigned_abs(),
            0,
            Some(&*PyTzInfo::utc(py)?),
        )?;
        Ok(instant.into_any().unbind())
    }
}

impl ToPython for EnvelopeText {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value.as_str().to_python(py)
    }
}

impl ToPython for Created {
    fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        match self {
            Created::Instant(instant) => instant.to_python(py),
            other => other.day().to_python(py),
        }
    }
}
