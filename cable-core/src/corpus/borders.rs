//! [`Borders`]: where one telegram of a file of many ends and the next begins.
//!
//! Told line by line, each border by a sign of the format:
//!
//! 1. A transmission id (format line 1, `VZCZC…`) that is not the telegram's own begins another.
//! 2. Behind the end of message (format line 16, `NNNN`; or `BT` behind the text, format line 13) the next line of a header,
//!    or classification line with a post and number, begins a telegram.
//! 3. Behind a text, a header begins a telegram even without an id or with the same one: lines of a header only, that with
//!    `FM` (format line 6) among them, down to a classification line, caption or label. A header that was printed again in
//!    the middle of a text has none of these below it. So does the notice that stands for a header.
//! 4. Behind a text, a classification line with another post or number than the telegram's own begins one, unless it is
//!    that of a further section.
//! 5. Behind a text, the message reference number of a SMART message or the heading of an archive record begins one.
//!
//! What a telegram quotes between BEGIN TEXT and END TEXT begins none by signs 3 and 4. The classification that stands alone
//! above a header or a label belongs to what it stands above.

use crate::container::telegram_start;
use crate::field::banner;
use crate::scan::header::{classify::classify, state::State};
use crate::scan::shape::{begins, first_word, holds};
use crate::scan::{HeaderLineKind as K, label_at_start, paragraph_head};
use crate::span::Span;

/// Lines below the classification line or the first label from which a telegram has a text: a header printed twice stands
/// above them.
const TEXT_LINES: u32 = 6;

/// What is known of the telegram that is being read.
#[derive(Default)]
pub(super) struct Borders {
    /// Its transmission id.
    id: Vec<u8>,
    /// Its message reference number, as a SMART message prints it.
    number: Vec<u8>,
    /// Post and serial of its classification line.
    banner: Option<(String, u32)>,
    /// Lines since its classification line or first label.
    lines: Option<u32>,
    /// A numbered paragraph was met.
    paragraph: bool,
    /// Its end of message was met.
    ended: bool,
    /// It quotes a text.
    quotes: bool,
    /// Where the lines begin that may stand above the next telegram, and what the first one says.
    lead: Option<(u64, Vec<u8>)>,
    /// The header of what may be the next telegram.
    header: Option<Header>,
}

/// A header behind a text.
struct Header {
    start: u64,
    state: State,
    id: Vec<u8>,
    /// The line with `FM` was met.
    from: bool,
}

impl Header {
    fn new(start: u64, kind: K, line: &[u8]) -> Self {
        let mut header = Header {
            start,
            state: State::default(),
            id: Vec::new(),
            from: false,
        };
        header.take(kind, line);
        header
    }

    fn take(&mut self, kind: K, line: &[u8]) {
        self.state.advance(kind, false);
        match kind {
            K::TransmissionId => self.id = first_word(line).to_vec(),
            K::Originator => self.from = true,
            _ => {}
        }
    }
}

impl Borders {
    /// Takes the line (without its end, or as much of it as is needed) at `offset`; gives the place where a new telegram
    /// begins, at this line or shortly before it.
    pub(super) fn line(&mut self, line: &[u8], offset: u64) -> Option<u64> {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            if let Some(header) = &mut self.header {
                header.take(K::Blank, line);
            }
            return None;
        }
        let border = self.border(line, offset);
        if border.is_some() {
            *self = Borders {
                id: self
                    .header
                    .take()
                    .map(|header| header.id)
                    .unwrap_or_default(),
                ..Borders::default()
            };
        }
        self.learn(line);
        border
    }

    /// The first place that may still become a border.
    pub(super) fn pending(&self) -> Option<u64> {
        let lead = self.lead.as_ref().map(|(at, _)| *at);
        self.header.as_ref().map(|header| header.start).or(lead)
    }

    fn has_text(&self) -> bool {
        self.paragraph || self.lines.is_some_and(|lines| lines >= TEXT_LINES)
    }

    fn border(&mut self, line: &[u8], offset: u64) -> Option<u64> {
        let behind_text = self.has_text() || self.ended;
        if is_id(line) {
            let another = !self.id.is_empty() && self.id != first_word(line);
            if another || self.ended {
                return Some(self.top(offset));
            }
        }
        if !behind_text {
            return None;
        }
        if let Some(number) = message_number(line) {
            return (self.number != number).then(|| self.top(offset));
        }
        if line == b"Message Text" {
            return Some(self.top(offset));
        }
        if let Some(header) = &mut self.header {
            let found = classify(header.state, line);
            match found.kind {
                None if header.from && !found.soft && !goes_on(line) => {
                    return Some(header.start);
                }
                Some(K::Unknown | K::Leftover) | None => self.header = None,
                Some(kind) => {
                    header.take(kind, line);
                    return None;
                }
            }
        }
        let sign = telegram_start::sign(line);
        if sign.is_none() && !begins(line, b"RELEASE") {
            self.lead = None;
            return None;
        }
        let kind = classify(State::default(), line).kind;
        match kind {
            Some(K::PartialExtract) => return Some(self.top(offset)),
            Some(K::ClassificationWord | K::ReleaseStamp) => {
                // Foot of one page and head of the next: the head leads.
                let again = self.lead.as_ref().is_some_and(|(_, first)| first == line);
                if self.lead.is_none() || again {
                    self.lead = Some((offset, line.to_vec()));
                }
                return None;
            }
            None => {
                let another = post_and_serial(line).is_some_and(|found| {
                    self.ended
                        || !self.quotes && self.banner.as_ref().is_some_and(|own| *own != found)
                });
                if another {
                    return Some(self.top(offset));
                }
            }
            Some(K::Unknown | K::Leftover) => {}
            Some(_) if self.ended => return Some(self.top(offset)),
            Some(K::Originator) => {}
            Some(kind) if !self.quotes => {
                self.header = Some(Header::new(self.top(offset), kind, line));
            }
            Some(_) => {}
        }
        self.lead = None;
        None
    }

    /// Where the telegram begins whose first sign stands at `offset`.
    fn top(&self, offset: u64) -> u64 {
        let header = self.header.as_ref().map(|header| header.start);
        let lead = self.lead.as_ref().map(|(start, _)| *start);
        header.or(lead).unwrap_or(offset)
    }

    fn learn(&mut self, line: &[u8]) {
        match line {
            b"NNNN" => self.ended = true,
            b"BT" if self.has_text() => self.ended = true,
            _ => {}
        }
        if is_id(line) {
            self.id = first_word(line).to_vec();
        } else if let Some(number) = message_number(line) {
            self.number = number.to_vec();
        }
        if holds(line, b"BEGIN TEXT") {
            self.quotes = true;
        }
        if holds(line, b"END TEXT") {
            self.quotes = false;
        }
        if let Some(lines) = &mut self.lines {
            *lines = lines.saturating_add(1);
        }
        if self.paragraph {
            return;
        }
        // What is not UTF-8 in a line is neither label nor head.
        let text = std::str::from_utf8(line).unwrap_or_default();
        if self.banner.is_none() && telegram_start::sign(line).is_some() {
            self.banner = post_and_serial(line);
        }
        if self.lines.is_none() && (self.banner.is_some() || label_at_start(text).is_some()) {
            self.lines = Some(0);
        }
        self.paragraph =
            self.lines.is_some() && paragraph_head(text).is_some_and(|head| head.number == 1);
    }
}

/// Whether the line goes on with a text: with its second paragraph or a later one.
fn goes_on(line: &[u8]) -> bool {
    let text = std::str::from_utf8(line).unwrap_or_default();
    paragraph_head(text).is_some_and(|head| head.number > 1)
}

fn is_id(line: &[u8]) -> bool {
    line.starts_with(b"VZCZC") || line.starts_with(b"ZCZC")
}

/// `MRN: 12 ZELTBERG 317`.
fn message_number(line: &[u8]) -> Option<&[u8]> {
    Some(line.strip_prefix(b"MRN:")?.trim_ascii())
}

/// Post and serial of a classification line that opens a text.
fn post_and_serial(line: &[u8]) -> Option<(String, u32)> {
    let text = std::str::from_utf8(line).ok()?;
    let found = banner::parse(text, Span::at(0, text.len()), &mut ())?.banner;
    if found.section.is_some_and(|section| section.number > 1) {
        return None;
    }
    Some((found.post?.get(text).to_owned(), found.serial?))
}
