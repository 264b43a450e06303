//! Citations: where running text points to a reference.

use crate::text::{blocks, letter_case};
use std::ops::Range;

/// A place that cites a reference.
///
/// ```
/// use cable_core::field::citation;
/// let text = "see REFS A-C";
/// let mut found = Vec::new();
/// citation::find(text, |label| (label == "C").then_some(2), None, &mut found);
/// // B is cited and printed nowhere; no reference has it.
/// assert_eq!((found[1].between, found[1].reference, found[1].labelled), (Some('B'), None, true));
/// assert_eq!((&text[found[2].range.clone()], found[2].reference), ("C", Some(2)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What is printed: `REF A`; for a further letter of a list the letter alone; for one that is not printed what stands
    /// for it.
    pub range: Range<usize>,
    /// A letter or digit that is cited but not printed: the B of `REFS A-C`.
    pub between: Option<char>,
    /// Index of the reference; `None` if there is none with this label, or no label that tells which.
    pub reference: Option<u32>,
    /// Whether a letter or number is printed, so that `None` means a reference that is missing.
    pub labelled: bool,
}

/// Finds the citations of `text`, in order.
///
/// Typical input: the text of a paragraph, lines not joined. Found are, in any case, `REF A`, `REFTEL B`, `REFS A AND B`, `REFS A, B AND C`,
/// `REFS A-C` (one citation each letter), `REFTEL` and `REFTELS`, `REF` alone in parentheses, and `SEPTEL`.
///
/// `labels` gives the index of the reference with a label (an upper-case letter or a number), `single` that of the only
/// reference if there is one. A letter in lower case may be a word, and one in prose an article, so it counts only if
/// a reference has it.
///
/// Source: 5 FAH-1 H-246; 2.7 of the format reference.
///
/// ```
/// use cable_core::field::citation;
///
/// let text = "As reported (refs A and B), and in septel, the port is closed.";
/// let mut found = Vec::new();
/// citation::find(text, |label| (label == "A").then_some(0), None, &mut found);
/// let shown: Vec<_> = found.iter().map(|found| (&text[found.range.clone()], found.reference)).collect();
/// assert_eq!(shown, [("refs A", Some(0)), ("B", None), ("septel", None)]);
/// ```
pub fn find(
    text: &str,
    labels: impl Fn(&str) -> Option<u32>,
    single: Option<u32>,
    out: &mut Vec<Found>,
) {
    let bytes = text.as_bytes();
    let (mut from, mut done) = (0, 0);
    while let Some(start) = next_word(bytes, from) {
        from = start + 1;
        if start
            .checked_sub(1)
            .is_some_and(|before| is_word(bytes, before))
        {
            continue;
        }
        if !is_at(bytes, start, b"REF") {
            if let Some(end) = septel_at(bytes, start) {
                out.push(Found {
                    range: start..end,
                    between: None,
                    reference: None,
                    labelled: false,
                });
            }
        } else if start >= done {
            done = reference_at(text, start, &labels, single, out);
        }
    }
}

/// The next place from `from` on where REF or SEPTEL may begin.
fn next_word(bytes: &[u8], from: usize) -> Option<usize> {
    blocks::find(bytes, from, |first, second, third| {
        let (first, second, third) = (first | 0x20, second | 0x20, third | 0x20);
        (second == b'e') & ((first == b'r') & (third == b'f') | (first == b's') & (third == b'p'))
    })
}

/// Reads the citation that begins with REF at `start`, as [`find`] does.
pub(crate) fn at(
    text: &str,
    start: usize,
    labels: impl Fn(&str) -> Option<u32>,
    out: &mut Vec<Found>,
) {
    reference_at(text, start, &labels, None, out);
}

fn is_at(bytes: &[u8], start: usize, word: &[u8]) -> bool {
    bytes
        .get(start..start + word.len())
        .is_some_and(|part| letter_case::is_word(part, word))
}

/// Whether the byte at `at` is part of a word; bytes of other scripts are.
fn is_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| {
        byte.is_ascii_alphanumeric() || (*byte >= 0x80 && !is_typographic(bytes, at))
    })
}

/// Whether the byte at `at` belongs to a quotation mark, a dash or a blank outside ASCII, which begin with E2 80 and C2 A0.
fn is_typographic(bytes: &[u8], at: usize) -> bool {
    let byte = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at)).copied();
    let from = |start: Option<u8>, next: Option<u8>| {
        matches!(
            (start, next),
            (Some(0xe2), Some(0x80)) | (Some(0xc2), Some(0xa0))
        )
    };
    from(byte(0), bytes.get(at + 1).copied())
        || from(byte(1), byte(0))
        || (byte(2) == Some(0xe2) && byte(1) == Some(0x80))
}

/// The end of `SEPTEL` or `SEPTELS` at `start`.
fn septel_at(bytes: &[u8], start: usize) -> Option<usize> {
    if !is_at(bytes, start, b"SEPTEL") {
        return None;
    }
    let mut end = start + b"SEPTEL".len();
    if matches!(bytes.get(end), Some(b's' | b'S')) {
        end += 1;
    }
    (!is_word(bytes, end)).then_some(end)
}

/// Reads the citation that begins with REF at `start`; the byte up to which the text is done.
fn reference_at(
    text: &str,
    start: usize,
    labels: &impl Fn(&str) -> Option<u32>,
    single: Option<u32>,
    out: &mut Vec<Found>,
) -> usize {
    let bytes = text.as_bytes();
    let mut end = start + b"REF".len();
    let is_tel = is_at(bytes, end, b"TEL");
    if is_tel {
        end += b"TEL".len();
    }
    if matches!(bytes.get(end), Some(b's' | b'S')) {
        end += 1;
    }
    if is_word(bytes, end) {
        return end;
    }
    let letters = Letters { text, labels };
    let count = out.len();
    let done = letters.list(start, end, is_tel, out);
    if out.len() > count {
        return done;
    }
    // `REF` alone is a citation in parentheses only: elsewhere it is the label of a field or a word.
    let open = text
        .get(..start)
        .is_some_and(|before| before.trim_end().ends_with(['(', '[']));
    let close = text
        .get(end..)
        .is_some_and(|rest| rest.trim_start().starts_with([')', ']', ',', ';']));
    if is_tel || (open && close) {
        out.push(Found {
            range: start..end,
            between: None,
            reference: single,
            labelled: false,
        });
    }
    end
}

/// What stands before a letter.
#[derive(Clone, Copy)]
enum Before {
    /// `REF`, or `REFTEL`.
    Ref { tel: bool },
    /// Another letter.
    Letter,
}

/// Reads the letters behind REF.
struct Letters<'t, 'l, L> {
    text: &'t str,
    labels: &'l L,
}

impl<L: Fn(&str) -> Option<u32>> Letters<'_, '_, L> {
    /// The list of letters behind the word that ends at `end`; where it ends.
    fn list(&self, start: usize, end: usize, tel: bool, out: &mut Vec<Found>) -> usize {
        /// Most letters of one list.
        const MOST: usize = 60;
        // `Ref. A`, where the stop ends no sentence: a reference has that letter.
        let stopped = !tel && self.text.as_bytes().get(end) == Some(&b'.');
        let open = self.behind_gap(end + usize::from(stopped));
        let Some((mut last, mut at, reference)) = self
            .letter(open, Before::Ref { tel })
            .filter(|(.., reference)| !stopped || reference.is_some())
        else {
            return end;
        };
        if self.text.as_bytes().get(open.wrapping_sub(1)) == Some(&b'(') {
            if self.text.as_bytes().get(at) != Some(&b')') {
                return end;
            }
            at += 1;
        }
        out.push(Found {
            range: start..at,
            between: None,
            reference,
            labelled: true,
        });
        for _ in 0..MOST {
            let Some((next, through)) = self.behind_separator(at) else {
                break;
            };
            let Some((letter, after, reference)) = self.letter(next, Before::Letter) else {
                break;
            };
            // Letters lie between letters, digits between digits.
            if through && last.is_ascii_digit() == letter.is_ascii_digit() {
                // `A-C` cites B, printed nowhere, as well.
                for between in last.saturating_add(1)..letter {
                    let between = char::from(between);
                    let mut label = [0; 4];
                    out.push(Found {
                        range: at..next,
                        between: Some(between),
                        reference: (self.labels)(between.encode_utf8(&mut label)),
                        labelled: true,
                    });
                }
            }
            out.push(Found {
                range: next..after,
                between: None,
                reference,
                labelled: true,
            });
            (last, at) = (letter, after);
        }
        at
    }

    /// The letter or number at `at`: its first byte upper-cased, its end, the reference that has it.
    fn letter(&self, at: usize, before: Before) -> Option<(u8, usize, Option<u32>)> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(at)?;
        let second = bytes.get(at + 1).filter(|byte| byte.is_ascii_digit());
        let end = at + 1 + usize::from(first.is_ascii_digit() && second.is_some());
        if !first.is_ascii_alphanumeric() || is_word(bytes, end) {
            return None;
        }
        let mut label = [first, second.copied().unwrap_or(0)];
        label.make_ascii_uppercase();
        let reference = (self.labels)(std::str::from_utf8(&label[..end - at]).ok()?);
        let is_word = matches!(first.to_ascii_uppercase(), b'A' | b'I');
        // `REF A, A VISIT`: an article, because a noun follows.
        if is_word && matches!(before, Before::Letter) && self.is_article(end) {
            return None;
        }
        // A number, a small letter or a letter that is a word needs a reference of that name.
        let sure = first.is_ascii_uppercase()
            && (!is_word || matches!(before, Before::Ref { tel: false }));
        (reference.is_some() || sure).then(|| (first.to_ascii_uppercase(), end, reference))
    }

    /// Whether a word follows that does not join letters.
    fn is_article(&self, end: usize) -> bool {
        let next = self.behind_space(end);
        let rest = self.text.get(next..).unwrap_or("");
        let word = rest
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .next()
            .unwrap_or("");
        next > end
            && !word.is_empty()
            && !["AND", "OR", "THROUGH", "THRU", "TO"]
                .iter()
                .any(|join| word.eq_ignore_ascii_case(join))
    }

    /// The byte behind white space and one opening parenthesis or dash.
    fn behind_gap(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut next = self.behind_space(at);
        if matches!(bytes.get(next), Some(b'(' | b'-' | b'/')) {
            next = self.behind_space(next + 1);
        }
        next
    }

    fn behind_space(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
        at + rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count()
    }

    /// The byte behind what separates two letters, and whether it means all between.
    fn behind_separator(&self, at: usize) -> Option<(usize, bool)> {
        let bytes = self.text.as_bytes();
        let close = at
            + usize::from(
                bytes.get(at) == Some(&b')') && bytes.get(at.wrapping_sub(2)) == Some(&b'('),
            );
        let from = self.behind_space(close);
        let (mut next, mut through) = match bytes.get(from) {
            Some(b',' | b'&' | b'/' | b'+') => (from + 1, false),
            Some(b'-') => (from + 1, true),
            _ => (from, false),
        };
        let mut separated = next > from;
        let word = self.behind_space(next);
        for (text, all) in [
            ("AND", false),
            ("OR", false),
            ("THROUGH", true),
            ("THRU", true),
            ("TO", true),
            ("&", false),
        ] {
            let end = word + text.len();
            if is_at(bytes, word, text.as_bytes())
                && (!is_word(bytes, end) || text == "&")
                && (word > at || separated)
            {
                (next, through, separated) = (end, through || all, true);
                break;
            }
        }
        if !separated {
            return None;
        }
        next = self.behind_space(next);
        // `REFS (A) AND (B)`
        let open = usize::from(bytes.get(next) == Some(&b'('));
        Some((next + open, through))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// References A to D and 1.
    fn found(text: &str) -> Vec<(&str, Option<u32>)> {
        let labels = |label: &str| "ABCD1".find(label).and_then(|at| u32::try_from(at).ok());
        let mut out = Vec::new();
        find(text, labels, None, &mut out);
        out.iter()
            .map(|found| {
                let printed = text.get(found.range.clone()).unwrap_or("?");
                let between = found.between.and_then(|letter| "ABCD".find(letter));
                (
                    between.map_or(printed, |at| &"ABCD"[at..=at]),
                    found.reference,
                )
            })
            .collect()
    }

    fn alone(text: &str) -> Vec<(&str, Option<u32>)> {
        let mut out = Vec::new();
        find(text, |_| None, Some(0), &mut out);
        out.iter()
            .map(|found| {
                (
                    text.get(found.range.clone()).unwrap_or("?"),
                    found.reference,
                )
            })
            .collect()
    }

    #[test]
    fn letters_are_looked_up() {
        for (text, expected) in [
            ("per REF A, we", vec![("REF A", Some(0))]),
            ("(ref b)", vec![("ref b", Some(1))]),
            ("(Ref E)", vec![("Ref E", None)]),
            ("REF\n C.", vec![("REF\n C", Some(2))]),
            ("REFTEL B", vec![("REFTEL B", Some(1))]),
            (
                "reftels A and B",
                vec![("reftels A", Some(0)), ("B", Some(1))],
            ),
            ("REFS A AND B", vec![("REFS A", Some(0)), ("B", Some(1))]),
            (
                "REFS A, B AND C",
                vec![("REFS A", Some(0)), ("B", Some(1)), ("C", Some(2))],
            ),
            (
                "REFS A, B, AND C",
                vec![("REFS A", Some(0)), ("B", Some(1)), ("C", Some(2))],
            ),
            ("REFS A/B", vec![("REFS A", Some(0)), ("B", Some(1))]),
            (
                "(refs A-C)",
                vec![("refs A", Some(0)), ("B", Some(1)), ("C", Some(2))],
            ),
            ("refs 1-C", vec![("refs 1", Some(4)), ("C", Some(2))]),
            (
                "refs A through C",
                vec![("refs A", Some(0)), ("B", Some(1)), ("C", Some(2))],
            ),
            (
                "REF A AND REF B",
                vec![("REF A", Some(0)), ("REF B", Some(1))],
            ),
            ("REF (A)", vec![("REF (A)", Some(0))]),
            (
                "REF (A) and (B)",
                vec![("REF (A)", Some(0)), ("B", Some(1))],
            ),
            ("REFTEL (A COPY OF WHICH)", vec![("REFTEL", None)]),
            ("REFTEL I THINK", vec![("REFTEL", None)]),
            ("REF A and I went", vec![("REF A", Some(0))]),
            ("REF A, a visit", vec![("REF A", Some(0))]),
            (
                "septel and SEPTELS",
                vec![("septel", None), ("SEPTELS", None)],
            ),
            ("ref D, septel", vec![("ref D", Some(3)), ("septel", None)]),
            ("per Ref. A, and ref. E", vec![("Ref. A", Some(0))]),
            ("see reftel. A fish", vec![("reftel", None)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn the_only_reference_is_meant_by_reftel() {
        assert_eq!(
            alone("as in reftel, and (ref) and (REFTELS)"),
            [("reftel", Some(0)), ("ref", Some(0)), ("REFTELS", Some(0))]
        );
        assert_eq!(found("as in reftel"), [("reftel", None)]);
    }

    #[test]
    fn words_that_contain_them_are_none() {
        for text in [
            "REFER to",
            "prefs A",
            "the reform",
            "REFERENCE A",
            "brief A",
            "REF: STATE 12",
            "a ref x",
            "SEPTELEPHONE",
            "REFtelling",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn any_text_is_read() {
        let alphabet = [
            "REF", "refs", "tel", "sep", "SEPTEL", " A", "B", "-", ",", "(", ")", "\n", "é", "”",
            "and", " AND ", "Z", "9",
        ];
        let mut state = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let index = usize::try_from(state >> 33).unwrap_or(0) % alphabet.len();
                text.push_str(alphabet[index]);
            }
            let mut out = Vec::new();
            find(
                &text,
                |label| (label == "A").then_some(0),
                Some(0),
                &mut out,
            );
            let mut last = 0;
            for found in &out {
                assert!(
                    text.get(found.range.clone())
                        .is_some_and(|part| !part.is_empty()),
                    "{text}"
                );
                assert!(found.range.start >= last, "{text}");
                last = found.range.start;
            }
        }
    }
}
