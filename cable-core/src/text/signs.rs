//! What a short string holds besides letters, a block of bytes at a time.

use super::blocks::{BLOCK, all};
use wide::u8x16;

/// What stands in a name or another value. One look tells it to all that ask.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// All white space is single blanks, and there is no control character.
    pub(crate) regular: bool,
    /// A slash.
    pub(crate) slash: bool,
    /// A word behind the first one may begin with C, E or P.
    pub(crate) cep: bool,
}

impl Signs {
    /// Looks at `bytes`.
    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let (mut irregular, mut slash, mut opened) = (0, 0, 0);
        each_block(bytes, |block| {
            let (blanks, below) = (equal(block, b' '), below_blank(block));
            irregular |= below | (blanks & (blanks << 1));
            slash |= equal(block, b'/');
            opened |= opening(block, *b"cep") & (blanks << 1) | below;
            true
        });
        Signs {
            regular: irregular == 0,
            slash: slash != 0,
            cep: opened != 0,
        }
    }
}

/// Whether a slash stands in the bytes, or a word behind the first one may begin with one of two letters, which are in lower
/// case.
#[inline]
pub(crate) fn slash_or_word(bytes: &[u8], letters: [u8; 2]) -> bool {
    let mut found = 0;
    each_block(bytes, |block| {
        found |= opening(block, letters) & (equal(block, b' ') << 1) | equal(block, b'/');
        true
    });
    found != 0
}

/// Whether all white space is single blanks.
#[inline]
pub(crate) fn is_regular(bytes: &[u8]) -> bool {
    let mut regular = true;
    each_block(bytes, |block| {
        let blanks = equal(block, b' ');
        regular = white(block) | (blanks & (blanks << 1)) == 0;
        regular
    });
    regular
}

/// Hands all bytes to `look`, a block at a time, until it says `false`; each block begins with the last byte of the one
/// before, so that no pair of bytes is missed. Fewer bytes are followed by letters.
#[inline(always)]
fn each_block(bytes: &[u8], mut look: impl FnMut(u8x16) -> bool) {
    let block = |at: usize| -> Option<u8x16> {
        let block: [u8; BLOCK] = bytes.get(at..at + BLOCK)?.try_into().ok()?;
        Some(u8x16::new(block))
    };
    let Some(last) = bytes.len().checked_sub(BLOCK) else {
        let mut few = [b'A'; BLOCK];
        few[..bytes.len()].copy_from_slice(bytes);
        look(u8x16::new(few));
        return;
    };
    let mut at = 0;
    while at < last {
        if !block(at).is_some_and(&mut look) {
            return;
        }
        at += BLOCK - 1;
    }
    let _ = block(last).is_some_and(look);
}

/// A bit for each byte that is `byte`.
#[inline(always)]
fn equal(block: u8x16, byte: u8) -> u32 {
    bits(block.cmp_eq(all(byte)))
}

/// A bit for each byte that is one of `letters`, which are in lower case, or their capitals.
#[inline(always)]
fn opening<const N: usize>(block: u8x16, letters: [u8; N]) -> u32 {
    let lower = block | all(0x20);
    letters
        .into_iter()
        .fold(0, |found, letter| found | equal(lower, letter))
}

/// A bit for each byte of white space other than a blank: tabulator, line ends and their like.
#[inline(always)]
fn white(block: u8x16) -> u32 {
    let behind = block - all(b'\t');
    bits(behind.min(all(b'\r' - b'\t')).cmp_eq(behind))
}

/// A bit for each byte below a blank.
#[inline(always)]
fn below_blank(block: u8x16) -> u32 {
    bits(block.min(all(b' ' - 1)).cmp_eq(block))
}

#[inline(always)]
fn bits(found: u8x16) -> u32 {
    u32::from(found.move_mask() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_looked_at() {
        for length in 2..40 {
            for at in 1..length {
                let name = |first: u8, second: u8| {
                    let mut name = vec![b'A'; length];
                    (name[at - 1], name[at]) = (first, second);
                    name
                };
                assert!(is_regular(&name(b' ', b'A')), "{length} {at}");
                for (first, second) in [(b' ', b' '), (b'\t', b'A'), (b'A', b'\n')] {
                    let name = name(first, second);
                    assert!(
                        !is_regular(&name) && !Signs::of(&name).regular,
                        "{length} {at}"
                    );
                }
                assert!(Signs::of(&name(b'/', b'A')).slash && Signs::of(&name(b'A', b'/')).slash);
                assert!(Signs::of(&name(b' ', b'p')).cep && Signs::of(&name(b' ', b'C')).cep);
                assert!(slash_or_word(&name(b' ', b'I'), [b'i', b'o']));
                assert!(slash_or_word(&name(b' ', b'o'), [b'i', b'o']));
                assert!(!slash_or_word(&name(b'I', b' '), [b'i', b'o']));
                let plain = Signs::of(&name(b'C', b' '));
                assert!(plain.regular && !plain.slash && !plain.cep, "{length} {at}");
            }
        }
    }
}
