//! Records of archives: the example of the format reference read to its last byte, and what damage does to a record.
#![cfg(all(feature = "serde", feature = "encoding"))]

mod shared;
mod telegrams;
mod wrapping;

use cable_core::container::RegionKind;
use cable_core::record::Format;
use cable_core::{Cable, ReferenceId, ZoneKind};
use std::fs;
use std::path::PathBuf;
use wrapping::{check, json};

fn records() -> Vec<(String, Vec<u8>)> {
    let read = |(path, bytes): (PathBuf, Vec<u8>)| (path.display().to_string(), bytes);
    telegrams::of_folder("records", 12)
        .into_iter()
        .map(read)
        .collect()
}

fn parse(bytes: &[u8], name: &str) -> Cable {
    let cable = Cable::parse(bytes.to_vec()).expect(name);
    assert_eq!(cable.view().format(), Format::Archive, "{name}");
    check(&cable, name);
    cable
}

#[test]
fn the_example_is_read_completely() {
    let Some(path) = shared::file("spec/examples/archive-1976.txt") else {
        return;
    };
    let bytes = fs::read(path).expect("read");
    let cable = parse(&bytes, "the example");
    let zones = cable.layout().zones();
    assert!(zones.iter().all(|zone| zone.kind != ZoneKind::Unread));
    assert!(cable.view().diagnostics().is_empty());
    let json = json(&cable);

    // Every label of the block, in order.
    let printed = std::str::from_utf8(&bytes).expect("utf-8");
    let block = printed.split("Message Attributes").nth(1).expect("a block");
    let labels: Vec<&str> = block
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split_once(':'))
        .map(|(label, _)| label)
        .collect();
    assert_eq!(labels.len(), 65);
    let envelope = cable.view().envelope().expect("an envelope");
    let read: Vec<&str> = envelope
        .attributes
        .iter()
        .map(|attribute| attribute.label.as_ref())
        .collect();
    assert_eq!(read, labels);

    assert_eq!(json["reference_id"], "76NORDHA4417");
    assert_eq!(json["envelope"]["created"], "1976-09-14");
    assert_eq!(
        json["envelope"]["attributes"]["Sent Date"],
        serde_json::Value::Null
    );
    let copies: u64 = ["action", "origin", "info"]
        .iter()
        .flat_map(|list| json["distribution"][list].as_array().expect("offices"))
        .map(|office| office["copies"].as_u64().expect("copies"))
        .sum();
    assert_eq!((copies, &json["distribution"]["total"]), (76, &76.into()));
    assert_eq!(
        json["executive_order"]["declassification"]["derived_date"],
        "1982-12-31"
    );
    let tags = |list: &serde_json::Value| list.as_array().map(Vec::len);
    assert_eq!(tags(&json["tags"]), Some(7));
    assert_eq!(tags(&json["envelope"]["tags"]), Some(7));
}

#[test]
fn nothing_of_a_record_is_unread() {
    for (name, bytes) in records() {
        let cable = parse(&bytes, &name);
        for zone in cable.layout().zones() {
            assert_ne!(zone.kind, ZoneKind::Unread, "{name}");
        }
        // Every line of text is in the text, and nothing of the attributes is.
        let text = cable.view().text();
        assert!(!text.contains("Film Number"), "{name}");
        assert!(!text.contains("***"), "{name}");
        let place = cable
            .regions()
            .iter()
            .filter(|region| region.kind == RegionKind::Text)
            .count();
        assert_eq!(place, usize::from(!text.is_empty()), "{name}");
    }
}

#[test]
fn a_record_cut_anywhere_keeps_what_is_left() {
    for (name, bytes) in records() {
        let whole = parse(&bytes, &name);
        for cut in (0..bytes.len()).step_by(11) {
            let Ok(cable) = Cable::parse(bytes[..cut].to_vec()) else {
                continue;
            };
            cable
                .layout()
                .check_invariants(cable.view().text())
                .expect(&name);
            // Less often, because it looks at everything.
            if cut % 7 == 0 && cable.view().format() == Format::Archive {
                check(&cable, &name);
            }
        }
        // The text is lost: the attributes still name the telegram.
        if let Some(at) = find(&bytes, b"Message Attributes").filter(|at| *at > 0) {
            let cable = parse(&bytes[at..], &name);
            let named = |cable: &Cable| json(cable)["envelope"]["reference_id"].clone();
            assert_eq!(named(&cable), named(&whole), "{name}");
        }
    }
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|found| found == words)
}

#[test]
fn a_block_printed_twice_says_nothing_new() {
    for (name, bytes) in records() {
        let Some(at) = find(&bytes, b"Message Attributes") else {
            continue;
        };
        if at == 0 {
            continue;
        }
        let mut twice = bytes.clone();
        twice.extend_from_slice(b"\n");
        twice.extend_from_slice(&bytes[at..]);
        let (once, twice) = (parse(&bytes, &name), parse(&twice, &name));
        // Where the record contradicts itself already, it says so once more.
        let repeated = find(&bytes[at + 1..], b"Message Attributes").is_some();
        if !repeated {
            assert_eq!(json(&once), json(&twice), "{name}");
        }
        assert_eq!(once.view().text(), twice.view().text(), "{name}");
    }
}

#[test]
fn a_lost_page_heading_leaves_the_rest() {
    for (name, bytes) in records() {
        let whole = parse(&bytes, &name);
        let cut: Vec<u8> = bytes
            .split_inclusive(|byte| *byte == b'\n')
            .filter(|line| !line.starts_with(b"PAGE 0"))
            .collect::<Vec<_>>()
            .concat();
        let cable = parse(&cut, &name);
        let (before, after) = (json(&whole), json(&cable));
        for key in ["reference_id", "tags", "subject", "signature"] {
            assert_eq!(before[key], after[key], "{key} of {name}");
        }
        // The stamps of the page still part it from the text.
        let stamped = before["release_stamps"]
            .as_array()
            .is_some_and(|stamps| stamps.len() > 1);
        if stamped {
            assert_eq!(before["paragraphs"], after["paragraphs"], "{name}");
        }
        assert_eq!(
            before["envelope"]["attributes"], after["envelope"]["attributes"],
            "{name}"
        );
    }
}

#[test]
fn a_page_heading_that_lost_its_end_is_no_text() {
    for (name, bytes) in records() {
        let whole = parse(&bytes, &name);
        for kept in [7, 15, 21] {
            let cut: Vec<u8> = bytes
                .split_inclusive(|byte| *byte == b'\n')
                .map(|line| match line.strip_suffix(b"\n") {
                    Some(line) if line.starts_with(b"PAGE 02") && line.len() > kept => {
                        [&line[..kept], b"\n"].concat()
                    }
                    _ => line.to_vec(),
                })
                .collect::<Vec<_>>()
                .concat();
            let cable = parse(&cut, &name);
            let (before, after) = (json(&whole), json(&cable));
            for key in ["reference_id", "tags", "subject", "signature", "paragraphs"] {
                assert_eq!(before[key], after[key], "{key} of {name}");
            }
        }
    }
}

#[test]
fn a_label_that_is_missing_takes_its_value_only() {
    for (name, bytes) in records() {
        let whole = json(&parse(&bytes, &name));
        let labels: Vec<String> = whole["envelope"]["attributes"]
            .as_object()
            .expect("attributes")
            .keys()
            .cloned()
            .collect();
        for missing in labels.iter().step_by(7) {
            let without: Vec<&[u8]> = bytes
                .split_inclusive(|byte| *byte == b'\n')
                .filter(|line| {
                    let label = line.split(|byte| matches!(byte, b':' | b'\t')).next();
                    let footer = line.starts_with(b"***");
                    footer || label != Some(missing.as_bytes())
                })
                .collect();
            let cable = Cable::parse(without.concat()).expect(&name);
            if cable.view().format() == Format::Archive {
                check(&cable, &name);
                let left = json(&cable);
                assert_eq!(whole["paragraphs"], left["paragraphs"], "{name}");
            }
        }
    }
}

#[test]
fn a_list_beyond_the_limit_is_told() {
    let record = |members: usize| {
        let concepts = vec!["HERRING"; members].join(", ");
        format!(
            "Message Text\n\nUNCLAS NORDHAVEN 0142\n\n1. IT FALLS.\n\nMessage Attributes\n\nConcepts: {concepts}\nDocument Number: 1976NORDHA00142\n"
        )
    };
    let codes = |members| -> (usize, bool) {
        let cable = parse(record(members).as_bytes(), "a list");
        let view = cable.view();
        let envelope = view.envelope().expect("an envelope");
        let told = view
            .diagnostics()
            .iter()
            .any(|found| found.code == cable_core::Code::LimitReached);
        (envelope.attributes[0].values.len(), told)
    };
    let limit = cable_core::ParseOptions::new().limits().references;
    assert_eq!(codes(limit), (limit, false));
    assert_eq!(codes(limit + 1), (limit, true));
}

#[test]
fn the_id_of_a_record_is_an_id() {
    for (name, bytes) in records() {
        let cable = parse(&bytes, &name);
        if let Some(id) = cable.view().reference_id() {
            let id: ReferenceId = id.parse().expect(&name);
            assert!((1973..1980).contains(&id.year()), "{name}");
        }
    }
}

const ATTRIBUTES: &str = "\n\nMessage Attributes\n\nDocument Number: 1976NORDHA04417\nDraft Date: 14 SEP 1976\n\
    From: NORDHAVEN\nLocator: TEXT ON-LINE\nOriginal Classification: LIMITED OFFICIAL USE\nTAGS: EFIS\nTo: STATE\n";

#[test]
fn a_text_that_the_archive_could_not_read_is_told_and_no_words_of_the_telegram() {
    for (words, state) in [
        ("ERROR READING TEXT", "unreadable"),
        ("n/a", "explicitly-empty"),
        ("UNCLASSIFIED\n\nN/A\n\nUNCLASSIFIED", "explicitly-empty"),
    ] {
        let record = format!("Message Text\n\n{words}\n{ATTRIBUTES}");
        let cable = parse(record.as_bytes(), "lost");
        let json = json(&cable);
        assert_eq!(json["states"]["paragraphs"], state, "{words}");
        assert_eq!(json["paragraphs"], serde_json::json!([]), "{words}");
        assert_eq!(json["captions"], serde_json::json!([]), "{words}");
        let codes: Vec<&str> = cable
            .view()
            .diagnostics()
            .iter()
            .map(|found| found.code.as_str())
            .collect();
        assert_eq!(codes, ["text-unavailable"], "{words}");
    }
}

#[test]
fn the_block_and_the_header_above_a_later_section_are_no_text() {
    let head = |page: &str, serial: u32| {
        format!(
            "PAGE 01        NORDHA  04417  {page}  141530Z\n\n44\nACTION EUR-12\n\nINFO  OCT-01  ISO-00  /013 W\n\
                                  --------------------- 031187\nP R 141445Z SEP 76\nFM AMEMBASSY NORDHAVEN\n\
             TO SECSTATE WASHDC PRIORITY {serial}\nINFO AMEMBASSY ZELTBERG\n\n"
        )
    };
    let level = "LIMITED OFFICIAL USE";
    let record = format!(
        "Message Text\n\n{level}\n\n{}{level} SECTION 1 OF 2 NORDHAVEN 4417\n\nE.O. 11652: N/A\nTAGS: EFIS\n\
         SUBJ: FISHERIES\n\n1. FIRST.\n\n2. SECOND GOES\n\n{level}\n\nNNN\n\n{level}\n\n{}\
         {level} FINAL SECTION OF 2 NORDHAVEN 4417\n\nON HERE.\n\n3. THIRD.\nARKWRIGHT\n\n{level}\n\nNNN\n{ATTRIBUTES}",
        head("01 OF 02", 2218),
        head("02 OF 02", 2219),
    );
    let cable = parse(record.as_bytes(), "two sections");
    let texts: Vec<String> = cable
        .view()
        .paragraphs()
        .map(|paragraph| paragraph.text().to_owned())
        .collect();
    assert_eq!(texts, ["FIRST.", "SECOND GOES ON HERE.", "THIRD."]);
    assert_eq!(cable.view().signature().collect::<Vec<_>>(), ["ARKWRIGHT"]);
}
