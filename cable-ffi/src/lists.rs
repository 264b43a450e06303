//! Fields that are lists of strings, and states.

use crate::string::Lists;
use crate::{cable_document, cable_state, cable_status, cable_str, cable_str_list, guard};
use cable_core::CableRef;

/// A field that is a list of strings, for `cable_document_list`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_list {
    /// `captions`, upper-cased, each once.
    Captions = 1,
    /// `notes`: lines before the first label that are neither captions nor pass lines.
    Notes = 2,
    /// `signature`: persons who signed.
    Signature = 3,
    /// `end_markers`: what stands behind the signature: `NNNN`, `BT`.
    EndMarkers = 4,
    /// `release_stamps`: stamps of the release review.
    ReleaseStamps = 5,
    /// Tags that are printed again; not in the JSON.
    RepeatedTags = 6,
}

/// A field that is there but has no value.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_field_state {
    /// Path of the field: `references`.
    pub path: cable_str,
    /// Why it has no value.
    pub state: cable_state,
}

/// The views of the lists of strings.
pub(crate) struct ListViews {
    /// By number of `cable_list`, from 1.
    fields: [cable_str_list; 6],
    states: Vec<cable_field_state>,
    _lists: Lists,
}

impl ListViews {
    fn new(view: CableRef<'_>) -> Self {
        let mut lists = Lists::default();
        let fields = [
            lists.keep(view.captions()),
            lists.keep(view.notes()),
            lists.keep(view.signature()),
            lists.keep(view.end_markers()),
            lists.keep(view.release_stamps()),
            lists.keep(view.repeated_tags()),
        ];
        let states = view.states().map(|(path, state)| cable_field_state {
            path: path.into(),
            state: state as u32,
        });
        ListViews {
            fields,
            states: states.collect(),
            _lists: lists,
        }
    }
}

impl cable_document {
    fn lists(&self) -> &ListViews {
        self.lists.get_or_init(|| ListViews::new(self.view()))
    }
}

/// The strings of one `cable_list`.
///
/// Returns: the value; 0 or absent if there is none, and for a NULL document.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_list(
    document: *const cable_document,
    list: u32,
) -> cable_str_list {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            list.checked_sub(1)
                .and_then(|at| document.lists().fields.get(at as usize))
                .copied()
                .unwrap_or_default()
        })
    }
}

/// Count of the fields that are there but have no value.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_state_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.lists().states.len()) }
}

/// The field without a value at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `state` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_state_at(
    document: *const cable_document,
    index: usize,
    state: *mut cable_field_state,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, state, |document| {
            document.lists().states.get(index).copied()
        })
    }
}
