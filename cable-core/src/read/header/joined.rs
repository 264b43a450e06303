//! Header lines that lost the line end between them: `FM AMEMBASSY NORDHAVEN TO RUEHC/SECSTATE WASHDC`.

use super::zones::head;
use crate::facts;
use crate::record::Header;
use crate::scan::header::classify::{classify, page_is_open};
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::line::LINE_MAX;
use crate::scan::header::name::is_surely_addressee;
use crate::scan::header::precedence_of;
use crate::scan::header::state::State;
use crate::scan::shape::{
    first_word, indicator_before_slash, is_blank, is_digits, is_routing_indicator, last_word, part,
    same, words,
};
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::signs::slash_or_word;

/// Whether a header that was read has the look of joined lines: a value that holds the next label or indicator, or a
/// format line that is missing.
pub(in crate::read) fn looks_joined(
    text: &str,
    lines: &[Span],
    header: Option<&Header<Spanned>>,
) -> bool {
    let Some(header) = header else {
        return lines
            .first()
            .is_some_and(|line| line.len() as usize > LINE_MAX);
    };
    let transmission = header.transmission_id.as_ref();
    let stations = transmission.is_some() || !header.routing.is_empty();
    stations && (header.originating_station.is_none() || header.security_warning.is_none())
        || header.date_time_group.is_none()
        || transmission.is_some_and(|id| id.get(text).contains(' '))
        || header
            .originator
            .as_ref()
            .is_none_or(|from| holds(from.name.get(text), &[b" TO "]))
        || header.action.iter().chain(&header.info).any(|addressee| {
            let name = addressee.name.get(text);
            let labels: [&[u8]; 3] = [b" INFO ", b" AMEMB", b" AMCON"];
            slash_or_word(name.as_bytes(), [b'i', b'a'])
                && (holds(name, &labels) || holds_indicator(name))
                || memchr::memchr(b',', name.as_bytes())
                    .is_some_and(|at| parts_posts(name.as_bytes(), at))
        })
}

/// Whether the comma at `at` of a list stands between the names of two posts: `PARIS, LONDON, USNATO`.
fn parts_posts(list: &[u8], at: usize) -> bool {
    let (before, behind) = (part(list, 0..at), part(list, at + 1..list.len()));
    let is_comma = |byte: &u8| *byte == b',';
    let first = before.rsplit(is_comma).next().unwrap_or(b"");
    let second = behind.split(is_comma).next().unwrap_or(b"");
    let names_post = |name: &[u8]| {
        let name = std::str::from_utf8(name.trim_ascii());
        name.is_ok_and(|name| facts::post_by_name(name).is_some())
    };
    names_post(first) && names_post(second)
}

/// Whether one of `words`, each with the blank before it, stands in a name.
fn holds(name: &str, words: &[&[u8]]) -> bool {
    /// Bytes of a name and a word.
    const BOTH: usize = 13;
    let name = name.as_bytes();
    let opens = |at: usize| {
        let rest = name.get(at..).unwrap_or(b"");
        words.iter().any(|word| rest.starts_with(word))
    };
    name.len() >= BOTH && memchr::memchr_iter(b' ', name).any(opens)
}

/// Whether a word of a name begins with an indicator.
fn holds_indicator(name: &str) -> bool {
    let name = name.as_bytes();
    memchr::memchr(b'/', name).is_some() && name.split(|byte| *byte == b' ').any(is_indicator)
}

/// Whether the routing indicator of an addressee opens `rest`; shorter words before a slash are offices.
fn is_indicator(rest: &[u8]) -> bool {
    indicator_before_slash(rest).is_some_and(|indicator| indicator.len() > 4)
}

/// Parts the lines before `until` where inside one of them another format line begins. `false` if there is none.
pub(in crate::read) fn part_joined(text: &str, lines: &mut Vec<Span>, until: usize) -> bool {
    let until = until.max(1).min(lines.len());
    let mut parted = Vec::with_capacity(until + 8);
    let mut state = State::default();
    for line in lines.iter().take(until) {
        let mut rest = *line;
        loop {
            let bytes = head(text, rest);
            let Some(at) = next_line(state, bytes) else {
                advance(&mut state, bytes);
                parted.push(rest);
                break;
            };
            advance(&mut state, part(bytes, 0..at));
            let end = part(bytes, 0..at)
                .iter()
                .rposition(|byte| !is_blank(*byte) && !matches!(byte, b',' | b';'));
            let (start, end) = (rest.start(), offset(end.map_or(0, |end| end + 1)));
            parted.push(Span::new(start, start + end));
            rest = Span::new(start + offset(at), rest.end());
        }
    }
    let any = parted.len() > until;
    if any {
        lines.splice(..until, parted);
    }
    any
}

fn advance(state: &mut State, line: &[u8]) {
    if let Some(kind) = classify(*state, line).kind {
        state.advance(kind, page_is_open(kind, line));
    }
}

/// Where inside a line the next format line begins.
fn next_line(state: State, line: &[u8]) -> Option<usize> {
    let mut office = false;
    for word in words(line).skip(1) {
        let comma = word
            .start
            .checked_sub(2)
            .filter(|&comma| !office && part(line, comma..word.start) == b", ");
        if comma.is_some_and(|comma| is_listed(state, line, comma)) {
            return Some(word.start);
        }
        let inside = office;
        let pairs = part(line, word.clone()).windows(2);
        office ^= pairs.filter(|pair| pair == b"//").count() % 2 == 1;
        let (before, rest) = line.split_at_checked(word.start)?;
        if inside || !may_open(rest) {
            continue;
        }
        let Some(kind) = classify(state, before.trim_ascii_end()).kind else {
            continue;
        };
        if opens(state, kind, before, rest) {
            return Some(word.start);
        }
    }
    None
}

/// Whether the comma at `at` parts two posts of a line of addressees.
fn is_listed(state: State, line: &[u8], at: usize) -> bool {
    let found = classify(state, part(line, 0..at));
    let names = found.value.start;
    matches!(found.kind, Some(K::Action | K::Info | K::Addressee))
        && names < at
        && parts_posts(part(line, names..line.len()), at - names)
}

/// Whether the first word of `rest` may be that of a format line.
fn may_open(rest: &[u8]) -> bool {
    let first = first_word(rest);
    let is = |labels: &[&[u8]]| {
        let word = first.strip_suffix(b":").unwrap_or(first);
        labels.iter().any(|label| same(word, label))
    };
    match first.first().map(u8::to_ascii_uppercase) {
        Some(b'A') => is(&[b"AMEMBASSY", b"AMCONSUL"]),
        Some(b'S') => is(&[b"SECSTATE"]),
        Some(b'D') => is(&[b"DE"]),
        Some(b'F') => is(&[b"FM"]),
        Some(b'I') => is(&[b"INFO"]),
        Some(b'T') => is(&[b"TO"]),
        // A prosign.
        Some(b'O' | b'P') => first.len() <= 2,
        Some(b'R' | b'Z') => true,
        _ => is_indicator(rest),
    }
}

/// Whether, behind `before` of the kind `kind`, a format line begins beyond doubt.
fn opens(mut state: State, kind: K, before: &[u8], rest: &[u8]) -> bool {
    let Some(own) = rank(kind) else {
        return false;
    };
    state.advance(kind, false);
    let first = first_word(rest);
    if own >= 7 {
        // The label alone needs the first name behind it.
        let named = kind == K::Addressee || words(before).nth(1).is_some();
        let posts = [b"AMEMBASSY", b"AMCONSUL ", b"SECSTATE "];
        if named
            && (is_indicator(rest) || posts.iter().any(|post| same(first, post.trim_ascii_end())))
        {
            return true;
        }
    }
    if own < 2 && first.len() == 2 && first.first() == first.get(1) {
        let second = words(rest).nth(1);
        return second.is_some_and(|word| is_routing_indicator(part(rest, word)));
    }
    match classify(state, rest).kind {
        Some(K::Action) if own < 7 => surely_named(rest, first),
        Some(K::Info) if own >= 7 => is_complete(before) || surely_named(rest, first),
        Some(next) => rank(next).is_some_and(|next| next > own && next < 8),
        None => false,
    }
}

/// Whether behind the label `first` of `rest` stands an addressee.
fn surely_named(rest: &[u8], first: &[u8]) -> bool {
    /// More words may belong to lines that follow.
    const NAME: usize = 2;
    let name = part(rest, first.len()..rest.len());
    let end = words(name).take(NAME).last().map_or(0, |word| word.end);
    is_surely_addressee(part(name, 0..end))
}

/// Whether an addressee ends as most do: in its number, its precedence, or in the capital.
fn is_complete(before: &[u8]) -> bool {
    let last = part(before, last_word(before, 0..before.len()));
    is_digits(last)
        || precedence_of(last, false).is_some()
        || [&b"WASHDC"[..], b"DC"].iter().any(|word| same(last, word))
}

/// The place of a format line in the header; none for a line that is no format line. Source: ACP 127(G), Annex B.
fn rank(kind: K) -> Option<u8> {
    Some(match kind {
        K::TransmissionId => 1,
        K::Routing | K::RoutingContinuation => 2,
        K::Station => 3,
        K::Security => 4,
        K::DateTimeGroup => 5,
        K::Originator => 6,
        K::Action => 7,
        K::Info | K::Addressee => 8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        let mut lines = crate::scan::lines(text);
        let until = lines.len();
        part_joined(text, &mut lines, until);
        lines.iter().map(|line| line.slice(text)).collect()
    }

    #[test]
    fn a_header_on_one_line() {
        let text = "VZCZCXRO0001 PP RUEHNV RUEHPA DE RUEHNV #0123/01 0851645 ZNY CCCCC ZZH P R 251645Z MAR 08 FM AMEMBASSY NORDHAVEN \
            TO RUEHC/SECSTATE WASHDC PRIORITY 0001 INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE \
            RUEHPA/CDR PORT AURELIA//RUEHX/J3// PRIORITY 0002 AMEMBASSY ZELTBERG";
        assert_eq!(
            parted(text),
            [
                "VZCZCXRO0001",
                "PP RUEHNV RUEHPA",
                "DE RUEHNV #0123/01 0851645",
                "ZNY CCCCC ZZH",
                "P R 251645Z MAR 08",
                "FM AMEMBASSY NORDHAVEN",
                "TO RUEHC/SECSTATE WASHDC PRIORITY 0001",
                "INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
                "RUEHPA/CDR PORT AURELIA//RUEHX/J3// PRIORITY 0002",
                "AMEMBASSY ZELTBERG",
            ]
        );
    }

    #[test]
    fn a_list_of_posts() {
        assert_eq!(
            parted(
                "R 251645Z MAR 78\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nINFO PARIS, LONDON, USNATO"
            ),
            [
                "R 251645Z MAR 78",
                "FM AMEMBASSY ROME",
                "TO SECSTATE WASHDC",
                "INFO PARIS",
                "LONDON",
                "USNATO"
            ]
        );
    }

    #[test]
    fn lines_that_are_whole() {
        for text in [
            "R 251645Z MAR 08 ZDK CTG RUEHNV 0012\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 0412",
            "FM USDEL SECRETARY TO THE TALKS\nTO USIA OFFICE OF INFO",
            "TO RUEHC/CDR NORDHAVEN//J3/RUEHNV/ABC// PRIORITY\nINFO ALL DIPLOMATIC POSTS",
            "TO SECSTATE WASHDC, ATTN ROME, DESK\nINFO DOD//J3, J5//, PARIS",
        ] {
            assert_eq!(parted(text), text.lines().collect::<Vec<_>>());
        }
    }
}
