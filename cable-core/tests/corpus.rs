//! Every telegram of the corpus is read as its expectation says, with each kind of line end.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod telegrams;

use cable_core::{Cable, LineIndex};
use std::fs;
use std::path::Path;

fn read(bytes: Vec<u8>) -> Cable {
    let cable = Cable::parse(bytes).expect("a telegram");
    cable
        .layout()
        .check_invariants(cable.view().text())
        .expect("invariants");
    cable
}

fn rendered(cable: &Cable) -> String {
    let view = cable.view();
    let lines = LineIndex::new(view.text());
    view.diagnostics()
        .iter()
        .map(|found| found.render(view.text(), &lines).to_string())
        .collect()
}

/// Compares with an expectation beside the telegram, or writes it.
fn expect(path: &Path, ending: &str, actual: &str) {
    let file = path.with_extension(ending);
    if std::env::var_os("CABLE_BLESS").is_some() {
        fs::write(&file, actual).expect("write");
        return;
    }
    let expected =
        fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
    assert!(
        expected == actual,
        "{} differs\nexpected: {expected}\nactual:   {actual}",
        file.display()
    );
}

/// The JSON without places, which other line ends move.
fn without_places(json: &str) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(json).expect("json");
    for found in value["diagnostics"].as_array_mut().expect("diagnostics") {
        for key in ["span", "source", "related"] {
            found[key] = serde_json::Value::Null;
        }
    }
    value
}

#[test]
fn every_telegram_is_read_as_expected() {
    for (path, bytes) in telegrams::invented() {
        let cable = read(bytes);
        // For people it is kept with one value a line.
        let pretty = serde_json::to_string_pretty(&cable.view()).expect("json");
        expect(&path, "json", &(pretty + "\n"));
        expect(&path, "diag", &rendered(&cable));
    }
}

#[test]
fn line_ends_change_nothing_but_places() {
    for (path, bytes) in telegrams::invented() {
        let with = |end: &[u8]| {
            let mut out = Vec::with_capacity(bytes.len() * 2);
            for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                match line.strip_suffix(b"\n") {
                    Some(line) => {
                        out.extend_from_slice(line);
                        out.extend_from_slice(end);
                    }
                    None => out.extend_from_slice(line),
                }
            }
            without_places(&read(out).to_json())
        };
        let expected = without_places(&read(bytes.clone()).to_json());
        assert_eq!(with(b"\r\n"), expected, "CRLF: {}", path.display());
        assert_eq!(with(b"\r"), expected, "CR: {}", path.display());
    }
}

#[test]
fn a_lost_last_byte_or_a_cut_after_any_line_is_survived() {
    for (_, bytes) in telegrams::invented() {
        for cut in after_lines(&bytes).chain([bytes.len() - 1]) {
            if let Ok(cable) = Cable::parse(bytes[..cut].to_vec()) {
                cable
                    .layout()
                    .check_invariants(cable.view().text())
                    .expect("invariants");
                assert!(!cable.to_json().is_empty());
            }
        }
    }
}

fn after_lines(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .map(|(at, _)| at + 1)
}

#[test]
fn borrowed_and_owned_parses_agree() {
    for (_, bytes) in telegrams::invented() {
        let borrowed = Cable::parse(bytes.as_slice()).expect("a telegram");
        let owned = Cable::parse(bytes.clone())
            .expect("a telegram")
            .with_own_text();
        assert_eq!(borrowed.to_json(), owned.to_json());
    }
}

#[test]
fn regions_tile_the_input_and_zones_the_text() {
    for (_, bytes) in telegrams::invented() {
        let cable = read(bytes);
        let mut at = 0;
        for region in cable.regions() {
            assert_eq!(region.source.start, at);
            at = region.source.end;
        }
        assert_eq!(at as usize, cable.source().len());
        let joined: String = cable
            .layout()
            .zones()
            .iter()
            .map(|zone| cable.view().slice(zone.span))
            .collect();
        assert_eq!(joined, cable.view().text());
    }
}

#[test]
fn a_span_of_the_side_object_holds_its_value() {
    for (path, bytes) in telegrams::invented() {
        let cable = read(bytes);
        let view = cable.view();
        let json: serde_json::Value = serde_json::from_str(&view.to_json()).expect("json");
        let letters = |value: &str| -> String {
            value
                .chars()
                .filter(|character| character.is_alphanumeric())
                .flat_map(char::to_uppercase)
                .collect()
        };
        for (pointer, span) in view.spans().iter() {
            let value = json
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{pointer} of {}", path.display()));
            let Some(value) = value.as_str() else {
                continue;
            };
            let words = [
                "post",
                "name",
                "printed",
                "routing_indicator",
                "message_number",
                "signal",
                "letters",
            ];
            if words.iter().any(|word| pointer.ends_with(word)) {
                assert_eq!(
                    letters(view.slice(span)),
                    letters(value),
                    "{pointer} of {}",
                    path.display()
                );
            }
        }
    }
}
