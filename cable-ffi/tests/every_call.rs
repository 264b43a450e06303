//! Calls every function of `cable.h` with NULL and with hostile lengths. The program is written from the header, to
//! `every_call.c` in the folder that cargo has for tests, so that no function is forgotten; the gates run it too.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use support::{build, header, run};

struct Function {
    result: String,
    name: String,
    /// Types of the arguments.
    arguments: Vec<String>,
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

/// The functions that the header declares.
fn functions() -> Vec<Function> {
    let text = without_comments(&fs::read_to_string(header()).expect("header"));
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .collect();
    let text = lines.join(" ");
    let mut found = Vec::new();
    for declaration in text.split([';', '}', '{']) {
        let declaration = declaration.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((head, arguments)) = declaration.split_once('(') else {
            continue;
        };
        let Some(arguments) = arguments.strip_suffix(')') else {
            continue;
        };
        let at = head.rfind([' ', '*']).expect("a type") + 1;
        let (result, name) = head.split_at(at);
        let arguments = arguments
            .split(", ")
            .filter(|argument| *argument != "void")
            .map(|argument| {
                let at = argument.rfind([' ', '*']).expect("a name") + 1;
                argument[..at].trim().to_owned()
            })
            .collect();
        found.push(Function {
            result: result.trim().to_owned(),
            name: name.to_owned(),
            arguments,
        });
    }
    found
}

const HANDLES: [&str; 5] = ["document", "options", "error", "text_view", "corpus"];

/// The argument of a type; outputs are numbered.
fn argument(kind: &str, frees: bool, outputs: &mut Vec<String>) -> String {
    let bare = kind.trim_start_matches("const ");
    for handle in HANDLES {
        if bare == format!("cable_{handle} *") {
            return if frees {
                "NULL".to_owned()
            } else {
                format!("given.handles ? {handle} : NULL")
            };
        }
    }
    match bare {
        "cable_document *const *" => "given.strings ? documents : NULL".to_owned(),
        "cable_str *" if kind.starts_with("const ") => "given.strings ? &path : NULL".to_owned(),
        "char *" | "void *" => "given.strings ? \"x\" : NULL".to_owned(),
        "size_t" => "given.number".to_owned(),
        "uint32_t" => "(uint32_t)given.number".to_owned(),
        "bool" => "given.number != 0".to_owned(),
        "cable_span" => "(cable_span){1, (uint32_t)given.number}".to_owned(),
        "cable_source_span" => {
            "(cable_source_span){(uint32_t)given.number, 1, (uint32_t)given.number}".to_owned()
        }
        output if output.ends_with('*') && !kind.starts_with("const ") => {
            outputs.push(output.to_owned());
            format!(
                "given.outputs ? ({output})out[{}].bytes : NULL",
                outputs.len() - 1
            )
        }
        other => panic!("no argument of type {other}"),
    }
}

fn call(function: &Function) -> String {
    let Function {
        result,
        name,
        arguments,
    } = function;
    let frees = name.ends_with("_free") || name.ends_with("_close");
    let mut outputs = Vec::new();
    let list: Vec<String> = arguments
        .iter()
        .map(|kind| argument(kind, frees, &mut outputs))
        .collect();
    let list = list.join(",\n            ");
    let document = arguments
        .iter()
        .any(|kind| kind == "const cable_document *");
    let mut out = format!("    fill({});\n", if frees { "0" } else { "0x5a" });
    let result = match result.as_str() {
        "void" => {
            writeln!(out, "    {name}({list});").expect("memory");
            return out;
        }
        "cable_options *" => {
            writeln!(out, "    cable_options_free({name}({list}));").expect("memory");
            return out;
        }
        result => result,
    };
    let space = if result.ends_with('*') { "" } else { " " };
    writeln!(
        out,
        "    {{\n        {result}{space}answer = {name}({list});"
    )
    .expect("memory");
    match result {
        "cable_status" => {
            out.push_str("        CHECK(cable_status_name(answer) != NULL);\n");
            // What is asked of nothing, or has nowhere to go, is refused.
            let error_only = outputs.iter().all(|kind| kind == "cable_error **");
            if document {
                out.push_str("        CHECK(given.handles || answer != CABLE_STATUS_OK);\n");
            }
            if !error_only {
                out.push_str("        CHECK(given.outputs || answer != CABLE_STATUS_OK);\n");
            }
            for (index, kind) in outputs.iter().enumerate() {
                match kind.as_str() {
                    "cable_error **" => writeln!(
                        out,
                        "        if (answer != CABLE_STATUS_OK && !untouched({index})) {{\n            \
                         cable_error_free(*(cable_error **)out[{index}].bytes);\n        }}"
                    ),
                    kind => {
                        let free = match kind {
                            "cable_string *" => {
                                format!("cable_string_free((cable_string *)out[{index}].bytes);")
                            }
                            "cable_corpus **" => {
                                format!("cable_corpus_close(*(cable_corpus **)out[{index}].bytes);")
                            }
                            "cable_document **" => {
                                format!("cable_document_free(*(cable_document **)out[{index}].bytes);")
                            }
                            "cable_text_view **" => {
                                format!("cable_text_view_free(*(cable_text_view **)out[{index}].bytes);")
                            }
                            _ => String::new(),
                        };
                        writeln!(
                            out,
                            "        if (answer != CABLE_STATUS_OK) {{\n            CHECK(untouched({index}));\n        }}"
                        )
                        .expect("memory");
                        if free.is_empty() {
                            Ok(())
                        } else {
                            writeln!(out, "        else {{\n            {free}\n        }}")
                        }
                    }
                }
                .expect("memory");
            }
        }
        "size_t" if document => out.push_str("        CHECK(given.handles || answer == 0);\n"),
        "cable_str" if document => {
            out.push_str("        CHECK(given.handles || answer.data == NULL);\n");
        }
        _ => out.push_str("        (void)answer;\n"),
    }
    out.push_str("    }\n");
    out
}

const HEAD: &str = r#"/* Every function, with every mixture of NULL and non-NULL and with numbers that fit nothing: none crashes, what has
   nothing to answer or nowhere to put it says so, and an output is written only on success.

   Written by the test every_call from cable.h. */
#include "support.h"
#include <stdalign.h>
#include <stddef.h>

typedef struct {
    bool handles;
    bool outputs;
    bool strings;
    size_t number;
} arguments;

static struct {
    alignas(max_align_t) unsigned char bytes[1024];
} out[2];

static cable_document *document;
static cable_options *options;
static cable_error *error;
static cable_corpus *corpus;
/* One that is alive, or NULL where no handles are given. */
static const cable_document *documents[1];
static const cable_str path = {"/nothing/is/here", 16};
static cable_text_view *text_view;

static void fill(int byte) { memset(out, byte, sizeof out); }

static bool untouched(size_t which) {
    for (size_t i = 0; i < sizeof out[which].bytes; i++) {
        if (out[which].bytes[i] != 0x5a) {
            return false;
        }
    }
    return true;
}

static const char TELEGRAM[] =
    "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSIPDIS\n\n"
    "E.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\nREF: ZELTBERG 12\n\n1. (U) Text (reftel).\n";
"#;

const TAIL: &str = r#"
int main(void) {
    static const size_t numbers[] = {0, 1, UINT32_MAX, SIZE_MAX / 2 + 1, SIZE_MAX};
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, NULL, &document, NULL) == CABLE_STATUS_OK);
    CHECK(cable_document_parse("x", 1, NULL, &(cable_document *){NULL}, &error) == CABLE_STATUS_NOT_A_TELEGRAM);
    CHECK(cable_document_text_view(document, 0, &text_view) == CABLE_STATUS_OK);
    CHECK(cable_corpus_open(&path, 1, NULL, 1, &corpus) == CABLE_STATUS_OK);
    options = cable_options_new();
    for (int mixture = 0; mixture < 8; mixture++) {
        for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
            arguments given = {(mixture & 1) != 0, (mixture & 2) != 0, (mixture & 4) != 0, numbers[i]};
            /* A length that may be is that of one byte. */
            if (given.strings && numbers[i] == UINT32_MAX) {
                continue;
            }
            documents[0] = given.handles ? document : NULL;
            every_call(given);
        }
    }
    cable_text_view_free(text_view);
    cable_corpus_close(corpus);
    cable_options_free(options);
    cable_error_free(error);
    cable_document_free(document);
    return 0;
}
"#;

fn program(functions: &[Function]) -> String {
    let mut out = HEAD.to_owned();
    out.push_str("\nstatic void every_call(arguments given) {\n");
    for function in functions {
        out.push_str(&call(function));
    }
    out.push_str("}\n");
    out + TAIL
}

#[test]
fn every_function_survives_null_and_hostile_lengths() {
    let functions = functions();
    assert!(functions.len() > 100, "{}", functions.len());
    let program = program(&functions);
    let path = support::scratch("written").join("every_call.c");
    fs::write(&path, &program).expect("write");
    run(&mut Command::new(build(&path)));
}
