//! Cuts a line of the TAGS list into words and parenthesised names.

use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// One word of the list, or the content of a pair of parentheses.
#[derive(Clone, Debug)]
pub(super) struct Word<'f> {
    /// Where it stands in the folded string, without punctuation at its ends.
    pub(super) range: Range<usize>,
    /// The word as the tables have it: upper-case, straight apostrophe.
    pub(super) key: Cow<'f, str>,
    /// It stood in parentheses.
    pub(super) name: bool,
    /// What stands between the word before and this one.
    pub(super) before: Gap,
}

/// The words of a list; most lists have no more.
pub(super) type Words<'f> = SmallVec<[Word<'f>; 12]>;

/// What stands between two words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space, or nothing where a parenthesis begins or ends.
    #[default]
    Blank,
    /// A comma.
    Comma,
    /// Another separator, or the start of the list.
    Other,
}

/// What one line holds besides its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where its content ends: at the line end, or where the last name that was opened in it is closed.
    pub(super) end: usize,
    /// The separator it ends in; `Blank` if it ends in a word.
    pub(super) open: Gap,
}

/// A name in parentheses is no longer than this.
const NAME: usize = 120;

/// Adds the words of the line that begins at `start` to `words`; `before` is the separator that the line before ended in.
pub(super) fn line<'f>(all: &'f str, start: usize, before: Gap, words: &mut Words<'f>) -> Line {
    let mut reader = Reader {
        all,
        words,
        word: None,
        gap: before,
    };
    let mut at = start;
    let mut open = Gap::Blank;
    let bytes = all.as_bytes();
    while let Some(&first) = bytes.get(at) {
        // Most words are upper-case letters between blanks and commas, which need none of the care below.
        if first.is_ascii_uppercase() && reader.word.is_none() {
            let length = bytes
                .iter()
                .skip(at)
                .take_while(|byte| byte.is_ascii_uppercase())
                .count();
            if bytes
                .get(at + length)
                .is_none_or(|byte| matches!(byte, b' ' | b',' | b'\n' | b'('))
            {
                reader.plain(at..at + length);
                open = Gap::Blank;
                at += length;
                continue;
            }
        }
        let Some(character) = all.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let next = at + character.len_utf8();
        match character {
            '\n' => break,
            '(' => {
                reader.close(at);
                if let Some(end) = closing(all, next) {
                    for (part, last) in parts(all, next..end) {
                        reader.push(part, true);
                        reader.gap = if last { Gap::Blank } else { Gap::Other };
                    }
                    open = Gap::Blank;
                    at = end + 1;
                    continue;
                }
            }
            ',' => {
                reader.close(at);
                reader.gap = Gap::Comma;
                open = Gap::Comma;
            }
            ';' | ':' => {
                reader.close(at);
                reader.gap = Gap::Other;
                open = Gap::Other;
            }
            '/' if !reader.inside(next) => {
                reader.close(at);
                reader.gap = Gap::Other;
                open = Gap::Other;
            }
            ')' | '|' | '\\' => reader.close(at),
            character if character.is_whitespace() => reader.close(at),
            _ => {
                reader.word.get_or_insert(at);
                open = Gap::Blank;
            }
        }
        at = next;
    }
    reader.close(at);
    Line { end: at, open }
}

struct Reader<'f, 'w> {
    all: &'f str,
    words: &'w mut Words<'f>,
    /// Start of the word that is being read.
    word: Option<usize>,
    gap: Gap,
}

impl<'f> Reader<'f, '_> {
    /// Whether a slash before `next` stands inside a word.
    fn inside(&self, next: usize) -> bool {
        self.word.is_some()
            && self
                .all
                .as_bytes()
                .get(next)
                .is_some_and(|byte| byte.is_ascii_alphanumeric())
    }

    fn close(&mut self, end: usize) {
        if let Some(start) = self.word.take() {
            self.push(start..end, false);
        }
    }

    /// A word of upper-case letters.
    fn plain(&mut self, range: Range<usize>) {
        if let Some(text) = self.all.get(range.clone()) {
            self.words.push(Word {
                range,
                key: Cow::Borrowed(text),
                name: false,
                before: std::mem::take(&mut self.gap),
            });
        }
    }

    fn push(&mut self, range: Range<usize>, name: bool) {
        let range = if name {
            trim(self.all, range, char::is_whitespace)
        } else {
            let sign = |c: char| !c.is_alphanumeric() && c != '.';
            let range = without_stop(self.all, trim(self.all, range, sign));
            trim(self.all, range, sign)
        };
        let Some(text) = self.all.get(range.clone()).filter(|text| !text.is_empty()) else {
            return;
        };
        // Numbers, blacked-out words and single letters (a spaced classification) are no tags, but tell a break.
        self.words.push(Word {
            range,
            key: key(text),
            name,
            before: std::mem::take(&mut self.gap),
        });
    }
}

/// The parenthesis that closes a name opened before `start`: near, not behind another one or a blank line.
fn closing(all: &str, start: usize) -> Option<usize> {
    let bytes = all.as_bytes().get(start..)?;
    let mut before = b' ';
    for (at, &byte) in bytes.iter().take(NAME).enumerate() {
        match byte {
            b')' => return Some(start + at),
            b'(' => return None,
            b'\n' if before == b'\n' => return None,
            _ => {}
        }
        before = byte;
    }
    None
}

/// Several names in one pair of parentheses stand between semicolons; tells of each whether it is the last.
fn parts(all: &str, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, bool)> {
    let text = all.get(range.clone()).unwrap_or("");
    let mut start = range.start;
    text.split(';').map(move |part| {
        let end = start + part.len();
        let found = (start..end, end == range.end);
        start = end + 1;
        found
    })
}

fn trim(all: &str, range: Range<usize>, strip: impl Fn(char) -> bool) -> Range<usize> {
    let text = all.get(range.clone()).unwrap_or("");
    let start = range.start + (text.len() - text.trim_start_matches(&strip).len());
    let length = text.trim_matches(&strip).len();
    start..start + length
}

/// A full stop does not belong to a tag (TAGS 1974), but to an initial or an abbreviation (`W.`, `U.S.`).
fn without_stop(all: &str, range: Range<usize>) -> Range<usize> {
    let text = all.get(range.clone()).unwrap_or("");
    let bare = text.trim_end_matches('.');
    let initial = bare.chars().count() <= 1 || bare.contains('.');
    let end = if initial {
        range.end
    } else {
        range.start + bare.len()
    };
    range.start..end
}

/// The form in which the tables have a word.
pub(super) fn key(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.to_uppercase().replace('\u{2019}', "'"))
}
