//! Where the corpus and the conformance cases are, if they are there: a folder beside the checkout.

#![allow(dead_code)] // each test uses what it needs of it

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
