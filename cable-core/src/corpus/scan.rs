//! [`Scan`]: the iterator over a corpus, read here or by several threads.

use super::made::{Make, made};
use super::parallel::Parallel;
use super::progress::Progress;
use super::units::Units;
use crate::options::ParseOptions;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What is told of the progress.
pub(super) type Tell = Box<dyn FnMut(&Progress) + Send>;

/// Progress is told after so many bytes.
const STEP: u64 = 256 << 10;

/// The members of a corpus in the order of the source, or what was made of them. Made by [`Corpus`](super::Corpus).
pub struct Scan<T> {
    members: Members<T>,
    tell: Option<Tell>,
    progress: Progress,
    count: Arc<AtomicU64>,
}

enum Members<T> {
    Serial {
        units: Box<Units>,
        options: ParseOptions,
        make: Make<T>,
    },
    Parallel(Parallel<T>),
}

impl<T: Send + 'static> Scan<T> {
    pub(super) fn new(
        units: Units,
        options: ParseOptions,
        workers: usize,
        make: Make<T>,
        tell: Option<Tell>,
        total: Option<u64>,
        count: Arc<AtomicU64>,
    ) -> Self {
        let members = match workers {
            0 | 1 => Members::Serial {
                units: Box::new(units),
                options,
                make,
            },
            _ => Members::Parallel(Parallel::start(units, options, workers, make)),
        };
        Scan {
            members,
            tell,
            progress: Progress {
                total,
                ..Progress::default()
            },
            count,
        }
    }

    /// How far the reading is. With several workers it is ahead of what was given out by a bounded number of members.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let mut scan = Corpus::of_reader("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes()).scan();
    /// assert_eq!(scan.by_ref().count(), 1);
    /// assert_eq!((scan.progress().bytes, scan.progress().members), (41, 1));
    /// ```
    pub fn progress(&self) -> Progress {
        Progress {
            bytes: self.count.load(Ordering::Relaxed),
            ..self.progress
        }
    }

    fn take_note(&mut self, failed: Option<bool>) {
        if let Some(failed) = failed {
            self.progress.members += 1;
            self.progress.errors += u64::from(failed);
        }
        let bytes = self.count.load(Ordering::Relaxed);
        if failed.is_none() || bytes - self.progress.bytes >= STEP {
            self.progress.bytes = bytes;
            if let Some(tell) = &mut self.tell {
                tell(&self.progress);
            }
        }
        if failed.is_none() {
            // Told for the last time.
            self.tell = None;
        }
    }
}

impl<T: Send + 'static> Iterator for Scan<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let next = match &mut self.members {
            Members::Serial {
                units,
                options,
                make,
            } => units.next().map(|unit| made(unit.read(options), make)),
            Members::Parallel(parallel) => parallel.next(),
        };
        self.take_note(next.as_ref().map(|made| made.failed));
        next.map(|made| made.value)
    }
}

impl<T> fmt::Debug for Scan<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scan")
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
