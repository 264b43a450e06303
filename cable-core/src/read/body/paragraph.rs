//! Paragraphs: which numbers and marks open one.

use super::{LINE, Reader, UNWRAPPED};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::{marking, role};
use crate::layout::ParagraphLayout;
use crate::read::rule;
use crate::record::{Mark, Role};
use crate::scan::{Head, Line, LineKind, damaged_head, head_inside, number_inside, paragraph_head};
use crate::span::{Span, offset};

impl<S: Sink> Reader<'_, S> {
    /// A block with a mark and without number: `(SBU) This is …`. `false` if there is no mark.
    pub(super) fn marked_block(&mut self) -> bool {
        let span = self.lines[self.at].span;
        let limit = self.mark_limit();
        let Some(found) =
            marking::portion_at(self.text, span.start(), limit).filter(|found| found.well_formed)
        else {
            return false;
        };
        // A list item in parentheses, `(S) …` below `(R) …`, is told from a mark by what is in the table; a mark alone on a
        // line is none.
        if Span::new(found.end, span.end())
            .slice(self.text)
            .trim()
            .is_empty()
            && !found.entire_text
            || !self.room()
        {
            return false;
        }
        self.blank = false;
        let start = self.lead(span.start());
        let (_, marker, text_start) = self.behind_mark(found.end, span.end(), true);
        if found.entire_text {
            self.layout
                .entire_text
                .get_or_insert_with(|| found.mark.clone());
        }
        let index = offset(self.at);
        let section = self.section_at(start);
        self.layout.paragraphs.push(ParagraphLayout {
            number: None,
            number_span: Span::empty(start),
            suffix: None,
            mark: Some(found.mark),
            role: marker.or(self.heading_role),
            role_by_heading: marker.is_none() && !std::mem::take(&mut self.begun),
            heading: self.current_heading(),
            section,
            lines: index..index + 1,
            text_start,
            span: Span::new(start, span.end()),
        });
        self.quote_words(text_start);
        true
    }

    /// A block without number and mark.
    #[inline(never)]
    pub(super) fn unnumbered(&mut self) {
        if !self.room() {
            return;
        }
        let span = self.lines[self.at].span;
        let lead = span.slice(self.text);
        let start = span.start() + offset(lead.len() - lead.trim_start().len());
        // `CONFIDENTIAL - ENTIRE TEXT`: a mark of its own, for all that follows.
        let entire =
            marking::portion_at(self.text, start, span.end()).filter(|found| found.entire_text);
        let (mark, marker, text_start) = match entire {
            Some(found) => {
                self.layout
                    .entire_text
                    .get_or_insert_with(|| found.mark.clone());
                let (_, marker, text_start) = self.behind_mark(found.end, span.end(), true);
                (Some(found.mark), marker, text_start)
            }
            None => match role::marker(self.text, start, span.end()) {
                Some((role, end)) => (None, Some(role), end),
                None => (None, None, start),
            },
        };
        let index = offset(self.at);
        let section = self.section_at(start);
        self.layout.paragraphs.push(ParagraphLayout {
            number: None,
            number_span: Span::empty(start),
            suffix: None,
            mark,
            role: marker.or(self.heading_role),
            role_by_heading: marker.is_none() && !std::mem::take(&mut self.begun),
            heading: self.current_heading(),
            section,
            lines: index..index + 1,
            text_start,
            span: Span::new(start, span.end()),
        });
        self.quote_words(start);
    }

    /// The next number, damaged, with a mark behind it. `first` is the first byte of the line, on which no number that is
    /// whole stands.
    #[inline]
    pub(super) fn damaged_number(&mut self, first: u8, line: Span) -> bool {
        let like_a_digit = |byte: u8| {
            matches!(
                byte,
                b'0'..=b'9'
                    | b'l'
                    | b'I'
                    | b'i'
                    | b'|'
                    | b'O'
                    | b'o'
                    | b'S'
                    | b's'
                    | b'Z'
                    | b'z'
                    | b'B'
            )
        };
        if !like_a_digit(first) && !matches!(first, b'#' | b'*') {
            return false;
        }
        // Another letter behind the first is that of a word.
        let second = self.text.as_bytes().get(line.start() as usize + 1);
        if second.is_some_and(|second| second.is_ascii_alphabetic() && !like_a_digit(*second)) {
            return false;
        }
        let Some(expected) = self.previous.map(|last| last + 1) else {
            return false;
        };
        damaged_head(line.slice(self.text), expected).is_some_and(|head| self.paragraph(&head))
    }

    /// A number at the start of a line: a paragraph if it is the next one, or carries a mark, or skips at most two after
    /// a blank line. `false` if it is none.
    pub(super) fn paragraph(&mut self, head: &Head) -> bool {
        let span = self.lines[self.at].span;
        let after = span.start() + offset(head.after);
        let mut found = match head.mark_before {
            Some(open) => marking::portion_at(
                self.text,
                span.start() + offset(open),
                span.start() + offset(head.at),
            ),
            None => None,
        };
        if head.mark_before.is_some() && found.is_none() {
            return false;
        }
        let mut text_start = after;
        if found.is_none() {
            found = marking::portion_at(self.text, after, self.mark_limit())
                .or_else(|| self.mark_behind_signs(after));
            if let Some(mark) = &found {
                text_start = mark.end;
            }
        }
        if !head.stop && found.is_none() {
            return false;
        }
        let marked = found.is_some();
        if !marked && self.in_list(head) || !self.accepts(head, marked) || !self.room() {
            return false;
        }
        self.list = None;
        self.titles_before();
        self.end_unclosed();
        self.check_number(head, span);

        // The mark may have run over the end of the line.
        let mut last = self.at;
        while self.lines[last].span.end() < text_start && self.lines.pull() {
            last += 1;
        }
        let number_start = span.start() + offset(head.at);
        let number_end =
            span.start() + offset(head.suffix.unwrap_or(head.after - usize::from(head.stop)));
        if let Some(found) = &found {
            if !found.well_formed {
                self.sink
                    .report(Diagnostic::new(Code::MarkUnreadable, found.mark.span()));
            }
            if found.entire_text {
                self.layout
                    .entire_text
                    .get_or_insert_with(|| found.mark.clone());
            }
        }
        let line_end = self.lines[last].span.end();
        let (second, marker, text_start) = self.behind_mark(text_start, line_end, marked);
        let start = span.start() + offset(head.mark_before.unwrap_or(head.at));
        let section = self.section_at(start);
        let index = offset(self.at);
        self.layout.paragraphs.push(ParagraphLayout {
            number: Some(head.number),
            number_span: Span::new(number_start, number_end),
            suffix: head.suffix.map(|at| {
                let at = span.start() + offset(at);
                Span::new(at, at + 1)
            }),
            mark: found.map(|found| found.mark).or(second),
            role: marker.or(self.heading_role),
            role_by_heading: marker.is_none() && !std::mem::take(&mut self.begun),
            heading: self.current_heading(),
            section,
            lines: index..offset(last + 1),
            text_start,
            span: Span::new(start, line_end),
        });
        self.previous = Some(head.number);
        self.blank = false;
        self.at = last;
        self.quote_words(text_start);
        let rest = self.lines[self.at].span;
        if rest.len() as usize > LINE || self.is_rest_of_line(rest) {
            self.split_joined();
        }
        self.quote_words_inside();
        let rest = self.content(self.at);
        if rest.ends_with('-') && rest.len() > 12 {
            self.split_trailing_rule();
        }
        self.part_ahead();
        true
    }

    /// A mark behind the number with more signs between the two than its stop: `12.- (C)`, `12.) (C)`.
    fn mark_behind_signs(&self, after: u32) -> Option<marking::PortionAt> {
        let rest = Span::new(after, self.lines[self.at].span.end()).slice(self.text);
        let signs = |byte: &u8| matches!(byte, b' ' | b'.' | b',' | b':' | b'-' | b')');
        let length = rest.bytes().take(5).take_while(signs).count();
        let open = rest.as_bytes().get(length) == Some(&b'(');
        let signs_only = rest.as_bytes().first().is_some_and(|first| *first != b' ') || length > 1;
        if !open || !signs_only {
            return None;
        }
        marking::portion_at(self.text, after + offset(length), self.mark_limit())
            .filter(|found| found.well_formed)
    }

    /// What stands behind a number or its mark: a mark behind the role marker if there was none before it (`Summary: (SBU)
    /// Text`), the role, and where the text begins.
    pub(super) fn behind_mark(
        &self,
        at: u32,
        end: u32,
        marked: bool,
    ) -> (Option<Mark>, Option<Role>, u32) {
        let start = self.skip_blanks(at + self.signs_of_mark(at, marked));
        let Some((role, after)) = role::marker(self.text, start, end) else {
            return (None, None, start);
        };
        let start = self.skip_blanks(after);
        if !marked {
            let second = marking::portion_at(self.text, start, end)
                .filter(|found| found.well_formed && !found.entire_text);
            if let Some(found) = second {
                return (Some(found.mark), Some(role), self.skip_blanks(found.end));
            }
        }
        (None, Some(role), start)
    }

    /// Length of the stop or dashes glued to a mark, `(C). Text`, `(C)--Text`: they are no text.
    fn signs_of_mark(&self, at: u32, marked: bool) -> u32 {
        let rest = self.text.as_bytes().get(at as usize..).unwrap_or(&[]);
        let sign = |byte: &u8| matches!(byte, b'.' | b':' | b';' | b'-');
        // An ellipsis belongs to the text.
        if !marked || !rest.first().is_some_and(sign) || rest.starts_with(b"..") {
            return 0;
        }
        offset(rest.iter().take(3).take_while(|byte| sign(byte)).count())
    }

    pub(super) fn skip_blanks(&self, at: u32) -> u32 {
        let mut behind = at;
        while let Some(b' ' | b'\t') = self.text.as_bytes().get(behind as usize) {
            behind += 1;
        }
        behind
    }

    pub(super) fn accepts(&self, head: &Head, marked: bool) -> bool {
        if marked {
            return true;
        }
        // A list of a quoted text is not ours.
        if !self.open_quotes.is_empty() {
            return false;
        }
        match self.previous {
            None if self.fragment => true,
            None => head.number == 1 || self.blank && head.number <= 3,
            Some(previous) => {
                let removed = self.behind_removal();
                let fresh = self.blank || removed || self.one_line_a_paragraph();
                // A removal may have taken whole paragraphs.
                let reach = if removed { 10 } else { 3 };
                head.number == previous + 1 && (fresh || self.sentence_before(head))
                    || fresh && head.number > previous && head.number <= previous + reach
                    || self.blank && head.number < previous && self.skipped(head.number, previous)
            }
        }
    }

    /// The last line of text above, if only breaks stand between.
    fn line_before(&self) -> Option<&str> {
        (0..self.at)
            .rev()
            .find(|&index| {
                !matches!(
                    self.kind(index),
                    Some(LineKind::SoftBlank | LineKind::Break | LineKind::Leftover)
                )
            })
            .filter(|&index| self.kind(index) == Some(LineKind::Text))
            .map(|index| self.content(index))
    }

    /// Re-typed telegrams have one line a paragraph and no blank lines: a line too long to be wrapped ends a block.
    fn one_line_a_paragraph(&self) -> bool {
        self.line_before()
            .is_some_and(|line| line.len() > UNWRAPPED)
    }

    /// Whether a removal alone on its line stands above: a row of X.
    fn behind_removal(&self) -> bool {
        (0..self.at)
            .rev()
            .find(|&index| !self.lines[index].is_blank())
            .is_some_and(|index| rule::is_removal(self.content(index)))
    }

    /// Whether `number` was passed over shortly before: two paragraphs that changed places.
    fn skipped(&self, number: u32, previous: u32) -> bool {
        number + 2 >= previous
            && !self
                .layout
                .paragraphs
                .iter()
                .rev()
                .take(4)
                .any(|paragraph| paragraph.number == Some(number))
            && self
                .layout
                .paragraphs
                .iter()
                .any(|paragraph| paragraph.number == Some(number - 1))
    }

    /// Whether the text before a number that stands in the middle of a block ends a sentence: `… by October` / `24. He`
    /// is a wrapped date.
    pub(super) fn sentence_before(&self, head: &Head) -> bool {
        let before = (0..self.at)
            .rev()
            .map(|index| (self.kind(index), self.content(index)))
            .find(|(kind, _)| *kind != Some(LineKind::SoftBlank));
        let Some((Some(kind), before)) = before else {
            return true;
        };
        if kind != LineKind::Text || head.suffix.is_some() {
            return true;
        }
        let stop = before.trim_end_matches(['"', '\'', ')', ']', '”', '’']);
        // The lines of a table of contents are short paragraphs.
        let contents = self.at > 0 && before.len() < 62 && self.opens_numbered(self.at - 1);
        stop.ends_with(['.', '!', '?', ':', '-', ';', '*']) || before.len() < 45 || contents
    }

    pub(super) fn check_number(&mut self, head: &Head, span: Span) {
        let at = span.start() + offset(head.at);
        let place = Span::new(at, span.start() + offset(head.after));
        let Some(previous) = self.previous else {
            if head.number != 1 && !self.fragment {
                self.sink
                    .report(Diagnostic::new(Code::ParagraphNumberSkipped, place));
            }
            return;
        };
        let lettered = head.suffix.is_some() && head.number == previous;
        let code = if head.number <= previous && !lettered {
            Code::ParagraphNumberRepeated
        } else if head.number > previous + 1 {
            Code::ParagraphNumberSkipped
        } else {
            return;
        };
        let mut found = Diagnostic::new(code, place);
        found.related = self
            .layout
            .paragraphs
            .iter()
            .rev()
            .find(|paragraph| paragraph.number.is_some())
            .map(|paragraph| paragraph.number_span);
        self.sink.report(found);
    }

    pub(super) fn section_at(&self, at: u32) -> Option<u32> {
        let first = self
            .first_section
            .or((!self.sections.is_empty()).then_some(1))?;
        let behind = self.sections.partition_point(|&(start, _)| start <= at);
        match behind
            .checked_sub(1)
            .and_then(|index| self.sections.get(index))
        {
            Some(&(_, section)) => Some(section),
            None => Some(first),
        }
    }

    /// Whether another paragraph may be kept; beyond the limit the rest is left unread, once told.
    #[inline]
    pub(super) fn room(&mut self) -> bool {
        let kept = self.layout.paragraphs.len();
        kept < self.limit && kept < self.layout.paragraphs.capacity() || self.make_room(kept)
    }

    #[inline(never)]
    fn make_room(&mut self, kept: usize) -> bool {
        if kept < self.limit {
            // Short paragraphs: those that follow may be as short. Growing seldom copies less.
            let lines = self.lines.ahead().len() + 1;
            let more = 2 * lines * kept / self.lines.len() + 1;
            self.layout.paragraphs.reserve(more.min(lines));
            return true;
        }
        if !self.full {
            self.full = true;
            let place = self.lines[self.at].span;
            self.sink.report(Diagnostic::new(Code::LimitReached, place));
            let unread = |line: &mut Line| line.kind = LineKind::Unread;
            self.lines[self.at..].iter_mut().for_each(unread);
            self.lines.ahead_mut().iter_mut().for_each(unread);
        }
        false
    }

    pub(super) fn lead(&self, at: u32) -> u32 {
        let rest = self.text.get(at as usize..).unwrap_or("");
        at + offset(rest.len() - rest.trim_start_matches([' ', '\t', '¶']).len())
    }

    /// A mark may run over the end of its line: up to the end of the next one.
    pub(super) fn mark_limit(&self) -> u32 {
        let own = self.lines[self.at].span.end();
        match self.lines.ahead().first() {
            Some(next) if next.kind == LineKind::Text => next.span.end(),
            _ => own,
        }
    }

    pub(super) fn current_heading(&self) -> Option<u32> {
        self.layout.headings.len().checked_sub(1).map(offset)
    }

    /// A number without mark in the middle of a line: the next one of an unmarked telegram, behind a sentence, and the one
    /// behind it opens a line.
    fn unmarked_inside(&self, content: &str) -> Option<Head> {
        let previous = self.previous?;
        let last = self.layout.paragraphs.last()?;
        if last.mark.is_some() || !self.open_quotes.is_empty() {
            return None;
        }
        let head = number_inside(content, 1, previous + 1)?;
        let next = self
            .lines
            .ahead()
            .iter()
            .take(super::AHEAD)
            .filter(|line| line.kind == LineKind::Text)
            .find_map(|line| paragraph_head(line.span.slice(self.text)))?;
        (next.number == previous + 2).then_some(head)
    }

    /// A paragraph that begins in the middle of a long line: the line is parted before its number.
    pub(super) fn split_joined(&mut self) {
        let Some(previous) = self.previous else {
            return;
        };
        let span = self.lines[self.at].span;
        let content = span.slice(self.text);
        let mut unmarked = false;
        let head = head_inside(content, 1, previous + 1).or_else(|| {
            unmarked = true;
            self.unmarked_inside(content)
        });
        let Some(head) = head else {
            return;
        };
        let at = span.start() + offset(head.at);
        let marked = marking::portion_at(self.text, span.start() + offset(head.after), span.end())
            .is_some_and(|found| found.well_formed);
        let before = content
            .get(..head.at)
            .unwrap_or("")
            .trim_end_matches([' ', '¶', '\u{a0}']);
        // The sign of the viewer, the colon of a list and the words of a title stand before a mark, too.
        let signed = content
            .get(before.len()..head.at)
            .is_some_and(|gap| gap.contains('¶'));
        let behind = before.ends_with(['.', '!', '?', ')', '"', '-'])
            || marked && (signed || before.ends_with([':', ';', '”']) || ends_title(before));
        if !(marked || unmarked) || !behind {
            return;
        }
        let first = Span::new(span.start(), span.start() + offset(before.len()));
        self.lines[self.at].span = first;
        self.lines.put(Line::new(Span::new(at, span.end())));
        if let Some(last) = self.layout.paragraphs.last_mut() {
            if last.span.end() > first.end() && last.lines.end as usize == self.at + 1 {
                last.span = Span::new(last.span.start(), first.end().max(last.span.start()));
            }
        }
    }

    /// The next paragraph, glued into a short line ahead: the line is parted before its number. That the number is
    /// missing at the starts of lines shows it.
    pub(super) fn part_ahead(&mut self) {
        let Some(expected) = self.previous.map(|previous| previous + 1) else {
            return;
        };
        let may_open = |line: &Line| {
            // Nearly all lines begin with a letter.
            let first = self.text.as_bytes().get(line.span.start() as usize);
            matches!(first, Some(b'0'..=b'9' | b'(' | 0xc2)) && line.kind == LineKind::Text
        };
        let ahead = self.lines.ahead();
        let mut short = &ahead[..ahead.len().min(super::AHEAD)];
        let (mut next, mut from) = (None, 0);
        self.next_head = None;
        while let Some(at) = short[from..].iter().position(may_open) {
            from += at;
            let line = short[from].span;
            if let Some(head) = paragraph_head(line.slice(self.text)) {
                next = Some(head.number);
                self.next_head = Some((line.start(), head));
                short = &short[..from];
                break;
            }
            from += 1;
        }
        if next.is_some_and(|next| next <= expected) || !self.open_quotes.is_empty() {
            return;
        }
        let is_marked = |span: Span, head: &Head| {
            marking::portion_at(self.text, span.start() + offset(head.after), span.end())
                .is_some_and(|found| found.well_formed)
        };
        // Without a mark the numbers on both sides must be there.
        let unmarked = next == Some(expected + 1)
            && self
                .layout
                .paragraphs
                .last()
                .is_some_and(|last| last.mark.is_none());
        let mut short = short
            .iter()
            .enumerate()
            .filter(|(_, line)| line.kind == LineKind::Text && line.span.len() as usize <= LINE);
        let found = short.find_map(|(index, line)| {
            let content = line.span.slice(self.text);
            let head = head_inside(content, 0, expected)
                .filter(|head| is_marked(line.span, head))
                .or_else(|| unmarked.then(|| number_inside(content, 1, expected))?)?;
            let before = content.get(..head.at)?.trim_end_matches([' ', '¶']);
            let ends = before.ends_with(['.', '!', '?', ')', '"', '-', ':']);
            (ends || role::of_heading(before).is_some()).then(|| {
                let start = line.span.start();
                let rest = Span::new(start + offset(head.at), line.span.end());
                (index, start + offset(before.len()), rest)
            })
        });
        if let Some((index, end, rest)) = found {
            self.lines.part(index, end, Line::new(rest));
        }
    }

    /// `SUMMARY: 1. (C) Text`: the words for the summary in front of the first number are a title of their own.
    pub(super) fn part_marker(&mut self) {
        let span = self.lines[self.at].span;
        let content = span.slice(self.text);
        // The title may have no sign behind it.
        let title = || {
            let head = head_inside(content, 0, 1)?;
            role::of_heading(content.get(..head.at)?.trim_end())?;
            Some(span.start() + offset(head.at))
        };
        let marker = role::marker(self.text, span.start(), span.end());
        let Some(end) = marker.map(|(_, end)| end).or_else(title) else {
            return;
        };
        let rest = Span::new(self.skip_blanks(end), span.end());
        let Some(head) = paragraph_head(rest.slice(self.text)).filter(|head| head.number == 1)
        else {
            return;
        };
        let after = rest.start() + offset(head.after);
        let marked = marking::portion_at(self.text, after, span.end());
        if marked.is_some_and(|found| found.well_formed) {
            let before = Span::new(span.start(), end).slice(self.text).trim_end();
            self.lines[self.at].span = Span::new(span.start(), span.start() + offset(before.len()));
            self.lines.put(Line::new(rest));
        }
    }

    /// `------- 1. (C) Text`: a row that stands in front of the next number on its line.
    pub(super) fn part_row(&mut self, content: &str) -> bool {
        let sign = |letter: char| matches!(letter, '-' | '=' | '*' | '_' | ' ');
        let row = content.len() - content.trim_start_matches(sign).len();
        let expected = self.previous.map_or(1, |previous| previous + 1);
        let rest = content.get(row..).unwrap_or("");
        let next = row >= 7 && paragraph_head(rest).is_some_and(|head| head.number == expected);
        if next {
            let span = self.lines[self.at].span;
            let at = span.start() + offset(row);
            let end = content.get(..row).unwrap_or("").trim_end().len();
            self.lines[self.at].span = Span::new(span.start(), span.start() + offset(end));
            self.lines.put(Line::new(Span::new(at, span.end())));
            self.rule();
        }
        next
    }

    /// Whether the line is what was parted from a joined line: no line end stands before it.
    fn is_rest_of_line(&self, line: Span) -> bool {
        let before = (line.start() as usize).checked_sub(1);
        before.is_some_and(|before| !matches!(self.text.as_bytes()[before], b'\n' | b'\r'))
    }

    /// Whether a numbered paragraph begins on the line.
    pub(super) fn opens_numbered(&self, index: usize) -> bool {
        let start = self.lines[index].span;
        self.layout.paragraphs.last().is_some_and(|last| {
            last.number.is_some()
                && last.lines.start == offset(index)
                && start.contains(last.number_span)
        })
    }
}

/// Whether the last word has the capital of a title: `… so. NEXT STEPS`. Numbers are cited, too: `see Para`.
fn ends_title(before: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or("");
    let cites = [
        "PARA",
        "PARAS",
        "PARAGRAPH",
        "REF",
        "NO",
        "ARTICLE",
        "SECTION",
        "ANNEX",
    ];
    last.len() > 3
        && last.starts_with(|first: char| first.is_ascii_uppercase())
        && !cites.iter().any(|word| last.eq_ignore_ascii_case(word))
}
