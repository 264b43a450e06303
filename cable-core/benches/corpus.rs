//! What the reading of a whole dump costs, each figure with what it is compared to, in one run.
//!
//! `cargo bench -p cable-core --features corpus --bench corpus -- [ROWS…]` (default: 1000 25000). For each number of rows a
//! synthetic dump is written to a temporary folder and read by the CSV library alone, by the corpus on one thread, and on
//! two. Each reading is a process of its own, so that its peak of memory is its own.

#[path = "../../examples/rust/synthetic_dump/body.rs"]
mod body;
#[path = "../../examples/rust/synthetic_dump/generator.rs"]
mod generator;
#[path = "../../examples/rust/synthetic_dump/header.rs"]
mod header;
#[path = "../../examples/rust/synthetic_dump/words.rs"]
mod words;

use cable_core::corpus::Corpus;
use generator::Generator;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Rounds of the smaller dumps; the least time counts.
const ROUNDS: usize = 5;

/// What one reading took.
#[derive(Clone, Copy, Debug)]
struct Figures {
    seconds: f64,
    /// Most memory held, in kB.
    peak: u64,
    /// Of all rows and ids in their order.
    sum: u64,
}

/// A sum that depends on the order.
fn add(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, byte| {
        sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(*byte)
    })
}

/// Rows as the CSV library alone reads them: the id is the third column.
fn by_library(path: &Path) -> u64 {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .escape(Some(b'\\'))
        .from_path(path)
        .expect("a dump");
    let mut record = csv::ByteRecord::new();
    let mut sum = 0;
    while reader.read_byte_record(&mut record).expect("a row") {
        sum = add(sum, record.get(2).unwrap_or_default());
    }
    sum
}

fn by_corpus(path: &Path, workers: usize) -> u64 {
    let ids = Corpus::of(path).with_workers(workers).map(|member| {
        let cable = member.cable.expect("a telegram");
        cable.view().reference_id().unwrap_or_default().to_owned()
    });
    ids.fold(0, |sum, id| add(sum, id.as_bytes()))
}

/// Reads a dump and prints what it took.
fn measure(how: &str, path: &Path) {
    let start = Instant::now();
    let sum = match how {
        "csv" => by_library(path),
        workers => by_corpus(path, workers.parse().expect("a number")),
    };
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0_u64);
    println!("{seconds} {peak} {sum}");
}

/// The same in a process of its own.
fn measured(how: &str, path: &Path) -> Figures {
    let out = Command::new(std::env::current_exe().expect("this program"))
        .arg(how)
        .arg(path)
        .output()
        .expect("a run");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8(out.stdout).expect("text");
    let mut words = text.split_whitespace();
    let mut word = || words.next().expect("a figure");
    Figures {
        seconds: word().parse().expect("seconds"),
        peak: word().parse().expect("memory"),
        sum: word().parse().expect("a sum"),
    }
}

/// Writes the dump; gives the sum of its ids.
fn write(path: &Path, rows: usize) -> io::Result<u64> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut sum = 0;
    for row in Generator::new(1, 0).take(rows) {
        out.write_all(&row.bytes)?;
        sum = add(sum, row.id.as_bytes());
    }
    out.flush()?;
    Ok(sum)
}

fn report(rows: usize, path: &Path) -> io::Result<()> {
    let sum = write(path, rows)?;
    let bytes = fs::metadata(path)?.len();
    println!("{rows} rows, {bytes} bytes");
    let rounds = if rows > 50_000 { 1 } else { ROUNDS };
    let mut best: Vec<Figures> = Vec::new();
    for round in 0..rounds {
        // The ways take turns, so that each meets the same machine.
        for (at, how) in ["csv", "1", "2"].into_iter().enumerate() {
            let found = measured(how, path);
            if how != "csv" {
                assert_eq!(found.sum, sum, "each row once and in order");
            }
            match best.get_mut(at) {
                Some(best) if round > 0 && found.seconds < best.seconds => *best = found,
                Some(_) => {}
                None => best.push(found),
            }
        }
    }
    let library = best[0].seconds;
    for (name, found) in ["CSV library alone", "corpus, 1 thread", "corpus, 2 workers"]
        .iter()
        .zip(&best)
    {
        println!(
            "  {name:<18} {:8.3} s {:7.1} µs a row {:6.2} x the library   peak {:6.1} MiB",
            found.seconds,
            found.seconds * 1e6 / rows as f64,
            found.seconds / library,
            found.peak as f64 / 1024.0
        );
    }
    println!(
        "  two workers are {:.2} times as fast as one thread",
        best[1].seconds / best[2].seconds
    );
    Ok(())
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    if let [how, path] = arguments.as_slice() {
        if path.parse::<usize>().is_err() {
            measure(how, Path::new(path));
            return Ok(());
        }
    }
    let rows: Vec<usize> = arguments
        .iter()
        .filter_map(|word| word.parse().ok())
        .collect();
    let rows = if rows.is_empty() {
        vec![1_000, 25_000]
    } else {
        rows
    };
    let folder = tempfile::tempdir()?;
    for rows in rows {
        report(rows, &folder.path().join("dump.csv"))?;
    }
    Ok(())
}
