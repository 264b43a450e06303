//! Words and blanks on bytes, where the width of the column cut words and zeros stand for the letter O.

/// Letters of `word` at `at`, blanks between them ignored (the column cuts words), 0 read as O. The end.
pub(super) fn loose(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let (mut at, mut gaps) = (at, 0);
    for (index, &expected) in word.iter().enumerate() {
        if index > 0 && matches!(bytes.get(at), Some(b' ' | b'\n')) {
            gaps += 1;
            at += 1;
        }
        let found = bytes.get(at)?.to_ascii_uppercase();
        if gaps > 1 || !(found == expected || (expected == b'O' && found == b'0')) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Words at `at`, blanks between them as they come.
pub(super) fn phrase(bytes: &[u8], at: usize, words: &[&[u8]]) -> Option<usize> {
    let mut at = at;
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            at = skip(bytes, at, |byte| matches!(byte, b' ' | b'\n'));
        }
        at = loose(bytes, at, word)?;
    }
    (!bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)).then_some(at)
}

pub(super) fn skip(bytes: &[u8], at: usize, of: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest
        .iter()
        .position(|&byte| !of(byte))
        .unwrap_or(rest.len())
}

pub(super) fn blanks(bytes: &[u8], at: usize) -> usize {
    skip(bytes, at, |byte| matches!(byte, b' ' | b'\n'))
}

pub(super) fn letter_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
}

pub(super) fn starts_and(bytes: &[u8], at: usize) -> bool {
    phrase(bytes, at, &[b"AND"]).is_some()
}
