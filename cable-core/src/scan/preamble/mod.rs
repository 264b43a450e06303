//! Parts the captioned top of a telegram into the lines of its labelled fields. Reads by label, not by position; every
//! label is optional, may stand inside a line, and ends the field before it.

mod lines;
#[cfg(test)]
mod tests;

use super::body_lines::{Line, LineKind};
use super::head::{Head, head_inside, paragraph_head};
use super::label::{
    Label, LabelAt, is_cited_telegram, is_corrected_copy, label_at_start, label_inside,
    starts_with_ignore_case, subject_behind_tags,
};
use crate::span::{Span, offset};
use lines::{
    ends_list, ends_subject, is_cut, is_late_caption, is_letter_of_reason, is_mark_alone, is_prose,
    marked_prose, names_references, opens_entry, prose_behind_number, steers, sub,
};
pub(crate) use lines::{is_usual_caption, speaks_of_message};
use std::ops::Range;

/// A labelled field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LabelledField {
    /// Its label.
    pub label: Label,
    /// Where the label word stands.
    pub label_span: Span,
    /// Whether the label is spelt as the handbooks have it.
    pub exact: bool,
    /// Its lines in [`Preamble::content`]; an empty span is a blank line.
    pub lines: Range<usize>,
}

/// The captioned top, in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Preamble {
    /// Lines before the first label: captions, pass lines, notes. An empty span is a blank line.
    pub top: Vec<Span>,
    /// Captions that stand after the first label.
    pub late_captions: Vec<Span>,
    /// The labelled fields, in order of the text.
    pub fields: Vec<LabelledField>,
    /// Lines of all fields.
    pub content: Vec<Span>,
    /// Fields of a front matter that is printed a second time.
    pub repeated: Vec<LabelledField>,
    /// Everything else: the body, in order.
    pub body: Vec<Line>,
    /// The lines that were read, as they were given. The body may begin with the last of them.
    pub above: Vec<Line>,
}

/// Non-blank lines without a label after which no further label is looked for.
const PATIENCE: usize = 12;

/// Parts `lines`, which begin behind the classification line.
pub fn preamble(text: &str, lines: impl Into<Vec<Line>>) -> Preamble {
    let mut lines = lines.into();
    let mut reader = Reader {
        text,
        out: Preamble {
            top: Vec::with_capacity(8),
            fields: Vec::with_capacity(6),
            content: Vec::with_capacity(12),
            ..Preamble::default()
        },
        open: None,
        blank: false,
        since: 0,
    };
    let mut read = 0;
    while let [line, tail @ ..] = lines.get(read..).unwrap_or(&[]) {
        if !reader.line(*line) {
            reader.numbered_block(tail);
            break;
        }
        read += 1;
        if reader.exhausted() {
            break;
        }
    }
    reader.close();
    let mut out = reader.out;
    // Most of a telegram is body: its lines stay where they are.
    let first = std::mem::take(&mut out.body);
    out.above = lines.get(..read).unwrap_or(&[]).to_vec();
    lines.splice(..read, first);
    out.body = lines;
    out
}

struct Reader<'a> {
    text: &'a str,
    out: Preamble,
    /// The label of the field that takes lines.
    open: Option<Open>,
    /// Whether a blank line stands before the next line of the open field.
    blank: bool,
    /// Non-blank lines since the last field.
    since: usize,
}

#[derive(Clone, Copy)]
struct Open {
    label: Label,
    /// Whether the field belongs to a front matter printed twice.
    repeated: bool,
}

impl<'a> Reader<'a> {
    fn exhausted(&self) -> bool {
        self.since > PATIENCE
    }

    fn seen(&self, label: Label) -> bool {
        self.out.fields.iter().any(|field| field.label == label)
    }

    /// A Classified By block that is paragraph 1 goes on to its blank line or the next number.
    fn numbered_block(&mut self, tail: &[Line]) {
        if self
            .open
            .is_none_or(|open| open.label != Label::ClassifiedBy)
            || self.blank
        {
            return;
        }
        for line in tail.iter().take(6) {
            let content = line.span.slice(self.text);
            if line.kind != LineKind::Text || paragraph_head(content).is_some() {
                break;
            }
            self.append(line.span);
        }
    }

    /// Takes one line; `false` if the body begins with it.
    fn line(&mut self, line: Line) -> bool {
        match line.kind {
            LineKind::Text => self.text_line(line.span),
            LineKind::Blank => {
                self.blank_line(line);
                true
            }
            _ => {
                self.set_aside(line);
                true
            }
        }
    }

    /// A break, or a blank line that belongs to it. It ends a subject that wants no more words; other lists go on behind it.
    fn set_aside(&mut self, line: Line) {
        if line.kind == LineKind::Break
            && self.open.is_some_and(|open| open.label == Label::Subject)
            && !self.field_is_empty()
            && !is_cut(self.last_line())
        {
            self.close();
        }
        if !self.out.body.is_empty() {
            self.out.body.push(line);
        }
    }

    fn blank_line(&mut self, line: Line) {
        match self.open.map(|open| open.label) {
            Some(Label::References | Label::ClassifiedBy) => self.blank = true,
            Some(Label::Subject | Label::Tags) if self.field_is_empty() => {}
            Some(Label::Tags) if self.last_line().ends_with([',', ';']) => self.blank = true,
            Some(Label::Subject) if is_cut(self.last_line()) => self.blank = true,
            Some(_) => self.close(),
            None if self.out.fields.is_empty() => self.out.top.push(line.span),
            None if !self.out.body.is_empty() => self.out.body.push(line),
            None => {}
        }
    }

    fn text_line(&mut self, span: Span) -> bool {
        let line = span.slice(self.text);
        if is_usual_caption(line) || self.out.fields.is_empty() && is_corrected_copy(line) {
            self.plain(span, 0, line.len());
            return true;
        }
        if let Some(found) = label_at_start(line).filter(|found| self.accepts(found, line)) {
            self.open_field(span, found);
            self.value(span, found.value);
            // `1. (U) Classified By`: the block is a paragraph as well.
            let opens = paragraph_head(line).is_some();
            if !opens {
                self.body_on_line(span);
            }
            return !opens;
        }
        if let Some(head) = paragraph_head(line) {
            if self.begins_body(&head, line) {
                return false;
            }
        }
        // A body that has begun is prose, which may hold these words.
        if self.out.body.is_empty() {
            if let Some(mut found) = label_inside(line, 0).filter(|found| self.accepts(found, line))
            {
                if self.open.is_none() && names_references(line, &found) {
                    found.start = line.len() - line.trim_start().len();
                }
                // The mark in front of a label, `(U) REF:`, is no line of its own.
                if !is_mark_alone(line.get(..found.start).unwrap_or("")) {
                    self.plain(span, 0, found.start);
                }
                self.open_field(span, found);
                self.value(span, found.value);
                self.body_on_line(span);
                return true;
            }
        }
        self.plain(span, 0, line.len());
        true
    }

    /// A label met again is a second front matter, but for REF, which may have two blocks; inside the list of another
    /// label it is part of it.
    fn accepts(&self, found: &LabelAt, line: &str) -> bool {
        match self.open {
            // `A. REF A ROME 12`: letters of an open list.
            Some(Open {
                label: Label::References,
                ..
            }) if found.label == Label::References => {
                found.start == 0
                    && found.value > found.start
                    && line
                        .get(found.start..found.value)
                        .is_some_and(|label| label.contains(':'))
                    && !line.starts_with(|first: char| first.is_ascii_digit())
                    && self.blank
            }
            // `REF: ROME 12 (SUBJECT: FISH)`: the subject of the telegram that is cited.
            Some(Open {
                label: Label::References,
                ..
            }) if found.label == Label::Subject && found.start > 0 && self.seen(Label::Subject) => {
                false
            }
            // `DERIVED FROM: …` behind Classified By is a part of that.
            _ if found.label == Label::ClassifiedBy
                && found.value == found.start
                && self.seen(Label::ClassifiedBy) =>
            {
                false
            }
            // `Classified By: Classified by …`
            Some(Open {
                label: Label::ClassifiedBy,
                ..
            }) if found.label == Label::ClassifiedBy => false,
            // `Reason: E.O. 12958, 1.4 (b)`: the order is cited, its line stands above.
            Some(Open {
                label: Label::ClassifiedBy,
                ..
            }) if found.label == Label::ExecutiveOrder
                && (found.start > 0 || self.seen(Label::ExecutiveOrder)) =>
            {
                false
            }
            // `DECLASSIFY ON: …` behind Classified By is a part of that.
            _ if found.label == Label::ExecutiveOrder
                && found.value == found.start
                && self.seen(Label::ClassifiedBy) =>
            {
                false
            }
            // Without a colon `SUBJECT …` and `REF …` are labels once only.
            _ => {
                found.exact
                    || found.label == Label::ClassifiedBy
                    || !self.seen(found.label)
                    || found.label == Label::References
            }
        }
    }

    /// Whether a number opens the body: a first paragraph, or one with a parenthesis behind it.
    fn begins_body(&self, head: &Head, line: &str) -> bool {
        let behind = line.get(head.after..).unwrap_or("").trim_start();
        let in_list = self
            .open
            .is_some_and(|open| open.label == Label::References)
            && !self.blank
            && head.number > 1;
        if behind.starts_with('(') || behind.starts_with('[') {
            return !in_list || behind.get(..4).is_some_and(|mark| mark.contains(')'));
        }
        head.number == 1 || !in_list && (self.open.is_none() || self.blank)
    }

    fn open_field(&mut self, line: Span, found: LabelAt) {
        self.close();
        let repeated = found.label != Label::References && self.seen(found.label);
        let field = LabelledField {
            label: found.label,
            label_span: Span::new(
                line.start() + offset(found.start),
                line.start() + offset(found.value.max(found.start)),
            ),
            exact: found.exact,
            lines: self.out.content.len()..self.out.content.len(),
        };
        if repeated {
            self.out.repeated.push(field);
        } else {
            self.out.fields.push(field);
        }
        self.open = Some(Open {
            label: found.label,
            repeated,
        });
        self.blank = false;
        self.since = 0;
    }

    fn close(&mut self) {
        self.open = None;
        self.blank = false;
    }

    fn field(&mut self) -> Option<&mut LabelledField> {
        match self.open? {
            Open { repeated: true, .. } => self.out.repeated.last_mut(),
            _ => self.out.fields.last_mut(),
        }
    }

    fn field_is_empty(&mut self) -> bool {
        let content = self.out.content.len();
        self.field()
            .is_none_or(|field| field.lines.start == content)
    }

    fn last_line(&self) -> &'a str {
        self.out
            .content
            .last()
            .map_or("", |line| line.slice(self.text))
    }

    fn append(&mut self, span: Span) {
        if self.blank {
            let at = Span::empty(span.start());
            self.out.content.push(at);
            self.blank = false;
        }
        self.out.content.push(span);
        let end = self.out.content.len();
        if let Some(field) = self.field() {
            field.lines.end = end;
        }
        self.since = 0;
    }

    /// The value of the open field from `from` on, up to the next label inside the line.
    fn value(&mut self, line: Span, from: usize) {
        let content = line.slice(self.text);
        let tags = self.open.is_some_and(|open| open.label == Label::Tags);
        let next = label_inside(content, from)
            .or_else(|| tags.then(|| subject_behind_tags(content, from))?)
            .filter(|found| {
                found.value > from
                    && self.accepts(found, content)
                    && self.open.is_none_or(|open| open.label != found.label)
            });
        let end = next.map_or(content.len(), |found| found.start);
        let value = sub(line, self.text, from..end);
        if !value.is_empty() {
            self.append(value);
        }
        if let Some(found) = next {
            self.open_field(line, found);
            self.value(line, found.value);
        }
    }

    /// A first paragraph glued to the end of a field: `… REASON: 1.4 (B) 1. (C) Summary`, `… BUSES BURNED 1. Most people`,
    /// `REF: ROME 12 (SBU) This message`.
    fn body_on_line(&mut self, line: Span) {
        let content = line.slice(self.text);
        let subject = self.open.is_some_and(|open| open.label == Label::Subject);
        let marked = |head: &Head| {
            let behind = content.get(head.after..).unwrap_or("").trim_start();
            behind.find(')').is_some_and(|close| close <= 20)
        };
        let glued = head_inside(content, 0, 1)
            .filter(marked)
            .map(|head| head.at)
            .or_else(|| subject.then(|| prose_behind_number(content)).flatten())
            .or_else(|| {
                let list = self
                    .open
                    .is_some_and(|open| open.label == Label::References);
                list.then(|| marked_prose(content)).flatten()
            });
        let Some(at) = glued else {
            return;
        };
        let last = self.out.content.last().copied();
        let at = line.start() + offset(at);
        match last {
            Some(last) if last.end() > at && last.start() < at => {
                if let Some(last) = self.out.content.last_mut() {
                    let part = Span::new(last.start(), at).slice(self.text);
                    *last = Span::new(last.start(), last.start() + offset(part.trim_end().len()));
                }
                self.close();
                self.out.body.push(Line::new(Span::new(at, line.end())));
                self.since = PATIENCE + 1;
            }
            _ => {}
        }
    }

    /// A line, or the start of one, without a label of its own.
    fn plain(&mut self, line: Span, from: usize, to: usize) {
        let span = sub(line, self.text, from..to);
        if span.is_empty() {
            return;
        }
        let content = span.slice(self.text);
        if !self.out.fields.is_empty() && is_late_caption(content) {
            if self.open.is_some_and(|open| open.label == Label::Subject) {
                self.close();
            }
            self.out.late_captions.push(span);
            return;
        }
        let goes_on = match self.open.map(|open| open.label) {
            Some(Label::Subject) => {
                let cut = self.blank && content.bytes().any(|byte| byte.is_ascii_lowercase());
                self.field_is_empty() || !cut && !ends_subject(content)
            }
            Some(Label::ExecutiveOrder) => self.order_goes_on(content),
            Some(Label::Tags) => !ends_list(content),
            Some(Label::References) => self.references_go_on(content),
            Some(Label::ClassifiedBy) => self.classified_by_goes_on(content),
            None => false,
        };
        if goes_on {
            self.append(span);
            self.body_on_line(span);
            return;
        }
        self.close();
        if self.out.fields.is_empty() {
            self.out.top.push(span);
            self.since += usize::from(!steers(content));
            return;
        }
        self.out.body.push(Line::new(span));
        // A paragraph on one line is a whole paragraph of prose.
        self.since += 1 + content.len() / 160;
    }

    /// The instruction wraps while it is not complete: no date, code or N/A yet, or a bracket is open.
    fn order_goes_on(&mut self, line: &str) -> bool {
        if self.field_is_empty() {
            return true;
        }
        let so_far = self.last_line();
        let open_bracket = so_far.matches('(').count() > so_far.matches(')').count();
        // `03/04/` is a date that the end of the line cut.
        let hanging = so_far.ends_with([':', ',', '-', '/']);
        let event = !so_far
            .bytes()
            .rev()
            .take(4)
            .any(|byte| byte.is_ascii_digit())
            && starts_with_ignore_case(
                so_far.trim_start_matches(|mark: char| {
                    mark.is_ascii_digit() || matches!(mark, ':' | ' ' | ';')
                }),
                "DECL",
            )
            && line.bytes().all(|byte| !byte.is_ascii_lowercase())
            && line.len() < 80;
        open_bracket || hanging || event
    }

    fn references_go_on(&mut self, line: &str) -> bool {
        if self.field_is_empty() {
            return !ends_list(line);
        }
        if ends_list(line) {
            return false;
        }
        let start = line
            .trim_start_matches(|first: char| first.is_whitespace() || matches!(first, '¶' | '-'));
        let bytes = start.as_bytes();
        let lettered = bytes.first().is_some_and(u8::is_ascii_alphabetic)
            && (matches!(bytes.get(1), Some(b'.' | b')' | b':'))
                || bytes.get(1..4) == Some(b" - "))
            || matches!(bytes.first(), Some(b'(' | b'['))
                && bytes.get(1).is_some_and(u8::is_ascii_alphabetic)
                && matches!(bytes.get(2), Some(b')' | b']'));
        // One line a paragraph and no blank lines: prose too long to be a wrapped entry.
        if !self.blank {
            if marked_prose(start) == Some(0) {
                return false;
            }
            return lettered || !is_prose(start) || start.len() < 100;
        }
        // Behind a blank line only what looks like an entry goes on.
        let numbered = bytes.first().is_some_and(u8::is_ascii_digit);
        // An entry cut behind its letter, post or year goes on with the rest of it.
        let last = self.last_line();
        let cut = !last.ends_with(|last: char| last.is_ascii_digit() || matches!(last, ')' | '.'))
            || opens_entry(last);
        // `(C) Text` is a marked paragraph if it is a sentence.
        !is_prose(start)
            && (lettered
                || numbered && cut
                || is_cited_telegram(start)
                    && start.len() < 70
                    && start.ends_with(|last: char| last.is_ascii_digit())
                || cut && start.bytes().any(|byte| byte.is_ascii_digit()) && start.len() < 70)
    }

    fn classified_by_goes_on(&mut self, line: &str) -> bool {
        if self.field_is_empty() {
            return !ends_list(line);
        }
        if !self.blank {
            // One line a paragraph and no blank lines: the block is complete, and a long line is no wrapped half of it.
            let complete = self.last_line().ends_with([')', '.']) && line.len() > 160;
            return !complete && !ends_list(line);
        }
        // Behind a blank line only the reason that is still missing goes on, and lines that belong to no other block.
        let field = self
            .out
            .fields
            .last()
            .map_or(0..0, |field| field.lines.clone());
        let has_reason = self
            .out
            .content
            .get(field)
            .unwrap_or(&[])
            .iter()
            .any(|line| {
                let line = line.slice(self.text);
                line.contains("1.4") || line.contains("1.5") || line.contains("1.3")
            });
        let gives_reason = line.len() < 120
            && (line.contains("1.4")
                || line.contains("1.5")
                || line
                    .get(..6)
                    .is_some_and(|word| word.eq_ignore_ascii_case("REASON")));
        let gives_source = line.len() < 120
            && ["DERIVED FROM", "DECLASSIFY ON"]
                .iter()
                .any(|words| starts_with_ignore_case(line, words));
        (!has_reason && gives_reason || gives_source || is_letter_of_reason(line))
            && !ends_list(line)
    }
}
