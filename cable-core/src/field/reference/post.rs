//! Names of posts in references.

use crate::facts;
use crate::slips::near;
use crate::text::known_words::KnownWords;
use crate::text::months::month;
use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;
use std::ops::Deref;

/// Longest name that is looked up, in letters.
const LONGEST: usize = 40;

/// Words that may stand before the name: what kind of mission it is, level of the telegram, how it is cited.
static BEFORE: KnownWords = KnownWords::new(&[
    "AMEMBASSY",
    "AMEMB",
    "AMCONSUL",
    "AMCONSULATE",
    "AMCONGEN",
    "EMBASSY",
    "CONSULATE",
    "CONSUL",
    "CONGEN",
    "GENERAL",
    "USMISSION",
    "MISSION",
    "USINT",
    "USDEL",
    "UNCLAS",
    "UNCLASS",
    "UNCLASSIFIED",
    "CONFIDENTIAL",
    "SECRET",
    "SBU",
    "SEE",
    "PLS",
    "ALSO",
    "US",
    "REF",
    "REFTEL",
    "CABLE",
    "DOS",
    "DEPT",
    "YOUR",
    "OUR",
    "PREVIOUS",
]);

/// Whether a word may stand before a name; a slip of a letter is forgiven in a long one.
pub(super) fn is_before(word: &str) -> bool {
    const LONG: usize = 7;
    if BEFORE.hold(word.as_bytes()) {
        return true;
    }
    word.len() + 1 >= LONG
        && Letters::of(core::iter::once(word)).is_some_and(|letters| {
            let word = letters.as_str().as_bytes();
            let mut long = BEFORE.iter().filter(|before| before.len() >= LONG);
            long.any(|before| near(word, before.as_bytes(), 1))
        })
}

/// Words between the name and the serial.
pub(super) static BEHIND: KnownWords = KnownWords::new(&[
    "CABLE",
    "CABLES",
    "TELEGRAM",
    "TELEGRAMS",
    "TEL",
    "TELS",
    "EMBTEL",
    "EMBTELS",
    "MESSAGE",
    "MSG",
    "NO",
    "NOS",
    "NR",
    "NUMBER",
    "NUM",
    "SERIAL",
    "MRN",
    "CIRCULAR",
    "CIRC",
    "WASHDC",
    "WASHINGTON",
    "WASH",
    "DC",
]);

/// Words that make a row of words no name of a post: what stands before numbers in prose.
static NEVER: KnownWords = KnownWords::new(&[
    "A",
    "AN",
    "AND",
    "ARTICLE",
    "ARTICLES",
    "AT",
    "BILL",
    "BY",
    "CHAPTER",
    "CODEL",
    "CONTRACT",
    "DAILY",
    "DATED",
    "DAY",
    "DAYS",
    "DECREE",
    "DIPNOTE",
    "DIPNOTES",
    "DIRECTIVE",
    "DTG",
    "EO",
    "EMBTEL",
    "DEPTEL",
    "FAX",
    "FOR",
    "FROM",
    "HR",
    "IIR",
    "IN",
    "ITEM",
    "LAW",
    "LETTER",
    "MEMO",
    "NOTE",
    "NOTICE",
    "ON",
    "OR",
    "ORDER",
    "PAGE",
    "PAGES",
    "PARA",
    "PARAS",
    "PARAGRAPH",
    "PARAGRAPHS",
    "PART",
    "PHASE",
    "PHONE",
    "POC",
    "POINTS",
    "PROJECT",
    "REASON",
    "REASONS",
    "REGULATION",
    "REPORT",
    "RESOLUTION",
    "ROOM",
    "SECTION",
    "SECTIONS",
    "SCR",
    "STAFFDEL",
    "STEP",
    "TAB",
    "TD",
    "THE",
    "THRU",
    "THROUGH",
    "SINCE",
    "UNTIL",
    "TIP",
    "TITLE",
    "TO",
    "TREATY",
    "UNGA",
    "UNSC",
    "UNSCR",
    "VERSION",
    "VOLUME",
    "WITH",
    "WIRE",
    "EMAIL",
    "MAIL",
    "TELCON",
    "MEETING",
    "FY",
    "CY",
    "OSC",
    "INCSR",
    "SITREP",
    "SPOT",
    "CA",
    "AIRGRAM",
]);

/// Whether a word is a month, in full or cut.
pub(super) fn is_month(word: &str) -> bool {
    month(word.as_bytes()).is_some()
}

/// Whether a word never stands in the name of an unknown post.
pub(super) fn is_never(word: &str) -> bool {
    NEVER.hold(word.as_bytes()) || is_month(word)
}

/// The name of a post: that of the facts where they know it, else its letters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Name {
    Known(&'static str),
    Printed(Letters),
}

impl Deref for Name {
    type Target = str;
    fn deref(&self) -> &str {
        match self {
            Name::Known(origin) => origin,
            Name::Printed(letters) => letters.as_str(),
        }
    }
}

/// The letters of a name without blanks, dots and apostrophes, upper-cased, accents left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Letters {
    /// `None` if there are too many letters to be a name, or others than Latin ones.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut letters = Letters {
            bytes: [0; LONGEST],
            length: 0,
        };
        for word in words {
            if word.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
                let end = letters.length + word.len();
                let place = letters.bytes.get_mut(letters.length..end)?;
                place.copy_from_slice(word.as_bytes());
                place.make_ascii_uppercase();
                letters.length = end;
                continue;
            }
            for letter in word.chars() {
                let letter = match letter {
                    'A'..='Z' | 'a'..='z' | '0'..='9' => u8::try_from(letter).ok()?,
                    'À'..='Å' | 'à'..='å' => b'A',
                    'È'..='Ë' | 'è'..='ë' => b'E',
                    'Ì'..='Ï' | 'ì'..='ï' => b'I',
                    'Ò'..='Ö' | 'ò'..='ö' => b'O',
                    'Ù'..='Ü' | 'ù'..='ü' => b'U',
                    'Ç' | 'ç' => b'C',
                    'Ñ' | 'ñ' => b'N',
                    _ if letter.is_alphanumeric() => return None,
                    _ => continue,
                };
                letters.push(letter)?;
            }
        }
        Some(letters)
    }

    /// `None` if there is no room.
    fn push(&mut self, letter: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = letter.to_ascii_uppercase();
        self.length += 1;
        Some(())
    }

    pub(super) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or(&[]);
        core::str::from_utf8(bytes).unwrap_or("")
    }
}

/// What stands for the post of the citing telegram where it is cited by its role: `EMBTEL 12`.
const OWN: &str = "EMBTEL";

/// What stands for the post that the citing telegram goes to: `URTEL 12`.
const OTHER: &str = "URTEL";

/// Telegrams cited by who sent them: the Department, the embassy that writes, the one that is written to.
const BY_ROLE: &[(&str, &[&str])] = &[
    (
        "STATE",
        &[
            "DEPTEL",
            "DEPTELS",
            "DEPTTEL",
            "DEPTTELEGRAM",
            "DEPARTMENTTELEGRAM",
        ],
    ),
    (
        OWN,
        &[
            "EMBTEL",
            "EMBTELS",
            "EMBASSYTEL",
            "EMBASSYTELEGRAM",
            "CONTEL",
            "CONTELS",
            "OURTEL",
            "OURTELS",
            "MYTEL",
        ],
    ),
    (OTHER, &["URTEL", "URTELS", "YOURTEL", "YOURTELS"]),
];

/// Who sent a telegram that is cited as `DEPTEL`, `EMBTEL`, `URTEL`; for the latter two what [`sender`] resolves.
pub(super) fn by_role(letters: &str) -> Option<&'static str> {
    let found = BY_ROLE.iter().find(|(_, words)| words.contains(&letters));
    found.map(|(sender, _)| *sender)
}

/// The origin of a cited telegram; `own` is that of the telegram that cites. In one of the Department an EMBTEL is of an
/// embassy that it does not name.
pub(super) fn sender<'p>(post: &'p str, own: Option<&'p str>) -> Option<&'p str> {
    match post {
        OWN => own.filter(|own| *own != "STATE"),
        OTHER => None,
        post => Some(post),
    }
}

/// The origin that letters mean, by name or alias.
pub(super) fn known(letters: &str) -> Option<&'static str> {
    let exact = |letters: &str| facts::post(letters).or_else(|| facts::post_by_alias(letters));
    exact(letters)
        .or_else(|| {
            // A zero printed for the letter O.
            letters
                .contains('0')
                .then(|| exact(&letters.replace('0', "O")))?
        })
        .or_else(|| exact(&format!("ST{}", letters.strip_prefix("SAINT")?)))
        .or_else(|| {
            // A caption glued to the name.
            ["EFTO", "NOFORN", "AMEMBASSY", "EMBASSY"]
                .iter()
                .filter_map(|glued| letters.strip_prefix(glued))
                .find_map(exact)
        })
        .map(|post| post.origin)
}

/// Fewest letters of a name that a slip is forgiven: short names have too many neighbours.
const SHORTEST: usize = 5;

/// The first two letters of a name, or the last two.
type Two = [u8; 2];

/// Origins by their first two letters, and by their last two.
static BY_ENDS: Lazy<[FxHashMap<Two, Vec<&'static str>>; 2]> = Lazy::new(|| {
    let mut by_ends: [FxHashMap<Two, Vec<&'static str>>; 2] = Default::default();
    for origin in facts::posts().map(|post| post.origin) {
        let letters = origin.as_bytes();
        let ends = [letters.first_chunk(), letters.last_chunk()];
        for (map, end) in by_ends.iter_mut().zip(ends) {
            if let Some(end) = end.filter(|_| letters.len() >= SHORTEST) {
                map.entry(*end).or_default().push(origin);
            }
        }
    }
    by_ends
});

/// The one known origin that is one slip of a letter away.
pub(super) fn repaired(letters: &str) -> Option<&'static str> {
    let bytes = letters.as_bytes();
    if bytes.len() < SHORTEST {
        return None;
    }
    let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
    // One slip leaves the first two letters or the last two as they were.
    let [by_first, by_last] = &*BY_ENDS;
    let begin = by_first.get(first).into_iter().flatten();
    let end = by_last.get(last).into_iter().flatten();
    let end = end.filter(|origin| origin.as_bytes().first_chunk() != Some(first));
    let mut meant = begin
        .chain(end)
        .filter(|origin| near(bytes, origin.as_bytes(), 1));
    let found = meant.next()?;
    meant.next().is_none().then_some(found)
}

/// The origin of the telegram's own post as its banner prints it.
pub(super) fn own(printed: &str) -> Option<Name> {
    let letters = Letters::of(core::iter::once(printed))?;
    let known = known(letters.as_str()).map(Name::Known);
    Some(known.unwrap_or(Name::Printed(letters)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_repaired_if_one_post_is_meant() {
        assert_eq!(repaired("REYKJAVK"), Some("REYKJAVIK"));
        assert_eq!(repaired("MONTEVIEDO"), Some("MONTEVIDEO"));
        assert_eq!(repaired("STOCKHOLMM"), Some("STOCKHOLM"));
        assert_eq!(repaired("STOCKHULM"), Some("STOCKHOLM"));
        assert_eq!(repaired("STACKHULM"), None);
        assert_eq!(repaired("NORDHAVEN"), None);
        assert_eq!(repaired("ROMA"), None);
    }

    #[test]
    fn months_may_be_cut() {
        assert!(is_month("Sept") && is_month("MAR") && is_month("MARCH"));
        assert!(!is_month("MA") && !is_month("MARS") && !is_month("MARCHES"));
    }
}
