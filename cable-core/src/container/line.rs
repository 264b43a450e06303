//! The lines of an input, whatever ends them.

use crate::text::blocks;
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

/// All of them at once, for a reader that looks at each: the ends are found by blocks of the input.
pub(super) fn all(input: &[u8]) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(input.len() / 48 + 8);
    let mut start = 0;
    let is_end = |byte: u8x16, _| byte.cmp_eq(blocks::all(b'\n')) | byte.cmp_eq(blocks::all(b'\r'));
    blocks::each_pair(input, is_end, |end| {
        // The LF of a CRLF ends no line of its own.
        if end > start || !input[..=end].ends_with(b"\r\n") {
            lines.push(start..end);
        }
        start = end + 1;
    });
    if start < input.len() {
        lines.push(start..input.len());
    }
    lines
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
    let start = range.start + (part.len() - part.trim_ascii_start().len());
    let part = part.trim_ascii();
    if part.is_empty() {
        return range.start..range.start;
    }
    start..start + part.len()
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
            assert_eq!(all(input), lines(input, 0).collect::<Vec<_>>(), "{input:?}");
        }
        assert_eq!(trimmed(b"  x y ", 0..6), 2..5);
        assert_eq!(trimmed(b"   ", 1..3), 1..1);
    }
}
