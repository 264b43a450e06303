//! Reads the text of a telegram into a [`Layout`]: the order of the steps, and nothing else.

mod banner;
mod body;
mod checks;
mod ending;
mod fields;
mod findings;
mod header;
mod item;
mod pages;
mod part;
mod quote_words;
mod repeated;
mod roles;
mod rule;
mod sentence;
mod signs;
mod smart;
mod start;
mod titles;
mod top;
mod zones;

pub use header::{HeaderBlock, HeaderZone, HeaderZoneKind, read_header};

use self::findings::Findings;
use self::start::Start;
use self::zones::Zones;
use crate::container::Transcript;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::{Error, ErrorKind};
use crate::field::{Context, marking};
use crate::layout::{Layout, ZoneKind};
use crate::options::ParseOptions;
use crate::record::{Envelope, State};
use crate::scan::{self, Places};
use crate::span::{Span, offset};
use jiff::tz::Offset;
use std::borrow::Cow;

/// Reads the text of `transcript`.
///
/// # Errors
/// No sign of a telegram was found; with `strict`, a finding of severity error.
pub(crate) fn read(
    transcript: &mut Transcript<'_>,
    options: &ParseOptions,
) -> Result<Box<Layout>, Error> {
    let text: &str = &transcript.text;
    let mut layout = Box::new(Layout::new(transcript.format));
    let found = std::mem::take(&mut transcript.diagnostics);
    let mut sink = Findings::new(found, options.limits().diagnostics);
    if let Some(envelope) = &mut transcript.envelope {
        read_marking(envelope);
    }
    let envelope = transcript.envelope.as_ref();
    let mut lines = scan::lines(text);
    let mut zones = Zones::new();

    // Header and classification line.
    let year_hint = envelope
        .and_then(|envelope| envelope.created)
        .map(|(created, _)| created.day().year());
    let format = layout.format;
    let mut start = Start::find(text, &mut lines, format, options, year_hint, &mut sink);
    let borders = start.write(text, &lines, &mut layout, &mut zones);
    let labelled = start.labelled;
    let date = layout
        .header
        .as_ref()
        .and_then(|header| header.date_time_group)
        .map(|instant| Offset::UTC.to_datetime(instant).date());
    let known_year = date.map(|date| date.year()).or(year_hint);
    layout.year = known_year.or(options.assume_year());

    // The text part.
    let places = Places::of(text.as_bytes(), borders.start(text, &lines) as usize);
    let mut part = part::lines(
        text,
        &lines,
        &borders,
        labelled.as_ref(),
        &places,
        &mut layout,
        &mut zones,
    );
    if let Some(copy) = repeated::set_aside(text, &mut part, &mut sink) {
        zones.add(copy.start(), ZoneKind::Leftover);
    }

    // The captioned top.
    let mut preamble = scan::preamble(text, part);
    let above = lines.get(borders.above.clone()).unwrap_or(&[]);
    top::add_lines_above(text, above, &mut preamble);
    // One span a line is much where lines are short, and the part has them again.
    drop(lines);
    top::read(text, &mut preamble, &mut layout, &mut sink);
    if let Some(labelled) = &labelled {
        labelled.top(text, &mut layout, &mut sink);
    }
    zones.preamble(&preamble);
    let own = own_id(text, &layout, envelope);
    let context = Context {
        year: layout.year,
        year_assumed: known_year.is_none() && layout.year.is_some(),
        date,
        post: own.as_ref().map(|(post, _)| post.as_ref()),
        serial: own.as_ref().map(|(_, serial)| *serial),
        fragment: options.fragment(),
        ..Context::default()
    };
    let unread = fields::read(
        text,
        &preamble,
        &context,
        options.limits().references,
        &mut layout,
        &mut sink,
    );
    if let Some(rest) = unread {
        zones.unread(rest);
    }

    if let Some(labelled) = &labelled {
        labelled.order(text, &context, &mut layout, &mut sink);
        labelled.states(text, &mut layout);
    }

    // The body, from its end to its start: what is signature is no paragraph.
    let mut body = preamble.body;
    match labelled {
        Some(labelled) if labelled.signed => labelled.sign(&mut layout),
        _ => ending::read(
            text,
            &mut body,
            &context,
            options.fragment(),
            &mut layout,
            &mut sink,
        ),
    }
    let above = &preamble.above;
    let top = above.partition_point(|line| {
        body.first()
            .is_some_and(|first| line.span.start() < first.span.start())
    });
    let sections = repeated::set_sections_aside(
        text,
        &above[..top],
        layout.banner.as_ref(),
        &mut body,
        &mut sink,
    );
    let body_start = body
        .first()
        .map_or(offset(text.len()), |line| line.span.start());
    body::read(
        text,
        body,
        sections,
        options.limits().paragraphs,
        options.fragment(),
        &mut layout,
        &mut sink,
    );
    roles::read(text, body_start, &places, &mut layout);

    if !signs::is_telegram(text, &layout, envelope, options.fragment()) {
        return Err(Error::new(ErrorKind::NotATelegram, None));
    }
    if start.block.notice {
        layout.set_state("header", State::Withheld);
    }
    checks::run(
        text,
        &places,
        &mut layout,
        envelope,
        &context,
        options,
        &mut sink,
    );
    layout.zones = zones.finish(text, &layout);
    layout.diagnostics = finish(sink.into_list(), transcript);
    match first_error(&layout) {
        Some(error) if options.strict() => {
            Err(Error::new(ErrorKind::StrictViolation(*error), error.source))
        }
        _ => Ok(layout),
    }
}

fn first_error(layout: &Layout) -> Option<&Diagnostic> {
    let mut findings = layout.diagnostics.iter();
    findings.find(|found| found.severity == Severity::Error)
}

/// Reads the classification that the wrapping prints.
fn read_marking(envelope: &mut Envelope) {
    let Some(printed) = &envelope.classification else {
        return;
    };
    envelope.mark = marking::classification(&printed.value, Span::at(0, printed.value.len()));
}

/// Post and serial of the telegram itself: of its banner, else of the envelope's id.
fn own_id<'a>(
    text: &'a str,
    layout: &Layout,
    envelope: Option<&Envelope>,
) -> Option<(Cow<'a, str>, u32)> {
    if let Some(banner) = &layout.banner {
        if let (Some(post), Some(serial)) = (&banner.post, banner.serial) {
            let post = match post.is_verbatim() {
                true => post.span().slice(text).into(),
                false => post.get(text).to_owned().into(),
            };
            return Some((post, serial));
        }
    }
    let id: crate::ReferenceId = envelope?.reference_id.as_ref()?.value.parse().ok()?;
    Some((id.post().to_owned().into(), id.serial()))
}

/// Findings in the order of their places, each with its place in the input.
fn finish(mut list: Vec<Diagnostic>, transcript: &Transcript<'_>) -> Vec<Diagnostic> {
    for found in &mut list {
        if let (Some(span), None) = (found.span, found.source) {
            found.source = Some(transcript.map.to_source(span));
        }
    }
    list.sort_by_key(|found| {
        let at = found.span.map_or(u32::MAX, Span::start);
        u64::from(at) << 16 | u64::from(found.code.number())
    });
    list
}
