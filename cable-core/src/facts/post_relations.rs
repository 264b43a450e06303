//! How two names of posts belong together.

use once_cell::sync::Lazy;

use super::table::{optional, rows};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How one post belongs to another.
    pub enum RelationKind {
        /// One post, new name.
        RenamedTo = 1, "renamed-to";
        /// The mission moved to another city and its serial numbers started anew.
        MovedTo = 2, "moved-to";
        /// Two names of one mission in use at once.
        SameMission = 3, "same-mission";
        /// A branch with telegrams of its own.
        OfficeOf = 4, "office-of";
        /// Not established.
        Unknown = 5, "unknown";
    }
}

/// One relation, to be read "post relation other".
#[derive(Debug)]
#[non_exhaustive]
pub struct PostRelation {
    /// Origin of the one.
    pub post: &'static str,
    /// Origin of the other.
    pub other: &'static str,
    /// How they belong together.
    pub kind: RelationKind,
    /// Year of the change, or first year, where established.
    pub from: Option<i16>,
    /// Last year, where established.
    pub to: Option<i16>,
    /// Uncertainty.
    pub note: Option<&'static str>,
}

static TABLE: Lazy<Vec<PostRelation>> = Lazy::new(|| {
    rows::<6>(include_str!("data/post_relations.csv"))
        .into_iter()
        .map(|[post, other, kind, from, to, note]| PostRelation {
            post,
            other,
            kind: kind
                .parse::<RelationKind>()
                .ok()
                .unwrap_or(RelationKind::Unknown),
            from: from.parse().ok(),
            to: to.parse().ok(),
            note: optional(note),
        })
        .collect()
});

/// Every relation of two posts, in byte order of the first.
///
/// Source: the 251,287 ids of the 2010 release; general knowledge where the note says so.
///
/// ```
/// let relations = cable_core::facts::post_relations();
/// assert!(relations.iter().any(|relation| relation.post == "KIEV" && relation.other == "KYIV"));
/// ```
#[must_use]
pub fn post_relations() -> &'static [PostRelation] {
    &TABLE
}

/// Whether two origins are names of one post: the same, renamed, or in use at once.
///
/// A mission that moved and a branch are posts of their own. Both origins are compared as they
/// stand.
///
/// Source: as [`post_relations`].
///
/// ```
/// use cable_core::facts;
///
/// assert!(facts::same_post("KIEV", "KYIV"));
/// assert!(facts::same_post("AITTAIPEI", "TAIPEI"));
/// assert!(!facts::same_post("BELIZE", "BELMOPAN"));
/// assert!(!facts::same_post("RPODUBAI", "DUBAI"));
/// ```
#[must_use]
pub fn same_post(a: &str, b: &str) -> bool {
    joined(a, b, None)
}

/// Whether two origins were names of one post in a year.
///
/// As [`same_post`], but a name that was another mission's until the renaming (the embassy in East
/// Berlin, before the mission in West Berlin took its name) joins from that year on only. Other
/// new names join in any year, because later telegrams cite earlier ones by them.
///
/// Source: as [`post_relations`].
///
/// ```
/// use cable_core::facts;
///
/// assert!(facts::same_post_in("KIEV", "KYIV", 2004));
/// assert!(facts::same_post_in("USBERLIN", "BERLIN", 1991));
/// assert!(!facts::same_post_in("USBERLIN", "BERLIN", 1977));
/// ```
#[must_use]
pub fn same_post_in(a: &str, b: &str, year: i16) -> bool {
    joined(a, b, Some(year))
}

fn joined(a: &str, b: &str, year: Option<i16>) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (last_name(a, year), last_name(b, year));
    // Not chained: two series of one party share a name on the FM line and are no one series.
    a == b
        || post_relations().iter().any(|relation| {
            relation.kind == RelationKind::SameMission
                && ((relation.post == a && relation.other == b)
                    || (relation.post == b && relation.other == a))
        })
}

/// The last name of a post that was renamed, else its name.
fn last_name(origin: &str, year: Option<i16>) -> &str {
    let mut name = origin;
    // No post was renamed more often than the table has rows.
    for _ in post_relations() {
        let renamed = post_relations().iter().find(|relation| {
            relation.kind == RelationKind::RenamedTo
                && relation.post == name
                && !taken_before(relation, year)
        });
        match renamed {
            Some(relation) => name = relation.other,
            None => break,
        }
    }
    name
}

/// In `year` the new name of a renaming was still that of another mission: the table knows one
/// that moved there.
fn taken_before(renaming: &PostRelation, year: Option<i16>) -> bool {
    let before = match (year, renaming.from) {
        (Some(year), Some(from)) => year < from,
        _ => false,
    };
    before
        && post_relations().iter().any(|relation| {
            relation.kind == RelationKind::MovedTo && relation.other == renaming.other
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::post;

    #[test]
    fn both_sides_are_posts() {
        for relation in post_relations() {
            assert_ne!(relation.kind, RelationKind::Unknown);
            assert!(post(relation.post).is_some(), "{}", relation.post);
            assert!(post(relation.other).is_some(), "{}", relation.other);
        }
    }

    #[test]
    fn series_of_one_party_stay_apart() {
        assert!(same_post("USDELSECRETARY", "PARTO"));
        assert!(same_post("SECTO", "USDELSECRETARY"));
        assert!(!same_post("PARTO", "SECTO"));
    }
}
