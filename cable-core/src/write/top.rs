//! The captioned top in the order of the format: classification line, captions and pass lines, E.O., TAGS, SUBJECT, REF,
//! Classified By. Source: TAGS/Terms handbook (1974); 5 FAH-1 H-210.

use super::lines::{Flow, blank_line, end_line, one_line, words};
use super::parts::Zones;
use crate::CableRef;
use crate::facts::TagKind;
use crate::layout::ZoneKind;
use crate::record::Level;
use crate::span::Span;
use crate::spanned::Spanned;
use std::fmt::Write;

/// `C O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000142`: the level with its letters apart, unclassified as UNCLAS
/// (ACP 127(G) para 209), the serial of six digits.
pub(super) fn banner(cable: CableRef<'_>, out: &mut String) -> Option<()> {
    let layout = cable.layout();
    let banner = layout.banner.as_ref()?;
    let line = banner.printed.span();
    let (level, serial) = (banner.level_span, banner.serial_span);
    if level.is_empty() || serial.is_empty() || !line.contains(level) || !line.contains(serial) {
        return None;
    }
    let text = cable.text();
    let letters: String = level
        .slice(text)
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect();
    if banner
        .controls
        .iter()
        .any(|control| control.get(text) == "LOU")
    {
        out.push_str("LIMITED OFFICIAL USE");
    } else {
        out.push_str(match banner.level {
            Level::Unclassified => "UNCLAS",
            Level::Restricted => "R E S T R I C T E D",
            Level::Confidential => "C O N F I D E N T I A L",
            Level::Secret => "S E C R E T",
            Level::TopSecret => "T O P S E C R E T",
        });
    }
    if letters.to_ascii_uppercase().ends_with("EFTO") {
        out.push_str(" EFTO");
    }
    for word in words(Span::new(level.end(), serial.start()).slice(text)) {
        let _ = write!(out, " {word}");
    }
    let _ = write!(out, " {:06}", banner.serial?);
    for word in words(Span::new(serial.end(), line.end()).slice(text)) {
        let _ = write!(out, " {word}");
    }
    end_line(out);
    Some(())
}

/// Captions on lines of their own, then pass lines, notes and the notice of a corrected copy where they were printed.
pub(super) fn captions(cable: CableRef<'_>, zones: &Zones<'_>, out: &mut String) {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Caption,
        PassLine,
        Note,
        CorrectedCopy,
    }
    let layout = cable.layout();
    // A caption of the classification line is written there.
    let own = |value: &&Spanned| zones.at(value.span().start()) != Some(ZoneKind::Banner);
    let mut lines: Vec<(u32, Kind, &Spanned)> = Vec::new();
    let captions = layout.captions.iter().filter(own);
    lines.extend(captions.map(|value| (value.span().start(), Kind::Caption, value)));
    let pass_lines = layout.pass_lines.iter().map(|line| &line.text);
    lines.extend(pass_lines.map(|value| (value.span().start(), Kind::PassLine, value)));
    let notes = layout.notes.iter();
    lines.extend(notes.map(|value| (value.span().start(), Kind::Note, value)));
    let copy = layout.corrected_copy.iter();
    lines.extend(copy.map(|value| (value.span().start(), Kind::CorrectedCopy, value)));
    lines.sort_by_key(|&(at, kind, _)| (kind != Kind::Caption, at));
    let mut before = None;
    for (_, kind, value) in lines {
        if before.is_some_and(|before| before != kind) {
            blank_line(out);
        }
        before = Some(kind);
        let mut flow = Flow::new(out, 0);
        flow.words(words(value.get(cable.text())));
        flow.end();
    }
}

/// `E.O. 12958: DECL: 03/25/2018`.
pub(super) fn executive_order(
    cable: CableRef<'_>,
    zones: &Zones<'_>,
    out: &mut String,
) -> Option<()> {
    let order = cable.layout().executive_order.as_ref()?.order.as_ref()?;
    let text = cable.text();
    let _ = write!(out, "E.O. {}:", order.get(text));
    let printed = zones.printed_behind(ZoneKind::ExecutiveOrder, order.span().end());
    let rest = one_line(&printed);
    let mut flow = Flow::new(out, 0);
    flow.words(words(rest.trim_start_matches([':', '.', ' '])));
    flow.end();
    Some(())
}

/// `TAGS: PREL, OVIP (QUARREL, PEDER), NO`: names in parentheses behind the tag they qualify.
pub(super) fn tags(cable: CableRef<'_>, out: &mut String) -> Option<()> {
    let tags: Vec<_> = cable.tags().collect();
    if tags.is_empty() {
        return None;
    }
    let mut listed: Vec<String> = Vec::with_capacity(tags.len());
    for tag in &tags {
        let person = tag.kind == TagKind::Person;
        if let Some(before) = listed.last_mut().filter(|_| !person) {
            before.push(',');
        }
        listed.push(match person {
            true => format!("({})", tag.code),
            false => tag.code.to_owned(),
        });
    }
    out.push_str("TAGS:");
    let mut flow = Flow::new(out, 0);
    flow.words(listed.into_iter().map(Into::into));
    flow.end();
    Some(())
}

/// `SUBJECT: (C) HERRING QUOTA`.
pub(super) fn subject(cable: CableRef<'_>, out: &mut String) -> Option<()> {
    let subject = cable.subject()?;
    out.push_str("SUBJECT:");
    let mark = subject.mark.as_ref().map(|mark| {
        let printed = one_line(mark.printed);
        let inner = printed.trim_matches(['(', ')', '[', ']', ' ']);
        format!("({inner})")
    });
    let mut flow = Flow::new(out, 0);
    flow.words(mark.into_iter().map(Into::into));
    flow.words(words(subject.text));
    flow.end();
    Some(())
}

/// `REF: A. 08 NORDHAVEN 142`, each lettered entry on a line of its own.
pub(super) fn references(cable: CableRef<'_>, zones: &Zones<'_>, out: &mut String) -> Option<()> {
    let text = cable.text();
    let list = &cable.layout().references;
    let mut starts: Vec<u32> = Vec::new();
    for reference in list {
        let start = match &reference.label {
            Some(label) => label.span().start(),
            None => reference.span().start(),
        };
        let opens = reference.label.is_some() || starts.is_empty();
        if opens && starts.last() != Some(&start) {
            starts.push(word_start(text, start));
        }
    }
    let first = *starts.first()?;
    // What stands in front is the label, and nothing else that would be lost.
    let label = one_line(&zones.printed_until(ZoneKind::References, first));
    let known = label.len() <= 12
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b':');
    if !known {
        return None;
    }
    out.push_str("REF:");
    for (index, &start) in starts.iter().enumerate() {
        if index > 0 {
            out.push_str("     ");
        }
        let end = starts.get(index + 1).copied().unwrap_or(u32::MAX);
        let printed = zones.printed_between(ZoneKind::References, start, end);
        let mut flow = Flow::new(out, 5);
        flow.words(words(&printed));
        flow.end();
    }
    Some(())
}

/// The start of the word that holds the byte at `at`: its parenthesis or bracket belongs to a letter.
fn word_start(text: &str, at: u32) -> u32 {
    let before = text.get(..at as usize).unwrap_or("");
    let word = before
        .bytes()
        .rev()
        .take_while(|byte| matches!(byte, b'(' | b'['))
        .count();
    at - crate::span::offset(word)
}

/// Classified By, its lines run together.
pub(super) fn classified_by(zones: &Zones<'_>, out: &mut String) -> Option<()> {
    let printed = zones.printed(ZoneKind::ClassifiedBy);
    let mut flow = Flow::new(out, 0);
    flow.words(words(&printed));
    flow.end();
    Some(())
}
