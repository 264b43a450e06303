//! Sections and breaks against the banner: T003, T004, T005.

use super::{Telegram, posts};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::{Banner, Break, BreakKind};
use crate::span::Span;
use crate::spanned::Spanned;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let banner = layout.banner.as_ref();
    if let Some(banner) = banner {
        if let Some(section) = banner.section {
            if section.number > 1 && telegram.whole {
                // The sections before it.
                sink.report(Diagnostic::new(Code::SectionMissing, banner.printed.span()));
            }
        }
    }
    if telegram.whole {
        pages(telegram, sink);
    }
    if layout.breaks.is_empty() {
        return;
    }
    numbers(&layout.breaks, sink);
    if !totals(&layout.breaks, banner, sink) {
        order(telegram, sink);
    }
    if let Some(banner) = banner {
        names(telegram, banner, sink);
    }
}

/// T004: each printed page says of which section it is, so the last section that has none is not there.
fn pages(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let heads = layout.distribution.iter().flat_map(|block| &block.pages);
    let heads = heads.filter_map(|page| {
        let section = page.section?;
        Some((section.number, section.total?, page.span))
    });
    let inside = layout.breaks.iter().filter(|found| found.page.is_some());
    let inside = inside.filter_map(|found| Some((found.section?, found.total?, found.span)));
    let Some((mut last, total, place)) = heads.chain(inside).last() else {
        return;
    };
    // Other sections may have come without the heading of a page.
    let read = layout.paragraphs.iter().filter_map(|found| found.section);
    let parted = layout.breaks.iter().filter_map(|found| found.section);
    last = read.chain(parted).fold(last, u32::max);
    let plain = |found: &Break<Spanned>| found.kind == BreakKind::Section;
    if last < total && !layout.breaks.iter().any(plain) {
        sink.report(Diagnostic::new(Code::SectionMissing, place));
    }
}

/// T003: a number is one of the total.
fn numbers(breaks: &[Break<Spanned>], sink: &mut impl Sink) {
    let invalid = breaks.iter().find(|found| {
        found
            .section
            .is_some_and(|number| number == 0 || found.total.is_some_and(|total| number > total))
    });
    if let Some(found) = invalid {
        sink.report(Diagnostic::new(Code::SectionNumberInvalid, found.span));
    }
}

/// T004: every break gives the total of the banner; without one, that of the first break. Whether one does not.
fn totals(
    breaks: &[Break<Spanned>],
    banner: Option<&Banner<Spanned>>,
    sink: &mut impl Sink,
) -> bool {
    let printed = banner.and_then(|banner| Some((banner.section?.total?, banner.printed.span())));
    let first = || {
        breaks
            .iter()
            .find_map(|found| Some((found.total?, found.span)))
    };
    let Some((total, place)) = printed.or_else(first) else {
        return false;
    };
    let other = breaks
        .iter()
        .find(|found| found.total.is_some_and(|other| other != total));
    if let Some(found) = other {
        sink.report(Diagnostic::new(Code::SectionMissing, found.span).with_related(place));
    }
    other.is_some()
}

/// T004: each section begins behind the one before it, and the last one begins. Only plain separators mark a beginning;
/// copies that were put together have none at all, and those with a separator on each page may lack some. Source: 2.11
/// of the format.
fn order(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let section = layout.banner.as_ref().and_then(|banner| banner.section);
    let mut last = section.map_or(1, |section| section.number);
    let mut before: Option<&Break<Spanned>> = None;
    for found in &layout.breaks {
        let Some(number) = found.section else {
            continue;
        };
        if found.kind != BreakKind::Section || found.part.is_some() {
            // Of a section that has a page, the beginning alone is lost.
            if number == last + 1 {
                last = number;
            }
            continue;
        }
        // A fragment may begin anywhere.
        let free = before.is_none() && section.is_none();
        if !free && number != last + 1 {
            let finding = Diagnostic::new(Code::SectionMissing, found.span);
            sink.report(match before {
                Some(before) => finding.with_related(before.span),
                None => finding,
            });
            return;
        }
        last = number;
        before = Some(found);
    }
    let paged = layout.breaks.iter().any(|found| found.part.is_some());
    if let Some(before) = before {
        if before.total.is_some_and(|total| last < total) && !paged && telegram.whole {
            sink.report(Diagnostic::new(Code::SectionMissing, before.span));
        }
    }
}

/// T005: post and serial of a break are those of the banner. Each other name is told once.
fn names(telegram: &Telegram<'_>, banner: &Banner<Spanned>, sink: &mut impl Sink) {
    let text = telegram.text;
    let layout = telegram.layout;
    let pages = layout
        .distribution
        .iter()
        .flat_map(|block| &block.pages)
        .map(|page| (page.post.as_ref(), page.serial, page.span));
    let breaks = layout
        .breaks
        .iter()
        .map(|found| (found.post.as_ref(), found.serial, found.span));
    let mut told: Option<(&str, Option<u32>)> = None;
    // Nearly all names are the same: each is compared once.
    let mut compared: Option<(&str, bool)> = None;
    for (post, serial, span) in pages.chain(breaks) {
        let name = post.map_or("", |post| post.get(text));
        let other_serial = serial.is_some() && banner.serial.is_some() && serial != banner.serial;
        let is_other = |own: &Spanned| !begins(own.get(text), name);
        let other_post = match compared {
            Some((known, other)) if known == name => other,
            _ => banner.post.as_ref().is_some_and(is_other),
        };
        compared = Some((name, other_post));
        if (other_serial || other_post) && told != Some((name, serial)) {
            told = Some((name, serial));
            let finding = Diagnostic::new(Code::BreakMismatch, span);
            sink.report(finding.with_related(place(banner)));
        }
    }
}

/// Post and serial of the banner.
pub(super) fn place(banner: &Banner<Spanned>) -> Span {
    match &banner.post {
        Some(post) if banner.serial.is_some() => post.span().join(banner.serial_span),
        Some(post) => post.span(),
        None => banner.printed.span(),
    }
}

/// Whether a name cut to six or ten characters is that of the post.
fn begins(post: &str, cut: &str) -> bool {
    if cut.is_empty() || posts::starts_with(post, cut) || posts::is_redacted(post) {
        return true;
    }
    if posts::is_redacted(cut) {
        return true;
    }
    let letters: String = posts::letters(cut).map(char::from).collect();
    facts::post_by_name(post).is_some_and(|own| {
        own.post6.contains(&letters.as_str())
            || facts::post_by_name(cut)
                .is_some_and(|other| facts::same_post(own.origin, other.origin))
    })
}
