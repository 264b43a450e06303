//! References: what the REF line and the text point to.

use crate::span::Span;
use crate::spanned::{Resolve, Spanned};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a reference points to.
    pub enum ReferenceKind {
        /// A telegram, by message reference number.
        Cable = 1, "cable";
        /// An e-mail.
        Email = 2, "email";
        /// A telephone conversation.
        Telephone = 3, "telephone";
        /// A meeting or conference, by video too.
        Meeting = 4, "meeting";
        /// A memorandum.
        Memo = 5, "memo";
        /// A letter.
        Letter = 6, "letter";
        /// A telefax.
        Fax = 7, "fax";
        /// A report, of intelligence or of a post.
        Report = 8, "report";
        /// An airgram.
        Airgram = 9, "airgram";
        /// A page or site of the web.
        Web = 10, "web";
        /// A message, by date-time group.
        Message = 11, "message";
        /// A separate telegram, not numbered yet.
        Septel = 12, "septel";
        /// Anything else.
        Other = 13, "other";
    }
}

vocabulary! {
    /// Where the year of a reference comes from.
    pub enum YearSource {
        /// Printed beside it.
        Printed = 1, "printed";
        /// The year of the citing telegram.
        Own = 2, "own";
        /// The year before, because the serial is above the telegram's own.
        Inferred = 3, "inferred";
        /// The year the caller assumed.
        Assumed = 4, "assumed";
    }
}

/// One reference.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::{ReferenceKind, YearSource};
/// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC\nUNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\nREF: A. 07 STATE 12 (NOTAL), B. NORDHAVEN 997, C. ROE-HOLM EMAIL 3/1\n\n1. It falls.\n".as_bytes())?;
/// let refs: Vec<_> = cable.view().references().collect();
/// assert_eq!((refs[0].label, refs[0].target, refs[0].notal), (Some("A"), Some("07STATE12"), true));
/// // No telegram cites a later one of its own post: this one is of the year before.
/// assert_eq!((refs[1].target, refs[1].year_source), (Some("07NORDHAVEN997"), Some(YearSource::Inferred)));
/// assert_eq!((refs[2].kind, refs[2].text), (ReferenceKind::Email, "ROE-HOLM EMAIL 3/1"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Reference"))]
#[non_exhaustive]
pub struct Reference<S> {
    /// Letter or number of the entry, upper-cased: `A`.
    pub label: Option<S>,
    /// What it points to.
    pub kind: ReferenceKind,
    /// Canonical reference id, for a telegram whose year is known.
    pub target: Option<S>,
    /// Where the year comes from.
    pub year_source: Option<YearSource>,
    /// The printed entry, lines joined.
    pub text: S,
    /// `(NOTAL)`: not sent to all addressees.
    pub notal: bool,
    /// `AND PREVIOUS`.
    pub and_previous: bool,
    /// Other notes in parentheses behind the entry.
    pub suffixes: Vec<S>,
}

impl<'a> Resolve<'a> for Reference<Spanned> {
    type Out = Reference<&'a str>;
    fn resolve(&'a self, text: &'a str) -> Reference<&'a str> {
        Reference {
            label: self.label.resolve(text),
            kind: self.kind,
            target: self.target.resolve(text),
            year_source: self.year_source,
            text: self.text.get(text),
            notal: self.notal,
            and_previous: self.and_previous,
            suffixes: self.suffixes.resolve(text),
        }
    }
}

impl Reference<Spanned> {
    /// Where the entry stands.
    pub fn span(&self) -> Span {
        self.text.span()
    }
}
