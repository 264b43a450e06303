//! Which wrapping an input has: the evidence fits the input, and a format that is refuted is refused.
#![no_main]

mod mutate;

use cable_core::container::detect;
use cable_core::record::Format;
use cable_core::{Cable, ErrorKind, ParseOptions};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    let found = detect::detect(data);
    for sign in detect::signs(data) {
        assert!(Format::ALL.contains(&sign.format));
    }
    let options = ParseOptions::new().with_format(Some(found.format));
    if let Err(error) = Cable::parse_with(data, &options) {
        assert!(
            !matches!(error.kind(), ErrorKind::WrongFormat { .. }),
            "{error}"
        );
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, 0)
});
