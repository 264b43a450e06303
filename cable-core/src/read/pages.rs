//! What is printed around page headings: classification words, stamps of the release review.

use super::header::{HeaderZone, HeaderZoneKind};
use crate::field::level_word::level_word;
use crate::layout::Layout;
use crate::record::{Break, BreakKind, Format};
use crate::scan::{Line, LineKind, PageHeading};
use crate::span::Span;
use crate::spanned::Spanned;
use crate::text::ends::{is_printed, trim};
use memchr::memmem::{self, Finder};
use once_cell::sync::Lazy;

/// A page heading as a break.
pub(super) fn page_break(page: &PageHeading) -> Break<Spanned> {
    Break {
        kind: BreakKind::Page,
        section: page.section.map(|section| section.number),
        part: None,
        total: page.section.and_then(|section| section.total),
        page: Some(page.page),
        post: Some(Spanned::verbatim(page.post)),
        serial: page.serial,
        span: page.span,
    }
}

/// Sets aside the classification words next to page headings, and stamps wherever they stand.
pub(super) fn set_aside(text: &str, lines: &mut [Line], layout: &mut Layout) {
    // Records and releases are stamped on pages without a heading, too.
    let stamped = layout.format == Format::Archive && stamps(text, lines, layout);
    let released = matches!(layout.format, Format::Archive | Format::Smart);
    if layout.format == Format::Archive {
        cut_headings(text, lines);
        lost_texts(text, lines);
    }
    let is_page = |line: &Line| {
        line.kind == LineKind::Break && line.span.slice(text).starts_with("PAGE")
            || released && line.kind == LineKind::Stamp
    };
    if !stamped && !lines.iter().any(is_page) {
        return;
    }
    // Once down and once up, so that each line is looked at twice and no more.
    let mut near = false;
    for line in lines.iter_mut() {
        near = is_page(line) || near && around(text, line, layout);
    }
    near = false;
    for line in lines.iter_mut().rev() {
        near = is_page(line) || near && around(text, line, layout);
    }
    layout
        .release_stamps
        .sort_by_key(|stamp| stamp.span().start());
    crate::scan::soften(lines);
}

/// Keeps the stamps that stand between printed pages of the header.
pub(super) fn header_stamps(text: &str, zones: &[HeaderZone], lines: &[Span], layout: &mut Layout) {
    let stamps = zones
        .iter()
        .filter(|zone| zone.kind == HeaderZoneKind::ReleaseStamp)
        .flat_map(|zone| lines.get(zone.lines.clone()).unwrap_or(&[]))
        .filter(|line| !line.slice(text).trim().is_empty())
        .map(|line| trimmed(text, *line));
    layout.release_stamps.extend(stamps);
}

/// What the archive printed in place of a text that it could not read. Source: 4.4 of the format.
const LOST_TEXTS: [&str; 2] = ["ERROR READING TEXT", "EXPAND ERROR ENCOUNTERED"];

/// Whether a line says that the text in its place is lost.
pub(super) fn is_lost_text(line: &str) -> bool {
    let words = line.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    LOST_TEXTS.contains(&words)
}

/// Whether a line says, as a value of an attribute does, that there is nothing.
pub(super) fn is_no_text(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("n/a")
}

/// Takes the lines that say that text is lost: they are no words of the telegram.
fn lost_texts(text: &str, lines: &mut [Line]) {
    // A text of more words may have it in a table.
    let mut words = lines.iter_mut().filter(|line| line.kind == LineKind::Text);
    if let (Some(only), None) = (words.next(), words.next()) {
        if is_no_text(only.span.slice(text)) {
            only.kind = LineKind::Leftover;
        }
    }
    if memmem::find(text.as_bytes(), b"ERROR ").is_none() {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.kind == LineKind::Text) {
        if is_lost_text(line.span.slice(text)) {
            line.kind = LineKind::Leftover;
        }
    }
}

/// Takes the headings of pages that lost an end: `PAGE 02        NORDHA`, `NORDHA 01207  140931Z`.
fn cut_headings(text: &str, lines: &mut [Line]) {
    const LONGEST: usize = 60;
    for line in lines.iter_mut().filter(|line| line.kind == LineKind::Text) {
        let content = line.span.slice(text);
        if !may_be_cut(content.as_bytes()) {
            continue;
        }
        let content = trim(content);
        if content.len() <= LONGEST && (lost_end(content) || lost_front(content)) {
            line.kind = LineKind::Break;
        }
    }
}

/// Whether a line begins with the P or ends with the Z of a heading, as far as its first and last byte tell.
fn may_be_cut(line: &[u8]) -> bool {
    let other = |byte: Option<&u8>, sign| is_printed(byte) && byte != Some(&sign);
    !(other(line.first(), b'P') && other(line.last(), b'Z'))
}

/// Behind the number of the page stand blanks as in a heading, not the one of a sentence.
fn lost_end(content: &str) -> bool {
    let Some(rest) = content.strip_prefix("PAGE ") else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..).unwrap_or("");
    digits == 2
        && (behind.is_empty() || behind.starts_with("  "))
        && !behind.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The post cut to six letters, the serial of five digits, a section, the time.
fn lost_front(content: &str) -> bool {
    if !content.ends_with('Z') {
        return false;
    }
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = content.split_ascii_whitespace();
    let time = words.next_back().and_then(|word| word.strip_suffix('Z'));
    if !time.is_some_and(|time| time.len() == 6 && digits(time)) {
        return false;
    }
    let mut serial = false;
    for (index, word) in words.enumerate() {
        let post = !serial && word.len() <= 6 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let section = serial && (word == "OF" || word.len() == 2 && digits(word));
        if !serial && index > 0 && word.len() == 5 && digits(word) {
            serial = true;
        } else if !(post || section) {
            return false;
        }
    }
    serial
}

/// Takes the stamps wherever they stand; `false` if there is none.
fn stamps(text: &str, lines: &mut [Line], layout: &mut Layout) -> bool {
    let before = layout.release_stamps.len();
    // Few lines are stamps: the words are looked for in the whole text first.
    let mut hits: Vec<usize> = STAMPS
        .iter()
        .flat_map(|words| words.find_iter(text.as_bytes()))
        .collect();
    if hits.is_empty() {
        return false;
    }
    hits.sort_unstable();
    let mut hits = hits.into_iter().peekable();
    for line in lines {
        let range = line.span.range();
        while hits.next_if(|&hit| hit < range.start).is_some() {}
        let hit = hits.peek().is_some_and(|&hit| hit < range.end);
        if hit && line.kind == LineKind::Text && is_stamp(line.span.slice(text)) {
            line.kind = LineKind::Stamp;
            layout.release_stamps.push(trimmed(text, line.span));
        }
    }
    layout.release_stamps.len() > before
}

/// Takes one line next to a page heading; `false` if it is text of the telegram.
fn around(text: &str, line: &mut Line, layout: &mut Layout) -> bool {
    match line.kind {
        LineKind::Blank | LineKind::SoftBlank | LineKind::Break | LineKind::Stamp => true,
        LineKind::Text if is_classification(line.span.slice(text)) => {
            line.kind = LineKind::Break;
            true
        }
        LineKind::Text if is_stamp(line.span.slice(text)) => {
            line.kind = LineKind::Stamp;
            layout.release_stamps.push(trimmed(text, line.span));
            true
        }
        _ => false,
    }
}

fn trimmed(text: &str, span: Span) -> Spanned {
    let content = span.slice(text);
    let start = span.start() + crate::span::offset(content.len() - content.trim_start().len());
    Spanned::verbatim(Span::new(start, span.end()))
}

/// A classification alone on its line, or the control below one.
pub(super) fn is_classification(line: &str) -> bool {
    let line = line.trim();
    matches!(line, "SBU" | "SENSITIVE" | "NOFORN" | "FOUO")
        || line.len() <= 45
            && level_word(line.as_bytes()).is_some_and(|level| {
                line.get(level.len..)
                    .is_some_and(|rest| rest.trim().is_empty() || rest.trim() == "NOFORN")
            })
}

/// Words that stand in stamps of the release review alone.
static STAMPS: Lazy<[Finder<'static>; 2]> =
    Lazy::new(|| ["Declassified/Released", "EO Systematic Review"].map(Finder::new));

/// A stamp of the release review: `NAME Declassified/Released US Department of State EO Systematic Review 05 JUL 2006`.
pub(super) fn is_stamp(line: &str) -> bool {
    STAMPS
        .iter()
        .any(|words| words.find(line.as_bytes()).is_some())
}
