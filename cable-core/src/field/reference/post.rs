//! Names of posts in references.

use super::token::is_any;
use crate::facts;
use crate::slips::near;
use crate::text::months::month;
use std::ops::Deref;

/// Longest name that is looked up, in letters.
const LONGEST: usize = 40;

/// Words that may stand before the name: what kind of mission it is, level of the telegram, how it is cited.
const BEFORE: &[&str] = &[
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
];

/// Whether a word may stand before a name; a slip of a letter is forgiven in a long one.
pub(super) fn is_before(word: &str) -> bool {
    const LONG: usize = 7;
    if BEFORE
        .iter()
        .any(|before| word.eq_ignore_ascii_case(before))
    {
        return true;
    }
    word.len() + 1 >= LONG
        && Letters::of(core::iter::once(word)).is_some_and(|word| {
            BEFORE.iter().any(|before| {
                before.len() >= LONG && near(word.as_str().as_bytes(), before.as_bytes(), 1)
            })
        })
}

/// Words between the name and the serial.
pub(super) const BEHIND: &[&str] = &[
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
];

/// Words that make a row of words no name of a post: what stands before numbers in prose.
const NEVER: &[&str] = &[
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
];

/// Whether a word is a month, in full or cut.
pub(super) fn is_month(word: &str) -> bool {
    month(word.as_bytes()).is_some()
}

/// Whether a word never stands in the name of an unknown post.
pub(super) fn is_never(word: &str) -> bool {
    is_month(word) || is_any(word.as_bytes(), NEVER)
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
        for letter in words.flat_map(str::chars) {
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
            *letters.bytes.get_mut(letters.length)? = letter.to_ascii_uppercase();
            letters.length += 1;
        }
        Some(letters)
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

/// The one known origin that is one slip of a letter away. Short names have too many neighbours.
pub(super) fn repaired(letters: &str) -> Option<&'static str> {
    const SHORTEST: usize = 5;
    if letters.len() < SHORTEST {
        return None;
    }
    let bytes = letters.as_bytes();
    let mut meant = facts::posts().map(|post| post.origin).filter(|origin| {
        let other = origin.as_bytes();
        // One slip leaves the first two letters or the last two as they were.
        other.len() >= SHORTEST
            && (other.first_chunk::<2>() == bytes.first_chunk()
                || other.last_chunk::<2>() == bytes.last_chunk())
            && near(bytes, other, 1)
    });
    let first = meant.next()?;
    meant.next().is_none().then_some(first)
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
