//! Parts that every telegram has: T001, T013, T019, T024. What is not there has no place.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use jiff::civil::date;

/// Captions of agency traffic that needs no E.O. line, TAGS and subject. Source: TAGS 1974.
const AGENCIES: [&str; 2] = ["AIDAC", "USIAC"];

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    if !telegram.whole {
        return;
    }
    let mut missing = |code| sink.report(Diagnostic::nowhere(code));
    if layout.banner.is_none() && telegram.has_banner_line() {
        missing(Code::BannerMissing);
    }
    let agency = || {
        layout
            .captions
            .iter()
            .any(|caption| AGENCIES.contains(&caption.get(telegram.text)))
    };
    // E.O. line, TAGS and SUBJECT came together.
    let first = date(1973, 3, 1);
    let before = telegram.date.is_some_and(|day| day < first);
    let is_there = |path| layout.states.iter().any(|(known, _)| *known == path);
    if layout.subject.is_none() && !is_there("subject") && !before && !agency() {
        missing(Code::SubjectMissing);
    }
    let due = || telegram.since(first) && !agency();
    if layout.executive_order.is_none() && due() {
        missing(Code::ExecutiveOrderMissing);
    }
    if layout.tags.is_empty() && !is_there("tags") && due() {
        missing(Code::TagsMissing);
    }
}
