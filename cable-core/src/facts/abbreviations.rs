//! Abbreviations of diplomatic English, and words that look like one.

use once_cell::sync::Lazy;

use super::table::{Table, rows};
use super::tags::{TagKind, tag};

/// How a word of an upper-case text is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordClass {
    /// An abbreviation, kept in capitals.
    Acronym,
    /// A word that is an abbreviation too; the words beside it decide.
    Ambiguous,
    /// A word, although it looks like an abbreviation (`MR`).
    Word,
}

/// Longest organization code that is spoken letter by letter; longer ones are names (`ALITALIA`).
const MAX_ORGANIZATION: usize = 5;

static TABLE: Lazy<Table<(&'static str, WordClass)>> = Lazy::new(|| {
    let table = rows::<2>(include_str!("data/abbreviations.csv"))
        .into_iter()
        .map(|[word, class]| {
            let class = match class {
                "acronym" => WordClass::Acronym,
                "ambiguous" => WordClass::Ambiguous,
                _ => WordClass::Word,
            };
            (word, class)
        })
        .collect();
    Table::new(table, |row| row.0)
});

/// The class of an upper-case word, by the table, else by the organizations among the TAGS.
pub(crate) fn word_class(word: &str) -> Option<WordClass> {
    if let Some((_, class)) = TABLE.get(word) {
        return Some(*class);
    }
    let organization = tag(word, None).is_some_and(|tag| tag.kind == TagKind::Organization);
    let spelt = word.len() <= MAX_ORGANIZATION || word.starts_with("UN");
    (organization && spelt).then_some(WordClass::Acronym)
}
