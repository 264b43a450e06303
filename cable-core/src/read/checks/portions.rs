//! Portion marks against the banner: T012, T025, P003, P005.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::marking;
use crate::record::{Control, Level, Mark};
use crate::scan::LineKind;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    missing(telegram, sink);
    let layout = telegram.layout;
    let subject = layout
        .subject
        .as_ref()
        .and_then(|subject| subject.mark.as_ref());
    let paragraphs = layout.paragraphs.iter().map(|paragraph| &paragraph.mark);
    let headings = layout.headings.iter().map(|heading| &heading.mark);
    let portions = || {
        paragraphs
            .clone()
            .chain(headings.clone())
            .chain([&layout.entire_text])
            .flatten()
    };
    let mut highest: Option<&Mark> = None;
    let mut noforn: Option<&Mark> = None;
    for mark in subject.into_iter().chain(portions()) {
        if highest.is_none_or(|known| known.level() < mark.level()) {
            highest = Some(mark);
        }
        if mark.controls().contains(Control::Noforn) {
            noforn = noforn.or(Some(mark));
        }
    }
    let (Some(highest), Some(banner)) = (highest, &layout.banner) else {
        return;
    };
    if highest.level() > banner.level {
        let finding = Diagnostic::new(Code::PortionAboveBanner, highest.span());
        sink.report(finding.with_related(banner.level_span));
    } else if highest.level() < banner.level
        && portions().next().is_some()
        && !item_reaches(telegram, banner.level)
    {
        let finding = Diagnostic::new(Code::AllPortionsBelowBanner, banner.level_span);
        sink.report(finding.with_related(highest.span()));
    }
    if let Some(mark) = noforn {
        noforn_caption(telegram, mark, sink);
    }
}

/// T012. Source: 05 STATE 226504.
fn noforn_caption(telegram: &Telegram<'_>, portion: &Mark, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let said = layout
        .classification
        .as_ref()
        .is_some_and(|mark| mark.controls().contains(Control::Noforn))
        || layout
            .captions
            .iter()
            .any(|caption| caption.get(telegram.text).contains("NOFORN"));
    if !said && telegram.whole {
        sink.report(Diagnostic::new(Code::NofornCaptionMissing, portion.span()));
    }
}

/// Whether a mark inside a paragraph, of an item or of a table, has the level. Items are read on first use only: this
/// looks at the lines, for the few telegrams whose paragraphs all stay below their banner.
fn item_reaches(telegram: &Telegram<'_>, level: Level) -> bool {
    let text = telegram.text;
    telegram
        .layout
        .lines
        .iter()
        .filter(|line| matches!(line.kind, LineKind::Text | LineKind::Heading))
        .any(|line| {
            line.span
                .slice(text)
                .match_indices('(')
                .map(|(at, _)| line.span.start() + crate::span::offset(at))
                .filter_map(|at| marking::portion_at(text, at, line.span.end()))
                .any(|found| found.well_formed && found.mark.level() >= level)
        })
}

/// P003: every paragraph of a classified telegram is marked, unless one mark is said to hold for all. Where none is
/// numbered, or none marked, one finding speaks for all. Source: 5 FAH-1 H-246; 32 CFR 2001.21.
fn missing(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    if !telegram.marks_are_due() || layout.entire_text.is_some() {
        return;
    }
    let numbered = layout
        .paragraphs
        .iter()
        .any(|paragraph| paragraph.number.is_some());
    let none = layout
        .paragraphs
        .iter()
        .all(|paragraph| paragraph.mark.is_none());
    let most = if none || !numbered { 1 } else { usize::MAX };
    layout
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.mark.is_none())
        .filter(|paragraph| paragraph.number.is_some() || !numbered)
        .take(most)
        .for_each(|paragraph| {
            let place = if paragraph.number.is_some() {
                paragraph.number_span
            } else {
                paragraph.span
            };
            sink.report(Diagnostic::new(Code::MarkMissing, place));
        });
}
