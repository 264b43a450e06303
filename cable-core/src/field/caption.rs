//! Caption lines between the classification line and the first label. Source: 5 FAH-2 H-252.1-1, H-440.

use crate::facts::{self, CaptionClass};
use crate::scan::{is_usual_caption, one_blank};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::ends::trim;
use crate::text::words::pieces;
use smallvec::SmallVec;
use std::borrow::Cow;

/// Words before `AS` that set another caption above the one before them.
const AS: [&str; 3] = ["DISTRIBUTE", "HANDLE", "TREAT"];

/// The captions of a line, if the line holds nothing else: every run of words is in the table of captions, or the
/// line is a classification repeated as a caption (`SECRET//NOFORN`). Values are upper-cased. Of `EXDIS (DISTRIBUTE AS
/// NODIS)` both hold.
///
/// ```
/// use cable_core::{Span, field::caption};
/// let text = "Sipdis NOFORN";
/// let found = caption::parse(text, Span::new(0, 13)).unwrap();
/// let values: Vec<_> = found.iter().map(|value| value.get(text)).collect();
/// assert_eq!(values, ["SIPDIS", "NOFORN"]);
/// assert!(caption::parse("STATE FOR EUR", Span::new(0, 13)).is_none());
/// ```
pub fn parse(text: &str, line: Span) -> Option<Vec<Spanned>> {
    may_open(line.slice(text))
        .then(|| of_known_start(text, line))
        .flatten()
}

/// [`parse`] of a line that [`may_open`] has found.
pub(crate) fn of_known_start(text: &str, line: Span) -> Option<Vec<Spanned>> {
    let content = line.slice(text);
    // Sentences are long.
    if content.len() > 120 {
        return None;
    }
    let trimmed = content.trim_start();
    let start = line.start() + offset(content.len() - trimmed.len());
    if is_usual_caption(trimmed) {
        let span = Span::new(start, start + offset(trimmed.len()));
        return Some(vec![Spanned::verbatim(span)]);
    }
    let upper = in_capitals(trimmed);
    if is_marking(trim(&upper)) {
        let span = Span::new(start, line.end());
        return Some(vec![Spanned::of(text, span, upper)]);
    }
    let words = words(&upper);
    if words.len() > 3 && words.iter().all(|word| word.len() == 1) {
        let caption = facts::caption(&words.concat())?.caption;
        let span = Span::new(start, line.end());
        return Some(vec![Spanned::changed(span, caption)]);
    }
    let place = |word: &str| word.as_ptr() as usize - upper.as_ptr() as usize;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        if !found.is_empty() {
            if let [word, "AS", other @ ..] = rest {
                if AS.contains(word) && facts::caption_at(other).is_some() {
                    at += 2;
                    continue;
                }
            }
        }
        let (mut count, fact) = facts::caption_at(rest)?;
        // `EYES ONLY FOR ROE AND`: the list of names goes on in the next line, as that of a pass line does.
        let open = || words.last() == Some(&"AND") || upper.trim_end().ends_with(',');
        if fact.caption.starts_with("EYES ONLY FOR") && open() {
            return None;
        }
        // `TOSEC 00012`: a series numbers its telegrams.
        let numbered = words
            .get(at + count)
            .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        if fact.class == CaptionClass::Series && numbered {
            count += 1;
        }
        let last = words[at + count - 1];
        let (from, to) = (place(words[at]), place(last) + last.len());
        let span = Span::new(start + offset(from), start + offset(to));
        let printed = upper.get(from..to).unwrap_or("");
        found.push(Spanned::of(text, span, one_blank(printed)));
        at += count;
    }
    (!found.is_empty()).then_some(found)
}

/// The captions that open a line and where the rest of it begins: `SIPDIS STATE FOR EUR/WE`.
pub(crate) fn opening(text: &str, line: Span) -> Option<(Vec<Spanned>, Span)> {
    let content = line.slice(text);
    let mut end = 0;
    let mut found = None;
    for word in content.split_inclusive(' ').take(4) {
        end += word.len();
        let rest = content.get(end..)?;
        let head = Span::new(line.start(), line.start() + offset(end));
        let Some(captions) = of_known_start(text, head).filter(|_| !rest.trim().is_empty()) else {
            break;
        };
        found = Some((captions, Span::new(head.end(), line.end())));
    }
    found
}

/// The captions at the end of a pass line whose line end was lost, `STATE FOR EUR/WE SIPDIS`, and what stands before them.
/// Only words that no office or person has.
pub(crate) fn closing(line: &str) -> Option<usize> {
    const CAPTIONS: [&str; 7] = [
        "SIPDIS",
        "NOFORN",
        "SENSITIVE",
        "EXDIS",
        "NODIS",
        "LIMDIS",
        "STADIS",
    ];
    let mut end = line.trim_end().len();
    let whole = end;
    while let Some(at) = line.get(..end).and_then(|rest| rest.rfind(' ')) {
        if !CAPTIONS.contains(&line.get(at + 1..end)?) {
            break;
        }
        end = line.get(..at)?.trim_end().len();
    }
    (0 < end && end < whole).then_some(end)
}

/// Whether a line is one caption and nothing else.
pub(crate) fn is_caption(line: &str) -> bool {
    may_open(line) && facts::caption(&in_capitals(trim(line))).is_some()
}

/// Whether the first words may be those of a caption or a classification; letters apart may be. Most lines end here.
pub(crate) fn may_open(line: &str) -> bool {
    let mut words = pieces(line, |byte| matches!(byte, b',' | b'"' | b'*')).filter(is_word);
    let Some(first) = words.next() else {
        return false;
    };
    let bare = first.trim_start_matches('/');
    let bare = bare.get(..memchr::memchr(b'/', bare.as_bytes()).unwrap_or(bare.len()));
    let bare = bare.unwrap_or("");
    let slashed = bare.len() < first.len();
    let mut second = || {
        let word = words.next().filter(|_| !slashed)?;
        let word = word.trim_start_matches(['/', '(', ')']);
        (!word.is_empty()).then_some(word)
    };
    let mut opens = |word: &str| facts::opens_caption(&in_capitals(word), &mut second);
    bare.len() == 1 || opens(bare) || slashed && opens(first)
}

fn in_capitals(line: &str) -> Cow<'_, str> {
    match line.bytes().any(|byte| byte.is_ascii_lowercase()) {
        true => Cow::Owned(line.to_ascii_uppercase()),
        false => Cow::Borrowed(line),
    }
}

/// A classification with its controls repeated as a caption: `SECRET//NOFORN`, `SECRET/NOFORN`, `SECRET//REL GBR`.
fn is_marking(upper: &str) -> bool {
    let slash = || memchr::memchr(b'/', upper.as_bytes()).is_some();
    let marked = || facts::classification(upper).is_some_and(|fact| !fact.controls.is_empty());
    if (slash() || upper.ends_with(" NOFORN")) && marked() {
        return true;
    }
    let Some((level, countries)) = memchr::memchr_iter(b'/', upper.as_bytes())
        .filter_map(|slash| upper.split_at_checked(slash))
        .find_map(|(level, rest)| Some((level, rest.strip_prefix("/REL ")?)))
    else {
        return false;
    };
    facts::classification(level.trim_end_matches('/')).is_some()
        && countries
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b' ' | b',' | b'/'))
}

/// The words of an upper-cased line; commas, parentheses, single slashes, dashes and stops part captions.
fn words(line: &str) -> SmallVec<[&str; 8]> {
    let mark = |byte| matches!(byte, b',' | b'"' | b'*' | b'(' | b')');
    let words: SmallVec<[&str; 8]> = pieces(line, mark).filter(is_word).collect();
    let slashed = words.iter().any(|word| word.contains('/'));
    if slashed && words.iter().all(|word| facts::caption(word).is_none()) {
        // `SIPDIS/NOFORN`
        let parts = words.iter().flat_map(|word| word.split('/'));
        return parts.filter(|part| !part.is_empty()).collect();
    }
    words
}

/// Whether a piece is more than dashes, slashes and stops.
fn is_word(piece: &&str) -> bool {
    !piece.bytes().all(|byte| matches!(byte, b'-' | b'/' | b'.'))
}

/// Whether a line looks like a caption that no table knows: at most three upper-case words without slash, digit, FOR
/// or PASS.
///
/// ```
/// use cable_core::field::caption;
/// assert!(caption::looks_like("QUIET CHANNEL"));
/// assert!(!caption::looks_like("STATE FOR EUR"));
/// assert!(!caption::looks_like("Country Team message"));
/// ```
pub fn looks_like(line: &str) -> bool {
    let mut count = 0;
    for word in line.split_whitespace() {
        count += 1;
        let upper = word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'-' | b'\''));
        if count > 3 || !upper || matches!(word, "FOR" | "PASS" | "FROM" | "ATTN" | "AND") {
            return false;
        }
    }
    count > 0 && line.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(line: &str) -> Option<Vec<String>> {
        let found = parse(line, Span::at(0, line.len()))?;
        Some(
            found
                .iter()
                .map(|value| value.get(line).to_owned())
                .collect(),
        )
    }

    #[test]
    fn lines_of_captions() {
        let cases: [(&str, &[&str]); 17] = [
            ("EYES ONLY FOR ROE", &["EYES ONLY FOR ROE"]),
            (
                "Nodis Eyes Only for the Ambassador, DCM",
                &["NODIS", "EYES ONLY FOR THE AMBASSADOR, DCM"],
            ),
            ("EXDIS (DISTRIBUTE AS NODIS)", &["EXDIS", "NODIS"]),
            ("LIMDIS - HANDLE AS EXDIS", &["LIMDIS", "EXDIS"]),
            ("SIPDIS (NOFORN)", &["SIPDIS", "NOFORN"]),
            ("FOR A/S ROE EYES ONLY", &["FOR A/S ROE EYES ONLY"]),
            ("SECRET/NOFORN", &["SECRET/NOFORN"]),
            ("SECRET//REL GBR", &["SECRET//REL GBR"]),
            ("S I P D I S", &["SIPDIS"]),
            ("TOSEC 00012 EXDIS", &["TOSEC 00012", "EXDIS"]),
            (
                "\"PERISHABLE INFORMATION -- DO NOT  SERVICE\"",
                &["PERISHABLE INFORMATION -- DO NOT SERVICE"],
            ),
            ("SIPDIS", &["SIPDIS"]),
            ("  SIPDIS, SENSITIVE", &["SIPDIS", "SENSITIVE"]),
            ("SIPDIS/NOFORN", &["SIPDIS", "NOFORN"]),
            ("SECRET//NOFORN", &["SECRET//NOFORN"]),
            ("Roger  Channel", &["ROGER CHANNEL"]),
            (
                "SENSITIVE BUT UNCLASSIFIED - NOT FOR INTERNET DISTRIBUTION",
                &[
                    "SENSITIVE BUT UNCLASSIFIED",
                    "NOT FOR INTERNET DISTRIBUTION",
                ],
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(
                values(line).as_deref(),
                Some(
                    expected
                        .iter()
                        .map(|value| value.to_string())
                        .collect::<Vec<_>>()
                        .as_slice()
                ),
                "{line}"
            );
        }
    }

    #[test]
    fn lines_with_other_words_are_none() {
        for line in [
            "SIPDIS STATE FOR EUR",
            "Sensitive but unclassified. Please protect.",
            "",
            "WHA FOR NAME",
            "EYES ONLY FOR ROE AND",
            "EYES ONLY FOR EUR ROE, NSC FOR HILL",
            "DISTRIBUTE AS NODIS",
            "EXDIS (DISTRIBUTE AS NEEDED)",
        ] {
            assert_eq!(values(line), None, "{line}");
        }
    }
}
