//! Telegrams that are read in part: fragments, and paragraphs beyond the limit.

use cable_core::{Cable, Code, Limits, ParseOptions, ZoneKind};

#[test]
fn paragraphs_beyond_the_limit_are_left_unread() {
    let text = "UNCLAS NORDHAVEN 000123\nSUBJECT: FISH\n\n1. (U) One.\n\n2. (U) Two.\n   (U) More.\n\n3. (U) Three.\n";
    let mut limits = Limits::default();
    limits.paragraphs = 1;
    let options = ParseOptions::new().with_limits(limits);
    let cable = Cable::parse_with(text.as_bytes(), &options).expect("a telegram");
    let view = cable.view();
    assert_eq!(cable.layout().check_invariants(view.text()), Ok(()));
    let texts: Vec<_> = view
        .paragraphs()
        .map(|paragraph| paragraph.text())
        .collect();
    assert_eq!(texts, ["One."]);
    let told: Vec<_> = view
        .diagnostics()
        .iter()
        .filter(|found| found.code == Code::LimitReached)
        .collect();
    assert_eq!(told.len(), 1);
    let unread: Vec<_> = cable
        .layout()
        .zones()
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Unread)
        .collect();
    assert!(view.slice(unread[0].span).starts_with("2. (U) Two."));
}

#[test]
fn a_fragment_need_not_be_signed() {
    let options = ParseOptions::new().with_fragment(true);
    let cable = Cable::parse_with(b"7. (C) Text.\n\n8. (C) More.\n".as_slice(), &options)
        .expect("a fragment");
    assert!(cable.view().diagnostics().is_empty());
}
