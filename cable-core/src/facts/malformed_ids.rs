//! Reference ids that were published with a damaged form.

use once_cell::sync::Lazy;

use super::table::{Table, rows};

/// A published id with a damaged form, and the id meant.
#[derive(Debug)]
#[non_exhaustive]
pub struct MalformedId {
    /// The id as published, `06ANOI582`.
    pub malformed: &'static str,
    /// The id with its spelling repaired and glued words stripped, `06HANOI582`.
    pub canonical: &'static str,
}

static TABLE: Lazy<Table<MalformedId>> = Lazy::new(|| {
    let table = rows::<2>(include_str!("data/refid_malformed.csv"))
        .into_iter()
        .map(|[malformed, canonical]| MalformedId {
            malformed,
            canonical,
        })
        .collect();
    Table::new(table, |row| row.malformed)
});

/// The id meant by a damaged id of the published set, in upper case without blanks.
///
/// Source: the 251,287 ids of the 2010 release.
///
/// ```
/// use cable_core::facts;
///
/// let meant = facts::malformed_id("06ANOI582").map(|id| id.canonical);
/// assert_eq!(meant, Some("06HANOI582"));
/// assert!(facts::malformed_id("06HANOI582").is_none());
/// ```
#[must_use]
pub fn malformed_id(id: &str) -> Option<&'static MalformedId> {
    TABLE.get(id)
}

/// Every damaged id of the table, in byte order.
///
/// Source: the 251,287 ids of the 2010 release.
///
/// ```
/// assert_eq!(cable_core::facts::malformed_ids().len(), 202);
/// ```
pub fn malformed_ids() -> impl ExactSizeIterator<Item = &'static MalformedId> {
    let table: &'static Table<MalformedId> = &TABLE;
    table.rows().iter()
}
