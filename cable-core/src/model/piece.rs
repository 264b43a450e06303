//! Pieces of lines, and how they are put together: wrapped lines, rows of a table, sentences cut by a break.

use crate::field::redaction;
use crate::span::Span;
use crate::text::blocks;

/// A piece of a paragraph: part of a line, and what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) gap: Gap,
    /// The item that the piece opens, if it does.
    pub(super) item: Option<Opening>,
}

/// How an item begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) label: Span,
    /// Where the text behind the label begins.
    pub(super) text: u32,
    /// What kind of label it is: items of one kind are siblings.
    pub(super) kind: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The line before goes on.
    Line,
    /// A blank line.
    Blank,
}

/// A line as long as this is full: text ran on behind it.
const FULL: u32 = 45;

/// Where the first byte of a line is that its words do not keep as it is: a blank behind a blank, a control character, the
/// first byte of a paragraph sign.
fn first_odd(line: &str) -> Option<usize> {
    blocks::find(line.as_bytes(), 0, |first, second, _| {
        let two = (first == b' ') & (second == b' ');
        two | (first < b' ') | (first == 0x7f) | (first == 0xc2)
    })
}

/// A row of a table: columns parted by three blanks or tabs.
pub(crate) fn is_row(line: &str) -> bool {
    let columns = |line: &str| {
        blocks::find(line.as_bytes(), 0, |first, second, third| {
            (first == b'\t') | (first == b' ') & (second == b' ') & (third == b' ')
        })
        .is_some()
    };
    // Most lines hold no such place, wherever they begin.
    if !columns(line) {
        return false;
    }
    let line = line.trim();
    // A code in the margin tells of a removal; it is no column.
    columns(line)
        && redaction::margin(line.as_bytes())
            .is_none_or(|code| columns(line.get(..code).unwrap_or("").trim()))
}

pub(super) fn join(text: &str, pieces: &[Piece]) -> String {
    let mut out = String::with_capacity(
        pieces
            .iter()
            .map(|piece| piece.span.len() as usize + 2)
            .sum(),
    );
    let mut before_row = false;
    for piece in pieces {
        let line = without_blanks(piece.span.slice(text));
        let odd = first_odd(line);
        let row = odd.is_some() && is_row(line);
        if !out.is_empty() {
            out.push_str(separator(piece, before_row || row));
        }
        before_row = row;
        push_words(&mut out, line, odd);
    }
    out
}

/// What stands between the text joined so far and the next piece of the paragraph; `row` tells that one of the two is a row
/// of a table.
pub(super) fn separator(piece: &Piece, row: bool) -> &'static str {
    match piece.gap {
        Gap::Blank => "\n\n",
        _ if piece.item.is_some() || row => "\n",
        _ => " ",
    }
}

/// Whether the text of the line `above` a break goes on behind it: in the same line, or its sentence has no end, or the
/// text behind begins small, or the line is full. A break stands wherever a page was full, and takes the blank lines
/// around it with it. Source: 2.11 of the format.
pub(crate) fn goes_on(text: &str, above: Span, behind: Span) -> bool {
    let between = Span::new(above.end(), behind.start()).slice(text);
    let end = above
        .slice(text)
        .trim_end()
        .trim_end_matches(['"', '\'', ')', ']', '”', '’']);
    let small = behind
        .slice(text)
        .trim_start()
        .starts_with(|first: char| first.is_lowercase());
    !between.contains(['\n', '\r'])
        || !end.ends_with(['.', '!', '?', ':'])
        || small
        || above.len() >= FULL
}

/// Adds `line`, with no blanks at its ends, with runs of white space made one blank and control characters left out; `odd` is
/// its [`first_odd`] byte.
fn push_words(out: &mut String, line: &str, mut odd: Option<usize>) {
    let start = out.len();
    let mut rest = line;
    while let Some(at) = odd {
        if rest.as_bytes()[at] != b' ' {
            out.truncate(start);
            push_odd_words(out, line);
            return;
        }
        let (run, blanks) = rest.split_at(at + 1);
        out.push_str(run);
        rest = blanks.trim_start_matches(' ');
        odd = first_odd(rest);
    }
    out.push_str(rest);
}

fn push_odd_words(out: &mut String, line: &str) {
    let mut first = true;
    for word in line
        .split([' ', '\t', '\u{a0}', '¶'])
        .filter(|word| !word.is_empty())
    {
        if !first {
            out.push(' ');
        }
        first = false;
        if word.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
            out.extend(word.chars().filter(|character| !character.is_control()));
        } else {
            out.push_str(word);
        }
    }
}

/// `line` without blanks at its ends; most have none.
fn without_blanks(line: &str) -> &str {
    match line.as_bytes() {
        [b' ', ..] | [.., b' '] => line.trim_matches(' '),
        _ => line,
    }
}
