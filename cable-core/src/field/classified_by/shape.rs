//! What one piece between commas says: title and name.

use super::tokens::Token;
use super::word::Class;
use crate::facts;
use std::ops::Range;

/// Whether words are the name of a post.
pub(super) fn is_post(words: &str) -> bool {
    facts::post_by_name(&words.to_ascii_uppercase()).is_some()
}

/// Whether words are the name of a country with a post.
fn is_country(words: &str) -> bool {
    facts::posts().any(|post| post.country.eq_ignore_ascii_case(words))
}

fn joined(tokens: &[Token]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    }
}

/// What one piece between commas says.
pub(super) struct Shape {
    pub(super) title: Option<Range<usize>>,
    pub(super) name: Option<Range<usize>>,
    /// How many words the name has.
    pub(super) words: usize,
    /// A word says what the person is.
    pub(super) role: bool,
    pub(super) suffix: bool,
    pub(super) whole: Range<usize>,
}

/// Gives the words behind `for` and `of` to the title: `Envoy for Chad and Sudan`.
fn title_words_behind_prepositions(text: &str, tokens: &mut [Token]) {
    let mut chain = false;
    let mut index = 0;
    while index < tokens.len() {
        let class = tokens.get(index).map_or(Class::Other, |token| token.class);
        match class {
            Class::Preposition => chain = true,
            Class::And => {}
            Class::Name | Class::Initial if chain => {
                let behind = index
                    .checked_sub(1)
                    .and_then(|before| tokens.get(before))
                    .is_some_and(|token| matches!(token.class, Class::Preposition | Class::And));
                if !behind {
                    chain = false;
                    index += 1;
                    continue;
                }
                // Posts and countries of several words are taken whole.
                let mut words = 1;
                for length in 2..=3 {
                    let Some(group) = tokens.get(index..index + length) else {
                        break;
                    };
                    let name = text.get(joined(group)).unwrap_or("");
                    if group.iter().all(|token| token.class.name())
                        && (is_post(name) || is_country(name))
                    {
                        words = length;
                    }
                }
                for token in tokens.iter_mut().skip(index).take(words) {
                    token.class = Class::Office;
                }
                index += words;
                continue;
            }
            class if class.title() => {}
            _ => chain = false,
        }
        index += 1;
    }
}

/// Runs of words that can be a name, at most as many as a piece can have use for.
#[derive(Default)]
struct Runs {
    list: [Range<usize>; 6],
    length: usize,
}

impl Runs {
    fn as_slice(&self) -> &[Range<usize>] {
        self.list.get(..self.length).unwrap_or(&[])
    }
}

fn runs(text: &str, tokens: &[Token]) -> Runs {
    let mut runs = Runs::default();
    let mut index = 0;
    while index < tokens.len() {
        let length = tokens
            .iter()
            .skip(index)
            .take_while(|token| token.class.name())
            .count();
        let mut run = index..index + length;
        while run.end > run.start
            && tokens
                .get(run.end - 1)
                .is_some_and(|token| token.class == Class::Particle)
        {
            run.end -= 1;
        }
        if tokens
            .get(run.clone())
            .is_some_and(|words| words.iter().any(|token| token.class == Class::Name))
        {
            if let Some(place) = runs.list.get_mut(runs.length) {
                *place = without_office(text, tokens, run);
                runs.length += 1;
            }
        }
        index += length + 1;
    }
    runs
}

/// Letters of an office before a name in mixed case (`IO Jane Roe`), or a post behind the word for it.
fn without_office(text: &str, tokens: &[Token], run: Range<usize>) -> Range<usize> {
    let mut run = run;
    let word = |index: usize| {
        tokens
            .get(index)
            .and_then(|token| text.get(token.range()))
            .unwrap_or("")
    };
    let capitals = |index: usize| {
        let word = word(index);
        (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mixed = run
        .clone()
        .filter(|&index| word(index).bytes().any(|byte| byte.is_ascii_lowercase()))
        .count()
        >= 2;
    // In upper case only letters that cannot be said are an office's.
    let unsayable = |index: usize| {
        capitals(index)
            && word(index).len() > 2
            && !word(index).contains(['A', 'E', 'I', 'O', 'U', 'Y'])
    };
    while run.len() > 2 && ((mixed && capitals(run.start)) || unsayable(run.start)) {
        run.start += 1;
    }
    let behind_office = run
        .start
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.class == Class::Office);
    if behind_office {
        for length in (1..=3).rev() {
            let Some(group) = tokens.get(run.start..run.start + length) else {
                continue;
            };
            if run.len() > length && is_post(text.get(joined(group)).unwrap_or("")) {
                run.start += length;
                break;
            }
        }
    }
    run
}

/// Settles the words of a piece that their neighbours decide.
pub(super) fn settle(text: &str, tokens: &mut [Token]) {
    // A surname that is a word of titles too: the last word, behind a name.
    if let [.., before, last] = tokens {
        if last.class == Class::Part && matches!(before.class, Class::Name | Class::Initial) {
            last.class = Class::Name;
        }
    }
    title_words_behind_prepositions(text, tokens);
}

/// Reads a piece whose words are settled.
pub(super) fn shape(text: &str, tokens: &[Token]) -> Shape {
    let whole = joined(tokens);
    let role = tokens.iter().any(|token| token.class == Class::Role);
    let suffix = !tokens.is_empty() && tokens.iter().all(|token| token.class == Class::Suffix);
    let class = |index: Option<usize>| {
        index
            .and_then(|index| tokens.get(index))
            .map(|token| token.class)
    };
    let titled = |run: &Range<usize>| {
        class(run.start.checked_sub(1)).is_some_and(|class| class.title() || class == Class::Other)
    };
    let runs = runs(text, tokens);
    let runs = runs.as_slice();
    let place = |run: &Range<usize>| tokens.get(run.clone()).map_or(whole.clone(), joined);
    // Persons first: a name that opens the piece and is not part of an office (`New Delhi Political Counselor`).
    let leading = runs.first().filter(|run| {
        run.start == 0
            && (!class(Some(run.end)).is_some_and(Class::title)
                || (run.len() >= 2
                    && !is_post(text.get(place(run)).unwrap_or(""))
                    && runs.len() == 1))
    });
    let behind_title = runs.iter().rev().find(|run| {
        titled(run)
            && (run.len() >= 2 || run.end == tokens.len())
            && !(class(run.start.checked_sub(1)) == Some(Class::Office)
                && is_post(text.get(place(run)).unwrap_or("")))
    });
    let chosen = leading.or(behind_title).or_else(|| {
        runs.last()
            .filter(|run| run.start > 0 && run.end == tokens.len() && run.len() >= 2)
    });
    let (title, name, words) = match chosen {
        Some(run) => {
            let before = (run.start > 0)
                .then(|| tokens.get(..run.start).map(joined))
                .flatten();
            let behind = tokens
                .get(run.end..)
                .filter(|rest| rest.first().is_some_and(|token| token.class.title()))
                .map(joined);
            (before.or(behind), Some(place(run)), run.len())
        }
        None => (None, None, 0),
    };
    Shape {
        title,
        name,
        words,
        role,
        suffix,
        whole,
    }
}

/// A `for` behind a person that another one follows: `DCM Jane Roe for Ambassador John Doe`. The first one classified.
pub(super) fn on_behalf(text: &str, tokens: &[Token]) -> Option<usize> {
    let place = |at: usize| {
        let token = tokens.get(at)?;
        (token.class == Class::Preposition && text.get(token.range())?.eq_ignore_ascii_case("for"))
            .then_some(at)
    };
    (1..tokens.len()).filter_map(place).find(|&at| {
        let read = |part: &[Token]| {
            let mut part = part.to_vec();
            settle(text, &mut part);
            shape(text, &part)
        };
        let left = tokens.get(..at).unwrap_or(&[]);
        let right = tokens.get(at + 1..).unwrap_or(&[]);
        let named = left.last().is_some_and(|token| token.class.name());
        named && read(left).words >= 2 && read(right).words >= 2
    })
}

/// An `and` between two persons, as a place of `tokens`.
pub(super) fn conjunction(text: &str, tokens: &[Token]) -> Option<usize> {
    let mut places = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.class == Class::And)
        .map(|(at, _)| at);
    places.find(|&at| {
        let read = |part: &[Token]| {
            let mut part = part.to_vec();
            settle(text, &mut part);
            shape(text, &part)
        };
        let left = read(tokens.get(..at).unwrap_or(&[]));
        let right = read(tokens.get(at + 1..).unwrap_or(&[]));
        let printed = text.get(left.name.unwrap_or(0..0)).unwrap_or("");
        left.words >= 2 && right.words >= 2 && !is_country(printed)
    })
}
