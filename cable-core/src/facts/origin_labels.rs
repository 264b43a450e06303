//! The origin as the page table of the published set prints it.

use once_cell::sync::Lazy;

use super::table::{Table, rows};

struct OriginLabel {
    label: &'static str,
    origin: &'static str,
}

static TABLE: Lazy<Table<OriginLabel>> = Lazy::new(|| {
    let table = rows::<2>(include_str!("data/origin_labels.csv"))
        .into_iter()
        .map(|[label, origin]| OriginLabel { label, origin })
        .collect();
    Table::new(table, |row| row.label)
});

/// The origin that a label of the page table stands for, as ids print it.
///
/// The label is compared as printed. The table prints the present name of a post, so a label may
/// give KYIV where the id says KIEV: the id wins.
///
/// Source: pages of the 2010 release.
///
/// ```
/// use cable_core::facts;
///
/// assert_eq!(facts::origin_label("Embassy The Hague"), Some("THEHAGUE"));
/// assert_eq!(facts::origin_label("Embassy Atlantis"), None);
/// ```
#[must_use]
pub fn origin_label(label: &str) -> Option<&'static str> {
    TABLE.get(label.trim()).map(|row| row.origin)
}

/// Every label with its origin, in byte order of the labels.
///
/// Source: pages of the 2010 release.
///
/// ```
/// assert!(cable_core::facts::origin_labels().any(|pair| pair == ("Embassy Moscow", "MOSCOW")));
/// ```
pub fn origin_labels() -> impl ExactSizeIterator<Item = (&'static str, &'static str)> {
    let table: &'static Table<OriginLabel> = &TABLE;
    table.rows().iter().map(|row| (row.label, row.origin))
}
