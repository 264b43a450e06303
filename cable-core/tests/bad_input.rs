//! Input that is no telegram, or hardly one: an error of the contract or findings, never a panic.

use cable_core::{Cable, Code, Error, ErrorKind, Limits, ParseOptions};

fn code(input: impl AsRef<[u8]>) -> Result<(), &'static str> {
    match Cable::parse(input) {
        Ok(cable) => {
            cable
                .layout()
                .check_invariants(cable.view().text())
                .expect("invariants");
            Ok(())
        }
        Err(error) => Err(error.code()),
    }
}

/// A telegram with `line` as its only paragraph.
fn telegram(paragraph: &str) -> String {
    format!(
        "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\n\
         TAGS: EFIS\nSUBJECT: HERRING\n\n1. {paragraph}\n"
    )
}

#[test]
fn nothing_is_no_telegram() {
    for input in [&b""[..], b" \n\t\r\n ", b"\0\0\0\0", b"\xEF\xBB\xBF"] {
        assert_eq!(code(input), Err("not-a-telegram"), "{input:?}");
        let fragment = ParseOptions::new().with_fragment(true);
        let error = Cable::parse_with(input, &fragment).expect_err("blank");
        assert_eq!(error.kind(), &ErrorKind::NotATelegram);
    }
    assert_eq!(
        code("A letter to a friend.\nIt has two lines."),
        Err("not-a-telegram")
    );
}

#[test]
fn rubbish_is_no_telegram() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let rubbish: Vec<u8> = (0..5_000_000)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect();
    assert_eq!(code(&rubbish), Err("not-a-telegram"));
}

#[test]
fn more_than_the_limit_is_too_large() {
    let mut limits = Limits::default();
    limits.input = 100;
    let options = ParseOptions::new().with_limits(limits);
    let error: Error = Cable::parse_with(telegram("x").repeat(2), &options).expect_err("too large");
    assert_eq!(error.code(), "too-large");
}

#[test]
fn bytes_that_are_no_utf_8_are_told_once() {
    let mut input = telegram("The caf@ closed; so did the other caf@.").into_bytes();
    input
        .iter_mut()
        .filter(|byte| **byte == b'@')
        .for_each(|byte| *byte = 0xE9);
    let cable = Cable::parse(input).expect("a telegram");
    let view = cable.view();
    assert_eq!(
        view.paragraphs().next().expect("one").text(),
        "The café closed; so did the other café."
    );
    let told: Vec<_> = view
        .diagnostics()
        .iter()
        .filter(|found| found.code == Code::EncodingRepaired)
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].count, Some(2));
    let lines = cable_core::LineIndex::new(view.text());
    let shown = told[0].render(view.text(), &lines).to_string();
    assert!(shown.contains("as Windows-1252 (2 in all)\n"), "{shown}");
}

#[test]
fn one_line_of_ten_megabytes_is_one_paragraph() {
    let long = "word ".repeat(2_000_000);
    let cable = Cable::parse(telegram(&long).into_bytes()).expect("a telegram");
    let paragraphs: Vec<_> = cable.view().paragraphs().collect();
    assert_eq!(paragraphs.len(), 1);
    assert_eq!(paragraphs[0].text().len(), long.trim_end().len());
    assert_eq!(code("X".repeat(10_000_000)), Err("not-a-telegram"));
}

#[test]
fn a_million_addressees_stop_at_the_limit() {
    let mut input = String::from("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\n");
    input.push_str(&"TO RUEHZB/AMEMBASSY ZELTBERG\n".repeat(1_000_000));
    let cable = Cable::parse(input.into_bytes()).expect("a telegram");
    cable
        .layout()
        .check_invariants(cable.view().text())
        .expect("invariants");
    assert_eq!(
        cable.view().header().expect("a header").action.len(),
        10_000
    );
    assert!(
        cable
            .view()
            .diagnostics()
            .iter()
            .any(|found| found.code == Code::LimitReached)
    );
}

#[test]
fn a_strict_parse_stops_at_the_first_error() {
    let input = telegram("(S) A mark above the telegram.");
    assert_eq!(code(&input), Ok(()));
    let error =
        Cable::parse_with(input, &ParseOptions::new().with_strict(true)).expect_err("strict");
    assert_eq!(error.code(), "strict-violation");
    assert_eq!(error.diagnostic(), Some(Code::PortionAboveBanner));
}
