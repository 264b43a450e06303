//! Shapes of single words of the header, on bytes: shared by the streaming scanner and the field parsers.

use crate::span::Span;
use std::ops::Range;

/// The words of a line: runs of bytes other than ASCII white space, as ranges.
pub(crate) fn words(line: &[u8]) -> impl Iterator<Item = Range<usize>> + Clone + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line.get(at..)?.iter().position(|byte| !is_blank(*byte))?;
        let length = line
            .get(start..)?
            .iter()
            .position(|byte| is_blank(*byte))
            .unwrap_or(line.len() - start);
        at = start + length;
        Some(start..at)
    })
}

/// The words of a piece of the text.
pub(crate) fn word_spans(text: &str, span: Span) -> impl Iterator<Item = Span> + Clone + '_ {
    let base = span.range().start;
    words(span.slice(text).as_bytes()).map(move |word| Span::at(base + word.start, base + word.end))
}

/// Whether a line is a row of dashes, equal signs, stars or underscores, whole or parted by blanks.
pub(crate) fn is_row(line: &str) -> bool {
    let line = crate::text::ends::trim(line);
    line.len() >= 3
        && line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'*' | b' '))
}

/// Count of the digits at the start.
pub(crate) fn digits(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// The span without white space at its ends.
pub(crate) fn trim_span(text: &str, span: Span) -> Span {
    let inner = trim(span.slice(text).as_bytes(), 0..span.slice(text).len());
    let base = span.range().start;
    Span::at(base + inner.start, base + inner.end)
}

/// The last word of a line that ends at `end`.
#[inline]
pub(crate) fn last_word(line: &[u8], within: Range<usize>) -> Range<usize> {
    let within = trim(line, within);
    let start = part(line, within.clone())
        .iter()
        .rposition(|byte| is_blank(*byte))
        .map_or(within.start, |blank| within.start + blank + 1);
    start..within.end
}

/// The first word of a line, without leading white space; empty if there is none.
pub(crate) fn first_word(line: &[u8]) -> &[u8] {
    words(line).next().map_or(b"", |word| part(line, word))
}

/// The bytes of a range; empty where it does not fit.
pub(crate) fn part(line: &[u8], range: Range<usize>) -> &[u8] {
    line.get(range).unwrap_or(b"")
}

/// White space inside a line.
#[inline]
pub(crate) fn is_blank(byte: u8) -> bool {
    byte <= b' ' && matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c | 0)
}

/// The range without white space at its ends.
#[inline]
pub(crate) fn trim(line: &[u8], range: Range<usize>) -> Range<usize> {
    let bytes = part(line, range.clone());
    let visible = |byte: Option<&u8>| byte.is_some_and(|byte| *byte > b' ');
    if visible(bytes.first()) && visible(bytes.last()) {
        return range;
    }
    let Some(first) = bytes.iter().position(|byte| !is_blank(*byte)) else {
        return range.start..range.start;
    };
    let last = bytes.iter().rposition(|byte| !is_blank(*byte));
    range.start + first..range.start + last.map_or(first, |last| last + 1)
}

/// Whether the words are the same, case apart.
#[inline]
pub(crate) fn same(word: &[u8], upper: &[u8]) -> bool {
    // Most telegrams are in capitals.
    word == upper || word.eq_ignore_ascii_case(upper)
}

/// Whether `word` begins with `upper`, case apart.
#[inline]
pub(crate) fn begins(word: &[u8], upper: &[u8]) -> bool {
    word.get(..upper.len())
        .is_some_and(|head| same(head, upper))
}

/// Whether `word` ends with `upper`, case apart.
pub(crate) fn ends(word: &[u8], upper: &[u8]) -> bool {
    word.len() >= upper.len()
        && word
            .get(word.len() - upper.len()..)
            .is_some_and(|tail| tail.eq_ignore_ascii_case(upper))
}

/// Whether `upper` stands anywhere in the line, case apart.
pub(crate) fn holds(line: &[u8], upper: &[u8]) -> bool {
    let Some(first) = upper.first() else {
        return true;
    };
    memchr::memchr2_iter(*first, first.to_ascii_lowercase(), line)
        .any(|at| line.get(at..).is_some_and(|rest| begins(rest, upper)))
}

/// One or more digits and nothing else.
pub(crate) fn is_digits(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

/// A number of digits only.
pub(crate) fn number(word: &[u8]) -> Option<u32> {
    if !is_digits(word) {
        return None;
    }
    word.iter().try_fold(0u32, |value, digit| {
        value.checked_mul(10)?.checked_add(u32::from(digit - b'0'))
    })
}

/// A routing indicator: R, Q or U and three to seven letters. Source: ACP 127(G); 5 FAH-2 H-231.
pub(crate) fn is_routing_indicator(word: &[u8]) -> bool {
    (4..=8).contains(&word.len())
        && matches!(
            word.first().map(u8::to_ascii_uppercase),
            Some(b'R' | b'Q' | b'U')
        )
        && word.iter().all(u8::is_ascii_alphabetic)
}

/// The routing indicator, or `ZEN`, that stands before the first slash of an addressee.
///
/// A designator of the plain language that begins with `UN` or `US` (`USIA/…`) has the shape of an indicator, too;
/// no indicator in use begins so.
pub(crate) fn indicator_before_slash(line: &[u8]) -> Option<Range<usize>> {
    let start = match line.first()? {
        byte if is_blank(*byte) => line.iter().position(|byte| !is_blank(*byte))?,
        _ => 0,
    };
    let rest = line.get(start..)?;
    if !matches!(rest.first()? | 0x20, b'r' | b'q' | b'u' | b'z') {
        return None;
    }
    let few = rest.get(..9).unwrap_or(rest);
    let letters = few
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(few.len());
    let mut slash = letters;
    // A blank may have slipped in before the slash.
    while rest.get(slash).is_some_and(|byte| is_blank(*byte)) {
        slash += 1;
    }
    // `NAME//OFFICE//` has no indicator before its first slash.
    if rest.get(slash) != Some(&b'/') || rest.get(slash + 1) == Some(&b'/') {
        return None;
    }
    let word = rest.get(..letters)?;
    let found = match word {
        [b'Z' | b'z', ..] => same(word, b"ZEN"),
        [b'U' | b'u', b'S' | b's' | b'N' | b'n', ..] => false,
        _ => (4..=8).contains(&letters),
    };
    found.then_some(start..start + letters)
}

/// An operating signal: Z, two letters and maybe digits. Gives the length of the letters.
pub(crate) fn is_operating_signal(word: &[u8]) -> bool {
    let (letters, digits) = word.split_at(word.len().min(3));
    letters.len() == 3
        && begins(letters, b"Z")
        && letters.iter().all(u8::is_ascii_alphabetic)
        && digits.len() <= 2
        && digits.iter().all(u8::is_ascii_digit)
}

/// A cell of the distribution block, `EUR-12`: where its dash stands.
pub(crate) fn office_cell(word: &[u8]) -> Option<usize> {
    let dash = word.iter().rposition(|byte| *byte == b'-')?;
    let (office, copies) = (word.get(..dash)?, word.get(dash + 1..)?);
    let fits = (1..=8).contains(&office.len())
        && office.first().is_some_and(u8::is_ascii_alphabetic)
        && office
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'&' | b'-'))
        && (2..=3).contains(&copies.len())
        && is_digits(copies);
    fits.then_some(dash)
}

/// The total of a distribution block, `/076` or `/038W`: its digits.
pub(crate) fn copies_total(word: &[u8]) -> Option<u32> {
    let rest = word.strip_prefix(b"/")?;
    let digits = rest
        .strip_suffix(b"W")
        .or_else(|| rest.strip_suffix(b"R"))
        .unwrap_or(rest);
    if digits.len() > 4 {
        return None;
    }
    number(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_trim() {
        let line = b"  TO  RUEHNV/X ";
        let found: Vec<_> = words(line).map(|word| part(line, word)).collect();
        assert_eq!(found, [&b"TO"[..], b"RUEHNV/X"]);
        assert_eq!(trim(line, 0..line.len()), 2..14);
        assert_eq!(trim(b"   ", 0..3), 0..0);
        assert_eq!(first_word(b""), b"");
    }

    #[test]
    fn only_an_indicator_before_a_single_slash_counts() {
        let indicator =
            |line: &'static str| indicator_before_slash(line.as_bytes()).map(|range| &line[range]);
        assert_eq!(indicator("RUEHNV/AMEMBASSY NORDHAVEN"), Some("RUEHNV"));
        assert_eq!(indicator("ZEN/AMCONSUL PORT AURELIA"), Some("ZEN"));
        assert_eq!(indicator("RUEHNV /AMEMBASSY NORDHAVEN"), Some("RUEHNV"));
        assert_eq!(indicator("UEHNV/AMEMBASSY NORDHAVEN"), Some("UEHNV"));
        assert_eq!(indicator("NORDHAVEN WASHDC//AB//"), None);
        assert_eq!(indicator("RUEHNV//AB//"), None);
        assert_eq!(indicator("USAID/PPC WASHDC"), None);
        assert_eq!(indicator("FAA NATIONAL HQ"), None);
    }

    #[test]
    fn cells_and_totals() {
        assert_eq!(office_cell(b"EUR-12"), Some(3));
        assert_eq!(office_cell(b"S/S-00"), Some(3));
        assert_eq!(office_cell(b"J-3"), None);
        assert_eq!(office_cell(b"-12"), None);
        assert_eq!(copies_total(b"/038W"), Some(38));
        assert_eq!(copies_total(b"/076"), Some(76));
        assert_eq!(copies_total(b"/W"), None);
    }
}
