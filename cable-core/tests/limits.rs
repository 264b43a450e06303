//! Each limit is kept, named in what is reported, and loses no byte.
#![cfg(feature = "serde")]

use cable_core::{Cable, Code, Limits, ParseOptions, ZoneKind};

fn read(text: &str, set: impl FnOnce(&mut Limits)) -> Cable {
    let mut limits = Limits::default();
    set(&mut limits);
    let options = ParseOptions::new().with_limits(limits);
    Cable::parse_with(text.as_bytes().to_vec(), &options).expect("a telegram")
}

/// Texts of the zones that were left unread; the zones tile the text.
fn unread(cable: &Cable) -> String {
    let text = cable.view().text();
    let zones = cable.layout().zones();
    let mut at = 0;
    let mut left = String::new();
    for zone in zones {
        assert_eq!(zone.span.start(), at);
        at = zone.span.end();
        if zone.kind == ZoneKind::Unread {
            left.push_str(zone.span.slice(text));
        }
    }
    assert_eq!(at as usize, text.len());
    left
}

fn told(cable: &Cable) -> usize {
    let found = cable.view().diagnostics();
    found
        .iter()
        .filter(|found| found.code == Code::LimitReached)
        .count()
}

const HEAD: &str = "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 3317\n";
const BANNER: &str = "UNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n";

#[test]
fn addressees() {
    let list = "AMEMBASSY PORT AURELIA\nAMCONSUL ZELTBERG\nAMEMBASSY ROME\n";
    let text = format!("{HEAD}INFO {list}{BANNER}\n1. Text.\n");
    let cable = read(&text, |limits| limits.addressees = 2);
    let header = cable.view().header().expect("a header");
    assert_eq!((header.action.len(), header.info.len()), (1, 1));
    assert_eq!(told(&cable), 1);
    assert_eq!(unread(&cable), "AMCONSUL ZELTBERG\nAMEMBASSY ROME\n");
    assert_eq!(cable.view().paragraphs().len(), 1);
}

#[test]
fn references() {
    let text =
        format!("{HEAD}{BANNER}REF: A. ROME 12\n     B. PARIS 13\n     C. OSLO 14\n\n1. Text.\n");
    let cable = read(&text, |limits| limits.references = 1);
    assert_eq!(cable.view().references().len(), 1);
    assert_eq!(told(&cable), 1);
    let left = unread(&cable);
    assert!(
        left.contains("B. PARIS 13") && left.contains("C. OSLO 14"),
        "{left:?}"
    );
    assert!(!left.contains("ROME") && !left.contains("Text"), "{left:?}");
    assert_eq!(cable.view().paragraphs().len(), 1);
}

#[test]
fn paragraphs() {
    let text = format!("{HEAD}{BANNER}\n1. First.\n\n2. Second.\n\n3. Third.\n");
    let cable = read(&text, |limits| limits.paragraphs = 2);
    assert_eq!(cable.view().paragraphs().len(), 2);
    assert_eq!(told(&cable), 1);
    assert!(unread(&cable).contains("3. Third."));
}

#[test]
fn diagnostics() {
    let text = format!("{HEAD}{BANNER}\n1. (S) First.\n\n1. (S) First.\n\n9. (S) Last.\n");
    let all = read(&text, |_| {});
    let count = all.view().diagnostics().len();
    assert!(count > 3, "{count}");
    let cable = read(&text, |limits| limits.diagnostics = 2);
    assert_eq!(cable.view().diagnostics().len(), 2);
    assert_eq!(told(&cable), 1);
    assert_eq!(
        cable.view().paragraphs().len(),
        all.view().paragraphs().len()
    );
}

#[test]
fn no_limit_lets_an_input_grow_beyond_what_places_can_tell() {
    // Never touched, so that it takes no memory.
    let input = vec![0; (1 << 30) + 1];
    let mut limits = Limits::default();
    limits.input = usize::MAX;
    let options = ParseOptions::new().with_limits(limits);
    let error = Cable::parse_with(&*input, &options).expect_err("too much");
    assert_eq!(error.code(), "too-large");
}
