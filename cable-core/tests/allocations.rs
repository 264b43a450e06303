//! How often a parse asks for memory; for how much is in `bounds.rs`.

#[allow(dead_code)]
#[path = "../benches/parse/inputs.rs"]
mod inputs;

use allocation_counter::{AllocationInfo, measure};
use cable_core::Cable;
use std::hint::black_box;

fn parse(input: &str) -> AllocationInfo {
    // Tables of facts are read once for all telegrams.
    black_box(Cable::parse(input.as_bytes()).is_ok());
    measure(|| {
        black_box(Cable::parse(input.as_bytes()).is_ok());
    })
}

/// What a typical telegram may take; fewer is better, more needs a reason.
const TYPICAL: u64 = 38;

#[test]
fn a_typical_telegram_takes_few_allocations() {
    let taken = parse(&inputs::telegram(10_000)).count_total;
    assert!(taken <= TYPICAL, "{taken}");
}

#[test]
fn twice_the_lines_take_no_more_than_two_more() {
    let text = inputs::telegram(10_000);
    // Longer paragraphs, not more of them: their number is that of the values asked for.
    let line = "of his office: a quay of nine hundred meters, two cranes, and a \n";
    let longer = text.replace(line, &line.repeat(20));
    assert!(longer.lines().count() > 2 * text.lines().count());
    let (once, twice) = (parse(&text).count_total, parse(&longer).count_total);
    assert!(twice <= once + 2, "{once} {twice}");
}
