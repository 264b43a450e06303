//! What the wrapping says against what the telegram says: W001, W003, N001, N002. A finding about the envelope has
//! its place in the input; `related` is the place in the text.

use super::{Telegram, posts};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Control, Created, Envelope, EnvelopeText, Format, Level};
use crate::span::{SourceSpan, Span};
use jiff::tz::Offset;

pub(super) fn check(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    time(telegram, envelope, sink);
    classification(telegram, envelope, sink);
    origin(telegram, envelope, sink);
    tags(telegram, envelope, sink);
    subject(telegram, envelope, sink);
    locator(telegram, envelope, sink);
}

fn finding(code: Code, source: SourceSpan, related: Option<Span>) -> Diagnostic {
    let finding = Diagnostic::nowhere(code).with_source(source);
    match related {
        Some(span) => finding.with_related(span),
        None => finding,
    }
}

/// W001: the day is that of the date-time group; another hour is a disagreement, minutes are not compared. In the
/// edition of 2010 they repeat the hour of a clock of twelve hours.
fn time(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let Some((created, source)) = envelope.created else {
        return;
    };
    let header = telegram.layout.header.as_ref();
    let group = header.and_then(|header| {
        Some((
            Offset::UTC.to_datetime(header.date_time_group?),
            header.spans.date_time_group,
        ))
    });
    if let Some((group, place)) = group {
        if group.date() != created.day() {
            sink.report(finding(Code::EnvelopeDateMismatch, source, Some(place)));
            return;
        }
    }
    let Created::Instant(instant) = created else {
        return;
    };
    let clock = Offset::UTC.to_datetime(instant);
    let repeats = |clock: jiff::civil::DateTime| clock.minute() == (clock.hour() + 11) % 12 + 1;
    let released = envelope
        .released
        .is_some_and(|(released, _)| match released {
            Created::Instant(released) => repeats(Offset::UTC.to_datetime(released)),
            Created::Day(_) => false,
        });
    match group {
        Some((group, place)) if group.hour() != clock.hour() => {
            sink.report(finding(Code::EnvelopeDisagrees, source, Some(place)));
        }
        Some((group, place)) if group.minute() != clock.minute() && repeats(clock) => {
            sink.report(finding(
                Code::EnvelopeMinutesUnreliable,
                source,
                Some(place),
            ));
        }
        None if repeats(clock) && released => {
            sink.report(finding(Code::EnvelopeMinutesUnreliable, source, None));
        }
        _ => {}
    }
}

/// W003: classification. SENSITIVE shows as FOR OFFICIAL USE ONLY. What the archives and the re-exported messages print
/// beside the level is another state of the telegram.
fn classification(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let layout = telegram.layout;
    let (Some(printed), Some(mark)) = (&envelope.classification, &envelope.mark) else {
        return;
    };
    let Some(own) = &layout.classification else {
        return;
    };
    if layout.format == Format::Smart {
        return;
    }
    let captioned = |names: &[&str]| {
        layout
            .captions
            .iter()
            .any(|caption| names.contains(&caption.get(telegram.text)))
    };
    // `DEA SENSITIVE`: an agency says whose.
    let sensitive = layout
        .captions
        .iter()
        .any(|caption| caption.get(telegram.text).ends_with(" SENSITIVE"));
    let either = |mark: &crate::record::Mark| {
        [Control::Sbu, Control::Fouo, Control::Lou]
            .into_iter()
            .any(|control| mark.controls().contains(control))
    };
    const OFFICIAL: [&str; 8] = [
        "SENSITIVE",
        "SENSITIVE BUT UNCLASSIFIED",
        "SBU",
        "SBU NOFORN",
        "SBU DELIBERATIVE PROCESS",
        "FOUO",
        "LOU",
        "LIMITED OFFICIAL USE",
    ];
    let official = either(own) || sensitive || captioned(&OFFICIAL);
    let noforn = own.controls().contains(Control::Noforn) || captioned(&["NOFORN", "SBU NOFORN"]);
    let controls =
        layout.format == Format::Archive || noforn == mark.controls().contains(Control::Noforn);
    let agrees = own.level() == mark.level()
        && controls
        && (own.level() != Level::Unclassified || official == either(mark));
    if !agrees {
        sink.report(finding(
            Code::EnvelopeDisagrees,
            printed.source,
            Some(own.span()),
        ));
    }
}

/// W003: origin, against the originator, else the post of the banner.
fn origin(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let Some(origin) = &envelope.origin else {
        return;
    };
    let layout = telegram.layout;
    let originator = layout
        .header
        .as_ref()
        .and_then(|header| header.originator.as_ref())
        .map(|one| (one.name.get(telegram.text), one.span));
    let own = originator.or_else(|| {
        let post = layout.banner.as_ref()?.post.as_ref()?;
        Some((post.get(telegram.text), post.span()))
    });
    let Some((name, place)) = own else {
        return;
    };
    let value = origin.value.as_str();
    // `Embassy Nordhaven` against `AMEMBASSY NORDHAVEN`: without the first word.
    let last = value.split_once(' ').map_or(value, |(_, rest)| rest);
    let cut = layout.format == Format::Archive && posts::starts_with(name, value);
    if !cut && !posts::may_be_one(name, last) && !posts::may_be_one(name, value) {
        sink.report(finding(Code::EnvelopeDisagrees, origin.source, Some(place)));
    }
}

/// W003: the tags are among those of the text; a page links those of the first line only.
fn tags(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let tags = &telegram.layout.tags;
    let (Some(first), Some(last)) = (tags.first(), tags.last()) else {
        return;
    };
    let same = |a: &str, b: &str| posts::letters(a).eq(posts::letters(b));
    let missing = envelope.tags.iter().find(|printed| {
        !tags.iter().any(|tag| {
            let corrected = tag.corrected.as_ref();
            same(tag.code.get(telegram.text), &printed.value)
                || corrected.is_some_and(|code| same(code.get(telegram.text), &printed.value))
        }) && !in_a_row(telegram, &printed.value)
    });
    if let Some(EnvelopeText { source, .. }) = missing {
        let place = first.code.span().join(last.code.span());
        sink.report(finding(Code::EnvelopeDisagrees, *source, Some(place)));
    }
}

/// Whether a tag of the envelope is codes that were run together in the text too: `EINDETRD`.
fn in_a_row(telegram: &Telegram<'_>, printed: &str) -> bool {
    let tags = &telegram.layout.tags;
    (0..tags.len()).any(|first| {
        let mut rest = printed;
        let row = tags.iter().skip(first).take_while(|tag| {
            rest.strip_prefix(tag.code.get(telegram.text))
                .map(|behind| rest = behind)
                .is_some()
        });
        row.count() > 1 && rest.is_empty()
    })
}

/// W003: the subject begins as that of the text; a page has its first line, which may have lost a parenthesis.
fn subject(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let (Some(printed), Some(own)) = (&envelope.subject, &telegram.layout.subject) else {
        return;
    };
    let text = own.text.get(telegram.text);
    let place = own.text.span();
    let agrees = |value: &str| posts::starts_with(text, value) || posts::starts_with(value, text);
    let marked = own.mark.as_ref().and_then(|mark| {
        let mark = mark.span().slice(telegram.text);
        let value = printed.value.trim_start_matches(['(', ' ']);
        value.strip_prefix(mark)
    });
    if !agrees(&printed.value) && !marked.is_some_and(agrees) {
        sink.report(finding(
            Code::EnvelopeDisagrees,
            printed.source,
            Some(place),
        ));
    }
}

/// N002: the locator says TEXT ON-LINE if there is a text, and only then.
fn locator(telegram: &Telegram<'_>, envelope: &Envelope, sink: &mut impl Sink) {
    let locator = envelope
        .attributes
        .iter()
        .find(|attribute| attribute.label == "Locator");
    let Some(locator) = locator else {
        return;
    };
    let said = locator
        .values
        .iter()
        .any(|value| value.value.to_ascii_uppercase().contains("TEXT ON-LINE"));
    let there = telegram.layout.banner.is_some() || !telegram.layout.paragraphs.is_empty();
    if let Some(first) = locator.values.first() {
        if said != there {
            sink.report(finding(Code::TextUnavailable, first.source, None));
        }
    }
}
