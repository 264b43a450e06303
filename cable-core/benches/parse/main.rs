//! Ratios of one run: reading telegrams beside the floor of their wrapping, and instructions for the same inputs.
//!
//! `cargo bench -p cable-core --all-features --bench parse`; more telegrams as arguments behind `--`.
//! `.ci/instructions` runs it under valgrind, with `--count`.

mod cases;
mod fields;
mod floors;
mod hostile;
mod inputs;

use cases::{Ask, Case};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 100;

/// The least time of one call, over rounds that take turns with the other measures.
fn least(best: &mut Duration, repeat: usize, mut call: impl FnMut() -> u64) {
    let start = Instant::now();
    for _ in 0..repeat {
        black_box(call());
    }
    let took = start.elapsed() / repeat as u32;
    *best = (*best).min(took);
}

fn measure(case: &Case) {
    let bytes = case.bytes();
    let repeat = (1_000_000 / bytes.max(1)).clamp(1, 1_000);
    let rounds = (500_000_000 / (bytes * repeat)).clamp(3, ROUNDS);
    let mut best = [Duration::from_secs(3600); 4];
    for _ in 0..rounds {
        least(&mut best[0], repeat, || {
            let floor = |input: &Vec<u8>| (case.floor)(black_box(input));
            case.inputs.iter().map(floor).fold(0, |sum, one| sum ^ one)
        });
        for (at, ask) in [Ask::Fields, Ask::All, Ask::Json].into_iter().enumerate() {
            least(&mut best[at + 1], repeat, || case.read(ask));
        }
    }
    let ratio = |at: usize| best[at].as_nanos() as f64 / best[0].as_nanos().max(1) as f64;
    println!(
        "{:<24} {bytes:>9} bytes  floor {:>10.2?}  fields {:>6.2} x  with lazy {:>6.2} x  to_json {:>6.2} x",
        case.name,
        best[0],
        ratio(1),
        ratio(2),
        ratio(3)
    );
}

/// Runs one reading. What is counted is what happens in here.
#[inline(never)]
fn counted(case: &Case, ask: Ask) -> u64 {
    black_box(case).read(black_box(ask))
}

/// Every case once, so that a counter that is read at each return of [`counted`] has a figure for each line printed.
/// Telegrams given are counted alone.
fn count(given: Option<Case>) {
    let others = given.is_none();
    let classes = given.map_or_else(cases::classes, |case| vec![case]);
    let asks = [
        (Ask::Fields, "fields"),
        (Ask::All, "with lazy"),
        (Ask::Json, "to_json"),
    ];
    // What is made once for all telegrams is made before.
    for (ask, _) in asks {
        black_box(classes.iter().fold(0, |sum, case| sum ^ case.read(ask)));
    }
    let one = |case: &Case, ask, asked: &str| {
        black_box(counted(case, ask));
        println!("{},{asked},{}", case.name, case.bytes());
    };
    for case in &classes {
        asks.iter().for_each(|&(ask, asked)| one(case, ask, asked));
    }
    if !others {
        return;
    }
    for case in cases::growing().iter().chain(&cases::hostile()) {
        one(case, Ask::Fields, "fields");
    }
}

fn main() {
    let (options, paths): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let inputs: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}")))
        .collect();
    let given =
        (!inputs.is_empty()).then(|| Case::new("the telegrams given", inputs, floors::lines));
    if options.iter().any(|option| option == "--count") {
        return count(given);
    }
    match given {
        Some(case) => measure(&case),
        None => {
            cases::classes().iter().for_each(measure);
            measure(&Case::dump(10_000));
        }
    }
}
