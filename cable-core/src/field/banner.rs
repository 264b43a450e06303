//! The classification line (banner): level, marks, section, post, serial.

use super::level_word::{level_word, slipped};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::{Banner, Control, Controls, Level, Mark, Section};
use crate::scan::one_blank;
use crate::span::{Span, offset};
use crate::spanned::Spanned;

/// Longest name of a post, and most words of one (`PORT OF SPAIN`, `USUN NEW YORK`, `IRAN RPO DUBAI`).
const LONGEST_POST: usize = 40;
const POST_WORDS: usize = 5;

/// A classification line that was read.
///
/// ```
/// use cable_core::{Span, record::Level, field::banner};
/// let text = "SECRET//NOFORN NORDHAVEN 000142 SIPDIS";
/// let line = banner::parse(text, Span::new(0, 38), &mut ()).unwrap();
/// assert_eq!((line.banner.level, line.banner.serial), (Level::Secret, Some(142)));
/// assert_eq!(line.rest.slice(text), "SIPDIS");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BannerLine {
    /// What it says.
    pub banner: Banner<Spanned>,
    /// Level and controls as the classification of the telegram.
    pub mark: Mark,
    /// What follows the serial on the line: captions, or a whole preamble.
    pub rest: Span,
}

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

/// The classification line on `line`.
///
/// Input: `UNCLAS NORDHAVEN 000123`, `C O N F I D E N T I A L SECTION 01 OF 03 PORT AURELIA 000123`,
/// `UNCLAS E F T O SECTION 01 of 02 ZELTBERG 001234`, `SECRET//NOFORN FINAL SECTION OF 2 NORDHAVEN 1234`,
/// `CONFIDENTIAL 75 NORDHAVEN 1234`. Consumes up to the serial; captions or a whole preamble may follow. A level
/// without post and serial is no banner. Reports `banner-spelling` and `section-number-invalid`. Source: ACP 127(G)
/// paras 208, 209; 5 FAH-2 H-222.
///
/// ```
/// use cable_core::{Resolve, Span, field::banner};
/// let text = "UNCLAS E F T O SECTION 01 OF 02 PORT AURELIA 001234 SIPDIS";
/// let line = banner::parse(text, Span::new(0, 58), &mut ()).unwrap();
/// let banner = line.banner.resolve(text);
/// assert_eq!((banner.post, banner.serial, banner.efto), (Some("PORT AURELIA"), Some(1234), true));
/// assert_eq!(line.mark.resolve(text).printed, "UNCLAS E F T O");
/// assert_eq!(line.rest.slice(text), "SIPDIS");
/// ```
pub fn parse(text: &str, line: Span, sink: &mut impl Sink) -> Option<BannerLine> {
    let whole = line.slice(text);
    let bytes = whole.as_bytes();
    let start = blanks(bytes, 0);
    let rest = bytes.get(start..)?;
    let sure = level_word(rest);
    let level = sure.or_else(|| slipped(rest))?;
    let mut marks = Marks {
        controls: level.controls,
        printed: level.controls.iter().map(Control::as_str).collect(),
        released: None,
    };
    let mut at = start + level.len;
    at = marks.take(bytes, at, level.level);
    // The marks next to the level are printed with it.
    let marked_end = at;
    let (section, behind) = match section(bytes, blanks(bytes, at)) {
        Some((section, behind)) => (Some(section), behind),
        None => (None, at),
    };
    at = marks.take(bytes, behind, level.level);
    let place = post(bytes, at);
    let serial = place.as_ref().and_then(|post| post.serial.clone());
    let named = place.as_ref().filter(|post| !post.name.is_empty());
    match (&serial, &section) {
        // A line that lost its serial is told from prose by its section.
        (None, Some(_)) if named.is_some() => {}
        (None, _) => return None,
        // Where the post was lost only the six digits of a serial tell the line from prose.
        (Some(serial), None) if named.is_none() => {
            let alone = whole.get(serial.end..).unwrap_or("").trim().is_empty();
            if serial.len() != 6 || !alone {
                return None;
            }
        }
        _ => {}
    }
    let end = serial
        .as_ref()
        .map(|serial| serial.end)
        .or(named.map(|post| post.name.end))?;
    let mut rest_start = blanks(bytes, end);
    if bytes.get(rest_start) == Some(&b'.') {
        rest_start = blanks(bytes, rest_start + 1);
    }
    if section.is_none() && !level.spaced && (named.is_some() || sure.is_none()) {
        let name = named.and_then(|post| whole.get(post.name.clone()))?;
        let rest = whole.get(rest_start..).unwrap_or("");
        let wide = serial.as_ref().is_some_and(|serial| serial.len() > 4);
        if !plausible(whole.get(start..start + level.len)?, name, wide, rest) {
            return None;
        }
        // A word that is only near to a level needs more: a serial as wide as in a classification line.
        if sure.is_none() && !(wide || rest.is_empty() && known_post(name)) {
            return None;
        }
    }
    let base = line.start();
    let span = |range: core::ops::Range<usize>| {
        Span::new(base + offset(range.start), base + offset(range.end))
    };
    let level_span = span(start..marked_end);
    if !level.spelling_ok || section.as_ref().is_some_and(|section| section.misspelt) {
        sink.report(Diagnostic::new(Code::BannerSpelling, level_span));
    }
    if let Some(section) = &section {
        let number = section.value.number;
        if number == 0 || section.value.total.is_some_and(|total| number > total) {
            let place = span(section.place.clone());
            sink.report(Diagnostic::new(Code::SectionNumberInvalid, place));
        }
    }
    let printed = level_span;
    let whole_line = whole.get(start..end).unwrap_or("");
    let broken = memchr::memchr2(b'\n', b'\r', whole_line.as_bytes()).is_some();
    let printed_line = if broken {
        Spanned::changed(span(start..end), one_blank(whole_line).into_owned())
    } else {
        Spanned::verbatim(span(start..end))
    };
    let lists: Vec<Spanned> = marks
        .released
        .iter()
        .map(|names| {
            let printed = one_blank(whole.get(names.clone()).unwrap_or(""));
            Spanned::changed(span(names.clone()), format!("REL TO {printed}"))
        })
        .collect();
    let written = marks.printed.into_iter();
    let mut controls: Vec<Spanned> = written
        .map(|name| Spanned::changed(printed, name))
        .collect();
    controls.extend(lists.iter().cloned());
    let mark = Mark::with_named(
        level.level,
        marks.controls,
        lists,
        Spanned::verbatim(printed),
        text,
    );
    let banner = Banner {
        level: level.level,
        controls,
        efto: marks.controls.contains(Control::Efto),
        section: section.map(|section| section.value),
        post: named.map(|post| {
            let name = one_blank(whole.get(post.name.clone()).unwrap_or(""));
            Spanned::of(text, span(post.name.clone()), name)
        }),
        serial: serial
            .as_ref()
            .and_then(|serial| serial_value(bytes.get(serial.clone())?)),
        printed: printed_line,
        level_span,
        serial_span: span(serial.unwrap_or(end..end)),
    };
    let rest = whole.get(rest_start..).unwrap_or("").trim_end();
    Some(BannerLine {
        banner,
        mark,
        rest: span(rest_start..rest_start + rest.len()),
    })
}

/// A line end is a blank too: the line may be broken.
fn blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest
        .iter()
        .position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .unwrap_or(rest.len())
}

/// Letters of a word at `at`, blanks between them ignored. The end, if no letter follows.
fn spaced(bytes: &[u8], at: usize, letters: &[u8]) -> Option<usize> {
    let mut at = at;
    for (index, &letter) in letters.iter().enumerate() {
        if index > 0 {
            at = blanks(bytes, at);
        }
        if !bytes.get(at)?.eq_ignore_ascii_case(&letter) {
            return None;
        }
        at += 1;
    }
    (!bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)).then_some(at)
}

/// The controls of the line, as they are met.
struct Marks {
    controls: Controls,
    printed: Vec<&'static str>,
    /// Those to whom the telegram may be released.
    released: Option<core::ops::Range<usize>>,
}

impl Marks {
    /// Takes marks at `at`, joined by blanks or slashes. The end of the last one.
    fn take(&mut self, bytes: &[u8], at: usize, level: Level) -> usize {
        let mut end = at;
        'next: loop {
            let rest = bytes.get(end..).unwrap_or(&[]);
            let skip = rest
                .iter()
                .position(|byte| !matches!(byte, b' ' | b'\t' | b'/' | b'-' | b','))
                .unwrap_or(rest.len());
            let start = end + skip;
            // The first letters of all marks, before any of them.
            match bytes.get(start).map(u8::to_ascii_uppercase) {
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
            for &(letters, name, control) in MARKS {
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
fn released(bytes: &[u8], start: usize) -> Option<(core::ops::Range<usize>, usize)> {
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

/// `SECTION 01 OF 03`
struct Found {
    value: Section,
    place: core::ops::Range<usize>,
    misspelt: bool,
}

/// The section of a telegram in sections at `at`.
fn section(bytes: &[u8], at: usize) -> Option<(Found, usize)> {
    let of = |at: usize| {
        let at = blanks(bytes, at);
        match bytes.get(at) {
            Some(b'/') => Some(blanks(bytes, at + 1)),
            _ => spaced_glued(bytes, at, b"OF")
                .or_else(|| spaced_glued(bytes, at, b"0F"))
                .map(|end| blanks(bytes, end)),
        }
    };
    let typed = |at: usize| lettered(bytes, at).is_some();
    if let Some(end) = spaced(bytes, at, b"FINALSECTION") {
        let at_total = of(end)?;
        let (total, end) = number(bytes, at_total)?;
        return Some((
            Found {
                value: Section::new(total, Some(total)),
                place: at..end,
                misspelt: typed(at_total),
            },
            end,
        ));
    }
    let (behind, misspelt, word) = match section_word(bytes, at) {
        Some((end, misspelt)) => (blanks(bytes, end), misspelt, true),
        None => (at, false, false),
    };
    let (value, end) = number(bytes, behind)?;
    let misspelt = misspelt || typed(behind) || of(end).is_some_and(typed);
    match of(end).and_then(|at| number(bytes, at)) {
        Some((total, end)) => Some((
            Found {
                value: Section::new(value, Some(total)),
                place: at..end,
                misspelt,
            },
            end,
        )),
        // A number alone is a section only behind the word; otherwise it is a year.
        None => word.then(|| {
            (
                Found {
                    value: Section::new(value, None),
                    place: at..end,
                    misspelt,
                },
                end,
            )
        }),
    }
}

/// `SECTION`, letters spaced or not, with one slip; the end, and whether there was a slip.
fn section_word(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    if let Some(end) = spaced_glued(bytes, at, b"SECTION") {
        return (!bytes.get(end).is_some_and(u8::is_ascii_alphabetic)).then_some((end, false));
    }
    let rest = bytes.get(at..)?;
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let word = rest.get(..length)?.to_ascii_uppercase();
    let near = (6..=8).contains(&length) && slip(&word, b"SECTION");
    // What follows must be a section, or any word of a post could be one.
    let (_, end) = number(bytes, blanks(bytes, at + length))?;
    spaced_glued(bytes, blanks(bytes, end), b"OF")?;
    (near || matches!(word.as_slice(), b"SECT" | b"SEC")).then_some((at + length, near))
}

/// Whether one letter is wrong, missing or too many.
fn slip(word: &[u8], right: &[u8]) -> bool {
    let common = word.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (word, right) = (
        word.get(common..).unwrap_or(&[]),
        right.get(common..).unwrap_or(&[]),
    );
    let tail = |list: &'_ [u8]| list.get(1..).unwrap_or(&[]).to_vec();
    tail(word) == tail(right) || tail(word) == right || word == tail(right)
}

/// As [`spaced`], but a digit may follow at once: `SECTION01OF02`.
fn spaced_glued(bytes: &[u8], at: usize, letters: &[u8]) -> Option<usize> {
    let mut at = at;
    for (index, &letter) in letters.iter().enumerate() {
        if index > 0 {
            at = blanks(bytes, at);
        }
        if !bytes.get(at)?.eq_ignore_ascii_case(&letter) {
            return None;
        }
        at += 1;
    }
    (!bytes.get(at).is_some_and(u8::is_ascii_alphabetic)).then_some(at)
}

/// A digit, or the letter that a typist puts for one: `O` for zero, a small `l` or a capital `I` for one.
fn figure(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'O' | b'o' => Some(0),
        b'l' | b'I' => Some(1),
        _ => None,
    }
}

/// A word of one or two figures of which one is a letter: `O1`, `l`. The value and the end.
fn lettered(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let word = bytes.get(at..)?;
    let length = word
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let word = word
        .get(..length)
        .filter(|word| (1..=2).contains(&length) && word.iter().any(u8::is_ascii_alphabetic))?;
    let value = word
        .iter()
        .try_fold(0, |value, &byte| Some(value * 10 + figure(byte)?))?;
    Some((value, at + length))
}

/// A number of one or two digits, or written out as in telegrams of the 1970s.
fn number(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    const WORDS: [&[u8]; 10] = [
        b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE", b"SIX", b"SEVEN", b"EIGHT", b"NINE", b"TEN",
    ];
    let rest = bytes.get(at..)?;
    if let Some(found) = lettered(bytes, at) {
        return Some(found);
    }
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if (1..=2).contains(&digits) {
        let value = rest
            .iter()
            .take(digits)
            .fold(0, |value, &byte| value * 10 + u32::from(byte - b'0'));
        return Some((value, at + digits));
    }
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let word = rest.get(..length)?;
    (1..)
        .zip(WORDS)
        .find(|(_, name)| word.eq_ignore_ascii_case(name))
        .map(|(value, _)| (value, at + length))
}

/// Post and serial.
struct Post {
    name: core::ops::Range<usize>,
    serial: Option<core::ops::Range<usize>>,
}

/// The post at `at`, a year before it left out, and the serial behind it.
fn post(bytes: &[u8], at: usize) -> Option<Post> {
    let rest = bytes.get(at..)?;
    let skip = rest
        .iter()
        .position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'-' | b','))?;
    let mut start = at + skip;
    let digits = digits(bytes, start);
    let behind = blanks(bytes, start + digits);
    if matches!(digits, 2 | 4)
        && behind > start + digits
        && bytes.get(behind).is_some_and(u8::is_ascii_alphabetic)
        && (digits == 2 || matches!(bytes.get(start..start + 2), Some(b"19" | b"20")))
    {
        start = behind;
    }
    let rest = bytes.get(start..)?;
    let length = rest
        .iter()
        .position(|byte| {
            !(byte.is_ascii_alphabetic()
                || matches!(
                    byte,
                    b' ' | b'\t' | b'.' | b'\'' | b'-' | b'/' | b'[' | b']'
                ))
        })
        .unwrap_or(rest.len());
    // `NORDHAVEN OO0142`: the zeros of the serial as letters.
    let zeros = rest
        .get(..length)?
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b'O'))
        .count();
    let zeros = match rest.get(..length - zeros)?.last() {
        Some(b' ' | b'\t') if rest.get(length).is_some_and(u8::is_ascii_digit) => zeros,
        _ => 0,
    };
    let length = length - zeros;
    let name = rest.get(..length)?.trim_ascii_end();
    let words = name
        .split(|byte| matches!(byte, b' ' | b'\t'))
        .filter(|word| !word.is_empty())
        .count();
    if name.len() > LONGEST_POST || words > POST_WORDS || name.starts_with(b"PAGE ") {
        return None;
    }
    if name
        .first()
        .is_some_and(|byte| !byte.is_ascii_alphabetic() && *byte != b'[')
    {
        return None;
    }
    let place = start..start + name.len();
    let at = start + length;
    Some(Post {
        name: place,
        serial: serial(bytes, at),
    })
}

fn digits(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .unwrap_or(&[])
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// The value of a serial, a letter `O` in it read as zero.
fn serial_value(serial: &[u8]) -> Option<u32> {
    serial.iter().try_fold(0_u32, |value, &byte| {
        value.checked_mul(10)?.checked_add(figure(byte)?)
    })
}

/// A serial of three to seven digits. Letters follow at once only behind six (`000123SIPDIS`), and a letter `O` stands
/// for a zero only in a serial of full width (`0O0142`).
fn serial(bytes: &[u8], at: usize) -> Option<core::ops::Range<usize>> {
    /// Digits of a serial as the classification line pads it.
    const WIDTH: usize = 6;
    let wide = bytes.get(at..)?;
    let wide = wide
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'O' | b'o'))
        .count();
    if wide == WIDTH && !bytes.get(at + wide).is_some_and(u8::is_ascii_alphanumeric) {
        return Some(at..at + wide);
    }
    let length = digits(bytes, at);
    let glued = bytes.get(at + length).is_some_and(u8::is_ascii_alphabetic);
    ((3..=7).contains(&length) && (!glued || length == WIDTH)).then_some(at..at + length)
}

/// Whether a solid level, words and a number are a classification line, and no sentence (`SECRET TALKS IN MAY 1979
/// FAILED`).
fn plausible(level: &str, post: &str, wide: bool, rest: &str) -> bool {
    let lower = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    if lower(level) || lower(post) {
        return known_post(post);
    }
    let words = post.split_ascii_whitespace().count();
    words == 1 || (rest.is_empty() && (words == 2 || wide)) || known_post(post)
}

fn known_post(name: &str) -> bool {
    facts::post_by_name(&name.to_ascii_uppercase()).is_some()
}

#[cfg(test)]
mod tests;
