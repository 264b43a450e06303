//! [`Folded`]: the lines of one field as one string that knows where each byte came from.

use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::ends::inner;
use crate::text::signs::is_regular;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// The content of a field, its lines joined by `\n`.
///
/// Breaks that fall into a field and paragraph signs are left out, and a no-break space is a blank, so a field parser
/// sees only what was written.
#[derive(Debug)]
pub struct Folded<'a> {
    text: &'a str,
    joined: Cow<'a, str>,
    /// Start in `joined` and place in the text of each piece; none if the field stands in the text as it is.
    pieces: SmallVec<[(u32, Span); 4]>,
    first: Span,
}

/// The blank that word processors of the publisher put in.
const NO_BREAK: char = '\u{a0}';

/// Where the first paragraph sign or no-break space of a line is.
fn sign(line: &str) -> Option<usize> {
    // Both begin with the same byte, which few lines hold.
    let first = memchr::memchr(0xc2, line.as_bytes())?;
    let behind = line.get(first..)?.find(['¶', NO_BREAK])?;
    Some(first + behind)
}

/// The place of lines between which nothing stands in the text but a line feed each.
fn joined_already(text: &str, lines: &[Span]) -> Option<Span> {
    let (first, last) = (lines.first()?, lines.last()?);
    let follow = |pair: &[Span]| match pair {
        [before, next] => {
            before.end() + 1 == next.start()
                && text.as_bytes().get(before.end() as usize) == Some(&b'\n')
        }
        _ => false,
    };
    lines.windows(2).all(follow).then(|| first.join(*last))
}

impl<'a> Folded<'a> {
    /// Joins `lines`, in order. Spans that do not fit the text count as empty.
    ///
    /// ```
    /// use cable_core::{Span, scan::Folded};
    /// let text = "REF: A. STATE 1\n     B. \n  ROME 2";
    /// let folded = Folded::new(text, &[Span::new(5, 15), Span::new(21, 23), Span::new(27, 33)]);
    /// assert_eq!(folded.as_str(), "A. STATE 1\nB.\nROME 2");
    /// let entry = folded.spanned(11..20);
    /// assert_eq!(entry.get(text), "B. ROME 2");
    /// assert_eq!(entry.span(), Span::new(21, 33));
    /// ```
    pub fn new(text: &'a str, lines: &[Span]) -> Self {
        if let Some(whole) = joined_already(text, lines) {
            if sign(whole.slice(text)).is_none() {
                return Folded {
                    text,
                    joined: Cow::Borrowed(whole.slice(text)),
                    pieces: SmallVec::new(),
                    first: whole,
                };
            }
        }
        let length: u32 = lines.iter().map(|line| line.len() + 1).sum();
        let mut joined = String::with_capacity(length as usize);
        let mut pieces = SmallVec::with_capacity(lines.len());
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                joined.push('\n');
            }
            let mut start = line.start();
            let mut rest = line.slice(text);
            loop {
                let at = sign(rest).unwrap_or(rest.len());
                let (part, tail) = rest.split_at(at);
                let span = Span::new(start, start + offset(part.len()));
                if !part.is_empty() || pieces.is_empty() {
                    pieces.push((offset(joined.len()), span));
                }
                joined.push_str(part);
                let Some(sign) = tail.chars().next() else {
                    break;
                };
                let end = span.end() + offset(sign.len_utf8());
                if sign == NO_BREAK {
                    pieces.push((offset(joined.len()), Span::new(span.end(), end)));
                    joined.push(' ');
                }
                start = end;
                rest = tail.get(sign.len_utf8()..).unwrap_or("");
            }
        }
        let first = lines.first().copied().unwrap_or_default();
        Folded {
            text,
            joined: Cow::Owned(joined),
            pieces,
            first,
        }
    }

    /// The joined string.
    pub fn as_str(&self) -> &str {
        &self.joined
    }

    /// The text the lines were taken from.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where a byte of pieces that were joined stands in the text. A line end leads to the end of the line before it.
    fn place(&self, at: usize, end: bool) -> u32 {
        let at = offset(at);
        // An end belongs to the piece before it, a start to the piece behind it.
        let index = self
            .pieces
            .partition_point(|&(start, _)| if end { start < at } else { start <= at });
        let (start, span) = self.pieces[index.saturating_sub(1)];
        let place = (span.start() + (at - start.min(at))).min(span.end());
        // A blank stands for a sign of two bytes.
        if self.text.is_char_boundary(place as usize) {
            place
        } else {
            span.end()
        }
    }

    /// The place in the text of a range of the joined string: from its first byte to its last, what lies between
    /// included.
    #[inline]
    pub fn span(&self, range: Range<usize>) -> Span {
        if self.is_whole() {
            let place = |at: usize| (self.first.start() + offset(at)).min(self.first.end());
            return Span::new(place(range.start), place(range.end.max(range.start)));
        }
        self.joined_span(range)
    }

    fn joined_span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start, false);
        if range.is_empty() {
            return Span::empty(start);
        }
        Span::new(start, self.place(range.end, true))
    }

    /// The range without white space at its ends.
    #[inline]
    pub fn trim(&self, range: Range<usize>) -> Range<usize> {
        let inner = inner(self.joined.get(range.clone()).unwrap_or(""));
        range.start + inner.start..range.start + inner.end
    }

    /// Whether the joined string stands in the text as it is here.
    pub(crate) fn is_whole(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether each part of a range stands in the text as it is here, without white space to make regular.
    pub(crate) fn is_verbatim(&self, range: Range<usize>) -> bool {
        let part = self.joined.as_bytes().get(range).unwrap_or(b"");
        self.is_whole() && is_regular(part)
    }

    /// The value of a range: white space at its ends removed, runs of white space made one blank.
    pub fn spanned(&self, range: Range<usize>) -> Spanned {
        let range = self.trim(range);
        match one_blank(self.joined.get(range.clone()).unwrap_or("")) {
            Cow::Borrowed(_) if self.is_whole() => Spanned::verbatim(self.span(range)),
            value => Spanned::of(self.text, self.span(range), value),
        }
    }
}

/// Runs of white space made one blank each.
pub fn one_blank(part: &str) -> Cow<'_, str> {
    if is_regular(part.as_bytes()) {
        return Cow::Borrowed(part);
    }
    let mut out = String::with_capacity(part.len());
    for word in part.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_every_line_leads_back() {
        let text = "ab\n\ncde ¶f";
        let folded = Folded::new(text, &[Span::new(0, 2), Span::new(4, 11)]);
        assert_eq!(folded.as_str(), "ab\ncde f");
        for (at, character) in folded.as_str().char_indices() {
            if character != '\n' {
                let span = folded.span(at..at + 1);
                assert_eq!(span.slice(text), character.to_string(), "at {at}");
            }
        }
    }

    #[test]
    fn lines_that_follow_one_another_are_not_copied() {
        let text = "A. ROME 1\nB. OSLO 2 \nC. KYIV 3";
        let lines = |ends: [(u32, u32); 2]| ends.map(|(start, end)| Span::new(start, end));
        let whole = Folded::new(text, &lines([(0, 9), (10, 19)]));
        assert!(whole.is_whole());
        assert_eq!(whole.as_str(), "A. ROME 1\nB. OSLO 2");
        let entry = whole.spanned(3..19);
        assert_eq!(entry.get(text), "ROME 1 B. OSLO 2");
        assert_eq!(entry.span(), Span::new(3, 19));
        // A blank stands before the line end.
        let joined = Folded::new(text, &lines([(10, 19), (21, 30)]));
        assert!(!joined.is_whole());
        assert_eq!(joined.as_str(), "B. OSLO 2\nC. KYIV 3");
        assert_eq!(joined.span(10..19), Span::new(21, 30));
    }

    #[test]
    fn a_field_of_no_line_is_empty() {
        let folded = Folded::new("abc", &[]);
        assert_eq!(folded.as_str(), "");
        assert_eq!(folded.spanned(0..0).get("abc"), "");
    }
}
