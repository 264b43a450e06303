//! `Signature`, `Drafted By`, `Cleared By`, `Approved By`, `Released By`.

use super::Reader;
use crate::container::{SmartLabel, SmartLine};
use crate::diagnostic::Sink;
use crate::scan::one_blank;
use crate::scan::shape::trim_span;
use crate::span::{Span, offset};
use crate::spanned::Spanned;

impl<S: Sink> Reader<'_, S> {
    pub(super) fn signature(&mut self, values: &[Span]) {
        self.signed = true;
        for person in people(self.text, values) {
            if !self.has_room(self.signature.len(), person.span()) {
                return;
            }
            // A doubled name is one.
            let name = person.get(self.text);
            if self
                .signature
                .last()
                .is_none_or(|known| known.get(self.text) != name)
            {
                self.signature.push(person);
            }
        }
    }

    pub(super) fn person(&mut self, label: SmartLabel, lines: &[SmartLine], values: &[Span]) {
        self.is_drafted = true;
        for SmartLine { line, .. } in lines {
            let line = Span::at(line.start, line.end);
            let span = &mut self.distribution.span;
            *span = if span.is_empty() {
                line
            } else {
                span.join(line)
            };
        }
        if label == SmartLabel::ClearedBy {
            for person in people(self.text, values) {
                if !self.has_room(self.distribution.cleared_by.len(), person.span()) {
                    return;
                }
                self.distribution.cleared_by.push(person);
            }
            return;
        }
        let (Some(first), Some(last)) = (values.first(), values.last()) else {
            return;
        };
        let place = first.join(*last);
        let whole = joined(self.text, place, values);
        let distribution = &mut self.distribution;
        let officer = match label {
            SmartLabel::DraftedBy => &mut distribution.drafted_by,
            SmartLabel::ApprovedBy => &mut distribution.approved_by,
            _ => &mut distribution.released_by,
        };
        officer.get_or_insert(whole);
    }
}

/// The persons of a list: semicolons part them, since a name holds a comma (`POL:Quarrel, Ruth T`). Without one each line
/// is a person.
fn people(text: &str, values: &[Span]) -> Vec<Spanned> {
    let by_semicolon = values.iter().any(|value| value.slice(text).contains(';'));
    let mut people = Vec::new();
    // The parts of a person whose name goes on in the next line.
    let mut open: Vec<Span> = Vec::new();
    let mut close = |open: &mut Vec<Span>| {
        if let (Some(first), Some(last)) = (open.first(), open.last()) {
            people.push(joined(text, first.join(*last), open));
        }
        open.clear();
    };
    for value in values {
        let mut from = value.start();
        let mut pieces = value.slice(text).split(';').peekable();
        while let Some(piece) = pieces.next() {
            let end = from + offset(piece.len());
            let part = trim_span(text, Span::new(from, end));
            if !part.is_empty() {
                open.push(part);
            }
            if pieces.peek().is_some() || !by_semicolon {
                close(&mut open);
            }
            from = end + 1;
        }
    }
    close(&mut open);
    people
}

/// The parts of a value, one blank between them.
fn joined(text: &str, place: Span, parts: &[Span]) -> Spanned {
    let mut value = String::new();
    for part in parts {
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(&one_blank(part.slice(text)));
    }
    Spanned::of(text, place, value.into())
}
