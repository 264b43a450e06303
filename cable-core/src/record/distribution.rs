//! The distribution block that the Department printed on its copies.

use super::Section;
use crate::span::Span;
use crate::spanned::resolve_record;

/// Who in the Department got copies, and who wrote and approved the telegram.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("PAGE 01        STATE  123456\nORIGIN EUR-12\n\nINFO OCT-01 ISO-00  /013 R\n\nDRAFTED BY EUR/NB:AROE:QQ\nAPPROVED BY EUR:BHOLM\n                     --------------------- 031187\nR 141445Z SEP 76\nFM SECSTATE WASHDC\nTO AMEMBASSY NORDHAVEN\n\nUNCLAS STATE 123456\n".as_bytes())?;
/// let block = cable.view().distribution().expect("a distribution block");
/// assert_eq!((block.origin[0].office, block.origin[0].copies), ("EUR", Some(12)));
/// assert_eq!(block.total, Some(13));
/// assert_eq!(block.drafted_by, Some("EUR/NB:AROE:QQ"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Distribution"))]
#[non_exhaustive]
pub struct Distribution<S> {
    /// Page lines (`PAGE 01 NORDHA 04417 141530Z`) that belong to the block.
    pub pages: Vec<PageLine<S>>,
    /// Offices to act.
    pub action: Vec<Office<S>>,
    /// Offices the telegram comes from.
    pub origin: Vec<Office<S>>,
    /// Offices for information.
    pub info: Vec<Office<S>>,
    /// Printed total of copies.
    pub total: Option<u32>,
    /// The dash line that closes the block.
    pub dash: Option<DashLine<S>>,
    /// Drafting officer.
    pub drafted_by: Option<S>,
    /// Approving officer.
    pub approved_by: Option<S>,
    /// Clearing officers.
    pub cleared_by: Vec<S>,
    /// Releasing officer.
    pub released_by: Option<S>,
    /// The whole block.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Distribution {
    pages,
    action,
    origin,
    info,
    total,
    dash,
    drafted_by,
    approved_by,
    cleared_by,
    released_by,
    span
});

impl<S> Default for Distribution<S> {
    fn default() -> Self {
        Distribution {
            pages: Vec::new(),
            action: Vec::new(),
            origin: Vec::new(),
            info: Vec::new(),
            total: None,
            dash: None,
            drafted_by: None,
            approved_by: None,
            cleared_by: Vec::new(),
            released_by: None,
            span: Span::default(),
        }
    }
}

/// Heading of a printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PageLine"))]
#[non_exhaustive]
pub struct PageLine<S> {
    /// Page number.
    pub page: u32,
    /// First six characters of the post.
    pub post: Option<S>,
    /// Serial of the telegram.
    pub serial: Option<u32>,
    /// Section, where the telegram was sent in sections.
    pub section: Option<Section>,
    /// Time of receipt as printed: `141530Z`.
    pub time: Option<S>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(PageLine {
    page,
    post,
    serial,
    section,
    time,
    span
});

/// An office and its number of copies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Office"))]
#[non_exhaustive]
pub struct Office<S> {
    /// Symbol: `EUR`.
    pub office: S,
    /// Copies.
    pub copies: Option<u32>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Office {
    office,
    copies,
    span
});

/// The dash line: `------------201212Z 109980 /20`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DashLine"))]
#[non_exhaustive]
pub struct DashLine<S> {
    /// Machine number, as printed.
    pub number: Option<S>,
    /// Time, as printed.
    pub time: Option<S>,
    /// Counter behind the slash.
    pub counter: Option<u32>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(DashLine {
    number,
    time,
    counter,
    span
});
