//! The body as a whole: H028, S004, a header inside the text, redactions.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::{lost_character, redaction};
use crate::record::Format;
use crate::scan::{Line, LineKind};
use crate::span::{Span, offset};
use crate::text::ends::trim_end;
use memchr::{memchr_iter, memchr2};

/// Longest line of a text, in characters. Source: ACP 127(G) para 138.
const LONGEST: usize = 69;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    lines(telegram, sink);
    cut_off(telegram, sink);
    redactions(telegram.text, sink);
    lost_characters(telegram, sink);
}

/// The first line that is too long (telegrams typed anew have one line a paragraph), and a header in the body.
fn lines(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let bytes = telegram.text.as_bytes();
    // A message of later systems is not bound to the lines of a printer.
    let mut long = telegram.layout.format == Format::Smart;
    let mut header = false;
    for line in &telegram.layout.lines {
        // A header in the text may have been taken for a title.
        if !matches!(line.kind, LineKind::Text | LineKind::Heading) {
            continue;
        }
        // Most lines are neither long nor begin with the letter.
        let is_long = line.span.len() as usize > LONGEST && !long;
        if !is_long && bytes.get(line.span.start() as usize) != Some(&b'V') {
            continue;
        }
        if is_long {
            long = line.span.slice(telegram.text).trim_end().chars().count() > LONGEST;
            if long {
                sink.report(Diagnostic::new(Code::LineTooLong, line.span));
            }
        }
        if !header && line.span.slice(telegram.text).starts_with("VZCZC") {
            header = true;
            let finding = Diagnostic::new(Code::HeaderRepeatedInText, line.span);
            sink.report(match &telegram.layout.header {
                Some(own) => finding.with_related(own.spans.header),
                None => finding,
            });
        }
    }
}

/// S004: the last words are no end of a sentence, and nothing stands behind them. Who signed has come to an end.
fn cut_off(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    if telegram.fragment || !layout.signature.is_empty() || !layout.end_markers.is_empty() {
        return;
    }
    let last = layout.lines.iter().rev().find(|line| !line.is_blank());
    // An extract ends in an ellipsis, maybe before its first paragraph.
    let ellipsis = |text: &str| text.ends_with("...") || text.ends_with('…');
    if last.is_none_or(|last| ellipsis(trim_end(last.span.slice(telegram.text)))) {
        // Many lines without a letter may stand at the end.
        let whole = telegram.text.trim_ascii_end().trim_end();
        if ellipsis(whole) {
            let end = offset(whole.len());
            sink.report(Diagnostic::new(Code::TextCutOff, Span::empty(end)));
            return;
        }
    }
    if let Some(Line {
        span,
        kind: LineKind::Text,
    }) = last
    {
        let words = span.slice(telegram.text).trim_end();
        let sentence = words.split_ascii_whitespace().count() >= 4;
        if sentence && words.ends_with(|end: char| end.is_alphanumeric() || end == ',') {
            let end = span.start() + offset(words.len());
            sink.report(Diagnostic::new(Code::TextCutOff, Span::empty(end)));
        }
    }
}

/// One note, at the first lost character of the body, with their number.
fn lost_characters(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let Some(first) = telegram.layout.lines.first() else {
        return;
    };
    let body = Span::new(first.span.start(), offset(telegram.text.len()));
    let found = lost_character::find_at(telegram.text.as_bytes(), telegram.places, body);
    if let Some(first) = found.first() {
        let finding = Diagnostic::new(Code::CharactersLost, *first);
        sink.report(finding.with_count(offset(found.len())));
    }
}

/// One note, at the first removal. Codes in a margin are found on first use only.
fn redactions(text: &str, sink: &mut impl Sink) {
    let bytes = text.as_bytes();
    // The letter is rare: to look for it alone is faster than to look for the run.
    let run = memchr_iter(b'X', bytes).find(|&at| bytes[at..].starts_with(b"XXXXX"));
    let mut first = run.and_then(|at| removal(text, at));
    let limit = first.map_or(bytes.len(), |span| span.start() as usize);
    let mut from = 0;
    // A bracket, or a black stretch: the block elements begin with E2 96 in UTF-8, quotation marks with E2 80.
    while let Some(at) = bytes
        .get(from..limit)
        .and_then(|rest| memchr2(b'[', 0xe2, rest))
        .map(|at| from + at)
    {
        let quotation = bytes[at] == 0xe2 && bytes.get(at + 1) != Some(&0x96);
        if let Some(span) = (!quotation).then(|| removal(text, at)).flatten() {
            first = Some(span);
            break;
        }
        from = at + 1;
    }
    if let Some(span) = first {
        sink.report(Diagnostic::new(Code::Redaction, span));
    }
}

/// The removal that begins at `at`.
fn removal(text: &str, at: usize) -> Option<Span> {
    /// Longest removal that is looked at.
    const LONGEST: usize = 120;
    let mut end = (at + LONGEST).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    redaction::at_start(text, Span::at(at, end))
}
