//! What is measured: inputs by size and wrapping, each with its floor.

use crate::{fields, floors, inputs};
use cable_core::record::Format;
use cable_core::{Cable, CableRef, ParseOptions, container};

/// One or more inputs of a kind.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) inputs: Vec<Vec<u8>>,
    pub(crate) floor: fn(&[u8]) -> u64,
    rows: bool,
}

/// What is asked of a telegram when it is read.
#[derive(Clone, Copy)]
pub(crate) enum Ask {
    /// Forty fields.
    Fields,
    /// And what is made on first use.
    All,
    Json,
}

impl Case {
    pub(crate) fn new(
        name: impl Into<String>,
        inputs: Vec<Vec<u8>>,
        floor: fn(&[u8]) -> u64,
    ) -> Self {
        Case {
            name: name.into(),
            inputs,
            floor,
            rows: false,
        }
    }

    fn telegram(name: impl Into<String>, text: String) -> Self {
        Case::new(name, vec![text.into_bytes()], floors::lines)
    }

    /// A dump of telegrams of a common size.
    pub(crate) fn dump(rows: usize) -> Self {
        let dump = inputs::dump(rows, 5_000).into_bytes();
        Case {
            rows: true,
            ..Case::new(format!("dump of {rows} rows"), vec![dump], floors::records)
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.inputs.iter().map(Vec::len).sum()
    }

    pub(crate) fn read(&self, ask: Ask) -> u64 {
        let one = |input: &[u8]| {
            if self.rows {
                rows(input, ask)
            } else {
                telegram(input, ask)
            }
        };
        self.inputs.iter().fold(0, |sum, input| sum ^ one(input))
    }
}

fn telegram(input: &[u8], ask: Ask) -> u64 {
    Cable::parse(input).map_or(0, |cable| asked(cable.view(), ask))
}

fn asked(view: CableRef<'_>, ask: Ask) -> u64 {
    match ask {
        Ask::Fields => fields::checksum(view),
        Ask::All => fields::checksum(view) ^ fields::lazy(view),
        Ask::Json => view.to_json().len() as u64,
    }
}

/// Every record of a dump, parted by the shape of its first line.
fn rows(mut dump: &[u8], ask: Ask) -> u64 {
    let options = ParseOptions::new().with_format(Some(Format::DumpRow));
    let mut sum = 0;
    while !dump.is_empty() {
        let end = container::next_row(dump).unwrap_or(dump.len());
        if let Ok(cable) = Cable::parse_with(&dump[..end], &options) {
            sum ^= asked(cable.view(), ask);
        }
        dump = &dump[end..];
    }
    sum
}

/// The classes of size and wrapping.
pub(crate) fn classes() -> Vec<Case> {
    let typical = inputs::telegram(10_000);
    let page = inputs::page(&typical).into_bytes();
    vec![
        Case::telegram("note of 1 kB", inputs::telegram(1_000)),
        Case::telegram("header only", inputs::header()),
        Case::telegram("typical of 10 kB", typical),
        Case::telegram("sections of 60 kB", inputs::telegram(60_000)),
        Case::new("viewer page", vec![page], floors::tokens),
    ]
}

/// The same text once, ten and a hundred times as long, and dumps of more and more rows.
pub(crate) fn growing() -> Vec<Case> {
    let texts = [1, 10, 100]
        .map(|times| Case::telegram(format!("text x {times}"), inputs::repeated(times)));
    let dumps = [100, 400, 1_000].map(Case::dump);
    texts.into_iter().chain(dumps).collect()
}

/// Texts that ask for as much work as a byte can.
pub(crate) fn hostile() -> Vec<Case> {
    crate::hostile::texts(10_000)
        .map(|(name, text)| Case::telegram(format!("hostile: {name}"), text))
        .collect()
}
