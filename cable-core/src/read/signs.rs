//! Whether anything that was read is a sign of a telegram.

use crate::layout::Layout;
use crate::record::{Envelope, Format};

/// At least one of: a header line shape, a banner, a label, a marked numbered paragraph. Of a fragment any text is
/// enough. A page or record that names a telegram is one, even if its text is lost.
pub(super) fn is_telegram(
    text: &str,
    layout: &Layout,
    envelope: Option<&Envelope>,
    fragment: bool,
) -> bool {
    let has_labels = matches!(layout.format, Format::Archive | Format::Smart);
    let named = envelope.is_some_and(|envelope| {
        envelope.reference_id.is_some() || has_labels && !envelope.attributes.is_empty()
    });
    if named {
        return true;
    }
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
