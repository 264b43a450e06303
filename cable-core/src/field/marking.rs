//! Markings: of portions, in parentheses, and of envelopes and captions, written out.

mod grammar;

use crate::record::{Control, Controls, Level, Mark};
use crate::scan::one_blank;
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use crate::text::ends::{trim, trim_start};
use grammar::Words;

/// A mark longer than this is prose in parentheses. The longest lists of countries met stay far below.
const LONGEST: usize = 120;

const NOFORN: Controls = Controls::NONE.with(Control::Noforn);
const SBU: Controls = Controls::NONE.with(Control::Sbu);
const FOUO: Controls = Controls::NONE.with(Control::Fouo);

/// The marks that make up nearly all paragraphs, before any grammar.
fn common(mark: &[u8]) -> Option<(Level, Controls)> {
    Some(match mark {
        b"C" => (Level::Confidential, Controls::NONE),
        b"S" => (Level::Secret, Controls::NONE),
        b"U" => (Level::Unclassified, Controls::NONE),
        b"SBU" => (Level::Unclassified, SBU),
        b"S/NF" | b"S//NF" => (Level::Secret, NOFORN),
        b"C/NF" | b"C//NF" => (Level::Confidential, NOFORN),
        b"SBU/NF" => (Level::Unclassified, SBU.with(Control::Noforn)),
        b"U//FOUO" | b"U/FOUO" | b"FOUO" => (Level::Unclassified, FOUO),
        _ => return None,
    })
}

/// The portion mark that fills `span`, which stands between parentheses.
///
/// Input: `C`, `S/NF`, `S//REL TO USA, FVEY`, `sbu-nf`, `//GBR S`, `C - ENTIRE TEXT`. The whole span is consumed, or
/// it is no mark: `REF A`, `U.S.`, `P` give `None`. Reports nothing. Source: 5 FAH-1 H-246; 32 CFR 2001.23.
///
/// ```
/// use cable_core::{Resolve, Span, field::marking};
/// let text = "S//REL TO USA, FVEY";
/// let mark = marking::portion(text, Span::new(0, 19)).unwrap();
/// assert_eq!(mark.resolve(text).controls, ["REL TO USA, FVEY"]);
/// assert!(marking::portion("REF A", Span::new(0, 5)).is_none());
/// ```
pub fn portion(text: &str, span: Span) -> Option<Mark> {
    inside(text, span).map(|(mark, _)| mark)
}

/// A mark, and whether it says that it is that of the entire text.
fn inside(text: &str, span: Span) -> Option<(Mark, bool)> {
    let whole = span.slice(text);
    let start = span.start() + offset(whole.len() - trim_start(whole).len());
    let whole = trim(whole);
    if let Some((level, controls)) = common(whole.as_bytes()) {
        let printed = Spanned::verbatim(Span::new(start, start + offset(whole.len())));
        return Some((Mark::new(level, controls, printed), false));
    }
    read(text, start, whole)
}

/// A mark of the full grammar. `whole` stands at `start` of the text.
fn read(text: &str, start: u32, whole: &str) -> Option<(Mark, bool)> {
    if whole.is_empty() || whole.len() > LONGEST {
        return None;
    }
    let mut words = Words::new(whole);
    let parts = words.marking()?;
    let span = Span::new(start, start + offset(whole.len()));
    let printed = Spanned::of(text, span, one_blank(whole));
    let named: Vec<Spanned> = parts
        .named
        .iter()
        .map(|name| {
            let place = Span::new(
                start + offset(name.place.start),
                start + offset(name.place.end),
            );
            let names = one_blank(whole.get(name.names.clone()).unwrap_or(""));
            let names = names.trim();
            let value = match (name.word, names) {
                ("", names) => names.to_string(),
                (word, "") => word.to_string(),
                (word, names) => format!("{word} {names}"),
            };
            Spanned::of(text, place, value.into())
        })
        .collect();
    let mark = if named.is_empty() {
        Mark::new(parts.level, parts.controls, printed)
    } else {
        Mark::with_named(parts.level, parts.controls, named, printed, text)
    };
    Some((mark, parts.entire_text))
}

/// A portion mark found at a place.
///
/// ```
/// use cable_core::field::marking;
/// let found = marking::portion_at("C) The minister", 0, 15).unwrap();
/// assert!(!found.well_formed);
/// assert_eq!(found.end, 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PortionAt {
    /// The mark, without its parentheses.
    pub mark: Mark,
    /// The byte after it, its parentheses included.
    pub end: u32,
    /// Whether both parentheses are there, round, and on one line.
    pub well_formed: bool,
    /// Whether it says that it holds for the entire text.
    pub entire_text: bool,
}

/// The portion mark that stands at `at` (blanks before it are skipped) and ends before `limit`.
///
/// Input: `(C) Text`, `( S/NF ) Text`, `C) Text`, `[C) Text`, `{C} Text`, `(S//REL TO X,\nY) Text`, `(C Text`, `9C) Text`,
/// `(C0 Text`, `(C - ENTIRE TEXT)`,
/// `CONFIDENTIAL - ENTIRE TEXT.`. A letter without opening parenthesis is taken for a mark only in upper case, so ask
/// only behind a paragraph number or where no item can stand. The final stop of an entire-text mark is consumed too.
/// Words in parentheses that are no mark give `None`. Reports nothing; the caller tells of a mark that is not well
/// formed. Source: 5 FAH-1 H-246; entire-text marks of 1979-2007 telegrams.
///
/// ```
/// use cable_core::{Resolve, field::marking};
/// let text = " (C/NF) Minister said";
/// let found = marking::portion_at(text, 0, 21).unwrap();
/// assert_eq!(found.mark.resolve(text).display, "CONFIDENTIAL//NOFORN");
/// assert_eq!(found.end, 7);
/// assert!(marking::portion_at("(U.S.) policy", 0, 13).is_none());
/// ```
pub fn portion_at(text: &str, at: u32, limit: u32) -> Option<PortionAt> {
    let bytes = text.as_bytes();
    let limit = (limit as usize).min(bytes.len());
    let region = bytes.get(..limit)?;
    let mut at = at as usize;
    while matches!(region.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    match region.get(at)? {
        b'(' => usual(region, at).or_else(|| opened(text, region, at)),
        b'[' | b'{' | b'<' => opened(text, region, at),
        b'A'..=b'Z' | b'a'..=b'z' => unopened(text, region, at),
        // The key of the parenthesis without the shift: `9C)`.
        b'9' if matches!(region.get(at + 1), Some(b'A'..=b'Z')) => unopened(text, region, at + 1),
        _ => None,
    }
}

/// A parenthesis that closes, or a sign that came for one.
fn closes(byte: u8) -> bool {
    matches!(byte, b')' | b']' | b'}' | b'>')
}

/// `(C)`, `(SBU)`: one of the marks of nearly all paragraphs between parentheses.
#[inline]
fn usual(region: &[u8], at: usize) -> Option<PortionAt> {
    /// Bytes of the longest of them, with its parenthesis.
    const NEAR: usize = 8;
    let start = at + 1;
    let rest = region.get(start..)?;
    let (close, (level, controls)) = match rest {
        // A level alone is what most paragraphs have.
        [b'C', b')', ..] => (1, (Level::Confidential, Controls::NONE)),
        [b'S', b')', ..] => (1, (Level::Secret, Controls::NONE)),
        [b'U', b')', ..] => (1, (Level::Unclassified, Controls::NONE)),
        _ => {
            let close = rest.iter().take(NEAR).position(|byte| *byte == b')')?;
            (close, common(&rest[..close])?)
        }
    };
    if matches!(rest.get(close + 1), Some(b')' | b']')) {
        return None;
    }
    let printed = Spanned::verbatim(Span::at(start, start + close));
    let (end, entire_text) = entire_text_behind(region, start + close + 1, false);
    Some(PortionAt {
        mark: Mark::new(level, controls, printed),
        end: offset(end),
        well_formed: true,
        entire_text,
    })
}

/// A mark that begins with a parenthesis.
fn opened(text: &str, region: &[u8], at: usize) -> Option<PortionAt> {
    let mut regular = region.get(at) == Some(&b'(');
    let mut start = at + 1;
    while region.get(start) == Some(&b'(') {
        regular = false;
        start += 1;
    }
    let window = region.get(start..(start + LONGEST).min(region.len()))?;
    // The usual case first: a few bytes and the parenthesis.
    let close = window
        .iter()
        .position(|byte| closes(*byte) || matches!(byte, b'(' | b'['));
    if let Some(length) = close {
        if window.get(length).is_some_and(|byte| closes(*byte)) {
            let span = Span::at(start, start + length);
            let content = window.get(..length)?;
            let lines = grammar::line_ends(content);
            if lines > 1 {
                return unclosed(text, region, start);
            }
            let Some((mark, entire_text)) = inside(text, span) else {
                // Without a parenthesis of its own the mark stops at the first word, and the one found belongs to
                // something on a later line.
                return if lines == 1 {
                    unclosed(text, region, start)
                } else {
                    None
                };
            };
            regular &= lines == 0 && window.get(length) == Some(&b')');
            let mut end = start + length + 1;
            while matches!(region.get(end), Some(b')' | b']')) {
                regular = false;
                end += 1;
            }
            let (end, follows) = entire_text_behind(region, end, entire_text);
            return Some(PortionAt {
                mark,
                end: offset(end),
                well_formed: regular,
                entire_text: entire_text || follows,
            });
        }
    }
    unclosed(text, region, start)
}

/// A mark whose closing parenthesis was lost: one word, a blank, and the text.
fn unclosed(text: &str, region: &[u8], start: usize) -> Option<PortionAt> {
    let length = mark_word(region.get(start..)?);
    let mut end = start + length;
    // `(C0 Text`, `(C( Text`: the key beside it, or without the shift.
    let slip = matches!(region.get(end), Some(b'0' | b'(')) && region.get(end + 1) == Some(&b' ');
    if !slip && !matches!(region.get(end), Some(b' ' | b'\n' | b'\r')) {
        return None;
    }
    // `(c 1990`
    if region.get(start..end)?.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let (mark, _) = inside(text, Span::at(start, end))?;
    end += usize::from(slip);
    Some(PortionAt {
        mark,
        end: offset(end),
        well_formed: false,
        entire_text: false,
    })
}

/// A mark without opening parenthesis: `C)`, or written out for the entire text.
fn unopened(text: &str, region: &[u8], at: usize) -> Option<PortionAt> {
    let length = mark_word(region.get(at..)?);
    let word = region.get(at..at + length)?;
    if region.get(at + length) == Some(&b')') {
        // `c)` is an item.
        if word.iter().any(u8::is_ascii_lowercase) {
            return None;
        }
        let (mark, entire_text) = inside(text, Span::at(at, at + length))?;
        return Some(PortionAt {
            mark,
            end: offset(at + length + 1),
            well_formed: false,
            entire_text,
        });
    }
    let window = region.get(at..(at + LONGEST).min(region.len()))?;
    let (mark, end) = grammar::entire_text(window)?;
    let span = Span::at(at, at + mark);
    let (mark, _) = inside(text, span)?;
    let mut end = at + end;
    if region.get(end) == Some(&b')') {
        end += 1;
    }
    if region.get(end) == Some(&b'.') {
        end += 1;
    }
    Some(PortionAt {
        mark,
        end: offset(end),
        well_formed: true,
        entire_text: true,
    })
}

/// How many bytes at the start can belong to one word of a mark.
fn mark_word(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|byte| !(byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'-')))
        .unwrap_or(bytes.len())
}

/// `ENTIRE TEXT` behind a mark, and the stop of a mark that holds it.
fn entire_text_behind(region: &[u8], end: usize, inside: bool) -> (usize, bool) {
    let rest = region.get(end..).unwrap_or(&[]);
    if inside {
        return (end + usize::from(rest.first() == Some(&b'.')), false);
    }
    // Cheap test first: this is asked for every paragraph.
    let mut start = 0;
    while matches!(rest.get(start), Some(b' ' | b'-')) {
        start += 1;
    }
    if !matches!(rest.get(start), Some(b'E' | b'e')) {
        return (end, false);
    }
    match grammar::entire_words(&rest[start..]) {
        Some(length) => {
            let words = start + length;
            let stop = usize::from(rest.get(words) == Some(&b'.'));
            (end + words + stop, true)
        }
        None => (end, false),
    }
}

/// The written-out classification that fills `span`: of an envelope, a caption, an attribute.
///
/// Input: `UNCLASSIFIED//FOR OFFICIAL USE ONLY`, `SECRET//NOFORN`, `LIMITED OFFICIAL USE`, `SECRET/REL TO GBR`,
/// `C O N F I D E N T I A L NOFORN`. The whole span is consumed (a final stop aside), or it is no classification.
/// Reports nothing. Source: 5 FAH-2 H-222; classifications of released telegrams.
///
/// ```
/// use cable_core::{Resolve, Span, field::marking};
/// let text = "UNCLASSIFIED//FOR OFFICIAL USE ONLY";
/// let mark = marking::classification(text, Span::new(0, 35)).unwrap();
/// assert_eq!(mark.resolve(text).controls, ["FOUO"]);
/// ```
pub fn classification(text: &str, span: Span) -> Option<Mark> {
    let whole = span.slice(text);
    let start = span.start() + offset(whole.len() - whole.trim_start().len());
    let whole = whole.trim().trim_end_matches('.').trim_end();
    let (mark, _) = read(text, start, whole)?;
    Some(mark)
}

/// Whether a line opens or closes a part of a telegram that has a classification of its own, as before there were portion
/// marks: `BEGIN UNCLASSIFIED`, `END LIMITED OFFICIAL USE.`
pub(crate) fn bounds_portion(line: &str) -> bool {
    let mut words = line.trim_start_matches(['(', '[', '-', ' ']).splitn(2, ' ');
    let bound = words.next().is_some_and(|word| {
        ["BEGIN", "END"]
            .iter()
            .any(|bound| word.eq_ignore_ascii_case(bound))
    });
    let rest = words.next().filter(|_| bound).unwrap_or("");
    let level = rest.split(['.', ':', ';', ')', ']']).next().unwrap_or("");
    level.len() > 2 && classification(level, Span::at(0, level.len())).is_some()
}

#[cfg(test)]
mod tests;
