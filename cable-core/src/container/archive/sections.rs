//! The sections of a record: the text, the footer below it, and the block of attributes.

use super::super::line::{behind, each_line, lines, trimmed};
use super::labels;
use crate::span::SourceSpan;
use std::ops::Range;

/// What both headings begin with.
const HEADING: &[u8] = b"Message ";
/// Heading of the text.
const TEXT: &[u8] = b"Message Text";
/// Heading of the attributes.
const ATTRIBUTES: &[u8] = b"Message Attributes";

/// Where the sections stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sections {
    /// The text of the telegram, without blank lines around it; empty if there is none.
    pub(super) text: Range<usize>,
    /// Blocks of attributes, in order: one, but a record may be printed twice.
    pub(super) blocks: Vec<Range<usize>>,
    /// Footer lines between text and attributes: label and value of `*** Current Classification *** UNCLASSIFIED`.
    pub(super) footers: Vec<(Range<usize>, Range<usize>)>,
}

/// Most blocks of attributes that are read. A copy holds one, or two where the record was copied twice.
const BLOCKS: usize = 16;

/// Finds the sections: the headings, and between them, outside of blocks, every line.
pub(super) fn find(input: &[u8]) -> Sections {
    let mut found = Sections::default();
    let mut start = None;
    let mut text_end = None;
    let mut block = None;
    // The first line of the run of labels that the line before belongs to.
    let mut run = None;
    let mut at = 0;
    for (line, is_text) in headings(input) {
        if block.is_none() {
            block = unheaded(input, at..line.start, &mut run);
            text_end = text_end.or(block);
        }
        at = behind(input, &line);
        if !is_text {
            text_end.get_or_insert(line.start);
        } else if start.is_none() {
            // The attributes may stand first.
            start = Some(line.end);
            text_end = None;
        }
        close(&mut found.blocks, &mut block, line.start);
        block = (!is_text).then_some(line.end);
    }
    if block.is_none() {
        block = unheaded(input, at..input.len(), &mut run);
        text_end = text_end.or(block);
    }
    close(&mut found.blocks, &mut block, input.len());
    let start = start.unwrap_or_else(|| super::super::text::content_start(input));
    let end = text_end
        .filter(|end| *end >= start)
        .unwrap_or(match found.blocks.first() {
            // The attributes stand first and the text has no heading.
            Some(first) if first.start < start => input.len(),
            Some(first) => first.start,
            None => input.len(),
        });
    found.text = without_footers(input, start..end, &mut found.footers);
    found
}

/// The lines that are headings, and whether of the text.
fn headings(input: &[u8]) -> impl Iterator<Item = (Range<usize>, bool)> + '_ {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() && !matches!(byte, b'\n' | b'\r');
    memchr::memmem::find_iter(input, HEADING).filter_map(move |at| {
        let above = &input[..at];
        let blanks = above.iter().rev().take_while(|byte| is_blank(byte)).count();
        let start = at - blanks;
        if !matches!(input[..start].last(), None | Some(b'\n' | b'\r')) {
            return None;
        }
        let line = lines(input, start).next()?;
        match input[at..line.end].trim_ascii_end() {
            TEXT => Some((line, true)),
            ATTRIBUTES => Some((line, false)),
            _ => None,
        }
    })
}

/// Where a block begins that has lost its heading: with its first label that no other text has, or those right above it.
fn unheaded(input: &[u8], lines: Range<usize>, run: &mut Option<usize>) -> Option<usize> {
    let mut block = None;
    each_line(input, lines, |line| {
        if block.is_some() {
            return;
        }
        match labels::at_start(&input[line.clone()], 0) {
            Some((index, _)) => {
                let first = *run.get_or_insert(line.start);
                block = labels::is_sure(index).then_some(first);
            }
            None => *run = None,
        }
    });
    block
}

fn close(blocks: &mut Vec<Range<usize>>, open: &mut Option<usize>, end: usize) {
    if let Some(start) = open.take() {
        if blocks.len() < BLOCKS {
            blocks.push(start..end);
        } else if let Some(last) = blocks.last_mut() {
            last.end = end;
        }
    }
}

/// Takes the footer lines from the end of the text, and blank lines from both ends.
fn without_footers(
    input: &[u8],
    range: Range<usize>,
    footers: &mut Vec<(Range<usize>, Range<usize>)>,
) -> Range<usize> {
    let start = lines(&input[..range.end], range.start)
        .find(|line| !trimmed(input, line.clone()).is_empty())
        .map_or(range.end, |line| line.start);
    let mut end = range.end;
    loop {
        let content = input.get(start..end).unwrap_or(&[]).trim_ascii_end();
        let content_end = start + content.len();
        let line_start = memchr::memrchr2(b'\n', b'\r', content).map_or(start, |at| start + at + 1);
        let Some(footer) = footer(input, line_start..content_end) else {
            // With its own line end.
            end = match memchr::memchr2(b'\n', b'\r', input.get(content_end..end).unwrap_or(&[])) {
                Some(at)
                    if input
                        .get(content_end + at..end)
                        .is_some_and(|rest| rest.starts_with(b"\r\n")) =>
                {
                    content_end + at + 2
                }
                Some(at) => content_end + at + 1,
                None => end,
            };
            break;
        };
        footers.insert(0, footer);
        end = line_start;
        if footers.len() == FOOTERS {
            break;
        }
    }
    start..end.max(start)
}

/// Most footer lines: one for each label of the record.
const FOOTERS: usize = 65;

/// `*** Current Handling Restrictions *** n/a`: label and value.
fn footer(input: &[u8], line: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    const STARS: &[u8] = b"***";
    let content = input.get(line.clone())?;
    let blanks = content.len() - content.trim_ascii_start().len();
    let rest = content.get(blanks..)?.strip_prefix(STARS)?;
    let close = memchr::memmem::find(rest, STARS)?;
    let label = line.start + blanks + STARS.len();
    let value = label + close + STARS.len();
    Some((
        trimmed(input, label..label + close),
        trimmed(input, value..line.end),
    ))
}

/// A sign that an input is a record: a heading, or labels that stand together in no other text.
pub(in super::super) fn sign(input: &[u8]) -> Option<(&'static str, SourceSpan)> {
    let mut text = None;
    for at in memchr::memmem::find_iter(input, HEADING) {
        if let Some(place) = heading(input, at, ATTRIBUTES) {
            return Some(("heading `Message Attributes`", place));
        }
        text = text.or_else(|| heading(input, at, TEXT));
    }
    labels_of_a_block(input)
        .map(|place| ("labels `Document Number:` and `Film Number:`", place))
        .or_else(|| text.map(|place| ("heading `Message Text`", place)))
}

/// A heading that fills its line.
fn heading(input: &[u8], at: usize, heading: &[u8]) -> Option<SourceSpan> {
    let ends = input.get(at..)?.strip_prefix(heading)?;
    let below = ends.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    (starts_line(input, at) && matches!(below, None | Some(b'\n' | b'\r')))
        .then(|| SourceSpan::at(at, at + heading.len()))
}

/// Both labels at the start of a line.
fn labels_of_a_block(input: &[u8]) -> Option<SourceSpan> {
    let find = |label: &[u8]| {
        memchr::memmem::find_iter(input, label).find(|&at| {
            let behind = input.get(at + label.len());
            matches!(behind, Some(b':' | b'\t')) && starts_line(input, at)
        })
    };
    const NUMBER: &[u8] = b"Document Number";
    let number = find(NUMBER)?;
    find(b"Film Number")?;
    Some(SourceSpan::at(number, number + NUMBER.len()))
}

/// Whether only blanks stand before `at` on its line. A hit is looked back from over a few of them only.
fn starts_line(input: &[u8], at: usize) -> bool {
    const INDENT: usize = 40;
    let head = input.get(at.saturating_sub(INDENT)..at).unwrap_or(&[]);
    match head.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t')) {
        None => at <= INDENT,
        Some(byte) => matches!(byte, b'\n' | b'\r') || input[..at] == *b"\xEF\xBB\xBF",
    }
}
