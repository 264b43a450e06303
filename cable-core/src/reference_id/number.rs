//! Digits as numbers.

use super::ReferenceId;

/// Digits of the longest serial number, with padding.
const MAX_SERIAL_DIGITS: usize = 8;

/// Digits only; the number parsers of the standard library take a sign too.
pub(super) fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// A serial number, zeros in front left out.
pub(super) fn serial_of(digits: &str) -> Option<u32> {
    if digits.len() > MAX_SERIAL_DIGITS {
        return None;
    }
    number(digits).filter(|serial| (1..=ReferenceId::MAX_SERIAL).contains(serial))
}
