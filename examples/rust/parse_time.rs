//! Prints how long a parse takes, for comparison with the bindings: best of several rounds, a telegram.

use cable_core::Cable;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inputs: Vec<Vec<u8>> = std::env::args()
        .skip(1)
        .map(std::fs::read)
        .collect::<Result<_, _>>()?;
    let mut best = f64::INFINITY;
    for _ in 0..30 {
        let start = Instant::now();
        for input in &inputs {
            std::hint::black_box(Cable::parse(input.as_slice())?);
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    let each = best * 1e6 / inputs.len().max(1) as f64;
    println!("parse            {each:8.2} µs");
    Ok(())
}
