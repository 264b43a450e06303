//! [`HeaderScanner`]: the pieces in which bytes arrive change nothing, and nothing is allocated.

mod telegrams;
mod told;

use cable_core::scan::{HeaderLineKind, HeaderScanner, HeaderStep};
use proptest::prelude::*;
use told::all;

const LINES: [&str; 26] = [
    "VZCZCXRO4173",
    "PP RUEHNV RUEHZB",
    "OO RUEHPA",
    "DE RUEHNV #0820/01 0851645",
    "ZNY CCCCC ZZH",
    "ZNR UUUUU ZZH ZDK",
    "P 251645Z MAR 08",
    "O P 251645Z MAR 08 ZDK CTG",
    "FM AMEMBASSY NORDHAVEN",
    "TO RUEHC/SECSTATE WASHDC IMMEDIATE 0412",
    "INFO RUEHZB/AMEMBASSY ZELTBERG PRIORITY 0097",
    "RUEHPA/AMCONSUL PORT AURELIA 0012-0013",
    "XMT AMEMBASSY NORDHAVEN",
    "ACTION EUR-12",
    "INFO  OCT-01  ISO-00  /025 W",
    "                     ------------------111602Z  004471 /44",
    "PAGE 01        ZELTBE  02231  01 OF 02  111430Z",
    "BT",
    "C O N F I D E N T I A L NORDHAVEN 000820",
    "UNCLAS SECTION 01 OF 02 NORDHAVEN 000820",
    "SIPDIS",
    "E.O. 12958: DECL: 03/25/2018",
    "SUBJECT: HERRING",
    "1. (C) TEXT.",
    "",
    "  ",
];

fn line() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => prop::sample::select(&LINES[..]).prop_map(|line| line.as_bytes().to_vec()),
        2 => (prop::sample::select(&LINES[..]), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(line, at, byte)| {
            let mut line = line.as_bytes().to_vec();
            line.insert(at.index(line.len() + 1), byte);
            line
        }),
        1 => prop::collection::vec(any::<u8>(), 0..60),
        // About as long as a line may be, and longer.
        1 => (prop::sample::select(&LINES[..]), 400..700usize).prop_map(|(line, length)| {
            let mut line = line.as_bytes().to_vec();
            line.resize(length, b'A');
            line
        }),
    ]
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    let end = prop::sample::select(&["\n", "\r\n", "\r", "\n\n"][..]);
    prop::collection::vec((line(), end), 0..20).prop_map(|lines| {
        lines
            .into_iter()
            .flat_map(|(line, end)| [line, end.as_bytes().to_vec()])
            .flatten()
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_change_nothing(input in stream(), sizes in prop::collection::vec(1..90usize, 1..12)) {
        let whole = all(&input, &[usize::MAX]);
        prop_assert_eq!(&all(&input, &[1]), &whole);
        prop_assert_eq!(&all(&input, &sizes), &whole);
    }
}

/// The plain telegrams of the corpus.
fn telegrams() -> Vec<Vec<u8>> {
    let folders = [("wellformed", 10), ("historic", 10), ("malformed", 60)];
    let read = folders.map(|(folder, least)| telegrams::of_folder(folder, least));
    read.into_iter().flatten().map(|(_, bytes)| bytes).collect()
}

#[test]
fn pieces_of_telegrams_change_nothing() {
    for telegram in telegrams() {
        let whole = all(&telegram, &[usize::MAX]);
        assert!(!whole.is_empty());
        for sizes in [&[1][..], &[2], &[7, 1, 64], &[63]] {
            assert_eq!(all(&telegram, sizes), whole);
        }
    }
}

#[test]
fn nothing_is_allocated() {
    for telegram in telegrams() {
        for size in [1, 13, telegram.len()] {
            let mut addressees = 0;
            let counted = allocation_counter::measure(|| {
                let mut scanner = HeaderScanner::new();
                'all: for mut piece in telegram.chunks(size) {
                    loop {
                        match scanner.push(&mut piece) {
                            HeaderStep::NeedMore => break,
                            HeaderStep::End(_) => break 'all,
                            HeaderStep::Event(event) => {
                                let name = scanner.bytes(event.value);
                                let addressed = event.kind == HeaderLineKind::Action;
                                addressees += usize::from(addressed && !name.is_empty());
                            }
                            _ => {}
                        }
                    }
                }
                scanner.finish();
            });
            assert_eq!(counted.count_total, 0, "{addressees} addressees");
        }
    }
    // The counter does count.
    let counted = allocation_counter::measure(|| drop(std::hint::black_box(vec![0_u8; 64])));
    assert_eq!(counted.count_total, 1);
}
