//! From a written form to year, post and serial number.

use super::number::{number, serial_of};
use super::repair::{self, MIN_POST};
use super::{ParseReferenceIdError, ParseReferenceIdErrorKind as Kind, ReferenceId};
use crate::facts;

/// Letters and digits of the longest text that is looked at.
const MAX_BYTES: usize = 64;

/// The letters, in upper case, and digits of a text.
struct Letters {
    bytes: [u8; MAX_BYTES],
    len: usize,
}

impl Letters {
    /// Leaves out blanks, and dots, hyphens and apostrophes of names.
    ///
    /// Between two digits such a character would join two numbers; there it is allowed only right
    /// behind the year.
    fn of(text: &str) -> Result<Self, ParseReferenceIdError> {
        let mut letters = Self {
            bytes: [0; MAX_BYTES],
            len: 0,
        };
        let mut apart = false;
        for char in text.chars() {
            match char {
                'a'..='z' | 'A'..='Z' | '0'..='9' => {
                    if apart && char.is_ascii_digit() && letters.is_number_behind_year() {
                        return Err(ParseReferenceIdError::new(Kind::Character));
                    }
                    letters.push(char.to_ascii_uppercase())?;
                    apart = false;
                }
                '.' | '-' | '\'' | '\u{2018}' | '\u{2019}' => apart = true,
                _ if char.is_whitespace() => apart = true,
                _ => return Err(ParseReferenceIdError::new(Kind::Character)),
            }
        }
        Ok(letters)
    }

    fn push(&mut self, char: char) -> Result<(), ParseReferenceIdError> {
        let free = self.bytes.get_mut(self.len);
        let (Some(free), Ok(byte)) = (free, u8::try_from(char)) else {
            return Err(ParseReferenceIdError::new(Kind::TooLong));
        };
        *free = byte;
        self.len += 1;
        Ok(())
    }

    /// Ends in a digit, and is not just a year.
    fn is_number_behind_year(&self) -> bool {
        let text = self.as_str();
        let year = matches!(text.len(), 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
        !year && text.ends_with(|last: char| last.is_ascii_digit())
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Typical input: `08 MOSCOW 820`. See [`ReferenceId::parse`].
pub(super) fn parse(text: &str) -> Result<ReferenceId, ParseReferenceIdError> {
    let text = text.trim();
    let letters = Letters::of(without_suffix(without_label(text)))?;
    let letters = letters.as_str();
    let (year, rest) = year_of(letters).ok_or(ParseReferenceIdError::new(Kind::Year))?;
    let post = rest.trim_end_matches(|last: char| last.is_ascii_digit());
    let digits = rest.get(post.len()..).unwrap_or_default();
    let damaged = || facts::malformed_id(letters).is_some();
    if !is_post(post, year) && !damaged() {
        return Err(ParseReferenceIdError::new(Kind::Post));
    }
    let serial = match digits {
        // A published id that lost its number is an id all the same.
        "" if damaged() => 0,
        _ => serial_of(digits).ok_or(ParseReferenceIdError::new(Kind::Serial))?,
    };
    Ok(ReferenceId::from_known(year, post, serial).with_printed(text))
}

/// See [`ReferenceId::new`].
pub(super) fn from_parts(
    year: i16,
    post: &str,
    serial: u32,
) -> Result<ReferenceId, ParseReferenceIdError> {
    if !(ReferenceId::MIN_YEAR..=ReferenceId::MAX_YEAR).contains(&year) {
        return Err(ParseReferenceIdError::new(Kind::Year));
    }
    if !(1..=ReferenceId::MAX_SERIAL).contains(&serial) {
        return Err(ParseReferenceIdError::new(Kind::Serial));
    }
    let letters = Letters::of(post)?;
    let post = letters.as_str();
    // A digit at either end would be read as part of a number.
    let apart = |end: Option<char>| end.is_some_and(|end| end.is_ascii_alphabetic());
    if !is_post(post, year) || !apart(post.chars().next()) || !apart(post.chars().next_back()) {
        return Err(ParseReferenceIdError::new(Kind::Post));
    }
    Ok(ReferenceId::from_known(year, post, serial))
}

/// The label of layouts since 2009.
fn without_label(text: &str) -> &str {
    match text.split_at_checked(4) {
        Some((label, rest)) if label.eq_ignore_ascii_case("MRN:") => rest,
        _ => text,
    }
}

/// `_a` to `_e` name the collection a telegram was taken from.
fn without_suffix(text: &str) -> &str {
    match text.rsplit_once('_') {
        Some((id, suffix)) if matches!(suffix.as_bytes(), [b'a'..=b'z' | b'A'..=b'Z']) => id,
        _ => text,
    }
}

/// The year in four digits, and what is behind it.
fn year_of(letters: &str) -> Option<(i16, &str)> {
    if let Some((digits, rest)) = letters.split_at_checked(4) {
        if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            if let Some(year) = number(digits) {
                if (ReferenceId::MIN_YEAR..=ReferenceId::MAX_YEAR).contains(&year) {
                    return Some((year, rest));
                }
            }
        }
    }
    let (digits, rest) = letters.split_at_checked(2)?;
    let century = |year| if year >= 60 { 1900 } else { 2000 };
    number(digits).map(|year: i16| (century(year) + year, rest))
}

/// Letters only, or digits among them by a damage that is known.
fn is_post(post: &str, year: i16) -> bool {
    post.len() >= MIN_POST
        && (post.bytes().all(|byte| byte.is_ascii_alphabetic())
            || repair::repair(post, year).is_some())
}
