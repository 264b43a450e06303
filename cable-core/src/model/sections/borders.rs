//! What is taken of a section file: from behind what it repeats of the first one to before its end-of-message lines.

use crate::model::Cable;
use crate::scan;
use crate::span::{Span, offset};
use std::collections::HashSet;

/// A line with its runs of white space made one blank.
fn words(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines above the text of the first section, which the others may repeat.
pub(super) fn top_lines<S: AsRef<[u8]>>(cable: &Cable<S>) -> HashSet<String> {
    let text = cable.view().text();
    let body = cable.layout().lines.first();
    let end = body.map_or(offset(text.len()), |line| line.span.start());
    scan::lines(text)
        .iter()
        .take_while(|line| line.start() < end)
        .map(|line| words(line.slice(text)))
        .collect()
}

/// Where the text of a further section begins: at the first line behind the classification line that the first section's
/// top has not. Its first line may be the end of a sentence, so labels and numbers say nothing here.
pub(super) fn behind_top<S: AsRef<[u8]>>(cable: &Cable<S>, top: &HashSet<String>) -> usize {
    let text = cable.view().text();
    let banner = cable.layout().banner.as_ref();
    let from = banner.map_or(0, |banner| banner.printed.span().end());
    scan::lines(text)
        .iter()
        .filter(|line| line.end() > from)
        .map(|line| Span::new(line.start().max(from), line.end()))
        .find(|line| {
            let words = words(line.slice(text));
            !words.is_empty() && !top.contains(&words)
        })
        .map_or(text.len(), |line| line.start() as usize)
}

/// Where the end-of-message lines and the blanks before them begin.
pub(super) fn before_end_markers<S: AsRef<[u8]>>(cable: &Cable<S>) -> usize {
    let text = cable.view().text();
    let mut end = text.trim_end().len();
    for marker in cable.layout().end_markers.iter().rev() {
        let span = marker.span();
        if span.end() as usize != end {
            break;
        }
        end = text[..span.start() as usize].trim_end().len();
    }
    end
}
