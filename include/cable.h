/*
 * cable: reads US State Department telegrams (cables) into one typed model.
 *
 * - A function takes the object first, then inputs, then outputs. An output is written only on success.
 * - What can fail returns a cable_status; CABLE_STATUS_ABSENT says that nothing is at that place.
 * - NULL never crashes: a function answers with a status, zero, or an absent string. A NULL input of
 *   length 0 is empty.
 * - Views (cable_str, cable_str_list) live as long as the document. What the caller frees is a handle
 *   or a cable_string, each with a _free of its own; freeing NULL does nothing.
 * - Absent is {NULL, 0} for a string, 0 for a word of a vocabulary, present == false for a number or span.
 * - A document may be read by many threads at once. Nothing is kept per thread.
 * - Structs are frozen: what a later version adds comes by new functions. Vocabularies may grow.
 *
 * This file is generated from cable-ffi. Do not edit it.
 */

#ifndef CABLE_H
#define CABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Version of this header. `cable_version()` is that of the library. */
#define CABLE_VERSION_MAJOR 0
#define CABLE_VERSION_MINOR 1
#define CABLE_VERSION_PATCH 0
/** The three parts in two decimal digits each, to be compared. */
#define CABLE_VERSION_NUMBER \
    (CABLE_VERSION_MAJOR * 10000 + CABLE_VERSION_MINOR * 100 + CABLE_VERSION_PATCH)

/** Values of `cable_format`. */
enum {
    /** telegram */
    CABLE_FORMAT_TELEGRAM = 1,
    /** viewer-page */
    CABLE_FORMAT_VIEWER_PAGE = 2,
    /** viewer-text */
    CABLE_FORMAT_VIEWER_TEXT = 3,
    /** dump-row */
    CABLE_FORMAT_DUMP_ROW = 4,
    /** archive */
    CABLE_FORMAT_ARCHIVE = 5,
    /** smart */
    CABLE_FORMAT_SMART = 6
};

/** Values of `cable_state`. */
enum {
    /** explicitly-empty */
    CABLE_STATE_EXPLICITLY_EMPTY = 1,
    /** unreadable */
    CABLE_STATE_UNREADABLE = 2,
    /** redacted */
    CABLE_STATE_REDACTED = 3,
    /** withheld */
    CABLE_STATE_WITHHELD = 4
};

/** Values of `cable_level`. */
enum {
    /** unclassified */
    CABLE_LEVEL_UNCLASSIFIED = 1,
    /** restricted */
    CABLE_LEVEL_RESTRICTED = 2,
    /** confidential */
    CABLE_LEVEL_CONFIDENTIAL = 3,
    /** secret */
    CABLE_LEVEL_SECRET = 4,
    /** top-secret */
    CABLE_LEVEL_TOP_SECRET = 5
};

/** Values of `cable_header_form`. */
enum {
    /** full */
    CABLE_HEADER_FORM_FULL = 1,
    /** address-only */
    CABLE_HEADER_FORM_ADDRESS_ONLY = 2,
    /** partial-extract */
    CABLE_HEADER_FORM_PARTIAL_EXTRACT = 3,
    /** distribution-only */
    CABLE_HEADER_FORM_DISTRIBUTION_ONLY = 4
};

/** Values of `cable_precedence`. */
enum {
    /** routine */
    CABLE_PRECEDENCE_ROUTINE = 1,
    /** priority */
    CABLE_PRECEDENCE_PRIORITY = 2,
    /** immediate */
    CABLE_PRECEDENCE_IMMEDIATE = 3,
    /** niact-immediate */
    CABLE_PRECEDENCE_NIACT_IMMEDIATE = 4,
    /** flash */
    CABLE_PRECEDENCE_FLASH = 5
};

/** Values of `cable_tag_kind`. */
enum {
    /** subject */
    CABLE_TAG_KIND_SUBJECT = 1,
    /** geographic */
    CABLE_TAG_KIND_GEOGRAPHIC = 2,
    /** organization */
    CABLE_TAG_KIND_ORGANIZATION = 3,
    /** program */
    CABLE_TAG_KIND_PROGRAM = 4,
    /** person */
    CABLE_TAG_KIND_PERSON = 5,
    /** phrase */
    CABLE_TAG_KIND_PHRASE = 6,
    /** unknown */
    CABLE_TAG_KIND_UNKNOWN = 7
};

/** Values of `cable_declassification_kind`. */
enum {
    /** not-applicable */
    CABLE_DECLASSIFICATION_KIND_NOT_APPLICABLE = 1,
    /** date */
    CABLE_DECLASSIFICATION_KIND_DATE = 2,
    /** event */
    CABLE_DECLASSIFICATION_KIND_EVENT = 3,
    /** exempt */
    CABLE_DECLASSIFICATION_KIND_EXEMPT = 4,
    /** originating-agency */
    CABLE_DECLASSIFICATION_KIND_ORIGINATING_AGENCY = 5,
    /** manual-review */
    CABLE_DECLASSIFICATION_KIND_MANUAL_REVIEW = 6,
    /** general-schedule */
    CABLE_DECLASSIFICATION_KIND_GENERAL_SCHEDULE = 7,
    /** advanced-schedule */
    CABLE_DECLASSIFICATION_KIND_ADVANCED_SCHEDULE = 8,
    /** exempt-from-schedule */
    CABLE_DECLASSIFICATION_KIND_EXEMPT_FROM_SCHEDULE = 9,
    /** review-date */
    CABLE_DECLASSIFICATION_KIND_REVIEW_DATE = 10,
    /** downgrade-group */
    CABLE_DECLASSIFICATION_KIND_DOWNGRADE_GROUP = 11,
    /** declassified */
    CABLE_DECLASSIFICATION_KIND_DECLASSIFIED = 12,
    /** unreadable */
    CABLE_DECLASSIFICATION_KIND_UNREADABLE = 13,
    /** unknown */
    CABLE_DECLASSIFICATION_KIND_UNKNOWN = 14
};

/** Values of `cable_reference_kind`. */
enum {
    /** cable */
    CABLE_REFERENCE_KIND_CABLE = 1,
    /** email */
    CABLE_REFERENCE_KIND_EMAIL = 2,
    /** telephone */
    CABLE_REFERENCE_KIND_TELEPHONE = 3,
    /** meeting */
    CABLE_REFERENCE_KIND_MEETING = 4,
    /** memo */
    CABLE_REFERENCE_KIND_MEMO = 5,
    /** letter */
    CABLE_REFERENCE_KIND_LETTER = 6,
    /** fax */
    CABLE_REFERENCE_KIND_FAX = 7,
    /** report */
    CABLE_REFERENCE_KIND_REPORT = 8,
    /** airgram */
    CABLE_REFERENCE_KIND_AIRGRAM = 9,
    /** web */
    CABLE_REFERENCE_KIND_WEB = 10,
    /** message */
    CABLE_REFERENCE_KIND_MESSAGE = 11,
    /** septel */
    CABLE_REFERENCE_KIND_SEPTEL = 12,
    /** other */
    CABLE_REFERENCE_KIND_OTHER = 13
};

/** Values of `cable_year_source`. */
enum {
    /** printed */
    CABLE_YEAR_SOURCE_PRINTED = 1,
    /** own */
    CABLE_YEAR_SOURCE_OWN = 2,
    /** inferred */
    CABLE_YEAR_SOURCE_INFERRED = 3,
    /** assumed */
    CABLE_YEAR_SOURCE_ASSUMED = 4
};

/** Values of `cable_role`. */
enum {
    /** summary */
    CABLE_ROLE_SUMMARY = 1,
    /** comment */
    CABLE_ROLE_COMMENT = 2,
    /** action-request */
    CABLE_ROLE_ACTION_REQUEST = 3,
    /** introduction */
    CABLE_ROLE_INTRODUCTION = 4
};

/** Values of `cable_break_kind`. */
enum {
    /** section */
    CABLE_BREAK_KIND_SECTION = 1,
    /** page */
    CABLE_BREAK_KIND_PAGE = 2
};

/** Values of `cable_redaction_kind`. */
enum {
    /** x-run */
    CABLE_REDACTION_KIND_X_RUN = 1,
    /** bracketed */
    CABLE_REDACTION_KIND_BRACKETED = 2,
    /** exemption */
    CABLE_REDACTION_KIND_EXEMPTION = 3,
    /** black */
    CABLE_REDACTION_KIND_BLACK = 4
};

/** Values of `cable_zone_kind`. */
enum {
    /** header */
    CABLE_ZONE_KIND_HEADER = 1,
    /** distribution */
    CABLE_ZONE_KIND_DISTRIBUTION = 2,
    /** banner */
    CABLE_ZONE_KIND_BANNER = 3,
    /** captions */
    CABLE_ZONE_KIND_CAPTIONS = 4,
    /** executive-order */
    CABLE_ZONE_KIND_EXECUTIVE_ORDER = 5,
    /** tags */
    CABLE_ZONE_KIND_TAGS = 6,
    /** subject */
    CABLE_ZONE_KIND_SUBJECT = 7,
    /** references */
    CABLE_ZONE_KIND_REFERENCES = 8,
    /** classified-by */
    CABLE_ZONE_KIND_CLASSIFIED_BY = 9,
    /** heading */
    CABLE_ZONE_KIND_HEADING = 10,
    /** paragraph */
    CABLE_ZONE_KIND_PARAGRAPH = 11,
    /** break */
    CABLE_ZONE_KIND_BREAK = 12,
    /** leftover */
    CABLE_ZONE_KIND_LEFTOVER = 13,
    /** stamp */
    CABLE_ZONE_KIND_STAMP = 14,
    /** signature */
    CABLE_ZONE_KIND_SIGNATURE = 15,
    /** end-marker */
    CABLE_ZONE_KIND_END_MARKER = 16,
    /** unread */
    CABLE_ZONE_KIND_UNREAD = 17
};

/** Values of `cable_post_kind`. */
enum {
    /** embassy */
    CABLE_POST_KIND_EMBASSY = 1,
    /** consulate-general */
    CABLE_POST_KIND_CONSULATE_GENERAL = 2,
    /** consulate */
    CABLE_POST_KIND_CONSULATE = 3,
    /** mission */
    CABLE_POST_KIND_MISSION = 4,
    /** department */
    CABLE_POST_KIND_DEPARTMENT = 5,
    /** other */
    CABLE_POST_KIND_OTHER = 6
};

/** Values of `cable_routing_kind`. */
enum {
    /** military */
    CABLE_ROUTING_KIND_MILITARY = 1,
    /** allied */
    CABLE_ROUTING_KIND_ALLIED = 2,
    /** relay */
    CABLE_ROUTING_KIND_RELAY = 3,
    /** embassy */
    CABLE_ROUTING_KIND_EMBASSY = 4,
    /** agency */
    CABLE_ROUTING_KIND_AGENCY = 5,
    /** consulate */
    CABLE_ROUTING_KIND_CONSULATE = 6,
    /** collective */
    CABLE_ROUTING_KIND_COLLECTIVE = 7,
    /** mission */
    CABLE_ROUTING_KIND_MISSION = 8,
    /** department */
    CABLE_ROUTING_KIND_DEPARTMENT = 9,
    /** unknown */
    CABLE_ROUTING_KIND_UNKNOWN = 10
};

/** Values of `cable_caption_class`. */
enum {
    /** distribution */
    CABLE_CAPTION_CLASS_DISTRIBUTION = 1,
    /** handling */
    CABLE_CAPTION_CLASS_HANDLING = 2,
    /** control */
    CABLE_CAPTION_CLASS_CONTROL = 3,
    /** series */
    CABLE_CAPTION_CLASS_SERIES = 4,
    /** channel */
    CABLE_CAPTION_CLASS_CHANNEL = 5,
    /** correction */
    CABLE_CAPTION_CLASS_CORRECTION = 6,
    /** transmission */
    CABLE_CAPTION_CLASS_TRANSMISSION = 7,
    /** passing */
    CABLE_CAPTION_CLASS_PASSING = 8,
    /** precedence */
    CABLE_CAPTION_CLASS_PRECEDENCE = 9,
    /** instruction */
    CABLE_CAPTION_CLASS_INSTRUCTION = 10,
    /** reference */
    CABLE_CAPTION_CLASS_REFERENCE = 11,
    /** unknown */
    CABLE_CAPTION_CLASS_UNKNOWN = 12
};

/** Values of `cable_text_label`. */
enum {
    /** text */
    CABLE_TEXT_LABEL_TEXT = 1,
    /** number */
    CABLE_TEXT_LABEL_NUMBER = 2,
    /** mark */
    CABLE_TEXT_LABEL_MARK = 3,
    /** heading */
    CABLE_TEXT_LABEL_HEADING = 4,
    /** break */
    CABLE_TEXT_LABEL_BREAK = 5,
    /** signature */
    CABLE_TEXT_LABEL_SIGNATURE = 6,
    /** header */
    CABLE_TEXT_LABEL_HEADER = 7,
    /** banner */
    CABLE_TEXT_LABEL_BANNER = 8,
    /** captions */
    CABLE_TEXT_LABEL_CAPTIONS = 9,
    /** gap */
    CABLE_TEXT_LABEL_GAP = 10
};

/** Values of `cable_severity`. */
enum {
    /** note */
    CABLE_SEVERITY_NOTE = 1,
    /** warning */
    CABLE_SEVERITY_WARNING = 2,
    /** error */
    CABLE_SEVERITY_ERROR = 3
};

/** Numbers of the diagnostic codes. */
enum {
    /** transmission identifier is not VZCZC, a channel of three letters and a number */
    CABLE_CODE_TRANSMISSION_ID_MALFORMED = 1,
    /** precedence of the routing line is not doubled or is not that of the date-time group line */
    CABLE_CODE_ROUTING_PRECEDENCE_MISMATCH = 2,
    /** routing indicator is malformed or repeated */
    CABLE_CODE_ROUTING_INDICATOR_INVALID = 3,
    /** station line (DE) cannot be read */
    CABLE_CODE_STATION_LINE_UNREADABLE = 4,
    /** station serial number is not the last four digits of the serial of the banner */
    CABLE_CODE_SERIAL_MISMATCH = 5,
    /** filing time of the station line does not fit the date-time group */
    CABLE_CODE_DATE_TIME_GROUP_MISMATCH = 6,
    /** station line names a section but the banner does not */
    CABLE_CODE_SECTION_WORDING_MISSING = 7,
    /** security warning is not five equal letters, or ZNR and ZNY are confused */
    CABLE_CODE_SECURITY_WARNING_MALFORMED = 8,
    /** letters of the security warning do not agree with the level of the banner */
    CABLE_CODE_SECURITY_WARNING_MISMATCH = 9,
    /** operating signal is in no table */
    CABLE_CODE_OPERATING_SIGNAL_UNKNOWN = 10,
    /** date-time group cannot be read or is no date */
    CABLE_CODE_DATE_TIME_GROUP_UNREADABLE = 11,
    /** date-time group has another zone than Z or an unusual year */
    CABLE_CODE_DATE_TIME_GROUP_FORM = 12,
    /** two precedences are equal, in the wrong order, or combine FLASH with a lower one */
    CABLE_CODE_PRECEDENCE_ORDER = 13,
    /** header has no originator (FM) or more than one */
    CABLE_CODE_ORIGINATOR_MISSING = 14,
    /** originator, calling station and banner do not name one post */
    CABLE_CODE_STATION_MISMATCH = 15,
    /** header has no action addressee (TO) */
    CABLE_CODE_ACTION_MISSING = 16,
    /** addressee blocks are not in the order TO, INFO, XMT */
    CABLE_CODE_ADDRESSEE_ORDER = 17,
    /** message continuity number is malformed or a range that does not rise */
    CABLE_CODE_MESSAGE_NUMBER_MALFORMED = 18,
    /** exempted addressees stand after no collective */
    CABLE_CODE_EXCLUSION_WITHOUT_COLLECTIVE = 19,
    /** line is longer than 70 characters in the header or 69 in the text */
    CABLE_CODE_LINE_TOO_LONG = 20,
    /** NIACT stands without IMMEDIATE */
    CABLE_CODE_NIACT_WITHOUT_IMMEDIATE = 21,
    /** precedence of an addressee is above that of the telegram */
    CABLE_CODE_ADDRESSEE_PRECEDENCE_TOO_HIGH = 22,
    /** copies of the distribution block do not add up to its total */
    CABLE_CODE_COPY_COUNT_MISMATCH = 23,
    /** text does not open with a classification line */
    CABLE_CODE_BANNER_MISSING = 24,
    /** classification line is misspelt */
    CABLE_CODE_BANNER_SPELLING = 25,
    /** section number is zero or above the total */
    CABLE_CODE_SECTION_NUMBER_INVALID = 26,
    /** sections of a telegram in sections are missing or out of order */
    CABLE_CODE_SECTION_MISSING = 27,
    /** post or serial of a break is not that of the banner */
    CABLE_CODE_BREAK_MISMATCH = 28,
    /** captions exclude one another */
    CABLE_CODE_CAPTIONS_INCOMPATIBLE = 29,
    /** caption does not go with this classification or date */
    CABLE_CODE_CAPTION_NOT_ALLOWED = 30,
    /** captions or TAGS are not in the usual order */
    CABLE_CODE_ORDER_UNUSUAL = 31,
    /** caption is in no table */
    CABLE_CODE_CAPTION_UNKNOWN = 32,
    /** portions are marked NOFORN but the telegram is not */
    CABLE_CODE_NOFORN_CAPTION_MISSING = 33,
    /** telegram has no E.O. line */
    CABLE_CODE_EXECUTIVE_ORDER_MISSING = 34,
    /** executive order was not in force on the day of the telegram */
    CABLE_CODE_EXECUTIVE_ORDER_NOT_IN_FORCE = 35,
    /** declassification instruction does not go with the classification */
    CABLE_CODE_DECLASSIFICATION_INCONSISTENT = 36,
    /** declassification code or period is not one of the order */
    CABLE_CODE_DECLASSIFICATION_CODE_INVALID = 37,
    /** declassification date is before the telegram */
    CABLE_CODE_DECLASSIFICATION_BEFORE_CREATION = 38,
    /** telegram has no TAGS line or no subject TAGS */
    CABLE_CODE_TAGS_MISSING = 39,
    /** tag is in no table */
    CABLE_CODE_TAG_UNKNOWN = 40,
    /** tags stand without a separator and were split */
    CABLE_CODE_TAGS_RUN_TOGETHER = 41,
    /** TAGS label is misspelt or missing */
    CABLE_CODE_TAG_MISSING_LABEL = 42,
    /** geographic tag looks like an ISO country code */
    CABLE_CODE_TAG_ISO_CODE = 43,
    /** telegram has no subject */
    CABLE_CODE_SUBJECT_MISSING = 44,
    /** a portion is marked above the level of the telegram */
    CABLE_CODE_PORTION_ABOVE_BANNER = 45,
    /** no portion is marked at the level of the telegram */
    CABLE_CODE_ALL_PORTIONS_BELOW_BANNER = 46,
    /** letters of the references have a gap */
    CABLE_CODE_REFERENCE_LETTER_SKIPPED = 47,
    /** text cites a reference that is not in the list */
    CABLE_CODE_REFERENCE_UNRESOLVED = 48,
    /** year of a reference is later than the telegram */
    CABLE_CODE_REFERENCE_IN_FUTURE = 49,
    /** classified telegram does not name who classified it and why, or an unclassified one does */
    CABLE_CODE_CLASSIFIED_BY_MISSING = 50,
    /** reason for classification is not one of the order in force */
    CABLE_CODE_REASON_INVALID = 51,
    /** year of a reference was inferred from its serial */
    CABLE_CODE_REFERENCE_YEAR_INFERRED = 52,
    /** no century puts the declassification date near the telegram; the nearest was taken */
    CABLE_CODE_DECLASSIFICATION_CENTURY_ASSUMED = 53,
    /** paragraph numbers have a gap */
    CABLE_CODE_PARAGRAPH_NUMBER_SKIPPED = 54,
    /** paragraph number is repeated */
    CABLE_CODE_PARAGRAPH_NUMBER_REPEATED = 55,
    /** paragraphs are not numbered */
    CABLE_CODE_PARAGRAPH_NUMBER_MISSING = 56,
    /** paragraph of a classified telegram has no portion mark */
    CABLE_CODE_MARK_MISSING = 57,
    /** portion mark cannot be read */
    CABLE_CODE_MARK_UNREADABLE = 58,
    /** summary or comment is opened and not closed, or closed and not opened */
    CABLE_CODE_SUMMARY_UNCLOSED = 59,
    /** signature is not a surname on the last line */
    CABLE_CODE_SIGNATURE_UNUSUAL = 60,
    /** text ends in the middle of a sentence */
    CABLE_CODE_TEXT_CUT_OFF = 61,
    /** day of the envelope is not that of the date-time group */
    CABLE_CODE_ENVELOPE_DATE_MISMATCH = 62,
    /** text is that of another telegram than the envelope or header names */
    CABLE_CODE_BODY_OF_ANOTHER_TELEGRAM = 63,
    /** envelope and telegram disagree */
    CABLE_CODE_ENVELOPE_DISAGREES = 64,
    /** locator and presence of a text do not agree */
    CABLE_CODE_TEXT_UNAVAILABLE = 65,
    /** reference id was put together from the header */
    CABLE_CODE_REFERENCE_ID_INFERRED = 66,
    /** header stands again in the text */
    CABLE_CODE_HEADER_REPEATED_IN_TEXT = 67,
    /** caption is repeated */
    CABLE_CODE_CAPTION_REPEATED = 68,
    /** text was removed before release */
    CABLE_CODE_REDACTION = 69,
    /** only an extract of the telegram was released */
    CABLE_CODE_PARTIAL_EXTRACT = 70,
    /** bytes that are not UTF-8 were read as Windows-1252 */
    CABLE_CODE_ENCODING_REPAIRED = 71,
    /** minutes of the envelope repeat the hour */
    CABLE_CODE_ENVELOPE_MINUTES_UNRELIABLE = 72,
    /** a limit of the options was reached and the rest was left unread */
    CABLE_CODE_LIMIT_REACHED = 73,
    /** telegram refers to itself; the entry was left out */
    CABLE_CODE_REFERENCE_TO_ITSELF = 74,
    /** wrapping is damaged; what could still be told was read */
    CABLE_CODE_WRAPPING_DAMAGED = 75,
    /** characters were lost in transmission and others stand for them */
    CABLE_CODE_CHARACTERS_LOST = 76
};


/**
 * How a call ended. 0 is success; numbers are never reused. Below 100 the call is wrong or finds nothing, from 100 on
 * the input is.
 */
enum cable_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** Success. */
    CABLE_STATUS_OK = 0,
    /** A pointer that is needed is NULL. */
    CABLE_STATUS_NULL_ARGUMENT = 1,
    /** An argument is none of the values allowed: an unknown number, a length no object has, text that is not UTF-8. */
    CABLE_STATUS_INVALID_ARGUMENT = 2,
    /** Nothing is at that place: the field is absent, or the index is beyond the last member. */
    CABLE_STATUS_ABSENT = 3,
    /** A defect of the library was caught. The document stays as it was. */
    CABLE_STATUS_PANIC = 4,
    /** The input is longer than the limit. */
    CABLE_STATUS_TOO_LARGE = 100,
    /** None of the signs of a telegram was found. */
    CABLE_STATUS_NOT_A_TELEGRAM = 101,
    /** The format asked for is refuted by the input. */
    CABLE_STATUS_WRONG_FORMAT = 102,
    /** With strict: a finding of severity error. */
    CABLE_STATUS_STRICT_VIOLATION = 103,
    /** A file or folder of a corpus could not be read to its end. */
    CABLE_STATUS_IO = 110,
    /** A link in a folder of a corpus leads back to a folder that it stands in. */
    CABLE_STATUS_SYMLINK_LOOP = 111,
    /** A file packed with gzip ends too early. */
    CABLE_STATUS_TRUNCATED = 112,
    /** A quote of a row of a dump is not closed before the next row begins. */
    CABLE_STATUS_UNCLOSED_QUOTE = 113,
    /** A row of a dump has fewer than eight columns. */
    CABLE_STATUS_MISSING_COLUMNS = 114,
    /** No section files were given. */
    CABLE_STATUS_NO_PARTS = 120,
    /** The classification line of a section file does not name section, post and serial number. */
    CABLE_STATUS_NO_SECTION = 121,
    /** Two section files are of different telegrams. */
    CABLE_STATUS_OTHER_TELEGRAM = 122,
    /** A section file was put together itself. */
    CABLE_STATUS_ALREADY_JOINED = 123,
    /** The input cannot be read for a reason that this version has no number for. */
    CABLE_STATUS_OTHER_ERROR = 199,
    /** The text is no reference id. */
    CABLE_STATUS_NOT_A_REFERENCE_ID = 200,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_status cable_status;
#else
typedef uint32_t cable_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** How exact a [`cable_time`] is. */
enum cable_time_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** There is no time. */
    CABLE_TIME_KIND_NONE = 0,
    /** A day; its clock is midnight. */
    CABLE_TIME_KIND_DAY = 1,
    /** An instant, to the second. */
    CABLE_TIME_KIND_INSTANT = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_time_kind cable_time_kind;
#else
typedef uint32_t cable_time_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** What a stretch of the input is. */
enum cable_region_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** A kind this version has no number for. */
    CABLE_REGION_KIND_OTHER = 0,
    /** The text of the telegram. */
    CABLE_REGION_KIND_TEXT = 1,
    /** What the wrapping says of the telegram. */
    CABLE_REGION_KIND_ENVELOPE = 2,
    /** Everything else. */
    CABLE_REGION_KIND_WRAPPING = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_region_kind cable_region_kind;
#else
typedef uint32_t cable_region_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A vocabulary, for `cable_vocabulary_word` and `cable_vocabulary_value`. */
enum cable_vocabulary
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** Words of `cable_format`. */
    CABLE_VOCABULARY_FORMAT = 1,
    /** Words of `cable_state`. */
    CABLE_VOCABULARY_STATE = 2,
    /** Words of `cable_level`. */
    CABLE_VOCABULARY_LEVEL = 3,
    /** Words of `cable_header_form`. */
    CABLE_VOCABULARY_HEADER_FORM = 4,
    /** Words of `cable_precedence`. */
    CABLE_VOCABULARY_PRECEDENCE = 5,
    /** Words of `cable_tag_kind`. */
    CABLE_VOCABULARY_TAG_KIND = 6,
    /** Words of `cable_declassification_kind`. */
    CABLE_VOCABULARY_DECLASSIFICATION_KIND = 7,
    /** Words of `cable_reference_kind`. */
    CABLE_VOCABULARY_REFERENCE_KIND = 8,
    /** Words of `cable_year_source`. */
    CABLE_VOCABULARY_YEAR_SOURCE = 9,
    /** Words of `cable_role`. */
    CABLE_VOCABULARY_ROLE = 10,
    /** Words of `cable_break_kind`. */
    CABLE_VOCABULARY_BREAK_KIND = 11,
    /** Words of `cable_redaction_kind`. */
    CABLE_VOCABULARY_REDACTION_KIND = 12,
    /** Words of `cable_zone_kind`. */
    CABLE_VOCABULARY_ZONE_KIND = 13,
    /** Words of `cable_severity`. */
    CABLE_VOCABULARY_SEVERITY = 14,
    /** Words of `cable_post_kind`. */
    CABLE_VOCABULARY_POST_KIND = 15,
    /** Words of `cable_routing_kind`. */
    CABLE_VOCABULARY_ROUTING_KIND = 16,
    /** Words of `cable_caption_class`. */
    CABLE_VOCABULARY_CAPTION_CLASS = 17,
    /** Words of `cable_text_label`. */
    CABLE_VOCABULARY_TEXT_LABEL = 18,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_vocabulary cable_vocabulary;
#else
typedef uint32_t cable_vocabulary;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A field that is a list of strings, for `cable_document_list`. */
enum cable_list
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** `captions`, upper-cased, each once. */
    CABLE_LIST_CAPTIONS = 1,
    /** `notes`: lines before the first label that are neither captions nor pass lines. */
    CABLE_LIST_NOTES = 2,
    /** `signature`: persons who signed. */
    CABLE_LIST_SIGNATURE = 3,
    /** `end_markers`: what stands behind the signature: `NNNN`, `BT`. */
    CABLE_LIST_END_MARKERS = 4,
    /** `release_stamps`: stamps of the release review. */
    CABLE_LIST_RELEASE_STAMPS = 5,
    /** Tags that are printed again; not in the JSON. */
    CABLE_LIST_REPEATED_TAGS = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_list cable_list;
#else
typedef uint32_t cable_list;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A limit, for `cable_options_set_limit`. */
enum cable_limit
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** Bytes of input; more is `CABLE_STATUS_TOO_LARGE`. Default 64 MiB. */
    CABLE_LIMIT_INPUT = 1,
    /** Addressees of a header. Default 10,000. */
    CABLE_LIMIT_ADDRESSEES = 2,
    /** References. Default 5,000. */
    CABLE_LIMIT_REFERENCES = 3,
    /** Paragraphs. Default 10,000. */
    CABLE_LIMIT_PARAGRAPHS = 4,
    /** Diagnostics. Default 1,000. */
    CABLE_LIMIT_DIAGNOSTICS = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_limit cable_limit;
#else
typedef uint32_t cable_limit;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** How `cable_document_to_json` writes. */
enum cable_json
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** Values only. */
    CABLE_JSON_PLAIN = 0,
    /** With one more object, `spans`: JSON pointers of the values and their places in the text. */
    CABLE_JSON_WITH_SPANS = 1,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_json cable_json;
#else
typedef uint32_t cable_json;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** Where operating signals stand, for `cable_document_signal_at`. */
enum cable_signal_list
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** `header.operating_signals`: of format line 4. */
    CABLE_SIGNAL_LIST_FORMAT_LINE4 = 1,
    /** `header.date_time_group_signals`: behind the date-time group. */
    CABLE_SIGNAL_LIST_DATE_TIME_GROUP = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_signal_list cable_signal_list;
#else
typedef uint32_t cable_signal_list;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A block of addressees, for `cable_document_addressee_at`. */
enum cable_addressee_block
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** `header.originator`: none or one. */
    CABLE_ADDRESSEE_BLOCK_ORIGINATOR = 1,
    /** `header.action`. */
    CABLE_ADDRESSEE_BLOCK_ACTION = 2,
    /** `header.info`. */
    CABLE_ADDRESSEE_BLOCK_INFO = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_addressee_block cable_addressee_block;
#else
typedef uint32_t cable_addressee_block;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A list of offices, for `cable_document_office_at`. */
enum cable_office_list
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** `distribution.action`: offices to act. */
    CABLE_OFFICE_LIST_ACTION = 1,
    /** `distribution.origin`: offices the telegram comes from. */
    CABLE_OFFICE_LIST_ORIGIN = 2,
    /** `distribution.info`: offices for information. */
    CABLE_OFFICE_LIST_INFO = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_office_list cable_office_list;
#else
typedef uint32_t cable_office_list;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A bit of `cable_marking_in_force.sources`. */
enum cable_marking_source
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** The classification line. */
    CABLE_MARKING_SOURCE_BANNER = 1,
    /** A caption: SENSITIVE, NOFORN. */
    CABLE_MARKING_SOURCE_CAPTION = 2,
    /** What the wrapping says. */
    CABLE_MARKING_SOURCE_ENVELOPE = 4,
    /** The highest portion mark, where nothing else says a level. */
    CABLE_MARKING_SOURCE_PORTIONS = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_marking_source cable_marking_source;
#else
typedef uint32_t cable_marking_source;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** A form of a reference id, for `cable_reference_id_write`. */
enum cable_reference_id_form
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** As it was given: `1977 MOSCOW 02124`. */
    CABLE_REFERENCE_ID_FORM_PRINTED = 1,
    /** The written form, glued words kept: `77MOSCOW2124`. */
    CABLE_REFERENCE_ID_FORM_ID = 2,
    /** Spelling repaired, glued words stripped, the post under its own name. */
    CABLE_REFERENCE_ID_FORM_CANONICAL = 3,
    /** Of the archives: `1977MOSCOW02124`. */
    CABLE_REFERENCE_ID_FORM_ARCHIVE = 4,
    /** As telegrams cite it: `08 THE HAGUE 1234`. */
    CABLE_REFERENCE_ID_FORM_IN_TEXT = 5,
    /** The post alone: `MOSCOW`. */
    CABLE_REFERENCE_ID_FORM_POST = 6,
    /** The post in the six letters of the archives. */
    CABLE_REFERENCE_ID_FORM_POST6 = 7,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_reference_id_form cable_reference_id_form;
#else
typedef uint32_t cable_reference_id_form;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** How `cable_document_write` writes. */
enum cable_writing
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** The input again, byte for byte. Not always UTF-8. */
    CABLE_WRITING_VERBATIM = 0,
    /**
     * The telegram laid out as the format has it: header lines, classification line, captions, E.O., TAGS, SUBJECT, REF
     * and Classified By in their order, paragraphs run together, lines of at most 69 characters where they can be cut.
     * Nothing is made up. Read again, with the format `CABLE_FORMAT_TELEGRAM` and the year of the document assumed, it
     * says the same but for format, envelope, breaks, release stamps, diagnostics and the spelling of the classification
     * line.
     */
    CABLE_WRITING_NORMALISED = 1,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_writing cable_writing;
#else
typedef uint32_t cable_writing;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/** What became of the sections of a joined telegram, for `cable_document_section_file_at`. */
enum cable_section_list
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /** Sections the telegram was made of, in order. */
    CABLE_SECTION_LIST_JOINED = 1,
    /** Documents left out because an earlier one has their section. */
    CABLE_SECTION_LIST_REPEATED = 2,
    /** Sections that no document has. The diagnostic `section-missing` tells of them. */
    CABLE_SECTION_LIST_MISSING = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum cable_section_list cable_section_list;
#else
typedef uint32_t cable_section_list;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Many telegrams that are being read, from folders, dumps, files of many telegrams and single ones, each packed with
 * gzip or not. Made by `cable_corpus_open`, freed by `cable_corpus_close`. One thread at a time may use it.
 */
typedef struct cable_corpus cable_corpus;

/**
 * One telegram and the bytes it was read from. Made by `cable_document_parse`, `cable_document_join` and
 * `cable_corpus_next`, freed by `cable_document_free`, which ends every view of it. Never changes: many threads may read one document at once.
 */
typedef struct cable_document cable_document;

/**
 * Why there is no document. Written by `cable_document_parse`, `cable_document_join` and `cable_corpus_next`, freed by `cable_error_free`; lives on its own.
 * May be read by many threads at once.
 */
typedef struct cable_error cable_error;

/**
 * Options of a parse. Made by `cable_options_new`, freed by `cable_options_free`; may be freed right after the parse.
 * Not to be set by one thread while another uses it.
 */
typedef struct cable_options cable_options;

/**
 * A running text. Made by `cable_document_text_view`, freed by `cable_text_view_free`, which ends every view of it. It
 * needs the document no more. Never changes: many threads may read one at once.
 */
typedef struct cable_text_view cable_text_view;

/** A string that the caller owns and frees with `cable_string_free`. A NUL follows its last byte. */
typedef struct {
    /** The first byte, or NULL. */
    char *data;
    /** Length in bytes, without the NUL. */
    size_t len;
} cable_string;

/**
 * A string of a document or of the tables of the library: UTF-8, may hold NUL, has no final NUL. Never freed.
 * `{NULL, 0}` is absent, `{non-NULL, 0}` is empty. Print it with `%.*s`.
 */
typedef struct {
    /** The first byte, or NULL. */
    const char *data;
    /** Length in bytes. */
    size_t len;
} cable_str;

/** Bytes `start` to `end` (not included) of the input, `cable_document_source`. */
typedef struct {
    /** Which input, from 0; above 0 only for a telegram put together of several. */
    uint32_t part;
    /** The first byte. */
    uint32_t start;
    /** The byte after the last one. */
    uint32_t end;
} cable_source_span;

/** A source span, or none. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** The span; 0 to 0 if there is none. */
    cable_source_span span;
} cable_optional_source_span;

/** The wrapping a telegram came in: `CABLE_FORMAT_…`; 0 is none. */
typedef uint32_t cable_format;

/** A number, or none. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** The number; 0 if there is none. */
    uint32_t value;
} cable_optional_u32;

/** A section of a joined telegram and the document that has it. */
typedef struct {
    /** The number the classification line gives. */
    uint32_t section;
    /** Index of the document among those given to `cable_document_join`; absent if none has the section. */
    cable_optional_u32 part;
} cable_section_file;

/** Where a member of a corpus stands. */
typedef struct {
    /** The file, bytes that are not UTF-8 replaced; absent for standard input. Lives until the next member is asked for. */
    cable_str path;
    /** Number of the row of a dump, or of the telegram in a file of many, from 1; 0 where the file holds one telegram. */
    uint64_t row;
    /** The first byte in the file; in what was unpacked, if the file is packed with gzip. */
    uint64_t start;
    /** The byte after the last one. */
    uint64_t end;
} cable_place;

/** A day or an instant, in UTC. */
typedef struct {
    /** Seconds since 1970-01-01T00:00:00Z. */
    int64_t seconds;
    /** Whether it is a day, an instant or absent. */
    cable_time_kind kind;
    /** Year. */
    uint16_t year;
    /** 1 to 12; 0 if absent. */
    uint8_t month;
    /** 1 to 31; 0 if absent. */
    uint8_t day;
    /** 0 to 23. */
    uint8_t hour;
    /** 0 to 59. */
    uint8_t minute;
    /** 0 to 59. */
    uint8_t second;
} cable_time;

/** Level of classification, in order: `CABLE_LEVEL_…`; 0 is none. */
typedef uint32_t cable_level;

/** Strings of a document. Lives as long as the document; never freed. */
typedef struct {
    /** The first string; NULL if there is none. */
    const cable_str *items;
    /** How many. */
    size_t len;
} cable_str_list;

/** A classification: of the telegram, of a portion, or of an envelope. `level == 0`: there is none. */
typedef struct {
    /** The level; 0 if there is no marking. */
    cable_level level;
    /** The controls, written out: `NOFORN`, `REL TO USA, FVEY`. */
    cable_str_list controls;
    /** The name of the field: `SECRET//NOFORN`, `LIMITED OFFICIAL USE`. */
    cable_str display;
    /** As it stands in the text. */
    cable_str printed;
} cable_marking;

/** What the wrapping says of the telegram; its other labels by `cable_document_attribute_at`. */
typedef struct {
    /** Reference id or document number, as printed. */
    cable_str reference_id;
    /** When the telegram was made. */
    cable_time created;
    /** When it was published. */
    cable_time released;
    /** Classification. */
    cable_marking classification;
    /** Origin: `Embassy Moscow`. */
    cable_str origin;
    /** Subject, or its first line. */
    cable_str subject;
    /** Tags. */
    cable_str_list tags;
    /** References. */
    cable_str_list references;
    /** Articles that used the telegram. */
    cable_str_list media;
} cable_envelope;

/** A label of the wrapping with its values. */
typedef struct {
    /** The label: `Film Number`. */
    cable_str label;
    /** Whether the label holds a list; else it has one value or none. */
    bool is_list;
    /** Its values. */
    cable_str_list values;
} cable_attribute;

/** How much of a header is there: `CABLE_HEADER_FORM_…`; 0 is none. */
typedef uint32_t cable_header_form;

/** Filing time of the station line: `0851645` is day 85 of the year, 16:45 Z. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** 0 to 23. */
    uint8_t hour;
    /** 0 to 59. */
    uint8_t minute;
    /** 1 to 366. */
    uint16_t day_of_year;
} cable_filing_time;

/** Security warning of format line 4. `signal.data == NULL`: there is none. */
typedef struct {
    /** `ZNR` or `ZNY`. */
    cable_str signal;
    /** The letters behind it: `UUUUU`. */
    cable_str letters;
    /** The level the letters stand for; 0 if none. */
    cable_level level;
} cable_security_warning;

/** How fast a telegram is to be sent, in order: `CABLE_PRECEDENCE_…`; 0 is none. */
typedef uint32_t cable_precedence;

/** Precedences of format line 5. `action == 0`: there is none. */
typedef struct {
    /** The first, or only, one. */
    cable_precedence action;
    /** The second one; 0 if only one is printed. */
    cable_precedence info;
} cable_precedences;

/** The header, but for its lists of records: routing, signals, originator and addressees. */
typedef struct {
    /** How much of it is there. */
    cable_header_form form;
    /** Format line 1, as printed: `VZCZCXRO4173`. */
    cable_str transmission_id;
    /** Routing indicator behind `DE`. */
    cable_str originating_station;
    /** Four-digit serial behind `#`. */
    cable_optional_u32 station_serial_number;
    /** Section behind the slash of the serial. */
    cable_optional_u32 section;
    /** Day of the year and time of filing. */
    cable_filing_time filing_time;
    /** Format line 4. */
    cable_security_warning security_warning;
    /** Precedence of format line 5. */
    cable_precedences precedence;
    /** Date-time group of format line 5, an instant. */
    cable_time date_time_group;
    /** Exempted addressees (XMT) that stand after no collective. */
    cable_str_list excluded;
    /** `(CCY …)` marks of corrected copies. */
    cable_str_list corrections;
    /** Operator notes and other lines of the header zone. */
    cable_str_list notes;
} cable_header;

/** One routing line: a precedence and the stations called with it. */
typedef struct {
    /** From the doubled prosign (`OO`); 0 if none. */
    cable_precedence precedence;
    /** Called stations, in order. */
    cable_str_list routing_indicators;
} cable_routing;

/** An operating signal with what follows it. */
typedef struct {
    /** Three letters from Z: `ZDK`. */
    cable_str signal;
    /** The digit glued to it: `3` of `ZFF3`. */
    cable_str suffix;
    /** What follows it: `CTG RUEHSD 0020 1580042`. */
    cable_str argument;
} cable_signal;

/** An originator or addressee. */
typedef struct {
    /** Routing indicator before the slash, or `ZEN`. */
    cable_str routing_indicator;
    /** Plain-language address designator, office symbols (`//…//`) included. */
    cable_str name;
    /** The precedence printed behind the name; 0 if none, never inferred. */
    cable_precedence precedence;
    /** Message continuity number, as printed. */
    cable_str message_number;
    /** Office symbols between double slashes. */
    cable_str passing;
    /** Whether it is a group of addressees. */
    bool collective;
    /** Members of the collective that do not get the telegram (XMT). */
    cable_str_list excluded;
} cable_addressee;

/** The dash line: `------------201212Z 109980 /20`. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** Machine number, as printed. */
    cable_str number;
    /** Time, as printed. */
    cable_str time;
    /** Counter behind the slash. */
    cable_optional_u32 counter;
} cable_dash_line;

/** Who in the Department got copies, and who wrote and approved the telegram; but for its lists of records. */
typedef struct {
    /** Printed total of copies. */
    cable_optional_u32 total;
    /** The dash line that closes the block. */
    cable_dash_line dash;
    /** Drafting officer. */
    cable_str drafted_by;
    /** Approving officer. */
    cable_str approved_by;
    /** Clearing officers. */
    cable_str_list cleared_by;
    /** Releasing officer. */
    cable_str released_by;
} cable_distribution;

/** Number of a section and how many there are. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** From 1. */
    uint32_t number;
    /** How many; absent if it is not printed. */
    cable_optional_u32 total;
} cable_section;

/** Heading of a printed page. */
typedef struct {
    /** Page number. */
    uint32_t page;
    /** First six characters of the post. */
    cable_str post;
    /** Serial of the telegram. */
    cable_optional_u32 serial;
    /** Section, where the telegram was sent in sections. */
    cable_section section;
    /** Time of receipt as printed: `141530Z`. */
    cable_str time;
} cable_page_line;

/** An office and its number of copies. */
typedef struct {
    /** Symbol: `EUR`. */
    cable_str office;
    /** Copies. */
    cable_optional_u32 copies;
} cable_office;

/** The classification line that opens the text. */
typedef struct {
    /** The level. */
    cable_level level;
    /** Controls on the line, written out: `NOFORN`. */
    cable_str_list controls;
    /** Whether the telegram was to be encrypted for transmission only. */
    bool efto;
    /** `SECTION 01 OF 03`. */
    cable_section section;
    /** Post, with its blanks. */
    cable_str post;
    /** Serial of the message reference number. */
    cable_optional_u32 serial;
    /** The whole line, white space at its ends removed. */
    cable_str printed;
} cable_banner;

/** The marking under which the telegram is to be handled, put together of all that speaks of it. */
typedef struct {
    /** The level. */
    cable_level level;
    /** The controls, written out. */
    cable_str_list controls;
    /** What it was put together from: bits of `cable_marking_source`. */
    uint32_t sources;
} cable_marking_in_force;

/** A line that steers a telegram to agencies, offices or persons. */
typedef struct {
    /** The logical line, wrapped lines joined. */
    cable_str text;
    /** Who is to act: `STATE`, `DEPT`, a post. */
    cable_str agency;
    /** `FOR`, `PASS`, `PASS TO`, `ATTN`, `FROM`. */
    cable_str verb;
    /** Offices, agencies and persons. */
    cable_str_list targets;
} cable_pass_line;

/** Kind of a declassification instruction: `CABLE_DECLASSIFICATION_KIND_…`; 0 is none. */
typedef uint32_t cable_declassification_kind;

/** Lowering of the level on a date. `level == 0`: there is none. */
typedef struct {
    /** The level from then on. */
    cable_level level;
    /** When, a day. */
    cable_time date;
} cable_downgrade;

/** The declassification instruction. `kind == 0`: there is none. */
typedef struct {
    /** What kind it is. */
    cable_declassification_kind kind;
    /** The printed date, a day. */
    cable_time date;
    /** The printed event. */
    cable_str event;
    /** Codes as printed: `X1`, `25X1`, `XGDS-2`. */
    cable_str_list codes;
    /** The date that a schedule of the order gives, a day. */
    cable_time derived_date;
    /** Who stands behind the instruction: `(NAME) OR-P`. */
    cable_str authority;
    /** `DNG: CO 12/31/2012`. */
    cable_downgrade downgrade;
} cable_declassification;

/** The E.O. line. */
typedef struct {
    /** Digits as printed. */
    cable_str order;
    /** The known order that is meant, if the digits are misprinted. */
    cable_str order_corrected;
    /** The instruction. */
    cable_declassification declassification;
} cable_executive_order;

/** What a tag stands for: `CABLE_TAG_KIND_…`; 0 is none. */
typedef uint32_t cable_tag_kind;

/** One tag of the TAGS line. */
typedef struct {
    /** As printed, upper-cased. */
    cable_str code;
    /** The code that is meant, if the printed one is a misprint. */
    cable_str corrected;
    /** What kind of tag it is. */
    cable_tag_kind kind;
    /** Its meaning in the year of the telegram. */
    cable_str name;
} cable_tag;

/** The subject, or a title: a text and its portion mark. */
typedef struct {
    /** Lines joined, mark split off. */
    cable_str text;
    /** Portion mark. */
    cable_marking mark;
} cable_marked_text;

/** What a reference points to: `CABLE_REFERENCE_KIND_…`; 0 is none. */
typedef uint32_t cable_reference_kind;

/** Where the year of a reference comes from: `CABLE_YEAR_SOURCE_…`; 0 is none. */
typedef uint32_t cable_year_source;

/** One reference. */
typedef struct {
    /** Letter or number of the entry, upper-cased: `A`. */
    cable_str label;
    /** What it points to. */
    cable_reference_kind kind;
    /** Canonical reference id, for a telegram whose year is known. */
    cable_str target;
    /** Where the year comes from; 0 if there is none. */
    cable_year_source year_source;
    /** The printed entry, lines joined. */
    cable_str text;
    /** `(NOTAL)`: not sent to all addressees. */
    bool notal;
    /** `AND PREVIOUS`. */
    bool and_previous;
    /** Other notes in parentheses behind the entry. */
    cable_str_list suffixes;
} cable_reference;

/** Who classified the telegram, and why; persons by `cable_document_classifier_at`. */
typedef struct {
    /** Sections of the order: `1.4(b)`. */
    cable_str_list reasons;
    /** The source of a derivative classification. */
    cable_str derived_from;
} cable_classified_by;

/** One person of the Classified By block. */
typedef struct {
    /** Name, without title. */
    cable_str name;
    /** Title or function. */
    cable_str title;
    /** Office, section or post. */
    cable_str office;
} cable_classifier;

/** Why a field that is there has no value: `CABLE_STATE_…`; 0 is none. */
typedef uint32_t cable_state;

/** A field that is there but has no value. */
typedef struct {
    /** Path of the field: `references`. */
    cable_str path;
    /** Why it has no value. */
    cable_state state;
} cable_field_state;

/** What a paragraph is for: `CABLE_ROLE_…`; 0 is none. */
typedef uint32_t cable_role;

/** One paragraph. */
typedef struct {
    /** Its number; absent for an unnumbered block. */
    cable_optional_u32 number;
    /** The letter glued to the number: `a` of `2a.` */
    cable_str suffix;
    /** Its portion mark. */
    cable_marking mark;
    /** What it is for; 0 if nothing special. */
    cable_role role;
    /** The last title before it. */
    cable_str heading;
    /** Wrapped lines joined; number, mark, role marker, breaks and headings left out. */
    cable_str text;
    /** Number of the transmission section it begins in; absent for a telegram in one section. */
    cable_optional_u32 transmission_section;
    /** Items of all depths, for `cable_document_item_at`. */
    size_t item_count;
} cable_paragraph;

/** A sub-paragraph. Items come in the order of the text with a depth: those below an item follow it, one deeper. */
typedef struct {
    /** 0 for an item of the paragraph, 1 for an item of such an item, and so on. */
    uint32_t depth;
    /** `A`, `1` or `-`, as printed, without stop or parentheses. */
    cable_str label;
    /** Its portion mark. */
    cable_marking mark;
    /** Its text, wrapped lines joined. */
    cable_str text;
} cable_item;

/** What is broken: `CABLE_BREAK_KIND_…`; 0 is none. */
typedef uint32_t cable_break_kind;

/** A separator that transmission or printing put into the text. */
typedef struct {
    /** What is broken. */
    cable_break_kind kind;
    /** Section number. */
    cable_optional_u32 section;
    /** The digit behind the point of `001.2`. */
    cable_optional_u32 part;
    /** Number of sections. */
    cable_optional_u32 total;
    /** Number of the printed page. */
    cable_optional_u32 page;
} cable_break;

/** A place of the text that points to a reference. */
typedef struct {
    /** As printed, lines joined: `REF A`; a further letter of a list alone. The B of `REFS A-C`, which is not printed, is `B`. */
    cable_str label;
    /** Index for `cable_document_reference_at`; absent if there is none with this label. */
    cable_optional_u32 reference;
    /** Number of the paragraph it stands in. */
    cable_optional_u32 paragraph;
} cable_citation;

/** A text set between begin and end words. */
typedef struct {
    /** What the begin words call it. */
    cable_str title;
    /** Number of the paragraph with the begin words. */
    cable_optional_u32 first_paragraph;
    /** Number of the paragraph with the end words, or of the last one. */
    cable_optional_u32 last_paragraph;
} cable_attachment;

/** How a removal shows: `CABLE_REDACTION_KIND_…`; 0 is none. */
typedef uint32_t cable_redaction_kind;

/** A removal made before release. */
typedef struct {
    /** How it shows. */
    cable_redaction_kind kind;
    /** As printed. */
    cable_str text;
} cable_redaction;

/** How bad a finding is, in order: `CABLE_SEVERITY_…`; 0 is none. */
typedef uint32_t cable_severity;

/** Bytes `start` to `end` (not included) of the telegram's own text, `cable_document_text`. */
typedef struct {
    /** The first byte. */
    uint32_t start;
    /** The byte after the last one. */
    uint32_t end;
} cable_span;

/** A span, or none. */
typedef struct {
    /** Whether there is one. */
    bool present;
    /** The span; 0 to 0 if there is none. */
    cable_span span;
} cable_optional_span;

/** One finding. */
typedef struct {
    /** Fixed number of the code: `CABLE_CODE_…`. */
    uint32_t code;
    /** Name of the code: `tag-unknown`. Static. */
    cable_str name;
    /** How bad it is. */
    cable_severity severity;
    /** One sentence that says what was found, without a final stop. Static. */
    cable_str sentence;
    /** Where, in the text. */
    cable_optional_span span;
    /** Where, in the input. */
    cable_optional_source_span source;
    /** The other place, for findings about two. */
    cable_optional_span related;
    /** How often, for what is told once for the whole text (`encoding-repaired`); 0 for all others. No key of the JSON. */
    uint32_t count;
} cable_diagnostic;

/** One diagnostic code. */
typedef struct {
    /** Fixed number: `CABLE_CODE_…`. */
    uint32_t number;
    /** Stable kebab-case name: `tag-unknown`. */
    cable_str name;
    /** How bad it is. */
    cable_severity severity;
    /** One sentence that says what was found, without a final stop. */
    cable_str sentence;
    /** What it says, and the source of the rule. */
    cable_str doc;
} cable_code;

/** A value of the JSON and its place in the text. */
typedef struct {
    /** JSON pointer: `/subject/text`. */
    cable_str pointer;
    /** Where the value stands. */
    cable_span span;
} cable_pointer_span;

/** A place as people count it. */
typedef struct {
    /** Line, from 1. CR, LF and CRLF each end one. */
    uint32_t line;
    /** Column in bytes, from 1. */
    uint32_t column;
} cable_position;

/** What a stretch of the text is: `CABLE_ZONE_KIND_…`; 0 is none. */
typedef uint32_t cable_zone_kind;

/** A stretch of the text. Zones tile the text in order. */
typedef struct {
    /** What it is. */
    cable_zone_kind kind;
    /** Where it is. */
    cable_span span;
} cable_zone;

/** A stretch of the input. Regions tile the input in order. */
typedef struct {
    /** What it is. */
    cable_region_kind kind;
    /** Where it is. */
    cable_source_span source;
} cable_region;

/** What a piece of a running text is: `CABLE_TEXT_LABEL_…`; 0 is none. */
typedef uint32_t cable_text_label;

/** A piece of a running text. Pieces tile it in order. */
typedef struct {
    /** What it is. */
    cable_text_label label;
    /** Its place in the running text. */
    cable_span span;
    /** Where it stands in the text of the telegram: the same bytes, or for a gap what stands between its neighbours. */
    cable_span origin;
    /** Where that is in the input. */
    cable_source_span source;
    /** Index for `cable_document_paragraph_at` of the paragraph it belongs to. */
    cable_optional_u32 paragraph;
} cable_text_piece;

/** Year and serial of a reference id; the post by `CABLE_REFERENCE_ID_FORM_POST`. */
typedef struct {
    /** Year, four digits. */
    uint32_t year;
    /** Serial number. */
    uint32_t serial;
} cable_reference_id;

/** One meaning of a TAGS code. */
typedef struct {
    /** The code. */
    cable_str code;
    /** What it stands for. */
    cable_tag_kind kind;
    /** Its meaning. */
    cable_str name;
    /** First year of this meaning. */
    cable_optional_u32 from;
    /** Last year of this meaning. */
    cable_optional_u32 to;
    /** Uncertainty and history. */
    cable_str note;
} cable_tag_fact;

/** Who stands behind a routing indicator: `CABLE_ROUTING_KIND_…`; 0 is none. */
typedef uint32_t cable_routing_kind;

/** A routing indicator. */
typedef struct {
    /** The indicator: `RUEHMO`. */
    cable_str indicator;
    /** The addressee in plain language. */
    cable_str addressee;
    /** Who stands behind it. */
    cable_routing_kind kind;
} cable_routing_indicator_fact;

/** What a post is: `CABLE_POST_KIND_…`; 0 is none. */
typedef uint32_t cable_post_kind;

/** An originator of telegrams under one name. */
typedef struct {
    /** The name: `Embassy The Hague`. */
    cable_str name;
    /** Country where it stands. */
    cable_str country;
    /** TAGS code of the country. */
    cable_str country_tag;
    /** What it is. */
    cable_post_kind kind;
    /** The name in reference ids: `THEHAGUE`. */
    cable_str origin;
    /** Its routing indicator. */
    cable_str routing_indicator;
} cable_post_fact;

/** What a caption is about: `CABLE_CAPTION_CLASS_…`; 0 is none. */
typedef uint32_t cable_caption_class;

/** A caption. */
typedef struct {
    /** The words, with single blanks. */
    cable_str caption;
    /** What it is about. */
    cable_caption_class caption_class;
    /** The meaning; absent where not established. */
    cable_str meaning;
} cable_caption_fact;

/** An operating signal. */
typedef struct {
    /** The signal: `ZDK`. */
    cable_str signal;
    /** The meaning; absent where not established. */
    cable_str meaning;
    /** Uncertainty. */
    cable_str note;
} cable_operating_signal_fact;

/** An executive order on classification. */
typedef struct {
    /** Its number. */
    uint32_t number;
    /** When it was signed, a day. */
    cable_time signed_on;
    /** From when it was in force, a day. */
    cable_time in_force;
    /** When another took its place, a day. */
    cable_time superseded;
    /** Who signed it. */
    cable_str president;
} cable_executive_order_fact;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the library that runs: `0.1.0`.
 *
 * Returns: a string with a final NUL.
 * Ownership: static, never freed.
 * Threads: any.
 */
const char *cable_version(void);

/**
 * The version of the library that runs, composed as `CABLE_VERSION_NUMBER`: major, minor and patch in two decimal
 * digits each.
 *
 * Returns: the number.
 * Ownership: none.
 * Threads: any.
 */
uint32_t cable_version_number(void);

/**
 * The stable kebab-case name of a status: `not-a-telegram`.
 *
 * Returns: a string with a final NUL; `unknown` for a number that is no status.
 * Ownership: static, never freed.
 * Threads: any.
 */
const char *cable_status_name(uint32_t status);

/**
 * One sentence on a status, lower case, without a final stop.
 *
 * Returns: a string with a final NUL; `unknown status` for a number that is no status.
 * Ownership: static, never freed.
 * Threads: any.
 */
const char *cable_status_message(uint32_t status);

/**
 * Frees a string and sets it to `{NULL, 0}`, so that freeing it again does nothing. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the string's bytes; the struct stays the caller's.
 * Threads: any, but no other may use the string.
 *
 * Safety: `string` is NULL, or a string that this library wrote and that the caller did not change.
 */
void cable_string_free(cable_string *string);

/**
 * The word of a number: `top-secret` for `CABLE_LEVEL_TOP_SECRET` of `CABLE_VOCABULARY_LEVEL`.
 *
 * Returns: the word, followed by no NUL; `{NULL, 0}` if vocabulary or number is unknown.
 * Ownership: static, never freed.
 * Threads: any.
 */
cable_str cable_vocabulary_word(uint32_t vocabulary, uint32_t value);

/**
 * The number of a word: the way back from `cable_vocabulary_word`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if the word is none of the vocabulary;
 * `CABLE_STATUS_INVALID_ARGUMENT` if the vocabulary is unknown.
 * Ownership: the word stays the caller's.
 * Threads: any.
 *
 * Safety: `word` points to `len` bytes or is NULL; `value` is NULL or can be written.
 */
cable_status cable_vocabulary_value(uint32_t vocabulary,
                                    const char *word,
                                    size_t len,
                                    uint32_t *value);

/**
 * New options with the defaults: any format, a whole telegram, no year assumed, not strict.
 *
 * Returns: the options; NULL only if a defect of the library was caught.
 * Ownership: freed by the caller with `cable_options_free`.
 * Threads: any.
 */
cable_options *cable_options_new(void);

/**
 * Frees options. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the options. Documents read with them are not touched.
 * Threads: any, but no other may use the options.
 *
 * Safety: `options` is NULL or comes from `cable_options_new` and was not freed.
 */
void cable_options_free(cable_options *options);

/**
 * Reads the input as this format instead of looking for one. 0 looks.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `format` is no `cable_format`.
 * Ownership: the options stay the caller's.
 * Threads: one at a time.
 *
 * Safety: `options` is NULL or alive.
 */
cable_status cable_options_set_format(cable_options *options, uint32_t format);

/**
 * The input is a piece of a telegram: no header or banner is asked for, nothing missing is reported.
 *
 * Returns: `CABLE_STATUS_OK`.
 * Ownership: the options stay the caller's.
 * Threads: one at a time.
 *
 * Safety: `options` is NULL or alive.
 */
cable_status cable_options_set_fragment(cable_options *options,
                                        bool fragment);

/**
 * The year to take where the telegram prints none. 0 assumes none.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` above 9999.
 * Ownership: the options stay the caller's.
 * Threads: one at a time.
 *
 * Safety: `options` is NULL or alive.
 */
cable_status cable_options_set_assume_year(cable_options *options, uint32_t year);

/**
 * The first finding of severity error fails the parse.
 *
 * Returns: `CABLE_STATUS_OK`.
 * Ownership: the options stay the caller's.
 * Threads: one at a time.
 *
 * Safety: `options` is NULL or alive.
 */
cable_status cable_options_set_strict(cable_options *options, bool strict);

/**
 * Sets an upper bound on what one parse keeps. Beyond it the bytes stay in a zone `unread` and a diagnostic says so.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `limit` is no `cable_limit`, or if a bound on the
 * input is 4 GiB or more.
 * Ownership: the options stay the caller's.
 * Threads: one at a time.
 *
 * Safety: `options` is NULL or alive.
 */
cable_status cable_options_set_limit(cable_options *options,
                                     uint32_t limit,
                                     size_t value);

/**
 * The status that the call returned.
 *
 * Returns: the status; `CABLE_STATUS_NULL_ARGUMENT` for a NULL error.
 * Ownership: none.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
cable_status cable_error_status(const cable_error *error);

/**
 * The stable kebab-case name of the error: `not-a-telegram`.
 *
 * Returns: the name; `{NULL, 0}` for a NULL error.
 * Ownership: static, never freed.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
cable_str cable_error_code(const cable_error *error);

/**
 * What went wrong and what was expected, lower case, without a final stop.
 *
 * Returns: the message; `{NULL, 0}` for a NULL error.
 * Ownership: lives as long as the error.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
cable_str cable_error_message(const cable_error *error);

/**
 * The place in the input, where there is one.
 *
 * Returns: the place; absent for a NULL error.
 * Ownership: none.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
cable_optional_source_span cable_error_span(const cable_error *error);

/**
 * The code of the finding that failed a strict parse: `CABLE_CODE_…`.
 *
 * Returns: the code; 0 for any other error and for NULL.
 * Ownership: none.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
uint32_t cable_error_diagnostic(const cable_error *error);

/**
 * The bytes of a member of a corpus as far as they were read, so that nothing is lost; `cable_document_parse` reads what can
 * be read of a damaged row. Not always UTF-8.
 *
 * Returns: the bytes; empty for the error of `cable_document_parse`, whose input the caller has; `{NULL, 0}` for a NULL
 * error.
 * Ownership: lives as long as the error.
 * Threads: any.
 *
 * Safety: `error` is NULL or alive.
 */
cable_str cable_error_data(const cable_error *error);

/**
 * Frees an error. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the error; its message dies with it.
 * Threads: any, but no other may use the error.
 *
 * Safety: `error` is NULL or comes from `cable_document_parse`, `cable_document_join` or `cable_corpus_next` and was not freed.
 */
void cable_error_free(cable_error *error);

/**
 * Reads a telegram in any format. The bytes are copied.
 *
 * Returns: `CABLE_STATUS_OK`, and `*document` is set; else the reason, and `*error` is set unless `error` is NULL.
 * Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. `data` and `options`
 * stay the caller's and may be freed at once. `options` NULL takes the defaults.
 * Threads: any.
 *
 * Safety: `data` points to `len` bytes, or is NULL, which is empty if `len` is 0; `options` is NULL or alive; `document` and
 * `error` are NULL or can be written.
 */
cable_status cable_document_parse(const void *data,
                                  size_t len,
                                  const cable_options *options,
                                  cable_document **document,
                                  cable_error **error);

/**
 * Frees a document. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the document; every view of it ends.
 * Threads: any, but no other may use the document.
 *
 * Safety: `document` is NULL or comes from `cable_document_parse`, `cable_document_join` or `cable_corpus_next` and was not freed.
 */
void cable_document_free(cable_document *document);

/**
 * The telegram as compact JSON, schema version 1.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is no `cable_json`.
 * Ownership: the string is freed with `cable_string_free`.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `json` is NULL or can be written.
 */
cable_status cable_document_to_json(const cable_document *document,
                                    uint32_t form,
                                    cable_string *json);

/**
 * The telegram's own text, UTF-8, which every `cable_span` points into.
 *
 * Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_text(const cable_document *document);

/**
 * The input, byte for byte, which every `cable_source_span` points into. Not always UTF-8. Of a telegram put together of
 * several inputs the one given first; `cable_document_source_at` gives each.
 *
 * Returns: the bytes; `{NULL, 0}` for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_source(const cable_document *document);

/**
 * The wrapping the telegram came in: `CABLE_FORMAT_…`.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_format cable_document_format(const cable_document *document);

/**
 * The reference id, `08MOSCOW820`: of the envelope, else put together from banner, header and year.
 *
 * Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_reference_id(const cable_document *document);

/**
 * The year of the telegram: of its date-time group, else of the envelope, else assumed.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_optional_u32 cable_document_year(const cable_document *document);

/**
 * Puts the files of a telegram that was sent in sections together: `count` documents, one a file, in any order.
 *
 * The text is that of the first section, then of each further one what stands behind its header, its classification line and
 * the lines of the top that it repeats. It is read with the options of the first section. `part` of a `cable_source_span`
 * is the index of the document in whose input the value stands. Sections that are missing are told by a diagnostic, and
 * by `cable_document_section_file_at`. Of two documents of one section the one given first is kept.
 *
 * Returns: `CABLE_STATUS_OK`, and `*document` is set; else the reason, and `*error` is set unless `error` is NULL:
 * `CABLE_STATUS_NO_PARTS`, `_NO_SECTION`, `_OTHER_TELEGRAM`, `_ALREADY_JOINED`, with strict `_STRICT_VIOLATION`;
 * `CABLE_STATUS_NULL_ARGUMENT` also if one of `documents` is NULL.
 * Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. Inputs are copied:
 * `documents` stay the caller's and may be freed at once.
 * Threads: any, together with other readers of `documents`.
 *
 * Safety: `documents` points to `count` documents, each NULL or alive, or is NULL if `count` is 0; `document` and `error` are NULL
 * or can be written.
 */
cable_status cable_document_join(const cable_document *const *documents,
                                 size_t count,
                                 cable_document **document,
                                 cable_error **error);

/**
 * Count of the sections in one `cable_section_list`; 0 for a document that was not joined.
 *
 * Returns: the count; 0 for a NULL document or an unknown list.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_section_file_count(const cable_document *document, uint32_t list);

/**
 * The section at `index`, from 0, of one `cable_section_list`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for an unknown list.
 * Ownership: nothing to free.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `file` is NULL or can be written.
 */
cable_status cable_document_section_file_at(const cable_document *document,
                                            uint32_t list,
                                            size_t index,
                                            cable_section_file *file);

/**
 * Count of the inputs: 1, or that of the documents given to `cable_document_join`.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_source_count(const cable_document *document);

/**
 * The input at `index`, from 0, byte for byte, as `part` of `cable_source_span` counts them. Not always UTF-8.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; the bytes live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `source` is NULL or can be written.
 */
cable_status cable_document_source_at(const cable_document *document,
                                      size_t index,
                                      cable_str *source);

/**
 * The bytes of an input under a place of it; absent if the place does not fit.
 *
 * Returns: the bytes, not always UTF-8; `{NULL, 0}` for a NULL document.
 * Ownership: live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_slice_source(const cable_document *document, cable_source_span place);

/**
 * Starts to read files and folders in the order given; those of a folder come by name. A single path `-` is standard input.
 * Nothing is opened yet: what cannot be read is told in its place.
 *
 * `workers` threads parse beside one that reads; 0 and 1 parse in the thread that asks. Members and their order are the
 * same.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if a path is not UTF-8 where the system has paths of text.
 * Ownership: the corpus is freed with `cable_corpus_close`. Paths and options stay the caller's and may be freed at once;
 * `options` NULL takes the defaults.
 * Threads: any.
 *
 * Safety: `paths` points to `count` strings, or is NULL if `count` is 0; `options` is NULL or alive; `corpus` is NULL or can be
 * written.
 */
cable_status cable_corpus_open(const cable_str *paths,
                               size_t count,
                               const cable_options *options,
                               uint32_t workers,
                               cable_corpus **corpus);

/**
 * The next member. A member that gives no telegram is an error, and the ones behind it can be asked for all the same; the
 * end is `CABLE_STATUS_ABSENT`.
 *
 * Returns: `CABLE_STATUS_OK`, and `*document` is set; `CABLE_STATUS_ABSENT` at the end; else why the member gave no telegram
 * (a status from 100 on), and `*error` is set unless `error` is NULL.
 * Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. Both live on without the
 * corpus.
 * Threads: any, but no other may use the corpus.
 *
 * Safety: `corpus` is NULL or alive; `document` and `error` are NULL or can be written.
 */
cable_status cable_corpus_next(cable_corpus *corpus,
                               cable_document **document,
                               cable_error **error);

/**
 * Where the last member stands that `cable_corpus_next` gave, telegram or error.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` before the first one.
 * Ownership: the path lives until the next member is asked for or the corpus is closed.
 * Threads: any, but no other may use the corpus.
 *
 * Safety: `corpus` is NULL or alive; `place` is NULL or can be written.
 */
cable_status cable_corpus_place(const cable_corpus *corpus, cable_place *place);

/**
 * Ends the reading, wherever it is, and frees the corpus. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the corpus; documents and errors it gave live on.
 * Threads: any, but no other may use the corpus.
 *
 * Safety: `corpus` is NULL or comes from `cable_corpus_open` and was not closed.
 */
void cable_corpus_close(cable_corpus *corpus);

/**
 * What the wrapping says.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `envelope` is NULL or can be written.
 */
cable_status cable_document_envelope(const cable_document *document, cable_envelope *envelope);

/**
 * Count of the other labels of the envelope.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_attribute_count(const cable_document *document);

/**
 * The label of the envelope at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `attribute` is NULL or can be written.
 */
cable_status cable_document_attribute_at(const cable_document *document,
                                         size_t index,
                                         cable_attribute *attribute);

/**
 * The transmission header, but for its lists of records.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `header` is NULL or can be written.
 */
cable_status cable_document_header(const cable_document *document, cable_header *header);

/**
 * Count of the routing lines of the header, continuation lines merged.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_routing_count(const cable_document *document);

/**
 * The routing line at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `routing` is NULL or can be written.
 */
cable_status cable_document_routing_at(const cable_document *document,
                                       size_t index,
                                       cable_routing *routing);

/**
 * Count of the operating signals of the header in one `cable_signal_list`.
 *
 * Returns: the count; 0 for a NULL document and for an unknown `list`.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_signal_count(const cable_document *document, uint32_t list);

/**
 * The operating signal at `index`, from 0, of one `cable_signal_list`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
 * an unknown `list`.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `signal` is NULL or can be written.
 */
cable_status cable_document_signal_at(const cable_document *document,
                                      uint32_t list,
                                      size_t index,
                                      cable_signal *signal);

/**
 * Count of the addressees of one `cable_addressee_block`.
 *
 * Returns: the count; 0 for a NULL document and for an unknown `block`.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_addressee_count(const cable_document *document, uint32_t block);

/**
 * The addressee at `index`, from 0, of one `cable_addressee_block`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
 * an unknown `block`.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `addressee` is NULL or can be written.
 */
cable_status cable_document_addressee_at(const cable_document *document,
                                         uint32_t block,
                                         size_t index,
                                         cable_addressee *addressee);

/**
 * The distribution block of the Department, but for its lists of records.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `distribution` is NULL or can be written.
 */
cable_status cable_document_distribution(const cable_document *document,
                                         cable_distribution *distribution);

/**
 * Count of the page lines of the distribution block.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_page_count(const cable_document *document);

/**
 * The page line of the distribution block at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `page` is NULL or can be written.
 */
cable_status cable_document_page_at(const cable_document *document,
                                    size_t index,
                                    cable_page_line *page);

/**
 * Count of the offices of one `cable_office_list`.
 *
 * Returns: the count; 0 for a NULL document and for an unknown `list`.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_office_count(const cable_document *document, uint32_t list);

/**
 * The office at `index`, from 0, of one `cable_office_list`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
 * an unknown `list`.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `office` is NULL or can be written.
 */
cable_status cable_document_office_at(const cable_document *document,
                                      uint32_t list,
                                      size_t index,
                                      cable_office *office);

/**
 * The classification line that opens the text.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `banner` is NULL or can be written.
 */
cable_status cable_document_banner(const cable_document *document, cable_banner *banner);

/**
 * The classification of the banner.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `classification` is NULL or can be written.
 */
cable_status cable_document_classification(const cable_document *document,
                                           cable_marking *classification);

/**
 * The marking under which the telegram is to be handled, with its sources.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `marking` is NULL or can be written.
 */
cable_status cable_document_marking_in_force(const cable_document *document,
                                             cable_marking_in_force *marking);

/**
 * Count of the lines that steer the telegram to agencies, offices and persons.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_pass_line_count(const cable_document *document);

/**
 * The pass line at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `pass_line` is NULL or can be written.
 */
cable_status cable_document_pass_line_at(const cable_document *document,
                                         size_t index,
                                         cable_pass_line *pass_line);

/**
 * The line that says that this is a corrected copy.
 *
 * Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_corrected_copy(const cable_document *document);

/**
 * The E.O. line.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `order` is NULL or can be written.
 */
cable_status cable_document_executive_order(const cable_document *document,
                                            cable_executive_order *order);

/**
 * Count of the tags, each once.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_tag_count(const cable_document *document);

/**
 * The tag at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `tag` is NULL or can be written.
 */
cable_status cable_document_tag_at(const cable_document *document, size_t index, cable_tag *tag);

/**
 * The subject.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `subject` is NULL or can be written.
 */
cable_status cable_document_subject(const cable_document *document, cable_marked_text *subject);

/**
 * Count of the references.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_reference_count(const cable_document *document);

/**
 * The reference at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `reference` is NULL or can be written.
 */
cable_status cable_document_reference_at(const cable_document *document,
                                         size_t index,
                                         cable_reference *reference);

/**
 * Who classified the telegram, and why; persons by `cable_document_classifier_at`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `classified_by` is NULL or can be written.
 */
cable_status cable_document_classified_by(const cable_document *document,
                                          cable_classified_by *classified_by);

/**
 * Count of the persons of the Classified By block.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_classifier_count(const cable_document *document);

/**
 * The person of the Classified By block at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `classifier` is NULL or can be written.
 */
cable_status cable_document_classifier_at(const cable_document *document,
                                          size_t index,
                                          cable_classifier *classifier);

/**
 * The strings of one `cable_list`.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str_list cable_document_list(const cable_document *document, uint32_t list);

/**
 * Count of the fields that are there but have no value.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_state_count(const cable_document *document);

/**
 * The field without a value at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `state` is NULL or can be written.
 */
cable_status cable_document_state_at(const cable_document *document,
                                     size_t index,
                                     cable_field_state *state);

/**
 * Count of the paragraphs.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_paragraph_count(const cable_document *document);

/**
 * The paragraph at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `paragraph` is NULL or can be written.
 */
cable_status cable_document_paragraph_at(const cable_document *document,
                                         size_t index,
                                         cable_paragraph *paragraph);

/**
 * Count of the items of all depths of the paragraph at index `paragraph`.
 *
 * Returns: the count; 0 for a NULL document and beyond the last `paragraph`.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_item_count(const cable_document *document, size_t paragraph);

/**
 * The item at `index`, from 0, of the paragraph at index `paragraph`; items of all depths in the order of the text.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `item` is NULL or can be written.
 */
cable_status cable_document_item_at(const cable_document *document,
                                    size_t paragraph,
                                    size_t index,
                                    cable_item *item);

/**
 * The summary, without its markers.
 *
 * Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_summary(const cable_document *document);

/**
 * The comment, without its markers.
 *
 * Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
 * Ownership: lives as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_comment(const cable_document *document);

/**
 * Count of the titles.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_heading_count(const cable_document *document);

/**
 * The title at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `heading` is NULL or can be written.
 */
cable_status cable_document_heading_at(const cable_document *document,
                                       size_t index,
                                       cable_marked_text *heading);

/**
 * Count of the section separators and page headings.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_break_count(const cable_document *document);

/**
 * The section separator or page heading at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `found` is NULL or can be written.
 */
cable_status cable_document_break_at(const cable_document *document,
                                     size_t index,
                                     cable_break *found);

/**
 * Count of the places of the text that cite a reference.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_citation_count(const cable_document *document);

/**
 * The citation at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `citation` is NULL or can be written.
 */
cable_status cable_document_citation_at(const cable_document *document,
                                        size_t index,
                                        cable_citation *citation);

/**
 * Count of the texts between begin and end words.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_attachment_count(const cable_document *document);

/**
 * The attachment at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `attachment` is NULL or can be written.
 */
cable_status cable_document_attachment_at(const cable_document *document,
                                          size_t index,
                                          cable_attachment *attachment);

/**
 * Count of the removals made before release.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_redaction_count(const cable_document *document);

/**
 * The redaction at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `redaction` is NULL or can be written.
 */
cable_status cable_document_redaction_at(const cable_document *document,
                                         size_t index,
                                         cable_redaction *redaction);

/**
 * Count of the findings.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_diagnostic_count(const cable_document *document);

/**
 * The finding at `index`, from 0, in the order of places.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `diagnostic` is NULL or can be written.
 */
cable_status cable_document_diagnostic_at(const cable_document *document,
                                          size_t index,
                                          cable_diagnostic *diagnostic);

/**
 * The finding at `index` as a few lines of plain text: severity, code, sentence, and the line with carets.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: the string is freed with `cable_string_free`.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `rendered` is NULL or can be written.
 */
cable_status cable_document_diagnostic_render(const cable_document *document,
                                              size_t index,
                                              cable_string *rendered);

/**
 * Count of the diagnostic codes.
 *
 * Returns: the count.
 * Ownership: none.
 * Threads: any.
 */
size_t cable_code_count(void);

/**
 * The diagnostic code at `index`, from 0, by rising number.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: its strings are static.
 * Threads: any.
 *
 * Safety: `code` is NULL or can be written.
 */
cable_status cable_code_at(size_t index, cable_code *code);

/**
 * Count of the values whose place in the text is known.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_span_count(const cable_document *document);

/**
 * Pointer and place at `index`, from 0, in the order of the JSON.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `entry` is NULL or can be written.
 */
cable_status cable_document_span_at(const cable_document *document,
                                    size_t index,
                                    cable_pointer_span *entry);

/**
 * The place in the text of the value at a JSON pointer (RFC 6901): `/subject/text`, `/paragraphs/0/mark`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if no place is known.
 * Ownership: the pointer stays the caller's.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `pointer` points to `len` bytes or is NULL; `span` is NULL or can be written.
 */
cable_status cable_document_span(const cable_document *document,
                                 const char *pointer,
                                 size_t len,
                                 cable_span *span);

/**
 * The place in the input of the value at a JSON pointer: of the telegram or of the envelope (`/envelope/tags/0`).
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if no place is known.
 * Ownership: the pointer stays the caller's.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `pointer` points to `len` bytes or is NULL; `source` is NULL or can be written.
 */
cable_status cable_document_source_span(const cable_document *document,
                                        const char *pointer,
                                        size_t len,
                                        cable_source_span *source);

/**
 * The place in the input of a span of the text; a span beyond the text is cut to it.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_source_span cable_document_to_source(const cable_document *document, cable_span span);

/**
 * The bytes of the text under a span; absent if the span does not fit the text or cuts a character.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_str cable_document_slice(const cable_document *document, cable_span span);

/**
 * Line and column of a byte of the text; a byte beyond the text is its end.
 *
 * Returns: the value; 0 or absent if there is none, and for a NULL document.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
cable_position cable_document_position(const cable_document *document, uint32_t offset);

/**
 * Count of the zones of the text.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_zone_count(const cable_document *document);

/**
 * The zone of the text at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `zone` is NULL or can be written.
 */
cable_status cable_document_zone_at(const cable_document *document, size_t index, cable_zone *zone);

/**
 * Count of the regions of the input.
 *
 * Returns: the count; 0 for a NULL document.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive.
 */
size_t cable_document_region_count(const cable_document *document);

/**
 * The region of the input at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free; views in it live as long as the document.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `region` is NULL or can be written.
 */
cable_status cable_document_region_at(const cable_document *document,
                                      size_t index,
                                      cable_region *region);

/**
 * The running text for work on its language: paragraphs without number, mark, headings, breaks and signature.
 * `parts` is 0, or a sum of `cable_text_part` that is kept.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `parts` is no such sum.
 * Ownership: the running text is freed with `cable_text_view_free`.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `text_view` is NULL or can be written.
 */
cable_status cable_document_text_view(const cable_document *document,
                                      uint32_t parts,
                                      cable_text_view **text_view);

/**
 * Frees a running text. NULL does nothing.
 *
 * Returns: nothing.
 * Ownership: takes the running text.
 * Threads: any, but no other may use it.
 *
 * Safety: `text_view` is NULL or comes from `cable_document_text_view` and was not freed.
 */
void cable_text_view_free(cable_text_view *text_view);

/**
 * The running text itself, UTF-8.
 *
 * Returns: the text; absent for NULL.
 * Ownership: a view that lives as long as the running text.
 * Threads: any, together with other readers.
 *
 * Safety: `text_view` is NULL or alive.
 */
cable_str cable_text_view_text(const cable_text_view *text_view);

/**
 * Count of the pieces of a running text.
 *
 * Returns: the count; 0 for NULL.
 * Ownership: none.
 * Threads: any, together with other readers.
 *
 * Safety: `text_view` is NULL or alive.
 */
size_t cable_text_view_piece_count(const cable_text_view *text_view);

/**
 * The piece at `index`, from 0.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
 * Ownership: nothing to free.
 * Threads: any, together with other readers.
 *
 * Safety: `text_view` is NULL or alive; `piece` is NULL or can be written.
 */
cable_status cable_text_view_piece_at(const cable_text_view *text_view,
                                      size_t index,
                                      cable_text_piece *piece);

/**
 * Where a span of the running text stands in the text of the telegram; what was left out inside it is covered too.
 *
 * Returns: `CABLE_STATUS_OK`.
 * Ownership: nothing to free.
 * Threads: any, together with other readers.
 *
 * Safety: `text_view` is NULL or alive; `origin` is NULL or can be written.
 */
cable_status cable_text_view_to_text(const cable_text_view *text_view,
                                     cable_span span,
                                     cable_span *origin);

/**
 * The running text and its pieces as compact JSON.
 *
 * Returns: `CABLE_STATUS_OK`.
 * Ownership: the string is freed with `cable_string_free`.
 * Threads: any, together with other readers.
 *
 * Safety: `text_view` is NULL or alive; `json` is NULL or can be written.
 */
cable_status cable_text_view_to_json(const cable_text_view *text_view, cable_string *json);

/**
 * Reads a reference id in any written form: `08MOSCOW820`, `1977 MOSCOW 02124`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID`.
 * Ownership: the text stays the caller's.
 * Threads: any.
 *
 * Safety: `text` points to `len` bytes or is NULL; `id` is NULL or can be written.
 */
cable_status cable_reference_id_parse(const char *text, size_t len, cable_reference_id *id);

/**
 * A reference id in another form, one of `cable_reference_id_form`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is unknown.
 * Ownership: the text stays the caller's; `written` is freed with `cable_string_free`.
 * Threads: any.
 *
 * Safety: `text` points to `len` bytes or is NULL; `written` is NULL or can be written.
 */
cable_status cable_reference_id_write(const char *text,
                                      size_t len,
                                      uint32_t form,
                                      cable_string *written);

/**
 * Whether two reference ids name one telegram; joins renamed posts.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_NOT_A_REFERENCE_ID` if one of the texts is none.
 * Ownership: the texts stay the caller's.
 * Threads: any.
 *
 * Safety: `a` and `b` point to `a_len` and `b_len` bytes or are NULL; `same` is NULL or can be written.
 */
cable_status cable_reference_id_same_as(const char *a,
                                        size_t a_len,
                                        const char *b,
                                        size_t b_len,
                                        bool *same);

/**
 * The order of two reference ids: by year, then post, then serial. Ids in several spellings are ordered as written; for
 * one order of all, compare their canonical forms.
 *
 * Returns: `CABLE_STATUS_OK` and a number below, equal to or above 0, as `strcmp` does;
 * `CABLE_STATUS_NOT_A_REFERENCE_ID` if one of the texts is none.
 * Ownership: the texts stay the caller's.
 * Threads: any.
 *
 * Safety: `a` and `b` point to `a_len` and `b_len` bytes or are NULL; `order` is NULL or can be written.
 */
cable_status cable_reference_id_compare(const char *a,
                                        size_t a_len,
                                        const char *b,
                                        size_t b_len,
                                        int32_t *order);

/**
 * A TAGS code in the year of a telegram; year 0 takes its latest meaning.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static; `code` stays the caller's.
 * Threads: any.
 *
 * Safety: `code` points to `len` bytes or is NULL; `fact` is NULL or can be written.
 */
cable_status cable_fact_tag(const char *code,
                            size_t len,
                            uint32_t year_of_telegram,
                            cable_tag_fact *fact);

/**
 * A routing indicator: `RUEHMO`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static; `indicator` stays the caller's.
 * Threads: any.
 *
 * Safety: `indicator` points to `len` bytes or is NULL; `fact` is NULL or can be written.
 */
cable_status cable_fact_routing_indicator(const char *indicator,
                                          size_t len,
                                          cable_routing_indicator_fact *fact);

/**
 * A post by its name in reference ids (`THEHAGUE`) or by its name in full or in a header.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static; `name` stays the caller's.
 * Threads: any.
 *
 * Safety: `name` points to `len` bytes or is NULL; `fact` is NULL or can be written.
 */
cable_status cable_fact_post(const char *name, size_t len, cable_post_fact *fact);

/**
 * A caption: `SIPDIS`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static; `words` stays the caller's.
 * Threads: any.
 *
 * Safety: `words` points to `len` bytes or is NULL; `fact` is NULL or can be written.
 */
cable_status cable_fact_caption(const char *words, size_t len, cable_caption_fact *fact);

/**
 * An operating signal: `ZDK`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static; `signal` stays the caller's.
 * Threads: any.
 *
 * Safety: `signal` points to `len` bytes or is NULL; `fact` is NULL or can be written.
 */
cable_status cable_fact_operating_signal(const char *signal,
                                         size_t len,
                                         cable_operating_signal_fact *fact);

/**
 * An executive order on classification, by number: 12958.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if it is in no table.
 * Ownership: strings of the fact are static.
 * Threads: any.
 *
 * Safety: `fact` is NULL or can be written.
 */
cable_status cable_fact_executive_order(uint32_t number, cable_executive_order_fact *fact);

/**
 * A subject in upper case as a title in mixed case: `U.S.-EU Talks in The Hague`.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if the text is not UTF-8.
 * Ownership: the text stays the caller's; `title` is freed with `cable_string_free`.
 * Threads: any.
 *
 * Safety: `subject` points to `len` bytes or is NULL; `title` is NULL or can be written.
 */
cable_status cable_title_case(const char *subject, size_t len, cable_string *title);

/**
 * Writes the telegram, without the wrapping if normalised.
 *
 * Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if `form` is no `cable_writing`.
 * Ownership: the string is freed with `cable_string_free`.
 * Threads: any, together with other readers.
 *
 * Safety: `document` is NULL or alive; `written` is NULL or can be written.
 */
cable_status cable_document_write(const cable_document *document,
                                  uint32_t form,
                                  cable_string *written);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* CABLE_H */
