//! Where the corpus and the conformance cases are, if they are there: a folder beside the checkout.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the shared folder; tells on standard output when it is not there.
pub(crate) fn file(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(path);
    if file.is_file() {
        return Some(file);
    }
    println!("SKIPPED: {} is not there", file.display());
    None
}

/// One case: `input` and `expected`.
pub(crate) struct Case {
    pub(crate) input: String,
    pub(crate) expected: String,
}

/// The cases of a conformance file.
pub(crate) fn cases(name: &str) -> Option<Vec<Case>> {
    let path = file(&format!("conformance/{name}"))?;
    let text = fs::read_to_string(path).expect("a readable file");
    let cases: Vec<_> = text
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
            let field = |key: &str| value[key].as_str().expect("a string").to_owned();
            Case {
                input: field("input"),
                expected: field("expected"),
            }
        })
        .collect();
    assert!(!cases.is_empty(), "{name} has no cases");
    Some(cases)
}

/// Fails with every case that `read` answers otherwise.
pub(crate) fn check(name: &str, read: impl Fn(&str) -> String) {
    let Some(cases) = cases(name) else {
        return;
    };
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|case| {
            let answer = read(&case.input);
            (answer != case.expected).then(|| {
                format!(
                    "{}\n  expected {}\n  answered {answer}",
                    case.input, case.expected
                )
            })
        })
        .collect();
    println!(
        "{name}: {} of {} right",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
