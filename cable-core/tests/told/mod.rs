//! What a header scanner says of an input that comes in pieces. Used by the tests and by the fuzz targets.

use cable_core::scan::{HeaderEvent, HeaderScanner, HeaderStep};

/// What a step says, with the bytes that it speaks of.
#[derive(Debug, PartialEq)]
pub(crate) struct Told {
    step: HeaderStep,
    line: Vec<u8>,
    parts: [Vec<u8>; 6],
}

fn told(scanner: &HeaderScanner, step: HeaderStep) -> Told {
    let parts = match step {
        HeaderStep::Event(event) => {
            let HeaderEvent {
                label,
                routing_indicator,
                value,
                precedence,
                number,
                page,
                ..
            } = event;
            [label, routing_indicator, value, precedence, number, page]
                .map(|span| scanner.bytes(span).to_vec())
        }
        _ => Default::default(),
    };
    Told {
        step,
        line: scanner.line().to_vec(),
        parts,
    }
}

/// Everything the scanner says of `input`, given in pieces of the sizes of `sizes`, over and over.
pub(crate) fn all(input: &[u8], sizes: &[usize]) -> Vec<Told> {
    let mut scanner = HeaderScanner::new();
    let mut out = Vec::new();
    let mut rest = input;
    let mut sizes = sizes.iter().cycle();
    while !rest.is_empty() {
        let size = (*sizes.next().expect("a size")).clamp(1, rest.len());
        let (mut piece, behind) = rest.split_at(size);
        rest = behind;
        loop {
            match scanner.push(&mut piece) {
                HeaderStep::NeedMore => break,
                step => {
                    out.push(told(&scanner, step));
                    if let HeaderStep::End(_) = step {
                        return out;
                    }
                }
            }
        }
        assert!(piece.is_empty(), "a scanner that needs more has taken all");
    }
    loop {
        let step = scanner.finish();
        out.push(told(&scanner, step));
        if let HeaderStep::End(_) = step {
            return out;
        }
    }
}
