//! The post and the serial of a classification line.

use super::letters::{blanks, digits, figure};
use crate::facts;
use std::ops::Range;

/// Longest name of a post, and most words of one (`PORT OF SPAIN`, `USUN NEW YORK`, `IRAN RPO DUBAI`).
const LONGEST_POST: usize = 40;
const POST_WORDS: usize = 5;

/// Post and serial.
pub(super) struct Post {
    pub(super) name: Range<usize>,
    pub(super) serial: Option<Range<usize>>,
}

/// The post at `at`, a year before it left out, and the serial behind it.
pub(super) fn post(bytes: &[u8], at: usize) -> Option<Post> {
    let rest = bytes.get(at..)?;
    let skip = rest
        .iter()
        .position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'-' | b','))?;
    let mut start = at + skip;
    let digits = digits(bytes, start);
    let behind = blanks(bytes, start + digits);
    if matches!(digits, 2 | 4)
        && behind > start + digits
        && bytes.get(behind).is_some_and(u8::is_ascii_alphabetic)
        && (digits == 2 || matches!(bytes.get(start..start + 2), Some(b"19" | b"20")))
    {
        start = behind;
    }
    let rest = bytes.get(start..)?;
    let length = rest
        .iter()
        .position(|byte| {
            !(byte.is_ascii_alphabetic()
                || matches!(
                    byte,
                    b' ' | b'\t' | b'.' | b'\'' | b'-' | b'/' | b'[' | b']'
                ))
        })
        .unwrap_or(rest.len());
    // `NORDHAVEN OO0142`: the zeros of the serial as letters.
    let zeros = rest
        .get(..length)?
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b'O'))
        .count();
    let zeros = match rest.get(..length - zeros)?.last() {
        Some(b' ' | b'\t') if rest.get(length).is_some_and(u8::is_ascii_digit) => zeros,
        _ => 0,
    };
    let length = length - zeros;
    let name = rest.get(..length)?.trim_ascii_end();
    let words = name
        .split(|byte| matches!(byte, b' ' | b'\t'))
        .filter(|word| !word.is_empty())
        .count();
    if name.len() > LONGEST_POST || words > POST_WORDS || name.starts_with(b"PAGE ") {
        return None;
    }
    if name
        .first()
        .is_some_and(|byte| !byte.is_ascii_alphabetic() && *byte != b'[')
    {
        return None;
    }
    let place = start..start + name.len();
    let at = start + length;
    Some(Post {
        name: place,
        serial: serial(bytes, at),
    })
}

/// The value of a serial, a letter `O` in it read as zero.
pub(super) fn serial_value(serial: &[u8]) -> Option<u32> {
    serial.iter().try_fold(0_u32, |value, &byte| {
        value.checked_mul(10)?.checked_add(figure(byte)?)
    })
}

/// A serial of three to seven digits. Letters follow at once only behind six (`000123SIPDIS`), and a letter `O` stands
/// for a zero only in a serial of full width (`0O0142`).
fn serial(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    /// Digits of a serial as the classification line pads it.
    const WIDTH: usize = 6;
    let wide = bytes.get(at..)?;
    let wide = wide
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'O' | b'o'))
        .count();
    if wide == WIDTH && !bytes.get(at + wide).is_some_and(u8::is_ascii_alphanumeric) {
        return Some(at..at + wide);
    }
    let length = digits(bytes, at);
    let glued = bytes.get(at + length).is_some_and(u8::is_ascii_alphabetic);
    ((3..=7).contains(&length) && (!glued || length == WIDTH)).then_some(at..at + length)
}

/// Whether a solid level, words and a number are a classification line, and no sentence (`SECRET TALKS IN MAY 1979
/// FAILED`).
pub(super) fn plausible(level: &str, post: &str, wide: bool, rest: &str) -> bool {
    let lower = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    if lower(level) || lower(post) {
        return known_post(post);
    }
    let words = post.split_ascii_whitespace().count();
    words == 1 || (rest.is_empty() && (words == 2 || wide)) || known_post(post)
}

pub(super) fn known_post(name: &str) -> bool {
    facts::post_by_name(&name.to_ascii_uppercase()).is_some()
}
