//! What was removed before release: runs of X, words in brackets, exemption codes, black.

use crate::record::{Redaction, RedactionKind};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::blocks;
use memchr::{memchr_iter, memchr2_iter, memmem};

/// Longest words in brackets that tell of a removal (`[less than one line of source text not declassified]`).
const LONGEST_BRACKET: usize = 90;
/// The shortest run of X.
const X_RUN: usize = 5;
/// Blanks that part a code in the margin from the text, and a section of the order, which a line may end with.
const MARGIN: usize = 4;
const WIDE_MARGIN: usize = 8;

/// The redactions of `span`, in order, put behind those that `out` holds.
///
/// Input: `XXXXXXXXXXXX` (five or more, of one case; `XXX` is a word and Roman numerals are shorter), `[NAME REMOVED]`,
/// `[Details removed]`, `B6` or `B1,1.4(D)` at the end of a line behind a run of blanks (the margin of the releases
/// since 2009), `████`. Reports nothing. Source: release practice of the published set; 5 U.S.C. 552(b) for the codes.
///
/// ```
/// use cable_core::{Resolve, Span, field::redaction, record::RedactionKind};
/// let text = "He met XXXXXXXXXXXX and [NAME REMOVED].";
/// let mut found = Vec::new();
/// redaction::find(text, Span::new(0, 39), &mut found);
/// let found = found.resolve(text);
/// assert_eq!((found[0].kind, found[0].text), (RedactionKind::XRun, "XXXXXXXXXXXX"));
/// assert_eq!((found[1].kind, found[1].text), (RedactionKind::Bracketed, "[NAME REMOVED]"));
/// ```
pub fn find(text: &str, span: Span, out: &mut Vec<Redaction<Spanned>>) {
    let part = span.slice(text);
    let signs = signs(part.as_bytes());
    if signs == 0 {
        return;
    }
    let mut found = Vec::new();
    if signs & LETTERS != 0 {
        runs_of_x(part.as_bytes(), &mut found);
    }
    if signs & BRACKET != 0 {
        brackets(part, &mut found);
    }
    if signs & BLANKS != 0 {
        codes(part.as_bytes(), &mut found);
    }
    if signs & BLACK != 0 {
        black(part, &mut found);
    }
    found.sort_unstable_by_key(|&(start, end, _)| (start, core::cmp::Reverse(end)));
    let mut covered = 0;
    for (start, end, kind) in found {
        if start < covered {
            continue;
        }
        covered = end;
        let place = Span::new(span.start() + offset(start), span.start() + offset(end));
        out.push(Redaction {
            kind,
            text: Spanned::verbatim(place),
        });
    }
}

const LETTERS: u8 = 1;
const BRACKET: u8 = 2;
const BLANKS: u8 = 4;
const BLACK: u8 = 8;

/// Which kinds there may be: most parts of a text have none.
fn signs(bytes: &[u8]) -> u8 {
    blocks::bits(bytes, |first, second, third| {
        let letters = (first | 0x20 == b'x') & (second | 0x20 == b'x');
        let blanks = (first == b' ') & (second == b' ') & (third == b' ') | (first == b'\t');
        (u8::from(letters) * LETTERS)
            | (u8::from(first == b'[') * BRACKET)
            | (u8::from(blanks) * BLANKS)
            | (u8::from(first == 0xe2) * BLACK)
    })
}

type Found = Vec<(usize, usize, RedactionKind)>;

fn runs_of_x(bytes: &[u8], found: &mut Found) {
    for needle in [b"XXXXX", b"xxxxx"] {
        let mut covered = 0;
        for start in memmem::find_iter(bytes, needle) {
            if start >= covered {
                covered = run_end(bytes, start);
                found.push((start, covered, RedactionKind::XRun));
            }
        }
    }
}

/// The end of the run of the byte at `start`.
fn run_end(bytes: &[u8], start: usize) -> usize {
    let run = bytes.get(start..).unwrap_or(&[]);
    let same = run.iter().take_while(|&byte| Some(byte) == run.first());
    start + same.count()
}

fn brackets(part: &str, found: &mut Found) {
    for start in memchr_iter(b'[', part.as_bytes()) {
        if let Some(end) = bracket_end(part.as_bytes(), start) {
            found.push((start, end, RedactionKind::Bracketed));
        }
    }
}

/// The end of the bracket that opens at `start` and tells of a removal.
fn bracket_end(bytes: &[u8], start: usize) -> Option<usize> {
    let window = bytes.get(start + 1..(start + LONGEST_BRACKET).min(bytes.len()))?;
    let close = memchr::memchr2(b']', b'[', window)?;
    if window[close] != b']' {
        return None;
    }
    // Its words in capitals, one blank between them.
    let mut words = [0; LONGEST_BRACKET];
    let mut length = 0;
    for &byte in window[..close].trim_ascii() {
        let byte = if byte.is_ascii_whitespace() {
            b' '
        } else {
            byte
        };
        if byte != b' ' || words[length - 1] != b' ' {
            words[length] = byte.to_ascii_uppercase();
            length += 1;
        }
    }
    let words = &words[..length];
    let tells = |at: usize| {
        let known: &[&str] = match words[at] {
            b'R' => &["REMOVED", "REDACTED"],
            b'D' => &["DELETED"],
            b'W' => &["WITHHELD"],
            b'E' => &["EXCISED"],
            b'O' => &["OMITTED"],
            b'N' => &["NOT DECLASSIFIED"],
            b'B' => &["BLACKED OUT"],
            _ => &[],
        };
        known
            .iter()
            .any(|word| words[at..].starts_with(word.as_bytes()))
    };
    (0..length).any(tells).then_some(start + close + 2)
}

/// Codes in the margin: the last thing on a line, behind a run of blanks.
fn codes(bytes: &[u8], found: &mut Found) {
    let mut start = 0;
    for end in memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]) {
        let line = bytes.get(start..end).unwrap_or(&[]).trim_ascii_end();
        if let Some(code) = margin(line) {
            found.push((start + code, start + line.len(), RedactionKind::Exemption));
        }
        start = end + 1;
    }
}

/// Where the codes in the margin of a line begin; `line` has no blanks at its end.
pub(crate) fn margin(line: &[u8]) -> Option<usize> {
    if !matches!(line.last(), Some(b'0'..=b'9' | b')')) || line.len() <= 2 {
        return None;
    }
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let code = line.iter().rposition(is_blank)? + 1;
    let blanks = line
        .get(..code)?
        .iter()
        .rev()
        .take_while(|byte| is_blank(byte))
        .count();
    let wide = blanks >= WIDE_MARGIN;
    (blanks >= MARGIN && is_codes(line.get(code..)?, wide)).then_some(code)
}

/// Whether a word is nothing but codes.
pub(crate) fn is_code(word: &str) -> bool {
    is_codes(word.as_bytes(), true)
}

/// `B6`, `B7(C)`, `B1,1.4(B),1.4(D)`. Sections of an order alone count only far from the text.
fn is_codes(word: &[u8], wide: bool) -> bool {
    let mut statute = false;
    for piece in word.split(|&byte| byte == b',') {
        match piece {
            [b'B', b'1'..=b'9'] | [b'B', b'7', b'(', b'A'..=b'F', b')'] => statute = true,
            [
                b'1',
                b'.',
                b'4' | b'5',
                b'(',
                b'A'..=b'H' | b'a'..=b'h',
                b')',
            ] => {}
            _ => return false,
        }
    }
    statute || wide
}

fn black(part: &str, found: &mut Found) {
    let mut covered = 0;
    for start in memchr_iter(0xE2, part.as_bytes()) {
        if start >= covered {
            if let Some(end) = black_end(part, start) {
                covered = end;
                found.push((start, covered, RedactionKind::Black));
            }
        }
    }
}

/// The end of the black stretch that begins at `start`.
fn black_end(part: &str, start: usize) -> Option<usize> {
    let rest = part.get(start..)?;
    let behind = rest.trim_start_matches(['█', '■', '▇', '▓']);
    (behind.len() < rest.len()).then(|| part.len() - behind.len())
}

/// The removal that begins where `span` does, if it is no code; not beyond the end of `span`.
pub(crate) fn at_start(text: &str, span: Span) -> Option<Span> {
    let part = span.slice(text);
    let bytes = part.as_bytes();
    let end = match bytes.first()? {
        b'[' => bracket_end(bytes, 0)?,
        b'X' | b'x' => Some(run_end(bytes, 0)).filter(|&end| end >= X_RUN)?,
        _ => black_end(part, 0)?,
    };
    Some(Span::new(span.start(), span.start() + offset(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spanned::Resolve;

    fn read(text: &str) -> Vec<(RedactionKind, String)> {
        let mut out = Vec::new();
        find(text, Span::at(0, text.len()), &mut out);
        out.resolve(text)
            .into_iter()
            .map(|found| (found.kind, found.text.to_string()))
            .collect()
    }

    #[test]
    fn kinds_in_their_order() {
        let text = "[Source removed] told xxxxxx and XXXXXXXXXXXX's ████ son\n        , described                  B6\n                                1.4(D)\nend";
        let expected = [
            (RedactionKind::Bracketed, "[Source removed]"),
            (RedactionKind::XRun, "xxxxxx"),
            (RedactionKind::XRun, "XXXXXXXXXXXX"),
            (RedactionKind::Black, "████"),
            (RedactionKind::Exemption, "B6"),
            (RedactionKind::Exemption, "1.4(D)"),
        ]
        .map(|(kind, text)| (kind, text.to_string()));
        assert_eq!(read(text), expected);
    }

    #[test]
    fn codes_stand_together_in_the_margin() {
        assert_eq!(
            read("text      B1,1.4(B),1.4(D)\nmore     B7(C)"),
            [
                (RedactionKind::Exemption, "B1,1.4(B),1.4(D)".to_string()),
                (RedactionKind::Exemption, "B7(C)".to_string())
            ]
        );
    }

    #[test]
    fn a_bracket_may_be_cut_by_a_line_end_and_hides_what_it_holds() {
        assert_eq!(
            read("met [NAME XXXXX\nREMOVED] there"),
            [(
                RedactionKind::Bracketed,
                "[NAME XXXXX\nREMOVED]".to_string()
            )]
        );
    }

    #[test]
    fn what_is_no_redaction() {
        for text in [
            "TAGS: XXX, XXXX",
            "LOUIS XXXVIII",
            "[sic]",
            "[the item",
            "vitamin B6",
            "vitamin   B6",
            "REASON:    1.4(B)",
            "1.4 (b)",
            "“quoted”",
            "",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_span_of_the_text_keeps_its_places() {
        let text = "XXXXXX XXXXXX XXXXXX";
        let mut out = Vec::new();
        find(text, Span::new(7, 13), &mut out);
        assert_eq!(
            out.first().map(|found| found.text.span()),
            Some(Span::new(7, 13))
        );
        assert_eq!(out.len(), 1);
    }
}
