//! The transmission header: ACP 127 format lines 1 to 9.

use super::Level;
use crate::span::Span;
use crate::spanned::{resolve_copy, resolve_record};
use crate::vocabulary::vocabulary;
use jiff::Timestamp;

vocabulary! {
    /// How much of a header is there.
    pub enum HeaderForm {
        /// Transmission identifier to addressees.
        Full = 1, "full";
        /// Date-time group, originator and addressees only.
        AddressOnly = 2, "address-only";
        /// A notice that only an extract of the telegram was released, with or without remnants of a header.
        PartialExtract = 3, "partial-extract";
        /// A distribution block of the Department only.
        DistributionOnly = 4, "distribution-only";
    }
}

vocabulary! {
    /// How fast a telegram, or its copy for one addressee, is to be sent. Source: ACP 127(G); 5 FAH-1 H-221.
    pub enum Precedence {
        /// `R`, ROUTINE.
        Routine = 1, "routine";
        /// `P`, PRIORITY.
        Priority = 2, "priority";
        /// `O`, IMMEDIATE.
        Immediate = 3, "immediate";
        /// NIACT IMMEDIATE: act outside duty hours; of one addressee only.
        NiactImmediate = 4, "niact-immediate";
        /// `Z`, FLASH.
        Flash = 5, "flash";
    }
}

impl Precedence {
    /// The precedence of a prosign letter of format lines 2 and 5.
    ///
    /// ```
    /// use cable_core::record::Precedence;
    /// assert_eq!(Precedence::from_prosign(b'O'), Some(Precedence::Immediate));
    /// ```
    pub const fn from_prosign(letter: u8) -> Option<Self> {
        match letter {
            b'Z' => Some(Precedence::Flash),
            b'O' => Some(Precedence::Immediate),
            b'P' => Some(Precedence::Priority),
            b'R' => Some(Precedence::Routine),
            _ => None,
        }
    }
}

/// The header of a telegram.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::{HeaderForm, Level};
/// let cable = Cable::parse("VZCZCXYZ0017\nRR RUEHWEB\n\nDE RUEHNV #0142 0641015\nZNY CCCCC ZZH\nP 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC PRIORITY 3317\nC O N F I D E N T I A L NORDHAVEN 000142\n".as_bytes())?;
/// let header = cable.view().header().expect("a header");
/// assert_eq!(header.form, HeaderForm::Full);
/// assert_eq!(header.originator.unwrap().name, "AMEMBASSY NORDHAVEN");
/// assert_eq!(header.date_time_group.unwrap().to_string(), "2008-03-04T10:15:00Z");
/// // The warning of format line 4 says the level that the text must have.
/// assert_eq!(header.security_warning.unwrap().level, Some(Level::Confidential));
/// assert_eq!(header.action[0].message_number, Some("3317"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Header"))]
#[non_exhaustive]
pub struct Header<S> {
    /// How much of it is there.
    pub form: HeaderForm,
    /// Format line 1, as printed: `VZCZCXRO4173`.
    pub transmission_id: Option<S>,
    /// Format line 2, continuation lines merged.
    pub routing: Vec<Routing<S>>,
    /// Routing indicator behind `DE`.
    pub originating_station: Option<S>,
    /// Four-digit serial behind `#`.
    pub station_serial_number: Option<u32>,
    /// Section behind the slash of the serial.
    pub section: Option<u32>,
    /// Day of the year and time of filing.
    pub filing_time: Option<FilingTime>,
    /// Format line 4.
    pub security_warning: Option<SecurityWarning<S>>,
    /// Further signals of format line 4.
    pub operating_signals: Vec<OperatingSignal<S>>,
    /// Precedence of format line 5.
    pub precedence: Option<Precedences>,
    /// Date-time group of format line 5, converted to UTC.
    #[cfg_attr(feature = "serde", serde(serialize_with = "instant"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::object::Instant>"))]
    pub date_time_group: Option<Timestamp>,
    /// Signals behind the date-time group.
    pub date_time_group_signals: Vec<OperatingSignal<S>>,
    /// Format line 6 (FM).
    pub originator: Option<Addressee<S>>,
    /// Format line 7 (TO).
    pub action: Vec<Addressee<S>>,
    /// Format line 8 (INFO).
    pub info: Vec<Addressee<S>>,
    /// Exempted addressees (XMT) that stand after no collective.
    pub excluded: Vec<S>,
    /// `(CCY …)` marks of corrected copies.
    pub corrections: Vec<S>,
    /// Operator notes and other lines of the header zone.
    pub notes: Vec<S>,
    /// Where the values stand that are no strings.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub spans: HeaderSpans,
}

/// Places of the header's values that are no strings; empty where the value is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderSpans {
    /// The whole header.
    pub header: Span,
    /// The station line (DE).
    pub station_line: Span,
    /// The station serial number.
    pub station_serial_number: Span,
    /// The section behind it.
    pub section: Span,
    /// The filing time.
    pub filing_time: Span,
    /// The precedence letters of format line 5.
    pub precedence: Span,
    /// The date-time group.
    pub date_time_group: Span,
}

resolve_copy!(HeaderSpans, FilingTime, Precedences);

resolve_record!(Header {
    form,
    transmission_id,
    routing,
    originating_station,
    station_serial_number,
    section,
    filing_time,
    security_warning,
    operating_signals,
    precedence,
    date_time_group,
    date_time_group_signals,
    originator,
    action,
    info,
    excluded,
    corrections,
    notes,
    spans,
});

impl<S> Header<S> {
    /// A header of which nothing was found yet.
    pub(crate) fn new(form: HeaderForm) -> Self {
        Header {
            form,
            transmission_id: None,
            routing: Vec::new(),
            originating_station: None,
            station_serial_number: None,
            section: None,
            filing_time: None,
            security_warning: None,
            operating_signals: Vec::new(),
            precedence: None,
            date_time_group: None,
            date_time_group_signals: Vec::new(),
            originator: None,
            action: Vec::new(),
            info: Vec::new(),
            excluded: Vec::new(),
            corrections: Vec::new(),
            notes: Vec::new(),
            spans: HeaderSpans::default(),
        }
    }
}

/// One routing line: a precedence and the stations called with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Routing"))]
#[non_exhaustive]
pub struct Routing<S> {
    /// From the doubled prosign (`OO`).
    pub precedence: Option<Precedence>,
    /// Called stations, in order.
    pub routing_indicators: Vec<S>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Routing {
    precedence,
    routing_indicators,
    span
});

/// Filing time of the station line: `0851645` is day 85 of the year, 16:45 Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FilingTime {
    /// 1 to 366.
    pub day_of_year: u16,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// Security warning of format line 4.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SecurityWarning"))]
#[non_exhaustive]
pub struct SecurityWarning<S> {
    /// `ZNR` or `ZNY`.
    pub signal: S,
    /// The letters behind it: `UUUUU`.
    pub letters: S,
    /// The level the letters stand for.
    pub level: Option<Level>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(SecurityWarning {
    signal,
    letters,
    level,
    span
});

/// An operating signal of ACP 131 with what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "OperatingSignal"))]
#[non_exhaustive]
pub struct OperatingSignal<S> {
    /// Three letters from Z: `ZDK`.
    pub signal: S,
    /// The digit glued to it: `3` of `ZFF3`.
    pub suffix: Option<S>,
    /// What follows it: `CTG RUEHSD 0020 1580042`.
    pub argument: Option<S>,
    /// Where it stands, argument included.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(OperatingSignal {
    signal,
    suffix,
    argument,
    span
});

/// Precedences of format line 5: for action and for information addressees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Precedences {
    /// The first, or only, one.
    pub action: Precedence,
    /// The second one; `None` if only one is printed.
    pub info: Option<Precedence>,
}

/// An originator or addressee.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::Precedence;
/// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC//EUR// IMMEDIATE 3317\nINFO EUROPEAN POLITICAL COLLECTIVE\nXMT AMEMBASSY ZELTBERG\nUNCLAS NORDHAVEN 000142\n".as_bytes())?;
/// let header = cable.view().header().unwrap();
/// let first = &header.action[0];
/// assert_eq!((first.routing_indicator, first.name), (Some("RUEHC"), "SECSTATE WASHDC//EUR//"));
/// assert_eq!((first.passing, first.precedence), (Some("EUR"), Some(Precedence::Immediate)));
/// // A bare addressee has no precedence: that of the telegram is not taken for it.
/// let collective = &header.info[0];
/// assert!(collective.collective && collective.precedence.is_none());
/// assert_eq!(collective.excluded, ["AMEMBASSY ZELTBERG"]);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Addressee"))]
#[non_exhaustive]
pub struct Addressee<S> {
    /// Routing indicator before the slash, or `ZEN`.
    pub routing_indicator: Option<S>,
    /// Plain-language address designator, office symbols (`//…//`) included.
    pub name: S,
    /// The precedence word printed behind the name; never inferred.
    pub precedence: Option<Precedence>,
    /// Message continuity number, as printed; may be a range.
    pub message_number: Option<S>,
    /// Office symbols between double slashes.
    pub passing: Option<S>,
    /// Whether it is a group of addressees.
    pub collective: bool,
    /// Members of the collective that do not get the telegram (XMT).
    pub excluded: Vec<S>,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
}
resolve_record!(Addressee {
    routing_indicator,
    name,
    precedence,
    message_number,
    passing,
    collective,
    excluded,
    span
});

#[cfg(feature = "serde")]
fn instant<S: serde::Serializer>(
    value: &Option<Timestamp>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(instant) => serializer.collect_str(instant),
        None => serializer.serialize_none(),
    }
}
