//! The pieces in which a header arrives change nothing. The first bytes say how long the pieces are.
#![no_main]

mod mutate;
#[path = "../../tests/told/mod.rs"]
mod told;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    let Some((sizes, input)) = data.split_at_checked(4) else {
        return;
    };
    let sizes: Vec<usize> = sizes.iter().map(|size| usize::from(*size)).collect();
    let whole = told::all(input, &[usize::MAX]);
    assert_eq!(told::all(input, &sizes), whole);
    assert_eq!(told::all(input, &[1]), whole);
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 4)
});
