//! Header against banner: H007, H010, H013, H022, S002.

use super::{Telegram, posts};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::facts;
use crate::record::{Banner, Header};
use crate::span::Span;
use crate::spanned::Spanned;

pub(super) fn check(telegram: &Telegram<'_>, sink: &mut impl Sink) {
    let Some(header) = &telegram.layout.header else {
        return;
    };
    end_serial(telegram, header, sink);
    let Some(banner) = &telegram.layout.banner else {
        return;
    };
    let findings = [
        serial(header, banner),
        station(telegram.text, header, banner),
    ];
    for finding in findings.into_iter().flatten() {
        sink.report(finding);
    }
    section(telegram.text, header, banner, sink);
    warning(telegram.text, header, banner, sink);
}

/// H007: the station serial number is the last four digits of the serial of the banner. Source: 5 FAH-2 H-321.
fn serial(header: &Header<Spanned>, banner: &Banner<Spanned>) -> Option<Diagnostic> {
    (header.station_serial_number? != banner.serial? % 10_000).then(|| {
        Diagnostic::new(Code::SerialMismatch, header.spans.station_serial_number)
            .with_related(banner.serial_span)
    })
}

/// Whether station and serial of the header are both not those of the banner.
pub(super) fn is_of_another(
    text: &str,
    header: &Header<Spanned>,
    banner: &Banner<Spanned>,
) -> bool {
    serial(header, banner).is_some() && station(text, header, banner).is_some()
}

/// S002: `#0820` behind the text is the station serial number.
fn end_serial(telegram: &Telegram<'_>, header: &Header<Spanned>, sink: &mut impl Sink) {
    let Some(own) = header.station_serial_number else {
        return;
    };
    for marker in &telegram.layout.end_markers {
        let printed = marker.get(telegram.text).strip_prefix('#');
        let serial = printed
            .filter(|digits| digits.len() == 4)
            .and_then(|digits| digits.parse::<u32>().ok());
        if serial.is_some_and(|serial| serial != own) {
            let finding = Diagnostic::new(Code::SerialMismatch, marker.span());
            sink.report(finding.with_related(header.spans.station_serial_number));
        }
    }
}

/// H022: the post of the banner is that of the originator; without one, a post of the calling station.
fn station(text: &str, header: &Header<Spanned>, banner: &Banner<Spanned>) -> Option<Diagnostic> {
    let post = banner.post.as_ref()?;
    let name = post.get(text);
    let mismatch =
        |span: Span| Some(Diagnostic::new(Code::StationMismatch, span).with_related(post.span()));
    if let Some(originator) = &header.originator {
        // `USDEL SECRETARY IN CAIRO`: where the travelling party is tells nothing of its series.
        let printed = originator.name.get(text);
        let party = printed.split_once(" IN ").map_or(printed, |parts| parts.0);
        return if posts::may_be_one(printed, name) || posts::may_be_one(party, name) {
            None
        } else {
            mismatch(originator.span)
        };
    }
    let station = header.originating_station.as_ref()?;
    let stations = facts::posts_by_routing_indicator(station.get(text));
    if stations.is_empty()
        || stations
            .iter()
            .any(|known| posts::may_be_one(known.origin, name))
    {
        return None;
    }
    mismatch(station.span())
}

/// H010: a section behind the station serial number goes with SECTION in the banner. Copies of channel XYZ were put
/// together of their sections and have lost the word. Source: 1.4 of the format.
fn section(text: &str, header: &Header<Spanned>, banner: &Banner<Spanned>, sink: &mut impl Sink) {
    let reassembled = header
        .transmission_id
        .as_ref()
        .is_some_and(|id| id.get(text).starts_with("VZCZCXYZ"));
    if header.section.is_some() && banner.section.is_none() && !reassembled {
        let finding = Diagnostic::new(Code::SectionWordingMissing, header.spans.section);
        sink.report(finding.with_related(banner.printed.span()));
    }
}

/// H013: letters and banner give one level; EEEEE stands for UNCLAS EFTO only. Source: ACP 127(G) paras 124, 203.
fn warning(text: &str, header: &Header<Spanned>, banner: &Banner<Spanned>, sink: &mut impl Sink) {
    let Some(warning) = &header.security_warning else {
        return;
    };
    let encrypted = warning.letters.get(text).starts_with('E');
    if warning.level.is_some_and(|level| level != banner.level) || encrypted && !banner.efto {
        let finding = Diagnostic::new(Code::SecurityWarningMismatch, warning.letters.span());
        sink.report(finding.with_related(banner.level_span));
    }
}
