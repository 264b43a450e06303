//! Lists of words of which a word can be one.

/// Words in capitals, each beginning with a letter. Nearly all other words are told by their first letter and length.
#[derive(Debug)]
pub(crate) struct KnownWords {
    words: &'static [&'static str],
    /// For each first letter a bit for each length.
    lengths: [u32; 26],
}

impl KnownWords {
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 26];
        let mut index = 0;
        while index < words.len() {
            let word = words[index].as_bytes();
            assert!(word[0].is_ascii_uppercase() && word.len() < 32);
            lengths[(word[0] - b'A') as usize] |= 1 << word.len();
            index += 1;
        }
        KnownWords { words, lengths }
    }

    /// Whether `word` is one of them, in any case.
    #[inline]
    pub(crate) fn hold(&self, word: &[u8]) -> bool {
        let Some(first) = word.first().map(u8::to_ascii_uppercase) else {
            return false;
        };
        let lengths = self.lengths.get(usize::from(first.wrapping_sub(b'A')));
        let length = u32::try_from(word.len()).unwrap_or(u32::MAX);
        lengths.is_some_and(|lengths| lengths.checked_shr(length).unwrap_or(0) & 1 == 1)
            && self.compare(first, word)
    }

    fn compare(&self, first: u8, word: &[u8]) -> bool {
        self.words
            .iter()
            .map(|known| known.as_bytes())
            .any(|known| {
                known.len() == word.len()
                    && known.first() == Some(&first)
                    && known.eq_ignore_ascii_case(word)
            })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::KnownWords;

    static SOME: KnownWords = KnownWords::new(&["CABLE", "CALL", "ZERO"]);

    #[test]
    fn words_are_known_in_any_case() {
        for word in ["CABLE", "call", "Zero"] {
            assert!(SOME.hold(word.as_bytes()), "{word}");
        }
        let long = "C".repeat(40);
        for word in ["", "CABLES", "CALM", "Éa", "9", "zer", &long] {
            assert!(!SOME.hold(word.as_bytes()), "{word}");
        }
        assert_eq!(SOME.iter().count(), 3);
    }
}
