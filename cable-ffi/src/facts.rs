//! Look-ups in the facts of the field.

use crate::{
    cable_caption_class, cable_optional_u32, cable_post_kind, cable_routing_kind, cable_status,
    cable_str, cable_string, cable_tag_kind, cable_time, guard,
};
use cable_core::{facts, text};
use std::ffi::c_char;

/// One meaning of a TAGS code.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_tag_fact {
    /// The code.
    pub code: cable_str,
    /// What it stands for.
    pub kind: cable_tag_kind,
    /// Its meaning.
    pub name: cable_str,
    /// First year of this meaning.
    pub from: cable_optional_u32,
    /// Last year of this meaning.
    pub to: cable_optional_u32,
    /// Uncertainty and history.
    pub note: cable_str,
}

/// A routing indicator.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_routing_indicator_fact {
    /// The indicator: `RUEHMO`.
    pub indicator: cable_str,
    /// The addressee in plain language.
    pub addressee: cable_str,
    /// Who stands behind it.
    pub kind: cable_routing_kind,
}

/// An originator of telegrams under one name.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_post_fact {
    /// The name: `Embassy The Hague`.
    pub name: cable_str,
    /// Country where it stands.
    pub country: cable_str,
    /// TAGS code of the country.
    pub country_tag: cable_str,
    /// What it is.
    pub kind: cable_post_kind,
    /// The name in reference ids: `THEHAGUE`.
    pub origin: cable_str,
    /// Its routing indicator.
    pub routing_indicator: cable_str,
}

/// A caption.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_caption_fact {
    /// The words, with single blanks.
    pub caption: cable_str,
    /// What it is about.
    pub caption_class: cable_caption_class,
    /// The meaning; absent where not established.
    pub meaning: cable_str,
}

/// An operating signal.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_operating_signal_fact {
    /// The signal: `ZDK`.
    pub signal: cable_str,
    /// The meaning; absent where not established.
    pub meaning: cable_str,
    /// Uncertainty.
    pub note: cable_str,
}

/// An executive order on classification.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_executive_order_fact {
    /// Its number.
    pub number: u32,
    /// When it was signed, a day.
    pub signed_on: cable_time,
    /// From when it was in force, a day.
    pub in_force: cable_time,
    /// When another took its place, a day.
    pub superseded: cable_time,
    /// Who signed it.
    pub president: cable_str,
}

fn year(year: Option<i16>) -> cable_optional_u32 {
    year.and_then(|year| u32::try_from(year).ok()).into()
}

/// Looks a text up and writes what is known of it.
///
/// # Safety
/// `text` is NULL or points to `len` bytes; `fact` is NULL or can be written.
unsafe fn look_up<T>(
    text: *const c_char,
    len: usize,
    fact: *mut T,
    find: impl FnOnce(&str) -> Option<T>,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let text = unsafe { guard::text(text, len) }?;
        if fact.is_null() {
            return Err(cable_status::NullArgument);
        }
        let found = find(text).ok_or(cable_status::Absent)?;
        // SAFETY: the caller's promise.
        unsafe { guard::put(fact, found) }
    })
}

/// A TAGS code in the year of a telegram; year 0 takes its latest meaning.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static; `code` stays the caller's.
/// Threads: any.
///
/// # Safety
/// `code` points to `len` bytes or is NULL; `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_tag(
    code: *const c_char,
    len: usize,
    year_of_telegram: u32,
    fact: *mut cable_tag_fact,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(code, len, fact, |code| {
            let year_of = i16::try_from(year_of_telegram)
                .ok()
                .filter(|year| *year > 0);
            let known = facts::tag(code, year_of)?;
            Some(cable_tag_fact {
                code: known.code.into(),
                kind: known.kind as u32,
                name: known.name.into(),
                from: year(known.from),
                to: year(known.to),
                note: known.note.into(),
            })
        })
    }
}

/// A routing indicator: `RUEHMO`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static; `indicator` stays the caller's.
/// Threads: any.
///
/// # Safety
/// `indicator` points to `len` bytes or is NULL; `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_routing_indicator(
    indicator: *const c_char,
    len: usize,
    fact: *mut cable_routing_indicator_fact,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(indicator, len, fact, |indicator| {
            let known = facts::routing_indicator(indicator)?;
            Some(cable_routing_indicator_fact {
                indicator: known.indicator.into(),
                addressee: known.addressee.into(),
                kind: known.kind as u32,
            })
        })
    }
}

/// A post by its name in reference ids (`THEHAGUE`) or by its name in full or in a header.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static; `name` stays the caller's.
/// Threads: any.
///
/// # Safety
/// `name` points to `len` bytes or is NULL; `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_post(
    name: *const c_char,
    len: usize,
    fact: *mut cable_post_fact,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(name, len, fact, |name| {
            let known = facts::post(name).or_else(|| facts::post_by_name(name))?;
            Some(cable_post_fact {
                name: known.name.into(),
                country: known.country.into(),
                country_tag: known.country_tag.into(),
                kind: known.kind as u32,
                origin: known.origin.into(),
                routing_indicator: known.routing_indicator.into(),
            })
        })
    }
}

/// A caption: `SIPDIS`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static; `words` stays the caller's.
/// Threads: any.
///
/// # Safety
/// `words` points to `len` bytes or is NULL; `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_caption(
    words: *const c_char,
    len: usize,
    fact: *mut cable_caption_fact,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(words, len, fact, |words| {
            let known = facts::caption(words)?;
            Some(cable_caption_fact {
                caption: known.caption.into(),
                caption_class: known.class as u32,
                meaning: known.meaning.into(),
            })
        })
    }
}

/// An operating signal: `ZDK`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static; `signal` stays the caller's.
/// Threads: any.
///
/// # Safety
/// `signal` points to `len` bytes or is NULL; `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_operating_signal(
    signal: *const c_char,
    len: usize,
    fact: *mut cable_operating_signal_fact,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(signal, len, fact, |signal| {
            let known = facts::operating_signal(signal)?;
            Some(cable_operating_signal_fact {
                signal: known.signal.into(),
                meaning: known.meaning.into(),
                note: known.note.into(),
            })
        })
    }
}

/// An executive order on classification, by number: 12958.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
/// Ownership: strings of the fact are static.
/// Threads: any.
///
/// # Safety
/// `fact` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_fact_executive_order(
    number: u32,
    fact: *mut cable_executive_order_fact,
) -> cable_status {
    guard::status(|| {
        if fact.is_null() {
            return Err(cable_status::NullArgument);
        }
        let known = facts::executive_order(number).ok_or(cable_status::Absent)?;
        let value = cable_executive_order_fact {
            number: known.number,
            signed_on: known.signed.into(),
            in_force: known.in_force.into(),
            superseded: known.superseded.into(),
            president: known.president.into(),
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(fact, value) }
    })
}

/// A subject in upper case as a title in mixed case: `U.S.-EU Talks in The Hague`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if the text is not UTF-8.
/// Ownership: the text stays the caller's; `title` is freed with `cable_string_free`.
/// Threads: any.
///
/// # Safety
/// `subject` points to `len` bytes or is NULL; `title` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_title_case(
    subject: *const c_char,
    len: usize,
    title: *mut cable_string,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        look_up(subject, len, title, |subject| {
            Some(cable_string::new(text::title_case(subject)))
        })
    }
}
