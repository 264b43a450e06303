//! Physical lines. CR, LF and CRLF each end one.

use crate::span::{Span, offset};

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
    let mut lines = Vec::with_capacity(bytes.len() / 48 + 8);
    let returns = memchr::memchr(b'\r', bytes).is_some();
    let mut start = 0;
    loop {
        // Blank lines need no search.
        while bytes.get(start) == Some(&b'\n') {
            lines.push(Span::empty(offset(start)));
            start += 1;
        }
        let rest = &bytes[start..];
        let end = if returns {
            memchr::memchr2(b'\n', b'\r', rest)
        } else {
            memchr::memchr(b'\n', rest)
        };
        let Some(length) = end else {
            break;
        };
        let end = start + length;
        lines.push(content(bytes, start, end));
        // The LF of a CRLF ends no line of its own.
        let both = returns && bytes[end..].starts_with(b"\r\n");
        start = end + 1 + usize::from(both);
    }
    if start < bytes.len() {
        lines.push(content(bytes, start, bytes.len()));
    }
    lines
}

/// Bytes that mean nothing at the end of a line: blanks, control characters, and the backslash of one export.
fn is_trailing(byte: u8) -> bool {
    byte <= b' ' || byte == b'\\' || byte == 0x7f
}

fn content(bytes: &[u8], start: usize, end: usize) -> Span {
    // The common line ends in a letter, a stop, or one blank.
    let mut end = end;
    while end > start && is_trailing(bytes[end - 1]) {
        end -= 1;
    }
    Span::at(start, end)
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
        for text in ["A\nB \n\nC", "A\r\nB \r\n\r\nC", "A\rB \r\rC"] {
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
