//! Places at which something rare may stand: one pass over the text finds them for all that look for it.

use crate::span::offset;
use crate::text::blocks::{self, all};
use wide::u8x16;

/// The first byte of each pair of bytes with which, or in the middle of which, something rare may stand:
/// - two letters M of SUMMARY and COMMENT, for the end words of paragraphs;
/// - the first letters of PAGE, for page headings;
/// - a blank and a zero, for the total of a section separator;
/// - a comma and a letter, a blank and a closing parenthesis, for lost characters.
pub(crate) struct Places(Vec<u32>);

impl Places {
    /// The places of `text[from..]`.
    pub(crate) fn of(text: &[u8], from: usize) -> Self {
        let rest = text.get(from..).unwrap_or(&[]);
        let mut places = Vec::with_capacity(rest.len() / 256);
        let rare = |first: u8x16, second: u8x16| {
            let middle = first.cmp_eq(second) & (second | all(0x20)).cmp_eq(all(b'm'));
            let page = first.cmp_eq(all(b'P')) & second.cmp_eq(all(b'A'));
            let glued = first.cmp_eq(all(b',')) & second.max(all(b'A')).cmp_eq(second);
            let apart = second.cmp_eq(all(b')')) | second.cmp_eq(all(b'0'));
            middle | page | glued | (apart & first.min(all(b' ')).cmp_eq(first))
        };
        blocks::each_pair(rest, rare, |hit| places.push(offset(from + hit)));
        Places(places)
    }

    /// The places from `from` on, in order.
    pub(crate) fn from(&self, from: usize) -> impl Iterator<Item = usize> {
        let behind = self.0.partition_point(|&place| (place as usize) < from);
        self.0[behind..].iter().map(|&place| place as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pass_finds_what_all_look_for() {
        let text = b"END SUMMARY, end comment PAGE 02 ROE,S and ) 002 OF\n003 (A), m m";
        let found: Vec<&[u8]> = Places::of(text, 4)
            .from(5)
            .map(|at| &text[at..at + 2])
            .collect();
        let pairs: [&[u8]; 8] = [b"MM", b"mm", b"PA", b" 0", b",S", b" )", b" 0", b"\n0"];
        assert_eq!(found, pairs);
    }
}
