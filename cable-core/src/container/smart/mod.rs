//! Messages of the system used since 2009, as they are released: a level, labels with their values, the text, and more
//! labels below it. The text keeps all that is of the telegram; number and attributes are the envelope's.

mod attributes;
mod fields;
mod labels;
mod sign;
mod stamps;

pub(crate) use fields::{SmartField, SmartLine, find};
pub(crate) use labels::SmartLabel;
pub(super) use sign::sign;

use super::line;
use super::text::Repair;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::options::ParseOptions;
use crate::record::Format;
use crate::source_map::Writer;
use crate::span::SourceSpan;
use attributes::Attributes;
use std::borrow::Cow;
use std::ops::Range;

pub(super) fn open<'a>(input: &'a [u8], options: &ParseOptions) -> Transcript<'a> {
    let parts = find(input);
    let mut attributes = Attributes::new(input, options.limits().references);
    let mut removed = Vec::new();
    for (field, lines) in parts.fields() {
        if attributes.field(field, lines) {
            removed.extend(lines.iter().map(|line| &line.line));
        }
    }
    for stamp in &parts.stamps {
        attributes.stamp(stamp.clone());
    }

    let mut writer = Writer::with_capacity(input.len());
    let mut repair = Repair::default();
    let mut regions = Vec::new();
    let mut cut = |range: Range<usize>, writer: &mut Writer| {
        let bytes = input.get(range.clone()).unwrap_or(&[]);
        if !bytes.is_empty() {
            repair.write(writer, bytes, range.start);
            regions.push(Region::new(RegionKind::Text, range.start, range.end));
        }
    };
    let mut kept = usize::from(input.starts_with(b"\xEF\xBB\xBF")) * 3;
    // Whole lines go, with their ends.
    for line in removed {
        let start = line.start.max(kept);
        cut(kept..start, &mut writer);
        kept = line::behind(input, line);
        writer.decoded("", start..kept);
    }
    cut(kept..input.len(), &mut writer);
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
