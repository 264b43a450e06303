//! Writes a synthetic dump of any number of rows: invented telegrams with the variety and the damage of real ones.
//!
//! `cargo run --release -p cable-core --example synthetic_dump -- ROWS [SEED [TORN]] > dump.csv`
//!
//! The same rows for the same seed. With TORN, one row in so many has a quote that is not closed or lacks its last columns,
//! so that a reader must find the next row again.

mod body;
mod generator;
mod header;
mod words;

use generator::Generator;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

fn write(arguments: &[u64]) -> io::Result<()> {
    let rows = arguments.first().copied().unwrap_or(0);
    let seed = arguments.get(1).copied().unwrap_or(1);
    let torn = arguments.get(2).copied().unwrap_or(0);
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for row in Generator::new(seed, torn).take(rows as usize) {
        out.write_all(&row.bytes)?;
    }
    out.flush()
}

fn main() -> ExitCode {
    let arguments: Result<Vec<u64>, _> =
        std::env::args().skip(1).map(|word| word.parse()).collect();
    let Ok(arguments @ [_, ..]) = arguments.as_deref() else {
        eprintln!("usage: synthetic_dump ROWS [SEED [TORN]]");
        return ExitCode::from(2);
    };
    match write(arguments) {
        // The reader, `head` for instance, has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("synthetic_dump: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
