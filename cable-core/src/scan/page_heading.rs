//! Headings of printed pages inside the text: `PAGE 02        NORDHA  04417  01 OF 02  141530Z`.

use super::Places;
use super::shape::digits;
use crate::record::Section;
use crate::span::{Span, offset};

/// A page heading. Its post is cut to six characters, blanks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageHeading {
    /// Page number.
    pub page: u32,
    /// Post as printed.
    pub post: Span,
    /// Serial.
    pub serial: Option<u32>,
    /// Section, where the telegram was sent in sections.
    pub section: Option<Section>,
    /// Time of receipt: `141530Z`; empty if it is not there.
    pub time: Span,
    /// The whole heading.
    pub span: Span,
}

/// Every page heading of `text[from..]`, in order; one may be glued to text or cut by a line end behind `PAGE 02`.
pub fn page_headings(text: &str, from: usize) -> Vec<PageHeading> {
    page_headings_at(text, Places::of(text.as_bytes(), from).from(from))
}

/// The page headings that begin at `places`.
pub(crate) fn page_headings_at(
    text: &str,
    places: impl Iterator<Item = usize>,
) -> Vec<PageHeading> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        bytes[*at..].starts_with(b"PAGE ")
            && (before.is_none_or(|byte| !byte.is_ascii_alphanumeric())
                || behind_level(&bytes[..*at]))
    };
    places
        .filter(begins)
        .filter_map(|at| page_heading(text, at))
        .collect()
}

/// Whether the classification of the page is glued to its heading: `CONFIDENTIALPAGE 02`.
fn behind_level(before: &[u8]) -> bool {
    let levels: [&[u8]; 4] = [b"CONFIDENTIAL", b"UNCLASSIFIED", b"SECRET", b"OFFICIAL USE"];
    levels.iter().any(|level| before.ends_with(level))
}

/// Reads a page heading at `at`.
pub fn page_heading(text: &str, at: usize) -> Option<PageHeading> {
    let bytes = text.as_bytes();
    let blanks = |mut at: usize, line_end: bool| {
        while matches!(bytes.get(at), Some(b' ' | b'\t'))
            || line_end && matches!(bytes.get(at), Some(b'\n' | b'\r'))
        {
            at += 1;
        }
        at
    };
    let digits = |at: usize| digits(bytes.get(at..).unwrap_or(&[]));
    let number = |at: usize, length: usize| text.get(at..at + length)?.parse::<u32>().ok();

    let mut at_digit = blanks(at + 4, false);
    let length = digits(at_digit);
    if !(2..=3).contains(&length) {
        return None;
    }
    let page = number(at_digit, length)?;
    let post_start = blanks(at_digit + length, true);
    if post_start == at_digit + length {
        return None;
    }

    // The post may hold blanks (`CAPE T`), and the serial follows it.
    let mut post_end = post_start;
    while post_end - post_start < 10
        && bytes
            .get(post_end)
            .is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'.' | b'\''))
    {
        post_end += 1;
    }
    let serial_start = blanks(post_end, false);
    let length = digits(serial_start);
    let post = text.get(post_start..post_end)?.trim_end();
    if post.is_empty() || !(4..=7).contains(&length) {
        return None;
    }
    let serial = number(serial_start, length);
    let mut end = serial_start + length;

    let mut section = None;
    at_digit = blanks(end, false);
    let length = digits(at_digit);
    if length == 2
        && bytes
            .get(at_digit + 2..at_digit + 6)
            .is_some_and(|word| word.eq_ignore_ascii_case(b" OF "))
    {
        let total = digits(at_digit + 6);
        if (1..=2).contains(&total) {
            section = Some(Section::new(
                number(at_digit, 2)?,
                number(at_digit + 6, total),
            ));
            end = at_digit + 6 + total;
        }
    }
    let mut time = Span::empty(offset(end));
    at_digit = blanks(end, false);
    if digits(at_digit) == 6 && matches!(bytes.get(at_digit + 6), Some(b'Z' | b'z')) {
        time = Span::at(at_digit, at_digit + 7);
        end = at_digit + 7;
    }
    Some(PageHeading {
        page,
        post: Span::at(post_start, post_start + post.len()),
        serial,
        section,
        time,
        span: Span::at(at, end),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_their_forms() {
        let text = "x\nPAGE 02        PORT A  09999  01 OF 03  141530Z text goes on\nPAGE 03\nSTATE 296107\nPAGE 04";
        let found = page_headings(text, 0);
        let read: Vec<_> = found
            .iter()
            .map(|page| {
                (
                    page.page,
                    page.post.slice(text),
                    page.serial,
                    page.section.map(|section| section.number),
                    page.time.slice(text),
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                (2, "PORT A", Some(9999), Some(1), "141530Z"),
                (3, "STATE", Some(296107), None, "")
            ]
        );
        assert_eq!(
            found[0].span.slice(text),
            "PAGE 02        PORT A  09999  01 OF 03  141530Z"
        );
    }

    #[test]
    fn prose_is_no_heading() {
        assert_eq!(
            page_headings("SEE PAGE 12 OF THE REPORT. FRONTPAGE 02 ROME 01234", 0),
            []
        );
    }
}
