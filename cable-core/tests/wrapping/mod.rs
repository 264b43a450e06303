//! What holds for every input in a wrapping.

#![allow(dead_code)] // each test uses what it needs of it

use cable_core::{Cable, PieceKind};

/// Both tilings, the map to the bytes, and the places of the envelope.
pub(crate) fn check(cable: &Cable, name: &str) {
    let view = cable.view();
    let text = view.text();
    cable.layout().check_invariants(text).expect(name);
    let source = cable.source();
    let mut at = 0;
    for region in cable.regions() {
        assert_eq!(region.source.start, at, "{name}");
        at = region.source.end;
    }
    assert_eq!(at as usize, source.len(), "{name}");
    for piece in cable.source_map().all() {
        let bytes = piece.source.slice(source);
        match piece.kind {
            PieceKind::Verbatim => assert_eq!(bytes, piece.text.slice(text).as_bytes(), "{name}"),
            PieceKind::Decoded => {
                let read = encoding_rs::WINDOWS_1252.decode(bytes).0;
                assert_eq!(read, piece.text.slice(text), "{name}");
            }
            PieceKind::Removed => assert!(piece.text.is_empty(), "{name}"),
            _ => panic!("{name}: {piece:?}"),
        }
    }
    let envelope = view.envelope().expect(name);
    for value in envelope
        .attributes
        .iter()
        .flat_map(|attribute| &attribute.values)
    {
        let bytes = value.source.slice(source);
        let printed = encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned();
        let printed = String::from_utf8(bytes.to_vec()).unwrap_or(printed);
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&value.value), words(&printed), "{name}");
    }
}

pub(crate) fn json(cable: &Cable) -> serde_json::Value {
    serde_json::from_str(&cable.to_json()).expect("json")
}
