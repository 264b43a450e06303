//! Messages of the system used since 2009: the example of the format reference read to its last byte, and what damage
//! does to a message.
#![cfg(all(feature = "serde", feature = "encoding"))]

mod shared;
mod telegrams;
mod wrapping;

use cable_core::record::Format;
use cable_core::{Cable, Code, ParseOptions, ZoneKind};
use std::fs;
use std::path::PathBuf;
use wrapping::{check, json};

fn messages() -> Vec<(String, Vec<u8>)> {
    let read = |(path, bytes): (PathBuf, Vec<u8>)| (path.display().to_string(), bytes);
    telegrams::of_folder("messages", 8)
        .into_iter()
        .map(read)
        .collect()
}

fn parse(bytes: &[u8], name: &str) -> Cable {
    let cable = Cable::parse(bytes.to_vec()).expect(name);
    assert_eq!(cable.view().format(), Format::Smart, "{name}");
    check(&cable, name);
    cable
}

#[test]
fn the_example_is_read_completely() {
    let Some(path) = shared::file("spec/examples/smart-2012.txt") else {
        return;
    };
    let cable = parse(&fs::read(path).expect("read"), "the example");
    let zones = cable.layout().zones();
    assert!(zones.iter().all(|zone| zone.kind != ZoneKind::Unread));
    // Paragraph 5 is marked NOFORN, the message is not.
    let found = cable.view().diagnostics();
    let codes: Vec<_> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::NofornCaptionMissing]);
    let read = json(&cable);
    let at = |pointer: &str| {
        let value = read.pointer(pointer);
        value.unwrap_or_else(|| panic!("{pointer}")).clone()
    };
    // Each label of the example, by its value.
    for (pointer, value) in [
        ("/reference_id", "12ZELTBERG317"),
        ("/envelope/attributes/MRN", "12 ZELTBERG 317"),
        ("/envelope/created", "2012-06-08"),
        ("/envelope/released", "2016-03-18"),
        ("/envelope/attributes/Action Post", "NONE"),
        ("/envelope/attributes/Dissemination Rule", "Archive Copy"),
        (
            "/envelope/attributes/Attachments/0",
            "Storage law, informal translation.docx",
        ),
        ("/banner/printed", "CONFIDENTIAL"),
        ("/header/date_time_group", "2012-06-08T15:32:00Z"),
        ("/header/originator/name", "AMEMBASSY ZELTBERG"),
        ("/header/action/0/name", "WASHDC, SECSTATE"),
        ("/header/action/0/precedence", "immediate"),
        ("/header/info/0/excluded/0", "AMCONSUL PORT AURELIA"),
        ("/header/info/3/name", "DEPT OF ENERGY WASHINGTON DC"),
        ("/executive_order/order", "13526"),
        ("/executive_order/declassification/date", "2022-06-08"),
        ("/captions/0", "SIPDIS"),
        ("/pass_lines/0/text", "STATE FOR EUR/NB AND ENR"),
        ("/references/3/kind", "email"),
        ("/subject/mark/printed", "C"),
        ("/classified_by/classifiers/0/name", "Ines Halverson"),
        ("/signature/0", "HALVERSON"),
        ("/distribution/drafted_by", "ZELTBERG/ECON:Holm, Peder A"),
        ("/distribution/cleared_by/1", "DAO:Strand, Olaf (info)"),
        ("/distribution/approved_by", "DCM:Halverson, Ines M"),
        ("/distribution/released_by", "ZELTBERG/IPC:"),
    ] {
        assert_eq!(at(pointer), value, "{pointer}");
    }
    let count = |pointer: &str| at(pointer).as_array().map(Vec::len);
    assert_eq!(count("/tags"), Some(7));
    assert_eq!(count("/paragraphs"), Some(6));
    assert_eq!(count("/release_stamps"), Some(8));
    let codes: Vec<_> = at("/redactions")
        .as_array()
        .expect("redactions")
        .iter()
        .map(|found| found["text"].clone())
        .collect();
    let expected = ["B6", "B1", "1.4(D)", "B1", "1.4(B)", "1.4(D)", "B6", "B6"];
    assert_eq!(codes, expected);
}

#[test]
fn nothing_of_a_message_is_unread() {
    for (name, bytes) in messages() {
        let cable = parse(&bytes, &name);
        for zone in cable.layout().zones() {
            assert_ne!(zone.kind, ZoneKind::Unread, "{name}");
        }
        let text = cable.view().text();
        assert!(!text.contains("MRN:"), "{name}");
        assert!(!text.contains("Dissemination Rule"), "{name}");
    }
}

#[test]
fn a_message_cut_anywhere_keeps_what_is_left() {
    for (name, bytes) in messages() {
        for cut in 0..bytes.len() {
            for part in [&bytes[..cut], &bytes[cut..]] {
                if cut % 7 != 0 {
                    continue;
                }
                let Ok(cable) = Cable::parse(part.to_vec()) else {
                    continue;
                };
                if cable.view().format() == Format::Smart {
                    check(&cable, &name);
                }
            }
        }
    }
}

#[test]
fn a_label_that_is_missing_takes_its_value_only() {
    for (name, bytes) in messages() {
        let whole = json(&parse(&bytes, &name));
        for missing in [
            "From:",
            "Captions:",
            "Info:",
            "Signature:",
            "Approved By:",
            "MRN:",
        ] {
            let without: Vec<&[u8]> = bytes
                .split_inclusive(|byte| *byte == b'\n')
                .filter(|line| !line.starts_with(missing.as_bytes()) || line.ends_with(b";\n"))
                .collect();
            let cable = parse(&without.concat(), &name);
            let left = json(&cable);
            for key in ["tags", "references", "executive_order", "release_stamps"] {
                assert_eq!(whole[key], left[key], "{key} without {missing} in {name}");
            }
        }
    }
}

#[test]
fn blank_lines_between_the_labels_change_nothing() {
    for (name, bytes) in messages() {
        let whole = json(&parse(&bytes, &name));
        let mut parted = Vec::new();
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let label = line.first().is_some_and(u8::is_ascii_uppercase)
                && line.iter().take(20).any(|byte| *byte == b':');
            if label {
                parted.push(b'\n');
            }
            parted.extend_from_slice(line);
        }
        let parted = json(&parse(&parted, &name));
        for key in [
            "envelope",
            "distribution",
            "executive_order",
            "signature",
            "tags",
        ] {
            assert_eq!(whole[key], parted[key], "{key} of {name}");
        }
        let addressed = |json: &serde_json::Value| {
            ["originator", "action", "info", "excluded"].map(|key| json["header"][key].clone())
        };
        assert_eq!(addressed(&whole), addressed(&parted), "{name}");
    }
}

#[test]
fn a_list_beyond_the_limit_is_told() {
    let limit = ParseOptions::new().limits().addressees;
    for (members, told) in [(limit - 2, false), (limit + 1, true)] {
        let list = vec!["AMEMBASSY NORDHAVEN"; members].join(";");
        let message = format!(
            "UNCLASSIFIED\n\nMRN: 12 ZELTBERG 1\nDate/DTG: Jun 08, 2012 / 081532Z JUN 12\nFrom: AMEMBASSY ZELTBERG\n\
             Action: WASHDC, SECSTATE\nInfo: {list}\nSubject: COD\n\n1. It falls.\n\nSignature: ROE\n"
        );
        let cable = parse(message.as_bytes(), "a list");
        let found = cable.view().diagnostics().to_vec();
        let reached = found.iter().any(|found| found.code == Code::LimitReached);
        assert_eq!(reached, told);
        let unread = cable
            .layout()
            .zones()
            .iter()
            .any(|zone| zone.kind == ZoneKind::Unread);
        assert_eq!(unread, told);
    }
}

#[test]
fn labels_that_contradict_themselves_are_told_once() {
    let attributes = "Retention Period:   Ten years\nRetention Period:   Two years\n".repeat(40);
    let message = format!(
        "UNCLASSIFIED\n\nMRN: 12 ZELTBERG 1\nDate/DTG: Jun 08, 2012\nSubject: COD\n\n1. It falls.\n\nSignature: ROE\n{attributes}"
    );
    let cable = parse(message.as_bytes(), "labels");
    let found = cable.view().diagnostics().to_vec();
    let told = found
        .iter()
        .filter(|found| found.code == Code::EnvelopeDisagrees);
    assert_eq!(told.count(), 1);
}

#[test]
fn a_label_printed_again_is_told_and_takes_nothing_away() {
    for again in [
        "Drafted By: POL:Other, Ann",
        "E.O.: 12958",
        "Date/DTG: Jun 09, 2012",
    ] {
        let message = format!(
            "UNCLASSIFIED\n\nMRN: 12 ZELTBERG 1\nDate/DTG: Jun 08, 2012 / 081532Z JUN 12\nE.O.: 13526\nSubject: COD\n\n1. It falls.\n\n\
             Signature: ROE\nDrafted By: POL:Roe, Jo\n{again}\n"
        );
        let cable = parse(message.as_bytes(), again);
        let read = json(&cable);
        assert_eq!(read["executive_order"]["order"], "13526");
        assert_eq!(read["distribution"]["drafted_by"], "POL:Roe, Jo");
        assert_eq!(read["header"]["date_time_group"], "2012-06-08T15:32:00Z");
        let found = cable.view().diagnostics();
        let told = found
            .iter()
            .filter(|found| found.code == Code::HeaderRepeatedInText);
        assert_eq!(told.count(), 1, "{again}");
    }
}

#[test]
fn more_captions_than_a_message_has_are_told() {
    let captions: Vec<String> = (0..300).map(|number| format!("WORD{number}")).collect();
    let message = format!(
        "UNCLASSIFIED\n\nMRN: 12 ZELTBERG 1\nDate/DTG: Jun 08, 2012\nCaptions: {}\nSubject: COD\n\n1. It falls.\n",
        captions.join(", ")
    );
    let cable = parse(message.as_bytes(), "captions");
    assert_eq!(cable.view().captions().count(), 200);
    let found = cable.view().diagnostics();
    assert!(found.iter().any(|found| found.code == Code::LimitReached));
}
