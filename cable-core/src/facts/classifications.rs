//! Classification names of the telegram as a whole.

use once_cell::sync::Lazy;

use super::table::{Table, list, optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The level of a marking; everything else a marking says is a control. Ordered from low to high.
    pub enum Level {
        /// Not classified, with or without administrative controls.
        Unclassified = 1, "unclassified";
        /// United States level until 1953, foreign since.
        Restricted = 2, "restricted";
        /// Confidential.
        Confidential = 3, "confidential";
        /// Secret.
        Secret = 4, "secret";
        /// Top secret.
        TopSecret = 5, "top-secret";
    }
}

/// A classification as telegrams and release metadata name it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Classification {
    /// The name to print and to group by, `SECRET//NOFORN`.
    pub display: &'static str,
    /// The level.
    pub level: Level,
    /// The controls beside the level, `NOFORN`, `SBU`, `LOU`.
    pub controls: &'static [&'static str],
    /// Rank of the level, 1 for top secret to 5 for unclassified.
    pub rank: u8,
    /// Short and variant forms.
    pub abbreviations: &'static [&'static str],
    /// Forms with blanks between the letters; a double blank is a gap between words.
    pub spaced_forms: &'static [&'static str],
    /// Portion marks of the same level and controls.
    pub portion_marks: &'static [&'static str],
    /// The five letters after ZNR or ZNY.
    pub security_letters: Option<&'static str>,
    /// Uncertainty or use.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<Classification>> = Lazy::new(|| {
    let table: Vec<_> = rows::<9>(include_str!("data/classifications.csv"))
        .into_iter()
        .map(
            |[
                display,
                level,
                controls,
                rank,
                short,
                spaced,
                portions,
                letters,
                note,
            ]| {
                Classification {
                    display,
                    level: level.parse::<Level>().ok().unwrap_or(Level::Unclassified),
                    controls: list(controls, ';'),
                    rank: rank.parse().unwrap_or_default(),
                    abbreviations: list(short, ','),
                    spaced_forms: list(spaced, ','),
                    portion_marks: list(portions, ','),
                    security_letters: optional(letters),
                    note: optional(note),
                }
            },
        )
        .collect();
    // Names first, then short forms, then spaced ones, so that a name is never hidden.
    let short: Vec<_> = table.iter().map(|row| row.abbreviations).collect();
    let spaced: Vec<_> = table.iter().map(|row| row.spaced_forms).collect();
    let mut table = Table::new(table, |row| row.display);
    for forms in [short, spaced] {
        for (i, forms) in forms.into_iter().enumerate() {
            for form in forms {
                table.add_key(form, i);
            }
        }
    }
    table
});

/// The classification with this name, short form or spaced form, in upper case.
///
/// Source: E.O. 10501 to 13526; 12 FAM 540; banners of telegrams; release metadata.
///
/// ```
/// use cable_core::facts::{self, Level};
///
/// let level = |text| facts::classification(text).map(|fact| fact.level);
/// assert_eq!(level("SECRET//NOFORN"), Some(Level::Secret));
/// assert_eq!(level("UNCLAS"), Some(Level::Unclassified));
/// assert_eq!(level("C O N F I D E N T I A L"), Some(Level::Confidential));
/// assert_eq!(level("PRIVATE"), None);
/// ```
#[must_use]
pub fn classification(text: &str) -> Option<&'static Classification> {
    TABLE.get(text)
}

/// Every classification, in byte order of the names.
///
/// Source: as [`classification`].
///
/// ```
/// assert!(cable_core::facts::classifications().any(|fact| fact.display == "TOP SECRET"));
/// ```
pub fn classifications() -> impl ExactSizeIterator<Item = &'static Classification> {
    let table: &'static Table<Classification> = &TABLE;
    table.rows().iter()
}
