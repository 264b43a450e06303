//! Words, numbers and signs of a REF field, breaks left out.

use crate::facts;
use smallvec::SmallVec;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with apostrophes and a zero among them: `N'DJAMENA`, `0TTAWA`.
    Word,
    /// Digits, the letter O among them read as zero: `O1512`.
    Number,
    /// One other sign; typographic dashes and quotes in their plain form.
    Sign(u8),
}

/// A piece of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// Nothing stands between this token and the one before.
    pub(super) glued: bool,
    /// A line end stands before this token.
    pub(super) line: bool,
    /// Blanks at the start of the line before this token, if it is the first of a line.
    pub(super) indent: usize,
}

/// The tokens of one field.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    list: SmallVec<[Token; 16]>,
    /// Breaks that were left out, in order.
    cut: Vec<Range<usize>>,
    /// How often a token was looked at: what a test of linear time counts.
    #[cfg(test)]
    pub(super) looks: core::cell::Cell<usize>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut tokens = Tokens {
            text,
            list: SmallVec::new(),
            cut: Vec::new(),
            #[cfg(test)]
            looks: core::cell::Cell::new(0),
        };
        tokens.read();
        tokens.drop_breaks();
        tokens
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Token> {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.list.get(at).copied()
    }

    /// The bytes of a token; empty behind the last one.
    pub(super) fn str(&self, at: usize) -> &'a str {
        self.get(at)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or("")
    }

    /// The bytes of a word; empty if the token is none.
    pub(super) fn word(&self, at: usize) -> &'a str {
        if self.is(at, Kind::Word) {
            self.str(at)
        } else {
            ""
        }
    }

    /// The bytes of a number; empty if the token is none.
    pub(super) fn number(&self, at: usize) -> &'a str {
        if self.is(at, Kind::Number) {
            self.str(at)
        } else {
            ""
        }
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        let word = self.get(at).filter(|token| token.kind == Kind::Word);
        word.and_then(|word| self.text.as_bytes().get(word.start..word.end))
            .is_some_and(|word| is_any(word, words))
    }

    /// The first letter of a word, upper-cased.
    pub(super) fn initial(&self, at: usize) -> Option<u8> {
        let word = self.get(at).filter(|token| token.kind == Kind::Word)?;
        let first = self.text.as_bytes().get(word.start)?;
        Some(first.to_ascii_uppercase())
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.is(at, Kind::Number)
    }

    pub(super) fn sign(&self, at: usize) -> Option<u8> {
        match self.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub(super) fn is_sign(&self, at: usize, sign: u8) -> bool {
        self.is(at, Kind::Sign(sign))
    }

    /// Whether a token follows the one before without a blank.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a token is the first of a line, or there is none.
    pub(super) fn line(&self, at: usize) -> bool {
        self.get(at).is_none_or(|token| token.line)
    }

    /// The single letter of a word of one letter, upper-cased.
    pub(super) fn letter(&self, at: usize) -> Option<u8> {
        match self.word(at).as_bytes() {
            [letter] => Some(letter.to_ascii_uppercase()),
            _ => None,
        }
    }

    /// The token behind the parenthesis that closes the one at `at`, if it is near.
    pub(super) fn closing(&self, at: usize) -> Option<usize> {
        /// Longest note looked for.
        const FAR: usize = 40;
        if !self.is_sign(at, b'(') {
            return None;
        }
        let mut depth = 0_usize;
        for (index, token) in self.list.iter().enumerate().skip(at).take(FAR) {
            match token.kind {
                Kind::Sign(b'(') => depth += 1,
                Kind::Sign(b')') => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(index + 1);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Bytes from the first token of `range` to the last.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = self
            .get(range.start)
            .map_or(self.text.len(), |token| token.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.get(last))
            .map_or(start, |token| token.end);
        start..end.max(start)
    }

    /// Breaks that were left out inside `bytes`.
    pub(super) fn breaks_in(&self, bytes: &Range<usize>) -> &[Range<usize>] {
        let first = self.cut.partition_point(|cut| cut.start < bytes.start);
        let rest = self.cut.get(first..).unwrap_or(&[]);
        let count = rest.partition_point(|cut| cut.end <= bytes.end);
        rest.get(..count).unwrap_or(&[])
    }

    fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let (mut at, mut gap, mut line, mut line_start) = (0, true, false, 0);
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_whitespace() {
                if byte == b'\n' {
                    line = true;
                    line_start = at + 1;
                }
                gap = true;
                at += 1;
                continue;
            }
            let from = at;
            let indent = if line { at - line_start } else { 0 };
            if byte.is_ascii_digit() || self.letter_at(at) > 0 {
                at = self.chunk_end(at);
                self.push_chunk(from..at, gap, line, indent);
            } else {
                let sign = self.text.get(at..).and_then(|rest| rest.chars().next());
                at += sign.map_or(1, char::len_utf8);
                match sign {
                    // Blanks of the printing systems, and the backslash at their line ends.
                    Some('\u{a0}' | '\\') => {
                        gap = true;
                        continue;
                    }
                    Some(sign) => {
                        let kind = Kind::Sign(plain(sign));
                        self.push(from..at, kind, gap, line, indent);
                    }
                    None => {}
                }
            }
            gap = false;
            line = false;
        }
    }

    fn push(&mut self, range: Range<usize>, kind: Kind, gap: bool, line: bool, indent: usize) {
        self.list.push(Token {
            start: range.start,
            end: range.end,
            kind,
            glued: !gap,
            line,
            indent,
        });
    }

    /// Length of the letter at `at`, 0 if there is none.
    fn letter_at(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_alphabetic() => 1,
            Some(byte) if !byte.is_ascii() => self
                .text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .filter(|letter| letter.is_alphabetic())
                .map_or(0, char::len_utf8),
            _ => 0,
        }
    }

    /// Length of an apostrophe between two letters at `at`.
    fn apostrophe_at(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let length = match rest.chars().next() {
            Some('\'') => 1,
            Some('\u{2019}') => '\u{2019}'.len_utf8(),
            _ => return 0,
        };
        if self.letter_at(at + length) > 0 {
            length
        } else {
            0
        }
    }

    /// End of the run of letters, digits and inner apostrophes that begins at `at`.
    fn chunk_end(&self, mut at: usize) -> usize {
        let mut after_letter = false;
        while let Some(byte) = self.text.as_bytes().get(at) {
            if byte.is_ascii_digit() {
                at += 1;
                after_letter = false;
                continue;
            }
            let mut length = self.letter_at(at);
            if length == 0 && after_letter {
                length = self.apostrophe_at(at);
            }
            if length == 0 {
                break;
            }
            after_letter = true;
            at += length;
        }
        at
    }

    /// Splits `09RIYADH1492` into three, but neither `O1512` nor `0TTAWA`.
    fn push_chunk(&mut self, chunk: Range<usize>, mut gap: bool, mut line: bool, indent: usize) {
        let bytes = self.text.as_bytes().get(chunk.clone()).unwrap_or(&[]);
        let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return self.push(chunk, Kind::Word, gap, line, indent);
        }
        if bytes
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'O' | b'o'))
        {
            return self.push(chunk, Kind::Number, gap, line, indent);
        }
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let is_other = |at: usize| bytes.get(at).is_some_and(|byte| !byte.is_ascii_digit());
        // A zero for the letter O: alone before two letters, or alone between two.
        let is_zero_letter = |at: usize| {
            bytes.get(at) == Some(&b'0')
                && is_other(at + 1)
                && if at == 0 {
                    is_other(2)
                } else {
                    is_other(at - 1)
                }
        };
        let mut from = 0;
        while from < bytes.len() {
            let number = is_digit(from) && !is_zero_letter(from);
            let mut to = from + 1;
            while to < bytes.len() && number == (is_digit(to) && !is_zero_letter(to)) {
                to += 1;
            }
            let kind = if number { Kind::Number } else { Kind::Word };
            self.push(
                chunk.start + from..chunk.start + to,
                kind,
                gap,
                line,
                indent,
            );
            (gap, line) = (false, false);
            from = to;
        }
    }

    /// Leaves out section and page breaks that were not removed before.
    fn drop_breaks(&mut self) {
        let mut breaks: Vec<Range<usize>> = Vec::new();
        for at in 0..self.len() {
            let found = match self.initial(at) {
                Some(b'O') if self.is_word(at, &["OF"]) => self.section_break(at),
                Some(b'P') if self.is_word(at, &["PAGE"]) => self.page_break(at),
                _ => None,
            };
            if let Some(range) = found {
                let start = range.start.max(breaks.last().map_or(0, |last| last.end));
                breaks.push(start..range.end.max(start));
            }
        }
        self.cut = breaks
            .iter()
            .map(|range| self.bytes(range.clone()))
            .collect();
        let mut kept = SmallVec::new();
        let mut from = 0;
        for range in &breaks {
            kept.extend_from_slice(self.list.get(from..range.start).unwrap_or(&[]));
            from = range.end;
            // A break stood on a line of its own.
            if let Some(next) = self.list.get_mut(from) {
                next.glued = false;
                next.line = true;
            }
        }
        if from > 0 {
            kept.extend_from_slice(self.list.get(from..).unwrap_or(&[]));
            self.list = kept;
        }
    }

    /// `POST 00001234 001.2 OF 005`, `POST 00001234 001 OF 005` around the OF at `at`.
    fn section_break(&self, of: usize) -> Option<Range<usize>> {
        let back = |count: usize| of.checked_sub(count);
        let number =
            |at: Option<usize>, digits: usize| at.is_some_and(|at| self.number(at).len() == digits);
        if self.number(of + 1).len() != 3 {
            return None;
        }
        let section = if number(back(1), 1) && back(2).is_some_and(|at| self.is_sign(at, b'.')) {
            back(3)?
        } else {
            back(1)?
        };
        let serial = section.checked_sub(1)?;
        if self.number(section).len() != 3 || self.number(serial).len() != 8 {
            return None;
        }
        Some(self.post_before(serial)..of + 2)
    }

    /// Where the post that ends before `end` begins: the longest known one, else the whole line, else one word.
    fn post_before(&self, end: usize) -> usize {
        let mut letters = String::new();
        let (mut start, mut known) = (end, None);
        while let Some(before) = start.checked_sub(1).filter(|_| end - start < 4) {
            let word = self.word(before);
            if word.is_empty() {
                break;
            }
            start = before;
            letters.insert_str(0, word);
            letters.make_ascii_uppercase();
            if facts::post(&letters).is_some() || facts::post_by_alias(&letters).is_some() {
                known = Some(start);
            }
            if self.line(start) {
                return start;
            }
        }
        known.unwrap_or_else(|| end.saturating_sub(1).max(start))
    }

    /// `CONFIDENTIAL PAGE 02 ROME 03318 01 OF 02 151204Z`, the level in front as it may be.
    fn page_break(&self, page: usize) -> Option<Range<usize>> {
        if self.number(page + 1).len() != 2 || self.word(page + 2).is_empty() {
            return None;
        }
        let end = (page + 4..page + 12).find(|&at| {
            self.is_word(at, &["Z"]) && self.glued(at) && self.number(at - 1).len() == 6
        })?;
        let level = ["CONFIDENTIAL", "SECRET", "UNCLASSIFIED", "UNCLAS", "USE"];
        let mut start = page;
        if page > 0 && self.is_word(page - 1, &level) {
            start -= 1;
            if self.is_word(start, &["USE"]) && start >= 2 {
                start -= 2;
            }
        }
        Some(start..end + 1)
    }
}

/// Whether a word is one of `words`, which are in upper case.
pub(super) fn is_any(word: &[u8], words: &[&str]) -> bool {
    let Some(first) = word.first().map(u8::to_ascii_uppercase) else {
        return false;
    };
    words.iter().map(|other| other.as_bytes()).any(|other| {
        other.len() == word.len()
            && other.first() == Some(&first)
            && other.eq_ignore_ascii_case(word)
    })
}

/// The plain form of a sign.
fn plain(sign: char) -> u8 {
    match sign {
        '\u{2010}'..='\u{2015}' => b'-',
        '\u{2018}' | '\u{2019}' => b'\'',
        '\u{201c}' | '\u{201d}' => b'"',
        _ => u8::try_from(sign).unwrap_or(b'?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|at| tokens.str(at)).collect()
    }

    #[test]
    fn digits_and_letters_are_taken_apart() {
        assert_eq!(words("09RIYADH1492"), ["09", "RIYADH", "1492"]);
        assert_eq!(
            words("O1512 0TTAWA COTON0U O4"),
            ["O1512", "0TTAWA", "COTON0U", "O4"]
        );
        assert_eq!(
            words("N'DJAMENA '09 R162245Z"),
            ["N'DJAMENA", "'", "09", "R", "162245", "Z"]
        );
        assert_eq!(words("A–B “X”"), ["A", "–", "B", "“", "X", "”"]);
    }

    #[test]
    fn breaks_are_left_out() {
        assert_eq!(
            words("L. STATE 1 PORT LOUIS 00004471 001.2 OF 004 M"),
            ["L", ".", "STATE", "1", "M"]
        );
        assert_eq!(
            words("STATE 1\nSECRET\\\nPAGE 02 NORDHA 03318 01 OF 02 151204Z B. ROME 2"),
            ["STATE", "1", "B", ".", "ROME", "2"]
        );
        assert_eq!(words("PAGE 02 OF 003"), ["PAGE", "02", "OF", "003"]);
    }
}
