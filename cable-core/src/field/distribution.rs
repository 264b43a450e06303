//! Lines of the distribution block and of the drafting record.

use crate::record::{DashLine, Distribution, Office};
use crate::scan::one_blank;
use crate::scan::shape::{
    begins, copies_total, is_digits, number, office_cell, same, trim_span, word_spans,
};
use crate::span::{Span, offset};
use crate::spanned::Spanned;

/// The lists of offices.
///
/// ```
/// use cable_core::{Span, field::distribution::{self, OfficeList}, record::Distribution};
/// let (text, mut block) = ("ACTION EUR-12 INR-07", Distribution::default());
/// distribution::offices(text, Span::new(0, 20), OfficeList::Action, 100, &mut block);
/// let copies: Vec<_> = block.action.iter().map(|office| office.copies).collect();
/// assert_eq!(copies, [Some(12), Some(7)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OfficeList {
    /// `ACTION`
    Action,
    /// `ORIGIN`
    Origin,
    /// `INFO`
    Info,
}

/// Reads a row of offices into `block`, up to `limit` in a list; says whether all were kept.
///
/// Typical input: `INFO  OCT-01  ISO-00  /076 W`. Takes cells and the total; the label and other words are passed over.
/// Reports nothing. Source: National Archives, Central Foreign Policy Files.
///
/// ```
/// use cable_core::{Span, field::distribution::{self, OfficeList}, record::Distribution};
/// let text = "INFO  OCT-01  S/S-15  /016 W";
/// let mut block = Distribution::default();
/// distribution::offices(text, Span::new(0, 28), OfficeList::Info, 100, &mut block);
/// assert_eq!(block.info[1].office.get(text), "S/S");
/// assert_eq!((block.info[1].copies, block.total), (Some(15), Some(16)));
/// ```
pub fn offices(
    text: &str,
    line: Span,
    list: OfficeList,
    limit: usize,
    block: &mut Distribution<Spanned>,
) -> bool {
    let Distribution {
        action,
        origin,
        info,
        total,
        ..
    } = block;
    let list = match list {
        OfficeList::Action => action,
        OfficeList::Origin => origin,
        OfficeList::Info => info,
    };
    let mut kept = true;
    for word in word_spans(text, line) {
        let bytes = word.slice(text).as_bytes();
        if let Some(dash) = office_cell(bytes) {
            let office = Span::new(word.start(), word.start() + offset(dash));
            if list.len() >= limit {
                kept = false;
                continue;
            }
            list.push(Office {
                office: Spanned::verbatim(office),
                copies: number(bytes.get(dash + 1..).unwrap_or(b"")),
                span: word,
            });
        } else if let Some(copies) = copies_total(bytes) {
            *total = Some(copies);
        }
    }
    kept
}

/// Reads the dash line.
///
/// Typical input: `------------201212Z 109980 /20`, `--------------------- 031187`. Takes number, time and counter, in
/// any order. Reports nothing. Source: National Archives, Central Foreign Policy Files.
///
/// ```
/// use cable_core::{Span, field::distribution};
/// let text = "------------201212Z 109980 /20";
/// let line = distribution::dash_line(text, Span::new(0, 30));
/// assert_eq!(line.time.unwrap().get(text), "201212Z");
/// assert_eq!(line.number.unwrap().get(text), "109980");
/// assert_eq!(line.counter, Some(20));
/// ```
pub fn dash_line(text: &str, line: Span) -> DashLine<Spanned> {
    let mut found = DashLine {
        number: None,
        time: None,
        counter: None,
        span: trim_span(text, line),
    };
    for word in word_spans(text, line) {
        let bytes = word.slice(text).as_bytes();
        let dashes = bytes.iter().take_while(|byte| **byte == b'-').count();
        let word = Span::new(word.start() + offset(dashes), word.end());
        let bytes = word.slice(text).as_bytes();
        if let Some(counter) = bytes.strip_prefix(b"/").and_then(number) {
            found.counter = Some(counter);
        } else if super::page_line::is_time(bytes) && found.time.is_none() {
            found.time = Some(Spanned::verbatim(word));
        } else if bytes.len() >= 4
            && bytes.iter().all(u8::is_ascii_hexdigit)
            && found.number.is_none()
        {
            found.number = Some(Spanned::verbatim(word));
        }
    }
    found
}

/// What a line of the drafting record is about.
///
/// ```
/// use cable_core::{Span, field::distribution::{self, DraftingLine}, record::Distribution};
/// let mut block = Distribution::default();
/// let read = |text: &str, block: &mut _| distribution::drafting(text, Span::new(0, text.len() as u32), 100, block);
/// assert_eq!(read("APPROVED BY EUR:BHOLM", &mut block), DraftingLine::Approved);
/// assert_eq!(read("DESIRED DISTRIBUTION", &mut block), DraftingLine::Other);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DraftingLine {
    /// Drafting officer.
    Drafted,
    /// Approving officer.
    Approved,
    /// Clearing officers.
    Cleared,
    /// Releasing officer.
    Released,
    /// Offices to act or to be informed, without numbers of copies.
    Offices(OfficeList),
    /// Anything else: `DESIRED DISTRIBUTION`, `CHARGE: PROG`.
    Other,
}

/// Reads a line of the drafting record into `block`; says what it was about.
///
/// Typical input: `DRAFTED BY POL:XYZ:AB`, `APPROVED: DCM:XYZ`, `CLEARED: DCM, POL`, `INFO: AMB DCM`. Takes all of it;
/// of two drafters the first is kept. Reports nothing. Source: 5 FAH-2; National Archives, Central Foreign Policy Files.
///
/// ```
/// use cable_core::{Span, field::distribution, record::Distribution};
/// let text = "DRAFTED BY: POL:XYZ:AB";
/// let mut block = Distribution::default();
/// distribution::drafting(text, Span::new(0, 22), 100, &mut block);
/// assert_eq!(block.drafted_by.unwrap().get(text), "POL:XYZ:AB");
/// ```
pub fn drafting(
    text: &str,
    line: Span,
    limit: usize,
    block: &mut Distribution<Spanned>,
) -> DraftingLine {
    let Some(first) = word_spans(text, line).next() else {
        return DraftingLine::Other;
    };
    let label_len = first.slice(text).find(':').unwrap_or(first.len() as usize);
    let label_span = Span::new(first.start(), first.start() + offset(label_len));
    let label = label_span.slice(text).as_bytes();
    let mut value = trim_span(text, Span::new(label_span.end(), line.end()));
    let skip =
        |value: Span, count: u32| trim_span(text, Span::new(value.start() + count, value.end()));
    if begins(value.slice(text).as_bytes(), b"BY") {
        value = skip(value, 2);
    }
    if value.slice(text).starts_with(':') {
        value = skip(value, 1);
    }
    let person =
        (!value.is_empty()).then(|| Spanned::of(text, value, one_blank(value.slice(text))));
    let is = |name: &[u8]| same(label, name);
    if is(b"DRAFTED") {
        block.drafted_by = block.drafted_by.take().or(person);
        DraftingLine::Drafted
    } else if is(b"APPROVED") {
        block.approved_by = block.approved_by.take().or(person);
        DraftingLine::Approved
    } else if is(b"RELEASED") {
        block.released_by = block.released_by.take().or(person);
        DraftingLine::Released
    } else if is(b"CLEARED") || is(b"CLEARANCE") || is(b"CLEARANCES") {
        // A semicolon separates where names hold commas.
        let separator = if value.slice(text).contains(';') {
            ';'
        } else {
            ','
        };
        clearances(text, value, separator, limit, block);
        DraftingLine::Cleared
    } else if is(b"ACTION") || is(b"INFO") {
        let list = if is(b"ACTION") {
            OfficeList::Action
        } else {
            OfficeList::Info
        };
        plain_offices(text, value, list, limit, block);
        DraftingLine::Offices(list)
    } else {
        DraftingLine::Other
    }
}

/// Reads a line of the clearance list below `DRAFTED BY` and `APPROVED BY`: one officer a line.
///
/// ```
/// use cable_core::{Span, field::distribution, record::Distribution};
/// let (text, mut block) = ("L/EUR - MR ROE", Distribution::default());
/// distribution::clearance(text, Span::new(0, 14), 100, &mut block);
/// assert_eq!(block.cleared_by[0].get(text), "L/EUR - MR ROE");
/// ```
pub fn clearance(text: &str, line: Span, limit: usize, block: &mut Distribution<Spanned>) {
    clearances(text, line, '\n', limit, block);
}

fn clearances(
    text: &str,
    value: Span,
    separator: char,
    limit: usize,
    block: &mut Distribution<Spanned>,
) {
    let mut start = value.start();
    for piece in value.slice(text).split(separator) {
        let span = trim_span(text, Span::new(start, start + offset(piece.len())));
        start += offset(piece.len()) + 1;
        if !span.is_empty() && block.cleared_by.len() < limit {
            let value = Spanned::of(text, span, one_blank(span.slice(text)));
            block.cleared_by.push(value);
        }
    }
}

/// Offices without numbers of copies.
fn plain_offices(
    text: &str,
    value: Span,
    list: OfficeList,
    limit: usize,
    block: &mut Distribution<Spanned>,
) {
    let list = match list {
        OfficeList::Action => &mut block.action,
        OfficeList::Origin => &mut block.origin,
        OfficeList::Info => &mut block.info,
    };
    for word in word_spans(text, value) {
        let printed = word.slice(text);
        let symbol = printed.trim_end_matches([',', ';']);
        let span = Span::new(word.start(), word.start() + offset(symbol.len()));
        if !span.is_empty() && list.len() < limit && !is_digits(symbol.as_bytes()) {
            list.push(Office {
                office: Spanned::verbatim(span),
                copies: None,
                span,
            });
        }
    }
}

/// Sum of the copies of all offices; `None` unless every office has its number.
///
/// ```
/// use cable_core::{Span, field::distribution::{self, OfficeList}, record::Distribution};
/// let mut block = Distribution::default();
/// distribution::offices("INFO  OCT-01  S/S-15", Span::new(0, 20), OfficeList::Info, 100, &mut block);
/// assert_eq!(distribution::copies(&block), Some(16));
/// ```
pub fn copies(block: &Distribution<Spanned>) -> Option<u32> {
    block
        .action
        .iter()
        .chain(&block.origin)
        .chain(&block.info)
        .try_fold(0u32, |sum, office| sum.checked_add(office.copies?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drafting_record() {
        let text = "ACTION: POL\nINFO:   AMB DCM, ECON\nCLEARED: DCM:XY; POL:Z, Q\nL/EUR - MR XYZ\nCHARGE: PROG";
        let mut block = Distribution::default();
        let mut start = 0;
        for line in text.lines() {
            let span = Span::at(start, start + line.len());
            start += line.len() + 1;
            if line.starts_with("L/") {
                clearance(text, span, 10, &mut block);
            } else {
                drafting(text, span, 10, &mut block);
            }
        }
        let offices = |list: &[Office<Spanned>]| {
            list.iter()
                .map(|office| office.office.get(text).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(offices(&block.action), ["POL"]);
        assert_eq!(offices(&block.info), ["AMB", "DCM", "ECON"]);
        let cleared: Vec<_> = block.cleared_by.iter().map(|c| c.get(text)).collect();
        assert_eq!(cleared, ["DCM:XY", "POL:Z, Q", "L/EUR - MR XYZ"]);
        assert_eq!(copies(&block), None);
    }

    #[test]
    fn the_old_dash_line_and_the_sum() {
        let text = "                     --------------------- 031187";
        let line = dash_line(text, Span::new(0, text.len() as u32));
        assert_eq!(
            line.number.map(|n| n.get(text).to_owned()).as_deref(),
            Some("031187")
        );
        assert!(line.time.is_none());
        let text = "ACTION EUR-12 NEA-03";
        let mut block = Distribution::default();
        assert!(!offices(
            text,
            Span::new(0, 20),
            OfficeList::Action,
            1,
            &mut block
        ));
        assert_eq!(copies(&block), Some(12));
    }
}
