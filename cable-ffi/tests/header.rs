//! `include/cable.h` is what the sources say, complete, and documented. `CABLE_BLESS=1` writes it.

mod support;

use cable::vocabularies;
use cable_core::Code;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};
use support::{header, root, run};

const PROLOGUE: &str = "/*
 * cable: reads US State Department telegrams (cables) into one typed model.
 *
 * - A function takes the object first, then inputs, then outputs. An output is written only on success.
 * - What can fail returns a cable_status; CABLE_STATUS_ABSENT says that nothing is at that place.
 * - NULL never crashes: a function answers with a status, zero, or an absent string. A NULL input of
 *   length 0 is empty.
 * - Views (cable_str, cable_str_list) live as long as the document. What the caller frees is a handle
 *   or a cable_string, each with a _free of its own; freeing NULL does nothing.
 * - Absent is {NULL, 0} for a string, 0 for a word of a vocabulary, present == false for a number or span.
 * - A document may be read by many threads at once. Nothing is kept per thread.
 * - Structs are frozen: what a later version adds comes by new functions. Vocabularies may grow.
 *
 * This file is generated from cable-ffi. Do not edit it.
 */
";

fn screaming(word: &str) -> String {
    word.replace('-', "_").to_uppercase()
}

/// Version macros, and the constants of vocabularies and diagnostic codes, which the core alone knows.
fn constants() -> String {
    let mut out = String::new();
    let parts = [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ];
    out.push_str("\n/** Version of this header. `cable_version()` is that of the library. */\n");
    for (name, value) in parts {
        writeln!(out, "#define CABLE_VERSION_{name} {value}").expect("memory");
    }
    out.push_str(
        "/** The three parts in two decimal digits each, to be compared. */\n#define CABLE_VERSION_NUMBER \\\n    \
         (CABLE_VERSION_MAJOR * 10000 + CABLE_VERSION_MINOR * 100 + CABLE_VERSION_PATCH)\n",
    );
    for (name, _, words) in vocabularies() {
        writeln!(out, "\n/** Values of `cable_{name}`. */\nenum {{").expect("memory");
        for (number, word) in words {
            let constant = format!("CABLE_{}_{}", screaming(name), screaming(word));
            writeln!(out, "    /** {word} */\n    {constant} = {number},").expect("memory");
        }
        out.push_str("};\n");
    }
    out.push_str("\n/** Numbers of the diagnostic codes. */\nenum {\n");
    for code in Code::ALL {
        let constant = format!("CABLE_CODE_{}", screaming(code.as_str()));
        let number = code.number();
        writeln!(
            out,
            "    /** {} */\n    {constant} = {number},",
            code.sentence()
        )
        .expect("memory");
    }
    out.push_str("};\n");
    out.replace(",\n};", "\n};")
}

fn generated() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut config =
        cbindgen::Config::from_file(folder.join("cbindgen.toml")).expect("cbindgen.toml");
    config.header = Some(PROLOGUE.trim_end().to_owned());
    config.after_includes = Some(constants());
    let mut out = Vec::new();
    cbindgen::Builder::new()
        .with_crate(folder)
        .with_config(config)
        .generate()
        .expect("a header")
        .write(&mut out);
    compact(&String::from_utf8(out).expect("UTF-8"))
}

/// Comments of one line on one line, and the pointer duties as one more label.
fn compact(text: &str) -> String {
    let text = text.replace(" * # Safety\n * ", " * Safety: ");
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        match lines.get(at + 1..at + 3) {
            Some([only, end]) if line.trim() == "/**" && end.trim() == "*/" => {
                let words = only.trim_start().trim_start_matches("* ");
                writeln!(out, "{line} {words} */").expect("memory");
                at += 3;
            }
            _ => {
                writeln!(out, "{line}").expect("memory");
                at += 1;
            }
        }
    }
    out
}

#[test]
fn the_header_is_that_of_the_sources() {
    let generated = generated();
    let path = header();
    if env::var_os("CABLE_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("folder")).expect("folder");
        fs::write(&path, &generated).expect("write");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == generated,
        "{} is not that of the sources: run CABLE_BLESS=1 cargo test -p cable-ffi --test header",
        path.display()
    );
}

/// Names of the functions of the header.
fn declared(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for declaration in without_comments(text).split(';') {
        let head = declaration.split('(').next().unwrap_or("");
        let name = head
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next();
        if let Some(name) = name {
            if declaration.trim_end().ends_with(')') && name.starts_with("cable_") {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        rest = behind.split_once("*/").expect("a closed comment").1;
    }
    out + rest
}

#[test]
fn symbols_of_the_library_are_the_functions_of_the_header() {
    let library = support::shared_library();
    let out = run(Command::new("nm")
        .args(["-D", "--defined-only"])
        .arg(library));
    let exported: BTreeSet<String> = out
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .filter(|name| name.starts_with("cable_"))
        .map(str::to_owned)
        .collect();
    let declared = declared(&fs::read_to_string(header()).expect("header"));
    assert!(declared.len() > 50, "{declared:?}");
    assert_eq!(exported, declared);
}

#[test]
fn every_declaration_is_documented() {
    let text = fs::read_to_string(header()).expect("header");
    let lines: Vec<&str> = text.lines().collect();
    let mut undocumented = Vec::new();
    let mut functions = 0;
    for (at, line) in lines.iter().enumerate() {
        let begins = line.starts_with("typedef struct")
            || line.starts_with("enum ")
            || line.starts_with("typedef uint32_t")
            || line.starts_with("    CABLE_")
            // A member of a struct.
            || (line.starts_with("    ") && !line.starts_with("     ") && line.ends_with(';'))
            || (!line.starts_with([' ', '#', '/', '}', '*']) && line.contains("cable_") && line.contains('('));
        if !begins {
            continue;
        }
        let documented = lines[..at]
            .iter()
            .rev()
            .find(|line| !line.starts_with('#'))
            .is_some_and(|line| line.trim_end().ends_with("*/"));
        // The enum behind a typedef of its number is documented at the enum.
        let twin = lines[at.saturating_sub(4)..at]
            .iter()
            .any(|line| line.starts_with("#if"))
            && line.starts_with("typedef")
            && !line.contains('{');
        let alias = line.starts_with("typedef")
            && lines[..at]
                .iter()
                .rev()
                .take(3)
                .any(|line| line.starts_with("#e"));
        if !documented && !twin && !alias {
            undocumented.push(format!("{}: {line}", at + 1));
        }
        functions += usize::from(line.contains('('));
    }
    assert!(undocumented.is_empty(), "{}", undocumented.join("\n"));
    assert!(functions > 50, "{functions}");
    // Each function says what it returns, whose memory it is, and which threads may call it.
    let names = declared(&text).len();
    for label in [" * Returns: ", " * Ownership: ", " * Threads: "] {
        assert_eq!(text.matches(label).count(), names, "{label}");
    }
}

#[test]
fn the_header_compiles_alone_in_each_language() {
    let folder = support::scratch("header");
    let c = folder.join("alone.c");
    fs::write(&c, "#include <cable.h>\nint main(void) { return 0; }\n").expect("write");
    for standard in ["c99", "c11", "c2x"] {
        run(support::compiler("CC", "cc")
            .args([
                &format!("-std={standard}"),
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-fsyntax-only",
                "-I",
            ])
            .arg(root().join("include"))
            .arg(&c));
    }
    if env::var_os("CXX").is_none() && !support::has("c++") {
        return;
    }
    run(support::compiler("CXX", "c++")
        .args([
            "-std=c++17",
            "-x",
            "c++",
            "-Wall",
            "-Wextra",
            "-Wpedantic",
            "-Werror",
            "-fsyntax-only",
            "-I",
        ])
        .arg(root().join("include"))
        .arg(&c));
}
