//! What a short string holds besides letters, eight bytes at a time.

/// Bytes that are looked at together; the first one is the lowest.
type Eight = [u8; 8];
/// A one in each byte, and the highest bit of each.
const EACH: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = EACH << 7;

/// What stands in a name or another value. One look tells it to all that ask.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// No run of white space is longer than one blank.
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
        each_eight(bytes, |eight| {
            let blanks = equal(eight, b' ');
            let below = below_blank(eight);
            irregular |= below | (blanks & (blanks << 8));
            slash |= equal(eight, b'/');
            let lower = eight | (EACH * 0x20);
            let cep = equal(lower, b'c') | equal(lower, b'e') | equal(lower, b'p');
            opened |= (cep & (blanks << 8)) | below;
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
pub(crate) fn slash_or_word(bytes: &[u8], letters: [u8; 2]) -> bool {
    let mut found = 0;
    each_eight(bytes, |eight| {
        let lower = eight | (EACH * 0x20);
        let opens = equal(lower, letters[0]) | equal(lower, letters[1]);
        found |= (opens & (equal(eight, b' ') << 8)) | equal(eight, b'/');
        true
    });
    found != 0
}

/// Whether no run of white space is longer than one blank.
pub(crate) fn is_regular(bytes: &[u8]) -> bool {
    let mut regular = true;
    each_eight(bytes, |eight| {
        let blanks = equal(eight, b' ');
        regular = below_blank(eight) | (blanks & (blanks << 8)) == 0;
        regular
    });
    regular
}

/// Hands all bytes to `look`, eight at a time, until it says `false`; each eight begin with the last byte of those before, so
/// that no pair of bytes is missed. Fewer bytes are followed by letters.
#[inline(always)]
fn each_eight(bytes: &[u8], mut look: impl FnMut(u64) -> bool) {
    const AT_ONCE: usize = size_of::<Eight>();
    let eight = |at: usize| -> Option<u64> {
        let eight: Eight = bytes.get(at..at + AT_ONCE)?.try_into().ok()?;
        Some(u64::from_le_bytes(eight))
    };
    let Some(last) = bytes.len().checked_sub(AT_ONCE) else {
        let mut few = [b'A'; AT_ONCE];
        for (place, byte) in few.iter_mut().zip(bytes) {
            *place = *byte;
        }
        look(u64::from_le_bytes(few));
        return;
    };
    let mut at = 0;
    while at < last {
        if !eight(at).is_some_and(&mut look) {
            return;
        }
        at += AT_ONCE - 1;
    }
    let _ = eight(last).is_some_and(look);
}

/// The highest bit of each byte that is `byte`, and no other bit.
#[inline(always)]
fn equal(eight: u64, byte: u8) -> u64 {
    let other = eight ^ (EACH * u64::from(byte));
    !(((other & !HIGH) + !HIGH) | other) & HIGH
}

/// Not 0 if a byte is below a blank.
#[inline(always)]
fn below_blank(eight: u64) -> u64 {
    eight.wrapping_sub(EACH * u64::from(b' ')) & !eight & HIGH
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
