//! The lines between the classification line and the first label: captions, pass lines, notes.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::field::{caption, pass_line, role};
use crate::layout::Layout;
use crate::scan::{Folded, Line, Preamble, is_corrected_copy, is_usual_caption};
use crate::span::Span;
use crate::spanned::Spanned;
use crate::text::ends::{trim, trimmed};
use smallvec::SmallVec;

/// Reads the top and the captions behind the labels. Lines of a text without labels go back to the body.
pub(super) fn read(text: &str, preamble: &mut Preamble, layout: &mut Layout, sink: &mut impl Sink) {
    // NOFORN on the banner line is a control and the first caption.
    if let Some(banner) = &layout.banner {
        if banner
            .controls
            .iter()
            .any(|control| control.get(text) == "NOFORN")
        {
            let line = banner.printed.get(text);
            if let Some(at) = line.find("NOFORN") {
                let start = banner.printed.span().start() + crate::span::offset(at);
                layout
                    .captions
                    .push(Spanned::verbatim(Span::new(start, start + 6)));
            } else {
                layout
                    .captions
                    .push(Spanned::changed(banner.level_span, "NOFORN"));
            }
        }
    }
    let no_label = preamble.fields.is_empty();
    let mut reader = Reader {
        text,
        layout,
        sink,
        pass: SmallVec::new(),
        words: pass_line::Words::new(),
        corrected: Vec::new(),
    };
    let mut taken = 0;
    for (index, &span) in preamble.top.iter().enumerate() {
        let title = no_label && opens_body(text, preamble.top.get(index..).unwrap_or(&[]));
        let known = !title && reader.line(span, no_label);
        if !known {
            taken = index;
            break;
        }
        taken = index + 1;
    }
    reader.flush();
    if taken < preamble.top.len() {
        let rest: Vec<Line> = preamble.top.drain(taken..).map(Line::new).collect();
        preamble.body.splice(0..0, rest);
    }
    for &span in &preamble.late_captions {
        for value in caption::parse(text, span).unwrap_or_default() {
            add_caption(text, layout, value, sink);
        }
    }
}

/// Pass lines and captions that are printed right behind the addressees, above the classification line, belong to the top.
/// Source: 1.9 of the format.
pub(super) fn add_lines_above(text: &str, lines: &[Span], preamble: &mut Preamble) {
    if lines.is_empty() || preamble.fields.is_empty() {
        return;
    }
    let mut open = false;
    let steers = |line: &&Span| {
        let content = line.slice(text);
        // Dates and leftovers of exports have small letters.
        let capitals = !content.bytes().any(|byte| byte.is_ascii_lowercase());
        let opens = pass_line::starts(content) && (capitals || pass_line::opens_surely(content));
        open = opens || open && capitals && pass_line::continues(content);
        open || is_usual_caption(content)
    };
    let found: Vec<Span> = lines.iter().filter(steers).copied().collect();
    preamble.top.splice(0..0, found);
}

struct Reader<'a, S: Sink> {
    text: &'a str,
    layout: &'a mut Layout,
    sink: &'a mut S,
    /// Printed lines of the logical pass line that is open.
    pass: SmallVec<[Span; 4]>,
    /// Room for the words of a pass line.
    words: pass_line::Words,
    /// Printed lines of the corrected-copy line that is open.
    corrected: Vec<Span>,
}

impl<S: Sink> Reader<'_, S> {
    /// Takes one line. In a text without labels `false` stands for the first line that is neither caption nor pass line.
    fn line(&mut self, span: Span, no_label: bool) -> bool {
        let content = span.slice(self.text);
        if trim(content).is_empty() {
            self.flush();
            return true;
        }
        if is_usual_caption(content) {
            self.flush();
            add_caption(self.text, self.layout, Spanned::verbatim(span), self.sink);
            return true;
        }
        let may_be_caption = caption::may_open(content);
        let captions = may_be_caption
            .then(|| caption::of_known_start(self.text, span))
            .flatten();
        if let Some(values) = captions {
            self.flush();
            for value in values {
                if is_corrected_copy(value.get(self.text)) {
                    self.corrected.push(span);
                } else {
                    add_caption(self.text, self.layout, value, self.sink);
                }
            }
            return true;
        }
        if is_corrected_copy(content) {
            self.flush();
            self.corrected.push(span);
            return true;
        }
        let opening = may_be_caption
            .then(|| caption::opening(self.text, span))
            .flatten();
        if let Some((values, rest)) = opening {
            let behind = trimmed(self.text, rest);
            let steers = behind.slice(self.text);
            if (pass_line::opens_surely(steers) || pass_line::opens_with_office(steers))
                && pass_line::starts(steers)
            {
                self.flush();
                for value in values {
                    add_caption(self.text, self.layout, value, self.sink);
                }
                self.add_pass(behind);
                return true;
            }
        }
        let hanging = self
            .pass
            .last()
            .is_some_and(|last| hangs(last.slice(self.text), content))
            && !caption::is_caption(content);
        let starts = !hanging && pass_line::starts(content);
        if hanging || !self.pass.is_empty() && pass_line::goes_on(content, starts) {
            self.add_pass(span);
            return true;
        }
        if starts && (!no_label || pass_line::opens_surely(content)) {
            self.flush();
            self.add_pass(span);
            return true;
        }
        if !self.corrected.is_empty() && content.len() < 80 {
            self.corrected.push(span);
            return true;
        }
        if no_label && !caption::looks_like(content) {
            return false;
        }
        self.flush();
        if super::rule::is_rule(content) {
            return true;
        }
        if super::pages::is_classification(content) {
            return true;
        }
        if caption::looks_like(content) {
            let value = Folded::new(self.text, &[span]).spanned(0..content.len());
            self.sink
                .report(Diagnostic::new(Code::CaptionUnknown, value.span()));
            add_caption(self.text, self.layout, value, self.sink);
            return true;
        }
        let note = Folded::new(self.text, &[span]);
        self.layout.notes.push(note.spanned(0..note.as_str().len()));
        true
    }

    /// A printed line of the pass line that is open. Captions at its end close it.
    fn add_pass(&mut self, span: Span) {
        let content = span.slice(self.text);
        let Some(end) = caption::closing(content) else {
            self.pass.push(span);
            return;
        };
        let at = span.start() + crate::span::offset(end);
        self.pass.push(Span::new(span.start(), at));
        self.flush();
        let captions = trimmed(self.text, Span::new(at, span.end()));
        for value in caption::of_known_start(self.text, captions).unwrap_or_default() {
            add_caption(self.text, self.layout, value, self.sink);
        }
    }

    /// Closes the open logical line.
    fn flush(&mut self) {
        if !self.pass.is_empty() {
            let folded = Folded::new(self.text, &self.pass);
            pass_line::parse_into(&folded, &mut self.words, &mut self.layout.pass_lines);
            self.pass.clear();
        }
        if !self.corrected.is_empty() {
            let folded = Folded::new(self.text, &self.corrected);
            let value = folded.spanned(0..folded.as_str().len());
            self.layout.corrected_copy.get_or_insert(value);
            self.corrected.clear();
        }
    }
}

/// Whether the first of `lines` is a title of the body: a role word, or a line with a row of dashes under it.
fn opens_body(text: &str, lines: &[Span]) -> bool {
    let line = |index: usize| lines.get(index).map_or("", |line| line.slice(text));
    role::of_heading(line(0)).is_some()
        || !line(0).is_empty() && super::rule::is_rule(line(1)) && !super::rule::is_rule(line(0))
}

/// Whether a list goes on in the line `below`: it ends inside parentheses, or in a comma or AND and the line below has no
/// verb of its own, or in the name of a post or agency whose verb was wrapped (`…; BERLIN` above `FOR SMITH`).
fn hangs(line: &str, below: &str) -> bool {
    let line = line.trim_end();
    let count = |sign: u8| memchr::memchr_iter(sign, line.as_bytes()).count();
    let opened = count(b'(');
    opened > 0 && opened > count(b')')
        || (line.ends_with(',') || line.ends_with(" AND"))
            && (!pass_line::has_verb(below) || pass_line::closes_list(below))
        || pass_line::names_receiver(line, below)
        || pass_line::waits_for_verb(line, below)
}

/// Keeps the first occurrence; a later one is a note.
pub(super) fn add_caption(text: &str, layout: &mut Layout, value: Spanned, sink: &mut impl Sink) {
    let first = layout
        .captions
        .iter()
        .find(|known| known.get(text) == value.get(text));
    match first {
        Some(first) => sink.report(
            Diagnostic::new(Code::CaptionRepeated, value.span()).with_related(first.span()),
        ),
        None => layout.captions.push(value),
    }
}
