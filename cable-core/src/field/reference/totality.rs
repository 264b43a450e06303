//! Any string is read: seeded mutations of fields, and long ones that would show more than linear time.

use super::parse;
use super::reader::Reader;
use super::token::Tokens;
use crate::diagnostic::Diagnostic;
use crate::field::Context;
use crate::record::ReferenceKind;
use crate::scan::{Folded, lines};
use crate::span::Span;

/// A small generator of numbers, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

const FIELDS: &[&str] = &[
    "A. 08 NORDHAVEN 1234 (NOTAL)  B. ZELTBERG 820 AND PREVIOUS\n     C. PORT AURELIA 12, 13 AND 14",
    "REF: A. REF A: 09 ROME 12 (A NOTE)\nB. MILLER-OKAFOR E-MAIL OF 12/01/09; C) PARIS 9-08",
    "(A) STATE (08) 12345, (B)STATE #12 [C] '07 OSLO 1/08 \nPAGE 02 ROME 03318 01 OF 02 151204Z D. 870 LIMA",
    "SECDEF R110915Z NOV 07; STATE CA-5117; LISBON 1: LISBON 2 & 3/4 + N’DJAMENA O12",
    "A NORDHAVEN 318 B ZELTBERG 77 ROME 00004471 001.2 OF 004 C) \"ST. PETERSBURG 1\"",
    "NONE",
    "N/A\n1. (U) SUMMARY: É",
];

const PIECES: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "(",
    ")",
    "[",
    "]",
    ".",
    ",",
    ";",
    ":",
    "-",
    "--",
    "/",
    "&",
    "+",
    "#",
    "'",
    "’",
    "\"",
    "\\",
    "A",
    "B. ",
    "REF ",
    "AND ",
    "09 ",
    "2009 ",
    "0",
    "O",
    "123",
    "99999999999",
    "ROME 1",
    "PORT",
    "é",
    "ß",
    "¶",
    "\u{a0}",
    "中",
    "\0",
    "\u{301}",
    "001.2 OF 005",
    "PAGE 02 X 1 082030Z",
    "EMAIL",
    "1. (U) ",
    "----",
    "NOTAL",
    "ET AL",
    "THRU ",
    "REF: REF: ",
];

fn check(text: &str, limit: usize) {
    let context = Context {
        year: Some(2009),
        ..Context::default()
    }
    .with_own("NORDHAVEN", 500);
    let mut found: Vec<Diagnostic> = Vec::new();
    let all = [Span::at(0, text.len())];
    let split = lines(text);
    for lines in [&all[..], &split[..]] {
        found.clear();
        let folded = Folded::new(text, lines);
        let references = parse(&folded, &context, limit, &mut found);
        let string = folded.as_str();
        assert!(string.is_char_boundary(references.end), "{text:?}");
        assert!(references.entries.len() <= limit, "{text:?}");
        assert!(
            !references.explicitly_empty || references.entries.is_empty(),
            "{text:?}"
        );
        let mut last = 0;
        for entry in &references.entries {
            let span = entry.span();
            assert!(!span.slice(text).is_empty(), "{text:?}");
            assert!(span.start() >= last, "{text:?}");
            assert!(!entry.text.get(text).trim().is_empty(), "{text:?}");
            last = span.start();
            if let Some(target) = &entry.target {
                let target = target.get(text);
                assert_eq!(entry.kind, ReferenceKind::Cable, "{text:?}");
                assert!(target.is_ascii() && target.len() >= 4, "{text:?}: {target}");
                assert!(
                    target.ends_with(|last: char| last.is_ascii_digit()),
                    "{text:?}: {target}"
                );
                assert!(!target.contains(' '), "{text:?}: {target}");
            }
            if let Some(label) = &entry.label {
                assert!(label.span().end() <= span.start(), "{text:?}");
            }
        }
        for found in &found {
            assert!(
                found
                    .span
                    .is_some_and(|span| text.get(span.range()).is_some()),
                "{text:?}"
            );
        }
    }
}

#[test]
fn mutated_fields_are_read() {
    let mut random = Random(0x5eed_cab1_e000_0001);
    for round in 0..6_000 {
        let mut text: Vec<char> = FIELDS[random.below(FIELDS.len())].chars().collect();
        for _ in 0..=random.below(6) {
            let at = random.below(text.len() + 1);
            match random.below(4) {
                0 => {
                    let end = (at + random.below(8)).min(text.len());
                    text.drain(at..end);
                }
                1 => {
                    let end = (at + random.below(20)).min(text.len());
                    let part: Vec<char> = text[at..end].to_vec();
                    let to = random.below(text.len() + 1);
                    text.splice(to..to, part);
                }
                _ => {
                    let piece = PIECES[random.below(PIECES.len())];
                    text.splice(at..at, piece.chars());
                }
            }
        }
        let text: String = text.into_iter().collect();
        check(&text, if round % 7 == 0 { 2 } else { 5000 });
    }
}

#[test]
fn random_pieces_are_read() {
    let mut random = Random(0x5eed_cab1_e000_0002);
    for _ in 0..6_000 {
        let mut text = String::new();
        for _ in 0..random.below(24) {
            text.push_str(PIECES[random.below(PIECES.len())]);
        }
        check(&text, 5000);
    }
}

/// How often the tokens of a field are looked at.
fn looks(text: &str) -> usize {
    let folded = Folded::new(text, &[Span::at(0, text.len())]);
    let context = Context::assumed(Some(2009));
    let tokens = Tokens::new(folded.as_str());
    Reader::new(&folded, &tokens, &context, usize::MAX, &mut ()).read();
    tokens.looks.get()
}

/// Sixteen times the field takes some sixteen times the looks; quadratic reading would take 256 times.
#[test]
fn long_fields_take_linear_time() {
    const SHORT: usize = 1_000;
    /// What the start of a field costs, more than the rest of it may.
    const START: usize = 1_000;
    let more = [
        "A. (",
        "A. B ",
        "(A",
        "ROME 1, ",
        "X 12\n",
        "WORD ",
        "A. WORD\n",
        "STATE 1 WORDS, ",
    ];
    for piece in PIECES.iter().chain(FIELDS).chain(&more) {
        for front in ["", "A. MILLER EMAIL "] {
            let text = |size: usize| format!("{front}{}", piece.repeat(size / piece.len()));
            let (short, long) = (text(SHORT), text(SHORT * 16));
            check(&long, usize::MAX);
            let (short, long) = (looks(&short), looks(&long));
            assert!(
                long < (short + START) * 40,
                "{front}{piece:?}: {short} {long}"
            );
        }
    }
}
