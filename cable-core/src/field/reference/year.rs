//! Years beside a reference: before the post, between post and serial, behind the serial.

use super::token::Tokens;

/// The year that two, three or four printed digits mean.
///
/// Two digits: 60 to 99 are of the last century. Three are two with a digit too many in front (`094`, `209`).
pub(super) fn year_of(digits: &str) -> Option<i16> {
    let value = value_of(digits)?;
    let short = i16::try_from(value % 100).ok()?;
    match digits.len() {
        2 => {}
        3 if matches!(digits.as_bytes().first(), Some(b'0' | b'2' | b'O' | b'o')) => {}
        4 if (1900..2100).contains(&value) => return i16::try_from(value).ok(),
        _ => return None,
    }
    Some(if short >= 60 {
        1900 + short
    } else {
        2000 + short
    })
}

/// The value of digits, the letter O among them as zero.
pub(super) fn value_of(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.bytes().try_fold(0_u32, |value, byte| match byte {
        b'0'..=b'9' => Some(value * 10 + u32::from(byte - b'0')),
        b'O' | b'o' => Some(value * 10),
        _ => None,
    })
}

/// The serial that digits mean: 1 to 9,999,999, zeros in front left out.
pub(super) fn serial_of(digits: &str) -> Option<u32> {
    value_of(digits).filter(|value| (1..10_000_000).contains(value))
}

/// `09`, `'09`, `2009`, `(09)`, `('09)` at `at`: the year and what follows it.
pub(super) fn year_at(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let open = tokens.is_sign(at, b'(');
    let mut next = at + usize::from(open);
    if tokens.is_sign(next, b'\'') {
        next += 1;
        if !tokens.glued(next) {
            return None;
        }
    }
    let year = year_of(tokens.number(next))?;
    next += 1;
    if open {
        if !tokens.is_sign(next, b')') {
            return None;
        }
        next += 1;
    }
    Some((year, next))
}

/// Whether a reference may be of `year`, for numbers that could be serials as well.
pub(super) fn is_likely(year: i16, own: Option<i16>, back: i16) -> bool {
    own.is_none_or(|own| (own.saturating_sub(back)..=own).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_no_calendar_is_none() {
        assert!(!is_likely(2008, Some(i16::MIN), 10));
        assert!(is_likely(2008, Some(2008), i16::MAX));
    }

    #[test]
    fn digits_are_years() {
        for (digits, year) in [
            ("09", Some(2009)),
            ("60", Some(1960)),
            ("O4", Some(2004)),
            ("094", Some(1994)),
            ("209", Some(2009)),
            ("123", None),
            ("2009", Some(2009)),
            ("1234", None),
            ("9", None),
            ("", None),
        ] {
            assert_eq!(year_of(digits), year, "{digits}");
        }
        assert_eq!(serial_of("O1512"), Some(1512));
        assert_eq!(serial_of("0000"), None);
        assert_eq!(serial_of("99999999"), None);
    }
}
