//! Characters that a transmission replaced by others: an apostrophe by a comma or a question mark, quotation marks by `&`
//! in front and `8` behind.

use crate::span::Span;

/// Farthest the `8` of a quotation stands from its `&`, in bytes.
const QUOTATION: usize = 400;

/// Every place of `within` where another character was written: the comma of `NORDHAVEN,s`, the words `&herring8`.
///
/// Source: 1 of the catalogue of forms: apostrophe as comma, as question mark, quotes as `&text8`.
///
/// ```
/// use cable_core::{Span, field::lost_character};
/// let text = "Roe,s fleet, he said, has &no herring8 and can,t sail.";
/// let found: Vec<_> = lost_character::find(text, Span::new(0, 54)).map(|place| place.slice(text)).collect();
/// assert_eq!(found, [",", "&no herring8", ","]);
/// ```
pub fn find(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let start = within.start() as usize;
    let end = (within.end() as usize).min(text.len());
    let bytes = text.as_bytes().get(..end).unwrap_or(&[]);
    let part = bytes.get(start..).unwrap_or(&[]);
    memchr::memchr3_iter(b',', b'?', b'&', part).filter_map(move |hit| {
        let at = start + hit;
        let length = match bytes[at] {
            b'&' => quotation(bytes, at)?,
            _ => is_apostrophe(bytes, at).then_some(1)?,
        };
        Some(Span::at(at, at + length))
    })
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
    match bytes[at + 1..at + 1 + length]
        .to_ascii_lowercase()
        .as_slice()
    {
        b"s" => true,
        b"t" => bytes[at - 1].eq_ignore_ascii_case(&b'n'),
        b"re" | b"ve" | b"ll" => bytes[at] == b',',
        _ => false,
    }
}

/// Length of the quotation whose `&` stands at `at`.
fn quotation(bytes: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    if before.is_ascii_alphanumeric() || !bytes.get(at + 1)?.is_ascii_alphabetic() {
        return None;
    }
    let rest = &bytes[at + 1..bytes.len().min(at + QUOTATION)];
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
    fn signs_that_are_what_they_seem() {
        for text in [
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
