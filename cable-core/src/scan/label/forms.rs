//! How each label is spelt, with its misprints: each function reads one label at the start of its input.

use super::kind::{Label, LabelAt};
use crate::scan::lines::indent;
use crate::slips::near;
use smallvec::SmallVec;

/// Length of what may stand before `Classified By`: `1.`, `(U)`, `CONFIDENTIAL - ENTIRE TEXT.`, `This message`.
pub(super) fn before_classified_by(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    if bytes.starts_with(b"1.") {
        at = 2 + indent(rest.get(2..).unwrap_or(""));
    }
    if bytes.get(at) == Some(&b'(') {
        let close = bytes
            .iter()
            .skip(at)
            .take(13)
            .position(|byte| *byte == b')');
        if let Some(close) = close {
            at += close + 1;
            at += indent(rest.get(at..).unwrap_or(""));
        }
    }
    // The mark of 1979-1990 that stands for all paragraphs.
    let rest = rest.get(at..).unwrap_or("");
    if let Some(behind) = behind_entire_text(rest) {
        at += behind;
        at += indent(rest.get(behind..).unwrap_or(""));
    } else if starts_with_ignore_case(rest, "THIS ") {
        const SELF: [&str; 8] = [
            "THIS", "MESSAGE", "CABLE", "TELEGRAM", "IS", "WAS", "HAS", "BEEN",
        ];
        let words = rest.split_inclusive(' ').take_while(|part| {
            SELF.iter()
                .any(|known| part.trim_end().eq_ignore_ascii_case(known))
        });
        at += words.map(str::len).sum::<usize>();
    }
    at
}

/// Where `ENTIRE TEXT.` ends, if it stands near the start of `rest`.
fn behind_entire_text(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    // Few lines have the letter X.
    memchr::memchr2(b'X', b'x', bytes)?;
    (0..bytes.len().min(40))
        .filter(|&at| bytes[at] == b'E' && matches!(bytes.get(at + 1), Some(b'N' | b'n')))
        .find_map(|at| Some(at + after_phrase(rest.get(at..)?, "ENTIRE TEXT.")?))
}

/// `E.O. 12958`, `EO 12958`, `E. O. 12958`, `E.9. 12958`, `EXECUTIVE ORDER 12958`, with a number that a slip may have
/// damaged, a blacked-out one, or none but an instruction.
pub(super) fn executive_order(rest: &str, inside: bool) -> Option<LabelAt> {
    let bytes = rest.as_bytes();
    if !bytes.first()?.eq_ignore_ascii_case(&b'E') {
        return None;
    }
    let mut at = match after_phrase(rest, "EXECUTIVE ORDER") {
        Some(end) => end,
        None => {
            let mut at = 1;
            while let Some(length) = blank_or(bytes, at, b".,") {
                at += length;
            }
            if at > 3 || !matches!(bytes.get(at), Some(b'O' | b'o' | b'0' | b'9')) {
                return None;
            }
            at + 1
        }
    };
    let end = at + 11;
    while let Some(length) = blank_or(bytes, at, b".:,").filter(|_| at < end) {
        at += length;
    }
    let value = rest.get(at..)?;
    let number = order_number(value);
    let digits = value
        .bytes()
        .take(number)
        .filter(u8::is_ascii_digit)
        .count();
    let crossed = value.bytes().take_while(|&byte| byte == b'X').count();
    let instruction = || {
        let word = word(value);
        rest.get(1..at).is_some_and(|dots| dots.starts_with(".O."))
            && (["DECL", "GDS", "XGDS", "ADS", "OADR"].contains(&word)
                || ["N/A", "NA", "N.A."]
                    .iter()
                    .any(|none| value.trim_end() == *none))
    };
    let good = match digits {
        5 => true,
        4 => !inside || rest.starts_with("E.O."),
        3 | 6 => number >= 5 && !inside,
        0 => !inside && (crossed >= 4 || instruction()),
        _ => false,
    };
    good.then(|| LabelAt {
        label: Label::ExecutiveOrder,
        start: 0,
        value: at,
        exact: rest
            .get(1..at)
            .is_some_and(|dots| dots.starts_with(".O.") || dots.starts_with("O ")),
    })
}

/// `DECLASSIFY ON: …`, `DECL: …`: the E.O. line without its label. The words belong to the value.
pub(super) fn declassify_on(rest: &str) -> Option<LabelAt> {
    ["DECLASSIFY ON:", "DECL:", "DECLAS:"]
        .iter()
        .any(|words| after_phrase(rest, words).is_some())
        .then_some(LabelAt {
            label: Label::ExecutiveOrder,
            start: 0,
            value: 0,
            exact: false,
        })
}

/// Length of the number of an order: digits, letters that were typed for some of them (`l2958`, `1O501`), a comma after
/// the thousands. 0 if there is none.
pub(crate) fn order_number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut length, mut digits) = (0, 0);
    while let Some(byte) = bytes.get(length) {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'l' | b'I' | b'O' | b'o' => {}
            b',' if length == 2
                && bytes
                    .get(3..6)
                    .is_some_and(|rest| rest.iter().all(u8::is_ascii_digit)) => {}
            _ => break,
        }
        length += 1;
    }
    let ends = !bytes.get(length).is_some_and(u8::is_ascii_alphabetic);
    if digits >= 3 && length <= 6 && ends {
        return length;
    }
    // Something is glued to it: `12958DECL`.
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// Length of what stands at `at` if it is a blank or one of `marks`.
pub(super) fn blank_or(bytes: &[u8], at: usize, marks: &[u8]) -> Option<usize> {
    match bytes.get(at)? {
        b' ' | b'\t' => Some(1),
        0xc2 if bytes.get(at + 1) == Some(&0xa0) => Some(2),
        byte if marks.contains(byte) => Some(1),
        _ => None,
    }
}

/// Where `phrase` ends at the start of `line`, case and the number of blanks between its words ignored.
pub(crate) fn after_phrase(line: &str, phrase: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    for letter in phrase.bytes() {
        if letter == b' ' {
            let start = at;
            while let Some(length) = blank_or(bytes, at, b"") {
                at += length;
            }
            if at == start {
                return None;
            }
        } else if bytes.get(at)?.eq_ignore_ascii_case(&letter) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(at)
}

/// The letters at the start of `rest`, and how many there are.
pub(super) fn word(rest: &str) -> &str {
    let length = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    rest.get(..length).unwrap_or("")
}

/// Skips one of `marks` behind a label and the blanks around it; tells where the value begins and whether a mark stood
/// there.
fn after(rest: &str, length: usize, marks: &[u8]) -> (usize, bool) {
    let bytes = rest.as_bytes();
    let mut at = length;
    let mut marked = false;
    while let Some(length) = blank_or(bytes, at, marks) {
        marked |= marks.contains(&bytes[at]);
        at += length;
    }
    (at, marked)
}

/// `TAGS`, any case, and its misprints (`TAS:`, `TABS:`, `AGS:`, `TAGES:`) where a colon shows that they are labels.
pub(super) fn tags(rest: &str) -> Option<LabelAt> {
    let word = word(rest);
    if !(2..=6).contains(&word.len()) {
        return None;
    }
    let exact = word.eq_ignore_ascii_case("TAGS");
    let (mut value, colon) = after(rest, word.len(), b":;,");
    if word == "TAGS" && matches!(rest.as_bytes().get(word.len()), Some(b'.' | b'-')) {
        value = after(rest, word.len(), b":;.-").0;
    }
    let good = exact && (value > word.len() || rest.len() == word.len())
        || word == "TAG" && value > word.len()
        || colon && rest.as_bytes().get(word.len()) != Some(&b',') && one_slip(word, "TAGS");
    good.then_some(LabelAt {
        label: Label::Tags,
        start: 0,
        value,
        exact,
    })
}

/// `SUBJECT`, `SUBJ`, `SUBJECT LINE:`, printed twice, and misprints before a colon (`UBJECT:`, `S UBJECT:`).
pub(super) fn subject(rest: &str) -> Option<LabelAt> {
    let first = word(rest);
    if let Some(found) = (first.len() == 1).then(|| cut_subject(rest)).flatten() {
        return Some(found);
    }
    let word = first;
    let exact = word.eq_ignore_ascii_case("SUBJECT");
    let short = word.eq_ignore_ascii_case("SUBJ") || word == "SUB";
    let length = after_phrase(rest, "SUBJECT LINE:").map_or(word.len(), |end| end - 1);
    // A stop or dash is glued to the label; behind a blank it is of the text.
    let glued = matches!(rest.as_bytes().get(length), Some(b'.' | b'-'));
    let upper = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let (mut value, colon) = if (exact || short) && glued && upper {
        let (value, _) = after(rest, length, b":;.-");
        (value, value > length + 1)
    } else {
        after(rest, length, b":;")
    };
    // `SUBJECT - FISH`: a dash between blanks stands for the colon.
    if !colon && upper && rest.get(value..).is_some_and(|rest| rest.starts_with("- ")) {
        value += 2;
    }
    if exact && colon {
        while let Some(again) = rest
            .get(value..)
            .and_then(|rest| after_phrase(rest, "SUBJECT:"))
        {
            value = after(rest, value + again, b":;").0;
        }
    }
    let short = short && (word != "SUB" || colon);
    let good = (exact || short)
        && (colon || value > word.len() && word.bytes().all(|byte| byte.is_ascii_uppercase()))
        || (exact || short) && rest.len() == word.len()
        || colon && word.len() >= 5 && one_slip(word, "SUBJECT");
    good.then_some(LabelAt {
        label: Label::Subject,
        start: 0,
        value,
        exact: exact && colon,
    })
}

/// `S UBJECT:`: a blank behind the first letter.
fn cut_subject(rest: &str) -> Option<LabelAt> {
    let end = after_phrase(rest, "S UBJECT:")?;
    let (value, _) = after(rest, end, b":;");
    Some(LabelAt {
        label: Label::Subject,
        start: 0,
        value,
        exact: false,
    })
}

/// `REF`, `REFS`, `REFTEL`, `REFTELS`, `RETEL`, `REFERENCE`, `REFERENCES`, `Ref(s)`.
pub(super) fn references(rest: &str) -> Option<LabelAt> {
    if !matches!(rest.as_bytes().first()?, b'R' | b'r') {
        return None;
    }
    let word = word(rest);
    let known = [
        "REF",
        "REFS",
        "REFTEL",
        "REFTELS",
        "RETEL",
        "RETELS",
        "REFERENCE",
        "REFERENCES",
    ]
    .iter()
    .any(|label| word.eq_ignore_ascii_case(label));
    if !known {
        return None;
    }
    let mut length = word.len();
    if rest
        .get(length..length + 3)
        .is_some_and(|tail| tail.eq_ignore_ascii_case("(S)"))
    {
        length += 3;
    }
    let (mut value, mark) = after(rest, length, b":;.");
    // `REF - ROME 12`, `REF, ROME 12`
    if !mark && matches!(rest.as_bytes().get(value), Some(b'-' | b',')) {
        value = after(rest, length, b"-,").0;
    }
    let tail = rest.get(value..).unwrap_or("");
    let upper = word.bytes().all(|byte| byte.is_ascii_uppercase());
    // Without a colon only a list is a label: `REF A) LONDON 1`, `REF NORDHAVEN 222`; not `Reference was made`.
    let good = mark && colon_or_stop(rest, length, value)
        || tail.is_empty() && upper
        || value > length
            && word.len() <= 7
            && (upper && looks_like_entry(tail) || is_cited_telegram(tail));
    good.then_some(LabelAt {
        label: Label::References,
        start: 0,
        value,
        exact: word.eq_ignore_ascii_case("REF") && mark,
    })
}

/// Whether what stands between label and value has a colon, or is a stop glued to the label.
fn colon_or_stop(rest: &str, length: usize, value: usize) -> bool {
    let between = rest.get(length..value).unwrap_or("");
    between.contains([':', ';']) || between.starts_with('.')
}

/// Whether `tail` begins like a list of references: a letter with its sign, or upper-case words and then digits.
fn looks_like_entry(tail: &str) -> bool {
    let bytes = tail.as_bytes();
    let first = bytes.first().copied().unwrap_or(0);
    if matches!(first, b'(' | b'[') {
        return bytes.get(1).is_some_and(u8::is_ascii_alphanumeric);
    }
    if first.is_ascii_uppercase() && matches!(bytes.get(1), Some(b'.' | b')' | b':'))
        || bytes.starts_with(b"a)")
        || matches!(tail.trim_end(), "NONE" | "N/A")
    {
        return true;
    }
    // `Frankfurt 002808` alone on the line.
    if let Some((post, serial)) = tail.trim_end().rsplit_once(' ') {
        let serial = serial.trim_end_matches('.');
        let name = |word: &str| {
            word.starts_with(|first: char| first.is_ascii_uppercase())
                && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        if (2..=6).contains(&serial.len())
            && serial.bytes().all(|byte| byte.is_ascii_digit())
            && post.split(' ').count() <= 3
            && post.split(' ').all(name)
        {
            return true;
        }
    }
    let digits = bytes
        .iter()
        .position(u8::is_ascii_digit)
        .unwrap_or(usize::MAX);
    digits < 30
        && bytes[..digits].iter().all(|byte| {
            byte.is_ascii_uppercase()
                || matches!(byte, b' ' | b'.' | b'\'' | b'-' | b'(' | b')' | b'/')
        })
}

/// Whether `tail` begins with a telegram and no prose: `(A) State 348254`, `870 Ulaanbaatar`.
pub(in crate::scan) fn is_cited_telegram(tail: &str) -> bool {
    let bytes = tail.as_bytes();
    let entry = match bytes {
        [b'(' | b'[', letter, b')' | b']', ..] if letter.is_ascii_alphabetic() => &tail[3..],
        [letter, b'.' | b')' | b':', ..] if letter.is_ascii_uppercase() => &tail[2..],
        _ => tail,
    };
    let is_number = |word: &str| {
        (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_name = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let mut words = entry
        .split_ascii_whitespace()
        .map(|word| word.trim_end_matches([',', ';', '.']))
        .peekable();
    let leads = words.next_if(|word| is_number(word)).is_some();
    let names = core::iter::from_fn(|| words.next_if(|word| is_name(word))).count();
    // A number before the post needs the line to end behind it, or any list of things would do.
    (1..=3).contains(&names) && words.next().map_or(leads, is_number)
}

/// `A. REF NORDHAVEN 222`: the letter stands before the label.
pub(super) fn lettered_reference(rest: &str) -> Option<LabelAt> {
    let bytes = rest.as_bytes();
    if !(bytes.first()?.is_ascii_uppercase() && matches!(bytes.get(1)?, b'.' | b')')) {
        return None;
    }
    let skip = 2 + indent(rest.get(2..)?);
    let found =
        references(rest.get(skip..)?).filter(|_| rest.get(skip..skip + 3) == Some("REF"))?;
    // The letter belongs to the value.
    Some(LabelAt {
        value: 0,
        exact: false,
        ..found
    })
}

/// `DERIVED FROM: …` as the whole block: a derivative classification names no classifier (E.O. 12958 part 2). The
/// label belongs to the value.
pub(super) fn derived_from(rest: &str) -> Option<LabelAt> {
    let first = word(rest);
    if !first.eq_ignore_ascii_case("DERIVED") {
        return None;
    }
    let gap = indent(rest.get(first.len()..)?);
    let second = word(rest.get(first.len() + gap..)?);
    let colon = rest.as_bytes().get(first.len() + gap + second.len()) == Some(&b':');
    (second.eq_ignore_ascii_case("FROM") && colon).then_some(LabelAt {
        label: Label::ClassifiedBy,
        start: 0,
        value: 0,
        exact: false,
    })
}

/// `Classified By`, any case, also `CLASSIFED BY`, `Classfied By` and the doubled or blank-cut forms; not `Declassified by`.
pub(super) fn classified_by(rest: &str) -> Option<LabelAt> {
    if !matches!(rest.as_bytes().first()?, b'C' | b'c') {
        return None;
    }
    let first = word(rest);
    let near = starts_with_ignore_case(first, "CLASSIF") && ends_with_ignore_case(first, "ED");
    if !(8..=12).contains(&first.len()) || !(near || one_slip(first, "CLASSIFIED")) {
        return None;
    }
    let gap = indent(rest.get(first.len()..)?);
    let second = rest.get(first.len() + gap..)?;
    let by = word(second);
    if gap > 3 || !by.eq_ignore_ascii_case("BY") {
        return None;
    }
    let length = first.len() + gap + by.len();
    let (value, _) = after(rest, length, b":;.");
    Some(LabelAt {
        label: Label::ClassifiedBy,
        start: 0,
        value,
        exact: first.eq_ignore_ascii_case("CLASSIFIED"),
    })
}

pub(crate) fn starts_with_ignore_case(word: &str, start: &str) -> bool {
    word.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

fn ends_with_ignore_case(word: &str, end: &str) -> bool {
    word.len() >= end.len()
        && word
            .get(word.len() - end.len()..)
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// Whether `word` is `label` in any case but for one letter lost, added or changed, or two swapped.
fn one_slip(word: &str, label: &str) -> bool {
    let upper = || -> SmallVec<[u8; 32]> {
        let bytes = word.bytes();
        bytes.map(|byte| byte.to_ascii_uppercase()).collect()
    };
    word.len().abs_diff(label.len()) <= 1 && near(&upper(), label.as_bytes(), 1)
}
