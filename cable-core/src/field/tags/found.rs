//! The tags found so far, each kept once.

use super::words::key;
use crate::facts::TagKind;
use crate::record::Tag;
use crate::scan::Folded;
use crate::spanned::Spanned;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// Up to this many tags repeats are found by looking, beyond it through a set.
const FEW: usize = 24;

/// Tells most codes apart. Different codes may have the same.
fn fingerprint(code: &str) -> u32 {
    code.bytes()
        .take(8)
        .fold(0, |print: u32, byte| print.rotate_left(7) ^ u32::from(byte))
}

/// The tags found so far, and what stood among them again.
pub(super) struct FoundTags<'f> {
    folded: &'f Folded<'f>,
    pub(super) tags: Vec<Tag<Spanned>>,
    /// Codes that were met before.
    pub(super) repeats: Vec<Spanned>,
    /// Fingerprints of the first few codes.
    prints: [u32; FEW],
    /// The codes, once there are more than a few.
    seen: HashSet<String>,
}

impl<'f> FoundTags<'f> {
    /// None yet; there may be `words`.
    pub(super) fn new(folded: &'f Folded<'f>, words: usize) -> Self {
        FoundTags {
            folded,
            tags: Vec::with_capacity(words.min(FEW)),
            repeats: Vec::new(),
            prints: [0; FEW],
            seen: HashSet::new(),
        }
    }

    /// The value of a range, upper-case.
    pub(super) fn upper(&self, range: Range<usize>) -> Spanned {
        let printed = match self.folded.as_str().get(range.clone()) {
            // A single word, by far the most common, needs no look at its blanks.
            Some(word) if word.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                let span = self.folded.span(range);
                if self.folded.is_whole() {
                    return Spanned::verbatim(span);
                }
                return Spanned::of(self.folded.text(), span, Cow::Borrowed(word));
            }
            _ => self.folded.spanned(range),
        };
        let value = printed.get(self.folded.text());
        match key(value) {
            Cow::Borrowed(_) => printed,
            Cow::Owned(raised) => Spanned::changed(printed.span(), raised),
        }
    }

    /// One blank behind the comma of a name, none before it.
    pub(super) fn spaced(&self, code: Spanned) -> Spanned {
        let value = code.get(self.folded.text());
        let Some((surname, given)) = value.split_once(',') else {
            return code;
        };
        if !surname.ends_with(' ') && given.starts_with(' ') {
            return code;
        }
        let regular = format!("{}, {}", surname.trim_end(), given.trim_start());
        Spanned::changed(code.span(), regular)
    }

    fn is_repeat(&mut self, code: &str) -> bool {
        let text = self.folded.text();
        let print = fingerprint(code);
        let known = self.tags.iter().zip(&self.prints);
        if self.tags.len() < FEW {
            let repeat = known
                .filter(|(_, other)| **other == print)
                .any(|(tag, _)| tag.code.get(text) == code);
            if let Some(place) = self.prints.get_mut(self.tags.len()) {
                *place = print;
            }
            return repeat;
        }
        if self.seen.is_empty() {
            self.seen = self
                .tags
                .iter()
                .map(|tag| tag.code.get(text).to_owned())
                .collect();
        }
        !self.seen.insert(code.to_owned())
    }

    pub(super) fn push(
        &mut self,
        code: Spanned,
        corrected: Option<Spanned>,
        kind: TagKind,
        name: Option<&'static str>,
    ) {
        let text = self.folded.text();
        if self.is_repeat(code.get(text)) {
            self.repeats.push(code);
            return;
        }
        self.tags.push(Tag {
            code,
            corrected,
            kind,
            name,
        });
    }
}
