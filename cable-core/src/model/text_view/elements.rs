//! The parts of a running text, in the order of the telegram.

use super::{TextLabel, TextOptions};
use crate::field::marking;
use crate::layout::{Layout, ParagraphLayout, ZoneKind};
use crate::model::CableRef;
use crate::model::join::pieces;
use crate::model::piece::{Gap, Piece};
use crate::scan::LineKind;
use crate::span::{Span, offset};

/// Longest handling notice above the first paragraph.
const NOTICE: usize = 200;

/// A stretch of the telegram's text that goes into the running text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) label: TextLabel,
    pub(super) span: Span,
    pub(super) paragraph: Option<u32>,
    /// The piece of a paragraph that it is.
    pub(super) piece: Option<Piece>,
    /// Whether it is the next line of the element before it.
    pub(super) goes_on: bool,
}

impl Element {
    fn new(label: TextLabel, span: Span) -> Self {
        Element {
            label,
            span,
            paragraph: None,
            piece: None,
            goes_on: false,
        }
    }
}

pub(super) fn collect(cable: CableRef<'_>, options: TextOptions) -> Vec<Element> {
    let (text, layout) = (cable.text(), cable.layout());
    let mut elements = Vec::with_capacity(layout.lines.len());
    top(text, layout, options, &mut elements);
    for (index, paragraph) in layout.paragraphs.iter().enumerate() {
        of_paragraph(text, layout, (index, paragraph), options, &mut elements);
    }
    lines(text, layout, options, &mut elements);
    elements.sort_by_key(|element| (element.span.start(), element.span.end()));
    elements
}

/// Everything above the body that is kept, line by line.
fn top(text: &str, layout: &Layout, options: TextOptions, elements: &mut Vec<Element>) {
    let end = offset(text.len());
    let body = layout.lines.first().map_or(end, |line| line.span.start());
    for zone in layout.zones() {
        if zone.span.start() >= body {
            break;
        }
        let (label, kept) = match zone.kind {
            ZoneKind::Header | ZoneKind::Distribution => (TextLabel::Header, options.header()),
            ZoneKind::Banner => (TextLabel::Banner, options.banner()),
            ZoneKind::Break | ZoneKind::Leftover | ZoneKind::Stamp => {
                (TextLabel::Break, options.breaks())
            }
            ZoneKind::Unread | ZoneKind::Paragraph | ZoneKind::Heading => continue,
            ZoneKind::Signature | ZoneKind::EndMarker => continue,
            _ => (TextLabel::Captions, options.captions()),
        };
        if kept {
            let span = Span::new(zone.span.start(), zone.span.end().min(body));
            each_line(text, span, label, elements);
        }
    }
}

/// One element for each line of `span`.
fn each_line(text: &str, span: Span, label: TextLabel, elements: &mut Vec<Element>) {
    let mut at = span.start();
    let mut goes_on = false;
    for line in span.slice(text).split_inclusive('\n') {
        let place = Span::new(at, at + offset(line.len()));
        at = place.end();
        if !line.trim().is_empty() {
            elements.push(Element {
                goes_on,
                ..Element::new(label, place)
            });
            goes_on = true;
        }
    }
}

/// Titles, breaks and signature: lines that are no text of a paragraph.
fn lines(text: &str, layout: &Layout, options: TextOptions, elements: &mut Vec<Element>) {
    let mut title = None;
    for line in &layout.lines {
        let (label, kept) = match line.kind {
            LineKind::Heading => (TextLabel::Heading, options.headings()),
            LineKind::Break | LineKind::Leftover | LineKind::Stamp => {
                (TextLabel::Break, options.breaks())
            }
            LineKind::Signature | LineKind::EndMarker => {
                (TextLabel::Signature, options.signature())
            }
            _ => continue,
        };
        if !kept || line.span.is_empty() {
            continue;
        }
        if label != TextLabel::Heading {
            elements.push(Element::new(label, line.span));
            continue;
        }
        // Lines of one title go on.
        let own = layout
            .headings
            .partition_point(|heading| heading.span.end() < line.span.end());
        let goes_on = title == Some(own);
        title = Some(own);
        let mut span = line.span;
        if let Some(found) = marking::portion_at(text, span.start(), span.end())
            .filter(|found| found.well_formed && !goes_on)
        {
            if options.marks() {
                elements.push(Element::new(
                    TextLabel::Mark,
                    Span::new(span.start(), found.end),
                ));
            }
            span = Span::new(found.end, span.end());
        }
        elements.push(Element {
            goes_on,
            ..Element::new(TextLabel::Heading, bare_title(text, span))
        });
    }
}

/// A title without slashes and rows around it.
fn bare_title(text: &str, span: Span) -> Span {
    let line = span.slice(text);
    let sign = |mark: char| matches!(mark, '/' | '-' | '=' | '*') || mark.is_whitespace();
    let start = span.start() + offset(line.len() - line.trim_start_matches(sign).len());
    Span::new(start, start + offset(line.trim_matches(sign).len()))
}

/// Number, mark and text of a paragraph.
fn of_paragraph(
    text: &str,
    layout: &Layout,
    (index, paragraph): (usize, &ParagraphLayout),
    options: TextOptions,
    elements: &mut Vec<Element>,
) {
    let own = |label, span| Element {
        paragraph: Some(offset(index)),
        ..Element::new(label, span)
    };
    if options.numbers() && paragraph.number.is_some() {
        let start = paragraph.number_span.start();
        let end = paragraph.suffix.unwrap_or(paragraph.number_span).end();
        let stop = text.as_bytes().get(end as usize) == Some(&b'.');
        elements.push(own(
            TextLabel::Number,
            Span::new(start, end + u32::from(stop)),
        ));
    }
    if let (true, Some(mark)) = (options.marks(), &paragraph.mark) {
        elements.push(own(TextLabel::Mark, with_parentheses(text, mark.span())));
    }
    if is_notice(text, paragraph) {
        if options.captions() {
            each_line(text, paragraph.span, TextLabel::Captions, elements);
        }
        return;
    }
    let own_pieces = pieces(text, layout, paragraph);
    for mut rest in own_pieces
        .into_iter()
        .flat_map(|piece| own_parts(layout, piece))
    {
        while let Some(mark) = mark_inside(text, &rest) {
            let before = Span::new(rest.span.start(), mark.start());
            if !before.slice(text).trim().is_empty() {
                let piece = Piece {
                    span: before,
                    ..rest
                };
                elements.push(Element {
                    piece: Some(piece),
                    ..own(TextLabel::Text, before)
                });
                rest.gap = Gap::Line;
            }
            rest.item = None;
            if options.marks() {
                elements.push(own(TextLabel::Mark, mark));
            }
            rest.span = Span::new(mark.end(), rest.span.end());
        }
        elements.push(Element {
            piece: Some(rest),
            ..own(TextLabel::Text, rest.span)
        });
    }
}

/// The parts of a piece that no other field claims: a Classified By line may be the first paragraph.
fn own_parts(layout: &Layout, piece: Piece) -> impl Iterator<Item = Piece> + '_ {
    let zones = layout.zones();
    let first = zones.partition_point(|zone| zone.span.end() <= piece.span.start());
    zones[first..]
        .iter()
        .take_while(move |zone| zone.span.start() < piece.span.end())
        .filter(|zone| matches!(zone.kind, ZoneKind::Paragraph | ZoneKind::Unread))
        .map(move |zone| Piece {
            span: Span::new(
                piece.span.start().max(zone.span.start()),
                piece.span.end().min(zone.span.end()),
            ),
            ..piece
        })
}

/// A sentence on handling that stands above the first number: `SENSITIVE BUT UNCLASSIFIED - HANDLE ACCORDINGLY`.
fn is_notice(text: &str, paragraph: &ParagraphLayout) -> bool {
    let words = paragraph.span.slice(text);
    paragraph.number.is_none()
        && paragraph.role.is_none()
        && words.len() <= NOTICE
        && words.to_ascii_uppercase().contains("BUT UNCLASSIFIED")
}

/// A mark with the parentheses right around it.
fn with_parentheses(text: &str, mark: Span) -> Span {
    let before = text.get(..mark.start() as usize).unwrap_or("").trim_end();
    let behind = text.get(mark.end() as usize..).unwrap_or("");
    let blanks = behind.len() - behind.trim_start().len();
    let start = match before.as_bytes().last() {
        Some(b'(' | b'[' | b'{' | b'<') => before.len() - 1,
        _ => mark.start() as usize,
    };
    let closes = behind.trim_start().starts_with([')', ']', '}', '>']);
    let end = mark.end() as usize + if closes { blanks + 1 } else { 0 };
    Span::at(start, end)
}

/// The first mark inside a piece: at its start, behind the label of its item, or behind a sentence.
fn mark_inside(text: &str, piece: &Piece) -> Option<Span> {
    let start = piece.span.start();
    let line = piece.span.slice(text);
    // A letter in parentheses that labels an item is no mark.
    let at = piece.item.map_or(start, |item| item.text);
    let found = marking::portion_at(text, at, piece.span.end());
    if let Some(found) = found.filter(|found| found.well_formed) {
        return Some(Span::new(at, found.end));
    }
    memchr::memchr_iter(b'(', line.as_bytes()).find_map(|open| {
        let before = line.get(..open)?;
        let gap = before.ends_with(' ');
        let ended = before
            .trim_end()
            .ends_with(['.', '!', '?', ':', ';', '"', '-']);
        if !gap || !ended {
            return None;
        }
        let at = start + offset(open);
        let found = marking::portion_at(text, at, piece.span.end())?;
        let capitals = |mark: &str| mark.bytes().all(|byte| !byte.is_ascii_lowercase());
        (found.well_formed && capitals(found.mark.span().slice(text)))
            .then(|| Span::new(at, found.end))
    })
}
