//! The REF field: what the telegram refers to.

mod cable;
mod free;
mod kind;
mod label;
mod post;
mod reader;
mod stop;
mod suffix;
#[cfg(test)]
mod tests;
mod token;
#[cfg(test)]
mod totality;
mod year;

use super::Context;
use crate::diagnostic::Sink;
use crate::record::Reference;
use crate::scan::Folded;
use crate::spanned::Spanned;
use reader::Reader;
use std::ops::Range;
use token::Tokens;

/// What a REF field holds.
///
/// ```
/// use cable_core::{Span, field::{Context, reference}, scan::Folded};
/// let text = "NONE";
/// let folded = Folded::new(text, &[Span::new(0, 4)]);
/// let found = reference::parse(&folded, &Context::assumed(Some(2008)), 5000, &mut ());
/// assert!(found.explicitly_empty && found.entries.is_empty());
/// // With a limit of one, the rest is told and left unread.
/// let text = "ROME 1, OSLO 2";
/// let folded = Folded::new(text, &[Span::new(0, 14)]);
/// let found = reference::parse(&folded, &Context::assumed(Some(2008)), 1, &mut ());
/// assert_eq!(&text[found.unread.unwrap()], ", OSLO 2");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct References {
    /// The references, in order; a list of serials gives one each.
    pub entries: Vec<Reference<Spanned>>,
    /// Whether the field says that there is none: `NONE`, `N/A`.
    pub explicitly_empty: bool,
    /// Bytes of the folded string that belong to the field; prose behind it does not.
    pub end: usize,
    /// Bytes of the folded string beyond the limit, which were not read.
    pub unread: Option<Range<usize>>,
}

/// Reads the content of a REF field, what stands behind its label.
///
/// Typical input: `A. 08 NORDHAVEN 1234 (NOTAL)  B. ZELTBERG 820 AND PREVIOUS`, on one line or several. Consumed are
/// the entries and the section and page breaks among them, up to prose, another label or a paragraph; [`References::end`] says how far. At most
/// `limit` entries are read.
///
/// Reported are letters left out, a year that was inferred from the serial, a year later than the telegram, an entry
/// that is the telegram itself (and is left out), and the limit.
///
/// Source: 5 FAH-2 H-321 (message reference numbers); 2.7 and 3 of the format reference.
///
/// ```
/// use cable_core::field::{Context, reference};
/// use cable_core::{Span, scan::Folded};
///
/// let text = "A. 08 MOSCOW 1234 (NOTAL)  B. ROME 820, 821";
/// let folded = Folded::new(text, &[Span::new(0, 43)]);
/// let found = reference::parse(&folded, &Context::assumed(Some(2009)), 5000, &mut ());
/// let targets: Vec<_> = found.entries.iter().filter_map(|entry| Some(entry.target.as_ref()?.get(text))).collect();
/// assert_eq!(targets, ["08MOSCOW1234", "09ROME820", "09ROME821"]);
/// assert!(found.entries[0].notal);
/// assert_eq!(found.entries[2].label.as_ref().map(|label| label.get(text)), Some("B"));
/// assert_eq!(found.end, 43);
/// ```
pub fn parse(
    folded: &Folded<'_>,
    context: &Context<'_>,
    limit: usize,
    sink: &mut impl Sink,
) -> References {
    let tokens = Tokens::new(folded.as_str());
    Reader::new(folded, &tokens, context, limit, sink).read()
}
