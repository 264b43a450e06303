//! Each cross-check finds what it is there for, at its place, and is silent on a telegram that keeps the rule.

use cable_core::{Cable, Code, ParseOptions, Severity, Span};

/// A telegram that keeps every rule.
const GOOD: &str = "\
VZCZCXRO0123
PP RUEHNV
DE RUEHZB #0123/01 0641015
ZNY CCCCC ZZH
P 051015Z MAR 07
FM AMEMBASSY ZELTBERG
TO RUEHC/SECSTATE WASHDC PRIORITY 2218
INFO RUEHNV/AMEMBASSY NORDHAVEN 0391
C O N F I D E N T I A L SECTION 01 OF 02 ZELTBERG 000123

SIPDIS

E.O. 12958: DECL: 03/05/2017
TAGS: PREL, EFIS
SUBJECT: HERRING IN THE WESTERN BANK

REF: A. NORDHAVEN 12
     B. STATE 4501

Classified By: Ambassador Ines Halverson, reasons 1.4 (b) and (d).

1. (C) SUMMARY: The cabinet opened the bank to foreign ships
(ref A). END SUMMARY.

2. (U) Ships of both countries may fish there from April to

ZELTBERG 00000123  002 OF 002


June, as refs A and B foresaw.

3. (SBU) The Embassy will report on the first catch.
HALVERSON
";

fn findings(text: &str) -> Vec<(Code, String, Option<String>)> {
    findings_with(text, &ParseOptions::new())
}

fn findings_with(text: &str, options: &ParseOptions) -> Vec<(Code, String, Option<String>)> {
    let cable = Cable::parse_with(text.as_bytes(), options).expect("a telegram");
    let view = cable.view();
    let shown = |span: Span| view.slice(span).to_owned();
    view.diagnostics()
        .iter()
        .map(|found| {
            let place = found.span.map(shown).unwrap_or_default();
            (found.code, place, found.related.map(shown))
        })
        .collect()
}

#[test]
fn a_telegram_that_keeps_the_rules_has_no_findings() {
    assert_eq!(findings(GOOD), []);
}

/// One or more replacements in [`GOOD`], and what is found then: the code, its place and the other place.
type Case = (
    &'static [(&'static str, &'static str)],
    Code,
    &'static str,
    Option<&'static str>,
);

const BANNER: &str = "C O N F I D E N T I A L";
const WHOLE_BANNER: &str = "C O N F I D E N T I A L SECTION 01 OF 02 ZELTBERG 000123";
const BREAK: &str = "ZELTBERG 00000123  002 OF 002";

const CASES: &[Case] = &[
    // Header and banner.
    (
        &[("#0123/01", "#0124/01")],
        Code::SerialMismatch,
        "0124",
        Some("000123"),
    ),
    (
        &[("HALVERSON\n", "HALVERSON\nBT\n#0124\n")],
        Code::SerialMismatch,
        "#0124",
        Some("0123"),
    ),
    (
        &[
            ("SECTION 01 OF 02 ", ""),
            ("\nZELTBERG 00000123  002 OF 002\n\n", ""),
        ],
        Code::SectionWordingMissing,
        "01",
        Some("C O N F I D E N T I A L ZELTBERG 000123"),
    ),
    (
        &[("ZNY CCCCC", "ZNY SSSSS")],
        Code::SecurityWarningMismatch,
        "SSSSS",
        Some(BANNER),
    ),
    (
        &[("FM AMEMBASSY ZELTBERG", "FM AMEMBASSY NORDHAVEN")],
        Code::StationMismatch,
        "AMEMBASSY NORDHAVEN",
        Some("ZELTBERG"),
    ),
    (
        &[
            ("FM AMEMBASSY ZELTBERG", "FM AMEMBASSY NORDHAVEN"),
            ("#0123/01", "#0124/01"),
        ],
        Code::BodyOfAnotherTelegram,
        "ZELTBERG 000123",
        Some("DE RUEHZB #0124/01 0641015"),
    ),
    // Missing parts.
    (&[(WHOLE_BANNER, "")], Code::BannerMissing, "", None),
    (
        &[("E.O. 12958: DECL: 03/05/2017\n", "")],
        Code::ExecutiveOrderMissing,
        "",
        None,
    ),
    (&[("TAGS: PREL, EFIS\n", "")], Code::TagsMissing, "", None),
    (
        &[("SUBJECT: HERRING IN THE WESTERN BANK\n", "")],
        Code::SubjectMissing,
        "",
        None,
    ),
    (
        &[(
            "Classified By: Ambassador Ines Halverson, reasons 1.4 (b) and (d).\n",
            "",
        )],
        Code::ClassifiedByMissing,
        "",
        None,
    ),
    (
        &[(", reasons 1.4 (b) and (d).", "")],
        Code::ClassifiedByMissing,
        "Classified By: Ambassador Ines Halverson",
        Some(BANNER),
    ),
    // Sections and breaks.
    (
        &[("SECTION 01 OF 02", "SECTION 02 OF 02")],
        Code::SectionMissing,
        "C O N F I D E N T I A L SECTION 02 OF 02 ZELTBERG 000123",
        None,
    ),
    (
        &[("002 OF 002", "002 OF 003")],
        Code::SectionMissing,
        "ZELTBERG 00000123  002 OF 003",
        Some(WHOLE_BANNER),
    ),
    (
        &[("01 OF 02", "01 OF 03"), ("002 OF 002", "003 OF 003")],
        Code::SectionMissing,
        "ZELTBERG 00000123  003 OF 003",
        None,
    ),
    (
        &[("01 OF 02", "01 OF 03"), ("002 OF 002", "002 OF 003")],
        Code::SectionMissing,
        "ZELTBERG 00000123  002 OF 003",
        None,
    ),
    (
        &[("002 OF 002", "003 OF 002")],
        Code::SectionNumberInvalid,
        "ZELTBERG 00000123  003 OF 002",
        None,
    ),
    (
        &[(BREAK, "ZELTBERG 00000124  002 OF 002")],
        Code::BreakMismatch,
        "ZELTBERG 00000124  002 OF 002",
        Some("ZELTBERG 000123"),
    ),
    (
        &[(BREAK, "NORDHAVEN 00000123  002 OF 002")],
        Code::BreakMismatch,
        "NORDHAVEN 00000123  002 OF 002",
        Some("ZELTBERG 000123"),
    ),
    // Captions.
    (
        &[("SIPDIS\n", "EXDIS\nSIPDIS\n")],
        Code::CaptionsIncompatible,
        "SIPDIS",
        Some("EXDIS"),
    ),
    (
        &[("SIPDIS\n", "ROGER CHANNEL\nDS CHANNEL\n")],
        Code::CaptionsIncompatible,
        "DS CHANNEL",
        Some("ROGER CHANNEL"),
    ),
    (
        &[("SIPDIS\n", "AGREMENT CHANNEL\nSIPDIS\n")],
        Code::CaptionsIncompatible,
        "SIPDIS",
        Some("AGREMENT CHANNEL"),
    ),
    (
        &[("SIPDIS\n", "SENSITIVE\nSIPDIS\n")],
        Code::CaptionNotAllowed,
        "SENSITIVE",
        Some(BANNER),
    ),
    (
        &[("SIPDIS\n", "LOU\nSIPDIS\n")],
        Code::CaptionNotAllowed,
        "LOU",
        None,
    ),
    (
        &[("SIPDIS\n", "SIPDIS\nLIMDIS\n")],
        Code::OrderUnusual,
        "LIMDIS",
        Some("SIPDIS"),
    ),
    (
        &[("2. (U)", "2. (C/NF)")],
        Code::NofornCaptionMissing,
        "C/NF",
        None,
    ),
    // Declassification.
    (
        &[("DECL: 03/05/2017", "N/A")],
        Code::DeclassificationInconsistent,
        "N/A",
        Some(BANNER),
    ),
    // Portions.
    (
        &[("2. (U)", "2. (S)")],
        Code::PortionAboveBanner,
        "S",
        Some(BANNER),
    ),
    (
        &[("SUBJECT: ", "SUBJECT: (S) ")],
        Code::PortionAboveBanner,
        "S",
        Some(BANNER),
    ),
    (
        &[("1. (C)", "1. (SBU)")],
        Code::AllPortionsBelowBanner,
        BANNER,
        Some("SBU"),
    ),
    (&[("2. (U)", "2.")], Code::MarkMissing, "2", None),
    // Paragraphs.
    (
        &[("1. (C) ", ""), ("2. (U) ", ""), ("3. (SBU) ", "")],
        Code::ParagraphNumberMissing,
        "SUMMARY: The cabinet opened the bank to foreign ships\n(ref A). END SUMMARY.",
        None,
    ),
    (
        &[(" END SUMMARY.", "")],
        Code::SummaryUnclosed,
        "1. (C) SUMMARY: ",
        None,
    ),
    (
        &[("SUMMARY: The", "The")],
        Code::SummaryUnclosed,
        "END SUMMARY.",
        None,
    ),
    // References and text.
    (
        &[("refs A and B", "refs A and C")],
        Code::ReferenceUnresolved,
        "C",
        None,
    ),
    (
        &[("(ref A)", "(REFTEL D)")],
        Code::ReferenceUnresolved,
        "REFTEL D",
        None,
    ),
    (
        &[("first catch.\nHALVERSON\n", "first catch of\n")],
        Code::TextCutOff,
        "",
        None,
    ),
    (
        &[("The cabinet", "XXXXXXXXXXXX and [NAME REMOVED]")],
        Code::Redaction,
        "XXXXXXXXXXXX",
        None,
    ),
    (
        &[("The cabinet", "[NAME REMOVED] and XXXXXXXXXXXX")],
        Code::Redaction,
        "[NAME REMOVED]",
        None,
    ),
    (
        &[(
            "on the first catch.",
            "on the first catch and on what the herring fetches abroad.",
        )],
        Code::LineTooLong,
        "3. (SBU) The Embassy will report on the first catch and on what the herring fetches abroad.",
        None,
    ),
    (
        &[(
            "3. (SBU) The Embassy",
            "VZCZCXRO0124\nPP RUEHNV\n\n3. (SBU) The Embassy",
        )],
        Code::HeaderRepeatedInText,
        "VZCZCXRO0124",
        None,
    ),
];

#[test]
fn a_broken_rule_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for (changes, code, place, related) in CASES {
        let mut text = GOOD.to_owned();
        for (from, to) in *changes {
            assert!(text.contains(from), "{from:?} is not in the telegram");
            text = text.replacen(from, to, 1);
        }
        let found = findings(&text);
        let told = found.iter().any(|(found, at, other)| {
            found == code
                && at == place
                && related.is_none_or(|related| other.as_deref() == Some(related))
        });
        if !told {
            wrong.push(format!(
                "{changes:?}: {code} at {place:?}\n  found {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_cause_is_told_once() {
    for (from, to, expected) in [
        ("ZNY CCCCC", "ZNY SSSSS", Code::SecurityWarningMismatch),
        ("2. (U)", "2. (S)", Code::PortionAboveBanner),
        ("SIPDIS\n", "EXDIS\nSIPDIS\n", Code::CaptionsIncompatible),
        ("(ref A)", "(ref D; see ref D)", Code::ReferenceUnresolved),
        ("002 OF 002", "002 OF 003", Code::SectionMissing),
    ] {
        let codes: Vec<_> = findings(&GOOD.replacen(from, to, 1))
            .into_iter()
            .map(|found| found.0)
            .collect();
        assert_eq!(codes, [expected], "{to}");
    }
}

#[test]
fn what_the_rules_allow_is_not_told() {
    for (from, to) in [
        // One mark for all paragraphs.
        ("1. (C) SUMMARY", "1. (C - ENTIRE TEXT) SUMMARY"),
        // SBU and FOUO are controls and never above a level.
        ("2. (U)", "2. (U//FOUO)"),
        // A copy of channel XYZ has lost its sections.
        ("VZCZCXRO0123", "VZCZCXYZ0123"),
        // A letter that is an article.
        ("(ref A)", "(ref A, a visit)"),
        // A derivative classification names its source.
        ("reasons 1.4 (b) and (d)", "derived from STATE 4501"),
    ] {
        let text = GOOD.replacen(from, to, 1);
        let codes: Vec<_> = findings(&text)
            .into_iter()
            .map(|found| found.0)
            .filter(|code| *code != Code::LineTooLong)
            .collect();
        assert_eq!(codes, [], "{to}");
    }
}

#[test]
fn an_unclassified_telegram_has_no_reasons() {
    let text = GOOD
        .replace(BANNER, "UNCLAS")
        .replace("ZNY CCCCC", "ZNR UUUUU")
        .replace("DECL: 03/05/2017", "N/A")
        .replace("(C)", "(U)");
    let found = findings(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Code::ClassifiedByMissing);
    assert_eq!(found[0].2.as_deref(), Some("UNCLAS"));
}

#[test]
fn a_copy_put_together_of_its_sections_lacks_nothing() {
    let text = GOOD.replace("\nZELTBERG 00000123  002 OF 002\n\n\n", "");
    assert_eq!(findings(&text), []);
    let one = text
        .replace("SECTION 01 OF 02 ", "")
        .replace("VZCZCXRO", "VZCZCXYZ");
    assert_eq!(findings(&one), []);
}

#[test]
fn nothing_is_missing_in_a_fragment_or_an_extract() {
    let body = "1. (C) The cabinet opened the bank (C/NF) to foreign ships from April to\n";
    let fragment = ParseOptions::new().with_fragment(true);
    let missing = [
        Code::BannerMissing,
        Code::ExecutiveOrderMissing,
        Code::TagsMissing,
        Code::SubjectMissing,
        Code::ClassifiedByMissing,
        Code::SectionMissing,
        Code::TextCutOff,
    ];
    let found = findings_with(body, &fragment);
    assert!(
        !found.iter().any(|found| missing.contains(&found.0)),
        "{found:?}"
    );
    let extract = "This record is a partial extract of the original cable. The full text of the original cable is not available.\nC O N F I D E N T I A L ZELTBERG 000123\n\n1. (C) The bank is open.\nHALVERSON\n";
    let found = findings(extract);
    assert!(
        !found.iter().any(|found| missing.contains(&found.0)),
        "{found:?}"
    );
}

#[test]
fn rules_begin_on_their_day() {
    let old = "\
P R 141445Z SEP 72
FM AMEMBASSY ZELTBERG
TO SECSTATE WASHDC PRIORITY 2218
C O N F I D E N T I A L ZELTBERG 4417

1. THE CABINET WILL EXTEND THE COASTAL LIMIT.

2. THE EMBASSY WILL REPORT ON DATES.
ARKWRIGHT
";
    assert_eq!(findings(old), []);
    let codes: Vec<_> = findings(&old.replace("SEP 72", "SEP 76"))
        .into_iter()
        .map(|found| found.0)
        .collect();
    let late = [
        Code::SubjectMissing,
        Code::ExecutiveOrderMissing,
        Code::TagsMissing,
    ];
    assert!(
        codes.len() == 3 && late.iter().all(|code| codes.contains(code)),
        "{codes:?}"
    );
}

#[test]
fn the_general_schedule_gives_a_date_by_level() {
    let text = "P R 141445Z SEP 76\nFM AMEMBASSY ZELTBERG\nTO SECSTATE WASHDC\nC O N F I D E N T I A L ZELTBERG 4417\n\nE.O. 11652: GDS\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. TEXT.\n";
    for (level, date) in [(BANNER, "1982-12-31"), ("S E C R E T", "1984-12-31")] {
        let cable = Cable::parse(text.replace(BANNER, level).into_bytes()).expect("a telegram");
        let order = cable.view().executive_order().expect("an E.O. line");
        let derived = order.declassification.and_then(|found| found.derived_date);
        assert_eq!(derived.map(|day| day.to_string()).as_deref(), Some(date));
    }
}

#[test]
fn what_is_there_without_a_value_is_named() {
    for (from, to, path, state) in [
        (
            "051015Z MAR 07",
            "991015Z MAR 07",
            "header.date_time_group",
            "unreadable",
        ),
        (
            "FM AMEMBASSY ZELTBERG",
            "FM XXXXXXXXXXXX",
            "header.originator",
            "redacted",
        ),
        (
            "SUBJECT: HERRING IN THE WESTERN BANK",
            "SUBJECT: XXXXXXXXXXXX XXXXX",
            "subject",
            "redacted",
        ),
        ("TAGS: PREL, EFIS", "TAGS:", "tags", "explicitly-empty"),
    ] {
        let text = GOOD.replacen(from, to, 1);
        let cable = Cable::parse(text.into_bytes()).expect("a telegram");
        let found = cable.view().state(path).map(|state| state.as_str());
        assert_eq!(found, Some(state), "{to}");
    }
}

/// The text of a viewer page around [`GOOD`].
fn page(values: &str, title: &str) -> String {
    format!(
        "Viewing cable 07ZELTBERG123, {title}\n\nReference ID Created Released Classification Origin\n{values}\n{GOOD}"
    )
}

#[test]
fn the_envelope_is_compared() {
    const TITLE: &str = "HERRING IN THE";
    for (values, title, expected) in [
        (
            "07ZELTBERG123 2007-03-05 10:15 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg",
            TITLE,
            None,
        ),
        (
            "07ZELTBERG123 2007-03-06 10:15 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg",
            TITLE,
            Some((Code::EnvelopeDateMismatch, "2007-03-06 10:15")),
        ),
        (
            "07ZELTBERG123 2007-03-05 11:15 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg",
            TITLE,
            Some((Code::EnvelopeDisagrees, "2007-03-05 11:15")),
        ),
        // Minutes alone are no disagreement; those of 2010 repeat the hour.
        (
            "07ZELTBERG123 2007-03-05 10:17 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg",
            TITLE,
            None,
        ),
        (
            "07ZELTBERG123 2007-03-05 10:10 2011-08-24 01:01 CONFIDENTIAL Embassy Zeltberg",
            TITLE,
            Some((Code::EnvelopeMinutesUnreliable, "2007-03-05 10:10")),
        ),
        (
            "07ZELTBERG123 2007-03-05 10:15 2011-08-24 01:00 SECRET Embassy Zeltberg",
            TITLE,
            Some((Code::EnvelopeDisagrees, "SECRET")),
        ),
        (
            "07ZELTBERG123 2007-03-05 10:15 2011-08-24 01:00 CONFIDENTIAL//NOFORN Embassy Zeltberg",
            TITLE,
            Some((Code::EnvelopeDisagrees, "CONFIDENTIAL//NOFORN")),
        ),
        (
            "07ZELTBERG123 2007-03-05 10:15 2011-08-24 01:00 CONFIDENTIAL Embassy Nordhaven",
            TITLE,
            Some((Code::EnvelopeDisagrees, "Embassy Nordhaven")),
        ),
        (
            "07ZELTBERG123 2007-03-05 10:15 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg",
            "COD IN THE",
            Some((Code::EnvelopeDisagrees, "COD IN THE")),
        ),
    ] {
        let page = page(values, title);
        let cable = Cable::parse(page.clone().into_bytes()).expect("a telegram");
        let found: Vec<_> = cable
            .view()
            .diagnostics()
            .iter()
            .map(|found| {
                let source = found.source.expect("a place");
                (
                    found.code,
                    &page[source.start as usize..source.end as usize],
                )
            })
            .collect();
        assert_eq!(found, Vec::from_iter(expected), "{values} {title}");
    }
}

#[cfg(feature = "html")]
#[test]
fn what_the_envelope_prints_as_the_text_does_agrees() {
    let text = |control: &str, tag: &str| {
        format!(
            "<html><table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th>\
             <th>Origin</th></tr>\n<tr><td>07ZELTBERG123</td><td>2007-03-05 10:15</td><td>2011-08-24 01:00</td>\
             <td>{control}</td><td>Embassy Zeltberg</td></tr></table>\n<code><pre>R 051015Z MAR 07\n\
             FM AMEMBASSY ZELTBERG\nTO SECSTATE WASHDC\n</pre></code>\n<code><pre>UNCLAS ZELTBERG 000123\n\n\
             DEA SENSITIVE\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL <a href='/tag/X_0.html'>{tag}</a> XG\n\
             SUBJECT: HERRING\n\n1. (SBU) The fleet left.\nROE\n</pre></code></html>"
        )
    };
    let disagrees = |text: String| {
        let cable = Cable::parse(text.into_bytes()).expect("a telegram");
        let view = cable.view();
        let tags: Vec<_> = view.tags().map(|tag| tag.code).collect();
        assert_eq!(tags, ["PREL", "EIND", "ETRD", "XG"]);
        view.diagnostics()
            .iter()
            .any(|found| found.code == Code::EnvelopeDisagrees)
    };
    let official = "UNCLASSIFIED//FOR OFFICIAL USE ONLY";
    assert!(!disagrees(text(official, "EINDETRD")));
    assert!(disagrees(text("UNCLASSIFIED", "EINDETRD")));
}

#[test]
fn a_text_under_the_id_of_another_telegram_is_an_error() {
    let values = "07NORDHAVEN88 2007-03-05 10:15 2011-08-24 01:00 CONFIDENTIAL Embassy Zeltberg";
    let page = page(values, "HERRING IN THE");
    let cable = Cable::parse(page.into_bytes()).expect("a telegram");
    let view = cable.view();
    let [found] = view.diagnostics() else {
        panic!("{:?}", view.diagnostics());
    };
    assert_eq!(found.code, Code::BodyOfAnotherTelegram);
    assert_eq!(found.severity, Severity::Error);
    assert_eq!(
        found.span.map(|span| view.slice(span)),
        Some("ZELTBERG 000123")
    );
    assert_eq!(
        found.related.map(|span| view.slice(span)),
        Some("DE RUEHZB #0123/01 0641015")
    );
    let strict = ParseOptions::new().with_strict(true);
    assert!(Cable::parse_with(cable.source().to_vec(), &strict).is_err());
}
