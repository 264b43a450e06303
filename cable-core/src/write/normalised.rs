//! A telegram laid out as the format has it, and read again to see that it still says the same.

use super::body::{self, Lines};
use super::lines::blank_line;
use super::parts::{Part, Zones};
use super::{header, top};
use crate::record::Format;
use crate::{Cable, CableRef, ParseOptions};
use serde_json::Value;
use std::collections::BTreeSet;

/// What of the JSON may be another when the normalised text is read again, as paths with `*` for every index.
///
/// - `format`, `envelope`: the wrapping is not written; and `reference_id`, if only the wrapping says it.
/// - `banner/printed`, `classification/printed`: the spelling of the classification line.
/// - `breaks`, `paragraphs/*/transmission_section`, `release_stamps`: what transmission and review put into the text is
///   left out.
/// - `diagnostics`: what was odd about the layout is gone with it.
pub const NOT_KEPT: &[&str] = &[
    "format",
    "envelope",
    "reference_id",
    "banner/printed",
    "classification/printed",
    "breaks",
    "paragraphs/*/transmission_section",
    "release_stamps",
    "diagnostics",
];

/// The telegram laid out as the format has it: header lines in their order, the classification line with its letters
/// apart, captions, E.O., TAGS, SUBJECT, REF and Classified By in that order, paragraphs run together, one blank line
/// between blocks, lines of at most 69 characters where they can be cut.
///
/// Nothing is made up: a header line or label that was not printed is not written. What would no longer read the same in
/// this form keeps the lines it was printed in: the text is read again, with [`reread_options`], and each value but those
/// of [`NOT_KEPT`] is compared with what the telegram's own text says without its wrapping. Costs two to four parses. A
/// message of labels (`Format::Smart`) stays as printed: its labels stand for header lines that were never sent.
///
/// Source: ACP 127(G) paras 138, 208, 209; 5 FAH-2 H-321; 5 FAH-1 H-246.
///
/// ```
/// use cable_core::{Cable, write};
/// let cable = Cable::parse(b"CONFIDENTIAL NORDHAVEN 142\nSUBJ:  HERRING\nTAGS EFIS\n\n1. (C)   It\nfalls.\n".as_slice())?;
/// assert_eq!(
///     write::normalised(&cable),
///     "C O N F I D E N T I A L NORDHAVEN 000142\n\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (C) It falls.\n",
/// );
/// # Ok::<(), cable_core::Error>(())
/// ```
pub fn normalised<S: AsRef<[u8]>>(cable: &Cable<S>) -> String {
    let view = cable.view();
    if view.format() == Format::Smart {
        return view.text().to_owned();
    }
    let options = reread_options(cable);
    let Some(said) = read(view.text(), &options) else {
        return view.text().to_owned();
    };
    let mut plan = Plan::default();
    for _ in 0..ROUNDS {
        let text = plan.write(view);
        let again = read(&text, &options);
        if !plan.keep_what_differs(&said, again.as_ref()) {
            return text;
        }
    }
    view.text().to_owned()
}

/// How often what reads differently is given its printed lines back before all of the text is.
const ROUNDS: usize = 3;

/// The options to read the normalised text with: a plain telegram, the year of `cable` where it prints none.
///
/// ```
/// use cable_core::{Cable, ParseOptions, write};
/// let options = ParseOptions::new().with_assume_year(Some(2008));
/// let cable = Cable::parse_with(b"UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_slice(), &options)?;
/// let text = write::normalised(&cable);
/// let again = Cable::parse_with(text, &write::reread_options(&cable))?;
/// assert_eq!(again.view().reference_id(), Some("08NORDHAVEN142"));
/// # Ok::<(), cable_core::Error>(())
/// ```
pub fn reread_options<S: AsRef<[u8]>>(cable: &Cable<S>) -> ParseOptions {
    cable
        .options()
        .clone()
        .with_format(Some(Format::Telegram))
        .with_assume_year(cable.view().year())
        .with_strict(false)
}

/// What `text` says, without what is not kept.
fn read(text: &str, options: &ParseOptions) -> Option<Value> {
    let cable = Cable::parse_with(text, options).ok()?;
    let mut value = serde_json::to_value(cable.view()).ok()?;
    for path in NOT_KEPT {
        leave_out(&mut value, path);
    }
    Some(value)
}

fn leave_out(value: &mut Value, path: &str) {
    let (key, rest) = path.split_once('/').unwrap_or((path, ""));
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| leave_out(one, rest)),
        Value::Object(fields) if rest.is_empty() => {
            fields.remove(key);
        }
        Value::Object(fields) => {
            if let Some(inner) = fields.get_mut(key) {
                leave_out(inner, rest);
            }
        }
        _ => {}
    }
}

/// What keeps its printed lines.
#[derive(Default)]
struct Plan {
    parts: Vec<Part>,
    paragraphs: BTreeSet<usize>,
}

impl Plan {
    fn write(&self, cable: CableRef<'_>) -> String {
        let zones = Zones::new(cable);
        let mut out = String::with_capacity(cable.text().len() + 64);
        let mut block = 0;
        for part in Part::ALL {
            let mut text = String::new();
            let laid = !self.parts.contains(&part) && self.lay_out(part, cable, &zones, &mut text);
            if !laid {
                text.clear();
                if part == Part::Body {
                    body::write(cable, |_| Lines::Printed, &mut text);
                } else {
                    zones.lines_of(part, &mut text);
                }
            }
            let text = text.trim_matches('\n');
            if text.is_empty() {
                continue;
            }
            if part.block() != block {
                blank_line(&mut out);
                block = part.block();
            }
            out.push_str(text);
            out.push('\n');
        }
        out
    }

    /// Whether the part could be laid out.
    fn lay_out(
        &self,
        part: Part,
        cable: CableRef<'_>,
        zones: &Zones<'_>,
        out: &mut String,
    ) -> bool {
        match part {
            Part::Header => header::write(cable, out),
            Part::Banner => top::banner(cable, out),
            Part::Captions => {
                top::captions(cable, zones, out);
                Some(())
            }
            Part::ExecutiveOrder => top::executive_order(cable, zones, out),
            Part::Tags => top::tags(cable, out),
            Part::Subject => top::subject(cable, out),
            Part::References => top::references(cable, zones, out),
            Part::ClassifiedBy => top::classified_by(zones, out),
            Part::Body => {
                let mode = |index: Option<usize>| match index {
                    Some(index) if self.paragraphs.contains(&index) => Lines::Printed,
                    _ => Lines::Laid,
                };
                body::write(cable, mode, out);
                Some(())
            }
        }
        .is_some()
    }

    /// Gives what differs its printed lines; whether anything does.
    fn keep_what_differs(&mut self, said: &Value, again: Option<&Value>) -> bool {
        let again = again.unwrap_or(&Value::Null);
        if said == again {
            return false;
        }
        for part in Part::ALL {
            if part
                .keys()
                .iter()
                .all(|key| said.get(key) == again.get(key))
            {
                continue;
            }
            let paragraphs = differing_paragraphs(said, again);
            if part == Part::Body && !paragraphs.is_empty() {
                self.paragraphs.extend(paragraphs);
            } else if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
        true
    }
}

/// The paragraphs that read differently, if as many are read.
fn differing_paragraphs(said: &Value, again: &Value) -> Vec<usize> {
    let list = |value: &Value| value.get("paragraphs").and_then(Value::as_array).cloned();
    match (list(said), list(again)) {
        (Some(said), Some(again)) if said.len() == again.len() => said
            .iter()
            .zip(&again)
            .enumerate()
            .filter(|(_, (one, other))| one != other)
            .map(|(index, _)| index)
            .collect(),
        _ => Vec::new(),
    }
}
