//! The same top of a telegram printed otherwise says the same: other line ends, blanks, widths, letters.

use cable_core::{Cable, ParseOptions};

/// Tops of telegrams with long fields, invented.
const TOPS: [&str; 6] = [
    "C O N F I D E N T I A L SECTION 01 OF 02 PORT AURELIA 000123\n\nSIPDIS\n\nSTATE FOR EUR/WE AND INR/B\nTREASURY FOR ROE\n\nE.O. 12958: DECL: 03/25/2018\nTAGS: PREL, PGOV, EFIS, OVIP (ROE, JANE), ECON, ENRG, SENV, KDEM, NATO, UK\nSUBJECT: (C) HARBOUR MASTERS OF THE NORTHERN COAST AGREE ON NETS, QUOTAS AND THE LENGTH OF THE SEASON\n\nREF: A. ROME 1234 (NOTAL)\n     B. 07 PARIS 2345 AND PREVIOUS\n     C. STATE 34567, 34890\n     D. ROE-DOE E-MAIL OF MARCH 3\n\nClassified By: Deputy Chief of Mission Jane Q. Roe for reasons 1.4 (b) and (d).\n\n1. (C) Summary: The masters met on March 12.\n",
    "UNCLAS ZELTBERG 001234\n\nSENSITIVE\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EAGR ETRD TBIO XX\nSUBJECT: NUTS\n\nREFS: (A) 08 OSLO 12, (B) OSLO 345, (C) 2007 BERN 456\n\n1. (SBU) The price of nuts fell.\n",
    "S E C R E T NORDHAVEN 000045\n\nNOFORN\n\nE.O. 12958: DECL: X1, X6\nTAGS: PARM, MNUC\nSUBJECT: (S/NF) LIGHTHOUSE KEEPERS REPORT A SHIP\n\nREF: STATE 1234\n\nCLASSIFIED BY: ROE, JANE, AMBASSADOR; REASON: 1.4(B), (C)\n\n1. (S/NF) A ship passed.\n",
    "CONFIDENTIAL NORDHAVEN 4417\n\nEXDIS\n\nE.O. 11652: XGDS-2\nTAGS: PFOR, UK\nSUBJECT: FISH\n\nREF: (A) LONDON 12345; (B) BONN 2345\n\n1. TALKS WENT ON.\n",
    "UNCLAS E F T O SECTION 01 OF 03 PORT AURELIA 000077\n\nAIDAC\n\nE.O. 12958: N/A\nTAGS: EAID, PREL\nSUBJECT: ROADS\n\nREF: A) STATE 222 B) PORT AURELIA 76\n\n1. Roads are built.\n",
    "C O N F I D E N T I A L ZELTBERG 000009\n\nE.O. 12958: DECL: TEN YEARS AFTER THE END OF THE TALKS\nTAGS: PREL\nSUBJECT: TALKS\n\n1. (U) Classified by Political Counselor John Doe. Reason: 1.5 (d).\n\n2. (C) Talks begin.\n",
];

/// What the top says, in words that the print does not change.
fn says(text: &str) -> Vec<String> {
    let options = ParseOptions::new().with_assume_year(Some(2008));
    let cable = Cable::parse_with(text.as_bytes().to_vec(), &options).expect("a telegram");
    let view = cable.view();
    let mut out = Vec::new();
    let banner = view.banner().expect("a banner");
    out.push(format!(
        "{:?} {:?} {:?}",
        banner.level, banner.post, banner.serial
    ));
    out.push(format!("{:?}", banner.section));
    out.extend(view.captions().map(str::to_owned));
    out.extend(view.pass_lines().map(|line| line.text.to_owned()));
    assert_eq!(view.notes().count(), 0, "{text}");
    if let Some(order) = view.executive_order() {
        let value = order.declassification.expect("an instruction");
        let event = value.event;
        out.push(format!(
            "{:?} {:?} {:?} {event:?} {:?}",
            order.order, value.kind, value.date, value.codes
        ));
    }
    out.extend(
        view.tags()
            .map(|tag| format!("{} {:?}", tag.code, tag.kind)),
    );
    let subject = view.subject().expect("a subject");
    out.push(format!(
        "{} {:?}",
        subject.text,
        subject.mark.map(|mark| mark.display)
    ));
    for entry in view.references() {
        let value = entry.target.unwrap_or(entry.text);
        out.push(format!(
            "{:?} {value} {} {}",
            entry.label, entry.notal, entry.and_previous
        ));
    }
    if let Some(block) = view.classified_by() {
        for who in &block.classifiers {
            out.push(format!("{:?} {:?}", who.name, who.title));
        }
        out.extend(block.reasons.iter().map(|reason| (*reason).to_owned()));
    }
    out.iter().map(|line| line.to_uppercase()).collect()
}

/// Breaks lines longer than `width` between words.
fn wrapped(text: &str, width: usize) -> String {
    let (banner, rest) = text.split_once('\n').expect("lines");
    let mut out = format!("{banner}\n");
    for line in rest.lines() {
        let mut length = 0;
        for word in line.split_inclusive(' ') {
            if length > 0 && length + word.trim_end().len() > width {
                out.push('\n');
                length = 0;
            }
            out.push_str(word);
            length += word.len();
        }
        out.push('\n');
    }
    out
}

/// Blanks between words doubled, not those between the letters of the level.
fn doubled(text: &str) -> String {
    let (banner, rest) = text.split_once('\n').expect("lines");
    format!("{banner}\n{}", rest.replace(' ', "  "))
}

fn check(name: &str, print: impl Fn(&str) -> String) {
    for top in TOPS {
        assert_eq!(says(&print(top)), says(top), "{name}\n{}", print(top));
    }
}

#[test]
fn line_ends_and_blanks() {
    check("CRLF", |top| top.replace('\n', "\r\n"));
    check("CR", |top| top.replace('\n', "\r"));
    check("a blank at every line end", |top| top.replace('\n', " \n"));
    check("a backslash at every line end", |top| {
        top.replace('\n', "\\\n")
    });
    check("doubled blanks", doubled);
    check("lines set in", |top| top.replace('\n', "\n     "));
    check("tabs", |top| top.replace("  ", "\t"));
    check("no-break spaces", |top| {
        let (banner, rest) = top.split_once('\n').expect("lines");
        format!("{banner}\n{}", rest.replace(' ', "\u{a0}"))
    });
}

#[test]
fn widths() {
    for width in [69, 65, 60, 55, 50] {
        check("width", |top| wrapped(top, width));
    }
}

#[test]
fn letters() {
    check("capitals", str::to_uppercase);
    check("small letters", |top| {
        let (banner, rest) = top.split_once('\n').expect("lines");
        format!("{banner}\n{}", rest.to_lowercase())
    });
}

#[test]
fn paragraph_signs_before_letters() {
    check("signs", |top| {
        top.replace("\n     B.", "\n     ¶B.")
            .replace("\n     C.", "\n¶C.")
            .replace("\n1.", "\n¶1.")
    });
}
