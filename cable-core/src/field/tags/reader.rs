//! Finds out what the words of the list are, and makes tags of them.

use super::Tags;
use super::breaks::is_noise;
use super::person::{Person, person_at, takes_names};
use super::split::split;
use super::words::{Gap, Word, key};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts::{self, TagCorrection, TagKind};
use crate::field::Context;
use crate::record::Tag;
use crate::scan::Folded;
use crate::spanned::Spanned;
use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// Words of the longest phrase: `TIP IN` and the name of a country.
pub(super) const PHRASE: usize = 8;

/// Up to this many tags repeats are found by looking, beyond it through a set.
const FEW: usize = 24;

/// What stands at a place of the list.
#[derive(Debug)]
pub(super) enum Found {
    /// A left-over that is no tag.
    Noise,
    /// Words that belong together.
    Phrase(&'static facts::Tag),
    /// A known code.
    Code(&'static facts::Tag),
    /// A known misprint.
    Corrected(&'static TagCorrection),
    /// Codes without separator, by their lengths.
    Glued(Vec<usize>),
    /// Known codes with slashes between them.
    Slashed,
    /// A name in parentheses.
    Name,
    /// A name without parentheses.
    Person(Person),
    /// Words between commas that are no known phrase.
    Words,
    /// A word that is in no table.
    Unknown,
}

pub(super) struct Reader<'f, 'w> {
    pub(super) folded: &'f Folded<'f>,
    pub(super) all: &'f str,
    pub(super) words: &'w [Word<'f>],
    pub(super) context: &'w Context<'w>,
}

impl<'f> Reader<'f, '_> {
    pub(super) fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.key.as_ref())
    }

    fn year(&self) -> Option<i16> {
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

    /// What the tables and shapes say of the word at `at`, persons aside.
    fn listed(&self, at: usize, end: usize) -> (Found, usize) {
        let Some(word) = self.words.get(at) else {
            return (Found::Noise, 1);
        };
        if is_noise(word) {
            return (Found::Noise, 1);
        }
        if word.name {
            return (Found::Name, 1);
        }
        if let Some((count, tag)) = self.phrase_at(at, end) {
            return (Found::Phrase(tag), count.max(1));
        }
        if let Some(tag) = facts::tag(&word.key, self.year()) {
            return (Found::Code(tag), 1);
        }
        // Raising may change the length of letters beyond ASCII; then the pieces would not fit the print.
        let cuttable = self.all.get(word.range.clone()).is_some_and(str::is_ascii);
        if let Some(correction) = facts::tag_correction(&word.key) {
            let pieces = correction.canonical;
            return if cuttable && pieces.len() > 1 && word.key == pieces.concat() {
                let lengths = pieces.iter().map(|piece| piece.len()).collect();
                (Found::Glued(lengths), 1)
            } else {
                (Found::Corrected(correction), 1)
            };
        }
        if cuttable {
            if let Some(lengths) = split(&word.key, self.year()) {
                return (Found::Glued(lengths), 1);
            }
        }
        let mut slashed = word.key.split('/');
        if word.key.contains('/') && slashed.all(|code| facts::tag(code, self.year()).is_some()) {
            return (Found::Slashed, 1);
        }
        (Found::Unknown, 1)
    }

    pub(super) fn is_unknown(&self, at: usize, end: usize) -> bool {
        matches!(self.listed(at, end), (Found::Unknown, _))
    }

    /// What stands at `at`, and how many words it takes. `after`: directly behind a tag that takes names, or a person.
    pub(super) fn find(&self, at: usize, end: usize, after: bool) -> (Found, usize) {
        let found = self.listed(at, end);
        if !matches!(found, (Found::Unknown, _)) {
            return found;
        }
        if !after {
            if let Some(count) = self.between_commas(at, end) {
                return (Found::Words, count);
            }
        }
        match person_at(self, at, end, after) {
            Some(person) => (Found::Person(person), person.words),
            None => found,
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
            Found::Phrase(_)
            | Found::Code(_)
            | Found::Corrected(_)
            | Found::Glued(_)
            | Found::Slashed => true,
            Found::Name => self.key(at).split_whitespace().count() <= 5,
            Found::Person(_) => after,
            Found::Noise | Found::Words => false,
            Found::Unknown => facts::tag_kind(self.key(at), self.year()) == TagKind::Program,
        };
        (known, count)
    }

    /// Makes tags of all words.
    pub(super) fn read(&self, sink: &mut impl Sink) -> Tags {
        let mut list = List {
            folded: self.folded,
            tags: Vec::with_capacity(self.words.len().min(FEW)),
            repeats: Vec::new(),
            prints: [0; FEW],
            seen: HashSet::new(),
        };
        let end = self.words.len();
        let mut after = false;
        let mut at = 0;
        while at < end {
            let (found, count) = self.find(at, end, after);
            let first = self.words.get(at).map_or(0..0, |word| word.range.clone());
            let last = self
                .words
                .get(at + count - 1)
                .map_or(first.end, |word| word.range.end);
            let range = first.start..last;
            let noise = matches!(found, Found::Noise);
            let person = self.take(found, range, at, after, &mut list, sink);
            after = person || takes_names(self.key(at)) || noise && after;
            at += count;
        }
        Tags {
            tags: list.tags,
            repeats: list.repeats,
            end: 0,
        }
    }

    /// Takes what was found into the list; tells whether it is a person.
    fn take(
        &self,
        found: Found,
        range: Range<usize>,
        at: usize,
        after: bool,
        list: &mut List<'_>,
        sink: &mut impl Sink,
    ) -> bool {
        let year = self.year();
        let code = list.upper(range.clone());
        match found {
            Found::Noise => {}
            Found::Phrase(tag) => list.push(code, None, tag.kind, tag.name),
            Found::Code(tag) => self.code(tag, code, list, sink),
            Found::Corrected(correction) => {
                let mut codes = correction.canonical.iter();
                let meant = codes.next().and_then(|code| facts::tag(code, year));
                let single = codes.next().is_none();
                let corrected: Cow<'static, str> = match meant {
                    Some(tag) if single => Cow::Borrowed(tag.code),
                    _ => Cow::Owned(correction.canonical.join(" ")),
                };
                let (kind, name) = meant
                    .filter(|_| single)
                    .map_or((TagKind::Unknown, None), |tag| (tag.kind, tag.name));
                let iso = is_iso(self.key(at));
                let code_found = if iso {
                    Code::TagIsoCode
                } else {
                    Code::TagUnknown
                };
                sink.report(Diagnostic::new(code_found, code.span()));
                let corrected = Spanned::changed(code.span(), corrected);
                list.push(code, Some(corrected), kind, name);
            }
            Found::Glued(lengths) => {
                sink.report(Diagnostic::new(Code::TagsRunTogether, code.span()));
                let mut start = range.start;
                for length in lengths {
                    self.piece(start..start + length, list, sink);
                    start += length;
                }
            }
            Found::Slashed => {
                let mut start = range.start;
                for piece in self.all.get(range).unwrap_or("").split('/') {
                    self.piece(start..start + piece.len(), list, sink);
                    start += piece.len() + 1;
                }
            }
            Found::Name => {
                // Behind OVIP a short name may look like a code (HU, LI); elsewhere a code in parentheses is one.
                let tag = facts::tag(self.key(at), year).filter(|_| !after);
                if let Some(tag) = tag {
                    self.code(tag, code, list, sink);
                } else {
                    let digits = self.key(at).bytes().any(|byte| byte.is_ascii_digit());
                    let kind = if digits {
                        TagKind::Unknown
                    } else {
                        TagKind::Person
                    };
                    if digits {
                        sink.report(Diagnostic::new(Code::TagUnknown, code.span()));
                    }
                    list.push(list.spaced(code), None, kind, None);
                    return !digits;
                }
            }
            Found::Person(person) => {
                let corrected = (!person.comma).then(|| {
                    let name = self.name(at, person.words);
                    Spanned::changed(code.span(), name)
                });
                let code = if person.comma {
                    list.spaced(code)
                } else {
                    code
                };
                list.push(code, corrected, TagKind::Person, None);
                return true;
            }
            Found::Words | Found::Unknown => {
                let kind = facts::tag_kind(self.key(at), year);
                let kind = if matches!(found, Found::Words) {
                    TagKind::Unknown
                } else {
                    kind
                };
                let iso = is_iso(self.key(at));
                let code_found = if iso {
                    Code::TagIsoCode
                } else {
                    Code::TagUnknown
                };
                sink.report(Diagnostic::new(code_found, code.span()));
                list.push(code, None, kind, None);
            }
        }
        false
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
    fn piece(&self, range: Range<usize>, list: &mut List<'_>, sink: &mut impl Sink) {
        let code = list.upper(range.clone());
        let printed = key(self.all.get(range).unwrap_or(""));
        match facts::tag(&printed, self.year()) {
            Some(tag) => self.code(tag, code, list, sink),
            None => list.push(code, None, facts::tag_kind(&printed, self.year()), None),
        }
    }

    fn code(&self, tag: &facts::Tag, code: Spanned, list: &mut List<'_>, sink: &mut impl Sink) {
        if is_iso(tag.code) {
            sink.report(Diagnostic::new(Code::TagIsoCode, code.span()));
        }
        list.push(code, None, tag.kind, tag.name);
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

/// Tells most codes apart. Different codes may have the same.
fn fingerprint(code: &str) -> u32 {
    code.bytes()
        .take(8)
        .fold(0, |print: u32, byte| print.rotate_left(7) ^ u32::from(byte))
}

fn may_open_phrase(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or(0);
    OPENERS[usize::from(first)] & (1 << word.len().min(63)) != 0
}

/// Codes that ISO 3166 has for countries that TAGS write in another way. Source: 5 FAH-3 H-414.
fn is_iso(code: &str) -> bool {
    ["RU", "CN", "DE", "JP", "IL", "IE"].contains(&code)
}

/// The tags found so far.
struct List<'f> {
    folded: &'f Folded<'f>,
    tags: Vec<Tag<Spanned>>,
    repeats: Vec<Spanned>,
    /// Fingerprints of the first few codes.
    prints: [u32; FEW],
    /// The codes, once there are more than a few.
    seen: HashSet<String>,
}

impl List<'_> {
    /// The value of a range, upper-case.
    fn upper(&self, range: Range<usize>) -> Spanned {
        let printed = match self.folded.as_str().get(range.clone()) {
            // A single word, by far the most common, needs no look at its blanks.
            Some(word) if word.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                let span = self.folded.span(range);
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
    fn spaced(&self, code: Spanned) -> Spanned {
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

    fn push(
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
