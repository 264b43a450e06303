//! Kinds of TAGS codes against the conformance cases.

mod shared;

use cable_core::facts::{TagKind, tag_kind};

#[test]
fn conformance() {
    shared::check("tag_kind.jsonl", |code| {
        let kind = match tag_kind(code, None) {
            TagKind::Geographic => "geo",
            TagKind::Organization => "org",
            other => other.as_str(),
        };
        kind.to_owned()
    });
}
