//! Lines that are no format lines: distribution block, drafting record, printed pages, stamps, leftovers of exports.

use super::kind::HeaderLineKind;
use super::state::{Block, State};
use crate::scan::shape::{
    begins, copies_total, first_word, holds, is_blank, is_digits, office_cell, part, same, words,
};

/// Distribution block, drafting record, stamps, machine numbers.
pub(super) fn furniture(state: State, line: &[u8], first: &[u8]) -> Option<HeaderLineKind> {
    use HeaderLineKind as K;
    let after = line.trim_ascii_start().get(first.len()..).unwrap_or(b"");
    if state.page_open && is_page_tail(line) {
        return Some(K::PageLine);
    }
    match first.first()?.to_ascii_uppercase() {
        b'-' => {
            let dashes = first.iter().take_while(|byte| **byte == b'-').count();
            let tail = line.trim_ascii_start().get(dashes..).unwrap_or(b"");
            let machine = tail.iter().all(|byte| {
                byte.is_ascii_digit()
                    || byte.is_ascii_uppercase()
                    || is_blank(*byte)
                    || *byte == b'/'
            });
            let numbered = tail.iter().any(u8::is_ascii_digit);
            if dashes >= 6
                && machine
                && (numbered
                    || state.block == Block::Distribution
                    || state.block == Block::Clearances)
            {
                return Some(K::DashLine);
            }
            return None;
        }
        b'/' => {
            let mut all = words(line);
            let total = all.next().map(|word| part(line, word))?;
            let tail = all.next().map(|word| part(line, word));
            if copies_total(total).is_some()
                && matches!(tail, None | Some(b"W" | b"R"))
                && all.next().is_none()
            {
                return Some(K::DistributionTotal);
            }
            return None;
        }
        b'0'..=b'9' if state.before_station() => {
            if first.len() <= 2 && is_digits(first) && after.trim_ascii().is_empty() {
                return Some(K::MachineNumber);
            }
            return None;
        }
        b'A' if same(first, b"ACTION") && office_row(after) => return Some(K::DistributionAction),
        b'O' if same(first, b"ORIGIN") && office_row(after) => return Some(K::DistributionOrigin),
        b'I' if same(first, b"INFO") && office_row(after) => return Some(K::DistributionInfo),
        _ => {}
    }
    if office_row(line) && (state.block == Block::Distribution || words(line).nth(1).is_some()) {
        return Some(K::DistributionOffices);
    }
    if is_stamp(line) {
        return Some(K::ReleaseStamp);
    }
    if state.before_station() && is_drafting(first, after) {
        return Some(K::Drafting);
    }
    None
}

/// Post and serial of a page heading: `NORDHA 04417 141530Z`.
pub(super) fn is_page_tail(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let serial = words(line).find(|word| is_digits(part(line, word.clone())));
    serial.is_some_and(|serial| {
        let post = part(line, 0..serial.start).trim_ascii_end();
        (1..=6).contains(&post.len()) && (5..=6).contains(&serial.len())
    })
}

/// Cells of the distribution block, with or without the total behind them.
pub(super) fn office_row(line: &[u8]) -> bool {
    let mut cells = 0;
    let mut total = false;
    for word in words(line) {
        let word = part(line, word);
        if total {
            if !matches!(word, b"W" | b"R") {
                return false;
            }
        } else if office_cell(word).is_some() {
            cells += 1;
        } else if copies_total(word).is_some() {
            total = true;
        } else {
            return false;
        }
    }
    cells > 0
}

/// Labels of the drafting record.
pub(super) fn is_drafting(first: &[u8], after: &[u8]) -> bool {
    const WITH_COLON: [&[u8]; 11] = [
        b"ACTION",
        b"INFO",
        b"DISSEMINATION",
        b"CHARGE",
        b"APPROVED",
        b"DRAFTED",
        b"CLEARED",
        b"CLEARANCES",
        b"CLEARANCE",
        b"RELEASED",
        b"VISIBILITY",
    ];
    let word = first.split(|byte| *byte == b':').next().unwrap_or(b"");
    let colon = word.len() < first.len() || after.trim_ascii_start().starts_with(b":");
    let after = after.trim_ascii_start();
    (colon && WITH_COLON.iter().any(|label| same(word, label)))
        || ([&b"DRAFTED"[..], b"APPROVED", b"CLEARED", b"RELEASED"]
            .iter()
            .any(|label| same(word, label))
            && same(
                first_word(after)
                    .split(|b| *b == b':')
                    .next()
                    .unwrap_or(b""),
                b"BY",
            ))
        || (same(word, b"DESIRED") && begins(after, b"DISTRIBUTION"))
}

/// The notice of a release that holds an extract only; it may be broken over two lines.
pub(super) fn is_notice(line: &[u8]) -> bool {
    // The G of ORIGINAL is the rarest of its letters.
    let original = |at: usize| {
        let word = at.checked_sub(3).and_then(|from| line.get(from..));
        word.is_some_and(|word| begins(word, b"ORIGINAL"))
    };
    line.len() > 30
        && memchr::memchr2_iter(b'G', b'g', line).any(original)
        && (holds(line, b"PARTIAL EXTRACT OF THE ORIGINAL")
            || holds(line, b"FULL TEXT OF THE ORIGINAL CABLE")
            || holds(line, b"ORIGINAL CABLE IS NOT AVAILABLE"))
}

/// Stamp of the systematic review, between printed pages.
pub(super) fn is_stamp(line: &[u8]) -> bool {
    line.len() > 20
        && line.iter().any(u8::is_ascii_lowercase)
        && (holds(line, b"DECLASSIFIED/RELEASED")
            || holds(line, b"EO SYSTEMATIC REVIEW")
            || holds(line, b"US DEPARTMENT OF STATE CASE NO"))
}

/// What exports and web pages leave before the classification line: a weekday with its date, a record number, a list
/// of `FIELD: value`.
pub(super) fn is_leftover(line: &[u8], first: &[u8]) -> bool {
    const DAYS: [&[u8]; 7] = [
        b"MONDAY,",
        b"TUESDAY,",
        b"WEDNESDAY,",
        b"THURSDAY,",
        b"FRIDAY,",
        b"SATURDAY,",
        b"SUNDAY,",
    ];
    const FIELDS: [&[u8]; 10] = [
        b"ID:",
        b"DATE:",
        b"ORIGIN:",
        b"SOURCE:",
        b"CLASSIFICATION:",
        b"DESTINATION:",
        b"HEADER:",
        b"CABLE:",
        b"CREATED:",
        b"RELEASED:",
    ];
    if DAYS.iter().any(|day| same(first, day)) {
        return line.iter().any(u8::is_ascii_digit);
    }
    if FIELDS.iter().any(|field| same(first, field)) || same(line.trim_ascii(), b"NULL") {
        return true;
    }
    first.starts_with(b"<<") && first.ends_with(b">>")
        // `3/25/2008 16:45`, `2008-03-25 16:45:00`
        || (first.first().is_some_and(u8::is_ascii_digit)
            && first.iter().filter(|byte| matches!(byte, b'/' | b'-')).count() == 2
            && first.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-')))
        || line.trim_ascii().starts_with(b"|||")
}
