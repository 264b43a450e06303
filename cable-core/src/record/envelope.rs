//! What the wrapping says of a telegram, kept apart from what the telegram says.

use super::{Mark, Marking};
use crate::span::SourceSpan;
use jiff::Timestamp;
use std::borrow::Cow;

/// A value of the wrapping and its place in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvelopeText {
    /// The value, decoded.
    pub value: String,
    /// Where it stands in the input.
    pub source: SourceSpan,
}

impl EnvelopeText {
    /// A value at a place.
    pub fn new(value: impl Into<String>, source: SourceSpan) -> Self {
        EnvelopeText {
            value: value.into(),
            source,
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for EnvelopeText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.value)
    }
}

/// Everything the wrapping says.
///
/// ```
/// # #[cfg(feature = "csv")] {
/// use cable_core::Cable;
/// let row = "\"1\",\"3/4/2008 10:15\",\"08NORDHAVEN142\",\"Embassy Nordhaven\",\"UNCLASSIFIED\",\"08STATE12\",\"\",\"UNCLAS NORDHAVEN 000142\nSIPDIS\nSUBJECT: HERRING\n\"\n";
/// let cable = Cable::parse(row.as_bytes())?;
/// let envelope = cable.view().envelope().expect("what the row says");
/// assert_eq!(envelope.references[0].value, "08STATE12");
/// // A value of the envelope stands in the input only, not in the text.
/// let origin = envelope.origin.as_ref().unwrap();
/// assert_eq!(cable.slice_source(origin.source), b"Embassy Nordhaven");
/// # }
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Envelope {
    /// Reference id or document number, as printed.
    pub reference_id: Option<EnvelopeText>,
    /// When the telegram was made.
    pub created: Option<(Created, SourceSpan)>,
    /// When it was published.
    pub released: Option<(Created, SourceSpan)>,
    /// Classification, as printed. [`Envelope::marking`] reads it.
    pub classification: Option<EnvelopeText>,
    /// The classification as read.
    pub(crate) mark: Option<Mark>,
    /// Origin: `Embassy Moscow`.
    pub origin: Option<EnvelopeText>,
    /// Subject, or its first line.
    pub subject: Option<EnvelopeText>,
    /// Tags.
    pub tags: Vec<EnvelopeText>,
    /// References.
    pub references: Vec<EnvelopeText>,
    /// Articles that used the telegram.
    pub media: Vec<EnvelopeText>,
    /// Everything else, in order.
    pub attributes: Vec<EnvelopeAttribute>,
}

/// A date of the wrapping: an instant, or only a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Created {
    /// To the minute or second, in UTC.
    Instant(Timestamp),
    /// A day.
    Day(jiff::civil::Date),
}

impl Created {
    /// The day, in UTC.
    pub fn day(self) -> jiff::civil::Date {
        match self {
            Created::Instant(instant) => jiff::tz::Offset::UTC.to_datetime(instant).date(),
            Created::Day(day) => day,
        }
    }
}

impl core::fmt::Display for Created {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Created::Instant(instant) => instant.fmt(f),
            Created::Day(day) => day.fmt(f),
        }
    }
}

/// A label of the wrapping with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EnvelopeAttribute {
    /// The label: `Film Number`. One of a table of the format is borrowed from there.
    pub label: Cow<'static, str>,
    /// Its values; a label that holds one value has one.
    pub values: Vec<EnvelopeText>,
    /// Whether the label holds a list.
    pub list: bool,
}

impl EnvelopeAttribute {
    /// A label with its values.
    pub fn new(label: impl Into<Cow<'static, str>>, values: Vec<EnvelopeText>, list: bool) -> Self {
        EnvelopeAttribute {
            label: label.into(),
            values,
            list,
        }
    }
}

impl Envelope {
    /// The classification as a marking; `None` if there is none or it cannot be read.
    pub fn marking(&self) -> Option<Marking<'_>> {
        use crate::spanned::Resolve;
        let printed = self.classification.as_ref()?;
        Some(self.mark.as_ref()?.resolve(&printed.value))
    }
}

#[cfg(feature = "serde")]
pub(crate) mod json {
    use super::{Created, Envelope, EnvelopeAttribute};
    #[cfg(feature = "schema")]
    use crate::record::Marking;
    use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

    impl Serialize for Created {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    struct Attributes<'a>(&'a [EnvelopeAttribute]);

    impl Serialize for Attributes<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(self.0.len()))?;
            for attribute in self.0 {
                if attribute.list {
                    map.serialize_entry(&attribute.label, &attribute.values)?;
                } else {
                    map.serialize_entry(&attribute.label, &attribute.values.first())?;
                }
            }
            map.end()
        }
    }

    crate::object::object! {
        /// What the wrapping says.
        "Envelope" of &Envelope, as envelope {
            /// Reference id or document number, as printed.
            "reference_id": Option<String> = &envelope.reference_id;
            /// When the telegram was made.
            "created": Option<crate::object::InstantOrDay> = &envelope.created.map(|(value, _)| value);
            /// When it was released.
            "released": Option<crate::object::InstantOrDay> = &envelope.released.map(|(value, _)| value);
            /// Its classification.
            "classification": Option<Marking<'static>> = &envelope.marking();
            /// The post that sent it.
            "origin": Option<String> = &envelope.origin;
            /// Its subject, or the first line of it.
            "subject": Option<String> = &envelope.subject;
            /// TAGS, as printed.
            "tags": Vec<String> = &envelope.tags;
            /// References, as printed.
            "references": Vec<String> = &envelope.references;
            /// Where the text was published.
            "media": Vec<String> = &envelope.media;
            /// Further labels of the wrapping, each with its value or its list of values.
            "attributes": std::collections::BTreeMap<String, OneOrMany> = &Attributes(&envelope.attributes);
        }
    }

    /// The value of a label, or its values.
    #[cfg(feature = "schema")]
    #[derive(schemars::JsonSchema)]
    #[schemars(untagged)]
    #[allow(dead_code)] // only described
    enum OneOrMany {
        One(Option<String>),
        Many(Vec<String>),
    }

    impl Serialize for Envelope {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut record = serializer.serialize_struct("Envelope", COUNT)?;
            fields(self, &mut record)?;
            record.end()
        }
    }
}
