//! [`SourceMap`]: the way from the text of a telegram back to the bytes of the input.

use crate::span::{SourceSpan, Span, offset};
use smallvec::{SmallVec, smallvec};

/// What happened to a piece on its way from the input to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PieceKind {
    /// The same bytes on both sides.
    Verbatim,
    /// Other bytes that mean the same: an entity, an escape, a Windows-1252 byte.
    Decoded,
    /// In the text only.
    Inserted,
    /// In the input only: markup, an escape sign.
    Removed,
}

/// A stretch of text and the stretch of input it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// In the text; empty if removed.
    pub text: Span,
    /// In the input; empty if inserted.
    pub source: SourceSpan,
    /// What happened.
    pub kind: PieceKind,
}

/// Leads spans of the text back to the input. Total, monotone, and covering: every byte of the text has a piece.
///
/// ```
/// use cable_core::{Cable, SourceSpan, Span};
/// let cable = Cable::parse("\u{feff}UNCLAS MOSCOW 000820\nSIPDIS\n".as_bytes().to_vec()).unwrap();
/// assert_eq!(cable.source_map().to_source(Span::new(0, 6)), SourceSpan::new(3, 9));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// Nearly always one.
    pieces: SmallVec<[Piece; 1]>,
}

impl SourceMap {
    /// The text is `length` bytes of the input from `start` on.
    ///
    /// ```
    /// use cable_core::{SourceMap, Span};
    /// // A text that begins behind a byte order mark.
    /// assert_eq!(SourceMap::identity(3, 10).to_source(Span::new(0, 1)).start, 3);
    /// ```
    pub fn identity(start: usize, length: usize) -> Self {
        SourceMap {
            pieces: smallvec![Piece {
                text: Span::at(0, length),
                source: SourceSpan::at(start, start + length),
                kind: PieceKind::Verbatim,
            }],
        }
    }

    /// A map of pieces in order. They must tile the text from 0 on.
    pub(crate) fn from_pieces(pieces: Vec<Piece>) -> Self {
        SourceMap {
            pieces: pieces.into(),
        }
    }

    /// All pieces, in order.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.source_map().all().len(), 1);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn all(&self) -> &[Piece] {
        &self.pieces
    }

    /// The pieces that `span` touches, cut to it. Removed pieces inside it are given too.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::{PieceKind, Span};
    /// let piece = cable.source_map().pieces(Span::new(3, 5)).next().unwrap();
    /// assert_eq!(piece.kind, PieceKind::Verbatim);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn pieces(&self, span: Span) -> impl Iterator<Item = Piece> + '_ {
        let first = self
            .pieces
            .partition_point(|piece| piece.text.end() <= span.start());
        self.pieces[first..]
            .iter()
            .take_while(move |piece| piece.text.start() < span.end())
            .map(move |piece| cut(piece, span))
    }

    /// The place of `span` in the input: from the first byte of its first piece to the last of its last one. Of a span that
    /// goes over into another input only what stands in the first one; [`SourceMap::pieces`] gives all.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::Span;
    /// let source = cable.source_map().to_source(Span::new(0, 6));
    /// assert_eq!(source.slice(cable.source()), b"UNCLAS");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn to_source(&self, span: Span) -> SourceSpan {
        // Most texts are one piece.
        let around =
            |piece: &&Piece| piece.text.start() <= span.start() && span.end() <= piece.text.end();
        if let Some(first) = self.pieces.first().filter(around) {
            if !span.is_empty() {
                return cut(first, span).source;
            }
        }
        let start = self.source_of(span.start());
        if span.is_empty() {
            return SourceSpan {
                end: start.start,
                ..start
            };
        }
        let last = self
            .pieces
            .partition_point(|piece| piece.text.end() < span.end());
        let upto = self.pieces.get(..=last).unwrap_or(&self.pieces);
        let own = upto
            .iter()
            .rev()
            .find(|piece| piece.source.part == start.part);
        let end = own.map_or(start.end, |piece| cut(piece, span).source.end);
        SourceSpan {
            part: start.part,
            start: start.start,
            end: end.max(start.start),
        }
    }

    /// The input behind one byte of the text; the end of the input's part for a place behind the text.
    fn source_of(&self, at: u32) -> SourceSpan {
        let index = self.pieces.partition_point(|piece| piece.text.end() <= at);
        match self.pieces.get(index) {
            Some(piece) => {
                cut(
                    piece,
                    Span::new(at.max(piece.text.start()), piece.text.end()),
                )
                .source
            }
            None => self.end(),
        }
    }

    fn end(&self) -> SourceSpan {
        self.pieces
            .last()
            .map_or(SourceSpan::default(), |piece| SourceSpan {
                start: piece.source.end,
                ..piece.source
            })
    }

    /// Length of the text it maps.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.source_map().text_len() as usize, cable.view().text().len());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn text_len(&self) -> u32 {
        self.pieces.last().map_or(0, |piece| piece.text.end())
    }
}

/// A piece cut to a span. Only verbatim pieces can be cut inside.
fn cut(piece: &Piece, span: Span) -> Piece {
    if piece.kind != PieceKind::Verbatim {
        return *piece;
    }
    let start = span.start().max(piece.text.start()).min(piece.text.end());
    let end = span.end().min(piece.text.end()).max(start);
    Piece {
        text: Span::new(start, end),
        source: SourceSpan {
            part: piece.source.part,
            start: piece.source.start + (start - piece.text.start()),
            end: piece.source.start + (end - piece.text.start()),
        },
        kind: piece.kind,
    }
}

/// Builds a text and its map side by side.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    text: String,
    pieces: Vec<Piece>,
}

impl Writer {
    pub(crate) fn with_capacity(length: usize) -> Self {
        Writer {
            text: String::with_capacity(length),
            pieces: Vec::new(),
        }
    }

    /// Bytes of the input that stand in the text as they are.
    pub(crate) fn verbatim(&mut self, part: &str, source: usize) {
        if part.is_empty() {
            return;
        }
        let start = offset(self.text.len());
        self.text.push_str(part);
        let end = offset(self.text.len());
        if let Some(last) = self.pieces.last_mut() {
            if last.kind == PieceKind::Verbatim && last.source.end as usize == source {
                last.text = Span::new(last.text.start(), end);
                last.source.end = offset(source + part.len());
                return;
            }
        }
        self.pieces.push(Piece {
            text: Span::new(start, end),
            source: SourceSpan::at(source, source + part.len()),
            kind: PieceKind::Verbatim,
        });
    }

    /// Bytes of the input that mean `part`.
    pub(crate) fn decoded(&mut self, part: &str, source: std::ops::Range<usize>) {
        let start = offset(self.text.len());
        self.text.push_str(part);
        let kind = match (part.is_empty(), source.is_empty()) {
            (true, true) => return,
            (true, false) => PieceKind::Removed,
            (false, true) => PieceKind::Inserted,
            (false, false) => PieceKind::Decoded,
        };
        self.pieces.push(Piece {
            text: Span::new(start, offset(self.text.len())),
            source: SourceSpan::at(source.start, source.end),
            kind,
        });
    }

    /// Length of the text so far.
    pub(crate) fn text_len(&self) -> usize {
        self.text.len()
    }

    pub(crate) fn finish(self) -> (String, SourceMap) {
        (self.text, SourceMap::from_pieces(self.pieces))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (String, SourceMap) {
        // input: A&amp;B<br>C
        let mut writer = Writer::with_capacity(8);
        writer.verbatim("A", 0);
        writer.decoded("&", 1..6);
        writer.verbatim("B", 6);
        writer.decoded("", 7..11);
        writer.verbatim("C", 11);
        writer.finish()
    }

    #[test]
    fn spans_lead_back_to_the_input() {
        let (text, map) = sample();
        assert_eq!(text, "A&BC");
        assert_eq!(map.to_source(Span::new(1, 2)), SourceSpan::new(1, 6));
        assert_eq!(map.to_source(Span::new(0, 4)), SourceSpan::new(0, 12));
        assert_eq!(map.to_source(Span::new(2, 3)), SourceSpan::new(6, 7));
        assert_eq!(map.to_source(Span::new(4, 4)), SourceSpan::new(12, 12));
        assert_eq!(map.pieces(Span::new(2, 4)).count(), 3);
    }

    #[test]
    fn the_map_is_monotone() {
        let (_, map) = sample();
        let places: Vec<_> = (0..=4)
            .map(|at| map.to_source(Span::empty(at)).start)
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}
