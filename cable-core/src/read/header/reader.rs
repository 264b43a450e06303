//! The state of [`read_header`](crate::read::read_header): takes line after line and sorts them.

use super::checks;
use super::zones::{HeaderBlock, HeaderZone, HeaderZoneKind, head};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::distribution::OfficeList;
use crate::field::operating_signal::Signals;
use crate::options::ParseOptions;
use crate::record::{Distribution, Header, HeaderForm};
use crate::scan::header::classify::{classify, is_strong, page_is_open};
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::line::{LINE_MAX, Line};
use crate::scan::header::state::{Block, State};
use crate::scan::shape::indicator_before_slash;
use crate::span::Span;
use crate::spanned::Spanned;
use std::ops::Range;

/// How many lines are looked ahead to see whether a header goes on behind a line that may not belong to it.
const AHEAD: usize = 12;

/// The addressee list lines without a label go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    Action,
    Info,
}

pub(super) struct Reader<'a, S> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Span],
    pub(super) options: &'a ParseOptions,
    pub(super) year_hint: Option<i16>,
    pub(super) sink: &'a mut S,
    pub(super) state: State,
    pub(super) header: Header<Spanned>,
    pub(super) distribution: Distribution<Spanned>,
    pub(super) block: HeaderBlock,
    /// Signals and notes of format lines 4 and 5.
    pub(super) warning_signals: Signals,
    pub(super) group_signals: Signals,
    /// What of the header was met.
    pub(super) format_lines: bool,
    pub(super) stations: bool,
    pub(super) group: bool,
    pub(super) originators: u32,
    pub(super) has_distribution: bool,
    pub(super) repeated: bool,
    /// Where a page heading goes whose post stands on the next line.
    pub(super) open_page: Option<bool>,
    pub(super) offices: OfficeList,
    /// Below `DESIRED DISTRIBUTION` stand offices and no clearing officers.
    pub(super) desired: bool,
    pub(super) list: List,
    /// The last collective of the block, which exclusions belong to.
    pub(super) collective: Option<usize>,
    /// Rank of the last label: TO, INFO, XMT.
    pub(super) order: u8,
    pub(super) exclusions: Span,
    pub(super) kept: usize,
    pub(super) limit_told: bool,
}

impl<'a, S: Sink> Reader<'a, S> {
    pub(super) fn new(
        text: &'a str,
        lines: &'a [Span],
        options: &'a ParseOptions,
        year_hint: Option<i16>,
        sink: &'a mut S,
    ) -> Self {
        Reader {
            text,
            lines,
            options,
            year_hint,
            sink,
            state: State::default(),
            header: Header::new(HeaderForm::AddressOnly),
            distribution: Distribution::default(),
            block: HeaderBlock::default(),
            warning_signals: Signals::default(),
            group_signals: Signals::default(),
            format_lines: false,
            stations: false,
            group: false,
            originators: 0,
            has_distribution: false,
            repeated: false,
            open_page: None,
            offices: OfficeList::Info,
            desired: false,
            list: List::Action,
            collective: None,
            order: 0,
            exclusions: Span::default(),
            kept: 0,
            limit_told: false,
        }
    }

    pub(super) fn report(&mut self, code: Code, span: Span) {
        self.sink.report(Diagnostic::new(code, span));
    }

    pub(super) fn limit(&self) -> usize {
        self.options.limits().addressees
    }

    /// Something was not kept.
    pub(super) fn over_limit(&mut self, index: usize, line: Span) {
        if !std::mem::replace(&mut self.limit_told, true) {
            self.report(Code::LimitReached, line);
        }
        // The line may have been counted to the header already.
        let zones = &mut self.block.zones;
        let counted = |zone: &&mut HeaderZone| {
            zone.kind != HeaderZoneKind::Unread && zone.lines.end == index + 1
        };
        if let Some(last) = zones.last_mut().filter(counted) {
            last.lines.end = index;
            if last.lines.is_empty() {
                zones.pop();
            }
        }
        self.zone(index, HeaderZoneKind::Unread);
    }

    /// Adds a line to the zones.
    pub(super) fn zone(&mut self, index: usize, kind: HeaderZoneKind) {
        let zones = &mut self.block.zones;
        match zones.last_mut() {
            Some(last) if last.kind == kind => last.lines.end = index + 1,
            // What is unread stays so.
            Some(last) if last.kind == HeaderZoneKind::Unread && last.lines.contains(&index) => {}
            last => {
                let start = last.map_or(0, |last| last.lines.end);
                zones.push(HeaderZone {
                    kind,
                    lines: start..index + 1,
                });
            }
        }
    }

    /// Reads one line; `false` if it belongs to the text.
    pub(super) fn line(&mut self, index: usize, line: Span) -> bool {
        let bytes = head(self.text, line);
        let found = classify(self.state, bytes);
        let mut kind = match found.kind {
            Some(kind) => kind,
            None if found.soft && self.goes_on(index) => K::Unknown,
            None => return false,
        };
        if line.len() as usize > LINE_MAX && kind != K::PartialExtract {
            kind = K::Unknown;
        }
        match kind {
            K::Unknown if found.kind.is_some() && !self.goes_on(index) => return false,
            K::ClassificationWord if !self.page_goes_on(index) => return false,
            K::Break if self.state.block != Block::Start => {
                self.zone(index, HeaderZoneKind::Header);
                // The text follows the signal. Blank lines between them belong to the header.
                self.block.next_line = index + 1;
                return false;
            }
            _ => {}
        }
        self.take(index, line, kind, &found);
        self.state.advance(kind, page_is_open(kind, bytes));
        true
    }

    /// Whether the header goes on behind a line that does not look like part of it: a sure header line or the
    /// classification line follows.
    pub(super) fn goes_on(&self, index: usize) -> bool {
        let mut state = self.state;
        state.advance(K::Unknown, false);
        let mut looked = 0;
        for line in self.lines.iter().skip(index + 1).take(4 * AHEAD) {
            let bytes = head(self.text, *line);
            let found = classify(state, bytes);
            match found.kind {
                Some(K::Blank) => continue,
                Some(kind) if is_strong(kind) || kind == K::PageLine => return true,
                Some(K::Addressee) if indicator_before_slash(bytes).is_some() => return true,
                Some(_) => {}
                None if found.soft => {}
                None => {
                    return crate::scan::header::end::level_line(bytes)
                        == Some(crate::scan::header::end::LevelLine::Banner);
                }
            }
            looked += 1;
            if looked == AHEAD {
                break;
            }
        }
        false
    }

    /// Whether a classification alone is the head or foot of a printed page of the header, and not the beginning of
    /// the text.
    pub(super) fn page_goes_on(&self, index: usize) -> bool {
        if self.state.block == Block::Start {
            return true;
        }
        let mut state = self.state;
        state.advance(K::ClassificationWord, false);
        for line in self.lines.iter().skip(index + 1).take(AHEAD) {
            let bytes = head(self.text, *line);
            match classify(state, bytes).kind {
                Some(K::Blank | K::ClassificationWord | K::ReleaseStamp | K::Leftover) => {}
                Some(K::PageLine | K::MachineNumber | K::DistributionOffices) => return true,
                Some(K::Addressee) => return indicator_before_slash(bytes).is_some(),
                Some(K::Unknown) if self.state.block == Block::Closed => {}
                Some(kind) => return is_strong(kind),
                None => return false,
            }
        }
        false
    }

    pub(super) fn take(&mut self, index: usize, line: Span, kind: K, found: &Line) {
        let base = line.range().start;
        let at = |range: &Range<usize>| Span::at(base + range.start, base + range.end);
        if self.opens_second_copy(kind) && !self.repeated {
            self.repeated = true;
            let first = self.header.spans.header;
            self.sink
                .report(Diagnostic::new(Code::HeaderRepeatedInText, line).with_related(first));
        }
        if self.repeated && kind != K::Blank {
            self.zone(index, HeaderZoneKind::Repeated);
            return;
        }
        match kind {
            K::Blank => {}
            K::Unknown if !self.format_lines && !self.block.notice => {
                self.zone(index, HeaderZoneKind::Leftover);
            }
            K::Leftover | K::Break => self.zone(index, HeaderZoneKind::Leftover),
            K::ReleaseStamp => self.zone(index, HeaderZoneKind::ReleaseStamp),
            K::PartialExtract => {
                if !std::mem::replace(&mut self.block.notice, true) {
                    self.report(Code::PartialExtract, line);
                }
                self.zone(index, HeaderZoneKind::Notice);
            }
            K::PageLine if !found.page.is_empty() => {
                self.page_furniture(index, at(&found.page), kind);
            }
            K::PageLine | K::ClassificationWord => self.page_furniture(index, line, kind),
            K::DistributionAction
            | K::DistributionOrigin
            | K::DistributionInfo
            | K::DistributionOffices
            | K::DistributionTotal
            | K::DashLine
            | K::MachineNumber
            | K::Drafting
            | K::Clearance => self.distribution_line(index, line, kind),
            _ => {
                self.format_lines = true;
                self.zone(index, HeaderZoneKind::Header);
                let spans = &mut self.header.spans;
                spans.header = if spans.header.is_empty() {
                    line
                } else {
                    spans.header.join(line)
                };
                if line.len() > 70
                    && !matches!(kind, K::Unknown | K::Note)
                    && line.slice(self.text).chars().count() > 70
                {
                    self.report(Code::LineTooLong, line);
                }
                self.header_line(index, line, kind, found);
            }
        }
    }

    /// Whether a line begins the header anew.
    pub(super) fn opens_second_copy(&self, kind: K) -> bool {
        let addressed = self.originators > 0 || self.kept > 0;
        match kind {
            K::TransmissionId => self.header.transmission_id.is_some() || addressed,
            K::Routing | K::Station => addressed,
            K::DateTimeGroup => self.group && addressed,
            _ => false,
        }
    }

    pub(super) fn finish(mut self, next: usize) -> HeaderBlock {
        let mut block = std::mem::take(&mut self.block);
        let next = next.max(block.next_line);
        block.next_line = next;
        // Blank lines at the end belong to the last zone.
        match block.zones.last_mut() {
            Some(last) => last.lines.end = next,
            None => block.next_line = 0,
        }
        let mut header = self.header;
        header.form = if block.notice {
            HeaderForm::PartialExtract
        } else if self.stations {
            HeaderForm::Full
        } else if self.format_lines {
            HeaderForm::AddressOnly
        } else {
            HeaderForm::DistributionOnly
        };
        header.operating_signals = self.warning_signals.signals;
        header.date_time_group_signals = self.group_signals.signals;
        header.corrections = self.warning_signals.corrections;
        header.corrections.extend(self.group_signals.corrections);
        header.notes.extend(self.warning_signals.notes);
        header.notes.extend(self.group_signals.notes);
        header.notes.sort_by_key(|note| note.span().start());
        if self.has_distribution {
            checks::distribution(&self.distribution, self.sink);
            block.distribution = Some(self.distribution);
        }
        checks::header(
            self.text,
            &header,
            self.exclusions,
            self.options.fragment(),
            self.sink,
        );
        block.header = Some(header);
        block
    }
}
