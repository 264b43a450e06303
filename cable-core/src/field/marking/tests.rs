use super::*;
use crate::spanned::Resolve;

fn display(text: &str) -> Option<(String, Vec<String>)> {
    let mark = portion(text, Span::at(0, text.len()))?;
    let marking = mark.resolve(text);
    Some((
        marking.display.to_string(),
        marking.controls.iter().map(ToString::to_string).collect(),
    ))
}

#[test]
fn portions_of_the_grammar() {
    for (text, expected) in [
        ("C", "CONFIDENTIAL"),
        (" C ", "CONFIDENTIAL"),
        ("c", "CONFIDENTIAL"),
        ("R", "RESTRICTED"),
        ("TS//SI//NF", "TOP SECRET//SI//NOFORN"),
        ("S-NF", "SECRET//NOFORN"),
        ("S / NF", "SECRET//NOFORN"),
        ("C NF", "CONFIDENTIAL//NOFORN"),
        ("S, NF", "SECRET//NOFORN"),
        ("SNF", "SECRET//NOFORN"),
        ("N/SF", "SECRET//NOFORN"),
        ("CNF", "CONFIDENTIAL//NOFORN"),
        ("S/NOFORN", "SECRET//NOFORN"),
        ("s/nf", "SECRET//NOFORN"),
        ("SBU/N", "SBU//NOFORN"),
        ("U//SBU", "SBU"),
        ("U//FOUO", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("LOU", "LIMITED OFFICIAL USE"),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("S//FGI//NF", "SECRET//FGI//NOFORN"),
        ("S//FGI GBR//NF", "SECRET//FGI GBR//NOFORN"),
        ("S//OC/NF", "SECRET//ORCON//NOFORN"),
        ("CTS", "COSMIC TOP SECRET"),
        ("NS", "NATO SECRET"),
        ("NU", "NATO UNCLASSIFIED"),
        ("//GBR S", "SECRET//GBR"),
        ("//NS", "NATO SECRET"),
        ("C/REL NATO", "CONFIDENTIAL//REL TO NATO"),
        ("C/Rel to NATO, ISAF", "CONFIDENTIAL//REL TO NATO, ISAF"),
        ("S//REL USA/GBR", "SECRET//REL TO USA/GBR"),
        ("SECRET/REL SAU", "SECRET//REL TO SAU"),
        ("S//REL TO USA,\n FVEY", "SECRET//REL TO USA, FVEY"),
        ("S//REL", "SECRET//REL TO"),
        ("C - ENTIRE TEXT", "CONFIDENTIAL"),
        ("Sensitive but unclassified", "SBU"),
        ("U//LES", "UNCLASSIFIED//LES"),
        ("SBU/NF/DELIBERATIVE", "SBU//DELIBERATIVE//NOFORN"),
        ("SBU//PRIVACY ACT", "SBU//PRIVACY ACT"),
    ] {
        assert_eq!(
            display(text).map(|(name, _)| name).as_deref(),
            Some(expected),
            "{text}"
        );
    }
    assert_eq!(
        display("//GBR S").map(|(_, controls)| controls),
        Some(vec!["GBR".to_string()])
    );
}

#[test]
fn words_that_are_no_mark() {
    for text in [
        "U.S.",
        "P",
        "PROTECT",
        "REF A",
        "Country",
        "STRICTLY PROTECT",
        "NF",
        "S/N",
        "U S",
        "C.",
        "6",
        "",
        "/",
        "SECRETARY",
        "S/CT",
        "U/LES",
        "SBU/Jones",
        "SBU PAPER",
        "//S",
        "NOTE",
        "CC",
        "U/",
        "A",
        "phonetic",
        "C: text",
    ] {
        let expected = (text == "U/" || text == "//S").then_some(());
        assert_eq!(display(text).map(|_| ()), expected, "{text}");
    }
}

fn at(text: &str) -> Option<(String, String, bool, bool)> {
    let found = portion_at(text, 0, u32::try_from(text.len()).unwrap_or(0))?;
    Some((
        found.mark.resolve(text).display.to_string(),
        text.get(found.end as usize..).unwrap_or("?").to_string(),
        found.well_formed,
        found.entire_text,
    ))
}

#[test]
fn marks_at_a_place() {
    for (text, mark, rest, well_formed, entire) in [
        ("9C) Text", "CONFIDENTIAL", " Text", false, false),
        ("(S/NF0 Text", "SECRET//NOFORN", " Text", false, false),
        ("(C( Text", "CONFIDENTIAL", " Text", false, false),
        ("(C) Text", "CONFIDENTIAL", " Text", true, false),
        (" ( C ) Text", "CONFIDENTIAL", " Text", true, false),
        ("(C ) Text", "CONFIDENTIAL", " Text", true, false),
        ("C) Text", "CONFIDENTIAL", " Text", false, false),
        ("S/NF) Text", "SECRET//NOFORN", " Text", false, false),
        ("[C) Text", "CONFIDENTIAL", " Text", false, false),
        (
            "(SBU Text (see below)",
            "SBU",
            " Text (see below)",
            false,
            false,
        ),
        (
            "(S//REL TO X,\nY) Text",
            "SECRET//REL TO X, Y",
            " Text",
            false,
            false,
        ),
        (
            "(C - ENTIRE TEXT) Text",
            "CONFIDENTIAL",
            " Text",
            true,
            true,
        ),
        (
            "(C - ENTIRE TEXT).  Text",
            "CONFIDENTIAL",
            "  Text",
            true,
            true,
        ),
        (
            "(C) ENTIRE TEXT.  Text",
            "CONFIDENTIAL",
            "  Text",
            true,
            true,
        ),
        (
            "CONFIDENTIAL - ENTIRE TEXT.  Text",
            "CONFIDENTIAL",
            "  Text",
            true,
            true,
        ),
        (
            "SECRET/NOFORN - ENTIRE\nTEXT. Text",
            "SECRET//NOFORN",
            " Text",
            true,
            true,
        ),
        (
            "Sensitive but unclassified - entire text",
            "SBU",
            "",
            true,
            true,
        ),
        ("(C).  Text", "CONFIDENTIAL", ".  Text", true, false),
        ("(C)Text", "CONFIDENTIAL", "Text", true, false),
        (
            "(C Text goes on\nand on (here) again",
            "CONFIDENTIAL",
            " Text goes on\nand on (here) again",
            false,
            false,
        ),
    ] {
        assert_eq!(
            at(text),
            Some((mark.to_string(), rest.to_string(), well_formed, entire)),
            "{text}"
        );
    }
}

#[test]
fn no_mark_at_a_place() {
    for text in [
        "9 C) Text",
        "(C07 Text",
        "(U(nited) Text",
        "(U.S.) Text",
        "(P) Text",
        "(PROTECT) said",
        "(REF A) said",
        "c) Text",
        "Text",
        "Secretary Smith",
        "Confidential talks entirely failed",
        "SECRET MEETING. THE ENTIRE TEXT WAS READ.",
        "(C",
        "(",
        "",
    ] {
        assert_eq!(at(text), None, "{text}");
    }
}

#[test]
fn a_mark_that_ends_beyond_the_limit_is_none() {
    assert_eq!(portion_at("(C) Text", 0, 2), None);
    assert_eq!(portion_at("(C) Text", 9, 99), None);
}

#[test]
fn classifications_written_out() {
    for (text, expected) in [
        (
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        ),
        ("SECRET//NOFORN", "SECRET//NOFORN"),
        ("SECRET/NOFORN", "SECRET//NOFORN"),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("CONFIDENTIAL", "CONFIDENTIAL"),
        ("SENSITIVE BUT UNCLASSIFIED", "SBU"),
        ("UNCLAS SENSITIVE", "SBU"),
        ("UNCLAS E F T O", "UNCLASSIFIED EFTO"),
        ("S E C R E T NOFORN", "SECRET//NOFORN"),
        ("SECRET//REL TO GBR", "SECRET//REL TO GBR"),
        ("TOP SECRET", "TOP SECRET"),
        ("Secret", "SECRET"),
    ] {
        let mark = classification(text, Span::at(0, text.len()));
        assert_eq!(
            mark.as_ref().map(|mark| mark.resolve(text).display),
            Some(expected),
            "{text}"
        );
    }
    for text in ["n/a", "", "SECRETARY", "SECRET TALKS"] {
        assert_eq!(
            classification(text, Span::at(0, text.len())),
            None,
            "{text}"
        );
    }
}

#[test]
fn the_grammar_reads_every_mark_of_the_table_as_the_table_does() {
    for row in crate::facts::portion_marks() {
        let (name, controls) = display(row.mark).unwrap_or_default();
        assert_eq!(name, row.display, "{}", row.mark);
        assert_eq!(controls, row.controls, "{}", row.mark);
    }
}

#[test]
fn the_grammar_reads_every_classification_of_the_table_as_the_table_does() {
    for row in crate::facts::classifications() {
        let text = row.display;
        let mark = classification(text, Span::at(0, text.len()));
        let found = mark.as_ref().map(|mark| mark.resolve(text));
        assert_eq!(found.as_ref().map(|found| found.display), Some(text));
        assert_eq!(
            found.map(|found| found.controls.to_vec()),
            Some(row.controls.to_vec())
        );
    }
}

#[test]
fn words_round_a_portion() {
    for line in [
        "BEGIN UNCLASSIFIED",
        "END LIMITED OFFICIAL USE.",
        "END LOU. BEGIN CONFIDENTIAL:",
        "(BEGIN SECRET)",
    ] {
        assert!(super::bounds_portion(line), "{line}");
    }
    for line in [
        "BEGIN TEXT",
        "END SECRETARIES",
        "BEGINNING SECRET TALKS",
        "END C",
        "UNCLASSIFIED",
    ] {
        assert!(!super::bounds_portion(line), "{line}");
    }
}
