//! The lines of the text part with what transmission and printing put between them set aside.

use super::page_heading::PageHeading;
use crate::record::Break;
use crate::span::Span;
use crate::spanned::Spanned;
use crate::text::ends::trimmed;
use smallvec::SmallVec;

/// What a line is, before anything is read from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LineKind {
    /// Something was written.
    Text,
    /// Nothing was written.
    Blank,
    /// A blank line that belongs to a break.
    SoftBlank,
    /// A break, or a classification word or stamp printed with it.
    Break,
    /// A stamp of the release review.
    Stamp,
    /// A title.
    Heading,
    /// A row of dashes and the like.
    Rule,
    /// A caption or banner left over from a break.
    Leftover,
    /// Part of the signature.
    Signature,
    /// Behind the signature: `NNNN`, `BT`.
    EndMarker,
    /// Beyond a limit.
    Unread,
}

/// A line, or a part of one where a break was glued into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// Its content.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
}

impl Line {
    /// A line of content, or a blank one.
    pub fn new(span: Span) -> Self {
        Line {
            span,
            kind: if span.is_empty() {
                LineKind::Blank
            } else {
                LineKind::Text
            },
        }
    }

    /// Whether nothing of the telegram's own text stands on it.
    pub fn is_blank(self) -> bool {
        matches!(self.kind, LineKind::Blank | LineKind::SoftBlank)
    }
}

/// `lines` with `breaks` (in order) cut out of them: each break is a line of its own kind, and the blank lines around
/// it are soft.
pub fn body_lines(
    text: &str,
    lines: &[Span],
    breaks: &[Break<Spanned>],
    pages: &[PageHeading],
) -> Vec<Line> {
    let mut cuts: SmallVec<[Span; 8]> = breaks.iter().map(|found| found.span).collect();
    cuts.extend(pages.iter().map(|page| page.span));
    if cuts.is_empty() {
        return lines.iter().copied().map(Line::new).collect();
    }
    cuts.sort_unstable();
    let mut out = Vec::with_capacity(lines.len() + 2 * cuts.len());
    let mut cuts = cuts.into_iter().peekable();
    let mut lines = lines;
    loop {
        // Nearly all lines stand before the next cut.
        let reached = cuts.peek().map_or(lines.len(), |cut| {
            lines.partition_point(|line| line.end() < cut.start())
        });
        let (before, behind) = lines.split_at(reached);
        out.extend(before.iter().copied().map(Line::new));
        let Some((&line, behind)) = behind.split_first() else {
            break;
        };
        lines = behind;
        let mut rest = line;
        let mut whole = true;
        while let Some(&cut) = cuts.peek() {
            if cut.start() > rest.end() {
                break;
            }
            if cut.end() < rest.start() {
                cuts.next();
                continue;
            }
            whole = false;
            let before = trimmed(text, Span::new(rest.start(), cut.start().max(rest.start())));
            if !before.is_empty() {
                out.push(Line::new(before));
            }
            let inside = Span::new(cut.start().max(rest.start()), cut.end().min(line.end()));
            out.push(Line {
                span: inside,
                kind: LineKind::Break,
            });
            rest = trimmed(text, Span::new(inside.end(), line.end()));
            if cut.end() > line.end() {
                // Goes on in the next line.
                break;
            }
            cuts.next();
            if rest.is_empty() {
                break;
            }
        }
        if whole || !rest.is_empty() {
            out.push(Line::new(rest));
        }
    }
    soften(&mut out);
    out
}

/// Blank lines next to a break belong to it.
pub(crate) fn soften(lines: &mut [Line]) {
    for at in 0..lines.len() {
        if !matches!(
            lines[at].kind,
            LineKind::Break | LineKind::Stamp | LineKind::Leftover
        ) {
            continue;
        }
        let (above, below) = lines.split_at_mut(at);
        let above = above.iter_mut().rev().take_while(|line| line.is_blank());
        let below = below[1..].iter_mut().take_while(|line| line.is_blank());
        above
            .chain(below)
            .for_each(|line| line.kind = LineKind::SoftBlank);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::{lines, section_breaks};

    fn kinds(text: &str) -> Vec<(&str, LineKind)> {
        body_lines(text, &lines(text), &section_breaks(text, 0), &[])
            .iter()
            .map(|line| (line.span.slice(text), line.kind))
            .collect()
    }

    #[test]
    fn a_break_takes_its_blank_lines_with_it() {
        use LineKind::*;
        assert_eq!(
            kinds("he said\n\nNORDHAVEN 00000123 002 OF 003\n\n\nthat it\n\nwas"),
            [
                ("he said", Text),
                ("", SoftBlank),
                ("NORDHAVEN 00000123 002 OF 003", Break),
                ("", SoftBlank),
                ("", SoftBlank),
                ("that it", Text),
                ("", Blank),
                ("was", Text)
            ]
        );
    }

    #[test]
    fn a_glued_break_splits_its_line() {
        use LineKind::*;
        assert_eq!(
            kinds(
                "he said NORDHAVEN 00000123 002 OF 003 that it\nZELTBERG 00000009 002.\n2 OF 002\nwas"
            ),
            [
                ("he said", Text),
                ("NORDHAVEN 00000123 002 OF 003", Break),
                ("that it", Text),
                ("ZELTBERG 00000009 002.", Break),
                ("2 OF 002", Break),
                ("was", Text)
            ]
        );
    }
}
