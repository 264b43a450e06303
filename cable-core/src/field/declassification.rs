//! The declassification instruction of the E.O. line: what stands behind the number of the order.

mod codes;

use super::date::{self, Base};
use crate::facts;
use crate::record::{Declassification, DeclassificationKind as Kind, Downgrade, Level};
use crate::scan::Folded;
use crate::spanned::Spanned;
use codes::{exemption, near_decl, not_applicable, schedule, starts, word};
use jiff::civil::Date;
use std::ops::Range;

/// An instruction and what its form leaves open.
///
/// ```
/// use cable_core::{Span, field::{date::Base, declassification}, scan::Folded};
/// let text = "DECL: X9";
/// let folded = Folded::new(text, &[Span::new(0, 8)]);
/// let read = declassification::parse(&folded, 0..8, Base::of(None, Some(1999)));
/// // Orders have X1 to X8.
/// assert_eq!(&text[read.invalid.unwrap()], "X9");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Instruction {
    /// The instruction.
    pub declassification: Declassification<Spanned>,
    /// Where its date stands.
    pub date_at: Option<Range<usize>>,
    /// No century put the date near the telegram.
    pub century_assumed: bool,
    /// A code that is in no order, or stands where the order does not have it (`XGDS5`, `X9`, `ADS` without DECLAS).
    pub invalid: Option<Range<usize>>,
    /// One of the codes keeps a text beyond 25 years.
    pub beyond_25_years: bool,
    /// One of the codes is `X1` to `X8`.
    pub ten_year_exemption: Option<Range<usize>>,
}

/// Reads the instruction in `range` of a field: `DECL: 03/25/2018`, `N/A`, `XGDS-2`,
/// `GDS 8/12/85 (NAME) OR-P`, `DECL: X1, X5`, an event. Nothing is reported here; `executive_order` does.
///
/// Source: E.O. 10964 to 13526; TAGS 1974; 6.3 of the format.
///
/// ```
/// use cable_core::{Span, field::declassification, record::DeclassificationKind, scan::Folded};
/// let text = "DECL: UPON SIGNING OF THE ACCORD";
/// let folded = Folded::new(text, &[Span::new(0, 32)]);
/// let read = declassification::parse(&folded, 0..32, None).declassification;
/// assert_eq!(read.kind, DeclassificationKind::Event);
/// assert_eq!(read.event.unwrap().get(text), "UPON SIGNING OF THE ACCORD");
/// ```
pub fn parse(folded: &Folded<'_>, range: Range<usize>, base: Option<Base>) -> Instruction {
    let range = folded.trim(range);
    let mut reader = Reader {
        folded,
        all: folded.as_str(),
        at: range.start,
        end: range.end,
        base,
        kind: None,
        unreadable: false,
        date: None,
        codes: Vec::new(),
        event: None,
        authority: None,
        downgrade: None,
        ads: None,
        declas: false,
        century_assumed: false,
        invalid: None,
        beyond_25_years: false,
        ten_year_exemption: None,
    };
    reader.cut_authority();
    reader.skip_reasons();
    while reader.step() {}
    reader.finish(range)
}

/// The date that the general schedule of 11652 gives: the end of the sixth, eighth or tenth full calendar year.
///
/// ```
/// use cable_core::{field::declassification::general_schedule, record::Level};
/// use jiff::civil::date;
/// let day = general_schedule(date(1976, 9, 14), Level::Confidential);
/// assert_eq!(day, Some(date(1982, 12, 31)));
/// assert_eq!(general_schedule(date(1976, 9, 14), Level::Unclassified), None);
/// ```
///
/// Source: E.O. 11652, section 5(A).
pub fn general_schedule(base: Date, level: Level) -> Option<Date> {
    let years = match level {
        Level::Confidential => 6,
        Level::Secret => 8,
        Level::TopSecret => 10,
        _ => return None,
    };
    end_of_year(base, years)
}

/// 31 December of a later year: orders count in full calendar years.
pub(crate) fn end_of_year(base: Date, years: i16) -> Option<Date> {
    Date::new(base.year().checked_add(years)?, 12, 31).ok()
}

struct Reader<'f> {
    folded: &'f Folded<'f>,
    all: &'f str,
    at: usize,
    end: usize,
    base: Option<Base>,
    kind: Option<Kind>,
    unreadable: bool,
    date: Option<(Date, Range<usize>)>,
    codes: Vec<Spanned>,
    event: Option<Range<usize>>,
    authority: Option<Range<usize>>,
    downgrade: Option<Downgrade>,
    /// Where ADS stands, which DECLAS must follow.
    ads: Option<Range<usize>>,
    declas: bool,
    century_assumed: bool,
    invalid: Option<Range<usize>>,
    beyond_25_years: bool,
    ten_year_exemption: Option<Range<usize>>,
}

impl<'f> Reader<'f> {
    fn rest(&self) -> &'f str {
        self.all.get(self.at..self.end).unwrap_or("")
    }

    /// Cuts `(NAME) OR-P` off the end.
    fn cut_authority(&mut self) {
        let rest = self.rest();
        let trimmed = rest.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
        let last = trimmed
            .rfind(char::is_whitespace)
            .map_or(0, |blank| blank + 1);
        let symbol = trimmed.get(last..).unwrap_or("");
        // `(NAME)OR-P` has no blank.
        let tail = symbol
            .rfind(')')
            .map_or(symbol, |close| symbol.get(close + 1..).unwrap_or(""));
        let office = tail
            .get(..3)
            .is_some_and(|start| start.eq_ignore_ascii_case("OR-"))
            && (4..=6).contains(&tail.len())
            && tail
                .bytes()
                .skip(3)
                .all(|byte| byte.is_ascii_alphanumeric());
        if !office {
            return;
        }
        let end = self.at + trimmed.len();
        let tail_start = end - tail.len();
        let before = self.all.get(self.at..tail_start).unwrap_or("").trim_end();
        let start = if before.ends_with(')') {
            before.rfind('(').map_or(tail_start, |open| self.at + open)
        } else {
            tail_start
        };
        self.authority = Some(start..end);
        self.end = start;
    }

    /// Reasons that stand before the instruction, or the section that it cites: `REASON: 1.4(B) DECL: 05/12/2016`, `1.6 X1`.
    fn skip_reasons(&mut self) {
        let rest = self.rest();
        let section = rest.starts_with("1.6");
        let reasons = rest
            .get(..6)
            .is_some_and(|word| word.eq_ignore_ascii_case("REASON"));
        if !section && !reasons {
            return;
        }
        let bytes = rest.as_bytes();
        let label = memchr::memchr2_iter(b'D', b'd', bytes).find(|&at| {
            bytes
                .get(at..at + 4)
                .is_some_and(|word| word.eq_ignore_ascii_case(b"DECL"))
        });
        self.at += label.unwrap_or(if section { 3 } else { 0 });
    }

    /// Reads one piece; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let skipped = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | ';' | ',' | '.' | '-' | '/' | '&' | ')' | '\\')
        });
        self.at = self.end - skipped.len();
        let Some(first) = skipped.chars().next() else {
            return false;
        };
        if first == '(' {
            self.parenthesis(skipped);
            return true;
        }
        if let Some((printed, length)) = date::read(skipped) {
            self.take_date(printed, length);
            return true;
        }
        let word = word(skipped);
        if self.label(word) || self.code(skipped, word) || self.damage(skipped) {
            return true;
        }
        self.free(skipped);
        false
    }

    fn take_date(&mut self, printed: date::PrintedDate, length: usize) {
        let range = self.at..self.at + length;
        self.at = range.end;
        match printed.day(self.base) {
            None => self.unreadable |= self.date.is_none(),
            Some((day, assumed)) => {
                if self.date.is_none() {
                    self.date = Some((day, range));
                    self.century_assumed = assumed;
                }
            }
        }
    }

    /// A name behind the value is its authority; other parentheses (a portion mark) say nothing here.
    fn parenthesis(&mut self, rest: &str) {
        // A name is short; looking no farther keeps the reading linear.
        let close = rest.bytes().take(200).position(|byte| byte == b')');
        let length = close.map_or(1, |close| close + 1);
        let inside = rest.get(1..length).unwrap_or("");
        let valued = self.date.is_some() || self.kind.is_some();
        if valued && self.authority.is_none() && inside.contains(',') {
            self.authority = Some(self.at..self.at + length);
            self.at += length;
        } else if inside.len() > 1 && !inside.starts_with(')') && self.codes.is_empty() && !valued {
            // A value in parentheses.
            self.at += 1;
        } else {
            self.at += length;
        }
    }

    /// Words that lead to a value: `DECL`, `DECLASSIFY ON`, `ON`, `DATE`.
    fn label(&mut self, word: &str) -> bool {
        let upper = |with: &str| word.eq_ignore_ascii_case(with);
        let next = self.all.as_bytes().get(self.at + word.len()).copied();
        if ["DECLASSIFIED", "DECLASSIFED", "DECLASSIFIE"]
            .iter()
            .any(|form| upper(form))
        {
            self.kind.get_or_insert(Kind::Declassified);
            self.at += word.len();
            self.skip_agency();
            return true;
        }
        let label = starts(word, "DECL")
            || ["ON", "DATE", "AS", "AMENDED"]
                .iter()
                .any(|form| upper(form))
                && self.before_value()
            || next == Some(b':') && near_decl(word);
        if label {
            self.declas |= starts(word, "DEC");
            self.at += word.len();
        }
        label
    }

    /// Whether no value was read yet, and one follows the next word.
    fn before_value(&self) -> bool {
        let open = self.declas || self.kind.is_none_or(|kind| kind == Kind::Declassified);
        open && self.date.is_none() && {
            let rest = self.rest();
            let behind = rest.get(word(rest).len()..).unwrap_or("");
            let behind = behind.trim_start_matches([' ', ':', '\n', ';', ',']);
            date::read(behind).is_some()
                || starts(behind, "DECL")
                || starts(behind, "AMENDED")
                || starts(behind, "DATE")
        }
    }

    /// `BY NARA`, up to the date.
    fn skip_agency(&mut self) {
        let rest = self.rest();
        if !starts(rest.trim_start(), "BY ") {
            return;
        }
        // An agency is a few words; what has no date behind it is left.
        let date = rest
            .char_indices()
            .take(80)
            .filter(|(at, _)| rest.as_bytes().get(at.wrapping_sub(1)) == Some(&b' '))
            .find(|(at, _)| {
                rest.get(*at..)
                    .is_some_and(|part| date::read(part).is_some())
            });
        self.at += date.map_or(rest.len(), |(at, _)| at);
    }

    fn code(&mut self, rest: &str, word: &str) -> bool {
        if let Some(length) = not_applicable(rest, word) {
            self.kind.get_or_insert(Kind::NotApplicable);
            self.at += length;
            return true;
        }
        if word.eq_ignore_ascii_case("DNG") {
            self.at += word.len();
            self.read_downgrade();
            return true;
        }
        let (kind, length, coded) = match schedule(rest, word) {
            Some(found) => found,
            None => match exemption(rest) {
                Some(length) => (Kind::Exempt, length, true),
                None => return false,
            },
        };
        let range = self.at..self.at + length;
        if coded {
            self.check(rest.get(..length).unwrap_or(""), &range);
            self.codes.push(self.folded.spanned(range.clone()));
        }
        if kind == Kind::AdvancedSchedule {
            self.ads = Some(range.clone());
            self.declas = false;
        }
        if self.kind.is_none() || kind == Kind::Exempt && self.kind == Some(Kind::ManualReview) {
            self.kind = Some(kind);
        }
        self.at = range.end;
        true
    }

    /// Is the code one that an order has?
    fn check(&mut self, code: &str, range: &Range<usize>) {
        let bytes = code.as_bytes();
        let digit = |at: usize| bytes.get(at).copied().filter(u8::is_ascii_digit);
        let years = ["25X", "50X", "75X"].iter().any(|form| starts(code, form));
        self.beyond_25_years |= years;
        let bare =
            starts(code, "X") && bytes.iter().skip(1).all(|byte| !byte.is_ascii_alphabetic());
        if bare || starts(code, "1.6") {
            self.ten_year_exemption.get_or_insert(range.clone());
        }
        let last = bytes.iter().rev().find(|byte| byte.is_ascii_digit());
        let good = if starts(code, "XGDS") {
            matches!(last, Some(b'1'..=b'4'))
        } else if years {
            matches!((digit(3), digit(4)), (Some(b'1'..=b'9'), None)) || starts(code, "75X")
        } else if bare || starts(code, "1.6") {
            // X1 to X8; the digits of `1.6` in front say nothing.
            let number = bytes
                .iter()
                .rposition(|byte| byte.eq_ignore_ascii_case(&b'X'))
                .and_then(|at| bytes.get(at + 1..));
            let number = number.map(|number| number.strip_prefix(b"-").unwrap_or(number));
            matches!(number, Some([b'1'..=b'8']))
        } else {
            last.is_none_or(|last| (b'1'..=b'4').contains(last))
        };
        if !good {
            self.invalid.get_or_insert(range.clone());
        }
    }

    /// `CO 12/31/2012` behind DNG.
    fn read_downgrade(&mut self) {
        let rest = self.rest();
        let value = rest.trim_start_matches([':', ' ', '.', '\n']);
        let level_word = word(value);
        let level = match level_word.to_ascii_uppercase().as_str() {
            "CO" | "C" | "CON" | "CONF" | "CONFIDENTIAL" => Some(Level::Confidential),
            "SE" | "S" | "SEC" | "SECRET" => Some(Level::Secret),
            "UN" | "U" | "UNCLAS" | "UNCLASSIFIED" => Some(Level::Unclassified),
            _ => None,
        };
        let Some(level) = level else {
            return;
        };
        self.at = self.end - value.len() + level_word.len();
        let behind = value.get(level_word.len()..).unwrap_or("");
        let start = behind.trim_start_matches([':', ' ', ',', '\n']);
        let start = if starts(start, "ON ") {
            start.get(3..).unwrap_or("")
        } else {
            start
        };
        let date = date::read(start).and_then(|(printed, length)| {
            self.at = self.end - start.len() + length;
            printed.day(self.base)
        });
        self.downgrade = Some(Downgrade::new(level, date.map(|(day, _)| day)));
    }

    /// Runs of X, black, and what was meant for a date.
    fn damage(&mut self, rest: &str) -> bool {
        let token = rest
            .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .next()
            .unwrap_or("");
        let black = token
            .chars()
            .filter(|c| matches!(c, '█' | '■' | '▇'))
            .count()
            >= 2;
        let crossed = token.bytes().filter(|&b| matches!(b, b'X' | b'x')).count();
        let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
        let digits = token.bytes().filter(u8::is_ascii_digit).count();
        let slashes = token.bytes().filter(|&b| b == b'/').count();
        let crossed = crossed >= 3 && crossed == letters;
        let datelike =
            digits > 0 && (slashes >= 2 || digits + slashes >= 5) && letters * 2 <= digits.max(4)
                || slashes >= 2 && letters == 0;
        if black
            || crossed
            || datelike
            || starts(token, "[REDACT")
            || token.contains('?') && letters == 0
        {
            self.unreadable = true;
            self.at += token.len().max(1);
            return true;
        }
        false
    }

    /// Free text: an event, or the word that says that nothing is known.
    fn free(&mut self, rest: &str) {
        let word = word(rest);
        let text = self.folded.trim(self.at..self.end);
        if word.eq_ignore_ascii_case("UNKNOWN") || word.eq_ignore_ascii_case("NONE") {
            self.kind.get_or_insert(Kind::Unknown);
            return;
        }
        let joins = ["OR", "UPON", "AFTER", "WHEN", "IF", "UNTIL", "FOLLOWING"]
            .iter()
            .any(|join| word.eq_ignore_ascii_case(join));
        let valued = self.date.is_some()
            || self.kind.is_some_and(|kind| {
                !matches!(
                    kind,
                    Kind::AdvancedSchedule | Kind::ExemptFromSchedule | Kind::ReviewDate
                )
            });
        let text_str = self.all.get(text.clone()).unwrap_or("");
        let letters = text_str.chars().filter(|c| c.is_alphabetic()).count();
        // Behind a value only words that go on speaking of it are an event; SIPDIS and the like are not.
        if letters < 3
            || valued && !joins
            || self.unreadable
            || facts::caption(&text_str.to_ascii_uppercase()).is_some()
        {
            return;
        }
        let end = text_str
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'))
            .len();
        let event = text.start..text.start + end;
        // A date inside the event is printed all the same.
        if self.date.is_none() {
            self.date_inside(event.clone());
        }
        self.event = Some(event);
    }

    /// The first date that begins a word of the event.
    fn date_inside(&mut self, event: Range<usize>) {
        let text = self.all.get(event.clone()).unwrap_or("");
        let mut boundary = true;
        for (at, byte) in text.bytes().enumerate() {
            if boundary && byte.is_ascii_alphanumeric() {
                if let Some((printed, length)) = text.get(at..).and_then(date::read) {
                    if let Some((day, assumed)) = printed.day(self.base) {
                        let start = event.start + at;
                        self.date = Some((day, start..start + length));
                        self.century_assumed = assumed;
                        return;
                    }
                }
            }
            boundary = matches!(byte, b' ' | b'\n' | b'(');
        }
    }

    fn finish(mut self, range: Range<usize>) -> Instruction {
        if let Some(ads) = &self.ads {
            if !(self.declas && (self.date.is_some() || self.event.is_some())) {
                self.invalid.get_or_insert(ads.clone());
            }
        }
        let kind = match self.kind {
            Some(kind) => kind,
            None if self.event.is_some() => Kind::Event,
            None if self.date.is_some() => Kind::Date,
            None if self.unreadable => Kind::Unreadable,
            None => Kind::Unknown,
        };
        let derived = match (kind, self.base) {
            // E.O. 11652, section 5(E): thirty full calendar years at most.
            (Kind::ExemptFromSchedule, Some(base)) if base.first.year() == base.last.year() => {
                end_of_year(base.first, 30)
            }
            _ => None,
        };
        let spanned = |range: Range<usize>| self.folded.spanned(range);
        Instruction {
            declassification: Declassification {
                kind,
                date: self.date.as_ref().map(|(day, _)| *day),
                event: self.event.map(spanned),
                codes: self.codes,
                derived_date: derived,
                authority: self.authority.map(spanned),
                downgrade: self.downgrade,
                span: self.folded.span(range),
            },
            date_at: self.date.map(|(_, range)| range),
            century_assumed: self.century_assumed,
            invalid: self.invalid,
            beyond_25_years: self.beyond_25_years,
            ten_year_exemption: self.ten_year_exemption,
        }
    }
}
