//! The signs of a message.

use crate::span::SourceSpan;
use memchr::memmem;

/// A sign that an input is a message: two labels that stand together in no other text, each at the start of a line.
pub(in crate::container) fn sign(input: &[u8]) -> Option<(&'static str, SourceSpan)> {
    let number = label(input, b"MRN:");
    let date = label(input, b"Date/DTG:");
    if let (Some(number), Some(_)) = (number, date) {
        return Some(("labels `MRN:` and `Date/DTG:`", number));
    }
    // One of them may be lost.
    let first = number.or(date)?;
    let others: [&[u8]; 5] = [b"From:", b"Action:", b"Subject:", b"E.O.:", b"Drafted By:"];
    others
        .iter()
        .any(|other| label(input, other).is_some())
        .then_some((
            "label `MRN:` or `Date/DTG:` with labels of a message",
            first,
        ))
}

/// A label at the start of a line.
fn label(input: &[u8], label: &[u8]) -> Option<SourceSpan> {
    memmem::find_iter(input, label)
        .find(|&at| {
            let before = at.checked_sub(1).and_then(|before| input.get(before));
            matches!(before, None | Some(b'\n' | b'\r')) || input[..at] == *b"\xEF\xBB\xBF"
        })
        .map(|at| SourceSpan::at(at, at + label.len()))
}
