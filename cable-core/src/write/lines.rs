//! Lines of a telegram as it is written: words with one blank between them, no line longer than the format has it.

use crate::model::item_label;
use std::borrow::Cow;

/// Most characters of a line. Source: ACP 127(G) para 138.
pub(super) const WIDTH: usize = 69;

/// The words of printed text, parted where the texts of paragraphs part them: at white space and at the paragraph signs of
/// viewer pages. Control characters are left out.
pub(super) fn words(printed: &str) -> impl Iterator<Item = Cow<'_, str>> {
    printed
        .split(|sign: char| sign.is_whitespace() || sign == '¶')
        .filter(|word| !word.is_empty())
        .map(|word| match word.contains(char::is_control) {
            true => Cow::Owned(word.chars().filter(|sign| !sign.is_control()).collect()),
            false => Cow::Borrowed(word),
        })
}

/// `printed` on one line, one blank between its words.
pub(super) fn one_line(printed: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    for word in words(printed) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// Ends the line that is open in `out`, if one is.
pub(super) fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Puts one blank line behind what stands in `out`.
pub(super) fn blank_line(out: &mut String) {
    end_line(out);
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

/// Lets words run on behind the open line of `out`. Lines are cut at [`WIDTH`], but not where the line below would begin
/// like something else: a number, an item, a label.
pub(super) struct Flow<'a, 'o> {
    out: &'o mut String,
    /// Blanks in front of every line but the first.
    indent: usize,
    /// Characters of the open line.
    column: usize,
    /// Words that must stay together because none of them may begin a line.
    held: Vec<Cow<'a, str>>,
    held_width: usize,
    /// Whether a bracket is open: what was removed before release is named on one line.
    bracket: bool,
}

impl<'a, 'o> Flow<'a, 'o> {
    pub(super) fn new(out: &'o mut String, indent: usize) -> Self {
        let column = out
            .rsplit('\n')
            .next()
            .map_or(0, |line| line.chars().count());
        Flow {
            out,
            indent,
            column,
            held: Vec::new(),
            held_width: 0,
            bracket: false,
        }
    }

    pub(super) fn words(&mut self, words: impl Iterator<Item = Cow<'a, str>>) {
        for word in words {
            let together = self.bracket && self.held_width < WIDTH / 2;
            if !self.held.is_empty() && !together && may_begin_a_line(&word) {
                self.put();
            }
            if let Some(at) = word.rfind(['[', ']']) {
                self.bracket = word[at..].starts_with('[');
            }
            self.held_width += word.chars().count() + usize::from(!self.held.is_empty());
            self.held.push(word);
        }
    }

    /// Writes what is held, on the open line if it fits.
    fn put(&mut self) {
        let Some(first) = self.held.first() else {
            return;
        };
        let blank = usize::from(self.column > 0 && !self.out.ends_with(' '));
        if self.column + blank + self.held_width > WIDTH
            && self.column > self.indent
            && may_begin_a_line(first)
        {
            let end = self.out.trim_end_matches(' ').len();
            self.out.truncate(end);
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', self.indent));
            self.column = self.indent;
        } else if blank == 1 {
            self.out.push(' ');
            self.column += 1;
        }
        for (index, word) in self.held.iter().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.out.push_str(word);
        }
        self.column += self.held_width;
        self.held.clear();
        self.held_width = 0;
    }

    /// Ends the line.
    pub(super) fn end(mut self) {
        self.put();
        end_line(self.out);
    }
}

/// Whether a line that begins with `word` is surely read as the rest of the line above.
fn may_begin_a_line(word: &str) -> bool {
    let letter = word.starts_with(|first: char| first.is_alphabetic());
    let label = word.ends_with([':', '.', ')']) && word.chars().all(|sign| !sign.is_lowercase());
    letter && !label && word.chars().nth(1).is_some() && item_label(word).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flowed(text: &str, indent: usize) -> String {
        let mut out = String::new();
        let mut flow = Flow::new(&mut out, indent);
        flow.words(words(text));
        flow.end();
        out
    }

    #[test]
    fn lines_end_where_the_format_ends_them() {
        let out = flowed(&"herring falls ".repeat(20), 2);
        let lengths: Vec<usize> = out.lines().map(str::len).collect();
        assert_eq!(lengths, [69, 65, 63, 65, 21]);
        assert!(out.lines().skip(1).all(|line| line.starts_with("  ")));
        assert_eq!(one_line(&out), "herring falls ".repeat(20).trim_end());
    }

    #[test]
    fn no_line_begins_like_a_paragraph_or_a_label() {
        let text = format!("{} 2. REF: - (S) it falls", "x".repeat(66));
        assert_eq!(
            flowed(&text, 0),
            format!("{} 2. REF: - (S)\nit falls\n", "x".repeat(66))
        );
    }

    #[test]
    fn a_word_that_is_too_long_stands_alone() {
        let long = "w".repeat(90);
        assert_eq!(
            flowed(&format!("see {long} there"), 0),
            format!("see\n{long}\nthere\n")
        );
    }
}
