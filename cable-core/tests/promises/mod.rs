//! What holds of whatever is read. Used by the tests and by the fuzz targets.

use cable_core::{Cable, ParseOptions, write};

/// Reads `bytes` and asserts that zones tile the text, regions tile the input, every span fits, the input comes back byte
/// for byte, and a second reading says the same. Whether it has a subject; `None` if it is no telegram.
pub(crate) fn check(bytes: &[u8], options: &ParseOptions) -> Option<bool> {
    let cable = Cable::parse_with(bytes, options).ok()?;
    let view = cable.view();
    let text = view.text();
    cable.layout().check_invariants(text).expect("invariants");

    let mut at = 0;
    for zone in cable.layout().zones() {
        assert_eq!(zone.span.start(), at, "zones tile the text");
        at = zone.span.end();
    }
    assert_eq!(at as usize, text.len(), "zones tile the text");

    let mut at = 0;
    for region in cable.regions() {
        assert_eq!(region.source.start, at, "regions tile the input");
        at = region.source.end;
    }
    assert_eq!(at as usize, bytes.len(), "regions tile the input");
    assert!(write::verbatim(&cable) == bytes, "the same bytes");

    for (pointer, span) in view.spans().iter() {
        assert!(text.get(span.range()).is_some(), "{pointer}");
    }
    let json = view.to_json_with_spans();
    // The owner of a copy, with a text of its own, says what the borrower says.
    let again = Cable::parse_with(bytes.to_vec(), options).expect("a telegram again");
    assert!(
        json == again.with_own_text().view().to_json_with_spans(),
        "the same again"
    );
    Some(view.subject().is_some())
}
