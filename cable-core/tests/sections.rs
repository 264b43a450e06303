//! Section files put together.

use cable_core::container::RegionKind;
use cable_core::{Cable, Code, JoinError, Joined, PieceKind, join, write};
#[cfg(feature = "serde")]
use std::{fs, path::Path};

const TOP: &str = "SIPDIS\n\nE.O. 12958: DECL: 03/04/2018\nTAGS: EFIS, ECON\nSUBJECT: HERRING QUOTA\n\nREF: NORDHAVEN 97\n\n";

/// A section file with its own header, the repeated top, and the lines that end a transmission.
fn file(section: u32, serial: u32, body: &str) -> String {
    format!(
        "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 33{section:02}\nC O N F I D E N T I A L SECTION {section:02} OF 03 NORDHAVEN {serial:06}\n\n{TOP}{body}\nBT\n#{serial:04}\n\nNNNN\n"
    )
}

fn first() -> String {
    file(
        1,
        142,
        "Classified By: Ambassador Ada Brandt for reason 1.4 (d).\n\n1. (C) The quota falls.\n\n2. (C) The minister told us that the fleet will",
    )
}

fn second() -> String {
    file(
        2,
        142,
        "stay in port until June. He named no day.\n\n3. (C) Others agree.",
    )
}

fn third() -> String {
    file(3, 142, "4. (C) Comment: It will be short.\n\nBRANDT")
}

/// The files of a folder, in the order of their names.
#[cfg(feature = "serde")]
fn folder(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sections")
        .join(name);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "json"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read(path).expect("a file"))
        .collect()
}

/// A folder joined, its JSON compared with the one kept beside it.
#[cfg(feature = "serde")]
fn joined_folder(name: &str) -> Joined {
    let files = folder(name);
    let cables: Vec<_> = files
        .iter()
        .map(|file| Cable::parse(file.as_slice()).expect("a section file"))
        .collect();
    let joined = join(&cables.iter().collect::<Vec<_>>()).expect("one telegram");
    assert_eq!(write::verbatim(&joined.cable), files.concat());
    let json = joined.cable.view().to_json_with_spans();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sections")
        .join(name)
        .join("joined.json");
    if std::env::var_os("CABLE_BLESS").is_some() {
        fs::write(&kept, &json).expect("write");
    }
    assert_eq!(
        json,
        fs::read_to_string(&kept).unwrap_or_default(),
        "{name}"
    );
    joined
}

fn joined(files: &[String]) -> Result<Joined, JoinError> {
    let cables: Vec<_> = files
        .iter()
        .map(|file| Cable::parse(file.as_bytes()).expect("a section file"))
        .collect();
    join(&cables.iter().collect::<Vec<_>>())
}

/// What holds of every joined telegram: the tiles give the inputs, the map gives the text.
fn check(joined: &Joined, files: &[String]) {
    let cable = &joined.cable;
    let view = cable.view();
    assert_eq!(cable.layout().check_invariants(view.text()), Ok(()));
    assert!(cable.sources().eq(files.iter().map(String::as_bytes)));
    assert_eq!(write::verbatim(cable), files.concat().as_bytes());
    let mut tiled = vec![Vec::new(); files.len()];
    for region in cable.regions() {
        let part = &mut tiled[region.source.part as usize];
        assert_eq!(part.len(), region.source.start as usize);
        part.extend_from_slice(cable.slice_source(region.source));
    }
    assert!(tiled.iter().eq(files.iter().map(String::as_bytes)));
    let mut at = 0;
    for piece in cable.source_map().all() {
        assert_eq!(piece.text.start(), at);
        at = piece.text.end();
        if piece.kind == PieceKind::Verbatim {
            let text = view.slice(piece.text).as_bytes();
            assert_eq!(text, cable.slice_source(piece.source));
        }
    }
    assert_eq!(at as usize, view.text().len());
    let kept = cable
        .regions()
        .iter()
        .filter(|region| region.kind == RegionKind::Text)
        .map(|region| region.source.len());
    let verbatim = cable
        .source_map()
        .all()
        .iter()
        .map(|piece| piece.source.len());
    assert_eq!(kept.sum::<u32>(), verbatim.sum::<u32>());
}

fn tells_missing(joined: &Joined) -> bool {
    let found = joined.cable.view().diagnostics();
    found.iter().any(|found| found.code == Code::SectionMissing)
}

fn numbers(list: &[cable_core::SectionFile]) -> Vec<(u32, usize)> {
    list.iter().map(|file| (file.section, file.part)).collect()
}

#[test]
fn files_out_of_order_give_the_telegram() {
    let files = [third(), first(), second()];
    let joined = joined(&files).expect("one telegram");
    check(&joined, &files);
    assert_eq!(numbers(&joined.joined), [(1, 1), (2, 2), (3, 0)]);
    assert!(joined.repeated.is_empty() && joined.missing.is_empty() && !tells_missing(&joined));
    let view = joined.cable.view();
    assert_eq!(view.reference_id(), Some("08NORDHAVEN142"));
    let header = view.header().expect("a header");
    assert_eq!(header.action[0].message_number, Some("3301"));
    let texts: Vec<_> = view
        .paragraphs()
        .map(|one| {
            (
                one.number(),
                one.transmission_section(),
                one.text().to_owned(),
            )
        })
        .collect();
    let expected = [
        (1, 1, "The quota falls."),
        (
            2,
            1,
            "The minister told us that the fleet will stay in port until June. He named no day.",
        ),
        (3, 2, "Others agree."),
        (4, 3, "It will be short."),
    ];
    let expected =
        expected.map(|(number, section, text)| (Some(number), Some(section), text.to_owned()));
    assert_eq!(texts, expected);
    assert!(view.signature().eq(["BRANDT"]));
    assert_eq!(view.text().matches("NNNN").count(), 1);
    assert_eq!(view.text().matches("SUBJECT").count(), 1);
}

#[test]
fn a_value_leads_to_its_file() {
    let files = [third(), first(), second()];
    let joined = joined(&files).expect("one telegram");
    let cable = &joined.cable;
    for (words, part) in [("HERRING QUOTA", 1), ("Others agree", 2), ("BRANDT", 0)] {
        let at = cable.view().text().find(words).expect("the words") as u32;
        let place = cable
            .source_map()
            .to_source(cable_core::Span::new(at, at + words.len() as u32));
        assert_eq!(place.part, part, "{words}");
        assert_eq!(cable.slice_source(place), words.as_bytes());
    }
    // The sentence over the border: what of it stands in the first file.
    let text = cable.view().text();
    let span = cable_core::Span::new(
        text.find("The minister").expect("its start") as u32,
        text.find(" He named").expect("its end") as u32,
    );
    let place = cable.source_map().to_source(span);
    assert!(cable.slice_source(place).ends_with(b"the fleet will"));
    assert_eq!(cable.source_map().pieces(span).count(), 3);
}

#[test]
fn what_is_missing_is_told() {
    for (files, missing) in [
        (vec![first(), third()], vec![2]),
        (vec![second(), third()], vec![1]),
        (vec![first(), second()], vec![3]),
        (vec![third()], vec![1, 2]),
    ] {
        let joined = joined(&files).expect("one telegram");
        check(&joined, &files);
        assert_eq!(joined.missing, missing);
        assert!(tells_missing(&joined), "{missing:?}");
    }
}

#[test]
fn a_section_given_twice_is_kept_once() {
    let files = [first(), second(), third(), second()];
    let joined = joined(&files).expect("one telegram");
    check(&joined, &files);
    assert_eq!(numbers(&joined.joined), [(1, 0), (2, 1), (3, 2)]);
    assert_eq!(numbers(&joined.repeated), [(2, 3)]);
    assert_eq!(
        joined.cable.view().text().matches("Others agree").count(),
        1
    );
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let other = file(2, 143, "3. (C) Another telegram.");
    let error = joined(&[first(), second(), other]).expect_err("two telegrams");
    assert_eq!(
        error,
        JoinError::OtherTelegram {
            first: 0,
            second: 2
        }
    );
    assert_eq!(
        error.to_string(),
        "parts 0 and 2 are of different telegrams"
    );
    let whole = "UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n\n1. It falls.\n".to_owned();
    let error = joined(&[first(), whole]).expect_err("no section");
    assert_eq!(error, JoinError::NoSection { part: 1 });
    assert_eq!(error.code(), "no-section");
    assert_eq!(joined(&[]).expect_err("nothing"), JoinError::NoParts);
    // Its source spans would count parts of parts.
    let once = joined(&[first()]).expect("one section").cable;
    let error = join(&[&once]).expect_err("a joined telegram");
    assert_eq!(error, JoinError::AlreadyJoined { part: 0 });
}

#[cfg(feature = "serde")]
#[test]
fn places_in_a_joined_telegram_name_their_file() {
    let joined = joined_folder("files");
    assert_eq!(numbers(&joined.joined), [(1, 1), (2, 2), (3, 0)]);
    assert_eq!(numbers(&joined.repeated), [(1, 3)]);
    let cable = &joined.cable;
    let repaired = cable
        .view()
        .diagnostics()
        .iter()
        .find(|found| found.code == Code::EncodingRepaired);
    let place = repaired
        .and_then(|found| found.source)
        .expect("a place in the input");
    assert_eq!(
        (place.part, cable.slice_source(place)),
        (2, b"\xe9".as_slice())
    );
    assert!(cable.view().text().contains("no café and no day"));
}

#[cfg(feature = "serde")]
#[test]
fn rows_of_a_dump_are_joined_with_their_envelope() {
    let joined = joined_folder("rows");
    assert_eq!(joined.missing, [3]);
    let cable = &joined.cable;
    let view = cable.view();
    let texts: Vec<_> = view.paragraphs().map(|one| one.text().to_owned()).collect();
    assert_eq!(
        texts,
        [
            "The guild owns a fleet of \"three\" boats.",
            "They sail on Monday."
        ]
    );
    // The envelope is that of the first section, which was given second.
    let origin = view
        .envelope()
        .and_then(|envelope| envelope.origin.as_ref())
        .expect("an origin");
    assert_eq!(origin.source.part, 1);
    assert_eq!(cable.slice_source(origin.source), b"Embassy Nordhaven");
}

#[test]
fn a_file_of_several_sections_lacks_none_that_begins_inside_it() {
    let body = "1. (C) The quota falls and the\n\nNORDHAVEN 00000142  002 OF 003\n\n\nfleet stays.\n\n2. (C) No day is named.";
    let (both, last) = (file(1, 142, body), third());
    let both = Cable::parse(both.as_bytes()).expect("two sections");
    assert_eq!(join(&[&both]).expect("one file").missing, [3]);
    let last = Cable::parse(last.as_bytes()).expect("a section");
    assert!(join(&[&both, &last]).expect("two files").missing.is_empty());
}
