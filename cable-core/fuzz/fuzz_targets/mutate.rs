//! Half of the mutants are damaged as telegrams are, half as the fuzzer likes.

#[path = "../../tests/mutator/mod.rs"]
mod mutator;

use libfuzzer_sys::fuzzer_mutate;

/// Changes the first `size` bytes of `data` in place; the new length. The first `kept` bytes are left to the fuzzer.
pub(crate) fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32, kept: usize) -> usize {
    if seed % 2 == 0 || size <= kept {
        return fuzzer_mutate(data, size, most);
    }
    let mut random = mutator::Random::of(seed as usize);
    let damaged = mutator::damaged(&data[kept..size], &mut random);
    let length = damaged.len().min(most - kept);
    data[kept..kept + length].copy_from_slice(&damaged[..length]);
    kept + length
}
