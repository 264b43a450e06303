//! The lines of an input, whatever ends them.

use crate::text::blocks::{self, all};
use std::ops::Range;
use wide::u8x16;

/// The contents of the lines of `input[from..]` as ranges of the input, without their ends: line feed, carriage return,
/// or both. Each byte is looked at once.
pub(super) fn lines(input: &[u8], from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = from.min(input.len());
    std::iter::from_fn(move || {
        let rest = input.get(at..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = at..at + end;
        at = behind(input, &line);
        Some(line)
    })
}

/// Tells every line of `range`, which begins with one: the ends are found by blocks.
pub(super) fn each_line(input: &[u8], range: Range<usize>, mut tell: impl FnMut(Range<usize>)) {
    let bytes = input.get(range.clone()).unwrap_or(&[]);
    let mut start = 0;
    let is_end = |byte: u8x16, _| byte.cmp_eq(all(b'\n')) | byte.cmp_eq(all(b'\r'));
    blocks::each_pair(bytes, is_end, |end| {
        // The LF of a CRLF ends no line of its own.
        if end > start || !bytes[..=end].ends_with(b"\r\n") {
            tell(range.start + start..range.start + end);
        }
        start = end + 1;
    });
    if start < bytes.len() {
        tell(range.start + start..range.start + bytes.len());
    }
}

/// The same from the end of `input` to its start.
pub(super) fn lines_backward(input: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut end = input.len() - last_end(input);
    let mut more = !input.is_empty();
    std::iter::from_fn(move || {
        if !more {
            return None;
        }
        let above = &input[..end];
        let start = memchr::memrchr2(b'\n', b'\r', above).map_or(0, |at| at + 1);
        let line = start..end;
        more = start > 0;
        end = start - last_end(&input[..start]);
        Some(line)
    })
}

/// Length of the line end that closes `input`.
fn last_end(input: &[u8]) -> usize {
    match input {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    }
}

/// Where the line behind `line` begins.
pub(super) fn behind(input: &[u8], line: &Range<usize>) -> usize {
    line.end
        + match input.get(line.end..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        }
}

/// `range` without the white space at its ends; of blanks alone its start.
pub(super) fn trimmed(input: &[u8], range: Range<usize>) -> Range<usize> {
    let part = input.get(range.clone()).unwrap_or(&[]);
    let rest = part.trim_ascii_start();
    if rest.is_empty() {
        return range.start..range.start;
    }
    let start = range.start + (part.len() - rest.len());
    start..start + rest.trim_ascii_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_of_a_line_ends_it() {
        let input = b"a\nb\r\nc\rd\n\ne";
        let found: Vec<&[u8]> = lines(input, 0).map(|line| &input[line]).collect();
        assert_eq!(found, [&b"a"[..], b"b", b"c", b"d", b"", b"e"]);
        assert_eq!(lines(input, 99).count(), 0);
        for input in [&input[..], b"", b"\n", b"\r\n", b"\n\r\r\n\na", b"a\r"] {
            let mut told = Vec::new();
            each_line(input, 0..input.len(), |line| told.push(line));
            assert_eq!(told, lines(input, 0).collect::<Vec<_>>(), "{input:?}");
            let mut backward: Vec<_> = lines_backward(input).collect();
            backward.reverse();
            assert_eq!(backward, lines(input, 0).collect::<Vec<_>>(), "{input:?}");
        }
        assert_eq!(trimmed(b"  x y ", 0..6), 2..5);
        assert_eq!(trimmed(b"   ", 1..3), 1..1);
    }
}
