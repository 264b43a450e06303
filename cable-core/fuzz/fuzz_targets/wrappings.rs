//! Each wrapping, whether the input looks like it or not. The first byte says which, the second which options.
#![no_main]

mod mutate;
#[path = "../../tests/promises/mod.rs"]
mod promises;

use cable_core::record::Format;
use cable_core::{Limits, ParseOptions};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    let [which, how, input @ ..] = data else {
        return;
    };
    let format = Format::ALL
        .get(usize::from(*which) % (Format::ALL.len() + 1))
        .copied();
    let mut limits = Limits::default();
    if how & 8 != 0 {
        limits.addressees = usize::from(how >> 4);
        limits.references = usize::from(how >> 4);
        limits.paragraphs = usize::from(how >> 4);
        limits.diagnostics = usize::from(how >> 4);
    }
    let options = ParseOptions::new()
        .with_format(format)
        .with_fragment(how & 1 != 0)
        .with_assume_year((how & 2 != 0).then_some(1976))
        .with_strict(how & 4 != 0)
        .with_limits(limits);
    promises::check(input, &options);
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 2)
});
