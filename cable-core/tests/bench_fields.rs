//! The timed readings of the bench read what they say: their sums are those of the values, not of nothing.
#![cfg(feature = "serde")]

#[path = "../benches/parse/fields.rs"]
mod fields;
#[path = "../benches/parse/inputs.rs"]
mod inputs;

use cable_core::Cable;

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
    let dump = inputs::dump(1, 5_000);
    assert_eq!(sums(&dump).1, sums(&inputs::telegram(5_000)).1);
    assert!(inputs::repeated(10).len() > 8 * typical.len());
}

#[test]
#[cfg(feature = "html")]
fn a_page_reads_as_its_telegram() {
    let typical = inputs::telegram(10_000);
    assert_eq!(sums(&inputs::page(&typical)).1, sums(&typical).1);
}

#[test]
fn each_field_changes_the_sum() {
    let typical = inputs::telegram(10_000);
    let sum = sums(&typical).0;
    for (printed, other) in [
        ("RUEHPA RUEHZB\n", "RUEHPA RUEHZC\n"),
        ("ZNY CCCCC", "ZNY SSSSS"),
        ("P 101120Z", "P 101121Z"),
        ("PRIORITY 2207", "PRIORITY 2208"),
        ("PRIORITY 0412", "ROUTINE 0412"),
        ("NORDHAVEN 000418 ", "NORDHAVEN 000419 "),
        ("SIPDIS", "NODIS"),
        ("OASIA", "OASIB"),
        ("05/10/2017", "05/11/2017"),
        ("EWWT EFIS", "EWWT EIND"),
        ("SHORTER QUEUES", "SHORTER QUEUER"),
        ("06 ZELTBERG 1904", "06 ZELTBERG 1905"),
        ("Ruth T. Strand", "Ruth T. Strang"),
        ("(b) and (d)", "(b) and (c)"),
        ("2.  (C/NF)", "2.  (S)"),
        ("A HEADING", "A BEADING"),
        ("002 OF 002", "001 OF 002"),
        ("HALVERSON", "HALVERSEN"),
    ] {
        assert!(typical.contains(printed), "{printed}");
        assert_ne!(sums(&typical.replacen(printed, other, 1)).0, sum, "{other}");
    }
}
