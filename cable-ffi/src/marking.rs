//! [`cable_marking`]: a level and its controls.

use crate::string::Lists;
use crate::{cable_level, cable_str, cable_str_list};
use cable_core::record::Marking;

/// A classification: of the telegram, of a portion, or of an envelope. `level == 0`: there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_marking {
    /// The level; 0 if there is no marking.
    pub level: cable_level,
    /// The controls, written out: `NOFORN`, `REL TO USA, FVEY`.
    pub controls: cable_str_list,
    /// The name of the field: `SECRET//NOFORN`, `LIMITED OFFICIAL USE`.
    pub display: cable_str,
    /// As it stands in the text.
    pub printed: cable_str,
}

impl cable_marking {
    pub(crate) fn of(marking: Option<Marking<'_>>, lists: &mut Lists) -> Self {
        marking.map_or_else(cable_marking::default, |marking| cable_marking {
            level: marking.level as u32,
            controls: lists.keep(marking.controls.iter().copied()),
            display: marking.display.into(),
            printed: marking.printed.into(),
        })
    }
}
