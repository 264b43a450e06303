//! [`read_header`]: the transmission header and the distribution block of a text, one pass over their lines.

use super::reader::Reader;
use super::zones::{HeaderBlock, head};
use crate::diagnostic::Sink;
use crate::options::ParseOptions;
use crate::scan::header::classify::{classify, is_strong, page_is_open};
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::state::State;
use crate::span::Span;

/// How many lines are looked at for the beginning of a header, and how many lines of no known kind may stand before it.
const PRELUDE: usize = 64;
const UNKNOWN_BEFORE: usize = 6;

/// Reads the header that stands before the text.
///
/// `lines` are the physical lines of the text from its start, without their ends and without white space before those.
/// `year_hint` is the year of the wrapping. Reading stops at the classification line, caption, label or paragraph that
/// opens the text; only lines up to there, and a few beyond, are looked at.
///
/// Reports what can be checked in the header alone; nothing that is missing in fragment mode.
///
/// ```
/// use cable_core::{ParseOptions, Span, read::read_header, scan::lines};
/// let text = "R 251645Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 0412\nUNCLAS NORDHAVEN 000123\n";
/// let block = read_header(text, &lines(text), &ParseOptions::new(), None, &mut ());
/// let header = block.header.unwrap();
/// assert_eq!(header.action[0].name.get(text), "SECSTATE WASHDC");
/// assert_eq!(header.date_time_group.unwrap().to_string(), "2008-03-25T16:45:00Z");
/// assert_eq!(block.next_line, 3);
/// ```
pub fn read_header(
    text: &str,
    lines: &[Span],
    options: &ParseOptions,
    year_hint: Option<i16>,
    sink: &mut impl Sink,
) -> HeaderBlock {
    if !begins(text, lines) {
        return HeaderBlock::default();
    }
    let mut reader = Reader::new(text, lines, options, year_hint, sink);
    let mut next = 0;
    while let Some(line) = lines.get(next) {
        if !reader.line(next, *line) {
            break;
        }
        next += 1;
    }
    reader.finish(next)
}

/// Whether a header, or a distribution block, stands at the beginning.
fn begins(text: &str, lines: &[Span]) -> bool {
    let mut state = State::default();
    let (mut unknown, mut drafting) = (0, 0);
    for line in lines.iter().take(PRELUDE) {
        let line = head(text, *line);
        let found = classify(state, line);
        let Some(kind) = found.kind else {
            return drafting > 1;
        };
        match kind {
            K::TransmissionId | K::PartialExtract => return true,
            // A date alone may stand anywhere.
            K::DateTimeGroup if found.label.is_empty() => {}
            _ if is_strong(kind) => return unknown <= UNKNOWN_BEFORE,
            K::Drafting => drafting += 1,
            K::Unknown | K::Clearance => unknown += 1,
            _ => {}
        }
        state.advance(kind, page_is_open(kind, line));
    }
    drafting > 1
}
