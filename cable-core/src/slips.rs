//! Words that are near to the one that was meant.

use rapidfuzz::distance::osa::{Args, distance_with_args};

/// Whether `word` is `meant` but for at most `most` slips: a letter lost, added or wrong, or two neighbours swapped. A capital
/// is another letter than a small one.
#[inline]
pub(crate) fn near(word: &[u8], meant: &[u8], most: usize) -> bool {
    // Most words are told by their lengths and ends: one slip in five letters leaves the first two or the last two as they
    // were.
    word.len().abs_diff(meant.len()) <= most
        && (most > 1
            || meant.len() < 5
            || word.first_chunk::<2>() == meant.first_chunk()
            || word.last_chunk::<2>() == meant.last_chunk())
        && compare(word, meant, most)
}

fn compare(word: &[u8], meant: &[u8], most: usize) -> bool {
    // A slip takes at most one letter away and brings one.
    (letters(word) ^ letters(meant)).count_ones() as usize <= 2 * most
        && distance_with_args(word, meant, &Args::default().score_cutoff(most)).is_some()
}

/// The letters of a word as a set, capitals as small letters.
pub(crate) fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |set, byte| set | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_swap_is_one_slip_and_case_counts() {
        for (word, slips) in [
            ("SECTION", 0),
            ("ECTION", 1),
            ("SECTIKN", 1),
            ("SECTOIN", 1),
            ("SECTIONS", 1),
            ("SCTIN", 2),
            ("ESCTIN", 2),
            ("section", 7),
            ("", 7),
        ] {
            for most in 0..9 {
                let found = near(word.as_bytes(), b"SECTION", most);
                assert_eq!(found, slips <= most, "{word} {most}");
            }
        }
    }
}
