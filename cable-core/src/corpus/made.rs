//! What a caller makes of a member.

use super::unit::Member;
use std::sync::Arc;

/// What becomes of a member.
pub(super) type Make<T> = Arc<dyn Fn(Member) -> T + Send + Sync>;

/// What was made of a member, and whether it has a telegram.
pub(super) struct Made<T> {
    pub(super) value: T,
    pub(super) failed: bool,
}

pub(super) fn made<T>(member: Member, make: &Make<T>) -> Made<T> {
    let failed = member.cable.is_err();
    Made {
        value: make(member),
        failed,
    }
}
