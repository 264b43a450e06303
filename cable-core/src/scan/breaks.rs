//! Separators that transmission put into the text, found by their shape: `NORDHAVEN 00000123 002 OF 003`,
//! `NORDHAVEN 00000123  001.2 OF 003`. Printed page headings are found by `field::page_line`.

use super::Places;
use super::shape::digits;
use crate::facts;
use crate::record::{Break, BreakKind};
use crate::span::Span;
use crate::spanned::Spanned;

/// Every section separator of `text[from..]`, in order.
///
/// The shape alone decides: a word or words, eight digits, three digits with an optional part, `OF`, three digits. It
/// may be glued into a sentence, broken over two lines, printed in small letters or with more blanks.
pub fn section_breaks(text: &str, from: usize) -> Vec<Break<Spanned>> {
    section_breaks_at(text, from, Places::of(text.as_bytes(), from).from(from))
}

/// The section separators of `text[from..]` whose total begins behind one of `places`.
pub(crate) fn section_breaks_at(
    text: &str,
    from: usize,
    places: impl Iterator<Item = usize>,
) -> Vec<Break<Spanned>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Break<Spanned>> = Vec::new();
    for blank in places {
        // No telegram has a hundred sections, so the total begins with zero; few other numbers of prose do.
        if !matches!(bytes[blank..], [b' ' | b'\t' | b'\n', b'0', ..]) {
            continue;
        }
        let last = found.last().map_or(from, |last| last.span.end() as usize);
        found.extend(before_total(text, blank + 1, last));
    }
    found
}

/// Reads a separator whose total begins at `total`; it may not begin before `floor`.
fn before_total(text: &str, total: usize, floor: usize) -> Option<Break<Spanned>> {
    let bytes = text.as_bytes();
    let mut back = Back {
        bytes,
        at: total,
        floor,
    };
    back.blanks(true);
    let of = back.while_true(2, |byte| matches!(byte, b'O' | b'o' | b'0' | b'F' | b'f'));
    if !matches!(&bytes[of], [b'O' | b'o' | b'0', b'F' | b'f']) {
        return None;
    }
    let total_length = digits(bytes.get(total..)?);
    let end = total + total_length;
    if !(2..=3).contains(&total_length)
        || bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
        || back.blanks(true) == 0
    {
        return None;
    }
    let last = back.figures(3)?;
    let (section, part) = if last.len() == 3 {
        (last, None)
    } else {
        // `001.2`, or broken over a line end: `002.` / `2 OF 002`.
        back.blanks(true);
        back.byte(b'.')?;
        (
            back.figures(3).filter(|section| section.len() == 3)?,
            Some(last),
        )
    };
    if back.blanks(true) == 0 {
        return None;
    }
    let serial = back.figures(8).filter(|serial| serial.len() == 8)?;
    back.blanks(true);
    let post = back.post()?;

    let number = |range: &std::ops::Range<usize>| {
        let figures = bytes.get(range.clone())?.iter();
        figures
            .copied()
            .try_fold(0_u32, |value, byte| Some(value * 10 + figure(byte)?))
    };
    let start = post.start;
    Some(Break {
        kind: if part.is_some() {
            BreakKind::Page
        } else {
            BreakKind::Section
        },
        section: number(&section),
        part: part.as_ref().and_then(number),
        total: text.get(total..end)?.parse().ok(),
        page: None,
        post: Some(Spanned::verbatim(Span::at(post.start, post.end))),
        serial: number(&serial),
        span: Span::at(start, end),
    })
}

/// The value of a digit, or of the letter `O` that stands for zero.
fn figure(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'O' => Some(0),
        _ => None,
    }
}

/// Reads backwards from a place.
struct Back<'a> {
    bytes: &'a [u8],
    at: usize,
    floor: usize,
}

impl Back<'_> {
    fn before(&self) -> Option<u8> {
        (self.at > self.floor).then(|| self.bytes[self.at - 1])
    }

    fn while_true(&mut self, limit: usize, accept: impl Fn(u8) -> bool) -> std::ops::Range<usize> {
        let end = self.at;
        while end - self.at < limit && self.before().is_some_and(&accept) {
            self.at -= 1;
        }
        self.at..end
    }

    /// Digits, at least one of them no letter `O`.
    fn figures(&mut self, limit: usize) -> Option<std::ops::Range<usize>> {
        let range = self.while_true(limit, |byte| figure(byte).is_some());
        let whole = !self.before().is_some_and(|byte| byte.is_ascii_digit());
        let digit = self.bytes[range.clone()].iter().any(u8::is_ascii_digit);
        (whole && digit).then_some(range)
    }

    fn blanks(&mut self, line_end: bool) -> usize {
        self.while_true(8, |byte| {
            matches!(byte, b' ' | b'\t') || line_end && matches!(byte, b'\n' | b'\r')
        })
        .len()
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        let range = self.while_true(1, |byte| byte == wanted);
        (!range.is_empty()).then_some(())
    }

    /// The post: all of the line before it if that is short and of letters, else the upper-case words next to the
    /// serial, up to the ten characters a post is cut to.
    fn post(&mut self) -> Option<std::ops::Range<usize>> {
        let end = self.at;
        let letters =
            |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'.' | b'\'' | b'-');
        let line = self.while_true(17, letters);
        // Another separator may stand before it on the line.
        let above = self.at.checked_sub(1).map(|above| self.bytes[above]);
        let opens_line = above.is_none_or(|byte| matches!(byte, b'\n' | b'\r'));
        let lead = |range: &std::ops::Range<usize>| {
            self.bytes[range.clone()]
                .iter()
                .take_while(|&&byte| byte == b' ')
                .count()
        };
        let part = &self.bytes[line.clone()];
        let upper = |byte: &u8| !byte.is_ascii_lowercase();
        let one_case = part.iter().all(upper)
            || !part.iter().any(u8::is_ascii_uppercase)
            || part.first().is_some_and(upper);
        if opens_line && one_case {
            let range = line.start + lead(&line)..end;
            return (!range.is_empty()).then_some(range);
        }
        let mut start = end;
        let mut known = None;
        for word in part.rsplitn(4, |&byte| byte == b' ') {
            // `… that he said.PORT AURE 00000123 …`: the stop ended a sentence.
            let stop = word.iter().rposition(|&byte| byte == b'.');
            let sentence = stop.filter(|&stop| word[..stop].iter().any(u8::is_ascii_lowercase));
            let word = sentence.map_or(word, |stop| &word[stop + 1..]);
            let upper = !word.is_empty() && word.iter().all(|byte| !byte.is_ascii_lowercase());
            let longer = end - start + usize::from(start < end) + word.len();
            if !upper || start < end && longer > 10 {
                break;
            }
            start = end - longer;
            if is_post(&self.bytes[start..end]) {
                known = Some(start);
            }
            if sentence.is_some() {
                known = Some(start);
                break;
            }
        }
        // Of several words in capitals the post takes those that a post is called.
        start = known.unwrap_or(start);
        // A post in lower case, as in a telegram that was re-typed.
        if start == end {
            start = end - part.rsplit(|&byte| byte == b' ').next()?.len();
        }
        (start < end).then_some(start..end)
    }
}

fn is_post(name: &[u8]) -> bool {
    core::str::from_utf8(name).is_ok_and(|name| facts::post_by_name(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, section, part, total, serial.
    type Shape<'a> = (&'a str, Option<u32>, Option<u32>, Option<u32>, Option<u32>);

    fn shapes(text: &str) -> Vec<Shape<'_>> {
        section_breaks(text, 0)
            .iter()
            .map(|found| {
                (
                    found.span.slice(text),
                    found.section,
                    found.part,
                    found.total,
                    found.serial,
                )
            })
            .collect()
    }

    #[test]
    fn plain_paged_and_long_posts() {
        assert_eq!(
            shapes("a\nBUENOS AIR 00000123  001.2 OF 003 \n\nb\nNORDHAVEN 00000123 002 OF 003\nc"),
            [
                (
                    "BUENOS AIR 00000123  001.2 OF 003",
                    Some(1),
                    Some(2),
                    Some(3),
                    Some(123)
                ),
                (
                    "NORDHAVEN 00000123 002 OF 003",
                    Some(2),
                    None,
                    Some(3),
                    Some(123)
                ),
            ]
        );
    }

    #[test]
    fn glued_and_broken_ones() {
        assert_eq!(
            shapes("the minister said NORDHAVEN 00000123 002 OF 003 that he"),
            [(
                "NORDHAVEN 00000123 002 OF 003",
                Some(2),
                None,
                Some(3),
                Some(123)
            )]
        );
        assert_eq!(
            shapes("x\nZELTBERG 00000009 002.\n2 OF 002\ny"),
            [(
                "ZELTBERG 00000009 002.\n2 OF 002",
                Some(2),
                Some(2),
                Some(2),
                Some(9)
            )]
        );
    }

    #[test]
    fn small_letters_more_blanks_and_zeros_for_os() {
        for text in [
            "said\nnordhaven 00000123  002 of 003\nthat",
            "said\nNORDHAVEN   00000123   002   OF   003\nthat",
            "said\nNORDHAVEN 00000123 002 0F 003\nthat",
            "said\nNORDHAVEN OO0O0123 OO2 OF 003\nthat",
            "said\nNORDHAVEN 00000123 002 OF\n003\nthat",
            "said.PORT AURE 00000123 002 OF 003 That",
        ] {
            let found = shapes(text);
            assert_eq!(found.len(), 1, "{text}");
            let (span, section, _, total, serial) = found[0];
            assert_eq!(
                (section, total, serial),
                (Some(2), Some(3), Some(123)),
                "{text}"
            );
            assert!(!span.contains("said"), "{span}");
        }
    }

    #[test]
    fn prose_and_garbage_are_none() {
        for text in [
            "12345678 002 OF 003",
            "IN 2008 123 OF 456 VOTES",
            " OF 003",
            "X 00000123 02 OF 03",
            "NORDHAVEN 0000123 002 OF 003",
            "3 OF 100",
        ] {
            assert_eq!(shapes(text), [], "{text}");
        }
    }
}
