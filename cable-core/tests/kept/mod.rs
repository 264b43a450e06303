//! A normalised telegram against what it was made from. Used by the tests and by the fuzz targets.

use cable_core::{Cable, write};
use serde_json::Value;

/// Leaves out of `value` what lies at `path`, `*` standing for every index.
fn leave_out(value: &mut Value, path: &str) {
    match path.split_once('/') {
        Some(("*", rest)) => {
            for one in value.as_array_mut().into_iter().flatten() {
                leave_out(one, rest);
            }
        }
        Some((key, rest)) => {
            if let Some(inner) = value.get_mut(key) {
                leave_out(inner, rest);
            }
        }
        None => {
            if let Some(fields) = value.as_object_mut() {
                fields.remove(path);
            }
        }
    }
}

/// What a telegram says but for what normalising names.
fn kept(cable: &Cable<&[u8]>) -> Value {
    let mut value = serde_json::to_value(cable.view()).expect("JSON");
    for path in write::NOT_KEPT {
        leave_out(&mut value, path);
    }
    value
}

/// The normalised text, after it was compared with what it was made from.
pub(crate) fn normalised(bytes: &[u8]) -> Option<String> {
    let cable = Cable::parse(bytes).ok()?;
    let text = write::normalised(&cable);
    let options = write::reread_options(&cable);
    // The wrapping is not written, so that what it says cannot be read again.
    let alone = Cable::parse_with(cable.view().text().as_bytes(), &options).ok()?;
    let again = Cable::parse_with(text.as_bytes(), &options).expect("a telegram again");
    assert_eq!(kept(&alone), kept(&again), "{text}");
    if cable.view().envelope().is_none() {
        assert_eq!(kept(&cable), kept(&again), "{text}");
    }
    Some(text)
}
