//! White space at the ends of a line. Nearly all lines have none, as one byte at each end shows.

use crate::span::Span;
use std::ops::Range;

/// Whether a byte is a character of its own that is no white space.
#[inline]
pub(crate) fn is_printed(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_graphic())
}

/// [`str::trim`].
#[inline]
pub(crate) fn trim(line: &str) -> &str {
    trim_end(trim_start(line))
}

/// [`str::trim_start`].
#[inline]
pub(crate) fn trim_start(line: &str) -> &str {
    if is_printed(line.as_bytes().first()) {
        line
    } else {
        line.trim_start()
    }
}

/// [`str::trim_end`].
#[inline]
pub(crate) fn trim_end(line: &str) -> &str {
    if is_printed(line.as_bytes().last()) {
        line
    } else {
        line.trim_end()
    }
}

/// The line without these signs of ASCII at its end.
#[inline]
pub(crate) fn without_signs<'a>(line: &'a str, signs: &[u8]) -> &'a str {
    let last = line.bytes().rposition(|byte| !signs.contains(&byte));
    line.get(..last.map_or(0, |last| last + 1)).unwrap_or(line)
}

/// What [`trim`] leaves, as a range of the line.
#[inline]
pub(crate) fn inner(line: &str) -> Range<usize> {
    let start = line.len() - trim_start(line).len();
    start..start + trim(line).len()
}

/// The span without the white space at its ends.
#[inline]
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let inner = inner(span.slice(text));
    let base = span.range().start;
    Span::at(base + inner.start, base + inner.end)
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_the_standard_library_trims() {
        for line in [
            "",
            " ",
            "a",
            " a b ",
            "\u{a0}a\u{2003}",
            "\0a\t",
            "é é",
            "\u{85}\n-",
        ] {
            assert_eq!(super::trim(line), line.trim(), "{line:?}");
            assert_eq!(super::trim_start(line), line.trim_start(), "{line:?}");
            assert_eq!(super::trim_end(line), line.trim_end(), "{line:?}");
        }
    }
}
