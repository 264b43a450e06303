//! Titles: lines of their own, and those that were joined to prose or to their row.

use super::item::{opens_item, opens_later_item};
use super::quote_words::quote_words;
use super::rule::{is_removal, joined_row};
use super::sentence::{closes_sentence, ends_sentence, is_abbreviated};
use crate::field::{marking, redaction, role};
use crate::record::HeadingLine;
use crate::scan::{self, Folded, Label, Line};
use crate::text::address;
use crate::text::ends::{trim, trim_end, trim_start};
use crate::text::signs::is_regular;
use smallvec::SmallVec;
use std::ops::Range;

/// Most bytes of a title that has no underline.
pub(super) const TITLE: usize = 80;

/// Whether a block right above a rule is its title: up to three lines and not a paragraph of prose.
pub(super) fn underlined(text: &str, block: &[Line]) -> bool {
    let length: u32 = block.iter().map(|line| line.span.len()).sum();
    let Some(last) = block.last().map(|line| trim_end(line.span.slice(text))) else {
        return false;
    };
    // The address of the post's pages stands between rows.
    if address::holds_page(last) {
        return false;
    }
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
        && (!ends_sentence(last) || trails_off(text, block))
        && (is_framed(first) || !opens_item(first))
        && !block[1..].iter().any(|line| opens_later_item(line.span.slice(text)))
        && !are_pairs(text, block)
        && !are_rows(text, block)
        && !is_entire_text_mark(text, block[0])
        && quote_words(first).is_none()
        && !role::is_end(last)
        && !role::closes(last)
        && !marking::bounds_portion(first)
        && !address::holds_page(last)
        && !ends_remark(first, last)
        && !is_about_message(first)
        // Codes of a release in the margin.
        && !first.split_ascii_whitespace().all(redaction::is_code)
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

/// `SENSITIVE BUT UNCLASSIFIED - NOT FOR INTERNET DISTRIBUTION`, `(U) ENTIRE TEXT`, `REF: ROME 12`: between top and body
/// stand lines on the message, and labels printed again.
fn is_about_message(first: &str) -> bool {
    let marked = first
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "));
    let line = marked.map_or(first, |(_, text)| text.trim_start());
    scan::speaks_of_message(line)
        || scan::label_at_start(line).is_some_and(|found| {
            matches!(found.label, Label::ExecutiveOrder | Label::ClassifiedBy)
                || line[..found.value].trim_end().ends_with(':')
        })
}

/// Whether lines are the end of a remark that began above: `END NOTE`, or a parenthesis that closes and did not open.
fn ends_remark(first: &str, last: &str) -> bool {
    let count = |sign: u8| memchr::memchr_iter(sign, last.as_bytes()).count();
    let opens = first
        .as_bytes()
        .get(..4)
        .is_some_and(|end| end.eq_ignore_ascii_case(b"END "));
    let note = last
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("NOTE"));
    last.ends_with(')') && count(b')') > count(b'(') && (opens || !first.contains('('))
        || opens && note
}

/// Whether a block is a title that ends in an ellipsis, `"We Are Ready..."`: capitals tell it from the end of a cut text.
fn trails_off(text: &str, block: &[Line]) -> bool {
    let title = |line: &Line| {
        let line = trim(line.span.slice(text)).trim_matches('"');
        is_capital(line.strip_suffix("...").unwrap_or(line), false)
    };
    let last = block.last().map_or("", |line| line.span.slice(text));
    trim_end(last).trim_end_matches('"').ends_with("...") && block.iter().all(title)
}

/// Whether the lines are one title that was wrapped: each line but the last is as full as lines are, or ends in the middle of
/// a phrase.
pub(super) fn is_one(text: &str, block: &[Line]) -> bool {
    /// Columns of the narrowest telegrams, without the last word.
    const FULL: usize = 40;
    let is_open = |line: &str, below: &str| {
        let next = below.split(' ').next().unwrap_or("");
        let last = line.rsplit(' ').next().unwrap_or("");
        line.len() + next.len() >= FULL
            || line.ends_with(['-', ',', '&', '/'])
            || next.starts_with(|first: char| first.is_lowercase())
            || LINKS.iter().any(|link| link.eq_ignore_ascii_case(last))
    };
    let framed = |line: &Line| trim(line.span.slice(text)).starts_with(['/', '-']);
    block.first().is_some_and(framed)
        || block.windows(2).all(|pair| {
            is_open(
                trim(pair[0].span.slice(text)),
                trim(pair[1].span.slice(text)),
            )
        })
}

/// Words that no title ends in.
const LINKS: [&str; 16] = [
    "A", "AN", "AND", "AS", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "VS",
    "WITH",
];

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
    // `… END NOTE)`
    if ends_remark(title, title) || role::closes(title) {
        return None;
    }
    let small = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    let word = || title.len() > 4 && title.bytes().all(|byte| byte.is_ascii_uppercase());
    let named = title.split(' ').count() > 1 || word() || role::of_heading(title).is_some();
    (named
        && has_capital(title)
        && is_capital(title, false)
        && small(line.get(..start)?)
        && !title.contains("//")
        && !is_removal(title.rsplit(' ').next().unwrap_or("")))
    .then_some(start..line.len())
}

/// The heading that `block` makes: lines joined, a portion mark in front split off.
pub(super) fn heading(text: &str, block: &[Line]) -> HeadingLine {
    let folded = match block {
        [line] => Folded::new(text, &[line.span]),
        _ => Folded::new(
            text,
            &block
                .iter()
                .map(|line| line.span)
                .collect::<SmallVec<[_; 4]>>(),
        ),
    };
    let whole = folded.as_str();
    let mut range = folded.trim(0..whole.len());
    let span = folded.span(range.clone());
    // A row of dashes may have been joined to it.
    let title = whole.get(range.clone()).unwrap_or("");
    range.start += joined_row(title);
    // So may one behind it.
    let title = whole.get(range.clone()).unwrap_or("");
    let row = title.len() - title.trim_end_matches('-').len();
    if (3..title.len()).contains(&row) {
        range = folded.trim(range.start..range.end - row);
    }
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
    let title = whole.get(range.clone()).unwrap_or("");
    // `NEXT STEPS (C)`, as a subject may have its mark.
    if let Some(open) = title
        .rfind('(')
        .filter(|&open| open > 0 && title.ends_with(')'))
    {
        let inner = folded.span(start + open..range.end);
        if let Some(found) = marking::portion_at(text, inner.start(), inner.end())
            .filter(|found| found.well_formed && found.end == inner.end())
        {
            let before = title[..open].trim_end_matches(['-', ' ']);
            range.end = start + before.len();
            mark = Some(found.mark);
        }
    }
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
    let start = if line[..start].bytes().all(|byte| byte == b' ') {
        0
    } else {
        start
    };
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

/// A heading line made of one span.
#[cfg(test)]
fn title_of(line: &str) -> HeadingLine {
    heading(line, &[Line::new(crate::span::Span::at(0, line.len()))])
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
