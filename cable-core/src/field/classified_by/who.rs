//! Who: names, titles and offices, in whatever order they are printed.

use super::block::Block;
use super::shape::{Shape, conjunction, is_post, on_behalf, settle, shape};
use super::tokens::{Token, behind_lead_in, tokens, without_lead_out};
use super::word::Class;
use crate::record::Classifier;
use crate::scan::Folded;
use crate::spanned::Spanned;
use smallvec::SmallVec;
use std::ops::Range;

/// No block names more persons.
const MOST: usize = 8;

/// The classifiers of a block, and where the words about them end.
pub(super) struct Who {
    pub(super) list: Vec<Classifier<Spanned>>,
    pub(super) end: usize,
}

/// A person as places of the block.
#[derive(Clone, Debug, Default)]
struct Person {
    name: Option<Range<usize>>,
    title: Option<Range<usize>>,
    office: Option<Range<usize>>,
}

pub(super) fn read(block: &Block<'_>, folded: &Folded<'_>, cut: usize) -> Who {
    let text = block.text();
    let end = without_lead_out(text, cut);
    let start = behind_lead_in(text, end);
    let mut tokens = tokens(text, start, end);
    let (persons, read) = persons(text, &mut tokens);
    let list = persons
        .into_iter()
        .take(MOST)
        .map(|person| {
            let value =
                |range: Option<Range<usize>>| range.map(|range| block.spanned(folded, range));
            Classifier {
                name: value(person.name),
                title: value(person.title),
                office: value(person.office),
            }
        })
        .collect();
    Who {
        list,
        end: read.max(start),
    }
}

/// Puts the pieces together, one after another.
#[derive(Default)]
struct Persons {
    list: SmallVec<[Person; 2]>,
    now: Person,
    /// How many pieces were read, and how many words the name of the first one had.
    pieces: usize,
    first_words: usize,
    /// The end of what was read.
    end: usize,
}

/// The persons, and the end of what was read.
fn persons(text: &str, tokens: &mut [Token]) -> (SmallVec<[Person; 2]>, usize) {
    let mut persons = Persons::default();
    let mut start = 0;
    for index in 1..=tokens.len() {
        let split = tokens
            .get(index)
            .is_none_or(|token| token.comma || token.stop);
        if !split {
            continue;
        }
        let Some(piece) = tokens.get_mut(start..index) else {
            break;
        };
        start = index;
        let said = on_behalf(text, piece).unwrap_or(piece.len());
        let piece = piece.get_mut(..said).unwrap_or(&mut []);
        let go_on = match conjunction(text, piece) {
            Some(at) => {
                let (left, right) = piece.split_at_mut(at);
                persons.piece(text, left, false)
                    && persons.piece(text, right.get_mut(1..).unwrap_or(&mut []), true)
            }
            None => persons.piece(text, piece, false),
        };
        if !go_on {
            break;
        }
    }
    let Persons {
        mut list, now, end, ..
    } = persons;
    if now.name.is_some() || now.title.is_some() || (list.is_empty() && now.office.is_some()) {
        list.push(now);
    }
    (list, end)
}

fn extend(range: &mut Option<Range<usize>>, with: &Range<usize>) {
    match range {
        Some(range) => range.end = with.end,
        None => *range = Some(with.clone()),
    }
}

impl Persons {
    /// One piece; `another` says that an `and` stands before it. Whether to go on.
    fn piece(&mut self, text: &str, tokens: &mut [Token], another: bool) -> bool {
        settle(text, tokens);
        let found = shape(text, tokens);
        if self.pieces == 0 {
            self.first_words = found.words;
        }
        let second = self.pieces == 1;
        self.pieces += 1;
        let now = &mut self.now;
        // A sentence that follows the name says something else.
        if now.name.is_some() && tokens.first().is_some_and(|token| token.stop) && !found.suffix {
            return false;
        }
        self.end = found.whole.end;
        if found.suffix {
            if let Some(name) = &mut now.name {
                name.end = found.whole.end;
            }
            return true;
        }
        let printed = |range: &Range<usize>| text.get(range.clone()).unwrap_or("");
        if now.title.is_some() && now.office.is_none() && is_interim(printed(&found.whole)) {
            extend(&mut now.title, &found.whole);
            return true;
        }
        match (&found.name, &now.name) {
            (Some(name), None)
                if found.title.is_none() && now.title.is_some() && is_post(printed(name)) =>
            {
                extend(&mut now.office, name);
            }
            (Some(name), None) => {
                now.name = Some(name.clone());
                match (&found.title, &mut now.title) {
                    (Some(title), Some(before)) if title.start > before.start => {
                        before.end = title.end;
                    }
                    (Some(title), None) if found.role => now.title = Some(title.clone()),
                    (Some(title), None) => extend(&mut now.office, title),
                    _ => {}
                }
            }
            (Some(name), Some(_)) if another || self::another(&found, printed(name)) => {
                self.list.push(core::mem::take(now));
                now.name = Some(name.clone());
                now.title = found.title;
            }
            // LAST, FIRST
            (Some(given), Some(family))
                if second
                    && now.title.is_none()
                    && found.title.is_none()
                    && self.first_words == 1
                    && found.words <= 2
                    && !is_post(printed(given)) =>
            {
                now.name = Some(family.start..given.end);
            }
            // LAST, F.
            (None, Some(family))
                if second
                    && now.title.is_none()
                    && self.first_words == 1
                    && tokens.iter().all(|token| token.class == Class::Initial) =>
            {
                now.name = Some(family.start..found.whole.end);
            }
            (Some(_), Some(_)) => extend(&mut now.office, &found.whole),
            (None, _) if found.role && now.title.is_none() => now.title = Some(found.whole),
            (None, None) if found.role || now.title.is_some() && now.office.is_none() => {
                extend(&mut now.title, &found.whole);
            }
            (None, _) => {
                let words = |token: &Token| token.class.title() || token.class.name();
                if tokens.iter().any(words) {
                    extend(&mut now.office, &found.whole);
                }
            }
        }
        true
    }
}

/// `a.i.`, for the time being: a part of the title before it.
fn is_interim(piece: &str) -> bool {
    let letters = piece.bytes().filter(u8::is_ascii_alphabetic);
    letters
        .clone()
        .map(|letter| letter.to_ascii_uppercase())
        .eq(*b"AI")
        && piece.contains('.')
        || piece.eq_ignore_ascii_case("ad interim")
}

/// Whether a piece behind a name is another person: title and name of its own.
fn another(found: &Shape, name: &str) -> bool {
    let titled = match (&found.title, &found.name) {
        (Some(title), Some(name)) => title.start < name.start,
        _ => false,
    };
    titled && found.role && found.words >= 2 && !is_post(name)
}
