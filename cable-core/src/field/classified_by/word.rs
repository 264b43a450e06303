//! What a word of the block is: part of a title, of a name, or neither.

use crate::facts::{TitleClass, title_word, title_words};
use crate::slips::{letters, near};
use once_cell::sync::Lazy;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// What a person is.
    Role,
    /// Another word of a title.
    Part,
    /// What a person belongs to.
    Office,
    /// `for`, `of`: a word of the title follows.
    Preposition,
    /// `and`
    And,
    /// A given name or surname.
    Name,
    /// `J.`, `S.K.`
    Initial,
    /// `de`, `van`: only between names.
    Particle,
    /// `Jr.`, `III`
    Suffix,
    /// Anything else.
    Other,
}

impl Class {
    /// Whether it belongs to a title.
    pub(super) fn title(self) -> bool {
        matches!(self, Class::Role | Class::Part | Class::Office)
    }

    /// Whether it can belong to a name.
    pub(super) fn name(self) -> bool {
        matches!(
            self,
            Class::Name | Class::Initial | Class::Particle | Class::Suffix
        )
    }
}

/// Pieces of the compound abbreviations of titles: PolCouns, EconMinCouns, PolMilOff. The last one says what the
/// person is. Source: 5 FAH-3 office symbols and usage.
const PIECES: &[&str] = &[
    "pol", "econ", "eco", "ec", "mil", "min", "admin", "agr", "sci", "comm", "pub", "dep", "lab",
    "con", "cons", "cult", "info", "sec", "refcoord", "trade", "def", "mgt", "mgmt", "est", "adv",
    "a", "d",
];
const LAST_PIECES: &[&str] = &[
    "couns",
    "counselor",
    "counsel",
    "coun",
    "off",
    "officer",
    "chief",
    "min",
    "minister",
    "dir",
    "mil",
    "att",
    "adv",
    "rep",
    "dep",
    "head",
];

/// Whether a word in lower case is a compound abbreviation.
fn compound(word: &str) -> bool {
    fn rest(word: &str, first: bool) -> bool {
        if !first && LAST_PIECES.contains(&word) {
            return true;
        }
        let begins = |piece: &&&str| piece.as_bytes().first() == word.as_bytes().first();
        PIECES.iter().filter(begins).any(|piece| {
            word.strip_prefix(piece)
                .is_some_and(|left| !left.is_empty() && rest(left, false))
        })
    }
    (5..=20).contains(&word.len()) && rest(word, true)
        || word.contains('-') && rest(&word.replace('-', ""), true)
}

/// Long words of titles with a set of their letters.
static LONG: Lazy<Vec<(&'static [u8], u32, TitleClass)>> = Lazy::new(|| {
    title_words()
        .iter()
        .filter(|title| title.word.len() >= 8 && title.class != TitleClass::Bureau)
        .map(|title| {
            let bytes = title.word.as_bytes();
            (bytes, letters(bytes), title.class)
        })
        .collect()
});

/// A word of a title with a slip in it: `Ambasador`, `Secertary`, `Counsellr`. Long words only, so that no name is
/// taken for one.
fn misspelt(word: &str) -> Option<TitleClass> {
    if word.len() < 7 {
        return None;
    }
    let bytes = word.as_bytes();
    let set = letters(bytes);
    let titles: &Vec<_> = &LONG;
    titles
        .iter()
        .find(|(other, other_set, _)| {
            let limit = if other.len() >= 10 { 2 } else { 1 };
            // A slip leaves the beginning or the end as it is, and most letters.
            (set ^ other_set).count_ones() as usize <= 2 * limit
                && (bytes.get(..2) == other.get(..2) || bytes.last() == other.last())
                && near(bytes, other, limit)
        })
        .map(|&(_, _, class)| class)
}

fn class_of(title: TitleClass) -> Class {
    match title {
        TitleClass::Role | TitleClass::Rank => Class::Role,
        TitleClass::Office | TitleClass::Bureau => Class::Office,
        TitleClass::Part => Class::Part,
    }
}

/// A word as the table has it: lower case, without stops and quotes at its ends, 0 read as o. On the stack, as it is
/// asked for every word.
#[derive(Clone, Copy)]
pub(super) struct Key {
    bytes: [u8; Key::LONGEST],
    length: usize,
}

impl Key {
    const LONGEST: usize = 32;

    /// The key of a word; empty for one that is longer than any word of a title or name.
    pub(super) fn new(word: &str) -> Key {
        let whole = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let word = match whole(word.as_bytes().first()) && whole(word.as_bytes().last()) {
            true => word,
            false => word.trim_matches(['.', '"', '\'', '“', '”', '’', '*', '_']),
        };
        let mut key = Key {
            bytes: [0; Key::LONGEST],
            length: 0,
        };
        if let Some(place) = key.bytes.get_mut(..word.len()) {
            place.copy_from_slice(word.as_bytes());
            key.length = word.len();
            for byte in place {
                *byte = if *byte == b'0' {
                    b'o'
                } else {
                    byte.to_ascii_lowercase()
                };
            }
        }
        key
    }

    pub(super) fn as_str(&self) -> &str {
        self.bytes
            .get(..self.length)
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }
}

/// What `word` is, whose key is `key`; `next` is the one behind it. `small`: names are not written with capitals either.
pub(super) fn classify(word: &str, key: &Key, next: Option<&str>, small: bool) -> Class {
    let key = key.as_str();
    let Some(first) = key.chars().next() else {
        return Class::Other;
    };
    if key.contains(['/', '&']) {
        let role = title_word(key).is_some()
            || key.split(['/', '&']).any(|piece| {
                compound(piece)
                    || piece == "c"
                    || title_word(piece).is_some_and(|title| title.class == TitleClass::Role)
            });
        return if role { Class::Role } else { Class::Office };
    }
    if key.bytes().any(|byte| byte.is_ascii_digit()) {
        return Class::Other;
    }
    match key {
        "for" | "of" | "to" | "in" | "at" | "on" | "with" if next.is_some() => {
            return Class::Preposition;
        }
        "and" => return Class::And,
        "jr" | "sr" | "ii" | "iii" | "iv" | "2nd" | "3rd" | "phd" | "ph.d" => return Class::Suffix,
        "us" | "u.s" => return Class::Office,
        _ => {}
    }
    let upper = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| !c.is_lowercase());
    if let Some(title) = title_word(key) {
        // The letters of a bureau are upper case, and a bureau is not the last word.
        let bureau = title.class == TitleClass::Bureau;
        if !bureau || ((upper || small) && next.is_some()) {
            return class_of(title.class);
        }
    }
    if affaires(key)
        || (matches!(key, "d" | "de") && next.is_some_and(|next| affaires(Key::new(next).as_str())))
    {
        return Class::Part;
    }
    if compound(key) {
        return Class::Role;
    }
    if key.contains('-')
        && key.split('-').any(|piece| {
            compound(piece) || title_word(piece).is_some_and(|t| t.class == TitleClass::Role)
        })
    {
        return Class::Role;
    }
    if matches!(
        key,
        "de" | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "bin"
            | "al"
            | "el"
            | "y"
            | "ter"
            | "st"
            | "san"
    ) {
        return Class::Particle;
    }
    if !first.is_alphabetic() {
        return Class::Other;
    }
    let letters = key.chars().filter(|c| c.is_alphabetic()).count();
    let starts_upper = word
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if !small && !starts_upper && !word.chars().any(char::is_uppercase) {
        return Class::Other;
    }
    if letters == 1 || (key.contains('.') && key.split('.').all(|piece| piece.len() <= 1)) {
        return Class::Initial;
    }
    // A title stands before something, so the last word is none.
    match next.and_then(|_| misspelt(key)) {
        Some(title) => class_of(title),
        None => Class::Name,
    }
}

/// `d'Affaires` in all its spellings.
fn affaires(key: &str) -> bool {
    let rest = ["d'", "de'", "d,", "d’", "d`", "de", "d"]
        .iter()
        .find_map(|prefix| {
            key.strip_prefix(prefix)
                .filter(|rest| rest.starts_with('a'))
        })
        .unwrap_or(key);
    rest.len() >= 6 && near(rest.as_bytes(), b"affaires", 2)
}

/// Whether a stop behind the word of this key ends no sentence.
pub(super) fn abbreviates(key: &Key) -> bool {
    let key = key.as_str();
    key.len() <= 1
        || (key.contains('.') && key.split('.').all(|piece| piece.len() <= 2))
        || matches!(key, "jr" | "sr" | "st" | "ph.d")
        || title_word(key).is_some_and(|title| title.stop)
}
