//! The program of `docs/c.md` compiles without a warning and prints what the page says.

mod support;

use std::fs;
use std::process::Command;
use support::{build, root, run};

/// The fenced blocks of a language, one after the other.
fn blocks(page: &str, language: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in page.lines() {
        if inside && line == "```" {
            inside = false;
        } else if inside {
            out.push_str(line);
            out.push('\n');
        } else {
            inside = line.strip_prefix("```") == Some(language);
        }
    }
    out
}

#[test]
fn the_program_of_the_page_prints_what_the_page_says() {
    let page = fs::read_to_string(root().join("docs/c.md")).expect("the page");
    let page = page.replace("\r\n", "\n");
    let source = support::scratch("docs").join("page.c");
    fs::write(&source, blocks(&page, "c")).expect("write");
    let telegram =
        root().join("cable-core/tests/corpus/wellformed/confidential-with-summary-and-comment.txt");
    let printed = run(Command::new(build(&source)).arg(telegram));
    assert_eq!(printed, blocks(&page, "text"));
}
