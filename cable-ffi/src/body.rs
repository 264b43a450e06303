//! Paragraphs, their items, summary and comment, headings.

use crate::string::Lists;
use crate::{
    cable_document, cable_marked_text, cable_marking, cable_optional_u32, cable_role, cable_status,
    cable_str, guard,
};
use cable_core::CableRef;
use cable_core::record::Item;
use std::ops::Range;

/// One paragraph.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_paragraph {
    /// Its number; absent for an unnumbered block.
    pub number: cable_optional_u32,
    /// The letter glued to the number: `a` of `2a.`
    pub suffix: cable_str,
    /// Its portion mark.
    pub mark: cable_marking,
    /// What it is for; 0 if nothing special.
    pub role: cable_role,
    /// The last title before it.
    pub heading: cable_str,
    /// Wrapped lines joined; number, mark, role marker, breaks and headings left out.
    pub text: cable_str,
    /// Number of the transmission section it begins in; absent for a telegram in one section.
    pub transmission_section: cable_optional_u32,
    /// Items of all depths, for `cable_document_item_at`.
    pub item_count: usize,
}

/// A sub-paragraph. Items come in the order of the text with a depth: those below an item follow it, one deeper.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_item {
    /// 0 for an item of the paragraph, 1 for an item of such an item, and so on.
    pub depth: u32,
    /// `A`, `1` or `-`, as printed, without stop or parentheses.
    pub label: cable_str,
    /// Its portion mark.
    pub mark: cable_marking,
    /// Its text, wrapped lines joined.
    pub text: cable_str,
}

/// The views of the body.
pub(crate) struct Body {
    paragraphs: Vec<cable_paragraph>,
    /// The items of each paragraph in `items`.
    ranges: Vec<Range<usize>>,
    items: Vec<cable_item>,
    headings: Vec<cable_marked_text>,
    _lists: Lists,
}

fn flatten(tree: Vec<Item<'_>>, depth: u32, lists: &mut Lists, items: &mut Vec<cable_item>) {
    for item in tree {
        items.push(cable_item {
            depth,
            label: item.label.into(),
            mark: cable_marking::of(item.mark, lists),
            text: item.text.into(),
        });
        flatten(item.items, depth + 1, lists, items);
    }
}

impl Body {
    fn new(view: CableRef<'_>) -> Self {
        let mut lists = Lists::default();
        let mut items = Vec::new();
        let mut ranges = Vec::new();
        let mut paragraphs = Vec::new();
        for paragraph in view.paragraphs() {
            let first = items.len();
            flatten(paragraph.items(), 0, &mut lists, &mut items);
            ranges.push(first..items.len());
            paragraphs.push(cable_paragraph {
                number: paragraph.number().into(),
                suffix: paragraph.suffix().into(),
                mark: cable_marking::of(paragraph.mark(), &mut lists),
                role: paragraph.role().map_or(0, |role| role as u32),
                heading: paragraph.heading().into(),
                text: paragraph.text().into(),
                transmission_section: paragraph.transmission_section().into(),
                item_count: items.len() - first,
            });
        }
        let headings = view.headings().map(|heading| cable_marked_text {
            text: heading.text.into(),
            mark: cable_marking::of(heading.mark, &mut lists),
        });
        Body {
            paragraphs,
            ranges,
            items,
            headings: headings.collect(),
            _lists: lists,
        }
    }

    fn items(&self, paragraph: usize) -> &[cable_item] {
        let range = self.ranges.get(paragraph).cloned();
        range.and_then(|range| self.items.get(range)).unwrap_or(&[])
    }
}

impl cable_document {
    fn body(&self) -> &Body {
        self.body.get_or_init(|| Body::new(self.view()))
    }
}

/// Count of the paragraphs.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_paragraph_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.view().paragraphs().len()) }
}

/// The paragraph at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `paragraph` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_paragraph_at(
    document: *const cable_document,
    index: usize,
    paragraph: *mut cable_paragraph,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, paragraph, |document| {
            document.body().paragraphs.get(index).copied()
        })
    }
}

/// Count of the items of all depths of the paragraph at index `paragraph`.
///
/// Returns: the count; 0 for a NULL document and beyond the last `paragraph`.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_item_count(
    document: *const cable_document,
    paragraph: usize,
) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.body().items(paragraph).len()) }
}

/// The item at `index`, from 0, of the paragraph at index `paragraph`; items of all depths in the order of the text.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `item` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_item_at(
    document: *const cable_document,
    paragraph: usize,
    index: usize,
    item: *mut cable_item,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, item, |document| {
            document.body().items(paragraph).get(index).copied()
        })
    }
}

/// The summary, without its markers.
///
/// Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_summary(document: *const cable_document) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::string(document, |document| document.view().summary()) }
}

/// The comment, without its markers.
///
/// Returns: the string; `{NULL, 0}` if there is none, and for a NULL document.
/// Ownership: lives as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_comment(document: *const cable_document) -> cable_str {
    // SAFETY: the caller's promise.
    unsafe { guard::string(document, |document| document.view().comment()) }
}

/// Count of the titles.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_heading_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe { guard::value(document, |document| document.view().headings().len()) }
}

/// The title at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `heading` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_heading_at(
    document: *const cable_document,
    index: usize,
    heading: *mut cable_marked_text,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, heading, |document| {
            document.body().headings.get(index).copied()
        })
    }
}
