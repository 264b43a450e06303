//! Damaged telegrams: bytes dropped, lines swapped or doubled, the text cut anywhere. Whatever is left, zones tile the
//! text, regions tile the input, nothing panics, and a second reading gives the same.
//!
//! `CABLE_MUTATIONS=100000 cargo test --release …` asks for another number than the usual 1,000.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

use cable_core::Cable;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// xorshift64*, seeded by the number of the mutant, so that each can be made again alone.
struct Random(u64);

impl Random {
    fn of(number: usize) -> Self {
        let mut random = Random((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

/// One to three kinds of damage.
fn damaged(telegram: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = telegram.to_vec();
    for _ in 0..=random.below(3) {
        bytes = match random.below(5) {
            0 => {
                let from = random.below(bytes.len());
                let to = (from + 1 + random.below(40)).min(bytes.len());
                bytes.drain(from..to);
                bytes
            }
            1 => {
                // Single bytes here and there.
                for _ in 0..=random.below(20) {
                    if !bytes.is_empty() {
                        bytes.remove(random.below(bytes.len()));
                    }
                }
                bytes
            }
            2 => {
                let mut lines = lines(&bytes);
                let (one, other) = (random.below(lines.len()), random.below(lines.len()));
                if !lines.is_empty() {
                    lines.swap(one, other);
                }
                lines.concat()
            }
            3 => {
                let mut lines = lines(&bytes);
                let (one, at) = (random.below(lines.len()), random.below(lines.len() + 1));
                if let Some(line) = lines.get(one).copied() {
                    lines.insert(at, line);
                }
                lines.concat()
            }
            _ => {
                let at = random.below(bytes.len());
                let (front, back) = bytes.split_at(at);
                if random.below(4) == 0 { back } else { front }.to_vec()
            }
        };
    }
    bytes
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

/// The telegrams of the corpus and of that beside the checkout, and whether they have a subject.
fn telegrams() -> Vec<(PathBuf, Vec<u8>, bool)> {
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
            let cable = Cable::parse(bytes.as_slice()).expect("a telegram");
            let subject = cable.view().subject().is_some();
            (path, bytes, subject)
        })
        .collect()
}

/// What must hold of whatever is read; whether it has a subject.
fn check(bytes: &[u8]) -> Option<bool> {
    let cable = Cable::parse(bytes).ok()?;
    let view = cable.view();
    let text = view.text();
    cable.layout().check_invariants(text).expect("invariants");

    let mut at = 0;
    for zone in cable.layout().zones() {
        assert_eq!(zone.span.start(), at, "zones tile the text");
        at = zone.span.end();
    }
    assert_eq!(at as usize, text.len(), "zones tile the text");

    let mut at = 0;
    for region in cable.regions() {
        assert_eq!(region.source.start, at, "regions tile the input");
        at = region.source.end;
    }
    assert_eq!(at as usize, bytes.len(), "regions tile the input");

    for (pointer, span) in view.spans().iter() {
        assert!(text.get(span.range()).is_some(), "{pointer}");
    }
    let json = view.to_json_with_spans();
    let again = Cable::parse(bytes.to_vec()).expect("a telegram again");
    assert!(json == again.view().to_json_with_spans(), "the same again");
    Some(view.subject().is_some())
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
            let checked = std::panic::catch_unwind(|| check(&mutant));
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
