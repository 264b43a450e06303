//! The text below the top: paragraphs, titles, signature, end markers, in the order they were printed.

use super::lines::{Flow, blank_line, end_line, one_line, words};
use crate::CableRef;
use crate::model::{goes_on, is_row, item_label, joined_items};
use crate::scan::{Line, LineKind};
use crate::span::{Span, offset};

/// How the lines of a text come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// Sentences run on to the width of a line.
    Laid,
    /// As they were printed.
    Printed,
}

/// What stands between the line before and the next.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    None,
    Blank,
    Break,
}

/// Writes the body. Breaks, captions and labels printed again and stamps of the release are left out: they belong to the
/// transmission and to the copy. `mode` tells how the lines of a paragraph come out, by its index.
pub(super) fn write(cable: CableRef<'_>, mode: impl Fn(Option<usize>) -> Lines, out: &mut String) {
    let layout = cable.layout();
    let mut writer = Writer {
        text: cable.text(),
        out,
        gap: Gap::Blank,
        run: Vec::new(),
        mode: Lines::Laid,
        text_start: 0,
        above: Span::default(),
        last: LineKind::Blank,
        quotes: layout
            .quotes
            .iter()
            .flat_map(|quote| [Some(quote.begin), quote.end])
            .flatten()
            .map(Span::start)
            .collect(),
    };
    writer.quotes.sort_unstable();
    let mut next = 0;
    for &line in &layout.lines {
        let before = next;
        while layout
            .paragraphs
            .get(next)
            .is_some_and(|paragraph| paragraph.span.start() < line.span.end())
        {
            next += 1;
        }
        if next > before {
            writer.flush();
            writer.gap = Gap::Blank;
        }
        writer.mode = mode(next.checked_sub(1));
        let paragraph = next.checked_sub(1).and_then(|at| layout.paragraphs.get(at));
        writer.text_start = paragraph.map_or(0, |paragraph| paragraph.text_start);
        writer.line(line);
    }
    writer.flush();
}

struct Writer<'a, 'o> {
    text: &'a str,
    out: &'o mut String,
    gap: Gap,
    /// Lines that run on into each other.
    run: Vec<&'a str>,
    mode: Lines,
    /// Where the text of the open paragraph begins, behind number and mark.
    text_start: u32,
    /// The last line of text.
    above: Span,
    /// The kind of the last line that was written.
    last: LineKind,
    /// Where the words stand that begin and end a quoted text.
    quotes: Vec<u32>,
}

impl<'a> Writer<'a, '_> {
    fn line(&mut self, line: Line) {
        let printed = line.span.slice(self.text);
        match line.kind {
            LineKind::Blank => {
                self.gap = Gap::Blank;
                return;
            }
            LineKind::SoftBlank | LineKind::Break | LineKind::Stamp | LineKind::Leftover => {
                if self.gap == Gap::None {
                    self.gap = Gap::Break;
                }
                return;
            }
            LineKind::Text => {
                let next = self.quotes.partition_point(|&at| at < line.span.start());
                let quote = self
                    .quotes
                    .get(next)
                    .is_some_and(|&at| at < line.span.end());
                // Items that were joined to one line begin lines of their own.
                let own = Span::new(line.span.start().max(self.text_start), line.span.end());
                let mut from = line.span.start();
                let joined = joined_items(own.slice(self.text));
                let ends = joined.iter().map(|&at| own.start() + offset(at));
                for end in ends.chain([line.span.end()]) {
                    let part = Span::new(from, end);
                    let row = is_row(Span::new(from.max(own.start()), end).slice(self.text));
                    self.text_line(part, row, quote);
                    self.gap = Gap::None;
                    self.last = line.kind;
                    from = end;
                }
                self.above = line.span;
            }
            LineKind::Heading | LineKind::Rule => {
                self.flush();
                // A title and the row of dashes under it stand together.
                let title = matches!(self.last, LineKind::Heading | LineKind::Rule);
                if !title || self.gap == Gap::Blank {
                    blank_line(self.out);
                }
                self.out.push_str(&one_line(printed));
                end_line(self.out);
            }
            LineKind::Signature | LineKind::EndMarker | LineKind::Unread => {
                self.flush();
                if self.last != line.kind || self.gap == Gap::Blank {
                    blank_line(self.out);
                }
                self.out.push_str(printed.trim_end());
                end_line(self.out);
            }
        }
        self.gap = Gap::None;
        self.last = line.kind;
    }

    /// One line of a paragraph; `row` tells whether it is one of a table, `quote` whether it begins or ends a quoted text.
    fn text_line(&mut self, span: Span, row: bool, quote: bool) {
        let printed = span.slice(self.text);
        let below = self.last == LineKind::Text;
        let goes_on = below
            && match self.gap {
                Gap::None => true,
                Gap::Blank => false,
                Gap::Break => goes_on(self.text, self.above, span),
            };
        let runs_on = goes_on
            && self.mode == Lines::Laid
            && !row
            && !quote
            && !self.run.is_empty()
            && item_label(printed).is_none();
        if !runs_on {
            self.flush();
            if !goes_on {
                blank_line(self.out);
            }
        }
        if row || self.mode == Lines::Printed {
            // Columns stay where they are.
            self.out.push_str(printed.trim_end());
            end_line(self.out);
        } else {
            self.run.push(printed);
        }
    }

    /// Writes the lines that run on into each other.
    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut flow = Flow::new(self.out, 0);
        for line in self.run.drain(..) {
            flow.words(words(line));
        }
        flow.end();
    }
}
