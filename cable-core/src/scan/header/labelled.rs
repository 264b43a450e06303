//! Lines that begin with a label, a signal or a prosign of their own: format lines 1 to 9.

use super::furniture::office_row;
use super::kind::HeaderLineKind;
use super::line::Line;
use super::name::is_surely_addressee;
use super::state::{Block, State};
use crate::scan::shape::{
    begins, first_word, is_blank, is_digits, is_operating_signal, is_routing_indicator, part, same,
    words,
};
use std::ops::Range;

/// The parts of a line that begins with a label or signal of its own.
pub(super) fn labelled(
    state: State,
    line: &[u8],
    first: &[u8],
    start: Range<usize>,
) -> Option<Line> {
    use HeaderLineKind as K;
    // `INFO:AMEMBASSY`
    let colon = glued_colon(first);
    let first = part(first, 0..colon);
    let start = start.start..start.start + colon;
    let rest = line.get(start.end..).unwrap_or(b"").trim_ascii_start();
    let begun = !state.before_station();
    let label = |kind| Some(Line::labelled(kind, line, start.clone()));
    match first.first()?.to_ascii_uppercase() {
        b'V' | b'Z' if begins(first, b"VZCZC") || begins(first, b"ZCZC") => {
            return label(K::TransmissionId).map(|found| Line {
                label: 0..0,
                value: start.start..line.len(),
                ..found
            });
        }
        b'Z' if begins(first, b"ZNR") || begins(first, b"ZNY") => {
            // Letters glued to the signal are split off.
            return Some(Line::labelled(
                K::Security,
                line,
                start.start..start.start + 3,
            ));
        }
        b'Z' if is_operating_signal(first)
            && matches!(state.block, Block::Routing | Block::Station) =>
        {
            return label(K::Security);
        }
        b'B' if same(first, b"BT") && rest.is_empty() => return label(K::Break),
        b'D' if same(first, b"DE") => {
            let second = first_word(rest);
            if is_routing_indicator(second)
                || second.contains(&b'#')
                || begins(rest, b"R") && rest.contains(&b'#')
            {
                return label(K::Station);
            }
        }
        b'F' if is_label_word(first, b"FM") && (begun || is_surely_addressee(rest)) => {
            return label(K::Originator);
        }
        // Copies that were typed anew write the label out.
        b'F' if same(first, b"FROM:") && begun && is_surely_addressee(rest) => {
            return label(K::Originator);
        }
        b'T' | b'I' | b'X' => {
            if let Some(found) = block_label(state, line, first, start.clone(), rest) {
                return Some(found);
            }
        }
        b'P' if same(first, b"PAGE") && is_digits(first_word(rest)) => {
            return Some(Line {
                page: start.start..line.len(),
                ..Line::whole(K::PageLine, line)
            });
        }
        _ => {}
    }
    // A figure or the letter of a precedence opens the lines that are left.
    if !matches!(
        first.first()? | 0x20,
        b'0'..=b'9' | b'z' | b'o' | b'p' | b'r' | b'y' | b'w'
    ) {
        return None;
    }
    let may_be_date = first.len() == 1 || first[0].is_ascii_digit();
    let value = may_be_date.then(|| date_time_group(line, begun)).flatten();
    if let Some(value) = value {
        return Some(Line {
            label: start.start..value.start,
            value,
            ..Line::new(K::DateTimeGroup)
        });
    }
    if is_routing(first, rest) {
        return label(K::Routing);
    }
    None
}

/// Where the label of a line of addresses ends: behind the colon that has no blank behind it, else at the end of the word.
fn glued_colon(first: &[u8]) -> usize {
    let labels: &[&[u8]] = match first {
        [_, _, b':', ..] => &[b"FM:", b"TO:"],
        [_, _, _, _, b':', ..] => &[b"INFO:"],
        _ => &[],
    };
    let label = labels.iter().find(|label| begins(first, label));
    label.map_or(first.len(), |label| label.len())
}

/// `TO`, `TO:`; the label may be followed by a colon.
fn is_label_word(word: &[u8], label: &[u8]) -> bool {
    same(word.strip_suffix(b":").unwrap_or(word), label)
}

/// The labels of the addressee blocks.
fn block_label(
    state: State,
    line: &[u8],
    first: &[u8],
    start: Range<usize>,
    rest: &[u8],
) -> Option<Line> {
    use HeaderLineKind as K;
    let begun = !state.before_station();
    let with_page = |mut found: Line| {
        let value = part(line, found.value.clone());
        if begins(value, b"PAGE") && same(first_word(value), b"PAGE") {
            let digits = words(value).nth(1);
            if digits.is_some_and(|word| is_digits(part(value, word))) {
                found.page = found.value.clone();
                found.value = found.value.start..found.value.start;
            }
        }
        found
    };
    let accept = |found: Line| {
        let value = part(line, found.value.clone());
        (begun || !found.page.is_empty() || is_surely_addressee(value)).then_some(found)
    };
    match first.first()? | 0x20 {
        b'x' if begins(first, b"XMT/") => {
            let found = Line::labelled(K::Exclusion, line, start.start..start.start + 3);
            Some(Line {
                value: start.start + 4..line.len(),
                ..found
            })
        }
        b'x' if is_label_word(first, b"XMT") => {
            let found = Line::labelled(K::Exclusion, line, start);
            (begun || is_surely_addressee(rest)).then_some(found)
        }
        b't' if is_label_word(first, b"TO") => {
            accept(with_page(Line::labelled(K::Action, line, start)))
        }
        b'i' if is_label_word(first, b"INFO") && !office_row(rest) => {
            let second = first_word(rest);
            if is_label_word(second, b"XMT") || begins(second, b"XMT/") {
                let at = line.len() - rest.len();
                let found = Line::labelled(K::Exclusion, line, start.start..at + 3);
                let value = part(line, found.value.clone());
                let skip = value
                    .iter()
                    .position(|byte| !matches!(byte, b'/' | b':') && !is_blank(*byte))
                    .unwrap_or(value.len());
                return Some(Line {
                    value: found.value.start + skip..found.value.end,
                    ..found
                });
            }
            if first.ends_with(b":") && !begun && !is_surely_addressee(rest) {
                return None;
            }
            accept(with_page(Line::labelled(K::Info, line, start)))
        }
        _ => None,
    }
}

/// `OO RUEHLN RUEHPOD`: a prosign and nothing but indicators; one damaged indicator does not hide the line.
fn is_routing(first: &[u8], rest: &[u8]) -> bool {
    let prosign = matches!(first.len(), 1 | 2)
        && first.iter().all(|letter| {
            matches!(
                letter.to_ascii_uppercase(),
                b'Z' | b'O' | b'P' | b'R' | b'Y' | b'W'
            )
        });
    if !prosign {
        return false;
    }
    let (mut good, mut bad) = (0, 0);
    for word in words(rest) {
        let word = part(rest, word);
        if is_routing_indicator(word) {
            good += 1;
        } else if (3..=9).contains(&word.len()) && word.iter().all(u8::is_ascii_alphanumeric) {
            bad += 1;
        } else {
            return false;
        }
    }
    good > bad
}

/// Where the date-time group of the line begins, behind the precedence letters.
///
/// With a precedence letter a damaged group is taken, too; without one only the exact form is, since a date may stand
/// anywhere.
fn date_time_group(line: &[u8], begun: bool) -> Option<Range<usize>> {
    let mut letters = 0;
    let mut group = None;
    for word in words(line) {
        let found = part(line, word.clone());
        if group.is_none()
            && letters < 2
            && matches!(
                found,
                [b'Z' | b'O' | b'P' | b'R' | b'z' | b'o' | b'p' | b'r']
            )
        {
            letters += 1;
            continue;
        }
        group = Some(word);
        break;
    }
    let group = group?;
    let found = part(line, group.clone());
    let digits = found
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let value = group.start..line.len();
    if letters > 0 {
        let zone = found
            .get(digits..)
            .is_some_and(|tail| tail.first().is_none_or(u8::is_ascii_alphabetic));
        return (digits >= 4 && zone).then_some(value);
    }
    if digits != 6 || found.len() != 7 {
        return None;
    }
    let rest = line.get(group.end..).unwrap_or(b"");
    let mut rest = words(rest).map(|word| part(rest, word));
    let month = rest.next().unwrap_or(b"");
    let year = rest.next().unwrap_or(b"");
    let exact = found.last().is_some_and(u8::is_ascii_alphabetic)
        && month.len() == 3
        && month.iter().all(u8::is_ascii_alphabetic)
        && matches!(year.len(), 2 | 4)
        && is_digits(year)
        && (begun || rest.next().is_none());
    exact.then_some(value)
}
