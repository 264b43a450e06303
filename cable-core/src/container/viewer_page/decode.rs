//! Text of a page: between tags, with the few references that pages write decoded.
//!
//! Telegrams were put into pages without escaping `&`, so that a transmitted `&pound` is no pound sign. Only numeric
//! references and the five names of XML are decoded, and these only with their semicolon.

use super::markup::{Link, Name, Tag, tags_of_text};
use crate::container::text::Repair;
use crate::record::EnvelopeText;
use crate::source_map::Writer;
use crate::span::SourceSpan;
use std::ops::Range;

/// Writes the text of `input[range]`; the tags linked in it go to `linked`.
pub(super) fn text(
    input: &[u8],
    range: Range<usize>,
    writer: &mut Writer,
    repair: &mut Repair,
    linked: &mut Vec<EnvelopeText>,
) {
    let mut at = range.start;
    // A line feed behind `<pre>` belongs to the markup.
    for end in [&b"\r\n"[..], b"\n", b"\r"] {
        if input[at..range.end].starts_with(end) {
            writer.decoded("", at..at + end.len());
            at += end.len();
            break;
        }
    }
    let mut link = None;
    for tag in tags_of_text(input, at..range.end) {
        stretch(input, at..tag.place.start, writer, repair);
        at = tag.place.end;
        if opens_tag_link(&tag) {
            link = Some(at);
        } else if tag.name == Name::Anchor {
            if let Some(start) = link.take() {
                if let Some(value) = value(input, start..tag.place.start) {
                    linked.push(value);
                }
            }
        }
        if tag.name == Name::Anchor && !tag.closing {
            at += pilcrow(input.get(at..range.end).unwrap_or(&[]));
        }
        writer.decoded("", tag.place.start..at);
    }
    stretch(input, at..range.end, writer, repair);
}

fn opens_tag_link(tag: &Tag) -> bool {
    tag.name == Name::Anchor && !tag.closing && tag.link == Link::Tag
}

/// Length of the pilcrow that marks the anchor of a paragraph.
fn pilcrow(text: &[u8]) -> usize {
    let forms: [&[u8]; 6] = [
        "\u{b6}".as_bytes(),
        b"&para;",
        b"&#182;",
        b"&#xB6;",
        b"&#xb6;",
        b"\xB6",
    ];
    forms
        .iter()
        .find(|form| text.starts_with(form))
        .map_or(0, |form| form.len())
}

/// Text without tags.
fn stretch(input: &[u8], range: Range<usize>, writer: &mut Writer, repair: &mut Repair) {
    let bytes = input.get(range.clone()).unwrap_or(&[]);
    // Checked as a whole, since a reference stands at the end of each line.
    let valid = simdutf8::basic::from_utf8(bytes).ok();
    let mut write = |part: Range<usize>, writer: &mut Writer| {
        let at = range.start + part.start;
        match valid.and_then(|text| text.get(part.clone())) {
            Some(text) => writer.verbatim(text, at),
            None => repair.write(writer, bytes.get(part).unwrap_or(&[]), at),
        }
    };
    let mut at = 0;
    for sign in memchr::memchr_iter(b'&', bytes) {
        let Some((character, length)) = reference(&bytes[sign..]) else {
            continue;
        };
        write(at..sign, writer);
        let source = range.start + sign..range.start + sign + length;
        writer.decoded(character.encode_utf8(&mut [0; 4]), source);
        at = sign + length;
    }
    write(at..bytes.len(), writer);
}

/// The character of the reference at the start of `text`, and the reference's length.
fn reference(text: &[u8]) -> Option<(char, usize)> {
    const NAMES: [(&[u8], char); 5] = [
        (b"&amp;", '&'),
        (b"&lt;", '<'),
        (b"&gt;", '>'),
        (b"&quot;", '"'),
        (b"&apos;", '\''),
    ];
    // The pages end each line so.
    const LINE_FEED: &[u8] = b"&#x000A;";
    if text.starts_with(LINE_FEED) {
        return Some(('\n', LINE_FEED.len()));
    }
    let Some(number) = text.strip_prefix(b"&#") else {
        return NAMES
            .iter()
            .find(|(name, _)| text.starts_with(name))
            .map(|(name, character)| (*character, name.len()));
    };
    let (digits, radix) = match number {
        [b'x' | b'X', hex @ ..] => (hex, 16),
        _ => (number, 10),
    };
    let mut code: u32 = 0;
    let mut length = 0;
    while let Some(digit) = digits
        .get(length)
        .and_then(|&byte| char::from(byte).to_digit(radix))
    {
        code = code.checked_mul(radix)?.checked_add(digit)?;
        length += 1;
    }
    if length == 0 || digits.get(length) != Some(&b';') {
        return None;
    }
    // Browsers read the numbers of C1 controls as Windows-1252; a NUL is no character of a text.
    let character = match code {
        0 => return None,
        0x80..=0x9F => crate::container::text::windows_1252(code as u8),
        _ => char::from_u32(code)?,
    };
    Some((character, text.len() - digits.len() + length + 1))
}

/// The text of `input[range]` on one line, and where it begins and ends; `None` if there is none.
pub(super) fn value(input: &[u8], range: Range<usize>) -> Option<EnvelopeText> {
    let mut writer = Writer::with_capacity(range.len());
    let mut repair = Repair::default();
    let mut at = range.start;
    for tag in tags_of_text(input, range.clone()) {
        stretch(input, at..tag.place.start, &mut writer, &mut repair);
        at = tag.place.end;
    }
    stretch(input, at..range.end, &mut writer, &mut repair);
    let (text, map) = writer.finish();
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let place = map.to_source(crate::Span::at(start, start + trimmed.len()));
    let words: Vec<_> = trimmed.split_whitespace().collect();
    Some(EnvelopeText::new(words.join(" "), place))
}

/// The place of a value, as a range.
pub(super) fn range(place: SourceSpan) -> Range<usize> {
    place.start as usize..place.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> (String, Vec<String>) {
        let mut writer = Writer::default();
        let mut linked = Vec::new();
        text(
            input,
            0..input.len(),
            &mut writer,
            &mut Repair::default(),
            &mut linked,
        );
        let (text, map) = writer.finish();
        assert_eq!(map.text_len() as usize, text.len());
        (text, linked.into_iter().map(|tag| tag.value).collect())
    }

    #[test]
    fn only_what_pages_write_is_decoded() {
        let (text, _) = read(
            b"A&#x000A;B &amp;amp; &pound8 R&D; &#10 &#0; &#xD800; &#150; &lt;&quot;&apos;&gt",
        );
        assert_eq!(
            text,
            "A\nB &amp; &pound8 R&D; &#10 &#0; &#xD800; \u{2013} <\"'&gt"
        );
    }

    #[test]
    fn anchors_go_with_their_pilcrow_and_links_are_told() {
        let (text, linked) = read("<a id='par1' href='#par1'>¶</a>1. <a href='/tag/XX_0.html'>XX</a> ¶ <a id='par2'>&para;2.".as_bytes());
        assert_eq!(text, "1. XX ¶ 2.");
        assert_eq!(linked, ["XX"]);
    }

    #[test]
    fn other_signs_of_the_telegram_stay() {
        let (text, _) =
            read(b"\n<strong>TAGS </strong> <<123456>> 2 < 3 > 1 <br>\n<MINISTER> <em</td></tr>");
        assert_eq!(text, "TAGS  <<123456>> 2 < 3 > 1 \n<MINISTER> <em");
    }
}
