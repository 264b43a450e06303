//! Values made on first use: citations, attachments, redactions.

use crate::field::{citation, redaction};
use crate::layout::{Layout, ZoneKind};
use crate::record::{Attachment, Citation, Redaction};
use crate::scan::{Folded, LineKind};
use crate::span::Span;
use crate::spanned::Spanned;

/// Spans of the lines of paragraph `index` that are its own text.
fn own_lines(layout: &Layout, index: usize) -> Vec<Span> {
    let Some(paragraph) = layout.paragraphs.get(index) else {
        return Vec::new();
    };
    let range = paragraph.lines.start as usize..paragraph.lines.end as usize;
    layout
        .lines
        .get(range)
        .unwrap_or(&[])
        .iter()
        .filter(|line| line.kind == LineKind::Text)
        .map(|line| Span::new(line.span.start().max(paragraph.text_start), line.span.end()))
        .filter(|span| !span.is_empty())
        .collect()
}

/// Places of the text that cite a reference.
pub(super) fn citations(text: &str, layout: &Layout) -> Vec<Citation<Spanned>> {
    let lettered = layout
        .references
        .iter()
        .any(|reference| reference.label.is_some());
    let labels = |label: &str| {
        layout
            .references
            .iter()
            .position(|reference| {
                reference
                    .label
                    .as_ref()
                    .is_some_and(|known| known.get(text).eq_ignore_ascii_case(label))
            })
            .map(crate::span::offset)
            // The letters of a list that is not lettered are its order.
            .or_else(|| {
                let [letter] = label.as_bytes() else {
                    return None;
                };
                let place = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
                (!lettered && place < layout.references.len()).then(|| crate::span::offset(place))
            })
    };
    let single = (layout.references.len() == 1).then_some(0);
    let mut out = Vec::new();
    for (index, paragraph) in layout.paragraphs.iter().enumerate() {
        let lines = own_lines(layout, index);
        let folded = Folded::new(text, &lines);
        let mut found = Vec::new();
        citation::find(folded.as_str(), labels, single, &mut found);
        out.extend(found.into_iter().map(|found| Citation {
            label: folded.spanned(found.range),
            reference: found.reference,
            paragraph: paragraph.number,
        }));
    }
    out
}

/// Texts between begin and end words.
pub(super) fn attachments(layout: &Layout) -> Vec<Attachment<Spanned>> {
    let number = |index: u32| {
        layout
            .paragraphs
            .get(index as usize)
            .and_then(|paragraph| paragraph.number)
    };
    layout
        .quotes
        .iter()
        .map(|quote| Attachment {
            title: (!quote.title.is_empty()).then(|| Spanned::verbatim(quote.title)),
            first_paragraph: number(quote.first),
            last_paragraph: number(quote.last),
            span: quote.begin.join(quote.end.unwrap_or(quote.begin)),
        })
        .collect()
}

/// Removals, in the order of the text.
pub(super) fn redactions(text: &str, layout: &Layout) -> Vec<Redaction<Spanned>> {
    let mut out = Vec::new();
    // The codes of a stamp speak of the whole release.
    let kept = layout
        .zones
        .iter()
        .filter(|zone| zone.kind != ZoneKind::Stamp);
    for zone in kept {
        redaction::find(text, zone.span, &mut out);
    }
    out
}
