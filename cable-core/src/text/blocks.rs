//! Tests of two or three bytes in a row, for many places of a text at once.
//!
//! A test has no branches: the compiler makes of it instructions that take a block of bytes each.

/// Places that are tested at once: the bytes of one register.
const BLOCK: usize = 16;

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

/// Whether `test` holds for any byte and the one behind it. All places are tested, whether it holds early or not.
#[inline(always)]
pub(crate) fn any_pair(bytes: &[u8], test: impl Fn(u8, u8) -> bool) -> bool {
    let seconds = bytes.get(1..).unwrap_or(&[]);
    let pairs = bytes.iter().zip(seconds);
    pairs.fold(0, |any, (&first, &second)| {
        any | u8::from(test(first, second))
    }) != 0
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
                let pair = any_pair(&bytes, |first, second| (first == 2) & (second == 1));
                assert_eq!(pair, at + 1 < length);
                let all = if length == 1 { 2 } else { 3 };
                assert_eq!(bits(&bytes, |first, _, _| first), all);
                let last = bits(&bytes, |first, second, _| {
                    u8::from((first == 2) & (second == 0))
                });
                assert_eq!(last == 1, at + 1 == length);
            }
        }
    }
}
