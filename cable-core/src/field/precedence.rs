//! Precedence words and prosigns.

use crate::record::Precedence;
use crate::scan::precedence_of;

/// The precedence a word, or two words with one blank between them, stand for; spellings met on header lines and
/// small misspellings of PRIORITY, IMMEDIATE and ROUTINE included.
///
/// Typical input: `IMMEDIATE`, `NIACT IMMEDIATE`, `PRIORTY`. Reports nothing. Source: ACP 127(G); 5 FAH-2 H-421.
///
/// ```
/// use cable_core::field::precedence;
/// use cable_core::record::Precedence;
/// assert_eq!(precedence::of_word("IMMEDIATE"), Some(Precedence::Immediate));
/// assert_eq!(precedence::of_word("niact immediate"), Some(Precedence::NiactImmediate));
/// assert_eq!(precedence::of_word("NIACT"), Some(Precedence::NiactImmediate));
/// assert_eq!(precedence::of_word("PRIOIRTY"), Some(Precedence::Priority));
/// assert_eq!(precedence::of_word("PRETORIA"), None);
/// ```
pub fn of_word(word: &str) -> Option<Precedence> {
    precedence_of(word.as_bytes(), true)
}

/// The prosign of format lines 2 and 5: `O`, or doubled `OO`.
///
/// ```
/// use cable_core::field::precedence;
/// use cable_core::record::Precedence;
/// assert_eq!(precedence::of_prosign("OO"), Some(Precedence::Immediate));
/// assert_eq!(precedence::of_prosign("P"), Some(Precedence::Priority));
/// assert_eq!(precedence::of_prosign("OP"), None);
/// ```
pub fn of_prosign(sign: &str) -> Option<Precedence> {
    let letter = match sign.as_bytes() {
        [letter] => letter,
        [first, second] if first.eq_ignore_ascii_case(second) => first,
        _ => return None,
    };
    Precedence::from_prosign(letter.to_ascii_uppercase())
}

/// Rank among precedences of transmission, where NIACT IMMEDIATE is sent as IMMEDIATE.
pub(crate) fn rank(precedence: Precedence) -> u8 {
    match precedence {
        Precedence::Routine => 1,
        Precedence::Priority => 2,
        Precedence::Immediate | Precedence::NiactImmediate => 3,
        Precedence::Flash => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_no_misspelt_precedences() {
        for name in [
            "PRISTINA",
            "PRETORIA",
            "PARIS",
            "PRAGUE",
            "ROTTERDAM",
            "IMMIGRATION",
            "ROME",
            "FLORENCE",
            "NICOSIA",
        ] {
            assert_eq!(of_word(name), None, "{name}");
        }
    }

    #[test]
    fn misspelt_words() {
        for (word, precedence) in [
            ("PRIOITY", Precedence::Priority),
            ("PRIOITRY", Precedence::Priority),
            ("IMMEDIAET", Precedence::Immediate),
            ("IMMED", Precedence::Immediate),
            ("ROUTINR", Precedence::Routine),
        ] {
            assert_eq!(of_word(word), Some(precedence), "{word}");
        }
    }
}
