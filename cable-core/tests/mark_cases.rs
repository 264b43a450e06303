//! Readers of marks, classifiers and signatures: total under random damage, and linear.

use cable_core::Span;
use cable_core::field::{
    Context, banner, classified_by, level_word, marking, redaction, signature,
};
use cable_core::scan::Folded;

/// The lines of a text, line ends and white space at their ends removed.
fn lines(text: &str, from: usize) -> Vec<Span> {
    let mut at = from;
    text[from..]
        .split('\n')
        .map(|line| {
            let start = at;
            at += line.len() + 1;
            Span::new(start as u32, (start + line.trim_end().len()) as u32)
        })
        .collect()
}

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Pieces from which damaged texts are made.
const PIECES: &[&str] = &[
    "S E C R E T",
    "UNCLAS",
    "CONFIDENTIAL",
    "SECTION 01 OF 02",
    "NOFORN",
    "E F T O",
    "//",
    "NORDHAVEN",
    "PORT AURELIA",
    "001234",
    "SIPDIS",
    "(C)",
    "(S/NF)",
    "(S//REL TO USA,",
    "FVEY)",
    "//GBR S",
    "ENTIRE TEXT",
    "Classified By",
    ":",
    "Ambassador",
    "J.",
    "Roe",
    "Jr.",
    "III",
    "for reasons",
    "reason s",
    "1.4",
    "(b)",
    "and",
    "( d)",
    "b/d",
    ",",
    ";",
    ".",
    "DERIVED FROM",
    "d'Affaires",
    "a.i.",
    "\n",
    "\n\n",
    " ",
    "    ",
    "ROE",
    "NNNN",
    "#0820",
    "BT",
    "XXXXXXXXXXXX",
    "[NAME REMOVED]",
    "█",
    "é",
    "“",
    "¶",
    "\u{0}",
    "\t",
    "\r",
    "[",
    "(",
    ")",
    "]",
    "1",
    "(a)(5)",
    "1-301",
    "B6",
    "GP-3",
    "through",
    "2009-12-31",
    "…",
    "0",
    "x",
    "X",
    "-/",
    "PAGE 02",
];

fn damaged(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(40) {
        text.push_str(PIECES[random.below(PIECES.len())]);
        if random.below(3) > 0 {
            text.push(' ');
        }
    }
    // Cut out a few characters.
    for _ in 0..random.below(4) {
        let from = random.below(text.len());
        let to = (from + random.below(6)).min(text.len());
        if text.is_char_boundary(from) && text.is_char_boundary(to) {
            text.replace_range(from..to, "");
        }
    }
    text
}

#[test]
fn every_damaged_text_is_read_and_every_place_fits() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..4_000 {
        let text = damaged(&mut random);
        let length = text.len() as u32;
        let all = lines(&text, 0);
        let check = |span: Span| {
            assert!(span.end() <= length, "{text:?}");
            assert!(text.is_char_boundary(span.start() as usize), "{text:?}");
            assert!(text.is_char_boundary(span.end() as usize), "{text:?}");
        };
        for at in [0, random.below(text.len() + 1) as u32] {
            if let Some(found) = marking::portion_at(&text, at, length) {
                assert!(found.end > at && found.end <= length, "{text:?}");
                check(found.mark.span());
            }
        }
        for line in &all {
            if let Some(mark) = marking::portion(&text, *line) {
                check(mark.span());
            }
            if let Some(mark) = marking::classification(&text, *line) {
                check(mark.span());
            }
            if let Some(found) = banner::parse(&text, *line, &mut ()) {
                assert!(line.contains(found.banner.printed.span()), "{text:?}");
                assert!(line.contains(found.rest), "{text:?}");
                check(found.banner.level_span);
                check(found.banner.serial_span);
            }
            if let Some(level) = level_word::level_word(line.slice(&text).as_bytes()) {
                assert!(level.len <= line.len() as usize);
            }
        }
        let folded = Folded::new(&text, &all);
        let (block, end) =
            classified_by::parse(&folded, &Context::assumed(Some(2008)), &mut Vec::new());
        assert!(folded.as_str().get(..end).is_some(), "{text:?}");
        check(block.span);
        for who in &block.classifiers {
            for part in [&who.name, &who.title, &who.office].into_iter().flatten() {
                check(part.span());
                assert!(!part.get(&text).is_empty(), "{text:?}");
            }
        }
        block.reasons.iter().for_each(|reason| check(reason.span()));
        let signed = signature::parse(&text, &all, &mut Vec::new());
        for name in signed.names.iter().chain(&signed.end_markers) {
            check(name.span());
            assert!(!name.get(&text).is_empty(), "{text:?}");
        }
        let mut redactions = Vec::new();
        redaction::find(&text, Span::new(0, length), &mut redactions);
        let mut before = 0;
        for found in &redactions {
            check(found.text.span());
            assert!(found.text.span().start() >= before, "{text:?}");
            before = found.text.span().end();
        }
    }
}

#[test]
fn long_texts_take_time_in_proportion() {
    // Nothing here may be read again and again: each of these would take minutes if it were.
    for piece in [
        "(",
        "[",
        "X ",
        "1.4 (b), ",
        "Roe, ",
        "and ",
        "\n",
        "ROE\n",
        "S E C R E T ",
        "reason ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let all = lines(&text, 0);
        let length = text.len() as u32;
        let mut redactions = Vec::new();
        redaction::find(&text, Span::new(0, length), &mut redactions);
        let _ = classified_by::parse(&Folded::new(&text, &all), &Context::default(), &mut ());
        let _ = signature::parse(&text, &all, &mut ());
        let _ = marking::portion_at(&text, 0, length);
        let _ = banner::parse(&text, Span::new(0, length), &mut ());
    }
}
