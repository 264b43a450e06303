//! [`level_word`]: the level that opens a classification line.

use crate::record::{Control, Controls, Level};

/// A level read letter by letter.
///
/// ```
/// use cable_core::field::level_word::level_word;
/// let word = level_word(b"C O N F I D E N T I L NORDHAVEN").unwrap();
/// // A letter is lost, and is forgiven because the letters stand apart.
/// assert!(word.spaced && !word.spelling_ok);
/// assert_eq!(word.level.as_str(), "confidential");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelWord {
    /// The level.
    pub level: Level,
    /// The control that the word says with the level: LIMITED OFFICIAL USE.
    pub controls: Controls,
    /// Length in bytes.
    pub len: usize,
    /// Whether all letters are there, in order, and spaced all or not at all. Case is no matter of spelling.
    pub spelling_ok: bool,
    /// Whether the letters stand apart, which no prose does.
    pub spaced: bool,
}

/// A word without its blanks, and where a second or third word begins.
struct Word {
    letters: &'static [u8],
    gaps: &'static [usize],
    level: Level,
    control: Option<Control>,
    /// Long enough that one wrong letter inside makes no other word.
    long: bool,
}

const fn word(letters: &'static [u8], gaps: &'static [usize], level: Level) -> Word {
    Word {
        letters,
        gaps,
        level,
        control: None,
        long: letters.len() >= 10,
    }
}

/// Longer words before those they begin with.
const WORDS: &[Word] = &[
    word(b"UNCLASSIFIED", &[], Level::Unclassified),
    word(b"UNCLAS", &[], Level::Unclassified),
    word(b"CONFIDENTIAL", &[], Level::Confidential),
    word(b"SECRET", &[], Level::Secret),
    word(b"RESTRICTED", &[], Level::Restricted),
    word(b"TOPSECRET", &[3], Level::TopSecret),
    Word {
        letters: b"LIMITEDOFFICIALUSE",
        gaps: &[7, 15],
        level: Level::Unclassified,
        control: Some(Control::Lou),
        long: true,
    },
];

/// The level that stands at the start of `bytes`.
///
/// Input: `SECRET`, `S E C R E T`, `UNCLAS`, `T O P  S E C R E T`, `Confidential`; also with one letter too many,
/// missing or wrong in front (`SS E C R E T`, `E C R E T`, `CSE C R E T`, `UUNCLAS`), partly closed up
/// (`C ONFIDENTIAL`), and, in the long words, with one wrong letter inside. Other words that begin like a level
/// (`SECRETARY`, `CONFIDENTIALLY`) are none. Consumes the letters only; says whether they are in order, and the caller
/// reports. Source: ACP 127(G) para 209; 5 FAH-2 H-222.
///
/// ```
/// use cable_core::{field::level_word::level_word, record::Level};
/// let found = level_word(b"SS E C R E T NORDHAVEN 000123").unwrap();
/// assert_eq!((found.level, found.len, found.spelling_ok), (Level::Secret, 12, false));
/// assert!(level_word(b"SECRETARY MEETS MINISTER").is_none());
/// ```
pub fn level_word(bytes: &[u8]) -> Option<LevelWord> {
    undamaged(bytes).or_else(|| {
        let first = bytes.first().filter(|first| first.is_ascii_alphabetic())?;
        let first = first.to_ascii_uppercase();
        let second = letter(bytes, 1).map(|(_, second)| second);
        WORDS
            .iter()
            .filter(|word| may_be_damaged(word, first, second))
            .find_map(|word| damaged(bytes, word))
    })
}

/// [`level_word`] of letters that are all there and in order.
pub(super) fn undamaged(bytes: &[u8]) -> Option<LevelWord> {
    let first = bytes.first()?.to_ascii_uppercase();
    WORDS
        .iter()
        .filter(|word| word.letters.first() == Some(&first))
        .find_map(|word| exact(bytes, word))
}

/// `SENSITIVE BUT UNCLASSIFIED` as a level with its control, where the post and the number show that it is a classification line.
pub(super) fn sensitive_but(bytes: &[u8]) -> Option<LevelWord> {
    const LEAD: &[u8] = b"SENSITIVE BUT ";
    let rest = bytes
        .split_at_checked(LEAD.len())
        .filter(|(lead, _)| lead.eq_ignore_ascii_case(LEAD))?
        .1;
    let mut found = level_word(rest).filter(|found| found.level == Level::Unclassified)?;
    found.len += LEAD.len();
    found.controls.insert(Control::Sbu);
    Some(found)
}

/// Whether the first two letters can be those of a damaged `word`: of those that slips leave, one stands at its place or one
/// beside it.
fn may_be_damaged(word: &Word, first: u8, second: Option<u8>) -> bool {
    let at = |index: usize| word.letters.get(index).copied();
    let (own, next) = (at(0), at(1));
    if own != Some(first) {
        // One too many, one lost or one wrong in front.
        return second == own || next == Some(first) || next == second;
    }
    word.long || second == own
}

/// A level with one letter lost, wrong, too many, or two swapped at any place: `UNCAS`, `SECRT`, `CONFIDNTIAL`,
/// `S E R C E T`. Many words are as near to a level as that, so the caller must know by the rest of the line that it is
/// one.
pub(super) fn slipped(bytes: &[u8]) -> Option<LevelWord> {
    let (place, first) = letter(bytes, 0)?;
    let second = letter(bytes, place + 1).map_or(0, |(_, second)| second);
    // A slip in front leaves one of the two letters.
    let near = |word: &&Word| match word.letters {
        [own, next, ..] => *own == first || *next == first || *own == second || *next == second,
        _ => false,
    };
    WORDS.iter().filter(near).find_map(|word| {
        let (at, index) = match follow(bytes, 0, word.letters, 0) {
            Err(place) => place,
            // `UNCLA SECTION`: the last letter is one of the next word.
            Ok(end) if !ends(bytes, end) => {
                let (_, first) = word.letters.split_last()?;
                (follow(bytes, 0, first, 0).ok()?, first.len())
            }
            Ok(_) => return None,
        };
        let done = |end: usize| ends(bytes, end).then_some(end);
        let lost = || {
            follow(bytes, at, word.letters, index + 1)
                .ok()
                .and_then(done)
        };
        let (place, other) = letter(bytes, at).filter(|(_, byte)| byte.is_ascii_alphanumeric())?;
        let behind = place + 1;
        let wrong = || {
            follow(bytes, behind, word.letters, index + 1)
                .ok()
                .and_then(done)
        };
        let extra = || {
            follow(bytes, behind, word.letters, index)
                .ok()
                .and_then(done)
        };
        let swapped = || {
            let (second, found) = letter(bytes, behind)?;
            (word.letters.get(index + 1) == Some(&other) && word.letters.get(index) == Some(&found))
                .then(|| follow(bytes, second + 1, word.letters, index + 2).ok())
                .flatten()
                .and_then(done)
        };
        let end = lost().or_else(wrong).or_else(extra).or_else(swapped)?;
        let spaced = spacing(bytes, word, end).0 > 1;
        Some(found(word, end, false, spaced))
    })
}

fn blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The next byte that is no blank, from `at` on, as a capital. A gap of more than three blanks is none between letters.
#[inline]
fn letter(bytes: &[u8], at: usize) -> Option<(usize, u8)> {
    let mut place = at;
    while blank(*bytes.get(place)?) {
        place += 1;
        if place > at + 3 {
            return None;
        }
    }
    Some((place, bytes.get(place)?.to_ascii_uppercase()))
}

/// Compares the letters `from..` of a word with the input at `at`: the end, or the place and letter that differ.
fn follow(bytes: &[u8], at: usize, letters: &[u8], from: usize) -> Result<usize, (usize, usize)> {
    let mut at = at;
    for (index, &expected) in (from..).zip(letters.get(from..).unwrap_or(&[])) {
        match letter(bytes, at) {
            Some((place, found)) if found == expected => at = place + 1,
            _ => return Err((at, index)),
        }
    }
    Ok(at)
}

/// A word ends where no letter or digit follows, or where SECTION is glued to it.
fn ends(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or(&[]);
    !rest.first().is_some_and(u8::is_ascii_alphanumeric) || glued(rest)
}

fn glued(rest: &[u8]) -> bool {
    const SECTION: &[u8] = b"SECTION ";
    rest.get(..SECTION.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(SECTION))
}

fn found(word: &Word, len: usize, spelling_ok: bool, spaced: bool) -> LevelWord {
    LevelWord {
        level: word.level,
        controls: word.control.into_iter().collect(),
        len,
        spelling_ok,
        spaced,
    }
}

/// How many places between letters of one word hold a blank, whether all blanks are single, and how many places there
/// are.
fn spacing(bytes: &[u8], word: &Word, len: usize) -> (usize, bool, usize) {
    let (mut spaced, mut single, mut index, mut run) = (0, true, 0, 0);
    for &byte in bytes.get(..len).unwrap_or(&[]) {
        if blank(byte) {
            run += 1;
            continue;
        }
        if run > 0 && !word.gaps.contains(&index) {
            spaced += 1;
            single &= run == 1;
        }
        run = 0;
        index += 1;
    }
    (
        spaced,
        single,
        word.letters.len().saturating_sub(1 + word.gaps.len()),
    )
}

fn exact(bytes: &[u8], word: &Word) -> Option<LevelWord> {
    let len = follow(bytes, 0, word.letters, 0).ok()?;
    if !ends(bytes, len) {
        return None;
    }
    let (spaced, single, places) = spacing(bytes, word, len);
    // Each of several words may be spaced or not: L I M I T E D OFFICIAL USE.
    let regular = spaced == 0
        || (single && spaced == places)
        || (single && !word.gaps.is_empty() && whole_words(bytes, word, len));
    let glued = bytes.get(len).is_some_and(u8::is_ascii_alphabetic);
    Some(found(word, len, regular && !glued, spaced > 1))
}

/// Whether each of several words is spaced all or not at all.
fn whole_words(bytes: &[u8], word: &Word, len: usize) -> bool {
    let (mut index, mut run, mut states) = (0usize, 0usize, [None; 3]);
    for &byte in bytes.get(..len).unwrap_or(&[]) {
        if blank(byte) {
            run += 1;
            continue;
        }
        let first = index == 0 || word.gaps.contains(&index);
        if !first {
            let which = word.gaps.iter().filter(|&&gap| gap < index).count();
            let Some(state) = states.get_mut(which) else {
                return false;
            };
            if *state.get_or_insert(run > 0) != (run > 0) {
                return false;
            }
        }
        run = 0;
        index += 1;
    }
    true
}

fn damaged(bytes: &[u8], word: &Word) -> Option<LevelWord> {
    let (at, index) = follow(bytes, 0, word.letters, 0).err()?;
    // In front: any letter of the first place; a doubled first letter shows at the second.
    let front = index == 0;
    let doubled = index == 1
        && letter(bytes, at).is_some_and(|(_, found)| Some(&found) == word.letters.first());
    let inside = word.long && index >= 3;
    if !(front || doubled || inside) {
        return None;
    }
    let (place, other) = letter(bytes, at)?;
    if !other.is_ascii_alphabetic() {
        return None;
    }
    let behind = place + 1;
    let done = |end: usize| {
        let spaced = spacing(bytes, word, end).0 > 1;
        ends(bytes, end).then(|| found(word, end, false, spaced))
    };
    // One too many. A word of one letter before a solid level is prose (A SECRET MEETING).
    let extra = follow(bytes, behind, word.letters, index).ok();
    if let Some(end) = extra {
        if let Some(level) = done(end) {
            if !front || level.spaced || !bytes.get(behind).copied().is_some_and(blank) {
                return Some(level);
            }
        }
    }
    // One missing, then one wrong.
    follow(bytes, at, word.letters, index + 1)
        .ok()
        .and_then(done)
        .or_else(|| {
            follow(bytes, behind, word.letters, index + 1)
                .ok()
                .and_then(done)
        })
        .filter(|level| level.len > 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Level, &str, bool)> {
        level_word(text.as_bytes()).map(|found| {
            (
                found.level,
                text.get(..found.len).unwrap_or(""),
                found.spelling_ok,
            )
        })
    }

    #[test]
    fn levels_are_read_by_their_letters() {
        for (text, level, word) in [
            ("UNCLAS SECTION 01 OF 02", Level::Unclassified, "UNCLAS"),
            (
                "UNCLASSIFIED NORDHAVEN 12",
                Level::Unclassified,
                "UNCLASSIFIED",
            ),
            (
                "C O N F I D E N T I A L NORDHAVEN",
                Level::Confidential,
                "C O N F I D E N T I A L",
            ),
            ("S e c r e t nordhaven", Level::Secret, "S e c r e t"),
            (
                "T O P  S E C R E T X",
                Level::TopSecret,
                "T O P  S E C R E T",
            ),
            ("TOP SECRET", Level::TopSecret, "TOP SECRET"),
            (
                "L I M I T E D  OFFICIAL USE ZELTBERG",
                Level::Unclassified,
                "L I M I T E D  OFFICIAL USE",
            ),
            ("RESTRICTED", Level::Restricted, "RESTRICTED"),
            ("SECRET//NOFORN", Level::Secret, "SECRET"),
        ] {
            assert_eq!(read(text), Some((level, word, true)), "{text}");
        }
    }

    #[test]
    fn damage_in_front_and_closed_up_letters_are_read() {
        for (text, level) in [
            ("SS E C R E T", Level::Secret),
            ("E C R E T", Level::Secret),
            ("CSE C R E T", Level::Secret),
            ("UUNCLAS", Level::Unclassified),
            ("CC O N F I D E N T I A L", Level::Confidential),
            ("O N F I D E N T I A L", Level::Confidential),
            ("SE C R E T", Level::Secret),
            ("C ONFIDENTIAL", Level::Confidential),
            ("CO N F I D E N T I A L", Level::Confidential),
            ("X N C L A S", Level::Unclassified),
            ("CONFIDENTAL", Level::Confidential),
            (
                "C O N F I D E N T I A LSECTION 01 OF 02",
                Level::Confidential,
            ),
            ("TT O P S E C R E T", Level::TopSecret),
            ("ESTRICTED", Level::Restricted),
        ] {
            let found = read(text).map(|(level, _, spelling)| (level, spelling));
            assert_eq!(found, Some((level, false)), "{text}");
        }
    }

    #[test]
    fn one_slip_anywhere_is_near_a_level() {
        for (text, level, word) in [
            ("UNCAS NORDHAVEN", Level::Unclassified, "UNCAS"),
            ("UNCLA SECTION 01", Level::Unclassified, "UNCLA"),
            ("UNCALS NORDHAVEN", Level::Unclassified, "UNCALS"),
            ("UNCLASIFIED NORDHAVEN", Level::Unclassified, "UNCLASIFIED"),
            ("SECRT NORDHAVEN", Level::Secret, "SECRT"),
            ("S E R C E T NORDHAVEN", Level::Secret, "S E R C E T"),
            ("SECCRET NORDHAVEN", Level::Secret, "SECCRET"),
            ("CNFIDENTIAL NORDHAVEN", Level::Confidential, "CNFIDENTIAL"),
            ("CONFIDENTIA NORDHAVEN", Level::Confidential, "CONFIDENTIA"),
            ("TOP SECRT NORDHAVEN", Level::TopSecret, "TOP SECRT"),
        ] {
            let found = slipped(text.as_bytes()).expect(text);
            assert_eq!((found.level, &text[..found.len]), (level, word), "{text}");
        }
        for text in [
            "SERT NORDHAVEN",
            "SECTOR 12",
            "UNCLE",
            "CONFIDENT",
            "SECRETARY",
            "",
        ] {
            assert_eq!(slipped(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn other_words_are_no_level() {
        for text in [
            "SECRETARY",
            "CONFIDENTIALLY",
            "CONFIDENTIALITY",
            "RESTRICTIONS",
            "UNRESTRICTED",
            "DECLASSIFIED",
            "CLASSIFIED",
            "A SECRET MEETING",
            "A CONFIDENTIAL SOURCE",
            "SECT",
            "LIMITED OFFICIAL",
            "TOP",
            "",
            " SECRET",
            "É SECRET",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
