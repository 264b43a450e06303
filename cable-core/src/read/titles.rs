//! Shapes of stand-alone lines: rules, titles, begin and end words.

use crate::field::{marking, role};
use crate::record::HeadingLine;
use crate::scan::{Folded, Line};
use crate::text::ends::{trim, trim_end, trim_start};
use crate::text::signs::is_regular;
use std::ops::Range;

/// Most bytes of a title that has no underline.
pub(super) const TITLE: usize = 80;

/// Whether a line is a row of dashes, equal signs, stars or underscores, whole or parted by blanks.
pub(super) fn is_rule(line: &str) -> bool {
    let line = trim(line);
    line.len() >= 3
        && line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'*' | b' '))
        || line
            .chars()
            .all(|mark| matches!(mark, '-' | '\u{2010}' | '\u{2013}' | '\u{2014}' | ' '))
            && line.chars().count() >= 3
}

/// Whether a line is a removal and nothing else: a row of X.
pub(super) fn is_removal(line: &str) -> bool {
    line.len() >= 5 && line.bytes().all(|byte| byte == b'X')
}

/// Whether a block right above a rule is its title: up to three lines and not a paragraph of prose.
pub(super) fn underlined(text: &str, block: &[Line]) -> bool {
    let length: u32 = block.iter().map(|line| line.span.len()).sum();
    let Some(last) = block.last().map(|line| trim_end(line.span.slice(text))) else {
        return false;
    };
    block.len() <= 3
        && length <= 200
        && !ends_sentence(last)
        && !opens_item(block[0].span.slice(text))
        || block.len() == 1 && length <= 60 && !ends_sentence(last.trim_end_matches(['.', ',']))
}

/// Whether a block without underline reads like a title: short, no final stop, no item.
pub(super) fn alone(text: &str, block: &[Line]) -> bool {
    let length: usize = block.iter().map(|line| line.span.len() as usize + 1).sum();
    if block.is_empty() || block.len() > 3 || length > TITLE + 1 {
        return false;
    }
    let first = trim_start(block[0].span.slice(text));
    let first = &first[joined_row(first)..];
    let last = trim_end(block[block.len() - 1].span.slice(text));
    let opens = first
        .trim_start_matches(['"', '\'', '(', '“', '‘', '[', '/', '-', ' '])
        .starts_with(|start: char| start.is_uppercase() || start.is_ascii_digit());
    opens
        && !ends_sentence(last)
        && (is_framed(first) || !opens_item(first))
        && !block[1..].iter().any(|line| opens_later_item(line.span.slice(text)))
        && !are_pairs(text, block)
        && !are_rows(text, block)
        && !is_entire_text_mark(text, block[0])
        && quote_words(first).is_none()
        && !role::is_end(last)
        && !role::closes(last)
        // A row of X is a removal.
        && last.bytes().any(|byte| byte.is_ascii_alphabetic() && byte != b'X')
}

/// `SECRET - ENTIRE TEXT`, `(C - ENTIRE TEXT)`: the mark of all paragraphs.
fn is_entire_text_mark(text: &str, line: Line) -> bool {
    marking::portion_at(text, line.span.start(), line.span.end())
        .is_some_and(|found| found.entire_text)
}

/// Whether each line of several is a label and its value, `Born: 1950`: they are a list and no title.
fn are_pairs(text: &str, block: &[Line]) -> bool {
    let is_pair = |line: &Line| {
        let pair = line.span.slice(text).split_once(": ");
        pair.is_some_and(|(label, _)| label.split_ascii_whitespace().count() <= 3)
    };
    block.len() > 1 && block.iter().all(is_pair)
}

/// Whether the lines are rows of a table: cells parted by blanks in each of several, three cells or more in one alone.
fn are_rows(text: &str, block: &[Line]) -> bool {
    const GAP: &str = "   ";
    // Words in spaced letters are parted like cells: `N E X T   S T E P S`.
    let is_cell = |cell: &&str| cell.split_ascii_whitespace().any(|word| word.len() > 1);
    let gaps = |line: &Line| {
        let line = line.span.slice(text);
        // Most titles have one blank between their words.
        if is_regular(line.as_bytes()) {
            return 0;
        }
        let cells = line.trim().split(GAP);
        cells.filter(is_cell).count().saturating_sub(1)
    };
    let least = if block.len() > 1 { 1 } else { 2 };
    block.iter().all(|line| gaps(line) >= least)
}

/// Length of a row of dashes in front of a title that was joined to it.
fn joined_row(line: &str) -> usize {
    let row = line.len() - line.trim_start_matches(['-', '=', '_', '*', ' ']).len();
    if row >= 5 && row < line.len() { row } else { 0 }
}

/// Whether a line is a title with dashes before and behind it: `-- NEXT STEPS --`.
fn is_framed(line: &str) -> bool {
    let line = trim(line);
    line.starts_with('-') && line.ends_with('-') && line.len() > 6
}

/// Whether each long word of a line that does not end like a sentence has a capital, as in a title. Capitals tell nothing
/// in a text without small letters: there a title is one of few words.
pub(super) fn is_capital(title: &str, among_capitals: bool) -> bool {
    let words = || title.split([' ', '-', '/']).filter(|word| word.len() > 3);
    words().next().is_some()
        && words().all(has_capital)
        && !ends_sentence(title.trim_end())
        && !closes_sentence(title.trim_end())
        && !(among_capitals && title.split_ascii_whitespace().count() > 4)
}

fn has_capital(word: &str) -> bool {
    word.trim_start_matches(['"', '\'', '(', '“', '‘'])
        .starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
}

/// Whether a line ends like a sentence or an open list.
pub(super) fn ends_sentence(line: &str) -> bool {
    // A letter ends most titles.
    if line
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let line = line.trim_end_matches(['"', '\'', '”', '’']);
    // `U.S.` and `(CONT.)` are no ends.
    if line.ends_with("U.S.") || line.ends_with("CONT.") {
        return false;
    }
    line.ends_with(['.', ';', ',']) || line.ends_with(".)")
}

/// Whether a line ends like a sentence, also like a question or behind a parenthesis.
pub(super) fn closes_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', ')', ']', '”', '’']);
    line.ends_with(['.', '!', '?', ':'])
}

/// Whether a row is as long as a title, give or take two. Source: 11.5 of the catalogue of forms.
pub(super) fn fits_row(title: &str, row: &str) -> bool {
    let (title, row) = (trim(title).chars().count(), trim(row).chars().count());
    title.abs_diff(row) <= 2
}

/// The title behind the last sentence of a joined line, if there is one: short, no final stop, each long word of it
/// with a capital. Capitals tell nothing in a telegram that has no small letters.
pub(super) fn behind_prose(line: &str) -> Option<Range<usize>> {
    let line = trim_end(line);
    // Nearly all joined lines end like their last sentence.
    if ends_sentence(line) || closes_sentence(line) {
        return None;
    }
    let mut from = line.len().saturating_sub(TITLE);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = line.get(from..)?;
    // The last sentence mark with a blank behind, not that of an abbreviation.
    let (stop, _) = tail.rmatch_indices(' ').find(|(at, _)| {
        let before = &tail[..*at];
        let word = before.rsplit(' ').next().unwrap_or("");
        closes_sentence(before) && !word.ends_with(':') && word.len() > 3 && !is_abbreviated(word)
    })?;
    let start = from + stop + 1;
    let title = line.get(start..)?;
    let small = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    (title.split(' ').count() > 1
        && has_capital(title)
        && is_capital(title, false)
        && small(line.get(..start)?)
        && !title.contains("//")
        && !is_removal(title.rsplit(' ').next().unwrap_or("")))
    .then_some(start..line.len())
}

/// Initials, and titles of persons that stand before a name.
fn is_abbreviated(word: &str) -> bool {
    const TITLES: [&str; 8] = [
        "Gen.", "Sen.", "Rep.", "Gov.", "Amb.", "Col.", "Maj.", "Prof.",
    ];
    word.matches('.').count() > 1 || TITLES.contains(&word.trim_start_matches(['(', '"']))
}

/// A dash, bullet or number in front.
pub(super) fn opens_item(line: &str) -> bool {
    let line = trim_start(line);
    let bytes = line.as_bytes();
    line.starts_with("--")
        || line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("o ")
        || bytes.len() > 2 && bytes[0].is_ascii_alphanumeric() && matches!(bytes[1], b')')
        || numbered(bytes)
        // `(C) Title` has a mark, `(A) Text` and `(1) Text` are items.
        || matches!(bytes, [b'(', label, b')', ..] if label.is_ascii_alphanumeric() && !b"CSRU".contains(label))
}

/// Whether a line below the first one of a block opens an item, also one in parentheses that a title could begin with as
/// its mark.
fn opens_later_item(line: &str) -> bool {
    let bytes = trim_start(line).as_bytes();
    let roman = |byte: &&u8| b"ivxIVX".contains(byte);
    let numeral = bytes.iter().take_while(roman).count();
    opens_item(line)
        || letter(line).is_some()
        || matches!(bytes, [b'Q', b' ', text, ..] if text.is_ascii_uppercase())
        || (2..=4).contains(&numeral) && bytes[numeral..].starts_with(b". ")
        || matches!(bytes, [b'(', label, b')', ..] if label.is_ascii_alphanumeric())
}

/// `1. Text`: an item of a list, where it is no paragraph.
fn numbered(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && line.get(digits) == Some(&b'.')
        && line.get(digits + 1) == Some(&b' ')
}

/// The letter in front of a line: `B. Text`.
pub(super) fn letter(line: &str) -> Option<u8> {
    match trim_start(line).as_bytes() {
        [letter, b'.', b' ', ..] if letter.is_ascii_alphabetic() => Some(*letter),
        _ => None,
    }
}

/// The heading that `block` makes: lines joined, a portion mark in front split off.
pub(super) fn heading(text: &str, block: &[Line]) -> HeadingLine {
    let folded = match block {
        [line] => Folded::new(text, &[line.span]),
        _ => Folded::new(
            text,
            &block.iter().map(|line| line.span).collect::<Vec<_>>(),
        ),
    };
    let whole = folded.as_str();
    let mut range = folded.trim(0..whole.len());
    let span = folded.span(range.clone());
    // A row of dashes may have been joined to it.
    let title = whole.get(range.clone()).unwrap_or("");
    range.start += joined_row(title);
    // Slashes or dashes before and behind the title.
    for sign in ['/', '-'] {
        let title = whole.get(range.clone()).unwrap_or("");
        let inner = title.trim_matches(sign);
        if title.starts_with(sign) && title.ends_with(sign) && !inner.is_empty() {
            let lead = range.start + title.len() - title.trim_start_matches(sign).len();
            range = folded.trim(lead..lead + inner.len());
        }
    }
    let mut start = range.start;
    let mut mark = None;
    if whole.get(start..).is_some_and(|rest| rest.starts_with('(')) {
        let inner = folded.span(range.clone());
        if let Some(found) =
            marking::portion_at(text, inner.start(), inner.end()).filter(|found| found.well_formed)
        {
            start += (found.end - inner.start()) as usize;
            mark = Some(found.mark);
        }
    }
    HeadingLine {
        text: folded.spanned(start.min(range.end)..range.end),
        mark,
        span,
    }
}

/// A line that ends in a row of dashes.
pub(super) struct WithRule {
    /// Text before the title; empty if the line is a title and its row only.
    pub(super) before: Range<usize>,
    /// The title; empty if there is none.
    pub(super) title: Range<usize>,
}

/// Parts a line that ends in a row of at least five dashes.
pub(super) fn with_rule(line: &str) -> Option<WithRule> {
    let body = line.trim_end_matches(['-', ' ']);
    if line[body.len()..]
        .bytes()
        .filter(|byte| *byte == b'-')
        .count()
        < 5
        || body.trim().is_empty()
    {
        return None;
    }
    let whole = body.trim_start_matches(['-', ' ']);
    let start = body.len() - whole.len();
    let no_item = start == 0 || line[..start].bytes().filter(|byte| *byte == b'-').count() >= 5;
    // Title between two rows inside a joined line.
    if let Some(row) = body.rfind("-----") {
        let title = row + 5..body.len();
        let inner = line[title.clone()].trim();
        let before = line[..row].trim_end_matches(['-', ' ']).len();
        if inner.len() <= TITLE && !ends_sentence(inner) && !inner.is_empty() && before > 0 {
            return Some(WithRule {
                before: 0..before,
                title,
            });
        }
    }
    if no_item && whole.len() <= TITLE && !ends_sentence(whole) {
        return Some(WithRule {
            before: 0..0,
            title: start..body.len(),
        });
    }
    // The row is as long as the title that stands in front of it, behind the last sentence.
    let row = line[body.len()..].trim().len();
    if let Some(stop) = body.rfind(". ").filter(|_| start == 0) {
        let title = stop + 2..body.len();
        let length = body[title.clone()].trim().len();
        if length.abs_diff(row) <= 2 && !role::is_end(&body[title.clone()]) {
            return Some(WithRule {
                before: 0..stop + 1,
                title,
            });
        }
    }
    // The row belongs to what follows.
    let closed = body
        .rfind(". ")
        .is_some_and(|stop| role::is_end(&body[stop + 2..]));
    (ends_sentence(body) || closed).then_some(WithRule {
        before: 0..body.len(),
        title: body.len()..body.len(),
    })
}

/// `BEGIN TEXT`, `End text.` and the like.
pub(super) struct QuoteWords {
    pub(super) begin: bool,
    /// Length of the words with their stop.
    pub(super) length: usize,
    /// What the begin words name: `NON-PAPER`.
    pub(super) title: Range<usize>,
}

/// What begin and end words name when it stands right behind them, by its first letter.
const fn names_of_texts(first: u8) -> &'static [&'static str] {
    match first {
        b'T' => &["TEXT", "TALKING POINTS", "TRANSLATION", "TRANSCRIPT"],
        b'Q' => &["QUOTE"],
        b'N' => &["NON-PAPER", "NONPAPER", "NON PAPER", "NOTE TEXT"],
        b'P' => &["POINTS", "PAPER"],
        b'L' => &["LETTER"],
        b'D' => &["DRAFT", "DIPLOMATIC NOTE", "DOCUMENT"],
        b'U' => &["UNOFFICIAL"],
        b'I' => &["INFORMAL"],
        b'S' => &["STATEMENT", "SPEECH"],
        b'A' => &["AIDE-MEMOIRE"],
        b'E' => &["EMBASSY TRANSLATION", "ENGLISH"],
        b'O' => &["OFFICIAL"],
        b'C' => &["CABLE TEXT"],
        b'F' => &["FULL TEXT"],
        b'B' => &["BIO"],
        _ => &[],
    }
}

/// Whether words begin with the name of a text.
fn names_a_text(words: &str) -> bool {
    let first = words.as_bytes().first().map_or(0, u8::to_ascii_uppercase);
    let mut names = names_of_texts(first).iter();
    names.any(|name| starts(words, name))
}

/// Whether a word names a text wherever it stands among begin words.
fn is_name_of_a_text(mut word: &[u8]) -> bool {
    // Most words are told by their length or their first letter.
    let first = word.first().map_or(0, u8::to_ascii_uppercase);
    if word.len() < "TEXT".len() || !matches!(first, b'T' | b'N' | b'P' | b'-' | b',') {
        return false;
    }
    while let [b'-' | b',', rest @ ..] | [rest @ .., b'-' | b','] = word {
        word = rest;
    }
    ["TEXT", "NON-PAPER", "NONPAPER", "POINTS", "TRANSLATION"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// The words at the start of `line` that open or close a quoted text.
///
/// Source: 2.9 of the format: BEGIN TEXT and END TEXT, also of a named paper or of talking points.
pub(super) fn quote_words(line: &str) -> Option<QuoteWords> {
    // One byte tells nearly all of what stands behind the number or the mark of a paragraph.
    if !matches!(
        line.as_bytes().first(),
        Some(b'B' | b'b' | b'E' | b'e' | b'(' | b'[' | b'-' | b' ' | b'"' | b'/')
    ) {
        return None;
    }
    let bytes = line.as_bytes();
    let lead = bytes
        .iter()
        .take_while(|byte| matches!(byte, b'(' | b'[' | b'-' | b' ' | b'"' | b'/'))
        .count();
    let rest = line.get(lead..)?;
    let (begin, length) = if starts(rest, "BEGIN ") {
        (true, 6)
    } else if starts(rest, "END ") {
        (false, 4)
    } else {
        return None;
    };
    let tail = rest.get(length..)?;
    // To the colon or stop, or to the end of a short line.
    let near = &tail.as_bytes()[..tail.len().min(90)];
    let close = near
        .iter()
        .position(|byte| matches!(byte, b':' | b'.' | b')' | b']'))
        .unwrap_or(near.len());
    let words = tail.get(..close)?.trim_end_matches(['-', ' ', '/']);
    if words.len() > 80 {
        return None;
    }
    let names = names_a_text(words)
        || words
            .as_bytes()
            .split(|byte| *byte == b' ')
            .any(is_name_of_a_text);
    // Begin summary and begin comment are roles.
    if !names || words.is_empty() {
        return None;
    }
    let mut end = lead + length + close;
    if line
        .as_bytes()
        .get(end)
        .is_some_and(|byte| matches!(byte, b':' | b'.' | b')' | b']'))
    {
        end += 1;
    }
    let start = lead + length;
    let plain = ["TEXT", "QUOTE", "FULL TEXT"]
        .iter()
        .any(|word| words.eq_ignore_ascii_case(word));
    let mut title = if plain {
        start..start
    } else {
        start..start + words.len()
    };
    for skip in ["TEXT OF THE ", "TEXT OF ", "TEXT: "] {
        if starts(words, skip) && words.len() > skip.len() {
            title.start = start + skip.len();
        }
    }
    // Words in capitals end where the text in mixed case begins.
    if words.starts_with("TEXT ") {
        let named = line.get(title.clone()).unwrap_or("");
        let mut at = 0;
        for word in named.split_inclusive(' ') {
            if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
                title.end = title.start + named[..at].trim_end().len();
                end = end.min(title.end);
                break;
            }
            at += word.len();
        }
    }
    Some(QuoteWords {
        begin,
        length: end,
        title,
    })
}

/// Whether a title begins with BEGIN.
pub(super) fn begins(title: &str) -> bool {
    starts(title.trim_start_matches(['(', '-', ' ']), "BEGIN ")
}

fn starts(line: &str, word: &str) -> bool {
    let first = |text: &str| text.as_bytes().first().map(|byte| byte | 0x20);
    first(line) == first(word)
        && line
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A heading line made of one span.
#[cfg(test)]
fn title_of(line: &str) -> HeadingLine {
    heading(line, &[Line::new(crate::span::Span::at(0, line.len()))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        for line in ["-----", "- - - -", "===", "*****", "----------- ----"] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["--", "-- item", "text", ""] {
            assert!(!is_rule(line), "{line}");
        }
    }

    #[test]
    fn titles_with_marks_and_rows() {
        assert_eq!(
            title_of("(C) NEXT STEPS").text.get("(C) NEXT STEPS"),
            "NEXT STEPS"
        );
        let line = "The end. -------- Harbors --------";
        let parts = with_rule(line).unwrap();
        assert_eq!(
            (&line[parts.before], line[parts.title].trim()),
            ("The end.", "Harbors")
        );
        let line = "SUMMARY -------";
        let parts = with_rule(line).unwrap();
        assert!(parts.before.is_empty());
        assert_eq!(&line[parts.title], "SUMMARY");
    }

    #[test]
    fn begin_and_end_words() {
        let words = quote_words("Begin text of non-paper: Dear").unwrap();
        assert!(words.begin);
        assert_eq!(&"Begin text of non-paper: Dear"[words.title], "non-paper");
        assert!(!quote_words("END TEXT.").unwrap().begin);
        assert!(quote_words("END SUMMARY.").is_none());
        assert!(quote_words("Beginning text").is_none());
        assert!(quote_words("End of story").is_none());
    }
}
