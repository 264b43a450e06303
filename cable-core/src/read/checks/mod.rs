//! Cross-checks: rules of section 7 of the format reference that need more than one field. They walk the layout, not the
//! text, and say each thing once.

mod banner;
mod captions;
mod declassification;
mod envelope;
mod header;
mod identity;
mod paragraphs;
mod portions;
mod posts;
mod references;
mod sections;
mod states;
mod text;

use crate::diagnostic::Sink;
use crate::field::Context;
use crate::layout::Layout;
use crate::options::ParseOptions;
use crate::record::{Envelope, Format, HeaderForm, Level, State};
use crate::scan::Places;
use jiff::civil::{Date, date};

/// Runs all checks, and adds what only the whole telegram gives: the date of a general schedule, states.
pub(super) fn run(
    source: &str,
    places: &Places,
    layout: &mut Layout,
    wrapping: Option<&Envelope>,
    context: &Context<'_>,
    options: &ParseOptions,
    sink: &mut impl Sink,
) {
    declassification::derive(source, layout, context.date);
    states::set(source, layout);
    let extract = layout
        .header
        .as_ref()
        .is_some_and(|header| header.form == HeaderForm::PartialExtract)
        || layout.states.contains(&("header", State::Withheld));
    // A record may be released without its text.
    let textless = layout.format == Format::Archive && source.is_empty()
        || layout.banner.is_none() && layout.states.iter().any(|(path, _)| *path == "paragraphs");
    let telegram = Telegram {
        text: source,
        places,
        layout,
        date: context.date,
        year: context.year,
        fragment: options.fragment(),
        whole: !(options.fragment() || extract || textless),
    };
    identity::check(&telegram, wrapping, sink);
    header::check(&telegram, sink);
    banner::check(&telegram, sink);
    captions::check(&telegram, sink);
    declassification::check(&telegram, sink);
    portions::check(&telegram, sink);
    paragraphs::check(&telegram, sink);
    references::check(&telegram, sink);
    sections::check(&telegram, sink);
    text::check(&telegram, sink);
    if let Some(wrapping) = wrapping {
        envelope::check(&telegram, wrapping, sink);
    }
}

/// What the checks look at.
struct Telegram<'a> {
    text: &'a str,
    places: &'a Places,
    layout: &'a Layout,
    /// Day of the date-time group.
    date: Option<Date>,
    year: Option<i16>,
    fragment: bool,
    /// Neither a fragment nor an extract, and there is a text: nothing was cut away, so that a missing part is missing.
    whole: bool,
}

impl Telegram<'_> {
    /// Level of the banner.
    fn level(&self) -> Option<Level> {
        self.layout.banner.as_ref().map(|banner| banner.level)
    }

    /// The banner says Confidential or above.
    fn is_classified(&self) -> bool {
        self.level()
            .is_some_and(|level| level >= Level::Confidential)
    }

    /// Whether the telegram is known to be of `day` or later.
    fn since(&self, day: Date) -> bool {
        let first = || Date::new(self.year?, 1, 1).ok();
        self.date.or_else(first).is_some_and(|own| own >= day)
    }

    /// The rules of Executive Order 12958: reasons and portion marks. Source: 2.4 of the format.
    fn marks_are_due(&self) -> bool {
        self.is_classified() && self.since(date(1995, 10, 14))
    }

    /// A layout whose text opens with a classification line; labels stand in its place in the others.
    fn has_banner_line(&self) -> bool {
        self.layout.format != Format::Smart
    }
}
