//! Bytes to text: a byte order mark goes, bytes that are not UTF-8 are read as Windows-1252.

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
        Ok(text) => (
            Cow::Borrowed(text),
            SourceMap::identity(start, text.len()),
            None,
        ),
        Err(_) => repair(body, start),
    }
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
            writer.verbatim(text, at);
            return;
        }
        for chunk in bytes.utf8_chunks() {
            writer.verbatim(chunk.valid(), at);
            at += chunk.valid().len();
            for &byte in chunk.invalid() {
                let mut buffer = [0; 4];
                let character = windows_1252(byte).encode_utf8(&mut buffer);
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
    decode(bytes, 0..bytes.len()).0.into_owned()
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
        assert_eq!(text, "café é end\u{a0}é");
        let note = note.expect("a note");
        assert_eq!(note.source, Some(SourceSpan::new(6, 7)));
        assert_eq!(note.span, Some(Span::new(3, 5)));
        assert_eq!(note.count, Some(3));
        assert_eq!(map.to_source(crate::Span::new(3, 5)), SourceSpan::new(6, 7));
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn quotes_of_windows_are_read() {
        let (text, ..) = decode(b"\x93A\x94", 0..3);
        assert_eq!(text, "\u{201c}A\u{201d}");
    }
}
