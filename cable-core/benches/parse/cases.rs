//! What is measured: inputs by size and wrapping, each with its floor.

use crate::{fields, floors, inputs};
use cable_core::corpus::Corpus;
use cable_core::record::Format;
use cable_core::{Cable, CableRef, ParseOptions, container};
use std::io::Cursor;

/// One or more inputs of a kind.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) inputs: Vec<Vec<u8>>,
    pub(crate) floor: fn(&[u8]) -> u64,
    way: fn(&[u8], Ask) -> u64,
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
            way: telegram,
        }
    }

    fn telegram(name: impl Into<String>, text: String) -> Self {
        Case::new(name, vec![text.into_bytes()], floors::lines)
    }

    /// A dump of telegrams of a common size.
    pub(crate) fn dump(rows: usize) -> Self {
        let dump = inputs::dump(rows, &inputs::telegram(5_000)).into_bytes();
        Case {
            way: self::rows,
            ..Case::new(format!("dump of {rows} rows"), vec![dump], floors::records)
        }
    }

    /// A dump of short telegrams as a stream of unknown length: more of them can be counted.
    fn stream(rows: usize) -> Self {
        let dump = inputs::dump(rows, inputs::short()).into_bytes();
        Case {
            way: stream,
            ..Case::new(
                format!("stream of {rows} rows"),
                vec![dump],
                floors::records,
            )
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.inputs.iter().map(Vec::len).sum()
    }

    pub(crate) fn read(&self, ask: Ask) -> u64 {
        let one = |input: &Vec<u8>| (self.way)(input, ask);
        self.inputs.iter().map(one).fold(0, |sum, one| sum ^ one)
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

/// Every member of a stream, as the corpus reads it on one thread.
fn stream(dump: &[u8], ask: Ask) -> u64 {
    let members = Corpus::of_reader(Cursor::new(dump.to_vec())).scan();
    members
        .filter_map(|member| member.cable.ok())
        .fold(0, |sum, cable| sum ^ asked(cable.view(), ask))
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
        Case::telegram("record of 1976", inputs::record(6_000)),
        Case::telegram("message of 2012", inputs::message(8_000)),
    ]
}

/// The same text once, ten and a hundred times as long; a dump, and streams of more and more rows.
pub(crate) fn growing() -> Vec<Case> {
    let texts = [1, 10, 100]
        .map(|times| Case::telegram(format!("text x {times}"), inputs::repeated(times)));
    let streams = [1_000, 5_000, 25_000].map(Case::stream);
    let dump = Case::dump(100);
    texts.into_iter().chain([dump]).chain(streams).collect()
}

/// Texts that ask for as much work as a byte can, and each ten times as long.
pub(crate) fn hostile() -> Vec<Case> {
    let of = |kind: &'static str, size| {
        crate::hostile::texts(size)
            .map(move |(name, text)| Case::telegram(format!("{kind}: {name}"), text))
    };
    of("hostile", 10_000)
        .chain(of("hostile x 10", 100_000))
        .collect()
}
