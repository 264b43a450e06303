//! Tests of two or three bytes in a row, for many places of a text at once.
//!
//! A test has no branches: the compiler makes of it instructions that take a block of bytes each.

use wide::u8x16;

/// Places that are tested at once: the bytes of one register.
pub(crate) const BLOCK: usize = 16;

/// What a test found in a block.
type Found = [u8; BLOCK];

#[inline(always)]
fn block(bytes: &[u8], at: usize, test: &impl Fn(u8, u8, u8) -> u8) -> Option<Found> {
    let part = |at: usize| -> Option<&Found> { bytes.get(at..at + BLOCK)?.try_into().ok() };
    let (first, second, third) = (part(at)?, part(at + 1)?, part(at + 2)?);
    let mut found = [0; BLOCK];
    for (index, found) in found.iter_mut().enumerate() {
        *found = test(first[index], second[index], third[index]);
    }
    Some(found)
}

/// The test at one place; what is behind the end is 0.
#[inline(always)]
fn place(bytes: &[u8], at: usize, test: &impl Fn(u8, u8, u8) -> u8) -> u8 {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    test(byte(at), byte(at + 1), byte(at + 2))
}

/// All bits that `test` gives for the bytes of `bytes`, each with the two behind it; what is behind the end is 0.
#[inline(always)]
pub(crate) fn bits(bytes: &[u8], test: impl Fn(u8, u8, u8) -> u8) -> u8 {
    let mut all = [0; BLOCK];
    let mut at = 0;
    if let Some(last) = bytes.len().checked_sub(BLOCK + 2) {
        while at < last + BLOCK {
            // The last block overlaps the one before.
            let found = block(bytes, at.min(last), &test).unwrap_or_default();
            for (all, found) in all.iter_mut().zip(found) {
                *all |= found;
            }
            at += BLOCK;
        }
        at = last + BLOCK;
    }
    let mut found = all.into_iter().fold(0, |all, bits| all | bits);
    for at in at..bytes.len() {
        found |= place(bytes, at, &test);
    }
    found
}

/// A byte in all lanes.
#[inline(always)]
pub(crate) fn all(byte: u8) -> u8x16 {
    u8x16::splat(byte)
}

/// Bytes whose hits are the bits of one number.
const BITS: usize = 64;

/// The bytes of one such number and the one behind them.
type Window = [u8; BITS + 1];

/// Calls `hit` for every place where `test` holds for a byte and the one behind it, in order; what is behind the end is 0.
/// The test is given the bytes of [`BLOCK`] places at once, and gives the highest bit of a byte where it holds.
#[inline(always)]
pub(crate) fn each_pair(
    bytes: &[u8],
    test: impl Fn(u8x16, u8x16) -> u8x16,
    mut hit: impl FnMut(usize),
) {
    let mut start = 0;
    let mut last: Window = [0; BITS + 1];
    while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
        let (window, known) = match rest.first_chunk() {
            Some(window) => (window, u64::MAX),
            None => {
                last[..rest.len()].copy_from_slice(rest);
                (&last, u64::MAX >> (BITS - rest.len().min(BITS)))
            }
        };
        let mut hits = hits(window, &test) & known;
        while hits != 0 {
            hit(start + hits.trailing_zeros() as usize);
            hits &= hits - 1;
        }
        start += BITS;
    }
}

#[inline(always)]
fn hits(window: &Window, test: &impl Fn(u8x16, u8x16) -> u8x16) -> u64 {
    let lanes = |at: usize| {
        let lanes: Option<[u8; BLOCK]> = window[at..at + BLOCK].try_into().ok();
        u8x16::new(lanes.unwrap_or_default())
    };
    (0..BITS).step_by(BLOCK).fold(0, |hits, at| {
        let found = test(lanes(at), lanes(at + 1)).move_mask();
        hits | u64::from(found as u16) << at
    })
}

/// The next place from `from` on where `test` holds.
#[inline(always)]
pub(crate) fn find(bytes: &[u8], from: usize, test: impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    let test = |first, second, third| u8::from(test(first, second, third)).wrapping_neg();
    let mut at = from;
    if let Some(last) = bytes
        .len()
        .checked_sub(BLOCK + 2)
        .filter(|&last| last >= from)
    {
        while at < last + BLOCK {
            // The last block overlaps the one before.
            let start = at.min(last);
            let found = block(bytes, start, &test).unwrap_or_default();
            if found.iter().fold(0, |all, hit| all | hit) != 0 {
                return found
                    .iter()
                    .position(|&hit| hit != 0)
                    .map(|hit| start + hit);
            }
            at += BLOCK;
        }
        at = last + BLOCK;
    }
    (at..bytes.len()).find(|&at| place(bytes, at, &test) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_tested() {
        for length in 0..70 {
            for at in 0..length {
                let mut bytes = vec![1; length];
                bytes[at] = 2;
                let test = |first: u8, second, third| (first == 2) & (second != 2) & (third != 2);
                assert_eq!(find(&bytes, 0, test), Some(at));
                assert_eq!(find(&bytes, at + 1, test), None);
                let all = if length == 1 { 2 } else { 3 };
                assert_eq!(bits(&bytes, |first, _, _| first), all);
                let last = bits(&bytes, |first, second, _| {
                    u8::from((first == 2) & (second == 0))
                });
                assert_eq!(last == 1, at + 1 == length);
            }
        }
    }

    #[test]
    fn every_pair_is_given_once() {
        let found = |bytes: &[u8]| {
            let mut found = Vec::new();
            let test = |first: u8x16, second: u8x16| first.cmp_eq(all(2)) & !second.cmp_eq(all(0));
            each_pair(bytes, test, |at| found.push(at));
            found
        };
        for length in 0..200 {
            let mut bytes = vec![2; length];
            assert_eq!(found(&bytes), Vec::from_iter(0..length.saturating_sub(1)));
            for at in 0..length {
                bytes.fill(1);
                bytes[at] = 2;
                assert_eq!(
                    found(&bytes),
                    Vec::from_iter((at + 1 < length).then_some(at))
                );
            }
        }
    }
}
