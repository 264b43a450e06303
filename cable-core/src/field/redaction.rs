//! What was removed before release: runs of X, words in brackets, exemption codes, black.

use crate::record::{Redaction, RedactionKind};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use memchr::{memchr_iter, memchr2_iter, memmem};

/// Longest words in brackets that tell of a removal (`[less than one line of source text not declassified]`).
const LONGEST_BRACKET: usize = 90;
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
    let mut found = Vec::new();
    runs_of_x(part.as_bytes(), &mut found);
    brackets(part, &mut found);
    codes(part.as_bytes(), &mut found);
    black(part, &mut found);
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

type Found = Vec<(usize, usize, RedactionKind)>;

fn runs_of_x(bytes: &[u8], found: &mut Found) {
    for (needle, letter) in [(b"XXXXX", b'X'), (b"xxxxx", b'x')] {
        let mut covered = 0;
        for start in memmem::find_iter(bytes, needle) {
            if start < covered {
                continue;
            }
            let rest = bytes.get(start..).unwrap_or(&[]);
            let length = rest
                .iter()
                .position(|&byte| byte != letter)
                .unwrap_or(rest.len());
            covered = start + length;
            found.push((start, covered, RedactionKind::XRun));
        }
    }
}

fn brackets(part: &str, found: &mut Found) {
    const WORDS: [&str; 8] = [
        "REMOVED",
        "REDACTED",
        "DELETED",
        "WITHHELD",
        "EXCISED",
        "OMITTED",
        "NOT DECLASSIFIED",
        "BLACKED OUT",
    ];
    for start in memchr_iter(b'[', part.as_bytes()) {
        let bytes = part.as_bytes();
        let window = bytes
            .get(start + 1..(start + LONGEST_BRACKET).min(bytes.len()))
            .unwrap_or(&[]);
        let Some(close) = memchr::memchr2(b']', b'[', window) else {
            continue;
        };
        if window.get(close) != Some(&b']') {
            continue;
        }
        let end = start + close + 2;
        let inner = part.get(start + 1..end - 1).unwrap_or("");
        let upper: Vec<String> = inner
            .split_ascii_whitespace()
            .map(str::to_ascii_uppercase)
            .collect();
        let upper = upper.join(" ");
        if WORDS.iter().any(|word| upper.contains(word)) {
            found.push((start, end, RedactionKind::Bracketed));
        }
    }
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
    let is_black = |c: char| matches!(c, '█' | '■' | '▇' | '▓');
    let mut covered = 0;
    for start in memchr_iter(0xE2, part.as_bytes()) {
        if start < covered {
            continue;
        }
        let rest = part.get(start..).unwrap_or("");
        let length = rest.find(|c| !is_black(c)).unwrap_or(rest.len());
        if length > 0 {
            covered = start + length;
            found.push((start, covered, RedactionKind::Black));
        }
    }
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
