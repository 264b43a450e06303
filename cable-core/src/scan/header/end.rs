//! What ends the transmission header: the classification line, a caption, a label of the text.
//!
//! Short lists written out here instead of the tables of [`facts`](crate::facts): the streaming scanner must not
//! allocate, and the tables do on their first use.

use crate::scan::shape::{
    begins, ends, first_word, holds, indicator_before_slash, is_blank, is_digits, last_word, part,
    same, words,
};
use crate::text::blocks;
use std::ops::Range;

/// What a line that begins with a classification level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LevelLine {
    /// The level alone, as at the head and foot of a printed page.
    Alone,
    /// A classification line: level, then post and serial, section or marks.
    Banner,
    /// The level, and the heading of a printed page from this byte on.
    Page(usize),
}

/// Names of levels as letters, the longer one of two that begin alike first.
const LEVELS: [&[u8]; 7] = [
    b"LIMITEDOFFICIALUSE",
    b"UNCLASSIFIED",
    b"CONFIDENTIAL",
    b"RESTRICTED",
    b"TOPSECRET",
    b"SECRET",
    b"UNCLAS",
];

/// How nearly all classification lines begin.
const USUAL: [&[u8]; 4] = [
    b"UNCLAS ",
    b"C O N F I D E N T I A L ",
    b"S E C R E T ",
    b"CONFIDENTIAL ",
];

/// Longest name and one letter too many.
const LETTERS: usize = 20;

/// Whether a line begins as nearly all classification lines do.
pub(super) fn opens_with_level(line: &[u8]) -> bool {
    USUAL.iter().any(|level| line.starts_with(level))
}

/// Reads a line by the letters of a level, blanks and case ignored, with one letter wrong, missing or too many.
///
/// Source: telegram text opens with its classification, letters spaced (ACP 127(G) para 209); garbles as observed.
pub(crate) fn level_line(line: &[u8]) -> Option<LevelLine> {
    let usual = USUAL.iter().find(|level| line.starts_with(level));
    let (end, exact) = match usual {
        Some(level) => (level.len() - 1, true),
        None => level_end(line)?,
    };
    let rest = line.get(end..).unwrap_or(b"");
    let rest_from = rest.iter().position(|byte| !is_blank(*byte));
    let Some(rest) = rest_from.and_then(|from| rest.get(from..)) else {
        return exact.then_some(LevelLine::Alone);
    };
    if begins(rest, b"PAGE") {
        let mut heading = words(rest).map(|word| part(rest, word));
        if heading.next().is_some_and(|word| same(word, b"PAGE"))
            && heading.next().is_some_and(is_digits)
        {
            return Some(LevelLine::Page(line.len() - rest.len()));
        }
    }
    if numbered(rest) {
        return Some(LevelLine::Banner);
    }
    if !exact {
        return None;
    }
    if words(rest).all(|word| is_mark(part(rest, word))) {
        return Some(LevelLine::Alone);
    }
    // A redacted or missing serial: what follows is a name in capitals, not a sentence.
    let name = rest.iter().all(|byte| !byte.is_ascii_lowercase())
        && rest.len() <= 60
        && !rest.contains(&b':');
    name.then_some(LevelLine::Banner)
}

/// Whether the part behind the level holds a section or a serial.
fn numbered(rest: &[u8]) -> bool {
    let is_serial = |word: &[u8]| (3..=7).contains(&word.len()) && is_digits(word);
    // A post and a serial: the serial is the last word of nearly all such lines.
    let last = part(rest, last_word(rest, 0..rest.len()));
    if rest.first().is_some_and(u8::is_ascii_alphabetic) && is_serial(last) {
        return true;
    }
    let mut letters = false;
    for word in words(rest) {
        let word = part(rest, word);
        if letters && is_serial(word) {
            return true;
        }
        letters |= word.iter().any(u8::is_ascii_alphabetic);
    }
    holds(rest, b"SECTION") || holds(rest, b" OF ") && rest.iter().any(u8::is_ascii_digit)
}

/// Where the letters of the level end, and whether they are exactly those of its name.
fn level_end(line: &[u8]) -> Option<(usize, bool)> {
    let mut opening = line
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .map(u8::to_ascii_uppercase);
    let (first, second) = (opening.next()?, opening.next()?);
    // One fault leaves one of the first two letters, in its place or in that of the other.
    let near = |level: &&&[u8]| match **level {
        [one, two, ..] => first == *one || second == *two || second == *one || first == *two,
        _ => false,
    };
    let mut near = LEVELS.iter().filter(near).peekable();
    near.peek()?;
    let mut letters = [0u8; LETTERS];
    let mut places = [0usize; LETTERS];
    let mut count = 0;
    for (at, byte) in line.iter().enumerate().take(60) {
        if byte.is_ascii_alphabetic() {
            let (Some(letter), Some(place)) = (letters.get_mut(count), places.get_mut(count))
            else {
                break;
            };
            (*letter, *place) = (byte.to_ascii_uppercase(), at + 1);
            count += 1;
        } else if !is_blank(*byte) && count > 0 {
            break;
        }
    }
    let letters = letters.get(..count).filter(|letters| letters.len() > 1)?;
    near.find_map(|level| {
        let (used, exact) = match_letters(letters, level)?;
        let end = *places.get(used.checked_sub(1)?)?;
        // `SECRETARY` is no level.
        let whole = !line.get(end).is_some_and(u8::is_ascii_alphabetic);
        whole.then_some((end, exact))
    })
}

/// How many of `found` spell `level`, and whether they do so without a fault.
fn match_letters(found: &[u8], level: &[u8]) -> Option<(usize, bool)> {
    let same = found
        .iter()
        .zip(level)
        .take_while(|(found, level)| found == level)
        .count();
    if same == level.len() {
        return Some((same, true));
    }
    let follows = |from: usize, rest: usize| {
        let rest = level.get(rest..)?;
        found
            .get(from..)?
            .starts_with(rest)
            .then_some((from + rest.len(), false))
    };
    let swapped = found.get(same) == level.get(same + 1) && found.get(same + 1) == level.get(same);
    // One letter missing, wrong, too many, two swapped.
    follows(same, same + 1)
        .or_else(|| follows(same + 1, same + 1))
        .or_else(|| follows(same + 1, same))
        .or_else(|| swapped.then(|| follows(same + 2, same + 2))?)
}

/// Marks that stand behind a level without being a post.
fn is_mark(word: &[u8]) -> bool {
    const MARKS: [&[u8]; 14] = [
        b"NOFORN",
        b"EFTO",
        b"SENSITIVE",
        b"FOUO",
        b"SBU",
        b"LIMDIS",
        b"EXDIS",
        b"NODIS",
        b"STADIS",
        b"FOR",
        b"OFFICIAL",
        b"USE",
        b"ONLY",
        b"BUT",
    ];
    word.split(|byte| *byte == b'/')
        .all(|mark| mark.is_empty() || MARKS.iter().any(|known| same(mark, known)))
}

/// Whether the line is a caption that opens the text.
pub(crate) fn is_caption(line: &[u8]) -> bool {
    const ANYWHERE: [&[u8]; 8] = [
        b"SIPDIS",
        b"NODIS",
        b"EXDIS",
        b"LIMDIS",
        b"STADIS",
        b"CONDIS",
        b"NOFORN",
        b"SENSITIVE",
    ];
    const OPENING: [&[u8]; 10] = [
        b"CHEROKEE",
        b"ORCON",
        b"WNINTEL",
        b"NOCONTRACT",
        b"TERREP",
        b"AIDAC",
        b"TOSEC",
        b"SECTO",
        b"FOUO",
        b"EFTO",
    ];
    const PHRASES: [&[u8]; 7] = [
        b"NIACT ACTION",
        b"NOT FOR INTERNET DISTRIBUTION",
        b"OFFICIAL INFORMAL",
        b"INFORM CONSULS",
        b"CORRECTED COPY",
        b"C O R R E C T E D",
        b"FOR OFFICIAL USE ONLY",
    ];
    if indicator_before_slash(line).is_some() {
        return false;
    }
    let letters = |word: &Range<usize>| {
        let word = part(line, word.clone());
        let from = word.iter().position(u8::is_ascii_alphabetic).unwrap_or(0);
        let to = word.iter().rposition(u8::is_ascii_alphabetic);
        from..to.map_or(from, |to| to + 1)
    };
    // Three letters of each of them.
    let letters_of = |first: u8, second: u8, third: u8| {
        let (first, second, third) = (first | 0x20, second | 0x20, third | 0x20);
        let dis = (first == b'd') & (second == b'i') & (third == b's');
        let nof = (first == b'n') & (second == b'o') & (third == b'f');
        let sen = (first == b's') & (second == b'e') & (third == b'n');
        u8::from(dis | nof | sen)
    };
    let may_hold = blocks::bits(line, letters_of) != 0;
    let known = may_hold
        && words(line).take(8).any(|word| {
            let inner = letters(&word);
            let word = part(part(line, word), inner);
            // The shortest of them has five letters.
            word.len() >= 5
                && word
                    .split(|byte| matches!(byte, b'/' | b','))
                    .filter(|word| may_begin(word, b"selnc"))
                    .any(|word| ANYWHERE.iter().any(|caption| same(word, caption)))
        });
    let first = first_word(line);
    known
        || OPENING.iter().any(|caption| same(first, caption))
        || may_begin(line, b"nicof") && PHRASES.iter().any(|phrase| begins(line, phrase))
        || ends(line, b" CHANNEL")
        || holds(line, b"EYES ONLY")
}

/// Whether the first letter is one of `letters`, which are in lower case.
fn may_begin(word: &[u8], letters: &[u8]) -> bool {
    word.first()
        .is_some_and(|first| letters.contains(&first.to_ascii_lowercase()))
}

/// Whether the line begins with a label of the text or with a numbered paragraph.
pub(crate) fn is_label(line: &[u8]) -> bool {
    let first = first_word(line);
    let Some(letter) = first.first() else {
        return false;
    };
    let rest = line.get(first.len()..).unwrap_or(b"");
    let rest = rest
        .iter()
        .position(|byte| !is_blank(*byte))
        .and_then(|from| rest.get(from..))
        .unwrap_or(b"");
    let label = |names: &[&[u8]]| {
        names.iter().any(|name| {
            begins(first, name)
                && first.get(name.len()..).is_some_and(|tail| {
                    tail.is_empty() || matches!(tail, [b':' | b';' | b'.' | b'(', ..])
                })
        })
    };
    match letter.to_ascii_uppercase() {
        b'E' => {
            let value = line
                .iter()
                .any(|byte| byte.is_ascii_digit() || *byte == b':');
            label(&[b"E.O"])
                || (same(first, b"E.") && begins(rest, b"O."))
                || (label(&[b"EO"]) && value)
        }
        b'T' => label(&[b"TAGS", b"TAG"]),
        b'S' => {
            label(&[b"SUBJECT", b"SUBJ", b"SUMMARY"])
                || (label(&[b"SUB"]) && (first.contains(&b':') || rest.first() == Some(&b':')))
        }
        b'R' => {
            label(&[b"REFS", b"REFTEL", b"REFTELS", b"REFERENCE", b"REFERENCES"])
                || label(&[b"REF"])
                || (label(&[b"REASON", b"REASONS"]) && line.contains(&b':'))
        }
        b'C' => {
            (same(first, b"CLASSIFIED") || same(first, b"CLASSIFIEDBY")) && begins(rest, b"BY")
                || label(&[b"CLASSIFIEDBY"])
        }
        b'D' => same(first, b"DERIVED") && begins(rest, b"FROM") || label(&[b"DECL"]),
        b'1'..=b'9' => numbered_paragraph(first, rest),
        _ => false,
    }
}

/// `1. (C) …`, `1.(C) …`, `12. Text`.
fn numbered_paragraph(first: &[u8], rest: &[u8]) -> bool {
    let Some(dot) = first.iter().position(|byte| !byte.is_ascii_digit()) else {
        return false;
    };
    let tail = first.get(dot..).unwrap_or(b"");
    dot <= 2 && (tail == b"." && !rest.is_empty() || tail.starts_with(b".("))
}

/// Whether the line steers the telegram on (`DEPT PASS USTR`, `STATE FOR EUR`): a pass line of the text.
pub(crate) fn is_pass_line(line: &[u8]) -> bool {
    /// Words before FOR in the names of agencies.
    const NAMES: [&[u8]; 14] = [
        b"AGENCY",
        b"CENTER",
        b"CENTERS",
        b"CENTRE",
        b"OFFICE",
        b"INSTITUTE",
        b"COUNCIL",
        b"COMMISSION",
        b"BUREAU",
        b"COMMITTEE",
        b"DIRECTOR",
        b"COMMANDER",
        b"MISSION",
        b"SCHOOL",
    ];
    if indicator_before_slash(line).is_some() {
        return false;
    }
    let mut before: &[u8] = b"";
    for (index, word) in words(line).enumerate() {
        let word = part(line, word);
        if same(word, b"PASS") || (index == 0 && same(word, b"PLEASE")) {
            return true;
        }
        if same(word, b"FOR") && !NAMES.iter().any(|name| same(before, name)) {
            return true;
        }
        before = word;
    }
    false
}

/// A separator of transmission sections: `NORDHAVEN 00000123 002 OF 003`.
pub(crate) fn is_separator(line: &[u8]) -> bool {
    let mut eight = false;
    for word in words(line) {
        let word = part(line, word);
        if eight && same(word, b"OF") {
            return true;
        }
        eight |= word.len() == 8 && is_digits(word);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_banner_is_read_by_its_letters() {
        for line in [
            "UNCLAS NORDHAVEN 000123",
            "C O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000123",
            "CSE C R E T PORT AURELIA 000123",
            "E C R E T PORT AURELIA 000123",
            "UUNCLAS PORT AURELIA 0123",
            "UNCLAS E F T O SECTION 01 OF 02 ZELTBERG 000012",
            "SECRET FINAL SECTION OF 2 ZELTBERG 1234",
            "LIMITED OFFICIAL USE ZELTBERG 1234",
            "CONFIDENTIAL XXXXXXXXXXXX",
            "Secret Zeltberg 001234",
        ] {
            assert_eq!(
                level_line(line.as_bytes()),
                Some(LevelLine::Banner),
                "{line}"
            );
        }
        for line in [
            "CONFIDENTIAL",
            "S E C R E T",
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        ] {
            assert_eq!(
                level_line(line.as_bytes()),
                Some(LevelLine::Alone),
                "{line}"
            );
        }
        for line in [
            "SECRETARY OF COMMERCE WASHDC 1234",
            "SECDEF WASHDC 1234",
            "RUEHNV/AMEMBASSY NORDHAVEN 0123",
            "Secret sources say so",
            "",
            "ECRET",
        ] {
            assert_eq!(level_line(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn labels_captions_and_pass_lines() {
        for line in [
            "E.O. 12958: N/A",
            "EO 12958 DECL: 01/01/2019",
            "E. O. 11652: GDS",
            "TAGS: PREL",
            "TAGS PREL",
            "SUBJECT: X",
            "REF: A",
            "REFS A. B",
            "1. (C) Text",
            "1.(U) Text",
            "Classified By: DCM",
        ] {
            assert!(is_label(line.as_bytes()), "{line}");
        }
        for line in [
            "EO",
            "REFINERY",
            "39OS ZELTBERG AB",
            "EOC NORDHAVEN 12",
            "TAGSVILLE",
        ] {
            assert!(!is_label(line.as_bytes()), "{line}");
        }
        for line in [
            "SIPDIS",
            "Sipdis",
            "SIPDIS NOFORN",
            "DEA SENSITIVE",
            "ROGER CHANNEL",
            "NODIS/CHEROKEE",
        ] {
            assert!(is_caption(line.as_bytes()), "{line}");
        }
        assert!(is_pass_line(b"DEPT PASS USTR"));
        assert!(is_pass_line(b"STATE FOR EUR/NB"));
        assert!(!is_pass_line(b"CENTERS FOR DISEASE CONTROL"));
        assert!(!is_pass_line(b"RUEHNV/AGENCY OF ALL FOR ONE"));
        assert!(is_separator(b"NORDHAVEN 00000123  001.2 OF 003"));
    }
}
