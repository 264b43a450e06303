"""Closed vocabularies. Each member is its word: ``Level.SECRET == "secret"``."""

from enum import StrEnum

__all__ = [
    "BreakKind",
    "CaptionClass",
    "DeclassificationKind",
    "Format",
    "HeaderForm",
    "Level",
    "MarkingSource",
    "PostKind",
    "Precedence",
    "RedactionKind",
    "ReferenceKind",
    "RegionKind",
    "Role",
    "RoutingKind",
    "Severity",
    "State",
    "TagKind",
    "TextLabel",
    "YearSource",
    "ZoneKind",
]


class BreakKind(StrEnum):
    """What is broken."""

    SECTION = "section"
    """Start of a transmission section: `NORDHAVEN 00000123 002 OF 003`."""
    PAGE = "page"
    """Page of a section (`001.2 OF 003`) or printed page (`PAGE 02 …`)."""


class CaptionClass(StrEnum):
    """What a caption is about."""

    DISTRIBUTION = "distribution"
    """Who gets the message, `SIPDIS`."""
    HANDLING = "handling"
    """How narrowly it is held, `EXDIS`."""
    CONTROL = "control"
    """A control of the marking, `NOFORN`."""
    SERIES = "series"
    """A series of a travelling party or delegation, `SECTO`."""
    CHANNEL = "channel"
    """A restricted channel, `ROGER CHANNEL`."""
    CORRECTION = "correction"
    """A corrected copy."""
    TRANSMISSION = "transmission"
    """How it was transmitted, `EFTO`."""
    PASSING = "passing"
    """To be passed on, `STATE PASS`."""
    PRECEDENCE = "precedence"
    """A precedence word, `NIACT`."""
    INSTRUCTION = "instruction"
    """An instruction, `COMBINE`."""
    REFERENCE = "reference"
    """A word of the reference line, `NOTAL`."""
    UNKNOWN = "unknown"
    """Not established."""


class DeclassificationKind(StrEnum):
    """What kind of instruction the E.O. line gives."""

    NOT_APPLICABLE = "not-applicable"
    """`N/A`: nothing to declassify."""
    DATE = "date"
    """On a date."""
    EVENT = "event"
    """After an event."""
    EXEMPT = "exempt"
    """Exempt: X1 to X8, 25X, 50X."""
    ORIGINATING_AGENCY = "originating-agency"
    """OADR: the originating agency decides."""
    MANUAL_REVIEW = "manual-review"
    """MR: after a review by hand."""
    GENERAL_SCHEDULE = "general-schedule"
    """GDS: general declassification schedule."""
    ADVANCED_SCHEDULE = "advanced-schedule"
    """ADS: advanced declassification schedule."""
    EXEMPT_FROM_SCHEDULE = "exempt-from-schedule"
    """XGDS: exempt from the general schedule."""
    REVIEW_DATE = "review-date"
    """RDS: on a date of review."""
    DOWNGRADE_GROUP = "downgrade-group"
    """GP-1 to GP-4: a downgrading group."""
    DECLASSIFIED = "declassified"
    """Already declassified."""
    UNREADABLE = "unreadable"
    """Blacked out or garbled."""
    UNKNOWN = "unknown"
    """No value, or one that is none of these."""


class Format(StrEnum):
    """The wrapping a telegram came in."""

    TELEGRAM = "telegram"
    """The text of the telegram and nothing else."""
    VIEWER_PAGE = "viewer-page"
    """HTML page of the published set."""
    VIEWER_TEXT = "viewer-text"
    """Such a page as plain text."""
    DUMP_ROW = "dump-row"
    """Row of the eight-column CSV dump."""
    ARCHIVE = "archive"
    """1973-79 National Archives record."""
    SMART = "smart"
    """Label-and-value message of 2009 and later."""


class HeaderForm(StrEnum):
    """How much of a header is there."""

    FULL = "full"
    """Transmission identifier to addressees."""
    ADDRESS_ONLY = "address-only"
    """Date-time group, originator and addressees only."""
    PARTIAL_EXTRACT = "partial-extract"
    """A notice that only an extract of the telegram was released, with or without remnants of a header."""
    DISTRIBUTION_ONLY = "distribution-only"
    """A distribution block of the Department only."""


class Level(StrEnum):
    """The level of a marking; everything else a marking says is a control.

    Members stand from low to high; ``<`` compares words.
    """

    UNCLASSIFIED = "unclassified"
    """Not classified, with or without administrative controls."""
    RESTRICTED = "restricted"
    """United States level until 1953, foreign since."""
    CONFIDENTIAL = "confidential"
    """Confidential."""
    SECRET = "secret"
    """Secret."""
    TOP_SECRET = "top-secret"
    """Top secret."""


class MarkingSource(StrEnum):
    """Where a part of a marking in force comes from."""

    BANNER = "banner"
    """The classification line."""
    CAPTION = "caption"
    """A caption: SENSITIVE, NOFORN."""
    ENVELOPE = "envelope"
    """What the wrapping says."""
    PORTIONS = "portions"
    """The highest portion mark, where nothing else says a level."""


class PostKind(StrEnum):
    """What a post is."""

    EMBASSY = "embassy"
    """An embassy."""
    CONSULATE_GENERAL = "consulate-general"
    """A consulate general."""
    CONSULATE = "consulate"
    """A consulate."""
    MISSION = "mission"
    """A mission or delegation to an organization."""
    DEPARTMENT = "department"
    """A department, agency or office in the United States."""
    OTHER = "other"
    """Something else: a branch office, a travelling party."""


class Precedence(StrEnum):
    """How fast a telegram, or its copy for one addressee, is to be sent. Source: ACP 127(G); 5 FAH-1 H-221."""

    ROUTINE = "routine"
    """`R`, ROUTINE."""
    PRIORITY = "priority"
    """`P`, PRIORITY."""
    IMMEDIATE = "immediate"
    """`O`, IMMEDIATE."""
    NIACT_IMMEDIATE = "niact-immediate"
    """NIACT IMMEDIATE: act outside duty hours; of one addressee only."""
    FLASH = "flash"
    """`Z`, FLASH."""


class RedactionKind(StrEnum):
    """How a removal shows."""

    X_RUN = "x-run"
    """A run of the letter X."""
    BRACKETED = "bracketed"
    """`[NAME REMOVED]`."""
    EXEMPTION = "exemption"
    """Exemption codes such as `B1` or `1.4(D)` at a gap."""
    BLACK = "black"
    """A blacked-out stretch."""


class ReferenceKind(StrEnum):
    """What a reference points to."""

    CABLE = "cable"
    """A telegram, by message reference number."""
    EMAIL = "email"
    """An e-mail."""
    TELEPHONE = "telephone"
    """A telephone conversation."""
    MEETING = "meeting"
    """A meeting or conference, by video too."""
    MEMO = "memo"
    """A memorandum."""
    LETTER = "letter"
    """A letter."""
    FAX = "fax"
    """A telefax."""
    REPORT = "report"
    """A report, of intelligence or of a post."""
    AIRGRAM = "airgram"
    """An airgram."""
    WEB = "web"
    """A page or site of the web."""
    MESSAGE = "message"
    """A message, by date-time group."""
    SEPTEL = "septel"
    """A separate telegram, not numbered yet."""
    OTHER = "other"
    """Anything else."""


class RegionKind(StrEnum):
    """What a stretch of the input is."""

    TEXT = "text"
    """Text of the telegram."""
    ENVELOPE = "envelope"
    """A value of the envelope."""
    WRAPPING = "wrapping"
    """Everything else: navigation, markup, labels, a byte order mark."""


class Role(StrEnum):
    """What a paragraph is for."""

    SUMMARY = "summary"
    """Summary."""
    COMMENT = "comment"
    """Comment of the post."""
    ACTION_REQUEST = "action-request"
    """What the post asks for."""
    INTRODUCTION = "introduction"
    """Introduction."""


class RoutingKind(StrEnum):
    """Who stands behind a routing indicator. Military against agency is approximate."""

    MILITARY = "military"
    """A unit or command of the armed forces."""
    ALLIED = "allied"
    """A station of an allied country or of NATO."""
    RELAY = "relay"
    """A communications station."""
    EMBASSY = "embassy"
    """An embassy."""
    AGENCY = "agency"
    """An agency of the United States."""
    CONSULATE = "consulate"
    """A consulate or consulate general."""
    COLLECTIVE = "collective"
    """Many addressees under one indicator."""
    MISSION = "mission"
    """A mission to an organization."""
    DEPARTMENT = "department"
    """The Department of State."""
    UNKNOWN = "unknown"
    """Not established."""


class Severity(StrEnum):
    """How bad a finding is."""

    NOTE = "note"
    """Information."""
    WARNING = "warning"
    """A rule is broken, but the telegram can be read."""
    ERROR = "error"
    """Data is lost or contradictory."""


class State(StrEnum):
    """Why a field that is there has no value."""

    EXPLICITLY_EMPTY = "explicitly-empty"
    """There, and said to be empty (`REF: NONE`)."""
    UNREADABLE = "unreadable"
    """There, but damaged."""
    REDACTED = "redacted"
    """There, but removed before release."""
    WITHHELD = "withheld"
    """Held back as a whole, as the release itself says."""


class TagKind(StrEnum):
    """What a tag stands for."""

    SUBJECT = "subject"
    """A subject code of four letters, `PREL`."""
    GEOGRAPHIC = "geographic"
    """A country, dependency or region, `IZ`."""
    ORGANIZATION = "organization"
    """An organization, `NATO`."""
    PROGRAM = "program"
    """A program code, K and three letters, `KDEM`."""
    PERSON = "person"
    """The name of a person, `(BUSH, GEORGE W)`."""
    PHRASE = "phrase"
    """Words that are no code but were printed as one tag, `HUMAN RIGHTS`."""
    UNKNOWN = "unknown"
    """None of these."""


class TextLabel(StrEnum):
    """What a piece of a running text is."""

    TEXT = "text"
    """Text of a paragraph."""
    NUMBER = "number"
    """Number of a paragraph, with its stop."""
    MARK = "mark"
    """Portion mark, with its parentheses."""
    HEADING = "heading"
    """Title."""
    BREAK = "break"
    """Separator, page heading, what a break left behind, stamp of the release review."""
    SIGNATURE = "signature"
    """Signature and what stands behind it."""
    HEADER = "header"
    """Transmission header and distribution block."""
    BANNER = "banner"
    """Classification line."""
    CAPTIONS = "captions"
    """The captioned top, from the captions to Classified By, and the handling notice above the first paragraph."""
    GAP = "gap"
    """A blank or line ends between two pieces."""


class YearSource(StrEnum):
    """Where the year of a reference comes from."""

    PRINTED = "printed"
    """Printed beside it."""
    OWN = "own"
    """The year of the citing telegram."""
    INFERRED = "inferred"
    """The year before, because the serial is above the telegram's own."""
    ASSUMED = "assumed"
    """The year the caller assumed."""


class ZoneKind(StrEnum):
    """Kinds of zones."""

    HEADER = "header"
    """Transmission header."""
    DISTRIBUTION = "distribution"
    """Distribution block of the Department."""
    BANNER = "banner"
    """Classification line."""
    CAPTIONS = "captions"
    """Captions, pass lines and notes above the first label."""
    EXECUTIVE_ORDER = "executive-order"
    """E.O. line."""
    TAGS = "tags"
    """TAGS line."""
    SUBJECT = "subject"
    """Subject line."""
    REFERENCES = "references"
    """References."""
    CLASSIFIED_BY = "classified-by"
    """Classified By block."""
    HEADING = "heading"
    """Title or underline."""
    PARAGRAPH = "paragraph"
    """Paragraph."""
    BREAK = "break"
    """Section separator or page heading with what is printed around it."""
    LEFTOVER = "leftover"
    """Captions and labels printed again."""
    STAMP = "stamp"
    """Stamp of the release review."""
    SIGNATURE = "signature"
    """Signature."""
    END_MARKER = "end-marker"
    """End of message."""
    UNREAD = "unread"
    """Not read: beyond a limit, or behind a damaged field."""
