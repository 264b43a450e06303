//! Damaged E.O. lines and TAGS lists: nothing panics, every span fits, and what is read stays inside the field.

use cable_core::field::{Context, date, executive_order, tags};
use cable_core::record::ExecutiveOrder;
use cable_core::scan::Folded;
use cable_core::{Diagnostic, Span, Spanned};

/// xorshift64*, so that every run sees the same damage.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).expect("small");
        usize::try_from(self.next() % limit).expect("small")
    }
}

const SEEDS: [&str; 16] = [
    "PREL, PGOV, OVIP (MARTELL, JONAS; HOLM, PEDER A.), RS\nEUN KDEMAF",
    "OVIP MARTELL JONAS PREL\nMEDIA REACTION\nREPORT TIP IN TURKEY, HERRING GROUNDS, RU",
    "PREL RS UNCLASSIFIED PAGE 02 NORDHA 04417 01 OF 04 141530Z EUN UNGA/C-6",
    "PREL RS NORDHAVEN 00000478 001.2 OF 003 EUN\nS E C R E T SECTION 02 OF 03 PORT AURELIA 000123",
    "KFRDKIRFCVISCMGTKOCIASECPHUMSMIGEG BA\u{2019}ATH AU-1 U.S.-ISRAEL RELATIONS",
    "12958: DECL: 03/25/2018\nSIPDIS",
    "12958, AS AMENDED BY E.O. 13292; DECLASSIFIED BY NARA JUNE 21, 2006",
    "12065: GDS 8/12/85 (MARTELL, JONAS L.) OR-P",
    "11652: XGDS (2), DECLAS 12-31-96",
    "11652: ADS, DECLAS UPON END OF\nVISIT OR 12/31/77",
    "12958: DNG: CO 12/31/2012 DECL: 2017-12-31",
    "13526: DECL: 25X1-HUMAN, 06/08/2052; 50X2-WMD, X1-X5, 1.6 X3",
    "12958: DECL: ████ XXXXXXXX 999/9/9999 02/30/2019 1/1/1",
    "12356: DECL: OADR MR MANUAL REVIEW GP-3 GROUP 4 N/A NOT APPLICABLE",
    "19528: 25 MARCH 2018, 25-MAR-18 03252018 20180325",
    "",
];

const PIECES: [&str; 24] = [
    " ", "\n", "\n\n", "(", ")", ",", ";", "/", ":", "-", ".", "é", "█", "\u{a0}", "'", "1",
    "99999999", "X", "OF", "PAGE", "DECL", "OVIP", "\u{0}", "ſ",
];

/// The text with its lines, a pilcrow left out where there is one.
fn lines(text: &str) -> Vec<Span> {
    let mut at: u32 = 0;
    text.split('\n')
        .map(|line| {
            let length = u32::try_from(line.len()).expect("small");
            let span = Span::new(at, at + length);
            at += length + 1;
            span
        })
        .collect()
}

fn damaged(random: &mut Random) -> String {
    let mut text: Vec<char> = SEEDS[random.below(SEEDS.len())].chars().collect();
    for _ in 0..random.below(6) {
        let at = random.below(text.len() + 1);
        match random.below(5) {
            0 => {
                text.truncate(at);
            }
            1 => {
                let other: Vec<char> = SEEDS[random.below(SEEDS.len())].chars().collect();
                let from = random.below(other.len() + 1);
                text.splice(at..at, other.into_iter().skip(from));
            }
            2 if at < text.len() => {
                text.remove(at);
            }
            3 if at < text.len() => {
                text[at] = char::from(u8::try_from(32 + random.below(95)).expect("ASCII"));
            }
            _ => {
                text.splice(at..at, PIECES[random.below(PIECES.len())].chars());
            }
        }
    }
    text.into_iter().collect()
}

fn fits(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
}

fn value_fits(text: &str, value: &Spanned) {
    fits(text, value.span());
    assert!(!value.get(text).is_empty(), "empty value in {text:?}");
    assert!(!value.get(text).contains('\n'), "line end in {text:?}");
}

fn check(text: &str, context: &Context<'_>) {
    let spans = lines(text);
    let folded = Folded::new(text, &spans);
    let mut sink: Vec<Diagnostic> = Vec::new();

    let list = tags::parse(&folded, context, &mut sink);
    assert!(folded.as_str().get(..list.end).is_some(), "{text:?}");
    let field = folded.span(0..list.end);
    for (index, tag) in list.tags.iter().enumerate() {
        value_fits(text, &tag.code);
        assert!(field.contains(tag.code.span()), "{text:?}");
        let same =
            |other: &cable_core::record::Tag<Spanned>| other.code.get(text) == tag.code.get(text);
        assert_eq!(list.tags.iter().position(same), Some(index), "{text:?}");
    }
    for repeat in &list.repeats {
        value_fits(text, repeat);
        assert!(
            list.tags
                .iter()
                .any(|tag| tag.code.get(text) == repeat.get(text)),
            "{text:?}"
        );
    }

    let (order, end) = executive_order::parse(&folded, context, &mut sink);
    assert!(folded.as_str().get(..end).is_some(), "{text:?}");
    let ExecutiveOrder {
        order,
        declassification,
        span,
        ..
    } = order;
    fits(text, span);
    let value = declassification.expect("always read");
    fits(text, value.span);
    for part in [&order, &value.event, &value.authority]
        .into_iter()
        .flatten()
        .chain(&value.codes)
    {
        value_fits(text, part);
        assert!(folded.span(0..end).contains(part.span()), "{text:?}");
    }
    for found in sink {
        fits(text, found.span.expect("a place"));
    }
    for (at, _) in text.char_indices() {
        let rest = &text[at..];
        if let Some((_, length)) = date::read(rest) {
            assert!(length > 0 && rest.get(..length).is_some(), "{rest:?}");
        }
    }
}

#[test]
fn damage_never_panics_and_every_span_fits() {
    let mut random = Random(0x5EED_2008);
    let contexts = [
        Context::default(),
        Context::assumed(Some(2008)),
        Context::assumed(Some(1976)).with_own("PORT AURELIA", 123),
        Context::assumed(Some(i16::MAX)),
        Context::assumed(Some(i16::MIN)),
    ];
    for _ in 0..20_000 {
        let text = damaged(&mut random);
        check(&text, &contexts[random.below(contexts.len())]);
    }
}

#[test]
fn long_lines_of_one_piece_end() {
    for piece in PIECES.into_iter().chain(SEEDS) {
        let text = piece.repeat(60_000 / piece.len().max(1));
        let spans = lines(&text);
        let folded = Folded::new(&text, &spans);
        let context = Context::assumed(Some(2008));
        let list = tags::parse(&folded, &context, &mut ());
        let (_, end) = executive_order::parse(&folded, &context, &mut ());
        assert!(list.end <= text.len() && end <= text.len());
    }
}
