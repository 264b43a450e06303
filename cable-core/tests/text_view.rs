//! The running text: it holds nothing but what was asked for, and leads back byte by byte.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod mutator;
mod telegrams;

use cable_core::{Cable, CableRef, Span, TextLabel, TextOptions, TextView, ZoneKind};
use mutator::{Random, damaged};

const EVERYTHING: TextOptions = TextOptions::new()
    .with_header(true)
    .with_banner(true)
    .with_captions(true)
    .with_marks(true)
    .with_numbers(true)
    .with_headings(true)
    .with_breaks(true)
    .with_signature(true);

/// Pieces tile the running text; each leads to the same bytes, or to white space and what was left out.
fn leads_back(cable: CableRef<'_>, view: &TextView) {
    let (mut at, mut origin) = (0, 0);
    for piece in view.pieces() {
        assert_eq!(piece.span.start(), at, "pieces tile");
        assert!(
            !piece.span.is_empty() && piece.origin.start() >= origin,
            "in order"
        );
        at = piece.span.end();
        origin = piece.origin.end();
        let words = piece.span.slice(view.text());
        if piece.label == TextLabel::Gap {
            assert!(words.trim().is_empty(), "{words:?}");
        } else {
            assert_eq!(words, cable.slice(piece.origin));
            assert_eq!(view.to_text(piece.span), piece.origin);
        }
        assert_eq!(piece.source, cable.source_map().to_source(piece.origin));
    }
    assert_eq!(at as usize, view.text().len(), "pieces tile");
}

/// No byte of the text comes from a place that is something else.
fn holds_text_only(cable: CableRef<'_>, view: &TextView) {
    let outside = |label: &str, place: Span| {
        let touched = view
            .pieces()
            .iter()
            .filter(|piece| piece.label != TextLabel::Gap)
            .find(|piece| piece.origin.start() < place.end() && place.start() < piece.origin.end());
        assert!(touched.is_none(), "{label}: {:?}", cable.slice(place));
    };
    for zone in cable.layout().zones() {
        if !matches!(zone.kind, ZoneKind::Paragraph | ZoneKind::Unread) {
            let content = cable.slice(zone.span).trim_end().len();
            outside(
                zone.kind.as_str(),
                Span::new(zone.span.start(), zone.span.start() + content as u32),
            );
        }
    }
    let spans = cable.spans();
    for (pointer, span) in spans.iter() {
        let part = pointer
            .strip_prefix("/paragraphs/")
            .and_then(|rest| rest.split_once('/'));
        if part.is_some_and(|(_, field)| matches!(field, "mark" | "number" | "suffix")) {
            outside(pointer, span);
        }
    }
}

fn texts() -> Vec<Vec<u8>> {
    telegrams::all()
        .into_iter()
        .map(|(_, bytes)| bytes)
        .collect()
}

#[test]
fn every_byte_leads_back_and_is_text_of_a_paragraph() {
    let texts = texts();
    let mut random = Random::of(7);
    let damaged: Vec<_> = (0..1_000)
        .map(|number| damaged(&texts[number % texts.len()], &mut random))
        .collect();
    let mut read = 0;
    for bytes in texts.iter().chain(&damaged) {
        let Ok(cable) = Cable::parse(bytes.as_slice()) else {
            continue;
        };
        read += 1;
        let running = cable.view().text_view(&TextOptions::new());
        leads_back(cable.view(), &running);
        holds_text_only(cable.view(), &running);
        leads_back(cable.view(), &cable.view().text_view(&EVERYTHING));
    }
    assert!(read > 600, "only {read} were read");
}

#[test]
fn no_word_of_the_frame_is_in_the_text() {
    for bytes in texts() {
        let cable = Cable::parse(bytes).expect("a telegram");
        let view = cable.view();
        let running = view.text_view(&TextOptions::new());
        let text = running.text();
        let absent = |what: &str, words: &str| {
            assert!(
                words.trim().is_empty() || !text.contains(words),
                "{what} {words:?} in {text}"
            );
        };
        if let Some(banner) = view.banner() {
            absent("banner", banner.printed);
        }
        for zone in view.layout().zones() {
            if zone.kind == ZoneKind::Break {
                absent("break", view.slice(zone.span).trim());
            }
        }
        for mark in view.paragraphs().filter_map(|paragraph| paragraph.mark()) {
            absent("mark", &format!("({})", mark.printed));
        }
    }
}

#[test]
fn what_is_kept_stands_in_the_order_of_the_telegram() {
    let text = "O 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC\nC O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000142\n\n\
                SIPDIS\n\nE.O. 12958: DECL: 03/04/2018\nTAGS: EFIS\nSUBJECT: HERRING\n\n(C) THE CATCH\n-------------\n\n\
                1. (C) It falls,\nhe said, and the\n\nNORDHAVEN 00000142  002 OF 002\n\n\nboats lie idle:\nA. (S) all  of them\nB. (U) for long.\n\n\
                2a. (U) It rises. (C) Slowly.\nROE\n";
    let cable = Cable::parse(text.as_bytes()).expect("a telegram");
    let running = cable.view().text_view(&TextOptions::new());
    assert_eq!(
        running.text(),
        "It falls, he said, and the boats lie idle:\nA. all of them\nB. for long.\n\nIt rises. Slowly."
    );
    assert_eq!(
        cable.view().text_view(&EVERYTHING).text(),
        "O 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC\n\nC O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000142\n\n\
         SIPDIS\n\nE.O. 12958: DECL: 03/04/2018\n\nTAGS: EFIS\n\nSUBJECT: HERRING\n\n(C) THE CATCH\n\n\
         1. (C) It falls, he said, and the\n\nNORDHAVEN 00000142 002 OF 002\n\nboats lie idle:\nA. (S) all of them\nB. (U) for long.\n\n\
         2a. (U) It rises. (C) Slowly.\n\nROE"
    );
    let labels: Vec<_> = cable
        .view()
        .text_view(&TextOptions::new().with_headings(true))
        .pieces()
        .iter()
        .map(|piece| (piece.label, piece.paragraph))
        .take(3)
        .collect();
    assert_eq!(
        labels,
        [
            (TextLabel::Heading, None),
            (TextLabel::Gap, Some(0)),
            (TextLabel::Text, Some(0))
        ]
    );
}

/// A telegram put together of sentences, marks, titles and breaks, and its sentences alone.
fn invented(random: &mut Random) -> (String, String) {
    const WORDS: [&str; 12] = [
        "herring", "fleet", "of", "the", "minister", "said", "harbor", "that", "boats", "idle",
        "catch", "would",
    ];
    const MARKS: [&str; 8] = [
        "C",
        "S/NF",
        "SBU",
        "U",
        "C//REL TO GBR, NATO",
        "S//NF",
        "c",
        "U//FOUO",
    ];
    const BREAKS: [&str; 6] = [
        "\n\nNORDHAVEN 00000142  002 OF 003\n\n\n",
        "\nNORDHAVEN 00000142 001.2 OF 003\n",
        "\n\nNORDHAVEN 00000142  002 OF 003\n\nSIPDIS\n\n",
        "\nCONFIDENTIAL\n\nPAGE 02        NORDHA  00142  02 OF 03  041015Z\n",
        "\n\nS E C R E T SECTION 02 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\n",
        " NORDHAVEN 00000142 003 OF 003 ",
    ];
    let pick = |random: &mut Random, list: &[&'static str]| list[random.below(list.len())];
    let mut printed = "S E C R E T SECTION 01 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\nE.O. 12958: DECL: 03/04/2018\nTAGS: EFIS\nSUBJECT: X\n\n".to_owned();
    let mut paragraphs = Vec::new();
    for number in 1..=2 + random.below(5) {
        if random.below(3) == 0 {
            printed += "THE WINTER CATCH\n----------------\n\n";
        }
        let mark = pick(random, &MARKS);
        let mut line = format!("{number}. ({mark}) ");
        let mut text = String::new();
        for _ in 0..=random.below(3) {
            let count = 5 + random.below(30);
            for at in 0..count {
                let word = if at == 0 { "The" } else { pick(random, &WORDS) };
                let word = if at + 1 == count {
                    format!("{word}.")
                } else {
                    word.to_owned()
                };
                text += if text.is_empty() { "" } else { " " };
                text += &word;
                line += &word;
                // A break cuts a sentence; a line ends anywhere in it.
                let inside = at > 0 && at + 2 < count;
                if inside && random.below(40) == 0 {
                    printed += &line;
                    printed += pick(random, &BREAKS);
                    line.clear();
                } else if line.len() > 50 && inside {
                    printed += &line;
                    printed.push('\n');
                    line.clear();
                } else {
                    line.push(' ');
                }
            }
        }
        printed += line.trim_end();
        printed += "\n\n";
        paragraphs.push(text);
    }
    printed += "ROE\n";
    (printed, paragraphs.join("\n\n"))
}

#[test]
fn of_an_invented_telegram_only_its_sentences_are_left() {
    let mut random = Random::of(11);
    for _ in 0..1_500 {
        let (printed, sentences) = invented(&mut random);
        let cable = Cable::parse(printed.as_bytes()).expect("a telegram");
        let running = cable.view().text_view(&TextOptions::new());
        assert_eq!(running.text(), sentences, "{printed}");
        leads_back(cable.view(), &running);
    }
}
