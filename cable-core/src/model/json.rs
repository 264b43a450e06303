//! The JSON of a telegram: schema version 1, keys in the order of the contract.

use super::{Cable, CableRef, ParagraphRef};
#[cfg(feature = "schema")]
use crate::diagnostic::Diagnostic;
#[cfg(feature = "schema")]
use crate::record::{
    Attachment, Banner, Break, Citation, ClassifiedBy, Distribution, ExecutiveOrder, Format,
    Header, Heading, Marking, PassLine, Redaction, Reference, State, Subject, Tag,
};
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

mod paragraph {
    use super::ParagraphRef;
    #[cfg(feature = "schema")]
    use crate::record::{Item, Marking, Role};
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    crate::object::object! {
        /// A numbered paragraph, or a block that stands for one.
        "Paragraph" of ParagraphRef<'_>, as paragraph {
            /// Its number.
            "number": Option<u32> = &paragraph.number();
            /// The letter behind the number: `a` of `2a.`.
            "suffix": Option<String> = &paragraph.suffix();
            /// Its portion mark.
            "mark": Option<Marking<'static>> = &paragraph.mark();
            /// What it is for.
            "role": Option<Role> = &paragraph.role();
            /// The last title before it.
            "heading": Option<String> = &paragraph.heading();
            /// Its text: behind number, mark and role, wrapped lines joined.
            "text": String = paragraph.text();
            /// Its lettered, numbered and dashed parts.
            "items": Vec<Item<'static>> = &paragraph.items();
            /// The section of the transmission it begins in.
            "transmission_section": Option<u32> = &paragraph.transmission_section();
        }
    }

    impl Serialize for ParagraphRef<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut record = serializer.serialize_struct("Paragraph", COUNT)?;
            fields(*self, &mut record)?;
            record.end()
        }
    }
}

/// Version of the JSON.
pub(crate) const SCHEMA_VERSION: u32 = 1;

impl Serialize for CableRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(*self, None::<&()>, serializer)
    }
}

crate::object::object! {
    /// A telegram.
    "Cable" of CableRef<'_>, as cable {
        /// Version of this schema: 1.
        "schema_version": u32 = &SCHEMA_VERSION;
        /// What the telegram was wrapped in.
        "format": Format = &cable.format();
        /// The message reference number: year, post and serial.
        "reference_id": Option<String> = &cable.reference_id();
        /// What the wrapping says.
        "envelope": Option<crate::record::EnvelopeSchema> = &cable.envelope();
        /// The transmission header.
        "header": Option<Header<String>> = &cable.header();
        /// The distribution block of the Department.
        "distribution": Option<Distribution<String>> = &cable.distribution();
        /// The classification line that opens the text.
        "banner": Option<Banner<String>> = &cable.banner();
        /// The classification the banner gives.
        "classification": Option<Marking<'static>> = &cable.classification();
        /// Captions, upper-cased, each once.
        "captions": Vec<String> = &Seq::new(cable.captions());
        /// Lines that say to whom the telegram is to be passed or for whom it is.
        "pass_lines": Vec<PassLine<String>> = &Seq::new(cable.pass_lines());
        /// Lines before the first label that are neither captions nor pass lines.
        "notes": Vec<String> = &Seq::new(cable.notes());
        /// The notice of a corrected copy.
        "corrected_copy": Option<String> = &cable.corrected_copy();
        /// The E.O. line.
        "executive_order": Option<ExecutiveOrder<String>> = &cable.executive_order();
        /// TAGS, each once.
        "tags": Vec<Tag<String>> = &Seq::new(cable.tags());
        /// The subject.
        "subject": Option<Subject<'static>> = &cable.subject();
        /// The references of the REF line.
        "references": Vec<Reference<String>> = &Seq::new(cable.references());
        /// Who classified the telegram, and why.
        "classified_by": Option<ClassifiedBy<String>> = &cable.classified_by();
        /// The paragraphs.
        "paragraphs": Vec<paragraph::Described> = &Seq::new(cable.paragraphs());
        /// The texts of the summary.
        "summary": Option<String> = &cable.summary();
        /// The texts of the comment.
        "comment": Option<String> = &cable.comment();
        /// Titles that stand alone.
        "headings": Vec<Heading<'static>> = &Seq::new(cable.headings());
        /// Breaks of sections and pages inside the text.
        "breaks": Vec<Break<String>> = &Seq::new(cable.breaks());
        /// Citations of references in the text.
        "citations": Vec<Citation<String>> = &Seq::new(cable.citations());
        /// Texts that are quoted between BEGIN TEXT and END TEXT.
        "attachments": Vec<Attachment<String>> = &Seq::new(cable.attachments());
        /// What was removed before release.
        "redactions": Vec<Redaction<String>> = &Seq::new(cable.redactions());
        /// Who signed.
        "signature": Vec<String> = &Seq::new(cable.signature());
        /// Markers behind the text: BT, NNNN.
        "end_markers": Vec<String> = &Seq::new(cable.end_markers());
        /// Stamps of the release.
        "release_stamps": Vec<String> = &Seq::new(cable.release_stamps());
        /// What is there and has no value: the path of the value, and why.
        "states": std::collections::BTreeMap<String, State> = &States(cable);
        /// What is odd.
        "diagnostics": Vec<Diagnostic> = cable.diagnostics();
    }
}

fn write<S: Serializer>(
    cable: CableRef<'_>,
    spans: Option<&impl Serialize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut record = serializer.serialize_struct("Cable", COUNT + usize::from(spans.is_some()))?;
    fields(cable, &mut record)?;
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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.view().to_json().starts_with(r#"{"schema_version":1,"format":"telegram""#));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn to_json(self) -> String {
        // Strings and numbers only: writing them to memory does not fail.
        serde_json::to_string(&self).unwrap_or_default()
    }

    /// The telegram as JSON with one more object, `spans`: JSON pointers of the values and their places in the text.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.view().to_json_with_spans().contains(r#""/tags/0":["#));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn to_json_with_spans(self) -> String {
        serde_json::to_string(&WithSpans(self, self.spans())).unwrap_or_default()
    }
}

impl<S: AsRef<[u8]>> Cable<S> {
    /// The telegram as compact JSON. See [`CableRef::to_json`].
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.to_json(), cable.view().to_json());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        self.view().to_json()
    }
}

/// The JSON Schema (draft 2020-12) of what [`CableRef::to_json`] and [`CableRef::to_json_with_spans`] write.
///
/// It is made from the types that are written, so it says what is written. Objects have the keys it names and no others;
/// vocabularies may grow.
///
/// ```
/// let schema = cable_core::json_schema();
/// assert_eq!(schema["properties"]["paragraphs"]["items"]["$ref"], "#/$defs/Paragraph");
/// ```
#[cfg(feature = "schema")]
pub fn json_schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Described>();
    let spans = schemars::json_schema!({
        "type": "object",
        "description": "Only where asked for: places of the values in the text, by JSON pointer.",
        "additionalProperties": { "$ref": "#/$defs/Span" },
    });
    if let Some(properties) = schema
        .get_mut("properties")
        .and_then(|value| value.as_object_mut())
    {
        properties.insert("spans".into(), spans.into());
    }
    let mut schema = serde_json::Value::from(schema);
    finish(&mut schema);
    schema
}

/// Objects with named keys have no others, and the examples of Rust say nothing to who reads the JSON.
#[cfg(feature = "schema")]
fn finish(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Object(object) => {
            if object
                .get("properties")
                .is_some_and(serde_json::Value::is_object)
                && object.get("type").is_some_and(|kind| kind == "object")
            {
                object.insert("additionalProperties".into(), false.into());
            }
            if let Some(serde_json::Value::String(text)) = object.get_mut("description") {
                text.truncate(text.find("\n\n```").unwrap_or(text.len()));
            }
            object.values_mut().for_each(finish);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(finish),
        _ => {}
    }
}
