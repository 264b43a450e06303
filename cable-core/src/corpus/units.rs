//! [`Units`]: the members of a source, one after the other, in an order that is always the same.

use super::error::MemberErrorKind;
use super::input;
use super::parted::Parted;
use super::place::Place;
use super::rows::Rows;
use super::source::{Files, Found, Source};
use super::telegrams::Telegrams;
use super::unit::{Unit, UnitKind};
use super::window::Window;
use crate::container::detect::detect;
use crate::options::ParseOptions;
use crate::record::Format;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// So much of a file is looked at to tell what it is.
const HEAD: usize = 256 << 10;

/// The members of a source, not yet read.
pub(super) struct Units {
    files: Files,
    open: Option<Open>,
    limit: usize,
    format: Option<Format>,
    /// Bytes read from disk.
    count: Arc<AtomicU64>,
    /// The buffer of the last file.
    buffer: Vec<u8>,
}

/// A file that is being read.
struct Open {
    path: Option<Arc<Path>>,
    window: Window,
    parts: Parts,
    /// Members given so far.
    row: u64,
}

enum Parts {
    Rows(Rows),
    Telegrams(Telegrams),
    /// One telegram, whatever stands in it.
    Whole,
}

impl Units {
    pub(super) fn new(source: Source, options: &ParseOptions, count: Arc<AtomicU64>) -> Self {
        Units {
            files: Files::new(source),
            open: None,
            limit: options.limits().input,
            format: options.format(),
            count,
            buffer: Vec::new(),
        }
    }

    fn open(&mut self, path: Option<PathBuf>, input: Box<dyn io::Read + Send>) -> Open {
        let mut window = Window::new(input, std::mem::take(&mut self.buffer));
        window.fill_to(HEAD);
        let format = self.format.unwrap_or_else(|| detect(window.bytes()).format);
        Open {
            path: path.map(Arc::from),
            window,
            parts: match format {
                Format::DumpRow => Parts::Rows(Rows::default()),
                // Markup and what a browser copied hold one telegram.
                Format::ViewerPage | Format::ViewerText => Parts::Whole,
                _ => Parts::Telegrams(Telegrams::default()),
            },
            row: 0,
        }
    }
}

impl Iterator for Units {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        loop {
            if let Some(open) = &mut self.open {
                if let Some(unit) = open.next(self.limit) {
                    return Some(unit);
                }
                self.buffer = self
                    .open
                    .take()
                    .map(|open| open.window.into_buffer())
                    .unwrap_or_default();
            }
            let (path, input) = match self.files.next()? {
                Found::File(path) => {
                    let input = input::open(&path, &self.count);
                    (Some(path), input)
                }
                Found::Reader(reader) => (None, input::unpacked(reader, &self.count)),
                Found::Fault(path, kind) => return Some(fault(Some(path), kind)),
            };
            match input {
                Ok(input) => self.open = Some(self.open(path, input)),
                Err(error) => return Some(fault(path, MemberErrorKind::Io(error))),
            }
        }
    }
}

/// All of a stream as one member.
pub(super) fn alone(input: Box<dyn io::Read + Send>, options: &ParseOptions) -> Unit {
    let mut open = Open {
        path: None,
        window: Window::new(input, Vec::new()),
        parts: Parts::Whole,
        row: 0,
    };
    // Every stream has a member, and be it an empty one.
    open.next(options.limits().input)
        .unwrap_or_else(|| fault(None, MemberErrorKind::Truncated))
}

/// A file of which nothing can be read.
fn fault(path: Option<PathBuf>, kind: MemberErrorKind) -> Unit {
    Unit {
        place: Place {
            path: path.map(Arc::from),
            row: None,
            start: 0,
            end: 0,
        },
        bytes: Vec::new(),
        kind: UnitKind::Fault(kind),
    }
}

impl Open {
    fn next(&mut self, limit: usize) -> Option<Unit> {
        let parted = match &mut self.parts {
            Parts::Rows(rows) => rows.next(&mut self.window, limit),
            Parts::Telegrams(telegrams) => telegrams.next(&mut self.window, limit),
            Parts::Whole => whole(&mut self.window, limit),
        };
        // An empty file is a member too.
        let empty = self.row == 0 && !self.window.is_broken();
        let parted = match parted {
            None if empty => Some(Parted {
                start: 0,
                bytes: Vec::new(),
                kind: UnitKind::Telegram,
            }),
            None => self.broken(),
            parted => parted,
        }?;
        let one_of_many = match &self.parts {
            Parts::Rows(_) => true,
            Parts::Telegrams(telegrams) => telegrams.many,
            Parts::Whole => false,
        };
        self.row += 1;
        Some(Unit {
            place: Place {
                path: self.path.clone(),
                row: one_of_many.then_some(self.row),
                start: parted.start,
                end: self.window.offset(),
            },
            bytes: parted.bytes,
            kind: parted.kind,
        })
    }

    /// What was held when the stream could not be read on, and why.
    fn broken(&mut self) -> Option<Parted> {
        let error = self.window.take_fault()?;
        let start = self.window.offset();
        let held = self.window.bytes().len();
        Some(Parted {
            start,
            bytes: self.window.take(held),
            kind: UnitKind::Fault(match error.kind() {
                // Only an unpacker expects more.
                io::ErrorKind::UnexpectedEof => MemberErrorKind::Truncated,
                _ => MemberErrorKind::Io(error),
            }),
        })
    }
}

/// All of a stream that holds one telegram. Of one that is too large no more than the limit is read.
fn whole(window: &mut Window, limit: usize) -> Option<Parted> {
    window.fill_to(limit.saturating_add(1));
    let (start, held) = (window.offset(), window.bytes().len());
    if held > limit {
        window.skip(held);
        window.stop();
        return Some(Parted {
            start,
            bytes: Vec::new(),
            kind: UnitKind::TooLarge,
        });
    }
    (held > 0 && !window.is_broken()).then(|| Parted {
        start,
        bytes: window.take(held),
        kind: UnitKind::Telegram,
    })
}
