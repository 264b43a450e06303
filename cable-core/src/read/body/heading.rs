//! Titles: above a row of dashes, between slashes, alone before a paragraph, on one line with their row.

use super::{AHEAD, Reader, UNJOINED, UNWRAPPED};
use crate::diagnostic::Sink;
use crate::field::role;
use crate::read::{item, quote_words, rule, sentence, titles};
use crate::record::HeadingLine;
use crate::scan::{Line, LineKind};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::ends::trim_end;
use smallvec::SmallVec;
use std::ops::Range;

impl<S: Sink> Reader<'_, S> {
    /// A row of dashes: the block above it is a title if it is short.
    pub(super) fn rule(&mut self) {
        self.lines[self.at].kind = LineKind::Rule;
        if self.at > 0 && self.kind(self.at - 1) == Some(LineKind::Rule) {
            self.title = None;
        }
        let before = self.title.take();
        if let Some(block) = self
            .underlined_block()
            .filter(|block| !self.frames_next(block))
        {
            let before = before.filter(|before| {
                (before.end..block.start).all(|index| {
                    matches!(
                        self.kind(index),
                        Some(LineKind::Rule | LineKind::SoftBlank | LineKind::Break)
                    )
                })
            });
            self.heading(block, before);
        } else if self.at > 0 && self.kind(self.at - 1) == Some(LineKind::Text) {
            self.joined_title();
        } else if self.at > 1 && self.kind(self.at - 1) == Some(LineKind::Blank) {
            // The row may stand a line below its title.
            let end = self.at - 1;
            let start = (0..end)
                .rev()
                .take_while(|&index| self.kind(index) == Some(LineKind::Text))
                .last();
            if let Some(start) = start {
                if end - start <= 2
                    && (start == 0 || self.kind(start - 1) != Some(LineKind::Text))
                    && titles::alone(self.text, &self.lines[start..end])
                    && !self.opens_numbered(start)
                {
                    self.heading(start..end, None);
                }
            }
        }
        self.block = self.at + 1;
        self.blank = true;
    }

    /// The lines right above a row that are its title. A break may stand between them: a title is joined over it, a
    /// sentence that it cut is not.
    fn underlined_block(&self) -> Option<Range<usize>> {
        let is_text = |index: &usize| self.kind(*index) == Some(LineKind::Text);
        let last = (self.block..self.at).rev().find(is_text)?;
        let first = (self.block..last).find(is_text).unwrap_or(last);
        let cut = (first..last).rev().find(|index| !is_text(index));
        let behind = cut.map_or(first, |cut| cut + 1);
        if last > behind && (self.is_title_below_prose(last) || self.is_role_alone(behind, last)) {
            return Some(last..last + 1);
        }
        if !titles::underlined(self.text, &self.lines[behind..=last]) {
            // One line a paragraph and no blank lines: the last line is a block of its own.
            let above = last.checked_sub(1).map_or("", |above| self.content(above));
            let alone = above.len() > UNWRAPPED || rule::is_removal(above);
            return (alone && titles::underlined(self.text, &self.lines[last..=last]))
                .then_some(last..last + 1);
        }
        let Some(cut) = cut else {
            return Some(behind..last + 1);
        };
        let end = (first..cut).rev().find(is_text).map_or(first, |at| at + 1);
        let whole = first..end;
        let joined = whole.clone().all(|index| is_text(&index))
            && titles::alone(self.text, &self.lines[whole])
            && !self.opens_numbered(first);
        Some(if joined { first } else { behind }..last + 1)
    }

    /// Whether the last line of a block is a title of its own: a sentence ends above it, and the row is as long as it.
    fn is_title_below_prose(&self, last: usize) -> bool {
        let above = self.content(last - 1).trim_end();
        (sentence::ends_sentence(above) || self.opens_numbered(last - 1))
            && rule::fits_row(self.content(last), self.content(self.at))
            && titles::alone(self.text, &self.lines[last..=last])
    }

    /// Whether the last line of a block is a role word, `SUMMARY`, and those above it are no part of such a title: a sentence
    /// about the message, which lost its stop or the blank line below.
    fn is_role_alone(&self, first: usize, last: usize) -> bool {
        let whole = Span::new(self.lines[first].span.start(), self.lines[last].span.end());
        role::of_heading(self.content(last)).is_some()
            && role::of_heading(whole.slice(self.text)).is_none()
            && !self.opens_numbered(last)
    }

    /// Whether the row is the upper one of the title below it: as long as that title, with another row behind, and not
    /// as long as the last line above.
    fn frames_next(&self, block: &Range<usize>) -> bool {
        let row = self.content(self.at);
        let mut below = self.lines.ahead().iter();
        let mut next = || below.next().map(|line| line.span.slice(self.text));
        let (Some(title), Some(second)) = (next(), next()) else {
            return false;
        };
        rule::is_rule(second)
            && rule::fits_row(title, row)
            && !rule::fits_row(self.content(block.end - 1), row)
            && !rule::is_rule(title)
    }

    /// Makes the lines of `block` a heading; with the title `before` it if only a row stands between the two: a wrapped
    /// title with a row under each of its lines.
    pub(super) fn heading(&mut self, block: Range<usize>, before: Option<Range<usize>>) {
        if self.opens_numbered(block.start) {
            return;
        }
        // What was taken for an unnumbered paragraph was its title.
        if self
            .layout
            .paragraphs
            .last()
            .is_some_and(|last| last.number.is_none() && last.lines.start as usize >= block.start)
        {
            self.layout.paragraphs.pop();
        } else if let Some(last) = self.layout.paragraphs.last_mut() {
            if last.lines.end as usize > block.start {
                last.lines.end = offset(block.start).max(last.lines.start + 1);
                let end = self.lines[last.lines.end as usize - 1].span.end();
                last.span = Span::new(last.span.start(), end.max(last.span.start()));
            }
        }
        for line in &mut self.lines[block.clone()] {
            if line.kind == LineKind::Text {
                line.kind = LineKind::Heading;
            }
        }
        let start = match &before {
            Some(before) if self.layout.headings.pop().is_some() => before.start,
            _ => block.start,
        };
        let heading = match &self.lines[start..block.end] {
            [line] => titles::heading(self.text, std::slice::from_ref(line)),
            lines => {
                let is_heading = |line: &&Line| line.kind == LineKind::Heading;
                let lines: SmallVec<[Line; 4]> = lines.iter().filter(is_heading).copied().collect();
                titles::heading(self.text, &lines)
            }
        };
        if self.add_heading(heading) {
            self.title = Some(start..block.end);
        }
    }

    /// Adds a title; `false` if it is none.
    pub(super) fn add_heading(&mut self, heading: HeadingLine) -> bool {
        // A mark that was left alone names nothing.
        if heading.text.get(self.text).is_empty() {
            return false;
        }
        self.heading_role = role::of_heading(heading.text.get(self.text));
        self.title = None;
        // `BEGIN SUMMARY` alone on its line opens the summary; it is no title.
        let opens = self.heading_role.is_some() && quote_words::begins(heading.text.get(self.text));
        self.begun = opens;
        if !opens {
            if self.layout.headings.is_empty() {
                // More than a few titles are rare.
                self.layout.headings.reserve(8);
            }
            self.layout.headings.push(heading);
        }
        !opens
    }

    pub(super) fn slashed_heading(&mut self, span: Span) {
        self.lines[self.at].kind = LineKind::Heading;
        let line = span.slice(self.text);
        let inner = line.trim_matches(|mark: char| mark == '/' || mark.is_whitespace());
        let start = span.start() + offset(line.find(inner).unwrap_or(0));
        self.add_heading(HeadingLine {
            text: Spanned::verbatim(Span::new(start, start + offset(inner.len()))),
            mark: None,
            span,
        });
        self.block = self.at + 1;
        self.blank = true;
    }

    /// The block before a paragraph that is accepted now: a title if it is short and has no final stop.
    pub(super) fn titles_before(&mut self) {
        let mut end = self.at;
        while end > 0
            && matches!(
                self.kind(end - 1),
                Some(LineKind::Blank | LineKind::SoftBlank | LineKind::Rule)
            )
        {
            end -= 1;
        }
        // The block above ends like a sentence: it is no title, nor is one joined to it. Nearly all do.
        let ended = |above: usize| {
            let line = trim_end(self.content(above));
            self.kind(above) == Some(LineKind::Text)
                && sentence::ends_sentence(line)
                && !line.trim_end_matches('"').ends_with("...")
        };
        if end > 0 && ended(end - 1) {
            return;
        }
        // A paragraph is no title of the next one.
        let floor = self
            .layout
            .paragraphs
            .iter()
            .rev()
            .find(|paragraph| paragraph.number.is_some())
            .map_or(0, |paragraph| paragraph.lines.start as usize + 1);
        let mut start = end;
        while start > floor && self.kind(start - 1) == Some(LineKind::Text) && end - start < 4 {
            start -= 1;
        }
        if start >= end {
            self.joined_title();
            return;
        }
        let own_block = start == 0 || self.kind(start - 1) != Some(LineKind::Text);
        if own_block && (self.goes_on_over_break(start) || self.is_next_letter(start)) {
            return;
        }
        if end - start > 1 && self.is_role_alone(start, end - 1) {
            self.heading(end - 1..end, None);
            return;
        }
        if own_block && titles::alone(self.text, &self.lines[start..end]) {
            // Short lines one below the other are a list, of participants for one.
            if titles::is_one(self.text, &self.lines[start..end]) {
                self.heading(start..end, None);
            }
            return;
        }
        let last = end - 1;
        if last >= floor
            && (end < self.at || self.stops_above(last))
            && self.is_title_behind_sentence(last)
        {
            self.heading(last..end, None);
            return;
        }
        // Re-typed telegrams have one line a paragraph and no blank lines: a short line between two long ones.
        if last > 0
            && self.kind(last - 1) == Some(LineKind::Text)
            && self.lines[last - 1].span.len() as usize > UNWRAPPED
            && titles::alone(self.text, &self.lines[last..end])
            && !self.opens_numbered(last)
        {
            self.heading(last..end, None);
        }
    }

    /// Whether the last line of a block is the title of the next paragraph, its blank line lost: a sentence ends above it,
    /// and it has capitals and no stop.
    fn is_title_behind_sentence(&self, last: usize) -> bool {
        let Some(above) = last
            .checked_sub(1)
            .filter(|&at| self.kind(at) == Some(LineKind::Text))
        else {
            return false;
        };
        let above = self.content(above).trim_end();
        let among_capitals = !above.bytes().any(|byte| byte.is_ascii_lowercase());
        let ended = sentence::closes_sentence(above) || role::closes(above);
        ended
            && titles::alone(self.text, &self.lines[last..=last])
            && titles::is_capital(self.content(last), among_capitals)
    }

    /// Whether a full stop ends the line above, and not the colon of a list.
    fn stops_above(&self, line: usize) -> bool {
        line.checked_sub(1).is_some_and(|above| {
            let above = self.content(above).trim_end();
            sentence::closes_sentence(above) && !above.ends_with(':') || role::closes(above)
        })
    }

    /// Whether only a break stands between the line and a sentence that has not ended: no title, but its second half.
    fn goes_on_over_break(&self, start: usize) -> bool {
        let mut broken = false;
        for index in (0..start).rev() {
            match self.kind(index) {
                Some(LineKind::SoftBlank | LineKind::Stamp) => {}
                Some(LineKind::Break | LineKind::Leftover) => broken = true,
                Some(LineKind::Text) => {
                    let above = self.content(index).trim_end();
                    // A title of its own may stand alone above a break.
                    let whole = sentence::closes_sentence(above)
                        || above.len() > UNWRAPPED
                        || index == 0
                        || self.kind(index - 1) != Some(LineKind::Text);
                    return broken && !whole;
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the line is an item of a lettered list: the letter before its own opens a line of the text above.
    fn is_next_letter(&self, start: usize) -> bool {
        let Some(letter) = item::letter(self.content(start)) else {
            return false;
        };
        let floor = self.layout.paragraphs.last();
        let floor = floor.map_or(0, |paragraph| paragraph.lines.start as usize);
        (floor.max(start.saturating_sub(AHEAD))..start).any(|index| {
            self.kind(index) == Some(LineKind::Text)
                && item::letter(self.content(index)) == Some(letter - 1)
        })
    }

    /// A title at the end of a joined line, behind the last sentence of the paragraph: the line is parted before it.
    /// Telegrams typed anew have one line a paragraph, and the title of the next one was joined to some.
    pub(super) fn joined_title(&mut self) {
        let is_gap = |kind| matches!(kind, Some(LineKind::Blank | LineKind::SoftBlank));
        let Some(last) = (0..self.at).rev().find(|&index| !is_gap(self.kind(index))) else {
            return;
        };
        let span = self.lines[last].span;
        if self.kind(last) != Some(LineKind::Text) || span.len() as usize <= UNJOINED {
            return;
        }
        let Some(range) = titles::behind_prose(span.slice(self.text)) else {
            return;
        };
        let place = Span::new(
            span.start() + offset(range.start),
            span.start() + offset(range.end),
        );
        let before = span.slice(self.text)[..range.start].trim_end().len();
        let text_end = span.start() + offset(before);
        self.lines[last].span = Span::new(span.start(), text_end);
        let title = Line {
            span: place,
            kind: LineKind::Heading,
        };
        self.lines.insert(last + 1, title);
        self.at += 1;
        if let Some(paragraph) = self.layout.paragraphs.last_mut() {
            if paragraph.span.end() > text_end && paragraph.lines.end as usize == last + 1 {
                let start = paragraph.span.start();
                paragraph.span = Span::new(start, text_end.max(start));
            }
        }
        self.add_heading(titles::heading(self.text, &[Line::new(place)]));
    }

    /// A title and its row of dashes on one line: `NEXT STEPS ----------`. `false` if the line is something else.
    pub(super) fn trailing_rule(&mut self) -> bool {
        let span = self.lines[self.at].span;
        let Some(parts) = titles::with_rule(span.slice(self.text)) else {
            return false;
        };
        if parts.before.is_empty() {
            self.lines[self.at].kind = LineKind::Heading;
            let place = |range: std::ops::Range<usize>| {
                Span::new(
                    span.start() + offset(range.start),
                    span.start() + offset(range.end),
                )
            };
            let heading = titles::heading(self.text, &[Line::new(place(parts.title))]);
            self.add_heading(HeadingLine { span, ..heading });
            self.block = self.at + 1;
            self.blank = true;
            return true;
        }
        self.split_trailing_rule();
        false
    }

    /// Parts `… end of text. -------- Title --------` into a line of text, a heading and nothing.
    pub(super) fn split_trailing_rule(&mut self) {
        let span = self.lines[self.at].span;
        let Some(parts) = titles::with_rule(span.slice(self.text)) else {
            return;
        };
        let place = |range: std::ops::Range<usize>| {
            Span::new(
                span.start() + offset(range.start),
                span.start() + offset(range.end),
            )
        };
        if parts.before.is_empty() {
            return;
        }
        self.lines[self.at].span = place(parts.before.clone());
        let rest = Span::new(place(parts.before).end(), span.end());
        let title = place(parts.title.clone());
        let kind = if parts.title.is_empty() {
            LineKind::Rule
        } else {
            LineKind::Heading
        };
        // The heading is added when its line is reached.
        self.lines.put(Line { span: rest, kind });
        if let Some(last) = self.layout.paragraphs.last_mut() {
            if last.lines.end as usize > self.at {
                last.span = Span::new(
                    last.span.start(),
                    self.lines[self.at].span.end().max(last.span.start()),
                );
            }
        }
        if kind == LineKind::Heading {
            let heading = titles::heading(self.text, &[Line::new(title)]);
            let role = role::of_heading(heading.text.get(self.text));
            self.layout.headings.push(HeadingLine {
                span: rest,
                ..heading
            });
            self.heading_role = role;
        }
        self.blank = true;
    }
}
