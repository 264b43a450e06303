//! Facts of the field, as the tables of the core have them.

use crate::convert::ToPython;
use crate::record::record;
use cable_core::facts;
use pyo3::prelude::*;

record! {
    /// One meaning of a TAGS code.
    TagFact(code, kind, name) of facts::Tag {
        /// The code, or the words of a phrase with single blanks.
        code,
        /// What the code stands for.
        kind,
        /// The name in our words; `None` where the code is attested and its meaning is not established.
        name,
        /// First year of this meaning, included.
        first_year = |tag| tag.from,
        /// Last year of this meaning, included.
        last_year = |tag| tag.to,
        /// Uncertainty, or the code of the same matter.
        note,
    }
}

record! {
    /// An originator of telegrams under one name.
    PostFact(origin, name) of facts::Post {
        /// The name, `Embassy The Hague`.
        name,
        /// Country where it stands.
        country,
        /// TAGS code of the country.
        country_tag,
        /// What it is.
        kind,
        /// The name in reference ids, upper case without blanks, `THEHAGUE`. Unique.
        origin,
        /// Its routing indicator; some indicators serve two posts.
        routing_indicator,
        /// Misspelt, short and long forms of the origin; no other post has the same form.
        aliases,
        /// The six-character forms of 1973-79 ids where they differ from the origin, `THEHA`.
        post6,
    }
}

record! {
    /// A routing indicator.
    RoutingIndicatorFact(indicator, addressee) of facts::RoutingIndicator {
        /// The indicator, `RUEHMO`.
        indicator,
        /// The addressee in plain language. Gateways have many addressees: in a header line the text after the
        /// slash names the addressee, not the indicator.
        addressee,
        /// Who stands behind it.
        kind,
    }
}

record! {
    /// A caption.
    CaptionFact(caption, kind) of facts::Caption {
        /// The words, with single blanks.
        caption,
        /// What it is about.
        kind = |caption| caption.class,
        /// The meaning in our words; `None` where not established.
        meaning,
        /// Where it comes from, and uncertainty.
        source,
    }
}

record! {
    /// An operating signal.
    OperatingSignalFact(signal, meaning) of facts::OperatingSignal {
        /// The three letters, or a form whose digit has its own meaning.
        signal,
        /// What it says; `None` where the meaning is not established.
        meaning,
        /// Source or uncertainty.
        note,
    }
}

record! {
    /// An executive order on classified information.
    ExecutiveOrderFact(number, president) of facts::ExecutiveOrder {
        /// The number, `12958`.
        number,
        /// The number as printed.
        text,
        /// Day of signature.
        signed,
        /// Day from which telegrams may cite it; `None` where not established.
        in_force,
        /// Day on which it gave way.
        superseded,
        /// The president who signed it.
        president,
        /// Forms of its declassification instructions.
        declassification_forms,
        /// What it amends, and what is not established.
        note,
    }
}

/// Meaning of a TAGS code, in a year if the code changed its meaning.
#[pyfunction]
#[pyo3(signature = (code, /, year = None))]
pub(crate) fn tag(py: Python<'_>, code: &str, year: Option<i16>) -> PyResult<Py<PyAny>> {
    facts::tag(code, year).to_python(py)
}

/// The post with this name in reference ids: `THEHAGUE`.
#[pyfunction]
#[pyo3(signature = (origin, /))]
pub(crate) fn post(py: Python<'_>, origin: &str) -> PyResult<Py<PyAny>> {
    facts::post(origin).to_python(py)
}

/// Who stands behind a routing indicator.
#[pyfunction]
#[pyo3(signature = (indicator, /))]
pub(crate) fn routing_indicator(py: Python<'_>, indicator: &str) -> PyResult<Py<PyAny>> {
    facts::routing_indicator(indicator).to_python(py)
}

/// What a caption means.
#[pyfunction]
#[pyo3(signature = (words, /))]
pub(crate) fn caption(py: Python<'_>, words: &str) -> PyResult<Py<PyAny>> {
    facts::caption(words).to_python(py)
}

/// What an operating signal means.
#[pyfunction]
#[pyo3(signature = (signal, /))]
pub(crate) fn operating_signal(py: Python<'_>, signal: &str) -> PyResult<Py<PyAny>> {
    facts::operating_signal(signal).to_python(py)
}

/// An executive order on classified information, by its number.
#[pyfunction]
#[pyo3(signature = (number, /))]
pub(crate) fn executive_order(py: Python<'_>, number: u32) -> PyResult<Py<PyAny>> {
    facts::executive_order(number).to_python(py)
}
