//! The classification line (banner): level, marks, section, post, serial.

mod letters;
mod marks;
mod post;
mod section;

use self::letters::blanks;
use self::marks::Marks;
use self::post::{known_post, plausible, serial_value};
use super::level_word::{LevelWord, level_word, sensitive_but, slipped};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Banner, Control, Mark};
use crate::scan::one_blank;
use crate::span::{Span, offset};
use crate::spanned::Spanned;
use memchr::memchr2;
use std::ops::Range;

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
    let parts = Parts::find(line.slice(text))?;
    if !parts.is_banner() {
        return None;
    }
    parts.report(line, sink);
    Some(parts.line(text, line))
}

/// The parts of a line that begins with a level.
struct Parts<'a> {
    whole: &'a str,
    start: usize,
    level: LevelWord,
    /// Whether the level is that word, not only near to it.
    sure: bool,
    marks: Marks,
    /// End of the marks next to the level, which are printed with it.
    marked_end: usize,
    section: Option<section::Found>,
    post: Option<Range<usize>>,
    serial: Option<Range<usize>>,
    /// End of the serial, else of the post.
    end: usize,
}

impl<'a> Parts<'a> {
    fn find(whole: &'a str) -> Option<Self> {
        let bytes = whole.as_bytes();
        let start = blanks(bytes, 0);
        let rest = bytes.get(start..)?;
        let sure = level_word(rest).or_else(|| sensitive_but(rest));
        let is_sure = sure.is_some();
        let level = sure.or_else(|| slipped(rest))?;
        let mut marks = Marks::new(level.controls);
        let marked_end = marks.take(bytes, start + level.len, level.level);
        let (section, behind) = match section::section(bytes, blanks(bytes, marked_end)) {
            Some((section, behind)) => (Some(section), behind),
            None => (None, marked_end),
        };
        let at = marks.take(bytes, behind, level.level);
        let (post, serial) = match post::post(bytes, at) {
            Some(found) => (Some(found.name), found.serial),
            None => (None, None),
        };
        let post = post.filter(|name| !name.is_empty());
        let mut end = serial.as_ref().or(post.as_ref())?.end;
        let mut section = section;
        if section.is_none() && serial.is_some() {
            if let Some((found, behind)) = section::behind_serial(bytes, end) {
                (section, end) = (Some(found), behind);
            }
        }
        Some(Parts {
            whole,
            start,
            level,
            sure: is_sure,
            marks,
            marked_end,
            section,
            post,
            serial,
            end,
        })
    }

    /// Whether they are a classification line, and no sentence.
    fn is_banner(&self) -> bool {
        match (&self.serial, &self.section, &self.post) {
            // A line that lost its serial is told from prose by its section.
            (None, section, post) if section.is_none() || post.is_none() => return false,
            // Where the post was lost only the six digits of a serial tell the line from prose.
            (Some(serial), None, None) => {
                let alone = self.slice(serial.end..self.whole.len()).trim().is_empty();
                if serial.len() != 6 || !alone {
                    return false;
                }
            }
            _ => {}
        }
        let doubtful = self.section.is_none() && !self.level.spaced;
        if !doubtful || self.post.is_none() && self.sure {
            return true;
        }
        let Some(post) = &self.post else {
            return false;
        };
        let name = self.slice(post.clone());
        let level = self.slice(self.start..self.start + self.level.len);
        let rest = self.slice(self.rest());
        let wide = self.serial.as_ref().is_some_and(|serial| serial.len() > 4);
        // A word that is only near to a level needs more: a serial as wide as in a classification line.
        plausible(level, name, wide, rest)
            && (self.sure || wide || rest.is_empty() && known_post(name))
    }

    /// What follows on the line.
    fn rest(&self) -> Range<usize> {
        let bytes = self.whole.as_bytes();
        let mut start = blanks(bytes, self.end);
        if bytes.get(start) == Some(&b'.') {
            start = blanks(bytes, start + 1);
        }
        let rest = self.whole.get(start..).unwrap_or("").trim_end();
        start..start + rest.len()
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.whole.get(range).unwrap_or("")
    }

    fn report(&self, line: Span, sink: &mut impl Sink) {
        let misspelt = self.section.as_ref().is_some_and(|found| found.misspelt);
        if !self.level.spelling_ok || misspelt {
            let place = within(line, self.start..self.marked_end);
            sink.report(Diagnostic::new(Code::BannerSpelling, place));
        }
        if let Some(section) = &self.section {
            let number = section.value.number;
            if number == 0 || section.value.total.is_some_and(|total| number > total) {
                let place = within(line, section.place.clone());
                sink.report(Diagnostic::new(Code::SectionNumberInvalid, place));
            }
        }
    }

    fn line(self, text: &str, line: Span) -> BannerLine {
        let level_span = within(line, self.start..self.marked_end);
        let lists: Vec<Spanned> = self
            .marks
            .released
            .iter()
            .map(|names| {
                let printed = one_blank(self.slice(names.clone()));
                Spanned::changed(within(line, names.clone()), format!("REL TO {printed}"))
            })
            .collect();
        let printed = self.marks.printed.iter();
        let mut controls: Vec<Spanned> = printed
            .map(|&name| Spanned::changed(level_span, name))
            .collect();
        controls.extend(lists.iter().cloned());
        let mark = Mark::with_named(
            self.level.level,
            self.marks.controls,
            lists,
            Spanned::verbatim(level_span),
            text,
        );
        let one_blanked = |range: Range<usize>| {
            let printed = one_blank(self.slice(range.clone()));
            Spanned::of(text, within(line, range), printed)
        };
        let whole = self.start..self.end;
        let broken = memchr2(b'\n', b'\r', self.slice(whole.clone()).as_bytes()).is_some();
        let serial = self.serial.clone();
        let banner = Banner {
            level: self.level.level,
            controls,
            efto: self.marks.controls.contains(Control::Efto),
            printed: if broken {
                one_blanked(whole)
            } else {
                Spanned::verbatim(within(line, whole))
            },
            level_span,
            post: self.post.clone().map(one_blanked),
            serial: serial
                .clone()
                .and_then(|serial| serial_value(self.slice(serial).as_bytes())),
            serial_span: within(line, serial.unwrap_or(self.end..self.end)),
            section: self.section.as_ref().map(|found| found.value),
        };
        let rest = within(line, self.rest());
        BannerLine { banner, mark, rest }
    }
}

/// The place of `range` of a line.
fn within(line: Span, range: Range<usize>) -> Span {
    let base = line.start();
    Span::new(base + offset(range.start), base + offset(range.end))
}

#[cfg(test)]
mod tests;
