use super::*;

fn start(line: &str) -> Option<(Label, &str)> {
    label_at_start(line).map(|found| (found.label, &line[found.value..]))
}

#[test]
fn labels_in_every_spelling() {
    use Label::*;
    let cases = [
        ("E.O. 12958: N/A", ExecutiveOrder, "12958: N/A"),
        (
            "EO 12958 DECL: 1/1/2018",
            ExecutiveOrder,
            "12958 DECL: 1/1/2018",
        ),
        ("E.o. 12958: decl:", ExecutiveOrder, "12958: decl:"),
        ("E.9. 12958: N/A", ExecutiveOrder, "12958: N/A"),
        ("E.O. 1295: N/A", ExecutiveOrder, "1295: N/A"),
        ("E,O. 12958: N/A", ExecutiveOrder, "12958: N/A"),
        ("E.O. l2958: N/A", ExecutiveOrder, "l2958: N/A"),
        ("E.O. 12,958: N/A", ExecutiveOrder, "12,958: N/A"),
        ("E.O.\u{a0}12958: N/A", ExecutiveOrder, "12958: N/A"),
        ("EXECUTIVE  ORDER 12958: N/A", ExecutiveOrder, "12958: N/A"),
        ("E.O.: N/A", ExecutiveOrder, "N/A"),
        ("DECLASSIFY ON: X1", ExecutiveOrder, "DECLASSIFY ON: X1"),
        ("E.O 12065: GDS", ExecutiveOrder, "12065: GDS"),
        ("TAGS PREL", Tags, "PREL"),
        ("TAGS;  PGOV", Tags, "PGOV"),
        ("tAgs: prel", Tags, "prel"),
        ("TABS: EFIS", Tags, "EFIS"),
        ("AGS: PGOV", Tags, "PGOV"),
        ("TAG: PGOV", Tags, "PGOV"),
        ("SUBJECT:(C) X", Subject, "(C) X"),
        ("SUBJ: X", Subject, "X"),
        ("UBJECT: X", Subject, "X"),
        ("SUBJECT X Y", Subject, "X Y"),
        ("SUBJECT - X Y", Subject, "X Y"),
        ("REF: A", References, "A"),
        ("Ref(s): A", References, "A"),
        ("REFTELS : A", References, "A"),
        ("REF. ROME 1", References, "ROME 1"),
        ("REF - ROME 1", References, "ROME 1"),
        ("REF A) LISBON 000417", References, "A) LISBON 000417"),
        ("A. REF NORDHAVEN 222", References, "A. REF NORDHAVEN 222"),
        ("Refs  (A) State 348254", References, "(A) State 348254"),
        (
            "Ref A) NORDHAVEN 11657 and 7743",
            References,
            "A) NORDHAVEN 11657 and 7743",
        ),
        ("Ref 870 Nordhaven", References, "870 Nordhaven"),
        ("REF - Nordhaven 01764", References, "Nordhaven 01764"),
        (
            "REF MARTELL E-MAIL 12/01/09",
            References,
            "MARTELL E-MAIL 12/01/09",
        ),
        ("Classified By: X", ClassifiedBy, "X"),
        ("1. (U) CLASSIFIED BY X", ClassifiedBy, "X"),
        ("Classfied By: X", ClassifiedBy, "X"),
        ("CLASIFIED BY X", ClassifiedBy, "X"),
        ("(U) Classified by X", ClassifiedBy, "X"),
    ];
    for (line, label, value) in cases {
        assert_eq!(start(line), Some((label, value)), "{line}");
    }
}

#[test]
fn words_that_are_no_labels() {
    for line in [
        "DECLASSIFIED BY NARA",
        "EOB 12958",
        "E.O. is an abbreviation",
        "Subject to approval",
        "Reference was made to it",
        "Ref A reports that 12 ships came",
        "Reftel State is of 12 pages",
        "Ref (A) Paragraph 3 says",
        "TAGSET: A",
        "REFUGEES: 100",
        "Classified information",
        "E.O. N/A is what it says",
        "E.O. 12: N/A",
    ] {
        assert_eq!(start(line), None, "{line}");
    }
}

#[test]
fn labels_glued_or_inside() {
    use Label::*;
    let cases = [
        ("LEADS THE FLEETREF: A. LISBON 1", References, "A. LISBON 1"),
        ("TALKS IN LISBONClassified By: DCM", ClassifiedBy, "DCM"),
        ("GAS CAVERNS REF: ROME 1", References, "ROME 1"),
        ("DROUGHT Classified By: Charge", ClassifiedBy, "Charge"),
        (
            "DEPT FOR ABC/XYZ E.O. 12958: N/A",
            ExecutiveOrder,
            "12958: N/A",
        ),
        ("N/A TAGS ASEC", Tags, "ASEC"),
        ("E.O.: N/ATAGS: ASEC", Tags, "ASEC"),
        ("ASEC, FRSUBJECT: PIER", Subject, "PIER"),
        ("VISIT TO LISBONCLASSIFIED BY: DCM", ClassifiedBy, "DCM"),
        ("VISIT TO LISBONREF:", References, ""),
        ("talks in lisbon ref: a. rome 1", References, "a. rome 1"),
        ("talks in lisbon ref: rome 12", References, "rome 12"),
    ];
    for (line, label, value) in cases {
        let found = label_inside(line, 0).map(|found| (found.label, &line[found.value..]));
        assert_eq!(found, Some((label, value)), "{line}");
    }
}
