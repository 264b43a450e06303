//! Takes codes apart that were printed without a separator: `KDEMAF`, `VEPREL`, `PGOVPRELIZ`.

use crate::facts::{self, TagKind};

/// Longest string that is taken apart; no TAGS line is longer than a few hundred letters.
const LONGEST: usize = 240;

/// Lengths of the codes that may be glued: most codes have four letters, countries two, some organizations three.
const LENGTHS: [usize; 3] = [4, 2, 3];

/// How a prefix of the string is best taken apart.
#[derive(Clone, Copy)]
struct Best {
    /// Length of its last code.
    last: usize,
    pieces: usize,
    /// Subjects and programs.
    main: usize,
    /// Organizations.
    bodies: usize,
}

/// The lengths of the codes in `word`, upper-case, if it is nothing but known codes of that year.
///
/// The fewest codes win. At least half of them must be subjects or programs, because codes of two letters would take any
/// word of prose apart; organizations, many of which are words (NATO, CARE), count only beside two of those.
///
/// Source: TAGS 1974; 7.2 of the oddities.
pub(super) fn split(word: &str, year: Option<i16>) -> Option<Vec<usize>> {
    if !(6..=LONGEST).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    if facts::is_word_of_codes(word) {
        return None;
    }
    let mut best: Vec<Option<Best>> = vec![None; word.len() + 1];
    if let Some(start) = best.first_mut() {
        *start = Some(Best {
            last: 0,
            pieces: 0,
            main: 0,
            bodies: 0,
        });
    }
    for end in 2..=word.len() {
        for length in LENGTHS {
            let Some(start) = end.checked_sub(length) else {
                continue;
            };
            let (Some(Some(before)), Some(code)) = (best.get(start).copied(), word.get(start..end))
            else {
                continue;
            };
            let Some(kind) = facts::tag(code, year)
                .filter(|tag| of_era(tag, year))
                .map(|tag| tag.kind)
            else {
                continue;
            };
            let main = matches!(kind, TagKind::Subject | TagKind::Program);
            if !(main || matches!(kind, TagKind::Geographic | TagKind::Organization)) {
                continue;
            }
            let found = Best {
                last: length,
                pieces: before.pieces + 1,
                main: before.main + usize::from(main),
                bodies: before.bodies + usize::from(kind == TagKind::Organization),
            };
            if let Some(place) = best.get_mut(end) {
                if place.is_none_or(|place| better(found, place)) {
                    *place = Some(found);
                }
            }
        }
    }
    let whole = best.last().copied().flatten()?;
    if whole.pieces < 2 || whole.main * 2 < whole.pieces || whole.bodies > 0 && whole.main < 2 {
        return None;
    }
    let mut lengths = Vec::with_capacity(whole.pieces);
    let mut end = word.len();
    while let Some(Some(piece)) = best.get(end).filter(|_| end > 0) {
        lengths.push(piece.last);
        end = end.saturating_sub(piece.last);
    }
    lengths.reverse();
    Some(lengths)
}

fn better(found: Best, place: Best) -> bool {
    (found.pieces, place.main, found.bodies) < (place.pieces, found.main, place.bodies)
}

/// Whether the code was in use in that year. A single word is read whatever its years; a guess at a border is not.
fn of_era(tag: &facts::Tag, year: Option<i16>) -> bool {
    let Some(year) = year else {
        return true;
    };
    tag.from.is_none_or(|from| from <= year) && tag.to.is_none_or(|to| year <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(word: &str, year: i16) -> Option<Vec<&str>> {
        let mut start = 0;
        Some(
            split(word, Some(year))?
                .into_iter()
                .map(|length| {
                    start += length;
                    word.get(start - length..start).expect("letters")
                })
                .collect(),
        )
    }

    #[test]
    fn known_codes_come_apart() {
        assert_eq!(codes("PRELPGOV", 2008), Some(vec!["PREL", "PGOV"]));
        assert_eq!(codes("SENVMX", 2008), Some(vec!["SENV", "MX"]));
        assert_eq!(codes("MXSENV", 2008), Some(vec!["MX", "SENV"]));
        assert_eq!(
            codes("PGOVPRELNATOIZ", 2008),
            Some(vec!["PGOV", "PREL", "NATO", "IZ"])
        );
        assert_eq!(
            codes("ECONPGOVEUNFR", 2008),
            Some(vec!["ECON", "PGOV", "EUN", "FR"])
        );
    }

    #[test]
    fn what_is_no_row_of_codes_stays_whole() {
        for word in [
            "PGOVX",
            "PGOVQQ",
            "RENATO",
            "IZIRIS",
            "SOCIAL",
            "PREL",
            "IZIR",
            "PGOV-IZ",
            "",
            "NATOEUNIZ",
        ] {
            assert_eq!(codes(word, 2008), None, "{word}");
        }
        let long = "PREL".repeat(1000);
        assert_eq!(split(&long, None), None);
    }

    #[test]
    fn only_codes_of_the_era_come_apart() {
        // ACLM is in the manual of 1974 and in no later list.
        assert_eq!(codes("ACLMFR", 1975), Some(vec!["ACLM", "FR"]));
        assert_eq!(codes("ACLMFR", 2008), None);
    }
}
