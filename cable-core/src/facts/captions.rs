//! Captions, the handling words between banner and E.O. line.

use rustc_hash::FxHashMap;

use once_cell::sync::Lazy;

use super::classifications::{classification, classifications};
use super::table::{Table, list, optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a caption is about.
    pub enum CaptionClass {
        /// Who gets the message, `SIPDIS`.
        Distribution = 1, "distribution";
        /// How narrowly it is held, `EXDIS`.
        Handling = 2, "handling";
        /// A control of the marking, `NOFORN`.
        Control = 3, "control";
        /// A series of a travelling party or delegation, `SECTO`.
        Series = 4, "series";
        /// A restricted channel, `ROGER CHANNEL`.
        Channel = 5, "channel";
        /// A corrected copy.
        Correction = 6, "correction";
        /// How it was transmitted, `EFTO`.
        Transmission = 7, "transmission";
        /// To be passed on, `STATE PASS`.
        Passing = 8, "passing";
        /// A precedence word, `NIACT`.
        Precedence = 9, "precedence";
        /// An instruction, `COMBINE`.
        Instruction = 10, "instruction";
        /// A word of the reference line, `NOTAL`.
        Reference = 11, "reference";
        /// Not established.
        Unknown = 12, "unknown";
    }
}

/// A caption.
#[derive(Debug)]
#[non_exhaustive]
pub struct Caption {
    /// The words, with single blanks.
    pub caption: &'static str,
    /// What it is about.
    pub class: CaptionClass,
    /// The meaning in our words; `None` where not established.
    pub meaning: Option<&'static str>,
    /// Where it comes from, and uncertainty.
    pub source: &'static str,
}

struct Captions {
    table: Table<Caption>,
    /// Row and words of the captions by first word, the longest first.
    by_first_word: FxHashMap<&'static str, Vec<(usize, &'static [&'static str])>>,
    /// Corrections without their blanks, which vary with each print, and their row.
    corrections: Vec<(String, usize)>,
}

/// The captions that are patterns.
const NAMED: &str = "FOR [NAME] ONLY";
const EYES_ONLY: &str = "EYES ONLY FOR [NAME]";
/// The words before the name.
const EYES_ONLY_FOR: [&str; 3] = ["EYES", "ONLY", "FOR"];
/// The most words of a name: a list of offices and names.
const MAX_NAMED_WORDS: usize = 12;

/// First words of captions and of classifications, upper-cased, and the words that may follow; none where any may.
static FIRST_WORDS: Lazy<FxHashMap<&'static str, Vec<&'static str>>> = Lazy::new(|| {
    let mut words: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (first, captions) in &CAPTIONS.by_first_word {
        let seconds = captions.iter().map(|(_, words)| words.get(1).copied());
        let seconds: Option<Vec<_>> = seconds.collect();
        words.insert(*first, seconds.unwrap_or_default());
    }
    let names = classifications().flat_map(|row| {
        let short = row.abbreviations.iter().chain(row.spaced_forms).copied();
        std::iter::once(row.display).chain(short)
    });
    // Corrections have blanks anywhere; a pattern, and what is printed with a slash or a comma, goes on as it likes.
    let open = CAPTIONS.table.rows().iter().filter(|row| {
        row.class == CaptionClass::Correction || row.caption.contains(['/', ',', '['])
    });
    let open = open.map(|row| row.caption);
    for name in names.chain(open) {
        if let Some(first) = name.split([' ', '/', ',']).next() {
            words.insert(first, Vec::new());
        }
    }
    words
});

static CAPTIONS: Lazy<Captions> = Lazy::new(|| {
    let rows: Vec<_> = rows::<4>(include_str!("data/captions.csv"))
        .into_iter()
        .map(|[caption, class, meaning, source]| Caption {
            caption,
            class: class
                .parse::<CaptionClass>()
                .ok()
                .unwrap_or(CaptionClass::Unknown),
            meaning: optional(meaning),
            source,
        })
        .collect();
    let mut by_first_word: FxHashMap<_, Vec<(usize, &'static [&'static str])>> =
        FxHashMap::default();
    let mut corrections: Vec<(String, usize)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if row.class == CaptionClass::Correction {
            corrections.push((row.caption.replace(' ', ""), i));
        }
        if [NAMED, EYES_ONLY].contains(&row.caption) {
            continue;
        }
        // A dash between the words is printed in many ways, or not at all.
        let words = list(row.caption.replace(" - ", " ").leak(), ' ');
        if let Some(first) = words.first() {
            by_first_word.entry(*first).or_default().push((i, words));
        }
    }
    for captions in by_first_word.values_mut() {
        captions.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
    }
    Captions {
        table: Table::new(rows, |row| row.caption),
        by_first_word,
        corrections,
    }
});

/// The fact about a caption in upper case, its words parted by single blanks.
///
/// `FOR … ONLY` with a name is the pattern of that shape, unless the words are a marking; so is `EYES ONLY FOR …`. A
/// corrected copy is known whatever its blanks.
///
/// Source: 5 FAH-2; telegrams; general knowledge where the row says so.
///
/// ```
/// use cable_core::facts::{self, CaptionClass};
///
/// let class = |words| facts::caption(words).map(|caption| caption.class);
/// assert_eq!(class("SIPDIS"), Some(CaptionClass::Distribution));
/// assert_eq!(class("FOR THE AMBASSADOR ONLY"), Some(CaptionClass::Handling));
/// assert_eq!(class("C O R R E C T E D  COPY"), Some(CaptionClass::Correction));
/// assert_eq!(class("FOR OFFICIAL USE ONLY"), None);
/// ```
#[must_use]
pub fn caption(words: &str) -> Option<&'static Caption> {
    let captions: &'static Captions = &CAPTIONS;
    if let Some(found) = captions
        .table
        .get(words)
        .filter(|row| ![NAMED, EYES_ONLY].contains(&row.caption))
    {
        return Some(found);
    }
    if is_named(words) {
        return captions.table.get(NAMED);
    }
    if words.starts_with("EYES ONLY FOR ") {
        let words: Vec<_> = words.split(' ').collect();
        return eyes_only(&words).and(captions.table.get(EYES_ONLY));
    }
    let letters = || words.bytes().filter(|byte| *byte != b' ');
    let (_, row) = captions
        .corrections
        .iter()
        .find(|(compact, _)| letters().eq(compact.bytes()))?;
    captions.table.rows().get(*row)
}

/// `FOR`, a name, `ONLY`, and no marking of that shape.
fn is_named(words: &str) -> bool {
    words
        .strip_prefix("FOR ")
        .and_then(|rest| rest.strip_suffix(" ONLY"))
        .is_some_and(|name| !name.trim().is_empty())
        && classification(words).is_none()
}

/// How many words `EYES ONLY FOR …` has: all, if a name stands behind it and no verb of a pass line follows.
fn eyes_only(words: &[&str]) -> Option<usize> {
    let name = words.strip_prefix(&EYES_ONLY_FOR)?;
    let other = |word: &&str| ["FOR", "PASS", "ATTN"].contains(word) || word.is_empty();
    let fits = (1..=MAX_NAMED_WORDS).contains(&name.len()) && !name.iter().any(other);
    fits.then_some(words.len())
}

/// The longest caption that upper-case `words` begin with, and its number of words.
///
/// Knows the patterns `FOR … ONLY` and `EYES ONLY FOR …`, which takes all words, and the blanks of a corrected copy as [`caption`] does.
///
/// Source: as [`caption`].
///
/// ```
/// use cable_core::facts;
///
/// let at = |words: &[&str]| facts::caption_at(words).map(|(count, fact)| (count, fact.caption));
/// assert_eq!(at(&["SBU", "NOFORN", "SIPDIS"]), Some((2, "SBU NOFORN")));
/// assert_eq!(at(&["FOR", "A/S", "HILL", "ONLY"]), Some((4, "FOR [NAME] ONLY")));
/// assert_eq!(at(&["SUBJECT"]), None);
/// ```
#[must_use]
pub fn caption_at(words: &[&str]) -> Option<(usize, &'static Caption)> {
    let captions: &'static Captions = &CAPTIONS;
    let first = *words.first()?;
    let found = |row: usize| captions.table.rows().get(row);
    if let Some(count) = eyes_only(words) {
        return Some((count, captions.table.get(EYES_ONLY)?));
    }
    if let Some(known) = captions.by_first_word.get(first) {
        let longest = known.iter().find(|(_, caption)| words.starts_with(caption));
        if let Some((row, caption)) = longest {
            return Some((caption.len(), found(*row)?));
        }
    }
    if first == "FOR" {
        let only = words
            .iter()
            .take(MAX_NAMED_WORDS + 2)
            .position(|word| *word == "ONLY")?;
        let name = words.get(1..only)?;
        let marking = classification(&words.get(..=only)?.join(" ")).is_some();
        return (!name.is_empty() && !marking)
            .then_some(only + 1)
            .zip(captions.table.get(NAMED));
    }
    let (count, row) = captions
        .corrections
        .iter()
        .filter_map(|(compact, row)| Some((words_of(compact, words)?, *row)))
        .max()?;
    Some((count, found(row)?))
}

/// Whether a line that begins with `word`, in upper case, can be one of captions or of a classification. Most lines cannot,
/// and need not be looked at word by word. `second` finds the word behind it, if it is to be looked at: `STATE PASS` is a
/// caption and `STATE FOR` is none.
pub(crate) fn opens_caption<'a>(word: &str, second: impl FnOnce() -> Option<&'a str>) -> bool {
    if let Some(known) = FIRST_WORDS.get(word) {
        return known.is_empty()
            || second().is_none_or(|second| known.iter().any(|known| begins(second, known)));
    }
    let first = word.as_bytes().first();
    let mut corrections = CAPTIONS.corrections.iter();
    corrections.any(|(compact, _)| {
        (first.is_none() || compact.as_bytes().first() == first) && compact.starts_with(word)
    })
}

/// Whether a printed word begins with one in capitals.
fn begins(word: &str, upper: &str) -> bool {
    word.get(..upper.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(upper))
}

/// How many of `words`, joined without blanks, are `compact`.
fn words_of(compact: &str, words: &[&str]) -> Option<usize> {
    let mut rest = compact;
    for (i, word) in words.iter().enumerate() {
        rest = rest.strip_prefix(*word).filter(|_| !word.is_empty())?;
        if rest.is_empty() {
            return Some(i + 1);
        }
    }
    None
}

/// Every caption, in byte order.
///
/// Source: as [`caption`].
///
/// ```
/// assert_eq!(cable_core::facts::captions().len(), 116);
/// ```
pub fn captions() -> impl ExactSizeIterator<Item = &'static Caption> {
    let captions: &'static Captions = &CAPTIONS;
    captions.table.rows().iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_known() {
        assert!(captions().all(|row| row.class != CaptionClass::Unknown));
    }

    #[test]
    fn a_corrected_copy_is_met_with_any_blanks() {
        let words: Vec<_> = "C O R R E CTED C O P Y SIPDIS".split(' ').collect();
        let (count, found) = caption_at(&words).expect("corrected copy");
        assert_eq!(count, words.len() - 1);
        assert_eq!(found.class, CaptionClass::Correction);
    }

    #[test]
    fn the_longest_caption_wins() {
        let at = |text: &str| {
            let words: Vec<_> = text.split(' ').collect();
            caption_at(&words).map(|(count, fact)| (count, fact.caption))
        };
        assert_eq!(at("TERREP EXCLUSIVE X"), Some((2, "TERREP EXCLUSIVE")));
        assert_eq!(at("TERREP X"), Some((1, "TERREP")));
        assert_eq!(at("FOR ONLY"), None);
        assert_eq!(at("FOR OFFICIAL USE ONLY"), None);
        let eyes_only = Some((5, "EYES ONLY FOR [NAME]"));
        assert_eq!(at("EYES ONLY FOR AMBASSADOR BRANDT"), eyes_only);
        assert_eq!(at("EYES ONLY FOR"), Some((2, "EYES ONLY")));
        assert_eq!(at("EYES ONLY FOR X NSC FOR Y"), Some((2, "EYES ONLY")));
        assert!(caption("EYES ONLY FOR [NAME]").is_some());
        assert!(caption("EYES ONLY FOR X PASS Y").is_none());
        assert_eq!(at("FOR [NAME] ONLY").map(|found| found.0), Some(3));
    }
}
