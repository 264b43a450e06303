//! The reference id of a telegram: year, post and serial number.

mod error;
mod number;
mod parse;
mod repair;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

pub use error::{ParseReferenceIdError, ParseReferenceIdErrorKind};

use crate::facts;

/// Serial digits of the archive form.
const ARCHIVE_DIGITS: usize = 5;
/// Serial digits of the archive form of telegrams of the Department.
const ARCHIVE_DIGITS_STATE: usize = 6;
/// Letters of a post in the archive form.
const ARCHIVE_LETTERS: usize = 6;

/// The identity of a telegram, also called message reference number: `08MOSCOW820`.
///
/// Reads every written form: with blanks (`08 THE HAGUE 1234`), zero padded, with a year of four
/// digits, of the archives (`1977MOSCOW02124`), with the suffix of a collection (`_a`), and damaged
/// ids, whose glued words stay in [`post`](Self::post) until [`canonical`](Self::canonical) strips them.
///
/// Two ids are equal when year, post and serial number are, whatever their written form. They are ordered
/// by year, then post (byte order), then serial number. `x.to_string().parse() == Ok(x)`.
///
/// Source: format reference 3.1.
///
/// ```
/// use cable_core::ReferenceId;
///
/// let id: ReferenceId = "1977 MOSCOW 02124".parse()?;
/// assert_eq!((id.year(), id.post(), id.serial()), (1977, "MOSCOW", 2124));
/// assert_eq!(id.to_string(), "77MOSCOW2124");
/// assert_eq!(id.printed(), "1977 MOSCOW 02124");
/// # Ok::<(), cable_core::ParseReferenceIdError>(())
/// ```
#[derive(Debug, Clone)]
pub struct ReferenceId {
    year: i16,
    serial: u32,
    /// Borrowed from the facts for the origins they know, so that most ids own no memory.
    post: Cow<'static, str>,
    /// The written form where it is not that of `Display`.
    printed: Option<Box<str>>,
}

/// Construction.
impl ReferenceId {
    /// First year that two digits can mean.
    pub const MIN_YEAR: i16 = 1960;
    /// Last year that two digits can mean.
    pub const MAX_YEAR: i16 = 2059;
    /// Largest serial number, of seven digits.
    pub const MAX_SERIAL: u32 = 9_999_999;

    /// Reads an id from any of its written forms; the same as [`FromStr`](std::str::FromStr).
    ///
    /// Two digits of a year from 60 to 99 are of the 20th century, the others of the 21st.
    ///
    /// # Errors
    ///
    /// When year, post or serial number is missing or impossible, or a character can be part of none.
    ///
    /// ```
    /// use cable_core::ReferenceId;
    ///
    /// assert_eq!(ReferenceId::parse("08 THE HAGUE 001234")?.to_string(), "08THEHAGUE1234");
    /// assert_eq!(ReferenceId::parse("1975STATE095768_b")?.to_string(), "75STATE95768");
    /// assert!(ReferenceId::parse("MOSCOW 820").is_err());
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, ParseReferenceIdError> {
        parse::parse(text)
    }

    /// An id from its parts: a year of four digits, a post in any case and with or without blanks, and
    /// a serial number.
    ///
    /// Allocates only for a post that the facts do not know.
    ///
    /// # Errors
    ///
    /// When a part is impossible: see [`MIN_YEAR`](Self::MIN_YEAR), [`MAX_YEAR`](Self::MAX_YEAR) and
    /// [`MAX_SERIAL`](Self::MAX_SERIAL); a post is two letters or more.
    ///
    /// ```
    /// use cable_core::ReferenceId;
    ///
    /// assert_eq!(ReferenceId::new(2008, "THE HAGUE", 12)?.to_string(), "08THEHAGUE12");
    /// assert!(ReferenceId::new(8, "MOSCOW", 820).is_err());
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    pub fn new(year: i16, post: &str, serial: u32) -> Result<Self, ParseReferenceIdError> {
        parse::from_parts(year, post, serial)
    }

    /// Keeps the post in the facts' own memory where they know it.
    fn from_known(year: i16, post: &str, serial: u32) -> Self {
        let post = match facts::post(post) {
            Some(known) => Cow::Borrowed(known.origin),
            None => Cow::Owned(post.to_owned()),
        };
        Self {
            year,
            serial,
            post,
            printed: None,
        }
    }

    /// What `Display` writes, in memory of that size.
    pub(crate) fn written(&self) -> Box<str> {
        use fmt::Write as _;

        let figures = self.serial.checked_ilog10().map_or(0, |last| last + 1);
        let mut id = String::with_capacity(2 + self.post.len() + figures as usize);
        // Writing to a string does not fail.
        let _ = write!(id, "{self}");
        id.into_boxed_str()
    }

    /// Keeps the written form where it differs from that of `Display`.
    fn with_printed(mut self, printed: &str) -> Self {
        if !self.displays_as(printed) {
            self.printed = Some(printed.into());
        }
        self
    }

    fn displays_as(&self, text: &str) -> bool {
        use fmt::Write as _;

        /// What is left of a text that is written again.
        struct Rest<'a>(&'a str);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(text);
        write!(rest, "{self}").is_ok() && rest.0.is_empty()
    }
}

/// Access.
impl ReferenceId {
    /// The year, four digits.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("08MOSCOW820")?.year(), 2008);
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn year(&self) -> i16 {
        self.year
    }

    /// The post as written, in upper case without blanks, not corrected.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("08 Hague 12")?.post(), "HAGUE");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn post(&self) -> &str {
        &self.post
    }

    /// The serial number; 0 only for a published id that lost it (`06ASTANA`).
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("08MOSCOW000820")?.serial(), 820);
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn serial(&self) -> u32 {
        self.serial
    }

    /// The id as it was written, without blanks around it.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse(" 08 MOSCOW 0820 ")?.printed(), "08 MOSCOW 0820");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn printed(&self) -> Cow<'_, str> {
        match &self.printed {
            Some(printed) => Cow::Borrowed(printed),
            None => Cow::Owned(self.to_string()),
        }
    }

    /// The post in its six-character form of 1973 to 1979, blanks removed.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("75 NEW DELHI 12")?.post6(), "NEWDE");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn post6(&self) -> String {
        let id = self.canonical();
        let known = facts::post(&id.post).and_then(|post| post.post6.first());
        match known {
            Some(post6) => (*post6).to_owned(),
            None => id.post.chars().take(ARCHIVE_LETTERS).collect(),
        }
    }
}

/// Identity.
impl ReferenceId {
    /// The id with its spelling repaired and glued words stripped.
    ///
    /// The table of damaged ids comes first, then the aliases of the posts, then general repairs: section
    /// words (`SECTIN02OF03`), captions and words such as `AMEMBASSY` before the post, a second number behind an operating
    /// signal or another id, the year twice. In ids of 1973 to 1979 a six-character form that only
    /// one post has is that post. A post keeps its own name: KIEV stays KIEV; see [`same_as`](Self::same_as).
    /// A name that is merely similar to a post is left alone.
    ///
    /// Source: format reference 3.3; the 251,287 ids of the 2010 release.
    ///
    /// ```
    /// use cable_core::ReferenceId;
    ///
    /// let canonical = |id: &str| ReferenceId::parse(id).map(|id| id.canonical().to_string());
    /// assert_eq!(canonical("08HAGUE12")?, "08THEHAGUE12");
    /// assert_eq!(canonical("09EFTOLONDON2468")?, "09LONDON2468");
    /// assert_eq!(canonical("07OSLO000160ZDK164")?, "07OSLO160");
    /// assert_eq!(canonical("08TAIPEI12")?, "08TAIPEI12");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn canonical(&self) -> Self {
        if self.serial != 0 && facts::post(&self.post).is_some() {
            return Self {
                printed: None,
                ..self.clone()
            };
        }
        if let Some(id) = facts::malformed_id(&self.to_string()) {
            if let Ok(id) = parse::parse(id.canonical) {
                return id;
            }
        }
        let repaired = repair::repair(&self.post, self.year);
        let (post, serial) = match &repaired {
            Some(repaired) => (repaired.post, repaired.serial.unwrap_or(self.serial)),
            None => (&*self.post, self.serial),
        };
        Self::from_known(self.year, post, serial)
    }

    /// Whether both ids are of one telegram: the same after repair, or by names of one post.
    ///
    /// Joins a renamed post (KIEV, KYIV) and two names of one mission (TAIPEI, AITTAIPEI); not a mission
    /// that moved, nor a branch office.
    ///
    /// ```
    /// use cable_core::ReferenceId;
    ///
    /// let same = |a: &str, b: &str| Ok::<_, cable_core::ParseReferenceIdError>(ReferenceId::parse(a)?.same_as(&ReferenceId::parse(b)?));
    /// assert!(same("06KIEV12", "06KYIV12")?);
    /// assert!(same("08HAGUE12", "08 THE HAGUE 0012")?);
    /// assert!(!same("06KIEV12", "07KYIV12")?);
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let (a, b) = (self.canonical(), other.canonical());
        a.year == b.year && a.serial == b.serial && facts::same_post_in(&a.post, &b.post, a.year)
    }
}

/// Written forms.
impl ReferenceId {
    /// The form of the archives of 1973 to 1979: four digits, six-character post, padded serial number.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("77MOSCOW2124")?.archive_form(), "1977MOSCOW02124");
    /// assert_eq!(ReferenceId::parse("75STATE95768")?.archive_form(), "1975STATE095768");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn archive_form(&self) -> String {
        let id = self.canonical();
        let width = match &*id.post {
            "STATE" => ARCHIVE_DIGITS_STATE,
            _ => ARCHIVE_DIGITS,
        };
        format!("{}{}{:0width$}", id.year, id.post6(), id.serial)
    }

    /// The form inside a text, `08 THE HAGUE 1234`: as `Display`, with blanks, and those of the post's name
    /// where the facts know it.
    ///
    /// ```
    /// # use cable_core::ReferenceId;
    /// assert_eq!(ReferenceId::parse("08THEHAGUE1234")?.in_text(), "08 THE HAGUE 1234");
    /// # Ok::<(), cable_core::ParseReferenceIdError>(())
    /// ```
    #[must_use]
    pub fn in_text(&self) -> String {
        let mut text = format!("{:02} {}", self.year.rem_euclid(100), words_of(&self.post));
        if self.serial != 0 {
            text.push(' ');
            text.push_str(&self.serial.to_string());
        }
        text
    }
}

/// The words of an origin, by the end of its name or of the addressee of its routing indicator.
fn words_of(origin: &str) -> String {
    let words = |name: &str| {
        let name = name
            .to_uppercase()
            .replace('-', " ")
            .replace(['\'', '.'], "");
        let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        starts
            .filter_map(|start| name.get(start..))
            .find(|words| {
                words
                    .bytes()
                    .filter(|byte| *byte != b' ')
                    .eq(origin.bytes())
            })
            .map(str::to_owned)
    };
    facts::post(origin)
        .and_then(|post| {
            let addressee = post.routing_indicator.and_then(facts::routing_indicator);
            words(post.name).or_else(|| words(addressee?.addressee))
        })
        .unwrap_or_else(|| origin.to_owned())
}

/// The origin that letters of a post mean, in upper case without blanks: aliases are replaced, words glued
/// in front are stripped; what is unknown stays as it is.
///
/// Never allocates. For whole ids use [`ReferenceId::canonical`], which knows more.
///
/// Source: the 251,287 ids of the 2010 release; references in telegrams.
///
/// ```
/// use cable_core::canonical_post;
///
/// assert_eq!(canonical_post("SECSTATE"), "STATE");
/// assert_eq!(canonical_post("AMEMBASSYMOSCOW"), "MOSCOW");
/// assert_eq!(canonical_post("TAIPEI"), "TAIPEI");
/// assert_eq!(canonical_post("ATLANTIS"), "ATLANTIS");
/// ```
#[must_use]
pub fn canonical_post(post: &str) -> &str {
    repair::post_of(post).unwrap_or(post)
}

impl fmt::Display for ReferenceId {
    /// Writes the id as the 2010 release does, `08MOSCOW820`, without correcting it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year.rem_euclid(100).unsigned_abs().into();
        f.write_str(figures(year, 2, &mut [b'0'; MOST_FIGURES]))?;
        f.write_str(&self.post)?;
        match self.serial {
            0 => Ok(()),
            serial => f.write_str(figures(serial, 1, &mut [b'0'; MOST_FIGURES])),
        }
    }
}

/// Figures of the largest number.
const MOST_FIGURES: usize = 10;

/// A number in figures, at least so many; `room` holds zeros.
fn figures(number: u32, least: usize, room: &mut [u8; MOST_FIGURES]) -> &str {
    let (mut rest, mut from) = (number, MOST_FIGURES);
    for place in room.iter_mut().rev() {
        if rest == 0 {
            break;
        }
        *place += (rest % 10) as u8;
        rest /= 10;
        from -= 1;
    }
    let from = from.min(MOST_FIGURES - least);
    std::str::from_utf8(room.get(from..).unwrap_or(b"")).unwrap_or("")
}

impl std::str::FromStr for ReferenceId {
    type Err = ParseReferenceIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for ReferenceId {
    type Error = ParseReferenceIdError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::parse(text)
    }
}

impl PartialEq for ReferenceId {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for ReferenceId {}

impl Hash for ReferenceId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.year, &self.post, self.serial).hash(state);
    }
}

impl PartialOrd for ReferenceId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ReferenceId {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.year, &self.post, self.serial).cmp(&(other.year, &other.post, other.serial))
    }
}

#[cfg(test)]
mod tests;
