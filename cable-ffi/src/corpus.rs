//! [`cable_corpus`]: many telegrams, one after the other.

use crate::{cable_document, cable_error, cable_options, cable_status, cable_str, guard};
use cable_core::corpus::{Corpus, Member, Place, Scan};
use std::ffi::OsString;
use std::path::PathBuf;

/// Many telegrams that are being read, from folders, dumps, files of many telegrams and single ones, each packed with
/// gzip or not. Made by `cable_corpus_open`, freed by `cable_corpus_close`. One thread at a time may use it.
pub struct cable_corpus {
    scan: Scan<Member>,
    place: Option<Place>,
    /// The path of `place` as C sees it.
    path: String,
}

/// Where a member of a corpus stands.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_place {
    /// The file, bytes that are not UTF-8 replaced; absent for standard input. Lives until the next member is asked for.
    pub path: cable_str,
    /// Number of the row of a dump, or of the telegram in a file of many, from 1; 0 where the file holds one telegram.
    pub row: u64,
    /// The first byte in the file; in what was unpacked, if the file is packed with gzip.
    pub start: u64,
    /// The byte after the last one.
    pub end: u64,
}

/// Starts to read files and folders in the order given; those of a folder come by name. A single path `-` is standard input.
/// Nothing is opened yet: what cannot be read is told in its place.
///
/// `workers` threads parse beside one that reads; 0 and 1 parse in the thread that asks. Members and their order are the
/// same.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_INVALID_ARGUMENT` if a path is not UTF-8 where the system has paths of text.
/// Ownership: the corpus is freed with `cable_corpus_close`. Paths and options stay the caller's and may be freed at once;
/// `options` NULL takes the defaults.
/// Threads: any.
///
/// # Safety
/// `paths` points to `count` strings, or is NULL if `count` is 0; `options` is NULL or alive; `corpus` is NULL or can be
/// written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_corpus_open(
    paths: *const cable_str,
    count: usize,
    options: *const cable_options,
    workers: u32,
    corpus: *mut *mut cable_corpus,
) -> cable_status {
    guard::status(|| {
        if corpus.is_null() {
            return Err(cable_status::NullArgument);
        }
        // SAFETY: the caller's promise.
        let paths = unsafe { guard::list(paths, count) }?;
        let mut found = Vec::with_capacity(paths.len());
        for path in paths {
            // SAFETY: the caller's promise.
            found.push(path_of(unsafe { guard::bytes(path.data, path.len) }?)?);
        }
        let source = match found.as_slice() {
            [path] if path.as_os_str() == "-" => Corpus::of_stdin(),
            _ => Corpus::of_paths(found),
        };
        // SAFETY: the caller's promise.
        let source = match unsafe { options.as_ref() } {
            Some(options) => source.with_options(options.0.clone()),
            None => source,
        };
        let opened = cable_corpus {
            scan: source.with_workers(workers as usize).scan(),
            place: None,
            path: String::new(),
        };
        // SAFETY: not NULL, and the caller promises that it can be written.
        unsafe { corpus.write(Box::into_raw(Box::new(opened))) };
        Ok(())
    })
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Result<PathBuf, cable_status> {
    use std::os::unix::ffi::OsStringExt;
    Ok(OsString::from_vec(bytes.to_vec()).into())
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> Result<PathBuf, cable_status> {
    let text = std::str::from_utf8(bytes).map_err(|_| cable_status::InvalidArgument)?;
    Ok(OsString::from(text).into())
}

/// The next member. A member that gives no telegram is an error, and the ones behind it can be asked for all the same; the
/// end is `CABLE_STATUS_ABSENT`.
///
/// Returns: `CABLE_STATUS_OK`, and `*document` is set; `CABLE_STATUS_ABSENT` at the end; else why the member gave no telegram
/// (a status from 100 on), and `*error` is set unless `error` is NULL.
/// Ownership: the document is freed with `cable_document_free`, the error with `cable_error_free`. Both live on without the
/// corpus.
/// Threads: any, but no other may use the corpus.
///
/// # Safety
/// `corpus` is NULL or alive; `document` and `error` are NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_corpus_next(
    corpus: *mut cable_corpus,
    document: *mut *mut cable_document,
    error: *mut *mut cable_error,
) -> cable_status {
    guard::guard(cable_status::Panic, || {
        // SAFETY: the caller's promise.
        let Some(corpus) = (unsafe { corpus.as_mut() }) else {
            return cable_status::NullArgument;
        };
        if document.is_null() {
            return cable_status::NullArgument;
        }
        let Some(Member { place, cable, .. }) = corpus.scan.next() else {
            return cable_status::Absent;
        };
        corpus.path = place
            .path
            .as_ref()
            .map(|path| path.to_string_lossy().into_owned())
            .unwrap_or_default();
        corpus.place = Some(place);
        match cable {
            Ok(cable) => {
                let made = Box::into_raw(Box::new(cable_document::new(cable)));
                // SAFETY: not NULL, and the caller promises that it can be written.
                unsafe { document.write(made) };
                cable_status::Ok
            }
            Err(reason) => {
                let reason = cable_error::from(reason);
                let status = reason.status();
                if !error.is_null() {
                    // SAFETY: not NULL, and the caller promises that it can be written.
                    unsafe { error.write(Box::into_raw(Box::new(reason))) };
                }
                status
            }
        }
    })
}

/// Where the last member stands that `cable_corpus_next` gave, telegram or error.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` before the first one.
/// Ownership: the path lives until the next member is asked for or the corpus is closed.
/// Threads: any, but no other may use the corpus.
///
/// # Safety
/// `corpus` is NULL or alive; `place` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_corpus_place(
    corpus: *const cable_corpus,
    place: *mut cable_place,
) -> cable_status {
    guard::status(|| {
        // SAFETY: the caller's promise.
        let corpus = unsafe { guard::object(corpus) }?;
        if place.is_null() {
            return Err(cable_status::NullArgument);
        }
        let at = corpus.place.as_ref().ok_or(cable_status::Absent)?;
        let found = cable_place {
            path: at.path.as_ref().map(|_| corpus.path.as_str()).into(),
            row: at.row.unwrap_or(0),
            start: at.start,
            end: at.end,
        };
        // SAFETY: the caller's promise.
        unsafe { guard::put(place, found) }
    })
}

/// Ends the reading, wherever it is, and frees the corpus. NULL does nothing.
///
/// Returns: nothing.
/// Ownership: takes the corpus; documents and errors it gave live on.
/// Threads: any, but no other may use the corpus.
///
/// # Safety
/// `corpus` is NULL or comes from `cable_corpus_open` and was not closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_corpus_close(corpus: *mut cable_corpus) {
    guard::guard((), || {
        if !corpus.is_null() {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(corpus) });
        }
    });
}
