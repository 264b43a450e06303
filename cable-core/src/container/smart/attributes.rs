//! What a message says of itself beside its text: number, day, attributes, case and document of the release.

use super::fields::{SmartField, SmartLine};
use super::labels::SmartLabel;
use super::stamps;
use crate::container::envelope::{american_instant, written};
use crate::container::line::trimmed;
use crate::container::text;
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Created, Envelope, EnvelopeAttribute, EnvelopeText};
use crate::span::SourceSpan;
use crate::text::months::month;
use jiff::civil::Date;
use std::borrow::Cow;
use std::ops::Range;

/// The envelope of a message, as its labels are met.
pub(super) struct Attributes<'a> {
    input: &'a [u8],
    /// Most members of a list.
    limit: usize,
    pub(super) envelope: Envelope,
    pub(super) findings: Vec<Diagnostic>,
    /// Places of values that are not in the text.
    pub(super) places: Vec<SourceSpan>,
    /// The last case line. It stands at the foot of each page and says the same there.
    case: &'a [u8],
}

/// Most labels that are kept; a message has some twenty.
const LABELS: usize = 100;

impl<'a> Attributes<'a> {
    pub(super) fn new(input: &'a [u8], limit: usize) -> Self {
        Attributes {
            input,
            limit,
            envelope: Envelope::default(),
            findings: Vec::new(),
            places: Vec::new(),
            case: &[],
        }
    }

    /// Takes a label; `true` if it is the envelope's and does not belong to the text.
    pub(super) fn field(&mut self, field: &SmartField, lines: &[SmartLine]) -> bool {
        let parts = || lines.iter().map(|line| &line.value);
        match field.label {
            SmartLabel::ReferenceNumber => {
                let value = self.joined(parts());
                let kept = self.add(
                    "MRN".into(),
                    value.clone().into_iter().collect(),
                    false,
                    true,
                );
                if self.envelope.reference_id.is_none() {
                    self.envelope.reference_id = value.map(written);
                }
                kept
            }
            SmartLabel::Date => {
                if self.envelope.created.is_none() {
                    self.envelope.created = parts().next().and_then(|value| self.day(value));
                }
                false
            }
            SmartLabel::Attribute => {
                let word = self.input.get(field.word.clone()).unwrap_or(&[]);
                let label = text::value(word);
                // A name may hold a comma; members stand between semicolons or on lines of their own.
                let list = label.eq_ignore_ascii_case("Attachments");
                let values = if list {
                    self.members(parts())
                } else {
                    self.joined(parts()).into_iter().collect()
                };
                self.add(label.into(), values, list, true)
            }
            _ => false,
        }
    }

    /// Takes a stamp: what its case line says, or the day of the reviewer below a decision.
    pub(super) fn stamp(&mut self, line: Range<usize>) {
        let words = self.input.get(line.clone()).unwrap_or(&[]).trim_ascii();
        if words == self.case {
            return;
        }
        let Some(case) = stamps::case(self.input, line.clone()) else {
            let line = trimmed(self.input, line);
            if stamps::is_day(words) {
                let day = american_instant(&text::value(words));
                let day = day.map(|day| (day, SourceSpan::at(line.start, line.end)));
                self.envelope.released = self.envelope.released.or(day);
            }
            return;
        };
        self.case = words;
        let value = |range: Option<Range<usize>>| self.joined([&range?]);
        let (level, number, document) = (
            value(case.classification),
            value(case.case),
            value(case.document),
        );
        let day = value(case.day).and_then(|day| Some((american_instant(&day.value)?, day.source)));
        self.add(
            "Case No.".into(),
            number.into_iter().collect(),
            false,
            false,
        );
        self.add(
            "Doc No.".into(),
            document.into_iter().collect(),
            false,
            false,
        );
        self.envelope.classification = self.envelope.classification.take().or(level);
        self.envelope.released = self.envelope.released.or(day);
    }

    /// Adds a label; `false` if there is no room. One that says something else than before has both values, and that is
    /// told.
    fn add(
        &mut self,
        label: Cow<'static, str>,
        values: Vec<EnvelopeText>,
        list: bool,
        outside: bool,
    ) -> bool {
        let empty = values.is_empty();
        if empty && !outside {
            return true;
        }
        let places: Vec<SourceSpan> = values.iter().map(|value| value.source).collect();
        let attributes = &mut self.envelope.attributes;
        let count = attributes.len();
        let known = attributes
            .iter_mut()
            .find(|known| known.label.eq_ignore_ascii_case(&label));
        match known {
            None if count >= LABELS => {
                return self.full(places.first().copied());
            }
            None => attributes.push(EnvelopeAttribute::new(label, values, list && !empty)),
            Some(known) => {
                let same = known.values.len() == values.len()
                    && known
                        .values
                        .iter()
                        .zip(&values)
                        .all(|(a, b)| a.value == b.value);
                if !same && !empty {
                    if known.values.len() + values.len() > self.limit {
                        return self.full(places.first().copied());
                    }
                    let differs = !known.values.is_empty();
                    // Told once a label.
                    let told = known.list;
                    known.list |= list || differs;
                    known.values.extend(values);
                    if let Some(place) = places.first().filter(|_| differs && !told) {
                        let finding = Diagnostic::nowhere(Code::EnvelopeDisagrees);
                        self.findings.push(finding.with_source(*place));
                    }
                }
            }
        }
        if outside {
            self.places.extend(places);
        }
        true
    }

    /// No room: told once for the place.
    fn full(&mut self, place: Option<SourceSpan>) -> bool {
        if self
            .findings
            .iter()
            .rev()
            .take(1)
            .all(|found| found.code != Code::LimitReached)
        {
            if let Some(place) = place {
                let finding = Diagnostic::nowhere(Code::LimitReached);
                self.findings.push(finding.with_source(place));
            }
        }
        false
    }

    /// The parts of a value, one blank between them.
    fn joined<'p>(
        &self,
        parts: impl IntoIterator<Item = &'p Range<usize>>,
    ) -> Option<EnvelopeText> {
        let mut value = String::new();
        let mut place: Option<Range<usize>> = None;
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(&text::value(self.input.get(part.clone())?));
            let start = place.map_or(part.start, |place| place.start);
            place = Some(start..part.end);
        }
        let place = place?;
        let place = SourceSpan::at(place.start, place.end);
        (!value.eq_ignore_ascii_case("n/a")).then(|| EnvelopeText::new(value, place))
    }

    fn members<'p>(&mut self, parts: impl Iterator<Item = &'p Range<usize>>) -> Vec<EnvelopeText> {
        let mut values = Vec::new();
        for part in parts {
            let mut start = part.start;
            let bytes = self.input.get(part.clone()).unwrap_or(&[]);
            for piece in bytes.split(|byte| *byte == b';') {
                let range = trimmed(self.input, start..start + piece.len());
                start += piece.len() + 1;
                let Some(value) = self.joined([&range]) else {
                    continue;
                };
                if values.len() == self.limit {
                    self.full(Some(value.source));
                    return values;
                }
                values.push(value);
            }
        }
        values
    }

    /// `Jun 08, 2012` before the slash.
    fn day(&self, value: &Range<usize>) -> Option<(Created, SourceSpan)> {
        let bytes = self.input.get(value.clone())?;
        let end = memchr::memchr(b'/', bytes).unwrap_or(bytes.len());
        let place = trimmed(self.input, value.start..value.start + end);
        let day = day(std::str::from_utf8(self.input.get(place.clone())?).ok()?)?;
        Some((Created::Day(day), SourceSpan::at(place.start, place.end)))
    }
}

/// `Jun 08, 2012`, `June 8, 2012`.
fn day(printed: &str) -> Option<Date> {
    let mut words = printed.split([' ', ',']).filter(|word| !word.is_empty());
    let month = month(words.next()?.as_bytes())?;
    let day = words.next()?.parse().ok()?;
    let year = words.next().filter(|year| year.len() == 4)?.parse().ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_in_their_forms() {
        for printed in ["Jun 08, 2012", "June 8, 2012", "JUN 08 2012"] {
            let read = day(printed).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some("2012-06-08"), "{printed}");
        }
        for printed in ["", "081532Z JUN 12", "Jun 31, 2012", "Jun 08, 12"] {
            assert_eq!(day(printed), None, "{printed}");
        }
    }
}
