//! [`Line`]: a line of the transmission header in parts.

use super::kind::HeaderLineKind;
use crate::scan::shape::is_blank;
use std::ops::Range;

/// The longest line that is looked at whole, in bytes. Header lines have at most 69 (ACP 127(G) para 138).
pub const LINE_MAX: usize = 512;

/// A line as [`classify`](super::classify::classify) sees it; ranges are offsets in the line, empty where there is no such part.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// What it is; `None` where it belongs to the text and the header is over.
    pub(crate) kind: Option<HeaderLineKind>,
    /// The label or first signal: `TO`, `DE`, `ZNR`, `O`.
    pub(crate) label: Range<usize>,
    /// What follows the label.
    pub(crate) value: Range<usize>,
    /// The routing indicator before the slash of a line of its own that is an addressee.
    pub(crate) indicator: Option<Range<usize>>,
    /// The page heading that was printed into an addressee line, to the end of the line.
    pub(crate) page: Range<usize>,
    /// The header is over only because the line cannot belong to it; a classification line may still follow.
    pub(crate) soft: bool,
}

impl Line {
    pub(super) fn new(kind: HeaderLineKind) -> Self {
        Line {
            kind: Some(kind),
            label: 0..0,
            value: 0..0,
            indicator: None,
            page: 0..0,
            soft: false,
        }
    }

    pub(super) fn whole(kind: HeaderLineKind, line: &[u8]) -> Self {
        Line {
            value: 0..line.len(),
            ..Line::new(kind)
        }
    }

    /// A line with a label of `label` bytes from `from`.
    pub(super) fn labelled(kind: HeaderLineKind, line: &[u8], label: Range<usize>) -> Self {
        let rest = line.get(label.end..).unwrap_or(b"");
        let skip = rest
            .iter()
            .position(|byte| !is_blank(*byte))
            .unwrap_or(rest.len());
        Line {
            value: label.end + skip..line.len(),
            label,
            ..Line::new(kind)
        }
    }

    pub(super) fn end() -> Self {
        Line {
            kind: None,
            ..Line::new(HeaderLineKind::Unknown)
        }
    }

    pub(super) fn soft_end() -> Self {
        Line {
            soft: true,
            ..Line::end()
        }
    }
}
