//! The letters of a section: `(b) and (d)` in all its forms.

use super::loose::{blanks, letter_at, loose, phrase, skip, starts_and};
use smallvec::SmallVec;
use std::ops::Range;

/// A letter of a reason, and its sub-number.
pub(super) struct Letter {
    pub(super) letter: char,
    pub(super) number: Option<String>,
    pub(super) place: Range<usize>,
}

/// The letters of a section from `at` on, and the end of them.
pub(super) fn letters(bytes: &[u8], at: usize) -> Option<(SmallVec<[Letter; 4]>, usize)> {
    let mut list = SmallVec::<[Letter; 4]>::new();
    let mut end = at;
    // A stop may stand before the first letter only; behind one it ends the list.
    let mut next = skip(bytes, at, |byte| {
        matches!(byte, b' ' | b'\n' | b'.' | b':' | b'-' | b',' | b'/')
    });
    for word in [&b"PARAS"[..], b"PARA", b"SUBSECTIONS", b"SUBSECTION"] {
        if let Some(behind) = phrase(bytes, next, &[word]) {
            next = blanks(bytes, behind);
        }
    }
    let parenthesised = opens(bytes, next);
    let mut open = false;
    let mut through = false;
    loop {
        let start = next;
        if opens(bytes, next) {
            open = true;
            next = blanks(bytes, next + 1);
        }
        let Some(&byte) = bytes.get(next) else { break };
        let lower = byte.to_ascii_lowercase();
        if open && list.is_empty() {
            if let Some(run) = run_of_letters(bytes, next) {
                let place = start..next + run.len() + 1;
                end = place.end;
                list.extend(run.iter().map(|letter| Letter {
                    letter: char::from(letter.to_ascii_lowercase()),
                    number: None,
                    place: place.clone(),
                }));
                break;
            }
        }
        if !lower.is_ascii_lowercase() || lower > b'h' || letter_at(bytes, next + 1) {
            break;
        }
        // `1.4 (b). A senior official`: a bare letter only where the others are bare, or with its parenthesis.
        let behind = blanks(bytes, next + 1);
        let closed = closes(bytes, behind) || open && slips(bytes, behind);
        // The last of them may have lost its parentheses: `(b) and d.`
        let last = !list.is_empty()
            && lower != b'a'
            && matches!(bytes.get(next + 1), None | Some(b'.' | b'\n' | b';'));
        if parenthesised && !open && !closed && !last {
            break;
        }
        if starts_and(bytes, next) {
            break;
        }
        let mut place_end = next + 1;
        next += 1;
        if closed {
            place_end = behind + 1;
            next = place_end;
            open = false;
        }
        let mut item = Letter {
            letter: char::from(lower),
            number: None,
            place: start..place_end,
        };
        if let Some((number, after)) = sub_number(bytes, next) {
            item.number = Some(number);
            item.place.end = after;
            next = after;
        }
        end = item.place.end;
        if core::mem::take(&mut through) {
            if let Some(last) = list.last() {
                let (from, to) = (last.letter as u8 + 1, lower);
                for letter in from..to {
                    list.push(Letter {
                        letter: char::from(letter),
                        number: None,
                        place: start..place_end,
                    });
                }
            }
        }
        list.push(item);
        let Some((after, range)) = connector(bytes, next, open, !parenthesised) else {
            break;
        };
        through = range;
        next = after;
    }
    if open && closes(bytes, blanks(bytes, end)) {
        end = blanks(bytes, end) + 1;
    }
    (!list.is_empty()).then_some((list, end))
}

/// `(`, or what was typed for it: a 9, whose key it shares.
fn opens(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'(' | b'[' | b'{') => true,
        Some(b'9') => {
            matches!(bytes.get(at + 1), Some(b'a'..=b'h' | b'A'..=b'H'))
                && bytes.get(at + 2) == Some(&b')')
        }
        _ => false,
    }
}

/// A 0 for the closing parenthesis behind a letter, whose key it shares: `(b0`.
fn slips(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b'0') && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

fn closes(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b')' | b']' | b'}'))
}

/// Letters in parentheses with nothing between them: `(bd)`, in order.
fn run_of_letters(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let end = skip(bytes, at, |byte| byte.is_ascii_alphabetic());
    let run = bytes.get(at..end)?;
    let fits = (2..=4).contains(&run.len())
        && closes(bytes, end)
        && run
            .iter()
            .all(|letter| matches!(letter, b'a'..=b'h' | b'A'..=b'H'))
        && run.is_sorted_by(|one, two| one < two);
    fits.then_some(run)
}

/// `(5)` behind the letter of E.O. 12356.
fn sub_number(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    let open = blanks(bytes, at);
    if bytes.get(open) != Some(&b'(') {
        return None;
    }
    let end = skip(bytes, open + 1, |byte| byte.is_ascii_digit());
    let digits = bytes.get(open + 1..end)?;
    if !(1..=2).contains(&digits.len()) || bytes.get(end) != Some(&b')') {
        return None;
    }
    Some((digits.iter().copied().map(char::from).collect(), end + 1))
}

/// What stands between two letters: the place of the next one, and whether all between them are meant.
fn connector(bytes: &[u8], at: usize, open: bool, bare: bool) -> Option<(usize, bool)> {
    let mut next = at;
    let (mut seen, mut through, mut line_end) = (false, false, false);
    // `b-d` are three letters; beside a comma or a word the dash is only a dash.
    let (mut dash, mut other) = (false, false);
    loop {
        match bytes.get(next)? {
            b' ' => next += 1,
            b'\n' => {
                line_end = true;
                next += 1;
            }
            b'-' => {
                (seen, dash) = (true, true);
                next += 1;
            }
            b',' | b';' | b'/' | b'&' | b'+' => {
                (seen, other) = (true, true);
                next += 1;
            }
            b'.' if bare && bytes.get(next + 1).is_some_and(u8::is_ascii_alphabetic) => {
                // 1.5.B.D
                if letter_at(bytes, next + 2) {
                    return None;
                }
                seen = true;
                next += 1;
            }
            b')' | b']' | b'}' if open => next += 1,
            _ => {
                if let Some(end) = phrase(bytes, next, &[b"AND"])
                    .or_else(|| phrase(bytes, next, &[b"OR"]))
                    .or_else(|| glued_and(bytes, next))
                {
                    (seen, other) = (true, true);
                    next = end;
                    continue;
                }
                let to = || {
                    let behind = blanks(bytes, phrase(bytes, next, &[b"TO"])?);
                    (open || self::opens(bytes, behind)).then_some(behind)
                };
                if let Some(end) = phrase(bytes, next, &[b"THROUGH"])
                    .or_else(|| phrase(bytes, next, &[b"THRU"]))
                    .or_else(to)
                {
                    (seen, through) = (true, true);
                    next = end;
                    continue;
                }
                break;
            }
        }
    }
    let opens = self::opens(bytes, next);
    // Without a word or comma between them the parenthesis must follow on the same line, or close the line:
    // a portion mark may begin the next one.
    if !seen && !opens && (!bare || next == at) {
        return None;
    }
    // `1.4 (d) (C) Summary`: the mark of a text that follows.
    if !seen && next > at {
        if let Some(close) = bytes
            .get(next..next + 4)
            .and_then(|part| part.iter().position(|&byte| byte == b')'))
        {
            let behind = blanks(bytes, next + close + 1);
            let words = ["AND", "OR", "DECL", "DERIVED"];
            if letter_at(bytes, behind)
                && letter_at(bytes, behind + 1)
                && !words
                    .iter()
                    .any(|word| loose(bytes, behind, word.as_bytes()).is_some())
            {
                return None;
            }
        }
    }
    if !seen && line_end {
        let rest = bytes.get(next..)?;
        let line = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        if line > 8 {
            return None;
        }
    }
    Some((next, through || dash && !other))
}

/// `and(d)`, `andd`
fn glued_and(bytes: &[u8], at: usize) -> Option<usize> {
    let end = loose(bytes, at, b"AND")?;
    (!letter_at(bytes, end + 1)).then_some(end)
}
