//! The extension module `cable._native`: the classes and functions that the Python package `cable` gives out.
#![forbid(unsafe_code)]

mod cable;
mod convert;
mod corpus;
mod diagnostic;
mod errors;
mod join;
mod options;
mod parse;
mod record;
mod reference_id;
mod values;
mod vocabulary;

use pyo3::prelude::*;

/// Written in title case: a subject of capitals for people to read.
#[pyfunction]
#[pyo3(signature = (subject, /))]
fn title_case(subject: &str) -> String {
    cable_core::text::title_case(subject)
}

#[pymodule(gil_used = false)]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    values::register(module)?;
    module.add_class::<cable::Cable>()?;
    module.add_class::<diagnostic::Diagnostic>()?;
    module.add_class::<reference_id::ReferenceId>()?;
    module.add_function(wrap_pyfunction!(parse::parse, module)?)?;
    module.add_function(wrap_pyfunction!(parse::_parse_again, module)?)?;
    module.add_function(wrap_pyfunction!(join::join, module)?)?;
    module.add_function(wrap_pyfunction!(join::_join_again, module)?)?;
    module.add_class::<corpus::Scan>()?;
    module.add_function(wrap_pyfunction!(corpus::read, module)?)?;
    module.add_function(wrap_pyfunction!(corpus::_scan, module)?)?;
    module.add_function(wrap_pyfunction!(
        values::catalogue::diagnostic_codes,
        module
    )?)?;
    module.add_function(wrap_pyfunction!(diagnostic::_diagnostic, module)?)?;
    module.add_function(wrap_pyfunction!(values::_restore, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::tag, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::post, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::caption, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::routing_indicator, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::operating_signal, module)?)?;
    module.add_function(wrap_pyfunction!(values::facts::executive_order, module)?)?;
    module.add_function(wrap_pyfunction!(vocabulary::_vocabularies, module)?)?;
    module.add_function(wrap_pyfunction!(title_case, module)?)
}
