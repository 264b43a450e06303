//! The tiling of the text: what each stretch is, from its first byte to the next stretch.

use super::header::{HeaderZone, HeaderZoneKind};
use crate::layout::{Layout, Zone, ZoneKind};
use crate::scan::{Label, Line, LineKind, Preamble};
use crate::span::{Span, offset};
use smallvec::SmallVec;

/// Starts of zones, in any order until the end.
pub(super) struct Zones {
    starts: SmallVec<[(u32, ZoneKind); 64]>,
}

impl Zones {
    pub(super) fn new() -> Self {
        Zones {
            starts: SmallVec::new(),
        }
    }

    pub(super) fn add(&mut self, at: u32, kind: ZoneKind) {
        if self.starts.last().is_none_or(|&(_, last)| last != kind) {
            self.starts.push((at, kind));
        }
    }

    /// Lines that were told before anything else was read, in any order.
    pub(super) fn claim(&mut self, lines: impl Iterator<Item = (u32, ZoneKind)>) {
        self.starts.extend(lines);
    }

    /// The lines of the header block.
    pub(super) fn header(&mut self, zones: &[HeaderZone], lines: &[Span]) {
        for zone in zones {
            let kind = match zone.kind {
                HeaderZoneKind::Header | HeaderZoneKind::Notice => ZoneKind::Header,
                HeaderZoneKind::Distribution => ZoneKind::Distribution,
                HeaderZoneKind::Break => ZoneKind::Break,
                HeaderZoneKind::ReleaseStamp => ZoneKind::Stamp,
                HeaderZoneKind::Leftover | HeaderZoneKind::Repeated => ZoneKind::Leftover,
                HeaderZoneKind::Unread => ZoneKind::Unread,
            };
            if let Some(line) = lines.get(zone.lines.start) {
                self.add(line.start(), kind);
            }
        }
    }

    /// Page headings and stamps with the lines printed around them, also inside the captioned top.
    pub(super) fn set_aside(&mut self, part: &[Line]) {
        for line in part {
            let kind = match line.kind {
                LineKind::Break => ZoneKind::Break,
                LineKind::Stamp => ZoneKind::Stamp,
                _ => continue,
            };
            self.add(line.span.start(), kind);
        }
    }

    /// The captioned top.
    pub(super) fn preamble(&mut self, preamble: &Preamble) {
        for span in preamble.top.iter().filter(|span| !span.is_empty()) {
            self.starts.push((span.start(), ZoneKind::Captions));
        }
        for span in &preamble.late_captions {
            self.starts.push((span.start(), ZoneKind::Captions));
        }
        let fields = preamble
            .fields
            .iter()
            .map(|field| (field, kind_of(field.label)));
        let repeated = preamble
            .repeated
            .iter()
            .map(|field| (field, ZoneKind::Leftover));
        for (field, kind) in fields.chain(repeated) {
            self.starts.push((field.label_span.start(), kind));
            for line in preamble.content.get(field.lines.clone()).unwrap_or(&[]) {
                if !line.is_empty() {
                    self.starts.push((line.start(), kind));
                }
            }
        }
    }

    /// References beyond the limit.
    pub(super) fn unread(&mut self, rest: Span) {
        let behind = |at: u32| (rest.start()..rest.end()).contains(&at);
        for (at, kind) in &mut self.starts {
            if behind(*at) && *kind == ZoneKind::References {
                *kind = ZoneKind::Unread;
            }
        }
        self.starts.push((rest.start(), ZoneKind::Unread));
    }

    /// All zones of the text.
    pub(super) fn finish(mut self, text: &str, layout: &Layout) -> Vec<Zone> {
        let mut last = LineKind::Blank;
        for line in &layout.lines {
            if line.kind == last || line.is_blank() {
                continue;
            }
            last = line.kind;
            let kind = match line.kind {
                LineKind::Text => ZoneKind::Paragraph,
                LineKind::Heading | LineKind::Rule => ZoneKind::Heading,
                LineKind::Break => ZoneKind::Break,
                LineKind::Stamp => ZoneKind::Stamp,
                LineKind::Leftover => ZoneKind::Leftover,
                LineKind::Signature => ZoneKind::Signature,
                LineKind::EndMarker => ZoneKind::EndMarker,
                LineKind::Unread => ZoneKind::Unread,
                LineKind::Blank | LineKind::SoftBlank => continue,
            };
            self.add(line.span.start(), kind);
        }
        for found in &layout.breaks {
            self.starts.push((found.span.start(), ZoneKind::Break));
        }
        self.starts.sort_by_key(|&(at, _)| at);
        let end = offset(text.len());
        let mut zones: Vec<Zone> = Vec::with_capacity(self.starts.len());
        for (at, kind) in self.starts {
            if at >= end {
                break;
            }
            match zones.last_mut() {
                None => zones.push(Zone {
                    kind,
                    span: Span::new(0, end),
                }),
                Some(last) if last.kind == kind => {}
                // Two claims to one place: the later one is the more exact.
                Some(last) if last.span.start() == at => last.kind = kind,
                Some(last) => {
                    last.span = Span::new(last.span.start(), at);
                    zones.push(Zone {
                        kind,
                        span: Span::new(at, end),
                    });
                }
            }
        }
        if zones.is_empty() && end > 0 {
            zones.push(Zone {
                kind: ZoneKind::Unread,
                span: Span::new(0, end),
            });
        }
        zones
    }
}

fn kind_of(label: Label) -> ZoneKind {
    match label {
        Label::ExecutiveOrder => ZoneKind::ExecutiveOrder,
        Label::Tags => ZoneKind::Tags,
        Label::Subject => ZoneKind::Subject,
        Label::References => ZoneKind::References,
        Label::ClassifiedBy => ZoneKind::ClassifiedBy,
    }
}
