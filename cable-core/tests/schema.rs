//! `docs/cable.schema.json` is what the model says, and every telegram of the corpus keeps to it. `CABLE_BLESS=1` writes
//! it.
#![cfg(all(feature = "schema", feature = "html", feature = "csv"))]

mod telegrams;

use cable_core::{Cable, ParseOptions, json_schema};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_schema_is_that_of_the_model() {
    let path = root().join("docs/cable.schema.json");
    let schema = serde_json::to_string_pretty(&json_schema()).expect("json") + "\n";
    if std::env::var_os("CABLE_BLESS").is_some() {
        fs::write(&path, &schema).expect("write");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == schema,
        "docs/cable.schema.json is not that of the model: run CABLE_BLESS=1 cargo test -p cable-core --all-features --test schema"
    );
}

#[test]
fn every_telegram_keeps_to_the_schema() {
    let validator = jsonschema::draft202012::new(&json_schema()).expect("a schema");
    for (path, bytes) in telegrams::all() {
        let readings = [ParseOptions::new(), ParseOptions::new().with_fragment(true)];
        for cable in readings
            .iter()
            .filter_map(|options| Cable::parse_with(bytes.as_slice(), options).ok())
        {
            for json in [cable.to_json(), cable.view().to_json_with_spans()] {
                let value: Value = serde_json::from_str(&json).expect("json");
                let errors: Vec<String> = validator
                    .iter_errors(&value)
                    .map(|error| format!("{}: {error}", error.instance_path()))
                    .collect();
                assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            }
        }
    }
}

/// Objects that the schema closes, under `pointer`.
fn objects(pointer: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            found.push(pointer.to_owned());
            for (key, value) in object {
                objects(&format!("{pointer}/{key}"), value, found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                objects(&format!("{pointer}/{index}"), value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn another_key_or_a_lost_one_is_refused() {
    let validator = jsonschema::draft202012::new(&json_schema()).expect("a schema");
    let mut seen = 0;
    for name in [
        "wellformed/two-precedences.txt",
        "wellformed/action-request-and-items.txt",
        "historic/pages-of-the-department-2002.txt",
        "pages/edition-of-2010.html",
        "malformed/numbers-skipped-and-repeated.txt",
    ] {
        let bytes = fs::read(root().join("cable-core/tests/corpus").join(name)).expect("read");
        let cable = Cable::parse(bytes).expect("a telegram");
        let json: Value = serde_json::from_str(&cable.to_json()).expect("json");
        let mut pointers = Vec::new();
        objects("", &json, &mut pointers);
        // Names of the wrapping and paths are free.
        pointers
            .retain(|pointer| !pointer.ends_with("/states") && !pointer.ends_with("/attributes"));
        for pointer in pointers {
            let mut more = json.clone();
            let object = more.pointer_mut(&pointer).and_then(Value::as_object_mut);
            object
                .expect("an object")
                .insert("more".into(), Value::Null);
            assert!(!validator.is_valid(&more), "{name}: {pointer}");
            let keys: Vec<String> = json
                .pointer(&pointer)
                .and_then(Value::as_object)
                .expect("an object")
                .keys()
                .cloned()
                .collect();
            for key in keys {
                let mut less = json.clone();
                let object = less.pointer_mut(&pointer).and_then(Value::as_object_mut);
                object.expect("an object").remove(&key);
                assert!(!validator.is_valid(&less), "{name}: {pointer}/{key}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
}
