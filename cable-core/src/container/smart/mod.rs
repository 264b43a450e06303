//! Messages of the system used since 2009, as they are released: a level, labels with their values, the text, and more
//! labels below it. The text keeps all that is of the telegram; number and attributes are the envelope's.

mod attributes;
mod fields;
mod labels;
mod sign;
mod stamps;

pub(crate) use fields::{SmartField, find};
pub(crate) use labels::SmartLabel;
pub(super) use sign::sign;

use super::line::lines;
use super::text::Repair;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::options::ParseOptions;
use crate::record::Format;
use crate::source_map::Writer;
use crate::span::SourceSpan;
use attributes::Attributes;
use std::borrow::Cow;

pub(super) fn open<'a>(input: &'a [u8], options: &ParseOptions) -> Transcript<'a> {
    let parts = find(input);
    let mut attributes = Attributes::new(input, options.limits().references);
    let mut removed = Vec::new();
    for field in &parts.fields {
        if attributes.field(field) {
            removed.extend(field.lines.iter().map(|line| line.start));
        }
    }
    for stamp in &parts.stamps {
        attributes.stamp(stamp.clone());
    }

    let start = usize::from(input.starts_with(b"\xEF\xBB\xBF")) * 3;
    let mut writer = Writer::with_capacity(input.len());
    let mut repair = Repair::default();
    let mut regions = Vec::new();
    let mut removed = removed.into_iter().peekable();
    let mut kept = start;
    // Whole lines go, with their ends.
    let mut cut = |from: usize, to: usize, writer: &mut Writer| {
        let bytes = input.get(from..to).unwrap_or(&[]);
        if !bytes.is_empty() {
            repair.write(writer, bytes, from);
            regions.push(Region::new(RegionKind::Text, from, to));
        }
    };
    let mut open = None;
    for line in lines(input, 0) {
        if let Some(from) = open.take() {
            writer.decoded("", from..line.start);
            kept = line.start;
        }
        if removed.next_if_eq(&line.start).is_some() {
            cut(kept, line.start.max(kept), &mut writer);
            open = Some(line.start.max(kept));
        }
    }
    match open {
        Some(from) => writer.decoded("", from..input.len()),
        None => cut(kept, input.len(), &mut writer),
    }
    let note = repair.note();
    let (text, map) = writer.finish();
    regions.extend(attributes.places.iter().map(|source: &SourceSpan| Region {
        kind: RegionKind::Envelope,
        source: *source,
    }));
    let Attributes {
        envelope, findings, ..
    } = attributes;
    Transcript {
        format: Format::Smart,
        text: Cow::Owned(text),
        map,
        regions: tile(input.len(), regions),
        envelope: Some(envelope),
        diagnostics: note.into_iter().chain(findings).collect(),
    }
}
