//! The lines of the body: those that are read, and those that follow.

use crate::scan::Line;
use crate::span::Span;
use std::ops::{Deref, DerefMut};

/// The lines of the body in one list, with a gap between those that are read and those that follow, so that the rest of a
/// line that is parted is put in front of the others without moving them. To be used as the slice of the lines read.
pub(super) struct Lines {
    all: Vec<Line>,
    /// How many are read.
    read: usize,
    /// Index of the first that follows.
    next: usize,
    /// Length of the next gap.
    gap: usize,
}

impl Lines {
    pub(super) fn new(all: Vec<Line>) -> Self {
        Lines {
            all,
            read: 0,
            next: 0,
            gap: 8,
        }
    }

    /// The lines that follow, in order.
    #[inline]
    pub(super) fn ahead(&self) -> &[Line] {
        &self.all[self.next..]
    }

    /// The same lines to be changed.
    pub(super) fn ahead_mut(&mut self) -> &mut [Line] {
        &mut self.all[self.next..]
    }

    /// Moves the next line to those that are read.
    #[inline]
    pub(super) fn pull(&mut self) -> bool {
        let Some(&next) = self.all.get(self.next) else {
            return false;
        };
        self.all[self.read] = next;
        self.read += 1;
        self.next += 1;
        true
    }

    /// Moves the next lines as long as they `are` so; gives their number.
    #[inline]
    pub(super) fn pull_while(&mut self, are: impl Fn(&Line) -> bool) -> usize {
        let ahead = self.ahead();
        let end = ahead.iter().position(|line| !are(line));
        let count = end.unwrap_or(ahead.len());
        if self.read != self.next {
            let taken = self.next..self.next + count;
            self.all.copy_within(taken, self.read);
        }
        self.read += count;
        self.next += count;
        count
    }

    /// Puts the rest of the line that is read in front of those that follow.
    pub(super) fn put(&mut self, rest: Line) {
        self.open_gap();
        self.next -= 1;
        self.all[self.next] = rest;
    }

    /// Parts the line that follows after `index` others: it ends at `end`, and `rest` follows it.
    pub(super) fn part(&mut self, index: usize, end: u32, rest: Line) {
        self.open_gap();
        let first = self.next;
        self.all.copy_within(first..=first + index, first - 1);
        self.next -= 1;
        let parted = &mut self.all[first + index - 1];
        parted.span = Span::new(parted.span.start(), end);
        self.all[first + index] = rest;
    }

    /// Puts a line among those that are read.
    pub(super) fn insert(&mut self, index: usize, line: Line) {
        self.open_gap();
        self.all.copy_within(index..self.read, index + 1);
        self.all[index] = line;
        self.read += 1;
    }

    /// Makes room for a line. Few are parted; where many are, each gap is longer than the one before.
    fn open_gap(&mut self) {
        if self.read < self.next {
            return;
        }
        let end = self.all.len();
        let none = Line::new(Span::default());
        self.all.resize(end + self.gap, none);
        self.all.copy_within(self.next..end, self.next + self.gap);
        self.next += self.gap;
        self.gap *= 2;
    }

    /// The lines that are read.
    pub(super) fn into_read(mut self) -> Vec<Line> {
        self.all.truncate(self.read);
        self.all
    }
}

impl Deref for Lines {
    type Target = [Line];

    #[inline]
    fn deref(&self) -> &[Line] {
        &self.all[..self.read]
    }
}

impl DerefMut for Lines {
    #[inline]
    fn deref_mut(&mut self) -> &mut [Line] {
        &mut self.all[..self.read]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(start: u32) -> Line {
        Line::new(Span::new(start, start + 10))
    }

    fn starts(lines: &[Line]) -> Vec<u32> {
        lines.iter().map(|line| line.span.start()).collect()
    }

    #[test]
    fn parted_lines_stand_in_order() {
        let mut lines = Lines::new((0..30).map(|index| line(100 * index)).collect());
        let mut expected = Vec::new();
        for index in 0..30 {
            assert!(lines.pull());
            lines.put(line(100 * index + 50));
            assert_eq!(lines.ahead()[0], line(100 * index + 50));
            assert!(lines.pull());
            expected.extend([100 * index, 100 * index + 50]);
        }
        assert!(!lines.pull());
        assert_eq!(starts(&lines.into_read()), expected);
    }

    #[test]
    fn a_line_ahead_is_parted_and_one_behind_is_put_in() {
        let mut lines = Lines::new((0..4).map(|index| line(100 * index)).collect());
        assert!(lines.pull());
        lines.part(1, 205, line(205));
        assert_eq!(starts(lines.ahead()), [100, 200, 205, 300]);
        assert_eq!(lines.ahead()[1].span, Span::new(200, 205));
        assert_eq!(lines.pull_while(|line| line.span.start() < 205), 2);
        lines.insert(1, line(50));
        assert_eq!(starts(&lines), [0, 50, 100, 200]);
        assert_eq!(starts(lines.ahead()), [205, 300]);
        assert_eq!(lines.pull_while(|_| true), 2);
        assert_eq!(starts(&lines.into_read()), [0, 50, 100, 200, 205, 300]);
    }
}
