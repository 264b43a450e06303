//! [`Parallel`]: one thread reads and parts, several parse, and the results come out in order.
//!
//! Batches of units go to the workers by one bounded queue; the places where their results will be go to the iterator by
//! another, in order. So the results need no sorting, and when nobody takes them everything waits: memory stays bounded.

use super::made::{Made, Make, made};
use super::unit::Unit;
use super::units::Units;
use crate::options::ParseOptions;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::{thread, vec};

/// A batch has at most so many units, and no more once it holds so many bytes.
const UNITS: usize = 32;
const BYTES: usize = 256 << 10;

/// Results of a batch, or the panic that ended it.
type Results<T> = thread::Result<Vec<Made<T>>>;

pub(super) struct Parallel<T> {
    /// Where the results of each batch will be, in order.
    batches: Option<Receiver<Receiver<Results<T>>>>,
    /// What is left of the batch that is being given out.
    current: vec::IntoIter<Made<T>>,
}

/// A batch and where its results go.
struct Job<T> {
    units: Vec<Unit>,
    results: SyncSender<Results<T>>,
}

impl<T: Send + 'static> Parallel<T> {
    /// Starts the threads. They end when all is read, or soon after the iterator is dropped.
    pub(super) fn start(
        units: Units,
        options: ParseOptions,
        workers: usize,
        make: Make<T>,
    ) -> Self {
        let bound = workers * 2;
        let (give_batch, batches) = sync_channel(bound);
        let (give_job, jobs) = sync_channel::<Job<T>>(bound);
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..workers {
            let (jobs, options, make) = (Arc::clone(&jobs), options.clone(), Arc::clone(&make));
            thread::spawn(move || work(&jobs, &options, &make));
        }
        thread::spawn(move || part(units, &give_job, &give_batch));
        Parallel {
            batches: Some(batches),
            current: Vec::new().into_iter(),
        }
    }

    pub(super) fn next(&mut self) -> Option<Made<T>> {
        loop {
            if let Some(made) = self.current.next() {
                return Some(made);
            }
            let batch = self.batches.as_ref()?.recv();
            match batch.map(|results| results.recv()) {
                Ok(Ok(Ok(results))) => self.current = results.into_iter(),
                Ok(Ok(Err(panic))) => {
                    self.batches = None;
                    resume_unwind(panic);
                }
                // No batch is left.
                Ok(Err(_)) | Err(_) => self.batches = None,
            }
        }
    }
}

/// Parts the source into batches, until it ends or nobody wants more.
fn part<T>(
    mut units: Units,
    jobs: &SyncSender<Job<T>>,
    batches: &SyncSender<Receiver<Results<T>>>,
) {
    loop {
        let mut batch = Vec::with_capacity(UNITS);
        let mut bytes = 0;
        while batch.len() < UNITS && bytes < BYTES {
            let Some(unit) = units.next() else { break };
            bytes += unit.bytes.len();
            batch.push(unit);
        }
        if batch.is_empty() {
            return;
        }
        let (results, place) = sync_channel(1);
        let job = Job {
            units: batch,
            results,
        };
        if batches.send(place).is_err() || jobs.send(job).is_err() {
            return;
        }
    }
}

fn work<T>(jobs: &Mutex<Receiver<Job<T>>>, options: &ParseOptions, make: &Make<T>) {
    loop {
        // No panic can happen while the lock is held.
        let job = match jobs.lock() {
            Ok(jobs) => jobs.recv(),
            Err(_) => return,
        };
        let Ok(Job { units, results }) = job else {
            return;
        };
        let read = || {
            units
                .into_iter()
                .map(|unit| made(unit.read(options), make))
                .collect()
        };
        // If nobody wants the results, the next batch is not parted either.
        let _ = results.send(catch_unwind(AssertUnwindSafe(read)));
    }
}
