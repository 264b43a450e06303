//! Records of the Central Foreign Policy Files, 1973-79, as the National Archives release them: the text of the telegram
//! under `Message Text`, and what the files say of it under `Message Attributes`; as a file, or copied from a web page.

mod attributes;
mod labels;
mod mapping;
mod sections;

use super::text::decode;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::options::ParseOptions;
use crate::record::Format;
use attributes::Attributes;

pub(super) use sections::sign;

pub(super) fn open<'a>(input: &'a [u8], options: &ParseOptions) -> Transcript<'a> {
    let found = sections::find(input);
    let mut attributes = Attributes::new(input, options.limits().references);
    for block in &found.blocks {
        attributes.block(block.clone());
    }
    // The block says the same in more words; what it lacks the footer adds.
    for (label, value) in &found.footers {
        attributes.footer(label.clone(), value.clone());
    }
    let (text, map, note) = decode(input, found.text.clone());
    let envelope = mapping::envelope(&mut attributes);
    let start = map
        .all()
        .first()
        .map_or(found.text.start, |piece| piece.source.start as usize);
    let mut regions = Vec::with_capacity(2 * envelope.attributes.len() + 1);
    regions.push(Region::new(RegionKind::Text, start, found.text.end));
    // The other values of the envelope are those of attributes.
    for attribute in &envelope.attributes {
        regions.extend(attribute.values.iter().map(|value| Region {
            kind: RegionKind::Envelope,
            source: value.source,
        }));
    }
    Transcript {
        format: Format::Archive,
        text,
        map,
        regions: tile(input.len(), regions),
        envelope: Some(envelope),
        diagnostics: note.into_iter().chain(attributes.findings).collect(),
    }
}
