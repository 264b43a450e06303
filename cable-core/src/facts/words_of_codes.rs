//! Words and names that happen to be made of TAGS codes: `SOCIAL` is no SOCI and AL.

use once_cell::sync::Lazy;

use super::table::{Table, rows};

static TABLE: Lazy<Table<&'static str>> = Lazy::new(|| {
    let table = rows::<1>(include_str!("data/words_of_codes.csv"));
    Table::new(table.into_iter().map(|[word]| word).collect(), |row| row)
});

/// Whether the upper-case word is one of prose or a name, although TAGS codes in a row would spell it.
pub(crate) fn is_word_of_codes(word: &str) -> bool {
    TABLE.get(word).is_some()
}
