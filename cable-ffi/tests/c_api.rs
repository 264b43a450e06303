//! Builds the C programs of `tests/c` and the C example, and runs them.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{build, root, run, telegrams};

fn program(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/c");
    build(&folder.join(name).with_extension("c"))
}

#[test]
fn the_macros_are_the_version_of_the_library() {
    let out = run(&mut Command::new(program("version")));
    assert_eq!(out.trim(), env!("CARGO_PKG_VERSION"));
}

#[test]
fn bad_input_never_crashes() {
    run(&mut Command::new(program("bad_input")));
}

#[test]
fn facts_ids_codes_and_places_are_answered() {
    run(&mut Command::new(program("questions")));
}

#[test]
fn many_threads_read_one_document() {
    run(&mut Command::new(program("threads")));
}

#[test]
fn loops_by_index_are_linear() {
    println!("{}", run(&mut Command::new(program("linear"))));
}

#[test]
fn a_corpus_gives_what_it_gives_in_rust() {
    let rows = root().join("cable-core/tests/corpus/rows");
    let paths = [
        rows.join("open-quote-before-another-row.csv"),
        rows.join("nothing"),
        root().join("cable-core/tests/corpus/pages"),
    ];
    let expected: Vec<String> = cable_core::corpus::Corpus::of_paths(&paths)
        .scan()
        .map(|member| {
            let place = member.place;
            let path = place.path.expect("a path");
            let outcome = match member.cable {
                Ok(cable) => cable.view().reference_id().unwrap_or_default().to_owned(),
                Err(error) => format!("{} of {} bytes", error.code(), error.bytes().len()),
            };
            let row = place.row.unwrap_or(0);
            format!(
                "{} {row} {}..{} {outcome}",
                path.display(),
                place.start,
                place.end
            )
        })
        .collect();
    assert!(
        expected.iter().any(|line| line.contains("unclosed-quote")),
        "{expected:?}"
    );
    for workers in ["1", "2"] {
        let out = run(Command::new(program("corpus")).arg(workers).args(&paths));
        assert_eq!(
            out.lines().collect::<Vec<_>>(),
            expected,
            "{workers} workers"
        );
    }
}

#[test]
fn accessors_alone_give_the_json() {
    let files = telegrams();
    let out = run(Command::new(program("json")).args(&files));
    let equal = out.lines().filter(|line| line.ends_with(": equal")).count();
    println!("{equal} of {} equal", files.len());
    for (line, file) in out.lines().zip(&files) {
        // Invented telegrams are all read; what is beside the checkout may be of a format that is not read yet.
        let own = !file.components().any(|part| part.as_os_str() == "shared");
        assert!(line.ends_with(": equal") || !own, "{line}");
    }
    assert_eq!(out.lines().count(), files.len());
}

#[test]
fn a_joined_telegram_is_that_of_the_core() {
    let program = program("json");
    for name in ["files", "rows"] {
        let folder = root().join("cable-core/tests/sections").join(name);
        let expected = fs::read_to_string(folder.join("joined.json")).expect("the expectation");
        let out = run(Command::new(&program).arg("--join").args(sections(&folder)));
        assert_eq!(out, format!("joined: equal\n{expected}\n"), "{name}");
    }
}

/// Section files in the order of their names.
fn sections(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "json"))
        .collect();
    files.sort();
    files
}

#[test]
fn running_texts_are_those_of_the_core() {
    let files = telegrams();
    let out = run(Command::new(program("text_view")).args(&files));
    let mut lines = out.lines();
    for file in &files {
        let Ok(cable) = cable_core::Cable::parse(fs::read(file).expect("a file")) else {
            continue;
        };
        for parts in (0..256).step_by(51) {
            let has = |bit: u32| parts & bit != 0;
            let options = cable_core::TextOptions::new()
                .with_header(has(1))
                .with_banner(has(2))
                .with_captions(has(4))
                .with_marks(has(8))
                .with_numbers(has(16))
                .with_headings(has(32))
                .with_breaks(has(64))
                .with_signature(has(128));
            let json = cable.view().text_view(&options).to_json();
            assert_eq!(lines.next(), Some(&*json), "{}", file.display());
        }
    }
    assert_eq!(lines.next(), None);
}

/// What the JSON of some invented telegram must hold, so that no accessor is compared only where it is absent.
const FILLED: [&str; 66] = [
    r#""envelope":{"reference_id":""#,
    r#""released":"2"#,
    r#""origin":"E"#,
    r#""form":"full""#,
    r#""form":"address-only""#,
    r#""transmission_id":""#,
    r#""routing":[{"precedence":"immediate","routing_indicators":["#,
    r#""originating_station":""#,
    r#""station_serial_number":5"#,
    r#""filing_time":{"#,
    r#""security_warning":{"#,
    r#""operating_signals":[{"#,
    r#""precedence":{"action":"immediate","info":"priority""#,
    r#""date_time_group":"2009-"#,
    r#""date_time_group_signals":[{"#,
    r#""suffix":"4""#,
    r#""argument":""#,
    r#""originator":{"#,
    r#""message_number":""#,
    r#""passing":""#,
    r#""collective":true"#,
    r#""excluded":[""#,
    r#""pages":[{"page":1"#,
    r#""section":{"number":1,"total":2}"#,
    r#""action":[{"office":""#,
    r#""info":[{"office":""#,
    r#""origin":[{"office":""#,
    r#""copies":12"#,
    r#""total":1"#,
    r#""dash":{"#,
    r#""counter":"#,
    r#""drafted_by":""#,
    r#""approved_by":""#,
    r#""controls":["NOFORN"]"#,
    r#""captions":[""#,
    r#""pass_lines":[{"text":""#,
    r#""targets":[""#,
    r#""corrected_copy":""#,
    r#""order_corrected":""#,
    r#""declassification":{"kind":"date","date":"2"#,
    r#""derived_date":"2"#,
    r#""downgrade":{"level":""#,
    r#""kind":"person""#,
    r#""kind":"program""#,
    r#""subject":{"text":""#,
    r#"\"GAS\""#,
    r#""references":[{"label":"A""#,
    r#""year_source":"printed""#,
    r#""notal":true"#,
    r#""and_previous":true"#,
    r#""suffixes":[""#,
    r#""classifiers":[{"name":""#,
    r#""reasons":["1.4(b)""#,
    r#""suffix":"a""#,
    r#""role":"summary""#,
    r#""heading":""#,
    r#""items":[{"label":""#,
    r#""items":[{"label":"1""#,
    r#""summary":""#,
    r#""comment":""#,
    r#""breaks":[{"kind":""#,
    r#""citations":[{"label":""#,
    r#""attachments":[{"#,
    r#""redactions":[{"#,
    r#""signature":[""#,
    r#""states":{""#,
];

#[test]
fn every_field_is_there_in_some_telegram() {
    let all: String = telegrams()
        .iter()
        .filter(|file| !file.components().any(|part| part.as_os_str() == "shared"))
        .filter_map(|file| cable_core::Cable::parse(fs::read(file).expect("a file")).ok())
        .map(|cable| cable.to_json())
        .collect();
    let missing: Vec<_> = FILLED.iter().filter(|part| !all.contains(**part)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_example_prints_what_that_in_rust_prints() {
    let c = build(&root().join("examples/c/summary.c"));
    run(Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "-p",
            "cable-core",
            "--example",
            "summary",
            "--target-dir",
        ])
        .arg(support::target())
        .current_dir(root()));
    let rust = support::target().join("debug/examples/summary");
    let mut read = 0;
    for file in telegrams() {
        let in_c = Command::new(&c).arg(&file).output().expect("the C example");
        let in_rust = Command::new(&rust)
            .arg(&file)
            .output()
            .expect("the Rust example");
        assert_eq!(
            in_c.status.success(),
            in_rust.status.success(),
            "{}",
            file.display()
        );
        assert!(
            in_c.stdout == in_rust.stdout,
            "{}\nC: {}\nRust: {}",
            file.display(),
            String::from_utf8_lossy(&in_c.stdout),
            String::from_utf8_lossy(&in_rust.stdout)
        );
        read += usize::from(in_c.status.success());
    }
    assert!(read > 10, "{read}");
    // No file: both fail, and say how to call them.
    let out = Command::new(&c).output().expect("the C example");
    assert!(!out.status.success() && String::from_utf8_lossy(&out.stderr).contains("usage"));
}

#[test]
fn programs_include_only_the_header_and_libc() {
    let text = fs::read_to_string(root().join("examples/c/summary.c")).expect("the C example");
    for line in text.lines().filter(|line| line.starts_with("#include")) {
        assert!(
            ["<cable.h>", "<stdio.h>", "<stdlib.h>", "<string.h>"]
                .iter()
                .any(|known| line.ends_with(known)),
            "{line}"
        );
    }
}
