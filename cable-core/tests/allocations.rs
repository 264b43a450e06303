//! How often a parse asks for memory, and for how much.

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
const TYPICAL: u64 = 145;
/// Bytes held at once for each byte of input.
const MULTIPLE: u64 = 4;

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

#[test]
fn memory_is_a_small_multiple_of_the_input() {
    for size in [10_000, 60_000] {
        let text = inputs::telegram(size);
        let held = parse(&text).bytes_max;
        assert!(held <= MULTIPLE * text.len() as u64, "{held} of {size}");
    }
}
