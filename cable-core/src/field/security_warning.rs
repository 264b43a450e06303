//! Security warning of format line 4.

use super::operating_signal::{self, Signals};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Level, SecurityWarning};
use crate::scan::shape::{same, words};
use crate::span::Span;
use crate::spanned::Spanned;

/// Reads a security line.
///
/// Typical input: `ZNY CCCCC ZZH (CCY AD00AA00 MSI0001-001)`. Takes the signal, its letters and all signals and notes
/// behind them. Reports `security-warning-malformed`, `operating-signal-unknown`. Source: ACP 127(G) paras 124, 203.
///
/// ```
/// use cable_core::{Span, field::security_warning, record::Level};
/// let text = "ZNY CCCCC ZZH";
/// let (warning, rest) = security_warning::parse(text, Span::new(0, 13), &mut ());
/// let warning = warning.unwrap();
/// assert_eq!((warning.signal.get(text), warning.letters.get(text)), ("ZNY", "CCCCC"));
/// assert_eq!(warning.level, Some(Level::Confidential));
/// assert_eq!(rest.signals[0].signal.get(text), "ZZH");
/// ```
pub fn parse(
    text: &str,
    line: Span,
    sink: &mut impl Sink,
) -> (Option<SecurityWarning<Spanned>>, Signals) {
    let mut rest = Signals::default();
    let warning = parse_into(text, line, &mut rest, sink);
    (warning, rest)
}

/// As [`parse`], the signals added to what was found before.
pub(crate) fn parse_into(
    text: &str,
    line: Span,
    rest: &mut Signals,
    sink: &mut impl Sink,
) -> Option<SecurityWarning<Spanned>> {
    let bytes = line.slice(text).as_bytes();
    let base = line.range().start;
    let at = |start: usize, end: usize| Span::at(base + start, base + end);
    let first = words(bytes).next().unwrap_or(0..0);
    let signal = bytes.get(first.start..first.start + 3).unwrap_or(b"");
    if !same(signal, b"ZNR") && !same(signal, b"ZNY") {
        operating_signal::parse_into(text, line, rest, sink);
        return None;
    }
    let signal_span = at(first.start, first.start + 3);
    let behind = bytes.get(first.start + 3..).unwrap_or(b"");
    let letters = words(behind).next().unwrap_or(0..0);
    // A note may be glued to the letters.
    let length = behind
        .get(letters.clone())
        .unwrap_or(b"")
        .iter()
        .position(|byte| *byte == b'(')
        .unwrap_or(letters.len());
    let start = first.start + 3 + letters.start;
    let mut letters_span = at(start, start + length);
    let found = letters_span.slice(text).as_bytes();
    if crate::scan::shape::is_operating_signal(found) && found.len() == 3 {
        // `ZNR ZZH`: the letters are missing.
        letters_span = Span::empty(letters_span.start());
    }
    let found = letters_span.slice(text).as_bytes();
    let (level, five) = read_letters(found);
    let unclassified = same(found.get(..1).unwrap_or(b""), b"U");
    if !five || same(signal, b"ZNR") != unclassified {
        let place = signal_span.join(letters_span);
        sink.report(Diagnostic::new(Code::SecurityWarningMalformed, place));
    }
    let tail = Span::new(letters_span.end(), line.end());
    operating_signal::parse_into(text, tail, rest, sink);
    Some(SecurityWarning {
        signal: Spanned::verbatim(signal_span),
        letters: Spanned::verbatim(letters_span),
        level,
        span: signal_span.join(letters_span),
    })
}

/// The level of the letters, and whether they are five equal ones. A second group behind a slash names a category of
/// allied or military traffic.
fn read_letters(letters: &[u8]) -> (Option<Level>, bool) {
    let group = letters.split(|byte| *byte == b'/').next().unwrap_or(b"");
    let Some(first) = group.first().map(u8::to_ascii_uppercase) else {
        return (None, false);
    };
    let level = match first {
        b'U' | b'E' => Level::Unclassified,
        b'R' => Level::Restricted,
        b'C' => Level::Confidential,
        b'S' => Level::Secret,
        b'T' => Level::TopSecret,
        _ => return (None, false),
    };
    let equal = group
        .iter()
        .filter(|byte| byte.eq_ignore_ascii_case(&first))
        .count();
    // One letter hit by garble leaves the level readable; three and a release code of two are used by allies.
    let readable = equal >= 3 && equal + 2 >= group.len();
    (readable.then_some(level), group.len() == 5 && equal == 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Level>, Vec<Code>) {
        let mut findings = Vec::new();
        let (warning, _) = parse(text, Span::new(0, text.len() as u32), &mut findings);
        let codes = findings.iter().map(|finding| finding.code).collect();
        (warning.and_then(|warning| warning.level), codes)
    }

    #[test]
    fn levels_and_faults() {
        let malformed = vec![Code::SecurityWarningMalformed];
        assert_eq!(read("ZNR UUUUU ZZH"), (Some(Level::Unclassified), vec![]));
        assert_eq!(read("ZNY EEEEE"), (Some(Level::Unclassified), vec![]));
        assert_eq!(read("ZNY SSSSS/BBBBB ZZH"), (Some(Level::Secret), vec![]));
        assert_eq!(
            read("ZNR CCCCC ZZH"),
            (Some(Level::Confidential), malformed.clone())
        );
        assert_eq!(
            read("ZNY CCXCC ZZH"),
            (Some(Level::Confidential), malformed.clone())
        );
        assert_eq!(read("ZNYSSSSS(TAO)"), (Some(Level::Secret), vec![]));
        assert_eq!(read("ZNR ZZH"), (None, malformed.clone()));
        assert_eq!(read("ZNR"), (None, malformed));
        assert_eq!(read("ZZH"), (None, vec![]));
    }
}
