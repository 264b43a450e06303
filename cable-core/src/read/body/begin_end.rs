//! Begin and end words of quoted texts.

use super::Reader;
use super::lines::Lines;
use crate::diagnostic::Sink;
use crate::layout::Quote;
use crate::read::quote_words;
use crate::scan::{Line, LineKind};
use crate::span::{Span, offset};
use crate::text::letter_case::is_word;

impl<S: Sink> Reader<'_, S> {
    /// Begin and end words at a place where a sentence begins.
    #[inline]
    pub(super) fn quote_words(&mut self, at: u32) {
        if quote_words::may_open(self.text.as_bytes().get(at as usize)) {
            self.read_quote_words(at);
        }
    }

    fn read_quote_words(&mut self, at: u32) {
        let line_end = self.lines[self.at].span.end();
        let rest = Span::new(at, line_end);
        let index = offset(self.layout.paragraphs.len());
        let Some(words) = quote_words::quote_words(rest.slice(self.text)) else {
            return;
        };
        let span = Span::new(at, at + offset(words.length));
        if words.begin {
            let title = Span::new(at + offset(words.title.start), at + offset(words.title.end));
            if self.closes_behind(span.end()) {
                self.open_quotes.push(self.layout.quotes.len());
            } else {
                self.unclosed = Some(self.layout.quotes.len());
            }
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

    /// Whether end words stand anywhere behind `at`. A text that is begun and never ended goes to the next number.
    fn closes_behind(&mut self, at: u32) -> bool {
        let (text, lines) = (self.text, &self.lines);
        let last = *self.last_end.get_or_insert_with(|| {
            // The last letter of END is the rarest.
            memchr::memchr2_iter(b'D', b'd', text.as_bytes())
                .rev()
                .filter_map(|hit| hit.checked_sub(2))
                .filter(|&at| starts(text, at, "END "))
                .find(|&at| is_end(text, lines, offset(at)))
                .map_or(0, |at| offset(at) + 1)
        });
        last > at
    }

    /// A line that opens with parentheses, dashes or slashes and then begin or end words: `(END TEXT)`, `//BEGIN TEXT//`.
    pub(super) fn framed_quote_words(&mut self, content: &str) -> bool {
        let inner = content.trim_start_matches(['(', '[', '-', ' ', '"', '/']);
        if !matches!(inner.as_bytes().first(), Some(b'B' | b'b' | b'E' | b'e'))
            || quote_words::quote_words(content).is_none()
        {
            return false;
        }
        self.quote_words(self.lines[self.at].span.start());
        true
    }

    /// The last number was read: a text that is not ended by words ends before it.
    pub(super) fn end_unclosed(&mut self) {
        let before = self.layout.paragraphs.len().checked_sub(1).map(offset);
        if let (Some(open), Some(last)) = (self.unclosed.take(), before) {
            if let Some(quote) = self.layout.quotes.get_mut(open) {
                quote.last = last.max(quote.first);
            }
        }
    }

    /// Begin and end words behind a sentence inside a line: in an open text, or in a line too long to be wrapped.
    #[inline]
    pub(super) fn quote_words_inside(&mut self) {
        let span = self.lines[self.at].span;
        if !self.open_quotes.is_empty() || span.len() as usize > super::UNJOINED {
            self.look_for_quote_words(span);
        }
    }

    #[inline(never)]
    fn look_for_quote_words(&mut self, span: Span) {
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
            let start = is(word.checked_sub(6), b"BEGIN ")
                .or(is(word.checked_sub(4), b"END "))
                .or(is(word.checked_sub(7), b"END OF "));
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
            let behind_sentence = matches!(
                before.last(),
                Some(b'.' | b':' | b'!' | b'?' | b'"' | b')' | b'-')
            );
            // `… UNQUOTE END TEXT.`: with a stop behind them end words need none in front.
            let stopped = line[start] | 0x20 == b'e'
                && matches!(line.get(word + 4), None | Some(b'.' | b')'));
            if behind_sentence || stopped {
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

/// Whether end words stand at `at`, on a line of text.
fn is_end(text: &str, lines: &Lines, at: u32) -> bool {
    let around = |lines: &[Line]| {
        let behind = lines.partition_point(|line| line.span.start() <= at);
        lines.get(behind.checked_sub(1)?).copied()
    };
    let line = around(lines.ahead()).or_else(|| around(lines));
    line.is_some_and(|line| {
        let words = Span::new(at, line.span.end()).slice(text);
        line.kind == LineKind::Text && quote_words::quote_words(words).is_some()
    })
}

/// Whether `word` stands at `at`, case apart, and no letter before it.
fn starts(text: &str, at: usize, word: &str) -> bool {
    let bytes = text.as_bytes();
    let whole = at
        .checked_sub(1)
        .is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
    whole
        && bytes
            .get(at..at + word.len())
            .is_some_and(|found| is_word(found, word.as_bytes()))
}
