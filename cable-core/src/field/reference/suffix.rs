//! Notes behind an entry: `(NOTAL)`, `AND PREVIOUS`, other parentheses.

use super::cable::behind_mark;
use super::token::Tokens;
use std::ops::Range;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    /// Not sent to all addressees.
    Notal,
    /// Earlier telegrams as well.
    Previous,
    /// The tokens between parentheses.
    Note(Range<usize>),
}

/// The note at `at` and the token behind it.
pub(super) fn suffix(tokens: &Tokens<'_>, at: usize) -> Option<(Suffix, usize)> {
    // A portion mark at the start of a line opens a paragraph.
    if tokens.line(at) && behind_mark(tokens, at) > at {
        return None;
    }
    if let Some(next) = tokens.closing(at) {
        let inner = at + 1..next - 1;
        if inner.len() == 1 && is_notal(tokens, inner.start) {
            return Some((Suffix::Notal, next));
        }
        return previous(tokens, at + 1)
            .filter(|&end| end == inner.end)
            .map(|_| (Suffix::Previous, next))
            .or(Some((Suffix::Note(inner), next)));
    }
    if is_notal(tokens, at) {
        return Some((Suffix::Notal, at + 1));
    }
    previous(tokens, at).map(|next| (Suffix::Previous, next))
}

fn is_notal(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_word(at, &["NOTAL"])
}

/// `AND PREVIOUS`, `, AND PRIOR CABLES`, `ET AL.`, `AND OTHERS`, `ET SEQ`: the token behind it.
fn previous(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    const EARLIER: &[&str] = &[
        "PREVIOUS",
        "PREVIOUSLY",
        "PREV",
        "PRIOR",
        "EARLIER",
        "OTHERS",
        "PRECEDING",
        "PREVIOUSES",
    ];
    const CABLES: &[&str] = &[
        "CABLES",
        "TELEGRAMS",
        "MESSAGES",
        "REFTELS",
        "REFS",
        "REPORTING",
        "TELS",
    ];
    let comma = at + usize::from(tokens.is_sign(at, b','));
    if tokens.is_word(comma, &["ET"])
        && tokens.is_word(comma + 1, &["AL", "ALIA", "SEQ", "PREVIOUS"])
    {
        return Some(comma + 2 + usize::from(tokens.is_sign(comma + 2, b'.')));
    }
    let mut next = comma;
    if tokens.is_word(next, &["AND", "PLUS"])
        || tokens.is_sign(next, b'&')
        || tokens.is_sign(next, b'+')
    {
        next += 1;
    }
    if tokens.is_word(next, &["ALL"]) {
        next += 1;
    }
    // `PREVIOUS ROME 12` would be the next entry, but nobody begins one so.
    if !tokens.is_word(next, EARLIER) {
        return None;
    }
    next += 1;
    Some(next + usize::from(tokens.is_word(next, CABLES)))
}
