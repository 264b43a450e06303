//! A wrapped telegram against its text alone: what the wrapping does not touch is the same. Records of the archive and
//! SMART messages lay the text out by rules of their own, so they are not compared.
#![no_main]

mod mutate;

use cable_core::record::Format;
use cable_core::{Cable, ParseOptions};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

/// What does not depend on what the wrapping says.
const OF_THE_TEXT: [&str; 6] = [
    "distribution",
    "banner",
    "captions",
    "subject",
    "headings",
    "signature",
];

fuzz_target!(|data: &[u8]| {
    if let Ok(wrapped) = Cable::parse(data) {
        let view = wrapped.view();
        if matches!(view.format(), Format::Archive | Format::Smart) {
            return;
        }
        let options = ParseOptions::new()
            .with_format(Some(Format::Telegram))
            .with_assume_year(view.year());
        if let Ok(alone) = Cable::parse_with(view.text().as_bytes(), &options) {
            let said = serde_json::to_value(view).expect("JSON");
            let again = serde_json::to_value(alone.view()).expect("JSON");
            for key in OF_THE_TEXT {
                assert_eq!(said[key], again[key], "{key}");
            }
        }
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 0)
});
