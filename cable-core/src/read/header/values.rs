//! Values of the format lines, as [`Reader`] meets them.

use super::checks;
use super::reader::{List, Reader};
use crate::diagnostic::{Code, Sink};
use crate::field::{
    addressee, date_time_group, operating_signal, page_line, routing, security_warning,
    station_line,
};
use crate::record::Addressee;
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::line::Line;
use crate::scan::header::state::Block;
use crate::scan::one_blank;
use crate::scan::shape::{indicator_before_slash, trim_span};
use crate::span::Span;
use crate::spanned::Spanned;
use std::ops::Range;

impl<S: Sink> Reader<'_, S> {
    pub(super) fn header_line(&mut self, index: usize, line: Span, kind: K, found: &Line) {
        let text = self.text;
        let base = line.range().start;
        let at = |range: &Range<usize>| Span::at(base + range.start, base + range.end);
        let value = at(&found.value);
        match kind {
            K::TransmissionId => {
                self.stations = true;
                checks::transmission_id(text, value, self.sink);
                self.header.transmission_id =
                    Some(Spanned::of(text, value, one_blank(value.slice(text))));
            }
            K::Routing => {
                self.stations = true;
                let limit = self.limit();
                let mut routing = routing::parse(text, line, self.sink);
                if routing.routing_indicators.len() > limit {
                    routing.routing_indicators.truncate(limit);
                    self.over_limit(index, line);
                }
                if self.header.routing.len() < limit {
                    self.header.routing.push(routing);
                } else {
                    self.over_limit(index, line);
                }
            }
            K::RoutingContinuation => {
                let limit = self.limit();
                if let Some(last) = self.header.routing.last_mut() {
                    if !routing::extend(last, text, line, limit, self.sink) {
                        self.over_limit(index, line);
                    }
                }
            }
            K::Station => {
                self.stations = true;
                if self.header.spans.station_line.is_empty() {
                    self.station(line);
                } else {
                    self.note(index, line);
                }
            }
            K::Security => {
                self.stations = true;
                let signals = if self.group {
                    &mut self.group_signals
                } else {
                    &mut self.warning_signals
                };
                let warning = security_warning::parse_into(text, line, signals, self.sink);
                self.header.security_warning = self.header.security_warning.take().or(warning);
            }
            K::DateTimeGroup if self.group => self.note(index, line),
            K::DateTimeGroup => self.date_time_group(line),
            K::Originator => {
                self.originators = self.originators.saturating_add(1);
                if self.originators == 1 {
                    self.header.originator = addressee::parse(text, value, self.sink);
                } else {
                    self.report(Code::OriginatorMissing, line);
                    self.note(index, line);
                }
            }
            K::Action | K::Info => {
                let list = if kind == K::Action {
                    List::Action
                } else {
                    List::Info
                };
                self.label(if kind == K::Action { 1 } else { 2 }, at(&found.label));
                self.list = list;
                self.collective = None;
                self.page_part(at(&found.page));
                let indicator = indicator_before_slash(value.slice(text).as_bytes());
                self.addressee(index, value, indicator);
            }
            K::Exclusion => {
                self.label(3, at(&found.label));
                self.exclusions = line;
                self.page_part(at(&found.page));
                self.exclusions(index, value);
            }
            K::Addressee if self.state.block == Block::Exclusions => self.exclusions(index, line),
            K::Addressee => self.addressee(index, line, found.indicator.clone()),
            K::Note if line.slice(text).trim_ascii_start().starts_with('(') => {
                let signals = if self.group {
                    &mut self.group_signals
                } else {
                    &mut self.warning_signals
                };
                operating_signal::parse_into(text, line, signals, self.sink);
            }
            _ => self.note(index, line),
        }
    }

    pub(super) fn note(&mut self, index: usize, line: Span) {
        if self.header.notes.len() >= self.limit() {
            self.over_limit(index, line);
            return;
        }
        let text = self.text;
        let line = trim_span(text, line);
        self.header
            .notes
            .push(Spanned::of(text, line, one_blank(line.slice(text))));
    }

    pub(super) fn station(&mut self, line: Span) {
        let found = station_line::parse(self.text, line, self.sink);
        let header = &mut self.header;
        header.originating_station = found.station;
        header.station_serial_number = found.serial;
        header.section = found.section;
        header.filing_time = found.filing_time;
        header.spans.station_line = line;
        header.spans.station_serial_number = found.serial_span;
        header.spans.section = found.section_span;
        header.spans.filing_time = found.filing_time_span;
    }

    pub(super) fn date_time_group(&mut self, line: Span) {
        self.group = true;
        let assumed = self.options.assume_year();
        let found = date_time_group::parse(self.text, line, self.year_hint, assumed, self.sink);
        let header = &mut self.header;
        header.precedence = found.precedence;
        header.date_time_group = found.instant;
        header.spans.precedence = found.precedence_span;
        header.spans.date_time_group = found.span;
        let signals = &mut self.group_signals;
        signals.signals.extend(found.rest.signals);
        signals.corrections.extend(found.rest.corrections);
        signals.notes.extend(found.rest.notes);
    }

    /// A label of the addressee blocks: TO, INFO and XMT follow one another.
    pub(super) fn label(&mut self, rank: u8, label: Span) {
        if rank < self.order {
            self.report(Code::AddresseeOrder, label);
        }
        self.order = rank;
    }

    /// The heading of a printed page that runs into an addressee line.
    pub(super) fn page_part(&mut self, page: Span) {
        if let Some(found) = page_line::parse(self.text, page) {
            self.block.breaks.push(page_line::to_break(found));
        }
    }

    fn addressee(&mut self, index: usize, value: Span, indicator: Option<Range<usize>>) {
        if self.kept >= self.limit() {
            self.over_limit(index, value);
            return;
        }
        let Some(found) = addressee::parse_behind(self.text, value, indicator, self.sink) else {
            return self.nameless(index, value);
        };
        self.kept += 1;
        let list = match self.list {
            List::Action => &mut self.header.action,
            List::Info => &mut self.header.info,
        };
        if found.collective {
            self.collective = Some(list.len());
        }
        if list.capacity() == 0 {
            list.reserve(if self.list == List::Action { 2 } else { 16 });
        }
        list.push(found);
    }

    /// An addressee line without a name: a label alone says nothing, an indicator alone is kept as a note.
    pub(super) fn nameless(&mut self, index: usize, value: Span) {
        if !trim_span(self.text, value).is_empty() {
            self.note(index, value);
        }
    }

    /// The names of a line of XMT.
    pub(super) fn exclusions(&mut self, index: usize, line: Span) {
        let mut any = false;
        for name in addressee::excluded(self.text, line) {
            if self.kept >= self.limit() {
                self.over_limit(index, line);
                return;
            }
            any |= self.exclusion(name);
        }
        if !any {
            self.nameless(index, line);
        }
    }

    fn exclusion(&mut self, value: Span) -> bool {
        let Some(found) = addressee::parse(self.text, value, self.sink) else {
            return false;
        };
        self.kept += 1;
        let list: &mut Vec<Addressee<Spanned>> = match self.list {
            List::Action => &mut self.header.action,
            List::Info => &mut self.header.info,
        };
        match self.collective.and_then(|index| list.get_mut(index)) {
            Some(collective) => collective.excluded.push(found.name),
            None => self.header.excluded.push(found.name),
        }
        true
    }
}
