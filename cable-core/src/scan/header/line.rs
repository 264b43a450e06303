//! What a line of the transmission header is: [`classify`], a pure function of the line and of what came before it.
//!
//! The streaming [`HeaderScanner`](crate::scan::HeaderScanner) and [`read_header`](crate::read::read_header) share it.

use super::end::{LevelLine, is_caption, is_label, is_pass_line, is_separator, level_line};
use super::furniture::{furniture, is_leftover, is_notice, office_row};
use super::kind::HeaderLineKind;
use super::name::{is_surely_addressee, may_be_addressee};
use crate::scan::shape::{
    begins, first_word, indicator_before_slash, is_blank, is_digits, is_operating_signal,
    is_routing_indicator, part, same, words,
};
use std::ops::Range;

/// The longest line that is looked at whole, in bytes. Header lines have at most 69 (ACP 127(G) para 138).
pub const LINE_MAX: usize = 512;

/// A line as [`classify`] sees it; ranges are offsets in the line, empty where there is no such part.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// What it is; `None` where it belongs to the text and the header is over.
    pub(crate) kind: Option<HeaderLineKind>,
    /// The label or first signal: `TO`, `DE`, `ZNR`, `O`.
    pub(crate) label: Range<usize>,
    /// What follows the label.
    pub(crate) value: Range<usize>,
    /// The page heading that was printed into an addressee line, to the end of the line.
    pub(crate) page: Range<usize>,
    /// The header is over only because the line cannot belong to it; a classification line may still follow.
    pub(crate) soft: bool,
}

impl Line {
    fn new(kind: HeaderLineKind) -> Self {
        Line {
            kind: Some(kind),
            label: 0..0,
            value: 0..0,
            page: 0..0,
            soft: false,
        }
    }

    fn whole(kind: HeaderLineKind, line: &[u8]) -> Self {
        Line {
            value: 0..line.len(),
            ..Line::new(kind)
        }
    }

    /// A line with a label of `label` bytes from `from`.
    fn labelled(kind: HeaderLineKind, line: &[u8], label: Range<usize>) -> Self {
        let rest = line.get(label.end..).unwrap_or(b"");
        let skip = rest
            .iter()
            .position(|byte| !is_blank(*byte))
            .unwrap_or(rest.len());
        Line {
            value: label.end + skip..line.len(),
            label,
            ..Line::new(kind)
        }
    }

    fn end() -> Self {
        Line {
            kind: None,
            ..Line::new(HeaderLineKind::Unknown)
        }
    }

    fn soft_end() -> Self {
        Line {
            soft: true,
            ..Line::end()
        }
    }
}

/// The part of the header the last line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Block {
    /// No header line yet.
    #[default]
    Start,
    /// Distribution block.
    Distribution,
    /// Clearance list of the distribution block.
    Clearances,
    /// Format lines 1 and 2.
    Routing,
    /// Format lines 3 to 5.
    Station,
    /// Format line 6.
    Originator,
    /// Format lines 7 and 8.
    Addressees,
    /// Format line 9.
    Exclusions,
    /// Behind the leftovers of an export that follow the header.
    Closed,
}

/// What [`classify`] must know of the lines before.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct State {
    /// Where we are.
    pub(crate) block: Block,
    /// The line before is blank.
    blank: bool,
    /// The last line that is not blank is page furniture: what follows goes on as before it.
    page: bool,
    /// `PAGE 02` stood alone: its post and serial are on the next line.
    pub(super) page_open: bool,
}

impl State {
    /// Before the first line.
    pub(crate) const fn new() -> Self {
        State {
            block: Block::Start,
            blank: false,
            page: false,
            page_open: false,
        }
    }

    /// Takes note of a line.
    pub(crate) fn advance(&mut self, kind: HeaderLineKind, page_open: bool) {
        use HeaderLineKind as K;
        self.blank = kind == K::Blank;
        if self.blank {
            return;
        }
        self.page = matches!(kind, K::PageLine | K::ClassificationWord | K::ReleaseStamp);
        self.page_open = page_open;
        self.block = match kind {
            K::TransmissionId | K::Routing | K::RoutingContinuation => Block::Routing,
            K::Station | K::DateTimeGroup => Block::Station,
            K::Security if self.block != Block::Originator => Block::Station,
            K::Originator => Block::Originator,
            K::Action | K::Info | K::Addressee => Block::Addressees,
            K::Exclusion => Block::Exclusions,
            K::DistributionAction
            | K::DistributionOrigin
            | K::DistributionInfo
            | K::DistributionOffices
            | K::DistributionTotal
            | K::DashLine
            | K::MachineNumber
                if self.before_station() =>
            {
                Block::Distribution
            }
            K::Drafting if self.before_station() => Block::Clearances,
            K::Leftover if self.in_addressees() => Block::Closed,
            _ => self.block,
        };
    }

    /// Whether no line of the header proper was met.
    pub(super) fn before_station(self) -> bool {
        matches!(
            self.block,
            Block::Start | Block::Distribution | Block::Clearances
        )
    }

    fn in_addressees(self) -> bool {
        matches!(self.block, Block::Addressees | Block::Exclusions)
    }
}

/// Whether a header may begin with this line: no other text looks like it.
pub(crate) fn is_strong(kind: HeaderLineKind) -> bool {
    use HeaderLineKind as K;
    matches!(
        kind,
        K::TransmissionId
            | K::Routing
            | K::Station
            | K::Security
            | K::DateTimeGroup
            | K::Originator
            | K::Action
            | K::Info
            | K::Exclusion
            | K::PartialExtract
            | K::DistributionAction
            | K::DistributionOrigin
            | K::DistributionInfo
            | K::DashLine
    )
}

/// Says what a line is. `line` has no line end and no white space at its end.
///
/// Total: every line is something, if only [`HeaderLineKind::Unknown`].
pub(crate) fn classify(state: State, line: &[u8]) -> Line {
    use HeaderLineKind as K;
    // Most lines of a header are these.
    if (state.in_addressees() || state.block == Block::Closed)
        && indicator_before_slash(line).is_some()
    {
        return Line::whole(K::Addressee, line);
    }
    let first = first_word(line);
    if first.is_empty() {
        return Line::new(K::Blank);
    }
    let lead = line.len() - line.trim_ascii_start().len();
    let start = lead..lead + first.len();
    if let Some(found) = labelled(state, line, first, start) {
        return found;
    }
    // Lines of a distribution block and of page furniture stand anywhere.
    if let Some(kind) = furniture(state, line, first) {
        return Line::whole(kind, line);
    }
    if is_notice(line) {
        return Line::whole(K::PartialExtract, line);
    }
    match level_line(line) {
        Some(LevelLine::Banner) => return Line::end(),
        Some(LevelLine::Alone) => return Line::whole(K::ClassificationWord, line),
        Some(LevelLine::Page(from)) => {
            return Line {
                page: from..line.len(),
                ..Line::whole(K::PageLine, line)
            };
        }
        None => {}
    }
    if is_label(line) || is_caption(line) || is_separator(line) {
        return Line::end();
    }
    if is_note(line) {
        return Line::whole(K::Note, line);
    }
    if state.block == Block::Clearances {
        return Line::whole(K::Clearance, line);
    }
    if state.block == Block::Routing
        && words(line).all(|word| is_routing_indicator(part(line, word)))
    {
        return Line::whole(K::RoutingContinuation, line);
    }
    if is_leftover(line, first) {
        return Line::whole(K::Leftover, line);
    }
    if state.in_addressees() || state.block == Block::Closed {
        if is_pass_line(line) {
            return Line::end();
        }
        // Behind a blank line the text may begin without a banner, so only what is surely an addressee goes on.
        let goes_on = if state.blank && !state.page {
            is_surely_addressee(line)
        } else {
            may_be_addressee(line)
        };
        if goes_on && state.block != Block::Closed {
            return Line::whole(K::Addressee, line);
        }
        if state.blank {
            return Line::soft_end();
        }
    } else if matches!(state.block, Block::Originator) && is_pass_line(line) {
        return Line::end();
    }
    Line::whole(K::Unknown, line)
}

/// Lines that begin with a label or signal of their own.
fn labelled(state: State, line: &[u8], first: &[u8], start: Range<usize>) -> Option<Line> {
    use HeaderLineKind as K;
    let rest = line.get(start.end..).unwrap_or(b"").trim_ascii_start();
    let begun = !state.before_station();
    let label = |kind| Some(Line::labelled(kind, line, start.clone()));
    match first.first()?.to_ascii_uppercase() {
        b'V' | b'Z' if begins(first, b"VZCZC") || begins(first, b"ZCZC") => {
            return label(K::TransmissionId).map(|found| Line {
                label: 0..0,
                value: start.start..line.len(),
                ..found
            });
        }
        b'Z' if begins(first, b"ZNR") || begins(first, b"ZNY") => {
            // Letters glued to the signal are split off.
            return Some(Line::labelled(
                K::Security,
                line,
                start.start..start.start + 3,
            ));
        }
        b'Z' if is_operating_signal(first)
            && matches!(state.block, Block::Routing | Block::Station) =>
        {
            return label(K::Security);
        }
        b'B' if same(first, b"BT") && rest.is_empty() => return label(K::Break),
        b'D' if same(first, b"DE") => {
            let second = first_word(rest);
            if is_routing_indicator(second)
                || second.contains(&b'#')
                || begins(rest, b"R") && rest.contains(&b'#')
            {
                return label(K::Station);
            }
        }
        b'F' if is_label_word(first, b"FM") && (begun || is_surely_addressee(rest)) => {
            return label(K::Originator);
        }
        b'T' | b'I' | b'X' => {
            if let Some(found) = block_label(state, line, first, start.clone(), rest) {
                return Some(found);
            }
        }
        b'P' if same(first, b"PAGE") && is_digits(first_word(rest)) => {
            return Some(Line {
                page: start.start..line.len(),
                ..Line::whole(K::PageLine, line)
            });
        }
        _ => {}
    }
    if let Some(value) = date_time_group(line, begun) {
        return Some(Line {
            label: start.start..value.start,
            value,
            ..Line::new(K::DateTimeGroup)
        });
    }
    if is_routing(first, rest) {
        return label(K::Routing);
    }
    None
}

/// `TO`, `TO:`; the label may be followed by a colon.
fn is_label_word(word: &[u8], label: &[u8]) -> bool {
    same(word.strip_suffix(b":").unwrap_or(word), label)
}

/// The labels of the addressee blocks.
fn block_label(
    state: State,
    line: &[u8],
    first: &[u8],
    start: Range<usize>,
    rest: &[u8],
) -> Option<Line> {
    use HeaderLineKind as K;
    let begun = !state.before_station();
    let with_page = |mut found: Line| {
        let value = part(line, found.value.clone());
        if same(first_word(value), b"PAGE") {
            let digits = words(value).nth(1);
            if digits.is_some_and(|word| is_digits(part(value, word))) {
                found.page = found.value.clone();
                found.value = found.value.start..found.value.start;
            }
        }
        found
    };
    let accept = |found: Line| {
        let value = part(line, found.value.clone());
        (begun || !found.page.is_empty() || is_surely_addressee(value)).then_some(found)
    };
    if begins(first, b"XMT/") {
        let found = Line::labelled(K::Exclusion, line, start.start..start.start + 3);
        return Some(Line {
            value: start.start + 4..line.len(),
            ..found
        });
    }
    if is_label_word(first, b"XMT") {
        let found = Line::labelled(K::Exclusion, line, start);
        return (begun || is_surely_addressee(rest)).then_some(found);
    }
    if is_label_word(first, b"TO") {
        return accept(with_page(Line::labelled(K::Action, line, start)));
    }
    if is_label_word(first, b"INFO") {
        let second = first_word(rest);
        if office_row(rest) {
            return None;
        }
        if is_label_word(second, b"XMT") || begins(second, b"XMT/") {
            let at = line.len() - rest.len();
            let found = Line::labelled(K::Exclusion, line, start.start..at + 3);
            let value = part(line, found.value.clone());
            let skip = value
                .iter()
                .position(|byte| !matches!(byte, b'/' | b':') && !is_blank(*byte))
                .unwrap_or(value.len());
            return Some(Line {
                value: found.value.start + skip..found.value.end,
                ..found
            });
        }
        if first.ends_with(b":") && !begun && !is_surely_addressee(rest) {
            return None;
        }
        return accept(with_page(Line::labelled(K::Info, line, start)));
    }
    None
}

/// `OO RUEHLN RUEHPOD`: a prosign and nothing but indicators; one damaged indicator does not hide the line.
fn is_routing(first: &[u8], rest: &[u8]) -> bool {
    let prosign = matches!(first.len(), 1 | 2)
        && first.iter().all(|letter| {
            matches!(
                letter.to_ascii_uppercase(),
                b'Z' | b'O' | b'P' | b'R' | b'Y' | b'W'
            )
        });
    if !prosign {
        return false;
    }
    let (mut good, mut bad) = (0, 0);
    for word in words(rest) {
        let word = part(rest, word);
        if is_routing_indicator(word) {
            good += 1;
        } else if (3..=9).contains(&word.len()) && word.iter().all(u8::is_ascii_alphanumeric) {
            bad += 1;
        } else {
            return false;
        }
    }
    good > bad
}

/// Where the date-time group of the line begins, behind the precedence letters.
///
/// With a precedence letter a damaged group is taken, too; without one only the exact form is, since a date may stand
/// anywhere.
fn date_time_group(line: &[u8], begun: bool) -> Option<Range<usize>> {
    let mut letters = 0;
    let mut group = None;
    for word in words(line) {
        let found = part(line, word.clone());
        if group.is_none()
            && letters < 2
            && matches!(
                found,
                [b'Z' | b'O' | b'P' | b'R' | b'z' | b'o' | b'p' | b'r']
            )
        {
            letters += 1;
            continue;
        }
        group = Some(word);
        break;
    }
    let group = group?;
    let found = part(line, group.clone());
    let digits = found
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let value = group.start..line.len();
    if letters > 0 {
        let zone = found
            .get(digits..)
            .is_some_and(|tail| tail.first().is_none_or(u8::is_ascii_alphabetic));
        return (digits >= 4 && zone).then_some(value);
    }
    if digits != 6 || found.len() != 7 {
        return None;
    }
    let rest = line.get(group.end..).unwrap_or(b"");
    let mut rest = words(rest).map(|word| part(rest, word));
    let month = rest.next().unwrap_or(b"");
    let year = rest.next().unwrap_or(b"");
    let exact = found.last().is_some_and(u8::is_ascii_alphabetic)
        && month.len() == 3
        && month.iter().all(u8::is_ascii_alphabetic)
        && matches!(year.len(), 2 | 4)
        && is_digits(year)
        && (begun || rest.next().is_none());
    exact.then_some(value)
}

/// Operator's notes in parentheses; the accounting symbol and group count of format line 10.
fn is_note(line: &[u8]) -> bool {
    let bytes = line.trim_ascii();
    if bytes.starts_with(b"(") && bytes.ends_with(b")") {
        return true;
    }
    if indicator_before_slash(line).is_some() {
        return false;
    }
    let last = words(line).last().map_or(&b""[..], |word| part(line, word));
    same(last, b"GRNC")
        || (begins(last, b"GR") && last.len() <= 6 && last.get(2..).is_some_and(is_digits))
}

/// Whether the line is a page number alone, whose post and serial follow on the next line.
pub(crate) fn page_is_open(kind: HeaderLineKind, line: &[u8]) -> bool {
    kind == HeaderLineKind::PageLine
        && same(first_word(line), b"PAGE")
        && words(line).nth(2).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(lines: &[&str]) -> Vec<&'static str> {
        let mut state = State::default();
        lines
            .iter()
            .map(|line| {
                let found = classify(state, line.as_bytes());
                let Some(kind) = found.kind else {
                    return "END";
                };
                state.advance(kind, page_is_open(kind, line.as_bytes()));
                kind.as_str()
            })
            .collect()
    }

    #[test]
    fn a_full_header() {
        assert_eq!(
            kinds(&[
                "VZCZCXRO0001",
                "RR RUEHNV RUEHPA",
                "RUEHZB",
                "",
                "DE RUEHNV #0123/01 0851645",
                "ZNY CCCCC ZZH (CCY AD00AA00 MSI0001-001)",
                "R 251645Z MAR 08 ZDK",
                "FM AMEMBASSY NORDHAVEN",
                "TO RUEHC/SECSTATE WASHDC PRIORITY 0001",
                "RUEHPA/AMCONSUL PORT AURELIA 0002",
                "INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
                "AMEMBASSY ZELTBERG",
                "XMT/AMCONSUL PORT AURELIA",
                "AMEMBASSY ZELTBERG",
                "STATE GRNC",
                "C O N F I D E N T I A L NORDHAVEN 000123",
            ]),
            [
                "transmission-id",
                "routing",
                "routing-continuation",
                "blank",
                "station",
                "security",
                "date-time-group",
                "originator",
                "action",
                "addressee",
                "info",
                "addressee",
                "exclusion",
                "addressee",
                "note",
                "END",
            ]
        );
    }

    #[test]
    fn a_printed_page() {
        assert_eq!(
            kinds(&[
                "CONFIDENTIAL",
                "",
                "PAGE 01        NORDHA  04417  141530Z",
                "44",
                "ACTION EUR-12",
                "INFO  OCT-01  ISO-00",
                "      H-02  /076 W",
                "                     --------------------- 031187",
                "P R 141445Z SEP 76",
                "FM AMEMBASSY NORDHAVEN",
                "TO PAGE 02        STATE   000001  182333Z",
                "ALL DIPLOMATIC POSTS",
                "PAGE 02",
                "NORDHA 04417 141530Z",
                "AMEMBASSY ZELTBERG",
            ]),
            [
                "classification-word",
                "blank",
                "page-line",
                "machine-number",
                "distribution-action",
                "distribution-info",
                "distribution-offices",
                "dash-line",
                "date-time-group",
                "originator",
                "action",
                "addressee",
                "page-line",
                "page-line",
                "addressee",
            ]
        );
    }

    #[test]
    fn text_does_not_begin_a_header() {
        for line in [
            "TO ADDRESS THE MATTER WE PROPOSE",
            "FM PELLINGER TOLD AMBASSADOR",
            "INFO ON THE TALKS",
            "DE FACTO RULER",
            "to the end.",
        ] {
            assert_eq!(kinds(&[line]), ["unknown"], "{line}");
        }
    }
}
