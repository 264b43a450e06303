//! Checks that need only the header: section 7 of the format reference, H001 to H031 and D001.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::field::{distribution as block, precedence};
use crate::record::{
    Addressee, Distribution, Header, HeaderForm, Precedence, Precedences, Routing,
};
use crate::scan::shape::is_digits;
use crate::span::Span;
use crate::spanned::Spanned;
use jiff::tz::Offset;
use std::collections::HashSet;

/// H001, H002: `VZCZC`, three letters, three or four digits. Source: ACP 127(G) paras 127-131.
pub(super) fn transmission_id(text: &str, span: Span, sink: &mut impl Sink) {
    let well = span
        .slice(text)
        .as_bytes()
        .strip_prefix(b"VZCZC")
        .and_then(|rest| rest.split_at_checked(3))
        .is_some_and(|(channel, number)| {
            channel.iter().all(u8::is_ascii_uppercase)
                && matches!(number.len(), 3 | 4)
                && is_digits(number)
        });
    if !well {
        sink.report(Diagnostic::new(Code::TransmissionIdMalformed, span));
    }
}

/// D001: copies add up to the total.
pub(super) fn distribution(found: &Distribution<Spanned>, sink: &mut impl Sink) {
    if let (Some(total), Some(sum)) = (found.total, block::copies(found)) {
        if total != sum {
            sink.report(Diagnostic::new(Code::CopyCountMismatch, found.span));
        }
    }
}

/// Everything else.
pub(super) fn header(
    text: &str,
    header: &Header<Spanned>,
    exclusions: Span,
    fragment: bool,
    sink: &mut impl Sink,
) {
    routing(text, header, sink);
    filing_time(header, sink);
    station(text, header, sink);
    addressees(header, sink);
    if !header.excluded.is_empty() && !fragment {
        let collective = |list: &[Addressee<Spanned>]| list.iter().any(|one| one.collective);
        if !collective(&header.action) && !collective(&header.info) {
            sink.report(Diagnostic::new(
                Code::ExclusionWithoutCollective,
                exclusions,
            ));
        }
    }
    let whole = matches!(header.form, HeaderForm::Full | HeaderForm::AddressOnly);
    if whole && !fragment {
        if header.originator.is_none() {
            sink.report(Diagnostic::new(
                Code::OriginatorMissing,
                header.spans.header,
            ));
        }
        if header.action.is_empty() {
            sink.report(Diagnostic::new(Code::ActionMissing, header.spans.header));
        }
    }
}

/// H003, H005: precedence of the routing line is that of format line 5; no indicator twice.
fn routing(text: &str, header: &Header<Spanned>, sink: &mut impl Sink) {
    for line in &header.routing {
        if let (Some(called), Some(Precedences { action, .. })) =
            (line.precedence, header.precedence)
        {
            if called != action {
                let finding = Diagnostic::new(Code::RoutingPrecedenceMismatch, line.span);
                sink.report(finding.with_related(header.spans.precedence));
            }
        }
        repeated(text, line, sink);
    }
}

fn repeated(text: &str, line: &Routing<Spanned>, sink: &mut impl Sink) {
    /// Up to so many a comparison of all with all is cheaper than a set.
    const FEW: usize = 32;
    let list = &line.routing_indicators;
    let mut report = |span| sink.report(Diagnostic::new(Code::RoutingIndicatorInvalid, span));
    if list.len() <= FEW {
        let mut prints = 0_u64;
        for (index, indicator) in list.iter().enumerate() {
            let name = indicator.get(text);
            // Most names differ in their last letters so that no comparison is needed.
            let print = 1 << (name.bytes().rev().take(3).fold(0, fingerprint) % u64::BITS);
            let known = prints & print != 0;
            prints |= print;
            if !known {
                continue;
            }
            if list
                .iter()
                .take(index)
                .any(|before| before.get(text) == name)
            {
                report(indicator.span());
            }
        }
    } else {
        let mut met = HashSet::with_capacity(list.len());
        for indicator in list {
            if !met.insert(indicator.get(text)) {
                report(indicator.span());
            }
        }
    }
}

fn fingerprint(print: u32, letter: u8) -> u32 {
    print.wrapping_mul(31).wrapping_add(u32::from(letter))
}

/// H008, H009: the filing day exists in its year and the filing time lies at most two minutes before and a day behind
/// the date-time group. Source: ACP 127(G) paras 113, 115.
fn filing_time(header: &Header<Spanned>, sink: &mut impl Sink) {
    let (Some(filed), Some(group)) = (header.filing_time, header.date_time_group) else {
        return;
    };
    let sent = Offset::UTC.to_datetime(group);
    let day = i32::from(sent.date().day_of_year());
    let year_days = i32::from(sent.date().days_in_year());
    let minutes = |day: i32, hour: i32, minute: i32| (day * 24 + hour) * 60 + minute;
    let sent_minutes = minutes(day, sent.hour().into(), sent.minute().into());
    let filed_day = i32::from(filed.day_of_year);
    let filed_minutes = minutes(filed_day, filed.hour.into(), filed.minute.into());
    let late = filed_minutes - sent_minutes;
    let fits = |late: i32| (-2..=24 * 60).contains(&late);
    // Filed in the same year, in the first days of the next, or two minutes before midnight of the last.
    let fits = (filed_day <= year_days && fits(late))
        || fits(late + minutes(year_days, 0, 0))
        || (day == 1
            && filed_day >= 365
            && [365, 366]
                .into_iter()
                .any(|days| fits(late - minutes(days, 0, 0))));
    if !fits {
        let finding = Diagnostic::new(Code::DateTimeGroupMismatch, header.spans.filing_time);
        sink.report(finding.with_related(header.spans.date_time_group));
    }
}

/// H021: the calling station is that of the originator, as far as both are known.
fn station(text: &str, header: &Header<Spanned>, sink: &mut impl Sink) {
    let (Some(station), Some(originator)) = (&header.originating_station, &header.originator)
    else {
        return;
    };
    let stations = facts::posts_by_routing_indicator(station.get(text));
    let name = originator.name.get(text);
    if stations.is_empty() || stations.iter().any(|post| is_named(name, post.origin)) {
        return;
    }
    let Some(post) = facts::post_by_name(name) else {
        return;
    };
    let agree = stations.iter().any(|other| {
        other.origin == post.origin
            || facts::same_post(other.origin, post.origin)
            || post.routing_indicator == Some(station.get(text))
    });
    if !agree {
        let finding = Diagnostic::new(Code::StationMismatch, station.span());
        sink.report(finding.with_related(originator.span));
    }
}

/// Whether a name is a word such as AMEMBASSY and the post: what nearly all originators are.
fn is_named(name: &str, origin: &str) -> bool {
    let post = name.split_once(' ').map_or("", |(_, post)| post);
    let letters = post.bytes().filter(|byte| *byte != b' ');
    letters.eq(origin.bytes())
}

/// H031: no addressee above the precedence of the telegram.
fn addressees(header: &Header<Spanned>, sink: &mut impl Sink) {
    let Some(Precedences { action, .. }) = header.precedence else {
        return;
    };
    let above = |printed: Precedence| precedence::rank(printed) > precedence::rank(action);
    for one in header.action.iter().chain(&header.info) {
        if one.precedence.is_some_and(above) {
            let finding = Diagnostic::new(Code::AddresseePrecedenceTooHigh, one.span);
            sink.report(finding.with_related(header.spans.precedence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{Limits, ParseOptions};
    use crate::read::read_header;
    use crate::scan::lines;

    const CLEAN: &str = "VZCZCXRO0001\nOO RUEHMO RUEHFR\nDE RUEHMO #0123/01 0851645\nZNY CCCCC ZZH\n\
        O P 251645Z MAR 08\nFM AMEMBASSY MOSCOW\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 0412\n\
        INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE PRIORITY\nXMT AMEMBASSY PARIS\n";

    fn codes(text: &str, options: &ParseOptions) -> Vec<Code> {
        let mut findings = Vec::new();
        read_header(text, &lines(text), options, None, &mut findings);
        findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn every_rule_is_told_alone() {
        assert_eq!(codes(CLEAN, &ParseOptions::new()), []);
        for (from, to, code) in [
            (
                "VZCZCXRO0001",
                "VZCZCXR00001",
                Code::TransmissionIdMalformed,
            ),
            ("OO RUEHMO", "PP RUEHMO", Code::RoutingPrecedenceMismatch),
            ("OO RUEHMO", "O RUEHMO", Code::RoutingPrecedenceMismatch),
            (
                "RUEHMO RUEHFR",
                "RUEHMO RUEHMO",
                Code::RoutingIndicatorInvalid,
            ),
            (
                "RUEHMO RUEHFR",
                "RUEHMO RUEHFR RU3HXX",
                Code::RoutingIndicatorInvalid,
            ),
            ("#0123/01", "#123/01", Code::StationLineUnreadable),
            ("0851645", "0851642", Code::DateTimeGroupMismatch),
            ("0851645", "0861646", Code::DateTimeGroupMismatch),
            ("0851645", "3661645", Code::DateTimeGroupMismatch),
            ("CCCCC", "CCCC", Code::SecurityWarningMalformed),
            ("ZZH", "ZQX", Code::OperatingSignalUnknown),
            ("251645Z MAR", "321645Z MAR", Code::DateTimeGroupUnreadable),
            ("251645Z MAR", "251745A MAR", Code::DateTimeGroupForm),
            ("O P 25", "O O 25", Code::PrecedenceOrder),
            ("FM AMEMBASSY MOSCOW\n", "", Code::OriginatorMissing),
            (
                "FM AMEMBASSY MOSCOW",
                "FM AMEMBASSY MOSCOW\nFM AMEMBASSY PARIS",
                Code::OriginatorMissing,
            ),
            (
                "FM AMEMBASSY MOSCOW",
                "FM AMEMBASSY PARIS",
                Code::StationMismatch,
            ),
            (
                "TO RUEHC/SECSTATE WASHDC IMMEDIATE 0412\n",
                "",
                Code::ActionMissing,
            ),
            (
                "XMT AMEMBASSY PARIS",
                "XMT AMEMBASSY PARIS\nINFO AMEMBASSY ROME",
                Code::AddresseeOrder,
            ),
            (
                "IMMEDIATE 0412",
                "IMMEDIATE 0412-0411",
                Code::MessageNumberMalformed,
            ),
            (
                "EUROPEAN POLITICAL COLLECTIVE",
                "AMEMBASSY ROME",
                Code::ExclusionWithoutCollective,
            ),
            (
                "SECSTATE WASHDC",
                "SECSTATE WASHDC//A OFFICE OF A VERY LONG NAME INDEED//",
                Code::LineTooLong,
            ),
            (
                "WASHDC IMMEDIATE",
                "WASHDC NIACT",
                Code::NiactWithoutImmediate,
            ),
            (
                "WASHDC IMMEDIATE",
                "WASHDC FLASH",
                Code::AddresseePrecedenceTooHigh,
            ),
            (
                "VZCZC",
                "ACTION EUR-12\nINFO OCT-01 /014 W\nVZCZC",
                Code::CopyCountMismatch,
            ),
        ] {
            let text = CLEAN.replacen(from, to, 1);
            assert_ne!(text, CLEAN);
            assert_eq!(codes(&text, &ParseOptions::new()), [code], "{from} -> {to}");
        }
    }

    #[test]
    fn the_filing_time_may_cross_the_year() {
        let text = CLEAN
            .replacen("251645Z MAR 08", "312359Z DEC 08", 1)
            .replacen("0851645", "0010010", 1);
        assert_eq!(codes(&text, &ParseOptions::new()), []);
        // A leap day: day 366 exists in 2008.
        let text = text.replacen("0010010", "3662359", 1);
        assert_eq!(codes(&text, &ParseOptions::new()), []);
    }

    #[test]
    fn a_fragment_lacks_nothing() {
        let options = ParseOptions::new().with_fragment(true);
        assert_eq!(codes("INFO XMT AMEMBASSY PARIS", &options), []);
        assert_eq!(codes("FM AMEMBASSY PARIS", &options), []);
    }

    #[test]
    fn limits_are_told_once() {
        let limits = Limits {
            addressees: 1,
            ..Limits::default()
        };
        let options = ParseOptions::new().with_limits(limits);
        let text = "FM AMEMBASSY MOSCOW\nTO ALL DIPLOMATIC POSTS\nRUEHC/SECSTATE WASHDC\nXMT AMEMBASSY PARIS\n";
        assert_eq!(codes(text, &options), [Code::LimitReached]);
    }
}
