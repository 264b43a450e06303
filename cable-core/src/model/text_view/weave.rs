//! Puts the parts of a running text together, byte by byte accounted for.

use super::elements::Element;
use super::{TextLabel, TextPiece, TextView};
use crate::model::CableRef;
use crate::model::piece::{is_row, separator};
use crate::source_map::SourceMap;
use crate::span::{Span, offset};

struct Weaver<'a> {
    text: &'a str,
    map: &'a SourceMap,
    view: TextView,
}

pub(super) fn weave(cable: CableRef<'_>, elements: &[Element]) -> TextView {
    let text = cable.text();
    let mut weaver = Weaver {
        text,
        map: cable.source_map(),
        view: TextView::default(),
    };
    let mut before: Option<&Element> = None;
    let mut before_row = false;
    for element in elements {
        // Marks and breaks may claim a place twice; what was written is not written again.
        let end = weaver.end();
        let span = Span::new(element.span.start().max(end), element.span.end());
        let slice = span.slice(text);
        if slice.chars().all(is_blank) {
            continue;
        }
        let gap = match before {
            None => "",
            Some(before) => weaver.gap_between(before, element, before_row),
        };
        weaver.words(gap, span, element);
        before_row = element.label == TextLabel::Text && is_row(slice);
        before = Some(element);
    }
    weaver.view
}

/// White space, the sign that the viewer puts before paragraphs, and control characters.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '¶') || character.is_control()
}

impl Weaver<'_> {
    /// The end of what was written, in the text of the telegram.
    fn end(&self) -> u32 {
        self.view
            .pieces
            .last()
            .map_or(0, |piece| piece.origin.end())
    }

    fn gap_between(&self, before: &Element, next: &Element, before_row: bool) -> &'static str {
        let one = before.paragraph.is_some() && before.paragraph == next.paragraph;
        match (before.label, next.label) {
            (TextLabel::Text, TextLabel::Text) if one => next.piece.as_ref().map_or(" ", |piece| {
                let row = before_row || is_row(piece.span.slice(self.text));
                separator(piece, row)
            }),
            (TextLabel::Text, TextLabel::Mark) if one => " ",
            (
                TextLabel::Mark | TextLabel::Number,
                TextLabel::Mark | TextLabel::Text | TextLabel::Number,
            ) if one => " ",
            (TextLabel::Mark, TextLabel::Heading) => " ",
            (TextLabel::Heading, TextLabel::Heading) if next.goes_on => " ",
            (one, other) if one == other && next.goes_on => "\n",
            _ => "\n\n",
        }
    }

    /// Adds the words of `span`; runs of blanks become one blank, control characters fall out.
    fn words(&mut self, gap: &str, span: Span, element: &Element) {
        let mut gap = gap;
        let mut run: Option<usize> = None;
        let slice = span.slice(self.text);
        let bytes = slice.as_bytes();
        for (at, character) in slice.char_indices() {
            // One blank between two words is as it should be.
            let single = character == ' '
                && bytes
                    .get(at + 1)
                    .is_some_and(|next| (b'!'..=b'~').contains(next));
            let plain = !is_blank(character) || single && run.is_some();
            match (plain, run) {
                (true, None) => {
                    let start = span.start() + offset(at);
                    self.push_gap(gap, start, element.paragraph);
                    run = Some(at);
                }
                (false, Some(start)) => {
                    self.push(span, start..at, element);
                    run = None;
                    // A control character inside a word leaves no gap.
                    gap = if character.is_control() && character != '\t' {
                        ""
                    } else {
                        " "
                    };
                }
                // The gap to the element before is set already.
                (false, None) => {
                    let parts = !character.is_control() || character == '\t';
                    if parts && gap.is_empty() && !self.view.text.is_empty() {
                        gap = " ";
                    }
                }
                (true, Some(_)) => {}
            }
        }
        if let Some(start) = run {
            self.push(span, start..slice.len(), element);
        }
    }

    fn push_gap(&mut self, gap: &str, next: u32, paragraph: Option<u32>) {
        if gap.is_empty() {
            return;
        }
        let origin = Span::new(self.end(), next);
        self.push_piece(gap, TextLabel::Gap, origin, paragraph);
    }

    fn push(&mut self, span: Span, range: std::ops::Range<usize>, element: &Element) {
        let origin = Span::new(
            span.start() + offset(range.start),
            span.start() + offset(range.end),
        );
        let text = self.text;
        self.push_piece(origin.slice(text), element.label, origin, element.paragraph);
    }

    fn push_piece(&mut self, words: &str, label: TextLabel, origin: Span, paragraph: Option<u32>) {
        let start = self.view.text.len();
        self.view.text.push_str(words);
        self.view.pieces.push(TextPiece {
            label,
            span: Span::at(start, self.view.text.len()),
            origin,
            source: self.map.to_source(origin),
            paragraph,
        });
    }
}
