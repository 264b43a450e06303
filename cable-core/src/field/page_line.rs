//! Headings of printed pages.

use crate::record::{Break, BreakKind, PageLine, Section};
use crate::scan::shape::{is_digits, number, same, trim_span, word_spans};
use crate::span::Span;
use crate::spanned::Spanned;

/// Reads the heading of a printed page; `None` if the line is none.
///
/// Typical input: `PAGE 02        NORDHA  04417  01 OF 02  141530Z`. Takes what follows the shape and leaves the rest
/// of the line alone. Reports nothing. Source: distribution block of 1973-79 copies, National Archives.
///
/// ```
/// use cable_core::{Span, field::page_line};
/// let text = "PAGE 02        PORT A  04417  01 OF 02  141530Z";
/// let page = page_line::parse(text, Span::new(0, text.len() as u32)).unwrap();
/// assert_eq!((page.page, page.serial), (2, Some(4417)));
/// assert_eq!(page.post.unwrap().get(text), "PORT A");
/// assert_eq!(page.section.map(|s| (s.number, s.total)), Some((1, Some(2))));
/// assert_eq!(page.time.unwrap().get(text), "141530Z");
/// assert!(page_line::parse("PAGE ONE", Span::new(0, 8)).is_none());
/// ```
pub fn parse(text: &str, line: Span) -> Option<PageLine<Spanned>> {
    let mut words = word_spans(text, line);
    let label = words.next()?;
    if !same(label.slice(text).as_bytes(), b"PAGE") {
        return None;
    }
    let number_span = words.next()?;
    let digits = number_span.slice(text).as_bytes();
    let page = number(digits).filter(|_| digits.len() <= 4)?;
    let mut found = PageLine {
        page,
        post: None,
        serial: None,
        section: None,
        time: None,
        span: label.join(number_span),
    };
    let mut rest = Span::new(number_span.end(), line.end());
    // `PAGE 02 OF 03`
    let mut pair = word_spans(text, rest);
    if let (Some(of), Some(count)) = (pair.next(), pair.next()) {
        if same(of.slice(text).as_bytes(), b"OF") && is_digits(count.slice(text).as_bytes()) {
            found.span = found.span.join(count);
            rest = Span::new(count.end(), line.end());
        }
    }
    tail(text, rest, &mut found);
    Some(found)
}

/// Reads post, serial, section and time, where the page number stands on the line before.
///
/// ```
/// use cable_core::{Span, field::page_line};
/// let text = "PAGE 02\nNORDHA 00142 01 OF 02 041015Z";
/// let mut found = page_line::parse(text, Span::new(0, 7)).unwrap();
/// page_line::tail(text, Span::new(8, 37), &mut found);
/// assert_eq!((found.page, found.serial), (2, Some(142)));
/// assert_eq!(found.section.unwrap().total, Some(2));
/// ```
pub fn tail(text: &str, rest: Span, found: &mut PageLine<Spanned>) {
    let mut words = word_spans(text, rest).peekable();
    let mut post: Option<Span> = None;
    // The post may hold blanks; it ends where the serial begins.
    while let Some(word) = words.peek().copied() {
        let bytes = word.slice(text).as_bytes();
        if is_digits(bytes) || is_time(bytes) {
            break;
        }
        post = Some(post.map_or(word, |before| before.join(word)));
        words.next();
        if post.is_some_and(|post| post.len() > 24) {
            // Text that happens to follow is no post.
            return;
        }
    }
    if let Some(post) = post {
        found.post = Some(Spanned::of(
            text,
            post,
            crate::scan::one_blank(post.slice(text)),
        ));
        found.span = found.span.join(post);
    }
    if let Some(word) = words.peek().copied() {
        if (3..=7).contains(&word.len()) {
            if let Some(serial) = number(word.slice(text).as_bytes()) {
                found.serial = Some(serial);
                found.span = found.span.join(word);
                words.next();
            }
        }
    }
    if let Some(first) = words.peek().copied() {
        if first.len() <= 3 {
            if let Some(section) = number(first.slice(text).as_bytes()) {
                words.next();
                let of = words
                    .next()
                    .is_some_and(|word| same(word.slice(text).as_bytes(), b"OF"));
                let total = words.next();
                let count = total.and_then(|word| number(word.slice(text).as_bytes()));
                if of && count.is_some() {
                    found.section = Some(Section::new(section, count));
                    found.span = found.span.join(total.unwrap_or(first));
                }
            }
        }
    }
    if let Some(word) = words.peek().copied() {
        if is_time(word.slice(text).as_bytes()) {
            found.time = Some(Spanned::verbatim(word));
            found.span = found.span.join(word);
        }
    }
    found.span = trim_span(text, found.span);
}

/// The heading as a break of the text.
///
/// ```
/// use cable_core::{Span, field::page_line};
/// let text = "PAGE 02        NORDHA  00123  01 OF 02  251645Z";
/// let page = page_line::parse(text, Span::new(0, 47)).unwrap();
/// assert_eq!(page_line::to_break(page).section, Some(1));
/// ```
pub fn to_break(page: PageLine<Spanned>) -> Break<Spanned> {
    Break {
        kind: BreakKind::Page,
        section: page.section.map(|section| section.number),
        part: None,
        total: page.section.and_then(|section| section.total),
        page: Some(page.page),
        post: page.post,
        serial: page.serial,
        span: page.span,
    }
}

/// `141530Z`.
pub(crate) fn is_time(word: &[u8]) -> bool {
    matches!(word, [digits @ .., zone] if digits.len() == 6 && is_digits(digits) && zone.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_may_be_missing() {
        let read = |text: &'static str| parse(text, Span::new(0, text.len() as u32));
        let page = read("PAGE 03").unwrap();
        assert_eq!((page.page, page.post, page.serial), (3, None, None));
        let page = read("PAGE 02 STATE 015113 182333Z AND MORE TEXT").unwrap();
        assert_eq!(page.serial, Some(15113));
        assert_eq!(page.span, Span::new(0, 28));
        let page = read("PAGE 02 OF 03 PORT A 015113").unwrap();
        assert_eq!(
            page.post.unwrap().get("PAGE 02 OF 03 PORT A 015113"),
            "PORT A"
        );
        assert!(read("PAGE").is_none());
        assert!(read("PAGE 123456").is_none());
    }
}
