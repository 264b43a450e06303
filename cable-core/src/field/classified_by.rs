//! Classified By: who classified the telegram, and why.

mod block;
mod letters;
mod loose;
mod parts;
mod reasons;
mod shape;
mod tokens;
mod who;
mod word;

use crate::diagnostic::Sink;
use crate::field::Context;
use crate::record::ClassifiedBy;
use crate::scan::Folded;
use crate::span::Span;
use crate::spanned::Spanned;
use block::Block;
use std::borrow::Cow;

/// The block behind the words `Classified By`.
///
/// Input: `: Ambassador Jane Q. Roe, reasons 1.4 (b) and (d).`, `: ROE, JANE, Ambassador; REASON: 1.4(B)`,
/// `SECTION 1.5 (B)`; wrapped, its words cut by the width of the column, with the words `Classified by` said again.
/// Lines may follow that belong to something else. The second value is how many bytes of the joined lines the block
/// takes: who, reasons, `DERIVED FROM`.
///
/// Titles are told from names by the words they are made of; without a name there is no classifier unless a title is
/// printed. Reasons become `1.4(b)`, one entry a letter. Reports `reason-invalid` for one that is not of the order in
/// force. Source: 5 FAH-1 H-246; 32 CFR 2001.21; E.O. 12065 to 13526.
///
/// ```
/// use cable_core::{Resolve, Span, field::{Context, classified_by}, scan::Folded};
/// let text = "PolCouns Jane Q. Roe for reasons 1.4 (b/d).";
/// let folded = Folded::new(text, &[Span::new(0, 43)]);
/// let (block, end) = classified_by::parse(&folded, &Context::default(), &mut ());
/// let block = block.resolve(text);
/// assert_eq!(block.classifiers[0].name, Some("Jane Q. Roe"));
/// assert_eq!(block.classifiers[0].title, Some("PolCouns"));
/// assert_eq!(block.reasons, ["1.4(b)", "1.4(d)"]);
/// assert_eq!(end, 43);
/// ```
pub fn parse(
    folded: &Folded<'_>,
    context: &Context<'_>,
    sink: &mut impl Sink,
) -> (ClassifiedBy<Spanned>, usize) {
    let block = Block::new(folded);
    let text = block.text();
    let found = parts::find(text);
    let reasons = reasons::read(text, &found);
    let classifiers = who::read(&block, folded, found.cut);
    let derived_from = found
        .derived
        .clone()
        .map(|range| block.spanned(folded, range));
    let mut end = reasons
        .end
        .max(found.derived.as_ref().map_or(0, |range| range.end));
    if end == 0 {
        end = classifiers.end.max(found.lead_in_end);
    }
    let end = block.end(end);
    let order = if reasons.items.is_empty() {
        None
    } else {
        reasons::order(context)
    };
    let values = reasons
        .items
        .into_iter()
        .map(|reason| {
            let place = block.span(folded, reason.place.clone());
            reasons::check(&reason, order, place, sink);
            spanned(folded.text(), place, reason.value)
        })
        .collect();
    let value = ClassifiedBy {
        classifiers: classifiers.list,
        reasons: values,
        derived_from,
        span: folded.span(0..end),
    };
    (value, end)
}

/// A reason in its regular form, kept only where it is printed otherwise.
fn spanned(text: &str, place: Span, value: Cow<'static, str>) -> Spanned {
    if place.slice(text) == value {
        Spanned::verbatim(place)
    } else {
        Spanned::changed(place, value)
    }
}

#[cfg(test)]
mod tests;
