//! Citations against the list of references: T027.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::citation::{self, Found};
use crate::span::Span;
use memchr::memmem;

/// Bytes behind REF in which its letters stand.
const WINDOW: usize = 100;

/// T027: letters that the text cites are in the list, each told once. Telegrams whose references have no letters are not
/// searched, so that the others alone pay for it.
pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let text = telegram.text;
    let mut known = Letters(0);
    for reference in &layout.references {
        if let Some(label) = &reference.label {
            if let &[letter] = label.get(text).as_bytes() {
                known.insert(letter);
            }
        }
    }
    let (Some(first), Some(last)) = (layout.lines.first(), layout.lines.last()) else {
        return;
    };
    if known.0 == 0 {
        return;
    }
    let (start, end) = (first.span.start() as usize, last.span.end() as usize);
    let body = text.as_bytes().get(start..end).unwrap_or(&[]);
    let mut told = Letters(0);
    let mut found = Vec::new();
    for tail in ["ef", "EF"] {
        for hit in memmem::find_iter(body, tail.as_bytes()) {
            let at = start + hit;
            if cites(text.as_bytes(), at, known) {
                citations_at(text, at - 1, known, &mut found);
                for citation in found.drain(..) {
                    unresolved(text, at - 1, citation, &mut told, sink);
                }
            }
        }
    }
}

/// A set of capital letters.
#[derive(Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn bit(letter: u8) -> u32 {
        match letter {
            b'A'..=b'Z' => 1 << (letter - b'A'),
            _ => 0,
        }
    }

    fn insert(&mut self, letter: u8) {
        self.0 |= Self::bit(letter);
    }

    fn contains(self, letter: u8) -> bool {
        self.0 & Self::bit(letter) != 0
    }
}

/// Whether `ef` at `at` belongs to REF with a letter that is not known, or with several. The usual `(REF A)` ends here.
fn cites(bytes: &[u8], at: usize, known: Letters) -> bool {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    let before = at.checked_sub(2).map_or(b' ', byte);
    if !matches!(at.checked_sub(1).map(byte), Some(b'r' | b'R')) || before.is_ascii_alphanumeric() {
        return false;
    }
    let mut next = at + 2;
    if bytes
        .get(next..next + 3)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"TEL"))
    {
        next += 3;
    }
    let plural = matches!(byte(next), b's' | b'S');
    next += usize::from(plural);
    if byte(next).is_ascii_alphanumeric() {
        return false;
    }
    let letter = (0..3)
        .map(|gap| byte(next + gap))
        .find(u8::is_ascii_alphanumeric);
    plural
        || letter.is_some_and(|letter| letter.is_ascii_uppercase() && !known.contains(letter))
        || matches!(byte(next + 2), b',' | b'/' | b'-' | b'&')
}

/// The text in which the citation at `start` stands.
fn window(text: &str, start: usize) -> &str {
    let mut end = (start + WINDOW).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(start..end).unwrap_or("")
}

/// Reads the letters of the citation at `start`.
fn citations_at(text: &str, start: usize, known: Letters, found: &mut Vec<Found>) {
    let labels = |label: &str| match label.as_bytes() {
        &[letter] if known.contains(letter) => Some(0),
        _ => None,
    };
    citation::at(window(text, start), 0, labels, found);
}

/// Reports one of the letters of the citation at `start`, if it is not known.
fn unresolved(text: &str, start: usize, found: Found, told: &mut Letters, sink: &mut impl Sink) {
    if !found.labelled || found.reference.is_some() {
        return;
    }
    let printed = || {
        let last = found.range.end.checked_sub(1)?;
        window(text, start).as_bytes().get(last).copied()
    };
    let letter = match found.between {
        Some(letter) => u8::try_from(letter).ok().or_else(printed),
        None => printed(),
    };
    if let Some(letter) = letter.filter(u8::is_ascii_uppercase) {
        if !told.contains(letter) {
            told.insert(letter);
            let place = Span::at(start + found.range.start, start + found.range.end);
            sink.report(Diagnostic::new(Code::ReferenceUnresolved, place));
        }
    }
}
