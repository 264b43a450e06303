//! Damaged telegrams: bytes dropped, lines swapped or doubled, the text cut anywhere. Whatever is left, zones tile the
//! text, regions tile the input, nothing panics, and a second reading gives the same.
//!
//! `CABLE_MUTATIONS=100000 cargo test --release …` asks for another number than the usual 1,000.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod mutator;
mod promises;
mod telegrams;

use cable_core::{Cable, ParseOptions};
use mutator::{Random, damaged};
use promises::check;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Every input of [`telegrams::all`], and whether it has a subject.
fn telegrams() -> Vec<(PathBuf, Vec<u8>, bool)> {
    telegrams::all()
        .into_iter()
        .map(|(path, bytes)| {
            let cable = Cable::parse(bytes.as_slice()).expect("a telegram");
            let subject = cable.view().subject().is_some();
            (path, bytes, subject)
        })
        .collect()
}

#[derive(Default)]
struct Count {
    read: AtomicUsize,
    of_subject: AtomicUsize,
    with_subject: AtomicUsize,
}

#[test]
fn damage_loses_no_byte_and_not_every_subject() {
    let count: usize =
        std::env::var("CABLE_MUTATIONS").map_or(1_000, |number| number.parse().expect("a number"));
    let telegrams = telegrams();
    assert!(telegrams.len() > 60);
    let found = Count::default();
    let next = AtomicUsize::new(0);
    let begun = std::time::Instant::now();
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            let mut random = Random::of(number);
            let (path, bytes, subject) = &telegrams[random.below(telegrams.len())];
            let mutant = damaged(bytes, &mut random);
            let checked = std::panic::catch_unwind(|| check(&mutant, &ParseOptions::new()));
            let checked = checked.unwrap_or_else(|_| {
                let kept = std::env::temp_dir().join(format!("cable-mutant-{number}"));
                fs::write(&kept, &mutant).expect("write");
                panic!("mutant {number} of {}: {}", path.display(), kept.display())
            });
            found
                .read
                .fetch_add(checked.is_some().into(), Ordering::Relaxed);
            if *subject {
                found.of_subject.fetch_add(1, Ordering::Relaxed);
                found
                    .with_subject
                    .fetch_add((checked == Some(true)).into(), Ordering::Relaxed);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let of = found.of_subject.into_inner();
    let with = found.with_subject.into_inner();
    println!(
        "{count} mutants of {} telegrams: {} read, {with} of {of} ({} %) still have a subject, {:.0?}",
        telegrams.len(),
        found.read.into_inner(),
        with * 100 / of.max(1),
        begun.elapsed(),
    );
    assert!(with * 100 >= of * 30, "{with} of {of}");
}
