//! Routing indicators and whom they reach.

use once_cell::sync::Lazy;

use super::table::{Table, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who stands behind a routing indicator. Military against agency is approximate.
    pub enum RoutingKind {
        /// A unit or command of the armed forces.
        Military = 1, "military";
        /// A station of an allied country or of NATO.
        Allied = 2, "allied";
        /// A communications station.
        Relay = 3, "relay";
        /// An embassy.
        Embassy = 4, "embassy";
        /// An agency of the United States.
        Agency = 5, "agency";
        /// A consulate or consulate general.
        Consulate = 6, "consulate";
        /// Many addressees under one indicator.
        Collective = 7, "collective";
        /// A mission to an organization.
        Mission = 8, "mission";
        /// The Department of State.
        Department = 9, "department";
        /// Not established.
        Unknown = 10, "unknown";
    }
}

/// A routing indicator.
#[derive(Debug)]
#[non_exhaustive]
pub struct RoutingIndicator {
    /// The indicator, `RUEHMO`.
    pub indicator: &'static str,
    /// The addressee in plain language. Gateways have many addressees: in a header line the text after the
    /// slash names the addressee, not the indicator.
    pub addressee: &'static str,
    /// Who stands behind it.
    pub kind: RoutingKind,
}

static TABLE: Lazy<Table<RoutingIndicator>> = Lazy::new(|| {
    let table = rows::<3>(include_str!("data/routing_indicators.csv"))
        .into_iter()
        .map(|[indicator, addressee, kind]| RoutingIndicator {
            indicator,
            addressee,
            kind: kind
                .parse::<RoutingKind>()
                .ok()
                .unwrap_or(RoutingKind::Unknown),
        })
        .collect();
    Table::new(table, |row| row.indicator)
});

/// The fact about a routing indicator, in upper case.
///
/// Source: header lines of telegrams; ACP 117 CAN-US SUPP-1 (2010, 2014).
///
/// ```
/// use cable_core::facts;
///
/// let moscow = facts::routing_indicator("RUEHMO").map(|ri| ri.addressee);
/// assert_eq!(moscow, Some("AMEMBASSY MOSCOW"));
/// assert!(facts::routing_indicator("QQQQQQ").is_none());
/// ```
#[must_use]
pub fn routing_indicator(indicator: &str) -> Option<&'static RoutingIndicator> {
    TABLE.get(indicator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known() {
        assert_eq!(TABLE.rows().len(), 2311);
        for row in TABLE.rows() {
            assert_ne!(row.kind, RoutingKind::Unknown, "{}", row.indicator);
        }
    }
}
