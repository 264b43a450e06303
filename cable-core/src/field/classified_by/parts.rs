//! Where the parts of a block stand: who, reasons, what they were derived from.

use super::letters::letters;
use super::loose::{blanks, letter_at, loose, phrase, skip, starts_and};
use std::ops::Range;

/// Where the parts of a block stand.
pub(super) struct Found {
    /// The end of the words that say who.
    pub(super) cut: usize,
    /// Where the reasons begin, if there are any.
    pub(super) reasons: Option<usize>,
    /// Behind the words that lead in the reasons; 0 without.
    pub(super) lead_in_end: usize,
    /// What the classification was derived from.
    pub(super) derived: Option<Range<usize>>,
}

/// `REASON`, `reasons`, `reason s`, `Reason(s)`, `REAS0N`: the end.
pub(super) fn reason_word(bytes: &[u8], at: usize) -> Option<usize> {
    let end = loose(bytes, at, b"REASON")?;
    if bytes
        .get(end..end + 3)
        .is_some_and(|tail| tail.eq_ignore_ascii_case(b"(S)"))
    {
        return Some(end + 3);
    }
    let s = blanks(bytes, end);
    if matches!(bytes.get(s), Some(b's' | b'S')) && !letter_at(bytes, s + 1) {
        return Some(s + 1);
    }
    (!letter_at(bytes, end)).then_some(end)
}

/// A section of an order at `at`: its digits and the end. `1.4`, `1. 4`, `1/4`, `1,4`, `1-301`.
pub(super) fn section(bytes: &[u8], at: usize) -> Option<(&'static str, usize)> {
    if bytes.get(at) != Some(&b'1')
        || (at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric))
    {
        return None;
    }
    if bytes.get(at..at + 5) == Some(b"1-301") {
        return Some(("1-301", at + 5));
    }
    let mut next = blanks(bytes, at + 1);
    let mark = *bytes.get(next)?;
    if !matches!(mark, b'.' | b',' | b'/' | b':') {
        return None;
    }
    next = skip(bytes, next + 1, |byte| matches!(byte, b'.' | b' ' | b'\n'));
    let digit = *bytes.get(next)?;
    let end = next + 1;
    if bytes.get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let value = match digit {
        b'3' => "1.3",
        b'4' => "1.4",
        b'5' => "1.5",
        _ => return None,
    };
    // The other separators are slips of the finger, and then a letter must follow.
    let open = blanks(bytes, end);
    if mark != b'.'
        && !matches!(
            bytes.get(open),
            Some(b'(' | b'[' | b'{' | b'a'..=b'h' | b'A'..=b'H')
        )
    {
        return None;
    }
    // `1.5 million`
    if letter_at(bytes, open) && letter_at(bytes, open + 1) && !starts_and(bytes, open) {
        return (bytes.get(open) == Some(&b'R') || mark == b'.' && open == end)
            .then_some((value, end));
    }
    Some((value, end))
}

/// Whether a section stands within the first bytes of a line.
pub(super) fn section_near(line: &str, within: usize) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr_iter(b'1', bytes)
        .take_while(|&at| at < within)
        .any(|at| section(bytes, at).is_some())
}

/// Finds the parts of a block.
pub(super) fn find(text: &str) -> Found {
    let bytes = text.as_bytes();
    let mut found = Found {
        cut: text.len(),
        reasons: None,
        lead_in_end: 0,
        derived: None,
    };
    let cut = |at: usize, found: &mut Found| found.cut = found.cut.min(at);
    let mut at = 0;
    while at < bytes.len() {
        let start_of_word = at == 0
            || !bytes
                .get(at - 1)
                .is_some_and(|byte| byte.is_ascii_alphanumeric());
        if !start_of_word {
            at += 1;
            continue;
        }
        match bytes.get(at).map(u8::to_ascii_uppercase) {
            Some(b'R') => {
                if let Some(end) = reason_word(bytes, at) {
                    cut(at, &mut found);
                    if found.lead_in_end == 0 {
                        found.lead_in_end = end;
                    }
                    at = end;
                    continue;
                }
            }
            Some(b'1') if found.reasons.is_none() && section(bytes, at).is_some() => {
                cut(at, &mut found);
                found.reasons = Some(at);
            }
            Some(b'E') => {
                let order = phrase(bytes, at, &[b"E.O"])
                    .or_else(|| phrase(bytes, at, &[b"EO"]))
                    .or_else(|| phrase(bytes, at, &[b"EXECUTIVE", b"ORDER"]));
                // `EO` before a number only: it is a name of offices too.
                if let Some(end) = order {
                    if bytes
                        .get(skip(bytes, end, |byte| {
                            matches!(byte, b'.' | b' ' | b':' | b'\n')
                        }))
                        .is_some_and(u8::is_ascii_digit)
                    {
                        cut(at, &mut found);
                    }
                }
            }
            Some(b'D') => {
                if let Some(end) = phrase(bytes, at, &[b"DERIVED", b"FROM"]) {
                    cut(at, &mut found);
                    if found.derived.is_none() {
                        found.derived = source(bytes, end);
                    }
                    at = end;
                    continue;
                }
                if phrase(bytes, at, &[b"DECLASSIFY", b"ON"]).is_some()
                    || phrase(bytes, at, &[b"DECL"]).is_some()
                {
                    cut(at, &mut found);
                }
            }
            _ => {}
        }
        at += 1;
    }
    if found.reasons.is_none() {
        found.reasons = without_section(bytes, &mut found);
    }
    found
}

/// What stands behind DERIVED FROM, to the end of its line or the next part.
fn source(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let start = skip(bytes, at, |byte| matches!(byte, b':' | b' ' | b'\n'));
    let rest = bytes.get(start..)?;
    let mut end = rest
        .iter()
        .position(|byte| matches!(byte, b'\n' | b';'))
        .unwrap_or(rest.len());
    for index in 0..end {
        let word = index > 0 && rest.get(index - 1).is_some_and(|&byte| byte == b' ');
        if word
            && (reason_word(rest, index).is_some()
                || phrase(rest, index, &[b"DECLASSIFY"]).is_some()
                || phrase(rest, index, &[b"FOR", b"REASON"]).is_some()
                || phrase(rest, index, &[b"FOR", b"REASONS"]).is_some())
        {
            end = index;
            break;
        }
    }
    let part = rest.get(..end)?;
    let length = part
        .iter()
        .rposition(|byte| !matches!(byte, b' ' | b',' | b'.' | b'\n'))
        .map_or(0, |last| last + 1);
    (length > 0).then_some(start..start + length)
}

/// Letters in parentheses although no section is printed: `for reasons (a) and (c)`.
fn without_section(bytes: &[u8], found: &mut Found) -> Option<usize> {
    let start = if found.lead_in_end > 0 {
        skip(bytes, found.lead_in_end, |byte| {
            matches!(byte, b':' | b' ' | b'\n' | b'.')
        })
    } else {
        // One letter in parentheses may be a mark; two and a word between them are reasons.
        memchr::memchr_iter(b'(', bytes)
            .find(|&at| at > 0 && letters(bytes, at).is_some_and(|(list, _)| list.len() > 1))?
    };
    letters(bytes, start)?;
    found.cut = found.cut.min(start);
    Some(start)
}
