//! Originators and addressees.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::{Addressee, Precedence};
use crate::scan::shape::{
    begins, first_word, indicator_before_slash, is_blank, number, part, same, trim, trim_span,
    words,
};
use crate::scan::{one_blank, split_behind};
use crate::span::Span;
use crate::spanned::Spanned;
use crate::text::signs::Signs;
use std::ops::Range;

/// Reads one addressee; `None` if there is no name.
///
/// Typical input: `RUEHC/SECSTATE WASHDC IMMEDIATE 7384`, `RUEHNV/CDR NORDHAVEN//J3// PRIORITY`, `AIG 7001 0412`.
/// Takes all of it. The number of an address group or task force is part of its name. Reports
/// `niact-without-immediate`, `message-number-malformed`. Source: ACP 127(G) para 205; 5 FAH-2 H-321.7.
///
/// ```
/// use cable_core::{Span, field::addressee, record::Precedence};
/// let text = "RUEHC/SECSTATE WASHDC//EUR// IMMEDIATE 7384";
/// let found = addressee::parse(text, Span::new(0, text.len() as u32), &mut ()).unwrap();
/// assert_eq!(found.routing_indicator.unwrap().get(text), "RUEHC");
/// assert_eq!(found.name.get(text), "SECSTATE WASHDC//EUR//");
/// assert_eq!(found.passing.unwrap().get(text), "EUR");
/// assert_eq!(found.precedence, Some(Precedence::Immediate));
/// assert_eq!(found.message_number.unwrap().get(text), "7384");
/// ```
pub fn parse(text: &str, span: Span, sink: &mut impl Sink) -> Option<Addressee<Spanned>> {
    let indicator = indicator_before_slash(span.slice(text).as_bytes());
    parse_behind(text, span, indicator, sink)
}

/// [`parse`] of a line whose routing indicator is known.
pub(crate) fn parse_behind(
    text: &str,
    span: Span,
    indicator: Option<Range<usize>>,
    sink: &mut impl Sink,
) -> Option<Addressee<Spanned>> {
    let line = span.slice(text).as_bytes();
    let base = span.range().start;
    let at = |range: Range<usize>| Span::at(base + range.start, base + range.end);
    let whole = trim(line, 0..line.len());
    let crate::scan::AddresseeParts {
        indicator,
        name,
        precedence: found_precedence,
        number: found_number,
    } = split_behind(line, indicator, true);
    let name_span = at(name.clone());
    let printed = name_span.slice(text);
    if printed.is_empty() {
        return None;
    }
    if let Some(range) = &found_number {
        check_number(part(line, range.clone()), at(range.clone()), sink);
    }
    if let Some((Precedence::NiactImmediate, range)) = &found_precedence {
        if words(part(line, range.clone())).nth(1).is_none() {
            sink.report(Diagnostic::new(
                Code::NiactWithoutImmediate,
                at(range.clone()),
            ));
        }
    }
    let indicator_span = indicator.map(at);
    let signs = Signs::of(printed.as_bytes());
    let passing = match signs.slash {
        true => passing(printed),
        false => None,
    };
    Some(Addressee {
        collective: is_one_of_many(printed, signs, indicator_span.map(|span| span.slice(text))),
        passing: passing.map(|range| {
            let start = name_span.range().start;
            Spanned::verbatim(Span::at(start + range.start, start + range.end))
        }),
        routing_indicator: indicator_span.map(Spanned::verbatim),
        name: if signs.regular {
            Spanned::verbatim(name_span)
        } else {
            Spanned::of(text, name_span, one_blank(printed))
        },
        precedence: found_precedence.map(|(precedence, _)| precedence),
        message_number: found_number.map(|range| Spanned::verbatim(at(range))),
        excluded: Vec::new(),
        span: at(whole),
    })
}

/// The names of an XMT line, which lists them where handbook and sample have one a line: commas and semicolons outside of
/// `//…//` part them, and an AND before the kind of a post.
pub(crate) fn excluded(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let list = line.slice(text);
    let (mut from, mut behind, mut office) = (0, 0, false);
    let pieces = list
        .bytes()
        .enumerate()
        .filter_map(move |(at, byte)| {
            let pair = byte == b'/' && at >= behind && list.as_bytes().get(at + 1) == Some(&b'/');
            if pair {
                office = !office;
                behind = at + 2;
            }
            (matches!(byte, b',' | b';') && !office).then_some(at)
        })
        .chain([list.len()])
        .map(move |end| std::mem::replace(&mut from, end + 1)..end);
    let names = pieces.flat_map(move |piece| at_and(list, piece));
    let start = line.range().start;
    names
        .map(move |name| trim_span(text, Span::at(start + name.start, start + name.end)))
        .filter(|name| !name.is_empty())
}

/// `AMEMBASSY ROME AND AMEMBASSY OSLO`, `AND PARIS`: the names without the AND. `DIPLOMATIC AND CONSULAR POSTS` is one.
fn at_and(list: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    const KINDS: [&[u8]; 4] = [b"AMEMBASSY", b"AMCONSUL", b"AMCONGEN", b"USMISSION"];
    let line = list.as_bytes();
    let word =
        |range: &Range<usize>| part(line, range.start + piece.start..range.end + piece.start);
    let all: Vec<_> = words(part(line, piece.clone())).collect();
    let mut names = Vec::new();
    let mut from = piece.start;
    for (index, range) in all.iter().enumerate() {
        let next = all.get(index + 1);
        let kind = || next.is_some_and(|next| KINDS.iter().any(|kind| same(word(next), kind)));
        if same(word(range), b"AND") && next.is_some() && (index == 0 || kind()) {
            names.push(from..piece.start + range.start);
            from = piece.start + range.end;
        }
    }
    names.push(from..piece.end);
    names
}

/// Three or four digits; a range rises and its end has four.
fn check_number(word: &[u8], span: Span, sink: &mut impl Sink) {
    let mut parts = word.split(|byte| *byte == b'-');
    let first = parts.next().unwrap_or(b"");
    let well = match parts.next() {
        None => (3..=4).contains(&first.len()),
        Some(last) => {
            (3..=4).contains(&first.len()) && last.len() == 4 && number(first) < number(last)
        }
    };
    if !well {
        sink.report(Diagnostic::new(Code::MessageNumberMalformed, span));
    }
}

/// The office symbols between double slashes, as a range of the name.
fn passing(name: &str) -> Option<Range<usize>> {
    let bytes = name.as_bytes();
    let pair = |at: &usize| bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"//"));
    let start = memchr::memchr_iter(b'/', bytes).find(pair)? + 2;
    let last = memchr::memrchr_iter(b'/', bytes).find(pair);
    let end = last.filter(|end| *end >= start).unwrap_or(bytes.len());
    (start < end).then_some(start..end)
}

/// Whether a name is one of many addressees.
///
/// Source: 5 FAH-1 H-241.1-2; collectives of the telegrams: the word COLLECTIVE, ALL, an address group, words for
/// many posts, or a routing indicator that stands for a collective.
///
/// ```
/// use cable_core::field::addressee::is_collective;
/// assert!(is_collective("EUROPEAN POLITICAL COLLECTIVE", None));
/// assert!(is_collective("AIG 7001", None));
/// assert!(is_collective("EU MEMBER STATES", Some("RUCNMEM")));
/// assert!(!is_collective("AMEMBASSY NORDHAVEN", None));
/// assert!(!is_collective("SECSTATE WASHDC", Some("RUEHC")));
/// ```
pub fn is_collective(name: &str, routing_indicator: Option<&str>) -> bool {
    is_one_of_many(name, Signs::of(name.as_bytes()), routing_indicator)
}

/// [`is_collective`] of a name of which is known what it holds.
fn is_one_of_many(name: &str, signs: Signs, routing_indicator: Option<&str>) -> bool {
    let bytes = name.as_bytes();
    // Most addressees are single posts.
    if begins(bytes, b"AMEMBASSY ") || begins(bytes, b"AMCONSUL ") {
        return false;
    }
    let Some(range) = words(bytes).next() else {
        return false;
    };
    let first = part(bytes, range.clone());
    let behind = bytes.get(range.end..).unwrap_or(b"");
    let many: [&[u8]; 4] = [b"ALL", b"AIG", b"ALDAC", b"ALLDP"];
    if signs.cep && speaks_of_many(behind)
        || begins(first, b"COLLECTIV")
        || many.iter().any(|name| same(first, name))
    {
        return true;
    }
    if is_single(first) {
        return false;
    }
    // Programs and communities of posts have no indicator of their own.
    let mut behind = words(behind).map(|word| part(behind, word));
    let second = behind.next();
    let last = behind.last().or(second).unwrap_or(first);
    let second = second.unwrap_or(b"");
    if same(last, b"PROGRAM") && same(second, b"EMBASSY")
        || same(last, b"COMMUNITY")
        || same(last, b"STATES") && same(second, b"MEMBER")
    {
        return true;
    }
    let Some(indicator) = routing_indicator else {
        return false;
    };
    let kind = facts::routing_indicator(indicator).map(|fact| fact.kind);
    kind == Some(facts::RoutingKind::Collective)
}

/// Whether one of the words behind the first one stands for many posts.
fn speaks_of_many(behind: &[u8]) -> bool {
    let mut rest = behind;
    while let [before, tail @ ..] = rest {
        let opens = tail.first().map(|first| first | 0x20);
        if is_blank(*before) && matches!(opens, Some(b'c' | b'e' | b'p')) {
            let word = first_word(tail);
            let many: [&[u8]; 4] = [b"POSTS", b"CAPITALS", b"CONSULATES", b"EMBASSIES"];
            if begins(word, b"COLLECTIV") || many.iter().any(|many| same(word, many)) {
                return true;
            }
        }
        rest = tail;
    }
    false
}

/// Whether the first word of a name is that of one office, post or command.
fn is_single(first: &[u8]) -> bool {
    let starts: &[&[u8]] = match first.first().map(u8::to_ascii_uppercase) {
        Some(b'A') => &[b"AMEMB", b"AMCON", b"AMCOM", b"AMLEG"],
        Some(b'C') => &[b"CIA", b"CDR", b"CINC"],
        Some(b'D') => &[b"DIA", b"DEPT", b"DEPARTMENT"],
        Some(b'H') => &[b"HQ"],
        Some(b'S') => &[b"SEC"],
        Some(b'U') => &[b"US"],
        _ => return false,
    };
    starts.iter().any(|start| begins(first, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<Precedence>, Option<String>) {
        let span = Span::new(0, text.len() as u32);
        let found = parse(text, span, &mut ()).unwrap();
        let number = found
            .message_number
            .map(|number| number.get(text).to_owned());
        (found.name.get(text).to_owned(), found.precedence, number)
    }

    #[test]
    fn exclusions_are_parted() {
        let cases: [(&str, &[&str]); 8] = [
            ("AMEMBASSY ROME", &["AMEMBASSY ROME"]),
            (
                "AMEMBASSY ROME, AMEMBASSY OSLO",
                &["AMEMBASSY ROME", "AMEMBASSY OSLO"],
            ),
            ("AMEMBASSY ROME; OSLO,", &["AMEMBASSY ROME", "OSLO"]),
            (
                "AMEMBASSY ROME, OSLO, AND PARIS",
                &["AMEMBASSY ROME", "OSLO", "PARIS"],
            ),
            (
                "AMEMBASSY ROME AND AMCONSUL MILAN",
                &["AMEMBASSY ROME", "AMCONSUL MILAN"],
            ),
            (
                "USNATO//POLAD,J3//, CDR NORDHAVEN//J1,J2//J3//",
                &["USNATO//POLAD,J3//", "CDR NORDHAVEN//J1,J2//J3//"],
            ),
            (
                "ALL DIPLOMATIC AND CONSULAR POSTS",
                &["ALL DIPLOMATIC AND CONSULAR POSTS"],
            ),
            (" , ;", &[]),
        ];
        for (list, expected) in cases {
            let found = excluded(list, Span::at(0, list.len()));
            let found: Vec<_> = found.map(|name| name.slice(list)).collect();
            assert_eq!(found, expected, "{list}");
        }
    }

    #[test]
    fn numbers_and_precedences() {
        use Precedence::*;
        let cases = [
            ("AIG 7001", "AIG 7001", None, None),
            ("AIG 7001 0412", "AIG 7001", None, Some("0412")),
            ("AIG 7001 PRIORITY", "AIG 7001", Some(Priority), None),
            ("CTG 151.1", "CTG 151.1", None, None),
            (
                "CTF 151 IMMEDIATE 0001",
                "CTF 151",
                Some(Immediate),
                Some("0001"),
            ),
            (
                "RUEHNV/39ABG ZELTBERG AB 012",
                "39ABG ZELTBERG AB",
                None,
                Some("012"),
            ),
            ("DET 1 39LG ZELTBERG", "DET 1 39LG ZELTBERG", None, None),
            (
                "SECSTATE WASHDC  NIACT  IMMEDIATE 4778-4781",
                "SECSTATE WASHDC",
                Some(NiactImmediate),
                Some("4778-4781"),
            ),
            (
                "SECSTATE WASHDC NIACT",
                "SECSTATE WASHDC",
                Some(NiactImmediate),
                None,
            ),
            (
                "SECSTATE WASHDC PRIOITY 12",
                "SECSTATE WASHDC",
                Some(Priority),
                Some("12"),
            ),
            (
                "SECSTATE WASHDC 7384 PRIORITY",
                "SECSTATE WASHDC",
                Some(Priority),
                Some("7384"),
            ),
            ("PRIORITY", "PRIORITY", None, None),
            (
                "NORDHAVEN WASHDC//AB//",
                "NORDHAVEN WASHDC//AB//",
                None,
                None,
            ),
            (
                "amembassy  nordhaven immediate",
                "amembassy nordhaven",
                Some(Immediate),
                None,
            ),
            ("0412", "0412", None, None),
        ];
        for (text, name, precedence, number) in cases {
            assert_eq!(
                read(text),
                (name.to_owned(), precedence, number.map(str::to_owned)),
                "{text}"
            );
        }
    }

    #[test]
    fn faults_are_told() {
        for (text, code) in [
            ("AMEMBASSY ZELTBERG NIACT 0001", Code::NiactWithoutImmediate),
            ("AMEMBASSY ZELTBERG 4781-4778", Code::MessageNumberMalformed),
            (
                "AMEMBASSY ZELTBERG PRIORITY 47781",
                Code::MessageNumberMalformed,
            ),
        ] {
            let mut findings = Vec::new();
            parse(text, Span::new(0, text.len() as u32), &mut findings);
            assert_eq!(
                findings.iter().map(|f| f.code).collect::<Vec<_>>(),
                [code],
                "{text}"
            );
        }
    }

    #[test]
    fn office_symbols() {
        let text = "RUEHNV/FBI WASHDC//AB/CD/EF WATCH// PRIORITY";
        let found = parse(text, Span::new(0, text.len() as u32), &mut ()).unwrap();
        assert_eq!(
            found.passing.map(|p| p.get(text).to_owned()).as_deref(),
            Some("AB/CD/EF WATCH")
        );
        assert!(parse("  ", Span::new(0, 2), &mut ()).is_none());
    }
}
