//! Precedence words as they are printed on header lines, small misspellings included.

use crate::facts;
use crate::record::Precedence;
use crate::scan::shape::{part, words};
use crate::slips::near;

/// The longest word that is looked up.
const LONGEST: usize = 24;

/// The precedence of a word, or of two; `table` says whether the table of facts may be asked, which allocates on its first use. White space
/// between two words may be of any length.
pub(crate) fn precedence_of(word: &[u8], table: bool) -> Option<Precedence> {
    // The first letters of the words and of their misspellings; few names of posts begin so.
    if !matches!(
        [word.first()? | 0x20, word.get(1)? | 0x20],
        [b'f', b'l'] | [b'i', b'm'] | [b'n', b'i'] | [b'p', b'r' | b'i'] | [b'r', b'o']
    ) {
        return None;
    }
    if let Some(found) = usual(word) {
        return Some(found);
    }
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    for (index, range) in words(word).enumerate() {
        if index > 0 {
            *buffer.get_mut(length)? = b' ';
            length += 1;
        }
        for byte in part(word, range) {
            *buffer.get_mut(length)? = byte.to_ascii_uppercase();
            length += 1;
        }
    }
    let upper = buffer.get(..length)?;
    if let Some(found) = usual(upper) {
        return Some(found);
    }
    let name = table
        .then(|| std::str::from_utf8(upper).ok())
        .flatten()
        .and_then(facts::precedence)
        .map(|fact| fact.precedence);
    match name {
        Some("FLASH") => Some(Precedence::Flash),
        Some("NIACT IMMEDIATE") => Some(Precedence::NiactImmediate),
        Some("IMMEDIATE") => Some(Precedence::Immediate),
        Some("PRIORITY") => Some(Precedence::Priority),
        Some("ROUTINE") => Some(Precedence::Routine),
        _ => misspelt(upper),
    }
}

/// The precedence of words that are spelt well, in capitals.
fn usual(words: &[u8]) -> Option<Precedence> {
    match words {
        b"PRIORITY" => Some(Precedence::Priority),
        b"IMMEDIATE" => Some(Precedence::Immediate),
        b"ROUTINE" => Some(Precedence::Routine),
        b"FLASH" => Some(Precedence::Flash),
        b"NIACT IMMEDIATE" | b"IMMEDIATE NIACT" | b"NIACT" => Some(Precedence::NiactImmediate),
        _ => None,
    }
}

/// A long word with a letter or two lost, changed or swapped.
fn misspelt(upper: &[u8]) -> Option<Precedence> {
    if upper.len() < 6 || !upper.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    [
        (&b"PRIORITY"[..], 2, Precedence::Priority),
        (b"IMMEDIATE", 2, Precedence::Immediate),
        (b"ROUTINE", 1, Precedence::Routine),
    ]
    .into_iter()
    .find(|(word, faults, _)| upper.get(..2) == word.get(..2) && near(upper, word, *faults))
    .map(|(_, _, precedence)| precedence)
}
