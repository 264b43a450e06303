//! What a line of the transmission header is: [`classify`], a pure function of the line and of what came before it.
//!
//! The streaming [`HeaderScanner`](crate::scan::HeaderScanner) and [`read_header`](crate::read::read_header) share it.

use super::end::{
    LevelLine, is_caption, is_label, is_pass_line, is_separator, level_line, opens_with_level,
};
use super::furniture::{furniture, is_leftover, is_notice, is_stamp};
use super::kind::HeaderLineKind;
use super::labelled::labelled;
use super::line::Line;
use super::name::{is_surely_addressee, may_be_addressee};
use super::state::{Block, State};
use crate::scan::shape::{
    begins, first_word, indicator_before_slash, is_digits, is_routing_indicator, last_word, part,
    same, words,
};

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
    if state.in_addressees() || state.block == Block::Closed {
        if let Some(indicator) = indicator_before_slash(line) {
            return Line {
                indicator: Some(indicator),
                ..Line::whole(K::Addressee, line)
            };
        }
    }
    let first = first_word(line);
    if first.is_empty() {
        return Line::new(K::Blank);
    }
    let lead = line.len() - line.trim_ascii_start().len();
    let start = lead..lead + first.len();
    if opens_with_level(line) && !state.page_open {
        // No label begins so, nor other furniture.
        if is_stamp(line) {
            return Line::whole(K::ReleaseStamp, line);
        }
    } else if let Some(found) = labelled(state, line, first, start) {
        return found;
    } else if let Some(kind) = furniture(state, line, first) {
        // Lines of a distribution block and of page furniture stand anywhere.
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
    } else if matches!(state.block, Block::Station | Block::Originator) && is_pass_line(line) {
        // An extract may print pass lines right behind what it has of the header.
        return Line::end();
    }
    // Behind the leftovers of an export stand only more of them.
    let kind = if state.block == Block::Closed {
        K::Leftover
    } else {
        K::Unknown
    };
    Line::whole(kind, line)
}

/// What [`classify`] says of a line above any header, if the line has a label or signal of its own.
pub(crate) fn opening_label(line: &[u8]) -> Option<HeaderLineKind> {
    let first = first_word(line);
    let lead = line.len() - line.trim_ascii_start().len();
    labelled(State::new(), line, first, lead..lead + first.len())?.kind
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
    let last = part(line, last_word(line, 0..line.len()));
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
