//! Posts: embassies, consulates, missions and departments that number their own telegrams.

use rustc_hash::{FxHashMap, FxHashSet};

use once_cell::sync::Lazy;

use super::origin_labels::origin_labels;
use super::post_relations::{RelationKind, post_relations};
use super::table::{list, optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a post is.
    pub enum PostKind {
        /// An embassy.
        Embassy = 1, "embassy";
        /// A consulate general.
        ConsulateGeneral = 2, "consulate-general";
        /// A consulate.
        Consulate = 3, "consulate";
        /// A mission or delegation to an organization.
        Mission = 4, "mission";
        /// A department, agency or office in the United States.
        Department = 5, "department";
        /// Something else: a branch office, a travelling party.
        Other = 6, "other";
    }
}

/// An originator of telegrams under one name.
#[derive(Debug)]
#[non_exhaustive]
pub struct Post {
    /// The name, `Embassy The Hague`.
    pub name: &'static str,
    /// Country where it stands.
    pub country: &'static str,
    /// TAGS code of the country.
    pub country_tag: &'static str,
    /// What it is.
    pub kind: PostKind,
    /// The name in reference ids, upper case without blanks, `THEHAGUE`. Unique.
    pub origin: &'static str,
    /// Its routing indicator; some indicators serve two posts.
    pub routing_indicator: Option<&'static str>,
    /// Misspelt, short and long forms of the origin; no other post has the same form.
    pub aliases: &'static [&'static str],
    /// The six-character forms of 1973-79 ids where they differ from the origin, `THEHA`.
    pub post6: &'static [&'static str],
}

struct Posts {
    rows: &'static [Post],
    by_origin: FxHashMap<&'static str, &'static Post>,
    by_alias: FxHashMap<&'static str, &'static Post>,
    by_post6: FxHashMap<&'static str, Vec<&'static Post>>,
    by_indicator: FxHashMap<&'static str, Vec<&'static Post>>,
}

static POSTS: Lazy<Posts> = Lazy::new(|| {
    let rows: &'static [Post] = rows::<8>(include_str!("data/posts.csv"))
        .into_iter()
        .map(
            |[
                name,
                country,
                country_tag,
                kind,
                origin,
                indicator,
                aliases,
                post6,
            ]| Post {
                name,
                country,
                country_tag,
                kind: kind.parse::<PostKind>().ok().unwrap_or(PostKind::Other),
                origin,
                routing_indicator: optional(indicator),
                aliases: list(aliases, '|'),
                post6: list(post6, ';'),
            },
        )
        .collect::<Vec<_>>()
        .leak();
    let mut posts = Posts {
        rows,
        by_origin: FxHashMap::with_capacity_and_hasher(rows.len(), Default::default()),
        by_alias: FxHashMap::default(),
        by_post6: FxHashMap::default(),
        by_indicator: FxHashMap::default(),
    };
    for post in rows {
        posts.by_origin.entry(post.origin).or_insert(post);
        for alias in post.aliases {
            posts.by_alias.entry(alias).or_insert(post);
        }
        for post6 in post.post6 {
            posts.by_post6.entry(post6).or_default().push(post);
        }
        if let Some(indicator) = post.routing_indicator {
            posts.by_indicator.entry(indicator).or_default().push(post);
        }
    }
    posts
});

/// Short aliases that are also words or other abbreviations.
static AMBIGUOUS: Lazy<FxHashSet<&'static str>> = Lazy::new(|| {
    rows::<1>(include_str!("data/ambiguous_aliases.csv"))
        .into_iter()
        .map(|[alias]| alias)
        .collect()
});

/// Posts by the letters of every name they are printed with, for texts with blanks.
static BY_LETTERS: Lazy<FxHashMap<String, &'static Post>> = Lazy::new(|| {
    let labels = origin_labels().filter_map(|(label, origin)| Some((label, post(origin)?)));
    let names = posts().map(|post| (post.name, post));
    let origins = posts().map(|post| (post.origin, post));
    let aliases = posts().flat_map(|post| post.aliases.iter().map(move |alias| (*alias, post)));
    let mut map = FxHashMap::default();
    for (name, post) in origins.chain(aliases).chain(labels).chain(names) {
        if !AMBIGUOUS.contains(name) {
            map.entry(letters(name)).or_insert(post);
        }
    }
    map
});

/// What stands before the name of a post on FM, TO and classification lines.
const PREFIXES: &[&str] = &[
    "AMEMBASSY",
    "AMCONSULATE",
    "AMCONSUL",
    "AMCONGEN",
    "AMCONS",
    "EMBASSY",
    "CONSULATEGENERAL",
    "CONSULATE",
    "CONGEN",
    "USMISSION",
    "USDEL",
    "USLO",
    "USINT",
    "AMEMB",
    "REO",
];

/// Longest text that is tried as the name of a post.
const MAX_NAME_BYTES: usize = 80;

/// The letters and digits of a name, in upper case.
fn letters(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    letters.extend(
        name.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_uppercase()),
    );
    letters
}

/// The post with this origin, in upper case without blanks. Aliases are not looked at.
///
/// Source: the 251,287 ids of the 2010 release; headers; 1973-79 ids.
///
/// ```
/// use cable_core::facts;
///
/// assert_eq!(facts::post("THEHAGUE").map(|post| post.name), Some("Embassy The Hague"));
/// assert!(facts::post("HAGUE").is_none());
/// ```
#[must_use]
pub fn post(origin: &str) -> Option<&'static Post> {
    POSTS.by_origin.get(origin).copied()
}

/// The post meant by a misspelt, short or long form of an origin. Origins themselves are not
/// aliases.
///
/// A few aliases mean a post only behind a year, see [`alias_is_ambiguous`].
///
/// Source: damaged ids of the 2010 release; references in telegrams.
///
/// ```
/// use cable_core::facts;
///
/// assert_eq!(facts::post_by_alias("HAGUE").map(|post| post.origin), Some("THEHAGUE"));
/// assert!(facts::post_by_alias("THEHAGUE").is_none());
/// ```
#[must_use]
pub fn post_by_alias(alias: &str) -> Option<&'static Post> {
    POSTS.by_alias.get(alias).copied()
}

/// Whether a short alias has other readings too, so that it may be taken for a post only where a
/// year stands before it.
///
/// Source: references in telegrams.
///
/// ```
/// use cable_core::facts;
///
/// assert!(facts::alias_is_ambiguous("BA"));
/// assert!(!facts::alias_is_ambiguous("BKK"));
/// ```
#[must_use]
pub fn alias_is_ambiguous(alias: &str) -> bool {
    AMBIGUOUS.contains(alias)
}

/// The posts with this six-character form in ids of 1973 to 1979; more than one where it is shared.
///
/// A form that equals the origin (`MOSCOW`) is not listed: look up [`post`] first.
///
/// Source: 1973-79 ids; the rule "first six characters, blanks removed".
///
/// ```
/// use cable_core::facts;
///
/// let origins: Vec<_> = facts::posts_by_post6("PORTO").iter().map(|post| post.origin).collect();
/// assert_eq!(origins, ["PORTOALEGRE", "PORTOFSPAIN"]);
/// assert!(facts::posts_by_post6("PARIS").is_empty());
/// ```
#[must_use]
pub fn posts_by_post6(post6: &str) -> &'static [&'static Post] {
    let posts: &'static Posts = &POSTS;
    posts.by_post6.get(post6).map_or(&[], Vec::as_slice)
}

/// Every post with this routing indicator; two where missions share one or a post was renamed.
///
/// Source: DE lines of telegrams; ACP 117 CAN-US SUPP-1.
///
/// ```
/// use cable_core::facts;
///
/// let origins = |ri| facts::posts_by_routing_indicator(ri).iter().map(|post| post.origin).collect::<Vec<_>>();
/// assert_eq!(origins("RUEHBS"), ["BRUSSELS", "USEUBRUSSELS"]);
/// assert_eq!(origins("RUEHQQ"), Vec::<&str>::new());
/// ```
#[must_use]
pub fn posts_by_routing_indicator(indicator: &str) -> &'static [&'static Post] {
    let posts: &'static Posts = &POSTS;
    posts.by_indicator.get(indicator).map_or(&[], Vec::as_slice)
}

/// The one post with this routing indicator; of names that followed each other the last.
///
/// `None` where two missions share the indicator.
///
/// Source: as [`posts_by_routing_indicator`].
///
/// ```
/// use cable_core::facts;
///
/// let origin = |ri| facts::post_by_routing_indicator(ri).map(|post| post.origin);
/// assert_eq!(origin("RUEHMO"), Some("MOSCOW"));
/// assert_eq!(origin("RUEHKV"), Some("KYIV"));
/// assert_eq!(origin("RUEHBS"), None);
/// ```
#[must_use]
pub fn post_by_routing_indicator(indicator: &str) -> Option<&'static Post> {
    let posts = posts_by_routing_indicator(indicator);
    let followed = |post: &Post| {
        post_relations()
            .iter()
            .filter(|relation| relation.post == post.origin)
            .filter(|relation| relation.kind != RelationKind::OfficeOf)
            .any(|relation| posts.iter().any(|other| other.origin == relation.other))
    };
    let mut last = posts.iter().filter(|post| !followed(post));
    last.next().filter(|_| last.next().is_none()).copied()
}

/// The post that a printed name means: an origin with blanks, the name on an FM or TO line, a label
/// of the page table, in upper case or not.
///
/// Blanks, dots, hyphens and apostrophes are ignored, and words such as `AMEMBASSY` may stand before
/// the name. Ambiguous aliases are not taken. A name that is part of a longer text is not
/// searched for.
///
/// Source: FM lines and page tables of telegrams.
///
/// ```
/// use cable_core::facts;
///
/// let origin = |name| facts::post_by_name(name).map(|post| post.origin);
/// assert_eq!(origin("THE HAGUE"), Some("THEHAGUE"));
/// assert_eq!(origin("SECSTATE WASHDC"), Some("STATE"));
/// assert_eq!(origin("AMEMBASSY MOSCOW"), Some("MOSCOW"));
/// assert_eq!(origin("Embassy Rio"), Some("RIODEJANEIRO"));
/// assert_eq!(origin("AMEMBASSY ATLANTIS"), None);
/// ```
#[must_use]
pub fn post_by_name(name: &str) -> Option<&'static Post> {
    if name.len() > MAX_NAME_BYTES {
        return None;
    }
    if let Some(post) = post(name) {
        return Some(post);
    }
    // On the stack: names are looked up by the dozen.
    let mut buffer = [0; MAX_NAME_BYTES];
    let mut length = 0;
    let spelt = name.bytes().filter(u8::is_ascii_alphanumeric);
    for (place, letter) in buffer.iter_mut().zip(spelt) {
        *place = letter.to_ascii_uppercase();
        length += 1;
    }
    let letters = core::str::from_utf8(buffer.get(..length)?).ok()?;
    let names: &'static FxHashMap<String, &'static Post> = &BY_LETTERS;
    names.get(letters).copied().or_else(|| {
        PREFIXES
            .iter()
            .filter_map(|prefix| letters.strip_prefix(prefix))
            .find_map(|rest| names.get(rest).copied())
    })
}

/// The name behind a word such as `AMEMBASSY`, whether it is that of a known post or not.
///
/// Source: FM lines of telegrams.
///
/// ```
/// use cable_core::facts;
///
/// assert_eq!(facts::name_of_post("AMEMBASSY PORT AURELIA"), Some("PORT AURELIA"));
/// assert_eq!(facts::name_of_post("SECSTATE WASHDC"), None);
/// assert_eq!(facts::name_of_post("AMEMBASSY"), None);
/// ```
#[must_use]
pub fn name_of_post(name: &str) -> Option<&str> {
    let (word, rest) = name.split_once(' ')?;
    let rest = rest.trim();
    let is_name = rest.starts_with(|first: char| first.is_ascii_alphabetic())
        && rest.len() <= MAX_NAME_BYTES
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'.' | b'-' | b'\''));
    (is_name && PREFIXES.contains(&word)).then_some(rest)
}

/// Every post, former names too, in byte order of the origins.
///
/// Source: as [`post`].
///
/// ```
/// assert!(cable_core::facts::posts().any(|post| post.origin == "SAIGON"));
/// ```
pub fn posts() -> impl ExactSizeIterator<Item = &'static Post> {
    let posts: &'static Posts = &POSTS;
    posts.rows.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_aliases_and_forms_do_not_clash() {
        for post in posts() {
            for alias in post.aliases {
                assert!(super::post(alias).is_none(), "{alias}");
                let other = posts_by_post6(alias);
                assert!(
                    other.iter().all(|other| other.origin == post.origin),
                    "{alias}"
                );
            }
            for post6 in post.post6 {
                assert!(super::post(post6).is_none(), "{post6}");
            }
        }
    }

    #[test]
    fn every_post_is_found_by_its_name_and_label() {
        for post in posts() {
            assert_eq!(
                post_by_name(post.origin).map(|found| found.origin),
                Some(post.origin)
            );
        }
        for (label, origin) in origin_labels() {
            assert!(super::post(origin).is_some(), "{origin}");
            // A label that spells an origin of its own is that origin.
            if super::post(&letters(label)).is_some() {
                continue;
            }
            assert_eq!(
                post_by_name(label).map(|post| post.origin),
                Some(origin),
                "{label}"
            );
        }
    }

    #[test]
    fn names_of_header_lines_are_found() {
        let origin = |name| post_by_name(name).map(|post| post.origin);
        for (name, expected) in [
            ("RIO DE JANEIRO", "RIODEJANEIRO"),
            ("AMCONSUL SAO PAULO", "SAOPAULO"),
            ("USMISSION USUN NEW YORK", "USUNNEWYORK"),
            ("USMISSION GENEVA", "GENEVA"),
            ("USMISSION USNATO", "USNATO"),
            ("AMEMBASSY N'DJAMENA", "NDJAMENA"),
            ("AIT TAIPEI", "AITTAIPEI"),
            ("USEU BRUSSELS", "USEUBRUSSELS"),
            ("USINT HAVANA", "HAVANA"),
            ("REO HILLAH", "HILLAH"),
            ("IRAN RPO DUBAI", "IRANRPODUBAI"),
            ("USDEL SECRETARY", "USDELSECRETARY"),
            ("ST PETERSBURG", "STPETERSBURG"),
        ] {
            assert_eq!(origin(name), Some(expected), "{name}");
        }
        assert_eq!(origin("BA"), None);
        assert_eq!(origin(""), None);
    }
}
