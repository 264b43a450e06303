//! Characters that a transmission replaced by others: an apostrophe by a comma, a question mark or `Q`, quotation marks by
//! `&` in front and `8` behind or by `Q`, a dash by `)` or `Q`, an exclamation mark or `I` by `|`; and the `\` that it put at
//! the end of lines.

use crate::scan::Places;
use crate::span::Span;
use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

/// Farthest the `8` of a quotation stands from its `&`, or a parenthesis from the one that opens it, in bytes.
const REACH: usize = 400;

/// Every place of `within` where another character was written, in order: the comma of `NORDHAVEN,s`, the words
/// `&herring8`, the letter before `QText`.
///
/// Source: 1 of the catalogue of forms: apostrophe as comma, as question mark, quotes as `&text8` or `QText`, dash as ` ) `,
/// `\` at line ends, `|` for `!`.
///
/// ```
/// use cable_core::{Span, field::lost_character};
/// let text = "Roe,s fleet, he said, has &no herring8 and QcanQt sail ) yet.";
/// let found: Vec<_> = lost_character::find(text, Span::new(0, 61)).iter().map(|place| place.slice(text)).collect();
/// assert_eq!(found, [",", "&no herring8", "Q", "Q", ")"]);
/// ```
pub fn find(text: &str, within: Span) -> Vec<Span> {
    let whole = text.as_bytes();
    let end = (within.end() as usize).min(whole.len());
    let bytes = whole.get(..end).unwrap_or(&[]);
    find_at(bytes, &Places::of(bytes, within.start() as usize), within)
}

/// The same for the bytes of a text and its places of commas and parentheses.
pub(crate) fn find_at(bytes: &[u8], places: &Places, within: Span) -> Vec<Span> {
    let start = within.start() as usize;
    let part = bytes.get(start..).unwrap_or(&[]);
    let mut found = Vec::new();
    // Nearly all commas and parentheses are what they seem: a letter behind the one, a blank before the other is rare.
    for at in places.from(start) {
        let (at, lost) = match bytes[at..] {
            [b',', ..] => (at, is_apostrophe(bytes, at)),
            [b' ', b')', ..] => (at + 1, is_dash(bytes, at + 1)),
            _ => continue,
        };
        found.extend(lost.then(|| Span::at(at, at + 1)));
    }
    for hit in memchr2_iter(b'&', b'?', part) {
        let at = start + hit;
        let length = match bytes[at] {
            b'&' => quotation(bytes, at),
            _ => is_apostrophe(bytes, at).then_some(1),
        };
        found.extend(length.map(|length| Span::at(at, at + length)));
    }
    for hit in memchr3_iter(b'Q', b'\\', b'|', part) {
        let at = start + hit;
        let lost = match bytes[at] {
            b'Q' => is_sign(bytes, at),
            b'|' => is_stroke(bytes, at),
            _ => ends_line(bytes, at + 1),
        };
        found.extend(lost.then(|| Span::at(at, at + 1)));
    }
    found.sort_unstable();
    found
}

/// Whether only blanks stand between `at` and the end of its line.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or(&[]);
    rest.iter()
        .find(|byte| !matches!(byte, b' ' | b'\t'))
        .is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Whether the `Q` at `at` stands for a quotation mark, an apostrophe, a dash or a bullet: no word is written so.
fn is_sign(bytes: &[u8], at: usize) -> bool {
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(b'\n');
    let before = at.checked_sub(1).map_or(b'\n', byte);
    let (first, second) = (byte(at + 1), byte(at + 2));
    if before.is_ascii_lowercase() {
        // `saidQ`, `RoeQs`, `wonQt`
        let tail = bytes.get(at + 1..).unwrap_or(&[]);
        let length = tail
            .iter()
            .take(3)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        return matches!(
            &tail[..length],
            b"" | b"s" | b"t" | b"d" | b"re" | b"ve" | b"ll"
        );
    }
    if before.is_ascii_alphanumeric() {
        return false;
    }
    if first == b' ' {
        let between = before == b' ' && at >= 2 && byte(at - 2).is_ascii_digit();
        let bullet = matches!(before, b'\n' | b'\r') && second.is_ascii_uppercase();
        return between && second.is_ascii_digit() || bullet && byte(at + 3).is_ascii_lowercase();
    }
    // `QText`, `Qthe`: behind the letter stands a vowel.
    let consonant = first.is_ascii_lowercase() && !b"aeiouwy".contains(&first);
    (first.is_ascii_uppercase() || consonant) && second.is_ascii_lowercase()
}

/// Whether the `|` at `at` stands in a word or at its end, and parts no columns.
fn is_stroke(bytes: &[u8], at: usize) -> bool {
    let letter = |index: Option<usize>| {
        index
            .and_then(|index| bytes.get(index))
            .is_some_and(u8::is_ascii_alphabetic)
    };
    if !letter(at.checked_sub(1)) && !letter(Some(at + 1)) {
        return false;
    }
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let from = at.saturating_sub(REACH);
    let start = bytes[from..at]
        .iter()
        .rposition(ends)
        .map_or(from, |end| from + end);
    let rest = &bytes[start..bytes.len().min(at + REACH)];
    let end = rest
        .iter()
        .skip(at - start)
        .position(ends)
        .map_or(rest.len(), |end| at - start + end);
    memchr_iter(b'|', &rest[..end]).count() < 3
}

/// Whether the `)` at `at` stands alone and closes nothing.
fn is_dash(bytes: &[u8], at: usize) -> bool {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r');
    let before = &bytes[at.saturating_sub(REACH)..at];
    if !(before.ends_with(b" ") && bytes.get(at + 1).is_some_and(blank)) {
        return false;
    }
    // `a ) one`
    let line = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    let words = before[line..].trim_ascii();
    if words.len() < 3 || !words.last().is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let mut closed = 0;
    for byte in before.iter().rev() {
        match byte {
            b')' => closed += 1,
            b'(' if closed == 0 => return false,
            b'(' => closed -= 1,
            _ => {}
        }
    }
    true
}

/// Whether the sign at `at` stands for an apostrophe: a word before it, and behind it what only an apostrophe parts.
fn is_apostrophe(bytes: &[u8], at: usize) -> bool {
    let letter = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_alphabetic);
    let Some(&first) = bytes.get(at + 1) else {
        return false;
    };
    // A comma of prose has a blank behind it.
    if !first.is_ascii_alphabetic() || at < 2 || !letter(at - 1) || !letter(at - 2) {
        return false;
    }
    let tail = bytes[at + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric());
    let length = tail.count();
    let lower = |byte: usize| bytes[at + 1 + byte].to_ascii_lowercase();
    match length {
        1 => match lower(0) {
            b's' => true,
            b't' => bytes[at - 1].eq_ignore_ascii_case(&b'n'),
            _ => false,
        },
        2 => matches!(&[lower(0), lower(1)], b"re" | b"ve" | b"ll") && bytes[at] == b',',
        _ => false,
    }
}

/// Length of the quotation whose `&` stands at `at`.
fn quotation(bytes: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    if before.is_ascii_alphanumeric() || !bytes.get(at + 1)?.is_ascii_alphabetic() {
        return None;
    }
    let rest = &bytes[at + 1..bytes.len().min(at + REACH)];
    for hit in memchr::memchr2_iter(b'8', b'&', rest) {
        if rest[hit] == b'&' {
            return None;
        }
        let before = rest[hit.checked_sub(1)?];
        let behind = bytes.get(at + 2 + hit);
        let closes = before.is_ascii_alphabetic() || matches!(before, b'.' | b',' | b'!' | b'?');
        if closes && behind.is_none_or(|byte| !byte.is_ascii_alphanumeric()) {
            return Some(hit + 2);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text, Span::at(0, text.len()))
            .iter()
            .map(|place| place.slice(text))
            .collect()
    }

    #[test]
    fn signs_that_stand_for_others() {
        assert_eq!(found("ROE,S PLAN AND THEY,RE NOT"), [",", ","]);
        assert_eq!(found("the minister?s &plan B,8 he"), ["?", "&plan B,8"]);
        assert_eq!(found("Lula,s"), [","]);
    }

    #[test]
    fn letters_that_stand_for_signs() {
        assert_eq!(
            found("the QThe BorderQ show, QhisQ and RoeQs wonQt"),
            ["Q"; 6]
        );
        assert_eq!(
            found("voted down by 21 Q 15\nQ The first\nQ The second"),
            ["Q"; 3]
        );
        assert_eq!(
            found("Minister ) Ann Roe (PP) and ) he (so) said ) left"),
            [")"; 3]
        );
        assert_eq!(found("He left. \\\nAnd \\ \r\nback"), ["\\"; 2]);
        assert_eq!(found("come here| he said. |'m here"), ["|"]);
        assert_eq!(found("It|s here"), ["|"]);
    }

    #[test]
    fn signs_that_are_what_they_seem() {
        for text in [
            "Qatar, Qaeda, Quai, Qom, Qiang and Qwest",
            "IRAQ'S and IRAQIS, IQ, Q&A, Q: why? Q and A, QDR, Q3",
            "Q. What? Q A",
            "(a long one )",
            "(( a ) and b ) c",
            "a ) one\n12 ) two",
            "A|B|C|D\n1 | 2\n||| x",
            "C:\\herring and a \\ b",
            "Roe, Doe, and so on",
            "1,000 tons; A,B,C",
            "R&D in 1998",
            "AT&T and 8 others",
            "Why? So",
            "salt & pepper",
            "a,s",
            "",
            "&",
            ",s",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
