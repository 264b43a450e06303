//! Routing line, format line 2.

use super::precedence;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Precedence, Routing};
use crate::scan::shape::{is_routing_indicator, word_spans};
use crate::span::Span;
use crate::spanned::Spanned;

/// Reads a routing line.
///
/// Typical input: `OO RUEHNV RUEHPA`. Takes all of it. Reports `routing-indicator-invalid` for what is no indicator
/// (it is left out) and `routing-precedence-mismatch` for a prosign that is not doubled.
/// Source: ACP 127(G) paras 152, 204; 5 FAH-2 H-321.2.
///
/// ```
/// use cable_core::{Span, field::routing, record::Precedence};
/// let text = "OO RUEHNV RUEHPA\nRUEHZB";
/// let mut line = routing::parse(text, Span::new(0, 16), &mut ());
/// routing::extend(&mut line, text, Span::new(17, 23), 100, &mut ());
/// assert_eq!(line.precedence, Some(Precedence::Immediate));
/// assert_eq!(line.routing_indicators[2].get(text), "RUEHZB");
/// ```
pub fn parse(text: &str, line: Span, sink: &mut impl Sink) -> Routing<Spanned> {
    let mut words = word_spans(text, line);
    let sign = words.next().unwrap_or(Span::empty(line.start()));
    let printed = sign.slice(text);
    let precedence = precedence::of_prosign(printed).or_else(|| {
        let letter = printed.bytes().next()?.to_ascii_uppercase();
        Precedence::from_prosign(letter)
    });
    let mut letters = printed.bytes();
    let (first, second) = (letters.next(), letters.next());
    if first.is_none()
        || !first
            .zip(second)
            .is_some_and(|(a, b)| a.eq_ignore_ascii_case(&b))
    {
        sink.report(Diagnostic::new(Code::RoutingPrecedenceMismatch, sign));
    }
    let mut found = Routing {
        precedence,
        // An indicator has six letters, nearly always.
        routing_indicators: Vec::with_capacity(line.len() as usize / 7 + 1),
        span: line,
    };
    indicators(&mut found, text, words, usize::MAX, sink);
    found
}

/// Adds a continuation line of bare indicators, up to `limit` in all; says whether all were kept.
///
/// ```
/// use cable_core::{Span, field::routing};
/// let text = "RR RUEHNV RUEHPA\nRUEHZB RUEHC";
/// let mut line = routing::parse(text, Span::new(0, 16), &mut ());
/// assert!(routing::extend(&mut line, text, Span::new(17, 29), 10, &mut ()));
/// assert_eq!(line.routing_indicators.len(), 4);
/// ```
pub fn extend(
    routing: &mut Routing<Spanned>,
    text: &str,
    line: Span,
    limit: usize,
    sink: &mut impl Sink,
) -> bool {
    routing.span = routing.span.join(line);
    indicators(routing, text, word_spans(text, line), limit, sink)
}

fn indicators(
    routing: &mut Routing<Spanned>,
    text: &str,
    words: impl Iterator<Item = Span>,
    limit: usize,
    sink: &mut impl Sink,
) -> bool {
    for word in words {
        if !is_routing_indicator(word.slice(text).as_bytes()) {
            sink.report(Diagnostic::new(Code::RoutingIndicatorInvalid, word));
        } else if routing.routing_indicators.len() >= limit {
            return false;
        } else {
            routing.routing_indicators.push(Spanned::verbatim(word));
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_prosign_and_indicators() {
        let text = "OP RUEHNV 4711 XQZ";
        let mut findings = Vec::new();
        let line = parse(text, Span::new(0, text.len() as u32), &mut findings);
        assert_eq!(line.precedence, Some(Precedence::Immediate));
        assert_eq!(line.routing_indicators.len(), 1);
        let codes: Vec<_> = findings.iter().map(|f| f.code).collect();
        assert_eq!(
            codes,
            [
                Code::RoutingPrecedenceMismatch,
                Code::RoutingIndicatorInvalid,
                Code::RoutingIndicatorInvalid
            ]
        );
    }
}
