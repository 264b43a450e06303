//! Bytes to text: a byte order mark goes, bytes that are not UTF-8 are read as Windows-1252, no-break blanks as blanks.

use crate::diagnostic::{Code, Diagnostic};
use crate::source_map::{SourceMap, Writer};
use crate::span::{SourceSpan, Span};
use std::borrow::Cow;

/// The text of `input[range]` and its map.
pub(crate) fn decode(
    input: &[u8],
    range: std::ops::Range<usize>,
) -> (Cow<'_, str>, SourceMap, Option<Diagnostic>) {
    let mut start = range.start;
    let bytes = input.get(range.clone()).unwrap_or(&[]);
    let body = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => {
            start += 3;
            rest
        }
        None => bytes,
    };
    match simdutf8::basic::from_utf8(body) {
        Ok(text) if next_no_break(text, 0).is_none() => (
            Cow::Borrowed(text),
            SourceMap::identity(start, text.len()),
            None,
        ),
        _ => repair(body, start),
    }
}

/// A blank that web pages and word processors put for the one of the telegram, which knows no other.
const NO_BREAK: &str = "\u{a0}";

/// The next no-break blank of `text` from `from` on.
fn next_no_break(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(NO_BREAK.as_bytes()[0], bytes.get(from..)?)
        .map(|at| from + at)
        .find(|&at| bytes.get(at..at + NO_BREAK.len()) == Some(NO_BREAK.as_bytes()))
}

/// Writes text of the input from `at` on: as it is, but for no-break blanks.
fn write_text(writer: &mut Writer, text: &str, at: usize) {
    let mut from = 0;
    while let Some(found) = next_no_break(text, from) {
        writer.verbatim(text.get(from..found).unwrap_or(""), at + from);
        from = found + NO_BREAK.len();
        writer.decoded(" ", at + found..at + from);
    }
    writer.verbatim(text.get(from..).unwrap_or(""), at + from);
}

fn repair(body: &[u8], start: usize) -> (Cow<'_, str>, SourceMap, Option<Diagnostic>) {
    let mut writer = Writer::with_capacity(body.len() + body.len() / 16);
    let mut repair = Repair::default();
    repair.write(&mut writer, body, start);
    let (text, map) = writer.finish();
    (Cow::Owned(text), map, repair.note())
}

/// Writes bytes as text and remembers where they were not UTF-8.
#[derive(Debug, Default)]
pub(super) struct Repair {
    /// The first of them, in the text and in the input.
    first: Option<(Span, SourceSpan)>,
    count: u32,
}

impl Repair {
    /// Bytes of the input from `at` on: valid sequences as they are, single bad bytes as Windows-1252.
    pub(super) fn write(&mut self, writer: &mut Writer, bytes: &[u8], mut at: usize) {
        // By far the usual case, and checked much faster than chunk by chunk.
        if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            write_text(writer, text, at);
            return;
        }
        for chunk in bytes.utf8_chunks() {
            write_text(writer, chunk.valid(), at);
            at += chunk.valid().len();
            for &byte in chunk.invalid() {
                let mut buffer = [0; 4];
                let character = match windows_1252(byte) {
                    '\u{a0}' => ' ',
                    character => character,
                };
                let character = character.encode_utf8(&mut buffer);
                let start = writer.text_len();
                self.first.get_or_insert((
                    Span::at(start, start + character.len()),
                    SourceSpan::at(at, at + 1),
                ));
                self.count += 1;
                writer.decoded(character, at..at + 1);
                at += 1;
            }
        }
    }

    /// The one note about the whole text: how many bytes, and where the first of them is.
    pub(super) fn note(&self) -> Option<Diagnostic> {
        let (span, source) = self.first?;
        let note = Diagnostic::new(Code::EncodingRepaired, span).with_source(source);
        Some(note.with_count(self.count))
    }
}

/// Where the input begins behind a byte order mark and blanks.
pub(super) fn content_start(input: &[u8]) -> usize {
    let mark = usize::from(input.starts_with(b"\xEF\xBB\xBF")) * 3;
    let blanks = input[mark..]
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count();
    mark + blanks
}

/// A short value of the wrapping as text.
pub(super) fn value(bytes: &[u8]) -> String {
    // Nearly all are plain, and need no way back.
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => decode(bytes, 0..bytes.len()).0.into_owned(),
    }
}

/// The character of a byte in Windows-1252 as browsers read it.
#[cfg(feature = "encoding")]
pub(super) fn windows_1252(byte: u8) -> char {
    let bytes = [byte];
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Without the table of Windows-1252 the byte is read as Latin-1, its 160 plain members.
#[cfg(not(feature = "encoding"))]
pub(super) fn windows_1252(byte: u8) -> char {
    char::from(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_sequences_are_kept_and_single_bytes_repaired() {
        let input = b"\xEF\xBB\xBFcaf\xE9 \xC3\xA9 end\xA0\xE9";
        let (text, map, note) = decode(input, 0..input.len());
        assert_eq!(text, "café é end é");
        let note = note.expect("a note");
        assert_eq!(note.source, Some(SourceSpan::new(6, 7)));
        assert_eq!(note.span, Some(Span::new(3, 5)));
        assert_eq!(note.count, Some(3));
        assert_eq!(map.to_source(crate::Span::new(3, 5)), SourceSpan::new(6, 7));
    }

    #[test]
    fn no_break_blanks_are_blanks() {
        let input = "1.\u{a0}\u{a0}(C) caf\u{e9} \u{a0}NATO".as_bytes();
        let (text, map, note) = decode(input, 0..input.len());
        assert_eq!(text, "1.  (C) caf\u{e9}  NATO");
        assert_eq!(note, None);
        assert_eq!(map.to_source(Span::new(2, 3)), SourceSpan::new(2, 4));
        assert_eq!(map.to_source(Span::new(4, 7)), SourceSpan::new(6, 9));
        let (text, ..) = decode("\u{b6}1. (C)".as_bytes(), 0..8);
        assert!(matches!(text, Cow::Borrowed("\u{b6}1. (C)")));
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn quotes_of_windows_are_read() {
        let (text, ..) = decode(b"\x93A\x94", 0..3);
        assert_eq!(text, "\u{201c}A\u{201d}");
    }
}
