//! Whole telegrams, with the default options.
#![no_main]

mod mutate;
#[path = "../../tests/promises/mod.rs"]
mod promises;

use cable_core::ParseOptions;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    promises::check(data, &ParseOptions::new());
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 0)
});
