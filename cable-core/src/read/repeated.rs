//! A copy of the transmission header that an export printed behind the classification line, and the heads of later sections
//! inside the text.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::banner;
use crate::record::Banner;
use crate::scan::header::classify::{classify, opening_label, page_is_open};
use crate::scan::header::end::{LevelLine, level_line};
use crate::scan::header::kind::HeaderLineKind as K;
use crate::scan::header::state::State;
use crate::scan::{self, Line, LineKind};
use crate::span::Span;
use crate::spanned::Spanned;
use smallvec::SmallVec;
use std::collections::HashSet;

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
    let taken = copy(text, rest)?;
    let copy = rest.get_mut(..taken)?;
    let whole = copy.first()?.span.join(copy.last()?.span);
    take(copy);
    sink.report(Diagnostic::new(Code::HeaderRepeatedInText, whole));
    Some(whole)
}

/// Where sections start, and their numbers.
pub(super) type SectionStarts = SmallVec<[(u32, u32); 4]>;

/// Sets aside what stands at the head of a later section inside the text: the end-of-message lines of the section before,
/// the transmission header, the classification line and the lines of the captioned top that are printed again. `top` are
/// the lines of the own top, `banner` the own classification line. Source: 2 and 2.11 of the format.
pub(super) fn set_sections_aside(
    text: &str,
    top: &[Line],
    banner: Option<&Banner<Spanned>>,
    body: &mut [Line],
    sink: &mut impl Sink,
) -> SectionStarts {
    let mut starts = SectionStarts::new();
    let level = banner.and_then(|banner| banner.printed.get(text).as_bytes().get(..6));
    let mut printed: Option<HashSet<&str>> = None;
    let (mut found, mut next) = (false, 0);
    let own_first = level.and_then(<[u8]>::first);
    let opening = |line: &Line| {
        if line.kind != LineKind::Text || line.span.len() < 2 {
            return false;
        }
        // One byte tells nearly all lines.
        let first = text.as_bytes().get(line.span.start() as usize);
        let opens = matches!(
            first,
            Some(b'A' | b'D' | b'F' | b'O' | b'P' | b'R' | b'V' | b'Z')
        );
        (opens || first == own_first)
            && may_open(text.as_bytes().get(line.span.range()).unwrap_or(&[]), level)
    };
    while let Some(ahead) = body[next..].iter().position(opening) {
        let index = next + ahead;
        next = index + 1;
        let rest = &body[index..];
        let first = rest[0].span.slice(text);
        let header = if opens(first) { copy(text, rest) } else { None };
        let again = |level: &[u8]| {
            first.as_bytes().starts_with(level) && same_banner(text, rest[0], banner)
        };
        let Some(taken) = header.or_else(|| level.is_some_and(again).then_some(1)) else {
            continue;
        };
        if header.is_some() {
            let whole = rest[0].span.join(rest[taken - 1].span);
            sink.report(Diagnostic::new(Code::HeaderRepeatedInText, whole));
        }
        let printed = printed.get_or_insert_with(|| {
            top.iter()
                .map(|line| line.span.slice(text).trim())
                .filter(|line| !line.is_empty())
                .collect()
        });
        let mut end = index + taken;
        let head = rest[taken - 1].span;
        let section = banner::parse(text, head, &mut ()).and_then(|found| found.banner.section);
        starts.extend(section.map(|section| (head.start(), section.number)));
        for (at, line) in body.iter().enumerate().skip(end) {
            if line.is_blank() || line.kind == LineKind::Break {
                continue;
            }
            if !printed.contains(line.span.slice(text).trim()) {
                break;
            }
            end = at + 1;
        }
        let offices = begins_distribution(first);
        let start = (0..index)
            .rev()
            .take_while(|&at| {
                let line = body[at];
                line.is_blank()
                    || line.kind == LineKind::Break
                    || is_end_of_message(line.span.slice(text))
                    || is_note_of_operator(line.span.slice(text))
                    || level_line(line.span.slice(text).as_bytes()) == Some(LevelLine::Alone)
                    || offices && is_machine_number(line.span.slice(text))
            })
            .last()
            .unwrap_or(index);
        take(&mut body[start..end]);
        found = true;
        next = end;
    }
    if found {
        crate::scan::soften(body);
    }
    starts
}

/// Whether the head of a later section may begin with the line: most lines of prose do not look so. `level` is the start of
/// the own classification line.
fn may_open(line: &[u8], level: Option<&[u8]>) -> bool {
    match line {
        [b'V', b'Z', ..] | [b'D', b'E', b' ', ..] | [b'F', b'M', b' ', ..] => true,
        [b'O' | b'P' | b'R' | b'Z', b' ', digit, ..] if digit.is_ascii_digit() => true,
        [
            b'O' | b'P' | b'R' | b'Z',
            b' ',
            b'O' | b'P' | b'R',
            b' ',
            digit,
            ..,
        ] => digit.is_ascii_digit(),
        // `ACTION EUR-12`, `ORIGIN EUR-12`: the distribution block of a record.
        [b'A', b'C', b'T', b'I', b'O', b'N', b' ', ..]
        | [b'O', b'R', b'I', b'G', b'I', b'N', b' ', ..] => true,
        [first @ (b'O' | b'P' | b'R' | b'Z'), second, b' ', ..] if first == second => true,
        _ => level.is_some_and(|level| line.len() < 80 && line.starts_with(level)),
    }
}

/// Whether the line is the classification line of a section of the same telegram.
fn same_banner(text: &str, line: Line, own: Option<&Banner<Spanned>>) -> bool {
    let found = banner::parse(text, line.span, &mut ());
    match (found, own) {
        (Some(found), Some(own)) => {
            found.rest.is_empty()
                && found.banner.serial.is_some()
                && found.banner.serial == own.serial
        }
        _ => false,
    }
}

/// `44` above the offices to act.
fn is_machine_number(line: &str) -> bool {
    let line = line.trim();
    (1..=2).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ACTION EUR-12`, `ORIGIN EUR-12`: offices of a distribution block.
fn begins_distribution(line: &str) -> bool {
    let begins = |word: &[u8]| {
        let start = line.as_bytes().get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    // Told before the whole line is.
    matches!(line.as_bytes(), [b'A' | b'O', ..])
        && (begins(b"ACTION") || begins(b"ORIGIN"))
        && matches!(
            classify(State::new(), line.as_bytes()).kind,
            Some(K::DistributionAction | K::DistributionOrigin)
        )
}

/// `BT`, `#0142`, `NNNN`, `NNNNVV ABC123`: the lines that end a transmission; `ZCZC` begins the next one.
fn is_end_of_message(line: &str) -> bool {
    let line = line.trim();
    let number = line.strip_prefix('#').is_some_and(|digits| {
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let capitals = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b' ';
    number
        || matches!(line, "BT" | "ZCZC" | "NNN")
        || line.starts_with("NNNN") && line.len() < 24 && line.bytes().all(capitals)
}

/// `NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.`, which the operators put behind the text of a section.
fn is_note_of_operator(line: &str) -> bool {
    line.trim_start()
        .trim_start_matches('(')
        .starts_with("NOTE BY OC")
}

fn take(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| line.kind == LineKind::Text) {
        line.kind = LineKind::Leftover;
    }
}

/// How many of `lines` are a copy of a header, with the classification line behind it.
fn copy(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut state, mut format_lines, mut taken) = (State::new(), 0, 0);
    for (index, line) in lines.iter().enumerate() {
        if line.kind == LineKind::Break {
            continue;
        }
        let content = line.span.slice(text);
        let kind = match classify(state, content.as_bytes()).kind {
            Some(K::Blank) => continue,
            // What is no line of a header may be the classification line.
            None | Some(K::ClassificationWord | K::Unknown | K::Note | K::Leftover)
                if banner::parse(text, line.span, &mut ())
                    .is_some_and(|found| found.rest.is_empty()) =>
            {
                taken = index + 1;
                break;
            }
            None | Some(K::Unknown | K::Note | K::Leftover) => break,
            Some(kind) => kind,
        };
        format_lines += usize::from(kind != K::Addressee);
        state.advance(kind, page_is_open(kind, content.as_bytes()));
        taken = index + 1;
    }
    (format_lines >= LEAST).then_some(taken)
}

/// Whether a copy may begin with the line.
fn opens(line: &str) -> bool {
    // Labels, signals, precedences and dates of such lines; captions and labels of the text seldom begin so.
    let first = line.bytes().find(|byte| *byte > b' ').unwrap_or(b' ');
    if !matches!(
        first.to_ascii_lowercase(),
        b'0'..=b'9' | b'a' | b'd' | b'f' | b'o' | b'p' | b'r' | b'v' | b'w' | b'y' | b'z'
    ) {
        return false;
    }
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
    ) || begins_distribution(line)
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
