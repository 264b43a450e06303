//! The body: paragraphs, headings, begin and end words, leftovers of breaks.

mod begin_end;
mod contents;
mod heading;
mod lines;
mod paragraph;
mod prose;
mod subtitle;

use super::repeated::SectionStarts;
use super::rule;
use crate::diagnostic::Sink;
use crate::field::{level_word::level_word, marking, role};
use crate::layout::Layout;
use crate::record::Role;
use crate::scan::{Head, Line, LineKind, paragraph_head};
use crate::span::{Span, offset};
use crate::text::ends::{trim, trim_start};
use lines::Lines;
use std::ops::Range;

/// Reads the lines of the body into `layout`. `sections` are the offsets and numbers of sections whose heads were set aside,
/// `limit` is the most paragraphs that are kept.
pub(super) fn read(
    text: &str,
    lines: Vec<Line>,
    sections: SectionStarts,
    limit: usize,
    fragment: bool,
    layout: &mut Layout,
    sink: &mut impl Sink,
) {
    let mut starts = sections;
    let breaks = layout.breaks.iter();
    starts.extend(breaks.filter_map(|found| Some((found.span.start(), found.section?))));
    starts.sort_unstable();
    let first_section = layout
        .banner
        .as_ref()
        .and_then(|banner| banner.section)
        .map(|section| section.number);
    // A paragraph is some ten lines with its blank ones, and has some hundreds of bytes.
    layout
        .paragraphs
        .reserve((lines.len() / 10).min(text.len() / 200) + 1);
    let mut reader = Reader {
        text,
        lines: Lines::new(lines),
        layout,
        sink,
        limit,
        fragment,
        at: 0,
        block: 0,
        blank: true,
        previous: None,
        open_quotes: Vec::new(),
        unclosed: None,
        last_end: None,
        heading_role: None,
        begun: false,
        title: None,
        sections: starts,
        first_section,
        list: None,
        dashed: None,
        next_head: None,
        contents: false,
        full: false,
    };
    while reader.lines.pull() {
        reader.at = reader.lines.len() - 1;
        reader.line();
    }
    reader.finish();
}

/// Lines ahead that are looked at to tell what a number is.
const AHEAD: usize = 100;

/// Longest line of a telegram that wraps its lines.
const UNWRAPPED: usize = 100;

/// Longest line of a printer: a longer one may be two lines joined. Source: ACP 127(G) para 138.
const LINE: usize = 69;

/// Longest line that is surely not a whole paragraph typed anew.
const UNJOINED: usize = 160;

struct Reader<'a, S: Sink> {
    text: &'a str,
    /// The lines read so far, and those that follow. The one that is read is the last but for those its mark runs over.
    lines: Lines,
    layout: &'a mut Layout,
    sink: &'a mut S,
    limit: usize,
    fragment: bool,
    /// The line that is read.
    at: usize,
    /// First line of the block of text that is read.
    block: usize,
    /// Whether a blank line, a rule or the start of the body stands before the line.
    blank: bool,
    /// Number of the last paragraph.
    previous: Option<u32>,
    /// Begin words that are not closed, as indexes of quotes.
    open_quotes: Vec<usize>,
    /// Begin words that no end words follow, as index of quotes, until the next number.
    unclosed: Option<usize>,
    /// The byte behind the start of the last end words of the body, once it is looked for; 0 if there are none.
    last_end: Option<u32>,
    /// The role that the last heading gives to the paragraphs below it.
    heading_role: Option<Role>,
    /// Whether these were begin words, so that the next paragraph is opened in words.
    begun: bool,
    /// Lines of the last title as long as only rows stand behind it.
    title: Option<Range<usize>>,
    /// Offset and number of each section that begins inside the body.
    sections: SectionStarts,
    first_section: Option<u32>,
    /// Last number of a numbered list inside the text that is read.
    list: Option<u32>,
    /// The paragraph whose last item has a dash, as their number when it was read.
    dashed: Option<usize>,
    /// The next head of a paragraph at the start of a line, with the offset of the line, as it was looked for ahead.
    next_head: Option<(u32, Head)>,
    /// Whether the list of contents was found.
    contents: bool,
    /// Whether the limit of paragraphs is reached.
    full: bool,
}

impl<S: Sink> Reader<'_, S> {
    fn content(&self, index: usize) -> &str {
        self.lines
            .get(index)
            .map_or("", |line| line.span.slice(self.text))
    }

    fn kind(&self, index: usize) -> Option<LineKind> {
        self.lines.get(index).map(|line| line.kind)
    }

    fn line(&mut self) {
        let Line { span, kind } = self.lines[self.at];
        match kind {
            LineKind::Text => self.text_line(span),
            LineKind::Blank if self.behind_leftover() => {
                self.lines[self.at].kind = LineKind::SoftBlank;
            }
            LineKind::Blank => {
                self.blank = true;
                let is_blank = |line: &Line| line.kind == LineKind::Blank;
                self.at += self.lines.pull_while(is_blank);
                self.block = self.at + 1;
                self.title = None;
            }
            // A break is nothing to the text around it: it may part a title from its row.
            LineKind::SoftBlank | LineKind::Break | LineKind::Leftover | LineKind::Stamp => {}
            _ => {
                self.block = self.at + 1;
                self.title = None;
            }
        }
    }

    fn text_line(&mut self, span: Span) {
        if !prose::is_prose(self.text, span) && self.opening(span) {
            return;
        }
        let inside = prose::is_wide(self.text, span) || !self.open_quotes.is_empty();
        if inside && self.parted() {
            return;
        }
        self.plain();
        // Behind the first number only what opens something is looked at one by one.
        if self.previous.is_some() && self.open_quotes.is_empty() && !self.full {
            let text = self.text;
            let is_prose =
                |line: &Line| line.kind == LineKind::Text && prose::is_prose(text, line.span);
            let more = self.lines.pull_while(is_prose);
            if more > 0 {
                self.at += more;
                self.extend();
            }
        }
    }

    /// A line that opens something, by its first byte. `false` if it is a line of prose.
    #[inline(never)]
    fn opening(&mut self, span: Span) -> bool {
        let content = span.slice(self.text);
        let first = content.bytes().find(|byte| *byte > b' ').unwrap_or(b' ');
        let head = match first {
            b'0'..=b'9' | b'(' | 0xc2 => match self.next_head {
                Some((at, head)) if at == span.start() => Some(head),
                _ => paragraph_head(content),
            },
            _ => None,
        };
        if head.is_none() && self.damaged_number(first, span) {
            return true;
        }
        match first {
            b'-' | b'=' | b'_' | b'*' | 0xe2 if rule::is_rule(content) => {
                self.rule();
                return true;
            }
            b'-' | b'(' | b'[' | b'"' | b'/' if self.framed_quote_words(content) => {
                self.plain();
                return true;
            }
            b'-' | b'=' | b'*' if self.part_row(content) => return true,
            b'-' | b'*' | 0xe2 => self.dashed_item(content),
            b'/' if content.trim_start().starts_with("//")
                && content.trim_end().ends_with("//")
                && content.len() > 6 =>
            {
                self.slashed_heading(span);
                return true;
            }
            b'0'..=b'9' | b'(' | 0xc2 => {
                return head.is_some_and(|head| self.paragraph(&head))
                    || first == b'(' && self.blank && self.marked_block();
            }
            b'S' | b'N' | b'C' | b'U' | b'T' | b'L' | b's'
                if content.len() < 72 && self.leftover(content) =>
            {
                self.set_aside();
                return true;
            }
            b'E' | b'e' if role::is_end(content) => {
                self.blank = false;
                self.extend();
                return true;
            }
            // `BEGIN UNCLASSIFIED` above the first paragraph is none.
            b'B' | b'b'
                if self.layout.paragraphs.is_empty() && marking::bounds_portion(content) =>
            {
                self.set_aside();
                return true;
            }
            b'B' | b'b' | b'E' | b'e' => {
                let lead = content.len() - trim_start(content).len();
                self.quote_words(span.start() + offset(lead));
            }
            _ => {}
        }
        false
    }

    /// What stands behind the start of a line: the next paragraph, begin and end words, a row. `true` if the line was a
    /// title with its row.
    #[inline(never)]
    fn parted(&mut self) -> bool {
        if self.lines[self.at].span.len() as usize > LINE {
            self.split_joined();
        }
        self.quote_words_inside();
        let rest = self.content(self.at);
        rest.ends_with('-') && rest.len() > 12 && self.trailing_rule()
    }

    /// A line that goes on with the block before it, or opens one.
    #[inline]
    fn plain(&mut self) {
        if self.full {
            return;
        }
        let opens = self.blank;
        self.blank = false;
        let before_numbers = self.previous.is_none();
        if before_numbers {
            self.part_marker();
        }
        if before_numbers
            && (opens || self.layout.paragraphs.is_empty())
            && !self.behind_lone_marker()
        {
            self.unnumbered();
        } else {
            self.extend();
        }
    }

    /// Whether the last block is `BEGIN SUMMARY` alone: what follows is its text.
    fn behind_lone_marker(&self) -> bool {
        self.layout.paragraphs.last().is_some_and(|last| {
            last.number.is_none() && !last.role_by_heading && last.text_start >= last.span.end()
        })
    }

    /// Adds the line to the last paragraph.
    fn extend(&mut self) {
        let end = self.lines[self.at].span.end();
        let next = offset(self.at + 1);
        if let Some(last) = self.layout.paragraphs.last_mut() {
            last.lines.end = next;
            last.span = Span::new(last.span.start(), end);
        }
    }

    /// Takes the line for a leftover of a break: like a break it is nothing to the text around it, nor are the blank lines
    /// that part it from that text.
    fn set_aside(&mut self) {
        self.lines[self.at].kind = LineKind::Leftover;
        for line in self.lines[..self.at].iter_mut().rev() {
            match line.kind {
                LineKind::Blank => line.kind = LineKind::SoftBlank,
                LineKind::SoftBlank => {}
                _ => break,
            }
        }
    }

    /// Whether only blank lines of the break stand between the line and a leftover above.
    fn behind_leftover(&self) -> bool {
        let above = self.at.checked_sub(1).and_then(|above| self.kind(above));
        matches!(above, Some(LineKind::Leftover | LineKind::SoftBlank))
    }

    /// A caption or classification line that a break left in the text.
    fn leftover(&self, content: &str) -> bool {
        let line = trim(content);
        if matches!(line.len(), 6 | 13)
            && ["SIPDIS", "SIPDIS SIPDIS"]
                .iter()
                .any(|caption| line.eq_ignore_ascii_case(caption))
        {
            return true;
        }
        let after_break = self.lines[..self.at]
            .iter()
            .rev()
            .find(|line| !line.is_blank())
            .is_some_and(|line| {
                matches!(
                    line.kind,
                    LineKind::Break | LineKind::Leftover | LineKind::Stamp
                )
            });
        // In a block of its own such a caption is no word of a sentence that was wrapped.
        let alone = self.blank || after_break;
        // What is neither letters alone nor ends in a number is no banner: its words need not be compared.
        let numbered = line.ends_with(|last: char| last.is_ascii_digit());
        if !(numbered || alone) || line.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return false;
        }
        if alone {
            const CAPTIONS: [&str; 6] = [
                "SENSITIVE",
                "NOFORN",
                "NOFORN SIPDIS",
                "SIPDIS NOFORN",
                "SENSITIVE SIPDIS",
                "SIPDIS SENSITIVE",
            ];
            if CAPTIONS.contains(&line) {
                return true;
            }
        }
        let letters = |byte: u8| byte.is_ascii_alphabetic() || byte == b' ' || byte == b'\t';
        if !(numbered || line.bytes().all(letters)) {
            return false;
        }
        let Some(level) = level_word(line.as_bytes()) else {
            return false;
        };
        let rest = line.get(level.len..).unwrap_or("").trim();
        // The word alone, or the banner again in front of a later section.
        rest.is_empty() && alone
            || rest.starts_with("SECTION ") && rest.ends_with(|last: char| last.is_ascii_digit())
            || self
                .layout
                .banner
                .as_ref()
                .and_then(|banner| banner.post.as_ref())
                .is_some_and(|post| {
                    let post = post.get(self.text);
                    rest.strip_prefix(post).is_some_and(|serial| {
                        serial.trim().len() >= 4
                            && serial.trim().bytes().all(|byte| byte.is_ascii_digit())
                    })
                })
    }

    fn finish(mut self) {
        self.end_unclosed();
        let last = offset(self.layout.paragraphs.len().saturating_sub(1));
        for &open in &self.open_quotes {
            if let Some(quote) = self.layout.quotes.get_mut(open) {
                quote.last = last.max(quote.first);
            }
        }
        self.layout.lines = self.lines.into_read();
    }
}
