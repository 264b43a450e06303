//! [`Generator`]: the rows, one after the other.

use crate::words::{POSTS, Post, chance, pick, weighted};
use crate::{body, header};
use fastrand::Rng;
use std::collections::HashMap;

/// What a telegram is about to say of itself.
pub(crate) struct Plan {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) post: &'static Post,
    pub(crate) serial: u32,
    pub(crate) level: Level,
    pub(crate) noforn: bool,
    /// Sections it was sent in.
    pub(crate) sections: u32,
    /// Typed again by the publisher: `EO 12958 DECL:`, one line a paragraph, curly quotes.
    pub(crate) print: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Unclassified,
    Sensitive,
    Confidential,
    Secret,
}

pub(crate) const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

/// A row of the dump.
pub(crate) struct Row {
    #[allow(dead_code)] // the program that writes rows does not ask
    pub(crate) id: String,
    /// A quote is not closed, or columns are missing.
    #[allow(dead_code)]
    pub(crate) torn: bool,
    pub(crate) bytes: Vec<u8>,
}

/// Rows without end.
pub(crate) struct Generator {
    random: Rng,
    torn: u64,
    number: u64,
    /// The last serial of a post in a year.
    serials: HashMap<(i32, &'static str), u32>,
}

impl Generator {
    /// With `torn`, one row in so many is damaged beyond its text.
    pub(crate) fn new(seed: u64, torn: u64) -> Self {
        Generator {
            random: Rng::with_seed(seed),
            torn,
            number: 0,
            serials: HashMap::new(),
        }
    }

    fn plan(&mut self) -> Plan {
        let random = &mut self.random;
        let year = weighted(
            random,
            &[
                (2, 1966),
                (3, 1972),
                (5, 1979),
                (10, 1987),
                (20, 1994),
                (60, 2003),
                (900, 0),
            ],
        );
        let year = match year {
            0 => random.i32(2004..=2010),
            from => from + random.i32(0..6),
        };
        let post = &POSTS[random.usize(..POSTS.len())];
        let level = weighted(
            random,
            &[
                (300, Level::Unclassified),
                (240, Level::Sensitive),
                (390, Level::Confidential),
                (70, Level::Secret),
            ],
        );
        let serial = self.serials.entry((year, post.name)).or_default();
        *serial += 1 + random.u32(..3);
        Plan {
            year,
            month: random.u32(1..=12),
            day: random.u32(1..=28),
            hour: random.u32(..24),
            minute: random.u32(..60),
            post,
            serial: *serial,
            level,
            noforn: level >= Level::Confidential && chance(random, 230),
            sections: weighted(random, &[(374, 1), (300, 2), (200, 3), (90, 4), (36, 6)]),
            print: chance(random, 310),
        }
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

impl Iterator for Generator {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.number += 1;
        let plan = self.plan();
        let random = &mut self.random;
        let header = header::write(random, &plan);
        let text = body::write(random, &plan);
        let id = id(&plan);
        let references: Vec<String> = (0..weighted(random, &[(60, 0), (20, 1), (12, 2), (8, 4)]))
            .map(|_| {
                let post = POSTS[random.usize(..POSTS.len())].name.replace(' ', "");
                format!("{:02}{post}{}", plan.year % 100, random.u32(1..4000))
            })
            .collect();
        let classification = match (plan.level, plan.noforn) {
            (Level::Unclassified, _) => "UNCLASSIFIED",
            (Level::Sensitive, _) => "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
            (Level::Confidential, false) => "CONFIDENTIAL",
            (Level::Confidential, true) => "CONFIDENTIAL//NOFORN",
            (Level::Secret, false) => "SECRET",
            (Level::Secret, true) => "SECRET//NOFORN",
        };
        let origin = match plan.post.kind {
            "AMEMBASSY" => "Embassy",
            "AMCONSUL" => "Consulate",
            _ => "Mission",
        };
        let doubled = chance(random, 20);
        let escaped = |text: &str| match doubled {
            true => text.replace('\\', "\\\\").replace('"', "\"\""),
            false => text.replace('\\', "\\\\").replace('"', "\\\""),
        };
        let mut row = format!(
            "\"{}\",\"{}/{}/{} {}:{:02}\",\"{id}\",\"{origin} {}\",\"{classification}\",\"{}\",\"{}\",\"{}",
            self.number,
            plan.month,
            plan.day,
            plan.year,
            plan.hour,
            plan.minute,
            title(plan.post.name),
            references.join("|"),
            escaped(&header),
            escaped(&text),
        );
        let torn = self.torn > 0 && random.u64(..self.torn) == 0;
        if torn && random.bool() {
            // The last columns are lost.
            let end = row
                .find("\",\"\",\"")
                .or(row.find("\",\"VZ"))
                .unwrap_or(row.len());
            row.truncate(end + 1);
        } else if !torn {
            row.push('"');
        }
        row.push_str(pick(
            random,
            &["\n", "\n", "\n", "\n", "\n", "\n", "\n", "\r\n"],
        ));
        let bytes = match chance(random, 15) {
            true => windows_1252(&row),
            false => row.into_bytes(),
        };
        Some(Row { id, torn, bytes })
    }
}

/// `08NORDHAVEN12`.
fn id(plan: &Plan) -> String {
    format!(
        "{:02}{}{}",
        plan.year % 100,
        plan.post.name.replace(' ', ""),
        plan.serial
    )
}

fn title(name: &str) -> String {
    let words: Vec<String> = name
        .split(' ')
        .map(|word| word[..1].to_owned() + &word[1..].to_lowercase())
        .collect();
    words.join(" ")
}

/// As an export of another program has it; what is not in the table becomes a question mark.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|sign| match sign {
            '\u{2018}' => 0x91,
            '\u{2019}' => 0x92,
            '\u{201c}' => 0x93,
            '\u{201d}' => 0x94,
            other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
        })
        .collect()
}
