//! The classes of values, one file a part of the telegram.

pub(crate) mod body;
pub(crate) mod catalogue;
pub(crate) mod corpus;
pub(crate) mod distribution;
pub(crate) mod envelope;
pub(crate) mod facts;
pub(crate) mod header;
pub(crate) mod place;
pub(crate) mod sections;
pub(crate) mod top;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

macro_rules! records {
    ($($file:ident: $($name:ident),*;)*) => {
        /// Adds the classes to the module.
        pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
            $($(module.add_class::<$file::$name>()?;)*)*
            module.add_class::<place::Span>()?;
            module.add_class::<place::SourceSpan>()
        }

        /// A record again, from what pickle kept of it.
        #[pyfunction]
        #[pyo3(signature = (name, values, /))]
        pub(crate) fn _restore(name: &str, values: &Bound<'_, PyTuple>) -> PyResult<Py<PyAny>> {
            match name {
                $($(stringify!($name) => $file::$name::restore(values),)*)*
                _ => Err(PyValueError::new_err(format!("no record is called {name}"))),
            }
        }
    };
}

records! {
    body: Paragraph, Item, Heading, Break, Citation, Attachment, Redaction, TextPiece, TextView;
    catalogue: DiagnosticCode;
    corpus: Place, Progress;
    distribution: Distribution, PageLine, Office, DashLine;
    envelope: Envelope;
    facts: TagFact, PostFact, RoutingIndicatorFact, CaptionFact, OperatingSignalFact, ExecutiveOrderFact;
    header: Header, Routing, FilingTime, SecurityWarning, OperatingSignal, Precedences, Addressee;
    place: Zone, Region;
    sections: Joined, SectionFile;
    top: Marking, MarkingInForce, Section, Banner, PassLine, ExecutiveOrder, Declassification, Downgrade, Tag, Subject, Reference, ClassifiedBy, Classifier;
}
