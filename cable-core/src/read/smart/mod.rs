//! The labels of a message since 2009: header, captions, pass lines, signature and drafting record stand behind words of
//! their own instead of in format lines. E.O., TAGS, references, subject and body are read as in any telegram.

mod addressees;
mod level;
mod people;

pub(super) use level::level;

use super::header::HeaderBlock;
use super::top::add_caption;
use crate::container::{SmartField, SmartLabel, SmartLine, smart_parts};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::{Context, caption, date_time_group, executive_order, pass_line, redaction};
use crate::layout::{Layout, ZoneKind};
use crate::options::ParseOptions;
use crate::record::{Distribution, Header, HeaderForm, State, SubjectLine};
use crate::scan::shape::trim_span;
use crate::scan::{Folded, Line, LineKind};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use std::ops::Range;

/// What the labels say.
pub(super) struct Labelled {
    pub(super) block: HeaderBlock,
    captions: Vec<Span>,
    /// The printed lines of each pass line.
    pass_lines: Vec<Vec<Span>>,
    /// The printed lines of the E.O. label.
    order: Vec<Span>,
    signature: Vec<Spanned>,
    /// Whether the message has the label of a signature.
    pub(super) signed: bool,
    /// Labels whose value was removed.
    removed: Vec<&'static str>,
    /// Lines of the release review, in order.
    stamps: Vec<Span>,
    /// Where the labelled lines stand.
    pub(super) zones: Vec<(u32, ZoneKind)>,
}

/// Reads the labels of `text` and takes their lines, and those of stamps, out of `lines`.
pub(super) fn read(
    text: &str,
    lines: &mut Vec<Span>,
    options: &ParseOptions,
    year_hint: Option<i16>,
    sink: &mut impl Sink,
) -> Labelled {
    let parts = smart_parts(text.as_bytes());
    let mut reader = Reader {
        text,
        limit: options.limits().addressees,
        assumed: options.assume_year(),
        year_hint,
        sink,
        header: Header::new(HeaderForm::AddressOnly),
        distribution: Distribution::default(),
        captions: Vec::new(),
        pass_lines: Vec::new(),
        order: Vec::new(),
        signature: Vec::new(),
        signed: false,
        removed: Vec::new(),
        zones: Vec::new(),
        kept: 0,
        limit_told: false,
        met: Vec::new(),
        repeat_told: false,
        collective: None,
        is_addressed: false,
        is_drafted: false,
    };
    let mut taken: Vec<u32> = Vec::new();
    for (field, lines) in parts.fields() {
        if field.label == SmartLabel::Field {
            continue;
        }
        taken.extend(starts(lines));
        reader.field(field, lines);
    }
    let stamps: Vec<Span> = parts.stamps.iter().map(span).collect();
    let stamped = stamps.iter().map(|stamp| (stamp.start(), ZoneKind::Stamp));
    reader.zones.extend(stamped);
    taken.extend(stamps.iter().map(|stamp| stamp.start()));
    taken.sort_unstable();
    let mut taken = taken.into_iter().peekable();
    lines.retain(|line| {
        while taken.next_if(|&taken| taken < line.start()).is_some() {}
        line.is_empty() || taken.peek() != Some(&line.start())
    });

    Labelled {
        block: HeaderBlock {
            header: reader.is_addressed.then_some(reader.header),
            distribution: reader.is_drafted.then_some(reader.distribution),
            ..HeaderBlock::default()
        },
        captions: reader.captions,
        pass_lines: reader.pass_lines,
        order: reader.order,
        signature: reader.signature,
        signed: reader.signed,
        removed: reader.removed,
        stamps,
        zones: reader.zones,
    }
}

impl Labelled {
    /// Values of which nothing was left but the code in the margin.
    pub(super) fn states(&self, text: &str, layout: &mut Layout) {
        for path in &self.removed {
            layout.set_state(path, State::Redacted);
        }
        let only_codes = |subject: &SubjectLine| {
            let subject = subject.text.get(text);
            subject.split(' ').all(redaction::is_code)
        };
        if layout.subject.as_ref().is_some_and(only_codes) {
            layout.set_state("subject", State::Redacted);
        }
    }

    /// Keeps the stamps.
    pub(super) fn stamp(&self, text: &str, layout: &mut Layout) {
        let stamps = self.stamps.iter().map(|stamp| trim_span(text, *stamp));
        layout.release_stamps.extend(stamps.map(Spanned::verbatim));
    }

    /// Puts the stamps behind `start` back among the lines of the text, where they are set aside like page headings.
    pub(super) fn put_stamps_back(&self, start: u32, lines: &mut Vec<Line>) {
        let stamps = self.stamps.iter().filter(|stamp| stamp.start() >= start);
        lines.extend(stamps.map(|stamp| Line {
            span: *stamp,
            kind: LineKind::Stamp,
        }));
        lines.sort_by_key(|line| line.span.start());
    }

    /// Captions and pass lines.
    pub(super) fn top(&self, text: &str, layout: &mut Layout, sink: &mut impl Sink) {
        for &place in &self.captions {
            if let Some(values) = caption::parse(text, place) {
                for value in values {
                    add_caption(text, layout, value, sink);
                }
            } else {
                sink.report(Diagnostic::new(Code::CaptionUnknown, place));
                let value = place.slice(text).to_uppercase();
                add_caption(text, layout, Spanned::of(text, place, value.into()), sink);
            }
        }
        for lines in &self.pass_lines {
            let folded = Folded::new(text, lines);
            layout.pass_lines.extend(pass_line::parse(&folded));
        }
    }

    /// The E.O. line. Its value stands in a column, and may be a word instead of an order.
    pub(super) fn order(
        &self,
        text: &str,
        context: &Context<'_>,
        layout: &mut Layout,
        sink: &mut impl Sink,
    ) {
        if !self.order.is_empty() && layout.executive_order.is_none() {
            let folded = Folded::new(text, &self.order);
            let (order, _) = executive_order::parse(&folded, context, sink);
            layout.executive_order = Some(order);
        }
    }

    /// Who signed; and what was removed with nothing left of it but the code in the margin.
    pub(super) fn sign(self, layout: &mut Layout) {
        layout.signature = self.signature;
    }
}

fn span(range: &Range<usize>) -> Span {
    Span::at(range.start, range.end)
}

fn starts(lines: &[SmartLine]) -> impl Iterator<Item = u32> + '_ {
    lines.iter().map(|line| span(&line.line).start())
}

/// The path of a label in the states.
fn removed_path(label: SmartLabel) -> Option<&'static str> {
    Some(match label {
        SmartLabel::From => "originator",
        SmartLabel::Signature => "signature",
        SmartLabel::DraftedBy => "drafted_by",
        SmartLabel::ClearedBy => "cleared_by",
        SmartLabel::ApprovedBy => "approved_by",
        SmartLabel::ReleasedBy => "released_by",
        _ => return None,
    })
}

/// Most captions; a message has three or four, and each is compared with all before it.
const CAPTIONS: usize = 200;

struct Reader<'a, S> {
    text: &'a str,
    /// Most members of a list.
    limit: usize,
    assumed: Option<i16>,
    year_hint: Option<i16>,
    sink: &'a mut S,
    header: Header<Spanned>,
    distribution: Distribution<Spanned>,
    captions: Vec<Span>,
    pass_lines: Vec<Vec<Span>>,
    order: Vec<Span>,
    signature: Vec<Spanned>,
    signed: bool,
    removed: Vec<&'static str>,
    zones: Vec<(u32, ZoneKind)>,
    kept: usize,
    limit_told: bool,
    /// Labels of one value that were met, and whether one that was met again was told.
    met: Vec<SmartLabel>,
    repeat_told: bool,
    /// The last collective of the information addressees.
    collective: Option<usize>,
    is_addressed: bool,
    is_drafted: bool,
}

impl<S: Sink> Reader<'_, S> {
    fn field(&mut self, field: &SmartField, lines: &[SmartLine]) {
        use SmartLabel as L;
        if self.is_repeated(field.label) {
            let zone = |start| (start, ZoneKind::Leftover);
            self.zones.extend(starts(lines).map(zone));
            if !std::mem::replace(&mut self.repeat_told, true) {
                let place = span(&field.word);
                self.sink
                    .report(Diagnostic::new(Code::HeaderRepeatedInText, place));
            }
            return;
        }
        let zone = match field.label {
            L::Date | L::From | L::Action | L::Info | L::Exempted => ZoneKind::Header,
            L::Captions | L::PassLine => ZoneKind::Captions,
            L::ExecutiveOrder => ZoneKind::ExecutiveOrder,
            L::Signature => ZoneKind::Signature,
            L::DraftedBy | L::ClearedBy | L::ApprovedBy | L::ReleasedBy => ZoneKind::Distribution,
            // Numbers and attributes are of the envelope; what it had no room for is here.
            _ => ZoneKind::Unread,
        };
        self.zones.extend(starts(lines).map(|start| (start, zone)));
        let values = self.values(lines);
        if values.is_empty() {
            // Nothing but codes stood there, or nothing at all.
            let path = removed_path(field.label)
                .filter(|_| lines.iter().any(|line| !line.value.is_empty()));
            self.removed.extend(path);
        }
        match field.label {
            L::Date => self.date(&values),
            L::From | L::Action | L::Info | L::Exempted => self.addressees(field, &values),
            L::Captions => self.captions(&values),
            L::PassLine => self.pass_lines.push(values),
            L::ExecutiveOrder => self.order = values,
            L::Signature => self.signature(&values),
            L::DraftedBy | L::ClearedBy | L::ApprovedBy | L::ReleasedBy => {
                self.person(field.label, lines, &values);
            }
            _ => {}
        }
    }

    /// Whether a label that has one value was met before.
    fn is_repeated(&mut self, label: SmartLabel) -> bool {
        use SmartLabel as L;
        let one = matches!(
            label,
            L::Date | L::ExecutiveOrder | L::DraftedBy | L::ApprovedBy | L::ReleasedBy
        );
        let met = one && self.met.contains(&label);
        if one && !met {
            self.met.push(label);
        }
        met
    }

    /// The lines of a value without the exemption codes in the margin, which tell of what was removed.
    fn values(&self, lines: &[SmartLine]) -> Vec<Span> {
        let mut values = Vec::with_capacity(lines.len());
        for SmartLine { line, value } in lines {
            let mut found = Vec::new();
            redaction::find(self.text, span(line), &mut found);
            let end = found
                .last()
                .map(|code| code.text.span())
                .filter(|code| code.end() as usize >= value.end)
                .map_or(value.end, |code| code.start() as usize);
            let value = trim_span(self.text, Span::at(value.start, end.max(value.start)));
            if !value.is_empty() {
                values.push(value);
            }
        }
        values
    }

    /// `Jun 08, 2012 / 081532Z JUN 12`: the group behind the slash.
    fn date(&mut self, values: &[Span]) {
        let Some(value) = values.first() else {
            return;
        };
        self.addressed(*value);
        let group = match value.slice(self.text).rfind('/') {
            Some(slash) => Span::at(value.start() as usize + slash + 1, value.end() as usize),
            None => *value,
        };
        let group = trim_span(self.text, group);
        // The day alone is the envelope's.
        if !group
            .slice(self.text)
            .starts_with(|first: char| first.is_ascii_digit())
        {
            return;
        }
        let found =
            date_time_group::parse(self.text, group, self.year_hint, self.assumed, self.sink);
        self.header.date_time_group = found.instant;
        self.header.spans.date_time_group = found.span;
    }

    /// `SENSITIVE, SIPDIS`: the places of the members.
    fn captions(&mut self, values: &[Span]) {
        for line in values {
            let mut at = line.start();
            for piece in line.slice(self.text).split([',', ';']) {
                let place = trim_span(self.text, Span::new(at, at + offset(piece.len())));
                at += offset(piece.len()) + 1;
                if place.is_empty() {
                    continue;
                }
                // Each is compared with all before it.
                if self.captions.len() >= CAPTIONS.min(self.limit) {
                    self.has_room(self.limit, place);
                    return;
                }
                self.captions.push(place);
            }
        }
    }

    fn addressed(&mut self, place: Span) {
        let header = &mut self.header.spans.header;
        *header = if self.is_addressed {
            header.join(place)
        } else {
            place
        };
        self.is_addressed = true;
    }

    /// Whether one more member has room; the first that has none is told.
    fn has_room(&mut self, kept: usize, place: Span) -> bool {
        if kept < self.limit {
            return true;
        }
        if !std::mem::replace(&mut self.limit_told, true) {
            self.sink.report(Diagnostic::new(Code::LimitReached, place));
        }
        self.zones.push((place.start(), ZoneKind::Unread));
        false
    }
}
