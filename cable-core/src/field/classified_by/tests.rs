use super::*;
use crate::record::Classifier;
use crate::span::Span;
use crate::spanned::Resolve;

#[derive(Debug, PartialEq)]
struct Read {
    who: Vec<[String; 3]>,
    reasons: Vec<String>,
    derived: Option<String>,
    rest: String,
}

fn read(text: &str) -> Read {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let trimmed = line.trim_end();
        lines.push(Span::at(at, at + trimmed.len()));
        at += line.len() + 1;
    }
    let folded = Folded::new(text, &lines);
    let (block, end) = parse(&folded, &Context::default(), &mut ());
    let value = block.resolve(text);
    Read {
        who: value
            .classifiers
            .iter()
            .map(
                |Classifier {
                     name,
                     title,
                     office,
                 }| {
                    [name, title, office].map(|part| part.unwrap_or("").to_string())
                },
            )
            .collect(),
        reasons: value.reasons.iter().map(ToString::to_string).collect(),
        derived: value.derived_from.map(ToString::to_string),
        rest: folded.as_str().get(end..).unwrap_or("?").to_string(),
    }
}

fn first(text: &str) -> String {
    read(text)
        .who
        .first()
        .map_or(String::from("nobody"), |[name, title, office]| {
            format!("{name}|{title}|{office}")
        })
}

#[test]
fn names_are_told_from_titles() {
    for (text, expected) in [
        (
            "Amb. Jane Q. Roe, Jr.. Reasons 1.4 (b)",
            "Jane Q. Roe, Jr.|Amb.|",
        ),
        // What a person is, in parentheses; a nickname stays.
        (
            "Jane Q. Roe (Political Officer), reasons 1.4 (b/d)",
            "Jane Q. Roe|Political Officer|",
        ),
        ("Jane Roe (DCM). Reason: 1.4 (b)", "Jane Roe|DCM|"),
        (
            "DCM Robert (Bob) Roe, reasons 1.4 (b)",
            "Robert (Bob) Roe|DCM|",
        ),
        // The label twice, the second one glued to the first word.
        (
            "Classfied By:IO Jane Roe for reasons 1.4 (b)",
            "Jane Roe||IO",
        ),
        // Behind a blank line, what was left open.
        (
            "Acting Assistant Secretary\n\nJane Q. Roe, Reasons 1.4 b and d",
            "Jane Q. Roe|Acting Assistant Secretary|",
        ),
        // The line is as long as those that were cut.
        (
            "\n1. CLASSIFIED BY THE NEA ACTING ASSISTANT SECRETARY OF STATE JANINE ROE\nREASONS: 1.4 (B)",
            "JANINE ROE|THE NEA ACTING ASSISTANT SECRETARY OF STATE|",
        ),
        (
            "Ambassador Jane Q. Roe, reasons 1.4 (b) and (d).",
            "Jane Q. Roe|Ambassador|",
        ),
        // A telegram in small letters.
        (
            "ambassador jane q. Roe, reasons 1.4 (b) and (d).",
            "jane q. Roe|ambassador|",
        ),
        ("roe, jane, charge; reason: 1.4(b)", "roe, jane|charge|"),
        // Wrapped inside the name; the label stood before the first line.
        (
            "Acting Deputy Chief of Mission Jane\nRoe",
            "Jane Roe|Acting Deputy Chief of Mission|",
        ),
        ("A/DCM J. Q. Roe for reasons 1.4 (b)", "J. Q. Roe|A/DCM|"),
        (
            "ROE JANE, Ambassador; REASON: 1.4(B)",
            "ROE JANE|Ambassador|",
        ),
        (
            "JANE ROE, CONSUL GENERAL, CONGEN PORT AURELIA, STATE. REASON: 1.4 (B), (D)",
            "JANE ROE|CONSUL GENERAL|CONGEN PORT AURELIA, STATE",
        ),
        (
            "Charge d'Affaires, a.i., Jane Roe, reason: 1.4 (b)",
            "Jane Roe|Charge d'Affaires, a.i.|",
        ),
        (
            "Charge d,Affaires a.i. Jane Roe for reasons 1.4(b)",
            "Jane Roe|Charge d,Affaires a.i.|",
        ),
        (
            "AMBASSADOR JOHN Q. ROE III. REASON 1.5 (D)",
            "JOHN Q. ROE III|AMBASSADOR|",
        ),
        (
            "John Q. Roe, Jr., Ambassador, 1.4 (b)",
            "John Q. Roe, Jr.|Ambassador|",
        ),
        (
            "Minister Counselor for Economic Affairs Jane Roe; reason 1.4",
            "Jane Roe|Minister Counselor for Economic Affairs|",
        ),
        (
            "Special Envoy for Chad and Sudan Jane Q. Roe",
            "Jane Q. Roe|Special Envoy for Chad and Sudan|",
        ),
        (
            "EconMinCouns Jane Roe, reason: 1.4(e)",
            "Jane Roe|EconMinCouns|",
        ),
        ("Ambasador Jane Roe, reason: 1.4(e)", "Jane Roe|Ambasador|"),
        ("DCM Jane Roe for reasos 1.4(e)", "Jane Roe|DCM|"),
        (
            "Deputy Chief of Mission William S. (Will) Roe. Reason 1.4 (b)",
            "William S. (Will) Roe|Deputy Chief of Mission|",
        ),
        ("Dir. Jane Roe-reasons 1.4(b)", "Jane Roe|Dir.|"),
        (
            "(U) Classified by RSO Jane Roe under section 1.4 (c)",
            "Jane Roe|RSO|",
        ),
        ("Acting Director Jane Roe", "Jane Roe|Acting Director|"),
        ("EUR A/S Jane Roe, reason 1.4 (d)", "Jane Roe|EUR A/S|"),
        ("ROE, J. Q., PAO. REASON: 1.4 (B)", "ROE, J. Q.|PAO|"),
        ("Roe, Jane, PAO. REASON: 1.4 (B)", "Roe, Jane|PAO|"),
        (
            "Counselor Johnny To, reason 1.4 (b)",
            "Johnny To|Counselor|",
        ),
        (
            "Ambassador Jane Roe, US Mission to the EU. Reason 1.4 (b)",
            "Jane Roe|Ambassador|US Mission to the EU",
        ),
        ("SECTION 1.5 (B)\nAND (D). TEXT GOES ON", "nobody"),
        (
            "Embassy Paris PolCouns Jane Roe. Reason 1.4 (b)",
            "Jane Roe|Embassy Paris PolCouns|",
        ),
    ] {
        assert_eq!(first(text), expected, "{text}");
    }
}

#[test]
fn several_persons_are_several_classifiers() {
    let found = read("Ambassador Jane Roe and DCM John Doe, reasons 1.4 (b) and (d)");
    assert_eq!(found.who.len(), 2, "{found:?}");
    assert_eq!(
        found.who.get(1).map(|who| who[0].as_str()),
        Some("John Doe")
    );
    let found = read("DCM Jane Roe for Ambassador John Doe, reasons 1.4 (b)");
    assert_eq!(found.who, [["Jane Roe", "DCM", ""].map(str::to_string)]);
    let found = read("Ambassador Jane Roe; Consul General John Doe; reasons 1.4 (b)");
    assert_eq!(found.who.len(), 2, "{found:?}");
}

#[test]
fn reasons_in_all_their_forms() {
    for (text, expected) in [
        ("1.4 (b) and (d).", "1.4(b) 1.4(d)"),
        ("1.4(b), (d)", "1.4(b) 1.4(d)"),
        ("1.4 (b) and d.", "1.4(b) 1.4(d)"),
        ("1.4 (bd)", "1.4(b) 1.4(d)"),
        ("1.4 [b] and {d}", "1.4(b) 1.4(d)"),
        ("1.4, subsections b and d", "1.4(b) 1.4(d)"),
        ("1.4 (b)\n\nand (d).", "1.4(b) 1.4(d)"),
        ("1.4 (b/d)", "1.4(b) 1.4(d)"),
        ("1.4 (b,d)", "1.4(b) 1.4(d)"),
        ("1.4 (b)(d)", "1.4(b) 1.4(d)"),
        ("1.4 (b & d)", "1.4(b) 1.4(d)"),
        ("1.4 b and d", "1.4(b) 1.4(d)"),
        ("1.4 b/d", "1.4(b) 1.4(d)"),
        ("1.4 (b+d)", "1.4(b) 1.4(d)"),
        ("1.4. (b)", "1.4(b)"),
        ("1. 4 (b)", "1.4(b)"),
        ("1.4b,d", "1.4(b) 1.4(d)"),
        ("1/4 (B)", "1.4(b)"),
        ("1,4 (C) AND (D)", "1.4(c) 1.4(d)"),
        ("1.4 (B), 1.5(D)", "1.4(b) 1.5(d)"),
        ("1.3(a)(5)", "1.3(a)(5)"),
        ("1.4 (b) a nd ( d)", "1.4(b) 1.4(d)"),
        ("1.5.D.", "1.5(d)"),
        ("1.5 B, D, AND E", "1.5(b) 1.5(d) 1.5(e)"),
        ("1.4 (B AND D)", "1.4(b) 1.4(d)"),
        ("1.4 (b) and(d)", "1.4(b) 1.4(d)"),
        ("1.4 (b) & (d", "1.4(b) 1.4(d)"),
        ("1.4 (b). A senior official", "1.4(b)"),
        ("1.4 (b) and (d). (C) Text", "1.4(b) 1.4(d)"),
        ("1.4 (a) through (d)", "1.4(a) 1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 (a-d)", "1.4(a) 1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 (b - d).", "1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 (b)-(d)", "1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 b-d", "1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 (b to d)", "1.4(b) 1.4(c) 1.4(d)"),
        ("1.4 (b) to (d)", "1.4(b) 1.4(c) 1.4(d)"),
        ("1.5 (a)-(c), (g)", "1.5(a) 1.5(b) 1.5(c) 1.5(g)"),
        ("1.4 (b)- and (d)", "1.4(b) 1.4(d)"),
        ("1.4 (d)-(b)", "1.4(d) 1.4(b)"),
        ("1.4 (b) to a degree", "1.4(b)"),
        ("1.4 ( b/b)", "1.4(b)"),
        ("1.4 (b) or (d)", "1.4(b) 1.4(d)"),
        ("1.4 (b); (d)", "1.4(b) 1.4(d)"),
        ("1.4 (b) (d)", "1.4(b) 1.4(d)"),
        ("1.4 (b) and (d) (C) Summary", "1.4(b) 1.4(d)"),
        ("1.4 (d)\n(C) Summary", "1.4(d)"),
        ("1.4 (b) and\n(d)", "1.4(b) 1.4(d)"),
        ("E.O. 12958, 1.4(b)", "1.4(b)"),
        ("1-301(d)", "1-301(d)"),
    ] {
        let whole = format!("DCM Jane Roe, Reasons: {text}");
        let found = read(&whole);
        assert_eq!(found.reasons.join(" "), expected, "{text}");
        assert_eq!(
            found.who.first().map(|who| who[0].as_str()),
            Some("Jane Roe"),
            "{text}"
        );
    }
}

#[test]
fn the_block_ends_where_something_else_begins() {
    for (text, rest) in [
        (
            "DCM JANE ROE. REASON: 1.5 (D). TEXT GOES ON",
            "TEXT GOES ON",
        ),
        ("DCM Jane Roe, 1.4 (b)\n1. (C) Summary", "\n1. (C) Summary"),
        (
            "DCM Jane Roe\n\n1. (C) Summary: 1.4 million",
            "\n\n1. (C) Summary: 1.4 million",
        ),
        (
            "DCM Jane Roe for reasons\n\n1.4 (b) and (d)\n\nText",
            "\n\nText",
        ),
        (
            "DCM Jane Roe for rea\n\nsons 1.4 (b) and (d)\n\nText",
            "\n\nText",
        ),
        (
            "NORDHAVEN 22\nZELTBERG 6\n\nClassified by DCM Jane Roe; 1.4 b.",
            "",
        ),
    ] {
        let found = read(text);
        assert_eq!(found.rest, rest, "{text}");
        assert_eq!(
            found.who.first().map(|who| who[0].as_str()),
            Some(if text.contains("JANE") {
                "JANE ROE"
            } else {
                "Jane Roe"
            }),
            "{text}"
        );
    }
}

#[test]
fn words_cut_at_the_column_are_mended() {
    let label = "Classified By: ";
    let text = format!(
        "{label}Classified by Deputy Political Counselor Jacqueline Q. R \noebuck, E.O. 12958, reasons 1.4 (b)."
    );
    let end = text.find('\n').unwrap_or(0);
    assert_eq!(text.get(..end).map(|line| line.trim_end().len()), Some(71));
    let lines = [
        Span::at(label.len(), end - 1),
        Span::at(end + 1, text.len()),
    ];
    let folded = Folded::new(&text, &lines);
    let (block, _) = parse(&folded, &Context::default(), &mut ());
    let value = block.resolve(&text);
    assert_eq!(
        value.classifiers.first().and_then(|who| who.name),
        Some("Jacqueline Q. Roebuck")
    );
    assert_eq!(value.reasons, ["1.4(b)"]);
}

#[test]
fn derived_from_is_read() {
    let found = read("DCM Jane Roe, Derived from: NORDHAVEN 0123, reason 1.4 (b)");
    assert_eq!(found.derived.as_deref(), Some("NORDHAVEN 0123"));
    assert_eq!(found.reasons, ["1.4(b)"]);
    let found =
        read("JANE ROE. REASON: 1.4 (B).\nDERIVED FROM: DSCG 05-1\nDECLASSIFY ON: 20190101");
    assert_eq!(found.derived.as_deref(), Some("DSCG 05-1"));
}

#[test]
fn reasons_are_judged_by_the_order_in_force() {
    use jiff::civil::date;
    let report = |text: &str, day| {
        let folded = Folded::new(text, &[Span::at(0, text.len())]);
        let context = Context {
            date: Some(day),
            ..Context::default()
        };
        let mut sink = Vec::new();
        parse(&folded, &context, &mut sink);
        sink.len()
    };
    assert_eq!(report("DCM Roe, 1.4 (b)", date(2009, 1, 1)), 0);
    assert_eq!(report("DCM Roe, 1.5 (b)", date(2009, 1, 1)), 1);
    assert_eq!(report("DCM Roe, 1.5 (b)", date(2000, 1, 1)), 0);
    assert_eq!(report("DCM Roe, 1.4 (b)", date(2000, 1, 1)), 1);
    assert_eq!(report("DCM Roe, 1.4 (b)", date(2012, 1, 1)), 0);
    assert_eq!(report("DCM Roe, 1.3(a)(5)", date(1990, 1, 1)), 0);
    assert_eq!(report("DCM Roe, 1.5 (h)", date(2000, 1, 1)), 1);
}
