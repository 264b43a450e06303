//! [`join`]: the files of a telegram that was sent in sections, put together.

mod borders;
mod error;
mod place;
mod weaver;

pub use self::error::JoinError;
pub use self::place::SectionFile;

use self::borders::{before_end_markers, behind_top, top_lines};
use self::place::{Place, place, same};
use self::weaver::{Weaver, of_wrapping, regions};
use super::Cable;
use crate::container::{Transcript, envelope, refuse_larger};
use crate::source_map::SourceMap;
use crate::span::{Span, offset};
use std::borrow::Cow;
use std::collections::HashSet;

/// A telegram put together of section files, and how.
///
/// ```
/// use cable_core::{Cable, join};
/// let third = Cable::parse("UNCLAS SECTION 03 OF 03 NORDHAVEN 000142\n\n3. (U) They rose again.\n".as_bytes())?;
/// let first = Cable::parse("UNCLAS SECTION 01 OF 03 NORDHAVEN 000142\n\nSUBJECT: HERRING\n\n1. (U) Catches fell.\n".as_bytes())?;
/// let joined = join(&[&third, &first, &third])?;
/// let order: Vec<_> = joined.joined.iter().map(|file| (file.section, file.part)).collect();
/// assert_eq!(order, [(1, 1), (3, 0)]);
/// assert_eq!(joined.repeated[0].part, 2);
/// assert_eq!(joined.missing, [2]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Joined {
    /// The telegram. Its inputs are [`Cable::sources`]; the `part` of its source spans counts them.
    pub cable: Cable,
    /// The sections it was made of, in order.
    pub joined: Vec<SectionFile>,
    /// Files left out because an earlier one has their section.
    pub repeated: Vec<SectionFile>,
    /// Numbers of the sections that no file has, nor begins inside one behind a separator. The diagnostic `section-missing` tells of them in the telegram.
    pub missing: Vec<u32>,
}

/// Puts the files of a telegram that was sent in sections together, given in any order.
///
/// The text is that of the first section, then of each further one what stands behind its header, its classification line
/// and the lines of the captioned top that it repeats; end-of-message lines are kept of the last section only. Between two
/// sections stands the separator that the Department's copies print there (`NORDHAVEN 00000142  002 OF 003`), which is
/// no byte of an input. The telegram is read with the options of the first section; every value leads to the input it stands in, and what
/// was left out is [`RegionKind::Wrapping`](crate::container::RegionKind::Wrapping) of its input. A telegram has sections if it is longer than five pages:
/// ACP 127(G), para 208.
///
/// # Errors
/// There is no part; a part does not say which section of what it is, or is a joined telegram itself; two parts are of
/// different telegrams; they have more than 1 GiB of text together; with `strict`, the joined telegram has a finding of
/// severity error.
///
/// ```
/// use cable_core::{Cable, join};
/// let second = Cable::parse("UNCLAS SECTION 02 OF 02 NORDHAVEN 000142\n\nSIPDIS\n\nof herring fell.\n\nPELHAM\nBT\n".as_bytes())?;
/// let first = Cable::parse("UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (U) Catches\nBT\n".as_bytes())?;
/// let joined = join(&[&second, &first])?;
/// let paragraph = joined.cable.view().paragraphs().next().unwrap();
/// assert_eq!(paragraph.text(), "Catches of herring fell.");
/// assert!(joined.missing.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn join<S: AsRef<[u8]>>(parts: &[&Cable<S>]) -> Result<Joined, JoinError> {
    let mut kept = places(parts)?;
    let repeated = take_repeated(&mut kept);
    let Some(first) = kept.first() else {
        return Err(JoinError::NoParts);
    };
    let length = parts.iter().map(|part| part.view().text().len()).sum();
    refuse_larger(length, usize::MAX).map_err(JoinError::Unreadable)?;
    let total = total(&kept);
    let head = parts[first.part];
    let mut weaver = Weaver::new(parts);
    let top = top_lines(head);
    for (index, place) in kept.iter().enumerate() {
        let cable = parts[place.part];
        let start = match index {
            0 => 0,
            _ => behind_top(cable, &top),
        };
        let end = if index + 1 == kept.len() {
            cable.view().text().len()
        } else {
            before_end_markers(cable)
        };
        let span = Span::at(start.min(end), end);
        if index > 0 {
            weaver.separate(first, place.section, total, place.part, span.start());
        }
        weaver.take(cable, place.part, span);
    }
    let envelope = head.view().envelope().map(|found| {
        let mut found = found.clone();
        envelope::set_part(&mut found, offset(first.part));
        found
    });
    let transcript = Transcript {
        format: head.view().format(),
        text: Cow::Owned(weaver.text),
        map: SourceMap::from_pieces(weaver.pieces),
        envelope,
        regions: regions(parts, &weaver.taken),
        diagnostics: of_wrapping(parts, &kept, &weaver.taken),
    };
    let sources = parts.iter().map(|part| part.source().to_vec()).collect();
    Ok(Joined {
        cable: Cable::of_sections(transcript, sources, head.options())
            .map_err(JoinError::Unreadable)?,
        joined: kept.iter().map(Place::file).collect(),
        repeated,
        missing: missing(parts, &kept, total),
    })
}

/// The places of all parts, which must be of one telegram, in the order of their sections.
fn places<'a, S: AsRef<[u8]>>(parts: &[&'a Cable<S>]) -> Result<Vec<Place<'a>>, JoinError> {
    let mut places = Vec::with_capacity(parts.len());
    for (part, cable) in parts.iter().enumerate() {
        if cable.is_joined() {
            return Err(JoinError::AlreadyJoined { part });
        }
        places.push(place(part, cable).ok_or(JoinError::NoSection { part })?);
    }
    if let Some(other) = places.iter().find(|other| !same(&places[0], other)) {
        return Err(JoinError::OtherTelegram {
            first: 0,
            second: other.part,
        });
    }
    // Stable: of two files of one section the one given first is kept.
    places.sort_by_key(|place| place.section);
    Ok(places)
}

/// Takes the files whose section an earlier one has out of `places`.
fn take_repeated(places: &mut Vec<Place<'_>>) -> Vec<SectionFile> {
    let mut repeated = Vec::new();
    places.dedup_by(|place, kept| {
        let again = place.section == kept.section;
        if again {
            repeated.push(place.file());
        }
        again
    });
    repeated
}

/// Count of the sections: what a classification line says, and no less than the highest number.
fn total(kept: &[Place<'_>]) -> u32 {
    let highest = kept.last().map_or(0, |last| last.section);
    let said = kept.iter().find_map(|place| place.total);
    said.unwrap_or(0).max(highest)
}

/// Sections that no file has. A file of several sections has separators where they begin.
fn missing<S: AsRef<[u8]>>(parts: &[&Cable<S>], kept: &[Place<'_>], total: u32) -> Vec<u32> {
    let begun: HashSet<u32> = kept
        .iter()
        .flat_map(|place| parts[place.part].view().breaks())
        .filter_map(|found| found.section)
        .chain(kept.iter().map(|place| place.section))
        .collect();
    (1..=total)
        .filter(|number| !begun.contains(number))
        .collect()
}
