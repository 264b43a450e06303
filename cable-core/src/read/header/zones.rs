//! What a header block is made of: [`HeaderBlock`] and its zones.

use crate::record::{Break, Distribution, Header};
use crate::scan::header::line::LINE_MAX;
use crate::scan::shape::part;
use crate::span::Span;
use crate::spanned::Spanned;
use crate::vocabulary::vocabulary;
use std::ops::Range;

vocabulary! {
    /// What a stretch of lines before the text is.
    pub enum HeaderZoneKind {
        /// Format lines of the header.
        Header = 1, "header";
        /// Distribution block and drafting record.
        Distribution = 2, "distribution";
        /// Page headings and classifications of printed pages inside the header.
        Break = 3, "break";
        /// Stamps of the release review.
        ReleaseStamp = 4, "release-stamp";
        /// What an export or a web page left.
        Leftover = 5, "leftover";
        /// The notice of a partial extract.
        Notice = 6, "notice";
        /// A second copy of the header.
        Repeated = 7, "repeated";
        /// Beyond a limit of the options.
        Unread = 8, "unread";
    }
}

/// A stretch of lines before the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderZone {
    /// What it is.
    pub kind: HeaderZoneKind,
    /// Its lines; a blank line belongs to the stretch before it.
    pub lines: Range<usize>,
}

/// What stands before the text of a telegram.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct HeaderBlock {
    /// The header; `None` if there is none at all.
    pub header: Option<Header<Spanned>>,
    /// The distribution block.
    pub distribution: Option<Distribution<Spanned>>,
    /// Page headings inside the header.
    pub breaks: Vec<Break<Spanned>>,
    /// Index of the first line of the text.
    pub next_line: usize,
    /// Whether a notice says that only an extract was released.
    pub notice: bool,
    /// Stretches of lines that together are `0..next_line`.
    pub zones: Vec<HeaderZone>,
}

/// The bytes of a line that decide what it is.
pub(super) fn head(text: &str, line: Span) -> &[u8] {
    let bytes = line.slice(text).as_bytes();
    part(bytes, 0..bytes.len().min(LINE_MAX)).trim_ascii_end()
}
