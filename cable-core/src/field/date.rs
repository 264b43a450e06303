//! The forms of a civil date that the fields of a telegram share.

use crate::text::months::month;
use jiff::civil::Date;

/// A date as it is printed.
///
/// ```
/// use cable_core::field::date::{self, PrintedDate};
/// assert!(matches!(date::read("03/04/2018"), Some((PrintedDate::Full(_), _))));
/// assert!(matches!(date::read("02/30/2019"), Some((PrintedDate::Impossible, _))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PrintedDate {
    /// A day with its century.
    Full(Date),
    /// A day whose year is printed with two digits.
    ShortYear {
        /// The two digits.
        year: u8,
        /// Month, 1 to 12.
        month: i8,
        /// Day, 1 to 31.
        day: i8,
    },
    /// It has the form of a date and names no day (`02/30/2019`, `999/9/9999`).
    Impossible,
}

/// What the century of a two-digit year is measured from.
///
/// ```
/// use cable_core::field::date::{self, Base};
/// // `03/04/18` in a telegram of 2008 is ten years ahead, in one of 1910 eight.
/// let century = |year| {
///     let (printed, _) = date::read("03/04/18").unwrap();
///     printed.day(Base::of(None, Some(year))).unwrap().0.to_string()
/// };
/// assert_eq!((century(2008), century(1910)), ("2018-03-04".to_owned(), "1918-03-04".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// First day that the telegram may be of.
    pub first: Date,
    /// Last day that the telegram may be of.
    pub last: Date,
}

impl Base {
    /// The day of the telegram, else its year; `None` if neither is known.
    ///
    /// ```
    /// use cable_core::field::date::Base;
    /// let base = Base::of(None, Some(2008)).unwrap();
    /// assert_eq!(base.first.to_string(), "2008-01-01");
    /// assert!(Base::of(None, None).is_none());
    /// ```
    pub fn of(date: Option<Date>, year: Option<i16>) -> Option<Self> {
        if let Some(day) = date {
            return Some(Base {
                first: day,
                last: day,
            });
        }
        let year = year?;
        Some(Base {
            first: Date::new(year, 1, 1).ok()?,
            last: Date::new(year, 12, 31).ok()?,
        })
    }
}

impl PrintedDate {
    /// The day, and whether its century had to be assumed.
    ///
    /// A two-digit year belongs to the century that puts the date between one year before and 75 years after the
    /// telegram; if none does, to the nearest. Without a base 60-99 is 19yy and 00-59 is 20yy, as for date-time groups.
    ///
    /// ```
    /// use cable_core::field::date::{Base, read};
    /// let day = |text, year| read(text).unwrap().0.day(Base::of(None, Some(year))).unwrap();
    /// assert_eq!(day("8/12/85", 1979).0.to_string(), "1985-08-12");
    /// assert_eq!(day("6/30/70", 2005).0.to_string(), "2070-06-30");
    /// ```
    pub fn day(self, base: Option<Base>) -> Option<(Date, bool)> {
        let (year, month, day) = match self {
            PrintedDate::Full(date) => return Some((date, false)),
            PrintedDate::Impossible => return None,
            PrintedDate::ShortYear { year, month, day } => (i16::from(year), month, day),
        };
        let Some(base) = base else {
            let century = if year >= 60 { 1900 } else { 2000 };
            return Some((Date::new(century + year, month, day).ok()?, false));
        };
        let candidates = || {
            [1800, 1900, 2000, 2100, 2200]
                .into_iter()
                .filter_map(move |century| Date::new(century + year, month, day).ok())
        };
        let low = years_away(base.first, -1);
        let high = years_away(base.last, 75);
        if let Some(date) = candidates().find(|date| low <= key(*date) && key(*date) <= high) {
            return Some((date, false));
        }
        // Whole days since year 0 are near enough to tell centuries apart.
        let days = |date: Date| {
            i32::from(date.year()) * 372 + i32::from(date.month()) * 31 + i32::from(date.day())
        };
        let nearest = candidates().min_by_key(|date| (days(*date) - days(base.first)).abs())?;
        Some((nearest, true))
    }
}

fn key(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

fn years_away(date: Date, years: i16) -> (i16, i8, i8) {
    (date.year().saturating_add(years), date.month(), date.day())
}

/// Reads the date that `text` begins with and tells how many bytes it takes.
///
/// Forms: `03/25/2018`, `3/25/18`, `03-25-2018`, `03.25.2018`, `25/03/2018` (a first number above 12 is the day),
/// `2018/03/25`, `2018-03-25`, `20180325`, `03252018`, `25 MARCH 2018`, `25-MAR-18`, `MARCH 25, 2018`. One of two
/// separators may be lost (`03/252018`), blanks may stand around them, letters may be typed for figures (`10/1O/2018`).
/// What has the form of a date and names no day is [`PrintedDate::Impossible`]; a number that is no date gives `None`.
///
/// Source: 6.3 of the format; TAGS 1974 for `12-31-75`.
///
/// ```
/// use cable_core::field::date::{PrintedDate, read};
/// use jiff::civil::date;
///
/// let (printed, length) = read("2009-10-04 OR LATER").unwrap();
/// assert_eq!((printed, length), (PrintedDate::Full(date(2009, 10, 4)), 10));
/// assert_eq!(read("JUNE 21, 2006").unwrap().0, PrintedDate::Full(date(2006, 6, 21)));
/// assert_eq!(read("999/9/9999").unwrap().0, PrintedDate::Impossible);
/// assert!(read("10 YEARS").is_none());
/// ```
pub fn read(text: &str) -> Option<(PrintedDate, usize)> {
    let first = *text.as_bytes().first()?;
    let found = if first.is_ascii_digit() {
        numeric(text).or_else(|| day_first(text))
    } else {
        month_first(text)
    };
    // A date that stops in front of a letter stops too early.
    let whole = found.filter(|&(printed, length)| {
        let behind = text.as_bytes().get(length);
        printed != PrintedDate::Impossible && behind.is_none_or(|&byte| meant(byte).is_none())
    });
    whole.or_else(|| with_slips(text)).or(found)
}

/// A date of numbers in which letters were typed for figures: `10/1O/2018`. Two separators show that it is a date.
fn with_slips(text: &str) -> Option<(PrintedDate, usize)> {
    let repaired: String = text
        .bytes()
        .take(LONGEST)
        .map_while(|byte| {
            let kept = byte.is_ascii_digit() || matches!(byte, b'/' | b'-');
            meant(byte).or(kept.then_some(byte)).map(char::from)
        })
        .collect();
    let separators = repaired
        .bytes()
        .filter(|byte| !byte.is_ascii_digit())
        .count();
    let behind = text.as_bytes().get(repaired.len());
    if separators != 2
        || behind.is_some_and(u8::is_ascii_alphanumeric)
        || text.starts_with(repaired.as_str())
    {
        return None;
    }
    numeric(&repaired)
        .filter(|&(printed, length)| length == repaired.len() && printed != PrintedDate::Impossible)
}

/// The figure that is meant by a letter typed for it.
fn meant(letter: u8) -> Option<u8> {
    match letter {
        b'O' | b'o' => Some(b'0'),
        b'l' | b'I' => Some(b'1'),
        _ => None,
    }
}

/// Length of the longest date of numbers.
const LONGEST: usize = 10;

/// Walks over the bytes of a date.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Walk {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip(&mut self, mut accept: impl FnMut(u8) -> bool) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(&mut accept) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or(&[])
    }

    fn digits(&mut self) -> &'a [u8] {
        self.skip(|byte| byte.is_ascii_digit())
    }

    /// Blanks, at most one line end among them.
    fn blanks(&mut self) -> usize {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n')).len()
    }

    /// A separator of numbers, blanks around it allowed; nothing is taken if there is none.
    fn separator(&mut self, marks: &[u8]) -> bool {
        let start = self.at;
        self.blanks();
        let marked = !self.skip(|byte| marks.contains(&byte)).is_empty();
        self.blanks();
        let found = marked && self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
        if !found {
            self.at = start;
        }
        found
    }

    /// The word ends here: no letter or digit follows.
    fn ends(&self) -> bool {
        !self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric())
    }
}

const MARKS: &[u8] = b"/-.";

/// Dates of numbers alone.
fn numeric(text: &str) -> Option<(PrintedDate, usize)> {
    let mut walk = Walk::new(text);
    let first = walk.digits();
    if !walk.separator(MARKS) {
        let printed = match first.len() {
            8 if walk.ends() => together(first)?,
            _ => return None,
        };
        return Some((printed, walk.at));
    }
    let second = walk.digits();
    let before_third = walk.at;
    let third = if walk.separator(MARKS) {
        walk.digits()
    } else {
        &[]
    };
    if second.is_empty() || (third.is_empty() && walk.at != before_third) {
        // `12/AUG/2010` is read by the caller's next attempt.
        return None;
    }
    let printed = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => {
            let (month, day) = american(second, third);
            day_of(number(first), month, day)
        }
        (1..=2, 1..=2, 4) => swapped(first, second, third),
        (1..=2, 1..=2, 2) => short(first, second, third),
        // One separator was lost.
        (1..=2, 6, 0) => swapped(first, second.get(..2)?, second.get(2..)?),
        (4, 4, 0) if !matches!(first, [b'1', b'9', ..] | [b'2', b'0', ..]) => {
            swapped(first.get(..2)?, first.get(2..)?, second)
        }
        (_, _, 0) => return None,
        _ => PrintedDate::Impossible,
    };
    Some((printed, walk.at))
}

fn number(digits: &[u8]) -> i16 {
    digits
        .iter()
        .take(4)
        .fold(0, |value, byte| value * 10 + i16::from(byte & 0x0f))
}

fn small(digits: &[u8]) -> i8 {
    i8::try_from(number(digits)).unwrap_or(0)
}

fn full(year: &[u8], month: &[u8], day: &[u8]) -> PrintedDate {
    day_of(number(year), small(month), small(day))
}

fn day_of(year: i16, month: i8, day: i8) -> PrintedDate {
    // No telegram speaks of other centuries; such a year is a slip.
    if !(1900..2200).contains(&year) {
        return PrintedDate::Impossible;
    }
    Date::new(year, month, day).map_or(PrintedDate::Impossible, PrintedDate::Full)
}

/// Month and day in the American order, unless the first can be no month.
fn american(first: &[u8], second: &[u8]) -> (i8, i8) {
    let (first, second) = (small(first), small(second));
    if first > 12 && second <= 12 {
        (second, first)
    } else {
        (first, second)
    }
}

fn swapped(first: &[u8], second: &[u8], year: &[u8]) -> PrintedDate {
    let (month, day) = american(first, second);
    day_of(number(year), month, day)
}

fn short(first: &[u8], second: &[u8], year: &[u8]) -> PrintedDate {
    let (month, day) = american(first, second);
    short_year(year, month, day)
}

fn short_year(year: &[u8], month: i8, day: i8) -> PrintedDate {
    // 2000 was a leap year: any day that some year has is accepted here.
    match (u8::try_from(number(year)), Date::new(2000, month, day)) {
        (Ok(year), Ok(_)) => PrintedDate::ShortYear { year, month, day },
        _ => PrintedDate::Impossible,
    }
}

/// `20180325`, or `03252018`.
fn together(digits: &[u8]) -> Option<PrintedDate> {
    let year_first = full(digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?);
    if year_first != PrintedDate::Impossible {
        return Some(year_first);
    }
    let year_last = swapped(digits.get(..2)?, digits.get(2..4)?, digits.get(4..)?);
    (year_last != PrintedDate::Impossible).then_some(year_last)
}

fn with_year(year: &[u8], month: i8, day: &[u8]) -> Option<PrintedDate> {
    if !(1..=2).contains(&day.len()) {
        return None;
    }
    match year.len() {
        2 => Some(short_year(year, month, small(day))),
        4 => Some(day_of(number(year), month, small(day))),
        _ => None,
    }
}

/// `25 MARCH 2018`, `25-MAR-18`, `25MAR2018`.
fn day_first(text: &str) -> Option<(PrintedDate, usize)> {
    let mut walk = Walk::new(text);
    let day = walk.digits();
    if !walk.separator(b"-/.") {
        walk.blanks();
    }
    let month = month(walk.skip(|byte| byte.is_ascii_alphabetic()))?;
    if !walk.separator(b"-/.,") {
        walk.blanks();
    }
    let year = walk.digits();
    let printed = with_year(year, month, day).filter(|_| walk.ends())?;
    Some((printed, walk.at))
}

/// `MARCH 25, 2018`, `MAR. 25 2018`.
fn month_first(text: &str) -> Option<(PrintedDate, usize)> {
    let mut walk = Walk::new(text);
    let month = month(walk.skip(|byte| byte.is_ascii_alphabetic()))?;
    if !walk.separator(b".-/") && walk.blanks() == 0 {
        return None;
    }
    let day = walk.digits();
    if !walk.separator(b",-/.") && walk.blanks() == 0 {
        return None;
    }
    let year = walk.digits();
    let printed = with_year(year, month, day).filter(|_| walk.ends())?;
    Some((printed, walk.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(text: &str) -> Option<Date> {
        read(text)?.0.day(None).map(|(day, _)| day)
    }

    #[test]
    fn every_order_of_the_numbers_is_read() {
        for text in [
            "03/25/2018",
            "3/25/2018",
            "03-25-2018",
            "03.25.2018",
            "25/03/2018",
            "2018/03/25",
            "2018-3-25",
            "20180325",
            "03252018",
            "3/25/18",
            "03-25-18",
            "03/ 25/2018",
            "03//25/2018",
            "03/252018",
            "0325/2018",
            "25 MARCH 2018",
            "25 mar 18",
            "25-MAR-2018",
            "25MAR2018",
            "March 25, 2018",
            "MAR. 25 2018",
            "MARCH 25,\n2018",
            "25/MAR/2018",
            "O3/25/2018",
            "03/25/2O18",
            "03/25/20l8",
        ] {
            assert_eq!(day(text), Some(date(2018, 3, 25)), "{text}");
        }
    }

    #[test]
    fn no_day_is_made_up() {
        for text in [
            "02/30/2019",
            "999/9/9999",
            "13/13/2011",
            "1/1/20118",
            "0/0/0000",
            "3/4/018",
        ] {
            assert_eq!(
                read(text).map(|found| found.0),
                Some(PrintedDate::Impossible),
                "{text}"
            );
        }
        for text in [
            "",
            "10 YEARS",
            "12958",
            "JUNE 2015",
            "MAYOR 12",
            "99999999",
            "12/31",
            "é",
            "3/é",
            "OIL/OIL/OIL",
            "l/O",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_ends_where_it_ends() {
        assert_eq!(read("03/25/2018. X").map(|found| found.1), Some(10));
        assert_eq!(read("12-31-75 (X)").map(|found| found.1), Some(8));
    }

    #[test]
    fn the_window_decides_the_century() {
        let base = |year| Base::of(None, Some(year));
        let read_at = |text: &str, year| read(text).and_then(|found| found.0.day(base(year)));
        assert_eq!(read_at("8/12/85", 1979), Some((date(1985, 8, 12), false)));
        assert_eq!(read_at("6/30/08", 1998), Some((date(2008, 6, 30), false)));
        assert_eq!(read_at("6/30/70", 2005), Some((date(2070, 6, 30), false)));
        assert_eq!(read_at("6/3/03", 2008), Some((date(2003, 6, 3), true)));
        assert_eq!(read_at("2/29/04", 2000), Some((date(2004, 2, 29), false)));
        assert_eq!(read_at("2/29/05", 2000), None);
    }
}
