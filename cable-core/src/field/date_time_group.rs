//! Date-time groups, and format line 5 which holds the telegram's own.

use super::operating_signal::{self, Signals};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Precedence, Precedences};
use crate::scan::shape::{is_blank, number, word_spans};
use crate::span::{Span, offset};
use crate::text::months::month;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// A date-time group.
///
/// ```
/// use cable_core::field::date_time_group;
/// let group = date_time_group::read("041015L MAR 08", None).unwrap();
/// // L is eleven hours before Z.
/// assert_eq!((group.zone, group.instant.unwrap().to_string()), (Some('L'), "2008-03-03T23:15:00Z".to_owned()));
/// assert!(date_time_group::read("311015Z FEB 08", None).unwrap().instant.is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateTimeGroup {
    /// The instant; `None` if the group is no date or no time, or has no year.
    pub instant: Option<Timestamp>,
    /// Zone letter as printed, upper-cased; `None` if there is none, which is read as Z.
    pub zone: Option<char>,
    /// Whether a year is printed.
    pub year_printed: bool,
    /// Length of the group in bytes.
    pub len: usize,
}

/// Reads the date-time group that `text` begins with; `None` if it does not begin with six digits and a month, in the
/// forms below. A year of two digits is that of `year_hint` if its last digits agree, else 1960-2059; a missing one is
/// that of `year_hint`.
///
/// Typical input: `251645Z MAR 08`. Also `251645ZMAR08`, `251645Z Mar 2008`, `25 1645Z MAR 08`. Other zones are
/// converted; J, the local time of nobody in particular, has no instant. Source: ACP 127(G) para 113.
///
/// ```
/// use cable_core::field::date_time_group::read;
/// let group = read("251645Z MAR 08 ZDK", None).unwrap();
/// assert_eq!(group.instant.unwrap().to_string(), "2008-03-25T16:45:00Z");
/// assert_eq!(group.len, 14);
/// assert_eq!(read("252345E MAR 1966", None).unwrap().instant.unwrap().to_string(), "1966-03-25T18:45:00Z");
/// assert_eq!(read("311645Z FEB 08", None).unwrap().instant, None);
/// assert!(read("AMEMBASSY", None).is_none());
/// ```
pub fn read(text: &str, year_hint: Option<i16>) -> Option<DateTimeGroup> {
    let bytes = text.as_bytes();
    let run = |from: usize, is: fn(&u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or(b"");
        from + rest.iter().position(|byte| !is(byte)).unwrap_or(rest.len())
    };
    let blank: fn(&u8) -> bool = |byte| is_blank(*byte);
    let digit: fn(&u8) -> bool = u8::is_ascii_digit;
    let letter: fn(&u8) -> bool = u8::is_ascii_alphabetic;

    let day_end = run(0, digit);
    let (day_time, mut at) = match day_end {
        6 => (number(bytes.get(..6)?)?, 6),
        // A blank slipped in behind the day.
        2 => {
            let from = run(2, blank);
            let to = run(from, digit);
            if from == 2 || to - from != 4 {
                return None;
            }
            (
                number(bytes.get(..2)?)? * 10_000 + number(bytes.get(from..to)?)?,
                to,
            )
        }
        _ => return None,
    };
    at = run(at, blank);
    let mut letters = bytes.get(at..run(at, letter))?;
    let mut zone = None;
    if matches!(letters.len(), 1 | 4) || (letters.len() > 4 && month(letters).is_none()) {
        zone = letters
            .first()
            .map(|byte| char::from(byte.to_ascii_uppercase()));
        at += 1;
        let from = run(at, blank);
        if letters.len() == 1 {
            at = from;
        }
        letters = bytes.get(at..run(at, letter))?;
    }
    let month = month(letters)?;
    at += letters.len();
    let month_end = at;
    at = run(at, |byte| is_blank(*byte) || matches!(byte, b'.' | b','));
    let year_end = run(at, digit);
    let printed = bytes.get(at..year_end)?;
    let value = number(printed).and_then(|value| i16::try_from(value).ok());
    let (year, len) = match printed.len() {
        2 => (value.map(|two| century(two, year_hint)), year_end),
        4 => (value.filter(|year| (1860..=2099).contains(year)), year_end),
        0 => (year_hint, month_end),
        _ => (None, year_end),
    };
    let instant = year.and_then(|year| instant(year, month, day_time, zone));
    Some(DateTimeGroup {
        instant,
        zone,
        year_printed: !printed.is_empty(),
        len,
    })
}

/// The year of two printed digits.
pub(crate) fn century(two: i16, year_hint: Option<i16>) -> i16 {
    match year_hint {
        Some(year) if year.rem_euclid(100) == two => year,
        _ if two >= 60 => 1900 + two,
        _ => 2000 + two,
    }
}

/// Hours ahead of Z. Source: ACP 127(G) para 113, military time zones.
fn zone_hours(zone: char) -> Option<i8> {
    let letter = u8::try_from(u32::from(zone)).ok()?;
    Some(match letter {
        b'Z' => 0,
        b'A'..=b'I' => i8::try_from(letter - b'A').ok()? + 1,
        b'K'..=b'M' => i8::try_from(letter - b'K').ok()? + 10,
        b'N'..=b'Y' => -(i8::try_from(letter - b'N').ok()? + 1),
        _ => return None,
    })
}

fn instant(year: i16, month: i8, day_time: u32, zone: Option<char>) -> Option<Timestamp> {
    let part = |value: u32| i8::try_from(value).ok();
    let (day, hour, minute) = (
        part(day_time / 10_000)?,
        part(day_time / 100 % 100)?,
        part(day_time % 100)?,
    );
    if hour > 23 || minute > 59 {
        return None;
    }
    let offset = Offset::from_hours(zone_hours(zone.unwrap_or('Z'))?).ok()?;
    let local = Date::new(year, month, day).ok()?.at(hour, minute, 0, 0);
    offset.to_timestamp(local).ok()
}

/// What format line 5 says.
///
/// ```
/// use cable_core::{Span, record::Precedence, field::date_time_group};
/// let text = "O P 041015Z MAR 08";
/// let line = date_time_group::parse(text, Span::new(0, 18), None, None, &mut ());
/// let precedence = line.precedence.unwrap();
/// assert_eq!((precedence.action, precedence.info), (Precedence::Immediate, Some(Precedence::Priority)));
/// assert_eq!(line.span.slice(text), "041015Z MAR 08");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateTimeGroupLine {
    /// The precedence letters.
    pub precedence: Option<Precedences>,
    /// Where they stand.
    pub precedence_span: Span,
    /// The date-time group in UTC; `None` if it cannot be read.
    pub instant: Option<Timestamp>,
    /// Where the group stands; what stands in its place if it cannot be read.
    pub span: Span,
    /// What stands behind it.
    pub rest: Signals,
}

/// Reads format line 5.
///
/// Typical input: `O P 251645Z MAR 08 ZDK`. Takes all of it; precedence letters may be missing, and the year, which is
/// then that of `year_hint`, else `assume_year`. Reports
/// `date-time-group-unreadable`, `date-time-group-form` (another zone than Z, no year), `precedence-order` and what
/// [`operating_signal::parse`] reports. Source: ACP 127(G) paras 113, 152.
///
/// ```
/// use cable_core::{Span, field::date_time_group, record::Precedence};
/// let text = "O P 251645Z MAR 08 ZDK";
/// let line = date_time_group::parse(text, Span::new(0, 22), None, None, &mut ());
/// assert_eq!(line.precedence.unwrap().info, Some(Precedence::Priority));
/// assert_eq!(line.instant.unwrap().to_string(), "2008-03-25T16:45:00Z");
/// assert_eq!(line.rest.signals[0].signal.get(text), "ZDK");
/// ```
pub fn parse(
    text: &str,
    line: Span,
    year_hint: Option<i16>,
    assume_year: Option<i16>,
    sink: &mut impl Sink,
) -> DateTimeGroupLine {
    let mut found = DateTimeGroupLine::default();
    let mut group = Span::empty(line.end());
    for word in word_spans(text, line) {
        let letter = match word.slice(text).as_bytes() {
            [letter] => Precedence::from_prosign(letter.to_ascii_uppercase()),
            _ => None,
        };
        let (Some(precedence), true) = (
            letter,
            found.precedence.is_none_or(|pair| pair.info.is_none()),
        ) else {
            group = Span::new(word.start(), line.end());
            break;
        };
        found.precedence_span = match &mut found.precedence {
            None => {
                found.precedence = Some(Precedences {
                    action: precedence,
                    info: None,
                });
                word
            }
            Some(pair) => {
                pair.info = Some(precedence);
                found.precedence_span.join(word)
            }
        };
    }
    check_order(&found, sink);
    let group_text = group.slice(text);
    let read = match read(group_text, year_hint) {
        Some(found) if !found.year_printed && year_hint.is_none() => read(group_text, assume_year),
        found => found,
    };
    let tail = match read {
        Some(read) => {
            let end = group.start() + offset(read.len);
            found.span = Span::new(group.start(), end);
            found.instant = read.instant;
            if read.instant.is_some() && (read.zone != Some('Z') || !read.year_printed) {
                sink.report(Diagnostic::new(Code::DateTimeGroupForm, found.span));
            }
            end
        }
        None => {
            // Up to the first signal or note stands what was meant to be the group.
            let end = word_spans(text, group)
                .find(|word| {
                    let word = word.slice(text).as_bytes();
                    word.starts_with(b"(") || crate::scan::shape::is_operating_signal(word)
                })
                .map_or(group.end(), Span::start);
            found.span = crate::scan::shape::trim_span(text, Span::new(group.start(), end));
            end
        }
    };
    if found.instant.is_none() {
        sink.report(Diagnostic::new(Code::DateTimeGroupUnreadable, found.span));
    }
    operating_signal::parse_into(text, Span::new(tail, line.end()), &mut found.rest, sink);
    found
}

/// Two precedences are to be different, the higher one first, and FLASH goes alone.
fn check_order(found: &DateTimeGroupLine, sink: &mut impl Sink) {
    if let Some(Precedences {
        action,
        info: Some(info),
    }) = found.precedence
    {
        if action <= info || action == Precedence::Flash {
            sink.report(Diagnostic::new(
                Code::PrecedenceOrder,
                found.precedence_span,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, hint: Option<i16>) -> Option<String> {
        Some(read(text, hint)?.instant?.to_string())
    }

    #[test]
    fn forms() {
        for text in [
            "251645Z MAR 08",
            "251645ZMAR08",
            "251645z Mar 2008",
            "25 1645Z MAR 08",
            "251645 MAR 08",
            "251645Z MARCH 08",
            "251645ZMARCH08",
            "251645Z  MAR  08",
        ] {
            assert_eq!(
                at(text, None).as_deref(),
                Some("2008-03-25T16:45:00Z"),
                "{text}"
            );
        }
        for text in [
            "251645J MAR 08",
            "251665Z MAR 08",
            "252400Z MAR 08",
            "300000Z FEB 08",
            "251645Z MAR 008",
            "251645Z MAR 9999",
            "251645Z MAR",
            "251645Z XYZ 08",
            "2516456Z MAR 08",
            "",
        ] {
            assert_eq!(at(text, None), None, "{text}");
        }
    }

    #[test]
    fn the_century() {
        assert_eq!(
            at("010000Z JAN 59", None).as_deref(),
            Some("2059-01-01T00:00:00Z")
        );
        assert_eq!(
            at("010000Z JAN 59", Some(1959)).as_deref(),
            Some("1959-01-01T00:00:00Z")
        );
        assert_eq!(
            at("010000Z JAN 60", None).as_deref(),
            Some("1960-01-01T00:00:00Z")
        );
        assert_eq!(
            at("010000Z JAN", Some(1975)).as_deref(),
            Some("1975-01-01T00:00:00Z")
        );
    }

    #[test]
    fn zones() {
        assert_eq!(
            at("312300R DEC 75", None).as_deref(),
            Some("1976-01-01T04:00:00Z")
        );
        assert_eq!(
            at("010100M JAN 76", None).as_deref(),
            Some("1975-12-31T13:00:00Z")
        );
        assert_eq!(
            at("010100Y JAN 76", None).as_deref(),
            Some("1976-01-01T13:00:00Z")
        );
    }

    #[test]
    fn faults_of_the_line() {
        let codes = |text: &str| {
            let mut findings = Vec::new();
            let span = Span::new(0, text.len() as u32);
            let line = parse(text, span, None, None, &mut findings);
            let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
            (line, codes)
        };
        assert_eq!(codes("R P 251645Z MAR 08").1, [Code::PrecedenceOrder]);
        assert_eq!(codes("Z P 251645Z MAR 08").1, [Code::PrecedenceOrder]);
        assert_eq!(codes("O 251645E MAR 08").1, [Code::DateTimeGroupForm]);
        let (line, found) = codes("O 25164Z MAR 08 ZDK");
        assert_eq!(found, [Code::DateTimeGroupUnreadable]);
        assert_eq!(line.span, Span::new(2, 15));
        assert_eq!(line.rest.signals.len(), 1);
        assert_eq!(codes("").1, [Code::DateTimeGroupUnreadable]);
    }
}
