//! Forms of REF fields, all invented.

use super::{References, parse};
use crate::diagnostic::{Code, Diagnostic};
use crate::field::Context;
use crate::record::ReferenceKind;
use crate::scan::{Folded, lines};
use crate::spanned::Resolve;

/// Reads `text` as the field of a telegram of 2009, or another year.
fn read_with(text: &str, context: &Context<'_>) -> (References, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let folded = Folded::new(text, &lines(text));
    let references = parse(&folded, context, 5000, &mut found);
    (references, found)
}

fn read(text: &str) -> References {
    read_with(text, &Context::assumed(Some(2009))).0
}

/// `A=09ROME1` for a telegram, `A=email:text` for another kind.
fn shown(text: &str, references: &References) -> Vec<String> {
    references
        .entries
        .iter()
        .map(|entry| {
            let entry = entry.resolve(text);
            let label = entry
                .label
                .map(|label| format!("{label}="))
                .unwrap_or_default();
            match entry.target {
                Some(target) => format!("{label}{target}"),
                None => format!("{label}{}:{}", entry.kind, entry.text),
            }
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text, &read(text)), expected, "{text}");
}

#[test]
fn labels_in_every_shape() {
    for label in [
        "A.",
        "A)",
        "(A)",
        "[A]",
        "A:",
        "a.",
        "a)",
        "A -",
        "A.)",
        "A. (A)",
        "A. A)",
        "A. REF A",
        "A. A.",
        "A. A:",
        "A: A:",
        "REF A:",
        "REF A",
        "A. REF A:",
        "A",
        "A.-",
        "REF: A.",
        "REF: REF A)",
        "A. A",
        "(A).",
        "A.  (a)",
    ] {
        check(&format!("{label} ROME 12"), &["A=09ROME12"]);
        let second = label.replace('A', "B").replace('a', "b");
        let two = format!("{label} ROME 12 {second} 08 PARIS 345");
        check(&two, &["A=09ROME12", "B=08PARIS345"]);
        let two = format!("{label} ROME 12\n{second} 08 PARIS 345");
        check(&two, &["A=09ROME12", "B=08PARIS345"]);
        let two = format!("{label} ROME 12, {second} 08 PARIS 345 AND PREVIOUS");
        check(&two, &["A=09ROME12", "B=08PARIS345"]);
        // A bare letter is a label only if a telegram stands behind it.
        if label.ends_with(" A") && label != "REF A" && !label.starts_with("A. REF") || label == "A"
        {
            continue;
        }
        let two = format!("{label} MILLER EMAIL 1/2/09; {second} 08 PARIS 345");
        check(&two, &["A=email:MILLER EMAIL 1/2/09", "B=08PARIS345"]);
    }
    check(
        "(1) ROME 12 (2) 08 PARIS 345",
        &["1=09ROME12", "2=08PARIS345"],
    );
    check(
        "1) ROME 12, 2) 08 PARIS 345",
        &["1=09ROME12", "2=08PARIS345"],
    );
    check(
        "A NORDHAVEN 721 B ZELTBERG 690",
        &["A=09NORDHAVEN721", "B=09ZELTBERG690"],
    );
    check("A. ROME 1\nB.\n\nPARIS 2", &["A=09ROME1", "B=09PARIS2"]);
    check("A. ROME 12B. PARIS 3", &["A=09ROME12", "B=09PARIS3"]);
    check(
        "A. ROME 1 A. PARIS 2 B. OSLO 3",
        &["A=09ROME1", "A=09PARIS2", "B=09OSLO3"],
    );
    check("A.ROME 12 B.PARIS 13", &["A=09ROME12", "B=09PARIS13"]);
    check(
        "A. (C) ROME 12 B. (S/NF) PARIS 13",
        &["A=09ROME12", "B=09PARIS13"],
    );
    check(
        "A. (C) ROME 12 B. (C) PARIS 13 C. (C) OSLO 14",
        &["A=09ROME12", "B=09PARIS13", "C=09OSLO14"],
    );
    check("A. REF NORDHAVEN 222", &["A=09NORDHAVEN222"]);
}

#[test]
fn separators() {
    for separator in [
        "; ", ", ", ": ", " AND ", " & ", " / ", " + ", ";", ",", "/", ", AND ", " and ", "\n",
        " - ",
    ] {
        check(
            &format!("ROME 12{separator}PARIS 345"),
            &["09ROME12", "09PARIS345"],
        );
        check(
            &format!("ROME 12{separator}08 PARIS 345"),
            &["09ROME12", "08PARIS345"],
        );
    }
    check(
        "ROME 12 (FIRST) PARIS 345 (SECOND)",
        &["09ROME12", "09PARIS345"],
    );
    check(
        "A. ROME 12; PARIS 13; OSLO 14 B. TOKYO 15",
        &["A=09ROME12", "A=09PARIS13", "A=09OSLO14", "B=09TOKYO15"],
    );
    check(
        "- A. ROME 12\n- B. PARIS 13",
        &["A=09ROME12", "B=09PARIS13"],
    );
}

#[test]
fn years() {
    for (text, expected) in [
        ("08 ROME 12", "08ROME12"),
        ("2008 ROME 12", "08ROME12"),
        ("'08 ROME 12", "08ROME12"),
        ("(08) ROME 12", "08ROME12"),
        ("O8 ROME 12", "08ROME12"),
        ("094 ROME 12", "94ROME12"),
        ("08ROME 12", "08ROME12"),
        ("08ROME1234", "08ROME1234"),
        ("08-ROME-1234", "08ROME1234"),
        ("08 ROME-1234", "08ROME1234"),
        ("1998 ROME 12", "98ROME12"),
        ("ROME 12 (08)", "08ROME12"),
        ("ROME 12 (2008)", "08ROME12"),
        ("ROME 12 08", "08ROME12"),
        ("ROME 12 2008", "08ROME12"),
        ("ROME 12-08", "08ROME12"),
        ("ROME 9/08", "08ROME9"),
        ("ROME 1234/08", "08ROME1234"),
        ("ROME 9 '08", "08ROME9"),
        ("ROME (08) 12", "08ROME12"),
        ("ROME 08 1234", "08ROME1234"),
        ("ROME 2008 01234", "08ROME1234"),
        ("STATE 201265, 2008", "08STATE201265"),
        ("ROME 12 OF 2008", "08ROME12"),
        ("ROME 12 DATED JUNE 5, 2008", "08ROME12"),
        ("ROME 12 OF 5 JUNE 2008", "08ROME12"),
        ("ROME 12 (NOTAL) (08)", "08ROME12"),
        ("YOUR 08 ROME 12", "08ROME12"),
        ("PREVIOUS 08 ROME 12", "08ROME12"),
        ("UNCLAS 08 ROME 12", "08ROME12"),
        ("SEE 08 ROME 12", "08ROME12"),
        ("ROME 2008", "09ROME2008"),
        ("C. 2006 BAGHDAD 4763", "06BAGHDAD4763"),
        ("00 ROME 12", "00ROME12"),
        ("72 TEHRAN 263", "72TEHRAN263"),
    ] {
        let found = read(text);
        let targets: Vec<_> = found
            .entries
            .iter()
            .filter_map(|entry| entry.target.resolve(text))
            .collect();
        assert_eq!(targets, [expected], "{text}");
        assert_eq!(found.end, text.len(), "{text}");
    }
}

#[test]
fn serials() {
    for (text, expected) in [
        ("NORDHAVEN 003565", "09NORDHAVEN3565"),
        ("NORDHAVEN #3565", "09NORDHAVEN3565"),
        ("NORDHAVEN NO. 12", "09NORDHAVEN12"),
        ("NORDHAVEN NO 12", "09NORDHAVEN12"),
        ("LAGOS O1512", "09LAGOS1512"),
        ("ASHGABAT687", "09ASHGABAT687"),
        ("ZELTBERG687", "09ZELTBERG687"),
        ("NORDHAVEN (C)02293", "09NORDHAVEN2293"),
        ("NORDHAVEN (C) 02293", "09NORDHAVEN2293"),
        ("870 ULAANBAATAR", "09ULAANBAATAR870"),
        ("ROME CABLE 12", "09ROME12"),
        ("ROME 12.", "09ROME12"),
    ] {
        check(text, &[expected]);
    }
    check(
        "NORDHAVEN 2799 AND 2764",
        &["09NORDHAVEN2799", "09NORDHAVEN2764"],
    );
    check("ZELTBERG 936/935", &["09ZELTBERG936", "09ZELTBERG935"]);
    check(
        "[A] STATE 188314, 259032",
        &["A=09STATE188314", "A=09STATE259032"],
    );
    check(
        "08 ROME 12, 13 AND 14; PARIS 15",
        &["08ROME12", "08ROME13", "08ROME14", "09PARIS15"],
    );
    check(
        "A. ROME 1640 AND PREVIOUS\nB. DAILY REPORT FOR JUNE 7\nC. 1999 AND PREVIOUS",
        &[
            "A=09ROME1640",
            "B=report:DAILY REPORT FOR JUNE 7",
            "C=09ROME1999",
        ],
    );
}

#[test]
fn posts() {
    for (text, expected) in [
        ("N'DJAMENA 12", "NDJAMENA12"),
        ("N’DJAMENA 12", "NDJAMENA12"),
        ("ST. PETERSBURG 12", "STPETERSBURG12"),
        ("ST PETERSBURG 12", "STPETERSBURG12"),
        ("EMBASSY VIENNA 1450", "VIENNA1450"),
        ("AMEMBASSY VIENNA 1450", "VIENNA1450"),
        ("USMISSION GENEVA 1450", "GENEVA1450"),
        ("0TTAWA 12", "OTTAWA12"),
        ("OTTAWA 12", "OTTAWA12"),
        ("MEXICO CITY 12", "MEXICO12"),
        ("RIO DE JAN 12", "RIODEJANEIRO12"),
        ("Rio de Janeiro 12", "RIODEJANEIRO12"),
        ("RIO\nDE JANEIRO 12", "RIODEJANEIRO12"),
        ("PORT A 76", "PORTAUPRINCE76"),
        ("PORT-AU-PRINCE 76", "PORTAUPRINCE76"),
        ("PORT OF SPAIN 76", "PORTOFSPAIN76"),
        ("DAR ES SALAAM 76", "DARESSALAAM76"),
        ("USUN NEW YORK 76", "USUNNEWYORK76"),
        ("USUN 76", "USUNNEWYORK76"),
        ("SECSTATE WASHDC 12345", "STATE12345"),
        ("SECSTATE 12345", "STATE12345"),
        ("THE HAGUE 76", "THEHAGUE76"),
        ("REYKJAVK 76", "REYKJAVIK76"),
        ("PORT AURELIA 76", "PORTAURELIA76"),
        ("NORDHAVEN 76", "NORDHAVEN76"),
        ("DOS CABLE STATE 12345", "STATE12345"),
        ("IRAN RPO DUBAI 12", "IRANRPODUBAI12"),
        ("SÃO PAULO 12", "SAOPAULO12"),
        ("HK 12", "HONGKONG12"),
        ("UNCLASS USDA FAS 57863", "USDAFAS57863"),
    ] {
        check(text, &[&format!("09{expected}")]);
        check(
            &format!("A. {text} B. PARIS 2"),
            &[&format!("A=09{expected}"), "B=09PARIS2"],
        );
    }
}

#[test]
fn notes_behind() {
    let text = "A. ROME 12 (NOTAL) AND PREVIOUS, B. PARIS 13 (EXDIS) (NOTAL) C. OSLO 14 ET AL. D. TOKYO 15, AND PRIOR CABLES E. LIMA 16 NOTAL F. BONN 17 (A LONG (VERY) NOTE)";
    let found = read(text);
    let notes: Vec<_> = found
        .entries
        .iter()
        .map(|entry| {
            let entry = entry.resolve(text);
            (
                entry.target.unwrap_or(""),
                entry.notal,
                entry.and_previous,
                entry.suffixes,
            )
        })
        .collect();
    assert_eq!(
        notes,
        [
            ("09ROME12", true, true, vec![]),
            ("09PARIS13", true, false, vec!["EXDIS"]),
            ("09OSLO14", false, true, vec![]),
            ("09TOKYO15", false, true, vec![]),
            ("09LIMA16", true, false, vec![]),
            ("09BONN17", false, false, vec!["A LONG (VERY) NOTE"]),
        ]
    );
    assert_eq!(
        found.entries[0].text.get(text),
        "ROME 12 (NOTAL) AND PREVIOUS"
    );
    check(
        "ROME 12 AND OTHERS; PARIS 13 & PREVIOUS",
        &["09ROME12", "09PARIS13"],
    );
}

#[test]
fn other_kinds() {
    check(
        "MILLER-OKAFOR EMAIL 12/01/09",
        &["email:MILLER-OKAFOR EMAIL 12/01/09"],
    );
    check(
        "A. E-MAIL OF MAY 4  B. MILLER/OKAFOR TELCON 02/16/2010",
        &[
            "A=email:E-MAIL OF MAY 4",
            "B=telephone:MILLER/OKAFOR TELCON 02/16/2010",
        ],
    );
    check(
        "SECDEF DTG 261447Z NOV 08",
        &["message:SECDEF DTG 261447Z NOV 08"],
    );
    check("STATE 297733 (DTG 171903Z DEC 08)", &["08STATE297733"]);
    check(
        "A. SECDEF R162245Z OCT 08 B. ROME 1",
        &["A=message:SECDEF R162245Z OCT 08", "B=09ROME1"],
    );
    check(
        "A. IIR 6 999 0123 08 B. TD-314/18176-06 C. OSC EUP20080707950031",
        &[
            "A=report:IIR 6 999 0123 08",
            "B=report:TD-314/18176-06",
            "C=report:OSC EUP20080707950031",
        ],
    );
    check(
        "STATE 88140 CIRCULAR; STATE CA-5117 MAY 9, 1964",
        &["09STATE88140", "airgram:STATE CA-5117 MAY 9, 1964"],
    );
    check(
        "NORDHAVEN A-150; ROME 12",
        &["airgram:NORDHAVEN A-150", "09ROME12"],
    );
    check("SEPTEL", &["septel:SEPTEL"]);
    check("ROME 12, SEPTEL", &["09ROME12", "septel:SEPTEL"]);
    check(
        "A. SVTC OF MAY 4 B. 2006 HARBOR SAFETY REPORT FOR MALTA C. INCSR MALTA 2007",
        &[
            "A=meeting:SVTC OF MAY 4",
            "B=report:2006 HARBOR SAFETY REPORT FOR MALTA",
            "C=report:INCSR MALTA 2007",
        ],
    );
    check(
        "A. ROME 12 B. MILLER EMAIL, PARIS 13",
        &["A=09ROME12", "B=email:MILLER EMAIL", "B=09PARIS13"],
    );
    check(
        "A. ROME POINTS JULY 15  B. ROME POINTS JULY 6",
        &["A=other:ROME POINTS JULY 15", "B=other:ROME POINTS JULY 6"],
    );
    check(
        "A. MEMO FROM MILLER TO OKAFOR 5/6 (NOTAL)\nB. FAX OF MAY 5",
        &[
            "A=memo:MEMO FROM MILLER TO OKAFOR 5/6 (NOTAL)",
            "B=fax:FAX OF MAY 5",
        ],
    );
    check(
        "A. EMBASSY ROME DAILY REPORT FOR JUNE 27 -\nJULY 3 (ROME SITE)\nB. ROME 12",
        &[
            "A=report:EMBASSY ROME DAILY REPORT FOR JUNE 27 - JULY 3 (ROME SITE)",
            "B=09ROME12",
        ],
    );
}

#[test]
fn nothing_out_of_prose() {
    for text in [
        "ROME 12\n\nClassified By: Ambassador J. Miller for reasons 1.4 (b) and (d).\n1. (C) PARIS 99",
        "ROME 12 Classified By: Ambassador, for reasons 1.4 (b/d)",
        "ROME 12\nSensitive but unclassified; PARIS 13",
        "ROME 12\n\n1. (SBU) Summary: PARIS 13",
        "ROME 12 1.(U) PARIS 13",
        "ROME 12\n1. PARIS 13",
        "ROME 12\nSUMMARY: PARIS 13",
        "ROME 12\n-------\nSUMMARY\n-------\nPARIS 13",
        "ROME 12\nTHIS MESSAGE IS SENSITIVE. PARIS 13",
        "ROME 12\n\nC O R R E C T E D COPY OF PARIS 2466 - TEXT",
        "ROME 12\nCORRECTED COPY OF PARIS 1957",
        "ROME 12\n(U) The embassy reported in Paris 2007 that",
        "ROME 12\nOctober 28 was quiet.",
        "ROME 12\nUNSCR 1737 was discussed.",
        "ROME 12\nPARA 5 IS FOR ACTION",
        "ROME 12\n1. Paris 2007 was the year",
        "ROME 12\nSUBJECT: PARIS 13",
        "ROME 12\nE.O. 12958: DECL: 1/1/2010",
        "ROME 12\nTITLE 22 OF THE CODE",
        "ROME 12\nCODEL 5 ARRIVED",
        "ROME 12\n\nCOUNTRY TEAM. MESSAGE",
        "ROME 12 Embassy Rome requests guidance on the matter of Paris 2007 and more.",
    ] {
        check(text, &["09ROME12"]);
        let end = read(text).end;
        assert!(end <= 8, "{text}: {end}");
    }
    check("", &[]);
    check("\n1. (U) PARIS 13", &[]);
    check("\nSensitive but unclassified.", &[]);
    for (text, expected) in [
        ("UNSCR 1737", "other:UNSCR 1737"),
        ("MAY 2008 MEETING", "meeting:MAY 2008 MEETING"),
        ("TITLE 22", "other:TITLE 22"),
        ("CODEL 5", "other:CODEL 5"),
        ("OCTOBER 28", "other:OCTOBER 28"),
        ("SECTION 5", "other:SECTION 5"),
        ("MILLER 9/15", "other:MILLER 9/15"),
        ("BRAZIL 2008", "other:BRAZIL 2008"),
        ("E.O. 12958", ""),
    ] {
        let expected: &[&str] = if expected.is_empty() {
            &[]
        } else {
            &[expected]
        };
        check(text, expected);
    }
}

#[test]
fn words_behind_a_telegram_belong_to_it() {
    let text = "A. STATE 12345 OF MAY 5, 2008 B. ROME 12";
    let found = read(text);
    assert_eq!(shown(text, &found), ["A=08STATE12345", "B=09ROME12"]);
    assert_eq!(
        found.entries[0].text.get(text),
        "STATE 12345 OF MAY 5, 2008"
    );
}

#[test]
fn breaks_inside_are_left_out() {
    check(
        "A. ROME 222 ROME 00000123 001.2 OF 003 B. PARIS 3",
        &["A=09ROME222", "B=09PARIS3"],
    );
    check(
        "A. ROME\nNORDHAVEN 00000123 001.2 OF 003\n 222",
        &["A=09ROME222"],
    );
    let text = "A. MILLER EMAIL\nROME 00000123 001.2 OF 003\nB. PARIS 3";
    check(text, &["A=email:MILLER EMAIL", "B=09PARIS3"]);
    let text = "A. MILLER EMAIL TO\nROME 00000123 001.2 OF 003\nOKAFOR";
    check(text, &["A=email:MILLER EMAIL TO OKAFOR"]);
    check(
        "A. ROME 1\n CONFIDENTIAL\\\nPAGE 02 ROME 03318 01 OF 02 151204Z  B. PARIS 2",
        &["A=09ROME1", "B=09PARIS2"],
    );
}

#[test]
fn explicitly_empty() {
    for text in [
        "NONE",
        "None.",
        "N/A",
        "A. NONE",
        "(A) N/A",
        "REF: A. N/A.",
        "NIL\n\n1. (U) X",
        "N/A\nClassified By: X",
    ] {
        let found = read(text);
        assert!(found.explicitly_empty && found.entries.is_empty(), "{text}");
        assert!(found.end >= 3, "{text}");
    }
    assert!(!read("NONESUCH 12").explicitly_empty);
}

fn codes(text: &str, context: &Context<'_>) -> (Vec<String>, Vec<Code>) {
    let (found, diagnostics) = read_with(text, context);
    (
        shown(text, &found),
        diagnostics.iter().map(|found| found.code).collect(),
    )
}

fn telegram(year: i16) -> Context<'static> {
    Context {
        year: Some(year),
        ..Context::default()
    }
    .with_own("NORD HAVEN", 500)
}

#[test]
fn years_of_the_telegram_itself() {
    assert_eq!(
        codes(
            "NORDHAVEN 499; NORDHAVEN 501; 09 NORDHAVEN 502; ROME 900",
            &telegram(2009)
        ),
        (
            vec![
                "09NORDHAVEN499".into(),
                "08NORDHAVEN501".into(),
                "09NORDHAVEN502".into(),
                "09ROME900".into()
            ],
            vec![Code::ReferenceYearInferred]
        )
    );
    assert_eq!(
        codes(
            "NORDHAVEN 500; 09 NORDHAVEN 500; 08 NORDHAVEN 500",
            &telegram(2009)
        ),
        (
            vec!["08NORDHAVEN500".into()],
            vec![Code::ReferenceToItself, Code::ReferenceToItself]
        )
    );
    assert_eq!(
        codes("10 ROME 1", &telegram(2009)),
        (vec!["10ROME1".into()], vec![Code::ReferenceInFuture])
    );
    let none = Context::default();
    assert_eq!(
        codes("ROME 1; 08 ROME 2", &none),
        (vec!["cable:ROME 1".into(), "08ROME2".into()], vec![])
    );
    let assumed = Context::assumed(Some(2009)).with_own("NORDHAVEN", 500);
    assert_eq!(
        codes("NORDHAVEN 501", &assumed),
        (vec!["09NORDHAVEN501".into()], vec![])
    );
    assert_eq!(
        codes("ROME 1, 03", &Context::assumed(Some(2000))).0,
        ["00ROME1", "00ROME3"]
    );
}

#[test]
fn letters_and_limits_are_reported() {
    assert_eq!(
        codes("A. ROME 1 C. PARIS 2 A. OSLO 3 B. LIMA 4", &telegram(2009)).1,
        [Code::ReferenceLetterSkipped]
    );
    let text = "ROME 1, 2, 3; PARIS 4";
    let folded = Folded::new(text, &lines(text));
    let mut found = Vec::new();
    let references = parse(&folded, &telegram(2009), 2, &mut found);
    assert_eq!(references.entries.len(), 2);
    assert_eq!(
        found.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Code::LimitReached]
    );
    assert_eq!(references.end, 9);
}

#[test]
fn a_range_cites_what_lies_between() {
    check("STATE 12-13", &["09STATE12", "09STATE13"]);
    check(
        "A. STATE 12345-12347, ROME 5",
        &[
            "A=09STATE12345",
            "A=09STATE12346",
            "A=09STATE12347",
            "A=09ROME5",
        ],
    );
    check(
        "08 STATE 12345-47",
        &["08STATE12345", "08STATE12346", "08STATE12347"],
    );
    check(
        "STATE 12 THROUGH 14",
        &["09STATE12", "09STATE13", "09STATE14"],
    );
    // A list, a year, numbers that are no range.
    check(
        "STATE 12/14 AND 16",
        &["09STATE12", "09STATE14", "09STATE16"],
    );
    check("STATE 12345-08", &["08STATE12345"]);
    check("STATE 1234-5678", &["09STATE1234", "09STATE5678"]);
    check("STATE 1234 - 1200", &["09STATE1234", "09STATE1200"]);
    let text = "08 STATE 12-14 (NOTAL)";
    let read = read(text);
    let between = read.entries[1].resolve(text);
    assert_eq!((between.text, between.notal), ("08 STATE 12-14", false));
    assert!(read.entries[2].notal);
}

#[test]
fn labels_in_a_range() {
    for text in [
        "A-C. STATE 12, 13 AND 14",
        "(A-C) STATE 12, 13, 14",
        "REFS A-C: STATE 12-14",
    ] {
        check(text, &["A=09STATE12", "B=09STATE13", "C=09STATE14"]);
    }
    // Not as many entries as letters.
    check("A-C: STATE 12", &["09STATE12"]);
    check(
        "A-B. STATE 12, 13 C. ROME 5",
        &["A=09STATE12", "B=09STATE13", "C=09ROME5"],
    );
    // References of another telegram are no labels here.
    let text = "A. STATE 12 AND REFS A-C B. ROME 5";
    check(text, &["A=09STATE12", "B=09ROME5"]);
    assert_eq!(
        read(text).entries[0].text.get(text),
        "STATE 12 AND REFS A-C"
    );
    check(
        "A. STATE 12\n     B. ROME 15 AND REFS A, B AND C",
        &["A=09STATE12", "B=09ROME15"],
    );
    check(
        "A. STATE 12 B. SEE REFS A-C OF OSLO 5",
        &["A=09STATE12", "B=other:SEE REFS A-C OF OSLO 5"],
    );
    check(
        "A. STATE 12 (AND REFS A-C THEREIN) B. ROME 5",
        &["A=09STATE12", "B=09ROME5"],
    );
    check("REFS A-C", &["other:REFS A-C"]);
    check(
        "REFS A, ROME 12 B, PARIS 13",
        &["A=09ROME12", "B=09PARIS13"],
    );
}

#[test]
fn telegrams_cited_by_their_sender() {
    let own = |post, serial| Context::assumed(Some(2009)).with_own(post, serial);
    let of = |text: &str, context: &Context<'_>| shown(text, &read_with(text, context).0);
    let rome = own("ROME", 300);
    assert_eq!(
        of("A. DEPTEL 345 (NOTAL), B. EMBTEL 12", &rome),
        ["A=09STATE345", "B=09ROME12"]
    );
    assert_eq!(
        of("DEPTELS 345 AND 346; 08 EMBTEL 9", &rome),
        ["09STATE345", "09STATE346", "08ROME9"]
    );
    assert_eq!(
        of("DEPARTMENT TELEGRAM 345, OUR TEL 12", &rome),
        ["09STATE345", "09ROME12"]
    );
    assert_eq!(of("OSLO EMBTEL 12", &rome), ["09OSLO12"]);
    // One above the own serial is of the year before; the own one is no reference.
    assert_eq!(
        of(
            "EMBTEL 900, EMBTEL 300",
            &Context {
                year_assumed: false,
                ..rome
            }
        ),
        ["08ROME900"]
    );
    // Whose embassy it is, a telegram of the Department does not say, nor does URTEL.
    let state = own("STATE", 300);
    assert_eq!(
        of("EMBTEL 12; DEPTEL 5", &state),
        ["cable:EMBTEL 12", "09STATE5"]
    );
    assert_eq!(of("URTEL 12", &rome), ["cable:URTEL 12"]);
    assert_eq!(of("DEPTEL OF MAY 5", &rome), ["cable:DEPTEL OF MAY 5"]);
}

#[test]
fn rarer_forms() {
    check(
        "[ROME 12]; SAINT PETERSBURG 3",
        &["09ROME12", "09STPETERSBURG3"],
    );
    // A crossed-out post names no telegram.
    let crossed = read("XXXXXXXX 222");
    assert_eq!(crossed.entries.len(), 1);
    assert_eq!(crossed.entries[0].kind, ReferenceKind::Cable);
    assert!(crossed.entries[0].target.is_none());
    check("A/ ROME 12 B/ PARIS 13", &["A=09ROME12", "B=09PARIS13"]);
    check("A, ROME 12 B, PARIS 13", &["A=09ROME12", "B=09PARIS13"]);
    check("{A} ROME 12 {B} PARIS 13", &["A=09ROME12", "B=09PARIS13"]);
    check("(ROME 12), (PARIS 13)", &["09ROME12", "09PARIS13"]);
    check("1. ROME 12\n2. PARIS 13", &["1=09ROME12", "2=09PARIS13"]);
    check("ROME 12 B) PARIS 13", &["09ROME12", "B=09PARIS13"]);
    check("ROME 08-12", &["08ROME12"]);
    check("ROME 2007-1730", &["07ROME1730"]);
    check("ROME 001 THRU 003", &["09ROME1", "09ROME2", "09ROME3"]);
    check("SECSTATE WASHINGTON 12345", &["09STATE12345"]);
    check("AMEMBASY VIENNA 12", &["09VIENNA12"]);
    let text = "A. MILLER EMAIL 1/2/09, B. ROME 12 - REPLY";
    check(text, &["A=email:MILLER EMAIL 1/2/09", "B=09ROME12"]);
    assert_eq!(read(text).end, text.len());
}

#[test]
fn words_behind_a_dash_tell_what_the_telegram_was_about() {
    let text =
        "A. ROME 12 - HERRING TALKS\nB. STATE 99 - THE NEXT ROUND (NOTAL)\nC. ROME 13 - ROE EMAIL";
    let found = read(text);
    assert_eq!(
        shown(text, &found),
        [
            "A=09ROME12",
            "B=09STATE99",
            "C=09ROME13",
            "C=email:ROE EMAIL"
        ]
    );
    assert!(found.entries[1].notal);
    assert_eq!(
        found.entries[0].resolve(text).text,
        "ROME 12 - HERRING TALKS"
    );
    let text = "ROME 800/801/802; STATE 12 -- THE NEXT ROUND";
    let found = read(text);
    assert_eq!(
        shown(text, &found),
        ["09ROME800", "09ROME801", "09ROME802", "09STATE12"]
    );
}
