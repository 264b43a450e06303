//! What the body is made of: headings, breaks, items, citations, attachments, redactions.

use super::{Mark, Marking};
use crate::span::Span;
use crate::spanned::{Resolve, Spanned, resolve_record};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a paragraph is for.
    pub enum Role {
        /// Summary.
        Summary = 1, "summary";
        /// Comment of the post.
        Comment = 2, "comment";
        /// What the post asks for.
        ActionRequest = 3, "action-request";
        /// Introduction.
        Introduction = 4, "introduction";
    }
}

/// A title line as it is kept in a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeadingLine {
    /// The title, wrapped lines joined.
    pub text: Spanned,
    /// Its portion mark.
    pub mark: Option<Mark>,
    /// Title, mark and underline.
    pub span: Span,
}

impl<'a> Resolve<'a> for HeadingLine {
    type Out = Heading<'a>;
    fn resolve(&'a self, text: &'a str) -> Heading<'a> {
        Heading {
            text: self.text.get(text),
            mark: self.mark.resolve(text),
        }
    }
}

/// A stand-alone title.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\nREF: A. STATE 12\n     B. STATE 13\n\nTHE QUOTA\n---------\n\n1. (U) It falls.\n".as_bytes())?;
/// let view = cable.view();
/// assert_eq!(view.headings().next().unwrap().text, "THE QUOTA");
/// assert_eq!(view.paragraphs().next().unwrap().heading(), Some("THE QUOTA"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Heading<'a> {
    /// The title, wrapped lines joined.
    pub text: &'a str,
    /// Its portion mark.
    pub mark: Option<Marking<'a>>,
}

vocabulary! {
    /// What is broken.
    pub enum BreakKind {
        /// Start of a transmission section: `NORDHAVEN 00000123 002 OF 003`.
        Section = 1, "section";
        /// Page of a section (`001.2 OF 003`) or printed page (`PAGE 02 …`).
        Page = 2, "page";
    }
}

/// A separator that transmission or printing put into the text.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::BreakKind;
/// let cable = Cable::parse("UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n\n1. (U) The quota\n\nNORDHAVEN 00000142  002 OF 002\n\nfalls.\n".as_bytes())?;
/// let found = cable.view().breaks().next().expect("a separator");
/// assert_eq!((found.kind, found.section, found.total), (BreakKind::Section, Some(2), Some(2)));
/// // It is no part of the sentence that it cuts.
/// assert_eq!(cable.view().paragraphs().next().unwrap().text(), "The quota falls.");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Break"))]
#[non_exhaustive]
pub struct Break<S> {
    /// What is broken.
    pub kind: BreakKind,
    /// Section number.
    pub section: Option<u32>,
    /// The digit behind the point of `001.2`.
    pub part: Option<u32>,
    /// Number of sections.
    pub total: Option<u32>,
    /// Number of the printed page.
    pub page: Option<u32>,
    /// Post as printed, cut to ten or six characters.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub post: Option<S>,
    /// Serial.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub serial: Option<u32>,
    /// The separator and the lines that belong to it.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Break {
    kind,
    section,
    part,
    total,
    page,
    post,
    serial,
    span
});

/// A sub-paragraph.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\nREF: A. STATE 12\n     B. STATE 13\n\n1. (U) Two points:\n\na. (U) It falls.\nb. (SBU) It rises.\n".as_bytes())?;
/// let paragraph = cable.view().paragraphs().next().unwrap();
/// let items: Vec<_> = paragraph.items().iter().map(|item| (item.label, item.text)).collect();
/// assert_eq!(items, [("a", "It falls."), ("b", "It rises.")]);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Item<'a> {
    /// `A`, `1` or `-`, as printed, without stop or parentheses.
    pub label: &'a str,
    /// Its portion mark.
    pub mark: Option<Marking<'a>>,
    /// Its text, wrapped lines joined.
    pub text: &'a str,
    /// Items below it.
    pub items: Vec<Item<'a>>,
}

/// A place of the text that points to a reference.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\nREF: A. STATE 12\n     B. STATE 13\n\n1. (U) It falls (ref B).\n".as_bytes())?;
/// let citation = cable.view().citations().next().unwrap();
/// assert_eq!((citation.label, citation.paragraph), ("ref B", Some(1)));
/// let cited = cable.view().references().nth(citation.reference.unwrap() as usize).unwrap();
/// assert_eq!(cited.text, "STATE 13");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Citation"))]
#[non_exhaustive]
pub struct Citation<S> {
    /// As printed, lines joined: `REF A`; a further letter of a list alone. The B of `REFS A-C`, which is not printed, is `B`.
    pub label: S,
    /// Index into the references; `None` if there is none with this label.
    pub reference: Option<u32>,
    /// Number of the paragraph it stands in.
    pub paragraph: Option<u32>,
}
resolve_record!(Citation {
    label,
    reference,
    paragraph
});

/// A text set between begin and end words.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\nREF: A. STATE 12\n     B. STATE 13\n\n1. (U) The text follows.\n\nBEGIN TEXT OF THE AGREEMENT\n\nThe parties agree.\n\nEND TEXT\n\n2. (U) It falls.\n".as_bytes())?;
/// let attachment = cable.view().attachments().next().unwrap();
/// assert_eq!((attachment.first_paragraph, attachment.last_paragraph), (Some(1), Some(1)));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Attachment"))]
#[non_exhaustive]
pub struct Attachment<S> {
    /// What the begin words call it.
    pub title: Option<S>,
    /// Number of the paragraph with the begin words.
    pub first_paragraph: Option<u32>,
    /// Number of the paragraph with the end words, or of the last one.
    pub last_paragraph: Option<u32>,
    /// From the begin words to the end words.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Attachment {
    title,
    first_paragraph,
    last_paragraph,
    span
});

vocabulary! {
    /// How a removal shows.
    pub enum RedactionKind {
        /// A run of the letter X.
        XRun = 1, "x-run";
        /// `[NAME REMOVED]`.
        Bracketed = 2, "bracketed";
        /// Exemption codes such as `B1` or `1.4(D)` at a gap.
        Exemption = 3, "exemption";
        /// A blacked-out stretch.
        Black = 4, "black";
    }
}

/// A removal made before release.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::RedactionKind;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\nREF: A. STATE 12\n     B. STATE 13\n\n1. (U) XXXXXXXXXXXX told us that it falls.\n".as_bytes())?;
/// let redaction = cable.view().redactions().next().unwrap();
/// assert_eq!((redaction.kind, redaction.text), (RedactionKind::XRun, "XXXXXXXXXXXX"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Redaction"))]
#[non_exhaustive]
pub struct Redaction<S> {
    /// How it shows.
    pub kind: RedactionKind,
    /// As printed.
    pub text: S,
}
resolve_record!(Redaction { kind, text });
