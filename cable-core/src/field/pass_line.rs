//! Lines that steer a telegram: `STATE FOR EUR/WE`, `DEPT PASS USTR`. Source: 5 FAH-1 H-232.15; observed forms.

use super::caption;
use crate::facts;
use crate::record::PassLine;
use crate::scan::Folded;
use crate::spanned::Spanned;
use crate::text::ends::without_signs;
use crate::text::words;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// Most words of an agency that stands behind a semicolon: `HQ SOUTHCOM`, `DEPT OF LABOR`.
const LONGEST_AGENCY: usize = 4;

/// Words that may stand between the agency and the verb.
const FILLERS: &[&str] = &["ALSO", "PLEASE", "PLS"];

fn is_filler(word: &str) -> bool {
    FILLERS
        .iter()
        .any(|filler| word.eq_ignore_ascii_case(filler))
}

fn is_verb(word: &str) -> Option<&'static str> {
    // Few words are as long as one of them, fewer begin with the same letter.
    let (is, verb) = match (word.len(), word.as_bytes().first()? | 0x20) {
        (3, b'f') => ("FOR", "FOR"),
        (4, b'p') => ("PASS", "PASS"),
        (4, b'f') => ("FROM", "FROM"),
        (4, b'a') => ("ATTN", "ATTN"),
        (5, b'a') => ("ATTN:", "ATTN"),
        (9, b'a') => ("ATTENTION", "ATTN"),
        (10, b'a') => ("ATTENTION:", "ATTN"),
        _ => return None,
    };
    word.eq_ignore_ascii_case(is).then_some(verb)
}

/// Whether `word` names an agency, a post or an office.
fn is_agency(word: &str) -> bool {
    let mark = |byte: &u8| matches!(byte, b',' | b';' | b':' | b'(' | b')' | b'.');
    let bytes = word.as_bytes();
    let Some(from) = bytes.iter().position(|byte| !mark(byte)) else {
        return false;
    };
    let to = bytes.iter().rposition(|byte| !mark(byte)).unwrap_or(from);
    let word = word.get(from..=to).unwrap_or("");
    let (mut upper, mut lower, mut slash, mut double) = (false, false, false, false);
    let mut before = 0;
    for byte in word.bytes() {
        upper |= byte.is_ascii_uppercase();
        lower |= byte.is_ascii_lowercase();
        slash |= byte == b'/';
        double |= byte == b'/' && before == b'/';
        before = byte;
    }
    // An office symbol has a slash: EUR/WE.
    if upper && !lower && slash && !double {
        return true;
    }
    let name = match lower {
        false => Cow::Borrowed(word),
        true => Cow::Owned(word.to_ascii_uppercase()),
    };
    facts::is_agency(&name) || facts::post_by_name(&name).is_some()
}

/// Whether a printed line is a pass line of its own: a verb behind an agency, post or office, or a list of offices.
///
/// ```
/// use cable_core::field::pass_line;
/// assert!(pass_line::starts("STATE FOR EUR/WE"));
/// assert!(pass_line::starts("FOR THE SECRETARY FROM THE AMBASSADOR"));
/// assert!(pass_line::starts("DEPT NEA/MAG (NAME), INR (NAME)"));
/// assert!(!pass_line::starts("This message is for official use"));
/// ```
pub fn starts(line: &str) -> bool {
    let mut words = words::words(line);
    let Some(first) = words.next().filter(|first| {
        // An item or a removal is text.
        first.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '(' | '"'))
    }) else {
        return false;
    };
    if is_verb(first).is_some() {
        // `FOR …`; a sentence that opens with For has lower-case words after it.
        return words.next().is_some_and(|next| {
            next.bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_uppercase() || byte == b'(')
        });
    }
    let all = words::words(line);
    for (index, word) in words.by_ref().take(8).enumerate() {
        if is_verb(word).is_some() {
            let before = index + 1;
            let words = all.take(before).filter(|word| !is_filler(word));
            let upper = words
                .clone()
                .all(|word| !word.bytes().any(|byte| byte.is_ascii_lowercase()));
            return upper && before <= 6 || is_agency(first) || words.clone().any(is_agency);
        }
    }
    is_agency(first) && all.take(9).any(|word| word.contains('/'))
}

/// Whether FOR, PASS, ATTN or FROM stands among the first words.
pub(crate) fn has_verb(line: &str) -> bool {
    words::words(line)
        .take(4)
        .any(|word| is_verb(word).is_some())
}

/// Whether the list above goes on in the first words of a line, up to a semicolon: `NAME, NAME; NSC FOR HILL`.
pub(crate) fn closes_list(line: &str) -> bool {
    let first = line.find(';').map(|at| &line[..at]);
    first.is_some_and(|first| !words::words(first).any(|word| is_verb(word).is_some()))
}

/// Whether `FOR JONES` below `STATE PASS TO USTR` says to whom USTR gives it. `FOR THE AMBASSADOR` is a line of its own.
pub(crate) fn names_receiver(line: &str, below: &str) -> bool {
    let mut verbs = words::words(line).filter_map(is_verb);
    let mut words = words::words(below);
    let first = words.next().and_then(is_verb);
    let person = |word: &str| {
        ["THE", "AMBASSADOR", "SECRETARY", "FROM", "ATTN"]
            .iter()
            .any(|other| word.eq_ignore_ascii_case(other))
    };
    first == Some("FOR")
        && verbs.next() == Some("PASS")
        && verbs.next().is_none()
        && !line.ends_with(';')
        && !words.any(person)
}

/// Whether an office and its verb open a line: `WHA FOR HILL`. Behind a caption nothing else looks so.
pub(crate) fn opens_with_office(line: &str) -> bool {
    let mut words = words::words(line);
    let office = |word: &str| {
        word.len() <= 8
            && word != "BUT"
            && word
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'/')
    };
    words.next().is_some_and(office) && words.next().and_then(is_verb).is_some()
}

/// Whether `line` ends in a list whose last member is the name of a post or agency, and `below` begins with its verb:
/// `PARIS FOR ECON; BERLIN`, `FOR SMITH`. Behind PASS such a name may be what is passed to: then the semicolon decides.
pub(crate) fn waits_for_verb(line: &str, below: &str) -> bool {
    let Some(parted) = memchr::memrchr(b';', line.as_bytes()) else {
        return false;
    };
    let last = line.get(parted + 1..).unwrap_or("").trim();
    let verb = words::words(below).next().and_then(is_verb);
    verb == Some("FOR")
        && !last.is_empty()
        && !words::words(last).any(|word| is_verb(word).is_some())
        && (is_agency(last) || words::words(last).any(is_agency))
}

/// Whether a line opens with a verb, or with the name of an agency, post or office. Where no label shows that a line
/// stands above the text, only this tells a pass line from prose in capitals.
pub(crate) fn opens_surely(line: &str) -> bool {
    words::words(line)
        .next()
        .is_some_and(|first| is_verb(first).is_some() || is_agency(first))
}

/// Whether a line goes on with the pass line before it: upper-case names, offices, `AND …`, a closing parenthesis.
///
/// ```
/// use cable_core::field::pass_line;
/// assert!(pass_line::continues("NEA/ARP, NEA/RA"));
/// assert!(pass_line::continues("AND EB"));
/// assert!(!pass_line::continues("SIPDIS"));
/// assert!(!pass_line::continues("..."));
/// ```
pub fn continues(line: &str) -> bool {
    goes_on(line, starts(line))
}

/// [`continues`] of a line of which is known whether it [`starts`] a pass line.
pub(crate) fn goes_on(line: &str, starts: bool) -> bool {
    // `...` says that words were left out here.
    if !line.contains(|letter: char| letter.is_alphanumeric()) {
        return false;
    }
    let mut words = words::words(line);
    let first = words.clone().next().unwrap_or("");
    // A line of offices alone goes on with the list before it; an agency in front, `USAID/AFR`, opens a line of its own.
    let offices = first
        .split_once('/')
        .is_some_and(|(name, _)| !facts::is_agency(name));
    let goes_on = !starts || offices && !words.any(|word| is_verb(word).is_some());
    goes_on && !caption::is_caption(line)
}

/// Reads one logical line into its parts. `folded` holds one or more printed lines; several pass lines on one printed
/// line, each with a verb of its own, give several records.
///
/// ```
/// use cable_core::{Resolve, Span, field::pass_line, scan::Folded};
/// let text = "STATE PASS USTR FOR A.NAME, B.NAME NSC FOR HILL";
/// let lines = pass_line::parse(&Folded::new(text, &[Span::new(0, 47)]));
/// assert_eq!(lines.len(), 2);
/// let first = lines[0].resolve(text);
/// assert_eq!((first.agency, first.verb), (Some("STATE"), Some("PASS")));
/// assert_eq!(first.targets, ["USTR FOR A.NAME", "B.NAME"]);
/// ```
pub fn parse(folded: &Folded<'_>) -> Vec<PassLine<Spanned>> {
    let mut lines = Vec::new();
    parse_into(folded, &mut Words::new(), &mut lines);
    lines
}

/// A word of a pass line.
pub(crate) struct Word {
    range: Range<usize>,
    /// The verb that it is.
    verb: Option<&'static str>,
}

/// The words of a pass line.
pub(crate) type Words = SmallVec<[Word; 16]>;

/// [`parse`], its records added to `lines`. `words` is room for the words, whatever it holds.
pub(crate) fn parse_into(
    folded: &Folded<'_>,
    words: &mut Words,
    lines: &mut Vec<PassLine<Spanned>>,
) {
    let whole = folded.as_str();
    read_words(whole, words);
    // The first word of the line that is read.
    let mut start = 0;
    let mut split = |start: &mut usize, at: usize| {
        if let Some(line) = one(folded, words.get(*start..at).unwrap_or(&[])) {
            lines.push(line);
        }
        *start = at;
    };
    let printed = |index: usize| &whole[words[index].range.clone()];
    let (mut verb_seen, mut for_seen) = (false, false);
    for (index, word) in words.iter().enumerate() {
        let Some(verb) = word.verb else {
            continue;
        };
        // The words before a verb back to the agency: a new line begins there if a verb came before it.
        let mut from = index;
        while from > 0 && is_filler(printed(from - 1)) {
            from -= 1;
        }
        // `…, EUR/WE, PASS TO USTR`, `…, ALSO FOR INR`: the verb opens a line without an agency.
        let is_for = verb == "FOR";
        let also = is_for && from < index;
        let alone = verb_seen
            && (verb == "PASS" || also)
            && from.checked_sub(1).is_some_and(|before| {
                // `STATE FOR EUR/WE ALSO FOR INR`
                let only = || {
                    before
                        .checked_sub(1)
                        .is_some_and(|at| words[at].verb.is_some())
                };
                printed(before).ends_with([',', ';']) || also && only()
            });
        if alone && start < from {
            split(&mut start, from);
            for_seen = is_for;
            continue;
        }
        let agency = match verb_seen {
            true => agency_before(whole, words, start..from),
            false => None,
        };
        if let Some(mut agency) = agency {
            let post = |index: usize| facts::post_by_name(printed(index)).is_some();
            // `PARIS AND LONDON FOR AFRICA WATCHERS` behind another FOR.
            let pair = for_seen
                && is_for
                && agency > start + 2
                && printed(agency - 1).eq_ignore_ascii_case("AND")
                && post(agency)
                && post(agency - 2);
            if pair {
                agency -= 2;
            }
            let goes_on = agency.checked_sub(1).is_some_and(|before| {
                let (verb, before) = (words[before].verb, printed(before));
                verb.is_some()
                    || ["TO", "AND", "OF", "&"]
                        .iter()
                        .any(|link| before.eq_ignore_ascii_case(link))
                    // `STATE PASS USTR, TREASURY FOR ROE` is one; `STATE FOR EUR, NSC FOR ROE` are two.
                    || before.ends_with(',') && !(for_seen && is_for)
            });
            if !goes_on && start < agency {
                split(&mut start, agency);
                for_seen = false;
            }
        }
        verb_seen = true;
        for_seen |= is_for;
    }
    split(&mut start, words.len());
}

/// Where the agency begins whose words end those in `within`: one word, `JOINT STAFF`, `DEPT OF LABOR`, `AMEMBASSY ADDIS ABABA`.
/// Behind a semicolon all words are the agency.
fn agency_before(whole: &str, words: &[Word], within: Range<usize>) -> Option<usize> {
    const FIRST: [&str; 3] = ["JOINT", "WHITE", "HQ"];
    const LAST: [&str; 2] = ["HQ", "HQS"];
    let end = within.end;
    let printed = |index: usize| &whole[words[index].range.clone()];
    let ends = |index: usize| words[index].verb.is_some() || printed(index).ends_with([',', ';']);
    let last = end.checked_sub(1).filter(|&last| last >= within.start)?;
    let mut found = is_agency(printed(last)).then_some(last);
    for at in (within.start..last).rev().take(LONGEST_AGENCY - 1) {
        if ends(at) {
            break;
        }
        let (first, name) = (printed(at), words[at].range.start..words[last].range.end);
        let kind = begins_kind(first) && found == Some(at + 1);
        let office = at + 1 == last
            && (FIRST.contains(&first) || LAST.contains(&printed(last)) && is_agency(first));
        let department = at + 2 == last
            && printed(at + 1).eq_ignore_ascii_case("OF")
            && is_agency(first)
            && found == Some(last);
        let post =
            || facts::post_by_name(whole[name.clone()].trim_end_matches([':', ','])).is_some();
        if kind || office || department || post() {
            found = Some(at);
        }
    }
    // `FOR ROE; SOUTHERN COMMAND FOR HILL`
    found.or_else(|| {
        let mut at = last;
        while at > within.start && words[at].verb.is_none() && end - at <= LONGEST_AGENCY {
            if printed(at - 1).ends_with(';') {
                return Some(at);
            }
            at -= 1;
        }
        None
    })
}

/// Whether a word is the kind of a post, `AMEMBASSY`, however it is misspelt behind its first letters.
fn begins_kind(word: &str) -> bool {
    ["AMEMB", "AMCON", "USMIS"]
        .iter()
        .any(|kind| word.starts_with(kind))
}

fn read_words(line: &str, words: &mut Words) {
    words.clear();
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while bytes
            .get(at)
            .is_some_and(|byte| *byte > b' ' || !byte.is_ascii_whitespace())
        {
            at += 1;
        }
        if start < at {
            let range = start..at;
            let verb = line.get(range.clone()).and_then(is_verb);
            words.push(Word { range, verb });
        }
        at += 1;
    }
}

fn one(folded: &Folded<'_>, words: &[Word]) -> Option<PassLine<Spanned>> {
    let whole = folded.as_str();
    let (first, last) = (&words.first()?.range, &words.last()?.range);
    let printed = |word: &Word| &whole[word.range.clone()];
    let verbatim = folded.is_verbatim(first.start..last.end);
    let value = |range: Range<usize>| match verbatim {
        true => Spanned::verbatim(folded.span(range)),
        false => folded.spanned(range),
    };
    let verb = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| Some((at, &word.range, word.verb?)));
    let (agency, verb, targets) = match verb {
        Some((at, range, verb)) => {
            let mut end = at;
            while end > 0 && is_filler(printed(&words[end - 1])) {
                end -= 1;
            }
            let verb = Spanned::of(folded.text(), folded.span(range.clone()), verb.into());
            let mut targets = at + 1;
            if words
                .get(targets)
                .is_some_and(|word| printed(word).eq_ignore_ascii_case("TO"))
            {
                targets += 1;
            }
            let agency = (end > 0).then(|| {
                let name = first.start..words[end - 1].range.end;
                let bare = without_signs(&whole[name.clone()], b":,-");
                value(folded.trim(name.start..name.start + bare.len()))
            });
            (agency, Some(verb), targets)
        }
        // A list of offices, behind an agency or alone.
        None if words.len() > 1
            && !whole[first.clone()].contains('/')
            && !whole[first.clone()].ends_with(',') =>
        {
            (Some(value(first.clone())), None, 1)
        }
        None => (None, None, 0),
    };
    let targets = match words.get(targets) {
        Some(from) => split_targets(folded, from.range.start..last.end, value),
        None => Vec::new(),
    };
    let text = without_signs(&whole[first.start..last.end], b",; ");
    Some(PassLine {
        text: value(folded.trim(first.start..first.start + text.len())),
        agency,
        verb,
        targets,
    })
}

/// Parts a list at commas, semicolons and AND outside of parentheses.
fn split_targets(
    folded: &Folded<'_>,
    range: Range<usize>,
    value: impl Fn(Range<usize>) -> Spanned,
) -> Vec<Spanned> {
    let whole = folded.as_str();
    let bytes = whole.as_bytes();
    let mut targets = Vec::new();
    let mut push = |range: Range<usize>| {
        let range = folded.trim(range);
        if !range.is_empty() {
            targets.push(value(range));
        }
    };
    let (mut depth, mut from, mut at) = (0_u32, range.start, range.start);
    while at < range.end {
        match bytes[at] {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b',' | b';' if depth == 0 => {
                push(from..at);
                from = at + 1;
            }
            // A line that was not full ends its target.
            b'\n' if depth == 0 && parts(whole, from, at) => {
                push(from..at);
                from = at + 1;
            }
            b' ' | b'\n' if depth == 0 => {
                let link = bytes.get(at + 1..at + 5).is_some_and(|word| {
                    word[..3].eq_ignore_ascii_case(b"AND") && word[3].is_ascii_whitespace()
                });
                if link {
                    push(from..at);
                    from = at + 4;
                    at += 3;
                }
            }
            _ => {}
        }
        at += 1;
    }
    push(from..range.end);
    targets
}

/// Whether the line end at `at` stands between two targets: the line has room for more words, and neither end of it asks
/// for more.
fn parts(whole: &str, from: usize, at: usize) -> bool {
    /// Columns after which a line may have been wrapped.
    const FULL: usize = 50;
    let line = whole.get(..at).unwrap_or("");
    let start = line.rfind('\n').map_or(0, |end| end + 1);
    let before = whole.get(from.max(start)..at).unwrap_or("").trim_end();
    let last = before.rsplit(' ').next().unwrap_or("");
    let next = whole
        .get(at + 1..)
        .and_then(|rest| rest.split_whitespace().next())
        .unwrap_or("");
    let asks = |word: &str| {
        ["AND", "TO", "OF", "THE", "&", "-", "OR"]
            .iter()
            .any(|open| word.eq_ignore_ascii_case(open))
    };
    at - start < FULL
        && !last.is_empty()
        && !asks(last)
        && !asks(next)
        && is_verb(last).is_none()
        // Behind the name of a person stands the next office.
        && (is_agency(next) || last.ends_with(')') && !next.starts_with('('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::spanned::Resolve;

    fn read(text: &str) -> Vec<(Option<String>, Option<String>, Vec<String>)> {
        let folded = Folded::new(text, &[Span::at(0, text.len())]);
        parse(&folded)
            .iter()
            .map(|line| {
                let line = line.resolve(text);
                (
                    line.agency.map(str::to_owned),
                    line.verb.map(str::to_owned),
                    line.targets
                        .iter()
                        .map(|target| target.to_string())
                        .collect(),
                )
            })
            .collect()
    }

    #[test]
    fn lines_that_belong_together() {
        assert!(closes_list("NAME, NAME; NSC FOR HILL"));
        assert!(!closes_list("NSC FOR HILL; EUR FOR ROE"));
        assert!(names_receiver("STATE PASS TO USTR", "FOR JONES"));
        assert!(!names_receiver("STATE PASS TO USTR", "FOR THE AMBASSADOR"));
        assert!(!names_receiver("STATE PASS USTR FOR ROE", "FOR JONES"));
        assert!(!names_receiver("STATE FOR EUR", "FOR JONES"));
        assert!(opens_with_office("WHA/CEN FOR HILL"));
        assert!(!opens_with_office("BUT FOR OFFICIAL USE"));
        assert!(continues("NEA/ARP, NEA/RA"));
        assert!(!continues("USAID/AFR, AFR/SD"));
    }

    #[test]
    fn agencies_verbs_and_targets() {
        let some = |value: &str| Some(value.to_owned());
        assert_eq!(
            read("DEPARTMENT ALSO FOR EUR/WE, INR (SMITH, JONES) AND EB"),
            [(
                some("DEPARTMENT"),
                some("FOR"),
                vec!["EUR/WE".into(), "INR (SMITH, JONES)".into(), "EB".into()]
            )]
        );
        assert_eq!(
            read("AMEMBASSY NORDHAVEN PASS TO AMCONSUL PORT AURELIA"),
            [(
                some("AMEMBASSY NORDHAVEN"),
                some("PASS"),
                vec!["AMCONSUL PORT AURELIA".into()]
            )]
        );
        assert_eq!(
            read("STATE FOR NEA/IR (ROE)\nISN (HILL)")[0].2,
            ["NEA/IR (ROE)", "ISN (HILL)"]
        );
        assert_eq!(read("FOR THE SECRETARY")[0].0, None);
        assert_eq!(read("EUR FOR JANE ROE\nG/TIP")[0].2, ["JANE ROE", "G/TIP"]);
        assert_eq!(
            read("CA/FPP: PLEASE PASS TO DOJ ROE"),
            [(some("CA/FPP"), some("PASS"), vec!["DOJ ROE".into()])]
        );
    }

    #[test]
    fn several_on_one_line() {
        let lines = read("LABOR FOR ILAB: NAME LABOR PASS FAA FOR OTHER DOE FOR THIRD");
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(lines[1].2, ["FAA FOR OTHER"]);
        let agencies = |text: &str| -> Vec<Option<String>> {
            read(text).into_iter().map(|line| line.0).collect()
        };
        let some = |value: &str| Some(value.to_owned());
        assert_eq!(
            agencies("STATE FOR EUR/WE, NSC FOR ROE, ALSO FOR INR/B, PASS TO USTR"),
            [some("STATE"), some("NSC"), None, None]
        );
        assert_eq!(
            agencies("ROME FOR ECON; BERLIN\nFOR SMITH"),
            [some("ROME"), some("BERLIN")]
        );
        assert!(waits_for_verb("ROME FOR ECON; BERLIN", "FOR SMITH"));
        assert!(!waits_for_verb("ROME FOR ECON; BERLIN", "PARIS FOR SMITH"));
        assert!(!waits_for_verb("ROME FOR ECON", "FOR SMITH"));
        assert_eq!(
            agencies(
                "AF/S FOR B. ROE ADDIS ABABA FOR USAU DEA HQS FOR OGE/HILL JOINT STAFF FOR J5 AMEMBSSY PARIS FOR DOE"
            ),
            [
                some("AF/S"),
                some("ADDIS ABABA"),
                some("DEA HQS"),
                some("JOINT STAFF"),
                some("AMEMBSSY PARIS")
            ]
        );
        assert_eq!(
            agencies(
                "DEPT FOR AF/W PARIS AND LONDON FOR AFRICA WATCHERS DEPT FOR EUR/WE ALSO FOR INR/B"
            ),
            [some("DEPT"), some("PARIS AND LONDON"), some("DEPT"), None]
        );
        assert_eq!(
            agencies("FOR ROE FROM HILL; WHITE HOUSE FOR DOE; HQ SOUTHCOM FOR POLAD"),
            [None, some("WHITE HOUSE"), some("HQ SOUTHCOM")]
        );
        assert_eq!(
            agencies("STATE PASS USTR, TREASURY FOR ROE"),
            [some("STATE")]
        );
    }
}
