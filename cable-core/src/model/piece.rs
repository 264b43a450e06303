//! Pieces of lines, and how they are put together: wrapped lines, rows of a table, sentences cut by a break.

use crate::field::redaction;
use crate::span::Span;

/// A piece of a paragraph: part of a line, and what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) gap: Gap,
    /// The label and the start of the text, if the piece opens an item.
    pub(super) item: Option<(Span, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The line before goes on.
    Line,
    /// A blank line.
    Blank,
    /// A break, with or without blank lines.
    Break,
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
        if !out.is_empty() {
            out.push_str(separator(text, &out, piece, before_row));
        }
        before_row = is_row(line);
        push_words(&mut out, line);
    }
    out
}

/// What stands between the text joined so far and the next piece of the paragraph.
pub(super) fn separator(text: &str, before: &str, piece: &Piece, before_row: bool) -> &'static str {
    let line = piece.span.slice(text);
    match piece.gap {
        Gap::Blank => "\n\n",
        Gap::Break if !goes_on(before, line) => "\n\n",
        _ if piece.item.is_some() || is_row(line) || before_row => "\n",
        _ => " ",
    }
}

/// Whether the sentence before a break goes on behind it: it has no end, or the text behind begins small.
pub(crate) fn goes_on(before: &str, behind: &str) -> bool {
    let end = before.trim_end_matches(['"', '\'', ')', ']', '”', '’']);
    let ended = end.ends_with(['.', '!', '?', ':']);
    let small = behind
        .trim_start()
        .starts_with(|first: char| first.is_lowercase());
    !ended || small
}

/// Adds `line` with runs of white space made one blank and control characters left out.
fn push_words(out: &mut String, line: &str) {
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
