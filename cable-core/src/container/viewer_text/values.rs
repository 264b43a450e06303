//! The values of the table: on one line parted by blanks or tabs, or one a line, as browsers copy them.

use super::line_end;
use crate::container::envelope::{Column, instant, set};
use crate::container::{telegram_start, text};
use crate::facts;
use crate::record::{Envelope, EnvelopeText};
use crate::span::SourceSpan;

/// Reads the values from `start` on and gives the place behind them.
pub(super) fn read(input: &[u8], start: usize, envelope: &mut Envelope) -> usize {
    let mut words = Words { input, at: start };
    if let Some(id) = words
        .peek()
        .filter(|id| id.value.as_bytes()[0].is_ascii_digit())
    {
        words.take(&id);
        set(envelope, Some(Column::ReferenceId), "", id);
    }
    for column in [Column::Created, Column::Released] {
        if let Some(date) = words.date() {
            set(envelope, Some(column), "", date);
        }
    }
    let Some(cell) = words.cell() else {
        return words.at;
    };
    let start = cell.source.start as usize;
    let origin = match classification(&cell.value) {
        Some(length) => {
            let place = SourceSpan::at(start, start + length);
            let level = EnvelopeText::new(&cell.value[..length], place);
            set(envelope, Some(Column::Classification), "", level);
            words.at = start + length;
            words.cell()
        }
        // A cell that stands on a line of its own, or behind a tab, and still is no known classification.
        None if envelope.reference_id.is_some() && words.cell_ends_at_tab(&cell) => {
            words.take(&cell);
            set(envelope, Some(Column::Classification), "", cell);
            words.cell()
        }
        None => Some(cell),
    };
    if let Some(origin) = origin {
        words.take(&origin);
        set(envelope, Some(Column::Origin), "", origin);
    }
    words.at
}

/// Length of the longest start that is a classification. The words behind it are the origin.
fn classification(cell: &str) -> Option<usize> {
    // None is longer; a line may be as long as the input.
    const LONGEST: usize = 64;
    cell.match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .chain([cell.len()])
        .take_while(|&at| at <= LONGEST)
        .filter(|&at| facts::classification(&cell[..at].to_uppercase()).is_some())
        .max()
}

struct Words<'a> {
    input: &'a [u8],
    at: usize,
}

impl Words<'_> {
    fn start(&self) -> usize {
        let rest = self.input.get(self.at..).unwrap_or(&[]);
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.at + blanks.count()
    }

    fn value(&self, start: usize, end: usize) -> Option<EnvelopeText> {
        let bytes = self.input.get(start..end)?.trim_ascii_end();
        if bytes.is_empty() {
            return None;
        }
        let place = SourceSpan::at(start, start + bytes.len());
        Some(EnvelopeText::new(text::value(bytes), place))
    }

    /// The next word, which is left where it is.
    fn peek(&self) -> Option<EnvelopeText> {
        let start = self.start();
        let length = self.input[start..]
            .iter()
            .take_while(|byte| !byte.is_ascii_whitespace())
            .count();
        self.value(start, start + length)
    }

    fn take(&mut self, value: &EnvelopeText) {
        self.at = value.source.end as usize;
    }

    /// `2008-03-25 16:45`, or a day alone.
    fn date(&mut self) -> Option<EnvelopeText> {
        let day = self.peek()?;
        instant(&day.value)?;
        self.take(&day);
        if let Some(time) = self.peek() {
            let both = format!("{} {}", day.value, time.value);
            if instant(&both).is_some() {
                self.take(&time);
                let place = SourceSpan::new(day.source.start, time.source.end);
                return Some(EnvelopeText::new(both, place));
            }
        }
        Some(day)
    }

    /// The rest of the line up to a tab, or the next line if it is no line of a telegram or of the page.
    fn cell(&self) -> Option<EnvelopeText> {
        let start = self.start();
        let end = line_end(self.input, start);
        let line = self.input.get(start..end)?;
        let same_line = !self.input[self.at..start]
            .iter()
            .any(|byte| b"\r\n".contains(byte));
        if !same_line && envelope_ends(line) {
            return None;
        }
        let tab = memchr::memchr(b'\t', line).unwrap_or(line.len());
        self.value(start, start + tab)
    }

    fn cell_ends_at_tab(&self, cell: &EnvelopeText) -> bool {
        let rest = self.input.get(cell.source.end as usize..).unwrap_or(&[]);
        rest.trim_ascii_start().len() < rest.len() && rest.first() == Some(&b'\t')
    }
}

/// Whether the table is over at a line. A level alone is a value of the table.
fn envelope_ends(line: &[u8]) -> bool {
    let words = text::value(line.trim_ascii());
    if facts::classification(&words.to_uppercase()).is_some() {
        return false;
    }
    telegram_start::sign(line).is_some() || super::furniture::is_furniture(line)
}
