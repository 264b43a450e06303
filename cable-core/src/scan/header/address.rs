//! The parts of an addressee line by shape: indicator, name, precedence word, message number.

use super::precedence::precedence_of;
use crate::record::Precedence;
use crate::scan::shape::{indicator_before_slash, is_digits, last_word, part, same, trim};
use std::ops::Range;

/// The parts of an addressee line, as offsets in it.
#[derive(Clone, Debug)]
pub(crate) struct AddresseeParts {
    pub(crate) indicator: Option<Range<usize>>,
    pub(crate) name: Range<usize>,
    pub(crate) precedence: Option<(Precedence, Range<usize>)>,
    pub(crate) number: Option<Range<usize>>,
}

/// Takes an addressee line apart. Without `table` nothing is allocated.
pub(crate) fn split_addressee(line: &[u8], table: bool) -> AddresseeParts {
    split_behind(line, indicator_before_slash(line), table)
}

/// [`split_addressee`] of a line whose indicator is known.
#[inline]
pub(crate) fn split_behind(
    line: &[u8],
    indicator: Option<Range<usize>>,
    table: bool,
) -> AddresseeParts {
    let whole = trim(line, 0..line.len());
    // The slash follows the indicator, maybe behind a blank.
    let start = indicator.as_ref().map_or(whole.start, |range| {
        let rest = line.get(range.end..).unwrap_or(b"");
        let slash = rest.iter().position(|byte| *byte == b'/');
        range.end + slash.map_or(0, |slash| slash + 1)
    });
    let mut found = AddresseeParts {
        name: trim(line, start..whole.end),
        indicator,
        precedence: None,
        number: None,
    };
    let mut last = last_word(line, found.name.clone());
    if ends_in_digit(line, &last) {
        if let Some(before) = before_number(line, &found.name, &last, false) {
            found.name.end = before.end;
            found.number = Some(std::mem::replace(&mut last, before));
        }
    }
    if let Some((precedence, range)) = precedence_word(line, &found.name, last, table) {
        found.name = trim(line, found.name.start..range.start);
        found.precedence = Some((precedence, range));
        // Number behind precedence is the rule; the other order is met, too.
        if found.number.is_none() {
            let last = last_word(line, found.name.clone());
            if ends_in_digit(line, &last) {
                if let Some(before) = before_number(line, &found.name, &last, true) {
                    found.name.end = before.end;
                    found.number = Some(last);
                }
            }
        }
    }
    found
}

/// Whether a word may be a number: few last words of a line are.
#[inline]
fn ends_in_digit(line: &[u8], word: &Range<usize>) -> bool {
    let last = word.end.checked_sub(1).and_then(|last| line.get(last));
    last.is_some_and(u8::is_ascii_digit)
}

/// The word before `last`, which ends `name`, if `last` is the message continuity number. Behind a precedence word any
/// number is one, elsewhere it has three or four digits or is a range.
fn before_number(
    line: &[u8],
    name: &Range<usize>,
    last: &Range<usize>,
    before_precedence: bool,
) -> Option<Range<usize>> {
    let word = part(line, last.clone());
    if !word.first()?.is_ascii_digit() || last.start <= name.start {
        return None;
    }
    let dash = word.iter().position(|byte| *byte == b'-');
    let digits = part(word, 0..dash.unwrap_or(word.len()));
    if !is_digits(digits) {
        return None;
    }
    if let Some(dash) = dash {
        if !is_digits(part(word, dash + 1..word.len())) {
            return None;
        }
    }
    let before = last_word(line, name.start..last.start);
    if before.is_empty() || is_group(part(line, before.clone())) {
        return None;
    }
    let usual = (3..=4).contains(&digits.len());
    let behind_precedence = || {
        !before_precedence
            && digits.len() <= 6
            && before.start > name.start
            && precedence_of(part(line, before.clone()), false).is_some()
    };
    (usual || behind_precedence()).then_some(before)
}

/// Address groups and task forces, groups and units: a number behind them is part of the name.
fn is_group(word: &[u8]) -> bool {
    if word.len() > 3 {
        return false;
    }
    [
        &b"AIG"[..],
        b"CTF",
        b"CTG",
        b"CTU",
        b"CTE",
        b"TF",
        b"TG",
        b"TU",
    ]
    .iter()
    .any(|group| same(word, group))
}

/// The precedence word, or words, at the end of `name`, of which `last` is the last word; something must be left in front
/// of it.
fn precedence_word(
    line: &[u8],
    name: &Range<usize>,
    last: Range<usize>,
    table: bool,
) -> Option<(Precedence, Range<usize>)> {
    // The first letters of the words, and of the second word of NIGHT ACTION.
    let first = line.get(last.start)?.to_ascii_uppercase();
    if last.start <= name.start || !matches!(first, b'A' | b'F' | b'I' | b'N' | b'P' | b'R') {
        return None;
    }
    if matches!(first, b'A' | b'I' | b'N') {
        let before = last_word(line, name.start..last.start);
        let first = line.get(before.start).map(u8::to_ascii_uppercase);
        if before.start > name.start && !before.is_empty() && matches!(first, Some(b'N' | b'I')) {
            let both = before.start..last.end;
            if let Some(precedence) = precedence_of(part(line, both.clone()), table) {
                return Some((precedence, both));
            }
        }
    }
    precedence_of(part(line, last.clone()), table).map(|precedence| (precedence, last))
}
