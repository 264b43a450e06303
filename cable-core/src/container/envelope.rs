//! The values that viewer pages and dump rows print of a telegram.

use crate::record::{Created, Envelope, EnvelopeAttribute, EnvelopeText};
use crate::reference_id::ReferenceId;
use crate::span::SourceSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::ops::Range;

/// A column of the table above a telegram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    ReferenceId,
    Created,
    Released,
    Classification,
    Origin,
}

#[cfg(feature = "html")]
impl Column {
    /// The columns in their usual order, with their headings.
    pub(super) const ALL: [(Column, &'static str); 5] = [
        (Column::ReferenceId, "Reference ID"),
        (Column::Created, "Created"),
        (Column::Released, "Released"),
        (Column::Classification, "Classification"),
        (Column::Origin, "Origin"),
    ];

    /// Its usual heading.
    pub(super) fn heading(self) -> &'static str {
        Column::ALL
            .iter()
            .find(|(column, _)| *column == self)
            .map_or("", |(_, name)| name)
    }

    /// The column under a heading.
    pub(super) fn of(heading: &str) -> Option<Column> {
        Column::ALL
            .into_iter()
            .find(|(_, name)| name.eq_ignore_ascii_case(heading))
            .map(|(column, _)| column)
    }
}

/// Puts a value where it belongs. What cannot be read as its column wants, or has none, is kept under its label.
pub(super) fn set(
    envelope: &mut Envelope,
    column: Option<Column>,
    label: &str,
    value: EnvelopeText,
) {
    match (column, instant(&value.value)) {
        (Some(Column::ReferenceId), _) => envelope.reference_id = Some(value),
        (Some(Column::Classification), _) => envelope.classification = Some(value),
        (Some(Column::Origin), _) => envelope.origin = Some(value),
        (Some(Column::Created), Some(created)) => envelope.created = Some((created, value.source)),
        (Some(Column::Released), Some(released)) => {
            envelope.released = Some((released, value.source));
        }
        (_, _) if !label.is_empty() => {
            envelope
                .attributes
                .push(EnvelopeAttribute::new(label.to_owned(), vec![value], false))
        }
        _ => {}
    }
}

/// An id in its written form (`1976NORDHA04417` is `76NORDHA4417`, `12 ZELTBERG 317` is `12ZELTBERG317`). What is no id
/// stays as printed.
pub(super) fn written(number: EnvelopeText) -> EnvelopeText {
    match number.value.parse::<ReferenceId>() {
        Ok(id) => EnvelopeText::new(id.to_string(), number.source),
        Err(_) => number,
    }
}

/// `2008-03-25 16:45`, or only the day.
pub(super) fn instant(printed: &str) -> Option<Created> {
    let mut words = printed.split_ascii_whitespace();
    let day: Date = words.next()?.parse().ok()?;
    let Some(time) = words.next() else {
        return Some(Created::Day(day));
    };
    let (hour, minute) = time.split_once(':')?;
    at(day, hour, minute.get(..2)?)
}

/// `3/25/2008 16:45`, or only the day.
pub(super) fn american_instant(printed: &str) -> Option<Created> {
    let mut words = printed.split_ascii_whitespace();
    let mut parts = words.next()?.split('/');
    let mut part = || -> Option<i16> { parts.next()?.parse().ok() };
    let (month, day, year) = (part()?, part()?, part()?);
    let day = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let Some(time) = words.next() else {
        return Some(Created::Day(day));
    };
    let (hour, minute) = time.split_once(':')?;
    at(day, hour, minute.get(..2)?)
}

fn at(day: Date, hour: &str, minute: &str) -> Option<Created> {
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    let time = DateTime::new(day.year(), day.month(), day.day(), hour, minute, 0, 0).ok()?;
    Offset::UTC.to_timestamp(time).ok().map(Created::Instant)
}

/// Where id and subject stand in `Viewing cable 08NORDHAVEN12, FISH`, whose first `lead` bytes are the words before.
pub(super) fn subject_behind_id(title: &[u8], lead: usize) -> (Range<usize>, Range<usize>) {
    let lead = lead.min(title.len());
    let comma = memchr::memchr(b',', &title[lead..]).map_or(title.len(), |at| lead + at);
    (lead..comma, (comma + 1).min(title.len())..title.len())
}

/// The places of all values that do not stand inside the text of the telegram.
pub(super) fn places(envelope: &Envelope) -> impl Iterator<Item = SourceSpan> + '_ {
    let texts = [
        &envelope.reference_id,
        &envelope.classification,
        &envelope.origin,
        &envelope.subject,
    ];
    let dates = [&envelope.created, &envelope.released];
    let attributes = envelope
        .attributes
        .iter()
        .flat_map(|attribute| &attribute.values);
    texts
        .into_iter()
        .flatten()
        .chain(&envelope.references)
        .chain(&envelope.media)
        .chain(attributes)
        .map(|value| value.source)
        .chain(dates.into_iter().flatten().map(|(_, place)| *place))
}

/// Makes every place one of input `part`.
pub(crate) fn set_part(envelope: &mut Envelope, part: u32) {
    let texts = [
        &mut envelope.reference_id,
        &mut envelope.classification,
        &mut envelope.origin,
        &mut envelope.subject,
    ];
    let dates = [&mut envelope.created, &mut envelope.released];
    let attributes = envelope
        .attributes
        .iter_mut()
        .flat_map(|attribute| &mut attribute.values);
    texts
        .into_iter()
        .flatten()
        .chain(&mut envelope.tags)
        .chain(&mut envelope.references)
        .chain(&mut envelope.media)
        .chain(attributes)
        .map(|value| &mut value.source)
        .chain(dates.into_iter().flatten().map(|(_, place)| place))
        .for_each(|place| place.part = part);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(read: Option<Created>) -> Option<String> {
        read.map(|created| created.to_string())
    }

    #[test]
    fn dates_of_pages_are_read() {
        let full = shown(instant("2008-03-25 16:45"));
        assert_eq!(full.as_deref(), Some("2008-03-25T16:45:00Z"));
        assert_eq!(shown(instant("2008-03-25")).as_deref(), Some("2008-03-25"));
        for wrong in [
            "",
            "2008-13-25 16:45",
            "2008-03-25 16",
            "2008-03-25 25:00",
            "2008-03-25 16:\u{e9}5",
        ] {
            assert_eq!(instant(wrong), None, "{wrong}");
        }
    }

    #[cfg(feature = "csv")]
    #[test]
    fn dates_of_dumps_are_read() {
        let full = shown(american_instant("6/9/2004 9:09"));
        assert_eq!(full.as_deref(), Some("2004-06-09T09:09:00Z"));
        let day = shown(american_instant("12/28/1966"));
        assert_eq!(day.as_deref(), Some("1966-12-28"));
        for wrong in [
            "",
            "6/9",
            "31/12/2004 9:09",
            "6/9/2004 9:0",
            "6/9/2004 9h09",
        ] {
            assert_eq!(american_instant(wrong), None, "{wrong}");
        }
    }
}
