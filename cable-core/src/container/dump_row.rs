//! One row of the eight-column CSV dump: row number, creation date, id, origin, classification, ids of cited telegrams
//! parted by `|`, header, text.
//!
//! The CSV library parts the fields, unless each is quoted and holds no further quote; inside a field the quotes and escape
//! signs are taken out one by one, so that each byte of the text keeps its place.

use super::envelope::{american_instant, places};
use super::row_shape::{first_row, next_row};
use super::text::Repair;
use super::transcript::{Region, RegionKind, Transcript, tile};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Envelope, EnvelopeAttribute, EnvelopeText, Format};
use crate::source_map::Writer;
use crate::span::{SourceSpan, Span};
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

/// Columns of a row.
const COLUMNS: usize = 8;

thread_local! {
    /// Parts the fields. Its tables take ten times longer to build than a row to open, and a clone of it loses them.
    static READER: RefCell<Reader> =
        RefCell::new(ReaderBuilder::new().escape(Some(b'\\')).build());
}

/// The first row of a dump, or the only one.
pub(super) fn open(input: &[u8]) -> Transcript<'_> {
    let start = first_row(input).unwrap_or_else(|| super::text::content_start(input));
    let end = next_row(&input[start..]).map_or(input.len(), |length| start + length);
    read(input, start..end)
}

/// Opens one record of a dump, from its first byte to its line end. For readers that part a dump into records themselves
/// (see [`super::next_row`]): places count from the start of `record`.
///
/// ```
/// use cable_core::container::open_row;
/// let record = b"\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\",\"Embassy Nordhaven\",\"UNCLASSIFIED\",\"07ZELTBERG3|07ZELTBERG9\",\"FM AMEMBASSY NORDHAVEN\",\"UNCLAS NORDHAVEN 000012\nSUBJECT: \\\"FISH\\\"\"\n";
/// let row = open_row(record);
/// assert_eq!(row.text, "FM AMEMBASSY NORDHAVEN\nUNCLAS NORDHAVEN 000012\nSUBJECT: \"FISH\"");
/// assert_eq!(row.envelope.unwrap().references[1].value, "07ZELTBERG9");
/// ```
pub fn open_row(record: &[u8]) -> Transcript<'_> {
    read(record, 0..record.len())
}

fn read(input: &[u8], row: Range<usize>) -> Transcript<'_> {
    let fields = fields(input, row.clone());
    let field = |column: usize| {
        fields
            .places
            .get(column)
            .cloned()
            .unwrap_or(row.end..row.end)
    };
    let text_of = |column: usize| short(input, field(column));

    let mut envelope = Envelope::default();
    if let Some(printed) = text_of(1) {
        match american_instant(&printed.value) {
            Some(created) => envelope.created = Some((created, printed.source)),
            None => {
                envelope
                    .attributes
                    .push(EnvelopeAttribute::new("Created", vec![printed], false))
            }
        }
    }
    envelope.reference_id = text_of(2);
    envelope.origin = text_of(3);
    envelope.classification = text_of(4);
    if let Some(ids) = text_of(5) {
        envelope.references = split(&ids);
    }

    let (header, body) = (field(6), field(7));
    let mut writer = Writer::with_capacity(header.len() + body.len() + 1);
    let mut repair = Repair::default();
    unquote(input, header.clone(), &mut writer, &mut repair);
    if !header.is_empty() && fields.places.len() > 7 {
        writer.decoded("\n", header.end..header.end);
    }
    let fault = unquote(input, body.clone(), &mut writer, &mut repair);
    let (text, map) = writer.finish();

    let mut regions = Vec::with_capacity(2 * COLUMNS);
    regions.push(Region::new(RegionKind::Text, header.start, header.end));
    regions.push(Region::new(RegionKind::Text, body.start, body.end));
    regions.extend(places(&envelope).map(|source| Region {
        kind: RegionKind::Envelope,
        source,
    }));
    let mut diagnostics: Vec<_> = repair.note().into_iter().collect();
    if let Some(at) = fields.damage(fault) {
        diagnostics
            .push(Diagnostic::nowhere(Code::WrappingDamaged).with_source(SourceSpan::at(at, at)));
    }
    Transcript {
        format: Format::DumpRow,
        text: Cow::Owned(text),
        map,
        envelope: Some(envelope),
        regions: tile(input.len(), regions),
        diagnostics,
    }
}

/// The fields of a row.
struct Fields {
    /// With their quotes, without what parts them.
    places: Places,
    /// Where the row ends, without its line end.
    end: usize,
}

type Places = SmallVec<[Range<usize>; COLUMNS]>;

impl Fields {
    /// Where the row is not as it should be: fields are missing, a quote inside the last field is not escaped, or it does
    /// not close. `last` is what [`signs`] says of the last field.
    fn damage(&self, last: Option<usize>) -> Option<usize> {
        if self.places.len() < COLUMNS {
            Some(self.end)
        } else {
            last
        }
    }
}

fn fields(input: &[u8], row: Range<usize>) -> Fields {
    let end = row.end - line_end(&input[row.clone()]);
    let row = row.start..end;
    let (mut places, start) = plain_fields(input, row.clone()).unwrap_or_else(|| {
        READER.with_borrow_mut(|reader| {
            reader.reset();
            leading_fields(reader, input, row)
        })
    });
    // The last field is what is left: a text whose quotes are not escaped is not cut by them.
    places.push(start..end);
    Fields { places, end }
}

/// All fields but the last, and where the last one starts, of a row in which each of them is quoted and holds neither
/// quote nor escape sign.
fn plain_fields(input: &[u8], row: Range<usize>) -> Option<(Places, usize)> {
    let mut places = Places::new();
    let mut start = row.start;
    while places.len() + 1 < COLUMNS {
        let field = input[start..row.end].strip_prefix(b"\"")?;
        let close = memchr::memchr2(b'"', b'\\', field)?;
        if !field[close..].starts_with(b"\",") {
            return None;
        }
        let end = start + close + 2;
        places.push(start..end);
        start = end + 1;
    }
    Some((places, start))
}

/// What makes a row unfit to be taken for a whole one.
#[cfg(feature = "corpus")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowFault {
    /// The last field is not closed.
    UnclosedQuote,
    /// There are fewer than eight.
    MissingColumns,
}

/// Why `record` is no whole row; `None` if it is. A quote inside the text that is not escaped does no harm.
#[cfg(feature = "corpus")]
pub(crate) fn row_fault(record: &[u8]) -> Option<RowFault> {
    let Fields { places, .. } = fields(record, 0..record.len());
    let last = places
        .last()
        .map_or(&[][..], |place| &record[place.clone()]);
    if last.first() == Some(&b'"') && (last.len() == 1 || last.last() != Some(&b'"')) {
        return Some(RowFault::UnclosedQuote);
    }
    (places.len() < COLUMNS).then_some(RowFault::MissingColumns)
}

/// Lengths of the rows in `segment`, which begins with one and has no line with the shape of another's start. As the CSV
/// library parts it, each must have eight columns and no fault; what is left is a row too.
#[cfg(feature = "corpus")]
pub(crate) fn whole_rows(segment: &[u8]) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut start = 0;
    while let Some(length) = record_length(&segment[start..]) {
        if length + start == segment.len() || is_damaged(&segment[start..start + length]) {
            break;
        }
        lengths.push(length);
        start += length;
    }
    let rest = &segment[start..];
    let blank = rest.iter().all(u8::is_ascii_whitespace);
    // The end of a text with a bare quote at the end of one of its lines.
    let goes_on = rest.first() != Some(&b'"') && rest.trim_ascii_end().last() == Some(&b'"');
    match lengths.last_mut() {
        Some(last) if blank || goes_on => *last += rest.len(),
        _ => lengths.push(rest.len()),
    }
    lengths
}

#[cfg(feature = "corpus")]
fn is_damaged(row: &[u8]) -> bool {
    let fields = fields(row, 0..row.len());
    let last = fields.places.last().cloned();
    let fault = last.and_then(|last| signs(row, last, |_| {}));
    fields.damage(fault).is_some()
}

/// Length of the first record as the library parts it; `None` if it has not eight columns.
#[cfg(feature = "corpus")]
fn record_length(input: &[u8]) -> Option<usize> {
    READER.with_borrow_mut(|reader| {
        reader.reset();
        let mut scratch = [0; 1024];
        let (mut at, mut columns) = (0, 0);
        loop {
            let (result, taken, _) = reader.read_field(&input[at..], &mut scratch);
            at += taken;
            match result {
                ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => {
                    columns += 1;
                    if record_end {
                        return (columns == COLUMNS).then_some(at);
                    }
                }
                ReadFieldResult::InputEmpty | ReadFieldResult::End => return None,
            }
        }
    })
}

/// All fields but the last, and where the last one starts.
fn leading_fields(reader: &mut Reader, input: &[u8], row: Range<usize>) -> (Places, usize) {
    let mut places = Places::new();
    // Only the borders are asked for: what the library writes is left.
    let mut scratch = [0; 1024];
    let (mut start, mut at) = (row.start, row.start);
    while places.len() + 1 < COLUMNS && at < row.end {
        let (result, taken, _) = reader.read_field(&input[at..row.end], &mut scratch);
        at += taken;
        match result {
            ReadFieldResult::OutputFull => {}
            // A line end between fields does not end the row: that is told by its shape.
            ReadFieldResult::Field { .. } => {
                places.push(start..at - 1);
                start = at;
            }
            ReadFieldResult::InputEmpty | ReadFieldResult::End => break,
        }
    }
    (places, start)
}

/// Length of the line ends behind a row.
fn line_end(row: &[u8]) -> usize {
    row.iter()
        .rev()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'))
        .count()
}

/// Tells the place of every quote and escape sign of a field that is no text: the quotes around it, and what stands in
/// front of a byte that is meant itself, `\` or the first of two quotes.
///
/// Gives the first place at which the field is not as it should be: a quote in it is not escaped, and is kept, or it does
/// not close.
fn signs(input: &[u8], field: Range<usize>, mut tell: impl FnMut(usize)) -> Option<usize> {
    let start = field.start;
    if input[field.clone()].first() != Some(&b'"') {
        return memchr::memchr2(b'"', b',', &input[field]).map(|at| start + at);
    }
    tell(start);
    let mut at = start + 1;
    let mut lone = None;
    let mut closed = false;
    while let Some(found) = memchr::memchr2(b'"', b'\\', &input[at..field.end]) {
        let sign = at + found;
        let next = input[sign + 1..field.end].first();
        at = sign + 1;
        match (input[sign], next) {
            (b'"', None) => {
                tell(sign);
                closed = true;
            }
            (b'\\', Some(_)) | (b'"', Some(b'"')) => {
                tell(sign);
                at = sign + 2;
            }
            (b'"', Some(_)) => lone = lone.or(Some(sign)),
            // An escape sign that escapes nothing is text.
            _ => {}
        }
    }
    lone.or((!closed).then_some(field.end))
}

/// Writes what a field means; gives what [`signs`] gives.
fn unquote(
    input: &[u8],
    field: Range<usize>,
    writer: &mut Writer,
    repair: &mut Repair,
) -> Option<usize> {
    let mut at = field.start;
    let fault = signs(input, field.clone(), |sign| {
        repair.write(writer, &input[at..sign], at);
        at = sign + 1;
        writer.decoded("", sign..at);
    });
    repair.write(writer, &input[at..field.end], at);
    fault
}

/// The bytes of a field that are its text as they stand; the other fields are to be read sign by sign.
fn plain(input: &[u8], field: Range<usize>) -> Option<(&str, usize)> {
    let (text, start) = match &input[field.clone()] {
        [b'"', text @ .., b'"'] => (text, field.start + 1),
        [b'"', ..] => return None,
        text => (text, field.start),
    };
    if !text.is_ascii() || memchr::memchr2(b'"', b'\\', text).is_some() {
        return None;
    }
    Some((std::str::from_utf8(text).ok()?, start))
}

/// A short field as a value; `None` if it is empty.
fn short(input: &[u8], field: Range<usize>) -> Option<EnvelopeText> {
    if let Some((text, start)) = plain(input, field.clone()) {
        let start = start + (text.len() - text.trim_start().len());
        let text = text.trim();
        let place = SourceSpan::at(start, start + text.len());
        return (!text.is_empty()).then(|| EnvelopeText::new(text, place));
    }
    let mut writer = Writer::default();
    unquote(input, field, &mut writer, &mut Repair::default());
    let (text, map) = writer.finish();
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return None;
    }
    let lead = text.len() - text.trim_start().len();
    let place = map.to_source(Span::at(lead, lead + trimmed.len()));
    Some(EnvelopeText::new(trimmed, place))
}

/// The ids of a list parted by `|`.
fn split(ids: &EnvelopeText) -> Vec<EnvelopeText> {
    // An id holds nothing that is escaped; a list that does is kept as one.
    if ids.source.len() as usize != ids.value.len() {
        return vec![ids.clone()];
    }
    let mut found = Vec::new();
    let mut at = ids.source.start;
    for part in ids.value.split('|') {
        let id = part.trim();
        let start = at + crate::span::offset(part.len() - part.trim_start().len());
        if !id.is_empty() {
            let place = SourceSpan::new(start, start + crate::span::offset(id.len()));
            found.push(EnvelopeText::new(id, place));
        }
        at += crate::span::offset(part.len() + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\",\"Embassy Nordhaven\",\"SECRET\",\"\",";

    /// What the library itself makes of the last two fields.
    fn by_library(record: &[u8]) -> String {
        let mut reader = ReaderBuilder::new().escape(Some(b'\\')).build();
        let (mut out, mut ends) = (vec![0; record.len()], [0; 16]);
        reader.read_record(record, &mut out, &mut ends);
        let part = |from: usize, to: usize| String::from_utf8_lossy(&out[from..to]).into_owned();
        part(ends[5], ends[6]) + "\n" + &part(ends[6], ends[7])
    }

    #[test]
    fn quotes_and_escapes_are_read_as_by_the_library() {
        for tail in [
            "\"FM A\",\"plain, with\nlines\"\n",
            "\"FM A\",\"say \\\"x\\\" and \\\\ and \\n\"\r\n",
            "\"FM \"\"A\"\"\",\"\"\"x\"\" \\\"\"\n",
            "FM A,\"\"\"\"\n",
            "\"FM, A\",bare text\n",
        ] {
            let record = format!("{HEAD}{tail}");
            let row = open_row(record.as_bytes());
            assert_eq!(row.text, by_library(record.as_bytes()), "{tail}");
            assert_eq!(row.diagnostics, [], "{tail}");
            assert_eq!(row.map.text_len() as usize, row.text.len());
        }
    }

    #[test]
    fn damage_loses_no_text() {
        for (tail, text) in [
            (
                "\"FM A\",\"one \"two\", three\nfour\"\n",
                "FM A\none \"two\", three\nfour",
            ),
            ("\"FM A\",\"one \\\"two\n", "FM A\none \"two"),
            ("\"FM A\"\n", "FM A"),
            ("\"FM A\",\"one\",\"two\"", "FM A\none\",\"two"),
            ("\"FM A", "FM A"),
        ] {
            let record = format!("{HEAD}{tail}");
            let row = open_row(record.as_bytes());
            assert_eq!(row.text, text);
            assert_eq!(row.diagnostics.len(), 1, "{tail}");
            assert_eq!(row.diagnostics[0].code, Code::WrappingDamaged);
        }
    }

    #[test]
    fn any_cut_of_a_row_is_read() {
        let record = format!("{HEAD}\"FM A\",\"say \\\"x\\\"\"\n");
        for end in 0..record.len() {
            let row = open_row(&record.as_bytes()[..end]);
            let tiled: u32 = row.regions.iter().map(|region| region.source.len()).sum();
            assert_eq!(tiled as usize, end);
        }
    }

    #[test]
    fn the_first_of_many_rows_is_opened() {
        let rows = format!("{HEAD}\"FM A\",\"open\n{HEAD}\"FM B\",\"two\"\n");
        assert_eq!(open(rows.as_bytes()).text, "FM A\nopen");
    }
}
