//! `From`, `Action`, `Info`, `XMT`: lists of names parted by semicolons, lines or commas.

use super::Reader;
use crate::container::{SmartField, SmartLabel};
use crate::diagnostic::Sink;
use crate::field::addressee;
use crate::scan::shape::trim_span;
use crate::scan::{Folded, split_addressee};
use crate::span::Span;
use crate::spanned::Spanned;

impl<S: Sink> Reader<'_, S> {
    pub(super) fn addressees(&mut self, field: &SmartField, values: &[Span]) {
        for value in values {
            self.addressed(*value);
        }
        for name in names(self.text, values) {
            if !self.has_room(self.kept, name) {
                return;
            }
            let Some(mut found) = addressee::parse(self.text, name, self.sink) else {
                continue;
            };
            // A name that goes on in the next line has no line end in it.
            if found.name.get(self.text).contains(['\n', '\r']) {
                let joined = Folded::new(self.text, &[found.name.span()]);
                let words: Vec<&str> = joined.as_str().split_ascii_whitespace().collect();
                found.name = Spanned::changed(found.name.span(), words.join(" "));
            }
            self.kept += 1;
            match field.label {
                SmartLabel::From if self.header.originator.is_none() => {
                    self.header.originator = Some(found);
                }
                SmartLabel::From => self.header.notes.push(found.name),
                SmartLabel::Action => self.header.action.push(found),
                SmartLabel::Info => {
                    if found.collective {
                        self.collective = Some(self.header.info.len());
                    }
                    self.header.info.push(found);
                }
                _ => match self.collective.and_then(|at| self.header.info.get_mut(at)) {
                    Some(collective) => collective.excluded.push(found.name),
                    None => self.header.excluded.push(found.name),
                },
            }
        }
    }
}

/// The names of a list. Semicolons part them wherever there is one, and a line end then is a blank; else lines part them,
/// and a comma behind a name that is complete: `WASHDC, SECSTATE` is one.
fn names(text: &str, values: &[Span]) -> Vec<Span> {
    let mut names = Vec::new();
    let whole = match (values.first(), values.last()) {
        (Some(first), Some(last)) => first.join(*last),
        _ => return names,
    };
    let by_semicolon = values.iter().any(|value| value.slice(text).contains(';'));
    if by_semicolon {
        let mut start = None;
        let mut before = whole.start();
        for value in values {
            // A stamp between two lines is no part of a name.
            let between = Span::new(before, value.start().max(before));
            if !between.slice(text).trim().is_empty() {
                names.extend(
                    start
                        .take()
                        .map(|start| trim_span(text, Span::new(start, before))),
                );
            }
            before = value.end();
            let mut from = value.start();
            let mut pieces = value.slice(text).split(';').peekable();
            while let Some(piece) = pieces.next() {
                let end = from + crate::span::offset(piece.len());
                let begin = *start.get_or_insert(from);
                if pieces.peek().is_some() {
                    names.push(trim_span(text, Span::new(begin, end)));
                    start = None;
                }
                from = end + 1;
            }
        }
        if let Some(start) = start {
            names.push(trim_span(text, Span::new(start, whole.end())));
        }
    } else {
        for value in values {
            by_comma(text, *value, &mut names);
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn by_comma(text: &str, line: Span, names: &mut Vec<Span>) {
    let mut start = line.start();
    let mut from = line.start();
    for piece in line.slice(text).split_inclusive(',') {
        let end = from + crate::span::offset(piece.len());
        let name = trim_span(
            text,
            Span::new(start, end - u32::from(piece.ends_with(','))),
        );
        if piece.ends_with(',') && is_complete(name.slice(text)) {
            names.push(name);
            start = end;
        }
        from = end;
    }
    let rest = Span::new(start, line.end());
    let content = rest.slice(text).trim_end_matches([',', ' ']).len();
    names.push(trim_span(
        text,
        Span::new(start, start + crate::span::offset(content)),
    ));
}

/// Longest name that is looked at.
const LONGEST: usize = 200;

/// Whether a name is whole before its comma: it has its precedence, begins with the kind of a post, or is a collective.
fn is_complete(name: &str) -> bool {
    if name.len() > LONGEST {
        return true;
    }
    const KINDS: [&str; 8] = [
        "AMEMBASSY",
        "AMCONSUL",
        "AMCONGEN",
        "USMISSION",
        "USDEL",
        "SECSTATE",
        "SECDEF",
        "DEPT",
    ];
    let first = name.split_ascii_whitespace().next().unwrap_or("");
    let more = name.split_ascii_whitespace().nth(1).is_some();
    more && (KINDS.contains(&first)
        || addressee::is_collective(name, None)
        || split_addressee(name.as_bytes(), true).precedence.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str) -> Vec<&str> {
        let mut values = Vec::new();
        let mut at = 0;
        for line in list.split('\n') {
            values.push(trim_span(list, Span::at(at, at + line.len())));
            at += line.len() + 1;
        }
        names(list, &values)
            .into_iter()
            .map(|name| name.slice(list))
            .collect()
    }

    #[test]
    fn names_are_parted() {
        assert_eq!(
            read("WASHDC, SECSTATE IMMEDIATE"),
            ["WASHDC, SECSTATE IMMEDIATE"]
        );
        assert_eq!(
            read("AMEMBASSY NORDHAVEN, WASHDC, SECSTATE PRIORITY, AMCONSUL PORT AURELIA,"),
            [
                "AMEMBASSY NORDHAVEN",
                "WASHDC, SECSTATE PRIORITY",
                "AMCONSUL PORT AURELIA"
            ]
        );
        assert_eq!(
            read("A ROUTINE; B;\nC PRIORITY"),
            ["A ROUTINE", "B", "C PRIORITY"]
        );
        assert_eq!(read("A B\nC D"), ["A B", "C D"]);
        assert_eq!(
            read("EUROPEAN POLITICAL\nCOLLECTIVE; B"),
            ["EUROPEAN POLITICAL\nCOLLECTIVE", "B"]
        );
    }
}
