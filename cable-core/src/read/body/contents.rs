//! Numbered lists that are no paragraphs: the list of contents above the first one, and lists inside one.

use super::{AHEAD, Reader};
use crate::diagnostic::Sink;
use crate::field::marking;
use crate::read::{sentence, titles};
use crate::scan::{Head, Line, LineKind, paragraph_head};
use crate::span::offset;

impl<S: Sink> Reader<'_, S> {
    /// Whether an unmarked number belongs to a list: to the list of contents that opens a long telegram, or to one that
    /// began with 1 inside the paragraph that is read.
    pub(super) fn in_list(&mut self, head: &Head) -> bool {
        if head.number == 1 {
            let contents = self.previous.is_none() && !self.contents && self.is_contents(head);
            self.contents |= contents;
            let inside = self.previous.is_some() && self.open_quotes.is_empty();
            if contents || inside {
                self.list = Some(1);
            }
            return contents;
        }
        if self.list != Some(head.number - 1) {
            return false;
        }
        // Between blank lines only the next paragraph, marked as the last one is, tells.
        let goes_on = match self.previous {
            Some(previous) if self.blank => {
                self.follows_marked() && self.is_marked_ahead(previous + 1)
            }
            _ => true,
        };
        if goes_on {
            self.list = Some(head.number);
        }
        goes_on
    }

    /// Whether short entries `1.`, `2.`, … stand here that are the titles of what follows: below them the numbers begin
    /// anew, with the title of the first entry or with a mark.
    fn is_contents(&self, head: &Head) -> bool {
        let first = self.content(self.at);
        if !is_entry(first) {
            return false;
        }
        let title = first.get(head.after..).unwrap_or("");
        let mut last = 1;
        for line in self.lines.ahead() {
            let content = line.span.slice(self.text);
            let found = match line.kind {
                LineKind::Text => paragraph_head(content),
                _ => None,
            };
            let Some(found) = found else {
                // Of long telegrams only what follows the list can be long.
                if last == 1 && !line.is_blank() {
                    return false;
                }
                continue;
            };
            if found.number == 1 {
                return last > 1
                    && (self.has_mark(*line, &found)
                        || same_letters(content.get(found.after..).unwrap_or(""), title));
            }
            if found.number == last + 1 && is_entry(content) && !self.has_mark(*line, &found) {
                last = found.number;
            } else if last == 1 {
                return false;
            }
        }
        false
    }

    /// Whether the last numbered paragraph has a mark.
    fn follows_marked(&self) -> bool {
        self.layout
            .paragraphs
            .iter()
            .rev()
            .find(|paragraph| paragraph.number.is_some())
            .is_some_and(|paragraph| paragraph.mark.is_some())
    }

    /// Whether a paragraph with this number and a mark follows soon.
    fn is_marked_ahead(&self, number: u32) -> bool {
        self.lines
            .ahead()
            .iter()
            .take(AHEAD)
            .filter(|line| line.kind == LineKind::Text)
            .any(|line| {
                paragraph_head(line.span.slice(self.text))
                    .is_some_and(|head| head.number == number && self.has_mark(*line, &head))
            })
    }

    fn has_mark(&self, line: Line, head: &Head) -> bool {
        let after = line.span.start() + offset(head.after);
        head.mark_before.is_some()
            || marking::portion_at(self.text, after, line.span.end())
                .is_some_and(|found| found.well_formed)
    }
}

/// Whether a line may be an entry: short and no sentence.
fn is_entry(line: &str) -> bool {
    line.len() <= titles::TITLE && !sentence::ends_sentence(line.trim_end())
}

/// Whether both have the same letters, whatever stands between them.
fn same_letters(one: &str, other: &str) -> bool {
    let letters = |text: &'_ str| -> Vec<u8> {
        text.bytes()
            .filter(u8::is_ascii_alphabetic)
            .map(|byte| byte.to_ascii_lowercase())
            .take(titles::TITLE)
            .collect()
    };
    let (one, other) = (letters(one), letters(other));
    other.len() > 2 && one.starts_with(&other)
}
