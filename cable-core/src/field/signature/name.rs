//! Surnames, alone on a line or behind the last sentence.

use crate::facts;
use crate::field::level_word::level_word;
use crate::text::address;
use crate::text::known_words::KnownWords;
use crate::text::months::MONTHS;
use smallvec::SmallVec;
use std::ops::Range;

/// The names of a signature as ranges of its line.
pub(super) struct Names {
    pub(super) names: SmallVec<[Range<usize>; 2]>,
    pub(super) whole: Range<usize>,
    pub(super) doubled: bool,
}

/// What stands above the line.
pub(super) struct Above<'a> {
    pub(super) text: &'a str,
    /// A blank line lies between.
    pub(super) blank: bool,
}

impl Above<'_> {
    /// Whether the text above is at its end.
    fn finished(&self) -> bool {
        // A stop is what nearly all texts end in.
        self.text.is_empty()
            || ends_sentence(self.text)
            || super::line::downgrading(self.text)
            || closes(self.text)
            || is_end_line(self.text)
            || ends_removed(self.text)
            || has_address(self.text)
            || underline(self.text)
    }
}

fn ends_sentence(text: &str) -> bool {
    if text.ends_with('.') {
        return true;
    }
    let text = text.trim_end_matches(['"', '”', '\'', '’', ')', ']', '>', '/', '-', ' ', '8']);
    text.is_empty() || text.ends_with(['.', '?', '!', ':', ';', '…'])
}

/// What is quoted, or has a classification of its own, ends on a line of its own: `END TRANSLATION`, `END UNCLASSIFIED`.
fn is_end_line(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() < LONGEST
        && text
            .get(..4)
            .is_some_and(|end| end.eq_ignore_ascii_case("END "))
}

/// Whether the end of the text was taken out before the release.
fn ends_removed(text: &str) -> bool {
    text.ends_with(['X', 'x']) && text.rsplit(' ').next().is_some_and(redacted)
}

fn has_address(text: &str) -> bool {
    address::holds_page(text) || text.contains("http") || text.contains('@')
}

fn underline(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_' | b' '))
}

/// Words in capitals that close texts and are no names.
static NO_NAMES: KnownWords = KnownWords::new(&[
    "END",
    "TEXT",
    "SUMMARY",
    "COMMENT",
    "COMMENTS",
    "NOTE",
    "QUOTE",
    "UNQUOTE",
    "REGARDS",
    "STOP",
    "BT",
    "SIPDIS",
    "NODIS",
    "EXDIS",
    "LIMDIS",
    "STADIS",
    "NOFORN",
    "SENSITIVE",
    "UNCLAS",
    "DEL",
    "NONE",
    "ANNEX",
    "ATTACHMENT",
    "ATTACHMENTS",
    "ENCLOSURE",
    "CONTINUED",
    "MINIMIZE",
    "CONSIDERED",
    "NOTAL",
    "FYI",
    "NEXT",
    "STEPS",
    "BIO",
    "BIODATA",
    "ACTION",
    "REQUEST",
    "REQUESTED",
    "PARAGRAPH",
    "PARA",
    "CABLE",
    "MESSAGE",
    "DOCUMENT",
    "BACKGROUND",
    "CONCLUSION",
    "INTRODUCTION",
    "PARTICIPANTS",
]);

fn suffix(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "JR" | "Jr" | "SR" | "Sr" | "II" | "III" | "IV"
    )
}

/// Letters before a surname that belong to it.
fn particle(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "DE", "LA", "LE", "DU", "DI", "DA", "DEL", "VAN", "VON", "DER", "DEN", "ST", "SAN", "MC",
        "MAC", "EL", "AL",
    ];
    let word = word.trim_end_matches('.');
    WORDS.iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Whether a word is shaped like a surname: letters, with hyphen or apostrophe.
fn shaped(word: &str) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_alphabetic() {
            letters += 1;
        } else if !matches!(c, '-' | '\'' | '’') {
            return false;
        }
    }
    letters >= 2 && word.starts_with(char::is_alphabetic)
}

fn upper(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// `McRoe`, `LaRoe`, `Roe`.
fn capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn redacted(word: &str) -> bool {
    word.len() >= 4 && word.bytes().all(|byte| matches!(byte, b'X' | b'x'))
}

fn ordinary(word: &str) -> bool {
    let word = word.trim_end_matches('.').as_bytes();
    NO_NAMES.hold(word)
        || MONTHS
            .iter()
            .any(|month| word.eq_ignore_ascii_case(month.as_bytes()))
        || level_word(word).is_some_and(|level| level.len == word.len())
}

/// The words of a line with their places; a date, and signs before and behind, left out: `-- ROE`, `(ROE)`, `ROE,`.
fn words(line: &str) -> Words {
    let from = last_words(line);
    let mut at = from;
    let mut list = Words::new();
    for word in line[from..].split([' ', '\t']) {
        if !word.is_empty() {
            list.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    while let Some(last) = list.last() {
        let word = line.get(last.clone()).unwrap_or("");
        if iso_date(word)
            || word.eq_ignore_ascii_case("(ACTING)")
            || word
                .bytes()
                .all(|byte| matches!(byte, b'.' | b',' | b'-' | b'/' | b'\\' | b'#'))
        {
            list.pop();
        } else {
            break;
        }
    }
    let sign = |byte: &u8| b"*()[]-_=#/\\|<>~+\"".contains(byte);
    let bytes = line.as_bytes();
    // `/s/ ROE`: the words for a hand.
    let signs = |word: &Range<usize>| {
        let word = &bytes[word.clone()];
        word.iter().all(sign) || word.eq_ignore_ascii_case(b"/s/")
    };
    // Signs in front of a line are those before its first word.
    let front = if from == 0 { list.len() } else { 0 };
    let first = list[..front].iter().position(|word| !signs(word));
    list.drain(..first.unwrap_or(front));
    // `SIGNED ROE`
    let signed = |word: &Range<usize>| {
        let word = line.get(word.clone()).unwrap_or("");
        word.trim_end_matches(':').eq_ignore_ascii_case("SIGNED")
    };
    if list.len() > 1 && list.first().is_some_and(signed) {
        list.remove(0);
    }
    if let Some(first) = list.first_mut().filter(|_| from == 0) {
        first.start += bytes[first.clone()]
            .iter()
            .take_while(|byte| sign(byte))
            .count();
    }
    if let Some(last) = list.last_mut() {
        let behind = |byte: &&u8| sign(byte) || matches!(byte, b',' | b';' | b':' | b'\'');
        last.end -= bytes[last.clone()].iter().rev().take_while(behind).count();
        if last.start >= last.end {
            list.pop();
        }
    }
    list
}

/// Most words of a line that are looked at: more than any signature has.
const WORDS: usize = 16;

/// Words of a line, by their places.
type Words = SmallVec<[Range<usize>; WORDS]>;

/// Where the last [`WORDS`] words of a line begin; signs behind them are not counted.
fn last_words(line: &str) -> usize {
    let blank = |byte: u8| matches!(byte, b' ' | b'\t');
    let bytes = line.as_bytes();
    let sign = |byte: &u8| blank(*byte) || matches!(byte, b'.' | b',' | b'-' | b'/' | b'\\' | b'#');
    let end = bytes.iter().rposition(|byte| !sign(byte)).unwrap_or(0);
    let begins = |at: &usize| blank(bytes[at - 1]) && !blank(bytes[*at]);
    (1..end).rev().filter(begins).nth(WORDS - 1).unwrap_or(0)
}

pub(super) fn iso_date(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// One or more names of words: halves that are equal count once, a slash or AND parts two persons.
fn names(line: &str, words: &[Range<usize>]) -> Option<Names> {
    let (first, last) = (words.first()?, words.last()?);
    let whole = first.start..last.end;
    let word = |range: &Range<usize>| line.get(range.clone()).unwrap_or("");
    let half = words.len() / 2;
    if words.len() % 2 == 0 {
        let (left, right) = words.split_at(half);
        if left
            .iter()
            .zip(right)
            .all(|(one, two)| word(one).eq_ignore_ascii_case(word(two)))
        {
            let end = left.last().map_or(first.end, |range| range.end);
            return Some(Names {
                names: core::iter::once(first.start..end).collect(),
                whole,
                doubled: true,
            });
        }
    }
    let mut list = SmallVec::new();
    let mut start = None::<usize>;
    let mut end = first.start;
    for range in words {
        if matches!(word(range), "AND" | "and" | "&" | "/") {
            list.extend(start.take().map(|start| start..end));
            continue;
        }
        // ROE/DOE
        let mut from = range.start;
        for (index, part) in word(range).split('/').enumerate() {
            if index > 0 {
                list.extend(start.take().map(|start| start..end));
            }
            if !part.is_empty() {
                start.get_or_insert(from);
                end = from + part.len();
            }
            from += part.len() + 1;
        }
    }
    list.extend(start.map(|start| start..end));
    Some(Names {
        names: list,
        whole,
        doubled: false,
    })
}

/// Whether words can be a signature: one to three words of one surname, or of two persons, or said twice.
fn plausible(line: &str, words: &[Range<usize>], case: impl Fn(&str) -> bool) -> bool {
    if words.is_empty() || words.len() > 6 {
        return false;
    }
    let mut counted = 0;
    let mut letters = 0;
    for (index, range) in words.iter().enumerate() {
        let word = line.get(range.clone()).unwrap_or("");
        if index > 0 && (suffix(word) || matches!(word, "AND" | "and" | "&" | "/")) {
            continue;
        }
        let initial = word.len() <= 2
            && word.starts_with(char::is_uppercase)
            && (word.len() == 1 || word.ends_with('.'))
            && words.len() > 1;
        if !initial {
            for part in word.trim_end_matches(',').split('/') {
                let part = if particle(part) {
                    part.trim_end_matches('.')
                } else {
                    part
                };
                if !(shaped(part)
                    && (case(part) || particle(part))
                    && !ordinary(part)
                    && !redacted(part))
                {
                    return false;
                }
                letters += part.len();
            }
        }
        counted += 1;
    }
    let twice = words.len() % 2 == 0
        && words
            .iter()
            .zip(words.iter().skip(words.len() / 2))
            .all(|(one, two)| {
                let slice = |range: &Range<usize>| line.get(range.clone()).unwrap_or("");
                slice(one).eq_ignore_ascii_case(slice(two))
            });
    letters >= 2 && counted <= if twice { 6 } else { 3 }
}

/// A signature that fills its line.
pub(super) fn alone(line: &str, above: &Above<'_>) -> Option<Names> {
    if line.len() > 60 {
        return None;
    }
    // As nearly all signatures are.
    let capitals = line.len() >= 2 && line.bytes().all(|byte| byte.is_ascii_uppercase());
    if capitals && above.text.ends_with('.') && !ordinary(line) && !redacted(line) {
        let whole = 0..line.len();
        return names(line, std::slice::from_ref(&whole));
    }
    let words = words(line);
    // The columns of a table stand farther apart than the words of a name.
    let columns = |pair: &[Range<usize>]| pair[1].start - pair[0].end > 3;
    if words.windows(2).any(columns) {
        return None;
    }
    let last = words
        .last()
        .and_then(|range| line.get(range.clone()))
        .unwrap_or("");
    // `ROE .` is a name, `talks in Moscow.` the end of a sentence; JR. keeps its stop.
    let stopped = last.ends_with('.') && !suffix(last);
    let stripped: Words;
    let words = if stopped && words.len() == 1 && upper(last) && above.finished() {
        stripped = words
            .iter()
            .map(|range| range.start..range.end - 1)
            .collect();
        &stripped
    } else if stopped {
        return None;
    } else {
        &words
    };
    let finished = above.finished();
    let single = words.len() == 1;
    let fits = if plausible(line, words, upper) {
        // In a text of capitals the last word of a sentence may stand alone on its line.
        finished
            || above.blank
            || !upper(above.text)
            || (single && above.text.len() >= 40 && !place(line, words))
    } else if plausible(line, words, capitalised) {
        finished || (above.blank && single)
    } else {
        // In lower case: one word behind a finished sentence.
        single
            && finished
            && last.len() >= 4
            && plausible(line, words, |_| true)
            && !above.text.is_empty()
    };
    if !fits {
        return None;
    }
    names(line, words)
}

/// Whether the words are a place with a post, as the end of a sentence would be.
fn place(line: &str, words: &[Range<usize>]) -> bool {
    words
        .first()
        .zip(words.last())
        .and_then(|(first, last)| line.get(first.start..last.end))
        .is_some_and(|name| facts::post_by_name(&name.to_ascii_uppercase()).is_some())
}

/// Whether a line is certainly a signature, whatever follows.
pub(super) fn certain(line: &str, above: &Above<'_>) -> bool {
    let words = words(line);
    above.finished() && !above.text.is_empty() && plausible(line, &words, upper) && line.len() >= 3
}

/// A signature behind the last sentence of a line: `... to follow. ROE`.
pub(super) fn glued(line: &str) -> Option<Names> {
    let mut all = words(line);
    if let Some((stop, name)) = all.last().and_then(|last| behind_stop(line, last.clone())) {
        all.pop();
        all.extend([stop, name]);
    }
    let slice = |range: &Range<usize>| line.get(range.clone()).unwrap_or("");
    // The last word that ends a sentence; at most six words follow it.
    let from = all
        .iter()
        .enumerate()
        .rev()
        .take(7)
        .find(|(_, range)| {
            let word = slice(range);
            let before = line.get(..range.end).unwrap_or("");
            !suffix(word) && (ends_word(word) || word == "--" || closes(before))
        })
        .map(|(index, _)| index + 1);
    if let Some(from) = from {
        if from < all.len() {
            let tail = all.get(from..)?;
            let before = line.get(..tail.first()?.start).unwrap_or("");
            let surname = tail.len() == 1
                || tail.iter().skip(1).all(|range| suffix(slice(range)))
                || tail.first().is_some_and(|range| particle(slice(range)))
                || names(line, tail).is_some_and(|names| names.doubled);
            // Among capitals only one surname is told from a sentence; so is a name in mixed case.
            let fits = if upper(before) {
                surname && plausible(line, tail, upper)
            } else {
                plausible(line, tail, upper)
                    || (surname
                        && plausible(line, tail, capitalised)
                        && tail.first().is_some_and(|range| slice(range).len() > 2))
            };
            return if fits { names(line, tail) } else { None };
        }
    }
    // Without a stop: words in capitals behind a text in mixed case, where no sentence would have them.
    let tail_start = all
        .iter()
        .rposition(|range| {
            let word = slice(range);
            !(upper(word) && (shaped(word) || suffix(word)))
        })
        .map_or(0, |index| index + 1);
    let tail = all.get(tail_start..)?;
    let before = line.get(..tail.first()?.start).unwrap_or("");
    let previous = all.get(tail_start.checked_sub(1)?).map(slice).unwrap_or("");
    let letters: usize = tail.iter().map(Range::len).sum();
    // `at the next meeting of UNESCO`
    let small = matches!(
        previous,
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "by"
            | "for"
            | "from"
            | "in"
            | "into"
            | "of"
            | "on"
            | "or"
            | "than"
            | "the"
            | "to"
            | "via"
            | "with"
            | "within"
            | "its"
            | "this"
            | "that"
    );
    let doubled = names(line, tail).is_some_and(|names| names.doubled);
    let fits = !upper(before)
        && before.len() > 10
        && !small
        && !previous.ends_with(',')
        && letters >= 4
        && (doubled
            || tail
                .iter()
                .all(|range| range.len() > 4 || particle(slice(range)) || tail.len() > 1))
        && plausible(line, tail, upper)
        && !place(line, tail)
        && facts::tag(&line.get(tail.first()?.start..)?.to_ascii_uppercase(), None).is_none();
    if fits { names(line, tail) } else { None }
}

/// A name right behind the stop of a sentence, `said.ROE`: the word with its stop, and the name.
fn behind_stop(line: &str, word: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let whole = line.get(word.clone())?;
    let (before, name) = whole.rsplit_once(['.', ')', '"'])?;
    let at = word.start + whole.len() - name.len();
    let sentence = before.trim_end_matches(['.', ')', '"']);
    let fits = name.len() > 2
        && name.bytes().all(|byte| byte.is_ascii_uppercase())
        && whole[..whole.len() - name.len()].contains('.')
        && sentence.len() > 1
        && sentence.bytes().all(|byte| byte.is_ascii_alphabetic())
        && sentence.ends_with(|last: char| last.is_ascii_lowercase());
    fits.then_some((word.start..at, at..word.end))
}

/// Whether a text ends in `UNQUOTE`, `MINIMIZE CONSIDERED` or end words, without their stop.
fn closes(text: &str) -> bool {
    let mut words = text.rsplit(' ').filter(|word| !word.is_empty());
    let is = |word: &str, list: &[&str]| list.iter().any(|name| word.eq_ignore_ascii_case(name));
    let last = words.next().unwrap_or("");
    let mut before = words;
    is(last, &["UNQUOTE"])
        || is(last, &["CONSIDERED"]) && before.next().is_some_and(|word| is(word, &["MINIMIZE"]))
        || is(
            last,
            &["SUMMARY", "COMMENT", "COMMENTS", "TEXT", "NOTE", "REQUEST"],
        ) && before.any(|word| is(word, &["END"]))
}

/// Whether a word ends a sentence.
fn ends_word(word: &str) -> bool {
    let bare = word.trim_end_matches(['"', '”', '\'', '’', ')', ']', '/', '-', '8']);
    bare.ends_with(['.', '?', '!', '…'])
        && (bare.len() > 2 || !bare.starts_with(char::is_uppercase))
        || (word.ends_with([')', '"', '”']) && word.len() > 1 && bare.ends_with(['.', '?', '!']))
}
