//! Letters and figures of a classification line, which may be spaced or slipped.

use crate::scan::shape;

/// A line end is a blank too: the line may be broken.
pub(super) fn blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest
        .iter()
        .position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .unwrap_or(rest.len())
}

/// Letters of a word at `at`, blanks between them ignored. The end, if no letter follows; a digit may: `SECTION01OF02`.
pub(super) fn spaced_glued(bytes: &[u8], at: usize, letters: &[u8]) -> Option<usize> {
    let mut at = at;
    for (index, &letter) in letters.iter().enumerate() {
        if index > 0 {
            at = blanks(bytes, at);
        }
        if !bytes.get(at)?.eq_ignore_ascii_case(&letter) {
            return None;
        }
        at += 1;
    }
    (!bytes.get(at).is_some_and(u8::is_ascii_alphabetic)).then_some(at)
}

/// As [`spaced_glued`], but no digit follows either.
pub(super) fn spaced(bytes: &[u8], at: usize, letters: &[u8]) -> Option<usize> {
    spaced_glued(bytes, at, letters).filter(|&end| !bytes.get(end).is_some_and(u8::is_ascii_digit))
}

/// A digit, or the letter that a typist puts for one: `O` for zero, a small `l` or a capital `I` for one.
pub(super) fn figure(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'O' | b'o' => Some(0),
        b'l' | b'I' => Some(1),
        _ => None,
    }
}

/// Count of the digits at `at`.
pub(super) fn digits(bytes: &[u8], at: usize) -> usize {
    shape::digits(bytes.get(at..).unwrap_or(&[]))
}
