//! [`Rows`]: parts a dump into its rows.
//!
//! A row ends where the next line has the shape of a row's start, which no line of a text has, because a quote inside a text
//! is escaped. So one pass over the line ends parts the rows, and behind a damaged row the next one is found again. Where
//! the last quote of a row seems to stand before its end, the CSV library says whether more rows follow.

use super::parted::Parted;
use super::unit::UnitKind;
use super::window::Window;
use crate::container::{first_row, is_row_start, next_quoted_row, starts_row, whole_rows};
use std::collections::VecDeque;

/// A row's shape is told by at most so many bytes.
const SHAPE: usize = 64;

/// Where the reading of a dump is.
#[derive(Default)]
pub(super) struct Rows {
    begun: bool,
    /// How much of the window was searched for the end of the row.
    searched: usize,
    /// Lengths of rows that were found together.
    known: VecDeque<usize>,
    /// Where a row began that is too large to be held.
    large: Option<u64>,
    /// Whether the row's fields are quoted.
    quoted: bool,
}

impl Rows {
    /// The next row; `None` at the end of the stream. What a stream that cannot be read on left of its last row stays in
    /// the window.
    pub(super) fn next(&mut self, window: &mut Window, limit: usize) -> Option<Parted> {
        if !self.begun {
            self.begun = true;
            let start = first_row(window.bytes()).unwrap_or(0);
            window.skip(start);
        }
        if self.known.is_empty() {
            let length = self.find(window, limit)?;
            if self.large.is_none() && self.is_doubtful(&window.bytes()[..length]) {
                self.known.extend(whole_rows(&window.bytes()[..length]));
            } else {
                self.known.push_back(length);
            }
        }
        let length = self.known.pop_front()?;
        let over = (length > limit).then_some(window.offset());
        let large = self.large.take().or(over);
        Some(Parted::take(window, length, UnitKind::Row, large))
    }

    /// Length of the row that begins the window.
    fn find(&mut self, window: &mut Window, limit: usize) -> Option<usize> {
        loop {
            let bytes = window.bytes();
            // A line whose shape cannot be seen yet is left for the next round.
            let seen = match window.ended() {
                true => bytes.len(),
                false => bytes.len().saturating_sub(SHAPE),
            };
            if self.searched == 0 && self.large.is_none() {
                self.quoted = starts_row(bytes);
            }
            let from = self.searched.min(seen);
            let end = match self.quoted {
                true => next_quoted_row(bytes, from..seen),
                false => memchr::memchr2_iter(b'\n', b'\r', &bytes[from..seen])
                    .map(|at| from + at + 1)
                    .find(|&at| is_row_start(&bytes[at..], false)),
            };
            if let Some(end) = end {
                self.searched = 0;
                return Some(end);
            }
            if window.ended() {
                self.searched = 0;
                // A stream that broke off has no last row.
                let whole = bytes.len();
                return (whole > 0 && !window.is_broken() || self.large.is_some()).then_some(whole);
            }
            self.searched = seen;
            if seen > limit {
                self.large.get_or_insert(window.offset());
            }
            if self.large.is_some() {
                window.skip(seen);
                self.searched = 0;
            }
            window.fill();
        }
    }

    /// Whether more than one row may stand here: a line ends with a quote that is not escaped, and more follows.
    fn is_doubtful(&self, row: &[u8]) -> bool {
        let row = row.trim_ascii_end();
        memchr::memchr_iter(b'"', row)
            .filter(|at| matches!(row.get(at + 1), Some(b'\n' | b'\r')))
            .any(|at| !matches!(row[..at].last(), Some(b'\\')))
    }
}
