//! Many telegrams in one stream, on one thread and on several: the same members in the same order.
#![no_main]

mod mutate;

use cable_core::corpus::Corpus;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use std::io::Cursor;

fn all(data: &[u8], workers: usize) -> Vec<String> {
    Corpus::of_reader(Cursor::new(data.to_vec()))
        .with_workers(workers)
        .map(|member| match member.cable {
            Ok(cable) => cable.view().to_json(),
            Err(error) => error.to_string(),
        })
        .collect()
}

fuzz_target!(|data: &[u8]| {
    assert_eq!(all(data, 1), all(data, 2));
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 0)
});
