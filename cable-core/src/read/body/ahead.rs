//! The lines that are not read yet.

use crate::scan::Line;
use crate::span::Span;
use std::vec::IntoIter;

/// The lines of the body that follow the one that is read. The rest of a line that is parted is put in front of them
/// without moving them.
pub(super) struct Ahead {
    /// Rests of parted lines, the next one last.
    parted: Vec<Line>,
    lines: IntoIter<Line>,
}

impl Ahead {
    pub(super) fn new(lines: Vec<Line>) -> Self {
        Ahead {
            parted: Vec::new(),
            lines: lines.into_iter(),
        }
    }

    /// Takes the next line away.
    #[inline]
    pub(super) fn take(&mut self) -> Option<Line> {
        self.parted.pop().or_else(|| self.lines.next())
    }

    /// Moves the next lines that `are` to `read`, as long as no rest of a line stands before them: how many there were.
    #[inline]
    pub(super) fn take_while(
        &mut self,
        are: impl Fn(&Line) -> bool,
        read: &mut Vec<Line>,
    ) -> usize {
        let lines = self.lines.as_slice();
        let end = lines.iter().position(|line| !are(line));
        let taken = &lines[..end.unwrap_or(lines.len())];
        if taken.is_empty() || !self.parted.is_empty() {
            return 0;
        }
        let count = taken.len();
        read.extend_from_slice(taken);
        self.lines.nth(count - 1);
        count
    }

    /// What `find` gives for the first of the next `most` lines for which it gives anything, with the index of the line.
    #[inline]
    pub(super) fn find_map<T>(
        &self,
        most: usize,
        find: impl Fn(&Line) -> Option<T>,
    ) -> Option<(usize, T)> {
        let found = |(index, line)| Some((index, find(line)?));
        if self.parted.is_empty() {
            let lines = self.lines.as_slice();
            return lines[..lines.len().min(most)]
                .iter()
                .enumerate()
                .find_map(found);
        }
        self.iter().take(most).enumerate().find_map(found)
    }

    /// Puts the rest of the line that is read in front.
    pub(super) fn put(&mut self, rest: Line) {
        self.parted.push(rest);
    }

    /// Parts line `index`: it ends at `end`, and `rest` follows it.
    pub(super) fn part(&mut self, index: usize, end: u32, rest: Line) {
        let mut before: Vec<Line> = (0..index).filter_map(|_| self.take()).collect();
        if let Some(line) = self.take() {
            self.put(rest);
            self.put(Line {
                span: Span::new(line.span.start(), end),
                ..line
            });
        }
        while let Some(line) = before.pop() {
            self.put(line);
        }
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.parted.len() + self.lines.len()
    }

    /// The lines, in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Line> {
        self.parted.iter().rev().chain(self.lines.as_slice())
    }

    /// The same lines to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        let parted = self.parted.iter_mut().rev();
        parted.chain(self.lines.as_mut_slice())
    }
}
