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
