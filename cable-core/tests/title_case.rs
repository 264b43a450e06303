//! Title case against the conformance cases.

mod shared;

use cable_core::text::title_case;

#[test]
fn conformance() {
    shared::check("titlecase.jsonl", title_case);
}
