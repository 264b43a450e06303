//! The text of a joined telegram, and the way from it to the inputs.

use super::place::Place;
use crate::container::{Region, RegionKind, tile};
use crate::diagnostic::Diagnostic;
use crate::model::Cable;
use crate::source_map::{Piece, PieceKind};
use crate::span::{SourceSpan, Span, offset};

/// Characters of the post's name in a separator.
const SEPARATOR_POST: usize = 10;

/// Puts text and map together, and remembers what it took of each part.
pub(super) struct Weaver {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    /// By part.
    pub(super) taken: Vec<Option<Taken>>,
}

/// What was taken of a part.
#[derive(Clone, Copy)]
pub(super) struct Taken {
    /// In its text.
    span: Span,
    /// In its input.
    source: SourceSpan,
    /// Where it begins in the new text.
    base: u32,
}

impl Taken {
    /// A span of the part's text in the new text; `None` if it was not taken.
    fn span_of(&self, span: Span) -> Option<Span> {
        let shifted = |at: u32| at - self.span.start() + self.base;
        let inside = self.span.start() <= span.start() && span.end() <= self.span.end();
        inside.then(|| Span::new(shifted(span.start()), shifted(span.end())))
    }
}

impl Weaver {
    pub(super) fn new<S: AsRef<[u8]>>(parts: &[&Cable<S>]) -> Self {
        Weaver {
            text: String::with_capacity(parts.iter().map(|part| part.view().text().len()).sum()),
            pieces: Vec::new(),
            taken: vec![None; parts.len()],
        }
    }

    /// The separator before a section whose text begins at `at` of `part`.
    pub(super) fn separate(
        &mut self,
        first: &Place<'_>,
        section: u32,
        total: u32,
        part: usize,
        at: u32,
    ) {
        let start = offset(self.text.len());
        let post: String = first.post.chars().take(SEPARATOR_POST).collect();
        let post = post.trim_end();
        self.text.push_str(&format!(
            "\n\n{post} {:08}  {section:03} OF {total:03}\n\n",
            first.serial
        ));
        self.pieces.push(Piece {
            text: Span::new(start, offset(self.text.len())),
            source: SourceSpan {
                part: offset(part),
                start: at,
                end: at,
            },
            kind: PieceKind::Inserted,
        });
    }

    /// Takes `span` of the text of `cable`, the part at index `part`.
    pub(super) fn take<S: AsRef<[u8]>>(&mut self, cable: &Cable<S>, part: usize, span: Span) {
        let base = offset(self.text.len());
        self.text.push_str(span.slice(cable.view().text()));
        let map = cable.source_map();
        let part_number = offset(part);
        // An inserted separator points at where this text begins in the input.
        let whole = map.to_source(span);
        if let Some(last) = self.pieces.last_mut() {
            if last.kind == PieceKind::Inserted && last.source.part == part_number {
                (last.source.start, last.source.end) = (whole.start, whole.start);
            }
        }
        self.pieces.extend(map.pieces(span).map(|piece| {
            let within = |at: u32| base + at.clamp(span.start(), span.end()) - span.start();
            Piece {
                text: Span::new(within(piece.text.start()), within(piece.text.end())),
                source: SourceSpan {
                    part: part_number,
                    ..piece.source
                },
                kind: piece.kind,
            }
        }));
        self.taken[part] = Some(Taken {
            span,
            source: whole,
            base,
        });
    }
}

/// The tiles of every input; text that was not taken is wrapping.
pub(super) fn regions<S: AsRef<[u8]>>(parts: &[&Cable<S>], taken: &[Option<Taken>]) -> Vec<Region> {
    let mut all = Vec::new();
    for (part, (cable, taken)) in parts.iter().zip(taken).enumerate() {
        let kept = taken.map(|taken| taken.source).unwrap_or_default();
        let known = cable
            .regions()
            .iter()
            .filter_map(|region| match region.kind {
                RegionKind::Wrapping => None,
                RegionKind::Text => {
                    let start = region.source.start.max(kept.start);
                    let end = region.source.end.min(kept.end);
                    (start < end)
                        .then(|| Region::new(RegionKind::Text, start as usize, end as usize))
                }
                _ => Some(*region),
            })
            .collect();
        let tiles = tile(cable.source().len(), known);
        all.extend(tiles.into_iter().map(|mut region| {
            region.source.part = offset(part);
            region
        }));
    }
    all
}

/// What was found while the wrapping of the parts was taken off, at its places in the new text. What was found in their
/// texts is found again.
pub(super) fn of_wrapping<S: AsRef<[u8]>>(
    parts: &[&Cable<S>],
    sections: &[Place<'_>],
    taken: &[Option<Taken>],
) -> Vec<Diagnostic> {
    let found = sections.iter().flat_map(|place| {
        let list = parts[place.part].wrapping_findings();
        list.iter().map(move |found| (place.part, found))
    });
    found
        .map(|(part, found)| {
            let mut found = *found;
            found.span = found
                .span
                .and_then(|span| taken[part].as_ref()?.span_of(span));
            if let Some(source) = &mut found.source {
                source.part = offset(part);
            }
            found
        })
        .collect()
}
