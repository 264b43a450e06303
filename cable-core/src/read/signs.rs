//! Whether anything that was read is a sign of a telegram.

use crate::layout::Layout;

/// At least one of: a header line shape, a banner, a label, a marked numbered paragraph. Of a fragment any text is
/// enough.
pub(super) fn is_telegram(text: &str, layout: &Layout, fragment: bool) -> bool {
    if fragment {
        return text.bytes().any(|byte| byte > b' ');
    }
    layout.header.is_some()
        || layout.distribution.is_some()
        || layout.banner.is_some()
        || layout.executive_order.is_some()
        || !layout.tags.is_empty()
        || layout.subject.is_some()
        || !layout.states.is_empty()
        || !layout.references.is_empty()
        || layout.classified_by.is_some()
        || layout
            .paragraphs
            .iter()
            .any(|paragraph| paragraph.number.is_some() && paragraph.mark.is_some())
}
