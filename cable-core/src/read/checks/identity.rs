//! W002: the text is the telegram that envelope and header speak of.

use super::{Telegram, header, posts, sections};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::{Banner, Envelope, Format};
use crate::reference_id::ReferenceId;
use crate::spanned::Spanned;

/// One finding at post and serial of the banner. The other place is the station line of the header; where there is none,
/// the place in the input is that of the envelope's id.
pub(super) fn check(telegram: &Telegram<'_>, envelope: Option<&Envelope>, sink: &mut impl Sink) {
    let Some(banner) = &telegram.layout.banner else {
        return;
    };
    let own = telegram.layout.header.as_ref();
    let by_header = own.is_some_and(|header| header::is_of_another(telegram.text, header, banner));
    let id = envelope.and_then(|envelope| envelope.reference_id.as_ref());
    let by_envelope = id.is_some_and(|id| !agrees(telegram, &id.value, banner));
    if !by_header && !by_envelope {
        return;
    }
    let finding = Diagnostic::new(Code::BodyOfAnotherTelegram, sections::place(banner));
    let station = own
        .map(|header| header.spans.station_line)
        .filter(|span| !span.is_empty());
    sink.report(match (station, id) {
        (Some(station), _) => finding.with_related(station),
        (None, Some(id)) => finding.with_source(id.source),
        (None, None) => finding,
    });
}

/// Whether an id names the telegram of the banner; true where one of them cannot be read.
fn agrees(telegram: &Telegram<'_>, id: &str, banner: &Banner<Spanned>) -> bool {
    let (Some(post), Some(serial)) = (&banner.post, banner.serial) else {
        return true;
    };
    let Ok(id) = id.trim().parse::<ReferenceId>() else {
        return true;
    };
    let name = post.get(telegram.text);
    let archive = telegram.layout.format == Format::Archive;
    let agrees = |id: &ReferenceId| {
        id.serial() == serial
            && (posts::may_be_one(id.post(), name)
                || archive && posts::starts_with(name, id.post()))
    };
    agrees(&id) || agrees(&id.canonical())
}
