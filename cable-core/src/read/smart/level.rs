//! The level that a message is headed with.

use super::super::banner::Found;
use crate::field::banner::BannerLine;
use crate::field::marking;
use crate::record::Banner;
use crate::scan::label_at_start;
use crate::scan::shape::trim_span;
use crate::span::Span;
use crate::spanned::{Resolve, Spanned};

/// Most lines above the level.
const PRELUDE: usize = 20;

/// A classification alone on its line above the first label that every telegram has: post and serial stand behind `MRN`.
pub(in crate::read) fn level(text: &str, lines: &[Span]) -> Option<Found> {
    let written = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty());
    for (index, line) in written.take(PRELUDE) {
        let place = trim_span(text, *line);
        let content = place.slice(text);
        if label_at_start(content).is_some() {
            return None;
        }
        let upper = content.bytes().all(|byte| !byte.is_ascii_lowercase());
        let Some(mark) = upper
            .then(|| marking::classification(text, place))
            .flatten()
        else {
            continue;
        };
        let banner = Banner {
            level: mark.level(),
            controls: mark
                .resolve(text)
                .controls
                .iter()
                .map(|control| Spanned::changed(place, control.to_string()))
                .collect(),
            efto: false,
            section: None,
            post: None,
            serial: None,
            printed: Spanned::verbatim(place),
            level_span: place,
            serial_span: Span::empty(place.end()),
        };
        return Some(Found {
            index,
            line: BannerLine {
                banner,
                mark,
                rest: Span::empty(place.end()),
            },
            behind_labels: false,
        });
    }
    None
}
