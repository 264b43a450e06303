//! Reference ids against the 251,287 of the 2010 release.

mod shared;

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader};

use cable_core::ReferenceId;
use cable_core::facts;
use flate2::read::GzDecoder;

fn canonical(text: &str) -> String {
    match ReferenceId::parse(text) {
        Ok(id) => id.canonical().to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_damaged_id_of_the_table_is_repaired() {
    for id in facts::malformed_ids() {
        assert_eq!(canonical(id.malformed), id.canonical);
    }
}

#[test]
fn every_published_id_is_read() {
    let Some(path) = shared::file("corpus/reference-ids.csv.gz") else {
        return;
    };
    let file = File::open(path).expect("a readable file");
    let lines: Vec<String> = BufReader::new(GzDecoder::new(file))
        .lines()
        .collect::<Result<_, _>>()
        .expect("lines of text");
    let ids: BTreeSet<&str> = lines
        .iter()
        .map(|line| line.split(',').next().unwrap_or_default())
        .collect();
    assert_eq!(ids.len(), 251_287);

    let mut posts: HashMap<String, usize> = HashMap::new();
    let mut unpublished = Vec::new();
    for &text in &ids {
        let id = ReferenceId::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let print = id.to_string();
        assert_eq!(ReferenceId::parse(&print).as_ref(), Ok(&id), "{text}");
        assert_eq!(id.printed(), text);
        let canonical = id.canonical();
        *posts.entry(canonical.post().to_owned()).or_default() += 1;
        let print = canonical.to_string();
        assert_eq!(
            ReferenceId::parse(&print).as_ref(),
            Ok(&canonical),
            "{text}"
        );
        let canonical = print;
        if !ids.contains(&*canonical) && facts::malformed_id(text).is_none() {
            unpublished.push(format!("{text} is {canonical}"));
        }
    }
    for (post, count) in [
        ("ANKARA", 7918),
        ("BAGHDAD", 6677),
        ("BEIRUT", 2368),
        ("ROME", 2890),
    ] {
        assert_eq!(posts.get(post), Some(&count), "{post}");
    }
    // Spelling repaired by the aliases of posts; the telegrams were published under the damaged id only.
    assert_eq!(
        unpublished,
        [
            "06DAMASCCUS4435 is 06DAMASCUS4435",
            "09UNESCOPARIS1536 is 09UNESCOPARISFR1536",
            "09UNESCOPARIS1680 is 09UNESCOPARISFR1680",
        ]
    );
}
