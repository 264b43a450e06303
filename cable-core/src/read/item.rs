//! What opens an item of a list.

use crate::text::ends::trim_start;

/// A dash, bullet or number in front.
pub(super) fn opens_item(line: &str) -> bool {
    let line = trim_start(line);
    let bytes = line.as_bytes();
    line.starts_with("--")
        || line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("o ")
        || bytes.len() > 2 && bytes[0].is_ascii_alphanumeric() && matches!(bytes[1], b')')
        || numbered(bytes)
        // `(C) Title` has a mark, `(A) Text` and `(1) Text` are items.
        || matches!(bytes, [b'(', label, b')', ..] if label.is_ascii_alphanumeric() && !b"CSRU".contains(label))
}

/// Whether a line below the first one of a block opens an item, also one in parentheses that a title could begin with as
/// its mark.
pub(super) fn opens_later_item(line: &str) -> bool {
    let bytes = trim_start(line).as_bytes();
    let roman = |byte: &&u8| b"ivxIVX".contains(byte);
    let numeral = bytes.iter().take_while(roman).count();
    opens_item(line)
        || letter(line).is_some()
        || matches!(bytes, [b'Q', b' ', text, ..] if text.is_ascii_uppercase())
        || (2..=4).contains(&numeral) && bytes[numeral..].starts_with(b". ")
        || matches!(bytes, [b'(', label, b')', ..] if label.is_ascii_alphanumeric())
}

/// `1. Text`: an item of a list, where it is no paragraph.
fn numbered(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && line.get(digits) == Some(&b'.')
        && line.get(digits + 1) == Some(&b' ')
}

/// The letter in front of a line: `B. Text`.
pub(super) fn letter(line: &str) -> Option<u8> {
    match trim_start(line).as_bytes() {
        [letter, b'.', b' ', ..] if letter.is_ascii_alphabetic() => Some(*letter),
        _ => None,
    }
}
