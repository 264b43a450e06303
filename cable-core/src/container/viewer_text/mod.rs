//! The text rendering of a viewer page, as a browser copies it: navigation, the labels of the table, its values, the
//! telegram, and what the page prints below it.

mod furniture;
mod values;

use super::detect::{viewer_table, viewer_titles};
use super::envelope::{places, subject_behind_id};
use super::telegram_start;
use super::text::{Repair, content_start, decode, value};
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::record::{Envelope, EnvelopeText, Format};
use crate::source_map::Writer;
use crate::span::SourceSpan;
use furniture::{ARTICLES, TITLE, is_furniture};
use memchr::memmem;
use std::borrow::Cow;
use std::ops::Range;

pub(super) fn open(input: &[u8]) -> Transcript<'_> {
    let mut envelope = Envelope::default();
    let labels = viewer_table(input);
    let head = labels.map(|labels| labels.start as usize);
    let title = read_title(input, head, &mut envelope);
    let behind = match labels {
        Some(labels) => values::read(input, labels.end as usize, &mut envelope),
        None => without_labels(input, title, &mut envelope),
    };
    let start = text_start(input, behind, &mut envelope);
    let end = text_end(input, start, &mut envelope);

    let (text, map, note) = telegram(input, start..end);
    let mut regions = vec![Region::new(RegionKind::Text, start, end)];
    regions.extend(places(&envelope).map(|source| Region {
        kind: RegionKind::Envelope,
        source,
    }));
    Transcript {
        format: Format::ViewerText,
        text,
        map,
        regions: tile(input.len(), regions),
        envelope: Some(envelope),
        diagnostics: note.into_iter().collect(),
    }
}

fn line_end(input: &[u8], at: usize) -> usize {
    let rest = input.get(at..).unwrap_or(&[]);
    at + memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())
}

/// The start of the next line.
fn next_line(input: &[u8], at: usize) -> usize {
    let end = line_end(input, at);
    match input.get(end..).unwrap_or(&[]) {
        [b'\r', b'\n', ..] => end + 2,
        [_, ..] => end + 1,
        [] => end,
    }
}

/// `Viewing cable 08NORDHAVEN12, SUBJECT` above the table: its subject, and the id where the table has none.
fn read_title(input: &[u8], before: Option<usize>, envelope: &mut Envelope) -> Option<usize> {
    let head = &input[..before.unwrap_or(input.len())];
    // The one nearest to the table; without a table the first.
    let title = match before {
        Some(_) => viewer_titles(head).last(),
        None => viewer_titles(head).next(),
    }?;
    let start = title.start as usize;
    let end = line_end(head, start);
    let (id, subject) = subject_behind_id(&head[start..end], TITLE.len());
    envelope.subject = part(input, start + subject.start..start + subject.end);
    envelope.reference_id = part(input, start + id.start..start + id.end);
    Some(end)
}

/// The value in a part of a line.
fn part(input: &[u8], range: Range<usize>) -> Option<EnvelopeText> {
    let bytes = input.get(range.clone())?;
    let start = range.start + (bytes.len() - bytes.trim_ascii_start().len());
    let bytes = bytes.trim_ascii();
    let place = SourceSpan::at(start, start + bytes.len());
    (!bytes.is_empty()).then(|| EnvelopeText::new(value(bytes), place))
}

/// Without the labels of the table its values are the line that starts with the id of the title; without that the telegram
/// starts at its first line of its own shape.
fn without_labels(input: &[u8], title: Option<usize>, envelope: &mut Envelope) -> usize {
    let mut at = title.unwrap_or_else(|| content_start(input));
    let id = envelope.reference_id.as_ref().map(|id| id.value.clone());
    while at < input.len() {
        let line = &input[at..line_end(input, at)];
        let values = id.as_ref().is_some_and(|id| {
            let rest = line.trim_ascii_start().strip_prefix(id.as_bytes());
            rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
        });
        if values {
            return values::read(input, at, envelope);
        }
        if telegram_start::sign(line).is_some() {
            return at;
        }
        at = next_line(input, at);
    }
    title.unwrap_or(0)
}

/// Where the telegram starts: behind blank lines, the list of articles and other lines of the page.
fn text_start(input: &[u8], behind: usize, envelope: &mut Envelope) -> usize {
    let mut at = behind;
    if behind > 0 && !matches!(input.get(behind - 1), Some(b'\n' | b'\r')) {
        // The values end inside their line.
        let rest = &input[behind..line_end(input, behind)];
        if rest.trim_ascii().is_empty() {
            at = next_line(input, behind);
        }
    }
    while at < input.len() {
        let line = &input[at..line_end(input, at)];
        if line.trim_ascii().starts_with(ARTICLES.as_bytes()) {
            at = articles(input, next_line(input, at), envelope);
        } else if line.trim_ascii().is_empty() || is_furniture(line) {
            at = next_line(input, at);
        } else {
            break;
        }
    }
    at
}

/// Reads the addresses of articles, one a line, and gives the place behind them.
fn articles(input: &[u8], start: usize, envelope: &mut Envelope) -> usize {
    let mut at = start;
    while at < input.len() {
        let end = line_end(input, at);
        let line = input[at..end].trim_ascii();
        let is_address = memmem::find(line, b"://").is_some()
            || line.contains(&b'.') && !line.iter().any(u8::is_ascii_whitespace);
        if !is_address || telegram_start::sign(line).is_some() {
            break;
        }
        envelope.media.extend(part(input, at..end));
        at = next_line(input, at);
    }
    at
}

/// Where the telegram ends: at the first line below it that belongs to the page, or with the input.
fn text_end(input: &[u8], start: usize, envelope: &mut Envelope) -> usize {
    let (mut at, mut content_end) = (start, start);
    while at < input.len() {
        let end = line_end(input, at);
        let line = &input[at..end];
        if is_furniture(line) {
            if line.trim_ascii().starts_with(ARTICLES.as_bytes()) {
                articles(input, next_line(input, at), envelope);
            }
            return content_end;
        }
        at = next_line(input, at);
        if !line.trim_ascii().is_empty() {
            content_end = at;
        }
    }
    input.len()
}

type Decoded<'a> = (Cow<'a, str>, crate::SourceMap, Option<crate::Diagnostic>);

/// The text without the pilcrows of paragraph links.
fn telegram(input: &[u8], range: Range<usize>) -> Decoded<'_> {
    let bytes = &input[range.clone()];
    let utf8 = simdutf8::basic::from_utf8(bytes).is_ok();
    let pilcrow: &[u8] = if utf8 { "\u{b6}".as_bytes() } else { b"\xB6" };
    let starts_line = |at: usize| {
        let line = bytes[..at].trim_ascii_end();
        let gap = &bytes[line.len()..at];
        line.is_empty() || gap.iter().any(|byte| b"\r\n".contains(byte))
    };
    let links: Vec<usize> = memmem::find_iter(bytes, pilcrow)
        .filter(|&at| {
            let next = bytes.get(at + pilcrow.len());
            next.is_some_and(u8::is_ascii_alphanumeric) && starts_line(at)
        })
        .collect();
    if links.is_empty() {
        return decode(input, range);
    }
    let mut writer = Writer::with_capacity(bytes.len());
    let mut repair = Repair::default();
    let mut at = 0;
    for link in links {
        repair.write(&mut writer, &bytes[at..link], range.start + at);
        at = link + pilcrow.len();
        writer.decoded("", range.start + link..range.start + at);
    }
    repair.write(&mut writer, &bytes[at..], range.start + at);
    let (text, map) = writer.finish();
    (Cow::Owned(text), map, repair.note())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "Browse\nViewing cable 08NORDHAVEN12, FISH, CHIPS\n\nReference ID Created Released Classification Origin\n08NORDHAVEN12 2009-05-07 08:15 2011-09-02 01:00 UNCLASSIFIED//FOR OFFICIAL USE ONLY Embassy Nordhaven\nVZCZCXRO4173\n";

    #[test]
    fn the_table_and_the_title_are_read() {
        let transcript = open(PAGE.as_bytes());
        let envelope = transcript.envelope.unwrap();
        assert_eq!(transcript.text, "VZCZCXRO4173\n");
        assert_eq!(envelope.reference_id.unwrap().value, "08NORDHAVEN12");
        assert_eq!(
            envelope.created.unwrap().0.to_string(),
            "2009-05-07T08:15:00Z"
        );
        assert_eq!(
            envelope.released.unwrap().0.to_string(),
            "2011-09-02T01:00:00Z"
        );
        assert_eq!(
            envelope.classification.unwrap().value,
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
        );
        let origin = envelope.origin.unwrap();
        assert_eq!(origin.value, "Embassy Nordhaven");
        assert_eq!(origin.source.slice(PAGE.as_bytes()), b"Embassy Nordhaven");
        assert_eq!(envelope.subject.unwrap().value, "FISH, CHIPS");
        let tiled: u32 = transcript
            .regions
            .iter()
            .map(|region| region.source.len())
            .sum();
        assert_eq!(tiled as usize, PAGE.len());
    }

    #[test]
    fn values_may_stand_on_lines_of_their_own() {
        let page = PAGE
            .replace(" 2008-", "\n2008-")
            .replace(" 2011-", "\n2011-")
            .replace(" UNCLASS", "\nUNCLASS")
            .replace(" Embassy", "\nEmbassy");
        let transcript = open(page.as_bytes());
        assert_eq!(transcript.text, "VZCZCXRO4173\n");
        assert_eq!(
            transcript.envelope.unwrap().origin.unwrap().value,
            "Embassy Nordhaven"
        );
    }

    fn read(page: &str) -> (String, Envelope) {
        let transcript = open(page.as_bytes());
        let tiled: u32 = transcript
            .regions
            .iter()
            .map(|region| region.source.len())
            .sum();
        assert_eq!(tiled as usize, page.len());
        (transcript.text.into_owned(), transcript.envelope.unwrap())
    }

    #[test]
    fn tabs_part_values() {
        let (text, envelope) = read(
            "Reference ID\tCreated\tReleased\tClassification\tOrigin\n08NORDHAVEN12\t2009-05-07 08:15\t2011-09-02 01:00\tSECRET\tEmbassy Nordhaven\n\nUNCLAS\n",
        );
        assert_eq!(text, "UNCLAS\n");
        assert_eq!(envelope.origin.unwrap().value, "Embassy Nordhaven");
        assert_eq!(envelope.classification.unwrap().value, "SECRET");
    }

    #[test]
    fn an_origin_may_be_missing() {
        let (text, envelope) = read(
            "Reference ID Created Released Classification Origin\n08NORDHAVEN12\n2008-03-25\n16:45\n2011-09-02 01:00\nSECRET\nVZCZCXRO4173\nRR RUEHNV\n",
        );
        assert_eq!(text, "VZCZCXRO4173\nRR RUEHNV\n");
        assert_eq!(envelope.classification.unwrap().value, "SECRET");
        assert_eq!(envelope.origin, None);
    }

    #[test]
    fn the_page_around_the_telegram_is_left_out() {
        let (text, envelope) = read(&format!(
            "{}\u{b6}1. (U) Text with a \u{b6}2 in it.\nMAYER\n \n\nAppears in these articles:\nhttp://example.org/a\nexample.com\n\nCommunity resources\nFollow us on Twitter\n",
            PAGE
        ));
        assert_eq!(
            text,
            "VZCZCXRO4173\n1. (U) Text with a \u{b6}2 in it.\nMAYER\n"
        );
        let media: Vec<_> = envelope
            .media
            .iter()
            .map(|link| link.value.as_str())
            .collect();
        assert_eq!(media, ["http://example.org/a", "example.com"]);
    }

    #[test]
    fn a_title_alone_tells_the_telegram() {
        let (text, envelope) = read(
            "Viewing cable 08NORDHAVEN12, FISH\n\nHelp us extend the context of this cable\n08NORDHAVEN12 2009-05-07 08:15 2011-09-02 01:00 SECRET Embassy Nordhaven\nAppears in these articles:\nhttp://example.org\nRR RUEHNV\n",
        );
        assert_eq!(text, "RR RUEHNV\n");
        assert_eq!(envelope.origin.unwrap().value, "Embassy Nordhaven");
        assert_eq!(envelope.media.len(), 1);
        let (text, envelope) = read("Viewing cable 08NORDHAVEN12, FISH\n\nSome words\nRR RUEHNV\n");
        assert_eq!(text, "RR RUEHNV\n");
        assert_eq!(envelope.reference_id.unwrap().value, "08NORDHAVEN12");
    }
}
