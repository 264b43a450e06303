//! Roles that run over several paragraphs: from SUMMARY to END SUMMARY.

use crate::field::role;
use crate::layout::{Layout, RoleEnd};
use crate::record::Role;
use crate::scan::Places;
use crate::span::Span;

/// Finds the end words of the body and gives their role to the paragraphs between the opening and the end.
pub(super) fn read(text: &str, body: u32, places: &Places, layout: &mut Layout) {
    let mut ends = role::ends_at(text, body as usize, places);
    if asks_for_rare_ends(text, layout) {
        ends.extend(role::rare_ends(text, body as usize));
        ends.sort_unstable_by_key(|(_, span)| (span.start(), span.end()));
        ends.dedup_by(|later, earlier| earlier.1.end() > later.1.start());
    }
    layout.role_ends = ends
        .into_iter()
        .map(|(role, span)| RoleEnd { role, span })
        .collect();
    // Out of the layout while its paragraphs are changed.
    let ends = std::mem::take(&mut layout.role_ends);
    let mut floor = 0;
    let mut followed = [Followed::default(); 5];
    let mut remarks = Remarks::default();
    for end in &ends {
        let behind = layout
            .paragraphs
            .partition_point(|paragraph| paragraph.span.start() <= end.span.start());
        let Some(last) = behind.checked_sub(1) else {
            continue;
        };
        // Words in parentheses close a remark inside the paragraph.
        let inside_remark = end.span.slice(text).starts_with(['(', '['])
            && end.role == Role::Comment
            || remarks.is_open(text, layout, last, end.span);
        if !inside_remark {
            followed[end.role as usize].close(layout, end.role, floor, last);
        }
        floor = floor.max(last);
    }
    layout.role_ends = ends;
}

/// Whether a paragraph has a role that is seldom closed by words, or its role word in spaced letters.
fn asks_for_rare_ends(text: &str, layout: &Layout) -> bool {
    layout
        .paragraphs
        .iter()
        .any(|paragraph| match paragraph.role {
            Some(Role::ActionRequest | Role::Introduction) => true,
            Some(_) => {
                let lead = Span::new(paragraph.span.start(), paragraph.text_start);
                let mut fours = lead.slice(text).as_bytes().windows(4);
                fours.any(|four| four == b"M M ")
            }
            None => false,
        })
}

/// The parentheses in front of end words, which come in the order of the text: what was looked at is not looked at again.
#[derive(Default)]
struct Remarks {
    /// The last parenthesis and the last bracket before `seen` that are open.
    open: [Option<usize>; 2],
    seen: usize,
}

impl Remarks {
    /// Bytes in front of end words in which their parenthesis may be.
    const REACH: usize = 4000;

    /// Whether an opening parenthesis of the paragraph is still open at the end words: `(Comment: … End comment.)`.
    fn is_open(&mut self, text: &str, layout: &Layout, paragraph: usize, end: Span) -> bool {
        let Some(paragraph) = layout.paragraphs.get(paragraph) else {
            return false;
        };
        let end = end.start() as usize;
        let first = (paragraph.text_start as usize).max(end.saturating_sub(Self::REACH));
        let from = first.max(self.seen);
        self.seen = self.seen.max(end);
        let new = text.as_bytes().get(from..end).unwrap_or(&[]);
        // Nearly always none is open.
        if self.open == [None; 2] && memchr::memchr2(b'(', b'[', new).is_none() {
            return false;
        }
        for (open, [left, right]) in self.open.iter_mut().zip([*b"()", *b"[]"]) {
            // The nearest of its kind decides.
            *open = match memchr::memrchr2(left, right, new) {
                Some(at) => (new[at] == left).then_some(from + at),
                None => open.filter(|&open| open >= first),
            };
        }
        self.open != [None; 2]
    }
}

/// How far one role was followed through the paragraphs, so that none is looked at again for each end.
#[derive(Clone, Copy, Default)]
struct Followed {
    /// The last paragraph with the role among those before `seen`, if nothing has closed it yet.
    opened: Option<usize>,
    /// Whether end words were met.
    closed: bool,
    seen: usize,
    /// The paragraphs before it have got their role.
    filled: usize,
    /// The paragraphs before it were taken out of the reach of a heading.
    cleared: usize,
}

impl Followed {
    /// Gives `role` to the paragraphs from its opening to `last`, and takes it from those behind that have it from the
    /// heading only.
    fn close(&mut self, layout: &mut Layout, role: Role, floor: usize, last: usize) {
        for index in self.seen..=last {
            if layout.paragraphs[index].role == Some(role) {
                self.opened = Some(index);
            }
        }
        self.seen = self.seen.max(last + 1);
        let closed = std::mem::replace(&mut self.closed, true);
        let first = match self.opened.take() {
            Some(opened) => opened,
            // Closed and never opened: a telegram that starts with its summary.
            None if role == Role::Summary && last <= 4 && !closed => layout.paragraphs[..=last]
                .iter()
                .position(|paragraph| paragraph.number.is_some())
                .unwrap_or(0)
                .max(floor.min(last)),
            None => return,
        };
        let heading = layout.paragraphs[last].heading;
        for index in first.max(self.filled)..=last {
            layout.paragraphs[index].role.get_or_insert(role);
        }
        self.filled = self.filled.max(last + 1);
        for index in self.cleared.max(last + 1)..layout.paragraphs.len() {
            let paragraph = &mut layout.paragraphs[index];
            if paragraph.heading != heading {
                break;
            }
            if paragraph.role_by_heading && paragraph.role == Some(role) {
                paragraph.role = None;
            }
            self.cleared = index + 1;
        }
    }
}
