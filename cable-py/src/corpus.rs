//! `scan` and `read`: telegrams from files.

use crate::cable::Cable;
use crate::convert::ToPython;
use crate::errors::{member_error, read_error};
use crate::options;
use cable_core::corpus::{self, Corpus, Member};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Reads a telegram from a file, packed with gzip or not. Options are those of `parse`; for a file of many telegrams there
/// is `scan`.
///
/// Raises `OSError` if the file cannot be read, `ParseError` if it holds no telegram, `MemberError` if a packed file
/// ends too early.
#[pyfunction]
#[pyo3(signature = (path, /, *, format = None, fragment = false, assume_year = None, strict = false, limits = None))]
pub(crate) fn read(
    py: Python<'_>,
    path: PathBuf,
    format: Option<&str>,
    fragment: bool,
    assume_year: Option<i16>,
    strict: bool,
    limits: Option<&Bound<'_, PyDict>>,
) -> PyResult<Cable> {
    let options = options::from_keywords(format, fragment, assume_year, strict, limits)?;
    match py.detach(|| corpus::read(&path, &options)) {
        Ok(cable) => Ok(Cable::of_corpus(cable, None)),
        Err(error) => Err(read_error(py, &error, &path)),
    }
}

/// The members of a corpus, in order: telegrams, and a `MemberError` for each that gave none. Made by `scan`.
#[pyclass(frozen, module = "cable._native")]
pub(crate) struct Scan(Mutex<corpus::Scan<Member>>);

#[pymethods]
impl Scan {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    /// The next member. Other threads of Python run while it is read and parsed.
    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let next = py.detach(|| {
            let mut members = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            members.next()
        });
        py.check_signals()?;
        let Some(Member { place, cable, .. }) = next else {
            return Ok(None);
        };
        Ok(Some(match cable {
            Ok(cable) => Py::new(py, Cable::of_corpus(cable, Some(place)))?.into_any(),
            Err(error) => member_error(py, &error, Some(&place))?,
        }))
    }

    /// How far the reading is.
    #[getter]
    fn progress(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let progress = py.detach(|| {
            let members = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            members.progress()
        });
        progress.to_python(py)
    }
}

/// What a corpus is read from.
#[derive(FromPyObject)]
pub(crate) enum Source {
    Paths(Vec<PathBuf>),
    /// Anything whose `read` gives bytes; `None` is standard input.
    Reader(Option<Py<PyAny>>),
}

impl Source {
    fn corpus(self, py: Python<'_>) -> PyResult<Corpus> {
        Ok(match self {
            Source::Paths(paths) => Corpus::of_paths(paths),
            Source::Reader(None) => Corpus::of_stdin(),
            Source::Reader(Some(object)) if object.bind(py).hasattr("read")? => {
                Corpus::of_reader(PythonReader(object))
            }
            Source::Reader(Some(object)) => {
                let kind = object.bind(py).get_type().name()?;
                return Err(PyTypeError::new_err(format!(
                    "expected a path, paths or a file object open for bytes, not {kind}"
                )));
            }
        })
    }
}

/// Starts a scan. `measure` asks for the total of bytes.
#[pyfunction]
#[pyo3(signature = (source, workers, measure, /, *, format = None, fragment = false, assume_year = None, strict = false, limits = None))]
#[allow(clippy::too_many_arguments)] // keywords of Python
pub(crate) fn _scan(
    py: Python<'_>,
    source: Source,
    workers: Option<usize>,
    measure: bool,
    format: Option<&str>,
    fragment: bool,
    assume_year: Option<i16>,
    strict: bool,
    limits: Option<&Bound<'_, PyDict>>,
) -> PyResult<Scan> {
    let options = options::from_keywords(format, fragment, assume_year, strict, limits)?;
    let corpus = source.corpus(py)?;
    let workers = workers
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1);
    let corpus = corpus.with_options(options).with_workers(workers);
    let corpus = match measure {
        true => corpus.with_progress(|_| {}),
        false => corpus,
    };
    Ok(Scan(Mutex::new(py.detach(|| corpus.scan()))))
}

/// A file object.
struct PythonReader(Py<PyAny>);

impl Read for PythonReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Python::attach(|py| {
            let read = self.0.bind(py).call_method1("read", (buffer.len(),));
            let read = read.map_err(io::Error::other)?;
            let bytes = read.cast::<PyBytes>().map_err(|_| {
                io::Error::other("read of the file object gave no bytes: is it open for text?")
            })?;
            let bytes = bytes.as_bytes();
            let length = bytes.len().min(buffer.len());
            buffer[..length].copy_from_slice(&bytes[..length]);
            Ok(length)
        })
    }
}
