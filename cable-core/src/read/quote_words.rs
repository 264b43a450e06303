//! The words that open and close a quoted text: `BEGIN TEXT`, `End text.`

use crate::text::letter_case::is_word;
use std::ops::Range;

/// `BEGIN TEXT`, `End text.` and the like.
pub(super) struct QuoteWords {
    pub(super) begin: bool,
    /// Length of the words with their stop.
    pub(super) length: usize,
    /// What the begin words name: `NON-PAPER`.
    pub(super) title: Range<usize>,
}

/// What begin and end words name when it stands right behind them, by its first letter.
const fn names_of_texts(first: u8) -> &'static [&'static str] {
    match first {
        b'T' => &["TEXT", "TALKING POINTS", "TRANSLATION", "TRANSCRIPT"],
        b'Q' => &["QUOTE"],
        b'N' => &["NON-PAPER", "NONPAPER", "NON PAPER", "NOTE TEXT"],
        b'P' => &["POINTS", "PAPER"],
        b'L' => &["LETTER"],
        b'D' => &["DRAFT", "DIPLOMATIC NOTE", "DOCUMENT"],
        b'U' => &["UNOFFICIAL"],
        b'I' => &["INFORMAL"],
        b'S' => &["STATEMENT", "SPEECH"],
        b'A' => &["AIDE-MEMOIRE"],
        b'E' => &["EMBASSY TRANSLATION", "ENGLISH"],
        b'O' => &["OFFICIAL"],
        b'C' => &["CABLE TEXT"],
        b'F' => &["FULL TEXT"],
        b'B' => &["BIO"],
        _ => &[],
    }
}

/// Whether words begin with the name of a text.
fn names_a_text(words: &str) -> bool {
    let first = words.as_bytes().first().map_or(0, u8::to_ascii_uppercase);
    let mut names = names_of_texts(first).iter();
    names.any(|name| starts(words, name))
}

/// Whether a word that [names a text](is_name_of_a_text) may begin with the byte: most words are told by it.
#[inline]
fn may_open_name(first: u8) -> bool {
    matches!(first, b'T' | b't' | b'N' | b'n' | b'P' | b'p' | b'-' | b',')
}

/// Whether a word names a text wherever it stands among begin words.
fn is_name_of_a_text(mut word: &[u8]) -> bool {
    if word.len() < "TEXT".len() || !may_open_name(word[0]) {
        return false;
    }
    while let [b'-' | b',', rest @ ..] | [rest @ .., b'-' | b','] = word {
        word = rest;
    }
    ["TEXT", "NON-PAPER", "NONPAPER", "POINTS", "TRANSLATION"]
        .iter()
        .any(|name| is_word(word, name.as_bytes()))
}

/// Whether begin and end words may stand where this byte does. It tells nearly all of what stands behind the number or the
/// mark of a paragraph.
#[inline]
pub(super) fn may_open(first: Option<&u8>) -> bool {
    matches!(
        first,
        Some(b'B' | b'b' | b'E' | b'e' | b'(' | b'[' | b'-' | b' ' | b'"' | b'/')
    )
}

/// The words at the start of `line` that open or close a quoted text.
///
/// Source: 2.9 of the format: BEGIN TEXT and END TEXT, also of a named paper or of talking points.
pub(super) fn quote_words(line: &str) -> Option<QuoteWords> {
    let bytes = line.as_bytes();
    if !may_open(bytes.first()) {
        return None;
    }
    let lead = bytes
        .iter()
        .take_while(|byte| matches!(byte, b'(' | b'[' | b'-' | b' ' | b'"' | b'/'))
        .count();
    let rest = line.get(lead..)?;
    let (begin, length) = if starts(rest, "BEGIN ") {
        (true, 6)
    } else if starts(rest, "END ") {
        (false, 4)
    } else {
        return None;
    };
    let tail = rest.get(length..)?;
    // To the colon or stop, or to the end of a short line.
    let near = &tail.as_bytes()[..tail.len().min(90)];
    let (mut close, mut opens_word, mut may_name) = (0, true, false);
    for byte in near {
        if matches!(byte, b':' | b'.' | b')' | b']') {
            break;
        }
        may_name |= opens_word && may_open_name(*byte);
        opens_word = *byte == b' ';
        close += 1;
    }
    let words = tail.get(..close)?;
    // Begin summary and begin comment are roles.
    if !may_name && !names_a_text(words) {
        return None;
    }
    let words = words.trim_end_matches(['-', ' ', '/']);
    if words.is_empty() || words.len() > 80 {
        return None;
    }
    let mut each = words.as_bytes().split(|byte| *byte == b' ');
    if !names_a_text(words) && !each.any(is_name_of_a_text) {
        return None;
    }
    let mut end = lead + length + close;
    if line
        .as_bytes()
        .get(end)
        .is_some_and(|byte| matches!(byte, b':' | b'.' | b')' | b']'))
    {
        end += 1;
    }
    let title = title(lead + length, words);
    // Words in capitals end where the text in mixed case begins.
    if let Some(capitals) = words
        .starts_with("TEXT ")
        .then(|| capitals(line, &title))
        .flatten()
    {
        return Some(QuoteWords {
            begin,
            length: end.min(capitals.end),
            title: capitals,
        });
    }
    Some(QuoteWords {
        begin,
        length: end,
        title,
    })
}

/// What `words`, which stand at `start`, name; empty if they name no more than a text.
fn title(start: usize, words: &str) -> Range<usize> {
    let plain = ["TEXT", "QUOTE", "FULL TEXT"]
        .iter()
        .any(|word| is_word(words.as_bytes(), word.as_bytes()));
    if plain {
        return start..start;
    }
    let skipped = ["TEXT OF THE ", "TEXT OF ", "TEXT: "]
        .iter()
        .find(|skip| starts(words, skip) && words.len() > skip.len())
        .map_or(0, |skip| skip.len());
    start + skipped..start + words.len()
}

/// The words of `title` before the first one with a small letter, if there is one.
fn capitals(line: &str, title: &Range<usize>) -> Option<Range<usize>> {
    let named = line.get(title.clone())?;
    let mut at = 0;
    for word in named.split_inclusive(' ') {
        if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Some(title.start..title.start + named[..at].trim_end().len());
        }
        at += word.len();
    }
    None
}

/// Whether a title begins with BEGIN.
pub(super) fn begins(title: &str) -> bool {
    starts(title.trim_start_matches(['(', '-', ' ']), "BEGIN ")
}

fn starts(line: &str, word: &str) -> bool {
    let start = line.as_bytes().get(..word.len());
    start.is_some_and(|start| is_word(start, word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn begin_and_end_words() {
        let words = quote_words("Begin text of non-paper: Dear").unwrap();
        assert!(words.begin);
        assert_eq!(&"Begin text of non-paper: Dear"[words.title], "non-paper");
        let words = quote_words("BEGIN TEXT OF THE LETTER:").unwrap();
        assert_eq!(&"BEGIN TEXT OF THE LETTER:"[words.title], "LETTER");
        assert!(!quote_words("END TEXT.").unwrap().begin);
        assert!(quote_words("END SUMMARY.").is_none());
        assert!(quote_words("Beginning text").is_none());
        assert!(quote_words("End of story").is_none());
    }
}
