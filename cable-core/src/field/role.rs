//! Words that say what a paragraph is for: SUMMARY, COMMENT, ACTION REQUEST, INTRODUCTION. Source: 5 FAH-1 H-246.

use crate::field::marking;
use crate::record::Role;
use crate::scan::Places;
use crate::span::{Span, offset};
use crate::text::ends::{trim, trim_end};
use crate::text::letter_case::is_word;
use smallvec::SmallVec;

/// Role words and what may stand beside them without a role of its own, by their first letter.
const fn role_words(first: u8) -> &'static [(&'static str, Option<Role>)] {
    match first {
        b'S' => &[("SUMMARY", Some(Role::Summary))],
        b'C' => &[
            ("COMMENTS", Some(Role::Comment)),
            ("COMMENT", Some(Role::Comment)),
            ("CONCLUSION", None),
        ],
        b'A' => &[
            ("ACTION REQUESTED", Some(Role::ActionRequest)),
            ("ACTION REQUESTS", Some(Role::ActionRequest)),
            ("ACTION REQUEST", Some(Role::ActionRequest)),
            ("ACTION", None),
            ("ANALYSIS", None),
        ],
        b'I' => &[
            ("INTRODUCTION", Some(Role::Introduction)),
            ("INTRO", Some(Role::Introduction)),
        ],
        b'B' => &[("BACKGROUND", None)],
        b'R' => &[("RECOMMENDATIONS", None), ("RECOMMENDATION", None)],
        b'N' => &[("NOTE", None)],
        b'T' => &[("TABLE OF CONTENTS", None)],
        _ => &[],
    }
}

/// Words that may stand before a role word, by their first letter; the longer before those they begin with.
const fn before_role(first: u8) -> &'static [&'static str] {
    match first {
        b'B' => &["BEGIN", "BRIEF"],
        b'E' => &["EXECUTIVE", "EMBASSY'S", "EMBASSY"],
        b'P' => &["POST'S", "POST"],
        b'M' => &["MISSION'S", "MISSION"],
        b'C' => &[
            "CONSULATE GENERAL",
            "CONSUL GENERAL'S",
            "CONSULATE",
            "CONGEN'S",
            "CONGEN",
            "CONCLUDING",
            "CLOSING",
            "CHARGE'S",
            "CHARGE",
        ],
        b'F' => &["FINAL", "FURTHER"],
        b'O' => &["OVERALL"],
        b'G' => &["GENERAL"],
        b'A' => &["ADDITIONAL", "AMBASSADOR'S", "AMBASSADOR"],
        _ => &[],
    }
}

/// The first letter, in upper case.
fn initial(rest: &str) -> u8 {
    rest.as_bytes().first().map_or(0, u8::to_ascii_uppercase)
}

/// The word of the table that stands at the start of `rest`: its length and role.
fn role_word(rest: &str) -> Option<(usize, Option<Role>)> {
    let mut words = role_words(initial(rest)).iter();
    words.find_map(|&(word, role)| Some((starts(rest, word)?, role)))
}

/// The length of a word that may stand before a role word, at the start of `rest`.
fn length_of_before(rest: &str) -> Option<usize> {
    let mut words = before_role(initial(rest)).iter();
    words.find_map(|word| starts(rest, word))
}

/// The length of `word` at the start of `rest`, its letters next to each other or spaced: `S U M M A R Y`.
#[inline]
fn starts(rest: &str, word: &str) -> Option<usize> {
    // The second and the third letter tell most words that begin with the same.
    if let Some(letters) = word.as_bytes().get(1..3) {
        let found = rest.as_bytes().get(1..3)?;
        if found[0] != b' ' && !is_word(found, letters) {
            return None;
        }
    }
    stands_at_start(rest, word.as_bytes())
}

#[inline(never)]
fn stands_at_start(rest: &str, word: &[u8]) -> Option<usize> {
    let bytes = rest.as_bytes();
    let length = if bytes.get(1) == Some(&b' ') {
        spaced(bytes, word)?
    } else {
        let near = bytes.get(..word.len());
        if near.is_some_and(|near| is_word(near, word)) {
            word.len()
        } else {
            parted(rest, word)?
        }
    };
    (!bytes.get(length).is_some_and(u8::is_ascii_alphanumeric)).then_some(length)
}

/// The length of the words of `word` with more than a blank between them: `ACTION  REQUEST`, also over a line end.
fn parted(rest: &str, word: &[u8]) -> Option<usize> {
    if !word.contains(&b' ') {
        return None;
    }
    let mut at = 0;
    for word in word.split(|byte| *byte == b' ') {
        if at > 0 {
            at += blanks(rest.get(at..)?);
        }
        let printed = rest.as_bytes().get(at..at + word.len())?;
        printed.eq_ignore_ascii_case(word).then_some(())?;
        at += word.len();
    }
    Some(at)
}

/// The length of the letters of `word` with one blank between each two, at the start of `bytes`.
fn spaced(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let length = 2 * word.len() - 1;
    let printed = bytes.get(..length)?;
    let mut letters = printed.iter().step_by(2).zip(word);
    let fits = letters.all(|(found, wanted)| found.eq_ignore_ascii_case(wanted))
        && printed.iter().skip(1).step_by(2).all(|byte| *byte == b' ');
    fits.then_some(length)
}

fn blanks(rest: &str) -> usize {
    rest.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .count()
}

/// Whether role words, or a word before them, may stand at the start of `rest`: two letters tell nearly all prose.
#[inline]
fn may_open(rest: &[u8]) -> bool {
    let (first, second) = match rest {
        // `S U M M A R Y`
        [first, b' ', second, b' ', ..] | [first, second, ..] => (first, second),
        _ => return false,
    };
    matches!(
        [first | 0x20, second | 0x20],
        [b's', b'u'] // SUMMARY
            | [b'c', b'o' | b'h' | b'l'] // COMMENT, CONSULATE, CHARGE'S, CLOSING
            | [b'f', b'i' | b'u'] // FINAL, FURTHER
            | [b'o', b'v'] // OVERALL
            | [b'g', b'e'] // GENERAL
            | [b'a', b'c' | b'm' | b'd'] // ACTION, AMBASSADOR'S, ADDITIONAL
            | [b'i', b'n'] // INTRODUCTION
            | [b'b', b'e' | b'r'] // BEGIN, BRIEF
            | [b'e', b'x' | b'm'] // EXECUTIVE, EMBASSY
            | [b'p', b'o'] // POST
            | [b'm', b'i'] // MISSION
    )
}

/// Reads role words joined by AND, `&`, `/` or a comma at the start of `rest`: the first role and the length.
fn words(rest: &str) -> Option<(Role, usize)> {
    if !may_open(rest.as_bytes()) {
        return None;
    }
    let mut at = 0;
    while let Some(length) = length_of_before(rest.get(at..)?) {
        at += length;
        at += blanks(rest.get(at..)?);
    }
    let mut role = None;
    loop {
        let here = rest.get(at..).unwrap_or("");
        let (length, found) = role_word(here).or_else(|| misspelt(here))?;
        if role.is_none() {
            // A word without a role may not come first.
            role = Some(found?);
        }
        at += length;
        let tail = rest.get(at..)?;
        let gap = blanks(tail);
        let tail = tail.get(gap..)?;
        // Nearly always a stop or the text stands here.
        let may_link = matches!(
            tail.as_bytes().first(),
            Some(b'A' | b'a' | b'&' | b'/' | b',')
        );
        let mut links = ["AND", "&", "/", ","].into_iter().filter(|_| may_link);
        let link = links.find_map(|link| {
            let near = tail
                .get(..link.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(link));
            near.then_some(link.len()).or_else(|| starts(tail, link))
        });
        let Some(link) = link else {
            return Some((role?, at));
        };
        let next = gap + link + blanks(tail.get(link..)?);
        if role_word(rest.get(at + next..).unwrap_or("")).is_none() {
            return Some((role?, at));
        }
        at += next;
    }
}

/// SUMMARY or COMMENT with one letter too many, missing or wrong, and a mark of punctuation behind it: its length and role.
fn misspelt(rest: &str) -> Option<(usize, Option<Role>)> {
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = rest.get(..length)?;
    let marked = matches!(rest.as_bytes().get(length), None | Some(b':' | b'.'));
    if !marked || !(6..=8).contains(&length) {
        return None;
    }
    [("SUMMARY", Role::Summary), ("COMMENT", Role::Comment)]
        .into_iter()
        .find(|(right, _)| one_letter_apart(word.as_bytes(), right.as_bytes()))
        .map(|(_, role)| (length, Some(role)))
}

/// Whether two words differ by one letter, case apart, and begin with the same.
fn one_letter_apart(word: &[u8], right: &[u8]) -> bool {
    let same = |(one, other): &(&u8, &u8)| one.eq_ignore_ascii_case(other);
    let head = word.iter().zip(right).take_while(same).count();
    let tail = word
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(same)
        .count();
    let longest = word.len().max(right.len());
    head > 0 && word.len().abs_diff(right.len()) <= 1 && head + tail + 1 >= longest
}

/// The role words that open a paragraph, and where the text behind them begins.
///
/// Input: `SUMMARY: Text`, `Summary and comment. Text`, `Begin summary -- Text`, `COMMENT` alone on its line. Words of
/// prose (`Summary executions`, `Comments were`) are none: a mark of punctuation or the end of the line must follow, or
/// upper-case words before text in mixed case. Source: 5 FAH-1 H-246; observed forms.
///
/// ```
/// use cable_core::{field::role, record::Role};
/// let text = "SUMMARY AND COMMENT: The minister said";
/// assert_eq!(role::marker(text, 0, 38), Some((Role::Summary, 21)));
/// assert_eq!(role::marker("Summary executions", 0, 18), None);
/// ```
#[inline]
pub fn marker(text: &str, start: u32, end: u32) -> Option<(Role, u32)> {
    let rest = text.as_bytes().get(start as usize..end as usize)?;
    let lead = matches!(rest.first(), Some(b'-' | b' ' | b'"' | b'(' | b'['));
    if !lead && !may_open(rest) {
        return None;
    }
    whole_marker(text, start, end)
}

fn whole_marker(text: &str, start: u32, end: u32) -> Option<(Role, u32)> {
    let rest = Span::new(start, end).slice(text);
    let mut lead = 0;
    while matches!(rest.as_bytes().get(lead), Some(b'-' | b' ' | b'"')) {
        lead += 1;
    }
    if let Some(found) = in_parentheses(rest.get(lead..)?) {
        let (role, length) = found;
        return Some((role, start + offset(lead + length)));
    }
    if !rest.as_bytes().get(lead)?.is_ascii_alphabetic() {
        return None;
    }
    let (role, length) = words(rest.get(lead..)?)?;
    let mut at = lead + length;
    at += continued(rest.get(at..)?);
    let printed = rest.get(lead..at)?;
    let tail = rest.get(at..)?;
    let gap = blanks(tail);
    let behind = tail.get(gap..)?;
    let dashes = behind.bytes().take_while(|byte| *byte == b'-').count();
    let end_of_line = behind.is_empty();
    let mark = behind.starts_with([':', '.', ';', '–', '—']) || dashes > 0;
    // `SUMMARY The minister`: only the capitals show that the word is a marker.
    let capitals = printed.bytes().all(|byte| !byte.is_ascii_lowercase())
        && behind
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_uppercase() || byte == b'(')
        && behind
            .bytes()
            .take(12)
            .any(|byte| byte.is_ascii_lowercase());
    if !(mark || end_of_line || capitals || opens_sentence(printed, behind)) {
        return None;
    }
    at += gap;
    if mark {
        let marks = behind
            .chars()
            .take_while(|mark| matches!(mark, ':' | '.' | ';' | '-' | '–' | '—' | ' '))
            .map(char::len_utf8)
            .sum::<usize>();
        at += marks;
    }
    Some((role, start + offset(at)))
}

/// `Summary The minister`, `Summary (C) Ships`, `Summary and Comment Ships`: the colon is lost, and what follows begins a
/// sentence as no word behind these words of prose would.
fn opens_sentence(printed: &str, behind: &str) -> bool {
    const FIRST: [&str; 17] = [
        "The",
        "A",
        "An",
        "On",
        "In",
        "At",
        "During",
        "After",
        "Despite",
        "Following",
        "While",
        "This",
        "With",
        "As",
        "We",
        "Since",
        "According",
    ];
    let word = behind.split([' ', '\n', ',']).next().unwrap_or("");
    let marked = || {
        let mark = marking::portion_at(behind, 0, offset(behind.len()));
        mark.is_some_and(|mark| mark.well_formed)
    };
    let capital = behind.starts_with(|first: char| first.is_ascii_uppercase());
    printed.starts_with(|first: char| first.is_ascii_uppercase())
        && (FIRST.contains(&word)
            || behind.starts_with('(') && marked()
            || capital && printed.contains(" and "))
}

/// `(Begin Comment)` or `(SUMMARY)` as a whole: what follows is its text, and `(End Comment)` closes it.
fn in_parentheses(rest: &str) -> Option<(Role, usize)> {
    let inner = rest.strip_prefix('(').or_else(|| rest.strip_prefix('['))?;
    let (role, length) = words(inner)?;
    let behind = inner.get(length..)?;
    let stops = behind
        .bytes()
        .take_while(|byte| matches!(byte, b':' | b'.'))
        .count();
    let close = behind.get(stops..)?;
    let blanks = close.len() - close.trim_start_matches([')', ']', '.', ':', ' ']).len();
    close
        .starts_with([')', ']'])
        .then_some((role, 1 + length + stops + blanks))
}

/// Length of `CONTINUED`, `(CONT.)` and the like behind role words that punctuation follows.
fn continued(rest: &str) -> usize {
    let inner = rest.trim_start_matches([' ', ',', '(', '-']);
    let length = ["CONTINUED", "CONT'D", "CONTD", "CONT."]
        .into_iter()
        .find_map(|word| starts(inner, word));
    let Some(length) = length else {
        return 0;
    };
    let end = rest.len() - inner.len() + length;
    let close = rest.get(end..).unwrap_or("");
    let close = close.len() - close.trim_start_matches(')').len();
    let marked = matches!(
        rest.as_bytes().get(end + close),
        None | Some(b':' | b'.' | b'-')
    );
    if marked { end + close } else { 0 }
}

/// The role that a heading gives to the paragraphs below it: `SUMMARY`, `Comment and Action Request`.
///
/// ```
/// use cable_core::{field::role, record::Role};
/// assert_eq!(role::of_heading("Comment"), Some(Role::Comment));
/// assert_eq!(role::of_heading("SUMMARY AND TABLE OF CONTENTS"), Some(Role::Summary));
/// assert_eq!(role::of_heading("Comment: A Deal Falls Through"), Some(Role::Comment));
/// assert_eq!(role::of_heading("COMMENT AND NEXT STEPS"), Some(Role::Comment));
/// assert_eq!(role::of_heading("III. COMMENT"), Some(Role::Comment));
/// assert_eq!(role::of_heading("Summary of events"), None);
/// ```
pub fn of_heading(title: &str) -> Option<Role> {
    let title = title.trim_matches(|mark: char| !mark.is_alphanumeric());
    let title = title.get(label(title)..)?;
    let (role, length) = words(title)?;
    let rest = title.get(length..)?.trim();
    (rest.is_empty()
        || rest.starts_with(':')
        || rest.starts_with("--")
        || joins_topic(title.get(..length)?, rest)
        || rest.eq_ignore_ascii_case("(CONTINUED)")
        || rest.eq_ignore_ascii_case("CONTINUED"))
    .then_some(role)
}

/// Length of the numeral or letter in front of a title: `III. COMMENT`, `A) Summary`.
fn label(title: &str) -> usize {
    const LONGEST: usize = 4;
    let bytes = title.as_bytes();
    let length = bytes
        .iter()
        .take_while(|byte| b"IVXABCDEFGH123456789".contains(byte))
        .count();
    match bytes.get(length..) {
        Some([b'.' | b')', b' ', ..]) if (1..=LONGEST).contains(&length) => length + 2,
        _ => 0,
    }
}

/// `COMMENT AND NEXT STEPS`: the title of a summary or comment that names something else as well. `Comments and complaints`
/// are no role.
fn joins_topic(role: &str, rest: &str) -> bool {
    /// Words of what else is named.
    const MOST: usize = 3;
    let words = |list: &str| list.split_ascii_whitespace().count();
    let topic = ["AND ", "& ", "/"].iter().find_map(|link| {
        let start = rest.get(..link.len())?;
        start
            .eq_ignore_ascii_case(link)
            .then(|| rest.get(link.len()..))
            .flatten()
    });
    ["SUMMARY", "COMMENT"]
        .iter()
        .any(|word| role.eq_ignore_ascii_case(word))
        && topic.is_some_and(|topic| (1..=MOST).contains(&words(topic)))
}

/// Every `END SUMMARY`, `End comment` of `text[from..]` with its stop and parentheses, in order.
///
/// ```
/// use cable_core::{field::role, record::Role};
/// let text = "He left. End\nsummary and comment.";
/// let ends = role::ends(text, 0);
/// assert_eq!(ends[0].0, Role::Summary);
/// assert_eq!(ends[0].1.slice(text), "End\nsummary and comment.");
/// ```
pub fn ends(text: &str, from: usize) -> Vec<(Role, Span)> {
    ends_at(text, from, &Places::of(text.as_bytes(), from)).into_vec()
}

/// End words with their roles; few telegrams have more of them.
pub(crate) type Ends = SmallVec<[(Role, Span); 4]>;

/// The end words of `text[from..]`, by the two letters M of each word at one of `places`.
pub(crate) fn ends_at(text: &str, from: usize, places: &Places) -> Ends {
    let bytes = text.as_bytes();
    let mut found = Ends::new();
    for middle in places.from(from + 1) {
        if bytes[middle] | 0x20 != b'm' {
            continue;
        }
        // The tail of each word, in the two cases it is printed in.
        let role = match bytes.get(middle - 1..middle + 5) {
            Some(b"ummary" | b"UMMARY") => Role::Summary,
            Some(b"omment" | b"OMMENT") => Role::Comment,
            _ => continue,
        };
        let words = middle.checked_sub(2).and_then(|word| end_words(text, word));
        if let Some(span) = words {
            found.push((role, span));
        }
    }
    found.sort_unstable_by_key(|(_, span)| (span.start(), span.end()));
    // `End summary and comment` is found by both words.
    found.dedup_by(|later, earlier| earlier.1.end() > later.1.start());
    found
}

/// The end words that [`ends`] does not look for, because few telegrams have them: `END ACTION REQUEST`,
/// `E N D  S U M M A R Y`. In order.
pub(crate) fn rare_ends(text: &str, from: usize) -> Vec<(Role, Span)> {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        let opens = at
            .checked_sub(1)
            .is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
        let rest = text.get(at..).filter(|_| opens)?;
        let end = starts(rest, "END")?;
        let word = end + blanks(rest.get(end..)?);
        let (role, length) = words(rest.get(word..)?)?;
        let rare = end > "END".len() || matches!(role, Role::ActionRequest | Role::Introduction);
        rare.then(|| (role, closed(bytes, at, at + word + length)))
    };
    let Some(rest) = bytes.get(from..) else {
        return Vec::new();
    };
    // Most letters of a text have another behind them.
    let goes_on = |hit: &usize| {
        let second = match rest.get(hit + 1) {
            Some(b' ') => rest.get(hit + 2),
            second => second,
        };
        matches!(second, Some(b'N' | b'n'))
    };
    memchr::memchr2_iter(b'E', b'e', rest)
        .filter(goes_on)
        .filter_map(|hit| begins(from + hit))
        .collect()
}

/// Whether a line holds end words and nothing else.
///
/// ```
/// use cable_core::field::role;
/// assert!(role::is_end("END SUMMARY."));
/// assert!(!role::is_end("END SUMMARY. 2. Text"));
/// ```
pub fn is_end(line: &str) -> bool {
    let line = trim(line);
    let Some(rest) = starts(line, "END").and_then(|end| line.get(end..)) else {
        return false;
    };
    let rest = rest.trim_start();
    let rest = match rest.get(..3) {
        Some(of) if of.eq_ignore_ascii_case("OF ") => rest[3..].trim_start(),
        _ => rest,
    };
    words(rest).is_some_and(|(_, length)| {
        rest[length..]
            .bytes()
            .all(|byte| matches!(byte, b'.' | b' '))
    })
}

/// Whether a line ends in end words, with or without their stop: `… as well. End Summary`.
///
/// ```
/// use cable_core::field::role;
/// assert!(role::closes("He left. End Summary"));
/// assert!(!role::closes("He left."));
/// ```
pub fn closes(line: &str) -> bool {
    let line = trim_end(line).trim_end_matches(['.', ')', ']']);
    let from = memchr::memrchr3(b'.', b'(', b'[', line.as_bytes()).map_or(0, |stop| stop + 1);
    line.get(from..).is_some_and(is_end)
}

/// Whether END may be the last word of `before`, or the last but one: most role words in prose are told by the letters
/// before them.
fn may_end(before: &[u8]) -> bool {
    let is_blank = |at: usize| before[at - 1] <= b' ';
    let skip = |mut at: usize, blank: bool| {
        while at > 0 && is_blank(at) == blank {
            at -= 1;
        }
        at
    };
    // The last letters of END and OF.
    let closes = |at: usize| at > 0 && matches!(before[at - 1], b'D' | b'd' | b'F' | b'f');
    let last = skip(before.len(), true);
    closes(last) || closes(skip(skip(last, false), true))
}

/// The end words around a role word at `word`.
fn end_words(text: &str, word: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    if !may_end(bytes.get(..word)?) {
        return None;
    }
    let mut start = word;
    // `End Embassy comment`
    let before = text.get(..word)?.trim_ascii_end();
    if before.len() < word {
        let blank = before
            .bytes()
            .rposition(|letter| letter.is_ascii_whitespace());
        let named = blank.map_or(0, |blank| blank + 1);
        let name = before.get(named..)?;
        if length_of_before(name) == Some(name.len()) {
            start = named;
        }
    }
    let word = start;
    while start > 0 && matches!(bytes[start - 1], b' ' | b'\n' | b'\r' | b'\t') {
        start -= 1;
    }
    // `End of summary`
    let of = start.checked_sub(3).filter(|&of| {
        bytes[of + 1..start].eq_ignore_ascii_case(b"OF")
            && matches!(bytes[of], b' ' | b'\n' | b'\r')
    });
    if start < word {
        start = of.unwrap_or(start);
    }
    // `ENDSUMMARY` lost its blank.
    if start < 3 || !bytes[start - 3..start].eq_ignore_ascii_case(b"END") {
        return None;
    }
    start -= 3;
    if start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
        return None;
    }
    let (_, length) = words(text.get(word..)?)?;
    let end = word + length;
    Some(closed(bytes, start, end))
}

/// End words with the parentheses or dashes around them and the stop behind.
fn closed(bytes: &[u8], start: usize, mut end: usize) -> Span {
    let open = start > 0 && matches!(bytes[start - 1], b'(' | b'[');
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'.' => end += 1,
            b')' | b']' if open => end += 1,
            _ => break,
        }
    }
    // `--END SUMMARY--`, `-- END SUMMARY --`
    let gap = usize::from(start > 0 && bytes[start - 1] == b' ');
    let before = bytes.get(..start - gap).unwrap_or(&[]);
    let dashes = before
        .iter()
        .rev()
        .take_while(|byte| **byte == b'-')
        .count();
    if dashes == 0 {
        return Span::at(start - usize::from(open), end);
    }
    let behind = bytes.get(end..).unwrap_or(&[]);
    let blank = usize::from(behind.starts_with(b" -"));
    let closing = behind.iter().skip(blank).take_while(|byte| **byte == b'-');
    end += blank + closing.count();
    Span::at(start - gap - dashes, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_words_of_prose() {
        fn read(text: &str) -> Option<(Role, &str)> {
            let (role, end) = marker(text, 0, offset(text.len()))?;
            Some((role, &text[end as usize..]))
        }
        assert_eq!(read("Summary: A"), Some((Role::Summary, "A")));
        assert_eq!(read("SUMMARY. A"), Some((Role::Summary, "A")));
        assert_eq!(read("SUMMARY -- A"), Some((Role::Summary, "A")));
        assert_eq!(
            read("SUMMARY The minister"),
            Some((Role::Summary, "The minister"))
        );
        for sentence in ["The minister", "(SBU) Ships came", "On March 3"] {
            let text = format!("Summary {sentence}");
            assert_eq!(read(&text), Some((Role::Summary, sentence)));
        }
        assert_eq!(
            read("Summary and Comment Ships came"),
            Some((Role::Summary, "Ships came"))
        );
        assert_eq!(
            read("Summary and Action \n Request. A"),
            Some((Role::Summary, "A"))
        );
        assert_eq!(read("Comment Magazine wrote"), None);
        assert_eq!(read("Begin Summary: A"), Some((Role::Summary, "A")));
        assert_eq!(
            read("Comment and Action Request: A"),
            Some((Role::Comment, "A"))
        );
        assert_eq!(
            read("ACTION REQUESTED: A"),
            Some((Role::ActionRequest, "A"))
        );
        assert_eq!(read("COMMENT"), Some((Role::Comment, "")));
        for whose in [
            "Embassy's",
            "POST'S",
            "Mission's",
            "Post",
            "CONGEN",
            "Consulate General",
        ] {
            let text = format!("{whose} comment: A");
            assert_eq!(read(&text), Some((Role::Comment, "A")), "{whose}");
        }
        assert_eq!(read("(Begin Comment:) A"), Some((Role::Comment, "A")));
        assert_eq!(read("(SUMMARY) A"), Some((Role::Summary, "A")));
        assert_eq!(read("S U M M A R Y: A"), Some((Role::Summary, "A")));
        assert_eq!(
            read("S U M M A R Y  A N D  C O M M E N T - A"),
            Some((Role::Summary, "A"))
        );
        assert_eq!(read("SUMARY: A"), Some((Role::Summary, "A")));
        assert_eq!(read("Coment. A"), Some((Role::Comment, "A")));
        assert_eq!(read("Final Comment: A"), Some((Role::Comment, "A")));
        assert_eq!(read("Comment (continued): A"), Some((Role::Comment, "A")));
        assert_eq!(read("Summary, cont'd. A"), Some((Role::Summary, "A")));
        for text in [
            "Comment continued to be made",
            "Coment is free",
            "Comet is bright",
            "S U M",
            "S U M M A R YING: A",
            "A C T ONE: A",
            "Summit: A",
            "Final comments were made",
            "(Comment: A)",
            "Comments were made",
            "SUMMARY EXECUTIONS WENT ON",
            "Summarily",
            "Note: x",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn ends_in_any_case_and_over_lines() {
        let text = "A. END SUMMARY. B (End comment.) C. end Summary and Action Request D. End of\nsummary. E. the end of commentary. \
                    End Embassy\ncomment. F. -- END SUMMARY. G. --ENDSUMMARY--";
        let found: Vec<_> = ends(text, 0)
            .iter()
            .map(|(_, span)| span.slice(text))
            .collect();
        assert_eq!(
            found,
            [
                "END SUMMARY.",
                "(End comment.)",
                "end Summary and Action Request",
                "End of\nsummary.",
                "End Embassy\ncomment.",
                "-- END SUMMARY.",
                "--ENDSUMMARY--"
            ]
        );
        let text = "He came. E N D  S U M M A R Y. (End action request.) END SUMMARY. The end action: none.";
        let found: Vec<_> = rare_ends(text, 0)
            .iter()
            .map(|(role, span)| (*role, span.slice(text)))
            .collect();
        assert_eq!(
            found,
            [
                (Role::Summary, "E N D  S U M M A R Y."),
                (Role::ActionRequest, "(End action request.)")
            ]
        );
    }
}
