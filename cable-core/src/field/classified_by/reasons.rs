//! Reasons: which they are, and whether the order in force has them.

use super::letters::{Letter, letters};
use super::loose::{blanks, phrase, skip};
use super::parts::{Found, section};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::field::Context;
use crate::span::Span;
use jiff::civil::Date;
use once_cell::sync::Lazy;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// One reason.
pub(super) struct Reason {
    /// `1.4(b)`
    pub(super) value: Cow<'static, str>,
    pub(super) place: Range<usize>,
}

/// All reasons of a block.
pub(super) struct Reasons {
    pub(super) items: SmallVec<[Reason; 4]>,
    /// The byte behind them; 0 without any.
    pub(super) end: usize,
}

/// `1.4(b)`: the word of the table where it has it.
fn value(section: &str, letter: &Letter) -> Cow<'static, str> {
    let known = match letter.number {
        None => facts::exemptions().find(|fact| match fact.code.as_bytes() {
            [name @ .., b'(', known, b')'] => {
                char::from(*known) == letter.letter
                    && name == section.as_bytes()
                    && !section.is_empty()
            }
            _ => false,
        }),
        Some(_) => None,
    };
    if let Some(fact) = known {
        return Cow::Borrowed(fact.code);
    }
    let mut value = format!("{section}({})", letter.letter);
    if let Some(number) = &letter.number {
        value.push('(');
        value.push_str(number);
        value.push(')');
    }
    Cow::Owned(value)
}

/// The reasons of a block.
pub(super) fn read(text: &str, found: &Found) -> Reasons {
    let bytes = text.as_bytes();
    let mut reasons = Reasons {
        items: SmallVec::new(),
        end: 0,
    };
    let Some(mut at) = found.reasons else {
        return reasons;
    };
    loop {
        let (name, behind) = section(bytes, at).map_or(("", at), |(name, end)| (name, end));
        match letters(bytes, behind) {
            Some((list, end)) => {
                for (index, item) in list.into_iter().enumerate() {
                    let value = value(name, &item);
                    let start = if index == 0 { at } else { item.place.start };
                    if reasons.items.iter().all(|other| other.value != value) {
                        reasons.items.push(Reason {
                            value,
                            place: start..item.place.end,
                        });
                    }
                }
                reasons.end = end;
            }
            None if !name.is_empty() => {
                reasons.items.push(Reason {
                    value: name.into(),
                    place: at..behind,
                });
                reasons.end = behind;
            }
            None => break,
        }
        // A second section: `1.4 (B), 1.5(D)`.
        let mut next = reasons.end;
        next = skip(bytes, next, |byte| {
            matches!(byte, b' ' | b'\n' | b',' | b';' | b'&' | b'/')
        });
        if let Some(end) = phrase(bytes, next, &[b"AND"]) {
            next = blanks(bytes, end);
        }
        if section(bytes, next).is_none() {
            break;
        }
        at = next;
    }
    reasons
}

/// The day for which a reason is judged; none in a year in which the order changed.
fn day(context: &Context<'_>) -> Option<Date> {
    context.date.or_else(|| {
        let year = context.year?;
        let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
        let same = orders_on(first).eq(orders_on(last));
        same.then_some(first)
    })
}

/// The orders in force on a day, the amending ones too.
fn orders_on(day: Date) -> impl Iterator<Item = u32> {
    facts::executive_orders()
        .filter(move |order| {
            order
                .in_force
                .or(order.signed)
                .is_some_and(|from| from <= day)
                && order.superseded.is_none_or(|to| day < to)
        })
        .map(|order| order.number)
}

/// The order whose reasons count for the telegram: the newest in force that has reasons of its own (13292 gave 12958
/// its section 1.4, and E.O. 13526 kept it). None where the day is not known.
pub(super) fn order(context: &Context<'_>) -> Option<u32> {
    let orders: &Vec<u32> = &ORDERS_WITH_REASONS;
    orders_on(day(context)?)
        .filter(|number| orders.contains(number))
        .max()
}

/// Reports a reason that no order has, or not the one in force.
pub(super) fn check(reason: &Reason, order: Option<u32>, span: Span, sink: &mut impl Sink) {
    let valid = facts::exemption(&reason.value)
        // A note says that the order does not have it.
        .filter(|fact| fact.kind == facts::ExemptionKind::Reason && fact.note.is_none())
        .is_some_and(|fact| order.is_none_or(|number| of(fact, number)));
    if !valid {
        sink.report(Diagnostic::new(Code::ReasonInvalid, span));
    }
}

fn of(fact: &facts::Exemption, number: u32) -> bool {
    fact.orders.iter().any(|order| order.parse() == Ok(number))
}

/// The orders that have reasons of their own.
static ORDERS_WITH_REASONS: Lazy<Vec<u32>> = Lazy::new(|| {
    facts::exemptions()
        .filter(|fact| fact.kind == facts::ExemptionKind::Reason)
        .flat_map(|fact| fact.orders)
        .filter_map(|order| order.parse().ok())
        .collect()
});
