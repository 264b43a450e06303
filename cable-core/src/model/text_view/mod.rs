//! The running text of a telegram for work on its language, with the way back to where each byte was printed.

mod elements;
mod weave;

use super::CableRef;
use crate::span::{SourceSpan, Span};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a piece of a running text is.
    pub enum TextLabel {
        /// Text of a paragraph.
        Text = 1, "text";
        /// Number of a paragraph, with its stop.
        Number = 2, "number";
        /// Portion mark, with its parentheses.
        Mark = 3, "mark";
        /// Title.
        Heading = 4, "heading";
        /// Separator, page heading, what a break left behind, stamp of the release review.
        Break = 5, "break";
        /// Signature and what stands behind it.
        Signature = 6, "signature";
        /// Transmission header and distribution block.
        Header = 7, "header";
        /// Classification line.
        Banner = 8, "banner";
        /// The captioned top, from the captions to Classified By, and the handling notice above the first paragraph.
        Captions = 9, "captions";
        /// A blank or line ends between two pieces.
        Gap = 10, "gap";
    }
}

/// What a running text keeps beside the text of the paragraphs. By default nothing.
///
/// ```
/// use cable_core::TextOptions;
/// let options = TextOptions::new().with_headings(true).with_numbers(true);
/// assert!(options.headings() && !options.marks());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextOptions {
    kept: [bool; 8],
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident, $with:ident, $index:literal;)*) => {
        impl TextOptions {
            /// Options that keep nothing but the text of the paragraphs.
            pub const fn new() -> Self {
                TextOptions { kept: [false; 8] }
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $with(mut self, keep: bool) -> Self {
                    self.kept[$index] = keep;
                    self
                }

                /// Whether they are kept.
                pub const fn $name(self) -> bool {
                    self.kept[$index]
                }
            )*
        }
    };
}

options! {
    /// Keeps the transmission header and the distribution block.
    header, with_header, 0;
    /// Keeps the classification line.
    banner, with_banner, 1;
    /// Keeps the captioned top: captions, pass lines, E.O. line, TAGS, subject, references, Classified By.
    captions, with_captions, 2;
    /// Keeps the portion marks.
    marks, with_marks, 3;
    /// Keeps the numbers of the paragraphs.
    numbers, with_numbers, 4;
    /// Keeps the titles, without their rows of dashes.
    headings, with_headings, 5;
    /// Keeps separators, page headings, and captions and stamps printed with them.
    breaks, with_breaks, 6;
    /// Keeps the signature and the end markers.
    signature, with_signature, 7;
}

/// A piece of a running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TextPiece {
    /// What it is.
    pub label: TextLabel,
    /// Its place in the running text.
    pub span: Span,
    /// Where it stands in the text of the telegram: the same bytes, or for a gap what stands between its neighbours.
    pub origin: Span,
    /// Where that is in the input.
    pub source: SourceSpan,
    /// Index of the paragraph it belongs to.
    pub paragraph: Option<u32>,
}

/// A running text; its pieces tile it.
///
/// ```
/// use cable_core::{Cable, TextOptions};
/// let telegram = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls\nin May.\n\n2. (U) It rises.\nROE\n";
/// let cable = Cable::parse(telegram.as_bytes())?;
/// let view = cable.view().text_view(&TextOptions::new());
/// assert_eq!(view.text(), "It falls in May.\n\nIt rises.");
/// let place = view.to_text(cable_core::Span::new(3, 15));
/// assert_eq!(cable.view().slice(place), "falls\nin May");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TextView {
    text: String,
    pieces: Vec<TextPiece>,
}

impl TextView {
    /// The running text. Paragraphs are parted by a blank line, wrapped lines are joined.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its pieces, in order; each byte of the text is in one of them.
    pub fn pieces(&self) -> &[TextPiece] {
        &self.pieces
    }

    /// The piece that holds the byte at `at`; `None` behind the end.
    pub fn piece_at(&self, at: u32) -> Option<&TextPiece> {
        let behind = self.pieces.partition_point(|piece| piece.span.end() <= at);
        self.pieces.get(behind)
    }

    /// Where `span` of the running text stands in the text of the telegram; what was left out inside it is covered too.
    pub fn to_text(&self, span: Span) -> Span {
        let end = self.pieces.last().map_or(0, |piece| piece.origin.end());
        let place = |at: u32| match self.piece_at(at) {
            Some(piece) if piece.origin.len() == piece.span.len() => {
                let inside = at - piece.span.start();
                Span::new(
                    piece.origin.start() + inside,
                    piece.origin.start() + inside + 1,
                )
            }
            Some(piece) => piece.origin,
            None => Span::empty(end),
        };
        if span.is_empty() {
            return Span::empty(place(span.start()).start());
        }
        place(span.start()).join(place(span.end() - 1))
    }

    /// The JSON: `text`, and `pieces` with `label`, `span`, `origin`, `source` and `paragraph`.
    ///
    /// ```
    /// use cable_core::{Cable, TextOptions};
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let json = cable.view().text_view(&TextOptions::new()).to_json();
    /// assert!(json.starts_with(r#"{"text":"It falls.","pieces":[{"label":"text","span":[0,9],"#));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    #[cfg(feature = "serde")]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl CableRef<'_> {
    /// The running text: paragraphs without number, mark, role marker, headings, breaks and signature. `options` keeps
    /// what is asked for, in the order of the telegram.
    ///
    /// ```
    /// use cable_core::{Cable, TextLabel, TextOptions};
    /// let telegram = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\nTHE CATCH\n---------\n\n1. (U) It falls.\nROE\n";
    /// let cable = Cable::parse(telegram.as_bytes())?;
    /// let view = cable.view().text_view(&TextOptions::new().with_headings(true).with_numbers(true));
    /// assert_eq!(view.text(), "THE CATCH\n\n1. It falls.");
    /// assert_eq!(view.pieces()[0].label, TextLabel::Heading);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn text_view(self, options: &TextOptions) -> TextView {
        let elements = elements::collect(self, *options);
        weave::weave(self, &elements)
    }
}
