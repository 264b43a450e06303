//! Recognises the labels of the captioned top (E.O., TAGS, SUBJECT, REF, Classified By), at the start of a line and
//! inside it. Knows no values.

mod forms;
mod kind;
#[cfg(test)]
mod tests;

use super::lines::indent;
use crate::text::blocks;
pub(super) use forms::is_cited_telegram;
pub(crate) use forms::{after_phrase, order_number, starts_with_ignore_case};
use forms::{
    before_classified_by, blank_or, classified_by, declassify_on, derived_from, executive_order,
    lettered_reference, references, subject, tags, word,
};
pub use kind::{Label, LabelAt};

/// The label that opens `line`; a paragraph sign, a portion mark or a paragraph number may stand before Classified By.
///
/// ```
/// use cable_core::scan::{Label, label_at_start};
/// let found = label_at_start("TAGS: PREL, RS").unwrap();
/// assert_eq!((found.label, found.value), (Label::Tags, 6));
/// assert!(label_at_start("TAGSALOT").is_none());
/// ```
pub fn label_at_start(line: &str) -> Option<LabelAt> {
    let start = indent(line);
    let rest = line.get(start..)?;
    // No two labels, nor their misprints, are the same.
    let found = match rest.as_bytes().first()? | 0x20 {
        b'e' => executive_order(rest, false),
        b'r' => references(rest),
        b'd' => declassify_on(rest).or_else(|| derived_from(rest)),
        _ => None,
    };
    if let Some(found) = found {
        return Some(shifted(found, start));
    }
    let name = word(rest);
    let marked = is_marked(rest, name);
    let opens = |label: &str| starts_with_ignore_case(name, label);
    let found = (marked || opens("TAG"))
        .then(|| tags(rest))
        .flatten()
        .or_else(|| {
            (marked || opens("SUB") || name.len() == 1)
                .then(|| subject(rest))
                .flatten()
        })
        .or_else(|| classified_behind(rest))
        .or_else(|| lettered_reference(rest))?;
    Some(shifted(found, start))
}

/// `Classified By`, maybe behind a number, a mark and the like.
fn classified_behind(rest: &str) -> Option<LabelAt> {
    /// Bytes of the shortest form of it behind ENTIRE TEXT; few lines of the top have as many, or an X.
    const SHORTEST: usize = "ENTIRE TEXT.CLASSIFIEDBY".len() - 1;
    let first = rest.as_bytes().first()? | 0x20;
    let entire_text =
        || rest.len() >= SHORTEST && memchr::memchr2(b'X', b'x', rest.as_bytes()).is_some();
    if !matches!(first, b'c' | b'1' | b'(' | b't') && !entire_text() {
        return None;
    }
    let skip = before_classified_by(rest);
    classified_by(rest.get(skip..)?).map(|found| shifted(found, skip))
}

fn shifted(mut found: LabelAt, by: usize) -> LabelAt {
    found.start += by;
    found.value += by;
    found
}

/// The next label inside `line`, from `from` on. Inside a line the labels must be spelt well, because words like
/// `subject` occur in prose.
///
/// ```
/// use cable_core::scan::{Label, label_inside};
/// let line = "E.O. 12958: N/A TAGS: ASEC SUBJECT: PIER CLOSED REF: ROME 1";
/// let tags = label_inside(line, 4).unwrap();
/// assert_eq!((tags.label, tags.start), (Label::Tags, 16));
/// assert_eq!(label_inside(line, tags.value).unwrap().label, Label::Subject);
/// ```
pub fn label_inside(line: &str, from: usize) -> Option<LabelAt> {
    let bytes = line.as_bytes();
    let tail = bytes.get(from..)?;
    if !may_hold_label(tail) {
        return None;
    }
    for (at, &byte) in (from..).zip(tail) {
        if !OPENS_LABEL[usize::from(byte)] {
            continue;
        }
        // In front of the line stands no letter.
        let last = at.checked_sub(1).map_or(0, |before| bytes[before]);
        // Inside a word a label is glued to a capital or a figure only.
        let found = match last {
            b'A'..=b'Z' | b'0'..=b'9' => match bytes.get(at + 1) {
                Some(&next) if may_be_glued(byte, next) => glued(line, at),
                _ => None,
            },
            b'a'..=b'z' => None,
            _ => behind_gap(line, at),
        };
        if let Some(found) = found {
            return Some(shifted(found, at));
        }
    }
    None
}

/// The letters that a label inside a line, or a misprint of one, begins with.
const OPENS_LABEL: [bool; 256] = {
    let mut opens = [false; 256];
    let letters = b"etsrcaETSRCA";
    let mut index = 0;
    while index < letters.len() {
        opens[letters[index] as usize] = true;
        index += 1;
    }
    opens
};

/// Whether a label may stand inside these bytes: one with its colon, one of the few that need none, or an order, of whose
/// number two digits at least stand side by side.
fn may_hold_label(bytes: &[u8]) -> bool {
    /// Fewer bytes are looked at one by one sooner.
    const FEW: usize = 18;
    const LABEL: u8 = 1;
    const NUMBER: u8 = 2;
    if bytes.len() < FEW {
        return true;
    }
    let bit = |found: bool, bit: u8| u8::from(found).wrapping_neg() & bit;
    let found = blocks::bits(bytes, |first, second, third| {
        let colon = (first == b':') | (first == b';');
        let reference = (first == b'R') & (second == b'E') & (third == b'F');
        let tags = (first == b'T') & (second == b'A') & (third == b'G');
        let classified = (first == b'C') & (second | 0x20 == b'l');
        let number = first.is_ascii_digit() & second.is_ascii_digit();
        bit(colon | reference | tags | classified, LABEL) | bit(number, NUMBER)
    });
    found & LABEL != 0 || found == NUMBER && may_hold_order(bytes)
}

/// Whether an E stands before the O of an order or what was typed for it, marks and blanks between them; or before an X.
fn may_hold_order(bytes: &[u8]) -> bool {
    let opens = |first: u8, second: u8, third: u8| {
        let o = |byte: u8| (byte | 0x20 == b'o') | (byte == b'9');
        let gap_or_zero = |byte: u8| (byte <= b'0') | (byte >= 0x80);
        let near = gap_or_zero(second) & (gap_or_zero(third) | o(third));
        (first | 0x20 == b'e') & (near | o(second) | (second | 0x20 == b'x'))
    };
    blocks::find(bytes, 0, opens).is_some()
}

/// `SUBJECT` or `SUBJ` without a colon in a line of TAGS, where the word can be nothing else.
pub(crate) fn subject_behind_tags(line: &str, from: usize) -> Option<LabelAt> {
    let tail = line.get(from..)?.as_bytes();
    memchr::memchr_iter(b'J', tail)
        .filter_map(|letter| letter.checked_sub(4))
        .find(|&at| {
            tail.get(at..)
                .is_some_and(|tail| tail.starts_with(b" SUBJECT ") || tail.starts_with(b" SUBJ "))
        })
        .and_then(|at| {
            let start = from + at + 1;
            subject(line.get(start..)?).map(|found| shifted(found, start))
        })
}

/// A label inside a line, at the start of a word.
fn behind_gap(line: &str, at: usize) -> Option<LabelAt> {
    let rest = line.get(at..)?;
    let name = word(rest);
    match rest.as_bytes().first()? {
        b'E' | b'e' => {
            if let Some(found) = executive_order(rest, true) {
                return Some(found);
            }
        }
        b'R' | b'r' => {
            let found = references(rest).filter(|found| inside_reference(rest, found));
            if found.is_some() {
                return found;
            }
        }
        b'C' | b'c' => {
            let found = classified_by(rest)
                .filter(|found| colon_before(rest, found.value) || !rest.starts_with('c'));
            if found.is_some() {
                return found;
            }
        }
        _ => {}
    }
    let marked = is_marked(rest, name);
    let is = |label: &str| name.eq_ignore_ascii_case(label);
    let before = at.checked_sub(1).and_then(|at| line.as_bytes().get(at));
    (marked || is("TAGS"))
        .then(|| tags(rest))
        .flatten()
        // `N/ATAGS:` is no misprint.
        .filter(|found| inside_tags(rest, found) && (found.exact || before != Some(&b'/')))
        .or_else(|| {
            (marked || is("SUBJECT") || name.len() == 1)
                .then(|| subject(rest))
                .flatten()
                .filter(|found| colon_before(rest, found.value))
        })
}

/// Whether a colon or another sign stands behind the word `name` that opens `rest`. Most words of prose have none, and are
/// not worth comparing with misprints letter by letter.
fn is_marked(rest: &str, name: &str) -> bool {
    let bytes = rest.as_bytes();
    let mut at = name.len();
    while let Some(length) = blank_or(bytes, at, b"") {
        at += length;
    }
    matches!(bytes.get(at), Some(b':' | b';' | b',' | b'.' | b'-'))
}

/// Whether these two letters inside a word can open a label; they are letters of a longer word, nearly always.
fn may_be_glued(first: u8, second: u8) -> bool {
    matches!(
        (first, second),
        (b'R', b'E') | (b'C', b'l' | b'L') | (b'T', b'A') | (b'S', b'U') | (b'E', b'.')
    )
}

/// A label glued to the word before it: `...TALKSREF: A.`, `...VISITClassified By:`, `N/ATAGS: PREL`.
fn glued(line: &str, at: usize) -> Option<LabelAt> {
    let (front, rest) = line.split_at_checked(at)?;
    if rest.starts_with("REF") {
        let found = references(rest).filter(|found| colon_before(rest, found.value))?;
        // What follows must be a letter of the list or a post, on this line or the next.
        let value = rest.get(found.value..)?.trim_start();
        return (value.is_empty()
            || value.starts_with(|first: char| {
                first.is_ascii_uppercase() || first == '(' || first == '[' || first.is_ascii_digit()
            }))
        .then_some(found);
    }
    if rest.starts_with("Classified") || rest.starts_with("CLASSIFIED") && !front.ends_with("DE") {
        return classified_by(rest)
            .filter(|found| rest.starts_with("Cl") || colon_before(rest, found.value));
    }
    if rest.starts_with("TAGS:") {
        return tags(rest);
    }
    if rest.starts_with("SUBJECT:") {
        return subject(rest);
    }
    if rest.starts_with("E.O. 1") {
        return executive_order(rest, true);
    }
    None
}

fn colon_before(rest: &str, value: usize) -> bool {
    rest.get(..value)
        .is_some_and(|label| label.trim_end().ends_with([':', ';']))
}

/// `TAGS` inside a line: with a colon, or upper-case with a code behind it.
fn inside_tags(rest: &str, found: &LabelAt) -> bool {
    let code = word(rest.get(found.value..).unwrap_or(""));
    colon_before(rest, found.value)
        || rest.starts_with("TAGS ")
            && (2..=5).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `REF` inside a line: with a colon, or with a first lettered entry behind it.
fn inside_reference(rest: &str, found: &LabelAt) -> bool {
    let value = rest.get(found.value..).unwrap_or("");
    if colon_before(rest, found.value) {
        // In lower case only before what begins a list; prose has the word, too.
        return rest.starts_with('R') || opens_list(value);
    }
    rest.starts_with("REF")
        && match value.as_bytes() {
            [b'A', b'.' | b')' | b':', ..] => true,
            [b'(', b'A', b')', ..] => forms::is_cited_telegram(value),
            _ => false,
        }
}

/// Whether references begin here: a first letter with its sign, or up to three words and a number.
fn opens_list(value: &str) -> bool {
    let lead = value.trim_start_matches(['(', '[']);
    let mut bytes = lead.bytes();
    let letter = matches!(bytes.next(), Some(b'a' | b'A'))
        && matches!(bytes.next(), Some(b'.' | b')' | b':' | b']'));
    letter
        || value.split_ascii_whitespace().take(5).skip(1).any(|word| {
            word.len() >= 2
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b';' | b'.'))
        })
}

/// `C O R R E C T E D   C O P Y`, however it is spaced. What it says may name labels (`CLASSIFIED BY LINE ADDED`).
pub(crate) fn is_corrected_copy(line: &str) -> bool {
    let first = line.bytes().find(u8::is_ascii_alphabetic);
    if !matches!(first, Some(b'C' | b'c')) {
        return false;
    }
    let letters = line
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|byte| byte.to_ascii_uppercase());
    let begins = |word: &[u8]| letters.clone().take(word.len()).eq(word.iter().copied());
    begins(b"CORRECTEDCOPY") || begins(b"CORRECTCOPY")
}
