//! The section of a telegram in sections.

use super::letters::{blanks, figure, spaced, spaced_glued};
use crate::record::Section;
use crate::slips::near;
use smallvec::SmallVec;
use std::ops::Range;

/// `SECTION 01 OF 03`
pub(super) struct Found {
    pub(super) value: Section,
    pub(super) place: Range<usize>,
    pub(super) misspelt: bool,
}

/// The section of a telegram in sections at `at`.
pub(super) fn section(bytes: &[u8], at: usize) -> Option<(Found, usize)> {
    let of = |at: usize| {
        let at = blanks(bytes, at);
        match bytes.get(at) {
            Some(b'/') => Some(blanks(bytes, at + 1)),
            _ => spaced_glued(bytes, at, b"OF")
                .or_else(|| spaced_glued(bytes, at, b"0F"))
                .map(|end| blanks(bytes, end)),
        }
    };
    let typed = |at: usize| lettered(bytes, at).is_some();
    if let Some(end) = spaced(bytes, at, b"FINALSECTION") {
        let at_total = of(end)?;
        let (total, end) = number(bytes, at_total)?;
        return Some((
            Found {
                value: Section::new(total, Some(total)),
                place: at..end,
                misspelt: typed(at_total),
            },
            end,
        ));
    }
    let (behind, misspelt, word) = match section_word(bytes, at) {
        Some((end, misspelt)) => (blanks(bytes, end), misspelt, true),
        None => (at, false, false),
    };
    let (value, end) = number(bytes, behind)?;
    let misspelt = misspelt || typed(behind) || of(end).is_some_and(typed);
    match of(end).and_then(|at| number(bytes, at)) {
        Some((total, end)) => Some((
            Found {
                value: Section::new(value, Some(total)),
                place: at..end,
                misspelt,
            },
            end,
        )),
        // A number alone is a section only behind the word; otherwise it is a year.
        None => word.then(|| {
            (
                Found {
                    value: Section::new(value, None),
                    place: at..end,
                    misspelt,
                },
                end,
            )
        }),
    }
}

/// The section behind the serial, as some telegrams of the 1970s have it: `NORDHAVEN 4417 SECTION 1 OF 2`, maybe in
/// parentheses.
pub(super) fn behind_serial(bytes: &[u8], at: usize) -> Option<(Found, usize)> {
    let start = blanks(bytes, at);
    let parenthesis = bytes.get(start) == Some(&b'(');
    let start = start + usize::from(parenthesis);
    if !bytes.get(start)?.eq_ignore_ascii_case(&b'S') {
        return None;
    }
    let (found, end) = section(bytes, start).filter(|(found, _)| found.value.total.is_some())?;
    match parenthesis {
        true => (bytes.get(end) == Some(&b')')).then_some((found, end + 1)),
        false => Some((found, end)),
    }
}

/// `SECTION`, letters spaced or not, with one slip; the end, and whether there was a slip.
fn section_word(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    if let Some(end) = spaced_glued(bytes, at, b"SECTION") {
        return (!bytes.get(end).is_some_and(u8::is_ascii_alphabetic)).then_some((end, false));
    }
    let rest = bytes.get(at..)?;
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let mut word: SmallVec<[u8; 16]> = SmallVec::from_slice(rest.get(..length)?);
    word.make_ascii_uppercase();
    let short = matches!(word.as_slice(), b"SECT" | b"SEC");
    // `SEC. 01 OF 02`
    let behind = at + length + usize::from(short && rest.get(length) == Some(&b'.'));
    // What follows must be a section, or any word of a post could be one.
    let (_, end) = number(bytes, blanks(bytes, behind))?;
    spaced_glued(bytes, blanks(bytes, end), b"OF")?;
    let slipped = near(&word, b"SECTION", 1);
    (slipped || short).then_some((behind, slipped))
}

/// A word of one or two figures of which one is a letter: `O1`, `l`. The value and the end.
fn lettered(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let word = bytes.get(at..)?;
    let length = word
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let word = word
        .get(..length)
        .filter(|word| (1..=2).contains(&length) && word.iter().any(u8::is_ascii_alphabetic))?;
    let value = word
        .iter()
        .try_fold(0, |value, &byte| Some(value * 10 + figure(byte)?))?;
    Some((value, at + length))
}

/// A number of one or two digits, or written out as in telegrams of the 1970s.
fn number(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    const WORDS: [&[u8]; 10] = [
        b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE", b"SIX", b"SEVEN", b"EIGHT", b"NINE", b"TEN",
    ];
    let rest = bytes.get(at..)?;
    if let Some(found) = lettered(bytes, at) {
        return Some(found);
    }
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if (1..=2).contains(&digits) {
        let value = rest
            .iter()
            .take(digits)
            .fold(0, |value, &byte| value * 10 + u32::from(byte - b'0'));
        return Some((value, at + digits));
    }
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let word = rest.get(..length)?;
    (1..)
        .zip(WORDS)
        .find(|(_, name)| word.eq_ignore_ascii_case(name))
        .map(|(value, _)| (value, at + length))
}
