//! Finds out what the words of the list are, and makes tags of them.

use super::found::FoundTags;
use super::listed::{Entries, Listed, PHRASE};
use super::person::{Person, person_at, takes_names};
use super::words::{Gap, key};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts::{self, TagKind};
use crate::spanned::Spanned;
use std::borrow::Cow;
use std::ops::Range;

/// What stands at a place of the list.
#[derive(Debug)]
enum Found {
    /// What the tables and shapes say.
    Listed(Listed),
    /// A name without parentheses.
    Person(Person),
    /// Words between commas that are no known phrase.
    Words,
}

impl Entries<'_, '_> {
    /// What stands at `at`, and how many words it takes. `after`: directly behind a tag that takes names, or a person.
    fn find(&self, at: usize, end: usize, after: bool) -> (Found, usize) {
        let (listed, count) = self.listed(at, end);
        if !matches!(listed, Listed::Unknown) {
            return (Found::Listed(listed), count);
        }
        if !after {
            if let Some(count) = self.between_commas(at, end) {
                return (Found::Words, count);
            }
        }
        match person_at(self, at, end, after) {
            Some(person) => (Found::Person(person), person.words),
            None => (Found::Listed(listed), count),
        }
    }

    /// Several unknown words with a comma on both sides are one tag: there the comma separates, not the blank.
    fn between_commas(&self, at: usize, end: usize) -> Option<usize> {
        if self.words.get(at)?.before != Gap::Comma {
            return None;
        }
        let words = self.words.get(at..end)?;
        let count = 1 + words
            .iter()
            .skip(1)
            .take(PHRASE)
            .take_while(|word| word.before == Gap::Blank && !word.name)
            .count();
        let closed = words
            .get(count)
            .is_none_or(|word| word.before == Gap::Comma);
        let unknown = (at..at + count).all(|index| self.is_unknown(index, end));
        (count > 1 && closed && unknown).then_some(count)
    }

    /// Whether what stands at `at` shows that its line goes on with the list, and how many words that takes.
    pub(super) fn known(&self, at: usize, end: usize) -> (bool, usize) {
        let after = at > 0 && takes_names(self.key(at - 1));
        let (found, count) = self.find(at, end, after);
        let known = match found {
            Found::Listed(
                Listed::Phrase(_)
                | Listed::Code(_)
                | Listed::Corrected(_)
                | Listed::Parted(_)
                | Listed::Glued(_)
                | Listed::Slashed,
            ) => true,
            Found::Listed(Listed::Name) => self.key(at).split_whitespace().count() <= 5,
            Found::Person(_) => after,
            Found::Listed(Listed::Noise) | Found::Words => false,
            Found::Listed(Listed::Unknown) => {
                facts::tag_kind(self.key(at), self.year()) == TagKind::Program
            }
        };
        (known, count)
    }

    /// Makes tags of all words.
    pub(super) fn read(&self, sink: &mut impl Sink) -> FoundTags<'_> {
        let mut list = FoundTags::new(self.folded, self.words.len());
        let end = self.words.len();
        let mut after = false;
        let mut at = 0;
        while at < end {
            if let (Some(tag), Some(word)) = (self.plain_code(at), self.words.get(at)) {
                self.code(tag, list.upper(word.range.clone()), &mut list, sink);
                after = takes_names(self.key(at));
                at += 1;
                continue;
            }
            let (found, count) = self.find(at, end, after);
            let first = self.words.get(at).map_or(0..0, |word| word.range.clone());
            let last = self
                .words
                .get(at + count - 1)
                .map_or(first.end, |word| word.range.end);
            let range = first.start..last;
            let noise = matches!(found, Found::Listed(Listed::Noise));
            let person = self.take(found, range, at, after, &mut list, sink);
            after = person || takes_names(self.key(at)) || noise && after;
            at += count;
        }
        list
    }

    /// Takes what was found into the list; tells whether it is a person.
    fn take(
        &self,
        found: Found,
        range: Range<usize>,
        at: usize,
        after: bool,
        list: &mut FoundTags<'_>,
        sink: &mut impl Sink,
    ) -> bool {
        let code = list.upper(range.clone());
        match found {
            Found::Listed(Listed::Noise) => {}
            Found::Listed(Listed::Phrase(tag)) => list.push(code, None, tag.kind, tag.name),
            Found::Listed(Listed::Code(tag)) => self.code(tag, code, list, sink),
            Found::Listed(Listed::Corrected(correction)) => {
                self.corrected(correction, at, code, list, sink);
            }
            Found::Listed(Listed::Parted(tag)) => {
                sink.report(Diagnostic::new(Code::TagUnknown, code.span()));
                let corrected = Spanned::changed(code.span(), Cow::Borrowed(tag.code));
                list.push(code, Some(corrected), tag.kind, tag.name);
            }
            Found::Listed(Listed::Glued(lengths)) => {
                sink.report(Diagnostic::new(Code::TagsRunTogether, code.span()));
                let mut start = range.start;
                for length in lengths {
                    self.piece(start..start + length, list, sink);
                    start += length;
                }
            }
            Found::Listed(Listed::Slashed) => {
                let mut start = range.start;
                for piece in self.all.get(range).unwrap_or("").split(['/', '.']) {
                    self.piece(start..start + piece.len(), list, sink);
                    start += piece.len() + 1;
                }
            }
            Found::Listed(Listed::Name) => return self.in_parentheses(at, after, code, list, sink),
            Found::Person(person) => {
                self.person(&person, at, code, list);
                return true;
            }
            Found::Words => self.unknown(at, TagKind::Unknown, code, list, sink),
            Found::Listed(Listed::Unknown) => {
                let kind = facts::tag_kind(self.key(at), self.year());
                self.unknown(at, kind, code, list, sink);
            }
        }
        false
    }

    /// A word that the table of corrections has.
    fn corrected(
        &self,
        correction: &facts::TagCorrection,
        at: usize,
        code: Spanned,
        list: &mut FoundTags<'_>,
        sink: &mut impl Sink,
    ) {
        let meant = match correction.canonical {
            [only] => facts::tag(only, self.year()),
            _ => None,
        };
        let corrected: Cow<'static, str> = match meant {
            Some(tag) => Cow::Borrowed(tag.code),
            None => Cow::Owned(correction.canonical.join(" ")),
        };
        let (kind, name) = meant.map_or((TagKind::Unknown, None), |tag| (tag.kind, tag.name));
        sink.report(Diagnostic::new(self.no_tag(at), code.span()));
        let corrected = Spanned::changed(code.span(), corrected);
        list.push(code, Some(corrected), kind, name);
    }

    /// Words in parentheses: a name, a code or a number. Tells whether it is a person.
    fn in_parentheses(
        &self,
        at: usize,
        after: bool,
        code: Spanned,
        list: &mut FoundTags<'_>,
        sink: &mut impl Sink,
    ) -> bool {
        // Behind OVIP a short name may look like a code (HU, LI); elsewhere a code in parentheses is one.
        let tag = facts::tag(self.key(at), self.year()).filter(|_| !after);
        if let Some(tag) = tag {
            self.code(tag, code, list, sink);
            return false;
        }
        let person = !self.key(at).bytes().any(|byte| byte.is_ascii_digit());
        let kind = if person {
            TagKind::Person
        } else {
            sink.report(Diagnostic::new(Code::TagUnknown, code.span()));
            TagKind::Unknown
        };
        list.push(list.spaced(code), None, kind, None);
        person
    }

    /// A name without parentheses.
    fn person(&self, person: &Person, at: usize, code: Spanned, list: &mut FoundTags<'_>) {
        if person.comma {
            list.push(list.spaced(code), None, TagKind::Person, None);
        } else {
            let corrected = Spanned::changed(code.span(), self.name(at, person.words));
            list.push(code, Some(corrected), TagKind::Person, None);
        }
    }

    /// Words that no table has.
    fn unknown(
        &self,
        at: usize,
        kind: TagKind,
        code: Spanned,
        list: &mut FoundTags<'_>,
        sink: &mut impl Sink,
    ) {
        sink.report(Diagnostic::new(self.no_tag(at), code.span()));
        list.push(code, None, kind, None);
    }

    /// What to report of a word that is no tag.
    fn no_tag(&self, at: usize) -> Code {
        if is_iso(self.key(at)) {
            Code::TagIsoCode
        } else {
            Code::TagUnknown
        }
    }

    /// `SURNAME, GIVEN NAME` of words without a comma.
    fn name(&self, at: usize, words: usize) -> String {
        let mut name = self.key(at).to_owned();
        for index in 1..words {
            name.push_str(if index == 1 { ", " } else { " " });
            name.push_str(self.key(at + index));
        }
        name
    }

    /// A known code that was taken out of a longer word.
    fn piece(&self, range: Range<usize>, list: &mut FoundTags<'_>, sink: &mut impl Sink) {
        let code = list.upper(range.clone());
        let printed = key(self.all.get(range).unwrap_or(""));
        match facts::tag(&printed, self.year()) {
            Some(tag) => self.code(tag, code, list, sink),
            None => list.push(code, None, facts::tag_kind(&printed, self.year()), None),
        }
    }

    fn code(
        &self,
        tag: &facts::Tag,
        code: Spanned,
        list: &mut FoundTags<'_>,
        sink: &mut impl Sink,
    ) {
        if is_iso(tag.code) {
            sink.report(Diagnostic::new(Code::TagIsoCode, code.span()));
        }
        list.push(code, None, tag.kind, tag.name);
    }
}

/// Codes that ISO 3166 has for countries that TAGS write in another way. Source: 5 FAH-3 H-414.
fn is_iso(code: &str) -> bool {
    code.len() == 2 && ["RU", "CN", "DE", "JP", "IL", "IE"].contains(&code)
}
