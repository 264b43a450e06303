//! Types the labelled fields of the captioned top.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::{Context, classified_by, executive_order, reference, subject, tags};
use crate::layout::Layout;
use crate::record::State;
use crate::scan::{Folded, Label, LabelledField, Preamble};
use crate::span::Span;

/// Reads every field of `preamble` into `layout`; `limit` is the most references that are kept. Returns what was left
/// unread beyond it.
pub(super) fn read(
    text: &str,
    preamble: &Preamble,
    context: &Context<'_>,
    limit: usize,
    layout: &mut Layout,
    sink: &mut impl Sink,
) -> Option<Span> {
    let mut unread: Option<Span> = None;
    for field in &preamble.fields {
        let lines = preamble.content.get(field.lines.clone()).unwrap_or(&[]);
        let folded = Folded::new(text, lines);
        match field.label {
            Label::ExecutiveOrder => {
                let (order, _) = executive_order::parse(&folded, context, sink);
                layout.executive_order = Some(order);
            }
            Label::Tags => {
                if !field.exact {
                    sink.report(Diagnostic::new(Code::TagMissingLabel, field.label_span));
                }
                let found = tags::parse(&folded, context, sink);
                if found.tags.is_empty() {
                    let state = if is_crossed_out(folded.as_str()) {
                        State::Redacted
                    } else {
                        State::ExplicitlyEmpty
                    };
                    layout.set_state("tags", state);
                }
                layout.tags = found.tags;
                layout.tag_repeats = found.repeats;
            }
            Label::Subject => match subject::parse(&folded) {
                Some((subject, _)) => layout.subject = Some(subject),
                None => layout.set_state("subject", State::Unreadable),
            },
            Label::References => {
                if let Some(rest) = read_references(&folded, context, limit, layout, sink) {
                    unread = Some(unread.map_or(rest, |span| span.join(rest)));
                }
            }
            Label::ClassifiedBy => {
                let (mut block, end) = classified_by::parse(&folded, context, sink);
                block.span = field.label_span.join(folded.span(0..end));
                layout.classified_by = Some(block);
            }
        }
    }
    if let Some(first) = preamble.repeated.first() {
        sink.report(Diagnostic::new(
            Code::HeaderRepeatedInText,
            first.label_span,
        ));
    }
    unlabelled_tags(text, preamble, context, layout, sink);
    unread
}

/// Whether a run of X stands where the value was.
fn is_crossed_out(value: &str) -> bool {
    value
        .split_ascii_whitespace()
        .any(|word| word.len() > 3 && word.bytes().all(|byte| byte == b'X'))
}

fn read_references(
    folded: &Folded<'_>,
    context: &Context<'_>,
    limit: usize,
    layout: &mut Layout,
    sink: &mut impl Sink,
) -> Option<Span> {
    let room = limit.saturating_sub(layout.references.len());
    let found = reference::parse(folded, context, room, sink);
    if found.explicitly_empty && layout.references.is_empty() {
        layout.set_state("references", State::ExplicitlyEmpty);
    }
    if layout.references.is_empty() {
        layout.references = found.entries;
    } else {
        layout.references.extend(found.entries);
    }
    found.unread.map(|rest| folded.span(rest))
}

/// A line of tags whose label is lost: between E.O. line and subject, every word a known code.
fn unlabelled_tags(
    text: &str,
    preamble: &Preamble,
    context: &Context<'_>,
    layout: &mut Layout,
    sink: &mut impl Sink,
) {
    if preamble
        .fields
        .iter()
        .any(|field| field.label == Label::Tags)
    {
        return;
    }
    let before_subject = |field: &&LabelledField| field.label == Label::Subject;
    let limit = preamble
        .fields
        .iter()
        .find(before_subject)
        .map_or(u32::MAX, |field| field.label_span.start());
    let candidates = preamble
        .top
        .iter()
        .copied()
        .chain(preamble.body.iter().map(|line| line.span));
    for span in candidates
        .take_while(|span: &Span| span.start() < limit)
        .take(12)
    {
        let line = span.slice(text);
        let mut count = 0;
        let known = line
            .split([' ', ',', ';'])
            .filter(|word| !word.is_empty())
            .all(|word| {
                count += 1;
                word.bytes().all(|byte| byte.is_ascii_uppercase())
                    && crate::facts::tag(word, context.year).is_some()
            });
        if known && count >= 2 {
            sink.report(Diagnostic::new(Code::TagMissingLabel, span));
            let found = tags::parse(&Folded::new(text, &[span]), context, sink);
            layout.tags = found.tags;
            layout.tag_repeats = found.repeats;
            return;
        }
    }
}
