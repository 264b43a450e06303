//! Closed vocabularies: their numbers are constants of the header, their words are looked up here.

use crate::{cable_status, cable_str, guard};
use cable_core::Severity;
use cable_core::facts::{CaptionClass, PostKind, RoutingKind, TagKind};
use cable_core::record::{
    BreakKind, DeclassificationKind, Format, HeaderForm, Level, Precedence, RedactionKind,
    ReferenceKind, Role, State, YearSource,
};
use cable_core::{TextLabel, ZoneKind};
use once_cell::sync::OnceCell;
use std::ffi::c_char;

/// The wrapping a telegram came in: `CABLE_FORMAT_…`; 0 is none.
pub type cable_format = u32;
/// Why a field that is there has no value: `CABLE_STATE_…`; 0 is none.
pub type cable_state = u32;
/// Level of classification, in order: `CABLE_LEVEL_…`; 0 is none.
pub type cable_level = u32;
/// How much of a header is there: `CABLE_HEADER_FORM_…`; 0 is none.
pub type cable_header_form = u32;
/// How fast a telegram is to be sent, in order: `CABLE_PRECEDENCE_…`; 0 is none.
pub type cable_precedence = u32;
/// What a tag stands for: `CABLE_TAG_KIND_…`; 0 is none.
pub type cable_tag_kind = u32;
/// Kind of a declassification instruction: `CABLE_DECLASSIFICATION_KIND_…`; 0 is none.
pub type cable_declassification_kind = u32;
/// What a reference points to: `CABLE_REFERENCE_KIND_…`; 0 is none.
pub type cable_reference_kind = u32;
/// Where the year of a reference comes from: `CABLE_YEAR_SOURCE_…`; 0 is none.
pub type cable_year_source = u32;
/// What a paragraph is for: `CABLE_ROLE_…`; 0 is none.
pub type cable_role = u32;
/// What is broken: `CABLE_BREAK_KIND_…`; 0 is none.
pub type cable_break_kind = u32;
/// How a removal shows: `CABLE_REDACTION_KIND_…`; 0 is none.
pub type cable_redaction_kind = u32;
/// What a stretch of the text is: `CABLE_ZONE_KIND_…`; 0 is none.
pub type cable_zone_kind = u32;
/// How bad a finding is, in order: `CABLE_SEVERITY_…`; 0 is none.
pub type cable_severity = u32;
/// What a post is: `CABLE_POST_KIND_…`; 0 is none.
pub type cable_post_kind = u32;
/// Who stands behind a routing indicator: `CABLE_ROUTING_KIND_…`; 0 is none.
pub type cable_routing_kind = u32;
/// What a caption is about: `CABLE_CAPTION_CLASS_…`; 0 is none.
pub type cable_caption_class = u32;
/// What a piece of a running text is: `CABLE_TEXT_LABEL_…`; 0 is none.
pub type cable_text_label = u32;

/// A vocabulary, for `cable_vocabulary_word` and `cable_vocabulary_value`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_vocabulary {
    /// Words of `cable_format`.
    Format = 1,
    /// Words of `cable_state`.
    State = 2,
    /// Words of `cable_level`.
    Level = 3,
    /// Words of `cable_header_form`.
    HeaderForm = 4,
    /// Words of `cable_precedence`.
    Precedence = 5,
    /// Words of `cable_tag_kind`.
    TagKind = 6,
    /// Words of `cable_declassification_kind`.
    DeclassificationKind = 7,
    /// Words of `cable_reference_kind`.
    ReferenceKind = 8,
    /// Words of `cable_year_source`.
    YearSource = 9,
    /// Words of `cable_role`.
    Role = 10,
    /// Words of `cable_break_kind`.
    BreakKind = 11,
    /// Words of `cable_redaction_kind`.
    RedactionKind = 12,
    /// Words of `cable_zone_kind`.
    ZoneKind = 13,
    /// Words of `cable_severity`.
    Severity = 14,
    /// Words of `cable_post_kind`.
    PostKind = 15,
    /// Words of `cable_routing_kind`.
    RoutingKind = 16,
    /// Words of `cable_caption_class`.
    CaptionClass = 17,
    /// Words of `cable_text_label`.
    TextLabel = 18,
}

/// Name of a vocabulary, its number, and its words with their numbers.
pub type Vocabulary = (&'static str, cable_vocabulary, Vec<(u32, &'static str)>);

/// Every vocabulary as the core knows it. The constants of the header are written from this.
pub fn vocabularies() -> Vec<Vocabulary> {
    use cable_vocabulary as V;
    macro_rules! words {
        ($($name:literal $kind:ident),*) => {
            vec![$(($name, V::$kind, $kind::ALL.iter().map(|&word| (word as u32, word.as_str())).collect())),*]
        };
    }
    let mut all: Vec<Vocabulary> = words!(
        "format" Format, "state" State, "level" Level, "header_form" HeaderForm, "precedence" Precedence,
        "tag_kind" TagKind, "declassification_kind" DeclassificationKind, "reference_kind" ReferenceKind,
        "year_source" YearSource, "role" Role, "break_kind" BreakKind, "redaction_kind" RedactionKind,
        "zone_kind" ZoneKind, "post_kind" PostKind, "routing_kind" RoutingKind, "caption_class" CaptionClass,
        "text_label" TextLabel
    );
    let severities = [Severity::Note, Severity::Warning, Severity::Error];
    let severities = severities.map(|word| (word as u32, word.as_str()));
    all.push(("severity", V::Severity, severities.into()));
    all
}

fn words(vocabulary: u32) -> Option<&'static [(u32, &'static str)]> {
    static ALL: OnceCell<Vec<Vocabulary>> = OnceCell::new();
    ALL.get_or_init(vocabularies)
        .iter()
        .find(|(_, known, _)| *known as u32 == vocabulary)
        .map(|(_, _, words)| words.as_slice())
}

/// The word of a number: `top-secret` for `CABLE_LEVEL_TOP_SECRET` of `CABLE_VOCABULARY_LEVEL`.
///
/// Returns: the word, followed by no NUL; `{NULL, 0}` if vocabulary or number is unknown.
/// Ownership: static, never freed.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn cable_vocabulary_word(vocabulary: u32, value: u32) -> cable_str {
    guard::guard(cable_str::ABSENT, || {
        words(vocabulary)
            .unwrap_or_default()
            .iter()
            .find(|(known, _)| *known == value)
            .map(|(_, word)| *word)
            .into()
    })
}

/// The number of a word: the way back from `cable_vocabulary_word`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if the word is none of the vocabulary;
/// `CABLE_STATUS_INVALID_ARGUMENT` if the vocabulary is unknown.
/// Ownership: the word stays the caller's.
/// Threads: any.
///
/// # Safety
/// `word` points to `len` bytes or is NULL; `value` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_vocabulary_value(
    vocabulary: u32,
    word: *const c_char,
    len: usize,
    value: *mut u32,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let word = unsafe { guard::text(word, len) }?;
        let words = words(vocabulary).ok_or(cable_status::InvalidArgument)?;
        let found = words.iter().find(|(_, known)| *known == word);
        // SAFETY: the caller's promise.
        unsafe { guard::put(value, found.ok_or(cable_status::Absent)?.0) }
    })
}
