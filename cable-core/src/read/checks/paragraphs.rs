//! Numbers of paragraphs, and words that open and close: P002, P006.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::role;
use crate::record::Role;
use crate::span::Span;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    if !telegram.whole {
        return;
    }
    numbers(telegram, sink);
    summary(telegram, sink);
}

/// P002: of several paragraphs all have a number; one finding for all of them. Source: 5 FAH-1 H-246.
fn numbers(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let paragraphs = &telegram.layout.paragraphs;
    if let [first, _, ..] = paragraphs.as_slice() {
        if paragraphs
            .iter()
            .all(|paragraph| paragraph.number.is_none())
        {
            sink.report(Diagnostic::new(Code::ParagraphNumberMissing, first.span));
        }
    }
}

/// P006: a summary that is opened in words is closed, and the other way round. A comment is closed by the end of its
/// paragraph as often as by words, so nothing is said of it.
fn summary(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let closed = layout
        .role_ends
        .iter()
        .find(|end| end.role == Role::Summary);
    let opened = layout
        .paragraphs
        .iter()
        .find(|paragraph| paragraph.role == Some(Role::Summary) && !paragraph.role_by_heading);
    match (opened, closed) {
        (Some(opened), None) => {
            let start = opened.span.start();
            let words = Span::new(start, opened.text_start.max(start));
            sink.report(Diagnostic::new(Code::SummaryUnclosed, words));
        }
        (None, Some(closed)) => {
            let by_heading = layout.headings.iter().any(|heading| {
                role::of_heading(heading.text.get(telegram.text)) == Some(Role::Summary)
            });
            if !by_heading {
                sink.report(Diagnostic::new(Code::SummaryUnclosed, closed.span));
            }
        }
        _ => {}
    }
}
