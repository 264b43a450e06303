//! The parts a telegram is written in, and where each is printed.

use crate::CableRef;
use crate::layout::{Zone, ZoneKind};
use crate::span::Span;

/// A part, written after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Header,
    Banner,
    Captions,
    ExecutiveOrder,
    Tags,
    Subject,
    References,
    ClassifiedBy,
    Body,
}

impl Part {
    pub(super) const ALL: [Part; 9] = [
        Part::Header,
        Part::Banner,
        Part::Captions,
        Part::ExecutiveOrder,
        Part::Tags,
        Part::Subject,
        Part::References,
        Part::ClassifiedBy,
        Part::Body,
    ];

    /// The keys of the JSON that the part holds.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Part::Header => &["header", "distribution"],
            Part::Banner => &["banner", "classification"],
            Part::Captions => &["captions", "pass_lines", "notes", "corrected_copy"],
            Part::ExecutiveOrder => &["executive_order"],
            Part::Tags => &["tags"],
            Part::Subject => &["subject"],
            Part::References => &["references"],
            Part::ClassifiedBy => &["classified_by"],
            Part::Body => &[
                "paragraphs",
                "summary",
                "comment",
                "headings",
                "citations",
                "attachments",
                "redactions",
                "signature",
                "end_markers",
            ],
        }
    }

    /// Parts of one block stand together; a blank line parts blocks.
    pub(super) fn block(self) -> usize {
        match self {
            Part::Header | Part::Banner => 0,
            Part::Captions => 1,
            Part::ExecutiveOrder | Part::Tags | Part::Subject => 2,
            Part::References => 3,
            Part::ClassifiedBy => 4,
            Part::Body => 5,
        }
    }

    /// The zones that hold it, but for the body, which is written line by line.
    pub(super) fn zones(self) -> &'static [ZoneKind] {
        match self {
            Part::Header => &[ZoneKind::Header, ZoneKind::Distribution],
            Part::Banner => &[ZoneKind::Banner],
            Part::Captions => &[ZoneKind::Captions],
            Part::ExecutiveOrder => &[ZoneKind::ExecutiveOrder],
            Part::Tags => &[ZoneKind::Tags],
            Part::Subject => &[ZoneKind::Subject],
            Part::References => &[ZoneKind::References],
            Part::ClassifiedBy => &[ZoneKind::ClassifiedBy],
            Part::Body => &[],
        }
    }
}

/// The zones of a telegram with its text.
#[derive(Clone, Copy)]
pub(super) struct Zones<'a> {
    text: &'a str,
    zones: &'a [Zone],
}

impl<'a> Zones<'a> {
    pub(super) fn new(cable: CableRef<'a>) -> Self {
        Zones {
            text: cable.text(),
            zones: cable.layout().zones(),
        }
    }

    /// What the byte at `at` belongs to.
    pub(super) fn at(&self, at: u32) -> Option<ZoneKind> {
        let behind = self.zones.partition_point(|zone| zone.span.end() <= at);
        self.zones.get(behind).map(|zone| zone.kind)
    }

    /// Every stretch of `kind` between two places, run together.
    pub(super) fn printed_between(&self, kind: ZoneKind, from: u32, to: u32) -> String {
        let mut out = String::new();
        for zone in self.zones.iter().filter(|zone| zone.kind == kind) {
            let (start, end) = (zone.span.start().max(from), zone.span.end().min(to));
            if start < end {
                out.push_str(Span::new(start, end).slice(self.text));
                if !out.ends_with('\n') {
                    out.push(' ');
                }
            }
        }
        out
    }

    pub(super) fn printed(&self, kind: ZoneKind) -> String {
        self.printed_between(kind, 0, u32::MAX)
    }

    pub(super) fn printed_behind(&self, kind: ZoneKind, from: u32) -> String {
        self.printed_between(kind, from, u32::MAX)
    }

    pub(super) fn printed_until(&self, kind: ZoneKind, to: u32) -> String {
        self.printed_between(kind, 0, to)
    }

    /// The printed lines of a part, without blanks at their ends and blank lines around them.
    pub(super) fn lines_of(&self, part: Part, out: &mut String) {
        for zone in self
            .zones
            .iter()
            .filter(|zone| part.zones().contains(&zone.kind))
        {
            for line in zone
                .span
                .slice(self.text)
                .trim_matches(['\r', '\n'])
                .lines()
            {
                out.push_str(line.trim_end());
                out.push('\n');
            }
        }
    }
}
