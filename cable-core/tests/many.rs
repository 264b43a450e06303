//! Many telegrams from every kind of source, with the faults that sources have.
#![cfg(feature = "corpus")]

#[path = "../../examples/rust/synthetic_dump/body.rs"]
mod body;
#[path = "../../examples/rust/synthetic_dump/generator.rs"]
mod generator;
#[path = "../../examples/rust/synthetic_dump/header.rs"]
mod header;
mod shared;
#[path = "../../examples/rust/synthetic_dump/words.rs"]
mod words;

use cable_core::corpus::{Corpus, Member};
use cable_core::{Limits, ParseOptions};
use flate2::Compression;
use flate2::write::GzEncoder;
use generator::Generator;
use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::Path;

const TELEGRAM: &str = "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (U) It falls.\n\nPELHAM\n";

/// What can be compared of a member.
fn told(member: &Member) -> String {
    match &member.cable {
        Ok(cable) => format!(
            "{} {}..{}: {}",
            member.place,
            member.place.start,
            member.place.end,
            cable.view().reference_id().unwrap_or("-")
        ),
        Err(error) => format!(
            "{} {}..{}: {} of {} bytes",
            member.place,
            member.place.start,
            member.place.end,
            error.code(),
            error.bytes().len()
        ),
    }
}

/// Ids and codes.
fn outcomes(corpus: Corpus) -> Vec<String> {
    corpus
        .scan()
        .map(|member| match member.cable {
            Ok(cable) => cable.view().reference_id().unwrap_or("-").to_owned(),
            Err(error) => error.code().to_owned(),
        })
        .collect()
}

fn bytes(input: impl Into<Vec<u8>>) -> Corpus {
    Corpus::of_reader(Cursor::new(input.into()))
}

fn packed(input: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(input).expect("memory");
    encoder.finish().expect("memory")
}

fn row(number: u32, text: &str) -> String {
    format!(
        "\"{number}\",\"3/4/2008 10:15\",\"08NORDHAVEN{number}\",\"Embassy Nordhaven\",\"UNCLASSIFIED\",\"\",\"FM AMEMBASSY NORDHAVEN\",\"{text}\"\n"
    )
}

#[test]
fn every_row_of_a_generated_dump_comes_once_and_in_order() {
    for torn in [0, 40] {
        let rows: Vec<_> = Generator::new(7, torn).take(400).collect();
        let dump: Vec<u8> = rows.iter().flat_map(|row| row.bytes.clone()).collect();
        assert_eq!(torn > 0, rows.iter().any(|row| row.torn));
        for input in [dump.clone(), packed(&dump)] {
            let mut members = bytes(input).scan();
            let mut at = 0;
            for (number, row) in (1..).zip(&rows) {
                let member = members.next().expect("a row");
                assert_eq!(member.place.row, Some(number));
                assert_eq!(member.place.start, at);
                at += row.bytes.len() as u64;
                assert_eq!(member.place.end, at);
                match member.cable {
                    Ok(cable) => {
                        assert!(!row.torn, "row {number}");
                        assert_eq!(cable.view().reference_id(), Some(&*row.id));
                        assert_eq!(cable.source(), row.bytes);
                    }
                    Err(error) => {
                        assert!(row.torn, "row {number}: {error}");
                        assert!(["unclosed-quote", "missing-columns"].contains(&error.code()));
                        assert_eq!(error.bytes(), row.bytes);
                    }
                }
            }
            assert!(members.next().is_none());
        }
    }
}

#[test]
fn the_parallel_form_gives_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows: Vec<u8> = Generator::new(3, 30)
        .take(150)
        .flat_map(|row| row.bytes)
        .collect();
    fs::write(folder.path().join("a.csv"), &rows).expect("write");
    fs::write(folder.path().join("b.csv.gz"), packed(&rows)).expect("write");
    fs::write(folder.path().join("c.txt"), TELEGRAM.repeat(300)).expect("write");
    fs::write(folder.path().join("d.txt"), "Dear Sir").expect("write");
    let serial: Vec<_> = Corpus::of(&folder).map(|member| told(&member)).collect();
    assert_eq!(serial.len(), 601);
    for workers in [2, 5] {
        let corpus = Corpus::of(&folder).with_workers(workers);
        let parallel: Vec<_> = corpus.map(|member| told(&member)).collect();
        assert!(serial == parallel, "{workers} workers");
    }
    // Left early, nothing hangs.
    let mut some = Corpus::of(&folder).with_workers(2).scan();
    assert!(some.next().is_some());
    drop(some);
}

#[test]
#[should_panic(expected = "of the caller")]
fn a_panic_of_a_worker_is_the_callers() {
    let corpus = bytes(TELEGRAM.repeat(100)).with_workers(2);
    corpus.map(|_| panic!("of the caller")).for_each(|()| {});
}

#[test]
fn an_unclosed_quote_costs_its_row_only() {
    let rows = [
        row(1, "UNCLAS NORDHAVEN 000001"),
        row(2, "UNCLAS NORDHAVEN 000002"),
        row(3, "UNCLAS NORDHAVEN 000003"),
    ];
    let open = rows[1].replace("000002\"", "000002");
    // A quote in front of a line is escaped, and what it stands in is no row.
    let open = open.replace(
        "UNCLAS",
        "\\\"9\\\",\\\"3/4/2008\n\\\"7\\\",\\\"3/4/2008\nUNCLAS",
    );
    let dump = [&*rows[0], &*open, &*rows[2]].concat();
    let members: Vec<_> = bytes(dump).scan().collect();
    assert_eq!(members.len(), 3);
    let damaged = &members[1];
    let error = damaged.cable.as_ref().expect_err("damaged");
    assert_eq!(error.code(), "unclosed-quote");
    assert_eq!(
        (damaged.place.row, damaged.place.start),
        (Some(2), rows[0].len() as u64)
    );
    assert_eq!(damaged.place.end - damaged.place.start, open.len() as u64);
    assert_eq!(error.bytes(), open.as_bytes());
    for (member, id) in [(&members[0], "08NORDHAVEN1"), (&members[2], "08NORDHAVEN3")] {
        let cable = member.cable.as_ref().expect("a telegram");
        assert_eq!(cable.view().reference_id(), Some(id));
    }
}

#[test]
fn rows_that_have_not_the_shape_are_parted_by_their_quotes() {
    let odd = row(2, "UNCLAS").replace("\"3/4/2008 10:15\"", "\"\"");
    let lone = row(4, "They say \"yes\"\nand \"no\"\nhe said");
    let names = "id,date,reference id,origin,classification,references,header,text\n";
    let dump = [
        names,
        &row(1, "UNCLAS"),
        &odd,
        &row(3, "UNCLAS"),
        "not a row\n",
        &lone,
        &row(5, "UNCLAS"),
    ]
    .concat();
    assert_eq!(
        outcomes(bytes(dump)),
        [
            "08NORDHAVEN1",
            "08NORDHAVEN2",
            "08NORDHAVEN3",
            "missing-columns",
            "08NORDHAVEN4",
            "08NORDHAVEN5"
        ]
    );
}

#[test]
fn bare_fields_and_other_line_ends_part_rows_too() {
    let bare: String = (1..=3)
        .map(|n| format!("{n},3/4/2008 10:15,08NORDHAVEN{n},Embassy,UNCLASSIFIED,,,\"UNCLAS NORDHAVEN 00000{n}\nSUBJECT: \"\"FISH\"\"\"\r\n"))
        .collect();
    let ids = ["08NORDHAVEN1", "08NORDHAVEN2", "08NORDHAVEN3"];
    assert_eq!(outcomes(bytes(bare.clone())), ids);
    assert_eq!(outcomes(bytes(bare.replace("\r\n", "\r"))), ids);
    assert_eq!(outcomes(bytes(format!("\u{feff}{bare}"))), ids);
}

#[test]
fn a_truncated_gzip_gives_what_was_there() {
    let rows: Vec<_> = Generator::new(5, 0).take(200).collect();
    let dump: Vec<u8> = rows.iter().flat_map(|row| row.bytes.clone()).collect();
    let whole = packed(&dump);
    for part in [whole.len() / 2, whole.len() - 4] {
        let members: Vec<_> = bytes(&whole[..part]).scan().collect();
        let (last, first) = members.split_last().expect("members");
        let error = last.cable.as_ref().expect_err("truncated");
        assert_eq!(error.code(), "truncated");
        assert_eq!(last.place.row, Some(members.len() as u64));
        let at = last.place.start as usize;
        assert_eq!(error.bytes(), &dump[at..last.place.end as usize]);
        assert!(first.len() > 50 && first.iter().all(|member| member.cable.is_ok()));
    }
    let one = packed(TELEGRAM.as_bytes());
    assert_eq!(outcomes(bytes(&one[..one.len() - 9])), ["truncated"]);
    // Not the data, but what stands for it, is wrong.
    let mut spoilt = one.clone();
    let last = spoilt.len() - 5;
    spoilt[last] ^= 1;
    assert_eq!(outcomes(bytes(spoilt)), ["io"]);
    // Two packed files one after the other are one.
    assert_eq!(outcomes(bytes([one.clone(), one].concat())).len(), 2);
}

#[test]
fn a_folder_is_read_by_name_with_its_faults() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("m")).expect("a folder");
    fs::write(at("b.txt"), TELEGRAM).expect("write");
    fs::write(at("a.csv"), row(1, "UNCLAS") + &row(2, "UNCLAS")).expect("write");
    fs::write(at("m/c.html.gz"), packed(b"<html><table class='cable'><tr><th>Reference ID</th></tr><tr><td>08ZELTBERG7</td></tr></table></html>")).expect("write");
    fs::write(at("n.txt"), "").expect("write");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(folder.path(), at("m/d")).expect("link");
        symlink("nowhere", at("m/e")).expect("link");
        // Opens, and cannot be read.
        symlink("/proc/self/mem", at("m/f")).expect("link");
    }
    let found = outcomes(Corpus::of(folder.path()));
    let mut expected = vec![
        "08NORDHAVEN1",
        "08NORDHAVEN2",
        "08NORDHAVEN142",
        "08ZELTBERG7",
    ];
    if cfg!(unix) {
        expected.extend(["symlink-loop", "io"]);
    }
    if cfg!(target_os = "linux") {
        expected.push("io");
    }
    expected.push("not-a-telegram");
    assert_eq!(found, expected);
    let members: Vec<_> = Corpus::of(folder.path()).scan().collect();
    assert!(members.iter().all(|member| member.place.path.is_some()));

    let listed = Corpus::of_paths([at("b.txt"), at("m/c.html.gz"), at("gone"), at("b.txt")]);
    assert_eq!(
        outcomes(listed),
        ["08NORDHAVEN142", "08ZELTBERG7", "io", "08NORDHAVEN142"]
    );
}

#[test]
fn a_page_without_its_second_block_is_told() {
    let page = "<html><table class='cable'><tr><th>Reference ID</th></tr><tr><td>08ZELTBERG7</td></tr></table><code><pre>VZCZCXYZ0001\nRR RUEHC\n</pre></code></html>";
    let member = bytes(page).scan().next().expect("a member");
    let cable = member.cable.expect("a telegram");
    let codes: Vec<_> = cable
        .view()
        .diagnostics()
        .iter()
        .map(|found| found.code.as_str())
        .collect();
    assert!(codes.contains(&"wrapping-damaged"), "{codes:?}");
}

/// A file of zeros that takes no place on disk.
fn sparse(path: &Path, length: u64) {
    File::create(path)
        .and_then(|file| file.set_len(length))
        .expect("a file");
}

#[test]
fn what_is_too_large_is_not_held() {
    let folder = tempfile::tempdir().expect("a folder");
    sparse(&folder.path().join("a"), 200 << 20);
    fs::write(folder.path().join("b"), TELEGRAM).expect("write");
    let before = peak();
    let members: Vec<_> = Corpus::of(&folder).scan().collect();
    let error = members[0].cable.as_ref().expect_err("too large");
    assert_eq!(
        (error.code(), members[0].place.end),
        ("too-large", 200 << 20)
    );
    assert_eq!(members.len(), 2);
    assert!(members[1].cable.is_ok());
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after - before < 96 << 10, "{before} kB, then {after} kB");
    }
}

/// The most memory this process has held, in kB.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn behind_what_is_too_large_the_next_is_found() {
    let mut limits = Limits::default();
    limits.input = 600_000;
    let options = ParseOptions::new().with_limits(limits);
    let long = "word \n".repeat(200_000);
    let rows = row(1, "UNCLAS") + &row(2, &long) + &row(3, "UNCLAS");
    let found = outcomes(bytes(rows).with_options(options.clone()));
    assert_eq!(found, ["08NORDHAVEN1", "too-large", "08NORDHAVEN3"]);
    let id = "VZCZCXYZ0001\n";
    let many = format!("{id}{TELEGRAM}VZCZCXYZ0002\n{TELEGRAM}{long}VZCZCXYZ0003\n{TELEGRAM}");
    let found = outcomes(bytes(many).with_options(options.clone()));
    assert_eq!(found, ["08NORDHAVEN142", "too-large", "08NORDHAVEN142"]);
    let page = format!("<html><pre>{long}</pre>");
    assert_eq!(outcomes(bytes(page).with_options(options)), ["too-large"]);
}

#[test]
fn telegrams_one_after_the_other_are_parted() {
    let full = |serial: u32| {
        format!(
            "VZCZCXRO{serial:04}\nRR RUEHC\nDE RUEHNV #{serial:04} 0641015\nZNR UUUUU ZZH\nR 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN {serial:06}\n\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (U) It falls.\n"
        )
    };
    let bare = |serial: u32| {
        format!("UNCLAS NORDHAVEN {serial:06}\nSUBJECT: HERRING\n\n1. (U) It falls.\n\nPELHAM\n")
    };
    let without_id = |serial: u32| full(serial).split_once('\n').expect("lines").1.to_owned();
    let pages = |serial: u32| {
        format!(
            "CONFIDENTIAL\n\nPAGE 01        NORDHA  {serial:05}  041015Z\n\n44\nACTION EUR-12\n\nINFO  OCT-01  ISO-00  /013 W\n                     --------------------- 031187\nR 041015Z MAR 76\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 3317\n\nC O N F I D E N T I A L NORDHAVEN {serial}\n\nE.O. 11652: GDS\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. IT FALLS.\n\nCONFIDENTIAL\n\nPAGE 02        NORDHA  {serial:05}  041015Z\n\n2. IT RISES.\n\nCONFIDENTIAL\n\n\n\nNNNN\n"
        )
    };
    let quotes = "UNCLAS NORDHAVEN 000009\nSUBJECT: HERRING\n\n1. (U) Our text was:\n\nBEGIN TEXT\n\nR 041015Z MAR 08\nFM AMEMBASSY ZELTBERG\nTO SECSTATE WASHDC\nUNCLAS ZELTBERG 000007\n1. It fell.\n\nEND TEXT\n\n2. (U) FM Martell agreed.\n";
    let sections = "VZCZCXRO0005\nR 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC\nUNCLAS SECTION 01 OF 02 NORDHAVEN 000005\n\nSUBJECT: HERRING\n\n1. (U) It falls and\n\nUNCLAS SECTION 02 OF 02 NORDHAVEN 000005\n\nSIPDIS\n\nrises.\n";
    let twice = full(6).replace(
        "UNCLAS NORDHAVEN 000006\n",
        &format!("UNCLAS NORDHAVEN 000006\nSIPDIS\n{}", full(6)),
    );
    let again = full(8)
        + "\nR 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\n\n2. (U) It rises.\n\n"
        + full(8).split_once("UNCLAS").expect("a header").0
        + "\n3. (U) It stays.\n";
    let letters =
        "MRN: 12 ZELTBERG 317\nFrom: AMEMBASSY ZELTBERG\nSubject: GAS\n\n1. (U) It flows.\n";
    let smart = format!(
        "UNCLASSIFIED\n\n{letters}\nUNCLASSIFIED\n\n{}",
        letters.replace("317", "318")
    );
    let notice = "This record is a partial extract of the original cable. The full text of the original cable is not available.\n";
    for (name, parts) in [
        ("ids", vec![full(1), full(2), full(3)]),
        ("the same id", vec![full(1), full(1)]),
        ("headers without an id", vec![without_id(1), without_id(2)]),
        ("classification lines", vec![bare(1), bare(2), bare(3)]),
        (
            "end markers",
            vec![bare(1) + "NNNN\n", bare(1) + "NNNN\n\n", bare(1)],
        ),
        (
            "end markers with a stamp",
            vec![bare(1) + "BT\n#0001\nNNNN\nDECLASSIFIED\n\n", bare(1)],
        ),
        ("printed pages", vec![pages(1), pages(2), pages(3)]),
        (
            "notices",
            vec![notice.to_owned() + &bare(1), notice.to_owned() + &bare(2)],
        ),
        ("a quoted telegram", vec![quotes.to_owned(), bare(10)]),
        ("sections", vec![sections.to_owned(), full(6)]),
        ("a header twice", vec![twice, full(7)]),
        ("a header in the middle of a text", vec![again, full(9)]),
        ("mixed", vec![full(1), bare(2), pages(3), without_id(4)]),
    ] {
        let file = parts.concat();
        for end in ["\n", "\r\n", "\r"] {
            let input = file.replace('\n', end);
            let found: Vec<_> = bytes(input.clone()).scan().collect();
            let texts: Vec<_> = found
                .iter()
                .map(|member| &input[member.place.start as usize..member.place.end as usize])
                .collect();
            let parts: Vec<_> = parts.iter().map(|part| part.replace('\n', end)).collect();
            assert_eq!(texts, parts, "{name} with {end:?}");
            assert!(found.iter().all(|member| member.cable.is_ok()), "{name}");
        }
    }
    let found: Vec<_> = bytes(smart)
        .scan()
        .map(|member| member.place.start)
        .collect();
    assert_eq!(found.len(), 2, "messages by their numbers");
    // One alone is no row of many.
    assert_eq!(bytes(full(1)).scan().next().expect("one").place.row, None);
}

#[test]
fn the_telegrams_of_the_shared_corpus_are_parted() {
    let Some(folder) = shared::folder("corpus/telegrams") else {
        return;
    };
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("folder")
        .map(|file| file.expect("entry").path())
        .collect();
    files.sort();
    let texts: Vec<_> = files
        .iter()
        .map(|file| fs::read(file).expect("text"))
        .collect();
    let found: Vec<_> = bytes(texts.concat()).scan().collect();
    let mut at = 0;
    let mut starts = Vec::new();
    for text in &texts {
        starts.push(at);
        at += text.len() as u64;
    }
    let missing: Vec<_> = starts
        .iter()
        .zip(&files)
        .filter(|(start, _)| found.iter().all(|member| member.place.start != **start))
        .collect();
    let extra: Vec<_> = found
        .iter()
        .filter(|member| !starts.contains(&member.place.start))
        .map(|member| member.place.start)
        .collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{missing:?} {extra:?}"
    );
}

#[test]
fn progress_is_told_to_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let dump: Vec<u8> = Generator::new(2, 9)
        .take(300)
        .flat_map(|row| row.bytes)
        .collect();
    fs::write(folder.path().join("a.csv"), &dump).expect("write");
    fs::write(folder.path().join("b.csv.gz"), packed(&dump)).expect("write");
    for workers in [1, 2] {
        let (tell, told) = std::sync::mpsc::channel();
        let corpus = Corpus::of(&folder)
            .with_workers(workers)
            .with_progress(move |progress| tell.send(*progress).expect("a receiver"));
        let errors = corpus.scan().filter(|member| member.cable.is_err()).count();
        let told: Vec<_> = told.iter().collect();
        assert!(told.len() > 5 && told.windows(2).all(|pair| pair[0].bytes <= pair[1].bytes));
        let last = told.last().expect("the end");
        assert_eq!((last.members, last.errors), (600, errors as u64));
        assert_eq!(last.total, Some(last.bytes));
        assert!(errors > 0);
    }
}
