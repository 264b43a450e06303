//! Words of a table, compared with those of a text.

/// Whether `found` is `word`, case apart. `word` has no small letters: so one look at each byte is enough.
#[inline]
pub(crate) fn is_word(found: &[u8], word: &[u8]) -> bool {
    let same = |(found, word): (&u8, &u8)| {
        found == word || word.is_ascii_uppercase() && found ^ word == b'a' ^ b'A'
    };
    found.len() == word.len() && found.iter().zip(word).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_compares() {
        for byte in 0..=u8::MAX {
            for word in [b'A', b'S', b'Z', b'\'', b' ', b'-', b'@', b'['] {
                let expected = byte.eq_ignore_ascii_case(&word);
                assert_eq!(is_word(&[byte], &[word]), expected, "{byte} {word}");
            }
        }
        assert!(is_word(b"Post's", b"POST'S"));
        assert!(!is_word(b"post", b"POST'S"));
    }
}
