//! The start of a text: its header, its classification line, and where the text part begins behind them.

use super::banner::{self, Found};
use super::findings::Findings;
use super::header::{HeaderBlock, looks_joined, part_joined, read_header};
use super::pages;
use super::smart::{self, Labelled};
use super::zones::Zones;
use crate::layout::{Layout, ZoneKind};
use crate::options::ParseOptions;
use crate::record::Format;
use crate::span::{Span, offset};
use std::ops::Range;

/// What stands before the text part.
pub(super) struct Start {
    /// The labels of a message of 2009 and later, which has no header.
    pub(super) labelled: Option<Labelled>,
    pub(super) block: HeaderBlock,
    found: Option<Found>,
}

/// Where the text part begins.
pub(super) struct Borders {
    /// The first line of the text part.
    pub(super) next_line: usize,
    /// Start of a classification line that stands inside the text part, behind labels.
    pub(super) behind_labels: Option<u32>,
    /// What stands behind the classification on its line.
    pub(super) rest_of_line: Span,
    /// The lines between the header and the classification line.
    pub(super) above: Range<usize>,
}

impl Borders {
    /// Where the text part begins: with the rest of the line of the classification, or the line below.
    pub(super) fn start(&self, text: &str, lines: &[Span]) -> u32 {
        let first = lines.get(self.next_line);
        let first = first.map_or(offset(text.len()), |line| line.start());
        match self.rest_of_line {
            rest if rest.is_empty() => first,
            rest => first.min(rest.start()),
        }
    }
}

impl Start {
    /// Finds the start of `text`. A line in which the classification line was lost is parted, one that was broken joined.
    pub(super) fn find(
        text: &str,
        lines: &mut Vec<Span>,
        format: Format,
        options: &ParseOptions,
        year_hint: Option<i16>,
        sink: &mut Findings,
    ) -> Self {
        if format == Format::Smart {
            let mut labelled = smart::read(text, lines, options, year_hint, sink);
            let block = std::mem::take(&mut labelled.block);
            let found = banner::find(text, lines, block.next_line, sink)
                .or_else(|| smart::level(text, lines));
            return Start {
                labelled: Some(labelled),
                block,
                found,
            };
        }
        let known = sink.len();
        let mut block = read_header(text, lines, options, year_hint, sink);
        if looks_joined(text, lines, block.header.as_ref())
            && part_joined(text, lines, block.next_line)
        {
            sink.truncate(known);
            block = read_header(text, lines, options, year_hint, sink);
        }
        let mut found = banner::find(text, lines, block.next_line, sink);
        if found.is_none() && banner::part_glued(text, lines, block.next_line) {
            sink.truncate(known);
            block = read_header(text, lines, options, year_hint, sink);
            found = banner::find(text, lines, block.next_line, sink);
        }
        if found.is_none() && banner::join_broken(text, lines, block.next_line) {
            found = banner::find(text, lines, block.next_line, sink);
        }
        Start {
            labelled: None,
            block,
            found,
        }
    }

    /// Writes header and classification down.
    pub(super) fn write(
        &mut self,
        text: &str,
        lines: &[Span],
        layout: &mut Layout,
        zones: &mut Zones,
    ) -> Borders {
        let block = &mut self.block;
        layout.header = block.header.take();
        layout.distribution = block.distribution.take();
        layout.breaks = std::mem::take(&mut block.breaks);
        zones.header(&block.zones, lines);
        pages::header_stamps(text, &block.zones, lines, layout);
        if let Some(labelled) = &self.labelled {
            zones.claim(labelled.zones.iter().copied());
            labelled.stamp(text, layout);
        }
        let mut borders = Borders {
            next_line: block.next_line,
            behind_labels: None,
            rest_of_line: Span::default(),
            above: 0..0,
        };
        if let Some(found) = self.found.take() {
            let start = lines[found.index].start();
            if !found.behind_labels {
                borders.next_line = found.index + 1;
                borders.above = block.next_line..found.index;
                // Dates and leftovers of exports.
                let before = lines.get(block.next_line..found.index).unwrap_or(&[]);
                if let Some(first) = before.iter().find(|line| !line.is_empty()) {
                    zones.add(first.start(), ZoneKind::Leftover);
                }
            }
            zones.add(start, ZoneKind::Banner);
            layout.classification = Some(found.line.mark);
            layout.banner = Some(found.line.banner);
            borders.rest_of_line = found.line.rest;
            borders.behind_labels = found.behind_labels.then_some(start);
        }
        borders
    }
}
