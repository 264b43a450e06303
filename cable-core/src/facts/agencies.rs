//! Names and letters of agencies as they open a pass line, apart from posts and office symbols.

use once_cell::sync::Lazy;

use super::table::{Table, rows};

static TABLE: Lazy<Table<&'static str>> = Lazy::new(|| {
    let table = rows::<2>(include_str!("data/agencies.csv"));
    Table::new(
        table.into_iter().map(|[agency, _]| agency).collect(),
        |row| row,
    )
});

/// Whether the upper-case word names an agency, or is the first word of the name of one (`WHITE`, `JOINT`, `HQ`).
///
/// Source: 5 FAH-1 H-232.15; agencies named in telegrams; their usual short forms.
pub(crate) fn is_agency(word: &str) -> bool {
    TABLE.get(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_upper_case_and_in_order() {
        assert!(TABLE.rows().is_sorted_by(|a, b| a < b));
        assert!(is_agency("TREASURY") && !is_agency("Treasury") && !is_agency("AND"));
    }
}
