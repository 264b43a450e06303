//! The subject line. Source: TAGS 1974; 5 FAH-1 H-210 (portion marks).

use crate::field::marking;
use crate::record::SubjectLine;
use crate::scan::{self, Folded, one_blank};
use crate::spanned::Spanned;
use crate::text::blocks;
use std::borrow::Cow;

/// Reads the lines behind the SUBJECT label, joined by `\n`: `(C) FISHERIES TALKS`, with a portion mark in front or behind.
/// Lines are joined by one blank; a hyphen at a line end stays and is joined without one. Numeric entities that a
/// wrapping left in the text are decoded. Consumes up to a sentence about the message (`Sensitive but unclassified…`,
/// `This message …`) on the same line and gives the end. `None` if nothing is left.
///
/// ```
/// use cable_core::{Resolve, Span, field::subject, scan::Folded};
/// let text = "(SBU) US-\nNORDLAND TALKS";
/// let folded = Folded::new(text, &[Span::new(0, 9), Span::new(10, 24)]);
/// let (subject, _) = subject::parse(&folded).unwrap();
/// assert_eq!(subject.text.get(text), "US-NORDLAND TALKS");
/// assert_eq!(subject.mark.resolve(text).unwrap().display, "SBU");
/// ```
pub fn parse(folded: &Folded<'_>) -> Option<(SubjectLine, usize)> {
    let whole = folded.as_str();
    let end = sentence_about_message(whole).unwrap_or(whole.len());
    let mut range = folded.trim(0..end);
    let mut mark = None;

    // The mark stands in the text; the joined string is used only where the two agree, which is at its start and end.
    let place = folded.span(range.clone());
    let in_front = whole
        .get(range.clone())?
        .starts_with(['(', '['])
        .then(|| marking::portion_at(folded.text(), place.start(), place.end()))
        .flatten()
        .filter(|found| found.well_formed);
    if let Some(found) = in_front {
        range.start += (found.end - place.start()) as usize;
        mark = Some(found.mark);
        range = folded.trim(range);
    } else if whole.get(range.clone())?.ends_with(')') {
        if let Some(open) = whole.get(range.clone())?.rfind('(') {
            let place = folded.span(range.start + open..range.end);
            if let Some(found) = marking::portion_at(folded.text(), place.start(), place.end())
                .filter(|found| found.well_formed && found.end == place.end())
            {
                range.end = range.start + open;
                mark = Some(found.mark);
                range = folded.trim(range);
            }
        }
    }
    range = bare(folded, range);
    if range.is_empty() {
        return None;
    }
    let span = folded.span(range.clone());
    let mut value = entities(joined(whole.get(range)?));
    if let Cow::Owned(regular) = one_blank(&value) {
        value = Cow::Owned(regular);
    }
    Some((
        SubjectLine {
            text: Spanned::of(folded.text(), span, value),
            mark,
        },
        end,
    ))
}

/// Without what belongs to the words around it: a colon behind the mark (`(C): FISH`), a row of dashes behind the text, an
/// open parenthesis or dash before the label that follows (`FISH (REF: …)`).
fn bare(folded: &Folded<'_>, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = folded.as_str().get(range.clone()).unwrap_or("");
    let start = range.start + part.len() - part.trim_start_matches([':', ' ']).len();
    let row = part.trim_end_matches(['-', '=', '_']);
    let mut end = range.end;
    if part.len() - row.len() >= 3 {
        end = range.start + row.len();
    }
    let part = folded.as_str().get(start..end).unwrap_or("");
    for tail in [" (", " -", " --"] {
        if let Some(rest) = part.strip_suffix(tail) {
            end = start + rest.len();
        }
    }
    folded.trim(start..end.max(start))
}

/// Where a sentence in mixed case begins that follows a subject in capitals on the same line.
fn sentence_about_message(whole: &str) -> Option<usize> {
    const OPENINGS: &[&str] = &[
        "SENSITIVE BUT",
        "THIS MESSAGE",
        "THIS CABLE",
        "THIS TELEGRAM",
        "THIS IS A",
        "PLEASE PROTECT",
        "SUMMARY:",
        "BEGIN SUMMARY",
    ];
    let opens = |before: u8, first: u8, second: u8| {
        let parted = (before == b' ') | (before == b'\n') | (before == b'.');
        let (first, second) = (first | 0x20, second | 0x20);
        let s = (first == b's') & ((second == b'e') | (second == b'u'));
        let t = (first == b't') & (second == b'h');
        let p = (first == b'p') & (second == b'l');
        let b = (first == b'b') & (second == b'e');
        parted & (s | t | p | b)
    };
    let is_sentence = |at: usize| {
        let rest = whole.get(at..).unwrap_or("");
        // Upper-case words may be of the subject, but not these.
        let whole_subject = rest.starts_with(|first: char| first.is_ascii_uppercase())
            && !rest.bytes().take(12).any(|byte| byte.is_ascii_lowercase());
        OPENINGS.iter().any(|opening| {
            let end = scan::after_phrase(rest, opening);
            let sure = matches!(*opening, "SUMMARY:" | "BEGIN SUMMARY" | "SENSITIVE BUT");
            end.is_some() && (sure || !whole_subject)
        })
    };
    let mut found = blocks::find(whole.as_bytes(), 0, opens)? + 1;
    while !is_sentence(found) {
        found = blocks::find(whole.as_bytes(), found, opens)? + 1;
    }
    // A subject in mixed case may hold the words itself.
    let capitals = whole[..found]
        .bytes()
        .filter(u8::is_ascii_uppercase)
        .count();
    let small = whole[..found]
        .bytes()
        .filter(u8::is_ascii_lowercase)
        .count();
    let own_line = whole[..found].ends_with('\n');
    (own_line
        || capitals > 2 * small
        || scan::after_phrase(&whole[found..], "SENSITIVE BUT").is_some())
    .then_some(found)
}

/// The lines without the blanks at their ends, a blank between two; line ends behind hyphens are left out.
fn joined(part: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\n', part.as_bytes()).is_none() {
        return Cow::Borrowed(part.trim_end());
    }
    let mut out = String::with_capacity(part.len());
    let mut lines = part.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        out.push_str(if out.is_empty() {
            line.trim_ascii_start()
        } else {
            line.trim_start()
        });
        let hyphen =
            line.ends_with('-') && line.len() > 1 && !line.ends_with(" -") && !line.ends_with("--");
        if lines.peek().is_some() && !hyphen && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_ascii_end().len());
    Cow::Owned(out)
}

/// Decodes numeric character references (`&#8217;`).
fn entities(part: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr(b'&', part.as_bytes()).is_none() {
        return part;
    }
    let mut out = String::with_capacity(part.len());
    let mut rest = part.as_ref();
    while let Some(at) = rest.find("&#") {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 2..];
        let decoded = tail
            .find(';')
            .filter(|&close| close <= 7)
            .and_then(|close| {
                let number = &tail[..close];
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                Some((
                    char::from_u32(code).filter(|character| !character.is_control())?,
                    close,
                ))
            });
        match decoded {
            Some((character, close)) => {
                out.push(character);
                rest = &tail[close + 1..];
            }
            None => {
                out.push_str("&#");
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines;
    use crate::spanned::Resolve;

    fn read(text: &str) -> Option<(String, Option<String>)> {
        let (found, _) = parse(&Folded::new(text, &lines(text)))?;
        let subject = found.resolve(text);
        Some((
            subject.text.to_owned(),
            subject.mark.map(|mark| mark.printed.to_owned()),
        ))
    }

    #[test]
    fn marks_in_front_and_behind() {
        assert_eq!(
            read("(S/NF) X Y"),
            Some(("X Y".into(), Some("S/NF".into())))
        );
        assert_eq!(read("X Y (C)"), Some(("X Y".into(), Some("C".into()))));
        assert_eq!(
            read("STAY (MAY 2 - MAY 4)"),
            Some(("STAY (MAY 2 - MAY 4)".into(), None))
        );
    }

    #[test]
    fn joins_and_ends() {
        assert_eq!(read("FISH \nAND  CHIPS").unwrap().0, "FISH AND CHIPS");
        assert_eq!(read("THE US- \nLAND").unwrap().0, "THE US-LAND");
        assert_eq!(read("DROUGHT - \nEFFECTS").unwrap().0, "DROUGHT - EFFECTS");
        assert_eq!(read("21st SHIP Sensitive but ").unwrap().0, "21st SHIP");
        assert_eq!(read("Don&#8217;t &#x41; &#; x").unwrap().0, "Don’t A &#; x");
        assert_eq!(read("  "), None);
    }
}
