//! The names of the months.

/// In full, in capitals.
pub(crate) const MONTHS: [&str; 12] = [
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
];

/// 1 to 12, of a name in any case or its first three letters or more.
pub(crate) fn month(word: &[u8]) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find_map(|(number, name)| {
        let start = name.as_bytes().get(..word.len())?;
        start.eq_ignore_ascii_case(word).then_some(number)
    })
}

/// The three letters of month 1 to 12, as a date-time group prints them.
#[cfg(any(feature = "serde", test))]
pub(crate) fn three_letters(month: i8) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index)?.get(..3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_cut_to_three_letters() {
        for word in ["SEP", "Sept", "september"] {
            assert_eq!(month(word.as_bytes()), Some(9), "{word}");
        }
        for word in ["", "SE", "SEPTIC", "SEPTEMBERS"] {
            assert_eq!(month(word.as_bytes()), None, "{word}");
        }
        for number in 1..=12 {
            let letters = three_letters(number).expect("a month");
            assert_eq!(month(letters.as_bytes()), Some(number));
        }
        assert_eq!((three_letters(0), three_letters(13)), (None, None));
    }
}
