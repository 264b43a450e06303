//! Shapes of paragraph heads: a number with its stop at the start of a line. Acceptance is not decided here.

use super::lines::indent;

/// A number that could open a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Head {
    /// The number.
    pub number: u32,
    /// Offset of the number in the line.
    pub at: usize,
    /// The letter glued to it: `a` of `2a.`
    pub suffix: Option<usize>,
    /// Offset of the parenthesis of a mark before the number: `(C) 1.`
    pub mark_before: Option<usize>,
    /// Offset behind the stop.
    pub after: usize,
    /// Whether a stop follows the number. Without one only a mark makes a head: `3 (C) Text`.
    pub stop: bool,
}

/// The head that opens `line`. `1)` and `(1)` are items, a number above 199 or with a leading zero and years are none,
/// `1.5` is a decimal.
///
/// ```
/// use cable_core::scan::paragraph_head;
/// let head = paragraph_head("2a. (SBU) Text").unwrap();
/// assert_eq!((head.number, head.suffix, head.after), (2, Some(1), 3));
/// assert!(paragraph_head("2006. In that year").is_none());
/// assert!(paragraph_head("1) first").is_none());
/// assert!(paragraph_head("1.4 (b)").is_none());
/// ```
pub fn paragraph_head(line: &str) -> Option<Head> {
    let bytes = line.as_bytes();
    let start = indent(line);
    let first = *bytes.get(start)?;
    let (at, mark_before) = if first == b'(' {
        // A mark before the number.
        let close = start + memchr::memchr(b')', bytes.get(start..(start + 30).min(bytes.len()))?)?;
        let at = close + 1 + indent(line.get(close + 1..)?);
        (at, Some(start))
    } else {
        (start, None)
    };
    head_at(line, at, mark_before)
}

/// The head at `at`, where a number must stand.
pub fn head_at(line: &str, at: usize, mark_before: Option<usize>) -> Option<Head> {
    let bytes = line.as_bytes();
    if bytes.get(at) == Some(&b'0') {
        return None;
    }
    let (mut number, mut end) = (0, at);
    while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
        number = 10 * number + u32::from(digit - b'0');
        end += 1;
        if number > 199 {
            return None;
        }
    }
    if number == 0 {
        return None;
    }
    let mut suffix = None;
    // `2a.`; `2A.` where a mark shows that it is no street or aircraft.
    let letter = bytes.get(end).is_some_and(u8::is_ascii_lowercase)
        || matches!(bytes.get(end), Some(b'A'..=b'F'))
            && bytes
                .get(end + 1..)
                .is_some_and(|rest| rest.starts_with(b". ("));
    if letter && bytes.get(end + 1) == Some(&b'.') {
        suffix = Some(end);
        end += 1;
    }
    let stop = bytes.get(end) == Some(&b'.');
    if stop {
        end += 1;
        // A decimal, a date, an ellipsis.
        if bytes
            .get(end)
            .is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.')
        {
            return None;
        }
    } else {
        let gap = indent(line.get(end..)?);
        if gap == 0 && bytes.get(end) != Some(&b'(') || bytes.get(end + gap) != Some(&b'(') {
            return None;
        }
    }
    Some(Head {
        number,
        at,
        suffix,
        mark_before,
        after: end,
        stop,
    })
}

/// A damaged head with the number `expected`: `9, (C)`, `13 . (C)`, `09. (C)`, `l4. (C)`, `S. (C)`. Only the parenthesis of a
/// mark behind it and the number that is due show that it is one.
///
/// ```
/// use cable_core::scan::damaged_head;
/// assert_eq!(damaged_head("l4. (C) Text", 14).unwrap().after, 3);
/// assert!(damaged_head("l4. (C) Text", 13).is_none());
/// assert!(damaged_head("I left (C) then", 1).is_none());
/// ```
pub fn damaged_head(line: &str, expected: u32) -> Option<Head> {
    const LONGEST: usize = 12;
    let bytes = line.as_bytes();
    let indent = indent(line);
    let at = indent + usize::from(matches!(bytes.get(indent), Some(b'#' | b'*')));
    let window = bytes.get(at..bytes.len().min(at + LONGEST))?;
    let (mut number, mut length) = (0, 0);
    // Most words of prose end here, at their second letter.
    while let Some(digit) = window.get(length).and_then(|byte| digit(*byte)) {
        number = 10 * number + digit;
        length += 1;
        if length > 3 {
            return None;
        }
    }
    if length == 0 || number != expected {
        return None;
    }
    let behind = window.get(length..)?;
    let parted = |byte: &u8| matches!(byte, b' ' | b'.' | b',' | b':' | b';' | b'-' | b'_');
    let between = behind.get(..behind.iter().position(|byte| !parted(byte))?)?;
    let open = length + between.len();
    let printed = between.iter().any(|byte| *byte != b' ') || window[0].is_ascii_digit();
    (printed && window.get(open) == Some(&b'(')).then_some(Head {
        number,
        at,
        suffix: None,
        mark_before: None,
        after: at + open
            - between
                .iter()
                .rev()
                .take_while(|byte| **byte == b' ')
                .count(),
        stop: false,
    })
}

/// The digit that a byte is, or that is read as it: `l` for 1, `O` for 0.
fn digit(byte: u8) -> Option<u32> {
    Some(match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'O' | b'o' => 0,
        b'l' | b'I' | b'i' | b'|' => 1,
        b'Z' | b'z' => 2,
        b'S' | b's' => 5,
        b'B' => 8,
        _ => return None,
    })
}

/// The next place inside `line` where a paragraph with this number and a parenthesis could begin: ` 4. (`.
///
/// ```
/// use cable_core::scan::head_inside;
/// let line = "ends here. 4. (C) Text";
/// assert_eq!(head_inside(line, 0, 4).unwrap().at, 11);
/// assert!(head_inside(line, 0, 5).is_none());
/// ```
pub fn head_inside(line: &str, from: usize, number: u32) -> Option<Head> {
    let bytes = line.as_bytes();
    for hit in memchr::memchr_iter(b'(', bytes.get(from..)?) {
        let open = from + hit;
        let mut at = open;
        while at > from && bytes[at - 1] == b' ' {
            at -= 1;
        }
        if at == from || bytes[at - 1] != b'.' {
            continue;
        }
        at -= 1;
        let end = at;
        while at > from && bytes[at - 1].is_ascii_digit() {
            at -= 1;
        }
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let boundary =
            before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'('));
        if at < end && boundary && at > from {
            if let Some(head) = head_at(line, at, None) {
                if head.number == number {
                    return Some(head);
                }
            }
        }
    }
    None
}

/// The next place inside `line` where an unmarked paragraph with this number could begin: a sentence ends before it, a
/// capital follows.
///
/// ```
/// use cable_core::scan::number_inside;
/// let line = "in May 2010. 10. In addition";
/// assert_eq!(number_inside(line, 1, 10).unwrap().at, 13);
/// assert!(number_inside("decree no. 10. In addition", 1, 11).is_none());
/// ```
pub fn number_inside(line: &str, from: usize, number: u32) -> Option<Head> {
    let bytes = line.as_bytes();
    for hit in memchr::memchr_iter(b'.', bytes.get(from..)?) {
        let stop = from + hit;
        if bytes.get(stop + 1) != Some(&b' ') {
            continue;
        }
        let at = stop + 1 + indent(line.get(stop + 1..)?);
        let Some(head) = head_at(line, at, None).filter(|head| head.number == number && head.stop)
        else {
            continue;
        };
        let behind = line.get(head.after..).unwrap_or("");
        // An abbreviation in front (`No. 10.`) is short.
        let word = bytes[..stop]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        if word > 3
            && behind.starts_with(' ')
            && behind
                .trim_start()
                .starts_with(|first: char| first.is_uppercase())
        {
            return Some(head);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_their_forms() {
        for (line, number, after) in [
            ("1. Text", 1, "Text"),
            ("1.(C) Text", 1, "(C) Text"),
            ("  12.  (S//NF) Text", 12, "(S//NF) Text"),
            ("¶3. (U) Text", 3, "(U) Text"),
            ("(C) 4. Text", 4, "Text"),
            ("5 (C) Text", 5, "(C) Text"),
            ("7.", 7, ""),
        ] {
            let head = paragraph_head(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (head.number, line[head.after..].trim_start()),
                (number, after),
                "{line}"
            );
        }
    }

    #[test]
    fn numbers_that_open_no_paragraph() {
        for line in [
            "1) Text",
            "(1) Text",
            "1.5 million",
            "200. Text",
            "2006.",
            "03. Text",
            "1 Text",
            "1530. Text",
            "(U.S.) policy",
            "...",
        ] {
            assert_eq!(paragraph_head(line), None, "{line}");
        }
    }
}
