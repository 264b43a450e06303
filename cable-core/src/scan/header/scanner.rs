//! [`HeaderScanner`]: the lines of a transmission header, as its bytes arrive.

use super::address::split_addressee;
use super::classify::{classify, page_is_open};
use super::kind::HeaderLineKind;
use super::line::{LINE_MAX, Line};
use super::state::{Block, State};
use crate::scan::shape::{is_digits, part, words};
use crate::span::{Span, offset};
use core::fmt;
use std::ops::Range;

/// What [`HeaderScanner::push`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderStep {
    /// A line of the header.
    Event(HeaderEvent),
    /// All bytes were taken and no line end was among them.
    NeedMore,
    /// The header is over. The text of the telegram begins at this byte of the stream: with a classification line, a
    /// caption, a label or a paragraph, or behind the line BT.
    End(u32),
    /// The line that begins at this byte is longer than [`LINE_MAX`]; it is passed over.
    Damaged(u32),
}

/// A line of the header: what it is and where its parts stand.
///
/// Spans count from the first byte of the stream. A part that the line does not have is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderEvent {
    /// What the line is.
    pub kind: HeaderLineKind,
    /// The line, without its end and without white space before that.
    pub line: Span,
    /// `FM`, `TO`, `INFO`, `XMT`, `DE`, `ZNR`, the prosign of a routing line, the precedence letters of format line 5.
    pub label: Span,
    /// Routing indicator of an addressee, or of the calling station.
    pub routing_indicator: Span,
    /// Name of an addressee or originator; the date-time group; the letters of a security warning; routing indicators;
    /// else all that stands behind the label.
    pub value: Span,
    /// Precedence word of an addressee.
    pub precedence: Span,
    /// Message number of an addressee, or the station serial number.
    pub number: Span,
    /// Page heading that was printed into the line.
    pub page: Span,
}

/// Reads a transmission header line by line from bytes as they arrive, in any pieces.
///
/// It owns a buffer of one line ([`LINE_MAX`] bytes) and allocates nothing, so it can serve a gateway that routes by
/// indicator and precedence before the text of a message is there. It never fails: a line it does not know is
/// [`HeaderLineKind::Unknown`]. LF, CRLF and CR each end a line. Streams of more than 4 GiB saturate the offsets.
///
/// ```
/// use cable_core::scan::{HeaderLineKind, HeaderScanner, HeaderStep};
/// let mut bytes: &[u8] = b"FM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC PRIORITY 0412\nUNCLAS NORDHAVEN 000123\n";
/// let mut scanner = HeaderScanner::new();
/// let mut names = Vec::new();
/// let end = loop {
///     match scanner.push(&mut bytes) {
///         HeaderStep::Event(event) if event.kind == HeaderLineKind::Action => {
///             names.push(scanner.bytes(event.value).to_vec());
///             assert_eq!(scanner.bytes(event.precedence), b"PRIORITY");
///         }
///         HeaderStep::End(at) => break at,
///         HeaderStep::NeedMore => panic!("the telegram is whole"),
///         _ => {}
///     }
/// };
/// assert_eq!(names, [b"SECSTATE WASHDC"]);
/// assert_eq!(end, 62);
/// assert_eq!(scanner.line(), b"UNCLAS NORDHAVEN 000123");
/// ```
#[derive(Clone)]
pub struct HeaderScanner {
    buffer: [u8; LINE_MAX],
    /// Bytes of the buffer in use.
    len: usize,
    /// Offset of the first byte of the buffer.
    start: u32,
    /// Offset of the next byte to come.
    position: u32,
    state: State,
    /// The line in the buffer was handed out.
    done: bool,
    /// A line feed now belongs to the line before.
    after_cr: bool,
    /// The rest of a line that is too long is passed over.
    skipping: bool,
    /// BT was met.
    after_break: bool,
    ended: Option<u32>,
}

impl Default for HeaderScanner {
    fn default() -> Self {
        HeaderScanner::new()
    }
}

impl fmt::Debug for HeaderScanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeaderScanner")
            .field("position", &self.position)
            .field("state", &self.state)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl HeaderScanner {
    /// At the first byte of a stream.
    pub const fn new() -> Self {
        HeaderScanner {
            buffer: [0; LINE_MAX],
            len: 0,
            start: 0,
            position: 0,
            state: State::new(),
            done: false,
            after_cr: false,
            skipping: false,
            after_break: false,
            ended: None,
        }
    }

    /// Takes bytes from the front of `bytes` up to the end of the next line and says what it is.
    ///
    /// To be called until it says [`HeaderStep::NeedMore`], then again with more bytes. Once it has said
    /// [`HeaderStep::End`] it takes nothing and says so again; the line that ended the header has been taken and is in
    /// [`line`](Self::line), what follows it is left in `bytes`.
    pub fn push(&mut self, bytes: &mut &[u8]) -> HeaderStep {
        if let Some(at) = self.ended {
            return HeaderStep::End(at);
        }
        loop {
            if self.after_cr {
                let Some(first) = bytes.first() else {
                    return HeaderStep::NeedMore;
                };
                self.after_cr = false;
                if *first == b'\n' {
                    self.take(bytes, 1);
                }
            }
            if self.after_break {
                return self.end(self.position);
            }
            if self.done {
                self.done = false;
                self.len = 0;
                self.start = self.position;
            }
            let line_end = memchr::memchr2(b'\n', b'\r', bytes);
            let content = line_end.unwrap_or(bytes.len());
            if !self.skipping {
                let room = LINE_MAX - self.len;
                let kept = content.min(room);
                if let (Some(to), Some(from)) = (
                    self.buffer.get_mut(self.len..self.len + kept),
                    bytes.get(..kept),
                ) {
                    to.copy_from_slice(from);
                }
                self.len += kept;
                self.take(bytes, kept);
                if kept < content {
                    return self.overflow();
                }
            } else {
                self.take(bytes, content);
            }
            let Some(_) = line_end else {
                return HeaderStep::NeedMore;
            };
            self.after_cr = bytes.first() == Some(&b'\r');
            self.take(bytes, 1);
            if std::mem::take(&mut self.skipping) {
                self.done = true;
                continue;
            }
            return self.step();
        }
    }

    /// Says that no more bytes will come. To be called until it says [`HeaderStep::End`]: the last line may have no
    /// line end.
    pub fn finish(&mut self) -> HeaderStep {
        if let Some(at) = self.ended {
            return HeaderStep::End(at);
        }
        if self.after_break || self.done || self.skipping || self.len == 0 {
            return self.end(self.position);
        }
        self.step()
    }

    /// The bytes of the line of the last event, without its end; the line that ended the header after
    /// [`HeaderStep::End`].
    pub fn line(&self) -> &[u8] {
        part(&self.buffer, 0..self.len).trim_ascii_end()
    }

    /// The bytes under a span of the last event; empty for any other span.
    pub fn bytes(&self, span: Span) -> &[u8] {
        let (Some(from), Some(to)) = (
            span.start().checked_sub(self.start),
            span.end().checked_sub(self.start),
        ) else {
            return b"";
        };
        part(part(&self.buffer, 0..self.len), from as usize..to as usize)
    }

    fn take(&mut self, bytes: &mut &[u8], count: usize) {
        *bytes = bytes.get(count..).unwrap_or(b"");
        self.position = self.position.saturating_add(offset(count));
    }

    fn end(&mut self, at: u32) -> HeaderStep {
        self.ended = Some(at);
        HeaderStep::End(at)
    }

    /// A line is too long. Its beginning may still say that the header is over.
    fn overflow(&mut self) -> HeaderStep {
        let found = classify(self.state, &self.buffer);
        if found.kind.is_none() {
            return self.end(self.start);
        }
        self.skipping = true;
        self.state.advance(HeaderLineKind::Unknown, false);
        HeaderStep::Damaged(self.start)
    }

    /// The line in the buffer is whole.
    fn step(&mut self) -> HeaderStep {
        self.done = true;
        let line = part(&self.buffer, 0..self.len).trim_ascii_end();
        let found = classify(self.state, line);
        let Some(kind) = found.kind else {
            return self.end(self.start);
        };
        let event = event(kind, line, &found, self.start);
        self.state.advance(kind, page_is_open(kind, line));
        self.after_break = kind == HeaderLineKind::Break && self.state.block != Block::Start;
        HeaderStep::Event(event)
    }
}

fn event(kind: HeaderLineKind, line: &[u8], found: &Line, start: u32) -> HeaderEvent {
    use HeaderLineKind as K;
    let at = |range: Range<usize>| {
        Span::new(
            start.saturating_add(offset(range.start)),
            start.saturating_add(offset(range.end)),
        )
    };
    let empty = Span::empty(start);
    let mut event = HeaderEvent {
        kind,
        line: at(0..line.len()),
        label: at(found.label.clone()),
        routing_indicator: empty,
        value: at(found.value.clone()),
        precedence: empty,
        number: empty,
        page: at(found.page.clone()),
    };
    let value = part(line, found.value.clone());
    let base = found.value.start;
    let inner = |range: Range<usize>| at(base + range.start..base + range.end);
    match kind {
        K::Originator | K::Action | K::Info | K::Exclusion | K::Addressee => {
            let split = split_addressee(value, false);
            event.value = inner(split.name);
            event.routing_indicator = split.indicator.map_or(empty, inner);
            event.precedence = split.precedence.map_or(empty, |(_, range)| inner(range));
            event.number = split.number.map_or(empty, inner);
        }
        K::Station => {
            for word in words(value) {
                let bytes = part(value, word.clone());
                if let Some(hash) = bytes.iter().position(|byte| *byte == b'#') {
                    let digits = bytes
                        .iter()
                        .skip(hash + 1)
                        .take_while(|byte| byte.is_ascii_digit())
                        .count();
                    let from = word.start + hash + 1;
                    event.number = inner(from..from + digits);
                    if hash == 0 {
                        continue;
                    }
                }
                if event.routing_indicator.is_empty() && !is_digits(bytes) {
                    let end = bytes
                        .iter()
                        .position(|byte| *byte == b'#')
                        .unwrap_or(bytes.len());
                    event.routing_indicator = inner(word.start..word.start + end);
                }
            }
        }
        K::Security => {
            if let Some(letters) = words(value).next() {
                event.value = inner(letters);
            }
        }
        K::DateTimeGroup => {
            event.value = inner(0..date_time_group(value));
        }
        _ => {}
    }
    event
}

/// Length of the date-time group that opens `value`: day and time with a zone, month, year.
fn date_time_group(value: &[u8]) -> usize {
    let mut end = 0;
    for (index, word) in words(value).enumerate().take(4) {
        let bytes = part(value, word.clone());
        let digits = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let group = match index {
            0 => digits >= 2,
            _ => {
                digits == bytes.len()
                    || bytes.len() <= 4 && bytes.iter().all(u8::is_ascii_alphabetic)
            }
        };
        if !group || bytes.first() == Some(&b'Z') {
            break;
        }
        end = word.end;
        // The year closes it.
        if index > 0 && digits == bytes.len() && matches!(digits, 2 | 4) && end > 9 {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All steps but `NeedMore`, the input cut into pieces by `size`.
    fn steps(input: &[u8], mut size: impl FnMut() -> usize) -> Vec<HeaderStep> {
        let mut scanner = HeaderScanner::new();
        let mut found = Vec::new();
        let mut rest = input;
        while !rest.is_empty() {
            let (mut piece, behind) = rest.split_at(size().clamp(1, rest.len()));
            rest = behind;
            loop {
                match scanner.push(&mut piece) {
                    HeaderStep::NeedMore => break,
                    HeaderStep::End(at) => {
                        found.push(HeaderStep::End(at));
                        return found;
                    }
                    step => found.push(step),
                }
            }
            assert!(piece.is_empty(), "NeedMore leaves nothing");
        }
        loop {
            let step = scanner.finish();
            found.push(step);
            if matches!(step, HeaderStep::End(_)) {
                return found;
            }
        }
    }

    const HEADER: &str = "VZCZCXRO0001\nRR RUEHNV RUEHPA\nRUEHZB\n\nDE RUEHNV #0123/01 0851645\n\
        ZNY CCCCC ZZH (CCY AD00AA00 MSI0001-001)\nR 251645Z MAR 08 ZDK\nFM AMEMBASSY NORDHAVEN\n\
        TO RUEHC/SECSTATE WASHDC PRIORITY 0001\nRUEHPA/AMCONSUL PORT AURELIA//XY// 0002\n\
        INFO PAGE 02        NORDHA  00123  251645Z\nRUEHZL/EUROPEAN POLITICAL COLLECTIVE\n\
        XMT/AMCONSUL PORT AURELIA\nSTATE GRNC\n";

    #[test]
    fn pieces_do_not_matter() {
        let long = "X".repeat(2 * LINE_MAX);
        let ends = [
            "C O N F I D E N T I A L NORDHAVEN 000123\nSIPDIS\n",
            "BT\nUNCLAS\n",
            "SIPDIS",
            "",
            &format!("{long}\nAMEMBASSY ZELTBERG\n1. (C) Text"),
            &format!("UNCLAS NORDHAVEN 000123 {long}"),
        ];
        let mut seed = 7u64;
        let mut random = move || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize
        };
        for end in ends {
            for line_end in ["\n", "\r\n", "\r"] {
                let input = format!("{HEADER}{end}").replace('\n', line_end);
                let whole = steps(input.as_bytes(), || usize::MAX);
                assert!(whole.len() > 12);
                assert_eq!(steps(input.as_bytes(), || 1), whole);
                for _ in 0..20 {
                    assert_eq!(steps(input.as_bytes(), || random() % 40), whole);
                }
            }
        }
    }

    #[test]
    fn line_ends_change_places_only() {
        let kinds = |line_end: &str| {
            steps(HEADER.replace('\n', line_end).as_bytes(), || 5)
                .into_iter()
                .filter_map(|step| match step {
                    HeaderStep::Event(event) => Some(event.kind),
                    _ => None,
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds("\n").len(), 14);
        assert_eq!(kinds("\n"), kinds("\r\n"));
        assert_eq!(kinds("\n"), kinds("\r"));
    }

    #[test]
    fn the_end_is_where_the_text_begins() {
        let after = |end: &str| {
            let input = format!("{HEADER}{end}");
            match steps(input.as_bytes(), || 3).last() {
                Some(HeaderStep::End(at)) => input[*at as usize..].to_owned(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(after("SIPDIS\nX"), "SIPDIS\nX");
        assert_eq!(after("BT\r\nUNCLAS"), "UNCLAS");
        assert_eq!(after("\nTAGS: PREL"), "TAGS: PREL");
    }

    #[test]
    fn a_line_that_is_too_long_is_damage() {
        let input = format!("{}\nFM AMEMBASSY NORDHAVEN\n", "X".repeat(600));
        let found = steps(input.as_bytes(), || 100);
        assert_eq!(found[0], HeaderStep::Damaged(0));
        assert!(matches!(found[1], HeaderStep::Event(event) if event.line == Span::new(601, 623)));
    }
}
