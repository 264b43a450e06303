//! The end of the body: signature, end markers, and the downgrading group of telegrams without an E.O. line.

use crate::diagnostic::Sink;
use crate::field::{Context, executive_order, signature};
use crate::layout::Layout;
use crate::record::{DeclassificationKind, Format};
use crate::scan::{Folded, Line, LineKind};
use crate::span::Span;
use crate::text::ends::trim;

/// Lines at the end that are looked at.
const TAIL: usize = 40;

/// Reads the signature and takes its lines out of the body.
pub(super) fn read(
    text: &str,
    body: &mut Vec<Line>,
    context: &Context<'_>,
    fragment: bool,
    layout: &mut Layout,
    sink: &mut impl Sink,
) {
    let from = body.len().saturating_sub(TAIL);
    let mut tail = [Span::default(); TAIL];
    let mut length = 0;
    for line in &body[from..] {
        if matches!(line.kind, LineKind::Text | LineKind::Blank) {
            tail[length] = line.span;
            length += 1;
        }
    }
    let mut unusual = None;
    let found = signature::parse(text, &tail[..length], &mut unusual);
    let textless = layout.format == Format::Archive && body.is_empty();
    // A piece of a telegram need not be signed, nor a record without its text.
    if let Some(unusual) = unusual.filter(|_| !(fragment || textless) || !found.names.is_empty()) {
        sink.report(unusual);
    }
    layout.signature = found.names;
    layout.end_markers = found.end_markers;
    if let Some(name) = layout
        .signature
        .first()
        .filter(|_| !layout.breaks.is_empty())
    {
        sections_signed(text, name.get(text), body);
    }
    for marker in &layout.end_markers {
        let inside =
            |line: &&mut Line| marker.span().contains(line.span) && line.kind == LineKind::Text;
        for line in body[from..].iter_mut().filter(inside) {
            line.kind = LineKind::EndMarker;
        }
    }
    downgrading_group(text, context, layout, sink);
    let first_marker = layout
        .end_markers
        .first()
        .map(|marker| marker.span().start());
    let Some(start) = found.signature_start.or(first_marker) else {
        return;
    };
    // Without a name all of it is what stands behind one.
    let signature_end = found.span.map_or(start, Span::end);
    let mut index = body.len();
    while let Some(line) = index.checked_sub(1).and_then(|before| body.get_mut(before)) {
        if line.span.end() <= start {
            break;
        }
        index -= 1;
        if !matches!(line.kind, LineKind::Text) {
            continue;
        }
        if line.span.start() >= start {
            line.kind = if line.span.start() >= signature_end {
                LineKind::EndMarker
            } else {
                LineKind::Signature
            };
            continue;
        }
        // Glued to the last sentence: the line is parted.
        let glued = Line {
            span: Span::new(start, line.span.end()),
            kind: LineKind::Signature,
        };
        let before = Span::new(line.span.start(), start).slice(text).trim_end();
        line.span = Span::new(
            line.span.start(),
            line.span.start() + crate::span::offset(before.len()),
        );
        body.insert(index + 1, glued);
        break;
    }
}

/// The name of the signature alone above a separator is that of a section that was signed, too: no text.
fn sections_signed(text: &str, name: &str, body: &mut [Line]) {
    for at in 1..body.len() {
        if body[at].kind != LineKind::Break {
            continue;
        }
        let above = body[..at].iter_mut().rev().find(|line| !line.is_blank());
        if let Some(line) = above.filter(|line| line.kind == LineKind::Text) {
            if trim(line.span.slice(text)).eq_ignore_ascii_case(name) {
                line.kind = LineKind::Leftover;
            }
        }
    }
}

/// `GP-3` behind the text of a telegram that was written before the E.O. line: it is the declassification instruction.
fn downgrading_group(text: &str, context: &Context<'_>, layout: &mut Layout, sink: &mut impl Sink) {
    if layout.executive_order.is_some() {
        return;
    }
    let group = |value: &str| value.starts_with("GP") || value.starts_with("GROUP");
    let Some(at) = layout
        .end_markers
        .iter()
        .position(|marker| group(marker.get(text)))
    else {
        return;
    };
    let folded = Folded::new(text, &[layout.end_markers[at].span()]);
    let (order, _) = executive_order::parse(&folded, context, sink);
    let kind = order
        .declassification
        .as_ref()
        .map(|instruction| instruction.kind);
    if kind == Some(DeclassificationKind::DowngradeGroup) {
        layout.executive_order = Some(order);
        layout.end_markers.remove(at);
    }
}
