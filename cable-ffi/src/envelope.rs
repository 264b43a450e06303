//! What the wrapping says.

use crate::string::Lists;
use crate::{
    cable_document, cable_marking, cable_source_span, cable_status, cable_str, cable_str_list,
    cable_time, guard,
};
use cable_core::record::EnvelopeText;
use std::collections::HashMap;

/// What the wrapping says of the telegram; its other labels by `cable_document_attribute_at`.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_envelope {
    /// Reference id or document number, as printed.
    pub reference_id: cable_str,
    /// When the telegram was made.
    pub created: cable_time,
    /// When it was published.
    pub released: cable_time,
    /// Classification.
    pub classification: cable_marking,
    /// Origin: `Embassy Moscow`.
    pub origin: cable_str,
    /// Subject, or its first line.
    pub subject: cable_str,
    /// Tags.
    pub tags: cable_str_list,
    /// References.
    pub references: cable_str_list,
    /// Articles that used the telegram.
    pub media: cable_str_list,
}

/// A label of the wrapping with its values.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_attribute {
    /// The label: `Film Number`.
    pub label: cable_str,
    /// Whether the label holds a list; else it has one value or none.
    pub is_list: bool,
    /// Its values.
    pub values: cable_str_list,
}

/// The views of an envelope.
pub(crate) struct Envelope {
    record: cable_envelope,
    attributes: Vec<cable_attribute>,
    /// Places in the input, by JSON pointer.
    places: HashMap<String, cable_source_span>,
    _lists: Lists,
}

fn values(texts: &[EnvelopeText]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| text.value.as_str())
}

/// A key as a part of a JSON pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn places(envelope: &cable_core::record::Envelope) -> HashMap<String, cable_source_span> {
    let mut places = HashMap::new();
    let mut add = |pointer: String, source: cable_core::SourceSpan| {
        places.insert(pointer, source.into());
    };
    for (name, text) in [
        ("reference_id", &envelope.reference_id),
        ("classification", &envelope.classification),
        ("origin", &envelope.origin),
        ("subject", &envelope.subject),
    ] {
        if let Some(text) = text {
            add(format!("/envelope/{name}"), text.source);
        }
    }
    for (name, time) in [
        ("created", envelope.created),
        ("released", envelope.released),
    ] {
        if let Some((_, source)) = time {
            add(format!("/envelope/{name}"), source);
        }
    }
    for (name, list) in [
        ("tags", &envelope.tags),
        ("references", &envelope.references),
        ("media", &envelope.media),
    ] {
        for (index, text) in list.iter().enumerate() {
            add(format!("/envelope/{name}/{index}"), text.source);
        }
    }
    for attribute in &envelope.attributes {
        let pointer = format!("/envelope/attributes/{}", escaped(&attribute.label));
        for (index, text) in attribute.values.iter().enumerate() {
            if attribute.list {
                add(format!("{pointer}/{index}"), text.source);
            } else if index == 0 {
                add(pointer.clone(), text.source);
            }
        }
    }
    places
}

impl Envelope {
    fn new(envelope: &cable_core::record::Envelope) -> Self {
        let mut lists = Lists::default();
        let text =
            |text: &Option<EnvelopeText>| text.as_ref().map(|text| text.value.as_str()).into();
        let record = cable_envelope {
            reference_id: text(&envelope.reference_id),
            created: envelope.created.map(|(time, _)| time).into(),
            released: envelope.released.map(|(time, _)| time).into(),
            classification: cable_marking::of(envelope.marking(), &mut lists),
            origin: text(&envelope.origin),
            subject: text(&envelope.subject),
            tags: lists.keep(values(&envelope.tags)),
            references: lists.keep(values(&envelope.references)),
            media: lists.keep(values(&envelope.media)),
        };
        let attributes = envelope
            .attributes
            .iter()
            .map(|attribute| cable_attribute {
                label: attribute.label.as_ref().into(),
                is_list: attribute.list,
                values: lists.keep(values(&attribute.values)),
            })
            .collect();
        Envelope {
            record,
            attributes,
            places: places(envelope),
            _lists: lists,
        }
    }

    pub(crate) fn place(&self, pointer: &str) -> Option<cable_source_span> {
        self.places.get(pointer).copied()
    }
}

impl cable_document {
    pub(crate) fn envelope(&self) -> Option<&Envelope> {
        let make = || self.view().envelope().map(Envelope::new);
        self.envelope.get_or_init(make).as_ref()
    }
}

/// What the wrapping says.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `envelope` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_envelope(
    document: *const cable_document,
    envelope: *mut cable_envelope,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, envelope, |document| {
            Some(document.envelope()?.record)
        })
    }
}

/// Count of the other labels of the envelope.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_attribute_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .envelope()
                .map_or(0, |envelope| envelope.attributes.len())
        })
    }
}

/// The label of the envelope at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `attribute` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_attribute_at(
    document: *const cable_document,
    index: usize,
    attribute: *mut cable_attribute,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, attribute, |document| {
            document.envelope()?.attributes.get(index).copied()
        })
    }
}
