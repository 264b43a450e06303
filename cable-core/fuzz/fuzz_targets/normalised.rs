//! A telegram laid out anew reads the same, and laid out once more it stays a telegram.
#![no_main]

#[path = "../../tests/kept/mod.rs"]
mod kept;
mod mutate;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    kept::normalised(data);
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 0)
});
