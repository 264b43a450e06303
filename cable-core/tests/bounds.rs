//! The bounds of the front page of the documentation: the same bytes say the same however many threads read them, and no
//! text takes more memory than its length allows.
#![cfg(all(feature = "corpus", feature = "serde"))]

#[path = "../../examples/rust/synthetic_dump/body.rs"]
mod body;
#[path = "../../examples/rust/synthetic_dump/generator.rs"]
mod generator;
#[path = "../../examples/rust/synthetic_dump/header.rs"]
mod header;
#[allow(dead_code)]
#[path = "../benches/parse/hostile.rs"]
mod hostile;
#[allow(dead_code)]
#[path = "../benches/parse/inputs.rs"]
mod inputs;
mod telegrams;
#[path = "../../examples/rust/synthetic_dump/words.rs"]
mod words;

use allocation_counter::measure;
use cable_core::Cable;
use cable_core::corpus::Corpus;
use generator::Generator;
use std::fs;
use std::hint::black_box;
use std::path::Path;

const THREADS: [usize; 4] = [1, 2, 3, 8];

/// Bytes and JSON of one member, or why there is none.
type Said = (Vec<u8>, Result<String, String>);

fn by_corpus(folder: &Path, workers: usize) -> Vec<Said> {
    Corpus::of(folder)
        .with_workers(workers)
        .map(|member| match member.cable {
            Ok(cable) => {
                let json = cable.view().to_json_with_spans();
                (cable.into_source(), Ok(json))
            }
            Err(error) => (error.bytes().to_vec(), Err(error.code().to_owned())),
        })
        .collect()
}

/// What each of `sources` says by itself, shared out among so many threads.
fn by_parse(sources: &[&[u8]], threads: usize) -> Vec<String> {
    let json = |source: &&[u8]| {
        let cable = Cable::parse(*source).expect("a telegram");
        cable.view().to_json_with_spans()
    };
    let share = sources.len().div_ceil(threads);
    std::thread::scope(|scope| {
        let parts: Vec<_> = sources
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(json).collect::<Vec<_>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().expect("no panic"))
            .collect()
    })
}

#[test]
fn the_same_bytes_say_the_same_however_many_read_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = telegrams::all();
    for (number, (_, bytes)) in inputs.iter().enumerate() {
        fs::write(folder.path().join(format!("{number:04}")), bytes).expect("write");
    }
    // Rows, some of them damaged, and telegrams one after the other.
    let dump: Vec<u8> = Generator::new(11, 25)
        .take(120)
        .flat_map(|row| row.bytes)
        .collect();
    fs::write(folder.path().join("dump"), dump).expect("write");
    let many = (1..=20).map(|size| inputs::telegram(size * 200));
    fs::write(folder.path().join("many"), many.collect::<String>()).expect("write");

    let alone = by_corpus(folder.path(), 1);
    assert!(alone.len() >= inputs.len() + 140, "{}", alone.len());
    assert!(alone.iter().any(|(_, said)| said.is_err()));
    let (sources, said): (Vec<&[u8]>, Vec<&String>) = alone
        .iter()
        .filter_map(|(bytes, said)| Some((bytes.as_slice(), said.as_ref().ok()?)))
        .unzip();
    for threads in THREADS {
        assert!(by_corpus(folder.path(), threads) == alone, "{threads}");
        assert!(by_parse(&sources, threads).iter().eq(said.iter().copied()));
    }
}

/// What may be held at once, in bytes: for each byte of the input, and besides.
struct Bound {
    parse: usize,
    /// With every value that is made on first use, and JSON with spans.
    json: usize,
}

const BESIDES: usize = 32 << 10;
const ORDINARY: Bound = Bound { parse: 5, json: 14 };
const ANY: Bound = Bound {
    parse: 64,
    json: 256,
};

/// The most a parse of `input` holds, and a parse with its JSON.
fn held(input: &str) -> [usize; 2] {
    // Tables of facts are read once for all telegrams.
    let parse = || Cable::parse(black_box(input.as_bytes()));
    let json = || parse().map_or(0, |cable| cable.view().to_json_with_spans().len());
    black_box(json());
    let parse = measure(|| drop(black_box(parse())));
    let json = measure(|| {
        black_box(json());
    });
    [parse, json].map(|info| usize::try_from(info.bytes_max).expect("memory"))
}

#[track_caller]
fn within(name: &str, input: &str, bound: &Bound) {
    let [parse, json] = held(input);
    let most = |multiple: usize| multiple * input.len() + BESIDES;
    assert!(
        parse <= most(bound.parse),
        "{name}: {parse} of {}",
        input.len()
    );
    assert!(
        json <= most(bound.json),
        "{name}: {json} of {}",
        input.len()
    );
}

/// A telegram in each of its wrappings.
fn wrapped(telegram: &str, record: &str, message: &str) -> [(&'static str, String); 5] {
    [
        ("telegram", telegram.to_owned()),
        ("page", inputs::page(telegram)),
        ("row", inputs::dump(1, telegram)),
        ("record", record.to_owned()),
        ("message", message.to_owned()),
    ]
}

#[test]
fn an_ordinary_telegram_takes_little_memory_in_every_wrapping() {
    for size in [0, 1_000, 10_000, 60_000] {
        let telegram = inputs::telegram(size);
        let (record, message) = (inputs::record(size), inputs::message(size));
        for (name, input) in wrapped(&telegram, &record, &message) {
            within(name, &input, &ORDINARY);
        }
    }
    within("long", &inputs::repeated(100), &ORDINARY);
}

#[test]
fn no_text_takes_more_than_its_length_allows() {
    for size in [1_000, 40_000] {
        for (name, text) in hostile::texts(size) {
            let record = inputs::record(0).replace("HALVERSON\n", &text);
            let message = inputs::message(0).replace("Signature:", &text);
            for (wrapping, input) in wrapped(&text, &record, &message) {
                within(&format!("{name}, {wrapping}"), &input, &ANY);
            }
        }
    }
}

#[test]
fn what_the_reading_of_many_holds_does_not_grow_with_their_number() {
    let held = |rows: usize| {
        let dump = inputs::dump(rows, &inputs::telegram(5_000));
        let read = |dump: String| {
            let members = Corpus::of_reader(std::io::Cursor::new(dump)).scan();
            members.filter(|member| member.cable.is_ok()).count()
        };
        let mut found = 0;
        // The dump itself is there before.
        let info = measure(|| found = read(black_box(dump)));
        assert_eq!(found, rows);
        info.bytes_max
    };
    held(1);
    let (few, many) = (held(200), held(2_000));
    assert!(many <= few + (64 << 10), "{few}, {many}");
}
