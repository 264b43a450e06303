//! Words of closed vocabularies as members of the `StrEnum` classes of `cable._enums`.

use crate::convert::ToPython;
use cable_core::container::RegionKind;
use cable_core::facts::{CaptionClass, PostKind, RoutingKind, TagKind};
use cable_core::record::{
    BreakKind, DeclassificationKind, Format, HeaderForm, Level, Precedence, RedactionKind,
    ReferenceKind, Role, State, YearSource,
};
use cable_core::{MarkingSource, Severity, TextLabel, ZoneKind};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};

/// Members of one enum, in the order of the core.
fn members(py: Python<'_>, class: &str, words: &[&str]) -> PyResult<Vec<Py<PyAny>>> {
    let class = py.import("cable._enums")?.getattr(class)?;
    words
        .iter()
        .map(|word| Ok(class.call1((*word,))?.unbind()))
        .collect()
}

macro_rules! vocabularies {
    ($($type:ident = $all:expr;)*) => {
        $(
            impl ToPython for $type {
                fn to_python(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    let all: &[$type] = $all;
                    let known = MEMBERS.get_or_try_init(py, || {
                        let words: Vec<_> = all.iter().map(|word| word.as_str()).collect();
                        members(py, stringify!($type), &words)
                    })?;
                    match all.iter().position(|word| word == self).and_then(|at| known.get(at)) {
                        Some(member) => Ok(member.clone_ref(py)),
                        None => self.as_str().to_python(py),
                    }
                }
            }
        )*

        /// The vocabularies of the core: name of the enum and its words. A test holds `cable._enums` against it.
        #[pyfunction]
        pub(crate) fn _vocabularies(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
            let all = PyDict::new(py);
            $({
                let words: &[$type] = $all;
                let words = words.iter().map(|word| word.as_str());
                all.set_item(stringify!($type), PyTuple::new(py, words.collect::<Vec<_>>())?)?;
            })*
            Ok(all)
        }
    };
}

vocabularies! {
    BreakKind = BreakKind::ALL;
    CaptionClass = CaptionClass::ALL;
    DeclassificationKind = DeclassificationKind::ALL;
    Format = Format::ALL;
    HeaderForm = HeaderForm::ALL;
    Level = Level::ALL;
    MarkingSource = MarkingSource::ALL;
    PostKind = PostKind::ALL;
    Precedence = Precedence::ALL;
    RedactionKind = RedactionKind::ALL;
    ReferenceKind = ReferenceKind::ALL;
    RegionKind = RegionKind::ALL;
    Role = Role::ALL;
    RoutingKind = RoutingKind::ALL;
    Severity = &[Severity::Note, Severity::Warning, Severity::Error];
    State = State::ALL;
    TagKind = TagKind::ALL;
    TextLabel = TextLabel::ALL;
    YearSource = YearSource::ALL;
    ZoneKind = ZoneKind::ALL;
}
