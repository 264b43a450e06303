//! Operating signals of ACP 131, and what stands among them: corrected-copy marks and operator's notes.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::OperatingSignal;
use crate::scan::one_blank;
use crate::scan::shape::{begins, holds, is_operating_signal};
use crate::span::Span;
use crate::spanned::Spanned;

/// What stands behind the security warning or the date-time group.
///
/// ```
/// use cable_core::{Span, field::operating_signal};
/// let text = "ZZH ZDS CTG RUEHNV 0020 1580042 (CCY AD00AA00)";
/// let found = operating_signal::parse(text, Span::new(0, 46), &mut ());
/// assert_eq!(found.signals[1].argument.as_ref().unwrap().get(text), "CTG RUEHNV 0020 1580042");
/// assert_eq!(found.corrections.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signals {
    /// Signals with their suffixes and arguments.
    pub signals: Vec<OperatingSignal<Spanned>>,
    /// `(CCY …)` marks, as printed.
    pub corrections: Vec<Spanned>,
    /// Other notes, as printed.
    pub notes: Vec<Spanned>,
}

/// Reads a run of operating signals.
///
/// Typical input: `ZZH (CCY AD00AA00 MSI0001-001)`, `ZDS CTG RUEHNV 0020 1580042`, `ZUI RUEHNV0059 0900342`. Takes all
/// of it: words behind a signal are its argument, a piece in parentheses is a corrected-copy mark or a note, with or
/// without a blank before it. Reports `operating-signal-unknown`. Source: ACP 127(G) paras 419-426; ACP 131.
///
/// ```
/// use cable_core::{Span, field::operating_signal};
/// let text = "ZZH ZFF3 ZDK CTG RUEHNV 0123(CCY AD00AA00 MSI0001-001) (TAO)";
/// let found = operating_signal::parse(text, Span::new(0, text.len() as u32), &mut ());
/// let signal = &found.signals[2];
/// assert_eq!(signal.signal.get(text), "ZDK");
/// assert_eq!(signal.argument.as_ref().unwrap().get(text), "CTG RUEHNV 0123");
/// assert_eq!(found.signals[1].suffix.as_ref().unwrap().get(text), "3");
/// assert_eq!(found.corrections[0].get(text), "(CCY AD00AA00 MSI0001-001)");
/// assert_eq!(found.notes[0].get(text), "(TAO)");
/// ```
pub fn parse(text: &str, span: Span, sink: &mut impl Sink) -> Signals {
    let mut found = Signals::default();
    parse_into(text, span, &mut found, sink);
    found
}

/// As [`parse`], added to what was found before.
pub(crate) fn parse_into(text: &str, span: Span, found: &mut Signals, sink: &mut impl Sink) {
    let bytes = span.slice(text).as_bytes();
    let base = span.range().start;
    let at = |start: usize, end: usize| Span::at(base + start, base + end);
    let before = found.signals.len();
    // Whether a word now would be the argument of the last signal.
    let mut open = false;
    let mut loose: Option<Span> = None;
    let mut from = 0;
    while let Some(byte) = bytes.get(from) {
        if byte.is_ascii_whitespace() {
            from += 1;
            continue;
        }
        if *byte == b'(' {
            let length = bytes
                .iter()
                .skip(from)
                .position(|byte| *byte == b')')
                .map_or(bytes.len() - from, |close| close + 1);
            let note = at(from, from + length);
            let value = Spanned::of(text, note, one_blank(note.slice(text)));
            if is_correction(note.slice(text).as_bytes()) {
                found.corrections.push(value);
            } else {
                found.notes.push(value);
            }
            open = false;
            from += length;
            continue;
        }
        let length = bytes
            .iter()
            .skip(from)
            .position(|byte| byte.is_ascii_whitespace() || *byte == b'(')
            .unwrap_or(bytes.len() - from);
        let word = at(from, from + length);
        from += length;
        if is_operating_signal(word.slice(text).as_bytes()) {
            found.signals.push(signal(text, word, sink));
            open = true;
        } else if open {
            if let Some(last) = found.signals.last_mut() {
                let start = last.argument.as_ref().map_or(word, Spanned::span);
                last.argument = Some(Spanned::verbatim(start.join(word)));
                last.span = last.span.join(word);
            }
        } else {
            loose = Some(loose.map_or(word, |before| before.join(word)));
        }
    }
    found.notes.extend(loose.map(Spanned::verbatim));
    // Only now, so that a long argument is not joined again with every word.
    for signal in found.signals.iter_mut().skip(before) {
        if let Some(argument) = &mut signal.argument {
            let span = argument.span();
            *argument = Spanned::of(text, span, one_blank(span.slice(text)));
        }
    }
}

fn signal(text: &str, word: Span, sink: &mut impl Sink) -> OperatingSignal<Spanned> {
    let letters = Span::new(word.start(), (word.start() + 3).min(word.end()));
    let digits = Span::new(letters.end(), word.end());
    let printed = word.slice(text);
    let known = if printed.bytes().any(|byte| byte.is_ascii_lowercase()) {
        facts::operating_signal(&printed.to_ascii_uppercase()).is_some()
    } else {
        facts::operating_signal(printed).is_some()
    };
    if !known {
        sink.report(Diagnostic::new(Code::OperatingSignalUnknown, word));
    }
    OperatingSignal {
        signal: Spanned::verbatim(letters),
        suffix: (!digits.is_empty()).then(|| Spanned::verbatim(digits)),
        argument: None,
        span: word,
    }
}

/// `(CCY AD… MSI…)`; `CCY` may be missing.
fn is_correction(note: &[u8]) -> bool {
    let inner = note.get(1..).unwrap_or(b"").trim_ascii_start();
    begins(inner, b"CCY") || (begins(inner, b"AD") && holds(inner, b"MSI"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_signal_is_told_and_an_unclosed_note_ends_with_the_line() {
        let text = "ZQQ  CTG  NUMEROUS REQUESTS (CCY";
        let mut findings = Vec::new();
        let found = parse(text, Span::new(0, text.len() as u32), &mut findings);
        assert_eq!(found.signals.len(), 1);
        let argument = found.signals[0].argument.as_ref().map(|a| a.get(text));
        assert_eq!(argument, Some("CTG NUMEROUS REQUESTS"));
        assert_eq!(found.corrections[0].get(text), "(CCY");
        assert_eq!(findings[0].code, Code::OperatingSignalUnknown);
    }
}
