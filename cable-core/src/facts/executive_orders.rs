//! Executive orders on classification, by number, by day and by misprint.

use jiff::civil::Date;
use once_cell::sync::Lazy;

use super::table::{Table, list, optional, rows};
use crate::slips::near;

/// An executive order on classified information.
#[derive(Debug)]
#[non_exhaustive]
pub struct ExecutiveOrder {
    /// The number, `12958`.
    pub number: u32,
    /// The number as printed.
    pub text: &'static str,
    /// Day of signature.
    pub signed: Option<Date>,
    /// Day from which telegrams may cite it; `None` where not established.
    pub in_force: Option<Date>,
    /// Day on which it gave way.
    pub superseded: Option<Date>,
    /// The president who signed it.
    pub president: &'static str,
    /// Forms of its declassification instructions.
    pub declassification_forms: &'static [&'static str],
    /// What it amends, and what is not established.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Table<ExecutiveOrder>> = Lazy::new(|| {
    let table = rows::<7>(include_str!("data/executive_orders.csv"))
        .into_iter()
        .map(
            |[text, signed, in_force, superseded, president, forms, note]| ExecutiveOrder {
                number: text.parse().unwrap_or_default(),
                text,
                signed: signed.parse().ok(),
                in_force: in_force.parse().ok(),
                superseded: superseded.parse().ok(),
                president,
                declassification_forms: list(forms, ';'),
                note: optional(note),
            },
        )
        .collect();
    Table::new(table, |row| row.text)
});

/// Orders on other matters that telegrams cite; their numbers are no misprints.
static OTHER_ORDERS: Lazy<Table<&'static str>> = Lazy::new(|| {
    let table = rows::<2>(include_str!("data/other_orders.csv"))
        .into_iter()
        .map(|[number, _]| number)
        .collect();
    Table::new(table, |number| number)
});

/// The order on classification with this number.
///
/// Source: the orders; Federal Register.
///
/// ```
/// use cable_core::facts;
///
/// assert_eq!(facts::executive_order(12958).map(|order| order.president), Some("Clinton"));
/// assert!(facts::executive_order(13224).is_none());
/// ```
#[must_use]
pub fn executive_order(number: u32) -> Option<&'static ExecutiveOrder> {
    executive_orders().find(|order| order.number == number)
}

/// Every order on classification, in the order of numbers.
///
/// Source: as [`executive_order`].
///
/// ```
/// assert_eq!(cable_core::facts::executive_orders().len(), 10);
/// ```
pub fn executive_orders() -> impl ExactSizeIterator<Item = &'static ExecutiveOrder> {
    let table: &'static Table<ExecutiveOrder> = &TABLE;
    table.rows().iter()
}

/// The order that telegrams of a day cite.
///
/// An order that only amends another one leaves the citation as it is, so 12958 is the answer
/// until 13526. Where the effective day is not established the day of signature counts.
///
/// Source: as [`executive_order`].
///
/// ```
/// use cable_core::facts;
/// use jiff::civil::date;
///
/// let order = |day| facts::executive_order_in_force(day).map(|order| order.number);
/// assert_eq!(order(date(1976, 5, 1)), Some(11652));
/// assert_eq!(order(date(2010, 2, 1)), Some(12958));
/// assert_eq!(order(date(1940, 1, 1)), None);
/// ```
#[must_use]
pub fn executive_order_in_force(day: Date) -> Option<&'static ExecutiveOrder> {
    let start = |order: &ExecutiveOrder| order.in_force.or(order.signed);
    executive_orders()
        .filter(|order| start(order).is_some_and(|from| from <= day))
        .filter(|order| order.superseded.is_none_or(|to| day < to))
        .min_by_key(|order| start(order))
}

/// The order meant by a misprinted number, where only one can be meant.
///
/// Slips are tried from the likeliest on, and the first kind that fits decides: one digit wrong, lost
/// or too many, or two neighbours swapped; digits in another order; one digit moved and one wrong. `None` for the
/// number of an order on classification (nothing to correct), for the sanctions orders that telegrams
/// cite (13224, 13382, 13460), for other text, and where two orders are as near.
///
/// Source: misprints met in telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let meant = |printed| facts::executive_order_corrected(printed).map(|order| order.number);
/// assert_eq!(meant("12598"), Some(12958));
/// assert_eq!(meant("1295"), Some(12958));
/// assert_eq!(meant("12958"), None);
/// assert_eq!(meant("13224"), None);
/// ```
#[must_use]
pub fn executive_order_corrected(printed: &str) -> Option<&'static ExecutiveOrder> {
    let digits = printed.as_bytes();
    if !(4..=6).contains(&digits.len())
        || !digits.iter().all(u8::is_ascii_digit)
        || TABLE.get(printed).is_some()
        || OTHER_ORDERS.get(printed).is_some()
    {
        return None;
    }
    let one_slip = |printed: &[u8], order: &[u8]| near(printed, order, 1);
    for slip in [one_slip, rearranged, one_moved_and_one_off] {
        let mut meant = executive_orders().filter(|order| slip(digits, order.text.as_bytes()));
        match (meant.next(), meant.next()) {
            (None, _) => {}
            (Some(order), None) => return Some(order),
            (Some(_), Some(_)) => return None,
        }
    }
    None
}

/// The same digits in another order.
fn rearranged(printed: &[u8], order: &[u8]) -> bool {
    let counts = |digits: &[u8]| {
        let mut counts = [0_u8; 10];
        for digit in digits {
            if let Some(count) = counts.get_mut(usize::from(digit.wrapping_sub(b'0'))) {
                *count += 1;
            }
        }
        counts
    };
    printed.len() == order.len() && counts(printed) == counts(order)
}

/// One digit stands in another place, and one other is wrong.
fn one_moved_and_one_off(printed: &[u8], order: &[u8]) -> bool {
    fn without(digits: &[u8], i: usize) -> impl Iterator<Item = &u8> {
        let (head, tail) = digits.split_at_checked(i).unwrap_or((digits, &[]));
        head.iter().chain(tail.iter().skip(1))
    }
    printed.len() == order.len()
        && printed.iter().enumerate().any(|(i, moved)| {
            order.iter().enumerate().any(|(j, digit)| {
                let pairs = without(printed, i).zip(without(order, j));
                digit == moved && pairs.filter(|(a, b)| a != b).count() <= 1
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn misprints_met_in_telegrams_are_understood() {
        let meant = |printed| executive_order_corrected(printed).map(|order| order.number);
        for printed in [
            "12598", "19528", "19523", "1295", "12985", "129588", "12968", "2958",
        ] {
            assert_eq!(meant(printed), Some(12958), "{printed}");
        }
        assert_eq!(meant("16652"), Some(11652));
    }

    #[test]
    fn other_orders_and_other_text_are_left_alone() {
        for printed in [
            "13224", "13382", "13460", "12958", "", "12", "1295A", "9999999", "99999",
        ] {
            assert!(executive_order_corrected(printed).is_none(), "{printed}");
        }
    }

    #[test]
    fn two_orders_as_near_are_no_answer() {
        assert!(executive_order_corrected("12358").is_none());
        assert!(executive_order_corrected("12056").is_none());
    }

    #[test]
    fn every_day_since_1951_has_an_order() {
        let order = |year, month, day| {
            executive_order_in_force(date(year, month, day)).map(|order| order.number)
        };
        assert_eq!(order(1952, 1, 1), Some(10290));
        assert_eq!(order(1965, 1, 1), Some(10501));
        assert_eq!(order(1972, 5, 31), Some(10501));
        assert_eq!(order(1972, 6, 1), Some(11652));
        assert_eq!(order(1985, 1, 1), Some(12356));
        assert_eq!(order(2005, 1, 1), Some(12958));
        assert_eq!(order(2010, 6, 27), Some(13526));
    }
}
