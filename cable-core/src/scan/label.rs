//! Recognises the labels of the captioned top (E.O., TAGS, SUBJECT, REF, Classified By), at the start of a line and
//! inside it. Knows no values.

use super::lines::indent;

/// A label of the text part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Label {
    /// `E.O.`
    ExecutiveOrder,
    /// `TAGS`
    Tags,
    /// `SUBJECT`
    Subject,
    /// `REF`
    References,
    /// `Classified By`
    ClassifiedBy,
}

/// A label that was found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelAt {
    /// Which.
    pub label: Label,
    /// Offset of its first byte in the line.
    pub start: usize,
    /// Offset of its value.
    pub value: usize,
    /// Whether it is spelt as the handbooks have it.
    pub exact: bool,
}

/// The label that opens `line`; a paragraph sign, a portion mark or a paragraph number may stand before Classified By.
///
/// ```
/// use cable_core::scan::{Label, label_at_start};
/// let found = label_at_start("TAGS: PREL, RS").unwrap();
/// assert_eq!((found.label, found.value), (Label::Tags, 6));
/// assert!(label_at_start("TAGSALOT").is_none());
/// ```
pub fn label_at_start(line: &str) -> Option<LabelAt> {
    let start = indent(line);
    let rest = line.get(start..)?;
    let found = executive_order(rest, false)
        .or_else(|| tags(rest))
        .or_else(|| subject(rest))
        .or_else(|| references(rest))
        .or_else(|| {
            let skip = before_classified_by(rest);
            let mut found = classified_by(rest.get(skip..)?)?;
            found.start += skip;
            found.value += skip;
            Some(found)
        })
        .or_else(|| lettered_reference(rest))?;
    Some(shifted(found, start))
}

fn shifted(mut found: LabelAt, by: usize) -> LabelAt {
    found.start += by;
    found.value += by;
    found
}

/// The next label inside `line`, from `from` on. Inside a line the labels must be spelt well, because words like
/// `subject` occur in prose.
///
/// ```
/// use cable_core::scan::{Label, label_inside};
/// let line = "E.O. 12958: N/A TAGS: ASEC SUBJECT: PIER CLOSED REF: ROME 1";
/// let tags = label_inside(line, 4).unwrap();
/// assert_eq!((tags.label, tags.start), (Label::Tags, 16));
/// assert_eq!(label_inside(line, tags.value).unwrap().label, Label::Subject);
/// ```
pub fn label_inside(line: &str, from: usize) -> Option<LabelAt> {
    let bytes = line.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let byte = bytes[at];
        if matches!(
            byte.to_ascii_uppercase(),
            b'E' | b'T' | b'S' | b'R' | b'C' | b'A'
        ) {
            if let Some(found) = inside_at(line, at) {
                return Some(found);
            }
        }
        at += 1;
    }
    None
}

fn inside_at(line: &str, at: usize) -> Option<LabelAt> {
    let before = line.as_bytes().get(at.wrapping_sub(1)).copied();
    let boundary = before.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let rest = line.get(at..)?;
    let found = if boundary {
        executive_order(rest, true)
            .or_else(|| tags(rest).filter(|found| inside_tags(rest, found)))
            .or_else(|| subject(rest).filter(|found| colon_before(rest, found.value)))
            .or_else(|| references(rest).filter(|found| inside_reference(rest, found)))
            .or_else(|| {
                classified_by(rest)
                    .filter(|found| colon_before(rest, found.value) || !rest.starts_with('c'))
            })
    } else {
        glued(rest, before)
    };
    found.map(|found| shifted(found, at))
}

/// A label glued to the word before it: `...TALKSREF: A.`, `...VISITClassified By:`.
fn glued(rest: &str, before: Option<u8>) -> Option<LabelAt> {
    if !before.is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return None;
    }
    if rest.starts_with("REF") {
        let found = references(rest).filter(|found| colon_before(rest, found.value))?;
        // `BRIEF:` and the like are words: what follows must be a letter of the list or a post.
        let value = rest.get(found.value..)?.trim_start();
        return value
            .starts_with(|first: char| {
                first.is_ascii_uppercase() || first == '(' || first == '[' || first.is_ascii_digit()
            })
            .then_some(found);
    }
    if rest.starts_with("Classified") {
        return classified_by(rest);
    }
    None
}

fn colon_before(rest: &str, value: usize) -> bool {
    rest.get(..value)
        .is_some_and(|label| label.trim_end().ends_with([':', ';']))
}

/// `TAGS` inside a line: with a colon, or upper-case with a code behind it.
fn inside_tags(rest: &str, found: &LabelAt) -> bool {
    let code = word(rest.get(found.value..).unwrap_or(""));
    colon_before(rest, found.value)
        || rest.starts_with("TAGS ")
            && (2..=5).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `REF` inside a line: with a colon, or with a lettered entry behind it.
fn inside_reference(rest: &str, found: &LabelAt) -> bool {
    if !(rest.starts_with("REF") || rest.starts_with("Ref")) {
        return false;
    }
    if colon_before(rest, found.value) {
        return true;
    }
    let mut value = rest.get(found.value..).unwrap_or("").bytes();
    rest.starts_with("REF")
        && value.next() == Some(b'A')
        && matches!(value.next(), Some(b'.' | b')' | b':'))
}

/// Length of what may stand before `Classified By`: `1.`, `(U)`, `CONFIDENTIAL - ENTIRE TEXT.`, `This message`.
fn before_classified_by(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    if bytes.first() == Some(&b'1') && bytes.get(1) == Some(&b'.') {
        at = 2;
    }
    at += indent(rest.get(at..).unwrap_or(""));
    if bytes.get(at) == Some(&b'(') {
        if let Some(close) = rest.get(at..).and_then(|part| part.find(')')) {
            if close <= 12 {
                at += close + 1;
                at += indent(rest.get(at..).unwrap_or(""));
            }
        }
    }
    // The mark of 1979-1990 that stands for all paragraphs.
    const ENTIRE: &str = "ENTIRE TEXT.";
    let rest = rest.get(at..).unwrap_or("");
    if let Some(words) = rest
        .get(..45.min(rest.len()))
        .and_then(|start| start.find(ENTIRE))
    {
        at += words + ENTIRE.len();
        at += indent(rest.get(words + ENTIRE.len()..).unwrap_or(""));
    } else if starts_with_ignore_case(rest, "THIS ") {
        const SELF: [&str; 6] = ["THIS", "MESSAGE", "CABLE", "TELEGRAM", "IS", "WAS"];
        let words = rest.split_inclusive(' ').take_while(|part| {
            SELF.iter()
                .any(|known| part.trim_end().eq_ignore_ascii_case(known))
        });
        at += words.map(str::len).sum::<usize>();
    }
    at
}

/// `E.O. 12958`, `EO 12958`, `E. O. 12958`, `E.9. 12958`, with four or five digits or a blacked-out number.
fn executive_order(rest: &str, inside: bool) -> Option<LabelAt> {
    let bytes = rest.as_bytes();
    if !bytes.first()?.eq_ignore_ascii_case(&b'E') {
        return None;
    }
    let mut at = 1;
    while matches!(bytes.get(at), Some(b'.' | b' ')) {
        at += 1;
    }
    if at > 3 || !matches!(bytes.get(at), Some(b'O' | b'o' | b'0' | b'9')) {
        return None;
    }
    at += 1;
    while matches!(bytes.get(at), Some(b'.' | b' ' | b':' | b',')) && at < 12 {
        at += 1;
    }
    let digits = bytes[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let crossed = bytes[at..].iter().take_while(|&&byte| byte == b'X').count();
    let good = match digits {
        5 => true,
        4 => !inside || rest.starts_with("E.O."),
        0 => crossed >= 4 && !inside,
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

/// The letters at the start of `rest`, and how many there are.
fn word(rest: &str) -> &str {
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
    while let Some(byte) = bytes.get(at) {
        if marks.contains(byte) {
            marked = true;
        } else if !matches!(byte, b' ' | b'\t') {
            break;
        }
        at += 1;
    }
    (at, marked)
}

/// `TAGS`, any case, and its misprints (`TAS:`, `TABS:`, `AGS:`, `TAGES:`) where a colon shows that they are labels.
fn tags(rest: &str) -> Option<LabelAt> {
    let word = word(rest);
    if !(2..=6).contains(&word.len()) {
        return None;
    }
    let exact = word.eq_ignore_ascii_case("TAGS");
    let (value, colon) = after(rest, word.len(), b":;,");
    let good = exact && (value > word.len() || rest.len() == word.len())
        || word == "TAG" && value > word.len()
        || colon && rest.as_bytes().get(word.len()) != Some(&b',') && one_edit(word, "TAGS");
    good.then_some(LabelAt {
        label: Label::Tags,
        start: 0,
        value,
        exact,
    })
}

/// `SUBJECT`, `SUBJ`, and misprints before a colon (`UBJECT:`).
fn subject(rest: &str) -> Option<LabelAt> {
    let word = word(rest);
    let exact = word.eq_ignore_ascii_case("SUBJECT");
    let (value, colon) = after(rest, word.len(), b":;");
    let short = word.eq_ignore_ascii_case("SUBJ");
    let good = (exact || short)
        && (colon || value > word.len() && word.bytes().all(|byte| byte.is_ascii_uppercase()))
        || (exact || short) && rest.len() == word.len()
        || colon && word.len() >= 5 && one_edit(word, "SUBJECT");
    good.then_some(LabelAt {
        label: Label::Subject,
        start: 0,
        value,
        exact: exact && colon,
    })
}

/// `REF`, `REFS`, `REFTEL`, `REFTELS`, `RETEL`, `REFERENCE`, `REFERENCES`, `Ref(s)`.
fn references(rest: &str) -> Option<LabelAt> {
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
    let (value, mark) = after(rest, length, b":;.");
    let tail = rest.get(value..).unwrap_or("");
    let upper = word.bytes().all(|byte| byte.is_ascii_uppercase());
    // Without a colon only a list is a label: `REF A) LONDON 1`, `REF NORDHAVEN 222`; not `Reference was made`.
    let good = mark && colon_or_stop(rest, length, value)
        || tail.is_empty() && upper
        || value > length && upper && word.len() <= 7 && looks_like_entry(tail);
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
    if first.is_ascii_uppercase() && matches!(bytes.get(1), Some(b'.' | b')' | b':')) {
        return true;
    }
    let digits = bytes
        .iter()
        .position(u8::is_ascii_digit)
        .unwrap_or(usize::MAX);
    digits < 30
        && bytes[..digits]
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b' ' | b'.' | b'\''))
}

/// `A. REF NORDHAVEN 222`: the letter stands before the label.
fn lettered_reference(rest: &str) -> Option<LabelAt> {
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

/// `Classified By`, any case, also `CLASSIFED BY` and the doubled or blank-cut forms; not `Declassified by`.
fn classified_by(rest: &str) -> Option<LabelAt> {
    let first = word(rest);
    if !(8..=12).contains(&first.len())
        || !starts_with_ignore_case(first, "CLASSIF")
        || !ends_with_ignore_case(first, "ED")
    {
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

/// `C O R R E C T E D   C O P Y`, however it is spaced. What it says may name labels (`CLASSIFIED BY LINE ADDED`).
pub(crate) fn is_corrected_copy(line: &str) -> bool {
    let letters = line
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|byte| byte.to_ascii_uppercase());
    let begins = |word: &[u8]| letters.clone().take(word.len()).eq(word.iter().copied());
    begins(b"CORRECTEDCOPY") || begins(b"CORRECTCOPY")
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

/// Whether `word` becomes `label` by one letter lost, added or changed, case ignored.
fn one_edit(word: &str, label: &str) -> bool {
    let (word, label) = (word.as_bytes(), label.as_bytes());
    let same = |a: &[u8], b: &[u8]| a.eq_ignore_ascii_case(b);
    let front = word
        .iter()
        .zip(label)
        .take_while(|(a, b)| a.eq_ignore_ascii_case(b))
        .count();
    match word.len() as isize - label.len() as isize {
        0 => front < word.len() && same(&word[front + 1..], &label[front + 1..]),
        1 => same(&word[front + 1..], &label[front..]),
        -1 => same(&word[front..], &label[front + 1..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(line: &str) -> Option<(Label, &str)> {
        label_at_start(line).map(|found| (found.label, &line[found.value..]))
    }

    #[test]
    fn labels_in_every_spelling() {
        use Label::*;
        let cases = [
            ("E.O. 12958: N/A", ExecutiveOrder, "12958: N/A"),
            (
                "EO 12958 DECL: 1/1/2018",
                ExecutiveOrder,
                "12958 DECL: 1/1/2018",
            ),
            ("E.o. 12958: decl:", ExecutiveOrder, "12958: decl:"),
            ("E.9. 12958: N/A", ExecutiveOrder, "12958: N/A"),
            ("E.O. 1295: N/A", ExecutiveOrder, "1295: N/A"),
            ("E.O 12065: GDS", ExecutiveOrder, "12065: GDS"),
            ("TAGS PREL", Tags, "PREL"),
            ("TAGS;  PGOV", Tags, "PGOV"),
            ("tAgs: prel", Tags, "prel"),
            ("TABS: EFIS", Tags, "EFIS"),
            ("AGS: PGOV", Tags, "PGOV"),
            ("TAG: PGOV", Tags, "PGOV"),
            ("SUBJECT:(C) X", Subject, "(C) X"),
            ("SUBJ: X", Subject, "X"),
            ("UBJECT: X", Subject, "X"),
            ("SUBJECT X Y", Subject, "X Y"),
            ("REF: A", References, "A"),
            ("Ref(s): A", References, "A"),
            ("REFTELS : A", References, "A"),
            ("REF. ROME 1", References, "ROME 1"),
            ("REF A) LISBON 000417", References, "A) LISBON 000417"),
            ("A. REF NORDHAVEN 222", References, "A. REF NORDHAVEN 222"),
            ("Classified By: X", ClassifiedBy, "X"),
            ("1. (U) CLASSIFIED BY X", ClassifiedBy, "X"),
            ("(U) Classified by X", ClassifiedBy, "X"),
        ];
        for (line, label, value) in cases {
            assert_eq!(start(line), Some((label, value)), "{line}");
        }
    }

    #[test]
    fn words_that_are_no_labels() {
        for line in [
            "DECLASSIFIED BY NARA",
            "EOB 12958",
            "E.O. is an abbreviation",
            "Subject to approval",
            "Reference was made to it",
            "TAGSET: A",
            "REFUGEES: 100",
            "Classified information",
        ] {
            assert_eq!(start(line), None, "{line}");
        }
    }

    #[test]
    fn labels_glued_or_inside() {
        use Label::*;
        let cases = [
            ("LEADS THE FLEETREF: A. LISBON 1", References, "A. LISBON 1"),
            ("TALKS IN LISBONClassified By: DCM", ClassifiedBy, "DCM"),
            ("GAS CAVERNS REF: ROME 1", References, "ROME 1"),
            ("DROUGHT Classified By: Charge", ClassifiedBy, "Charge"),
            (
                "DEPT FOR ABC/XYZ E.O. 12958: N/A",
                ExecutiveOrder,
                "12958: N/A",
            ),
            ("N/A TAGS ASEC", Tags, "ASEC"),
        ];
        for (line, label, value) in cases {
            let found = label_inside(line, 0).map(|found| (found.label, &line[found.value..]));
            assert_eq!(found, Some((label, value)), "{line}");
        }
    }
}
