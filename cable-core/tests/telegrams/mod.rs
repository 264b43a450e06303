//! The inputs that tests go through: invented telegrams of the repository, and real ones from the folder beside it.

#![allow(dead_code)] // each test uses what it needs of it

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the invented telegrams are.
pub(crate) fn corpus() -> PathBuf {
    root().join("tests/corpus")
}

fn is_input(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("txt" | "html" | "csv"))
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            let before = found.len();
            collect(&path, found);
            assert!(found.len() > before, "{} is empty", path.display());
        } else if is_input(&path) {
            found.push(path);
        }
    }
}

fn read(mut paths: Vec<PathBuf>) -> Vec<(PathBuf, Vec<u8>)> {
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("read");
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

/// The invented telegrams, pages and rows, in order of their paths.
pub(crate) fn invented() -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths = Vec::new();
    collect(&corpus(), &mut paths);
    assert!(paths.len() >= 60, "{}", paths.len());
    read(paths)
}

/// Those of one folder; at least `least`.
pub(crate) fn of_folder(folder: &str, least: usize) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths = Vec::new();
    collect(&corpus().join(folder), &mut paths);
    assert!(paths.len() >= least, "{} in {folder}", paths.len());
    read(paths)
}

/// The invented ones, and those of the corpus beside the checkout if it is there.
pub(crate) fn all() -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths = Vec::new();
    collect(&corpus(), &mut paths);
    for folder in ["telegrams", "page-text", "viewer-pages"] {
        collect(&root().join("../../shared/corpus").join(folder), &mut paths);
    }
    read(paths)
}
