//! The TAGS list: Traffic Analysis by Geography and Subject.

mod breaks;
mod found;
mod listed;
mod person;
mod reader;
mod split;
mod words;

use super::Context;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts::TagKind;
use crate::record::Tag;
use crate::scan::Folded;
use crate::span::Span;
use crate::spanned::Spanned;
use listed::{Entries, PHRASE};
use words::{Gap, Words};

/// The list as it was read.
///
/// ```
/// use cable_core::{Span, field::{Context, tags}, scan::Folded};
/// let text = "PREL, RS, PREL\nSIPDIS";
/// let folded = Folded::new(text, &[Span::new(0, 14), Span::new(15, 21)]);
/// let read = tags::parse(&folded, &Context::assumed(Some(2008)), &mut ());
/// // Each code once; what was printed again is kept apart, and a caption ends the list.
/// assert_eq!((read.tags.len(), read.repeats.len(), read.end), (2, 1, 14));
/// ```
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Tags {
    /// Tags in order, each once.
    pub tags: Vec<Tag<Spanned>>,
    /// Later occurrences of codes that are in `tags`, in order.
    pub repeats: Vec<Spanned>,
    /// Bytes of the folded string that belong to the list; what follows is not TAGS.
    pub end: usize,
}

impl Tags {
    /// Every code as printed, repeats included, in the order of the text.
    ///
    /// ```
    /// use cable_core::{Span, field::{Context, tags}, scan::Folded};
    /// let text = "PREL, RS, PREL";
    /// let folded = Folded::new(text, &[Span::new(0, 14)]);
    /// let read = tags::parse(&folded, &Context::assumed(Some(2008)), &mut ());
    /// let printed: Vec<_> = read.printed().iter().map(|code| code.get(text)).collect();
    /// assert_eq!(printed, ["PREL", "RS", "PREL"]);
    /// ```
    pub fn printed(&self) -> Vec<&Spanned> {
        let mut all: Vec<&Spanned> = self
            .tags
            .iter()
            .map(|tag| &tag.code)
            .chain(&self.repeats)
            .collect();
        all.sort_by_key(|code| code.span().start());
        all
    }
}

/// Reads what stands behind the label TAGS: its line and the lines behind it, up to the next label or paragraph.
///
/// Input: `PREL, PGOV, OVIP (MARTELL, JONAS), RS`. Separators are blanks, commas, semicolons, and slashes between
/// known codes. Parentheses hold persons; phrases are matched longest first; codes without a separator are taken apart
/// when every piece is a known code; page and section breaks inside the list are dropped. A line goes on with the list if
/// the line before ended in a separator or if each of its words is a known code, a person or a phrase; a blank line ends
/// it.
///
/// A misprint keeps its printed code and has the code that is meant beside it; kind and name are those of the code that
/// is meant, in the year of the telegram. A code with a blank in it (`P GOV`) is such a misprint. A misprint for two codes that cannot be taken apart stays one tag, corrected to
/// both with a blank between them. A person whose comma was lost (`OVIP MARTELL JONAS`) keeps the words as code and has
/// `MARTELL, JONAS` beside it. Between semicolons `MARTELL, JONAS` is a person, too.
///
/// Reports: tag-unknown, tags-run-together, tag-iso-code, order-unusual (once), tags-missing.
///
/// Source: TAGS 1974; 5 FAH-1 H-212; 5 FAH-3.
///
/// ```
/// use cable_core::{Span, facts::TagKind, field::{Context, tags}, scan::Folded};
/// let text = "PREL, OVIP (MARTELL, JONAS), KDEMAF\nRS\nSIPDIS";
/// let folded = Folded::new(text, &[Span::new(0, 35), Span::new(36, 38), Span::new(39, 45)]);
/// let read = tags::parse(&folded, &Context::assumed(Some(2008)), &mut ());
/// let codes: Vec<&str> = read.tags.iter().map(|tag| tag.code.get(text)).collect();
/// assert_eq!(codes, ["PREL", "OVIP", "MARTELL, JONAS", "KDEM", "AF", "RS"]);
/// assert_eq!(read.tags[2].kind, TagKind::Person);
/// assert_eq!(read.end, 38);
/// ```
pub fn parse(folded: &Folded<'_>, context: &Context<'_>, sink: &mut impl Sink) -> Tags {
    let all = folded.as_str();
    let mut words = Words::new();
    let first = words::line(all, 0, Gap::Other, &mut words);
    breaks::drop(&mut words, 0, context);
    let mut end = first.end;
    let mut open = first.open;
    let lower = has_lower(all.get(..end).unwrap_or(""));

    while let Some(start) = next_line(all, end) {
        let mark = words.len();
        let line = words::line(all, start, open, &mut words);
        let dropped = breaks::drop(&mut words, mark, context);
        if words.len() == mark {
            if dropped {
                end = line.end;
                continue;
            }
            break;
        }
        let entries = Entries {
            folded,
            all,
            words: &words,
            context,
        };
        // Prose in lower case is no part of an upper-case list, whatever the line before ended in.
        let prose = !lower && has_lower(all.get(start..line.end).unwrap_or(""));
        let goes_on = if mark == 0 {
            entries.known(mark, words.len()).0
        } else if open == Gap::Blank {
            !prose && all_known(&entries, mark)
        } else {
            !prose || all_known(&entries, mark)
        };
        if !goes_on {
            words.truncate(mark);
            break;
        }
        end = line.end;
        open = line.open;
    }

    let entries = Entries {
        folded,
        all,
        words: &words,
        context,
    };
    let found = entries.read(sink);
    let tags = Tags {
        tags: found.tags,
        repeats: found.repeats,
        end,
    };
    check(&tags, folded.span(folded.trim(0..end)), context, sink);
    tags
}

/// Start of the line behind `end`, unless it is blank or there is none.
fn next_line(all: &str, end: usize) -> Option<usize> {
    let line = all.get(end..)?.strip_prefix('\n')?;
    let blank = line
        .chars()
        .take_while(|&c| c != '\n')
        .all(char::is_whitespace);
    (!blank).then_some(end + 1)
}

fn has_lower(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether every word from `mark` on is a known code, a person or part of a phrase, which may have begun in the line
/// before.
fn all_known(entries: &Entries<'_, '_>, mark: usize) -> bool {
    let end = entries.words.len();
    let before = (mark.saturating_sub(PHRASE)..mark).find_map(|at| {
        let (count, _) = entries.phrase_at(at, end)?;
        (at + count > mark).then_some(at + count)
    });
    let mut at = before.unwrap_or(mark);
    let mut any = before.is_some();
    while at < end {
        let (known, count) = entries.known(at, end);
        // A caption that slipped into the line says nothing.
        let noise = entries.words.get(at).is_some_and(breaks::is_noise);
        if !known && !noise {
            return false;
        }
        any |= known;
        at += count;
    }
    any
}

/// Order of the kinds. Programs and persons stand beside the tag they qualify.
fn rank(kind: TagKind) -> Option<u8> {
    match kind {
        TagKind::Subject => Some(0),
        TagKind::Geographic => Some(1),
        TagKind::Organization => Some(2),
        _ => None,
    }
}

/// The rules of the list as a whole.
fn check(tags: &Tags, whole: Span, context: &Context<'_>, sink: &mut impl Sink) {
    let mut highest: Option<(u8, Span)> = None;
    for tag in &tags.tags {
        let Some(rank) = rank(tag.kind) else {
            continue;
        };
        match highest {
            Some((high, before)) if rank < high => {
                sink.report(
                    Diagnostic::new(Code::OrderUnusual, tag.code.span()).with_related(before),
                );
                break;
            }
            Some((high, _)) if rank == high => {}
            _ => highest = Some((rank, tag.code.span())),
        }
    }
    let subject = tags.tags.iter().any(|tag| tag.kind == TagKind::Subject);
    if !subject && !context.fragment {
        sink.report(Diagnostic::new(Code::TagsMissing, whole));
    }
}

#[cfg(test)]
mod tests;
