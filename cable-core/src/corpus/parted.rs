//! [`Parted`]: one telegram of a stream, parted off.

use super::unit::UnitKind;
use super::window::Window;

/// What a reader of a stream parts off.
pub(super) struct Parted {
    /// Where it begins in the stream.
    pub(super) start: u64,
    /// Nothing of one that is too large.
    pub(super) bytes: Vec<u8>,
    pub(super) kind: UnitKind,
}

impl Parted {
    /// Takes the first `length` bytes of the window. `large` is where one began that is too large to be held, of which the
    /// window has the end.
    pub(super) fn take(
        window: &mut Window,
        length: usize,
        kind: UnitKind,
        large: Option<u64>,
    ) -> Self {
        let start = window.offset();
        match large {
            Some(start) => {
                window.skip(length);
                Parted {
                    start,
                    bytes: Vec::new(),
                    kind: UnitKind::TooLarge,
                }
            }
            None => Parted {
                start,
                bytes: window.take(length),
                kind,
            },
        }
    }
}
