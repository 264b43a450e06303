//! Lines of prose, told by their ends: they open nothing, and nothing is looked for in them.

use super::LINE;
use crate::span::Span;

// What a first byte asks of the second one so that the line may open more than prose, as bits.

/// Nothing: figures, signs.
const ANY: u8 = 1;
/// Another figure or a sign: a letter that came for a figure, `l4. (C)`.
const FIGURE: u8 = 2;
/// No small letter: banners have capitals only.
const CAPITAL: u8 = 4;
/// The second letter of BEGIN.
const E: u8 = 8;
/// The second letter of END.
const N: u8 = 16;
/// The second letter of SIPDIS, in small letters too.
const I: u8 = 32;

/// What each byte asks as the first one, and what it grants as the second one.
static BYTES: [(u8, u8); 256] = {
    let mut bytes = [(0, 0); 256];
    let mut byte = u8::MAX;
    loop {
        bytes[byte as usize] = (asked_by(byte), granted_by(byte));
        if byte == 0 {
            break bytes;
        }
        byte -= 1;
    }
};

const fn asked_by(first: u8) -> u8 {
    match first {
        b'0'..=b'9'
        | b'('
        | b'['
        | b'"'
        | b'/'
        | b'#'
        | b'*'
        | b'-'
        | b'='
        | b'_'
        | 0xc2
        | 0xe2 => ANY,
        b'|' | b'l' | b'I' | b'i' | b'O' | b'o' | b'Z' | b'z' => FIGURE,
        b'S' | b's' => FIGURE | I,
        b'N' | b'C' | b'U' | b'T' | b'L' => CAPITAL,
        b'B' => FIGURE | E,
        b'b' => E,
        b'E' | b'e' => N,
        _ => 0,
    }
}

const fn granted_by(second: u8) -> u8 {
    ANY | match second {
        b'e' => E,
        b'E' => E | FIGURE | CAPITAL,
        b'n' => N,
        b'N' => N | FIGURE | CAPITAL,
        b'i' => I | FIGURE,
        b'l' | b'o' | b's' | b'z' => FIGURE,
        b'a'..=b'z' => 0,
        _ => FIGURE | CAPITAL,
    }
}

/// Whether a line goes on with the text above, and that is all: its first two bytes open nothing, and it is not
/// [wide](is_wide).
#[inline(always)]
pub(super) fn is_prose(text: &str, line: Span) -> bool {
    let bytes = text.as_bytes().get(line.range()).unwrap_or(&[]);
    let (first, second) = match bytes {
        [first, second, ..] if *first > b' ' => (*first, *second),
        [first] => (*first, b' '),
        _ => indented(bytes),
    };
    BYTES[first as usize].0 & BYTES[second as usize].1 == 0 && !wide(bytes)
}

/// Whether a line may hold something behind its start: the next line, joined to it, or a row of dashes.
pub(super) fn is_wide(text: &str, line: Span) -> bool {
    wide(text.as_bytes().get(line.range()).unwrap_or(&[]))
}

#[inline]
fn wide(bytes: &[u8]) -> bool {
    bytes.len() > LINE || bytes.last() == Some(&b'-')
}

/// The first two bytes behind blanks; blanks where there are none.
#[inline(never)]
fn indented(bytes: &[u8]) -> (u8, u8) {
    let mut behind = bytes.iter().copied().skip_while(|byte| *byte <= b' ');
    let mut next = || behind.next().unwrap_or(b' ');
    (next(), next())
}

#[cfg(test)]
mod tests {
    use super::is_prose;
    use crate::span::Span;

    #[test]
    fn what_may_open_more_is_no_prose() {
        let prose = |line: &str| is_prose(line, Span::at(0, line.len()));
        for line in [
            "the minister",
            "Secretary",
            "in May",
            "of it",
            "Each is there",
            "  and so on",
            "",
        ] {
            assert!(prose(line), "{line}");
        }
        for line in [
            "1. Text",
            "(C) Text",
            "l4. (C)",
            "S. (C)",
            "SIPDIS",
            "sipdis",
            "SECRET",
            "END SUMMARY",
            "Begin text",
            "  - item",
            "--",
            "ends in a row --",
            "“Text”",
            "¶2. Text",
        ] {
            assert!(!prose(line), "{line}");
        }
    }
}
