//! What damage put into the post of an id, and how to take it out again.
//!
//! Source: format reference 3.3; the damaged ids among the 251,287 of the 2010 release.

use super::number::serial_of;
use crate::facts::{self, CaptionClass};
use crate::slips::near;

/// A post, and the serial number where another number had taken its place.
pub(super) struct Repaired<'a> {
    pub(super) post: &'a str,
    pub(super) serial: Option<u32>,
}

/// Words for a post that may stand before its name, the longer before those they contain.
const POST_WORDS: &[&str] = &[
    "AMEMBASSY",
    "AMCONSUL",
    "AMCONGEN",
    "EMBASSY",
    "CONSULATE",
    "USMISSION",
];
/// The word that section marks begin with.
const SECTION: &[u8] = b"SECTION";
/// Letters of that word that may be lost or changed.
const SECTION_SLIPS: usize = 2;
/// Letters of the shortest post, a short alias.
pub(super) const MIN_POST: usize = 2;
/// Letters a post must have to be left when a word is stripped.
const MIN_REST: usize = 4;
/// Letters the end of a classification must have to be told from a post.
const MIN_TAIL: usize = 4;

/// The post meant by a damaged one; `None` when there is nothing to repair.
pub(super) fn repair(post: &str, year: i16) -> Option<Repaired<'_>> {
    let only = |post| Repaired { post, serial: None };
    if let Some(origin) = post_in(post, year) {
        return Some(only(origin));
    }
    // Each step takes something away, so this ends.
    if let Some(rest) = after_year(post, year).or_else(|| after_section(post)) {
        // `00 00 Z 100`: what is left must be a post by itself.
        let whole = rest.len() >= MIN_POST && is_letters(rest);
        return repair(rest, year).or_else(|| whole.then(|| only(rest)));
    }
    first_of_two(post, year)
}

/// The origin that letters mean in a year, by [`post_of`] or by a six-character form.
fn post_in(letters: &str, year: i16) -> Option<&str> {
    let stripped = post_of(letters);
    by_post6(stripped.unwrap_or(letters), year).or(stripped)
}

/// The origin that letters mean, by alias or without the words glued before it.
pub(super) fn post_of(letters: &str) -> Option<&str> {
    known(letters)
        .or_else(|| after_post_word(letters))
        .or_else(|| after_caption(letters))
}

/// An origin, or that of an alias.
fn known(letters: &str) -> Option<&'static str> {
    facts::post(letters)
        .or_else(|| facts::post_by_alias(letters))
        .map(|post| post.origin)
}

/// `AMEMBASSYHANOI`: the name counts even where it is unknown.
fn after_post_word(letters: &str) -> Option<&str> {
    let rest = POST_WORDS
        .iter()
        .find_map(|word| letters.strip_prefix(word))
        .filter(|rest| rest.len() >= MIN_REST && is_letters(rest))?;
    Some(post_of(rest).unwrap_or(rest))
}

/// `EFTOLONDON`, `NOFORNMOGADISHU`, and the end of a classification, `SIFIEDABUJA`.
fn after_caption(letters: &str) -> Option<&str> {
    if !is_letters(letters) {
        return None;
    }
    let splits = || (2..letters.len()).filter_map(|at| letters.split_at_checked(at));
    let with_known_post = splits()
        .filter(|(word, rest)| rest.len() >= MIN_REST && may_be_glued(word))
        .find_map(|(_, rest)| known(rest).or_else(|| after_post_word(rest)));
    // Of an unknown post only a word that no name begins with is taken off.
    with_known_post.or_else(|| {
        splits()
            .filter(|(word, rest)| rest.len() >= MIN_REST && is_marking(word))
            .map(|(_, rest)| post_of(rest).unwrap_or(rest))
            .next()
    })
}

/// A caption other than a series (which numbers its own telegrams), or the end of a classification.
fn may_be_glued(word: &str) -> bool {
    facts::caption(word).is_some_and(|caption| caption.class != CaptionClass::Series)
        || facts::classifications()
            .any(|classification| word.len() >= MIN_TAIL && classification.display.ends_with(word))
}

/// A control or a transmission caption of more than three letters.
fn is_marking(word: &str) -> bool {
    let class = facts::caption(word).map(|caption| caption.class);
    word.len() >= MIN_TAIL
        && matches!(
            class,
            Some(CaptionClass::Control | CaptionClass::Transmission)
        )
}

/// The year written twice, `7575LIBREVILLE1895`.
fn after_year(post: &str, year: i16) -> Option<&str> {
    let (digits, rest) = post.split_at_checked(2)?;
    let twice = digits.parse() == Ok(year.rem_euclid(100));
    (twice && rest.starts_with(|first: char| first.is_ascii_alphabetic())).then_some(rest)
}

/// What stands behind `SECTION 01 OF 02`, with letters lost or changed, or behind `01 OF 02` alone.
fn after_section(post: &str) -> Option<&str> {
    let (word, rest) = split(post, is_letter);
    let (number, rest) = split(rest, is_digit);
    let (of, rest) = split(rest, is_letter);
    let (total, rest) = split(rest, is_digit);
    let numbers = [number, total]
        .iter()
        .all(|digits| matches!(digits.len(), 1 | 2));
    let of_is_of = of.len() <= 3 && of.contains(['O', 'F']);
    if !numbers || !of_is_of || rest.len() < 2 {
        return None;
    }
    let word_is_section = word.is_empty() || near(word.as_bytes(), SECTION, SECTION_SLIPS);
    word_is_section.then_some(rest)
}

/// The first of two numbers: `MADRID002583ZFR2585` (a signal and the number of the correction), or
/// two ids joined, `STATE255577TOSEC140323`. The second number has been taken for the serial.
fn first_of_two(post: &str, year: i16) -> Option<Repaired<'_>> {
    let (name, rest) = split(post, is_letter);
    let (digits, word) = split(rest, is_digit);
    let post = post_in(name, year)?;
    if digits.is_empty() || word.len() < 2 {
        return None;
    }
    // The second id may bring its year along; a series has none.
    let series = facts::caption(word).is_some_and(|caption| caption.class == CaptionClass::Series);
    let year = format!("{:02}", year.rem_euclid(100));
    let own = digits
        .strip_suffix(&*year)
        .filter(|own| !own.is_empty() && !series && known(word).is_some());
    let serial = serial_of(own.unwrap_or(digits))?;
    Some(Repaired {
        post,
        serial: Some(serial),
    })
}

/// The one post of a six-character form, in the years that used it.
fn by_post6(letters: &str, year: i16) -> Option<&'static str> {
    if !(1973..=1979).contains(&year) {
        return None;
    }
    match facts::posts_by_post6(letters) {
        [only] => Some(only.origin),
        _ => None,
    }
}

fn is_letters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic()
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

/// The characters of one kind at the start, and the rest.
fn split(text: &str, kind: fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|char| !kind(char)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
