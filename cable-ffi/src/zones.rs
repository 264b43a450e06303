//! The two tilings: zones of the text, regions of the input.

use crate::{cable_document, cable_source_span, cable_span, cable_status, cable_zone_kind, guard};
use cable_core::container::RegionKind;

/// A stretch of the text. Zones tile the text in order.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_zone {
    /// What it is.
    pub kind: cable_zone_kind,
    /// Where it is.
    pub span: cable_span,
}

/// What a stretch of the input is.
#[repr(u32)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum cable_region_kind {
    /// A kind this version has no number for.
    #[default]
    Other = 0,
    /// The text of the telegram.
    Text = 1,
    /// What the wrapping says of the telegram.
    Envelope = 2,
    /// Everything else.
    Wrapping = 3,
}

/// A stretch of the input. Regions tile the input in order.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_region {
    /// What it is.
    pub kind: cable_region_kind,
    /// Where it is.
    pub source: cable_source_span,
}

/// Count of the zones of the text.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_zone_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.cable.layout().zones().len()) }
}

/// The zone of the text at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `zone` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_zone_at(
    document: *const cable_document,
    index: usize,
    zone: *mut cable_zone,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, zone, |document| {
            document
                .cable
                .layout()
                .zones()
                .get(index)
                .map(|zone| cable_zone {
                    kind: zone.kind as u32,
                    span: zone.span.into(),
                })
        })
    }
}

/// Count of the regions of the input.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_region_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.cable.regions().len()) }
}

/// The region of the input at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `region` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_region_at(
    document: *const cable_document,
    index: usize,
    region: *mut cable_region,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, region, |document| {
            document
                .cable
                .regions()
                .get(index)
                .map(|region| cable_region {
                    kind: match region.kind {
                        RegionKind::Text => cable_region_kind::Text,
                        RegionKind::Envelope => cable_region_kind::Envelope,
                        RegionKind::Wrapping => cable_region_kind::Wrapping,
                        _ => cable_region_kind::Other,
                    },
                    source: region.source.into(),
                })
        })
    }
}
