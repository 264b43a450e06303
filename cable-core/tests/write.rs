//! A telegram back to bytes: over the corpus of the repository and that beside the checkout.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod kept;
mod mutator;
mod telegrams;

use cable_core::record::Format;
use cable_core::{Cable, write};
use kept::normalised;
use mutator::{Random, damaged};

#[test]
fn verbatim_gives_every_input_again() {
    let inputs = telegrams::all();
    assert!(inputs.len() > 60);
    for (path, bytes) in inputs {
        let cable = Cable::parse(bytes.as_slice()).expect("a telegram");
        assert!(write::verbatim(&cable) == bytes, "{}", path.display());
        let mut out = Vec::new();
        write::verbatim_to(&cable, &mut out).expect("memory");
        assert!(out == bytes, "{}", path.display());
    }
}

#[test]
fn normalised_says_the_same() {
    let (mut count, mut as_printed) = (0, 0);
    let (mut lines, mut long) = (0, 0);
    for (path, bytes) in telegrams::all() {
        let Some(text) = normalised(&bytes) else {
            continue;
        };
        let cable = Cable::parse(bytes.as_slice()).expect("a telegram");
        if cable.view().format() == Format::Smart {
            assert_eq!(text, cable.view().text());
            continue;
        }
        count += 1;
        if text == cable.view().text() {
            println!("as printed: {}", path.display());
            as_printed += 1;
        }
        lines += text.lines().count();
        long += text
            .lines()
            .filter(|line| line.chars().count() > 69)
            .count();
    }
    println!(
        "{count} telegrams, {as_printed} as printed; {long} of {lines} lines over 69 characters"
    );
    assert!(count > 60);
    assert!(as_printed * 50 <= count, "{as_printed} of {count}");
    assert!(long * 50 <= lines, "{long} of {lines}");
}

#[test]
fn normalised_mutants_say_the_same() {
    let inputs = telegrams::all();
    for number in 0..300 {
        let mut random = Random::of(number);
        let (_, bytes) = &inputs[random.below(inputs.len())];
        normalised(&damaged(bytes, &mut random));
    }
}

#[test]
fn normalised_is_the_form_of_the_handbooks() {
    let printed = "\
VZCZCXYZ0412\r
PP   RUEHZB RUEHPA\r
DE RUEHNV #142 0641015\r
ZNY CCCCC  ZZH\r
P 041015Z MAR 08\r
FM  AMEMBASSY NORDHAVEN\r
TO RUEHC/SECSTATE WASHDC PRIORITY 3066\r
RUEHZB/AMEMBASSY ZELTBERG 0228\r
INFO RUEHPA/AMCONSUL PORT AURELIA\r
CONFIDENTIAL SECTION 1 OF 2 NORDHAVEN 142\r
SIPDIS NOFORN\r
SUBJ:   HERRING QUOTA\r
E.O.12958 DECL:  03/04/2018\r
REFTEL: A) ZELTBERG 33 B) 07 NORDHAVEN 812\r
TAGS   EFIS PREL (QUARREL, PEDER)\r
\r
\r
1. (C)  The minister of fisheries told the\r
Ambassador that\r
\r
NORDHAVEN 00000142  002 OF 002\r
\r
\r
the quota falls.\r
2. (C)  He gave no reason.\r
QUARREL\r
";
    let expected = "\
VZCZCXYZ0412
PP RUEHZB RUEHPA
DE RUEHNV #0142 0641015
ZNY CCCCC ZZH
P 041015Z MAR 08
FM AMEMBASSY NORDHAVEN
TO RUEHC/SECSTATE WASHDC PRIORITY 3066
RUEHZB/AMEMBASSY ZELTBERG 0228
INFO RUEHPA/AMCONSUL PORT AURELIA
C O N F I D E N T I A L SECTION 1 OF 2 NORDHAVEN 000142

SIPDIS
NOFORN

E.O. 12958: DECL: 03/04/2018
TAGS: EFIS, PREL (QUARREL, PEDER)
SUBJECT: HERRING QUOTA

REF: A) ZELTBERG 33
     B) 07 NORDHAVEN 812

1. (C) The minister of fisheries told the Ambassador that the quota
falls.

2. (C) He gave no reason.

QUARREL
";
    assert_eq!(normalised(printed.as_bytes()).as_deref(), Some(expected));
    // What has this form already stays as it is.
    assert_eq!(normalised(expected.as_bytes()).as_deref(), Some(expected));
}

#[test]
fn no_header_line_is_made_up() {
    let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n";
    let written = normalised(text.as_bytes()).expect("a telegram");
    assert_eq!(
        written,
        "UNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\n\n1. It falls.\n"
    );
}
