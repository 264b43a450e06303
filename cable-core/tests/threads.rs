//! The same bytes give the same telegram: twice, in any thread, borrowed or owned, asked by many at once.
#![cfg(all(feature = "serde", feature = "html", feature = "csv"))]

mod telegrams;

use cable_core::Cable;
use std::sync::Barrier;

const THREADS: usize = 8;

/// What each of several threads, begun together, makes.
fn together(work: impl Fn() -> String + Sync) -> Vec<String> {
    let barrier = Barrier::new(THREADS);
    let begin = || {
        barrier.wait();
        work()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(begin)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"))
            .collect()
    })
}

#[test]
fn every_thread_reads_the_same() {
    for (path, bytes) in telegrams::invented() {
        let expected = Cable::parse(bytes.as_slice()).expect("a telegram");
        let expected = expected.view().to_json_with_spans();
        let found = together(|| {
            let borrowed = Cable::parse(bytes.as_slice()).expect("a telegram");
            let owned = Cable::parse(bytes.clone()).expect("a telegram");
            let json = borrowed.view().to_json_with_spans();
            assert_eq!(json, owned.with_own_text().view().to_json_with_spans());
            json
        });
        for json in found {
            assert!(json == expected, "{}", path.display());
        }
    }
}

#[test]
fn many_threads_ask_one_telegram_first() {
    for (path, bytes) in telegrams::invented() {
        let expected = Cable::parse(bytes.as_slice())
            .expect("a telegram")
            .to_json();
        // No value that is made on first use is there yet.
        let shared = Cable::parse(bytes).expect("a telegram");
        for json in together(|| shared.to_json()) {
            assert!(json == expected, "{}", path.display());
        }
    }
}
