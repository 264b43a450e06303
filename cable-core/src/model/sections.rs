//! [`join`]: the files of a telegram that was sent in sections, put together.

use super::Cable;
use crate::container::{Region, RegionKind, Transcript, envelope, tile};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::reference_id::ReferenceId;
use crate::scan;
use crate::source_map::{Piece, PieceKind, SourceMap};
use crate::span::{SourceSpan, Span, offset};
use core::fmt;
use std::borrow::Cow;
use std::collections::HashSet;

/// Characters of the post's name in a separator.
const SEPARATOR_POST: usize = 10;

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

/// A section and the file that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionFile {
    /// The number the classification line gives.
    pub section: u32,
    /// Index of the file among those given to [`join`].
    pub part: usize,
}

/// Why section files cannot be put together.
///
/// ```
/// use cable_core::{Cable, JoinError, join};
/// let whole = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes())?;
/// let error = join(&[&whole]).unwrap_err();
/// assert_eq!(error, JoinError::NoSection { part: 0 });
/// assert_eq!(error.code(), "no-section");
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JoinError {
    /// Nothing was given.
    NoParts,
    /// The classification line of a part does not name a section, a post and a serial number.
    NoSection {
        /// Index of the part.
        part: usize,
    },
    /// Two parts are of different telegrams.
    OtherTelegram {
        /// Index of the one part.
        first: usize,
        /// Index of the other part.
        second: usize,
    },
    /// A part was put together itself: join the files it was made of, with the others.
    AlreadyJoined {
        /// Index of the part.
        part: usize,
    },
    /// What was put together cannot be read: with `strict`, a finding of severity error.
    Unreadable(Error),
}

impl JoinError {
    /// The stable kebab-case name of the error; of an unreadable telegram that of [`Error::code`].
    pub fn code(&self) -> &'static str {
        match self {
            JoinError::NoParts => "no-parts",
            JoinError::NoSection { .. } => "no-section",
            JoinError::OtherTelegram { .. } => "other-telegram",
            JoinError::AlreadyJoined { .. } => "already-joined",
            JoinError::Unreadable(error) => error.code(),
        }
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JoinError::NoParts => write!(f, "no section files were given"),
            JoinError::NoSection { part } => write!(
                f,
                "part {part} has no classification line with section, post and serial number"
            ),
            JoinError::OtherTelegram { first, second } => {
                write!(f, "parts {first} and {second} are of different telegrams")
            }
            JoinError::AlreadyJoined { part } => {
                write!(
                    f,
                    "part {part} is a joined telegram: join its section files"
                )
            }
            JoinError::Unreadable(error) => write!(f, "the joined telegram: {error}"),
        }
    }
}

impl std::error::Error for JoinError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            JoinError::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}

/// What the classification line of a part says of its place.
struct Place<'a> {
    part: usize,
    section: u32,
    total: Option<u32>,
    post: &'a str,
    serial: u32,
    id: Option<&'a str>,
}

/// Puts the files of a telegram that was sent in sections together, given in any order.
///
/// The text is that of the first section, then of each further one what stands behind its header, its classification line
/// and the lines of the captioned top that it repeats; end-of-message lines are kept of the last section only. Between two
/// sections stands the separator that the Department's copies print there (`NORDHAVEN 00000142  002 OF 003`), which is
/// no byte of an input. The telegram is read with the options of the first section; every value leads to the input it stands in, and what
/// was left out is [`RegionKind::Wrapping`] of its input. A telegram has sections if it is longer than five pages:
/// ACP 127(G), para 208.
///
/// # Errors
/// There is no part; a part does not say which section of what it is, or is a joined telegram itself; two parts are of
/// different telegrams; with `strict`, the joined telegram has a finding of severity error.
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
    let mut repeated = Vec::new();
    let mut kept: Vec<Place<'_>> = Vec::with_capacity(places.len());
    for place in places {
        if kept
            .last()
            .is_some_and(|last| last.section == place.section)
        {
            repeated.push(place.file());
        } else {
            kept.push(place);
        }
    }
    let Some(first) = kept.first() else {
        return Err(JoinError::NoParts);
    };
    let highest = kept.last().map_or(0, |last| last.section);
    let total = kept
        .iter()
        .find_map(|place| place.total)
        .unwrap_or(0)
        .max(highest);
    let joined: Vec<SectionFile> = kept.iter().map(Place::file).collect();
    // A file of several sections has separators where they begin.
    let begun: HashSet<u32> = kept
        .iter()
        .flat_map(|place| parts[place.part].view().breaks())
        .filter_map(|found| found.section)
        .collect();
    let missing = (1..=total)
        .filter(|number| joined.iter().all(|file| file.section != *number))
        .filter(|number| !begun.contains(number))
        .collect();

    let head = parts[first.part];
    let mut weaver = Weaver::new(parts);
    let top = top_lines(head);
    for (index, place) in kept.iter().enumerate() {
        let cable = parts[place.part];
        let start = if index == 0 {
            0
        } else {
            behind_top(cable, &top)
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
    let cable =
        Cable::of_sections(transcript, sources, head.options()).map_err(JoinError::Unreadable)?;
    Ok(Joined {
        cable,
        joined,
        repeated,
        missing,
    })
}

impl Place<'_> {
    fn file(&self) -> SectionFile {
        SectionFile {
            section: self.section,
            part: self.part,
        }
    }
}

fn place<S: AsRef<[u8]>>(part: usize, cable: &Cable<S>) -> Option<Place<'_>> {
    let view = cable.view();
    let banner = view.banner()?;
    let section = banner.section?;
    Some(Place {
        part,
        section: section.number,
        total: section.total,
        post: banner.post?,
        serial: banner.serial?,
        id: view.reference_id(),
    })
}

/// Whether two parts are of one telegram: by their ids; without a year, by post and serial.
fn same(one: &Place<'_>, other: &Place<'_>) -> bool {
    if let (Some(one), Some(other)) = (one.id, other.id) {
        let ids = (one.parse::<ReferenceId>(), other.parse::<ReferenceId>());
        return match ids {
            (Ok(one), Ok(other)) => one.same_as(&other),
            _ => one == other,
        };
    }
    one.serial == other.serial && one.post.eq_ignore_ascii_case(other.post)
}

/// A line with its runs of white space made one blank.
fn words(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines above the text of the first section, which the others may repeat.
fn top_lines<S: AsRef<[u8]>>(cable: &Cable<S>) -> HashSet<String> {
    let text = cable.view().text();
    let body = cable.layout().lines.first();
    let end = body.map_or(offset(text.len()), |line| line.span.start());
    scan::lines(text)
        .iter()
        .take_while(|line| line.start() < end)
        .map(|line| words(line.slice(text)))
        .collect()
}

/// Where the text of a further section begins: at the first line behind the classification line that the first section's
/// top has not. Its first line may be the end of a sentence, so labels and numbers say nothing here.
fn behind_top<S: AsRef<[u8]>>(cable: &Cable<S>, top: &HashSet<String>) -> usize {
    let text = cable.view().text();
    let banner = cable.layout().banner.as_ref();
    let from = banner.map_or(0, |banner| banner.printed.span().end());
    scan::lines(text)
        .iter()
        .filter(|line| line.end() > from)
        .map(|line| Span::new(line.start().max(from), line.end()))
        .find(|line| {
            let words = words(line.slice(text));
            !words.is_empty() && !top.contains(&words)
        })
        .map_or(text.len(), |line| line.start() as usize)
}

/// Where the end-of-message lines and the blanks before them begin.
fn before_end_markers<S: AsRef<[u8]>>(cable: &Cable<S>) -> usize {
    let text = cable.view().text();
    let mut end = text.trim_end().len();
    for marker in cable.layout().end_markers.iter().rev() {
        let span = marker.span();
        if span.end() as usize != end {
            break;
        }
        end = text[..span.start() as usize].trim_end().len();
    }
    end
}

/// Puts text and map together, and remembers what it took of each part.
struct Weaver {
    text: String,
    pieces: Vec<Piece>,
    /// By part.
    taken: Vec<Option<Taken>>,
}

/// What was taken of a part.
#[derive(Clone, Copy)]
struct Taken {
    /// In its text.
    span: Span,
    /// In its input.
    source: SourceSpan,
    /// Where it begins in the new text.
    base: u32,
}

impl Taken {
    /// A span of the part's text in the new text; `None` if it was not taken.
    fn span_of(&self, span: Span) -> Option<Span> {
        let shifted = |at: u32| at - self.span.start() + self.base;
        let inside = self.span.start() <= span.start() && span.end() <= self.span.end();
        inside.then(|| Span::new(shifted(span.start()), shifted(span.end())))
    }
}

impl Weaver {
    fn new<S: AsRef<[u8]>>(parts: &[&Cable<S>]) -> Self {
        Weaver {
            text: String::with_capacity(parts.iter().map(|part| part.view().text().len()).sum()),
            pieces: Vec::new(),
            taken: vec![None; parts.len()],
        }
    }

    /// The separator before a section whose text begins at `at` of `part`.
    fn separate(&mut self, first: &Place<'_>, section: u32, total: u32, part: usize, at: u32) {
        let start = offset(self.text.len());
        let post: String = first.post.chars().take(SEPARATOR_POST).collect();
        let post = post.trim_end();
        self.text.push_str(&format!(
            "\n\n{post} {:08}  {section:03} OF {total:03}\n\n",
            first.serial
        ));
        self.pieces.push(Piece {
            text: Span::new(start, offset(self.text.len())),
            source: SourceSpan {
                part: offset(part),
                start: at,
                end: at,
            },
            kind: PieceKind::Inserted,
        });
    }

    fn take<S: AsRef<[u8]>>(&mut self, cable: &Cable<S>, part: usize, span: Span) {
        let base = offset(self.text.len());
        self.text.push_str(span.slice(cable.view().text()));
        let map = cable.source_map();
        let part_number = offset(part);
        // An inserted separator points at where this text begins in the input.
        let whole = map.to_source(span);
        if let Some(last) = self.pieces.last_mut() {
            if last.kind == PieceKind::Inserted && last.source.part == part_number {
                (last.source.start, last.source.end) = (whole.start, whole.start);
            }
        }
        self.pieces.extend(map.pieces(span).map(|piece| {
            let within = |at: u32| base + at.clamp(span.start(), span.end()) - span.start();
            Piece {
                text: Span::new(within(piece.text.start()), within(piece.text.end())),
                source: SourceSpan {
                    part: part_number,
                    ..piece.source
                },
                kind: piece.kind,
            }
        }));
        self.taken[part] = Some(Taken {
            span,
            source: whole,
            base,
        });
    }
}

/// The tiles of every input; text that was not taken is wrapping.
fn regions<S: AsRef<[u8]>>(parts: &[&Cable<S>], taken: &[Option<Taken>]) -> Vec<Region> {
    let mut all = Vec::new();
    for (part, (cable, taken)) in parts.iter().zip(taken).enumerate() {
        let kept = taken.map(|taken| taken.source).unwrap_or_default();
        let known = cable
            .regions()
            .iter()
            .filter_map(|region| match region.kind {
                RegionKind::Wrapping => None,
                RegionKind::Text => {
                    let start = region.source.start.max(kept.start);
                    let end = region.source.end.min(kept.end);
                    (start < end)
                        .then(|| Region::new(RegionKind::Text, start as usize, end as usize))
                }
                _ => Some(*region),
            })
            .collect();
        let tiles = tile(cable.source().len(), known);
        all.extend(tiles.into_iter().map(|mut region| {
            region.source.part = offset(part);
            region
        }));
    }
    all
}

/// What was found while the wrapping of the parts was taken off, at its places in the new text. What was found in their
/// texts is found again.
fn of_wrapping<S: AsRef<[u8]>>(
    parts: &[&Cable<S>],
    sections: &[Place<'_>],
    taken: &[Option<Taken>],
) -> Vec<Diagnostic> {
    let found = sections.iter().flat_map(|place| {
        let list = parts[place.part].wrapping_findings();
        list.iter().map(move |found| (place.part, found))
    });
    found
        .map(|(part, found)| {
            let mut found = *found;
            found.span = found
                .span
                .and_then(|span| taken[part].as_ref()?.span_of(span));
            if let Some(source) = &mut found.source {
                source.part = offset(part);
            }
            found
        })
        .collect()
}
