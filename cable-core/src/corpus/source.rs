//! [`Source`]: what a corpus is read from, and the files of it in order.

use super::error::MemberErrorKind;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What a corpus is read from.
pub(super) enum Source {
    /// Files and folders, in the order given.
    Paths(Vec<PathBuf>),
    /// A stream.
    Reader(Box<dyn Read + Send>),
}

/// One file of a source, or why there is none.
pub(super) enum Found {
    File(PathBuf),
    Reader(Box<dyn Read + Send>),
    Fault(PathBuf, MemberErrorKind),
}

/// The files of a source. Those of a folder come by name, byte by byte, with the files of a subfolder in its place.
pub(super) struct Files {
    paths: VecDeque<PathBuf>,
    reader: Option<Box<dyn Read + Send>>,
    walk: Option<walkdir::IntoIter>,
}

impl Files {
    pub(super) fn new(source: Source) -> Self {
        let (paths, reader) = match source {
            Source::Paths(paths) => (paths.into(), None),
            Source::Reader(reader) => (VecDeque::new(), Some(reader)),
        };
        Files {
            paths,
            reader,
            walk: None,
        }
    }

    fn walked(&mut self) -> Option<Found> {
        for entry in self.walk.as_mut()? {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => return Some(file(entry)),
                Err(error) => return Some(fault(error)),
            }
        }
        self.walk = None;
        None
    }
}

impl Iterator for Files {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.walked() {
                return Some(found);
            }
            if let Some(reader) = self.reader.take() {
                return Some(Found::Reader(reader));
            }
            let path = self.paths.pop_front()?;
            if !path.is_dir() {
                return Some(Found::File(path));
            }
            self.walk = Some(walk(&path));
        }
    }
}

fn walk(folder: &Path) -> walkdir::IntoIter {
    WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
}

fn file(entry: DirEntry) -> Found {
    if entry.file_type().is_file() {
        return Found::File(entry.into_path());
    }
    // A pipe in a folder would be waited for.
    let error = io::Error::new(io::ErrorKind::InvalidInput, "not a regular file");
    Found::Fault(entry.into_path(), MemberErrorKind::Io(error))
}

fn fault(error: walkdir::Error) -> Found {
    let path = error.path().unwrap_or(Path::new("")).to_owned();
    if error.loop_ancestor().is_some() {
        return Found::Fault(path, MemberErrorKind::SymlinkLoop);
    }
    let text = error.to_string();
    let error = error
        .into_io_error()
        .unwrap_or_else(|| io::Error::other(text));
    Found::Fault(path, MemberErrorKind::Io(error))
}

/// Bytes of all files on disk, as far as they can be told.
pub(super) fn total(paths: &[PathBuf]) -> u64 {
    paths
        .iter()
        .flat_map(|path| walk(path))
        .filter_map(|entry| entry.ok()?.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|metadata| metadata.len())
        .sum()
}
