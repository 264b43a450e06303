//! Physical lines. CR, LF, CRLF and CRCRLF each end one.

use crate::span::{Span, offset};
use crate::text::blocks::{self, all};
use wide::u8x16;

/// The content of every line: white space, control characters and export backslashes at its end left out, its line
/// end too. A blank line has an empty span.
///
/// ```
/// use cable_core::scan::lines;
/// let text = "SIPDIS\r\nNODIS";
/// let found: Vec<_> = lines(text).iter().map(|line| line.slice(text).trim_end()).collect();
/// assert_eq!(found, ["SIPDIS", "NODIS"]);
/// ```
pub fn lines(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let first = memchr::memchr(b'\r', bytes);
    // CRCRLF is what a CRLF becomes that was written as a line end of Windows once more.
    if first.is_none_or(|first| bytes[first..].starts_with(b"\r\r\n")) {
        parted::<false>(bytes)
    } else {
        parted::<true>(bytes)
    }
}

/// The lines of a text in which a CR ends lines, or does not.
#[inline(always)]
fn parted<const RETURNS: bool>(bytes: &[u8]) -> Vec<Span> {
    let mut lines = Vec::with_capacity(bytes.len() / 32 + 8);
    let mut start = 0;
    let is_end = |byte: u8x16, _| {
        let feed = byte.cmp_eq(all(b'\n'));
        if RETURNS {
            feed | byte.cmp_eq(all(b'\r'))
        } else {
            feed
        }
    };
    blocks::each_pair(bytes, is_end, |end| {
        let line = if end > start {
            content(bytes, start, end)
        } else {
            Span::empty(offset(end))
        };
        // The LF of a CRLF ends no line of its own.
        if end > start || !(RETURNS && bytes[..=end].ends_with(b"\r\n")) {
            if lines.len() == lines.capacity() {
                // Short lines: growing seldom copies less.
                lines.reserve(3 * lines.len());
            }
            lines.push(line);
        }
        start = end + 1;
    });
    if start < bytes.len() {
        lines.push(content(bytes, start, bytes.len()));
    }
    lines
}

/// Bytes that mean nothing at the end of a line: blanks, control characters, and the backslash of one export.
static TRAILING: [bool; 256] = {
    let mut trailing = [false; 256];
    let mut byte = 0;
    while byte <= b' ' {
        trailing[byte as usize] = true;
        byte += 1;
    }
    trailing[b'\\' as usize] = true;
    trailing[0x7f] = true;
    trailing
};

#[inline(always)]
fn content(bytes: &[u8], start: usize, end: usize) -> Span {
    let mut line = bytes[start..end].iter();
    let last = line.rposition(|&byte| !TRAILING[byte as usize]);
    Span::at(start, last.map_or(start, |last| start + last + 1))
}

/// The offset of the first byte of `line` that is not white space, a control character or a paragraph sign.
pub fn indent(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(byte) if *byte <= b' ' => at += 1,
            Some(0xc2) if matches!(bytes.get(at + 1), Some(0xb6 | 0xa0)) => at += 2,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_one_line() {
        for text in [
            "A\nB \n\nC",
            "A\r\nB \r\n\r\nC",
            "A\rB \r\rC",
            "A\r\r\nB \r\r\n\r\r\nC",
        ] {
            let lines: Vec<_> = lines(text).iter().map(|line| line.slice(text)).collect();
            assert_eq!(lines, ["A", "B", "", "C"], "{text:?}");
        }
    }

    #[test]
    fn backslashes_and_nul_at_line_ends_are_no_content() {
        let text = "REF: A \\\n \\\n\0\n";
        let lines: Vec<_> = lines(text).iter().map(|line| line.slice(text)).collect();
        assert_eq!(lines, ["REF: A", "", ""]);
    }
}
