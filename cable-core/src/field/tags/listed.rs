//! What the tables and shapes say of each word of the list, without a look at the words around it.

use super::breaks::is_noise;
use super::split::split;
use super::words::{Gap, Word};
use crate::facts::{self, TagCorrection, TagKind};
use crate::field::Context;
use crate::scan::Folded;
use once_cell::sync::Lazy;

/// Words of the longest phrase: `TIP IN` and the name of a country.
pub(super) const PHRASE: usize = 8;

/// What the tables and shapes say of the words at a place.
#[derive(Debug)]
pub(super) enum Listed {
    /// A left-over that is no tag.
    Noise,
    /// Words that belong together.
    Phrase(&'static facts::Tag),
    /// A known code.
    Code(&'static facts::Tag),
    /// A known misprint.
    Corrected(&'static TagCorrection),
    /// A code with a blank in it, in two words.
    Parted(&'static facts::Tag),
    /// Codes without separator, by their lengths.
    Glued(Vec<usize>),
    /// Known codes with slashes or stops between them.
    Slashed,
    /// A name in parentheses.
    Name,
    /// A word that is in no table.
    Unknown,
}

/// The words of the list and what is known about them.
pub(super) struct Entries<'f, 'w> {
    pub(super) folded: &'f Folded<'f>,
    pub(super) all: &'f str,
    pub(super) words: &'w [Word<'f>],
    pub(super) context: &'w Context<'w>,
}

impl<'f> Entries<'f, '_> {
    pub(super) fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.key.as_ref())
    }

    pub(super) fn year(&self) -> Option<i16> {
        self.context.year
    }

    /// The phrase at `at`, all of whose words stand between blanks before `end`.
    pub(super) fn phrase_at(&self, at: usize, end: usize) -> Option<(usize, &'static facts::Tag)> {
        if !may_open_phrase(self.key(at)) {
            return None;
        }
        let mut window = [""; PHRASE];
        let mut count = 0;
        let words = self.words.get(at..end)?;
        for (place, word) in window.iter_mut().zip(words) {
            if word.name || count > 0 && word.before != Gap::Blank {
                break;
            }
            *place = &word.key;
            count += 1;
        }
        facts::tag_phrase_at(window.get(..count)?)
    }

    /// A known code that opens no phrase. Nearly all words are these, which are neither noise nor the first piece of a code.
    #[inline]
    pub(super) fn plain_code(&self, at: usize) -> Option<&'static facts::Tag> {
        let word = self
            .words
            .get(at)
            .filter(|word| !word.name && !may_open_phrase(&word.key))?;
        facts::tag(&word.key, self.year())
    }

    /// What the tables and shapes say of the word at `at`, persons aside.
    pub(super) fn listed(&self, at: usize, end: usize) -> (Listed, usize) {
        let Some(word) = self.words.get(at) else {
            return (Listed::Noise, 1);
        };
        if let Some(tag) = self.plain_code(at) {
            return (Listed::Code(tag), 1);
        }
        let code = match word.name {
            true => None,
            false => facts::tag(&word.key, self.year()),
        };
        if let Some(tag) = self.parted(at, end) {
            return (Listed::Parted(tag), 2);
        }
        if is_noise(word) || self.links(at) {
            return (Listed::Noise, 1);
        }
        if word.name {
            return (Listed::Name, 1);
        }
        if let Some((count, tag)) = self.phrase_at(at, end) {
            return (Listed::Phrase(tag), count.max(1));
        }
        if let Some(tag) = code {
            return (Listed::Code(tag), 1);
        }
        // Raising may change the length of letters beyond ASCII; then the pieces would not fit the print.
        let cuttable = self.all.get(word.range.clone()).is_some_and(str::is_ascii);
        if let Some(correction) = facts::tag_correction(&word.key) {
            let pieces = correction.canonical;
            return if cuttable && pieces.len() > 1 && word.key == pieces.concat() {
                let lengths = pieces.iter().map(|piece| piece.len()).collect();
                (Listed::Glued(lengths), 1)
            } else {
                (Listed::Corrected(correction), 1)
            };
        }
        if cuttable {
            if let Some(lengths) = split(&word.key, self.year()) {
                return (Listed::Glued(lengths), 1);
            }
        }
        let mut slashed = word.key.split(['/', '.']);
        if word.key.contains(['/', '.'])
            && slashed.all(|code| facts::tag(code, self.year()).is_some())
        {
            return (Listed::Slashed, 1);
        }
        (Listed::Unknown, 1)
    }

    /// `P GOV`, `PR EL`: a blank that typing or a line's end put into a code of four letters. The first piece is no code.
    fn parted(&self, at: usize, end: usize) -> Option<&'static facts::Tag> {
        const LETTERS: usize = 4;
        let (one, other) = (self.words.get(at)?, self.words.get(at + 1)?);
        let fits = at + 1 < end
            && other.before == Gap::Blank
            && one.key.len() + other.key.len() == LETTERS
            && !(one.name || other.name);
        if !fits || facts::tag(&one.key, self.year()).is_some() {
            return None;
        }
        let tag = facts::tag(&format!("{}{}", one.key, other.key), self.year())?;
        matches!(tag.kind, TagKind::Subject | TagKind::Program).then_some(tag)
    }

    /// Whether the word is an `AND` before a code.
    fn links(&self, at: usize) -> bool {
        let code = |at: usize| facts::tag(self.key(at), self.year()).is_some();
        self.key(at) == "AND" && at > 0 && code(at + 1)
    }

    pub(super) fn is_unknown(&self, at: usize, end: usize) -> bool {
        matches!(self.listed(at, end), (Listed::Unknown, _))
    }
}

/// For each first byte the lengths of the words that open a phrase, as bits: most codes need no look-up of phrases.
static OPENERS: Lazy<[u64; 256]> = Lazy::new(|| {
    let mut openers = [0; 256];
    for tag in facts::tags() {
        if tag.kind != TagKind::Phrase && !tag.code.contains(' ') {
            continue;
        }
        let word = tag.code.split(' ').next().unwrap_or("");
        if let Some(&first) = word.as_bytes().first() {
            openers[usize::from(first)] |= 1 << word.len().min(63);
        }
    }
    openers
});

fn may_open_phrase(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or(0);
    OPENERS[usize::from(first)] & (1 << word.len().min(63)) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_noise() {
        for tag in facts::tags().filter(|tag| !tag.pattern) {
            let word = Word {
                range: 0..tag.code.len(),
                key: tag.code.into(),
                name: false,
                before: Gap::Comma,
            };
            assert!(!is_noise(&word) && tag.code != "AND", "{}", tag.code);
        }
    }
}
