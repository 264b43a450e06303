//! Where the labels and their values stand: above the body, and below it.

use super::super::line::{each_line, lines_backward, trimmed};
use super::labels::{self, SmartLabel};
use super::stamps::{self, Stamps};
use std::ops::Range;

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SmartField {
    pub(crate) label: SmartLabel,
    /// The word of the label.
    pub(crate) word: Range<usize>,
    /// Which of the lines of all labels it takes.
    lines: Range<usize>,
}

/// A line that a label takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SmartLine {
    /// The line, without its end.
    pub(crate) line: Range<usize>,
    /// The part of the value in it, without blanks around.
    pub(crate) value: Range<usize>,
}

/// The parts of a message that are not body.
#[derive(Debug, Default)]
pub(crate) struct SmartParts {
    fields: Vec<SmartField>,
    /// The lines of all labels, in order.
    lines: Vec<SmartLine>,
    /// Stamps of the release review, as whole lines.
    pub(crate) stamps: Vec<Range<usize>>,
}

impl SmartParts {
    /// The labels, each with its lines.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&SmartField, &[SmartLine])> {
        self.fields
            .iter()
            .map(|field| (field, self.lines.get(field.lines.clone()).unwrap_or(&[])))
    }
}

/// Finds labels and stamps of a message, in one pass over its lines behind a look at the last of them.
pub(crate) fn find(input: &[u8]) -> SmartParts {
    let bottom = bottom(input);
    let mut stamps = Stamps::new(input);
    let mut finder = Finder {
        input,
        fields: Vec::with_capacity(USUAL),
        lines: Vec::with_capacity(USUAL),
        open: false,
        blank: false,
    };
    let mut at = At::Above;
    each_line(input, 0..input.len(), |line| {
        if stamps.take(&line) {
            return;
        }
        if at != At::Below && line.start >= bottom {
            at = At::Below;
            finder.open = false;
        }
        if at == At::Body {
            return;
        }
        let label = labels::at_start(content(input, &line));
        if at == At::Above && label.is_some_and(|found| found.label != SmartLabel::Attribute) {
            at = At::Labels;
        }
        if at != At::Above && !finder.line(line, label, at == At::Below) && at == At::Labels {
            at = At::Body;
        }
    });
    SmartParts {
        fields: finder.fields,
        lines: finder.lines,
        stamps: stamps.found,
    }
}

/// Where a line stands in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Above the first label: a level or a stamp.
    Above,
    /// Among the labels above the body.
    Labels,
    Body,
    /// Among the labels below the body.
    Below,
}

/// Room for the labels of a message and their lines, of which it has some twenty.
const USUAL: usize = 32;

fn content<'a>(input: &'a [u8], line: &Range<usize>) -> &'a [u8] {
    let start = if line.start == 0 && input.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        line.start
    };
    input.get(start..line.end).unwrap_or(&[])
}

/// Where the labels below the body begin: who signed, drafted, cleared, approved or released, with no paragraph behind it.
fn bottom(input: &[u8]) -> usize {
    let mut first = input.len();
    for line in lines_backward(input) {
        let content = content(input, &line);
        if stamps::numbered(content) {
            break;
        }
        let signs = labels::at_start(content).is_some_and(|found| {
            matches!(
                found.label,
                SmartLabel::Signature
                    | SmartLabel::DraftedBy
                    | SmartLabel::ClearedBy
                    | SmartLabel::ApprovedBy
                    | SmartLabel::ReleasedBy
            )
        });
        // The only stamp that can begin with a label.
        if signs && !stamps::is_case_line(content.trim_ascii()) {
            first = line.start;
        }
    }
    first
}

struct Finder<'a> {
    input: &'a [u8],
    fields: Vec<SmartField>,
    lines: Vec<SmartLine>,
    /// Whether the last field takes lines.
    open: bool,
    blank: bool,
}

impl Finder<'_> {
    /// Takes one line; `false` if the body begins with it.
    fn line(&mut self, line: Range<usize>, label: Option<labels::LabelAt>, below: bool) -> bool {
        let part = trimmed(self.input, line.clone());
        if part.is_empty() {
            self.blank = true;
            return true;
        }
        if let Some(found) = label {
            let start =
                part.start + usize::from(self.input[part.clone()].starts_with(b"\xEF\xBB\xBF")) * 3;
            self.fields.push(SmartField {
                label: found.label,
                word: start..start + found.word,
                lines: self.lines.len()..self.lines.len() + 1,
            });
            let value = trimmed(self.input, start + found.value..line.end);
            self.lines.push(SmartLine { line, value });
            self.open = true;
            self.blank = false;
            return true;
        }
        let indented = part.start > line.start;
        let goes_on = match self.fields.last() {
            Some(field) if self.open && !self.blank => {
                indented || field.label == SmartLabel::Field || self.hangs(field)
            }
            // Codes in the margin may stand below a blank line.
            Some(_) if self.open => {
                indented && (below || stamps::is_codes(&self.input[part.clone()]))
            }
            _ => false,
        };
        if goes_on {
            if let Some(field) = self.fields.last_mut() {
                self.lines.push(SmartLine { line, value: part });
                field.lines.end = self.lines.len();
            }
            return true;
        }
        self.open = false;
        is_level(&self.input[part])
    }

    /// Whether a value goes on in the next line: its last line ends in a separator, or nothing stands behind the label.
    fn hangs(&self, field: &SmartField) -> bool {
        let last = self
            .lines
            .last()
            .and_then(|last| self.input.get(last.value.clone()));
        let empty = field.lines.len() == 1 && last.is_some_and(<[u8]>::is_empty);
        empty || last.is_some_and(|last| last.ends_with(b";") || last.ends_with(b","))
    }
}

/// A level alone on its line, as pages are headed with.
fn is_level(words: &[u8]) -> bool {
    const LEVELS: [&[u8]; 5] = [
        b"UNCLASSIFIED",
        b"SBU",
        b"SENSITIVE BUT UNCLASSIFIED",
        b"CONFIDENTIAL",
        b"SECRET",
    ];
    LEVELS.contains(&words)
}
