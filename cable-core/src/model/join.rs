//! Joins the lines of a paragraph: wrapped lines by one blank, breaks and headings left out, items on lines of their own.

use super::items::{items, joined_items, label_items};
use super::piece::{Gap, Piece, goes_on, join};
use super::{CableRef, ParagraphRef};
use crate::layout::{Layout, ParagraphLayout, ParagraphText};
use crate::record::Role;
use crate::scan::LineKind;
use crate::span::{Span, offset};
use std::borrow::Cow;

/// The texts of all paragraphs.
pub(super) fn texts(text: &str, layout: &Layout) -> Vec<ParagraphText> {
    layout
        .paragraphs
        .iter()
        .map(|paragraph| {
            let pieces = pieces(text, layout, paragraph);
            ParagraphText {
                text: join(text, &pieces),
                items: items(text, &pieces),
            }
        })
        .collect()
}

/// The pieces of a paragraph that are its own text, in order.
pub(super) fn pieces(text: &str, layout: &Layout, paragraph: &ParagraphLayout) -> Vec<Piece> {
    let range = paragraph.lines.start as usize..paragraph.lines.end as usize;
    let lines = layout.lines.get(range).unwrap_or(&[]);
    let mut pieces = Vec::with_capacity(lines.len());
    let mut gap = Gap::Line;
    // The line above a break, until what stands behind it is seen.
    let mut broken: Option<Span> = None;
    let mut above = Span::default();
    for line in lines {
        match line.kind {
            LineKind::Text => {
                if broken
                    .take()
                    .is_some_and(|before| !goes_on(text, before, line.span))
                {
                    gap = Gap::Blank;
                }
                above = line.span;
                let start = line.span.start().max(paragraph.text_start);
                if start < line.span.end() {
                    let own_line = Span::new(start, line.span.end());
                    let mut from = start;
                    for at in joined_items(own_line.slice(text)) {
                        let part = Span::new(from, start + offset(at));
                        own(text, layout, paragraph, part, gap, &mut pieces);
                        (from, gap) = (part.end(), Gap::Line);
                    }
                    let rest = Span::new(from, own_line.end());
                    own(text, layout, paragraph, rest, gap, &mut pieces);
                    gap = Gap::Line;
                }
            }
            LineKind::Blank => gap = Gap::Blank,
            LineKind::SoftBlank | LineKind::Break | LineKind::Leftover | LineKind::Stamp => {
                broken = broken.or(Some(above));
            }
            _ => gap = Gap::Blank,
        }
    }
    label_items(text, paragraph.number.is_some(), &mut pieces);
    pieces
}

/// `span` without the end words of the paragraph's own role.
fn own(
    text: &str,
    layout: &Layout,
    paragraph: &ParagraphLayout,
    span: Span,
    mut gap: Gap,
    pieces: &mut Vec<Piece>,
) {
    let mut start = span.start();
    let mut push = |from: u32, to: u32, gap: &mut Gap| {
        let part = Span::new(from, to);
        if !part.slice(text).trim_start().is_empty() {
            pieces.push(Piece {
                span: part,
                gap: *gap,
                item: None,
            });
            *gap = Gap::Line;
        }
    };
    let first = layout
        .role_ends
        .partition_point(|end| end.span.end() <= start);
    for end in &layout.role_ends[first..] {
        if end.span.start() >= span.end() {
            break;
        }
        if paragraph.role == Some(end.role) || paragraph.role.is_some() && end.role == Role::Summary
        {
            push(start, end.span.start().max(start), &mut gap);
            start = end.span.end().min(span.end());
        }
    }
    push(start, span.end(), &mut gap);
}

/// The text of a paragraph up to the end words of `role`, if they stand inside it.
pub(super) fn until_end<'a>(
    whole: &'a str,
    cable: CableRef<'a>,
    paragraph: ParagraphRef<'a>,
    role: Role,
) -> Cow<'a, str> {
    let (text, layout) = (cable.text(), cable.layout());
    let first = layout
        .role_ends
        .partition_point(|end| end.span.end() <= paragraph.layout.span.start());
    let inside = layout.role_ends[first..]
        .iter()
        .take_while(|end| end.span.start() < paragraph.layout.span.end())
        .find(|end| end.role == role && paragraph.layout.span.contains(end.span));
    let Some(end) = inside else {
        return Cow::Borrowed(whole);
    };
    let mut pieces = pieces(text, layout, paragraph.layout);
    pieces.retain_mut(|piece| {
        if piece.span.end() > end.span.start() {
            piece.span = Span::new(piece.span.start(), end.span.start().max(piece.span.start()));
        }
        !piece.span.is_empty()
    });
    Cow::Owned(join(text, &pieces))
}
