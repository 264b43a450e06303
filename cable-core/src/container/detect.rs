//! Which wrapping an input has, by evidence that can be asked for.

use super::row_shape::first_row;
use super::telegram_start;
use super::text::content_start;
use crate::record::Format;
use crate::span::SourceSpan;
use memchr::memmem;

/// A format and the sign it was told by.
///
/// ```
/// use cable_core::container::detect::detect;
/// let input = b"UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n";
/// let found = detect(input);
/// assert_eq!(found.format.as_str(), "telegram");
/// // The evidence can be shown.
/// assert!(found.place.slice(input).starts_with(b"UNCLAS"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detection {
    /// The format.
    pub format: Format,
    /// What was found, in words.
    pub sign: &'static str,
    /// Where it was found.
    pub place: SourceSpan,
}

impl Detection {
    fn new(format: Format, sign: &'static str, start: usize, end: usize) -> Self {
        Detection {
            format,
            sign,
            place: SourceSpan::at(start, end),
        }
    }
}

/// The labels above the table of a viewer page.
const TABLE: [&str; 5] = [
    "Reference ID",
    "Created",
    "Released",
    "Classification",
    "Origin",
];

/// Tells the format of an input. Whatever has no sign of a wrapping is read as a plain telegram.
///
/// The first line decides where it can: a telegram that starts with a line of its own is looked at no further.
///
/// ```
/// use cable_core::{container::detect::detect, record::Format};
/// assert_eq!(detect(b"VZCZCXRO1234\nOO RUEHAA\n").format, Format::Telegram);
/// let text = b"Viewing cable 08NORDHAVEN12, FISH\nReference ID Created Released Classification Origin\n";
/// assert_eq!(detect(text).format, Format::ViewerText);
/// ```
pub fn detect(input: &[u8]) -> Detection {
    dump_row(input)
        .or_else(|| telegram(input).filter(|found| !may_be_wrapped(found.place.slice(input))))
        .or_else(|| markup(input))
        .or_else(|| archive(input))
        .or_else(|| smart(input))
        .or_else(|| telegram(input))
        .or_else(|| viewer_page(input))
        .or_else(|| viewer_text(input))
        .unwrap_or(Detection::new(
            Format::Telegram,
            "no sign of a wrapping",
            0,
            0,
        ))
}

/// Every sign of a format that the input has, the decisive one first.
///
/// ```
/// use cable_core::{container::detect::signs, record::Format};
/// let text = b"Viewing cable 08NORDHAVEN12, FISH\nReference ID Created Released Classification Origin\n";
/// assert_eq!(signs(text).len(), 2);
/// assert_eq!(signs(b"Dear Sir,\n"), []);
/// ```
pub fn signs(input: &[u8]) -> Vec<Detection> {
    let all = [
        dump_row(input),
        telegram(input),
        page_table(input),
        page_block(input),
        text_labels(input),
        text_title(input),
        archive(input),
        smart(input),
    ];
    all.into_iter().flatten().collect()
}

fn dump_row(input: &[u8]) -> Option<Detection> {
    let at = first_row(input)?;
    let end = memchr::memchr2(b'\n', b'\r', &input[at..]).map_or(input.len(), |end| at + end);
    Some(Detection::new(
        Format::DumpRow,
        "row that starts with a number and a date",
        at,
        end,
    ))
}

fn telegram(input: &[u8]) -> Option<Detection> {
    let start = content_start(input);
    let line = &input[start..];
    let length = memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len());
    let sign = telegram_start::sign(&line[..length])?;
    Some(Detection::new(
        Format::Telegram,
        sign,
        start,
        start + length,
    ))
}

/// Whether a first line of a telegram is one that records and releases begin with too: a level alone, the heading of a
/// printed page, a row of the distribution block, a line of a release. All others are lines of a telegram alone.
fn may_be_wrapped(line: &[u8]) -> bool {
    let office = [&b"ACTION "[..], b"ORIGIN ", b"INFO "];
    line.starts_with(b"PAGE ")
        || office.iter().any(|word| line.starts_with(word))
        || !line.iter().any(u8::is_ascii_digit)
        || memmem::find(line, b"Department of State").is_some()
}

/// A record of the National Archives.
fn archive(input: &[u8]) -> Option<Detection> {
    let (sign, place) = super::archive::sign(input)?;
    Some(Detection {
        format: Format::Archive,
        sign,
        place,
    })
}

/// A message of the system used since 2009.
fn smart(input: &[u8]) -> Option<Detection> {
    let (sign, place) = super::smart::sign(input)?;
    Some(Detection {
        format: Format::Smart,
        sign,
        place,
    })
}

/// A viewer page that begins as markup does. Its text is not looked through for signs of other formats.
fn markup(input: &[u8]) -> Option<Detection> {
    (input.get(content_start(input)) == Some(&b'<'))
        .then(|| page_table(input))
        .flatten()
}

fn viewer_page(input: &[u8]) -> Option<Detection> {
    page_table(input).or_else(|| page_block(input))
}

/// The table of a page: a `<table` with the heading of its first column in it.
fn page_table(input: &[u8]) -> Option<Detection> {
    // Without a tag there is no page, and most inputs hold none.
    let first_tag = memchr::memchr(b'<', input)?;
    let label = memmem::find(&input[first_tag..], TABLE[0].as_bytes())? + first_tag;
    let table = memchr::memrchr_iter(b'<', &input[..label])
        .find(|&tag| matches!(input.get(tag + 1..tag + 6), Some(b"table" | b"TABLE")))?;
    Some(Detection::new(
        Format::ViewerPage,
        "table of a viewer page",
        table,
        label + TABLE[0].len(),
    ))
}

/// A block of text in a page of HTML.
fn page_block(input: &[u8]) -> Option<Detection> {
    let start = content_start(input);
    if input.get(start) != Some(&b'<') {
        return None;
    }
    let block = ["<pre", "<PRE"]
        .iter()
        .find_map(|tag| memmem::find(&input[start..], tag.as_bytes()))?;
    Some(Detection::new(
        Format::ViewerPage,
        "block of text in a page of HTML",
        start + block,
        start + block + 4,
    ))
}

fn viewer_text(input: &[u8]) -> Option<Detection> {
    text_labels(input).or_else(|| text_title(input))
}

fn text_labels(input: &[u8]) -> Option<Detection> {
    let place = viewer_table(input)?;
    Some(Detection {
        format: Format::ViewerText,
        sign: "table labels of a viewer page",
        place,
    })
}

fn text_title(input: &[u8]) -> Option<Detection> {
    let place = viewer_titles(input).next()?;
    Some(Detection {
        format: Format::ViewerText,
        sign: "title of a viewer page",
        place,
    })
}

/// The line of table labels, parted by blanks, tabs or line ends.
pub(super) fn viewer_table(input: &[u8]) -> Option<SourceSpan> {
    memmem::find_iter(input, TABLE[0].as_bytes()).find_map(|start| {
        let length = viewer_labels_at(&input[start..])?;
        Some(SourceSpan::at(start, start + length))
    })
}

/// Length of the table labels at the start of `line`.
pub(super) fn viewer_labels_at(line: &[u8]) -> Option<usize> {
    let mut at = 0;
    for label in TABLE {
        while at > 0 && line.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        if !line.get(at..)?.starts_with(label.as_bytes()) {
            return None;
        }
        at += label.len();
    }
    Some(at)
}

/// Every `Viewing cable 08NORDHAVEN12,` at the start of a line.
pub(super) fn viewer_titles(input: &[u8]) -> impl Iterator<Item = SourceSpan> + '_ {
    let words = b"Viewing cable ";
    memmem::find_iter(input, words)
        .filter(move |&start| {
            let line = input[..start]
                .iter()
                .rev()
                .find(|byte| !matches!(byte, b' ' | b'\t'));
            let starts_line =
                matches!(line, None | Some(b'\n' | b'\r')) || input[..start] == *b"\xEF\xBB\xBF";
            starts_line
                && input
                    .get(start + words.len())
                    .is_some_and(u8::is_ascii_digit)
        })
        .map(move |start| SourceSpan::at(start, start + words.len()))
}

/// The sign of `asked` that the input lacks; `None` if nothing speaks against it.
pub(super) fn refuted(input: &[u8], asked: Format) -> Option<&'static str> {
    match asked {
        // Markup or rows are no text of a telegram, whatever is in them; markup below the first line of one is its own.
        Format::Telegram => (dump_row(input).is_some()
            || telegram(input).is_none() && viewer_page(input).is_some())
        .then_some("the text of a telegram without markup or columns"),
        Format::ViewerPage => viewer_page(input)
            .is_none()
            .then_some("the table of a viewer page or a <pre> block"),
        Format::ViewerText => viewer_text(input)
            .is_none()
            .then_some("the line \"Reference ID Created Released Classification Origin\""),
        Format::DumpRow => dump_row(input)
            .is_none()
            .then_some("a row that starts with a number and a date"),
        Format::Archive => archive(input)
            .is_none()
            .then_some("the heading \"Message Text\" or \"Message Attributes\""),
        Format::Smart => smart(input)
            .is_none()
            .then_some("the labels \"MRN:\" and \"Date/DTG:\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(input: &[u8]) -> Format {
        detect(input).format
    }

    #[test]
    fn labels_may_be_parted_by_tabs_or_lines() {
        let text = b"Reference ID\tCreated\tReleased\tClassification\tOrigin\n";
        assert_eq!(format(text), Format::ViewerText);
        assert_eq!(
            format(b"Reference ID\r\nCreated\r\nReleased\r\nClassification\r\nOrigin"),
            Format::ViewerText
        );
        assert_eq!(format(b"Reference ID Created Origin"), Format::Telegram);
    }

    #[test]
    fn pages_and_rows_are_told_behind_a_mark_and_blanks() {
        assert_eq!(
            format(b"\xEF\xBB\xBF\n <html><table class='cable'><tr><th>Reference ID</th>"),
            Format::ViewerPage
        );
        assert_eq!(format(b"<code><pre>VZCZC"), Format::ViewerPage);
        assert_eq!(
            format(b"\xEF\xBB\xBF\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\""),
            Format::DumpRow
        );
        assert_eq!(format(b"<<123456>>\nUNCLAS"), Format::Telegram);
        // What a text on a page quotes makes no record of it.
        assert_eq!(
            format(b"<html><table><tr><th>Reference ID</th></table><pre>\nMessage Text\n"),
            Format::ViewerPage
        );
    }

    #[test]
    fn what_is_detected_is_not_refuted() {
        let quoted = b"VZCZCXRO1234\nOO RUEHAA\n<table class='cable'><tr><th>Reference ID</th>";
        assert_eq!(format(quoted), Format::Telegram);
        assert_eq!(refuted(quoted, Format::Telegram), None);
        let page = b"<table class='cable'><tr><th>Reference ID</th>";
        assert!(refuted(page, Format::Telegram).is_some());
    }

    #[test]
    fn the_sign_stands_at_its_place() {
        let input = b"\r\nRR RUEHNV RUEHPA\r\nReference ID Created Released Classification Origin";
        let found = detect(input);
        assert_eq!(found.place.slice(input), b"RR RUEHNV RUEHPA");
        assert_eq!(signs(input).len(), 2);
    }

    #[test]
    fn a_format_asked_for_is_refuted_by_what_is_there() {
        assert!(refuted(b"<pre>UNCLAS</pre>", Format::Telegram).is_some());
        assert!(refuted(b"UNCLAS", Format::ViewerPage).is_some());
        assert!(refuted(b"UNCLAS", Format::DumpRow).is_some());
        assert!(refuted(b"UNCLAS", Format::Telegram).is_none());
    }
}
