//! Each parser of a kind of value alone: nothing panics, and every finding stands inside the text.
#![no_main]

mod mutate;

use cable_core::field::{
    Context, addressee, banner, caption, citation, classified_by, date, date_time_group,
    declassification, distribution, executive_order, marking, operating_signal, page_line,
    pass_line, precedence, redaction, reference, role, routing, security_warning, signature,
    station_line, subject, tags,
};
use cable_core::record::Distribution;
use cable_core::scan::{self, Folded};
use cable_core::{Diagnostic, Span};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    let [which, how, input @ ..] = data else {
        return;
    };
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let Ok(length) = u32::try_from(text.len()) else {
        return;
    };
    let whole = Span::new(0, length);
    let lines = scan::lines(text);
    let folded = Folded::new(text, &lines);
    let context = match how % 4 {
        0 => Context::default(),
        1 => Context::assumed(Some(2008)),
        2 => Context::assumed(Some(1976)).with_own("PORT AURELIA", 123),
        _ => Context::assumed(Some(i16::MIN)),
    };
    let limit = usize::from(how >> 2);
    let mut sink: Vec<Diagnostic> = Vec::new();
    match which % 20 {
        0 => drop(addressee::parse(text, whole, &mut sink)),
        1 => drop(banner::parse(text, whole, &mut sink)),
        2 => {
            caption::parse(text, whole);
            caption::looks_like(text);
        }
        3 => {
            let mut found = Vec::new();
            citation::find(
                text,
                |label| label.len().try_into().ok(),
                Some(0),
                &mut found,
            );
        }
        4 => drop(classified_by::parse(&folded, &context, &mut sink)),
        5 => {
            for (at, _) in text.char_indices().take(64) {
                if let Some((_, length)) = date::read(&text[at..]) {
                    assert!(text.get(at..at + length).is_some());
                }
            }
        }
        6 => {
            date_time_group::read(text, context.year);
            date_time_group::parse(text, whole, context.year, Some(1976), &mut sink);
        }
        7 => drop(declassification::parse(
            &folded,
            0..folded.as_str().len(),
            None,
        )),
        8 => {
            let mut block = Distribution::default();
            for line in &lines {
                distribution::drafting(text, *line, limit, &mut block);
                distribution::clearance(text, *line, limit, &mut block);
                distribution::dash_line(text, *line);
            }
            distribution::copies(&block);
            assert!(block.cleared_by.len() <= limit);
        }
        9 => drop(executive_order::parse(&folded, &context, &mut sink)),
        10 => {
            marking::portion(text, whole);
            marking::classification(text, whole);
        }
        11 => drop(operating_signal::parse(text, whole, &mut sink)),
        12 => drop(page_line::parse(text, whole)),
        13 => {
            precedence::of_word(text);
            precedence::of_prosign(text);
            pass_line::parse(&folded);
        }
        14 => redaction::find(text, whole, &mut Vec::new()),
        15 => {
            let found = reference::parse(&folded, &context, limit, &mut sink);
            assert!(found.entries.len() <= limit);
        }
        16 => {
            role::marker(text, 0, length);
            role::of_heading(text);
            role::ends(text, 0);
        }
        17 => {
            let mut found =
                routing::parse(text, lines.first().copied().unwrap_or_default(), &mut sink);
            for line in lines.iter().skip(1) {
                routing::extend(&mut found, text, *line, limit, &mut sink);
            }
        }
        18 => {
            security_warning::parse(text, whole, &mut sink);
            station_line::parse(text, whole, &mut sink);
            signature::parse(text, &lines, &mut sink);
        }
        _ => {
            subject::parse(&folded);
            tags::parse(&folded, &context, &mut sink);
        }
    }
    for span in sink.into_iter().filter_map(|found| found.span) {
        assert!(text.get(span.range()).is_some(), "{span:?}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 2)
});
