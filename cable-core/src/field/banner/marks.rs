//! The controls of a classification line, and those to whom it may be released.

use super::letters::{blanks, spaced};
use crate::record::{Control, Controls, Level};
use std::ops::Range;

/// A control on the line: the letters, and the control if it is one of a classification.
const MARKS: &[(&[u8], &str, Option<Control>)] = &[
    (b"EFTO", "EFTO", Some(Control::Efto)),
    (b"NOFORN", "NOFORN", Some(Control::Noforn)),
    (b"SENSITIVE", "SBU", Some(Control::Sbu)),
    (b"FOUO", "FOUO", Some(Control::Fouo)),
    (b"SBU", "SBU", Some(Control::Sbu)),
    (b"FOROFFICIALUSEONLY", "FOUO", Some(Control::Fouo)),
    (b"EXDIS", "EXDIS", Some(Control::Exdis)),
    (b"NODIS", "NODIS", Some(Control::Nodis)),
    // Captions that stand here at times. They must not become the post; they are no part of a classification.
    (b"LIMDIS", "LIMDIS", None),
    (b"STADIS", "STADIS", None),
    (b"SIPDIS", "SIPDIS", None),
];

/// The controls of the line, as they are met.
pub(super) struct Marks {
    pub(super) controls: Controls,
    pub(super) printed: Vec<&'static str>,
    /// Those to whom the telegram may be released.
    pub(super) released: Option<Range<usize>>,
}

impl Marks {
    /// The controls that the level word says itself.
    pub(super) fn new(controls: Controls) -> Self {
        Marks {
            controls,
            printed: controls.iter().map(Control::as_str).collect(),
            released: None,
        }
    }

    /// Takes marks at `at`, joined by blanks or slashes. The end of the last one.
    pub(super) fn take(&mut self, bytes: &[u8], at: usize, level: Level) -> usize {
        let mut end = at;
        'next: loop {
            let rest = bytes.get(end..).unwrap_or(&[]);
            let skip = rest
                .iter()
                .position(|byte| !matches!(byte, b' ' | b'\t' | b'/' | b'-' | b','))
                .unwrap_or(rest.len());
            let start = end + skip;
            // The first letters of all marks, before any of them.
            let first = bytes.get(start).map(u8::to_ascii_uppercase);
            match first {
                Some(b'E' | b'N' | b'S' | b'F' | b'L') => {}
                Some(b'R') if self.released.is_none() => {
                    let Some((names, behind)) = released(bytes, start) else {
                        return end;
                    };
                    self.released = Some(names);
                    end = behind;
                    continue;
                }
                _ => return end,
            }
            let begin = MARKS
                .iter()
                .filter(|(letters, ..)| letters.first().copied() == first);
            for &(letters, name, control) in begin {
                let Some(behind) = spaced(bytes, start, letters) else {
                    continue;
                };
                let unclassified = level == Level::Unclassified;
                match control {
                    // SENSITIVE makes an unclassified telegram SBU; on a classified one it is a caption only.
                    Some(Control::Sbu) if !unclassified => {}
                    Some(control) => self.controls.insert(control),
                    None => {}
                }
                let name = if letters == b"SENSITIVE" && !unclassified {
                    "SENSITIVE"
                } else {
                    name
                };
                if !self.printed.contains(&name) {
                    self.printed.push(name);
                }
                end = behind;
                continue 'next;
            }
            return end;
        }
    }
}

/// `REL TO USA, GBR//` at `start`: the names, and the byte behind them. Without slashes only the codes of countries and
/// groups of three or four letters are names, because the post follows.
fn released(bytes: &[u8], start: usize) -> Option<(Range<usize>, usize)> {
    let behind_rel = spaced(bytes, start, b"RELEASABLETO")
        .or_else(|| spaced(bytes, start, b"RELTO"))
        .or_else(|| spaced(bytes, start, b"REL"))?;
    let from = blanks(bytes, behind_rel);
    let rest = bytes.get(from..)?;
    if let Some(length) = memchr::memmem::find(rest, b"//") {
        let names = rest.get(..length)?.trim_ascii_end().len();
        let plain = rest
            .iter()
            .take(length)
            .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b','));
        return (names > 0 && plain).then_some((from..from + names, from + length + 2));
    }
    let word = |at: usize| -> usize {
        let rest = bytes.get(at..).unwrap_or(&[]);
        rest.iter()
            .take_while(|byte| byte.is_ascii_uppercase())
            .count()
    };
    let mut end = from;
    let mut next = from;
    while (3..=4).contains(&word(next)) {
        end = next + word(next);
        let comma = blanks(bytes, end);
        if bytes.get(comma) != Some(&b',') {
            break;
        }
        next = blanks(bytes, comma + 1);
    }
    (end > from).then_some((from..end, end))
}
