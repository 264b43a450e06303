//! The lines of the text part: the text behind the classification line, without its breaks.

use super::pages;
use super::smart::Labelled;
use super::start::Borders;
use super::zones::Zones;
use crate::layout::Layout;
use crate::record::Format;
use crate::scan::{self, Line, Places};
use crate::span::{Span, offset};
use std::borrow::Cow;

/// The lines of the text part. Section breaks, page headings and stamps are set aside before anything else is read.
pub(super) fn lines(
    text: &str,
    lines: &[Span],
    borders: &Borders,
    labelled: Option<&Labelled>,
    places: &Places,
    layout: &mut Layout,
    zones: &mut Zones,
) -> Vec<Line> {
    let mut own = Cow::Borrowed(lines.get(borders.next_line..).unwrap_or(&[]));
    // What stands behind the classification on its line is the first line of the part.
    if !borders.rest_of_line.is_empty() && borders.behind_labels.is_none() {
        own.to_mut().insert(0, borders.rest_of_line);
    }
    let start = own.first().map_or(offset(text.len()), |line| line.start());
    let from = start as usize;
    let breaks = scan::section_breaks_at(text, from, places.from(from));
    let headings = scan::page_headings_at(text, places.from(from));
    let mut part = scan::body_lines(text, &own, &breaks, &headings);
    part_classification(borders, &mut part);
    if let Some(labelled) = labelled {
        labelled.put_stamps_back(start, &mut part);
    }
    // Stamps and headings that lost an end stand in records and messages of later systems alone.
    let stamped = matches!(layout.format, Format::Archive | Format::Smart);
    if stamped || !breaks.is_empty() || !headings.is_empty() {
        pages::set_aside(text, &mut part, layout);
        zones.set_aside(&part);
    }
    if layout.breaks.is_empty() {
        layout.breaks = breaks;
    } else {
        layout.breaks.extend(breaks);
    }
    layout.breaks.extend(headings.iter().map(pages::page_break));
    layout.breaks.sort_by_key(|found| found.span.start());
    part
}

/// Takes a classification line that stands behind labels out of `part`, so that the field above it ends there, and puts what
/// stands behind it on its line into a line of its own.
fn part_classification(borders: &Borders, part: &mut Vec<Line>) {
    let at = borders
        .behind_labels
        .and_then(|start| part.iter().position(|line| line.span.start() == start));
    let Some(at) = at else {
        return;
    };
    part[at] = Line::new(Span::empty(part[at].span.start()));
    if !borders.rest_of_line.is_empty() {
        part.insert(at + 1, Line::new(borders.rest_of_line));
    }
}
