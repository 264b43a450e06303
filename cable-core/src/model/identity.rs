//! Which name wins where envelope, banner and header disagree, and which classification is in force. The only place that
//! decides.

use super::CableRef;
use crate::container::Transcript;
use crate::diagnostic::{Code, Diagnostic};
use crate::facts;
use crate::layout::Layout;
use crate::record::{Controls, Envelope, Level};
use crate::reference_id::ReferenceId;
use crate::span::Span;
use crate::vocabulary::vocabulary;

/// Names the telegram, and says so if the name is put together of the header.
pub(super) fn name(transcript: &Transcript<'_>, layout: &mut Layout) {
    let Some(found) = reference_id(&transcript.text, layout, transcript.envelope.as_ref()) else {
        return;
    };
    layout.reference_id = Some(found.id);
    if let Some(span) = found.inferred {
        let note = Diagnostic::new(Code::ReferenceIdInferred, span)
            .with_source(transcript.map.to_source(span));
        let at = layout.diagnostics.partition_point(|known| {
            known
                .span
                .is_some_and(|known| known.start() <= span.start())
        });
        layout.diagnostics.insert(at, note);
    }
}

/// A reference id and how it was found.
struct Identity {
    /// Written form: `08MOSCOW820`.
    id: Box<str>,
    /// The place of the header it was put together from, if neither envelope nor banner names it.
    inferred: Option<Span>,
}

/// The reference id: the envelope's; else banner post, banner serial and year; else the post of the header with the
/// serial of its station line. Without a year there is none.
fn reference_id(text: &str, layout: &Layout, envelope: Option<&Envelope>) -> Option<Identity> {
    if let Some(printed) = envelope.and_then(|envelope| envelope.reference_id.as_ref()) {
        return Some(Identity {
            id: printed.value.trim().into(),
            inferred: None,
        });
    }
    let year = layout.year?;
    if let Some(banner) = &layout.banner {
        if let (Some(post), Some(serial)) = (&banner.post, banner.serial) {
            if !is_redacted(post.get(text)) {
                return written(year, post.get(text), serial)
                    .map(|id| Identity { id, inferred: None });
            }
        }
    }
    let header = layout.header.as_ref()?;
    let serial = header.station_serial_number?;
    let originator = header
        .originator
        .as_ref()
        .map(|originator| originator.name.get(text));
    let post = originator
        .and_then(facts::post_by_name)
        .or_else(|| {
            facts::post_by_routing_indicator(header.originating_station.as_ref()?.get(text))
        })
        .map(|post| post.origin)
        // A post that no table has is named all the same.
        .or_else(|| facts::name_of_post(originator?).filter(|name| !is_redacted(name)))?;
    written(year, post, serial).map(|id| Identity {
        id,
        inferred: Some(header.spans.station_serial_number),
    })
}

fn written(year: i16, post: &str, serial: u32) -> Option<Box<str>> {
    let id = ReferenceId::new(year, post, serial).ok()?;
    Some(id.written())
}

/// A post that is blacked out.
fn is_redacted(post: &str) -> bool {
    post.len() >= 4 && post.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'X'))
}

vocabulary! {
    /// Where a part of a marking in force comes from.
    pub enum MarkingSource {
        /// The classification line.
        Banner = 1, "banner";
        /// A caption: SENSITIVE, NOFORN.
        Caption = 2, "caption";
        /// What the wrapping says.
        Envelope = 3, "envelope";
        /// The highest portion mark, where nothing else says a level.
        Portions = 4, "portions";
    }
}

/// The marking under which a telegram is to be handled, put together of all that speaks of it.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::MarkingSource;
/// use cable_core::record::{Control, Level};
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSENSITIVE\nSUBJECT: HERRING\n".as_bytes())?;
/// let marking = cable.view().marking_in_force().unwrap();
/// assert_eq!(marking.level, Level::Unclassified);
/// assert!(marking.controls.contains(Control::Sbu));
/// assert_eq!(marking.sources, [MarkingSource::Banner, MarkingSource::Caption]);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MarkingInForce {
    /// The level.
    pub level: Level,
    /// The controls.
    pub controls: Controls,
    /// What it was put together from, in order of weight.
    pub sources: Vec<MarkingSource>,
}

impl CableRef<'_> {
    /// The marking under which the telegram is to be handled: level and controls of the banner; controls of captions
    /// (SENSITIVE is SBU on an unclassified telegram); without a banner the level of the envelope, else of the highest
    /// portion.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSENSITIVE\nSUBJECT: HERRING\n".as_bytes())?;
    /// let marking = cable.view().marking_in_force().unwrap();
    /// use cable_core::MarkingSource;
    /// assert_eq!(marking.sources, [MarkingSource::Banner, MarkingSource::Caption]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn marking_in_force(self) -> Option<MarkingInForce> {
        use crate::record::Control;
        let layout = self.layout();
        let mut sources = Vec::new();
        let mut controls = Controls::NONE;
        let mut level = None;
        if let Some(mark) = &layout.classification {
            level = Some(mark.level());
            controls = mark.controls();
            sources.push(MarkingSource::Banner);
        }
        let before = controls;
        for caption in self.captions() {
            match caption {
                "NOFORN" => controls.insert(Control::Noforn),
                "SENSITIVE" | "SENSITIVE BUT UNCLASSIFIED" | "SBU"
                    if level.is_none_or(|level| level == Level::Unclassified) =>
                {
                    controls.insert(Control::Sbu);
                }
                "EXDIS" => controls.insert(Control::Exdis),
                "NODIS" => controls.insert(Control::Nodis),
                "LOU" | "LIMITED OFFICIAL USE" => controls.insert(Control::Lou),
                _ => {}
            }
        }
        if controls != before {
            sources.push(MarkingSource::Caption);
        }
        if level.is_none() {
            if let Some(mark) = self.envelope().and_then(|envelope| envelope.mark.as_ref()) {
                level = Some(mark.level());
                controls = mark.controls().iter().chain(controls.iter()).collect();
                sources.push(MarkingSource::Envelope);
            } else if let Some(highest) = layout
                .paragraphs
                .iter()
                .filter_map(|paragraph| paragraph.mark.as_ref())
                .max_by_key(|mark| mark.level())
            {
                level = Some(highest.level());
                sources.push(MarkingSource::Portions);
            }
        }
        Some(MarkingInForce {
            level: level?,
            controls,
            sources,
        })
    }
}
