//! The lines of the block, put back together where the column cut them.

use crate::scan::{Folded, Label, label_at_start, one_blank};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::blocks;
use std::borrow::Cow;
use std::ops::Range;

use super::parts::{reason_word, section_near};
use crate::field::marking;

/// No block is longer than this.
const LONGEST: usize = 1200;
/// A line of fewer bytes was not wrapped.
const FULL: usize = 44;
/// The word processors of the posts cut the value of the field at this column, in the middle of words too; what was
/// cut is the first byte of the next line.
const COLUMN: usize = 71;

/// The block: its text with the cuts mended, and the way back.
pub(super) struct Block<'a> {
    clean: Cow<'a, str>,
    /// Where it begins in the joined lines, if nothing of it had to change.
    start: usize,
    /// Place in the joined lines of each byte of `clean`; empty if nothing had to change.
    map: Vec<u32>,
}

impl<'a> Block<'a> {
    pub(super) fn new(folded: &'a Folded<'_>) -> Self {
        let joined = folded.as_str();
        let range = extent(joined);
        if let Some(clean) = unchanged(folded, joined, range.clone()) {
            return Block {
                clean: Cow::Borrowed(clean),
                start: range.start,
                map: Vec::new(),
            };
        }
        let mut mended = Mended {
            clean: String::with_capacity(range.len()),
            map: Vec::with_capacity(range.len()),
        };
        let mut at = range.start;
        for line in joined.get(range).unwrap_or("").split('\n') {
            if !mended.clean.is_empty() && !line.trim().is_empty() {
                if was_cut(folded, &mended.clean, at) {
                    while mended.clean.ends_with([' ', '\n']) {
                        mended.clean.pop();
                        mended.map.pop();
                    }
                } else {
                    mended.push('\n', at.saturating_sub(1));
                }
            }
            let cut = inside_cut(folded, joined, at, line);
            for (index, character) in line.char_indices() {
                if Some(index) != cut {
                    mended.push(character, at + index);
                }
            }
            at += line.len() + 1;
        }
        Block {
            clean: Cow::Owned(mended.clean),
            start: 0,
            map: mended.map,
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.clean
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.clean.get(range).unwrap_or("")
    }

    /// Where a byte stands in the joined lines.
    fn place(&self, at: usize) -> Option<usize> {
        match self.clean {
            Cow::Borrowed(clean) => (at < clean.len()).then_some(self.start + at),
            Cow::Owned(_) => self.map.get(at).map(|&at| at as usize),
        }
    }

    /// Where a range stands in the joined lines.
    fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start).unwrap_or(0);
        let last = range.end.checked_sub(1).and_then(|last| self.place(last));
        let end = last.map_or(start, |last| last + 1);
        start..end.max(start)
    }

    pub(super) fn span(&self, folded: &Folded<'_>, range: Range<usize>) -> Span {
        folded.span(self.range(range))
    }

    /// The value of a range, white space at its ends removed.
    pub(super) fn spanned(&self, folded: &Folded<'_>, range: Range<usize>) -> Spanned {
        let part = self.slice(range.clone());
        let start = range.start + part.len() - part.trim_start().len();
        let words = part.trim();
        // `Jr..`: the stop of the sentence behind that of the word.
        let doubled = words.ends_with("..") && !words.ends_with("...");
        let range = start..start + words.len() - usize::from(doubled);
        let value = one_blank(self.slice(range.clone()));
        Spanned::of(folded.text(), self.span(folded, range), value)
    }

    /// The byte of the joined lines behind `end`, stops and blanks at the end of the block included.
    pub(super) fn end(&self, end: usize) -> usize {
        let rest = self.clean.get(end..).unwrap_or("");
        let more = rest
            .bytes()
            .take_while(|byte| matches!(byte, b'.' | b';' | b',' | b')' | b' '))
            .count();
        self.range(0..end + more).end
    }
}

/// A block while its cuts are mended.
struct Mended {
    clean: String,
    map: Vec<u32>,
}

impl Mended {
    /// White space is kept once: a line end before a blank, a blank before more blanks.
    fn push(&mut self, character: char, at: usize) {
        let character = match character {
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{a0}' => ' ',
            other => other,
        };
        if matches!(character, ' ' | '\n') && self.clean.ends_with([' ', '\n']) {
            if character == '\n' {
                self.clean.pop();
                self.map.pop();
            } else {
                return;
            }
        }
        for byte in 0..character.len_utf8() {
            self.map.push(offset(at + byte));
        }
        self.clean.push(character);
    }
}

/// The block as it stands in the joined lines, if nothing in it has to change: no run of white space, no cut.
fn unchanged<'a>(folded: &Folded<'_>, joined: &'a str, range: Range<usize>) -> Option<&'a str> {
    let part = joined.get(range.clone())?;
    let bytes = part.as_bytes();
    let white = |byte: u8| (byte == b' ') | (byte == b'\n');
    let other = |byte: u8| (byte == b'\t') | (byte == b'\r') | (byte == 0xb) | (byte == 0xc);
    let changes = blocks::bits(bytes, |first, second, _| {
        u8::from((white(first) & white(second)) | other(first) | (first == 0xa0))
    });
    if changes != 0 || bytes.len() < 2 || white(bytes[0]) {
        return None;
    }
    let mut at = range.start;
    for line in part.split('\n') {
        let before = joined.get(range.start..at.saturating_sub(1)).unwrap_or("");
        let cut = at > range.start && was_cut(folded, before, at);
        if cut || line.trim().is_empty() || inside_cut(folded, joined, at, line).is_some() {
            return None;
        }
        at += line.len() + 1;
    }
    Some(part)
}

/// Whether the line before `at`, which ends `before`, was cut in the middle of a word.
fn was_cut(folded: &Folded<'_>, before: &str, at: usize) -> bool {
    let text = folded.text().as_bytes();
    let next = folded.span(at..at + 1).start() as usize;
    // The line above in the text, which begins with the label that is not part of the block.
    let line_start = |end: usize| {
        text.get(end.saturating_sub(200)..end)
            .and_then(|part| memchr::memrchr(b'\n', part).map(|at| (part.len(), at)))
            .map_or(0, |(length, at)| end - length + at + 1)
    };
    let start = line_start(next);
    if start != next || start == 0 {
        return false;
    }
    let above = text
        .get(line_start(start - 1)..start - 1)
        .unwrap_or(&[])
        .trim_ascii_end();
    let last = above.last().copied().unwrap_or(b' ');
    let first = text.get(next).copied().unwrap_or(b' ');
    above.len() == COLUMN
        && !first.is_ascii_whitespace()
        && !(last.is_ascii_lowercase() && first.is_ascii_uppercase())
        && before.ends_with(|end: char| !end.is_control())
        && !opens_words(text, next)
}

/// Whether the line at `at` begins with a word that stands for itself, so that the one above ends at its last letter.
fn opens_words(text: &[u8], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or(&[]);
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let word = rest.get(..length).unwrap_or(&[]);
    reason_word(text, at).is_some()
        || rest.get(length) == Some(&b' ')
            && [&b"for"[..], b"and", b"per", b"due"]
                .iter()
                .any(|small| small.eq_ignore_ascii_case(word))
}

/// A word cut in a line that was joined later: the place of the blank at the column's end, if the letters behind it
/// can only be the rest of the word.
fn inside_cut(folded: &Folded<'_>, joined: &str, at: usize, line: &str) -> Option<usize> {
    let first = folded.span(at..at + 1).start() as usize;
    let text = folded.text().as_bytes();
    let start = text
        .get(first.saturating_sub(COLUMN)..first)
        .and_then(|part| memchr::memrchr(b'\n', part).map(|at| first - part.len() + at + 1))
        .unwrap_or(if first <= COLUMN { 0 } else { first });
    let index = (start + COLUMN).checked_sub(first)?;
    let bytes = line.as_bytes();
    if bytes.get(index) != Some(&b' ')
        || !bytes.get(index.checked_sub(1)?)?.is_ascii_alphabetic()
        || joined.len() < at
    {
        return None;
    }
    let rest = bytes.get(index + 1..)?;
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_lowercase())
        .unwrap_or(rest.len());
    let fragment = rest.get(..length)?;
    let small: [&[u8]; 12] = [
        b"for", b"and", b"per", b"due", b"to", b"of", b"in", b"de", b"la", b"van", b"von", b"al",
    ];
    ((1..=3).contains(&length)
        && matches!(rest.get(length), Some(b',' | b';' | b' ' | b'.'))
        && !small.contains(&fragment))
    .then_some(index)
}

/// The bytes of the joined lines that belong to the block, at most.
fn extent(joined: &str) -> Range<usize> {
    let (mut start, mut end, mut at) = (0, 0, 0);
    let mut blank = false;
    let mut has_reason = false;
    for (index, line) in joined.split('\n').enumerate() {
        let next = at + line.len() + 1;
        let content = line.trim();
        if content.is_empty() {
            blank = index > 0;
            at = next;
            continue;
        }
        if end > 0 {
            // `DERIVED FROM: …` is a part of the block.
            let label = label_at_start(content)
                .filter(|found| found.label != Label::ClassifiedBy || found.value > found.start);
            if let Some(found) = label {
                // Something else stood behind the label, and the block begins only here.
                if found.label == Label::ClassifiedBy && !has_reason {
                    let skipped = line.len() - line.trim_start().len();
                    start = at + skipped + found.value;
                } else {
                    break;
                }
            } else if blank && !continues(content) && (has_reason || !says_reason(content))
                || begins_paragraph(content)
                || (content.starts_with("--") && !has_letters(content))
            {
                break;
            }
        }
        if next - start > LONGEST {
            // A paragraph in one line: the block is its beginning.
            if end == 0 {
                end = start + LONGEST;
                while !joined.is_char_boundary(end) {
                    end -= 1;
                }
            }
            break;
        }
        has_reason |= section_near(content, content.len());
        end = next - 1;
        blank = false;
        at = next;
        if index > 12 {
            break;
        }
    }
    let end = end.max(start).min(joined.len());
    // Without a reason nothing shows where the block ends: a line that does not fill the column does.
    if !has_reason && !mentions_reason(joined.get(start..end).unwrap_or("")) {
        let mut last = start;
        // The label stands before the first line.
        let mut width = FULL.saturating_sub("Classified By: ".len());
        for line in joined.get(start..end).unwrap_or("").split('\n') {
            last += line.len() + 1;
            let full = line.trim().len() >= width;
            width = FULL;
            if !line.trim().is_empty() && !full {
                break;
            }
        }
        return start..last.saturating_sub(1).clamp(start, end);
    }
    start..end
}

fn has_letters(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn mentions_reason(part: &str) -> bool {
    super::parts::find(part).lead_in_end > 0
}

/// Whether a line tells reasons and is no paragraph: what the block began with, it goes on with behind a blank line.
fn says_reason(line: &str) -> bool {
    section_near(line, line.len()) && !begins_paragraph(line)
}

/// Whether a line behind a blank one still belongs to the block.
fn continues(line: &str) -> bool {
    // `and (d).` behind the end of a page.
    let letters = line
        .trim_end_matches('.')
        .trim_start_matches(['a', 'A', 'n', 'N', 'd', 'D', ' ']);
    let last = matches!(letters.as_bytes(), [b'(', b'a'..=b'h' | b'A'..=b'H', b')']);
    last || !begins_paragraph(line) && (section_near(line, 30) || super::parts::find(line).cut < 6)
}

/// `2. Text`, `1.(C) Text`, `(S) Text`, but not `1.4 (b)` or `(b) and (d)`.
fn begins_paragraph(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if (1..=2).contains(&digits) && bytes.get(digits) == Some(&b'.') {
        let rest = line.get(digits + 1..).unwrap_or("").trim_start();
        return !rest.starts_with(|first: char| first.is_ascii_digit()) && !rest.is_empty();
    }
    if bytes.first() == Some(&b'(') {
        if let Some(mark) = marking::portion_at(line, 0, offset(line.len())) {
            if mark.well_formed {
                let rest = line.get(mark.end as usize..).unwrap_or("");
                let word: String = rest
                    .trim_start()
                    .chars()
                    .take_while(char::is_ascii_alphabetic)
                    .collect();
                return word.len() > 1
                    && !["AND", "OR", "CLASSIFIED"].contains(&word.to_ascii_uppercase().as_str());
            }
        }
    }
    bytes.starts_with("¶".as_bytes())
}
