//! The E.O. line and Classified By against the level: T015, T029, and the date of the general schedule.

use super::Telegram;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::executive_order;
use crate::layout::Layout;
use crate::record::Level;
use jiff::civil::Date;

/// Adds the date that the general schedule gives at the level of the banner.
pub(super) fn derive(text: &str, layout: &mut Layout, day: Option<Date>) {
    if let (Some(order), Some(banner), Some(day)) =
        (&mut layout.executive_order, &layout.banner, day)
    {
        executive_order::derive_date(order, text, day, banner.level);
    }
}

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let Some(banner) = &telegram.layout.banner else {
        return;
    };
    let order = telegram.layout.executive_order.as_ref();
    if let Some(instruction) = order.and_then(|order| order.declassification.as_ref()) {
        if !executive_order::goes_with(instruction.kind, banner.level) {
            let finding = Diagnostic::new(Code::DeclassificationInconsistent, instruction.span);
            sink.report(finding.with_related(banner.level_span));
        }
    }
    classified_by(telegram, sink);
}

/// T029: a classified telegram says who classified it and why, an unclassified one does not. A derivative classification
/// names its source instead. Source: 5 FAH-1 H-246; 32 CFR 2001.21.
fn classified_by(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let Some(block) = &telegram.layout.classified_by else {
        if telegram.whole && telegram.marks_are_due() {
            sink.report(Diagnostic::nowhere(Code::ClassifiedByMissing));
        }
        return;
    };
    let complete = !block.classifiers.is_empty() && !block.reasons.is_empty();
    let unclassified = telegram.level() == Some(Level::Unclassified) && !block.reasons.is_empty();
    let incomplete = telegram.marks_are_due() && !complete && block.derived_from.is_none();
    if unclassified || incomplete {
        let finding = Diagnostic::new(Code::ClassifiedByMissing, block.span);
        sink.report(match &telegram.layout.banner {
            Some(banner) => finding.with_related(banner.level_span),
            None => finding,
        });
    }
}
