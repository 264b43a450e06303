//! The block of attributes: labels and their values, in order.

use super::super::line::{each_line, trimmed};
use super::super::text;
use super::labels::{self, LABELS, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{EnvelopeAttribute, EnvelopeText};
use crate::span::SourceSpan;
use smallvec::SmallVec;
use std::ops::Range;

/// The attributes of a record.
pub(super) struct Attributes<'a> {
    input: &'a [u8],
    /// Most members of a list.
    limit: usize,
    pub(super) list: Vec<EnvelopeAttribute>,
    /// The place in `list` of each label that was met.
    known: [Option<usize>; LABELS.len()],
    /// Whether a label that contradicts itself was told.
    told: [bool; LABELS.len()],
    pub(super) findings: Vec<Diagnostic>,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(input: &'a [u8], limit: usize) -> Self {
        Attributes {
            input,
            limit,
            list: Vec::with_capacity(LABELS.len()),
            known: [None; LABELS.len()],
            told: [false; LABELS.len()],
            findings: Vec::new(),
        }
    }

    /// The values of a label that was met, else none.
    pub(super) fn values_of(&self, label: &str) -> &[EnvelopeText] {
        labels::index_of(label.as_bytes(), 0)
            .and_then(|index| self.list.get(self.known[index]?))
            .map_or(&[], |attribute| &attribute.values)
    }

    /// Reads one block.
    pub(super) fn block(&mut self, block: Range<usize>) {
        let input = self.input;
        // The label that takes lines, and what it has taken.
        let mut open: Option<usize> = None;
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut blank = false;
        // Files print the labels in the order of the table.
        let mut next = 0;
        each_line(input, block, |line| {
            let content = input.get(line.clone()).unwrap_or(&[]);
            if let Some((index, value)) = labels::at_start(content, next) {
                next = index + 1;
                if let Some(index) = open.replace(index) {
                    self.add(index, &mut parts);
                }
                parts.clear();
                parts.push(trimmed(input, line.start + value..line.end));
                blank = false;
                return;
            }
            let part = trimmed(input, line.clone());
            if part.is_empty() {
                blank = true;
                return;
            }
            // Behind a blank line only what is indented goes on; the rest is the page around the record.
            if blank && part.start == line.start {
                if let Some(index) = open.take() {
                    self.add(index, &mut parts);
                }
            }
            if open.is_some() {
                parts.push(part);
            }
        });
        if let Some(index) = open {
            self.add(index, &mut parts);
        }
    }

    /// Adds the value of a footer line.
    pub(super) fn footer(&mut self, label: Range<usize>, value: Range<usize>) {
        let name = self.input.get(label).unwrap_or(&[]);
        if let Some(index) = labels::index_of(name, 0) {
            self.add(index, &mut vec![value]);
        }
    }

    /// Adds a label with the lines of its value, which are trimmed on the way. One that was met already adds nothing,
    /// unless it says something else: then both are kept, and told.
    fn add(&mut self, index: usize, parts: &mut Vec<Range<usize>>) {
        let Some(&(label, shape)) = LABELS.get(index) else {
            return;
        };
        let values = self.values(parts, shape);
        let list = shape != Shape::One && !values.is_empty();
        let Some(at) = self.known[index] else {
            self.known[index] = Some(self.list.len());
            self.list.push(EnvelopeAttribute::new(label, values, list));
            return;
        };
        let known = &mut self.list[at];
        let same = |a: &EnvelopeText, b: &EnvelopeText| a.value == b.value;
        let as_before = known.values.len() == values.len()
            && known.values.iter().zip(&values).all(|(a, b)| same(a, b));
        if values.is_empty() || as_before {
            return;
        }
        if known.values.is_empty() {
            *known = EnvelopeAttribute::new(label, values, list);
            return;
        }
        let told = std::mem::replace(&mut self.told[index], true);
        if let Some(first) = values.first().filter(|_| !told) {
            self.findings
                .push(Diagnostic::nowhere(Code::EnvelopeDisagrees).with_source(first.source));
        }
        let room = self.limit.saturating_sub(known.values.len());
        let added = values.len() > room;
        let cut = values.get(room).map(|value| value.source);
        known.list = true;
        known.values.extend(values.into_iter().take(room));
        if let Some(source) = cut.filter(|_| added) {
            self.over_limit(source);
        }
    }

    fn over_limit(&mut self, source: SourceSpan) {
        self.findings
            .push(Diagnostic::nowhere(Code::LimitReached).with_source(source));
    }

    /// The members of a value; none if it is `n/a` or nothing.
    fn values(&mut self, parts: &mut Vec<Range<usize>>, shape: Shape) -> Vec<EnvelopeText> {
        self.take_quotes(parts);
        if parts.is_empty() {
            return Vec::new();
        }
        let mut values = Values {
            input: self.input,
            limit: self.limit,
            list: Vec::new(),
            over: None,
        };
        match shape {
            Shape::One => values.add(parts),
            Shape::Lines => parts.chunks(1).for_each(|part| values.add(part)),
            Shape::Commas => values.split(parts, b','),
            Shape::CommasAndLines => parts.chunks(1).for_each(|part| values.split(part, b',')),
            Shape::Semicolons => values.split(parts, b';'),
        }
        let Values { list, over, .. } = values;
        if let Some(place) = over {
            self.over_limit(place);
        }
        list
    }

    /// Exports write `'59'` and `! 'text'` where a value could be mistaken for a number or holds line ends.
    fn take_quotes(&self, parts: &mut Vec<Range<usize>>) {
        let byte = |at: usize| self.input.get(at).copied();
        parts.retain(|part| !part.is_empty());
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        let mark = byte(first.start) == Some(b'!') && byte(first.start + 1) == Some(b' ');
        let open = first.start + if mark { 2 } else { 0 };
        let closes = byte(last.end - 1) == Some(b'\'') && last.end > open + 1;
        if byte(open) == Some(b'\'') && open < first.end && closes {
            let start = open + 1;
            let first_end = first.end;
            parts[0] = trimmed(self.input, start..first_end);
            if let Some(last) = parts.last_mut() {
                *last = trimmed(self.input, last.start.min(last.end - 1)..last.end - 1);
            }
            parts.retain(|part| !part.is_empty());
        }
    }
}

/// Whether a value is one in name only.
fn says_nothing(value: &[u8]) -> bool {
    value.is_empty() || value.eq_ignore_ascii_case(b"n/a")
}

/// The members of one value.
struct Values<'a> {
    input: &'a [u8],
    /// Most members.
    limit: usize,
    list: Vec<EnvelopeText>,
    /// The first member that has no room.
    over: Option<SourceSpan>,
}

impl<'a> Values<'a> {
    /// Adds one member, the parts of which stand on lines of their own.
    fn add(&mut self, parts: &[Range<usize>]) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        if self.over.is_some() || parts.len() == 1 && says_nothing(self.bytes(first)) {
            return;
        }
        let place = SourceSpan::at(first.start, last.end);
        let value = self.joined(parts);
        if says_nothing(value.as_bytes()) {
            return;
        }
        if self.list.len() == self.limit {
            self.over = Some(place);
            return;
        }
        if self.list.is_empty() {
            // Most have one member, be it of a list.
            self.list.reserve_exact(1);
        }
        self.list.push(EnvelopeText::new(value, place));
    }

    /// Adds the members of a list, parted by `separator` outside parentheses. A parenthesis that stays open hides no more
    /// than its line.
    fn split(&mut self, parts: &[Range<usize>], separator: u8) {
        let parted = |part| memchr::memchr(separator, self.bytes(part)).is_some();
        if !parts.iter().any(parted) {
            self.add(parts);
            return;
        }
        // The parts of a member, which may go on in the next line.
        let mut member: SmallVec<[Range<usize>; 2]> = SmallVec::new();
        for part in parts {
            let mut start = part.start;
            let mut depth = 0usize;
            for (at, &byte) in part.clone().zip(self.bytes(part)) {
                match byte {
                    b'(' => depth += 1,
                    b')' => depth = depth.saturating_sub(1),
                    _ if byte == separator && depth == 0 => {
                        member.push(trimmed(self.input, start..at));
                        self.member(&mut member);
                        start = at + 1;
                    }
                    _ => {}
                }
            }
            member.push(trimmed(self.input, start..part.end));
        }
        self.member(&mut member);
    }

    /// Adds a member of a list without the parts that are nothing, and takes them.
    fn member(&mut self, parts: &mut SmallVec<[Range<usize>; 2]>) {
        parts.retain(|part| part.start < part.end);
        self.add(parts);
        parts.clear();
    }

    fn bytes(&self, part: &Range<usize>) -> &'a [u8] {
        self.input.get(part.clone()).unwrap_or(&[])
    }

    /// The parts of a value, one blank between them.
    fn joined(&self, parts: &[Range<usize>]) -> String {
        if let [part] = parts {
            return text::value(self.bytes(part));
        }
        let mut value = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
        for part in parts {
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(&text::value(self.bytes(part)));
        }
        value
    }
}
