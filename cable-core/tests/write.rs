//! A telegram back to bytes: over the corpus of the repository and that beside the checkout.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod shared;

use cable_core::{Cable, write};

#[test]
fn verbatim_gives_every_input_again() {
    let inputs = shared::inputs();
    assert!(inputs.len() > 60);
    for (path, bytes) in inputs {
        let cable = Cable::parse(bytes.as_slice()).expect("a telegram");
        assert!(write::verbatim(&cable) == bytes, "{}", path.display());
        let mut out = Vec::new();
        write::verbatim_to(&cable, &mut out).expect("memory");
        assert!(out == bytes, "{}", path.display());
    }
}
