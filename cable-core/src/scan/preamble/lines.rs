//! What a line of the captioned top says by its words: whether a field goes on in it, ends before it, wants more.

use crate::facts;
use crate::scan::header::end::{LevelLine, level_line};
use crate::scan::label::{Label, LabelAt, after_phrase, starts_with_ignore_case};
use crate::scan::shape::{indicator_before_slash, is_row};
use crate::span::Span;
use crate::text::ends::{trim, trimmed};
use std::ops::Range;

/// A line that steers the telegram (`AMEMBASSY ZELTBERG FOR LEGATT`), or an addressee of a header cut at its start: there may
/// be dozens of them above the labels.
pub(super) fn steers(line: &str) -> bool {
    /// Where the verb of such a line stands at the latest.
    const VERB: usize = 40;
    indicator_before_slash(line.as_bytes()).is_some()
        || memchr::memchr_iter(b' ', line.as_bytes())
            .take_while(|at| *at < VERB)
            .any(|at| {
                line.as_bytes()
                    .get(at..)
                    .is_some_and(|rest| rest.starts_with(b" FOR ") || rest.starts_with(b" PASS "))
            })
}

/// Whether the end of a subject wants more words: a comma, or a word that nothing ends with.
pub(super) fn is_cut(line: &str) -> bool {
    const OPEN: &[&str] = &[
        "THE", "A", "AN", "OF", "AND", "OR", "TO", "IN", "ON", "FOR", "WITH", "BY", "AT", "FROM",
        "AS", "ITS", "THEIR",
    ];
    let last = line.rsplit(' ').next().unwrap_or("");
    line.ends_with([',', '-', '&', '/']) || line.contains(' ') && OPEN.contains(&last)
}

/// A sentence or more in mixed case; a list of telegrams in small letters is none.
pub(super) fn is_prose(line: &str) -> bool {
    line.len() > 60
        && line.bytes().filter(|byte| *byte == b' ').count() > 9
        && line.bytes().filter(u8::is_ascii_lowercase).count() > 30
        && line.bytes().filter(u8::is_ascii_digit).count() < line.len() / 6
}

/// Whether a line of references ends in an entry that has no more than its letter or its year: `… C)`, `… D. 03`.
pub(super) fn opens_entry(line: &str) -> bool {
    let mut words = line.rsplit(' ').filter(|word| !word.is_empty());
    let mut last = words.next().unwrap_or("");
    if matches!(last.len(), 2 | 4) && last.bytes().all(|byte| byte.is_ascii_digit()) {
        last = words.next().unwrap_or("");
    }
    let letter = last
        .trim_start_matches(|first: char| !first.is_ascii_alphabetic())
        .rsplit(',')
        .next()
        .unwrap_or("")
        .as_bytes();
    matches!(letter, [letter, b'.' | b')' | b':' | b']'] if letter.is_ascii_alphabetic())
}

/// The last letter of a reason, cut off by the end of a page: `and (d).`
pub(super) fn is_letter_of_reason(line: &str) -> bool {
    let letters = line.trim().trim_end_matches('.');
    let letters =
        after_phrase(letters, "AND ").map_or(letters, |end| letters.get(end..).unwrap_or(""));
    matches!(letters.as_bytes(), [b'(', b'a'..=b'h' | b'A'..=b'H', b')'])
}

/// Whether a line without white space at its ends is one caption that most telegrams have.
pub(crate) fn is_usual_caption(line: &str) -> bool {
    matches!(line, "SIPDIS" | "NOFORN" | "SENSITIVE")
}

/// A distribution caption behind the labels.
pub(super) fn is_late_caption(line: &str) -> bool {
    let line = trim(line);
    line.len() < 20
        && [
            "SIPDIS",
            "NOFORN",
            "SENSITIVE",
            "SIPDIS NOFORN",
            "NOFORN SIPDIS",
            "SENSITIVE SIPDIS",
            "SIPDIS SENSITIVE",
        ]
        .iter()
        .any(|caption| line.eq_ignore_ascii_case(caption))
}

/// Whether the one word in front of `REF:` says whose references they are: `PROGRAM REF: …`. A caption may stand
/// there, too.
pub(super) fn names_references(line: &str, found: &LabelAt) -> bool {
    let before = line.get(..found.start).unwrap_or("").trim();
    found.label == Label::References
        && before.bytes().all(|byte| byte.is_ascii_alphabetic())
        && line
            .get(found.start..found.value)
            .is_some_and(|label| label.contains(':'))
        && facts::caption(&before.to_ascii_uppercase()).is_none()
}

/// The span of `range` of a line, white space at its ends left out.
pub(super) fn sub(line: Span, text: &str, range: Range<usize>) -> Span {
    let start = line.range().start;
    trimmed(text, Span::at(start + range.start, start + range.end))
}

/// The number of the message behind its text, `#0820`, or the end of the transmission, `NNNN`.
fn ends_message(line: &str) -> bool {
    match line.as_bytes() {
        b"NNNN" => true,
        [b'#', number @ ..] => number.len() == 4 && number.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Lines that end any field: a rule, a summary, a sentence about the message itself.
pub(super) fn ends_list(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "SUMMARY",
        "BEGIN SUMMARY",
        "INTRODUCTION",
        "COMMENT",
        "ACTION REQUEST",
        "THIS IS AN ACTION",
        "THIS IS A",
        "THIS MESSAGE",
        "THIS CABLE",
        "THIS TELEGRAM",
        "SENSITIVE BUT",
        "(SBU) THIS",
        "(U) THIS",
        "UNCLASSIFIED BUT",
        "PLEASE PROTECT",
        "PLEASE HANDLE",
        "C O R R E C T E D",
        "CORRECTED COPY",
        "NOT FOR INTERNET",
    ];
    let line = line.trim_start();
    is_row(line)
        || ends_message(line)
        || OPENINGS
            .iter()
            .any(|opening| after_phrase(line, opening).is_some())
}

/// A line of its own that speaks of the message and not of what it reports: how to handle it, what it asks for.
pub(crate) fn speaks_of_message(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "THIS IS AN ACTION",
        "THIS MESSAGE",
        "THIS CABLE",
        "THIS TELEGRAM",
        "ACTION REQUEST: SEE",
        "ACTION REQUEST - SEE",
        "ACTION REQUEST -- SEE",
        "SENSITIVE BUT UNCLAS",
        "UNCLASSIFIED BUT",
        "FOR OFFICIAL USE ONLY",
        "PLEASE PROTECT",
        "PLEASE HANDLE",
        "NOT FOR INTERNET",
        "ENTIRE TEXT",
        "C O R R E C T E D",
        "CORRECTED COPY",
        "DECLASSIFY ON",
        "NOTE BY OC",
    ];
    OPENINGS
        .iter()
        .any(|opening| after_phrase(line, opening).is_some())
}

/// Lines that end a subject.
pub(super) fn ends_subject(line: &str) -> bool {
    let line = line.trim_start();
    // `(U) THIS CABLE IS SENSITIVE`
    let sentence = parts_of_marked(line).map_or(line, |(_, text)| text.trim_start());
    is_row(line)
        || speaks_of_message(sentence)
        || ["BEGIN SUMMARY", "THIS IS A"]
            .iter()
            .any(|opening| after_phrase(sentence, opening).is_some())
        || starts_with_ignore_case(line, "SUMMARY")
            && matches!(line.as_bytes().get(7), None | Some(b':' | b'.' | b' '))
            && line.len() < 10
        || starts_with_ignore_case(line, "SUMMARY:")
        || line == "BT"
        || ends_message(line)
        || matches!(level_line(line.as_bytes()), Some(LevelLine::Alone))
        || opens_marked_text(line)
        // The total of a section begins with zero.
        || memchr::memchr(b'0', line.as_bytes()).is_some()
            && crate::scan::section_breaks(line, 0)
                .iter()
                .any(|found| found.span.start() < 4)
}

/// A sentence with a portion mark in front: `(C) The masters met.`
fn opens_marked_text(line: &str) -> bool {
    parts_of_marked(line)
        .is_some_and(|(_, text)| text.bytes().filter(u8::is_ascii_lowercase).count() > 10)
}

/// Whether nothing but a portion mark, or a sign, stands in a piece of a line.
pub(super) fn is_mark_alone(piece: &str) -> bool {
    parts_of_marked(piece.trim()).is_some_and(|(_, text)| text.is_empty())
        || !piece.contains(char::is_alphanumeric)
}

/// The portion mark in front of a line, and the text behind it.
fn parts_of_marked(line: &str) -> Option<(&str, &str)> {
    let (mark, text) = line.strip_prefix('(')?.split_once(')')?;
    let shaped = (1..=10).contains(&mark.len())
        && mark
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'-' | b' '));
    shaped.then_some((mark, text))
}

/// Where behind a subject in capitals the first paragraph begins on its line: `… BUSES BURNED 1. Most people awoke`.
pub(super) fn prose_behind_number(line: &str) -> Option<usize> {
    /// Small letters that make prose.
    const PROSE: usize = 30;
    let bytes = line.as_bytes();
    let at = memchr::memchr_iter(b'1', bytes).find(|at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before..));
        before.is_some_and(|rest| rest.starts_with(b" 1. "))
    })?;
    let (before, behind) = line.split_at_checked(at)?;
    let small = |text: &str| text.bytes().filter(u8::is_ascii_lowercase).count();
    let value = before.rsplit(':').next().unwrap_or("");
    (small(value) == 0 && small(behind) >= PROSE).then_some(at)
}

/// Where in a line of references a text with a mark begins: `STATE 12 (SBU) The post delivered`. Marks of one letter are
/// letters of the list, but for U.
pub(super) fn marked_prose(line: &str) -> Option<usize> {
    /// Letters that make prose, whatever their case.
    const PROSE: usize = 24;
    const MARKS: [&str; 6] = [
        "(SBU) ", "(U) ", "(C/NF) ", "(S/NF) ", "(C//NF) ", "(S//NF) ",
    ];
    let (at, behind) = memchr::memchr_iter(b'(', line.as_bytes()).find_map(|at| {
        let rest = line.get(at..)?;
        let mark = MARKS.iter().find(|mark| rest.starts_with(**mark))?;
        Some((at, rest.get(mark.len()..)?))
    })?;
    let letters = behind.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = behind.bytes().take(PROSE).any(|byte| byte.is_ascii_digit());
    (letters >= PROSE && !digits).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_behind_fields() {
        let line = "SUBJECT: BUSES BURNED 1. Most people of the town awoke to the news";
        assert_eq!(prose_behind_number(line), Some(22));
        assert_eq!(
            prose_behind_number("SUBJECT: REPORT PART 1. THE MASTERS OF THE FLEET"),
            None
        );
        assert_eq!(
            prose_behind_number("Subject: Report part 1. The masters of the whole fleet"),
            None
        );
        let line = "REF: ROME 12 (SBU) The post delivered the points";
        assert_eq!(marked_prose(line), Some(13));
        assert_eq!(
            marked_prose("(U) THIS MESSAGE IS SENSITIVE BUT UNCLASSIFIED"),
            Some(0)
        );
        for line in [
            "REF: (U) ROME 12 (SBU) ROME 13",
            "(T) HOLM-ROE MAIL (U) STATE 123456",
        ] {
            assert_eq!(marked_prose(line), None, "{line}");
        }
    }

    #[test]
    fn subjects_and_entries_that_want_more() {
        for line in ["FUNDS TO PROTECT THE", "FISH, SALT,", "TALKS BETWEEN A AND"] {
            assert!(is_cut(line), "{line}");
        }
        for line in ["FISHERIES TALKS", "VITAMIN A WEEK", "THE"] {
            assert!(!is_cut(line), "{line}");
        }
        for line in [
            "A) STATE 1, B) ROME 2,C)",
            "C. 03 HANOI 3 D. 03",
            "A. 2006",
            "(B)",
        ] {
            assert!(opens_entry(line), "{line}");
        }
        for line in ["ROME 23", "A. ROME 2", "ROME 12 (NOTAL)"] {
            assert!(!opens_entry(line), "{line}");
        }
    }
}
