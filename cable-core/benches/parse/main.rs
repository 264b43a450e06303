//! Ratios of one run: the parse of raw telegrams beside a loop over the positions of their line feeds.
//!
//! `cargo bench -p cable-core --all-features --bench parse`; more telegrams as arguments behind `--`.

mod fields;
mod inputs;

use cable_core::Cable;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 200;

/// The least time of one call, over rounds that take turns with the other measures.
fn least(best: &mut Duration, repeat: usize, mut call: impl FnMut() -> u64) {
    let start = Instant::now();
    for _ in 0..repeat {
        black_box(call());
    }
    let took = start.elapsed() / repeat as u32;
    *best = (*best).min(took);
}

fn floor(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).fold(0, |sum, at| sum ^ at as u64)
}

fn measure(name: &str, texts: &[Vec<u8>]) {
    let bytes: usize = texts.iter().map(Vec::len).sum();
    let repeat = (2_000_000 / bytes.max(1)).clamp(1, 2_000);
    let far = Duration::from_secs(3600);
    let (mut base, mut parse, mut lazy, mut json) = (far, far, far, far);
    for _ in 0..ROUNDS {
        least(&mut base, repeat, || {
            texts
                .iter()
                .map(|text| floor(black_box(text)))
                .fold(0, |a, b| a ^ b)
        });
        least(&mut parse, repeat, || {
            texts
                .iter()
                .filter_map(|text| Cable::parse(text.as_slice()).ok())
                .fold(0, |sum, cable| sum ^ fields::checksum(cable.view()))
        });
        least(&mut lazy, repeat, || {
            texts
                .iter()
                .filter_map(|text| Cable::parse(text.as_slice()).ok())
                .fold(0, |sum, cable| {
                    sum ^ fields::checksum(cable.view()) ^ fields::lazy(cable.view())
                })
        });
        least(&mut json, repeat, || {
            texts
                .iter()
                .filter_map(|text| Cable::parse(text.as_slice()).ok())
                .fold(0, |sum, cable| sum ^ cable.to_json().len() as u64)
        });
    }
    let ratio = |took: Duration| took.as_nanos() as f64 / base.as_nanos().max(1) as f64;
    println!(
        "{name:<24} {bytes:>8} bytes  floor {base:>10.2?}  eager {:>6.1} x  with lazy {:>6.1} x  to_json {:>6.1} x",
        ratio(parse),
        ratio(lazy),
        ratio(json)
    );
}

fn main() {
    for (name, size) in [
        ("note, 1 kB", 1_000),
        ("typical, 10 kB", 10_000),
        ("many paragraphs, 60 kB", 60_000),
    ] {
        measure(name, &[inputs::telegram(size).into_bytes()]);
    }
    let given: Vec<Vec<u8>> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .filter_map(|path| std::fs::read(path).ok())
        .collect();
    if !given.is_empty() {
        measure("the telegrams given", &given);
    }
}
