//! Operating signals of the header.

use once_cell::sync::Lazy;

use super::table::{Table, optional, rows};

/// An operating signal.
#[derive(Debug)]
#[non_exhaustive]
pub struct OperatingSignal {
    /// The three letters, or a form whose digit has its own meaning.
    pub signal: &'static str,
    /// What it says; `None` where the meaning is not established.
    pub meaning: Option<&'static str>,
    /// Source or uncertainty.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<OperatingSignal>> = Lazy::new(|| {
    let table = rows::<3>(include_str!("data/operating_signals.csv"))
        .into_iter()
        .map(|[signal, meaning, note]| OperatingSignal {
            signal,
            meaning: optional(meaning),
            note: optional(note),
        })
        .collect();
    Table::new(table, |row| row.signal)
});

/// The fact about an operating signal in upper case, with or without a digit behind it.
///
/// The form with its digit is looked up first, then the three letters.
///
/// Source: ACP 127(G); ACP 131; headers of telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let meaning = |signal| facts::operating_signal(signal).and_then(|fact| fact.meaning);
/// assert_eq!(meaning("ZES2"), Some("Rerun requested"));
/// assert_eq!(meaning("ZFF3"), Some("Report when message is received"));
/// assert_eq!(meaning("ZFFX"), None);
/// ```
#[must_use]
pub fn operating_signal(signal: &str) -> Option<&'static OperatingSignal> {
    if let Some(fact) = TABLE.get(signal) {
        return Some(fact);
    }
    let (base, digits) = signal.split_at_checked(3)?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    TABLE.get(base)
}
