//! Every diagnostic code has a telegram in the corpus, and `docs/diagnostics.md` shows one for each.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod telegrams;

use cable_core::{Cable, Code, Diagnostic, LineIndex, ParseOptions};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The telegrams of the corpus by name: `malformed/tag-of-no-table.txt`.
fn telegrams() -> BTreeMap<String, Vec<u8>> {
    let corpus = telegrams::corpus();
    let named = |(path, bytes): (PathBuf, Vec<u8>)| {
        let name = path.strip_prefix(&corpus).expect("inside");
        (name.to_str().expect("UTF-8").replace('\\', "/"), bytes)
    };
    telegrams::invented().into_iter().map(named).collect()
}

/// With the options of the corpus, and once with a limit that the telegrams reach.
fn readings() -> [(ParseOptions, &'static str); 2] {
    let mut limits = cable_core::Limits::default();
    limits.references = 1;
    [
        (ParseOptions::new(), ""),
        (
            ParseOptions::new().with_limits(limits),
            ", read with a limit of one reference",
        ),
    ]
}

struct Example {
    /// Findings of the telegram: the fewer, the better it shows this one.
    findings: usize,
    name: String,
    shown: String,
}

/// Telegrams that the page shows already, with the reading behind each name: they are kept as long as they fit.
fn shown_already() -> BTreeMap<String, String> {
    let page = fs::read_to_string(root().join("docs/diagnostics.md")).unwrap_or_default();
    let mut found = BTreeMap::new();
    let mut code = "";
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            code = name;
        } else if let Some(name) = line.strip_suffix(':').filter(|name| name.starts_with('`')) {
            found.insert(code.to_owned(), name.to_owned());
        }
    }
    found
}

/// The example of each code: the one that the page shows, else the telegram with the fewest other findings.
fn examples() -> BTreeMap<u16, Example> {
    let already = shown_already();
    let mut best: BTreeMap<u16, Example> = BTreeMap::new();
    for (options, how) in readings() {
        for (name, bytes) in telegrams() {
            let cable = Cable::parse_with(bytes, &options).expect("a telegram");
            let all = cable.view().diagnostics();
            for found in all {
                let name = format!("`{name}`{how}");
                let kept = already.get(found.code.as_str()) == Some(&name);
                let findings = if kept { 0 } else { all.len() };
                let known = best.get(&found.code.number());
                if known.is_none_or(|known| known.findings > findings) {
                    let example = Example {
                        findings,
                        name,
                        shown: shown(&cable, found),
                    };
                    best.insert(found.code.number(), example);
                }
            }
        }
    }
    best
}

fn shown(cable: &Cable, found: &Diagnostic) -> String {
    let view = cable.view();
    let mut shown = found
        .render(view.text(), &LineIndex::new(view.text()))
        .to_string();
    // What only the wrapping says has no line in the text.
    if let (None, Some(source)) = (found.span, found.source) {
        let bytes = &cable.source()[source.start as usize..source.end as usize];
        if !bytes.is_empty() {
            writeln!(shown, " in the input: {}", bytes.escape_ascii()).expect("memory");
        }
    }
    shown
}

#[test]
fn every_code_has_a_telegram() {
    let examples = examples();
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !examples.contains_key(&code.number()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

const INTRODUCTION: &str = "\
# Diagnostics

What is odd in a telegram is told in diagnostics: a code, a severity, the place in the text and in the input, and for
findings about two places the other one. A diagnostic never stops a parse, unless `strict` is asked for and its severity is
`error`.

| severity | means |
|---|---|
| `error` | data is lost or contradictory |
| `warning` | a rule is broken, but the telegram can be read |
| `note` | information |

Codes are `Code` in Rust, numbers (`CABLE_CODE_…`) and names in C, names in Python; names and numbers never change and are
never used again. `Code::ALL`, `cable_code_at` and `cable.diagnostic_codes()` list them.

This page is written by a test from the table of codes and from the corpus of invented telegrams:
`CABLE_BLESS=1 cargo test -p cable-core --all-features --test codes`.
";

fn page() -> String {
    let examples = examples();
    let mut out = INTRODUCTION.to_owned();
    out.push_str("\n| number | code | severity | says |\n|---|---|---|---|\n");
    for code in Code::ALL {
        let (number, severity, sentence) = (code.number(), code.severity(), code.sentence());
        writeln!(
            out,
            "| {number} | [`{code}`](#{code}) | {severity} | {sentence} |"
        )
        .expect("memory");
    }
    for code in Code::ALL {
        let (number, severity, doc) = (code.number(), code.severity(), code.doc());
        writeln!(
            out,
            "\n## {code}\n\nNumber {number}, severity `{severity}`. {doc}\n"
        )
        .expect("memory");
        let Example { name, shown, .. } = examples.get(&number).expect("a telegram");
        writeln!(out, "{name}:\n\n```text\n{shown}```").expect("memory");
    }
    out
}

#[test]
fn the_page_is_that_of_the_table() {
    let path = root().join("docs/diagnostics.md");
    let page = page();
    if std::env::var_os("CABLE_BLESS").is_some() {
        fs::write(&path, &page).expect("write");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == page,
        "docs/diagnostics.md is not that of the table: run CABLE_BLESS=1 cargo test -p cable-core --all-features --test codes"
    );
}

#[test]
fn the_table_of_forms_names_telegrams() {
    let telegrams = telegrams();
    let readme =
        fs::read_to_string(root().join("cable-core/tests/corpus/README.md")).expect("read");
    let rows = readme.lines().filter(|line| line.starts_with("| "));
    let mut named = 0;
    for row in rows.skip(1) {
        let last = row
            .trim_end_matches(" |")
            .rsplit(" | ")
            .next()
            .unwrap_or("");
        let files = last.split('`').skip(1).step_by(2);
        for file in files {
            assert!(telegrams.contains_key(file), "{file}: {row}");
            named += 1;
        }
    }
    assert!(named >= 20, "{named}");
}
