//! Lines that stand behind a signature.

use super::name;
use crate::facts;
use crate::field::{banner, marking};
use crate::scan::page_heading;
use crate::span::Span;
use crate::text::ends::{trim, trim_start};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::ops::Range;

/// What a line at the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing.
    Blank,
    /// A marker of the end.
    Marker,
    /// A class word, a caption, a page heading, a stamp, a note of the operator.
    Leftover,
    /// None of these.
    Text,
}

pub(super) fn ending(line: &str) -> Ending {
    if line.is_empty() {
        return Ending::Blank;
    }
    // Text lines are long; what ends a telegram is short.
    if line.len() > 100 && !line.starts_with("NOTE BY") {
        return if stamp(&line.to_ascii_uppercase()) {
            Ending::Leftover
        } else {
            Ending::Text
        };
    }
    if marker(line) {
        Ending::Marker
    } else if leftover(line) {
        Ending::Leftover
    } else {
        Ending::Text
    }
}

/// `NNNN`, `BT`, `#0820`, `NNNNMAFVVZCZ`, `End Cable Text`, `<< END OF DOCUMENT >>`.
pub(super) fn marker(line: &str) -> bool {
    let line = trim(line);
    let bytes = line.as_bytes();
    if bytes.is_empty() {
        return false;
    }
    // The end runs into the start of the message that followed: `NNNNVV ESA071MAF`.
    if bytes.starts_with(b"NNNN") && bytes.len() <= 30 {
        let sign = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b' ';
        return bytes.iter().all(sign);
    }
    if bytes.starts_with(b"NNN") && bytes.iter().all(u8::is_ascii_uppercase) {
        return bytes.iter().all(|&byte| byte == b'N')
            || line.ends_with("VZCZ")
            || line.contains("VZCZC");
    }
    if matches!(
        line,
        "BT" | "NMAFVVZCZ" | "##" | "#" | "-/" | "###" | "(###)"
    ) {
        return true;
    }
    if let Some(digits) = line.strip_prefix('#') {
        return (3..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    }
    let inner = line.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let opens = inner
        .get(..3)
        .is_some_and(|word| word.eq_ignore_ascii_case("END"));
    if !opens {
        return false;
    }
    let inner = inner.to_ascii_uppercase();
    let mut words = inner.split_ascii_whitespace();
    if words.next() != Some("END") {
        return false;
    }
    let rest: Vec<&str> = words.collect();
    matches!(
        rest.as_slice(),
        ["CABLE" | "MESSAGE" | "DOCUMENT" | "TELEGRAM"]
            | ["CABLE" | "MESSAGE" | "TELEGRAM", "TEXT"]
            | ["OF", "CABLE" | "MESSAGE" | "DOCUMENT" | "TELEGRAM"]
            | ["OF", "CABLE" | "MESSAGE" | "TELEGRAM", "TEXT"]
    )
}

/// `GP-3`, `GROUP 4`, and `GDS`, `XGDS-1` of the order that followed, alone.
pub(super) fn downgrading(line: &str) -> bool {
    let line = line.trim().trim_end_matches('.');
    let schedule = line.strip_prefix('X').unwrap_or(line);
    if let Some(rest) = schedule.strip_prefix("GDS") {
        return matches!(
            rest.trim_start_matches([' ', '-']),
            "" | "1" | "2" | "3" | "4"
        );
    }
    let digit = line
        .strip_prefix("GP")
        .or_else(|| line.strip_prefix("GROUP"))
        .map(|rest| rest.trim_start_matches([' ', '-', '.']));
    matches!(digit, Some("1" | "2" | "3" | "4"))
}

/// The words of stamps.
static STAMPS: Lazy<[Finder<'static>; 5]> = Lazy::new(|| {
    [
        "DECLASSIFIED",
        "RELEASED",
        "RELEASE IN",
        "SYSTEMATIC REVIEW",
        "DEPARTMENT OF STATE",
    ]
    .map(Finder::new)
});

/// The stamp of a release review.
fn stamp(upper: &str) -> bool {
    /// The shortest line that is one: `RELEASE IN`.
    const SHORTEST: usize = 10;
    if upper.len() < SHORTEST {
        return false;
    }
    let count = STAMPS
        .iter()
        .filter(|word| word.find(upper.as_bytes()).is_some())
        .count();
    count >= 2
        || (count == 1
            && (upper.starts_with("DECLASSIFIED")
                || upper.starts_with("RELEASED IN")
                || upper.starts_with("RELEASE IN")
                || upper.starts_with("EO SYSTEMATIC")
                || upper.starts_with("US DEPARTMENT OF STATE")
                || upper.starts_with("U.S. DEPARTMENT OF STATE")))
}

fn leftover(line: &str) -> bool {
    let bytes = line.as_bytes();
    // Channel remnants: a lone digit or sign.
    if bytes.len() == 1 && !bytes.iter().any(u8::is_ascii_alphabetic) {
        return true;
    }
    if bytes.iter().all(|byte| {
        matches!(
            byte,
            b'-' | b'=' | b'_' | b'*' | b'.' | b'|' | b'\\' | b'<' | b'>' | b' '
        )
    }) {
        return true;
    }
    // The date that stands behind some names, on a line of its own.
    if name::iso_date(line) {
        return true;
    }
    let all = Span::at(0, line.len());
    if line.len() > 4
        && marking::classification(line, all).is_some()
        && line.bytes().filter(u8::is_ascii_alphabetic).count() > 4
    {
        return true;
    }
    let upper = if line.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(line.to_ascii_uppercase())
    } else {
        Cow::Borrowed(line)
    };
    if facts::caption(&upper).is_some() || captions(line) {
        return true;
    }
    if line.starts_with("PAGE ") && page_heading(line, 0).is_some() || line.starts_with("PAGE 0") {
        return true;
    }
    if line.bytes().any(|byte| byte.is_ascii_digit()) && banner::parse(line, all, &mut ()).is_some()
    {
        return true;
    }
    // The name of the record, as one archive prints it: `1999NORDHA01234 - UNCLASSIFIED`.
    let numbered = trim_start(line).starts_with(|c: char| c.is_ascii_digit());
    if let Some((record, class)) = numbered.then(|| line.split_once(" - ")).flatten() {
        if !record.trim().contains(' ')
            && marking::classification(class, Span::at(0, class.len())).is_some()
        {
            return true;
        }
    }
    if upper.starts_with("NOTE BY ")
        || upper.starts_with("(NOTE BY ")
        || upper.starts_with("*** CURRENT ")
    {
        return true;
    }
    stamp(&upper)
}

/// Captions one after another: `SIPDIS NOFORN`.
fn captions(line: &str) -> bool {
    line.len() < 40
        && line.split_ascii_whitespace().all(|word| {
            word.bytes().all(|byte| byte.is_ascii_uppercase()) && facts::caption(word).is_some()
        })
}

/// Whether a line can only be text: a paragraph, or a line that ends a sentence.
pub(super) fn text_surely(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=3).contains(&digits)
        && matches!(line.as_bytes().get(digits), Some(b'.'))
        && line
            .as_bytes()
            .get(digits + 1)
            .is_none_or(|byte| matches!(byte, b' ' | b'('));
    numbered
        || line.starts_with('¶')
        || (line.ends_with(['.', '?', '!', '"', '”']) && line.len() > 40)
}

/// What stands behind the name on its line: markers and class words. The length of the rest, and the markers in order.
pub(super) fn behind_name(line: &str) -> (usize, Vec<Range<usize>>) {
    let mut end = line.len();
    let mut markers = Vec::new();
    // One word, as nearly all signatures are.
    if line.bytes().all(|byte| byte.is_ascii_graphic()) {
        return (end, markers);
    }
    loop {
        let rest = line.get(..end).unwrap_or("").trim_end();
        let start = rest
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        let word = rest.get(start..).unwrap_or("");
        if start == 0 {
            break;
        }
        if marker(word) {
            markers.push(start..rest.len());
        } else if !(matches!(word, "UNCLASSIFIED" | "CONFIDENTIAL" | "SECRET" | "UNCLAS")
            && short_before(rest.get(..start).unwrap_or("")))
        {
            break;
        }
        end = start;
    }
    // The same for markers of several words, which stand alone mostly: `ROE End Cable Text`.
    let rest = line.get(..end).unwrap_or("").trim_end();
    for words in (2..=4).rev() {
        let start = rest
            .char_indices()
            .rev()
            .filter(|(_, c)| *c == ' ')
            .nth(words - 1)
            .map(|(at, _)| at + 1);
        if let Some(start) = start {
            if rest.get(start..).is_some_and(marker) {
                markers.push(start..rest.len());
                end = start;
                break;
            }
        }
    }
    markers.reverse();
    (line.get(..end).unwrap_or("").trim_end().len(), markers)
}

/// Whether only a few words stand before a class word, so that it is no word of a sentence.
fn short_before(rest: &str) -> bool {
    (1..=3).contains(&rest.split_ascii_whitespace().count())
}
