//! Keyword options of a parse, and the way back to keywords for pickling.

use cable_core::record::Format;
use cable_core::{Limits, ParseOptions};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Options of keywords.
pub(crate) fn from_keywords(
    format: Option<&str>,
    fragment: bool,
    assume_year: Option<i16>,
    strict: bool,
    limits: Option<&Bound<'_, PyDict>>,
) -> PyResult<ParseOptions> {
    let format = format
        .map(|word| word.parse::<Format>())
        .transpose()
        .map_err(|_| {
            let word = format.unwrap_or_default();
            PyValueError::new_err(format!("unknown format '{word}'"))
        })?;
    let options = ParseOptions::new()
        .with_format(format)
        .with_fragment(fragment)
        .with_assume_year(assume_year)
        .with_strict(strict);
    match limits {
        Some(limits) => Ok(options.with_limits(limits_of(limits)?)),
        None => Ok(options),
    }
}

/// Options of a dictionary of keywords, as [`to_keywords`] makes it.
pub(crate) fn of_dict(keywords: &Bound<'_, PyDict>) -> PyResult<ParseOptions> {
    let get = |name: &str| keywords.get_item(name);
    let format: Option<String> = get("format")?.map(|word| word.extract()).transpose()?;
    let fragment = get("fragment")?.map(|flag| flag.extract()).transpose()?;
    let year = get("assume_year")?.map(|year| year.extract()).transpose()?;
    let strict = get("strict")?.map(|flag| flag.extract()).transpose()?;
    let limits = get("limits")?;
    let limits = limits.as_ref().map(|limits| limits.cast()).transpose()?;
    from_keywords(
        format.as_deref(),
        fragment.unwrap_or(false),
        year,
        strict.unwrap_or(false),
        limits,
    )
}

fn limits_of(keywords: &Bound<'_, PyDict>) -> PyResult<Limits> {
    let mut limits = Limits::default();
    for (name, value) in keywords.iter() {
        let name: String = name.extract()?;
        let limit = match name.as_str() {
            "input" => &mut limits.input,
            "addressees" => &mut limits.addressees,
            "references" => &mut limits.references,
            "paragraphs" => &mut limits.paragraphs,
            "diagnostics" => &mut limits.diagnostics,
            _ => return Err(PyTypeError::new_err(format!("unknown limit '{name}'"))),
        };
        *limit = value.extract()?;
    }
    Ok(limits)
}

/// Keywords of options: those that are not the default.
pub(crate) fn to_keywords<'py>(
    py: Python<'py>,
    options: &ParseOptions,
) -> PyResult<Bound<'py, PyDict>> {
    let keywords = PyDict::new(py);
    if let Some(format) = options.format() {
        keywords.set_item("format", format.as_str())?;
    }
    if options.fragment() {
        keywords.set_item("fragment", true)?;
    }
    if let Some(year) = options.assume_year() {
        keywords.set_item("assume_year", year)?;
    }
    if options.strict() {
        keywords.set_item("strict", true)?;
    }
    let (limits, usual) = (options.limits(), Limits::default());
    let changed = PyDict::new(py);
    for (name, limit, default) in [
        ("input", limits.input, usual.input),
        ("addressees", limits.addressees, usual.addressees),
        ("references", limits.references, usual.references),
        ("paragraphs", limits.paragraphs, usual.paragraphs),
        ("diagnostics", limits.diagnostics, usual.diagnostics),
    ] {
        if limit != default {
            changed.set_item(name, limit)?;
        }
    }
    if !changed.is_empty() {
        keywords.set_item("limits", changed)?;
    }
    Ok(keywords)
}
