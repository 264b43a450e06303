//! Where the corpus and the conformance cases are, if they are there: a folder beside the checkout.

#![allow(dead_code)] // each test uses what it needs of it

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the shared folder; tells on standard output when it is not there.
pub(crate) fn file(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(path);
    if file.is_file() {
        return Some(file);
    }
    println!("SKIPPED: {} is not there", file.display());
    None
}

/// A folder of the shared folder; tells on standard output when it is not there.
pub(crate) fn folder(path: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(path);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED: {} is not there", folder.display());
    None
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ["txt", "html", "csv"].iter().any(|known| ending == *known))
        {
            found.push(path);
        }
    }
}

/// The telegrams, pages and rows of the corpus, and of the one beside the checkout if it is there.
pub(crate) fn inputs() -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join("tests/corpus"), &mut found);
    for folder in ["telegrams", "page-text", "viewer-pages"] {
        collect(&root.join("../../shared/corpus").join(folder), &mut found);
    }
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).expect("read");
            (path, bytes)
        })
        .collect()
}
