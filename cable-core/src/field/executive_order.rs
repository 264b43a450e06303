//! The E.O. line: number of the order and declassification instruction.

use super::Context;
use super::date::Base;
use super::declassification::{self, Instruction};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::{DeclassificationKind, ExecutiveOrder, Level};
use crate::scan::{Folded, order_number};
use crate::spanned::Spanned;
use jiff::civil::{Date, date};
use std::ops::Range;

/// Reads what stands behind the label `E.O.`, the number included, and tells how many bytes of the folded string belong
/// to it.
///
/// Input: `12958: DECL: 03/25/2018`, `11652: XGDS-2`, `12065: GDS 8/12/85 (NAME) OR-P`, `12958, AS AMENDED;
/// DECLASSIFIED JUNE 21, 2006`. The line is always taken; the next one if the first is not finished (it ends in a
/// mark, in DECL, in a word that asks for another, or was full) and the next is no caption. A blank line ends it.
///
/// Reports: executive-order-not-in-force, declassification-code-invalid, declassification-before-creation,
/// declassification-century-assumed. Whether the instruction goes with the level is asked with [`goes_with`] once the
/// level is known, and the date that a general schedule gives is added by [`derive_date`].
///
/// Source: TAGS 1974; E.O. 10964 to 13526; 32 CFR 2001.12; ISOO 2003.
///
/// ```
/// use cable_core::{Span, field::{Context, executive_order}, record::DeclassificationKind, scan::Folded};
/// use jiff::civil::date;
/// let text = "E.O. 12958: DECL: 03/25/2018\nSIPDIS";
/// let folded = Folded::new(text, &[Span::new(5, 28), Span::new(29, 35)]);
/// let (order, end) = executive_order::parse(&folded, &Context::assumed(Some(2008)), &mut ());
/// assert_eq!(order.order.unwrap().get(text), "12958");
/// assert_eq!(order.declassification.unwrap().date, Some(date(2018, 3, 25)));
/// assert_eq!(end, 23);
/// ```
pub fn parse(
    folded: &Folded<'_>,
    context: &Context<'_>,
    sink: &mut impl Sink,
) -> (ExecutiveOrder<Spanned>, usize) {
    let all = folded.as_str();
    let end = end_of_field(all);
    let number = number(all.get(..end).unwrap_or(""));
    let base = Base::of(context.date, context.year);
    let instruction = declassification::parse(folded, number.value..end, base);

    let digits = number
        .digits
        .as_ref()
        .and_then(|range| all.get(range.clone()));
    let known = digits.and_then(|digits| facts::executive_order(digits.parse().ok()?));
    let corrected = match (known, digits) {
        (None, Some(digits)) => {
            let clean = without_slips(digits);
            match facts::executive_order(clean.parse().unwrap_or(0)) {
                Some(order) => Some(order),
                None => facts::executive_order_corrected(&clean),
            }
        }
        _ => None,
    };
    let order = ExecutiveOrder {
        order: number.digits.clone().map(|range| folded.spanned(range)),
        order_corrected: corrected.map(|order| order.text),
        span: folded.span(folded.trim(0..end)),
        declassification: None,
    };
    if let Some(digits) = number.digits {
        if !in_force(known.or(corrected), context) {
            sink.report(Diagnostic::new(
                Code::ExecutiveOrderNotInForce,
                folded.span(digits),
            ));
        }
    }
    let era = known.or(corrected).map(|order| order.number).or_else(|| {
        let day = base?.first;
        facts::executive_order_in_force(day).map(|order| order.number)
    });
    check(folded, &instruction, era, base, sink);
    (
        ExecutiveOrder {
            declassification: Some(instruction.declassification),
            ..order
        },
        end,
    )
}

/// Adds the date that the general schedule of 11652 gives at `level` to a telegram of `base`.
///
/// ```
/// use cable_core::{Span, field::{Context, executive_order}, record::Level, scan::Folded};
/// use jiff::civil::date;
/// let text = "11652: GDS";
/// let folded = Folded::new(text, &[Span::new(0, 10)]);
/// let (mut order, _) = executive_order::parse(&folded, &Context::assumed(Some(1975)), &mut ());
/// executive_order::derive_date(&mut order, text, date(1975, 3, 4), Level::Confidential);
/// let derived = order.declassification.unwrap().derived_date.unwrap();
/// assert_eq!(derived.to_string(), "1981-12-31");
/// ```
pub fn derive_date(order: &mut ExecutiveOrder<Spanned>, text: &str, base: Date, level: Level) {
    let number = order
        .order_corrected
        .or_else(|| order.order.as_ref().map(|order| order.get(text)))
        .and_then(|number| number.parse::<u32>().ok())
        .or_else(|| facts::executive_order_in_force(base).map(|order| order.number));
    if let Some(declassification) = &mut order.declassification {
        if declassification.kind == DeclassificationKind::GeneralSchedule && number == Some(11652) {
            declassification.derived_date = declassification::general_schedule(base, level);
        }
    }
}

/// Whether an instruction of this kind goes with the level: N/A and only N/A with an unclassified text.
///
/// Nothing is said against what cannot be read, and against texts that were declassified since.
///
/// Source: TAGS 1974; T015 of the format.
///
/// ```
/// use cable_core::field::executive_order::goes_with;
/// use cable_core::record::{DeclassificationKind, Level};
/// assert!(goes_with(DeclassificationKind::NotApplicable, Level::Unclassified));
/// assert!(!goes_with(DeclassificationKind::NotApplicable, Level::Secret));
/// ```
pub fn goes_with(kind: DeclassificationKind, level: Level) -> bool {
    use DeclassificationKind as Kind;
    match kind {
        Kind::Declassified | Kind::Unreadable | Kind::Unknown => true,
        Kind::NotApplicable => level == Level::Unclassified,
        _ => level != Level::Unclassified,
    }
}

struct Number {
    digits: Option<Range<usize>>,
    /// Where the instruction begins.
    value: usize,
}

/// The number and what belongs to it: `12958,`, `12958 AS AMENDED;`, `12958, AS AMENDED BY 13292:`.
fn number(field: &str) -> Number {
    let lead = field
        .bytes()
        .take_while(|byte| {
            matches!(
                byte,
                b' ' | b'\t' | b'.' | b':' | b',' | b'\n' | b'O' | b'o'
            )
        })
        .count();
    let length = order_number(field.get(lead..).unwrap_or(""));
    // A date or a paragraph number is no order.
    let slashed = matches!(field.as_bytes().get(lead + length), Some(b'/' | b'-'))
        && field
            .as_bytes()
            .get(lead + length + 1)
            .is_some_and(u8::is_ascii_digit);
    if !(3..=6).contains(&length) || slashed {
        let value = field
            .bytes()
            .take_while(|byte| !byte.is_ascii_alphanumeric() && *byte != b'(' && byte.is_ascii())
            .count();
        return Number {
            digits: None,
            value,
        };
    }
    let mut value = lead + length;
    value += separators(field, value);
    // `12958 (AS AMENDED)`
    let bracket = field.as_bytes().get(value) == Some(&b'(') && at(field, value + 1, "AS");
    value += usize::from(bracket);
    for phrase in ["AS", "AMENDED"] {
        if at(field, value, phrase) {
            value += phrase.len();
            value += separators(field, value);
        }
    }
    if bracket && field.as_bytes().get(value) == Some(&b')') {
        value += 1;
        value += separators(field, value);
    }
    if at(field, value, "BY") {
        let by = value + 2 + separators(field, value + 2);
        let eo = field
            .get(by..)
            .unwrap_or("")
            .bytes()
            .take_while(|byte| matches!(byte, b'E' | b'O' | b'e' | b'o' | b'.' | b' '))
            .count();
        let length = digits(field, by + eo);
        if length >= 4 {
            value = by + eo + length;
        }
    }
    Number {
        digits: Some(lead..lead + length),
        value,
    }
}

/// The digits that are meant: letters typed for digits, a comma after the thousands.
fn without_slips(printed: &str) -> String {
    printed
        .chars()
        .filter_map(|sign| match sign {
            'l' | 'I' => Some('1'),
            'O' | 'o' => Some('0'),
            ',' => None,
            other => Some(other),
        })
        .collect()
}

fn digits(field: &str, at: usize) -> usize {
    field
        .bytes()
        .skip(at)
        .take_while(u8::is_ascii_digit)
        .count()
}

fn separators(field: &str, at: usize) -> usize {
    field
        .bytes()
        .skip(at)
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b',' | b';' | b':' | b'.'))
        .count()
}

/// Whether a word stands at a place, case ignored.
fn at(field: &str, at: usize, word: &str) -> bool {
    let bytes = field.as_bytes();
    bytes
        .get(at..at + word.len())
        .is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
        && !bytes
            .get(at + word.len())
            .is_some_and(u8::is_ascii_alphanumeric)
}

/// Longest run of lines an instruction takes.
const LINES: usize = 4;

/// Columns after which a line of a telegram may have been wrapped.
const FULL: usize = 50;

/// Length of the field in the folded string.
fn end_of_field(all: &str) -> usize {
    let mut end = all.find('\n').unwrap_or(all.len());
    let mut line = all.get(..end).unwrap_or("");
    for _ in 1..LINES {
        let Some(next) = all.get(end + 1..) else {
            break;
        };
        let next = next
            .get(..next.find('\n').unwrap_or(next.len()))
            .unwrap_or("");
        if !goes_on(line, next) {
            break;
        }
        end += 1 + next.len();
        line = next;
    }
    end
}

/// Whether the instruction of `line` goes on in `next`.
fn goes_on(line: &str, next: &str) -> bool {
    let words = next.trim();
    if words.is_empty() || facts::caption(&words.to_ascii_uppercase()).is_some() {
        return false;
    }
    let line = line.trim_end();
    let last = line
        .trim_end_matches(':')
        .rsplit([' ', ':'])
        .next()
        .unwrap_or("");
    let last_is = |list: &[&str]| list.iter().any(|word| last.eq_ignore_ascii_case(word));
    let open = line
        .rfind('(')
        .is_some_and(|open| line.get(open..).is_some_and(|rest| !rest.contains(')')));
    let cut = line.ends_with(['/', '-']) && words.starts_with(|first: char| first.is_ascii_digit());
    if open || cut || last_is(&ASKING) {
        return true;
    }
    let starts_value = begins_value(words);
    if starts_value {
        return true;
    }
    if passes(words) {
        return false;
    }
    let letters = line.bytes().filter(u8::is_ascii_alphabetic).count();
    let free_text = letters > 12 && !line.contains(['/', ')']);
    let first_word = words.split(' ').next().unwrap_or("").len();
    // The label stood before the first line.
    free_text && (line.ends_with(',') || line.len() + "E.O. ".len() + 1 + first_word > FULL)
}

/// Words that cannot end an instruction.
const ASKING: [&str; 16] = [
    "DECL", "DECLAS", "ON", "AFTER", "OF", "THE", "AND", "UPON", "BY", "TO", "FROM", "IN", "WITH",
    "OR", "FOR", "DNG",
];

/// Whether a line begins with a value: `DECL: ...`, a date, `N/A`.
fn begins_value(words: &str) -> bool {
    let first = words
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';'))
        .next()
        .unwrap_or("");
    super::date::read(words).is_some()
        || [
            "DECL",
            "DECLAS",
            "N/A",
            "NA",
            "DECLASSIFY",
            "DECLASSIFIED",
            "OADR",
            "GDS",
            "XGDS",
        ]
        .iter()
        .any(|value| first.eq_ignore_ascii_case(value))
}

/// A line that steers the telegram to an office: `STATE FOR EUR`, `DEPT PASS ...`.
fn passes(words: &str) -> bool {
    words
        .split_ascii_whitespace()
        .skip(1)
        .take(3)
        .any(|word| ["FOR", "PASS", "ATTN"].contains(&word))
        || words.starts_with("FOR ")
        || words.starts_with("PASS ")
}

/// Whether the order was one that telegrams of that day cite; true where no day is known.
fn in_force(order: Option<&facts::ExecutiveOrder>, context: &Context<'_>) -> bool {
    let Some(base) = Base::of(context.date, context.year) else {
        return true;
    };
    let Some(order) = order else {
        return false;
    };
    let from = order.in_force.or(order.signed);
    from.is_none_or(|from| from <= base.last)
        && order.superseded.is_none_or(|until| base.first < until)
}

/// From 1995 on: 12958 and 13526, with the orders that amend them.
fn since_1995(order: u32) -> bool {
    matches!(order, 12958 | 13142 | 13292 | 13526)
}

/// The rules of the instruction that need no other field.
fn check(
    folded: &Folded<'_>,
    read: &Instruction,
    era: Option<u32>,
    base: Option<Base>,
    sink: &mut impl Sink,
) {
    let mut report = |code, range: &Range<usize>| {
        sink.report(Diagnostic::new(code, folded.span(range.clone())));
    };
    let value = &read.declassification;
    if read.century_assumed {
        if let Some(at) = &read.date_at {
            report(Code::DeclassificationCenturyAssumed, at);
        }
    }
    // The marking rules that did away with X1 to X8.
    let no_x = date(2003, 9, 22);
    let late_x = read
        .ten_year_exemption
        .as_ref()
        .filter(|_| base.is_some_and(|base| base.first > no_x));
    if let Some(at) = read.invalid.as_ref().or(late_x) {
        report(Code::DeclassificationCodeInvalid, at);
    }
    let (Some(day), Some(at), Some(base)) = (value.date, &read.date_at, base) else {
        return;
    };
    if day < base.first {
        report(Code::DeclassificationBeforeCreation, at);
    }
    // The day on which a text was declassified is no period that somebody set.
    let set = value.kind != DeclassificationKind::Declassified;
    let limit = (
        base.last.year().saturating_add(25),
        base.last.month(),
        base.last.day(),
    );
    let long = (day.year(), day.month(), day.day()) > limit;
    if long && set && !read.beyond_25_years && era.is_some_and(since_1995) {
        report(Code::DeclassificationCodeInvalid, at);
    }
}

#[cfg(test)]
mod tests;
