//! States that need the whole telegram: what is there and has no value. Paths are the keys of the contract.

use super::posts::is_redacted;
use crate::layout::Layout;
use crate::read::pages::{is_lost_text, is_no_text};
use crate::record::{Format, State};

pub(super) fn set(text: &str, layout: &mut Layout) {
    let header = layout.header.as_ref();
    let unreadable = header.is_some_and(|header| {
        header.date_time_group.is_none() && !header.spans.date_time_group.is_empty()
    });
    let originator = header
        .and_then(|header| header.originator.as_ref())
        .is_some_and(|one| is_redacted(one.name.get(text)));
    let post = layout
        .banner
        .as_ref()
        .and_then(|banner| banner.post.as_ref())
        .is_some_and(|post| is_redacted(post.get(text)));
    let subject = layout
        .subject
        .as_ref()
        .is_some_and(|subject| is_all_redacted(subject.text.get(text)));
    if unreadable {
        layout.set_state("header.date_time_group", State::Unreadable);
    }
    if originator {
        layout.set_state("header.originator", State::Redacted);
    }
    if post {
        layout.set_state("banner.post", State::Redacted);
    }
    if subject {
        layout.set_state("subject", State::Redacted);
    }
    if layout.format == Format::Archive && layout.paragraphs.is_empty() {
        if text.lines().any(is_lost_text) {
            layout.set_state("paragraphs", State::Unreadable);
        } else if text.lines().any(is_no_text) {
            layout.set_state("paragraphs", State::ExplicitlyEmpty);
        }
    }
}

/// Nothing but runs of X is left.
fn is_all_redacted(text: &str) -> bool {
    let mut letters = text.bytes().filter(u8::is_ascii_alphanumeric).peekable();
    letters.peek().is_some()
        && text.len() >= 5
        && letters.all(|letter| matches!(letter, b'X' | b'x'))
}
