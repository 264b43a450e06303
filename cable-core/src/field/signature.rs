//! The end of the telegram: who signed, end markers.

mod line;
mod name;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::scan::{one_blank, paragraph_head};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::ends::{trim, trim_start};
use line::Ending;

/// How many lines behind the name may be something nobody knows (a printer's note, an export's record number).
const UNKNOWN_LINES: usize = 4;

/// The end of a telegram, taken apart.
///
/// ```
/// use cable_core::{Span, field::signature};
/// let text = "1. (U) It falls.\n\nBRANDT\nNNNN";
/// let lines = [Span::new(0, 16), Span::new(17, 17), Span::new(18, 24), Span::new(25, 29)];
/// let found = signature::parse(text, &lines, &mut ());
/// assert_eq!(found.names[0].get(text), "BRANDT");
/// assert_eq!(found.end_markers[0].get(text), "NNNN");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignatureFound {
    /// The persons who signed, as printed; a doubled name once.
    pub names: Vec<Spanned>,
    /// Where the names stand.
    pub span: Option<Span>,
    /// `NNNN`, `BT`, `#0820`, `End Cable Text`, `GP-3`, in order.
    pub end_markers: Vec<Spanned>,
    /// Where the text ends: at the name, which may stand in the last sentence's line; else at what follows the last
    /// sentence. `None` if the text goes to the last line.
    pub signature_start: Option<u32>,
}

/// The signature and the end markers in the last lines of the text.
///
/// Input: the contents of the last lines, section breaks left out, in order: a surname alone (`ROE`, `Roe`,
/// `DE ROE`, `ROE JR`, `ROE ROE`, `ROE .`, `ROE 2009-12-31`) or behind the last sentence (`... to follow. ROE`); behind
/// it class words, captions, page headings, stamps, `NNNN`, `BT`, `#0820`, `##`, `-/`, `End Cable Text`,
/// `<< END OF DOCUMENT >>`, operator's notes. A text that ends in a sentence has no signature. Reports
/// `signature-unusual`. Source: practice of 1966-2012 telegrams; ACP 127(G) Annex B for the end markers.
///
/// ```
/// use cable_core::{Resolve, Span, field::signature};
/// let text = "Report to follow. ROE\nNNNN";
/// let found = signature::parse(text, &[Span::new(0, 21), Span::new(22, 26)], &mut ());
/// assert_eq!(found.names.resolve(text), ["ROE"]);
/// assert_eq!(found.end_markers.resolve(text), ["NNNN"]);
/// assert_eq!(found.signature_start, Some(18));
/// ```
pub fn parse(text: &str, lines: &[Span], sink: &mut impl Sink) -> SignatureFound {
    let mut found = SignatureFound::default();
    let mut plain = true;
    // Upwards over what is known to stand behind a signature.
    let mut index = lines.len();
    let mut start = None;
    while let Some(line) = index.checked_sub(1).and_then(|last| lines.get(last)) {
        let content = content(text, *line);
        match line::ending(content.slice(text)) {
            Ending::Blank => {}
            Ending::Leftover => start = Some(content.start()),
            Ending::Marker => {
                found.end_markers.push(Spanned::verbatim(content));
                start = Some(content.start());
            }
            Ending::Text => break,
        }
        index -= 1;
    }
    found.signature_start = start;
    let mut signed = at(text, lines, index);
    if signed.is_none() {
        // What nobody knows: only a name that is certain is looked for above it.
        signed = above_unknown(text, lines, index);
        plain = false;
    }
    if let Some(signed) = signed {
        let mut markers = signed.markers;
        markers.reverse();
        found.end_markers.extend(markers);
        plain &= !signed.glued && !signed.doubled;
        found.span = Some(signed.span);
        // A sign may stand before a name that is alone on its line.
        let own_line = lines.get(signed.line).filter(|_| !signed.glued);
        let start = own_line
            .map_or(signed.span, |line| content(text, *line))
            .start();
        found.signature_start = Some(start);
        found.names = signed.names;
        // A downgrading note of the 1960s stands between the text and the name.
        if let Some(note) = lines
            .get(..signed.line)
            .and_then(|above| {
                above
                    .iter()
                    .rev()
                    .map(|line| content(text, *line))
                    .find(|line| !line.is_empty())
            })
            .filter(|line| line::downgrading(line.slice(text)))
        {
            found.end_markers.push(Spanned::verbatim(note));
        }
    } else {
        plain = false;
    }
    found.end_markers.reverse();
    if !plain {
        sink.report(match found.span {
            Some(span) => Diagnostic::new(Code::SignatureUnusual, span),
            None => Diagnostic::nowhere(Code::SignatureUnusual),
        });
    }
    found
}

/// A line without white space at its ends.
fn content(text: &str, line: Span) -> Span {
    let whole = line.slice(text);
    let start = line.start() + offset(whole.len() - trim_start(whole).len());
    Span::new(start, start + offset(trim(whole).len()))
}

/// A signature, and how it stood.
struct Signed {
    names: Vec<Spanned>,
    span: Span,
    /// Markers on the same line, in order.
    markers: Vec<Spanned>,
    glued: bool,
    doubled: bool,
    /// Index of its line.
    line: usize,
}

/// The signature on the last of `lines[..end]`.
fn at(text: &str, lines: &[Span], end: usize) -> Option<Signed> {
    let last = end.checked_sub(1)?;
    let line = content(text, *lines.get(last)?);
    let whole = line.slice(text);
    // Markers and class words may stand on the line of the name.
    let (length, markers) = line::behind_name(whole);
    let markers = markers
        .into_iter()
        .map(|range| Spanned::verbatim(within(line, range)))
        .collect();
    let rest = whole.get(..length).unwrap_or("");
    let above = above(text, lines, last);
    let (found, glued) = match name::alone(rest, &above) {
        Some(found) => (found, false),
        None => (name::glued(rest)?, true),
    };
    // `4. ROE` is a paragraph of one word.
    let before = rest.get(..found.whole.start)?.trim_end();
    if glued && paragraph_head(before).is_some_and(|head| head.after >= before.len()) {
        return None;
    }
    Some(Signed {
        names: found
            .names
            .iter()
            .map(|range| {
                let span = within(line, range.clone());
                Spanned::of(text, span, one_blank(span.slice(text)))
            })
            .collect(),
        span: within(line, found.whole),
        markers,
        glued,
        doubled: found.doubled,
        line: last,
    })
}

fn within(line: Span, range: core::ops::Range<usize>) -> Span {
    Span::new(
        line.start() + offset(range.start),
        line.start() + offset(range.end),
    )
}

/// What stands above a line: the last text, and whether a blank line parts them.
fn above<'a>(text: &'a str, lines: &[Span], index: usize) -> name::Above<'a> {
    let mut blank = false;
    for line in lines.get(..index).unwrap_or(&[]).iter().rev() {
        let whole = trim(line.slice(text));
        if !whole.is_empty() && !line::downgrading(whole) {
            return name::Above { text: whole, blank };
        }
        blank = true;
    }
    name::Above {
        text: "",
        blank: true,
    }
}

/// A surname in upper case, alone behind a finished sentence, above a few lines that are nothing known.
fn above_unknown(text: &str, lines: &[Span], end: usize) -> Option<Signed> {
    let mut unknown = 0;
    for index in (0..end).rev() {
        let line = content(text, *lines.get(index)?);
        let whole = line.slice(text);
        if whole.is_empty() || line::ending(whole) != Ending::Text {
            continue;
        }
        if unknown > 0
            && !line::downgrading(whole)
            && name::certain(whole, &above(text, lines, index))
        {
            if let Some(signed) = at(text, lines, index + 1) {
                return Some(signed);
            }
        }
        unknown += 1;
        // A paragraph or a sentence is text, however it ends.
        if unknown > UNKNOWN_LINES || line::text_surely(whole) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests;
