//! A plain telegram: the text is the input.

use super::text::decode;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::record::Format;

pub(super) fn open(input: &[u8]) -> Transcript<'_> {
    let (text, map, note) = decode(input, 0..input.len());
    let start = map
        .all()
        .first()
        .map_or(0, |piece| piece.source.start as usize);
    Transcript {
        format: Format::Telegram,
        regions: tile(
            input.len(),
            vec![Region::new(RegionKind::Text, start, input.len())],
        ),
        text,
        map,
        envelope: None,
        diagnostics: note.into_iter().collect(),
    }
}
