//! Captions against one another, the level and the day: T006 to T010.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Control, Level};
use crate::span::Span;
use jiff::civil::date;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let captions = || {
        telegram
            .layout
            .captions
            .iter()
            .map(|caption| (caption.get(telegram.text), caption.span()))
    };
    let mut found = Found::default();
    for (caption, span) in captions() {
        match caption {
            "SIPDIS" => found.sipdis = found.sipdis.or(Some(span)),
            "NOFORN" => {}
            "NODIS" | "EXDIS" => {
                found.narrow = found.narrow.or(Some(span));
                found.special(span);
            }
            "LIMDIS" => found.special(span),
            "SENSITIVE" | "SENSITIVE BUT UNCLASSIFIED" | "SBU" => sensitive(telegram, span, sink),
            "LOU" | "LIMITED OFFICIAL USE" => found.official = Some(span),
            _ if caption.ends_with(" CHANNEL") => {
                found.special(span);
                let first = *found.channel.get_or_insert(span);
                if first != span {
                    sink.report(incompatible(span, first));
                }
                if matches!(caption, "AGREMENT CHANNEL" | "DIRGEN CHANNEL") {
                    found.alone = Some(span);
                }
            }
            _ => {}
        }
    }
    let banner = telegram.layout.banner.as_ref();
    if let Some(banner) = banner {
        if banner
            .controls
            .iter()
            .any(|control| matches!(control.get(telegram.text), "NODIS" | "EXDIS"))
        {
            found.narrow = found.narrow.or(Some(banner.printed.span()));
        }
    }
    // T006: the more restrictive one wins. Source: 05 STATE 226504, 06 STATE 89712.
    if let (Some(sipdis), Some(narrow)) = (found.sipdis, found.narrow) {
        sink.report(incompatible(sipdis, narrow));
    }
    // T009. Source: 5 FAH-2 H-442.
    if let Some(alone) = found.alone {
        if let Some((_, other)) =
            captions().find(|(caption, span)| *span != alone && !caption.ends_with(" CHANNEL"))
        {
            sink.report(incompatible(other, alone));
        }
    }
    // T010: the special handling caption stands before the distribution caption. Source: 5 FAH-2 H-440.
    if let (Some(special), Some(sipdis)) = (found.late_special, found.sipdis) {
        sink.report(Diagnostic::new(Code::OrderUnusual, special).with_related(sipdis));
    }
    limited_official_use(telegram, found.official, sink);
}

/// Where captions with rules of their own stand.
#[derive(Default)]
struct Found {
    sipdis: Option<Span>,
    narrow: Option<Span>,
    /// The first special handling caption behind SIPDIS.
    late_special: Option<Span>,
    channel: Option<Span>,
    alone: Option<Span>,
    official: Option<Span>,
}

impl Found {
    fn special(&mut self, span: Span) {
        if self.sipdis.is_some() {
            self.late_special = self.late_special.or(Some(span));
        }
    }
}

fn incompatible(span: Span, other: Span) -> Diagnostic {
    Diagnostic::new(Code::CaptionsIncompatible, span).with_related(other)
}

/// T007: SENSITIVE is said of unclassified telegrams. Source: 00 STATE 18029.
fn sensitive(telegram: &Telegram<'_>, span: Span, sink: &mut impl Sink) {
    if let Some(banner) = &telegram.layout.banner {
        if banner.level != Level::Unclassified {
            let finding = Diagnostic::new(Code::CaptionNotAllowed, span);
            sink.report(finding.with_related(banner.level_span));
        }
    }
}

/// T008: no Limited Official Use after 1 October 1995. Source: 00 STATE 18029.
fn limited_official_use(telegram: &Telegram<'_>, caption: Option<Span>, sink: &mut impl Sink) {
    let marked = telegram
        .layout
        .classification
        .as_ref()
        .filter(|mark| mark.controls().contains(Control::Lou))
        .map(|mark| mark.span());
    if let Some(span) = caption.or(marked) {
        if telegram.since(date(1995, 10, 2)) {
            sink.report(Diagnostic::new(Code::CaptionNotAllowed, span));
        }
    }
}
