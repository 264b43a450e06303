//! HTML page of the published set, in its editions of 2010 and 2011: a heading, a table, and two blocks of text.

mod decode;
mod markup;
mod table;

use super::envelope::{places, subject_behind_id};
use super::text::Repair;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Envelope, Format};
use crate::source_map::Writer;
use crate::span::SourceSpan;
use markup::{Name, Tag};
use memchr::memmem;
use std::borrow::Cow;
use std::ops::Range;
use table::Table;

/// The heading of a page.
const TITLE: &str = "Viewing cable ";

pub(super) fn open(input: &[u8]) -> Transcript<'_> {
    let page = read(input);
    let mut envelope = page.envelope;
    let mut writer = Writer::with_capacity(page.blocks.iter().map(Range::len).sum());
    let mut repair = Repair::default();
    let mut regions = Vec::new();
    let mut last_end = None;
    for block in &page.blocks {
        // The header block ends without a line feed.
        if let Some(end) = last_end {
            writer.decoded("\n", end..end);
        }
        decode::text(
            input,
            block.clone(),
            &mut writer,
            &mut repair,
            &mut envelope.tags,
        );
        regions.push(Region::new(RegionKind::Text, block.start, block.end));
        last_end = (!block.is_empty()).then_some(block.end).or(last_end);
    }
    regions.extend(places(&envelope).map(|source| Region {
        kind: RegionKind::Envelope,
        source,
    }));
    let mut diagnostics: Vec<_> = repair.note().into_iter().collect();
    // A page holds a header block and a text block.
    if page.blocks.len() < 2 || !page.closed {
        let at = last_end.unwrap_or(page.end);
        diagnostics
            .push(Diagnostic::nowhere(Code::WrappingDamaged).with_source(SourceSpan::at(at, at)));
    }
    let (text, map) = writer.finish();
    Transcript {
        format: Format::ViewerPage,
        text: Cow::Owned(text),
        map,
        envelope: Some(envelope),
        regions: tile(input.len(), regions),
        diagnostics,
    }
}

/// The parts of a page.
struct Page {
    envelope: Envelope,
    /// What stands between `<pre>` and `</pre>`.
    blocks: Vec<Range<usize>>,
    /// Whether every block has its end tag.
    closed: bool,
    /// Where the table ends, or the page.
    end: usize,
}

fn read(input: &[u8]) -> Page {
    let mut page = Page {
        envelope: Envelope::default(),
        blocks: Vec::new(),
        closed: true,
        end: input.len(),
    };
    let mut title: Option<usize> = None;
    let mut table: Option<Table> = None;
    let mut from = start(input);
    loop {
        let mut next = None;
        for tag in markup::tags(input, from) {
            if let Some(open) = &mut table {
                open.tag(input, &tag, &mut page.envelope);
            }
            match tag.name {
                Name::Heading if !tag.closing => title = Some(tag.place.end),
                Name::Heading => {
                    if let Some(start) = title.take() {
                        read_title(input, start..tag.place.start, &mut page.envelope);
                    }
                }
                Name::Table if tag.closing => {
                    if let Some(open) = table.take() {
                        page.end = tag.place.end;
                        open.finish(input, tag.place.start, &mut page.envelope);
                    }
                }
                Name::Table => table = Some(Table::default()),
                Name::Pre if !tag.closing => {
                    next = Some(tag);
                    break;
                }
                _ => {}
            }
        }
        let Some(Tag { place, .. }) = next else {
            break;
        };
        if let Some(open) = table.take() {
            open.finish(input, place.start, &mut page.envelope);
        }
        let end = markup::end_of_pre(input, place.end);
        page.closed &= input
            .get(end..end + 5)
            .is_some_and(|tag| tag.eq_ignore_ascii_case(b"</pre"));
        page.blocks.push(place.end..end);
        from = end;
    }
    if let Some(open) = table {
        open.finish(input, input.len(), &mut page.envelope);
    }
    page
}

/// Where reading begins: at the tag before the heading or the table. The navigation above is long and says nothing.
fn start(input: &[u8]) -> usize {
    let title = memmem::find(input, TITLE.as_bytes());
    let head = &input[..title.unwrap_or(input.len())];
    let table = memmem::find(head, b"<table");
    table
        .or(title)
        .map_or(0, |at| memchr::memrchr(b'<', &input[..=at]).unwrap_or(0))
}

/// `Viewing cable 08NORDHAVEN12, FISH`: the subject, and the id where the table has none.
fn read_title(input: &[u8], range: Range<usize>, envelope: &mut Envelope) {
    let Some(heading) = decode::value(input, range) else {
        return;
    };
    let place = decode::range(heading.source);
    if !heading.value.starts_with(TITLE.trim_end()) || envelope.subject.is_some() {
        return;
    }
    let words = input.get(place.clone()).unwrap_or(&[]);
    let (id, subject) = subject_behind_id(words, TITLE.len());
    let at =
        |part: Range<usize>| decode::value(input, place.start + part.start..place.start + part.end);
    envelope.subject = at(subject);
    if envelope.reference_id.is_none() {
        envelope.reference_id = at(id);
    }
}
