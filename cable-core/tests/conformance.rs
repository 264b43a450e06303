//! Hard fragments of real telegrams, read in place beside the checkout, through the whole parse.
//!
//! Every file has a share of cases that must be right; a case that is wrong must stand in `expected_failures.txt` with its
//! reason, and one that stands there must be wrong.

mod shared;

use cable_core::facts::{TagKind, tag_kind};
use cable_core::record::{Addressee, Precedence, ReferenceKind};
use cable_core::text::title_case;
use cable_core::{Cable, CableRef, ParseOptions, ReferenceId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Listed cases: the file and the id, and why the reading is kept.
fn expected_failures() -> BTreeMap<(&'static str, &'static str), &'static str> {
    include_str!("expected_failures.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let mut next = || words.next().unwrap_or_default();
            let (file, id, reason) = (next(), next(), next());
            assert!(!reason.is_empty(), "no reason: {line}");
            ((file, id), reason)
        })
        .collect()
}

/// Reads every case of `file` and holds the answers against the expectations.
fn check(file: &str, percent: usize, answer: impl Fn(&Value) -> Value) {
    let Some(path) = shared::file(&format!("conformance/{file}.jsonl")) else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("a readable file");
    let listed = expected_failures();
    let (mut right, mut all) = (0, 0);
    let mut faults = Vec::new();
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).expect("a JSON line");
        let id = case["id"].as_str().expect("an id");
        let (answer, expected) = (answer(&case), expected(file, &case));
        let known = listed
            .keys()
            .any(|(known, case)| *known == file && *case == id);
        all += 1;
        if answer == expected {
            right += 1;
            if known {
                faults.push(format!("{id} is listed as a failure and is right"));
            }
        } else if !known {
            faults.push(format!(
                "{id}: {}\n  expected {expected}\n  answered {answer}",
                case["input"]
            ));
        }
    }
    println!("{file}: {right} of {all}");
    assert!(all > 0, "{file} has no cases");
    assert!(faults.is_empty(), "{file}\n{}", faults.join("\n"));
    assert!(right * 100 >= all * percent, "{file}: {right} of {all}");
}

/// What a case expects, in the form of the answers.
fn expected(file: &str, case: &Value) -> Value {
    let expected = &case["expected"];
    match file {
        "classified_by" => json!(expected[0].as_str().map(str::to_lowercase)),
        "summary" => json!(expected.as_str().map(collapse)),
        // `other` has two more names there.
        "references_typed" => expected
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| match entry[0].as_str() {
                Some("book" | "unknown") => json!(["other", entry[1], entry[2]]),
                _ => entry.clone(),
            })
            .collect(),
        _ => expected.clone(),
    }
}

/// The input of a case, parsed as a fragment of a telegram of its year.
fn parse(case: &Value) -> Cable<Vec<u8>> {
    let mut options = ParseOptions::new().with_fragment(true);
    if let Some(year) = case["year"].as_i64() {
        options = options.with_assume_year(i16::try_from(year).ok());
    }
    Cable::parse_with(input(case).as_bytes().to_vec(), &options).expect("a fragment is read")
}

fn input(case: &Value) -> &str {
    case["input"].as_str().expect("an input")
}

fn canonical(text: &str) -> Value {
    match ReferenceId::parse(text) {
        Ok(id) => id.canonical().to_string().into(),
        Err(error) => error.to_string().into(),
    }
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn once(values: impl Iterator<Item = String>) -> Value {
    let mut list: Vec<String> = Vec::new();
    for value in values {
        if !list.contains(&value) {
            list.push(value);
        }
    }
    list.into()
}

fn rows(list: &[Addressee<&str>]) -> Value {
    let row = |one: &Addressee<&str>| {
        let precedence = one.precedence.map(|precedence| match precedence {
            Precedence::NiactImmediate => "NIACT IMMEDIATE".to_owned(),
            other => other.as_str().to_uppercase(),
        });
        json!([
            one.routing_indicator,
            one.name,
            precedence,
            one.message_number,
            one.excluded
        ])
    };
    list.iter().map(row).collect()
}

#[test]
fn ids_of_the_cited_telegrams() {
    check("references", 95, |case| {
        let cable = parse(case);
        let own = case["reference_id"].as_str();
        let targets = |reference: cable_core::record::Reference<&str>| {
            (reference.kind == ReferenceKind::Cable)
                .then_some(reference.target)
                .flatten()
                .map(str::to_owned)
        };
        // A fragment does not say whose it is; the telegram itself is dropped here.
        once(
            cable
                .view()
                .references()
                .filter_map(targets)
                .filter(|target| Some(&**target) != own),
        )
    });
}

#[test]
fn kinds_values_and_labels_of_references() {
    check("references_typed", 95, |case| {
        let cable = parse(case);
        cable
            .view()
            .references()
            .map(|entry| {
                json!([
                    entry.kind.as_str(),
                    entry.target.unwrap_or(entry.text),
                    entry.label
                ])
            })
            .collect()
    });
}

#[test]
fn codes_of_tags() {
    check("tags", 95, |case| {
        let cable = parse(case);
        let view = cable.view();
        if case["canonical"] == false {
            let mut printed: Vec<&str> = view.tags().map(|tag| tag.code).collect();
            printed.extend(view.repeated_tags());
            return json!(printed);
        }
        once(
            view.tags()
                .map(|tag| tag.corrected.unwrap_or(tag.code).to_owned()),
        )
    });
}

#[test]
fn subjects() {
    check("subject", 95, |case| {
        let cable = parse(case);
        let view = cable.view();
        let Some(subject) = view.subject() else {
            return "".into();
        };
        subject.text.into()
    });
}

#[test]
fn action_addressees() {
    check("recipients", 100, |case| {
        addressees(&parse(case).view(), true)
    });
}

#[test]
fn information_addressees() {
    check("info_recipients", 100, |case| {
        addressees(&parse(case).view(), false)
    });
}

fn addressees(view: &CableRef<'_>, action: bool) -> Value {
    view.header().map_or(json!([]), |header| {
        rows(if action { &header.action } else { &header.info })
    })
}

#[test]
fn classifiers() {
    check("classified_by", 95, |case| {
        let cable = parse(case);
        let block = cable.view().classified_by();
        let name = block
            .as_ref()
            .and_then(|block| block.classifiers.first())
            .and_then(|who| who.name);
        json!(name.map(str::to_lowercase))
    });
}

#[test]
fn days_of_declassification() {
    check("deadline", 100, |case| {
        let cable = parse(case);
        let day = cable
            .view()
            .executive_order()
            .and_then(|order| order.declassification)
            .and_then(|instruction| instruction.date);
        json!(day.map(|day| day.to_string()))
    });
}

#[test]
fn summaries() {
    check("summary", 95, |case| {
        json!(parse(case).view().summary().map(collapse))
    });
}

#[test]
fn signers() {
    check("signers", 100, |case| {
        parse(case).view().signature().collect()
    });
}

#[test]
fn ids_of_telegrams() {
    check("canonical_id", 100, |case| canonical(input(case)));
    check("canonical_id_malformed", 100, |case| canonical(input(case)));
}

#[test]
fn subjects_in_title_case() {
    check("titlecase", 100, |case| title_case(input(case)).into());
}

#[test]
fn kinds_of_tags() {
    check("tag_kind", 100, |case| {
        let word = |kind: TagKind| match kind {
            TagKind::Geographic => "geo",
            TagKind::Organization => "org",
            other => other.as_str(),
        };
        // The table and a telegram that is only a line of TAGS say the same.
        let line = format!("TAGS: {}", input(case));
        let cable = Cable::parse_with(line, &ParseOptions::new().with_fragment(true))
            .expect("a fragment is read");
        let kind = cable.view().tags().next().expect("one tag").kind;
        assert_eq!(kind, tag_kind(input(case), None));
        word(kind).into()
    });
}
