//! Persons that stand without parentheses: `OVIP MARTELL JONAS`, `OREP HALVERSON, INES M.`

use super::listed::Entries;
use super::words::Gap;
use crate::facts::{self, TagKind};
use once_cell::sync::Lazy;
use rustc_hash::FxHashSet;

/// Tags that a name follows. Source: TAGS 1974; 5 FAH-3 H-612.
const TAKE_NAMES: [&str; 4] = ["OVIP", "OREP", "OTRA", "PINR"];

/// Titles that stand where a name would.
const TITLES: [&str; 6] = [
    "CODEL",
    "STAFFDEL",
    "NODEL",
    "SENATOR",
    "AMBASSADOR",
    "MINISTER",
];

/// Whether a name may follow this code.
pub(super) fn takes_names(code: &str) -> bool {
    code.len() == 4 && code.starts_with(['O', 'P']) && TAKE_NAMES.contains(&code)
}

/// A person without parentheses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// Number of words.
    pub(super) words: usize,
    /// The comma behind the surname is printed.
    pub(super) comma: bool,
}

/// The person at `at`; `after` says that a tag that takes names, or a person, stands directly before.
///
/// Two words that are no known tags are a name. Directly behind a tag that takes names nothing more is asked, and
/// a comma may stand between them. Elsewhere blanks must separate them, and they must look neither like misprinted
/// codes nor like words of a phrase; with a comma between them they must be all that stands between two semicolons, which
/// then separate and the comma does not.
pub(super) fn person_at(
    entries: &Entries<'_, '_>,
    at: usize,
    end: usize,
    after: bool,
) -> Option<Person> {
    let unknown = |index: usize| index < end && entries.is_unknown(index, end);
    let gap =
        |index: usize| (index < end).then(|| entries.words.get(index).map(|word| word.before))?;
    if !unknown(at) || !is_name(entries.key(at)) {
        return None;
    }
    let initial = |index: usize| {
        gap(index) == Some(Gap::Blank)
            && entries.key(index).trim_end_matches('.').len() == 1
            && entries
                .key(index)
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'.')
    };
    if !unknown(at + 1) || !is_name(entries.key(at + 1)) {
        return None;
    }
    match gap(at + 1)? {
        Gap::Other => None,
        Gap::Comma if TITLES.contains(&entries.key(at)) => None,
        Gap::Comma if !after => {
            let words = 2 + usize::from(initial(at + 2));
            let closed = gap(at + words).is_none_or(|gap| gap == Gap::Other);
            let alone = at > 0 && gap(at) == Some(Gap::Other) && closed;
            (alone && plain(entries.key(at))).then_some(Person { words, comma: true })
        }
        Gap::Comma => {
            let more = initial(at + 2)
                || gap(at + 2) == Some(Gap::Blank)
                    && unknown(at + 2)
                    && is_name(entries.key(at + 2))
                    && gap(at + 3) != Some(Gap::Comma);
            Some(Person {
                words: 2 + usize::from(more),
                comma: true,
            })
        }
        Gap::Blank => {
            let good = if after {
                !TITLES.contains(&entries.key(at))
            } else {
                at > 0 && plain(entries.key(at)) && plain(entries.key(at + 1)) && {
                    let codelike =
                        |index| facts::tag_kind(entries.key(index), None) != TagKind::Unknown;
                    !(codelike(at) && codelike(at + 1))
                }
            };
            // A third word that stands alone is a middle name.
            let third = initial(at + 2)
                || after
                    && gap(at + 2) == Some(Gap::Blank)
                    && unknown(at + 2)
                    && is_name(entries.key(at + 2))
                    && !(unknown(at + 3) && gap(at + 3) == Some(Gap::Blank));
            good.then_some(Person {
                words: 2 + usize::from(third),
                comma: false,
            })
        }
    }
}

/// Whether a word may be of a name: letters, an apostrophe, a hyphen, a stop at its end.
fn is_name(key: &str) -> bool {
    key.chars().filter(|c| c.is_alphabetic()).count() > 1
        && key
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | '.'))
}

/// Whether a word can be spoken and is neither a word of a phrase nor of the name of a country or post.
fn plain(key: &str) -> bool {
    key.len() > 2
        && key.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
        && !TITLES.contains(&key)
        && !VOCABULARY.contains(key)
        && facts::post_by_name(key).is_none()
}

/// Words of phrases and of names of countries: `POLITICAL`, `IRAN`.
static VOCABULARY: Lazy<FxHashSet<String>> = Lazy::new(|| {
    let names = facts::tags().flat_map(|tag| match tag.kind {
        TagKind::Phrase => vec![tag.code, tag.name.unwrap_or("")],
        TagKind::Geographic | TagKind::Subject | TagKind::Program => vec![tag.name.unwrap_or("")],
        _ => Vec::new(),
    });
    names
        .flat_map(|name| name.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.len() > 2)
        .map(str::to_uppercase)
        .collect()
});
