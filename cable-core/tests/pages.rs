//! Pages and dump rows of the shared corpus against the telegrams in them, and every wrapping against its source map.
#![cfg(all(
    feature = "serde",
    feature = "html",
    feature = "csv",
    feature = "encoding"
))]

mod shared;

use cable_core::container::{next_row, open_row};
use cable_core::{Cable, ParseOptions, PieceKind};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Files of a folder of the shared corpus, in order; none if it is not there.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = shared::folder(&format!("corpus/{folder}"));
    let Some(folder) = folder else {
        return Vec::new();
    };
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("folder")
        .map(|file| file.expect("entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "an empty folder");
    files
}

/// The plain telegram of the same name, without its final line feed.
fn telegram(name: &str) -> String {
    let path = shared::file(&format!("corpus/telegrams/{name}.txt")).expect("a telegram");
    let text = fs::read_to_string(path).expect("text");
    text.strip_suffix('\n')
        .expect("a final line feed")
        .to_owned()
}

/// What stands between the first `before` and the next `after` behind it.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<(&'a str, &'a str)> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after)
}

/// All that stands between `before` and `after`.
fn all_between<'a>(mut text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    while let Some((part, rest)) = between(text, before, after) {
        found.push(part);
        text = rest;
    }
    found
}

/// Text of a link: what stands before its end tag and behind its start tag.
fn words(link: &str) -> &str {
    let link = link.rsplit_once("</a>").map_or(link, |(link, _)| link);
    link.rsplit_once('>')
        .map_or(link, |(_, words)| words)
        .trim()
}

/// Without what only the wrapping can say.
fn own_fields(cable: &Cable) -> Value {
    let mut json: Value = serde_json::from_str(&cable.to_json()).expect("json");
    let fields = json.as_object_mut().expect("an object");
    for of_wrapping in ["format", "envelope", "reference_id"] {
        fields.remove(of_wrapping).expect("a key");
    }
    let found = fields["diagnostics"].as_array_mut().expect("a list");
    found.retain(|found| {
        let code = found["code"].as_str().expect("a code");
        !code.starts_with("envelope-")
            && !["reference-id-inferred", "body-of-another-telegram"].contains(&code)
    });
    for found in found {
        found["source"] = Value::Null;
    }
    json
}

/// The telegram alone, read with the year that its wrapping tells.
fn alone(text: &str, wrapped: &Cable) -> Cable {
    let year = wrapped
        .view()
        .envelope()
        .and_then(|envelope| envelope.created)
        .map(|(created, _)| created.day().year());
    let options = ParseOptions::new().with_assume_year(year);
    Cable::parse_with(text.as_bytes().to_vec(), &options).expect("a telegram")
}

#[test]
fn pages_of_the_corpus() {
    let pages = files("viewer-pages");
    for path in &pages {
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name");
        let page = fs::read_to_string(path).expect("a page");
        let cable = read(page.clone().into_bytes());
        let view = cable.view();
        let envelope = view.envelope().expect("an envelope");

        let (table, _) = between(&page, "<table class='cable'>", "</table>").expect("a table");
        let cells: Vec<_> = all_between(table, "<td>", "</td>")
            .into_iter()
            .map(words)
            .collect();
        let dates = [envelope.created, envelope.released].map(|date| {
            let (date, _) = date.expect("a date");
            date.to_string().replace('T', " ").replace(":00Z", "")
        });
        let values = [
            &envelope.reference_id.as_ref().expect("an id").value,
            &dates[0],
            &dates[1],
            &envelope.classification.as_ref().expect("a level").value,
            &envelope.origin.as_ref().expect("an origin").value,
        ];
        assert_eq!(values.map(String::as_str).as_slice(), cells, "{name}");
        assert!(envelope.attributes.is_empty(), "{name}");

        let media: Vec<_> = match between(table, "<td colspan='5'>", "</td>") {
            Some((articles, _)) => all_between(articles, "<a href=", "<br />")
                .into_iter()
                .map(words)
                .collect(),
            None => Vec::new(),
        };
        let of_envelope = |values: &'_ [cable_core::record::EnvelopeText]| -> Vec<String> {
            values.iter().map(|value| value.value.clone()).collect()
        };
        assert_eq!(of_envelope(&envelope.media), media, "{name}");
        let (_, behind) = page.split_once("</table>").expect("a table");
        let tags: Vec<_> = all_between(behind, "<a href='/tag/", "/a>")
            .into_iter()
            .map(|link| between(link, ">", "<").expect("a link").0)
            .collect();
        assert_eq!(of_envelope(&envelope.tags), tags, "{name}");
        let (title, _) = between(&page, "<h3>Viewing cable ", "</h3>").expect("a title");
        let (_, subject) = title.split_once(',').expect("a comma");
        let found = envelope
            .subject
            .as_ref()
            .map_or("", |subject| &subject.value);
        let subject: Vec<_> = subject.split_whitespace().collect();
        assert_eq!(found, subject.join(" "), "{name}");

        let text = telegram(name);
        assert_eq!(view.text(), text, "{name}");
        assert_eq!(
            own_fields(&cable),
            own_fields(&alone(&text, &cable)),
            "{name}"
        );
    }
    if !pages.is_empty() {
        assert_eq!(pages.len(), 52);
    }
}

/// The rows of the shared dump, each with its name.
fn rows(dump: &[u8]) -> Vec<&[u8]> {
    let mut rows = Vec::new();
    let mut rest = dump;
    while !rest.is_empty() {
        let (row, behind) = rest.split_at(next_row(rest).unwrap_or(rest.len()));
        rows.push(row);
        rest = behind;
    }
    rows
}

#[test]
fn rows_of_the_corpus() {
    let Some(path) = shared::file("corpus/cables.csv") else {
        return;
    };
    let dump = fs::read(path).expect("a dump");
    let rows = rows(&dump);
    assert_eq!(rows.len(), 52);
    for row in &rows {
        let cable = read(row.to_vec());
        let view = cable.view();
        let envelope = view.envelope().expect("an envelope");
        // The first five fields hold neither comma nor quote.
        let head = std::str::from_utf8(&row[..row.len().min(200)]).expect("text");
        let fields: Vec<_> = head.split("\",\"").take(5).collect();
        let name = fields[2];
        let value = |value: &Option<cable_core::record::EnvelopeText>| {
            value.clone().expect("a value").value
        };
        assert_eq!(value(&envelope.reference_id), name);
        assert_eq!(value(&envelope.origin), fields[3]);
        assert_eq!(value(&envelope.classification), fields[4]);
        let created = envelope.created.expect("a date").0.to_string();
        let (day, time) = fields[1].split_once(' ').expect("a time");
        let (month, day_year) = day.split_once('/').expect("a month");
        let (day, year) = day_year.split_once('/').expect("a day");
        assert_eq!(
            created,
            format!("{year}-{month:0>2}-{day:0>2}T{time:0>5}:00Z"),
            "{name}"
        );
        assert!(envelope.references.is_empty());

        let text = telegram(name);
        assert_eq!(view.text(), text, "{name}");
        assert_eq!(
            own_fields(&cable),
            own_fields(&alone(&text, &cable)),
            "{name}"
        );
        assert_eq!(open_row(row).text, text);
    }
    let first = Cable::parse(dump).expect("a row");
    assert_eq!(first.view().text(), telegram("04MADRID2164"));
}

#[test]
fn the_page_as_text_is_the_telegram() {
    let Some(path) = shared::file("corpus/page-text/08MOSCOW820.txt") else {
        return;
    };
    let page = fs::read_to_string(path).expect("text");
    let cable = read(page.clone().into_bytes());
    let (_, text) = page.split_once("Embassy Moscow\n").expect("a table");
    assert_eq!(cable.view().text(), text);
    let example = shared::file("spec/examples/08MOSCOW820.json").expect("an example");
    let expected: Value =
        serde_json::from_str(&fs::read_to_string(example).expect("text")).expect("json");
    let found: Value = serde_json::from_str(&cable.to_json()).expect("json");
    assert_eq!(found["envelope"], expected["envelope"]);
}

/// Reads an input and holds it against its map and its tiling.
fn read(input: Vec<u8>) -> Cable {
    let cable = Cable::parse(input).expect("a telegram");
    check(&cable);
    cable
}

fn check(cable: &Cable) {
    let view = cable.view();
    let (text, input, map) = (view.text(), cable.source(), cable.source_map());

    // Pieces follow one another in the text, and never go back in the input.
    let (mut at, mut source) = (0, 0);
    let mut written = String::new();
    for piece in map.all() {
        assert_eq!(piece.text.start(), at);
        assert!(piece.source.start >= source, "{piece:?}");
        (at, source) = (piece.text.end(), piece.source.end);
        written += &meaning(piece.kind, piece.source.slice(input));
    }
    assert_eq!(at as usize, text.len());
    assert_eq!(written, text);

    for (pointer, span) in view.spans().iter() {
        let mapped: String = map
            .pieces(span)
            .map(|piece| meaning(piece.kind, piece.source.slice(input)))
            .collect();
        assert_eq!(mapped, view.slice(span), "{pointer}");
        let place = map.to_source(span);
        assert!(place.end as usize <= input.len(), "{pointer}");
        let inside = map.pieces(span).filter(|piece| !piece.source.is_empty());
        for piece in inside {
            assert!(
                place.start <= piece.source.start && piece.source.end <= place.end,
                "{pointer}"
            );
        }
    }

    let mut at = 0;
    for region in cable.regions() {
        assert_eq!(region.source.start, at);
        at = region.source.end;
    }
    assert_eq!(at as usize, input.len());
}

/// What a piece of the input means, by its kind: decoded here by rules written out again.
fn meaning(kind: PieceKind, source: &[u8]) -> String {
    match kind {
        PieceKind::Verbatim => String::from_utf8(source.to_vec()).expect("text"),
        PieceKind::Removed => String::new(),
        PieceKind::Inserted => "\n".to_owned(),
        PieceKind::Decoded => match source {
            [byte] => windows_1252_byte(*byte).to_string(),
            _ => {
                let name = std::str::from_utf8(source).expect("a reference");
                match name {
                    "&amp;" => "&".to_owned(),
                    "&lt;" => "<".to_owned(),
                    "&gt;" => ">".to_owned(),
                    "&quot;" => "\"".to_owned(),
                    "&apos;" => "'".to_owned(),
                    _ => {
                        let number = name.trim_start_matches("&#").trim_end_matches(';');
                        let code = match number.strip_prefix(['x', 'X']) {
                            Some(hex) => u32::from_str_radix(hex, 16),
                            None => number.parse(),
                        };
                        char::from_u32(code.expect("a number"))
                            .expect("a character")
                            .to_string()
                    }
                }
            }
        },
        other => panic!("{other:?}"),
    }
}

/// A byte of Windows-1252.
fn windows_1252_byte(byte: u8) -> char {
    const SIGNS: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";
    match byte {
        0x80..=0x9F => SIGNS.chars().nth(usize::from(byte - 0x80)).expect("a sign"),
        _ => char::from(byte),
    }
}

/// An invented telegram with everything that wrappings change.
const HEADER: &str = "VZCZCXRO0012\nRR RUEHNV\nDE RUEHPA #0012 0851645\nZNY CCCCC ZZH\nR 251645Z MAR 08\nFM AMEMBASSY PORT AURELIA\nTO RUEHC/SECSTATE WASHDC 7292";
const BODY: &str = "C O N F I D E N T I A L PORT AURELIA 000012\n\nSIPDIS\n\nE.O. 12958: DECL: 03/25/2018\nTAGS: PREL, FISH\nSUBJECT: R&D; \"FISH\" <<AND>> CHIPS\\SALT\n\n1. (C) The caf\u{e9} said \u{201c}no\u{201d} &pound8.\n\n2. (C) It\u{2019}s over.\nMAYER";

/// As bytes of Windows-1252.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|character| match character {
            '\u{2019}' => 0x92,
            '\u{201c}' => 0x93,
            '\u{201d}' => 0x94,
            other => u8::try_from(u32::from(other)).expect("a byte"),
        })
        .collect()
}

/// The invented telegram in every wrapping, with other line ends and other escapes.
fn wrapped() -> Vec<(&'static str, Vec<u8>)> {
    let table = "<table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>\n<tr><td>08PORTAURELIA12</td><td>2008-03-25 16:45</td><td>2011-08-24 01:00</td><td>CONFIDENTIAL</td><td>Embassy Port Aurelia</td></tr></table>\n";
    let page = |header: &str, body: &str| {
        format!(
            "<html><h3>Viewing cable 08PORTAURELIA12, FISH</h3>{table}<code><pre>{header}</pre></code>\n<code><pre>{body}</pre></code></html>"
        )
    };
    let fed = |text: &str| text.replace('\n', "<br>&#x000A;");
    let marked = |text: &str| {
        text.replace("\n1.", "\n<a id='par1' href='#par1'>\u{b6}</a>1.")
            .replace("\n2.", "\n<a id='par2' href='#par2'>\u{b6}</a>2.")
    };
    let row = |header: &str, body: &str| {
        format!(
            "\"1\",\"3/25/2008 16:45\",\"08PORTAURELIA12\",\"Embassy Port Aurelia\",\"CONFIDENTIAL\",\"07ZELTBERG3|07ZELTBERG9\",\"{header}\",\"{body}\"\n"
        )
    };
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let doubled = |text: &str| text.replace('\\', "\\\\").replace('"', "\"\"");
    let text = format!(
        "Viewing cable 08PORTAURELIA12, FISH\nReference ID Created Released Classification Origin\n08PORTAURELIA12 2008-03-25 16:45 2011-08-24 01:00 CONFIDENTIAL Embassy Port Aurelia\n{HEADER}\n{}",
        BODY.replace("\n1.", "\n\u{b6}1.")
    );
    vec![
        ("page", page(&fed(HEADER), &fed(&marked(BODY))).into_bytes()),
        (
            "saved page",
            page(&format!("\n{HEADER}"), &marked(BODY)).into_bytes(),
        ),
        (
            "page of 1252",
            windows_1252(&page(HEADER, &marked(&fed(BODY)))),
        ),
        ("row", row(HEADER, &escaped(BODY)).into_bytes()),
        (
            "row with doubled quotes",
            row(HEADER, &doubled(BODY)).into_bytes(),
        ),
        ("row of 1252", windows_1252(&row(HEADER, &escaped(BODY)))),
        ("page as text", text.clone().into_bytes()),
        ("page as text of 1252", windows_1252(&text)),
        (
            "telegram of 1252",
            windows_1252(&format!("{HEADER}\n{BODY}")),
        ),
    ]
}

#[test]
fn every_wrapping_gives_the_same_telegram() {
    let text = format!("{HEADER}\n{BODY}");
    let expected = own_fields(&read(text.clone().into_bytes()));
    for (name, input) in wrapped() {
        let cable = read(input.clone());
        assert_eq!(cable.view().text(), text, "{name}");
        let mut found = own_fields(&cable);
        let diagnostics = found["diagnostics"].as_array_mut().expect("a list");
        diagnostics.retain(|found| found["code"] != "encoding-repaired");
        assert_eq!(found, expected, "{name}");
        if !name.starts_with("telegram") {
            let json: Value = serde_json::from_str(&cable.to_json()).expect("json");
            assert_eq!(json["reference_id"], "08PORTAURELIA12", "{name}");
            assert_eq!(json["envelope"]["origin"], "Embassy Port Aurelia", "{name}");
        }

        // A mark in front, and other line ends, change places only.
        let marked = [b"\xEF\xBB\xBF", input.as_slice()].concat();
        assert_eq!(read(marked).view().text(), text, "{name} with a mark");
        for end in ["\r\n", "\r"] {
            let other: Vec<u8> = input
                .iter()
                .flat_map(|byte| match byte {
                    b'\n' => end.as_bytes().to_vec(),
                    byte => vec![*byte],
                })
                .collect();
            let cable = read(other);
            let unified = cable
                .view()
                .text()
                .replace("\r\n", "\n")
                .replace('\r', "\n");
            assert_eq!(unified, text, "{name} with {end:?}");
        }
    }
}

#[test]
fn cut_and_spoilt_inputs_keep_map_and_tiling() {
    for (name, input) in wrapped() {
        for at in 0..input.len() {
            if let Ok(cable) = Cable::parse(input[..at].to_vec()) {
                check(&cable);
            }
            let mut spoilt = input.clone();
            spoilt[at] = b"<\"&\n"[at % 4];
            match Cable::parse(spoilt) {
                Ok(cable) => check(&cable),
                Err(error) => panic!("{name} spoilt at {at}: {error}"),
            }
        }
    }
}
