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

/// What a line holds beside words with one blank between them.
#[derive(Clone, Copy)]
struct Shape(u8);

impl Shape {
    /// Bytes that no word keeps as they are: control characters, and the first byte of a paragraph sign.
    const ODD: u8 = 1;
    const TWO_BLANKS: u8 = 2;
    const THREE_BLANKS: u8 = 4;

    fn of(line: &str) -> Shape {
        Shape(blocks::bits(line.as_bytes(), |first, second, third| {
            let odd = (first < b' ') | (first == 0x7f) | (first == 0xc2);
            let two = (first == b' ') & (second == b' ');
            let three = two & (third == b' ');
            u8::from(odd) | u8::from(two) << 1 | u8::from(three) << 2
        }))
    }

    fn has(self, bits: u8) -> bool {
        self.0 & bits != 0
    }

    /// As [`is_row`].
    fn is_row(self, line: &str) -> bool {
        self.has(Shape::ODD | Shape::THREE_BLANKS) && is_row(line)
    }
}

/// A row of a table: columns parted by three blanks or tabs.
pub(crate) fn is_row(line: &str) -> bool {
    let columns = |line: &str| line.contains("   ") || line.contains('\t');
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
            .map(|piece| piece.span.len() as usize + 1)
            .sum(),
    );
    let mut before_row = false;
    for piece in pieces {
        let line = piece.span.slice(text);
        let shape = Shape::of(line);
        let row = shape.is_row(line);
        if !out.is_empty() {
            out.push_str(separator(piece, before_row || row));
        }
        before_row = row;
        push_words(&mut out, line, shape);
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

/// Adds `line` with runs of white space made one blank and control characters left out.
fn push_words(out: &mut String, line: &str, shape: Shape) {
    if !shape.has(Shape::ODD) {
        push_runs(out, line, shape);
        return;
    }
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

/// Adds `line`, which holds nothing odd, with runs of blanks made one.
fn push_runs(out: &mut String, line: &str, shape: Shape) {
    let mut rest = line.trim_matches(' ');
    if shape.has(Shape::TWO_BLANKS) {
        let two = |first, second, _| (first == b' ') & (second == b' ');
        while let Some(blanks) = blocks::find(rest.as_bytes(), 0, two) {
            let (run, behind) = rest.split_at(blanks + 1);
            out.push_str(run);
            rest = behind.trim_start_matches(' ');
        }
    }
    out.push_str(rest);
}
