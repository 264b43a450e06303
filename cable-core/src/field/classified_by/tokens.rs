//! The words about persons, apart from what leads in and out.

use super::word::{Class, Key, abbreviates, classify};
use crate::slips::near;
use smallvec::SmallVec;
use std::ops::Range;

/// No block has more words before its reasons.
const WORDS: usize = 80;

/// One word, with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) class: Class,
    pub(super) start: usize,
    pub(super) end: usize,
    /// A comma, semicolon, colon or dash stands between it and the word before.
    pub(super) comma: bool,
    /// A sentence may have ended before it.
    pub(super) stop: bool,
}

impl Token {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Words that lead over to the reasons: `for`, `per`, `based on`, `under section`, `E.O. 12958`.
fn leads_out(word: &str, capitals: bool) -> bool {
    // Short words are names too (Johnnie To), but not in lower case.
    let short = word.len() <= 2 && !capitals && word.starts_with(char::is_uppercase);
    if short {
        return false;
    }
    let key = Key::new(word);
    let key = key.as_str().trim_matches(|c: char| !c.is_alphanumeric());
    matches!(
        key,
        "" | "for"
            | "fr"
            | "per"
            | "under"
            | "due"
            | "to"
            | "based"
            | "on"
            | "in"
            | "accordance"
            | "with"
            | "pursuant"
            | "by"
            | "section"
            | "sections"
            | "sec"
            | "para"
            | "paras"
            | "paragraph"
            | "eo"
            | "e.o"
            | "exec"
            | "executive"
            | "order"
            | "amended"
            | "because"
            | "the"
            | "this"
            | "f"
            | "or"
            | "iaw"
            | "under-section"
            | "as"
            | "reason"
            | "and"
            | "citing"
            | "using"
            | "following"
            | "is"
            | "are"
            | "re"
    ) || key
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
        || (key.len() >= 3 && "reasons".starts_with(key))
        || (key.len() >= 5 && key.starts_with('r') && near(key.as_bytes(), b"reasons", 2))
}

/// The end of the words about persons.
pub(super) fn without_lead_out(text: &str, cut: usize) -> usize {
    let mut end = cut.min(text.len());
    let capitals = !text
        .get(..end)
        .is_some_and(|part| part.bytes().any(|byte| byte.is_ascii_lowercase()));
    loop {
        let part = text.get(..end).unwrap_or("").trim_end();
        let word = part
            .rfind(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
            .map_or(0, |at| {
                at + part
                    .get(at..)
                    .and_then(|p| p.chars().next())
                    .map_or(1, char::len_utf8)
            });
        let last = part.get(word..).unwrap_or("");
        // An initial that stands alone is one of a name only in upper case with its stop.
        if part.is_empty() || !leads_out(last, capitals) || (last.len() == 2 && last.ends_with('.'))
        {
            return part.len();
        }
        end = word.min(part.len().saturating_sub(1));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
    }
}

/// Behind the words `classified by` that are said again, and what resembles them (`CLASSIFICATION AUTHORITY BY`).
pub(super) fn behind_lead_in(text: &str, end: usize) -> usize {
    let part = text.get(..end).unwrap_or("");
    // Where the words behind the last BY begin.
    let mut start = 0;
    let mut at = 0;
    for (count, word) in part.split_inclusive([' ', '\n', ':']).enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if bare.eq_ignore_ascii_case("by")
            && (count == 0 || part.get(start..at).is_some_and(says_classified))
        {
            start = at + word.len();
        }
        at += word.len();
        if count > 12 {
            break;
        }
    }
    start.min(end)
}

/// Whether one of the words is CLASSIFIED or a misprint of it.
fn says_classified(words: &str) -> bool {
    words.split([' ', '\n', ':']).any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let mut parts = bare.as_bytes().windows(5).enumerate();
        parts.any(|(index, part)| {
            part.eq_ignore_ascii_case(b"assif")
                || (index == 0 && part.eq_ignore_ascii_case(b"class"))
        })
    })
}

/// Whether a telegram in small letters says it: capitals stand at the start of a sentence only.
fn in_small_letters(part: &str) -> bool {
    let mut sentence = true;
    let mut words = 0;
    for word in part.split_ascii_whitespace() {
        let mut bytes = word.bytes().skip(usize::from(sentence));
        if bytes.any(|byte| byte.is_ascii_uppercase()) {
            return false;
        }
        sentence = word.ends_with(['.', ':']);
        let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
        words += usize::from(letters >= 2);
    }
    words >= 2
}

/// The words of who. Marks in parentheses are left out, nicknames stay.
pub(super) fn tokens(text: &str, start: usize, end: usize) -> SmallVec<[Token; 16]> {
    let part = text.get(start..end).unwrap_or("");
    let small = in_small_letters(part);
    let mut list = SmallVec::<[Token; 16]>::new();
    let (mut comma, mut stop) = (false, false);
    let mut at = 0;
    while let Some(first) = part.get(at..).and_then(|rest| rest.chars().next()) {
        if list.len() >= WORDS {
            break;
        }
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if matches!(
            first,
            ',' | ';' | ':' | '-' | '–' | '—' | '?' | '*' | ')' | '.'
        ) {
            comma = true;
            at += first.len_utf8();
            continue;
        }
        let rest = part.get(at..).unwrap_or("");
        let length = if first == '(' {
            rest.find(')').filter(|&at| at < 40).map_or(1, |at| at + 1)
        } else {
            word_length(rest)
        };
        let named = list.last().is_some_and(|token| token.class.name());
        if first == '(' && named && holds_title(rest, small) {
            comma = true;
            at += 1;
            continue;
        }
        let word = rest.get(..length).unwrap_or("");
        // The word that follows without a comma.
        let next = rest
            .get(length..)
            .filter(|rest| rest.starts_with(char::is_whitespace))
            .and_then(|rest| rest.split_whitespace().next());
        let place = start + at;
        at += length.max(1);
        let token = |class, length: usize| Token {
            class,
            start: place,
            end: place + length,
            comma,
            stop,
        };
        if first == '(' {
            let inner = word.trim_matches(['(', ')']).trim();
            let class = bracketed(inner, small);
            let nickname = class == Class::Name && named;
            if nickname || class.title() && !list.is_empty() {
                list.push(token(class, length));
                (comma, stop) = (false, false);
            }
            continue;
        }
        let bare = word.trim_end_matches('.');
        let key = Key::new(word);
        let class = classify(word, &key, next, small);
        let abbreviated = abbreviates(&key);
        // `Jr.` and `Q.` keep their stop, `III.` does not.
        let kept =
            class != Class::Suffix && abbreviated || matches!(bare, "Jr" | "JR" | "Sr" | "SR");
        list.push(token(class, if kept { length } else { bare.len() }));
        comma = word.ends_with('.') && !abbreviated;
        stop = comma;
    }
    list
}

/// A word ends at white space, a parenthesis, a semicolon, a colon, a comma (but `d,Affaires`), or a dash before REASON.
fn word_length(rest: &str) -> usize {
    for (at, c) in rest.char_indices() {
        let comma_inside = c == ','
            && at == 1
            && rest
                .get(2..)
                .is_some_and(|rest| rest.starts_with(['A', 'a']))
            && rest.starts_with(['d', 'D']);
        if c.is_whitespace()
            || matches!(c, ';' | ':' | '(' | ')' | '?')
            || (c == ',' && !comma_inside)
        {
            return at;
        }
        if c == '-'
            && at > 0
            && !rest
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        {
            return at;
        }
    }
    rest.len()
}

/// Whether the parenthesis that opens `rest` says what the person before it is, as words behind a comma would:
/// `Jane Roe (Political Officer), reasons`. A nickname is one word, and the surname stands behind it.
fn holds_title(rest: &str, small: bool) -> bool {
    /// No title is longer.
    const LONGEST: usize = 80;
    let Some((inner, behind)) = rest
        .get(1..)
        .and_then(|rest| rest.split_once(')'))
        .filter(|(inner, _)| inner.len() < LONGEST)
    else {
        return false;
    };
    let ends = behind
        .trim_start()
        .chars()
        .next()
        .is_none_or(|next| matches!(next, ',' | ';' | ':' | '.' | '-'));
    ends && (inner.split_whitespace().nth(1).is_some() || bracketed(inner.trim(), small).title())
}

/// What a group in parentheses is: `(CDA)` a title, `(Steve)` a nickname, `(U)` nothing.
fn bracketed(inner: &str, small: bool) -> Class {
    let mut classes = inner
        .split_whitespace()
        .map(|word| classify(word, &Key::new(word), None, small));
    match (classes.next(), classes.next()) {
        (Some(Class::Name), None) if inner.len() > 2 && inner.chars().any(char::is_lowercase) => {
            Class::Name
        }
        (Some(first), _) if first.title() => first,
        (Some(Class::Name | Class::Initial), _) if inner.eq_ignore_ascii_case("AI") => Class::Part,
        _ => Class::Other,
    }
}
