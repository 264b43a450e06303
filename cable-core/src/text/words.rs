//! The words of a piece of text. White space is found byte by byte: nearly all telegrams have no other than that of ASCII.

/// Length of the white space character at byte `at`, if there is one.
#[inline]
fn white_at(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b'\t'..=b'\r' | b' ' => Some(1),
        0..=0x7f => None,
        _ => text
            .get(at..)?
            .chars()
            .next()
            .filter(|character| character.is_whitespace())
            .map(char::len_utf8),
    }
}

/// [`str::split_whitespace`].
#[inline]
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    pieces(text, |_| false)
}

/// What stands between white space and ASCII characters that `mark` names.
#[inline]
pub(crate) fn pieces(
    text: &str,
    mark: impl Fn(u8) -> bool + Clone,
) -> impl Iterator<Item = &str> + Clone {
    let mut at = 0;
    std::iter::from_fn(move || {
        let parts = |at: usize| match text.as_bytes().get(at) {
            Some(byte) if mark(*byte) => Some(1),
            _ => white_at(text, at),
        };
        while let Some(length) = parts(at) {
            at += length;
        }
        let start = at;
        // Nearly all are letters, figures and signs of ASCII.
        while text
            .as_bytes()
            .get(at)
            .is_some_and(|byte| byte.is_ascii_graphic() && !mark(*byte) || parts(at).is_none())
        {
            at += 1;
        }
        text.get(start..at).filter(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_splits() {
        for text in [
            "",
            " ",
            "STATE FOR EUR",
            "  STATE\tFOR \u{b}EUR\r",
            "\u{a0}STATE\u{a0}\u{3000}FOR\u{2003}EUR É\u{a0}",
            "É É",
        ] {
            let found: Vec<_> = words(text).collect();
            assert_eq!(
                found,
                text.split_whitespace().collect::<Vec<_>>(),
                "{text:?}"
            );
        }
    }
}
