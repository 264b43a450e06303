//! Findings as text: the line they stand on and carets below it. The only place that formats source text.

use super::Diagnostic;
use crate::span::Span;
use core::fmt;

/// Where the lines of a text begin. CR, LF and CRLF each end one line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: u32,
}

impl LineIndex {
    /// Finds the lines of `text`.
    ///
    /// ```
    /// use cable_core::LineIndex;
    /// let lines = LineIndex::new("SIPDIS\r\nNODIS\n");
    /// assert_eq!(lines.position(8).line, 2);
    /// ```
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(crate::span::offset(at + 1));
        }
        LineIndex { starts }
    }

    /// The position of a byte.
    ///
    /// ```
    /// use cable_core::LineIndex;
    /// let at = LineIndex::new("SIPDIS\nNODIS\n").position(9);
    /// assert_eq!((at.line, at.column), (2, 3));
    /// ```
    pub fn position(&self, at: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line.saturating_sub(1)];
        Position {
            line: crate::span::offset(line),
            column: at - start + 1,
        }
    }

    /// The bytes of a line (counted from 1), its end included.
    fn line<'a>(&self, text: &'a str, line: u32) -> &'a str {
        let index = line as usize - 1;
        let start = self.starts[index];
        let end = self
            .starts
            .get(index + 1)
            .copied()
            .unwrap_or(crate::span::offset(text.len()));
        Span::new(start, end).slice(text)
    }
}

/// A diagnostic with the text it speaks of, ready for display.
pub struct Rendered<'a> {
    diagnostic: &'a Diagnostic,
    text: &'a str,
    lines: &'a LineIndex,
}

impl Diagnostic {
    /// The finding as a few lines of plain text: severity, code, sentence, and the line with carets.
    /// Control characters are escaped and long lines clipped.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic, LineIndex, Span};
    /// let text = "SIPDIS\nSIPDIS\n";
    /// let finding = Diagnostic::new(Code::CaptionRepeated, Span::new(7, 13));
    /// let lines = LineIndex::new(text);
    /// assert_eq!(
    ///     finding.render(text, &lines).to_string(),
    ///     "note[caption-repeated]: caption is repeated\n 2:1 | SIPDIS\n     | ^^^^^^\n",
    /// );
    /// ```
    pub fn render<'a>(&'a self, text: &'a str, lines: &'a LineIndex) -> Rendered<'a> {
        Rendered {
            diagnostic: self,
            text,
            lines,
        }
    }
}

/// Width of the shown part of a line, in characters.
const WIDTH: usize = 100;

impl fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { code, severity, .. } = self.diagnostic;
        write!(f, "{severity}[{code}]: {}", code.sentence())?;
        if let Some(count) = self.diagnostic.count {
            write!(f, " ({count} in all)")?;
        }
        writeln!(f)?;
        if let Some(span) = self.diagnostic.span {
            self.excerpt(f, span, '^')?;
        }
        if let Some(span) = self.diagnostic.related {
            self.excerpt(f, span, '-')?;
        }
        Ok(())
    }
}

impl Rendered<'_> {
    fn excerpt(&self, f: &mut fmt::Formatter<'_>, span: Span, mark: char) -> fmt::Result {
        let position = self.lines.position(span.start());
        let line = self.lines.line(self.text, position.line);
        let line = line.trim_end_matches(['\n', '\r']);
        let column = position.column as usize - 1;
        let length = (span.len() as usize)
            .min(line.len().saturating_sub(column))
            .max(1);

        let mut shown = String::new();
        let mut marks = String::new();
        // A long line is clipped on the left so that the place stays in view.
        let skip = column.saturating_sub(WIDTH / 2);
        if skip > 0 {
            shown.push('…');
            marks.push(' ');
        }
        for (at, character) in line.char_indices().filter(|(at, _)| *at >= skip) {
            if shown.chars().count() >= WIDTH {
                shown.push('…');
                break;
            }
            let before = shown.chars().count();
            if character.is_control() {
                shown.extend(character.escape_default());
            } else {
                shown.push(character);
            }
            let width = shown.chars().count() - before;
            let marked = at >= column && at < column + length;
            marks.extend(std::iter::repeat_n(if marked { mark } else { ' ' }, width));
        }
        if column >= line.len() {
            marks.push(mark);
        }
        let gutter = format!("{}:{}", position.line, position.column);
        writeln!(f, " {gutter} | {shown}")?;
        writeln!(f, " {:1$} | {2}", "", gutter.len(), marks.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn every_line_end_counts_once() {
        let lines = LineIndex::new("a\r\nb\rc\nd");
        for (at, line) in [(0, 1), (3, 2), (5, 3), (7, 4)] {
            assert_eq!(lines.position(at), Position { line, column: 1 });
        }
    }

    #[test]
    fn control_characters_are_escaped_and_carets_stay_below() {
        let text = "A\u{7}B SIPDIS";
        let lines = LineIndex::new(text);
        let shown = Diagnostic::new(Code::CaptionUnknown, Span::new(4, 10))
            .render(text, &lines)
            .to_string();
        assert!(
            shown.contains("A\\u{7}B SIPDIS\n     |         ^^^^^^"),
            "{shown}"
        );
    }

    #[test]
    fn a_place_behind_the_end_is_shown() {
        let lines = LineIndex::new("A");
        let shown = Diagnostic::new(Code::TextCutOff, Span::empty(1))
            .render("A", &lines)
            .to_string();
        assert!(shown.ends_with("|  ^\n"), "{shown}");
    }
}
