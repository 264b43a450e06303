//! The JSON of a telegram: schema version 1, keys in the order of the contract.

use super::{Cable, CableRef, ParagraphRef};
use crate::span::Span;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

/// A list that is written as it is walked.
struct Seq<I>(std::cell::Cell<Option<I>>);

impl<I: Iterator> Seq<I> {
    fn new(list: I) -> Self {
        Seq(std::cell::Cell::new(Some(list)))
    }
}

impl<I: Iterator> Serialize for Seq<I>
where
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.take() {
            Some(list) => serializer.collect_seq(list),
            None => serializer.collect_seq(std::iter::empty::<()>()),
        }
    }
}

struct States<'a>(CableRef<'a>);

impl Serialize for States<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.states().len()))?;
        for (path, state) in self.0.states() {
            map.serialize_entry(path, &state)?;
        }
        map.end()
    }
}

impl Serialize for ParagraphRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_struct("Paragraph", 8)?;
        record.serialize_field("number", &self.number())?;
        record.serialize_field("suffix", &self.suffix())?;
        record.serialize_field("mark", &self.mark())?;
        record.serialize_field("role", &self.role())?;
        record.serialize_field("heading", &self.heading())?;
        record.serialize_field("text", self.text())?;
        record.serialize_field("items", &self.items())?;
        record.serialize_field("transmission_section", &self.transmission_section())?;
        record.end()
    }
}

/// Version of the JSON.
pub(crate) const SCHEMA_VERSION: u32 = 1;

impl Serialize for CableRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(*self, None::<&()>, serializer)
    }
}

fn write<S: Serializer>(
    cable: CableRef<'_>,
    spans: Option<&impl Serialize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut record = serializer.serialize_struct("Cable", 30 + usize::from(spans.is_some()))?;
    record.serialize_field("schema_version", &SCHEMA_VERSION)?;
    record.serialize_field("format", &cable.format())?;
    record.serialize_field("reference_id", &cable.reference_id())?;
    record.serialize_field("envelope", &cable.envelope())?;
    record.serialize_field("header", &cable.header())?;
    record.serialize_field("distribution", &cable.distribution())?;
    record.serialize_field("banner", &cable.banner())?;
    record.serialize_field("classification", &cable.classification())?;
    record.serialize_field("captions", &Seq::new(cable.captions()))?;
    record.serialize_field("pass_lines", &Seq::new(cable.pass_lines()))?;
    record.serialize_field("notes", &Seq::new(cable.notes()))?;
    record.serialize_field("corrected_copy", &cable.corrected_copy())?;
    record.serialize_field("executive_order", &cable.executive_order())?;
    record.serialize_field("tags", &Seq::new(cable.tags()))?;
    record.serialize_field("subject", &cable.subject())?;
    record.serialize_field("references", &Seq::new(cable.references()))?;
    record.serialize_field("classified_by", &cable.classified_by())?;
    record.serialize_field("paragraphs", &Seq::new(cable.paragraphs()))?;
    record.serialize_field("summary", &cable.summary())?;
    record.serialize_field("comment", &cable.comment())?;
    record.serialize_field("headings", &Seq::new(cable.headings()))?;
    record.serialize_field("breaks", &Seq::new(cable.breaks()))?;
    record.serialize_field("citations", &Seq::new(cable.citations()))?;
    record.serialize_field("attachments", &Seq::new(cable.attachments()))?;
    record.serialize_field("redactions", &Seq::new(cable.redactions()))?;
    record.serialize_field("signature", &Seq::new(cable.signature()))?;
    record.serialize_field("end_markers", &Seq::new(cable.end_markers()))?;
    record.serialize_field("release_stamps", &Seq::new(cable.release_stamps()))?;
    record.serialize_field("states", &States(cable))?;
    record.serialize_field("diagnostics", cable.diagnostics())?;
    if let Some(spans) = spans {
        record.serialize_field("spans", spans)?;
    }
    record.end()
}

/// A telegram with the side object of its spans.
struct WithSpans<'a>(CableRef<'a>, super::spans::Spans);

impl Serialize for WithSpans<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self.0, Some(&self.1), serializer)
    }
}

impl Serialize for super::spans::Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.iter()
                .map(|(pointer, span): (&str, Span)| (pointer, span)),
        )
    }
}

impl CableRef<'_> {
    /// The telegram as compact JSON, schema version 1.
    pub fn to_json(self) -> String {
        // Strings and numbers only: writing them to memory does not fail.
        serde_json::to_string(&self).unwrap_or_default()
    }

    /// The telegram as JSON with one more object, `spans`: JSON pointers of the values and their places in the text.
    pub fn to_json_with_spans(self) -> String {
        serde_json::to_string(&WithSpans(self, self.spans())).unwrap_or_default()
    }
}

impl<S: AsRef<[u8]>> Cable<S> {
    /// The telegram as compact JSON. See [`CableRef::to_json`].
    pub fn to_json(&self) -> String {
        self.view().to_json()
    }
}
