//! TAGS codes, their misprints, and the phrases that posts printed in the TAGS line.

use rustc_hash::FxHashMap;

use once_cell::sync::Lazy;

use super::table::{Table, list, optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a tag stands for.
    pub enum TagKind {
        /// A subject code of four letters, `PREL`.
        Subject = 1, "subject";
        /// A country, dependency or region, `IZ`.
        Geographic = 2, "geographic";
        /// An organization, `NATO`.
        Organization = 3, "organization";
        /// A program code, K and three letters, `KDEM`.
        Program = 4, "program";
        /// The name of a person, `(BUSH, GEORGE W)`.
        Person = 5, "person";
        /// Words that are no code but were printed as one tag, `HUMAN RIGHTS`.
        Phrase = 6, "phrase";
        /// None of these.
        Unknown = 7, "unknown";
    }
}

/// One meaning of a TAGS code.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tag {
    /// The code, or the words of a phrase with single blanks.
    pub code: &'static str,
    /// What the code stands for.
    pub kind: TagKind,
    /// The name in our words; `None` where the code is attested and its meaning is not established.
    pub name: Option<&'static str>,
    /// First year of this meaning, included.
    pub from: Option<i16>,
    /// Last year of this meaning, included.
    pub to: Option<i16>,
    /// Uncertainty, or the code of the same matter.
    pub note: Option<&'static str>,
    /// The code describes a shape (`TIP IN <COUNTRY>`, a person's name) and is never printed so.
    pub pattern: bool,
}

/// A misprinted or nonstandard form of a TAGS code.
#[derive(Debug)]
#[non_exhaustive]
pub struct TagCorrection {
    /// The form as printed.
    pub variant: &'static str,
    /// The code or codes meant. A correction stands beside the print and never replaces it.
    pub canonical: &'static [&'static str],
    /// Kind of slip, `transposed` or `missing space`.
    pub reason: &'static str,
}

/// A phrase and its words, to match without joining the words of the text.
struct Phrase {
    words: &'static [&'static str],
    tag: &'static Tag,
}

struct Tags {
    rows: &'static [Tag],
    /// First row and number of rows of a code; the file is sorted by code and year.
    index: FxHashMap<&'static str, (usize, usize)>,
    /// Phrases by their first word, the longest first.
    phrases: FxHashMap<&'static str, Vec<Phrase>>,
    tip_in_country: Option<&'static Tag>,
    /// Names of countries in upper case, as words, by first word, the longest first.
    countries: FxHashMap<&'static str, Vec<&'static [&'static str]>>,
}

static TAGS: Lazy<Tags> = Lazy::new(Tags::load);

static CORRECTIONS: Lazy<Table<TagCorrection>> = Lazy::new(|| {
    let table = rows::<3>(include_str!("data/tag_variants.csv"))
        .into_iter()
        .map(|[variant, canonical, reason]| TagCorrection {
            variant,
            canonical: list(canonical, ' '),
            reason,
        })
        .collect();
    Table::new(table, |row| row.variant)
});

const TIP_IN: [&str; 2] = ["TIP", "IN"];

impl Tags {
    fn load() -> Self {
        let rows: &'static [Tag] = rows::<6>(include_str!("data/tags.csv"))
            .into_iter()
            .map(|[code, kind, name, from, to, note]| Tag {
                code,
                kind: match kind {
                    "person-pattern" => TagKind::Person,
                    other => other.parse::<TagKind>().ok().unwrap_or(TagKind::Unknown),
                },
                name: optional(name),
                from: from.parse().ok(),
                to: to.parse().ok(),
                note: optional(note),
                pattern: kind == "person-pattern" || code.contains('<'),
            })
            .collect::<Vec<_>>()
            .leak();
        let mut tags = Self {
            rows,
            index: FxHashMap::with_capacity_and_hasher(rows.len(), Default::default()),
            phrases: FxHashMap::default(),
            tip_in_country: None,
            countries: FxHashMap::default(),
        };
        for (i, tag) in rows.iter().enumerate() {
            tags.add(i, tag);
        }
        for phrases in tags.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        for names in tags.countries.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        }
        tags
    }

    fn add(&mut self, i: usize, tag: &'static Tag) {
        if tag.pattern {
            if tag.kind == TagKind::Phrase {
                self.tip_in_country = Some(tag);
            }
            return;
        }
        self.index.entry(tag.code).or_insert((i, 0)).1 += 1;
        if tag.kind == TagKind::Phrase || tag.code.contains(' ') {
            let words = list(tag.code, ' ');
            if let Some(first) = words.first() {
                let phrase = Phrase { words, tag };
                self.phrases.entry(first).or_default().push(phrase);
            }
        }
        if let (TagKind::Geographic, Some(name)) = (tag.kind, tag.name) {
            let words = list(name.to_uppercase().leak(), ' ');
            if let Some(first) = words.first() {
                self.countries.entry(first).or_default().push(words);
            }
        }
    }

    /// Number of words of the country that `words` begin with.
    fn country_at(&self, words: &[&str]) -> Option<usize> {
        let names = self.countries.get(words.first()?)?;
        let name = names.iter().find(|name| words.starts_with(name))?;
        Some(name.len())
    }
}

/// The meaning of a TAGS code (or of a phrase with single blanks) in a year.
///
/// The code is compared as it stands, in upper case. A code with several meanings is read by the
/// row whose years hold `year`, else by the row nearest in years, the later of two as near;
/// without a year by the latest. A code with one meaning always has that meaning: its years
/// inform, they do not reject. `None` says only that the code is in no list.
///
/// Source: TAGS 1974; 5 FAH-3; telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let name = |year| facts::tag("CG", year).and_then(|tag| tag.name);
/// assert_eq!(name(Some(1975)), Some("Zaire"));
/// assert_eq!(name(Some(2008)), Some("Democratic Republic of the Congo"));
/// assert!(facts::tag("QQQQ", None).is_none());
/// ```
#[must_use]
pub fn tag(code: &str, year: Option<i16>) -> Option<&'static Tag> {
    let tags: &'static Tags = &TAGS;
    let (start, count) = *tags.index.get(code)?;
    let meanings = tags.rows.get(start..start + count)?;
    match (meanings, year) {
        ([only], _) => Some(only),
        (_, None) => meanings.last(),
        (_, Some(year)) => meanings.iter().rev().min_by_key(|tag| distance(tag, year)),
    }
}

/// Years between a year and the years of a meaning.
fn distance(tag: &Tag, year: i16) -> i32 {
    let year = i32::from(year);
    let before = tag.from.map_or(0, |from| i32::from(from) - year);
    let after = tag.to.map_or(0, |to| year - i32::from(to));
    before.max(after).max(0)
}

/// The kind of a tag as printed, for codes outside the lists too.
///
/// The lists decide first. A name in parentheses or of the shape `SURNAME, GIVEN NAME` is a person; four
/// letters that begin with K are a program, with another category letter (A, B, C, E, L, M,
/// O, P, S, T) a subject; the rest is unknown.
///
/// Source: 5 FAH-3; TAGS 1974.
///
/// ```
/// use cable_core::facts::{self, TagKind};
///
/// assert_eq!(facts::tag_kind("NATO", None), TagKind::Organization);
/// assert_eq!(facts::tag_kind("(MEDVEDEV, DMITRY)", None), TagKind::Person);
/// assert_eq!(facts::tag_kind("KQQQ", None), TagKind::Program);
/// assert_eq!(facts::tag_kind("WHATEVER", None), TagKind::Unknown);
/// ```
#[must_use]
pub fn tag_kind(code: &str, year: Option<i16>) -> TagKind {
    if let Some(tag) = tag(code, year) {
        return tag.kind;
    }
    if is_person(code) {
        return TagKind::Person;
    }
    match code.as_bytes() {
        [first, rest @ ..] if rest.len() == 3 && rest.iter().all(u8::is_ascii_uppercase) => {
            match first {
                b'K' => TagKind::Program,
                b'A' | b'B' | b'C' | b'E' | b'L' | b'M' | b'O' | b'P' | b'S' | b'T' => {
                    TagKind::Subject
                }
                _ => TagKind::Unknown,
            }
        }
        _ => TagKind::Unknown,
    }
}

/// `(NAME)`, or a surname, a comma and a given name, without digits.
fn is_person(code: &str) -> bool {
    if code.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let inner = code
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    match (inner, code.split_once(',')) {
        (Some(name), _) => !name.trim().is_empty(),
        (None, Some((surname, given))) => !surname.trim().is_empty() && !given.trim().is_empty(),
        (None, None) => false,
    }
}

/// The code or codes meant by a misprinted or nonstandard tag, in upper case.
///
/// Source: telegrams; each entry is a judgement about a misprint.
///
/// ```
/// use cable_core::facts;
///
/// let slip = facts::tag_correction("PREJ").map(|slip| slip.canonical);
/// assert_eq!(slip, Some(&["PREL"][..]));
/// let joined = facts::tag_correction("EINVEFIN").map(|slip| slip.canonical);
/// assert_eq!(joined, Some(&["EINV", "EFIN"][..]));
/// assert!(facts::tag_correction("PREL").is_none());
/// ```
#[must_use]
pub fn tag_correction(variant: &str) -> Option<&'static TagCorrection> {
    CORRECTIONS.get(variant)
}

/// The longest phrase that upper-case `words` begin with, and its number of words.
///
/// Phrases are the rows of that kind (`COUNTERTERRORISM` is one of a single word), the codes of several words (`EL AL`),
/// and `TIP IN` with the name of a country.
///
/// Source: telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let at = |words: &[&str]| facts::tag_phrase_at(words).map(|(count, tag)| (count, tag.code));
/// assert_eq!(at(&["HUMAN", "RIGHTS", "VETTING", "PREL"]), Some((3, "HUMAN RIGHTS VETTING")));
/// assert_eq!(at(&["TIP", "IN", "SAUDI", "ARABIA"]), Some((4, "TIP IN <COUNTRY>")));
/// assert_eq!(at(&["PREL", "PGOV"]), None);
/// ```
#[must_use]
pub fn tag_phrase_at(words: &[&str]) -> Option<(usize, &'static Tag)> {
    let tags: &'static Tags = &TAGS;
    let first = words.first()?;
    if let Some(phrases) = tags.phrases.get(first) {
        let found = phrases
            .iter()
            .find(|phrase| words.starts_with(phrase.words));
        if let Some(phrase) = found {
            return Some((phrase.words.len(), phrase.tag));
        }
    }
    if words.starts_with(&TIP_IN) {
        let count = tags.country_at(words.get(TIP_IN.len()..)?)?;
        return Some((TIP_IN.len() + count, tags.tip_in_country?));
    }
    None
}

/// Every row of the TAGS table, in the order of codes and years, patterns included.
///
/// Source: TAGS 1974; 5 FAH-3; telegrams.
///
/// ```
/// use cable_core::facts::{self, TagKind};
///
/// assert!(facts::tags().any(|tag| tag.kind == TagKind::Program && tag.code == "KDEM"));
/// ```
pub fn tags() -> impl ExactSizeIterator<Item = &'static Tag> {
    let tags: &'static Tags = &TAGS;
    tags.rows.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_outside_all_meanings_takes_the_nearest() {
        let name = |code, year| tag(code, Some(year)).and_then(|tag| tag.name);
        assert_eq!(name("PINS", 1960), Some("Internal security"));
        assert_eq!(name("PINS", 2020), Some("National security"));
        assert_eq!(name("VN", 1976), Some("North Vietnam"));
        assert_eq!(name("VN", 1977), Some("Vietnam"));
    }

    #[test]
    fn every_correction_is_a_code_and_no_variant_is() {
        for row in CORRECTIONS.rows() {
            assert!(tag(row.variant, None).is_none(), "{}", row.variant);
            for code in row.canonical {
                assert!(tag(code, None).is_some(), "{code}");
            }
        }
    }

    #[test]
    fn patterns_are_no_codes() {
        assert!(tag("TIP IN <COUNTRY>", None).is_none());
        assert_eq!(tags().filter(|tag| tag.pattern).count(), 3);
    }

    #[test]
    fn phrases_of_one_word_and_codes_of_two_are_met() {
        assert!(tag_phrase_at(&["COUNTERTERRORISM"]).is_some());
        assert_eq!(tag_phrase_at(&["EL", "AL"]).map(|found| found.0), Some(2));
        assert!(tag_phrase_at(&["TIP", "IN"]).is_none());
        assert!(tag_phrase_at(&["HUMAN"]).is_none());
        assert!(tag_phrase_at(&[]).is_none());
    }
}
