//! Letters and numbers that open an entry.

use super::cable::{Trust, behind_mark, cable};
use super::token::{Kind, Tokens};
use super::year::value_of;

/// Words that name the field once more.
const FIELD: &[&str] = &[
    "REF",
    "REFS",
    "REFTEL",
    "REFTELS",
    "REFERENCE",
    "REFERENCES",
    "RETEL",
];

/// A label and what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Token of the letter or number.
    pub(super) at: usize,
    /// Letter, upper-cased, or number; the last one of `A-C`.
    pub(super) order: Order,
    /// The first letter of `A-C`, and its token.
    pub(super) from: Option<(Order, usize)>,
    /// Token behind the label and its repetitions.
    pub(super) next: usize,
}

/// Place of a label in the row of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `A`, `B`, …; `AA` follows `Z`.
    Letter(u8),
    /// `1`, `2`, …
    Number(u32),
}

impl Order {
    /// From 0.
    pub(super) fn place(self) -> u32 {
        match self {
            Order::Letter(letter) => u32::from(letter.saturating_sub(b'A')),
            Order::Number(number) => number.saturating_sub(1),
        }
    }

    /// Whether `self` is the next label behind `last`, or the first one.
    pub(super) fn follows(self, last: Option<Order>) -> bool {
        self.place() == 0 || self.place() == last.map_or(0, |last| last.place() + 1)
    }

    /// How many labels are left out between `last` and `self`.
    pub(super) fn skipped(self, last: Option<Order>) -> u32 {
        self.place()
            .saturating_sub(last.map_or(0, |last| last.place() + 1))
    }
}

/// Where a label is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of an entry.
    Entry,
    /// At the start of a line of an entry.
    Line,
    /// Inside an entry.
    Inside,
}

/// The label at `at`. `last` is the label before it, `own` the year of the citing telegram.
///
/// Letters occur as initials and marks too, so a label must be the next one, or a telegram must stand behind it.
pub(super) fn label(
    tokens: &Tokens<'_>,
    at: usize,
    last: Option<Order>,
    place: Place,
    own: Option<i16>,
) -> Option<Label> {
    // Nearly all tokens are words of more letters, or other signs.
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Word if token.end - token.start > 2 && !is_field(tokens, at) => return None,
        Kind::Sign(sign) if !matches!(sign, b'(' | b'[' | b'{') => return None,
        _ => {}
    }
    if let Some(found) = range(tokens, at) {
        let follows = found.from.is_some_and(|(first, _)| first.follows(last));
        return (follows && place != Place::Inside).then_some(found);
    }
    let (letter, order, next) = shape(tokens, at)?;
    let bare = next == letter + 1 && !tokens.is_sign(next.wrapping_sub(1), b')');
    let unusual = letter == at && matches!(tokens.sign(letter + 1), Some(b',' | b'/'));
    let next = behind_repetitions(tokens, order, next, own);
    let cited = |trust| cable(tokens, next, own, trust).is_some();
    let follows = order.follows(last);
    // `1. POST 12` is a paragraph unless the list began so.
    let stop = matches!(order, Order::Number(_)) && tokens.is_sign(letter + 1, b'.');
    let accepted = if stop {
        let listed = matches!(last, Some(Order::Number(_)));
        let opens = letter == 0 && !tokens.get(0).is_some_and(|token| token.line);
        let plain = behind_mark(tokens, next) == next;
        follows && plain && (opens || (listed && place != Place::Line)) && cited(Trust::Known)
    } else if unusual || (bare && letter == at) {
        follows && cited(Trust::Any)
    } else {
        match place {
            _ if follows && (last.is_some() || place != Place::Inside) => true,
            Place::Entry => {
                last.is_some_and(|_| order.skipped(last) <= 2) && !is_initial(tokens, letter)
                    || cited(Trust::Any)
            }
            Place::Line => last.is_some() && order.skipped(last) <= 2,
            Place::Inside => cited(Trust::Known),
        }
    };
    accepted.then_some(Label {
        at: letter,
        order,
        from: None,
        next,
    })
}

/// `A-C.`, `(A-C)`, `REFS A-C:`: the letters of as many entries.
fn range(tokens: &Tokens<'_>, at: usize) -> Option<Label> {
    let at = behind_field(tokens, at);
    let open = usize::from(tokens.is_sign(at, b'('));
    let (first, dash, last) = (at + open, at + open + 1, at + open + 2);
    let next = last + 1;
    let joined = tokens.is_sign(dash, b'-') && tokens.glued(dash) && tokens.glued(last);
    let closed = match open {
        0 => matches!(tokens.sign(next), Some(b'.' | b':' | b')')) && tokens.glued(next),
        _ => tokens.is_sign(next, b')'),
    };
    let letter = |at: usize| tokens.letter(at).map(Order::Letter);
    let (from, order) = (letter(first)?, letter(last)?);
    (joined && closed && order.place() > from.place()).then_some(Label {
        at: last,
        order,
        from: Some((from, first)),
        next: next + 1,
    })
}

/// Whether a letter with a stop is more likely that of a name: `J. MILLER`, not `(J) MILLER`.
fn is_initial(tokens: &Tokens<'_>, letter: usize) -> bool {
    tokens.is_sign(letter + 1, b'.') && !tokens.line(letter) && !tokens.word(letter + 2).is_empty()
}

/// Whether the token is a name of the field. All of them begin with the same letter, as few words do.
fn is_field(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.initial(at) == Some(b'R') && tokens.is_word(at, FIELD)
}

/// `REFS A-C`, `REFTELS A, B AND C`: several references of another telegram, cited by their letters; the token behind them.
pub(super) fn letters_cited(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !is_field(tokens, at) {
        return None;
    }
    tokens.letter(at + 1)?;
    let (mut end, mut count) = (at + 2, 1);
    loop {
        let sign = matches!(tokens.sign(end), Some(b'-' | b',' | b'/' | b'&'));
        let next = end + usize::from(sign);
        let next = next + usize::from(tokens.is_word(next, &["AND", "THRU", "THROUGH"]));
        if next == end || tokens.letter(next).is_none() {
            break;
        }
        (end, count) = (next + 1, count + 1);
    }
    // `REFS A, B. POST 12`: the letter opens an entry.
    let opens = matches!(tokens.sign(end), Some(b'.' | b')' | b':')) && tokens.glued(end)
        || tokens.is_number(end)
        || !tokens.word(end).is_empty() && tokens.is_number(end + 1);
    let closes = tokens.is_sign(end, b')') && !tokens.is_number(end + 2);
    (count > 1 && (!opens || closes)).then_some(end)
}

/// A label in any of its shapes: the token of the letter, the letter, the token behind it.
fn shape(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Order, usize)> {
    if letters_cited(tokens, at).is_some() {
        return None;
    }
    // `REF A: …`, `REF A POST 1`
    shape_of_letter(tokens, behind_field(tokens, at))
}

/// A label without the name of the field in front.
fn shape_of_letter(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Order, usize)> {
    let close = match tokens.sign(at) {
        Some(b'(') => Some(b')'),
        Some(b'[') => Some(b']'),
        Some(b'{') => Some(b'}'),
        Some(_) => return None,
        None => None,
    };
    let place = at + usize::from(close.is_some());
    let order = order(tokens, place)?;
    let mut next = place + 1;
    match close {
        Some(close) => {
            if !tokens.is_sign(next, close) {
                return None;
            }
            next += 1;
            // `(09) POST 1` is a year.
            if matches!(order, Order::Number(_)) && tokens.number(place).len() > 1 {
                return None;
            }
        }
        None => {
            let sign = tokens.sign(next);
            let dash = sign == Some(b'-') && !tokens.glued(next) && !tokens.glued(next + 1);
            let stop = matches!(sign, Some(b'.' | b':')) && !is_abbreviation(tokens, place);
            // `A, ROME 12` and `A/ ROME 12` are slips.
            let slip =
                matches!(sign, Some(b',' | b'/')) && tokens.glued(next) && !tokens.glued(next + 1);
            let parenthesis = sign == Some(b')');
            let number = matches!(order, Order::Number(_));
            if number && !parenthesis && sign != Some(b'.') {
                return None;
            }
            if !(dash || stop || parenthesis || slip) {
                return Some((place, order, next));
            }
            next += 1;
        }
    }
    // `A.)`, `(A).`, `A.-`
    while matches!(tokens.sign(next), Some(b'.' | b')' | b':')) && tokens.glued(next) {
        next += 1;
    }
    if tokens.is_sign(next, b'-') && !tokens.is_sign(next + 1, b'-') {
        next += 1;
    }
    Some((place, order, next))
}

/// `U.S.`, `A.M.`
fn is_abbreviation(tokens: &Tokens<'_>, at: usize) -> bool {
    let single = tokens.word(at + 2).len() == 1 && tokens.glued(at + 2);
    single && tokens.is_sign(at + 3, b'.') && tokens.glued(at + 3)
}

fn order(tokens: &Tokens<'_>, at: usize) -> Option<Order> {
    match *tokens.word(at).as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => {
            Some(Order::Letter(letter.to_ascii_uppercase()))
        }
        [first, second] if first.is_ascii_alphabetic() && first.eq_ignore_ascii_case(&second) => {
            Some(Order::Letter(first.to_ascii_uppercase() + 26))
        }
        _ => {
            let digits = tokens.number(at);
            let number = value_of(digits).filter(|&number| number > 0 && digits.len() <= 2)?;
            Some(Order::Number(number))
        }
    }
}

/// `A. (A)`, `A. A)`, `A. REF A:`, `A. REF`: what repeats the label behind it.
fn behind_repetitions(
    tokens: &Tokens<'_>,
    order: Order,
    mut next: usize,
    own: Option<i16>,
) -> usize {
    /// Most repetitions looked for.
    const MOST: usize = 3;
    for _ in 0..MOST {
        match shape(tokens, next) {
            Some((letter, again, behind)) if again == order => {
                let bare = letter == next && behind == letter + 1;
                if bare && cable(tokens, behind, own, Trust::Any).is_none() {
                    break;
                }
                next = behind;
            }
            _ if is_field(tokens, next) => next = behind_field(tokens, next),
            _ => break,
        }
    }
    next
}

/// `REF:`, `REFERENCE:`, `REF(S):` printed once more at `at`: the token behind it, or `at`.
pub(super) fn behind_field(tokens: &Tokens<'_>, at: usize) -> usize {
    if !is_field(tokens, at) {
        return at;
    }
    let mut next = at + 1;
    if tokens.is_sign(next, b'(')
        && tokens.is_word(next + 1, &["S"])
        && tokens.is_sign(next + 2, b')')
    {
        next += 3;
    }
    if matches!(tokens.sign(next), Some(b':' | b'.' | b'-')) {
        next += 1;
    }
    next
}
