//! Reference ids: what is read is written and read again, and a canonical id stays what it is.
#![no_main]

use cable_core::ReferenceId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Ok(id) = text.parse::<ReferenceId>() else {
        return;
    };
    let canonical = id.canonical();
    let again: ReferenceId = canonical.to_string().parse().expect("a canonical id");
    assert_eq!(again.canonical().to_string(), canonical.to_string());
    assert!(id.same_as(&again) && again.same_as(&id), "{text:?}");
    assert_eq!(
        (canonical.year(), canonical.post(), canonical.serial()),
        (again.year(), again.post(), again.serial())
    );
});
