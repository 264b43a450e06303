use super::*;
use crate::scan::{body_lines, lines, section_breaks};

fn read(text: &str) -> (Preamble, Vec<(Label, Vec<&str>)>) {
    let lines = body_lines(text, &lines(text), &section_breaks(text, 0), &[]);
    let found = preamble(text, lines);
    let fields = found
        .fields
        .iter()
        .map(|field| {
            let lines = found.content[field.lines.clone()]
                .iter()
                .map(|line| line.slice(text))
                .collect();
            (field.label, lines)
        })
        .collect();
    (found, fields)
}

use Label::*;

#[test]
fn the_usual_order() {
    let text = "SIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL, RS\nSUBJECT: FISH AND\nCHIPS\n\nREF: A. ROME 1\n     B. ROME 2\n\n1. (U) Text.\n";
    let (found, fields) = read(text);
    assert_eq!(
        fields,
        [
            (ExecutiveOrder, vec!["12958: N/A"]),
            (Tags, vec!["PREL, RS"]),
            (Subject, vec!["FISH AND", "CHIPS"]),
            (References, vec!["A. ROME 1", "B. ROME 2"]),
        ]
    );
    assert_eq!(found.top[0].slice(text), "SIPDIS");
    assert_eq!(found.body[0].span.slice(text), "1. (U) Text.");
}

#[test]
fn labels_on_one_line() {
    let (_, fields) = read(
        "E.O. 12958: N/A TAGS: ASEC BR\nSUBJECT: PIER CLOSED REF: ROME 1 Classified By: DCM NAME, REASON: 1.4 (B) 1. (C) Text",
    );
    assert_eq!(
        fields,
        [
            (ExecutiveOrder, vec!["12958: N/A"]),
            (Tags, vec!["ASEC BR"]),
            (Subject, vec!["PIER CLOSED"]),
            (References, vec!["ROME 1"]),
            (ClassifiedBy, vec!["DCM NAME, REASON: 1.4 (B)"]),
        ]
    );
}

#[test]
fn a_word_before_the_label_of_references_belongs_to_it() {
    let (found, fields) = read("PROGRAM REF: ROME 1\n1. Text");
    assert_eq!(fields, [(References, vec!["ROME 1"])]);
    assert!(found.top.is_empty());
    let (found, fields) = read("SIPDIS REF: ROME 1\n1. Text");
    assert_eq!(fields, [(References, vec!["ROME 1"])]);
    assert_eq!(found.top.len(), 1);
    let (_, fields) = read("SUBJECT: AID TO THE\nPROGRAM REF: ROME 1");
    assert_eq!(fields[0], (Subject, vec!["AID TO THE", "PROGRAM"]));
}

#[test]
fn classified_by_cites_the_order_and_goes_on_with_its_last_letter() {
    let (_, fields) = read(
        "E.O. 12958: N/A\nClassified By: DCM Roe, E.O. 12958, reasons 1.4 (b)\n\nand (d).\n\n1. Text",
    );
    assert_eq!(
        fields[1],
        (
            ClassifiedBy,
            vec!["DCM Roe, E.O. 12958, reasons 1.4 (b)", "", "and (d)."]
        )
    );
}

#[test]
fn the_source_behind_a_blank_line_belongs_to_classified_by() {
    let (found, fields) = read(
        "SUBJECT: X\nClassified By: DCM Roe, reason 1.4 (b)\n\nDerived from: DSCG 05-1\nDeclassify on: 20190101\n\n\
         Derivation is a long word.\n\n1. Text",
    );
    assert_eq!(
        fields[1].1,
        [
            "DCM Roe, reason 1.4 (b)",
            "",
            "Derived from: DSCG 05-1",
            "Declassify on: 20190101"
        ]
    );
    assert_eq!(
        found
            .body
            .iter()
            .filter(|line| line.kind == LineKind::Text)
            .count(),
        2
    );
}

#[test]
fn a_break_inside_the_references_is_left_out() {
    let (_, fields) =
        read("REF: A. ROME 222\n\nROME 00000123  001.2 OF 003\n\n\nB. ROME 3\n\n1. Text");
    assert_eq!(fields, [(References, vec!["A. ROME 222", "B. ROME 3"])]);
}

#[test]
fn classified_by_as_first_paragraph_stays_a_paragraph() {
    let text = "SUBJECT: X\n\n1. (U) CLASSIFIED BY NAME. REASON: 1.5 (D)\n\n2. (C) Text";
    let (found, fields) = read(text);
    assert_eq!(fields[1], (ClassifiedBy, vec!["NAME. REASON: 1.5 (D)"]));
    assert!(found.body[0].span.slice(text).starts_with("1. (U)"));
}

#[test]
fn a_block_between_labels_is_body() {
    let text =
        "SUBJECT: X\n\nSensitive but unclassified. Please protect.\n\nREF: ROME 1\n\n1. Text";
    let (found, fields) = read(text);
    assert_eq!(fields.len(), 2);
    assert!(found.body[0].span.slice(text).starts_with("Sensitive"));
}

#[test]
fn classified_by_behind_marks_and_words() {
    for (text, value) in [
        (
            "1.  SECRET - ENTIRE TEXT.  CLASSIFIED BY DCM ROE",
            "DCM ROE",
        ),
        ("This message is classified by DCM Roe", "DCM Roe"),
        ("(U) Classified By: DCM Roe", "DCM Roe"),
    ] {
        assert_eq!(read(text).1, [(ClassifiedBy, vec![value])], "{text}");
    }
    let (found, fields) = read("CORRECTED COPY - CLASSIFIED BY LINE ADDED\nSUBJECT: X");
    assert_eq!(fields, [(Subject, vec!["X"])]);
    assert_eq!(found.top.len(), 1);
}

#[test]
fn lists_go_on_behind_blank_lines_and_end_at_prose() {
    let (_, fields) =
        read("REF: A. ROME 2 B. 07\n\nPARIS 3 C)\n\nOSLO 4\n\n-    (D) ROME 5\n\n1. Text");
    assert_eq!(
        fields,
        [(
            References,
            vec![
                "A. ROME 2 B. 07",
                "",
                "PARIS 3 C)",
                "",
                "OSLO 4",
                "",
                "-    (D) ROME 5"
            ]
        )]
    );
    let prose = "(SBU) The consul gave the note to the deputy of the minister, who read it and said that the answer would take time.";
    let text = format!("REF: ROME 2\n{prose}\n");
    let (found, fields) = read(&text);
    assert_eq!(fields, [(References, vec!["ROME 2"])]);
    assert_eq!(found.body[0].span.slice(&text), prose);
}

#[test]
fn the_subject_of_a_cited_telegram_belongs_to_the_references() {
    let (found, fields) =
        read("SUBJECT: FISH\nREF: A. ROME 222 (SUBJECT: COD)\nB. ROME 3\n\n1. Text");
    assert_eq!(
        fields[1],
        (References, vec!["A. ROME 222 (SUBJECT: COD)", "B. ROME 3"])
    );
    assert!(found.repeated.is_empty());
}

#[test]
fn a_subject_that_wants_more_words_goes_on_behind_a_break() {
    let page = "\n\nROME 00000123  002 OF 003\n\n\n";
    let text = format!("SUBJECT: THE COD OF{page}THE NORTH\n\n1. Text");
    let (_, fields) = read(&text);
    assert_eq!(fields, [(Label::Subject, vec!["THE COD OF", "THE NORTH"])]);
    let text = format!("SUBJECT: THE COD{page}IT SWIMS\n\n1. Text");
    let (_, fields) = read(&text);
    assert_eq!(fields, [(Label::Subject, vec!["THE COD"])]);
}

#[test]
fn the_end_of_the_message_ends_a_field() {
    let (found, fields) = read("TAGS: EFIS\nSUBJECT: COD\nBT\n#0820\nNNNN");
    assert_eq!(fields[1], (Label::Subject, vec!["COD"]));
    assert_eq!(found.body.len(), 3);
}

#[test]
fn references_go_on_behind_a_blank_line_with_telegrams() {
    let (_, fields) = read("REF: ROME 5; 08 ROME 16\n\n07 ROME 29; 06 ROME 293\n\n1. Text");
    assert_eq!(
        fields,
        [(
            Label::References,
            vec!["ROME 5; 08 ROME 16", "", "07 ROME 29; 06 ROME 293"]
        )]
    );
    // One line of small letters is long, and still no prose.
    let list = "b. 05 rome 3726 c. 05 oslo 211408 d. 05 rome 3954 e. 06 oslo 36325 f. 06 rome 674 g. 06 rome 62278";
    let text = format!("REF: a. 05 rome 2\n{list}");
    let (_, fields) = read(&text);
    assert_eq!(fields[0].1.len(), 2);
}
