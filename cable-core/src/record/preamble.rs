//! The captioned top of the text: from the classification line to Classified By.

use super::{Level, Mark, Marking};
use crate::facts::TagKind;
use crate::span::Span;
use crate::spanned::{Resolve, Spanned, resolve_copy, resolve_record};
use crate::vocabulary::vocabulary;
use jiff::civil::Date;

/// Number of a section and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// From 1.
    pub number: u32,
    /// How many; `None` if it is not printed.
    pub total: Option<u32>,
}
resolve_copy!(Section);

impl Section {
    /// Section `number` of `total`.
    pub fn new(number: u32, total: Option<u32>) -> Self {
        Section { number, total }
    }
}

/// The classification line that opens the text.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::Level;
/// let cable = Cable::parse("C O N F I D E N T I A L SECTION 02 OF 03 NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n".as_bytes())?;
/// let banner = cable.view().banner().expect("a classification line");
/// assert_eq!((banner.level, banner.post, banner.serial), (Level::Confidential, Some("NORDHAVEN"), Some(142)));
/// let section = banner.section.unwrap();
/// assert_eq!((section.number, section.total), (2, Some(3)));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Banner"))]
#[non_exhaustive]
pub struct Banner<S> {
    /// The level.
    pub level: Level,
    /// Controls on the line, written out: `NOFORN`, `REL TO GBR, AUS`.
    pub controls: Vec<S>,
    /// Whether the telegram was to be encrypted for transmission only.
    pub efto: bool,
    /// `SECTION 01 OF 03`.
    pub section: Option<Section>,
    /// Post, with its blanks.
    pub post: Option<S>,
    /// Serial of the message reference number.
    pub serial: Option<u32>,
    /// The whole line, white space at its ends removed.
    pub printed: S,
    /// Where the level word and controls stand.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub level_span: Span,
    /// Where the serial stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub serial_span: Span,
}

impl<'a> Resolve<'a> for Banner<Spanned> {
    type Out = Banner<&'a str>;
    fn resolve(&'a self, text: &'a str) -> Banner<&'a str> {
        Banner {
            level: self.level,
            controls: self.controls.resolve(text),
            efto: self.efto,
            section: self.section,
            post: self.post.resolve(text),
            serial: self.serial,
            printed: self.printed.get(text),
            level_span: self.level_span,
            serial_span: self.serial_span,
        }
    }
}

/// A line that steers a telegram to agencies, offices or persons.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSTATE PASS USTR FOR ROE, HOLM\nSUBJECT: HERRING\n".as_bytes())?;
/// let line = cable.view().pass_lines().next().expect("a pass line");
/// assert_eq!((line.agency, line.verb), (Some("STATE"), Some("PASS")));
/// assert_eq!(line.targets, ["USTR FOR ROE", "HOLM"]);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PassLine"))]
#[non_exhaustive]
pub struct PassLine<S> {
    /// The logical line, wrapped lines joined.
    pub text: S,
    /// Who is to act: `STATE`, `DEPT`, a post.
    pub agency: Option<S>,
    /// `FOR`, `PASS`, `PASS TO`, `ATTN`, `FROM`.
    pub verb: Option<S>,
    /// Offices, agencies and persons.
    pub targets: Vec<S>,
}
resolve_record!(PassLine {
    text,
    agency,
    verb,
    targets
});

/// The E.O. line.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 000142\nSIPDIS\nE.O. 12598: DECL: 03/04/2018\nTAGS: EFIS\nSUBJECT: HERRING\n".as_bytes())?;
/// let order = cable.view().executive_order().expect("an E.O. line");
/// // The print is kept; the order that is meant stands beside it.
/// assert_eq!((order.order, order.order_corrected), (Some("12598"), Some("12958")));
/// assert_eq!(order.declassification.unwrap().date.unwrap().to_string(), "2018-03-04");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ExecutiveOrder"))]
#[non_exhaustive]
pub struct ExecutiveOrder<S> {
    /// Digits as printed.
    pub order: Option<S>,
    /// The known order that is meant, if the digits are misprinted.
    pub order_corrected: Option<&'static str>,
    /// The instruction.
    pub declassification: Option<Declassification<S>>,
    /// The whole field.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
impl<'a> Resolve<'a> for ExecutiveOrder<Spanned> {
    type Out = ExecutiveOrder<&'a str>;
    fn resolve(&'a self, text: &'a str) -> ExecutiveOrder<&'a str> {
        ExecutiveOrder {
            order: self.order.resolve(text),
            order_corrected: self.order_corrected,
            declassification: self.declassification.resolve(text),
            span: self.span,
        }
    }
}

vocabulary! {
    /// What kind of instruction the E.O. line gives.
    pub enum DeclassificationKind {
        /// `N/A`: nothing to declassify.
        NotApplicable = 1, "not-applicable";
        /// On a date.
        Date = 2, "date";
        /// After an event.
        Event = 3, "event";
        /// Exempt: X1 to X8, 25X, 50X.
        Exempt = 4, "exempt";
        /// OADR: the originating agency decides.
        OriginatingAgency = 5, "originating-agency";
        /// MR: after a review by hand.
        ManualReview = 6, "manual-review";
        /// GDS: general declassification schedule.
        GeneralSchedule = 7, "general-schedule";
        /// ADS: advanced declassification schedule.
        AdvancedSchedule = 8, "advanced-schedule";
        /// XGDS: exempt from the general schedule.
        ExemptFromSchedule = 9, "exempt-from-schedule";
        /// RDS: on a date of review.
        ReviewDate = 10, "review-date";
        /// GP-1 to GP-4: a downgrading group.
        DowngradeGroup = 11, "downgrade-group";
        /// Already declassified.
        Declassified = 12, "declassified";
        /// Blacked out or garbled.
        Unreadable = 13, "unreadable";
        /// No value, or one that is none of these.
        Unknown = 14, "unknown";
    }
}

/// The declassification instruction.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::DeclassificationKind;
/// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 0142\nE.O. 11652: GDS\nTAGS: EFIS\nSUBJECT: HERRING\nREF: 75 STATE 12\n\n1. IT FALLS.\n".as_bytes())?;
/// let order = cable.view().executive_order().unwrap();
/// let declassification = order.declassification.unwrap();
/// assert_eq!(declassification.kind, DeclassificationKind::GeneralSchedule);
/// // GDS prints no date; the day the schedule gives needs the day of the telegram, which is not there.
/// assert_eq!((declassification.date, declassification.derived_date), (None, None));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Declassification"))]
#[non_exhaustive]
pub struct Declassification<S> {
    /// What kind it is.
    pub kind: DeclassificationKind,
    /// The printed date.
    #[cfg_attr(feature = "serde", serde(serialize_with = "day"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::object::Day>"))]
    pub date: Option<Date>,
    /// The printed event.
    pub event: Option<S>,
    /// Codes as printed: `X1`, `25X1`, `XGDS-2`.
    pub codes: Vec<S>,
    /// The date that a schedule of the order gives.
    #[cfg_attr(feature = "serde", serde(serialize_with = "day"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::object::Day>"))]
    pub derived_date: Option<Date>,
    /// Who stands behind the instruction: `(NAME) OR-P`.
    pub authority: Option<S>,
    /// `DNG: CO 12/31/2012`.
    pub downgrade: Option<Downgrade>,
    /// The printed instruction.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Declassification {
    kind,
    date,
    event,
    codes,
    derived_date,
    authority,
    downgrade,
    span
});

/// Lowering of the level on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Downgrade {
    /// The level from then on.
    pub level: Level,
    /// When.
    #[cfg_attr(feature = "serde", serde(serialize_with = "day"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::object::Day>"))]
    pub date: Option<Date>,
}
resolve_copy!(Downgrade);

impl Downgrade {
    /// To `level` on `date`.
    pub fn new(level: Level, date: Option<Date>) -> Self {
        Downgrade { level, date }
    }
}

/// One tag of the TAGS line.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::facts::TagKind;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nTAGS: PREJ, OVIP (ROE, JANE), RS\nSUBJECT: HERRING\n".as_bytes())?;
/// let tags: Vec<_> = cable.view().tags().collect();
/// assert_eq!((tags[0].code, tags[0].corrected), ("PREJ", Some("PREL")));
/// assert_eq!((tags[2].code, tags[2].kind), ("ROE, JANE", TagKind::Person));
/// assert_eq!(tags[3].name, Some("Russia"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Tag"))]
#[non_exhaustive]
pub struct Tag<S> {
    /// As printed, upper-cased; the name alone of a person in parentheses.
    pub code: S,
    /// The code that is meant, if the printed one is a misprint; `SURNAME, GIVEN NAME` of a person whose comma was lost.
    pub corrected: Option<S>,
    /// What kind of tag it is.
    pub kind: TagKind,
    /// Its meaning in the year of the telegram.
    pub name: Option<&'static str>,
}
impl<'a> Resolve<'a> for Tag<Spanned> {
    type Out = Tag<&'a str>;
    fn resolve(&'a self, text: &'a str) -> Tag<&'a str> {
        Tag {
            code: self.code.get(text),
            corrected: self.corrected.resolve(text),
            kind: self.kind,
            name: self.name,
        }
    }
}

/// The subject line as it is kept in a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubjectLine {
    /// Lines joined, marks split off.
    pub text: Spanned,
    /// Portion mark in front or behind.
    pub mark: Option<Mark>,
}

impl<'a> Resolve<'a> for SubjectLine {
    type Out = Subject<'a>;
    fn resolve(&'a self, text: &'a str) -> Subject<'a> {
        Subject {
            text: self.text.get(text),
            mark: self.mark.resolve(text),
        }
    }
}

/// The subject of a telegram.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 000142\nSIPDIS\nSUBJECT: (C) HERRING AND THE\nQUOTA\n\n1. (C) It falls.\n".as_bytes())?;
/// let subject = cable.view().subject().unwrap();
/// assert_eq!((subject.text, subject.mark.unwrap().printed), ("HERRING AND THE QUOTA", "C"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Subject<'a> {
    /// Lines joined by one blank, marks split off.
    pub text: &'a str,
    /// Portion mark in front or behind.
    pub mark: Option<Marking<'a>>,
}

/// Who classified the telegram, and why.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n\nClassified By: Ambassador Ada Brandt for reasons 1.4 (b) and (d).\n\n1. (C) It falls.\n".as_bytes())?;
/// let block = cable.view().classified_by().expect("a block");
/// let who = &block.classifiers[0];
/// assert_eq!((who.title, who.name), (Some("Ambassador"), Some("Ada Brandt")));
/// assert_eq!(block.reasons, ["1.4(b)", "1.4(d)"]);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ClassifiedBy"))]
#[non_exhaustive]
pub struct ClassifiedBy<S> {
    /// Persons, in order.
    pub classifiers: Vec<Classifier<S>>,
    /// Sections of the order: `1.4(b)`.
    pub reasons: Vec<S>,
    /// The source of a derivative classification.
    pub derived_from: Option<S>,
    /// The whole block.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(ClassifiedBy {
    classifiers,
    reasons,
    derived_from,
    span
});

/// One person of the Classified By block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Classifier"))]
#[non_exhaustive]
pub struct Classifier<S> {
    /// Name, without title.
    pub name: Option<S>,
    /// Title or function.
    pub title: Option<S>,
    /// Office, section or post.
    pub office: Option<S>,
}
resolve_record!(Classifier {
    name,
    title,
    office
});

#[cfg(feature = "serde")]
fn day<S: serde::Serializer>(value: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}
