//! A telegram back to bytes.
//!
//! [`verbatim`] gives the input again, byte for byte, put together from the regions that tile it. `normalised` (feature
//! `serde`) lays the telegram out as the format has it.

#[cfg(feature = "serde")]
mod body;
#[cfg(feature = "serde")]
mod header;
#[cfg(feature = "serde")]
mod lines;
#[cfg(feature = "serde")]
mod normalised;
#[cfg(feature = "serde")]
mod parts;
#[cfg(feature = "serde")]
mod top;

#[cfg(feature = "serde")]
pub use normalised::{NOT_KEPT, normalised, reread_options};

use crate::Cable;
use std::io;

/// The input again, byte for byte: text, envelope and wrapping in the order they came. Of a telegram put together of several
/// inputs all of them, one after the other.
///
/// ```
/// use cable_core::{Cable, write};
/// let input = b"UNCLAS NORDHAVEN 000142\r\nSUBJECT: HERRING\r\n\r\n1. It falls\x80\r\n";
/// let cable = Cable::parse(input.as_slice())?;
/// assert_eq!(write::verbatim(&cable), input);
/// # Ok::<(), cable_core::Error>(())
/// ```
pub fn verbatim<S: AsRef<[u8]>>(cable: &Cable<S>) -> Vec<u8> {
    let mut out = Vec::with_capacity(cable.source().len());
    for part in parts(cable) {
        out.extend_from_slice(part);
    }
    out
}

/// Writes the input again, byte for byte.
///
/// # Errors
/// Those of `out`.
///
/// ```
/// use cable_core::{Cable, write};
/// let cable = Cable::parse(b"UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_slice())?;
/// let mut out = Vec::new();
/// write::verbatim_to(&cable, &mut out).unwrap();
/// assert!(out.ends_with(b"HERRING\n"));
/// # Ok::<(), cable_core::Error>(())
/// ```
pub fn verbatim_to<S: AsRef<[u8]>>(cable: &Cable<S>, out: &mut impl io::Write) -> io::Result<()> {
    parts(cable).try_for_each(|part| out.write_all(part))
}

fn parts<S: AsRef<[u8]>>(cable: &Cable<S>) -> impl Iterator<Item = &[u8]> {
    cable
        .regions()
        .iter()
        .map(|region| cable.slice_source(region.source))
}
