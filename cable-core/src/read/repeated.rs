//! A copy of the transmission header that an export printed behind the classification line.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::banner;
use crate::scan::header::classify::{classify, opening_label, page_is_open};
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::state::State;
use crate::scan::{self, Line, LineKind};
use crate::span::Span;

/// Lines below the classification line among which the copy begins.
const WITHIN: usize = 12;
/// Format lines that are needed: one alone may be a line of the text.
const LEAST: usize = 3;

/// Sets the lines of such a copy aside, its classification line too; gives the whole of it.
pub(super) fn set_aside(text: &str, lines: &mut [Line], sink: &mut impl Sink) -> Option<Span> {
    let first = lines
        .iter()
        .take(WITHIN)
        .position(|line| line.kind == LineKind::Text && opens(line.span.slice(text)))?;
    // Below a label stands what it labels.
    let mut above = lines.iter().take(first + 1);
    if above.any(|line| scan::label_at_start(line.span.slice(text)).is_some()) {
        return None;
    }
    let rest = lines.get_mut(first..)?;
    let (mut state, mut format_lines, mut taken) = (State::new(), 0, 0);
    for (index, line) in rest.iter().enumerate() {
        let content = line.span.slice(text);
        if banner::parse(text, line.span, &mut ()).is_some_and(|found| found.rest.is_empty()) {
            taken = index + 1;
            break;
        }
        if line.kind == LineKind::Break {
            continue;
        }
        let Some(kind) = classify(state, content.as_bytes()).kind else {
            break;
        };
        match kind {
            K::Blank => continue,
            K::Unknown | K::Note | K::Leftover => break,
            K::Addressee => {}
            _ => format_lines += 1,
        }
        state.advance(kind, page_is_open(kind, content.as_bytes()));
        taken = index + 1;
    }
    if format_lines < LEAST {
        return None;
    }
    let copy = rest.get_mut(..taken)?;
    let whole = copy.first()?.span.join(copy.last()?.span);
    for line in copy.iter_mut().filter(|line| line.kind == LineKind::Text) {
        line.kind = LineKind::Leftover;
    }
    sink.report(Diagnostic::new(Code::HeaderRepeatedInText, whole));
    Some(whole)
}

/// Whether a copy may begin with the line.
fn opens(line: &str) -> bool {
    matches!(
        opening_label(line.as_bytes()),
        Some(
            K::TransmissionId
                | K::Routing
                | K::Station
                | K::Security
                | K::DateTimeGroup
                | K::Originator
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_the_header_is_set_aside() {
        let read = |text: &str| {
            let mut lines: Vec<Line> = scan::lines(text).into_iter().map(Line::new).collect();
            let whole = set_aside(text, &mut lines, &mut ());
            whole.map(|span| span.slice(text).to_owned())
        };
        let copy = "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC\n\nINFO RUEHZB/AMEMBASSY ZELTBERG\nUNCLAS NORDHAVEN 000123";
        assert_eq!(
            read(&format!("SIPDIS\n\n{copy}\nSIPDIS\nTAGS: PREL\n")).as_deref(),
            Some(copy)
        );
        assert_eq!(
            read("SIPDIS\nFM AMEMBASSY NORDHAVEN\nSTATE FOR EUR\n"),
            None
        );
        assert_eq!(read(&format!("TAGS: PREL\n{copy}\n")), None);
    }
}
