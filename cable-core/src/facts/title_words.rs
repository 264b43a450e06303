//! Words of which the titles of officers are made, as they stand before a name.

use once_cell::sync::Lazy;

use super::table::{Table, rows};

/// What a word does in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleClass {
    /// What a person is: ambassador, counselor, chief.
    Role,
    /// A military rank or a form of address.
    Rank,
    /// What a person belongs to: embassy, section.
    Office,
    /// A bureau or agency by its letters.
    Bureau,
    /// Any other word of a title: political, affairs.
    Part,
}

/// A word of titles.
#[derive(Debug)]
pub(crate) struct TitleWord {
    /// In lower case, without a final stop.
    pub(crate) word: &'static str,
    /// What it does.
    pub(crate) class: TitleClass,
    /// Whether it is written with a stop, which then ends no sentence.
    pub(crate) stop: bool,
}

static TABLE: Lazy<Table<TitleWord>> = Lazy::new(|| {
    let table = rows::<3>(include_str!("data/title_words.csv"))
        .into_iter()
        .map(|[word, class, stop]| TitleWord {
            word,
            class: match class {
                "role" => TitleClass::Role,
                "rank" => TitleClass::Rank,
                "office" => TitleClass::Office,
                "bureau" => TitleClass::Bureau,
                _ => TitleClass::Part,
            },
            stop: stop == "yes",
        })
        .collect();
    Table::new(table, |row| row.word)
});

/// The word of a title, in lower case and without a final stop.
///
/// Source: positions of the Foreign Service (3 FAM) and their abbreviations in telegrams; bureaus of the Department
/// (1 FAM); ranks.
pub(crate) fn title_word(word: &str) -> Option<&'static TitleWord> {
    TABLE.get(word)
}

/// Every word, in the order of the letters.
pub(crate) fn title_words() -> &'static [TitleWord] {
    let table: &'static Table<TitleWord> = &TABLE;
    table.rows()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_lower_case_and_in_order() {
        assert!(title_words().is_sorted_by(|a, b| a.word < b.word));
        for row in title_words() {
            assert_eq!(row.word, row.word.to_lowercase());
        }
    }
}
