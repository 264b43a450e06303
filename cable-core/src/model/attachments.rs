//! Values made on first use: citations, attachments, redactions.

use crate::field::{citation, redaction};
use crate::layout::{Layout, ParagraphLayout, ZoneKind};
use crate::record::{Attachment, Citation, Redaction, Reference};
use crate::scan::{Folded, LineKind};
use crate::span::{Span, offset};
use crate::spanned::Spanned;

/// Collects the places of a paragraph's own text. Lines with nothing but white space between them are one place, so that
/// most paragraphs need not be put together.
fn own_text(text: &str, layout: &Layout, paragraph: &ParagraphLayout, own: &mut Vec<Span>) {
    own.clear();
    let range = paragraph.lines.start as usize..paragraph.lines.end as usize;
    for line in layout.lines.get(range).unwrap_or(&[]) {
        let span = Span::new(line.span.start().max(paragraph.text_start), line.span.end());
        if line.kind != LineKind::Text || span.is_empty() {
            continue;
        }
        let white = |last: &&mut Span| {
            let between = Span::new(last.end(), span.start()).range();
            let between = text.as_bytes().get(between).unwrap_or(&[]);
            between.iter().all(u8::is_ascii_whitespace)
        };
        match own.last_mut().filter(white) {
            Some(last) => *last = last.join(span),
            None => own.push(span),
        }
    }
}

/// The references by their labels: letters, and numbers of one or two digits.
struct Labels {
    /// Index of the first reference with each label, by its key.
    known: [Option<u32>; Labels::KEYS],
}

impl Labels {
    const LETTERS: usize = 26;
    const DIGITS: usize = 10;
    const KEYS: usize = Labels::LETTERS + Labels::DIGITS + Labels::DIGITS * Labels::DIGITS;

    /// The place of a label in the table, in whatever case.
    fn key(label: &str) -> Option<usize> {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
        match *label.as_bytes() {
            [one] if one.is_ascii_alphabetic() => {
                Some(usize::from(one.to_ascii_uppercase() - b'A'))
            }
            [one] => Some(Labels::LETTERS + digit(one)?),
            [ten, one] => Some(Labels::LETTERS + Labels::DIGITS * (1 + digit(ten)?) + digit(one)?),
            _ => None,
        }
    }

    fn of(text: &str, references: &[Reference<Spanned>]) -> Self {
        let mut known = [None; Labels::KEYS];
        let mut lettered = false;
        for (index, reference) in references.iter().enumerate() {
            let Some(label) = &reference.label else {
                continue;
            };
            lettered = true;
            if let Some(key) = Labels::key(label.get(text)) {
                known[key].get_or_insert(offset(index));
            }
        }
        // The letters of a list that is not lettered are its order.
        if !lettered {
            for (index, known) in known[..Labels::LETTERS.min(references.len())]
                .iter_mut()
                .enumerate()
            {
                *known = Some(offset(index));
            }
        }
        Labels { known }
    }

    fn index(&self, label: &str) -> Option<u32> {
        self.known[Labels::key(label)?]
    }
}

/// Places of the text that cite a reference.
pub(super) fn citations(text: &str, layout: &Layout) -> Vec<Citation<Spanned>> {
    let labels = Labels::of(text, &layout.references);
    let single = (layout.references.len() == 1).then_some(0);
    let mut out = Vec::new();
    let (mut own, mut found) = (Vec::new(), Vec::new());
    for paragraph in &layout.paragraphs {
        own_text(text, layout, paragraph, &mut own);
        let folded = Folded::new(text, &own);
        citation::find(
            folded.as_str(),
            |label| labels.index(label),
            single,
            &mut found,
        );
        out.extend(found.drain(..).map(|found| Citation {
            label: match found.between {
                Some(letter) => Spanned::changed(folded.span(found.range), letter.to_string()),
                None => folded.spanned(found.range),
            },
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
