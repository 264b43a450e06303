//! A telegram as it is cited: `09 POST 1234` in all its forms.

use super::kind::is_kind;
use super::post::{self, Letters, Name};
use super::token::{Kind, Tokens};
use super::year::{is_likely, serial_of, year_at, year_of};
use crate::facts;

/// Most words of a name, what stands before it and behind it included.
const MOST_WORDS: usize = 6;

/// A cited telegram.
#[derive(Debug)]
pub(super) struct Cable {
    /// Token behind it.
    pub(super) end: usize,
    /// Origin in the canonical form, or as printed.
    pub(super) post: Name,
    /// Year printed beside it.
    pub(super) year: Option<i16>,
    pub(super) serial: u32,
    /// Printed digits of the serial.
    pub(super) digits: usize,
}

/// How much a place speaks for a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Behind a label or a separator: any name will do if the entry ends behind the number.
    Any,
    /// Between other words: only a post of the tables.
    Known,
}

/// The cited telegram that begins at `at`. `own` is the year of the citing telegram.
pub(super) fn cable(
    tokens: &Tokens<'_>,
    at: usize,
    own: Option<i16>,
    trust: Trust,
) -> Option<Cable> {
    let mut next = behind_mark(tokens, at);
    // `UNCLAS 09 POST 1`: what may stand before the name stands before the year.
    while year_at(tokens, next + 1).is_some() && post::is_before(tokens.word(next)) {
        next += 1;
    }
    let printed = year_at(tokens, next).filter(|&(_, next)| {
        !tokens.word(next).is_empty()
            || (tokens.is_sign(next, b'-') && !tokens.word(next + 1).is_empty())
    });
    let (mut year, start) = match printed {
        Some((year, next)) => (Some(year), next + usize::from(tokens.is_sign(next, b'-'))),
        None => (None, next),
    };
    let Some(words) = Words::read(tokens, start) else {
        return serial_first(tokens, next, own);
    };
    let Some(mut at) = before_serial(tokens, words.next, &mut year) else {
        return serial_first(tokens, next, own);
    };
    if let Some((between, next)) = year_between(tokens, at, own).filter(|_| year.is_none()) {
        year = Some(between);
        at = next;
    }
    let digits = tokens.number(at);
    let serial = serial_at(tokens, at)?;
    let (name, exact) = words.name(tokens, digits, year, own, trust)?;
    let mut end = at + 1;
    let behind = year_behind(tokens, end, digits.len(), own);
    if let Some((behind, next)) = behind.filter(|_| year.is_none()) {
        year = Some(behind);
        end = next;
    }
    // `9-22` behind a name of no table is a day.
    let day =
        digits.len() <= 2 && matches!(tokens.sign(end), Some(b'-' | b'/')) && tokens.glued(end);
    if !exact && (day || !ends(tokens, end)) {
        return None;
    }
    Some(Cable {
        end,
        post: name,
        year,
        serial,
        digits: digits.len(),
    })
}

/// `POST 09 1234`, `POST 2009 12345`, `POST 09-1234`: the year between name and serial, and the token of the serial.
fn year_between(tokens: &Tokens<'_>, at: usize, own: Option<i16>) -> Option<(i16, usize)> {
    let first = tokens.number(at);
    let joined = matches!(tokens.sign(at + 1), Some(b'-' | b'/'));
    let serial = at + 1 + usize::from(joined);
    if tokens.line(at + 1)
        || tokens.line(serial)
        || tokens.glued(at + 1) != joined
        || tokens.glued(serial) != joined
    {
        return None;
    }
    let year = year_of(first).filter(|&year| is_likely(year, own, 60))?;
    let digits = tokens.number(serial).len();
    // A serial has no zero in front of a single digit, and is rarely shorter than a year.
    let fits = match first.len() {
        2 => digits >= 3 || (joined && first.starts_with('0') && digits > 0),
        _ if joined => {
            // `POST 2007-1730` does not run from one serial to the next.
            let below = serial_of(tokens.number(serial)) < serial_of(first);
            tokens.is_sign(at + 1, b'-') && digits >= 3 && below
        }
        _ => digits >= 3 && digits > first.len(),
    };
    // Three numbers joined are a date.
    let date = joined
        && tokens.is_number(serial + 2)
        && matches!(tokens.sign(serial + 1), Some(b'-' | b'/'));
    (fits && !date).then_some((year, serial))
}

/// A further serial at `at` that takes post and year from the telegram before: end, serial, digits and year behind it.
pub(super) fn further(
    tokens: &Tokens<'_>,
    at: usize,
    own: Option<i16>,
) -> Option<(usize, u32, usize, Option<i16>)> {
    let at = at + usize::from(tokens.is_sign(at, b'#'));
    let digits = tokens.number(at);
    let serial = serial_at(tokens, at)?;
    let (year, end) = match year_behind(tokens, at + 1, digits.len(), own) {
        Some((year, end)) => (Some(year), end),
        None => (None, at + 1),
    };
    ends(tokens, end).then_some((end, serial, digits.len(), year))
}

/// The serial at `at`.
fn serial_at(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    serial_of(tokens.number(at)).filter(|_| is_plain(tokens, at))
}

/// Whether the number is none of a date, a date-time group, a clock time or a section of an order.
fn is_plain(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = at + 1;
    let numbers = |sign: u8, from: usize| {
        tokens.is_sign(from, sign)
            && tokens.glued(from)
            && tokens.glued(from + 1)
            && tokens.is_number(from + 1)
    };
    if numbers(b'.', next)
        || numbers(b':', next)
        // A month or day has two digits at most: `ROME 800/801/802` are serials.
        || (numbers(b'/', next) && numbers(b'/', next + 2) && tokens.number(next + 1).len() < 3)
    {
        return false;
    }
    if numbers(b'-', next) && numbers(b'-', next + 2) {
        return false;
    }
    // `261447Z`, `28TH`; but a label may be glued: `1234B. POST 5`.
    let glued_word = tokens.glued(next) && !tokens.word(next).is_empty();
    let glued_label = tokens.letter(next).is_some()
        && (tokens.is_sign(next + 1, b'.') || tokens.is_sign(next + 1, b')'));
    !glued_word || glued_label
}

/// `(C)`, `(SBU)`, `(S/NF)` in front: the token behind it.
pub(super) fn behind_mark(tokens: &Tokens<'_>, at: usize) -> usize {
    const MARKS: &[&str] = &[
        "U", "C", "S", "SBU", "NF", "LOU", "FOUO", "TS", "REL", "NOFORN",
    ];
    match tokens.closing(at) {
        Some(next) if (at + 3..=at + 6).contains(&next) => {
            let mark =
                (at + 1..next - 1).all(|at| tokens.is_word(at, MARKS) || tokens.is_sign(at, b'/'));
            if mark { next } else { at }
        }
        _ => at,
    }
}

/// The words of a name at the start of an entry.
struct Words {
    places: [usize; MOST_WORDS],
    count: usize,
    /// Token behind them.
    next: usize,
}

impl Words {
    fn read(tokens: &Tokens<'_>, mut at: usize) -> Option<Self> {
        let (mut places, mut count) = ([0; MOST_WORDS], 0);
        while let Some(place) = places.get_mut(count) {
            let word = tokens.word(at);
            let is_label =
                word.len() == 1 && (tokens.is_sign(at + 1, b'.') || tokens.is_sign(at + 1, b')'));
            if word.is_empty() || is_label || word.eq_ignore_ascii_case("AND") {
                break;
            }
            *place = at;
            count += 1;
            at += 1;
            let glued_word = tokens.glued(at + 1) && !tokens.word(at + 1).is_empty();
            if (tokens.is_sign(at, b'.') && word.len() <= 3 && tokens.glued(at))
                || (tokens.is_sign(at, b'-') && tokens.glued(at) && glued_word)
            {
                at += 1;
            }
        }
        (count > 0).then_some(Words {
            places,
            count,
            next: at,
        })
    }

    /// The origin the words name, and whether it is exactly one of the tables.
    fn name(
        &self,
        tokens: &Tokens<'_>,
        digits: &str,
        year: Option<i16>,
        own: Option<i16>,
        trust: Trust,
    ) -> Option<(Name, bool)> {
        let all = self.places.get(..self.count)?;
        let like_year = year.is_none()
            && digits.len() == 4
            && year_of(digits).is_some_and(|year| is_likely(year, own.map(|own| own + 2), 12));
        // The longest name wins: words are left out at the end first, then at the start.
        let behind = all
            .iter()
            .skip(1)
            .rev()
            .take_while(|&&at| post::BEHIND.hold(tokens.word(at).as_bytes()))
            .count();
        let shortest = all.len() - behind;
        for skipped in 0..shortest {
            let (before, rest) = all.split_at_checked(skipped)?;
            for cut in 0..=behind {
                let name = rest.get(..rest.len() - cut)?;
                let Some(letters) = Letters::of(name.iter().map(|&at| tokens.str(at))) else {
                    continue;
                };
                let letters = letters.as_str();
                let role = post::by_role(letters);
                let Some(origin) = role.or_else(|| post::known(letters)) else {
                    continue;
                };
                // Countries and short forms stand in prose too; `LEBANON 2008` is a country and a year.
                let alias = role.is_none() && origin != letters;
                let sure = before.iter().all(|&at| post::is_before(tokens.word(at)));
                // The Department's telegrams are cited with many words in front, those of posts are not.
                let likely = trust == Trust::Any
                    && origin == "STATE"
                    && !before
                        .iter()
                        .any(|&at| post::is_never(tokens.word(at)) || is_kind(tokens, at));
                let doubtful = like_year && (alias || !sure)
                    || trust == Trust::Known
                        && year.is_none()
                        && facts::alias_is_ambiguous(letters);
                if (sure || likely) && !doubtful {
                    return Some((Name::Known(origin), true));
                }
            }
        }
        let mut words = all.get(..shortest)?;
        if trust == Trust::Known || like_year {
            return None;
        }
        while let [first, rest @ ..] = words {
            if rest.is_empty() || !post::is_before(tokens.word(*first)) {
                break;
            }
            words = rest;
        }
        let never = |&at: &usize| post::is_never(tokens.word(at)) || is_kind(tokens, at);
        let first = words.first().map_or("", |&at| tokens.word(at));
        if words.len() > 3 || words.iter().any(never) || post::is_before(first) {
            return None;
        }
        let letters = Letters::of(words.iter().map(|&at| tokens.str(at)))?;
        let name = letters.as_str();
        if !(3..=20).contains(&name.len()) || name.contains(|letter: char| letter.is_ascii_digit())
        {
            return None;
        }
        let repaired = post::repaired(name).map(Name::Known);
        Some((repaired.unwrap_or(Name::Printed(letters)), false))
    }
}

/// From the end of the name to the serial: `#`, a dash, a mark or a year in parentheses.
fn before_serial(tokens: &Tokens<'_>, mut at: usize, year: &mut Option<i16>) -> Option<usize> {
    /// Longest note between name and serial, in tokens: `(S/NF)`.
    const LONGEST: usize = 5;
    if let Some(next) = tokens.closing(at).filter(|next| next - at <= LONGEST) {
        if let Some((between, _)) = year_at(tokens, at) {
            *year = year.or(Some(between));
        }
        at = next;
    }
    // An airgram has its number behind a letter and a dash: `POST A-150`.
    let airgram = at > 0 && tokens.is_word(at - 1, &["A", "CA"]);
    if matches!(tokens.sign(at), Some(b'-' | b'.')) && !airgram {
        at += 1;
    }
    if tokens.is_sign(at, b'#') {
        at += 1;
    }
    tokens.is_number(at).then_some(at)
}

/// `870 POST`: the serial before a known post that has none behind it.
fn serial_first(tokens: &Tokens<'_>, at: usize, own: Option<i16>) -> Option<Cable> {
    let digits = tokens.number(at);
    let serial = serial_at(tokens, at)?;
    let words = Words::read(tokens, at + 1)?;
    let places = words.places.get(..words.count)?;
    // The longest row of words that is a post; what follows is the rest of the entry.
    (1..=places.len()).rev().find_map(|count| {
        let name = places.get(..count)?;
        let letters = Letters::of(name.iter().map(|&at| tokens.str(at)))?;
        let origin = post::known(letters.as_str())?;
        let end = name.last()? + 1;
        let ambiguous = facts::alias_is_ambiguous(letters.as_str());
        (!ambiguous && ends(tokens, end)).then_some(())?;
        let (year, end) = match year_behind(tokens, end, digits.len(), own) {
            Some((year, next)) => (Some(year), next),
            None => (None, end),
        };
        Some(Cable {
            end,
            post: Name::Known(origin),
            year,
            serial,
            digits: digits.len(),
        })
    })
}

/// The year behind a serial: `(09)`, `09`, `'09`, `-09`, `/09`, `/2009`, `, 2009`.
fn year_behind(
    tokens: &Tokens<'_>,
    at: usize,
    digits: usize,
    own: Option<i16>,
) -> Option<(i16, usize)> {
    if tokens.line(at) {
        return None;
    }
    if tokens.is_sign(at, b'(') {
        return year_at(tokens, at);
    }
    if tokens.is_word(at, &["OF", "DATED", "DTD"]) {
        return year_of_date(tokens, at + 1);
    }
    let sign = tokens.sign(at);
    let number = match sign {
        Some(b'-' | b'/' | b',' | b'\'') => at + 1,
        Some(_) => return None,
        None => at,
    };
    let printed = tokens.number(number);
    let year = year_of(printed)?;
    let end = number + 1;
    let zero = printed.len() == 2 && printed.starts_with(['0', 'O']);
    let fits = match sign {
        Some(b'\'') => printed.len() == 2 && tokens.glued(number),
        Some(b'-') => tokens.glued(number) && is_likely(year, own, 60),
        // A number of the size of the serial is one more serial: `936/935`, `1998/2005`.
        Some(b'/') => {
            tokens.glued(number)
                && is_likely(year, own, 15)
                && (zero || own.is_some())
                && digits != printed.len()
                || zero && digits != 2
        }
        Some(_) => digits >= 5 && printed.len() == 4 && is_likely(year, own, 15),
        None => printed.len() != 3 && is_likely(year, own, 60),
    };
    // The number may belong to the next entry: `POST 12 09 OTHER 13`.
    (fits && ends(tokens, end) && is_plain(tokens, number)).then_some((year, end))
}

/// `2007`, `JUNE 5, 2007`, `5 JUNE 07` behind OF or DATED: the year, and the token behind it.
fn year_of_date(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let alone = tokens.number(at).len() == 4;
    let (mut next, mut month) = (at, false);
    // Month and day in either order.
    while !alone && next < at + 2 {
        month |= post::is_month(tokens.word(next));
        if !(post::is_month(tokens.word(next)) || (1..=2).contains(&tokens.number(next).len())) {
            return None;
        }
        next += 1;
    }
    next += usize::from(tokens.is_sign(next, b',') && !alone);
    let year = year_of(tokens.number(next))?;
    ((alone || month) && ends(tokens, next + 1)).then_some((year, next + 1))
}

/// Whether an entry may end before `at`: a line end, a sign that separates, a new label, a word that goes on.
pub(super) fn ends(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return true;
    };
    if token.line {
        return true;
    }
    match token.kind {
        Kind::Sign(b'.') => !(tokens.glued(at) && tokens.glued(at + 1) && tokens.is_number(at + 1)),
        Kind::Sign(sign) => matches!(
            sign,
            b';' | b',' | b':' | b'&' | b'/' | b'+' | b'(' | b'[' | b'-' | b')' | b']' | b'"'
        ),
        Kind::Word => {
            tokens.letter(at).is_some()
                || tokens.is_word(
                    at,
                    &[
                        "AND",
                        "ET",
                        "NOTAL",
                        "DATED",
                        "OF",
                        "DTG",
                        "REF",
                        "SEPTEL",
                        "CLASSIFIED",
                        "CIRCULAR",
                    ],
                )
        }
        Kind::Number => false,
    }
}
