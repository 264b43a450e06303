//! The fields that the benches read are read right: their checksum is that of a telegram read field by field here.
#![cfg(feature = "serde")]

#[path = "../benches/parse/fields.rs"]
mod fields;
#[path = "../benches/parse/inputs.rs"]
mod inputs;

use cable_core::record::{Format, Level};
use cable_core::{Cable, Severity};

#[test]
fn the_benched_telegram_is_read() {
    let text = inputs::telegram(10_000);
    let cable = Cable::parse(text.as_bytes()).expect("a telegram");
    let view = cable.view();
    assert_eq!(view.reference_id(), Some("07NORDHAVEN418"));
    assert_eq!(view.header().expect("header").info.len(), 4);
    assert_eq!(view.tags().len(), 6);
    assert_eq!(view.references().len(), 2);
    assert!(view.paragraphs().len() > 15);
    assert_eq!(view.signature().collect::<Vec<_>>(), ["HALVERSON"]);
    assert_eq!(view.breaks().len(), 1);
}

#[test]
fn the_benched_record_and_message_are_read() {
    let record = inputs::record(6_000);
    let cable = Cable::parse(record.as_bytes()).expect("a record");
    let view = cable.view();
    assert_eq!(view.format(), Format::Archive);
    assert_eq!(view.reference_id(), Some("76NORDHA4417"));
    assert_eq!(view.envelope().expect("attributes").attributes.len(), 64);
    assert_eq!(view.header().expect("header").info.len(), 3);
    assert_eq!(view.distribution().expect("block").info.len(), 12);
    let pages: Vec<_> = view.breaks().filter_map(|found| found.page).collect();
    assert_eq!(pages, [2, 3, 4, 5]);
    assert!(view.paragraphs().len() > 10);
    assert_eq!(view.signature().collect::<Vec<_>>(), ["HALVERSON"]);

    let message = inputs::message(8_000);
    let cable = Cable::parse(message.as_bytes()).expect("a message");
    let view = cable.view();
    assert_eq!(view.format(), Format::Smart);
    assert_eq!(view.reference_id(), Some("12NORDHAVEN418"));
    let level = view.classification().map(|marking| marking.level);
    assert_eq!(level, Some(Level::Confidential));
    assert_eq!(view.references().len(), 2);
    assert!(view.paragraphs().len() > 15 && view.redactions().len() > 15);
    assert_eq!(view.distribution().expect("drafting").cleared_by.len(), 2);
    assert_eq!(view.signature().collect::<Vec<_>>(), ["HALVERSON"]);
    for input in [record, message] {
        let cable = Cable::parse(input.as_bytes()).expect("a telegram");
        let told = cable.view().diagnostics();
        assert!(told.iter().all(|found| found.severity != Severity::Error));
    }
}

#[test]
fn the_checksum_sees_every_field() {
    let text = inputs::telegram(3_000);
    let sum = |text: &str| {
        let cable = Cable::parse(text.as_bytes()).expect("a telegram");
        fields::checksum(cable.view())
    };
    let base = sum(&text);
    assert_eq!(base, sum(&text));
    for (from, to) in [
        ("VZCZCXRO0733", "VZCZCXRO0734"),
        ("PP RUEHPA", "PP RUEHPB"),
        ("#0418/01", "#0417/01"),
        ("1301120", "1291120"),
        ("ZNY CCCCC", "ZNY SSSSS"),
        ("P 101120Z", "O 101120Z"),
        ("101120Z", "101121Z"),
        ("FM AMEMBASSY NORDHAVEN", "FM AMEMBASSY NORDHAVENS"),
        ("PRIORITY 2207", "PRIORITY 2208"),
        ("SECTION 01", "SECTION 02"),
        ("SIPDIS", "NODIS"),
        ("MAC (HOLM), OASIA", "MAC (HOLM), OASI"),
        ("05/10/2017", "05/11/2017"),
        ("EWWT", "MARR"),
        ("SUBJECT: HARBOR", "SUBJECT: HARBORS"),
        ("A. NORDHAVEN 377", "A. NORDHAVEN 376"),
        ("1.4 (b)", "1.4 (c)"),
        ("2.  (C/NF)", "2.  (S/NF)"),
        ("HALVERSON", "HALVERSONS"),
    ] {
        assert!(text.contains(from), "{from}");
        assert_ne!(base, sum(&text.replacen(from, to, 1)), "{from} → {to}");
    }
    let cable = Cable::parse(text.as_bytes()).expect("a telegram");
    assert_ne!(fields::lazy(cable.view()), 0);
}

#[track_caller]
fn sums(input: &str) -> (u64, u64) {
    let cable = Cable::parse(input.as_bytes()).unwrap();
    (fields::checksum(cable.view()), fields::lazy(cable.view()))
}

#[test]
fn the_sums_are_those_of_the_inputs() {
    let typical = inputs::telegram(10_000);
    assert_eq!(sums(&typical), (477508955247439362, 5550135693953393515));
    assert_eq!(
        sums(&inputs::telegram(1_000)),
        (6729735824325995443, 10244465297739963623)
    );
    assert_eq!(sums(&inputs::header()).0, 6042731839446686124);
    let dump = inputs::dump(1, &inputs::telegram(5_000));
    assert_eq!(sums(&dump).1, sums(&inputs::telegram(5_000)).1);
    let dump = inputs::dump(1, inputs::short());
    assert_eq!(sums(&dump).1, sums(inputs::short()).1);
    assert!(inputs::repeated(10).len() > 8 * typical.len());
}

#[test]
#[cfg(feature = "html")]
fn a_page_reads_as_its_telegram() {
    let typical = inputs::telegram(10_000);
    assert_eq!(sums(&inputs::page(&typical)).1, sums(&typical).1);
}
