//! Lines of the release review: case and document numbers, `RELEASE IN PART` with its exemptions, who reviewed.

use super::super::line::trimmed;
use memchr::memmem::{FindIter, Finder};
use once_cell::sync::Lazy;
use std::ops::Range;

/// Tells which lines are stamps, line by line. Source: section 4.5 of the format reference; 5 U.S.C. 552(b) for the codes.
pub(super) struct Stamps<'a> {
    input: &'a [u8],
    /// Where the department is named. Few lines do: it is looked for in the whole input.
    named: FindIter<'a, 'static>,
    /// The next of these places; the length of the input if there is none.
    next: usize,
    /// How many lines below a stamp may still belong to it.
    room: usize,
    pub(super) found: Vec<Range<usize>>,
}

impl<'a> Stamps<'a> {
    pub(super) fn new(input: &'a [u8]) -> Self {
        let mut named = FINDERS.department.find_iter(input);
        Stamps {
            input,
            next: named.next().unwrap_or(input.len()),
            named,
            room: 0,
            found: Vec::new(),
        }
    }

    /// Whether the next line is a stamp, which is kept.
    pub(super) fn take(&mut self, line: &Range<usize>) -> bool {
        let mut is_named = false;
        while self.next < line.end {
            is_named = true;
            self.next = self.named.next().unwrap_or(self.input.len());
        }
        let content = self.input.get(line.clone()).unwrap_or(&[]);
        let words = content.trim_ascii_start();
        if !is_named && self.room == 0 && !may_be_decision(words) {
            return false;
        }
        let words = words.trim_ascii_end();
        let stamp = if is_named && is_case_line(words) {
            self.room = 0;
            true
        } else if is_decision(words) {
            self.room = REVIEWER;
            true
        } else if self.room > 0 && belongs(words) {
            self.room -= 1;
            true
        } else {
            self.room = 0;
            false
        };
        if stamp {
            self.found.push(line.clone());
        }
        stamp
    }
}

/// Most lines below a decision: exemptions, name, title, day.
const REVIEWER: usize = 4;

/// Looks for the words of a case line. `department` stands in every one.
struct Finders {
    department: Finder<'static>,
    case: Finder<'static>,
    document: Finder<'static>,
    day: Finder<'static>,
    country: Finder<'static>,
}

static FINDERS: Lazy<Finders> = Lazy::new(|| Finders {
    department: Finder::new("Department of State"),
    case: Finder::new("Case No"),
    document: Finder::new("Doc No"),
    day: Finder::new("Date:"),
    country: Finder::new("U.S."),
});

/// `UNCLASSIFIED U.S. Department of State Case No. F-2014-00917 Doc No. C05900417 Date: 03/18/2016`.
pub(super) fn is_case_line(words: &[u8]) -> bool {
    const LONGEST: usize = 200;
    let holds = |word: &Finder<'_>| word.find(words).is_some();
    words.len() < LONGEST
        && holds(&FINDERS.department)
        && (holds(&FINDERS.case) || holds(&FINDERS.document))
}

/// `RELEASE IN PART`, `Released in Full`, `DENIED IN FULL`, `REVIEW AUTHORITY: …`.
fn is_decision(words: &[u8]) -> bool {
    const DECISIONS: [&[u8]; 7] = [
        b"RELEASE IN PART",
        b"RELEASE IN FULL",
        b"RELEASED IN PART",
        b"RELEASED IN FULL",
        b"DENIED IN PART",
        b"DENIED IN FULL",
        b"REVIEW AUTHORITY:",
    ];
    words.len() < 100
        && may_be_decision(words)
        && DECISIONS.iter().any(|decision| {
            words
                .get(..decision.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(decision))
        })
}

/// Whether `words` begin as a decision may, which few lines do.
fn may_be_decision(words: &[u8]) -> bool {
    matches!(words.first(), Some(b'R' | b'r' | b'D' | b'd'))
}

/// What stands right below a decision: exemption codes, or name, title and day of the reviewer. A level, a label and a
/// paragraph are text.
fn belongs(words: &[u8]) -> bool {
    is_codes(words)
        || words.len() < 60
            && words.iter().any(u8::is_ascii_lowercase)
            && !words.contains(&b':')
            && !numbered(words)
        || is_day(words)
}

/// `03/18/2016`.
pub(super) fn is_day(words: &[u8]) -> bool {
    words.len() <= 10
        && words.iter().filter(|byte| **byte == b'/').count() == 2
        && words
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'/')
}

/// `B1,1.4(B),1.4(D),B6`: nothing but codes, each a word of its own.
pub(super) fn is_codes(words: &[u8]) -> bool {
    let mut pieces = words
        .split(|byte| matches!(byte, b',' | b' ' | b'\t'))
        .filter(|piece| !piece.is_empty())
        .peekable();
    pieces.peek().is_some()
        && pieces.all(|piece| {
            matches!(
                piece,
                [b'B', b'1'..=b'9'] | [b'B', b'7', b'(', b'A'..=b'F', b')']
            ) || matches!(piece, [b'1', b'.', b'4' | b'5', b'(', letter, b')'] if letter.is_ascii_alphabetic())
        })
}

/// `3. …`, `12. …`: a paragraph.
pub(super) fn numbered(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&digits)
        && line.get(digits) == Some(&b'.')
        && matches!(line.get(digits + 1), Some(b' ' | b'\t'))
}

/// What a case line says: level, case, document and day, each as a range of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Case {
    pub(super) classification: Option<Range<usize>>,
    pub(super) case: Option<Range<usize>>,
    pub(super) document: Option<Range<usize>>,
    pub(super) day: Option<Range<usize>>,
}

/// Reads a case line; `None` if it is another stamp.
pub(super) fn case(input: &[u8], line: Range<usize>) -> Option<Case> {
    let content = input.get(line.clone())?;
    if !is_case_line(content.trim_ascii()) {
        return None;
    }
    // The word behind a label.
    let behind = |label: &Finder<'_>| {
        let at = label.find(content)? + label.needle().len();
        let rest = content.get(at..)?;
        let skip = rest
            .iter()
            .take_while(|byte| matches!(byte, b'.' | b':' | b' ' | b'\t'))
            .count();
        let rest = rest.get(skip..)?;
        let length = rest
            .iter()
            .position(u8::is_ascii_whitespace)
            .unwrap_or(rest.len());
        let start = line.start + at + skip;
        (length > 0).then_some(start..start + length)
    };
    let level = FINDERS
        .country
        .find(content)
        .or_else(|| FINDERS.department.find(content))
        .map(|end| trimmed(input, line.start..line.start + end))
        .filter(|level| !level.is_empty());
    Some(Case {
        classification: level,
        case: behind(&FINDERS.case),
        document: behind(&FINDERS.document),
        day: behind(&FINDERS.day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_words_of_their_own() {
        for line in ["B6", "B1,1.4(B),1.4(D),B6", "B7(C) B6", "1.4(D)"] {
            assert!(is_codes(line.as_bytes()), "{line}");
        }
        for line in ["", "B6A", "AB6", "B61", "VITAMIN B6", "1.4(DD)", "B7(Z)"] {
            assert!(!is_codes(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn a_case_line_is_taken_apart() {
        let line = b"UNCLASSIFIED U.S. Department of State Case No. F-2014-00917 Doc No. C05900417 Date: 03/18/2016";
        let case = case(line, 0..line.len()).expect("a case line");
        let read = |range: &Option<Range<usize>>| {
            range
                .clone()
                .map(|range| String::from_utf8_lossy(&line[range]).into_owned())
        };
        assert_eq!(read(&case.classification).as_deref(), Some("UNCLASSIFIED"));
        assert_eq!(read(&case.case).as_deref(), Some("F-2014-00917"));
        assert_eq!(read(&case.document).as_deref(), Some("C05900417"));
        assert_eq!(read(&case.day).as_deref(), Some("03/18/2016"));
    }
}
