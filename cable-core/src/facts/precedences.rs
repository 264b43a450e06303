//! Precedences of a message.

use once_cell::sync::Lazy;

use super::table::{Table, list, optional, rows};

/// A precedence.
#[derive(Debug)]
#[non_exhaustive]
pub struct PrecedenceFact {
    /// The word, `IMMEDIATE`.
    pub precedence: &'static str,
    /// The prosign, `O`.
    pub prosign: &'static str,
    /// The doubled prosign of the routing line, `OO`.
    pub routing_line_form: &'static str,
    /// 1 is the highest; `None` for those that stand outside the order.
    pub rank: Option<u8>,
    /// What it asks for.
    pub meaning: &'static str,
    /// Spellings met on header lines.
    pub variants: &'static [&'static str],
    /// Uncertainty.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<PrecedenceFact>> = Lazy::new(|| {
    let table: Vec<_> = rows::<7>(include_str!("data/precedences.csv"))
        .into_iter()
        .map(
            |[
                precedence,
                prosign,
                routing_line_form,
                rank,
                meaning,
                variants,
                note,
            ]| {
                PrecedenceFact {
                    precedence,
                    prosign,
                    routing_line_form,
                    rank: rank.parse().ok(),
                    meaning,
                    variants: list(variants, ','),
                    note: optional(note),
                }
            },
        )
        .collect();
    let variants: Vec<_> = table.iter().map(|row| row.variants).collect();
    let mut table = Table::new(table, |row| row.precedence);
    for (i, variants) in variants.into_iter().enumerate() {
        for variant in variants {
            table.add_key(variant, i);
        }
    }
    table
});

/// The precedence with this name or spelling, in upper case; several words with single blanks.
///
/// Source: ACP 127(G); header lines of telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let name = |word| facts::precedence(word).map(|fact| fact.precedence);
/// assert_eq!(name("PRIORTY"), Some("PRIORITY"));
/// assert_eq!(name("NIACT"), Some("NIACT IMMEDIATE"));
/// assert_eq!(name("SOON"), None);
/// ```
#[must_use]
pub fn precedence(word: &str) -> Option<&'static PrecedenceFact> {
    TABLE.get(word)
}

/// The precedence of a prosign, single (`O`) or doubled (`OO`).
///
/// `O` is IMMEDIATE: night action is an instruction beside it.
///
/// Source: ACP 127(G).
///
/// ```
/// use cable_core::facts;
///
/// let name = |sign| facts::precedence_by_prosign(sign).map(|fact| fact.precedence);
/// assert_eq!(name("O"), Some("IMMEDIATE"));
/// assert_eq!(name("RR"), Some("ROUTINE"));
/// assert_eq!(name("ZR"), None);
/// ```
#[must_use]
pub fn precedence_by_prosign(prosign: &str) -> Option<&'static PrecedenceFact> {
    let table: &'static Table<PrecedenceFact> = &TABLE;
    table
        .rows()
        .iter()
        .filter(|fact| fact.prosign == prosign || fact.routing_line_form == prosign)
        // Of two names of one sign the higher is the one with an instruction beside it.
        .max_by_key(|fact| fact.rank)
}
