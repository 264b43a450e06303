use super::*;
use crate::spanned::Resolve;

#[derive(Debug, PartialEq)]
struct Read {
    display: String,
    section: Option<(u32, Option<u32>)>,
    post: String,
    serial: Option<u32>,
    rest: String,
    codes: Vec<Code>,
}

fn read(text: &str) -> Option<Read> {
    let mut sink = Vec::new();
    let found = parse(text, Span::at(0, text.len()), &mut sink)?;
    let banner = found.banner.resolve(text);
    Some(Read {
        display: found.mark.resolve(text).display.to_string(),
        section: banner
            .section
            .map(|section| (section.number, section.total)),
        post: banner.post.unwrap_or("").to_string(),
        serial: banner.serial,
        rest: found.rest.slice(text).to_string(),
        codes: sink.iter().map(|found| found.code).collect(),
    })
}

#[test]
fn lines_of_all_eras() {
    for (text, display, section, post, serial, rest) in [
        (
            "UNCLAS NORDHAVEN 000123 ",
            "UNCLASSIFIED",
            None,
            "NORDHAVEN",
            123,
            "",
        ),
        (
            "SENSITIVE BUT UNCLASSIFIED NORDHAVEN 000123",
            "SBU",
            None,
            "NORDHAVEN",
            123,
            "",
        ),
        (
            "UNCLASSIFIED PORT AURELIA 2481",
            "UNCLASSIFIED",
            None,
            "PORT AURELIA",
            2481,
            "",
        ),
        (
            "C O N F I D E N T I A L SECTION 01 OF 03 PORT AURELIA 000123",
            "CONFIDENTIAL",
            Some((1, Some(3))),
            "PORT AURELIA",
            123,
            "",
        ),
        (
            "SECRET SECTION 01 of 03 ZELTBERG 001234",
            "SECRET",
            Some((1, Some(3))),
            "ZELTBERG",
            1234,
            "",
        ),
        (
            "UNCLAS E F T O SECTION 01 OF 02 NORDHAVEN 001234",
            "UNCLASSIFIED EFTO",
            Some((1, Some(2))),
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "UNCLAS SECTION 01 OF 02 EFTO NORDHAVEN 001234",
            "UNCLASSIFIED EFTO",
            Some((1, Some(2))),
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "C O N F I D E N T I A L NOFORN NORDHAVEN 001234",
            "CONFIDENTIAL//NOFORN",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "S E C R E T  //  N O F O R N ZELTBERG 001234",
            "SECRET//NOFORN",
            None,
            "ZELTBERG",
            1234,
            "",
        ),
        (
            "SECRET//NOFORN NORDHAVEN 1234",
            "SECRET//NOFORN",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "UNCLAS SENSITIVE NORDHAVEN 001234",
            "SBU",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "UNCLAS//FOUO NORDHAVEN 001234",
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "LIMITED OFFICIAL USE NORDHAVEN 1234",
            "LIMITED OFFICIAL USE",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "C O N F I D E N T I A L FINAL SECTION OF 2 NORDHAVEN 1234",
            "CONFIDENTIAL",
            Some((2, Some(2))),
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "SECRET 01 OF 02 NORDHAVEN 1234",
            "SECRET",
            Some((1, Some(2))),
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "SECRET SECTION ONE OF TWO NORDHAVEN 1234",
            "SECRET",
            Some((1, Some(2))),
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "CONFIDENTIAL 75 NORDHAVEN 1234",
            "CONFIDENTIAL",
            None,
            "NORDHAVEN",
            1234,
            "",
        ),
        (
            "C O N F I D E N T I A L XXXXXXXXXXXX 001234",
            "CONFIDENTIAL",
            None,
            "XXXXXXXXXXXX",
            1234,
            "",
        ),
        (
            "S e c r e t zeltberg 001234",
            "SECRET",
            None,
            "zeltberg",
            1234,
            "",
        ),
        (
            "S E C R E T NORDHAVEN 000123 SIPDIS STATE FOR EUR",
            "SECRET",
            None,
            "NORDHAVEN",
            123,
            "SIPDIS STATE FOR EUR",
        ),
        (
            "S E C R E T NORDHAVEN 000123SIPDIS",
            "SECRET",
            None,
            "NORDHAVEN",
            123,
            "SIPDIS",
        ),
        ("SECRET SECTO 12345", "SECRET", None, "SECTO", 12345, ""),
        (
            "S E C R E T EXDIS USUN NEW YORK 1234",
            "SECRET//EXDIS",
            None,
            "USUN NEW YORK",
            1234,
            "",
        ),
    ] {
        let found = read(text);
        let expected = Some(Read {
            display: display.to_string(),
            section,
            post: post.to_string(),
            serial: Some(serial),
            rest: rest.to_string(),
            codes: Vec::new(),
        });
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn misspelt_lines_are_read_and_reported() {
    for text in [
        "SS E C R E T NORDHAVEN 000123",
        "E C R E T NORDHAVEN 000123",
        "CSE C R E T NORDHAVEN 000123",
        "UUNCLAS NORDHAVEN 000123",
        "C ONFIDENTIAL NORDHAVEN 000123",
        "UNCLAS SECTIN 01 OF 02 NORDHAVEN 000123",
        "C 0 N F I D E N T I A L NORDHAVEN 000123",
        "UNCAS NORDHAVEN 000123",
        "UNCALS SECTION 01 OF 02 NORDHAVEN 000123",
        "CONFIDNTIAL NORDHAVEN 000123",
        "CNFIDENTIAL NORDHAVEN 000123",
        "SECRT NORDHAVEN 000123",
        "S E C E T NORDHAVEN 000123",
        "SECRE NORDHAVEN 000123",
        "RESTRICED NORDHAVEN 000123",
    ] {
        let found = read(text);
        assert_eq!(
            found.as_ref().map(|found| found.post.as_str()),
            Some("NORDHAVEN"),
            "{text}"
        );
        assert_eq!(
            found.map(|found| found.codes),
            Some(vec![Code::BannerSpelling]),
            "{text}"
        );
    }
}

#[test]
fn a_post_that_was_lost_leaves_the_serial() {
    for text in [
        "UNCLAS 000123",
        "S E C R E T 000123",
        "UNCLAS SECTION 01 OF 02 000123",
    ] {
        let found = read(text).expect(text);
        assert_eq!(
            (found.post.as_str(), found.serial),
            ("", Some(123)),
            "{text}"
        );
    }
}

#[test]
fn impossible_sections_are_reported() {
    for text in [
        "UNCLAS SECTION 03 OF 02 NORDHAVEN 000123",
        "UNCLAS SECTION 00 OF 02 NORDHAVEN 000123",
    ] {
        let codes = read(text).map(|found| found.codes);
        assert_eq!(codes, Some(vec![Code::SectionNumberInvalid]), "{text}");
    }
}

#[test]
fn other_lines_are_no_banner() {
    for text in [
        "SECRET",
        "SECRET//NOFORN",
        "CONFIDENTIAL",
        "CONFIDENTIAL PAGE 02 NORDHA 04417 141530Z",
        "Secret talks about 1979 election",
        "SECRET TALKS IN MAY 1979 FAILED",
        "SECRET TALKS IN MAY 1979",
        "SECRETARY 000123",
        "1. SECRET NORDHAVEN 000123",
        "SECRET NORDHAVEN 12",
        "UNCLAS 12345",
        "UNCAS 000123",
        "SECRET 000123 TONS",
        // One letter from a level, and a number behind it.
        "SECT ROME 1234",
        "UNCLES IN ROME 1979",
        "SECRETE NORDHAVEN 1979",
        "SECRETS FROM ROME 1979 LEAKED",
        "SECRETS NORDHAVEN 000123 WERE SOLD",
        "",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn places_are_those_of_the_line() {
    let text = "x\n UNCLAS  NORDHAVEN 000820 SIPDIS \n";
    let found = parse(text, Span::at(2, 35), &mut ()).map(|found| {
        (
            found.banner.printed.get(text).to_string(),
            found.banner.level_span.slice(text).to_string(),
            found.banner.serial_span.slice(text).to_string(),
            found.rest.slice(text).to_string(),
        )
    });
    let expected = ["UNCLAS  NORDHAVEN 000820", "UNCLAS", "000820", "SIPDIS"].map(str::to_string);
    assert_eq!(found, Some(expected.into()));
}

#[test]
fn release_lists_are_controls() {
    for (text, display) in [
        (
            "C O N F I D E N T I A L //REL TO GBR, AUS// NORDHAVEN 000142",
            "CONFIDENTIAL//REL TO GBR, AUS",
        ),
        (
            "SECRET REL TO USA, FVEY SECTION 01 OF 02 NORDHAVEN 000142",
            "SECRET//REL TO USA, FVEY",
        ),
        (
            "SECRET//REL GBR//NOFORN NORDHAVEN 000142",
            "SECRET//REL TO GBR//NOFORN",
        ),
    ] {
        let found = read(text).expect(text);
        assert_eq!(
            (found.display.as_str(), found.post.as_str()),
            (display, "NORDHAVEN")
        );
        assert_eq!(found.serial, Some(142));
    }
}

#[test]
fn letters_for_figures() {
    for (text, post, section) in [
        (
            "C O N F I D E N T I A L SECTION O1 OF O2 NORDHAVEN OOO142",
            "NORDHAVEN",
            Some((1, Some(2))),
        ),
        (
            "S E C R E T SECTION l OF 2 PORT AURELIA 0OO142",
            "PORT AURELIA",
            Some((1, Some(2))),
        ),
        (
            "UNCLAS SECTION 01 0F 1O ZELTBERG 000142",
            "ZELTBERG",
            Some((1, Some(10))),
        ),
        ("S E C R E T CAIRO 000142", "CAIRO", None),
    ] {
        let found = read(text).expect(text);
        assert_eq!(
            (found.post.as_str(), found.serial, found.section),
            (post, Some(142), section),
            "{text}"
        );
    }
}
