//! Station line, format line 3.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::record::FilingTime;
use crate::scan::shape::{is_digits, is_routing_indicator, number, same, word_spans};
use crate::span::Span;
use crate::spanned::Spanned;

/// What the station line says.
///
/// ```
/// use cable_core::{Span, field::station_line};
/// let text = "DE RUEHNV #0142/01 0641015";
/// let line = station_line::parse(text, Span::new(0, 26), &mut ());
/// assert_eq!((line.serial, line.section), (Some(142), Some(1)));
/// assert_eq!(line.serial_span.slice(text), "0142");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StationLine {
    /// Routing indicator of the calling station.
    pub station: Option<Spanned>,
    /// Station serial number.
    pub serial: Option<u32>,
    /// Where it stands.
    pub serial_span: Span,
    /// Section behind it.
    pub section: Option<u32>,
    /// Where it stands.
    pub section_span: Span,
    /// Filing time.
    pub filing_time: Option<FilingTime>,
    /// Where it stands.
    pub filing_time_span: Span,
}

/// Reads a station line.
///
/// Typical input: `DE RUEHNV #0820/01 0851645`. Takes all of it. Reports `routing-indicator-invalid` and, if a part is
/// missing or damaged, `station-line-unreadable`; the other parts are read all the same. Source: ACP 127(G) para 116.
///
/// ```
/// use cable_core::{Span, field::station_line};
/// let text = "DE RUEHNV #0820/01 0851645";
/// let line = station_line::parse(text, Span::new(0, 26), &mut ());
/// assert_eq!(line.station.unwrap().get(text), "RUEHNV");
/// assert_eq!((line.serial, line.section), (Some(820), Some(1)));
/// let time = line.filing_time.unwrap();
/// assert_eq!((time.day_of_year, time.hour, time.minute), (85, 16, 45));
/// ```
pub fn parse(text: &str, line: Span, sink: &mut impl Sink) -> StationLine {
    let mut found = StationLine::default();
    let mut clean = true;
    for (index, word) in word_spans(text, line).enumerate() {
        let bytes = word.slice(text).as_bytes();
        if index == 0 && same(bytes, b"DE") {
            continue;
        }
        if let Some(hash) = bytes.iter().position(|byte| *byte == b'#') {
            // The blank before the serial may be lost.
            if hash > 0 && found.station.is_none() {
                let station = Span::new(word.start(), word.start() + crate::span::offset(hash));
                found.station = Some(station_of(text, station, sink));
            }
            let start = word.start() + crate::span::offset(hash) + 1;
            clean &= serial(text, Span::new(start, word.end()), &mut found);
        } else if found.station.is_none() && found.serial.is_none() {
            found.station = Some(station_of(text, word, sink));
        } else if is_digits(bytes) && bytes.len() == 7 && found.filing_time.is_none() {
            found.filing_time = filing_time(bytes);
            found.filing_time_span = word;
        } else if is_digits(bytes) && bytes.len() <= 4 && found.serial.is_none() {
            clean &= serial(text, word, &mut found);
        } else {
            clean = false;
        }
    }
    let whole = found.station.is_some() && found.serial.is_some() && found.filing_time.is_some();
    if !clean || !whole {
        sink.report(Diagnostic::new(Code::StationLineUnreadable, line));
    }
    found
}

fn station_of(text: &str, word: Span, sink: &mut impl Sink) -> Spanned {
    if !is_routing_indicator(word.slice(text).as_bytes()) {
        sink.report(Diagnostic::new(Code::RoutingIndicatorInvalid, word));
    }
    Spanned::verbatim(word)
}

/// `0820/01`; says whether it is well formed.
fn serial(text: &str, word: Span, found: &mut StationLine) -> bool {
    let bytes = word.slice(text).as_bytes();
    let slash = bytes.iter().position(|byte| *byte == b'/');
    let digits = bytes.get(..slash.unwrap_or(bytes.len())).unwrap_or(b"");
    let end = word.start() + crate::span::offset(digits.len());
    if digits.len() <= 6 {
        found.serial = number(digits);
        found.serial_span = Span::new(word.start(), end);
    }
    let mut well = digits.len() == 4 && found.serial.is_some();
    if let Some(slash) = slash {
        let section = bytes.get(slash + 1..).unwrap_or(b"");
        found.section = number(section).filter(|_| section.len() <= 3);
        found.section_span = Span::new((end + 1).min(word.end()), word.end());
        well &= section.len() == 2 && found.section.is_some();
    }
    well
}

/// `0851645`.
fn filing_time(digits: &[u8]) -> Option<FilingTime> {
    let value = number(digits)?;
    let (day, hour, minute) = (value / 10_000, value / 100 % 100, value % 100);
    ((1..=366).contains(&day) && hour < 24 && minute < 60).then_some(FilingTime {
        day_of_year: u16::try_from(day).ok()?,
        hour: u8::try_from(hour).ok()?,
        minute: u8::try_from(minute).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_and_the_rest_is_read() {
        for (text, serial, section, time) in [
            ("DE RUEHNV #0820 3671645", Some(820), None, false),
            ("DE RUEHNV #0820/ 0851645", Some(820), None, true),
            ("DE RUEHNV#0820/01 0851645 X", Some(820), Some(1), true),
            ("DE #082 0851645", Some(82), None, true),
            ("DE", None, None, false),
        ] {
            let mut findings = Vec::new();
            let line = parse(text, Span::new(0, text.len() as u32), &mut findings);
            assert_eq!((line.serial, line.section), (serial, section), "{text}");
            assert_eq!(line.filing_time.is_some(), time, "{text}");
            assert!(
                findings
                    .iter()
                    .any(|f| f.code == Code::StationLineUnreadable),
                "{text}"
            );
        }
    }
}
