//! Caption lines between the classification line and the first label. Source: 5 FAH-2 H-252.1-1, H-440.

use crate::facts::{self, CaptionClass};
use crate::scan::one_blank;
use crate::span::{Span, offset};
use crate::spanned::Spanned;

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
    let content = line.slice(text);
    // Most lines that are no caption line end here: sentences are long.
    if content.is_empty() || content.len() > 120 {
        return None;
    }
    let trimmed = content.trim_start();
    let start = line.start() + offset(content.len() - trimmed.len());
    if let word @ ("SIPDIS" | "NOFORN" | "SENSITIVE") = trimmed {
        return Some(vec![Spanned::verbatim(Span::new(
            start,
            start + offset(word.len()),
        ))]);
    }
    if !may_open(trimmed) {
        return None;
    }
    let upper = trimmed.to_ascii_uppercase();
    if is_marking(upper.trim()) {
        let span = Span::new(start, line.end());
        return Some(vec![Spanned::of(text, span, upper.into())]);
    }
    let words = words(&upper);
    if words.len() > 3 && words.iter().all(|(_, word)| word.len() == 1) {
        let letters: String = words.iter().map(|(_, word)| *word).collect();
        let caption = facts::caption(&letters)?.caption;
        let span = Span::new(start, line.end());
        return Some(vec![Spanned::changed(span, caption)]);
    }
    let mut found = Vec::new();
    let mut at = 0;
    let plain: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    while at < plain.len() {
        let rest = &plain[at..];
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
        let open = plain.last() == Some(&"AND") || upper.trim_end().ends_with(',');
        if open && fact.caption.starts_with("EYES ONLY FOR") {
            return None;
        }
        // `TOSEC 00012`: a series numbers its telegrams.
        let numbered = plain
            .get(at + count)
            .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        if fact.class == CaptionClass::Series && numbered {
            count += 1;
        }
        let (first, _) = words[at];
        let (last, word) = words[at + count - 1];
        let span = Span::new(start + offset(first), start + offset(last + word.len()));
        let printed = upper.get(first..last + word.len()).unwrap_or("");
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
        let Some(captions) = parse(text, head).filter(|_| !rest.trim().is_empty()) else {
            break;
        };
        found = Some((captions, Span::new(head.end(), line.end())));
    }
    found
}

/// Whether the first word may be that of a caption or a classification; letters apart may be.
fn may_open(line: &str) -> bool {
    let part = |character: char| character.is_whitespace() || matches!(character, ',' | '"' | '*');
    let is_word = |word: &&str| !word.bytes().all(|byte| matches!(byte, b'-' | b'/' | b'.'));
    let Some(first) = line.split(part).find(is_word) else {
        return false;
    };
    let bare = first
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or("");
    if bare.len() == 1 {
        return true;
    }
    [first, bare].into_iter().any(|word| {
        if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            facts::opens_caption(&word.to_ascii_uppercase())
        } else {
            facts::opens_caption(word)
        }
    })
}

/// A classification with its controls repeated as a caption: `SECRET//NOFORN`, `SECRET/NOFORN`, `SECRET//REL GBR`.
fn is_marking(upper: &str) -> bool {
    let marked = facts::classification(upper).is_some_and(|fact| !fact.controls.is_empty());
    if marked && (upper.contains('/') || upper.ends_with(" NOFORN")) {
        return true;
    }
    let Some((level, countries)) = upper.split_once("/REL ") else {
        return false;
    };
    facts::classification(level.trim_end_matches('/')).is_some()
        && countries
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b' ' | b',' | b'/'))
}

/// The words of an upper-cased line with their offsets; commas, parentheses, single slashes, dashes and stops part captions.
fn words(line: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in line.char_indices() {
        let part = character.is_whitespace() || matches!(character, ',' | '"' | '*' | '(' | ')');
        match (part, start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                words.push((from, &line[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push((from, &line[from..]));
    }
    words.retain(|(_, word)| !word.bytes().all(|byte| matches!(byte, b'-' | b'/' | b'.')));
    let slashed = words.iter().any(|(_, word)| word.contains('/'));
    if slashed && words.iter().all(|(_, word)| facts::caption(word).is_none()) {
        // `SIPDIS/NOFORN`
        words = words
            .into_iter()
            .flat_map(|(from, word)| {
                let base = word.as_ptr() as usize;
                word.split('/')
                    .filter(|part| !part.is_empty())
                    .map(move |part| (from + (part.as_ptr() as usize - base), part))
            })
            .collect();
    }
    words
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
