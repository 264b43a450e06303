//! [`Transcript`]: what a container gives to the scanner.

use crate::diagnostic::Diagnostic;
use crate::record::{Envelope, Format};
use crate::source_map::SourceMap;
use crate::span::SourceSpan;
use crate::vocabulary::vocabulary;
use std::borrow::Cow;

/// The text of one telegram, the way back to the input, and what the wrapping says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Transcript<'a> {
    /// The wrapping.
    pub format: Format,
    /// The telegram's own text: the input itself where it is clean text, else decoded.
    pub text: Cow<'a, str>,
    /// From the text to the input.
    pub map: SourceMap,
    /// What the wrapping says; `None` for a plain telegram.
    pub envelope: Option<Envelope>,
    /// The input, tiled.
    pub regions: Vec<Region>,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

vocabulary! {
    /// What a stretch of the input is.
    pub enum RegionKind {
        /// Text of the telegram.
        Text = 1, "text";
        /// A value of the envelope.
        Envelope = 2, "envelope";
        /// Everything else: navigation, markup, labels, a byte order mark.
        Wrapping = 3, "wrapping";
    }
}

/// A stretch of the input. The regions of a transcript tile it.
///
/// ```
/// use cable_core::container::RegionKind;
/// use cable_core::Cable;
/// let cable = Cable::parse(b"\xEF\xBB\xBFUNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_slice())?;
/// let kinds: Vec<_> = cable.regions().iter().map(|region| region.kind).collect();
/// // A byte order mark is no text.
/// assert_eq!(kinds, [RegionKind::Wrapping, RegionKind::Text]);
/// assert_eq!(cable.slice_source(cable.regions()[0].source), b"\xEF\xBB\xBF");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Region {
    /// What it is.
    pub kind: RegionKind,
    /// Where it is.
    pub source: SourceSpan,
}

impl Region {
    pub(crate) fn new(kind: RegionKind, start: usize, end: usize) -> Self {
        Region {
            kind,
            source: SourceSpan::at(start, end),
        }
    }
}

/// Tiles an input of `length` bytes: the given regions in order, and wrapping between them.
pub(crate) fn tile(length: usize, mut known: Vec<Region>) -> Vec<Region> {
    if let [whole] = known.as_slice() {
        if whole.source.start == 0 && whole.source.end as usize == length && length > 0 {
            return known;
        }
    }
    known.sort_by_key(|region| (region.source.start, region.source.end));
    let mut tiles: Vec<Region> = Vec::with_capacity(known.len() * 2 + 1);
    let mut at = 0;
    for region in known {
        let start = (region.source.start as usize).max(at);
        let end = (region.source.end as usize).min(length);
        if start >= end {
            continue;
        }
        if at < start {
            tiles.push(Region::new(RegionKind::Wrapping, at, start));
        }
        tiles.push(Region::new(region.kind, start, end));
        at = end;
    }
    if at < length {
        tiles.push(Region::new(RegionKind::Wrapping, at, length));
    }
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_one_claims_is_wrapping() {
        let tiles = tile(
            10,
            vec![
                Region::new(RegionKind::Text, 6, 9),
                Region::new(RegionKind::Envelope, 2, 4),
            ],
        );
        let kinds: Vec<_> = tiles
            .iter()
            .map(|tile| (tile.kind, tile.source.start))
            .collect();
        assert_eq!(
            kinds,
            [
                (RegionKind::Wrapping, 0),
                (RegionKind::Envelope, 2),
                (RegionKind::Wrapping, 4),
                (RegionKind::Text, 6),
                (RegionKind::Wrapping, 9)
            ]
        );
    }
}
