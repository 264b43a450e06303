//! Items of a paragraph: which lines open one, and the tree they make.

use super::piece::{Gap, Opening, Piece, join};
use crate::field::marking;
use crate::layout::ItemText;
use crate::span::{Span, offset};

/// Tells which pieces open items. A number or letter is one only at the start of its list or next in it: a date that was
/// wrapped to the start of a line is none.
pub(super) fn label_items(text: &str, numbered: bool, pieces: &mut [Piece]) {
    let mut last: Vec<(u8, u32)> = Vec::new();
    // Whether the text above has ended, and whether it is an item itself.
    let (mut ended, mut in_list) = (true, false);
    let second = numbered && has_second(text, pieces);
    for (index, piece) in pieces.iter_mut().enumerate() {
        let line = piece.span.slice(text);
        let opens = ended || in_list || piece.gap != Gap::Line;
        ended = matches!(
            line.as_bytes().last(),
            Some(b'.' | b':' | b';' | b'!' | b'?' | b')' | b'"' | b'-')
        );
        if piece.gap != Gap::Line {
            in_list = false;
        }
        let found = label(line).or_else(|| {
            // `-Text` is an item where a blank line shows that it is no wrapped half of a word.
            let dash = line.starts_with('-')
                && piece.gap == Gap::Blank
                && line.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
            dash.then_some((0..1, 1))
        });
        let Some((range, after)) = found else {
            continue;
        };
        let label = &line[range.clone()];
        // A bullet has a blank behind it, a letter a stop or parenthesis.
        let bullet = matches!(label, "o" | "Q") && line[range.end..].starts_with(' ');
        // A sentence that was wrapped before a dash goes on behind it in small letters.
        let small = line[after..].starts_with(|first: char| first.is_lowercase());
        let sign = bullet || !label.starts_with(|first: char| first.is_ascii_alphanumeric());
        if !opens && sign && (small || bullet) {
            continue;
        }
        let readings = if sign {
            [
                Some((if bullet { b'o' } else { kind_of_sign(label) }, None)),
                None,
            ]
        } else {
            ordinals(label).map(|reading| reading.map(|(kind, place)| (kind, Some(place))))
        };
        let before = |kind: u8| {
            last.iter()
                .find(|(known, _)| *known == kind)
                .map(|last| last.1)
        };
        let next = |&(kind, place): &(u8, Option<u32>)| {
            place.is_none_or(|place| before(kind).is_some_and(|before| place == before + 1))
        };
        // The first line of a paragraph stands behind its own number: a second item shows that the list begins there.
        let first = |&(kind, place): &(u8, Option<u32>)| {
            place == Some(1) && opens && (index > 0 || kind != b'1' || !numbered || second)
        };
        let mut readings = readings.into_iter().flatten();
        let Some((kind, place)) = readings.clone().find(next).or_else(|| readings.find(first))
        else {
            continue;
        };
        if let Some(place) = place {
            last.retain(|(known, _)| *known != kind);
            last.push((kind, place));
        }
        in_list = true;
        let start = piece.span.start();
        piece.item = Some(Opening {
            label: Span::new(start + offset(range.start), start + offset(range.end)),
            text: start + offset(after),
            kind,
        });
    }
}

/// Whether the first line opens with item 1 and the next line with a label opens item 2.
fn has_second(text: &str, pieces: &[Piece]) -> bool {
    let number = |piece: &Piece| {
        let line = piece.span.slice(text);
        label(line).and_then(|(range, _)| line[range].parse::<u32>().ok())
    };
    pieces.split_first().is_some_and(|(first, rest)| {
        number(first) == Some(1) && rest.iter().find_map(number) == Some(2)
    })
}

/// What a label of letters or digits may be, its kind and place in its list: 1 for `A`, `a`, `i` and `1`. `i` is the first
/// of one list and the ninth of another.
fn ordinals(label: &str) -> [Option<(u8, u32)>; 2] {
    let upper = label.starts_with(|first: char| first.is_ascii_uppercase());
    let letter = match label.as_bytes() {
        [first, ..] if first.is_ascii_digit() => label.parse().ok().map(|place| (b'1', place)),
        [letter] if letter.is_ascii_alphabetic() => {
            let place = u32::from(letter.to_ascii_lowercase() - b'a') + 1;
            Some((if upper { b'A' } else { b'a' }, place))
        }
        _ => None,
    };
    let roman = ROMAN
        .iter()
        .position(|roman| roman.eq_ignore_ascii_case(label))
        .map(|at| (if upper { b'I' } else { b'i' }, offset(at + 1)));
    [letter, roman]
}

/// Roman numerals that label items.
const ROMAN: [&str; 15] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
];

/// Where the further items of a line begin that several were joined to: `- one thing. - Another thing`. Telegrams typed anew
/// have one line a paragraph. A colon opens such a list; without one, a dash in front of the line or a second dash shows it.
pub(crate) fn joined_items(line: &str) -> Vec<usize> {
    const UNJOINED: usize = 160;
    let mut places = Vec::new();
    if line.len() <= UNJOINED {
        return places;
    }
    let bytes = line.as_bytes();
    let mut listed = line.trim_start().starts_with("- ") || line.trim_start().starts_with("-- ");
    for at in memchr::memmem::find_iter(bytes, b" -") {
        let dashes = bytes[at + 1..]
            .iter()
            .take_while(|byte| **byte == b'-')
            .count();
        let [b' ', next, ..] = bytes.get(at + 1 + dashes..).unwrap_or(&[]) else {
            continue;
        };
        let before = line.get(..at).unwrap_or("").trim_end();
        let opens = matches!(next, b'A'..=b'Z' | b'"' | b'(') && dashes <= 2;
        if opens && before.ends_with(['.', ';', ':']) {
            listed |= before.ends_with(':') || !places.is_empty();
            places.push(at + 1);
        }
    }
    if !listed {
        places.clear();
    }
    places
}

/// Bytes a label may have with the sign behind it.
const LONGEST: usize = 5;

/// The label at the start of a line that is an item: its range and where the text behind it begins.
pub(crate) fn label(line: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let bytes = line.as_bytes();
    let start = crate::scan::indent(line);
    let rest = bytes.get(start..)?;
    let first = *rest.first()?;
    let item = |range: std::ops::Range<usize>, after: usize| {
        let tail = line.get(after..)?;
        let gap = tail.len() - tail.trim_start().len();
        Some((range, after + gap))
    };
    match first {
        b'-' | b'*' => {
            let marks = rest.iter().take_while(|byte| **byte == first).count();
            let behind = rest.get(marks)?;
            // `--text` is an item, `-5` and `-----` are none.
            let good = marks <= 3
                && (*behind == b' '
                    || marks == 2 && behind.is_ascii_alphanumeric()
                    || marks == 2 && matches!(behind, b'"' | b'('));
            if !good {
                return None;
            }
            item(start..start + marks, start + marks)
        }
        // A bullet, or a `Q` that came for one.
        b'o' | b'Q'
            if rest.get(1) == Some(&b' ') && rest.get(2).is_some_and(u8::is_ascii_uppercase) =>
        {
            item(start..start + 1, start + 1)
        }
        0xc2 | 0xe2
            if line
                .get(start..)?
                .starts_with(['•', '–', '—', '·', '●', '▪', '■', '◦', '‣']) =>
        {
            let length = line.get(start..)?.chars().next()?.len_utf8();
            item(start..start + length, start + length)
        }
        b'(' => {
            let close = rest.iter().take(6).position(|byte| *byte == b')')?;
            let inner = rest.get(1..close)?;
            is_label(inner).then(|| item(start + 1..start + close, start + close + 1))?
        }
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
            // Most lines begin with a word; a label of several signs is of digits or a roman numeral.
            let several = |byte: &u8| byte.is_ascii_digit() || b"ivxIVX".contains(byte);
            let length = match rest.get(1)? {
                b'.' | b')' => 1,
                second if several(&first) && several(second) => {
                    let label = rest.iter().take(LONGEST);
                    label.take_while(|byte| several(byte)).count()
                }
                _ => return None,
            };
            let sign = rest.get(length)?;
            let behind = rest.get(length + 1);
            let good = matches!(sign, b'.' | b')')
                && is_label(rest.get(..length)?)
                && (*sign == b')' && behind != Some(&b'.') || *sign == b'.' && behind.is_none_or(|byte| matches!(byte, b' ' | b'(')))
                // A stop behind a number of more than two digits is the end of a sentence.
                && (*sign == b')' || length <= 2 || !first.is_ascii_digit());
            good.then(|| item(start..start + length, start + length + 1))?
        }
        _ => None,
    }
}

/// A letter, a number of up to two digits, or a roman numeral.
fn is_label(inner: &[u8]) -> bool {
    match inner {
        [one] => one.is_ascii_alphanumeric(),
        [_, _] if inner.iter().all(u8::is_ascii_digit) => true,
        _ => {
            let one_case = inner.iter().all(u8::is_ascii_uppercase)
                || inner.iter().all(u8::is_ascii_lowercase);
            one_case
                && ROMAN
                    .iter()
                    .any(|roman| roman.as_bytes().eq_ignore_ascii_case(inner))
        }
    }
}

/// The kind of an item with a sign in front: items of one kind are siblings.
fn kind_of_sign(label: &str) -> u8 {
    match label.as_bytes() {
        [sign @ (b'-' | b'*'), ..] => *sign,
        _ => 0,
    }
}

/// The items of a paragraph as a tree. An item of a kind met before goes to its level, another kind opens a level.
pub(super) fn items(text: &str, pieces: &[Piece]) -> Vec<ItemText> {
    // Flat first: label, mark and lines of each item.
    let mut flat: Vec<(Option<Opening>, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match piece.item {
            Some(opening) => {
                let rest = Span::new(opening.text, piece.span.end());
                flat.push((
                    Some(opening),
                    vec![Piece {
                        span: rest,
                        gap: Gap::Line,
                        item: None,
                    }],
                ));
            }
            None => {
                if let Some((_, lines)) = flat.last_mut() {
                    // A blank line and flush text end the list, unless another item follows; the text is the paragraph's.
                    if piece.gap == Gap::Blank {
                        flat.push((None, Vec::new()));
                    } else if !lines.is_empty() {
                        lines.push(*piece);
                    }
                }
            }
        }
    }
    let mut roots: Vec<ItemText> = Vec::new();
    // The kinds of the levels that are open.
    let mut levels: Vec<u8> = Vec::new();
    for (opening, lines) in flat {
        let Some(Opening { label, kind, .. }) = opening else {
            continue;
        };
        let level = match levels.iter().position(|&open| open == kind) {
            Some(level) => level,
            None if levels.len() < 6 => levels.len(),
            None => levels.len() - 1,
        };
        levels.truncate(level);
        levels.push(kind);
        let item = item(text, label, lines);
        let mut list = &mut roots;
        for _ in 0..level {
            if list.is_empty() {
                break;
            }
            let last = list.len() - 1;
            list = &mut list[last].items;
        }
        list.push(item);
    }
    roots
}

fn item(text: &str, label: Span, mut lines: Vec<Piece>) -> ItemText {
    let mut mark = None;
    if let Some(first) = lines.first_mut() {
        if let Some(found) = marking::portion_at(text, first.span.start(), first.span.end())
            .filter(|found| found.well_formed)
        {
            first.span = Span::new(found.end, first.span.end());
            mark = Some(found.mark);
        }
    }
    ItemText {
        label,
        mark,
        text: join(text, &lines),
        items: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_of_items() {
        let read = |line: &str| {
            label(line).map(|(range, after)| (line[range].to_owned(), line[after..].to_owned()))
        };
        for (line, expected, rest) in [
            ("-- first", "--", "first"),
            ("--first", "--", "first"),
            ("- first", "-", "first"),
            ("A. first", "A", "first"),
            ("(b) first", "b", "first"),
            ("  1) first", "1", "first"),
            ("iv. first", "iv", "first"),
            ("* first", "*", "first"),
        ] {
            assert_eq!(
                read(line),
                Some((expected.to_owned(), rest.to_owned())),
                "{line}"
            );
        }
        for line in [
            "-----",
            "-5 degrees",
            "2006. In",
            "U.S. policy",
            "(SBU) text",
            "text",
            "1.5 million",
            "",
            "I am",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
