//! Where the field ends although no line does.

use super::cable::behind_mark;
use super::token::Tokens;

/// Whether another part of the telegram begins at `at`: a label, a paragraph, a line of dashes, words that no list of
/// references has.
pub(super) fn begins_another(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    if word.is_empty() {
        return is_paragraph(tokens, at) || is_rule(tokens, at);
    }
    let next = |words: &[&str]| tokens.is_word(at + 1, words);
    let colon = tokens.is_sign(at + 1, b':');
    let line = tokens.get(at).is_some_and(|token| token.line);
    let is = |words: &[&str]| tokens.is_word(at, words);
    match word.as_bytes().first().map(u8::to_ascii_uppercase) {
        Some(b'A') => is(&["ACTION"]) && line && next(&["REQUEST", "REQUESTED"]),
        Some(b'B') => {
            is(&["BEGIN"]) && next(&["SUMMARY", "TEXT", "COMMENT"]) || is(&["BACKGROUND"]) && line
        }
        Some(b'C') => {
            (word.len() > 6
                && is(&["CLASSIFIED", "CLASSIFED", "CLASSFIED", "CLASIFIED"])
                && (colon || next(&["BY"])))
                || is(&["CORRECTED"]) && next(&["COPY"])
                || is(&["COMMENT"]) && (colon || line)
                || is(&["C"]) && next(&["O"]) && tokens.is_word(at + 2, &["R", "N"])
                || is(&["CONFIDENTIAL", "CLASSIFICATION"]) && line && (colon || tokens.line(at + 1))
        }
        Some(b'D') => {
            is(&["DERIVED"]) && next(&["FROM"])
                || is(&["DECLASSIFY"]) && next(&["ON"])
                || is(&["DECL"]) && colon
        }
        Some(b'E') => {
            is(&["E"]) && tokens.is_sign(at + 1, b'.') && tokens.is_word(at + 2, &["O"])
                || is(&["EO"]) && tokens.number(at + 1).len() == 5
                || is(&["ENTIRE"]) && next(&["TEXT"])
        }
        Some(b'I') => is(&["INTRODUCTION"]) && line,
        Some(b'N') => is(&["NOT"]) && next(&["FOR"]),
        Some(b'P') => is(&["PLEASE"]),
        Some(b'R') => is(&["REASON", "REASONS"]) && colon,
        Some(b'S') => {
            is(&["SUBJECT", "SUBJ"]) && colon
                || is(&["SUMMARY"])
                    && (line || colon || tokens.is_sign(at + 1, b'.') || tokens.line(at + 1))
                || is(&["SENSITIVE"])
                    && (next(&["BUT", "UNCLASSIFIED", "AND", "NOFORN"])
                        || tokens.is_sign(at + 1, b','))
                || is(&["SECRET"]) && line && tokens.line(at + 1)
        }
        Some(b'T') => {
            is(&["TAGS", "TAG"]) && colon
                || is(&["THIS"])
                    && next(&[
                        "MESSAGE",
                        "CABLE",
                        "TELEGRAM",
                        "IS",
                        "DOCUMENT",
                        "REPORT",
                        "INFORMATION",
                        "PARAGRAPH",
                    ])
        }
        Some(b'U') => {
            is(&["UNCLASSIFIED", "UNCLAS"])
                && line
                && (tokens.line(at + 1) || !tokens.is_number(at + 2) && next(&["BUT"]))
        }
        _ => false,
    }
}

/// `1. (SBU) …` and `1.(U)` anywhere, `1. …` at the start of a line.
fn is_paragraph(tokens: &Tokens<'_>, at: usize) -> bool {
    let digits = tokens.number(at).len();
    if !(1..=3).contains(&digits) || !tokens.is_sign(at + 1, b'.') || !tokens.glued(at + 1) {
        return false;
    }
    let line = tokens.get(at).is_some_and(|token| token.line);
    line && !(tokens.is_number(at + 2) && tokens.glued(at + 2))
        || behind_mark(tokens, at + 2) > at + 2
}

/// Four dashes and more, or another line of signs.
fn is_rule(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(sign) = tokens
        .sign(at)
        .filter(|sign| matches!(sign, b'-' | b'=' | b'_' | b'*' | b'~'))
    else {
        return false;
    };
    (at + 1..at + 4).all(|at| tokens.is_sign(at, sign) && tokens.glued(at))
}
