//! The one table of diagnostic codes: name, number, severity, sentence, source. Numbers are never reused. The enum, the
//! constants of C, the strings of Python and `docs/diagnostics.md` come from it.

use core::fmt;
use core::str::FromStr;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Severity {
    /// Information.
    Note = 1,
    /// A rule is broken, but the telegram can be read.
    Warning = 2,
    /// Data is lost or contradictory.
    Error = 3,
}

impl Severity {
    /// `note`, `warning` or `error`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $number:literal, $name:literal, $severity:ident, $sentence:literal;)*) => {
        /// What a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])* $variant = $number,)*
        }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// Stable kebab-case name.
            ///
            /// ```
            /// use cable_core::Code;
            /// assert_eq!(Code::TagUnknown.as_str(), "tag-unknown");
            /// assert_eq!("tag-unknown".parse(), Ok(Code::TagUnknown));
            /// ```
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How bad it is.
            ///
            /// ```
            /// use cable_core::{Code, Severity};
            /// assert_eq!(Code::PortionAboveBanner.severity(), Severity::Error);
            /// ```
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// One sentence that says what was found, without a final stop.
            ///
            /// ```
            /// use cable_core::Code;
            /// assert_eq!(Code::TagUnknown.sentence(), "tag is in no table");
            /// ```
            pub const fn sentence(self) -> &'static str {
                match self { $(Code::$variant => $sentence),* }
            }

            /// What it says, and the source of the rule: a rule book, a published specification, or what was observed.
            ///
            /// ```
            /// use cable_core::Code;
            /// assert!(Code::LineTooLong.doc().ends_with("Source: ACP 127(G) para 138."));
            /// ```
            pub const fn doc(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),*).trim_ascii()),* }
            }

            /// Fixed number, the same in every language and version.
            ///
            /// ```
            /// use cable_core::Code;
            /// assert_eq!(Code::TagUnknown.number(), 40);
            /// ```
            pub const fn number(self) -> u16 {
                self as u16
            }
        }
    };
}

codes! {
    /// Transmission identifier is not VZCZC, a channel of three letters and a number. Source: ACP 127(G) paras 127-131.
    TransmissionIdMalformed = 1, "transmission-id-malformed", Warning, "transmission identifier is not VZCZC, a channel of three letters and a number";
    /// Precedence of the routing line is not doubled or is not that of the date-time group line. Source: ACP 127(G) paras 151-152; 5 FAH-2 H-321.2.
    RoutingPrecedenceMismatch = 2, "routing-precedence-mismatch", Error, "precedence of the routing line is not doubled or is not that of the date-time group line";
    /// Routing indicator is malformed or repeated. Source: ACP 127(G) para 204.
    RoutingIndicatorInvalid = 3, "routing-indicator-invalid", Warning, "routing indicator is malformed or repeated";
    /// Station line (DE) cannot be read. Source: ACP 127(G) para 116.
    StationLineUnreadable = 4, "station-line-unreadable", Error, "station line (DE) cannot be read";
    /// Station serial number is not the last four digits of the serial of the banner. Source: 5 FAH-2 H-321.
    SerialMismatch = 5, "serial-mismatch", Error, "station serial number is not the last four digits of the serial of the banner";
    /// Filing time of the station line does not fit the date-time group. Source: ACP 127(G) paras 113, 115.
    DateTimeGroupMismatch = 6, "date-time-group-mismatch", Warning, "filing time of the station line does not fit the date-time group";
    /// Station line names a section but the banner does not. Source: ACP 127(G) para 208.
    SectionWordingMissing = 7, "section-wording-missing", Note, "station line names a section but the banner does not";
    /// Security warning is not five equal letters, or ZNR and ZNY are confused. Source: ACP 127(G) paras 124, 203.
    SecurityWarningMalformed = 8, "security-warning-malformed", Warning, "security warning is not five equal letters, or ZNR and ZNY are confused";
    /// Letters of the security warning do not agree with the level of the banner. Source: ACP 127(G) paras 124, 203.
    SecurityWarningMismatch = 9, "security-warning-mismatch", Error, "letters of the security warning do not agree with the level of the banner";
    /// Operating signal is in no table. Source: ACP 131.
    OperatingSignalUnknown = 10, "operating-signal-unknown", Note, "operating signal is in no table";
    /// Date-time group cannot be read or is no date. Source: ACP 127(G) para 113.
    DateTimeGroupUnreadable = 11, "date-time-group-unreadable", Error, "date-time group cannot be read or is no date";
    /// Date-time group has another zone than Z or an unusual year. Source: ACP 127(G) para 113.
    DateTimeGroupForm = 12, "date-time-group-form", Note, "date-time group has another zone than Z or an unusual year";
    /// Two precedences are equal, in the wrong order, or combine FLASH with a lower one. Source: ACP 127(G) para 152.
    PrecedenceOrder = 13, "precedence-order", Warning, "two precedences are equal, in the wrong order, or combine FLASH with a lower one";
    /// Header has no originator (FM) or more than one. Source: 5 FAH-2 H-232.
    OriginatorMissing = 14, "originator-missing", Warning, "header has no originator (FM) or more than one";
    /// Originator, calling station and banner do not name one post. Source: 5 FAH-2 H-321.
    StationMismatch = 15, "station-mismatch", Warning, "originator, calling station and banner do not name one post";
    /// Header has no action addressee (TO). Source: 5 FAH-2 H-233.
    ActionMissing = 16, "action-missing", Warning, "header has no action addressee (TO)";
    /// Addressee blocks are not in the order TO, INFO, XMT. Source: ACP 127(G) Annex B.
    AddresseeOrder = 17, "addressee-order", Warning, "addressee blocks are not in the order TO, INFO, XMT";
    /// Message continuity number is malformed or a range that does not rise. Source: 5 FAH-2 H-321.7.
    MessageNumberMalformed = 18, "message-number-malformed", Warning, "message continuity number is malformed or a range that does not rise";
    /// Exempted addressees stand after no collective. Source: ACP 127(G) para 205; 5 FAH-2 H-321.9.
    ExclusionWithoutCollective = 19, "exclusion-without-collective", Warning, "exempted addressees stand after no collective";
    /// Line is longer than 70 characters in the header or 69 in the text. Source: ACP 127(G) para 138.
    LineTooLong = 20, "line-too-long", Note, "line is longer than 70 characters in the header or 69 in the text";
    /// NIACT stands without IMMEDIATE. Source: 5 FAH-2 H-421.
    NiactWithoutImmediate = 21, "niact-without-immediate", Note, "NIACT stands without IMMEDIATE";
    /// Precedence of an addressee is above that of the telegram. Source: ACP 127(G) para 152.
    AddresseePrecedenceTooHigh = 22, "addressee-precedence-too-high", Warning, "precedence of an addressee is above that of the telegram";
    /// Copies of the distribution block do not add up to its total. Source: National Archives, Central Foreign Policy Files.
    CopyCountMismatch = 23, "copy-count-mismatch", Note, "copies of the distribution block do not add up to its total";
    /// Text does not open with a classification line. Source: ACP 127(G) para 209.
    BannerMissing = 24, "banner-missing", Warning, "text does not open with a classification line";
    /// Classification line is misspelt. Source: ACP 127(G) para 209.
    BannerSpelling = 25, "banner-spelling", Note, "classification line is misspelt";
    /// Section number is zero or above the total. Source: ACP 127(G) para 208.
    SectionNumberInvalid = 26, "section-number-invalid", Error, "section number is zero or above the total";
    /// Sections of a telegram in sections are missing or out of order. Source: ACP 127(G) para 208.
    SectionMissing = 27, "section-missing", Warning, "sections of a telegram in sections are missing or out of order";
    /// Post or serial of a break is not that of the banner. Source: format of section separators.
    BreakMismatch = 28, "break-mismatch", Warning, "post or serial of a break is not that of the banner";
    /// Captions exclude one another. Source: 5 FAH-2 H-442; 05 STATE 226504.
    CaptionsIncompatible = 29, "captions-incompatible", Warning, "captions exclude one another";
    /// Caption does not go with this classification or date. Source: 00 STATE 18029.
    CaptionNotAllowed = 30, "caption-not-allowed", Warning, "caption does not go with this classification or date";
    /// Captions or TAGS are not in the usual order. Source: 5 FAH-2 H-252.1-1; TAGS 1974.
    OrderUnusual = 31, "order-unusual", Note, "captions or TAGS are not in the usual order";
    /// Caption is in no table. Source: 5 FAH-2 H-440.
    CaptionUnknown = 32, "caption-unknown", Note, "caption is in no table";
    /// Portions are marked NOFORN but the telegram is not. Source: 05 STATE 226504.
    NofornCaptionMissing = 33, "noforn-caption-missing", Warning, "portions are marked NOFORN but the telegram is not";
    /// Telegram has no E.O. line. Source: 5 FAH-1 H-212.
    ExecutiveOrderMissing = 34, "executive-order-missing", Warning, "telegram has no E.O. line";
    /// Executive order was not in force on the day of the telegram. Source: the orders' dates.
    ExecutiveOrderNotInForce = 35, "executive-order-not-in-force", Warning, "executive order was not in force on the day of the telegram";
    /// Declassification instruction does not go with the classification. Source: TAGS 1974; 32 CFR 2001.
    DeclassificationInconsistent = 36, "declassification-inconsistent", Warning, "declassification instruction does not go with the classification";
    /// Declassification code or period is not one of the order. Source: ISOO 2003; 32 CFR 2001.12.
    DeclassificationCodeInvalid = 37, "declassification-code-invalid", Warning, "declassification code or period is not one of the order";
    /// Declassification date is before the telegram. Source: 32 CFR 2001.12.
    DeclassificationBeforeCreation = 38, "declassification-before-creation", Warning, "declassification date is before the telegram";
    /// Telegram has no TAGS line or no subject TAGS. Source: 5 FAH-1 H-212.
    TagsMissing = 39, "tags-missing", Warning, "telegram has no TAGS line or no subject TAGS";
    /// Tag is in no table. Source: 5 FAH-3; TAGS 1974.
    TagUnknown = 40, "tag-unknown", Note, "tag is in no table";
    /// Tags stand without a separator and were split. Source: TAGS 1974.
    TagsRunTogether = 41, "tags-run-together", Note, "tags stand without a separator and were split";
    /// TAGS label is misspelt or missing. Source: 5 FAH-1 H-212.
    TagMissingLabel = 42, "tag-missing-label", Note, "TAGS label is misspelt or missing";
    /// Geographic tag looks like an ISO country code. Source: 5 FAH-3 H-414.
    TagIsoCode = 43, "tag-iso-code", Note, "geographic tag looks like an ISO country code";
    /// Telegram has no subject. Source: TAGS 1974.
    SubjectMissing = 44, "subject-missing", Warning, "telegram has no subject";
    /// A portion is marked above the level of the telegram. Source: 5 FAH-1 H-210; 32 CFR 2001.21.
    PortionAboveBanner = 45, "portion-above-banner", Error, "a portion is marked above the level of the telegram";
    /// No portion is marked at the level of the telegram. Source: 32 CFR 2001.21.
    AllPortionsBelowBanner = 46, "all-portions-below-banner", Note, "no portion is marked at the level of the telegram";
    /// Letters of the references have a gap. Source: 5 FAH-1 H-200.
    ReferenceLetterSkipped = 47, "reference-letter-skipped", Note, "letters of the references have a gap";
    /// Text cites a reference that is not in the list. Source: 5 FAH-1 H-200.
    ReferenceUnresolved = 48, "reference-unresolved", Warning, "text cites a reference that is not in the list";
    /// Year of a reference is later than the telegram. Source: 5 FAH-1 H-200.
    ReferenceInFuture = 49, "reference-in-future", Warning, "year of a reference is later than the telegram";
    /// Classified telegram does not name who classified it and why, or an unclassified one does. Source: 5 FAH-1 H-246; 32 CFR 2001.21.
    ClassifiedByMissing = 50, "classified-by-missing", Warning, "classified telegram does not name who classified it and why, or an unclassified one does";
    /// Reason for classification is not one of the order in force. Source: ISOO 2003; 32 CFR 2001.21.
    ReasonInvalid = 51, "reason-invalid", Warning, "reason for classification is not one of the order in force";
    /// Year of a reference was inferred from its serial. Source: message reference numbers.
    ReferenceYearInferred = 52, "reference-year-inferred", Note, "year of a reference was inferred from its serial";
    /// No century puts the declassification date near the telegram; the nearest was taken. Source: 6.3 of the format.
    DeclassificationCenturyAssumed = 53, "declassification-century-assumed", Note, "no century puts the declassification date near the telegram; the nearest was taken";
    /// Paragraph numbers have a gap. Source: 5 FAH-1 H-246.
    ParagraphNumberSkipped = 54, "paragraph-number-skipped", Warning, "paragraph numbers have a gap";
    /// Paragraph number is repeated. Source: 5 FAH-1 H-246.
    ParagraphNumberRepeated = 55, "paragraph-number-repeated", Warning, "paragraph number is repeated";
    /// Paragraphs are not numbered. Source: 5 FAH-1 H-246.
    ParagraphNumberMissing = 56, "paragraph-number-missing", Note, "paragraphs are not numbered";
    /// Paragraph of a classified telegram has no portion mark. Source: 5 FAH-1 H-246; 32 CFR 2001.21.
    MarkMissing = 57, "mark-missing", Warning, "paragraph of a classified telegram has no portion mark";
    /// Portion mark cannot be read. Source: 5 FAH-1 H-246.
    MarkUnreadable = 58, "mark-unreadable", Warning, "portion mark cannot be read";
    /// Summary or comment is opened and not closed, or closed and not opened. Source: 5 FAH-1 H-246.
    SummaryUnclosed = 59, "summary-unclosed", Note, "summary or comment is opened and not closed, or closed and not opened";
    /// Signature is not a surname on the last line. Source: observed practice.
    SignatureUnusual = 60, "signature-unusual", Note, "signature is not a surname on the last line";
    /// Text ends in the middle of a sentence. Source: observed damage.
    TextCutOff = 61, "text-cut-off", Warning, "text ends in the middle of a sentence";
    /// Day of the envelope is not that of the date-time group. Source: observed practice.
    EnvelopeDateMismatch = 62, "envelope-date-mismatch", Error, "day of the envelope is not that of the date-time group";
    /// Text is that of another telegram than the envelope or header names. Source: observed damage.
    BodyOfAnotherTelegram = 63, "body-of-another-telegram", Error, "text is that of another telegram than the envelope or header names";
    /// Envelope and telegram disagree. Source: observed practice.
    EnvelopeDisagrees = 64, "envelope-disagrees", Warning, "envelope and telegram disagree";
    /// Locator and presence of a text do not agree. Source: National Archives, Central Foreign Policy Files.
    TextUnavailable = 65, "text-unavailable", Note, "locator and presence of a text do not agree";
    /// Reference id was put together from the header. Source: message reference numbers.
    ReferenceIdInferred = 66, "reference-id-inferred", Note, "reference id was put together from the header";
    /// Header stands again in the text. Source: observed damage.
    HeaderRepeatedInText = 67, "header-repeated-in-text", Note, "header stands again in the text";
    /// Caption is repeated. Source: 5 FAH-2 H-252.1-1.
    CaptionRepeated = 68, "caption-repeated", Note, "caption is repeated";
    /// Text was removed before release. Source: release practice.
    Redaction = 69, "redaction", Note, "text was removed before release";
    /// Only an extract of the telegram was released. Source: release practice.
    PartialExtract = 70, "partial-extract", Note, "only an extract of the telegram was released";
    /// Bytes that are not UTF-8 were read as Windows-1252. Source: Unicode Standard, 3.9.
    EncodingRepaired = 71, "encoding-repaired", Note, "bytes that are not UTF-8 were read as Windows-1252";
    /// Minutes of the envelope repeat the hour. Source: observed practice.
    EnvelopeMinutesUnreliable = 72, "envelope-minutes-unreliable", Note, "minutes of the envelope repeat the hour";
    /// A limit of the options was reached and the rest was left unread. Source: options of the parse.
    LimitReached = 73, "limit-reached", Note, "a limit of the options was reached and the rest was left unread";
    /// Telegram refers to itself; the entry was left out. Source: message reference numbers.
    ReferenceToItself = 74, "reference-to-itself", Note, "telegram refers to itself; the entry was left out";
    /// Wrapping is damaged; what could still be told was read. Source: observed damage.
    WrappingDamaged = 75, "wrapping-damaged", Warning, "wrapping is damaged; what could still be told was read";
    /// Characters were lost in transmission and others stand for them: a comma or `Q` for an apostrophe, `&` and `8` or `Q` for quotation marks, `)` for a dash, `|` for an exclamation mark, `\` at the end of a line. Source: observed damage.
    CharactersLost = 76, "characters-lost", Note, "characters were lost in transmission and others stand for them";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Code::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == name)
            .ok_or(UnknownCode)
    }
}

/// The name is that of no diagnostic code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown diagnostic code")
    }
}

impl std::error::Error for UnknownCode {}

#[cfg(feature = "serde")]
impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "schema")]
crate::object::words_schema!(Code, "Code of a diagnostic.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_distinct_and_lead_back() {
        for (index, code) in Code::ALL.iter().enumerate() {
            assert_eq!(code.as_str().parse(), Ok(*code));
            assert_eq!(usize::from(code.number()), index + 1);
            assert!(!code.sentence().ends_with('.'));
            assert!(code.doc().contains(". Source: "), "{code}");
        }
    }
}
