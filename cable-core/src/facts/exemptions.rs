//! Reasons, exemptions and schedules of declassification.

use once_cell::sync::Lazy;

use super::table::{Table, list, optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a code of the declassification instruction says.
    pub enum ExemptionKind {
        /// Why the text is classified, `1.4(b)`.
        Reason = 1, "reason";
        /// It is kept out of the schedule, `X1`.
        Exemption = 2, "exemption";
        /// It is kept beyond 25 years, `25X1`.
        Exemption25Year = 3, "25-year-exemption";
        /// It is kept beyond 50 years.
        Exemption50Year = 4, "50-year-exemption";
        /// It is kept beyond 75 years.
        Exemption75Year = 5, "75-year-exemption";
        /// When it is downgraded or reviewed, `GDS`.
        Schedule = 6, "schedule";
        /// The section on duration, `1.6`.
        Duration = 7, "duration";
        /// Nothing applies, `N/A`.
        None = 8, "none";
        /// Not established.
        Unknown = 9, "unknown";
    }
}

/// A code of the declassification instruction.
#[derive(Debug)]
#[non_exhaustive]
pub struct Exemption {
    /// The code, `1.4(b)`.
    pub code: &'static str,
    /// The order or orders that introduced it; `all` for `N/A`.
    pub orders: &'static [&'static str],
    /// What it says.
    pub kind: ExemptionKind,
    /// The meaning in our words.
    pub meaning: &'static str,
    /// Uncertainty or use.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<Exemption>> = Lazy::new(|| {
    let table = rows::<5>(include_str!("data/exemptions.csv"))
        .into_iter()
        .map(|[code, orders, kind, meaning, note]| Exemption {
            code,
            orders: list(orders, ';'),
            kind: match kind {
                "25-year exemption" => ExemptionKind::Exemption25Year,
                "50-year exemption" => ExemptionKind::Exemption50Year,
                "75-year exemption" => ExemptionKind::Exemption75Year,
                other => other
                    .parse::<ExemptionKind>()
                    .ok()
                    .unwrap_or(ExemptionKind::Unknown),
            },
            meaning,
            note: optional(note),
        })
        .collect();
    Table::new(table, |row| row.code)
});

/// The fact about a reason, exemption or schedule, whatever its letters' case and blanks.
///
/// Source: E.O. 10964 to 13526; Classified-By and E.O. lines.
///
/// ```
/// use cable_core::facts;
///
/// let meaning = |code| facts::exemption(code).map(|fact| fact.meaning);
/// assert_eq!(meaning("1.4(b)"), Some("Foreign government information"));
/// assert_eq!(meaning("1.4 (B)"), Some("Foreign government information"));
/// assert_eq!(meaning("9.9(z)"), None);
/// ```
#[must_use]
pub fn exemption(code: &str) -> Option<&'static Exemption> {
    if let Some(fact) = TABLE.get(code) {
        return Some(fact);
    }
    let table: &'static Table<Exemption> = &TABLE;
    let letters = |text: &'static str| text.bytes().filter(|byte| *byte != b' ');
    table.rows().iter().find(|fact| {
        code.bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .map(|byte| byte.to_ascii_lowercase())
            .eq(letters(fact.code).map(|byte| byte.to_ascii_lowercase()))
    })
}

/// Every code, in byte order.
///
/// Source: as [`exemption`].
///
/// ```
/// assert_eq!(cable_core::facts::exemptions().len(), 91);
/// ```
pub fn exemptions() -> impl ExactSizeIterator<Item = &'static Exemption> {
    let table: &'static Table<Exemption> = &TABLE;
    table.rows().iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known() {
        assert!(exemptions().all(|fact| fact.kind != ExemptionKind::Unknown));
    }
}
