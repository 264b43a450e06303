//! Where the classification line stands.

use crate::diagnostic::Sink;
use crate::field::banner;
use crate::scan;
use crate::span::Span;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

/// Most lines between the header and the classification line: dates and leftovers of exports.
const PRELUDE: usize = 20;

/// A classification line and its place.
pub(super) struct Found {
    /// Index of its line.
    pub(super) index: usize,
    pub(super) line: banner::BannerLine,
    /// Whether labels stand above it, as in an export that prints the record first.
    pub(super) behind_labels: bool,
}

/// The classification line of the text that begins at line `from`.
pub(super) fn find(text: &str, lines: &[Span], from: usize, sink: &mut impl Sink) -> Option<Found> {
    let mut behind_labels = false;
    let written = lines
        .iter()
        .enumerate()
        .skip(from)
        .filter(|(_, line)| !line.is_empty());
    for (index, line) in written.take(PRELUDE + 1) {
        if let Some(line) = banner::parse(text, *line, sink) {
            return Some(Found {
                index,
                line,
                behind_labels,
            });
        }
        let content = line.slice(text);
        if scan::paragraph_head(content).is_some() {
            break;
        }
        behind_labels |= scan::label_at_start(content).is_some() || content.trim() == "SIPDIS";
    }
    None
}

/// Parts a line in two whose end is a classification line: the line end between the last addressee, or a date, and the text
/// was lost. `from` is the first line behind the header. `false` if there is none.
pub(super) fn part_glued(text: &str, lines: &mut Vec<Span>, from: usize) -> bool {
    part_spaced(text, lines) || part_solid(text, lines, from)
}

/// The level in spaced letters, which are found wherever they stand.
fn part_spaced(text: &str, lines: &mut Vec<Span>) -> bool {
    static LEVELS: Lazy<[Finder<'static>; 3]> =
        Lazy::new(|| ["S E C R E T ", "C O N F I D E N T I A L ", "U N C L A S "].map(Finder::new));
    let bytes = text.as_bytes();
    for level in &*LEVELS {
        let Some(at) = level.find(bytes) else {
            continue;
        };
        let index = lines.partition_point(|line| (line.end() as usize) <= at);
        let Some(line) = lines.get(index).copied() else {
            continue;
        };
        let start = line.start() as usize;
        if start >= at || !bytes[at - 1].is_ascii_whitespace() {
            continue;
        }
        let tail = Span::at(at, line.end() as usize);
        if banner::parse(text, tail, &mut ()).is_none() {
            continue;
        }
        part_at(text, lines, index, at);
        return true;
    }
    false
}

/// The level as a word, which other lines may hold, too: CONFIDENTIAL and SECRET need a section behind them.
fn part_solid(text: &str, lines: &mut Vec<Span>, from: usize) -> bool {
    let until = lines.len().min(from + PRELUDE);
    // Most headers have none at all.
    let all = lines[..until]
        .iter()
        .fold(Span::default(), |all, line| all.join(*line));
    if solid_level(all.slice(text).as_bytes()).is_none() {
        return false;
    }
    let mut seen = 0;
    for index in 0..until {
        let line = lines[index];
        let Some(at) = solid_level(line.slice(text).as_bytes()) else {
            continue;
        };
        let opens_text = |line: &Span| {
            let content = line.slice(text);
            scan::label_at_start(content).is_some() || scan::paragraph_head(content).is_some()
        };
        if lines[seen..=index].iter().any(opens_text) {
            return false;
        }
        seen = index + 1;
        let at = line.start() as usize + at + 1;
        let tail = Span::at(at, line.end() as usize);
        if banner::parse(text, tail, &mut ()).is_some_and(|found| found.banner.serial.is_some()) {
            part_at(text, lines, index, at);
            return true;
        }
    }
    false
}

/// Where the blank before such a level is.
fn solid_level(bytes: &[u8]) -> Option<usize> {
    static LEVELS: Lazy<[Finder<'static>; 3]> =
        Lazy::new(|| [" UNCLAS", " CONFIDENTIAL SECTION ", " SECRET SECTION "].map(Finder::new));
    LEVELS.iter().find_map(|level| level.find(bytes))
}

/// Makes two lines of line `index`, the second one from byte `at` on.
fn part_at(text: &str, lines: &mut Vec<Span>, index: usize, at: usize) {
    let line = lines[index];
    let start = line.start() as usize;
    let head = text[start..at].trim_end().len();
    lines[index] = Span::at(start, start + head);
    lines.insert(index + 1, Span::at(at, line.end() as usize));
}

/// Joins a classification line that was broken behind the level or the section with the line of its post. `false` if
/// there is none.
pub(super) fn join_broken(text: &str, lines: &mut Vec<Span>, from: usize) -> bool {
    let broken = (from..lines.len().min(from + PRELUDE)).find(|&index| {
        let [Some(line), Some(next)] = [lines.get(index), lines.get(index + 1)] else {
            return false;
        };
        !next.is_empty()
            && banner::parse(text, Span::new(line.start(), next.end()), &mut ())
                .is_some_and(|found| found.banner.post.is_some())
    });
    let Some(index) = broken else {
        return false;
    };
    let next = lines.remove(index + 1);
    lines[index] = Span::new(lines[index].start(), next.end());
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines;

    #[test]
    fn broken_behind_level_or_section() {
        for text in [
            "C O N F I D E N T I A L SECTION 01 OF 02\nNORDHAVEN 000142\n",
            "UNCLAS \nNORDHAVEN 000142\n\nSIPDIS\n",
        ] {
            let mut found = lines(text);
            let count = found.len();
            assert!(join_broken(text, &mut found, 0), "{text}");
            assert_eq!(found.len(), count - 1);
            let line = find(text, &found, 0, &mut ()).expect("a banner").line;
            assert_eq!(line.banner.serial, Some(142));
        }
        for text in [
            "UNCLAS\nTHE NORDHAVEN DELEGATION OF 1979\n",
            "SECRET\nPAGE 02 NORDHA 00142 01 OF 02\n",
            "SECRET\n\nNORDHAVEN 000142\n",
        ] {
            assert!(!join_broken(text, &mut lines(text), 0), "{text}");
        }
    }

    #[test]
    fn behind_dates_and_labels_but_not_in_the_body() {
        let read = |text: &str| {
            find(text, &lines(text), 0, &mut ()).map(|found| (found.index, found.behind_labels))
        };
        assert_eq!(
            read("Friday, 5 February\nSECRET NORDHAVEN 000123\n"),
            Some((1, false))
        );
        assert_eq!(
            read("TAGS: PREL\nSUBJECT: FISH...\nS E C R E T NORDHAVEN 000123\n"),
            Some((2, true))
        );
        assert_eq!(read("1. Text\nSECRET NORDHAVEN 000123\n"), None);
    }

    #[test]
    fn glued_to_the_last_addressee() {
        let text =
            "RUEHZB/AMEMBASSY ZELTBERG 0012\tS E C R E T SECTION 01 OF 02 NORDHAVEN 000123\n";
        let mut found = lines(text);
        assert!(part_glued(text, &mut found, 1));
        assert_eq!(found[0].slice(text), "RUEHZB/AMEMBASSY ZELTBERG 0012");
        assert!(found[1].slice(text).starts_with("S E C R E T SECTION"));
        let text =
            "R 251645Z MAR 08\nTO SECSTATE WASHDC 0012 UNCLAS SECTION 01 OF 02 NORDHAVEN 000123\n";
        let mut found = lines(text);
        assert!(part_glued(text, &mut found, 2));
        assert_eq!(found[1].slice(text), "TO SECSTATE WASHDC 0012");
        for text in [
            "the S E C R E T file\n",
            "INFO US SECRET SERVICE WASHDC 0012\n",
            "SUBJECT: PAPERS UNCLAS SINCE 1979\n",
        ] {
            assert!(!part_glued(text, &mut lines(text), 1), "{text}");
        }
    }
}
