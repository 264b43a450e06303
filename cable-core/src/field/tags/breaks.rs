//! Drops what transmission put into the list: page banners, section separators, repeated classification lines.
//!
//! Most of them are set aside before a field is folded; those glued into the middle of the list are found here by their
//! shape.

use super::words::{Word, Words};
use crate::facts;
use crate::field::Context;

/// Words of classification and handling that stand in the list only as left-overs of a break.
const LEFT_OVERS: [&str; 14] = [
    "SIPDIS",
    "NOFORN",
    "EXDIS",
    "NODIS",
    "LIMDIS",
    "STADIS",
    "SENSITIVE",
    "UNCLASSIFIED",
    "UNCLAS",
    "CONFIDENTIAL",
    "SECRET",
    "RESTRICTED",
    "EFTO",
    "FOUO",
];

/// Whether a word is no tag: without a letter, one letter, blacked out, left over from a break, or the label again.
pub(super) fn is_noise(word: &Word<'_>) -> bool {
    let key = word.key.as_ref();
    if word.name {
        // A portion mark that got into the list; a name has more than one letter.
        return key.chars().filter(|c| c.is_alphabetic()).count() <= 1
            || facts::portion_mark(key).is_some();
    }
    LEFT_OVERS.contains(&key)
        || matches!(key, "TAGS" | "N/A" | "NONE")
        || !key.chars().any(char::is_alphabetic)
        || key.chars().nth(1).is_none()
        || key.len() > 3 && key.bytes().all(|byte| byte == b'X')
}

/// Takes the breaks out of `words[from..]`; tells whether there was one.
pub(super) fn drop(words: &mut Words<'_>, from: usize, context: &Context<'_>) -> bool {
    let digits = words
        .get(from..)
        .is_some_and(|line| line.iter().any(|word| begins_with_digit(word)));
    if !digits {
        return false;
    }
    let mut found = false;
    let mut kept = from;
    let mut at = from;
    while at < words.len() {
        if let Some((left, right)) = around(words, kept, at, context) {
            found = true;
            // What was kept so far and belongs to the break goes too.
            kept = kept.saturating_sub(left).max(from);
            at += right;
            continue;
        }
        words.swap(kept, at);
        kept += 1;
        at += 1;
    }
    words.truncate(kept);
    found
}

fn begins_with_digit(word: &Word<'_>) -> bool {
    word.key.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// A break at `at`: how many of the `kept` words before it and how many words from `at` on belong to it.
fn around(
    words: &[Word<'_>],
    kept: usize,
    at: usize,
    context: &Context<'_>,
) -> Option<(usize, usize)> {
    let rest = words.get(at..)?;
    let key = |index: usize| rest.get(index).map(|word| word.key.as_ref());
    let before = words.get(..kept)?;
    if key(0)? == "PAGE" && number(key(1)?, 1..=3) {
        return Some((levels(before), page(rest)));
    }
    let numbered = number(key(0)?, 1..=3) || paged(key(0)?);
    if !(numbered && key(1)? == "OF" && number(key(2)?, 1..=3)) {
        return None;
    }
    // `SECTION 02 OF 03 NORDHAVEN 000123` has the post behind it, `NORDHAVEN 00000123 002 OF 003` before it.
    if let Some((last, others)) = before.split_last() {
        if last.key == "SECTION" {
            let serial = rest
                .iter()
                .take(8)
                .skip(3)
                .position(|word| number(&word.key, 4..=6));
            return Some((1 + levels(others), 3 + serial.map_or(0, |at| at + 1)));
        }
    }
    let (last, others) = before.split_last()?;
    if !number(&last.key, 4..=8) {
        return None;
    }
    let post = post(others, context);
    let others = others.get(..others.len() - post).unwrap_or(&[]);
    Some((1 + post + levels(others), 3))
}

/// Length of `PAGE 02 NORDHAVEN 01059 01 OF 04 281501Z`.
fn page(rest: &[Word<'_>]) -> usize {
    let near = rest.get(..rest.len().min(10)).unwrap_or(rest);
    let time = near.iter().position(|word| {
        word.key.len() == 7
            && word
                .key
                .strip_suffix('Z')
                .is_some_and(|digits| number(digits, 6..=6))
    });
    let serial = near.iter().position(|word| number(&word.key, 4..=6));
    time.or(serial).map_or(2, |at| at + 1)
}

fn number(key: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_digit())
}

/// `001.2`
fn paged(key: &str) -> bool {
    key.split_once('.')
        .is_some_and(|(section, part)| number(section, 3..=3) && number(part, 1..=1))
}

/// How many words at the end are of a classification line, spaced letters included.
fn levels(before: &[Word<'_>]) -> usize {
    before
        .iter()
        .rev()
        .take_while(|word| {
            !word.name
                && (LEFT_OVERS.contains(&word.key.as_ref())
                    || word.key.len() == 1
                        && word.key.as_bytes().iter().all(u8::is_ascii_uppercase)
                    || matches!(word.key.as_ref(), "TOP" | "LIMITED" | "OFFICIAL" | "USE"))
        })
        .count()
}

/// How many words at the end are the post before a serial: the own post, which is cut to ten characters, else words
/// that are no tags.
fn post(before: &[Word<'_>], context: &Context<'_>) -> usize {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_uppercase())
            .collect()
    };
    if let Some(own) = context.post {
        let own = letters(own);
        let mut joined = String::new();
        let mut found = 0;
        for (index, word) in before.iter().rev().take(4).enumerate() {
            joined.insert_str(0, &letters(&word.key));
            if own == joined || joined.len() >= 6 && own.starts_with(&joined) {
                found = index + 1;
            }
        }
        if found > 0 {
            return found;
        }
    }
    let mut length = 0;
    before
        .iter()
        .rev()
        .take(3)
        .take_while(|word| {
            length += word.key.len() + 1;
            length <= 11 && !word.name && facts::tag(&word.key, context.year).is_none()
        })
        .count()
}
