//! `Cable`: one telegram, with the bytes it was read from. Values are made when they are asked for, and kept.

use crate::convert::{ToPython, tuple};
use crate::diagnostic::Diagnostic;
use crate::options::to_keywords;
use crate::values::place::{SourceSpan, Span};
use cable_core::corpus::Place;
use cable_core::record::Format;
use cable_core::{CableRef, LineIndex, TextOptions};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};

/// Fields whose Python values are kept.
#[derive(Clone, Copy)]
enum Field {
    Text,
    Format,
    ReferenceId,
    Envelope,
    Header,
    Distribution,
    Banner,
    Classification,
    Captions,
    PassLines,
    Notes,
    CorrectedCopy,
    ExecutiveOrder,
    Tags,
    Subject,
    References,
    ClassifiedBy,
    Paragraphs,
    Summary,
    Comment,
    Headings,
    Breaks,
    Citations,
    Attachments,
    Redactions,
    Signature,
    EndMarkers,
    ReleaseStamps,
    Zones,
    Regions,
}

const FIELDS: usize = Field::Regions as usize + 1;

/// The bytes of a telegram: those of the caller, or those that a scan read.
pub(crate) enum Bytes {
    Python(PyBackedBytes),
    Read(Vec<u8>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Bytes::Python(bytes) => bytes,
            Bytes::Read(bytes) => bytes,
        }
    }
}

/// One telegram.
#[pyclass(frozen, module = "cable")]
pub(crate) struct Cable {
    cable: cable_core::Cable<Bytes>,
    bytes: PyOnceLock<Py<PyBytes>>,
    /// Where a scan found it.
    member: Option<Place>,
    place: PyOnceLock<Py<PyAny>>,
    /// The telegrams it was put together of, if it was.
    parts: Option<Py<PyTuple>>,
    /// It is a row that a scan parted off, whatever its shape.
    is_row: bool,
    lines: PyOnceLock<LineIndex>,
    spans: PyOnceLock<Py<PyDict>>,
    kept: [PyOnceLock<Py<PyAny>>; FIELDS],
}

impl Cable {
    /// A telegram of bytes that Python holds.
    pub(crate) fn new(py: Python<'_>, cable: cable_core::Cable<Bytes>, bytes: Py<PyBytes>) -> Self {
        let made = Cable::made(cable, None);
        made.bytes.get_or_init(py, || bytes);
        made
    }

    /// A telegram of bytes that were read from a file.
    pub(crate) fn of_corpus(cable: cable_core::Cable, place: Option<Place>) -> Self {
        let is_row = cable.view().format() == Format::DumpRow
            && place.as_ref().is_some_and(|place| place.row.is_some());
        let mut made = Cable::made(cable.map_source(Bytes::Read), place);
        made.is_row = is_row;
        made
    }

    /// The same telegram with the place that pickle kept.
    pub(crate) fn at(mut self, py: Python<'_>, place: Py<PyAny>, is_row: bool) -> Self {
        self.place.get_or_init(py, || place);
        self.is_row = is_row;
        self
    }

    /// A telegram put together of others, a tuple of `Cable`.
    pub(crate) fn of_parts(cable: cable_core::Cable, parts: Py<PyTuple>) -> Self {
        let mut made = Cable::made(cable.map_source(Bytes::Read), None);
        made.parts = Some(parts);
        made
    }

    fn made(cable: cable_core::Cable<Bytes>, member: Option<Place>) -> Self {
        Cable {
            cable,
            bytes: PyOnceLock::new(),
            member,
            place: PyOnceLock::new(),
            parts: None,
            is_row: false,
            lines: PyOnceLock::new(),
            spans: PyOnceLock::new(),
            kept: [const { PyOnceLock::new() }; FIELDS],
        }
    }

    pub(crate) fn core(&self) -> &cable_core::Cable<Bytes> {
        &self.cable
    }

    pub(crate) fn view(&self) -> CableRef<'_> {
        self.cable.view()
    }

    /// Where the lines of the text begin.
    pub(crate) fn lines(&self, py: Python<'_>) -> &LineIndex {
        self.lines
            .get_or_init(py, || LineIndex::new(self.view().text()))
    }

    /// The value of a field, made on the first call.
    fn keep<'a>(
        &'a self,
        py: Python<'_>,
        field: Field,
        make: impl FnOnce(CableRef<'a>) -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let kept = &self.kept[field as usize];
        Ok(kept
            .get_or_try_init(py, || make(self.view()))?
            .clone_ref(py))
    }

    fn spans_kept<'py>(&'py self, py: Python<'py>) -> PyResult<&'py Bound<'py, PyDict>> {
        let spans = self.spans.get_or_try_init(py, || {
            let spans = PyDict::new(py);
            for (pointer, span) in self.view().spans().iter() {
                spans.set_item(pointer, span.to_python(py)?)?;
            }
            PyResult::Ok(spans.unbind())
        })?;
        Ok(spans.bind(py))
    }
}

#[pymethods]
impl Cable {
    /// The telegram's own text. Spans count its bytes in UTF-8, not its characters; see `slice`.
    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Text, |view| view.text().to_python(py))
    }

    /// The wrapping the telegram came in.
    #[getter]
    fn format(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Format, |view| view.format().to_python(py))
    }

    /// The reference id: of the envelope, else put together of banner, header and year. See `ReferenceId`.
    #[getter]
    fn reference_id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::ReferenceId, |view| {
            view.reference_id().to_python(py)
        })
    }

    /// What the wrapping says.
    #[getter]
    fn envelope(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Envelope, |view| view.envelope().to_python(py))
    }

    /// The transmission header.
    #[getter]
    fn header(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Header, |view| view.header().to_python(py))
    }

    /// The distribution block of the Department.
    #[getter]
    fn distribution(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Distribution, |view| {
            view.distribution().to_python(py)
        })
    }

    /// The classification line that opens the text.
    #[getter]
    fn banner(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Banner, |view| view.banner().to_python(py))
    }

    /// The classification of the banner. See `marking_in_force` for all that speaks of it.
    #[getter]
    fn classification(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Classification, |view| {
            view.classification().to_python(py)
        })
    }

    /// Captions, upper-cased, each once.
    #[getter]
    fn captions(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Captions, |view| tuple(py, view.captions()))
    }

    /// Lines that steer the telegram to agencies, offices and persons.
    #[getter]
    fn pass_lines(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::PassLines, |view| tuple(py, view.pass_lines()))
    }

    /// Lines before the first label that are neither captions nor pass lines.
    #[getter]
    fn notes(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Notes, |view| tuple(py, view.notes()))
    }

    /// The line that says that this is a corrected copy.
    #[getter]
    fn corrected_copy(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::CorrectedCopy, |view| {
            view.corrected_copy().to_python(py)
        })
    }

    /// The E.O. line.
    #[getter]
    fn executive_order(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::ExecutiveOrder, |view| {
            view.executive_order().to_python(py)
        })
    }

    /// Tags, each once.
    #[getter]
    fn tags(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Tags, |view| tuple(py, view.tags()))
    }

    /// The subject.
    #[getter]
    fn subject(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Subject, |view| view.subject().to_python(py))
    }

    /// What the REF line points to.
    #[getter]
    fn references(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::References, |view| tuple(py, view.references()))
    }

    /// Who classified the telegram, and why.
    #[getter]
    fn classified_by(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::ClassifiedBy, |view| {
            view.classified_by().to_python(py)
        })
    }

    /// Paragraphs.
    #[getter]
    fn paragraphs(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Paragraphs, |view| tuple(py, view.paragraphs()))
    }

    /// The summary, without its markers.
    #[getter]
    fn summary(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Summary, |view| view.summary().to_python(py))
    }

    /// The comment, without its markers.
    #[getter]
    fn comment(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Comment, |view| view.comment().to_python(py))
    }

    /// Titles.
    #[getter]
    fn headings(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Headings, |view| tuple(py, view.headings()))
    }

    /// Section separators and page headings.
    #[getter]
    fn breaks(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Breaks, |view| tuple(py, view.breaks()))
    }

    /// Places of the text that cite a reference.
    #[getter]
    fn citations(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Citations, |view| tuple(py, view.citations()))
    }

    /// Texts between begin and end words.
    #[getter]
    fn attachments(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Attachments, |view| tuple(py, view.attachments()))
    }

    /// Removals made before release.
    #[getter]
    fn redactions(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Redactions, |view| tuple(py, view.redactions()))
    }

    /// Persons who signed.
    #[getter]
    fn signature(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Signature, |view| tuple(py, view.signature()))
    }

    /// What stands behind the signature: `NNNN`, `BT`.
    #[getter]
    fn end_markers(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::EndMarkers, |view| tuple(py, view.end_markers()))
    }

    /// Stamps of the release review.
    #[getter]
    fn release_stamps(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::ReleaseStamps, |view| {
            tuple(py, view.release_stamps())
        })
    }

    /// What each stretch of the text is; the zones tile it.
    #[getter]
    fn zones(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Zones, |view| view.layout().zones().to_python(py))
    }

    /// What each stretch of the input is; the regions tile it.
    #[getter]
    fn regions(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.keep(py, Field::Regions, |_| self.cable.regions().to_python(py))
    }

    /// The input, byte for byte. Of a telegram that was put together the input given first; see `sources`.
    #[getter]
    fn source(&self, py: Python<'_>) -> PyResult<Py<PyBytes>> {
        let source = self.bytes.get_or_try_init(py, || match &self.parts {
            Some(parts) => {
                let first = parts.bind(py).get_item(0)?.cast_into::<Cable>()?;
                first.get().source(py)
            }
            None => Ok(PyBytes::new(py, self.cable.source()).unbind()),
        })?;
        Ok(source.clone_ref(py))
    }

    /// The inputs, as the `part` of a `SourceSpan` counts them: one, or those of the telegrams that `join` was given.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let Some(parts) = &self.parts else {
            return PyTuple::new(py, [self.source(py)?]);
        };
        let sources = parts
            .bind(py)
            .iter()
            .map(|part| part.cast::<Cable>()?.get().source(py))
            .collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(py, sources)
    }

    /// Where a scan found it: file, row, bytes. `None` for what was parsed or read alone.
    #[getter]
    fn place(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let place = self
            .place
            .get_or_try_init(py, || self.member.to_python(py))?;
        Ok(place.clone_ref(py))
    }

    /// The year of the telegram: of its date-time group, else of the envelope, else assumed.
    #[getter]
    fn year(&self) -> Option<i16> {
        self.view().year()
    }

    /// Findings, in the order of their places.
    #[getter]
    fn diagnostics<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let findings = slf.get().view().diagnostics();
        let findings = findings
            .iter()
            .enumerate()
            .map(|(index, finding)| Bound::new(slf.py(), Diagnostic::new(slf, index, *finding)))
            .collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(slf.py(), findings)
    }

    /// Fields that are there but have no value, by path, and why.
    #[getter]
    fn states<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let states = PyDict::new(py);
        for (path, state) in self.view().states() {
            states.set_item(path, state.to_python(py)?)?;
        }
        Ok(states)
    }

    /// Why the field at `path` has no value; `None` if it has one or is not there.
    #[pyo3(signature = (path, /))]
    fn state(&self, py: Python<'_>, path: &str) -> PyResult<Py<PyAny>> {
        self.view().state(path).to_python(py)
    }

    /// The marking under which the telegram is to be handled: banner, captions, and, without a banner, envelope or
    /// highest portion.
    fn marking_in_force(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view().marking_in_force().to_python(py)
    }

    /// Where the value at a JSON pointer stands in the text: `cable.span("/subject/text")`.
    #[pyo3(signature = (pointer, /))]
    fn span<'py>(&'py self, py: Python<'py>, pointer: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.spans_kept(py)?.get_item(pointer)
    }

    /// Where the values stand in the text, by JSON pointer.
    fn spans<'py>(&'py self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.spans_kept(py)?.copy()
    }

    /// The place in the input of a span of the text.
    #[pyo3(signature = (span, /))]
    fn source_span(&self, py: Python<'_>, span: Span) -> PyResult<Py<PyAny>> {
        self.cable.source_map().to_source(span.0).to_python(py)
    }

    /// The bytes of an input under a place of it; empty where the place does not fit.
    #[pyo3(signature = (place, /))]
    fn slice_source(&self, place: SourceSpan) -> &[u8] {
        self.cable.slice_source(place.0)
    }

    /// The text under a span; empty where the span does not fit the text.
    #[pyo3(signature = (span, /))]
    fn slice(&self, span: Span) -> &str {
        self.view().slice(span.0)
    }

    /// The running text for work on its language: paragraphs without number, mark, headings, breaks and signature; the
    /// keywords keep what they name. Each piece knows what it is and where it stands.
    #[pyo3(signature = (*, header = false, banner = false, captions = false, marks = false, numbers = false,
        headings = false, breaks = false, signature = false))]
    #[expect(clippy::too_many_arguments, clippy::fn_params_excessive_bools)] // keywords of Python
    fn text_view(
        &self,
        py: Python<'_>,
        header: bool,
        banner: bool,
        captions: bool,
        marks: bool,
        numbers: bool,
        headings: bool,
        breaks: bool,
        signature: bool,
    ) -> PyResult<Py<PyAny>> {
        let options = TextOptions::new()
            .with_header(header)
            .with_banner(banner)
            .with_captions(captions)
            .with_marks(marks)
            .with_numbers(numbers)
            .with_headings(headings)
            .with_breaks(breaks)
            .with_signature(signature);
        py.detach(|| self.view().text_view(&options)).to_python(py)
    }

    /// The telegram as compact JSON; `spans=True` adds the places of the values.
    #[pyo3(signature = (*, spans = false))]
    fn to_json(&self, py: Python<'_>, spans: bool) -> String {
        py.detach(|| match spans {
            true => self.view().to_json_with_spans(),
            false => self.view().to_json(),
        })
    }

    /// The telegram as plain dictionaries, lists, strings and numbers: what `to_json` writes.
    #[pyo3(signature = (*, spans = false))]
    fn to_dict<'py>(&self, py: Python<'py>, spans: bool) -> PyResult<Bound<'py, PyAny>> {
        let json = self.to_json(py, spans);
        py.import("json")?.call_method1("loads", (json,))
    }

    /// The input again, byte for byte; of a telegram that was put together all inputs, one after the other.
    fn write_verbatim(&self, py: Python<'_>) -> Vec<u8> {
        py.detach(|| cable_core::write::verbatim(&self.cable))
    }

    /// The telegram laid out as the format has it: lines of at most 69 characters where they can be cut, labels in their
    /// order, the letters of the classification apart. Nothing is made up. Read again with `format="telegram"` and
    /// `assume_year=self.year` it says the same but for format, envelope, breaks, release stamps, diagnostics and the
    /// spelling of the classification line.
    fn write_normalised(&self, py: Python<'_>) -> String {
        py.detach(|| cable_core::write::normalised(&self.cable))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let py = other.py();
        let Ok(other) = other.cast::<Self>() else {
            return Ok(py.NotImplemented());
        };
        let other = other.get();
        let equal = match (&self.parts, &other.parts) {
            (Some(parts), Some(others)) => parts.bind(py).eq(others.bind(py))?,
            (None, None) => {
                self.cable.source() == other.cable.source()
                    && self.cable.options() == other.cable.options()
            }
            _ => false,
        };
        equal.to_python(py)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        match &self.parts {
            Some(parts) => parts.bind(py).hash(),
            None => self.source(py)?.bind(py).hash(),
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let view = self.view();
        let format = view.format();
        let length: usize = self.cable.sources().map(<[u8]>::len).sum();
        let parts = match self.cable.sources().count() {
            1 => String::new(),
            count => format!("{count} parts, "),
        };
        let id = match view.reference_id() {
            Some(id) => PyString::new(py, id).repr()?.to_string(),
            None => "None".to_owned(),
        };
        Ok(format!(
            "Cable(reference_id={id}, format='{format}', {parts}{length} bytes)"
        ))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        if let Some(parts) = &self.parts {
            let join = py.import("cable._native")?.getattr("_join_again")?;
            return PyTuple::new(py, [join, parts.bind(py).clone().into_any()]);
        }
        let parse = py.import("cable._native")?.getattr("_parse_again")?;
        let keywords = to_keywords(py, self.cable.options())?.into_any();
        let kept = [
            self.source(py)?.into_any(),
            keywords.unbind(),
            self.place(py)?,
            self.is_row.to_python(py)?,
        ];
        PyTuple::new(py, [parse, PyTuple::new(py, kept)?.into_any()])
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (_memo, /))]
    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}
