//! Reads the text of a telegram into a [`Layout`]: the order of the steps, and nothing else.

mod banner;
mod body;
mod checks;
mod ending;
mod fields;
mod header;
mod pages;
mod repeated;
mod roles;
mod signs;
mod smart;
mod titles;
mod top;
mod zones;

pub use header::{HeaderBlock, HeaderZone, HeaderZoneKind, read_header};

use crate::container::Transcript;
use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::error::{Error, ErrorKind};
use crate::field::{Context, marking};
use crate::layout::Layout;
use crate::options::ParseOptions;
use crate::record::{Envelope, Format, State};
use crate::scan::{self, Line};
use crate::span::{Span, offset};
use jiff::tz::Offset;

/// Findings up to a limit; the one that hits the limit says so.
struct Findings {
    list: Vec<Diagnostic>,
    limit: usize,
}

impl Sink for Findings {
    fn report(&mut self, diagnostic: Diagnostic) {
        match self.list.len() + 1 {
            next if next < self.limit => self.list.push(diagnostic),
            next if next == self.limit => self.list.push(Diagnostic {
                code: Code::LimitReached,
                severity: Code::LimitReached.severity(),
                count: None,
                ..diagnostic
            }),
            _ => {}
        }
    }
}

/// Reads the text of `transcript`.
///
/// # Errors
/// No sign of a telegram was found; with `strict`, a finding of severity error.
pub(crate) fn read(
    transcript: &mut Transcript<'_>,
    options: &ParseOptions,
) -> Result<Layout, Error> {
    let text: &str = &transcript.text;
    let mut layout = Layout::new(transcript.format);
    let mut sink = Findings {
        list: std::mem::take(&mut transcript.diagnostics),
        limit: options.limits().diagnostics,
    };
    if let Some(envelope) = &mut transcript.envelope {
        read_marking(envelope);
    }
    let envelope = transcript.envelope.as_ref();
    let mut lines = scan::lines(text);

    // The header, and where the text part begins.
    let year_hint = envelope
        .and_then(|envelope| envelope.created)
        .map(|(created, _)| created.day().year());
    let known = sink.list.len();
    let mut labelled = (transcript.format == Format::Smart)
        .then(|| smart::read(text, &mut lines, options, year_hint, &mut sink));
    let mut block = match &mut labelled {
        Some(labelled) => std::mem::take(&mut labelled.block),
        None => header::read_header(text, &lines, options, year_hint, &mut sink),
    };
    let mut found = banner::find(text, &lines, block.next_line, &mut sink);
    if found.is_none() && labelled.is_none() && banner::part_glued(text, &mut lines) {
        sink.list.truncate(known);
        block = header::read_header(text, &lines, options, year_hint, &mut sink);
        found = banner::find(text, &lines, block.next_line, &mut sink);
    }
    if found.is_none()
        && labelled.is_none()
        && banner::join_broken(text, &mut lines, block.next_line)
    {
        found = banner::find(text, &lines, block.next_line, &mut sink);
    }
    if found.is_none() && labelled.is_some() {
        found = smart::level(text, &lines);
    }
    layout.header = block.header;
    layout.distribution = block.distribution;
    layout.breaks = block.breaks;
    let mut zones = zones::Zones::new();
    zones.header(&block.zones, &lines);
    pages::header_stamps(text, &block.zones, &lines, &mut layout);

    if let Some(labelled) = &labelled {
        zones.claim(labelled.zones.iter().copied());
        labelled.stamp(text, &mut layout);
    }

    // The classification line, within the first lines of the text part.
    let mut before = block.next_line..block.next_line;
    let mut next_line = block.next_line;
    let mut behind_labels = None;
    let mut rest_of_line = Span::default();
    if let Some(found) = found {
        let line = lines[found.index];
        zones.add(line.start(), crate::layout::ZoneKind::Banner);
        layout.classification = Some(found.line.mark);
        layout.banner = Some(found.line.banner);
        rest_of_line = found.line.rest;
        if found.behind_labels {
            behind_labels = Some(line.start());
        } else {
            before = block.next_line..found.index;
            next_line = found.index + 1;
        }
    }
    let text_start = lines
        .get(next_line)
        .map_or(offset(text.len()), |line| line.start());
    let date = layout
        .header
        .as_ref()
        .and_then(|header| header.date_time_group)
        .map(|instant| Offset::UTC.to_datetime(instant).date());
    let known_year = date.map(|date| date.year()).or(year_hint);
    layout.year = known_year.or(options.assume_year());

    // Breaks are set aside before anything else is read.
    let breaks = scan::section_breaks(text, text_start as usize);
    let headings = scan::page_headings(text, text_start as usize);
    let mut part: Vec<Line> = scan::body_lines(
        text,
        lines.get(next_line..).unwrap_or(&[]),
        &breaks,
        &headings,
    );
    let at = match behind_labels {
        Some(start) => part.iter().position(|line| line.span.start() == start),
        None => None,
    };
    if let Some(line) = at.and_then(|at| part.get_mut(at)) {
        // The field above ends here.
        *line = Line::new(Span::empty(line.span.start()));
    }
    if !rest_of_line.is_empty() {
        part.insert(at.map_or(0, |at| at + 1), Line::new(rest_of_line));
    }
    if let Some(labelled) = &labelled {
        labelled.put_stamps_back(text_start, &mut part);
    }
    pages::set_aside(text, &mut part, &mut layout);
    zones.set_aside(&part);
    layout.breaks.extend(breaks);
    layout.breaks.extend(headings.iter().map(pages::page_break));
    layout.breaks.sort_by_key(|found| found.span.start());

    if let Some(copy) = repeated::set_aside(text, &mut part, &mut sink) {
        zones.add(copy.start(), crate::layout::ZoneKind::Leftover);
    }

    // The captioned top.
    let mut preamble = scan::preamble(text, &part);
    for span in lines.get(before).unwrap_or(&[]) {
        if !span.is_empty() {
            zones.add(span.start(), crate::layout::ZoneKind::Leftover);
        }
    }
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
        post: own.as_ref().map(|(post, _)| post.as_str()),
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
    let top = part.partition_point(|line| {
        body.first()
            .is_some_and(|first| line.span.start() < first.span.start())
    });
    let sections = repeated::set_sections_aside(
        text,
        &part[..top],
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
    roles::read(text, body_start, &mut layout);

    // A page or record that names a telegram is one, even if its text is lost.
    let labelled = matches!(layout.format, Format::Archive | Format::Smart);
    let named = envelope.is_some_and(|envelope| {
        envelope.reference_id.is_some() || labelled && !envelope.attributes.is_empty()
    });
    if !named && !signs::is_telegram(text, &layout, options.fragment()) {
        return Err(Error::new(ErrorKind::NotATelegram, None));
    }
    if block.notice {
        layout.set_state("header", State::Withheld);
    }
    checks::run(text, &mut layout, envelope, &context, options, &mut sink);
    layout.zones = zones.finish(text, &layout);
    layout.diagnostics = finish(sink.list, transcript);
    if options.strict() {
        if let Some(first) = layout
            .diagnostics
            .iter()
            .find(|found| found.severity == Severity::Error)
        {
            return Err(Error::new(ErrorKind::StrictViolation(*first), first.source));
        }
    }
    Ok(layout)
}

/// Reads the classification that the wrapping prints.
fn read_marking(envelope: &mut Envelope) {
    let Some(printed) = &envelope.classification else {
        return;
    };
    envelope.mark = marking::classification(&printed.value, Span::at(0, printed.value.len()));
}

/// Post and serial of the telegram itself: of its banner, else of the envelope's id.
fn own_id(text: &str, layout: &Layout, envelope: Option<&Envelope>) -> Option<(String, u32)> {
    if let Some(banner) = &layout.banner {
        if let (Some(post), Some(serial)) = (&banner.post, banner.serial) {
            return Some((post.get(text).to_owned(), serial));
        }
    }
    let id: crate::ReferenceId = envelope?.reference_id.as_ref()?.value.parse().ok()?;
    Some((id.post().to_owned(), id.serial()))
}

/// Findings in the order of their places, each with its place in the input.
fn finish(mut list: Vec<Diagnostic>, transcript: &Transcript<'_>) -> Vec<Diagnostic> {
    for found in &mut list {
        if let (Some(span), None) = (found.span, found.source) {
            found.source = Some(transcript.map.to_source(span));
        }
    }
    list.sort_by_key(|found| (found.span.map_or(u32::MAX, Span::start), found.code));
    list
}
