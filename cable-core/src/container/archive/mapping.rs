//! Which attributes say what every wrapping says: id, day, classification, origin, subject, tags, references.

use super::super::envelope::written;
use super::attributes::Attributes;
use crate::record::{Created, Envelope};
use crate::text::months::month;
use jiff::civil::Date;

/// The envelope of a record, which takes all of the list; those that are read here, too.
pub(super) fn envelope(attributes: &mut Attributes<'_>) -> Envelope {
    let values = |label: &str| attributes.values_of(label);
    let one = |label: &str| values(label).first().cloned();
    // The label changed in 1977.
    let day = |label: &str| {
        let value = values(label).first()?;
        Some((Created::Day(day(&value.value)?), value.source))
    };
    Envelope {
        reference_id: one("Document Number").map(written),
        created: day("Draft Date").or_else(|| day("Sent Date")),
        classification: one("Original Classification"),
        origin: one("From"),
        subject: one("Subject"),
        tags: values("TAGS").to_vec(),
        references: values("Reference").to_vec(),
        attributes: std::mem::take(&mut attributes.list),
        ..Envelope::default()
    }
}

/// `01 JAN 1994`, `01 jan 1994`, `01-Jan-1994 12:00:00 am`.
fn day(printed: &str) -> Option<Date> {
    let mut words = printed
        .split(|c: char| c == '-' || c.is_ascii_whitespace())
        .filter(|word| !word.is_empty());
    let day = words.next()?.parse().ok()?;
    let month = month(words.next()?.as_bytes())?;
    let year = words.next().filter(|year| year.len() == 4)?.parse().ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_their_forms() {
        for printed in [
            "01 JAN 1994",
            "01 jan 1994",
            "01-Jan-1994 12:00:00 am",
            "1 January 1994",
        ] {
            let read = day(printed).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some("1994-01-01"), "{printed}");
        }
        for printed in ["", "n/a", "31 FEB 1976", "01 JAN 76", "01 JANUS 1976"] {
            assert_eq!(day(printed), None, "{printed}");
        }
    }
}
