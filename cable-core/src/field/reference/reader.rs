//! Reads the entries of a REF field from left to right.

use super::cable::{Cable, Trust, behind_mark, cable, ends, further};
use super::label::{Label, Order, Place, behind_field, label, letters_cited};
use super::post::Name;
use super::stop::begins_another;
use super::suffix::{Suffix, suffix};
use super::token::Tokens;
use super::year::{is_likely, year_of};
use super::{References, kind, post};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::field::Context;
use crate::record::{Reference, ReferenceKind, YearSource};
use crate::scan::{Folded, one_blank};
use crate::span::Span;
use crate::spanned::Spanned;
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// Most serials that a range cites besides its ends.
const MOST_BETWEEN: usize = 20;

/// What stands before an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The label of the field.
    Start,
    /// A letter or number.
    Label,
    /// A semicolon.
    Strong,
    /// A comma, `AND` and the like.
    Weak,
    /// A line end.
    Line,
    /// Nothing.
    Nothing,
}

/// `A-C.`, the labels of entries that follow.
struct LabelRange {
    first: u32,
    last: u32,
    /// Index of the first entry behind it.
    entry: usize,
    span: Span,
}

pub(super) struct Reader<'r, 't, 'c, S> {
    pub(super) folded: &'r Folded<'t>,
    pub(super) tokens: &'r Tokens<'r>,
    pub(super) context: &'r Context<'c>,
    own_post: Option<Name>,
    limit: usize,
    sink: &'r mut S,
    pub(super) entries: Vec<Reference<Spanned>>,
    label: Option<Spanned>,
    /// Labels of a range that is open.
    range: Option<LabelRange>,
    pub(super) order: Option<Order>,
    /// Post and printed year of the last telegram.
    last: Option<(Name, Option<i16>)>,
    /// First token of the last entry that was kept.
    pub(super) last_start: Option<usize>,
    pub(super) end: usize,
}

impl<'r, 't, 'c, S: Sink> Reader<'r, 't, 'c, S> {
    pub(super) fn new(
        folded: &'r Folded<'t>,
        tokens: &'r Tokens<'r>,
        context: &'r Context<'c>,
        limit: usize,
        sink: &'r mut S,
    ) -> Self {
        Reader {
            folded,
            tokens,
            context,
            own_post: context.post.and_then(post::own),
            limit,
            sink,
            entries: Vec::new(),
            label: None,
            range: None,
            order: None,
            last: None,
            last_start: None,
            end: 0,
        }
    }

    pub(super) fn read(mut self) -> References {
        let tokens = self.tokens;
        let mut at = 0;
        // `A. NONE`
        let mut lettered = label(tokens, at, None, Place::Entry, self.context.year);
        while lettered.is_none() && letters_cited(tokens, at).is_none() {
            let next = behind_field(tokens, at);
            if next == at {
                break;
            }
            at = next;
            lettered = label(tokens, at, None, Place::Entry, self.context.year);
        }
        let behind = lettered.map_or(at, |found| found.next);
        if let Some(next) = empty(tokens, at).or_else(|| empty(tokens, behind)) {
            return References {
                entries: Vec::new(),
                explicitly_empty: true,
                end: tokens.bytes(0..next).end,
                unread: None,
            };
        }
        let mut before = Before::Start;
        let mut unread = None;
        while at < tokens.len() {
            if self.entries.len() >= self.limit {
                let rest = tokens.bytes(at..tokens.len());
                self.report(Code::LimitReached, rest.clone());
                unread = Some(rest);
                break;
            }
            let Some((next, behind)) = self.step(at, before) else {
                break;
            };
            before = behind;
            at = next;
        }
        self.close_range();
        if at >= tokens.len() && !self.entries.is_empty() {
            self.end = tokens.bytes(0..tokens.len()).end;
        }
        References {
            entries: self.entries,
            explicitly_empty: false,
            end: self.end,
            unread,
        }
    }

    /// Reads one label, separator or entry; `None` where the field ends.
    fn step(&mut self, at: usize, before: Before) -> Option<(usize, Before)> {
        let tokens = self.tokens;
        let own = self.context.year;
        let line = at > 0 && tokens.line(at);
        let before = if line && before == Before::Nothing {
            Before::Line
        } else {
            before
        };
        let numbered = matches!(self.order, Some(Order::Number(_))) || at == 0;
        if begins_another(tokens, at)
            && !(numbered && label(tokens, at, self.order, Place::Entry, own).is_some())
        {
            return None;
        }
        let place = if before == Before::Nothing {
            Place::Inside
        } else {
            Place::Entry
        };
        // `A. (C) ROME 12`: a portion mark, where no second label can be.
        let mark = matches!(before, Before::Start | Before::Label) && behind_mark(tokens, at) > at;
        let opened = label(tokens, at, self.order, place, own).filter(|_| !mark);
        if let Some(found) = opened {
            self.open(found, at);
            return Some((found.next, Before::Label));
        }
        if let Some(next) = letters_cited(tokens, at) {
            return Some((self.letters_of_another(at, next), Before::Nothing));
        }
        // `REF:` printed once more; in prose the word stands without a colon.
        let next = behind_field(tokens, at);
        if next > at && (place == Place::Entry && !line || tokens.is_sign(next - 1, b':')) {
            return Some((next, Before::Strong));
        }
        if let Some(next) = self.separator(at) {
            let strong = tokens.is_sign(at, b';')
                || matches!(before, Before::Start | Before::Strong | Before::Label);
            let same = before == Before::Label;
            let found = if same {
                Before::Label
            } else if strong {
                Before::Strong
            } else {
                Before::Weak
            };
            return Some((next, found));
        }
        let trust = if matches!(before, Before::Line | Before::Nothing) {
            Trust::Known
        } else {
            Trust::Any
        };
        if let Some(found) = cable(tokens, at, own, trust)
            .filter(|found| before != Before::Line || ends(tokens, found.end))
            .or_else(|| self.line_of_unknown(at, before))
        {
            let next = found.end;
            return Some((self.cables(at, found, next), Before::Nothing));
        }
        if let Some(found) = self.inheriting(at).filter(|_| before == Before::Label) {
            let next = found.end;
            return Some((self.cables(at, found, next), Before::Nothing));
        }
        self.free(at, before)
    }

    /// `AND REFS A-C`: references of the telegram before, words of its entry; alone an entry of its own.
    fn letters_of_another(&mut self, at: usize, next: usize) -> usize {
        match self.last_start {
            Some(start) => self.go_on(start, next),
            None => self.keep(at..next, ReferenceKind::Other, None, None, &[]),
        }
        self.end = self.tokens.bytes(at..next).end;
        next
    }

    /// Makes the words up to `end` part of the last entry, which begins at `start`.
    pub(super) fn go_on(&mut self, start: usize, end: usize) {
        let text = self.printed(start..end);
        if let Some(last) = self.entries.last_mut() {
            last.text = text;
        }
    }

    /// A serial alone behind a label, which takes post and year from the telegram before.
    fn inheriting(&self, at: usize) -> Option<Cable> {
        let (post, year) = self.last.as_ref()?;
        let (end, serial, digits, printed) = further(self.tokens, at, self.context.year)?;
        Some(Cable {
            end,
            post: *post,
            year: printed.or(*year),
            serial,
            digits,
        })
    }

    /// An unknown post on a line of its own.
    fn line_of_unknown(&self, at: usize, before: Before) -> Option<Cable> {
        (before == Before::Line).then_some(())?;
        let found = cable(self.tokens, at, self.context.year, Trust::Any)?;
        let single = self.tokens.line(found.end) || self.tokens.is_sign(found.end, b';');
        (single && found.digits >= 2).then_some(found)
    }

    /// Starts an entry with a letter.
    fn open(&mut self, found: Label, from: usize) {
        self.close_range();
        if let Some((first, token)) = found.from {
            self.range = Some(LabelRange {
                first: first.place(),
                last: found.order.place(),
                entry: self.entries.len(),
                span: self.folded.span(self.tokens.bytes(token..found.at + 1)),
            });
            self.label = None;
            self.order = Some(found.order);
            self.end = self.tokens.bytes(from..found.next).end;
            return;
        }
        let bytes = self.tokens.bytes(found.at..found.at + 1);
        let span = self.folded.span(bytes);
        if found.order.skipped(self.order) > 0 && matches!(found.order, Order::Letter(_)) {
            self.sink
                .report(Diagnostic::new(Code::ReferenceLetterSkipped, span));
        }
        let printed = self.tokens.str(found.at);
        let letter = match printed.bytes().any(|byte| byte.is_ascii_lowercase()) {
            true => Cow::Owned(printed.to_ascii_uppercase()),
            false => Cow::Borrowed(printed),
        };
        self.label = Some(Spanned::of(self.folded.text(), span, letter));
        self.order = Some(found.order);
        self.end = self.tokens.bytes(from..found.next).end;
    }

    /// Gives the labels of a range to its entries, one each, if there are as many; else they have none.
    fn close_range(&mut self) {
        let Some(range) = self.range.take() else {
            return;
        };
        let entries = self.entries.get_mut(range.entry..).unwrap_or(&mut []);
        if u32::try_from(entries.len()) != Ok(range.last + 1 - range.first) {
            return;
        }
        let letters =
            (range.first..=range.last).map(|place| u8::try_from(place).unwrap_or(0) + b'A');
        for (entry, letter) in entries.iter_mut().zip(letters) {
            entry.label = Some(Spanned::changed(range.span, char::from(letter).to_string()));
        }
    }

    /// A sign or word between entries: the token behind it.
    fn separator(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let sign = matches!(
            tokens.sign(at),
            Some(b';' | b',' | b':' | b'&' | b'/' | b'+' | b'.' | b'-' | b')' | b']' | b'*')
        );
        // `(ROME 12)`, `"ROME 12"`: not a note, but the entry itself.
        let around = matches!(tokens.sign(at), Some(b'(' | b'[' | b'"'))
            && cable(tokens, at + 1, self.context.year, Trust::Known).is_some();
        let closing = tokens.is_sign(at, b'"') && !tokens.line(at);
        (sign || around || closing || tokens.is_word(at, &["AND", "PLUS"])).then_some(at + 1)
    }

    /// Keeps a telegram, its notes and the further serials behind it; the token behind all.
    fn cables(&mut self, start: usize, first: Cable, mut at: usize) -> usize {
        let mut start = start;
        let mut found = first;
        loop {
            let (end, mut notes) = self.notes(at);
            if found.year.is_none() {
                found.year = self.year_among(&mut notes);
            }
            self.keep_cable(start..end, &found, &notes);
            at = end;
            if self.entries.len() >= self.limit {
                return at;
            }
            let Some(next) = self.behind_list_separator(at) else {
                return at;
            };
            let tokens = self.tokens;
            let own = self.context.year;
            if !tokens.is_number(next + usize::from(tokens.is_sign(next, b'#')))
                || label(tokens, next, self.order, Place::Entry, own).is_some()
                || cable(tokens, next, own, Trust::Any).is_some()
            {
                return at;
            }
            let Some((end, serial, digits, year)) = further(tokens, next, own) else {
                return at;
            };
            let (mut serial, through) = (serial, self.through(at, next));
            if through && digits < found.digits {
                serial = completed(found.serial, serial, digits).unwrap_or(serial);
            }
            // `STATE 12-15` cites what lies between as well, unless it is too much to be a range.
            let between = found.serial + 1..serial;
            if through && between.len() <= MOST_BETWEEN {
                for serial in between {
                    if self.entries.len() >= self.limit {
                        return end;
                    }
                    let year = year.or(found.year);
                    let one = Cable {
                        serial,
                        year,
                        post: found.post,
                        ..found
                    };
                    self.keep_cable(start..end, &one, &[]);
                }
            }
            start = next;
            at = end;
            found = Cable {
                end,
                post: found.post,
                year: year.or(found.year),
                serial,
                digits,
            };
        }
    }

    /// The token behind what separates two serials: one sign, `AND`, or a comma and `AND`.
    pub(super) fn behind_list_separator(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mut next = at;
        if matches!(
            tokens.sign(next),
            Some(b',' | b';' | b'&' | b'/' | b'+' | b'-')
        ) {
            next += 1;
        }
        if tokens.is_word(next, &["AND", "THRU", "THROUGH"])
            || (next > at && tokens.is_sign(next, b'&'))
        {
            next += 1;
        }
        (next > at).then_some(next)
    }

    /// Whether what separates two serials, from `at` to `next`, means all between them.
    fn through(&self, at: usize, next: usize) -> bool {
        let last = next.saturating_sub(1);
        self.tokens.is_word(last, &["THRU", "THROUGH"])
            || last == at && self.tokens.is_sign(at, b'-')
    }

    /// The notes at `at` and the token behind them.
    fn notes(&self, mut at: usize) -> (usize, Vec<Suffix>) {
        let mut notes = Vec::new();
        while let Some((note, next)) = suffix(self.tokens, at) {
            let place = Place::Inside;
            if label(self.tokens, at, self.order, place, self.context.year).is_some() {
                break;
            }
            notes.push(note);
            at = next;
        }
        (at, notes)
    }

    /// The year that stands in parentheses behind another note, `ROME 12 (NOTAL) (07)`, or in the date-time group of the
    /// telegram that is cited, `ROME 12 (DTG 171903Z DEC 75)`.
    fn year_among(&self, notes: &mut Vec<Suffix>) -> Option<i16> {
        let year = |note: &Suffix| match note {
            Suffix::Note(range) if range.len() == 1 => year_of(self.tokens.number(range.start))
                .filter(|&year| is_likely(year, self.context.year, 60)),
            _ => None,
        };
        if let Some(at) = notes.iter().position(|note| year(note).is_some()) {
            return year(&notes.remove(at));
        }
        notes.iter().find_map(|note| match note {
            Suffix::Note(range) => kind::year_of_date_time_group(self.tokens, range.clone()),
            _ => None,
        })
    }

    fn keep_cable(&mut self, range: Range<usize>, found: &Cable, notes: &[Suffix]) {
        let span = self.folded.span(self.tokens.bytes(range.clone()));
        self.end = self.tokens.bytes(range.clone()).end;
        self.last = Some((found.post, found.year));
        let post = post::sender(&found.post, self.own_post.as_deref());
        let own_serial = self.context.serial.filter(|&serial| {
            if serial > found.serial {
                return false;
            }
            let own = self.own_post.as_deref().zip(post);
            own.is_some_and(|(own, post)| facts::same_post(own, post))
        });
        let year = match (found.year, self.context.year) {
            (Some(year), own) => {
                if own.is_some_and(|own| year > own) {
                    self.sink
                        .report(Diagnostic::new(Code::ReferenceInFuture, span));
                }
                Some((year, YearSource::Printed))
            }
            (None, Some(own)) if self.context.year_assumed => Some((own, YearSource::Assumed)),
            (None, Some(own)) if own_serial.is_some_and(|own| found.serial > own) => {
                self.sink
                    .report(Diagnostic::new(Code::ReferenceYearInferred, span));
                Some((own - 1, YearSource::Inferred))
            }
            (None, Some(own)) => Some((own, YearSource::Own)),
            (None, None) => None,
        };
        let same_year = year.is_none_or(|(year, _)| Some(year) == self.context.year);
        if own_serial == Some(found.serial) && same_year {
            self.sink
                .report(Diagnostic::new(Code::ReferenceToItself, span));
            self.last_start = None;
            return;
        }
        // A post that was crossed out names no telegram.
        let crossed = |post: &&str| post.len() > 3 && post.bytes().all(|letter| letter == b'X');
        let named = post.filter(|post| !crossed(post));
        let target = year.zip(named).map(|((year, _), post)| {
            // Two digits of the year, post, serial.
            let mut id = String::with_capacity(post.len() + 12);
            let digit = |number: i16| char::from(b'0' + (number % 10) as u8);
            let year = year.rem_euclid(100);
            id.extend([digit(year / 10), digit(year)]);
            id.push_str(post);
            // Writing to a string does not fail.
            let _ = write!(id, "{}", found.serial);
            Spanned::of(self.folded.text(), span, Cow::Owned(id))
        });
        self.keep(
            range,
            ReferenceKind::Cable,
            target,
            year.map(|(_, source)| source),
            notes,
        );
    }

    pub(super) fn keep(
        &mut self,
        range: Range<usize>,
        kind: ReferenceKind,
        target: Option<Spanned>,
        year_source: Option<YearSource>,
        notes: &[Suffix],
    ) {
        self.last_start = Some(range.start);
        self.end = self.tokens.bytes(range.clone()).end;
        let suffixes = notes
            .iter()
            .filter_map(|note| match note {
                Suffix::Note(inner) if !inner.is_empty() => Some(self.printed(inner.clone())),
                _ => None,
            })
            .collect();
        let entry = Reference {
            label: self.label.clone(),
            kind,
            target,
            year_source,
            text: self.printed(range),
            notal: notes.contains(&Suffix::Notal),
            and_previous: notes.contains(&Suffix::Previous),
            suffixes,
        };
        self.entries.push(entry);
    }

    /// The words of a range of tokens as printed, lines joined and breaks left out.
    pub(super) fn printed(&self, range: Range<usize>) -> Spanned {
        let bytes = self.tokens.bytes(range);
        let breaks = self.tokens.breaks_in(&bytes);
        if breaks.is_empty() {
            return self.folded.spanned(bytes);
        }
        let text = self.folded.as_str();
        let mut joined = String::new();
        let mut from = bytes.start;
        for cut in breaks {
            joined.push_str(text.get(from..cut.start).unwrap_or(""));
            joined.push(' ');
            from = cut.end;
        }
        joined.push_str(text.get(from..bytes.end).unwrap_or(""));
        Spanned::changed(self.folded.span(bytes), one_blank(&joined).into_owned())
    }

    fn report(&mut self, code: Code, bytes: Range<usize>) {
        self.sink
            .report(Diagnostic::new(code, self.folded.span(bytes)));
    }
}

/// `STATE 12345-47`: the serial whose last `digits` digits are `tail`, if it is the one behind `from`.
fn completed(from: u32, tail: u32, digits: usize) -> Option<u32> {
    let unit = 10_u32.checked_pow(u32::try_from(digits).ok()?)?;
    let whole = (from / unit).checked_mul(unit)?.checked_add(tail)?;
    (whole > from).then_some(whole)
}

/// `NONE`, `N/A`, `NIL`: the token behind it.
fn empty(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = if tokens.is_word(at, &["NONE", "NIL", "NA"]) {
        at + 1
    } else if tokens.is_word(at, &["N"])
        && tokens.is_sign(at + 1, b'/')
        && tokens.is_word(at + 2, &["A"])
    {
        at + 3
    } else if tokens.is_word(at, &["NOT"]) && tokens.is_word(at + 1, &["APPLICABLE"]) {
        at + 2
    } else {
        return None;
    };
    let end = end + usize::from(tokens.is_sign(end, b'.'));
    tokens
        .line(end)
        .then_some(end)
        .or_else(|| begins_another(tokens, end).then_some(end))
}
