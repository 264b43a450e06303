//! The grammar of markings: a level, then controls.
//!
//! ```text
//! marking = level { sep control } | nato { sep control } | "//" country level { sep control }
//! sep     = "/" | "//" | "-" | blanks
//! ```
//!
//! Offices and laws have controls of their own (`LES`, `DELIBERATIVE`, `PRIVACY ACT`), more than a table can know. Behind a
//! slash they are told by the level before them: that of SBU, FOUO and CUI, which no office has, or any level before a
//! double slash. `S/CT` and `U/S` are offices.

use crate::field::level_word::undamaged;
use crate::record::{Control, Controls, Level};
use std::ops::Range;

/// A control with names.
pub(super) struct Named {
    /// `REL TO`, `FGI`; empty for the country of a foreign mark and for a control of no table.
    pub(super) word: &'static str,
    /// Where the whole control stands.
    pub(super) place: Range<usize>,
    /// Where its names stand.
    pub(super) names: Range<usize>,
}

/// What a marking says.
pub(super) struct Parts {
    pub(super) level: Level,
    pub(super) controls: Controls,
    pub(super) named: Vec<Named>,
    pub(super) entire_text: bool,
}

/// The words of a marking, from a place on.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    whole: &'a [u8],
    at: usize,
}

/// Levels as they are written. A word must be whole, so their order is of no matter.
const LEVELS: &[(&str, Level, Option<Control>)] = &[
    ("C", Level::Confidential, None),
    ("S", Level::Secret, None),
    ("U", Level::Unclassified, None),
    ("R", Level::Restricted, None),
    ("TS", Level::TopSecret, None),
    ("SBU", Level::Unclassified, Some(Control::Sbu)),
    ("FOUO", Level::Unclassified, Some(Control::Fouo)),
    ("LOU", Level::Unclassified, Some(Control::Lou)),
    ("CUI", Level::Unclassified, Some(Control::Cui)),
    ("CTS", Level::TopSecret, Some(Control::Nato)),
    ("NS", Level::Secret, Some(Control::Nato)),
    ("NC", Level::Confidential, Some(Control::Nato)),
    ("NR", Level::Restricted, Some(Control::Nato)),
    ("NU", Level::Unclassified, Some(Control::Nato)),
    (
        "SENSITIVE BUT UNCLASSIFIED",
        Level::Unclassified,
        Some(Control::Sbu),
    ),
    (
        "LIMITED OFFICIAL USE",
        Level::Unclassified,
        Some(Control::Lou),
    ),
    (
        "FOR OFFICIAL USE ONLY",
        Level::Unclassified,
        Some(Control::Fouo),
    ),
    (
        "CONTROLLED UNCLASSIFIED INFORMATION",
        Level::Unclassified,
        Some(Control::Cui),
    ),
    ("COSMIC TOP SECRET", Level::TopSecret, Some(Control::Nato)),
    ("NATO SECRET", Level::Secret, Some(Control::Nato)),
    (
        "NATO CONFIDENTIAL",
        Level::Confidential,
        Some(Control::Nato),
    ),
    ("NATO RESTRICTED", Level::Restricted, Some(Control::Nato)),
    (
        "NATO UNCLASSIFIED",
        Level::Unclassified,
        Some(Control::Nato),
    ),
    // Written without the separator, or with the letters of S/NF exchanged.
    ("SNF", Level::Secret, Some(Control::Noforn)),
    ("CNF", Level::Confidential, Some(Control::Noforn)),
    ("N SF", Level::Secret, Some(Control::Noforn)),
    ("N CF", Level::Confidential, Some(Control::Noforn)),
];

/// A bit for each letter that a level begins with, one written out in other words too: most words that are no level are told
/// by their first letter.
const LEVEL_LETTERS: u32 = {
    let (mut letters, mut index) = (0, 0);
    while index < LEVELS.len() {
        letters |= 1 << (LEVELS[index].0.as_bytes()[0] - b'A');
        index += 1;
    }
    letters
};

/// Controls without names, as they are written.
const CONTROLS: &[(&str, Control)] = &[
    ("NF", Control::Noforn),
    ("NOFORN", Control::Noforn),
    ("N F", Control::Noforn),
    ("NO FORN", Control::Noforn),
    ("N O F O R N", Control::Noforn),
    ("FOUO", Control::Fouo),
    ("FOR OFFICIAL USE ONLY", Control::Fouo),
    ("SBU", Control::Sbu),
    ("SENSITIVE BUT UNCLASSIFIED", Control::Sbu),
    ("LOU", Control::Lou),
    ("LIMITED OFFICIAL USE", Control::Lou),
    ("EFTO", Control::Efto),
    ("E F T O", Control::Efto),
    ("CUI", Control::Cui),
    ("NATO", Control::Nato),
    ("SI", Control::Si),
    ("OC", Control::Orcon),
    ("ORCON", Control::Orcon),
    ("PROPIN", Control::Propin),
    ("PR", Control::Propin),
    ("EYES ONLY", Control::EyesOnly),
    ("EXDIS", Control::Exdis),
    ("NODIS", Control::Nodis),
];

/// What opens a list of those to whom a text may be released.
const RELEASE: &[&str] = &["REL TO", "REL", "RELEASABLE TO"];

const ENTIRE: &[&str] = &[
    "ENTIRE TEXT",
    "ENTIRE MESSAGE",
    "ENTIRE CABLE",
    "ENTIRE TELEGRAM",
];

fn separator(byte: u8) -> bool {
    matches!(byte, b'/' | b'-' | b',' | b' ' | b'\t' | b'\n' | b'\r')
}

impl<'a> Words<'a> {
    pub(super) fn new(whole: &'a str) -> Self {
        Words {
            whole: whole.as_bytes(),
            at: 0,
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.whole.get(self.at..).unwrap_or(&[])
    }

    fn skip_separators(&mut self) {
        self.at += self
            .rest()
            .iter()
            .position(|&byte| !separator(byte))
            .unwrap_or(self.rest().len());
    }

    /// The next word of letters; empty where none stands.
    fn word(&mut self) -> &'a [u8] {
        self.skip_separators();
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        // A word ends at a separator; `U.S.` has none.
        if behind.first().is_some_and(|&byte| !separator(byte)) {
            return &[];
        }
        self.at += length;
        word
    }

    /// Takes the words of `phrase`, whatever stands between them.
    fn take(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        ahead.skip_separators();
        // Most phrases end here.
        let first = |bytes: &[u8]| bytes.first().map(u8::to_ascii_uppercase);
        if first(ahead.rest()) != first(phrase.as_bytes()) {
            return false;
        }
        for expected in phrase.split(' ') {
            ahead.skip_separators();
            let Some((word, behind)) = ahead.rest().split_at_checked(expected.len()) else {
                return false;
            };
            // A word ends at a separator; `U.S.` has none.
            if !word.eq_ignore_ascii_case(expected.as_bytes())
                || behind.first().is_some_and(|&byte| !separator(byte))
            {
                return false;
            }
            ahead.at += expected.len();
        }
        *self = ahead;
        true
    }

    fn level(&mut self) -> Option<(Level, Controls)> {
        // Letters apart before the marks of one letter: `S E C R E T` is not S.
        if matches!(self.rest(), [_, b' ', _, b' ', ..]) {
            if let Some(level) = self.written_out() {
                return Some(level);
            }
        }
        let mut ahead = *self;
        ahead.skip_separators();
        let first = ahead.rest().first()?.to_ascii_uppercase();
        if !first.is_ascii_uppercase() || LEVEL_LETTERS & (1 << (first - b'A')) == 0 {
            return None;
        }
        let first_is = |phrase: &str| phrase.as_bytes().first() == Some(&first);
        for &(phrase, level, control) in LEVELS.iter().filter(|(phrase, ..)| first_is(phrase)) {
            if self.take(phrase) {
                return Some((level, control.into_iter().collect()));
            }
        }
        self.written_out()
    }

    fn written_out(&mut self) -> Option<(Level, Controls)> {
        let found = undamaged(self.rest())?;
        if !found.spelling_ok {
            return None;
        }
        let behind = self.rest().get(found.len);
        if behind.is_some_and(|&byte| !separator(byte)) {
            return None;
        }
        self.at += found.len;
        Some((found.level, found.controls))
    }

    /// A whole marking, or nothing.
    pub(super) fn marking(&mut self) -> Option<Parts> {
        let mut named = Vec::new();
        let foreign = self.rest().starts_with(b"//");
        if self.rest().first().is_some_and(|&byte| separator(byte)) && !foreign {
            return None;
        }
        self.skip_separators();
        let mut level = self.level();
        if level.is_none() && foreign {
            // The country, then the letter of its level.
            let start = self.at;
            let country = self.word();
            let place = start..self.at;
            if country.len() < 2 {
                return None;
            }
            level = self.level();
            named.push(Named {
                word: "",
                place: place.clone(),
                names: place,
            });
        }
        let (level, controls) = level?;
        let mut parts = Parts {
            level,
            controls,
            named,
            entire_text: false,
        };
        loop {
            self.skip_separators();
            if self.rest().is_empty() {
                return Some(parts);
            }
            self.control(&mut parts)?;
        }
    }

    /// One control, or nothing if the marking is none.
    fn control(&mut self, parts: &mut Parts) -> Option<()> {
        if ENTIRE.iter().any(|phrase| self.take(phrase)) {
            parts.entire_text = true;
            return Some(());
        }
        for &(phrase, control) in CONTROLS {
            if self.take(phrase) {
                parts.controls.insert(control);
                return Some(());
            }
        }
        // 5 FAH-1 H-246 writes SBU/N; after a level N is a slip nobody can read.
        if parts.controls.contains(Control::Sbu) && self.take("N") {
            parts.controls.insert(Control::Noforn);
            return Some(());
        }
        if parts.level == Level::Unclassified && self.take("SENSITIVE") {
            parts.controls.insert(Control::Sbu);
            return Some(());
        }
        let start = self.at;
        if RELEASE.iter().any(|phrase| self.take(phrase)) {
            let names = self.names();
            parts.named.push(Named {
                word: "REL TO",
                place: start..names.end,
                names,
            });
            return Some(());
        }
        if self.take("FGI") {
            let names = self.names();
            if names.is_empty() {
                parts.controls.insert(Control::Fgi);
            } else {
                parts.named.push(Named {
                    word: "FGI",
                    place: start..names.end,
                    names,
                });
            }
            return Some(());
        }
        self.unknown(parts)
    }

    /// Words in capitals behind a slash, up to the next slash or the end.
    fn unknown(&mut self, parts: &mut Parts) -> Option<()> {
        const LONGEST: usize = 40;
        let before = self.whole.get(..self.at)?.trim_ascii_end();
        let office = [Control::Sbu, Control::Fouo, Control::Cui]
            .iter()
            .any(|&control| parts.controls.contains(control));
        if !(before.ends_with(b"//") || office && before.ends_with(b"/")) {
            return None;
        }
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|&byte| byte == b'/')
            .unwrap_or(rest.len());
        let words = rest.get(..length)?.trim_ascii_end();
        if !(2..=LONGEST).contains(&words.len())
            || !words
                .iter()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_whitespace())
        {
            return None;
        }
        let place = self.at..self.at + words.len();
        self.at = place.end;
        parts.named.push(Named {
            word: "",
            place: place.clone(),
            names: place,
        });
        Some(())
    }

    /// The names up to the next control or the end.
    fn names(&mut self) -> Range<usize> {
        self.skip_separators();
        let start = self.at;
        let mut end = start;
        loop {
            let behind = *self;
            let mut next = behind;
            next.skip_separators();
            if next.rest().is_empty() || next.begins_control() {
                self.at = next.at;
                return start..end;
            }
            // To the next slash or dash: what stands between is names.
            let length = next
                .rest()
                .iter()
                .position(|byte| matches!(byte, b'/' | b'-'))
                .unwrap_or(next.rest().len());
            self.at = next.at + length;
            let piece = next.rest().get(..length).unwrap_or(&[]).trim_ascii_end();
            end = next.at + piece.len();
        }
    }

    /// Whether a control begins here, or the words for the entire text.
    fn begins_control(mut self) -> bool {
        ENTIRE.iter().any(|phrase| self.take(phrase))
            || self.take("REL")
            || self.take("FGI")
            // A country stands before NATO as often as the control does.
            || CONTROLS
                .iter()
                .any(|&(phrase, control)| control != Control::Nato && self.take(phrase))
    }
}

/// `ENTIRE TEXT` at the start of `bytes`: its length.
pub(super) fn entire_words(bytes: &[u8]) -> Option<usize> {
    const FIRST: &[u8] = b"ENTIRE";
    let head = bytes.get(..FIRST.len())?;
    if !head.eq_ignore_ascii_case(FIRST) {
        return None;
    }
    let rest = bytes.get(FIRST.len()..)?;
    let blanks = rest
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())
        .unwrap_or(rest.len());
    if blanks == 0 || line_ends(rest.get(..blanks)?) > 1 {
        return None;
    }
    let rest = rest.get(blanks..)?;
    let word = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    [&b"TEXT"[..], b"MESSAGE", b"CABLE", b"TELEGRAM"]
        .iter()
        .any(|name| {
            rest.get(..word)
                .is_some_and(|found| found.eq_ignore_ascii_case(name))
        })
        .then_some(FIRST.len() + blanks + word)
}

/// Where a mark ends that is written out and followed by `ENTIRE TEXT`, and where those words end. They are the same,
/// since the words belong to the mark as it is printed.
pub(super) fn entire_text(window: &[u8]) -> Option<(usize, usize)> {
    // Levels begin with few letters, and what stands before ENTIRE is short.
    if !matches!(
        window.first(),
        Some(
            b'C' | b'c'
                | b'S'
                | b's'
                | b'U'
                | b'u'
                | b'T'
                | b't'
                | b'L'
                | b'l'
                | b'F'
                | b'f'
                | b'R'
        )
    ) {
        return None;
    }
    let at = memchr::memchr2_iter(b'E', b'e', window)
        .take_while(|&at| at < 60)
        .find(|&at| {
            at > 0
                && window.get(at - 1).is_some_and(|&byte| separator(byte))
                && entire_words(window.get(at..).unwrap_or(&[])).is_some()
        })?;
    let end = at + entire_words(window.get(at..)?)?;
    Some((end, end))
}

/// Count of the line ends, of whatever kind.
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    // What stands between parentheses is a few bytes, nearly always.
    let ends = bytes.iter().enumerate().filter(|&(at, byte)| {
        *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')
    });
    ends.count()
}
