//! Begin and end words of quoted texts.

use super::Reader;
use crate::diagnostic::Sink;
use crate::layout::Quote;
use crate::read::titles;
use crate::span::{Span, offset};

impl<S: Sink> Reader<'_, S> {
    /// Begin and end words at a place where a sentence begins.
    pub(super) fn quote_words(&mut self, at: u32) {
        let line_end = self.lines[self.at].span.end();
        let rest = Span::new(at, line_end);
        let index = offset(self.layout.paragraphs.len());
        let Some(words) = titles::quote_words(rest.slice(self.text)) else {
            return;
        };
        let span = Span::new(at, at + offset(words.length));
        if words.begin {
            let title = Span::new(at + offset(words.title.start), at + offset(words.title.end));
            self.open_quotes.push(self.layout.quotes.len());
            let first = self.paragraph_of(at, index);
            self.layout.quotes.push(Quote {
                begin: span,
                title,
                end: None,
                first,
                last: first,
            });
        } else if let Some(open) = self.open_quotes.pop() {
            let last = self.paragraph_of(at, index);
            if let Some(quote) = self.layout.quotes.get_mut(open) {
                quote.end = Some(span);
                quote.last = last.max(quote.first);
            }
        }
    }

    /// Begin and end words behind a sentence inside a line: in an open text, or in a line too long to be wrapped.
    pub(super) fn quote_words_inside(&mut self) {
        let span = self.lines[self.at].span;
        if self.open_quotes.is_empty() && span.len() as usize <= super::UNJOINED {
            return;
        }
        let line = span.slice(self.text).as_bytes();
        for hit in memchr::memchr2_iter(b'x', b'X', line) {
            let Some(word) = hit.checked_sub(2) else {
                continue;
            };
            let is = |from: Option<usize>, word: &[u8]| {
                let from = from?;
                line.get(from..from + word.len())?
                    .eq_ignore_ascii_case(word)
                    .then_some(from)
            };
            if is(Some(word), b"TEXT").is_none() {
                continue;
            }
            let start = is(word.checked_sub(6), b"BEGIN ").or(is(word.checked_sub(4), b"END "));
            let Some(start) = start else {
                continue;
            };
            // The words that open the paragraph were read with it.
            let place = span.start() + offset(start);
            if self
                .layout
                .quotes
                .last()
                .is_some_and(|quote| quote.begin.start() >= place)
            {
                continue;
            }
            let before = line[..start].trim_ascii_end();
            if matches!(
                before.last(),
                Some(b'.' | b':' | b'!' | b'?' | b'"' | b')' | b'-')
            ) {
                self.quote_words(place);
            }
        }
    }

    /// Index of the paragraph that holds `at`: the last one that begins before it, or the next one.
    pub(super) fn paragraph_of(&self, at: u32, next: u32) -> u32 {
        match self.layout.paragraphs.last() {
            Some(last)
                if last.span.start() <= at
                    && (last.span.end() > at || !self.blank || self.previous.is_some()) =>
            {
                next - 1
            }
            _ => next,
        }
    }
}
