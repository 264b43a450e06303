//! Portion marks of paragraphs, headings and subjects.

use once_cell::sync::Lazy;

use super::classifications::Level;
use super::table::{Table, list, optional, rows};

/// A portion mark, without its parentheses.
#[derive(Debug)]
#[non_exhaustive]
pub struct PortionMark {
    /// The mark, `S/NF`.
    pub mark: &'static str,
    /// The level.
    pub level: Level,
    /// The controls beside the level, `NOFORN`.
    pub controls: &'static [&'static str],
    /// The classification of the same level and controls, `SECRET//NOFORN`.
    pub display: &'static str,
    /// Uncertainty or use.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<PortionMark>> = Lazy::new(|| {
    let table = rows::<5>(include_str!("data/portion_marks.csv"))
        .into_iter()
        .map(|[mark, level, controls, display, note]| PortionMark {
            mark,
            level: level.parse::<Level>().ok().unwrap_or(Level::Unclassified),
            controls: list(controls, ';'),
            display,
            note: optional(note),
        })
        .collect();
    Table::new(table, |row| row.mark)
});

/// The fact about a portion mark in upper case, without parentheses.
///
/// `REL` with a country or body is found only where the table has that row; for the others look
/// up the part through `REL` and read the names from the text.
///
/// Source: telegrams; 5 FAH-2; recognised NATO and CUI forms.
///
/// ```
/// use cable_core::facts::{self, Level};
///
/// let mark = facts::portion_mark("S/NF").map(|mark| (mark.level, mark.controls));
/// assert_eq!(mark, Some((Level::Secret, &["NOFORN"][..])));
/// assert!(facts::portion_mark("XX").is_none());
/// ```
#[must_use]
pub fn portion_mark(mark: &str) -> Option<&'static PortionMark> {
    TABLE.get(mark)
}

/// Every portion mark, in byte order.
///
/// Source: as [`portion_mark`].
///
/// ```
/// assert!(cable_core::facts::portion_marks().any(|mark| mark.mark == "SBU"));
/// ```
pub fn portion_marks() -> impl ExactSizeIterator<Item = &'static PortionMark> {
    let table: &'static Table<PortionMark> = &TABLE;
    table.rows().iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::classification;

    #[test]
    fn a_display_that_is_a_classification_agrees_with_it() {
        for row in portion_marks() {
            if let Some(fact) = classification(row.display) {
                assert_eq!(row.level, fact.level, "{}", row.mark);
                assert_eq!(row.controls, fact.controls, "{}", row.mark);
            }
        }
    }
}
