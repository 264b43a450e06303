//! Roles that run over several paragraphs: from SUMMARY to END SUMMARY.

use crate::field::role;
use crate::layout::{Layout, RoleEnd};
use crate::record::Role;
use crate::span::Span;

/// Finds the end words of the body and gives their role to the paragraphs between the opening and the end.
pub(super) fn read(text: &str, body: u32, layout: &mut Layout) {
    layout.role_ends = role::ends(text, body as usize)
        .into_iter()
        .map(|(role, span)| RoleEnd { role, span })
        .collect();
    let ends = layout.role_ends.clone();
    let mut floor = 0;
    for end in ends {
        let behind = layout
            .paragraphs
            .partition_point(|paragraph| paragraph.span.start() <= end.span.start());
        let Some(last) = behind.checked_sub(1) else {
            continue;
        };
        // Words in parentheses close a remark inside the paragraph.
        let inside_remark = end.span.slice(text).starts_with(['(', '['])
            && end.role == Role::Comment
            || is_remark(text, layout, last, end.span);
        if !inside_remark {
            close(layout, end.role, floor, last);
        }
        floor = floor.max(last);
    }
}

/// Whether an opening parenthesis of the paragraph is still open at the end words: `(Comment: … End comment.)`.
fn is_remark(text: &str, layout: &Layout, paragraph: usize, end: Span) -> bool {
    let Some(paragraph) = layout.paragraphs.get(paragraph) else {
        return false;
    };
    let before = Span::new(paragraph.text_start, end.start()).slice(text);
    // The nearest parenthesis decides.
    before
        .bytes()
        .rev()
        .take(4000)
        .find(|byte| matches!(byte, b'(' | b')'))
        .is_some_and(|byte| byte == b'(')
}

/// Gives `role` to the paragraphs from its opening to `last`, and takes it from those behind that have it from the heading
/// only.
fn close(layout: &mut Layout, role: Role, floor: usize, last: usize) {
    let opened = layout.paragraphs[..=last]
        .iter()
        .rposition(|paragraph| paragraph.role == Some(role));
    let first = match opened {
        Some(opened) => opened,
        // Closed and never opened: a telegram that starts with its summary.
        None if role == Role::Summary && last <= 4 => layout.paragraphs[..=last]
            .iter()
            .position(|paragraph| paragraph.number.is_some())
            .unwrap_or(0)
            .max(floor.min(last)),
        None => return,
    };
    let heading = layout.paragraphs[last].heading;
    for paragraph in &mut layout.paragraphs[first..=last] {
        paragraph.role.get_or_insert(role);
    }
    for paragraph in &mut layout.paragraphs[last + 1..] {
        if paragraph.heading != heading {
            break;
        }
        if paragraph.role_by_heading && paragraph.role == Some(role) {
            paragraph.role = None;
        }
    }
}
