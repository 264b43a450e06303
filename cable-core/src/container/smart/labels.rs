//! The labels of messages of the system used since 2009, as they are released.

/// What a label stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SmartLabel {
    /// `MRN`: the message reference number.
    ReferenceNumber,
    /// `Date/DTG`: the day, and the date-time group behind a slash.
    Date,
    From,
    Action,
    Info,
    /// `XMT`: addressees exempted from a collective.
    Exempted,
    Captions,
    PassLine,
    /// `E.O.`
    ExecutiveOrder,
    /// `TAGS`, `Reference`, `Subject`: labels that every telegram has.
    Field,
    Signature,
    DraftedBy,
    ClearedBy,
    ApprovedBy,
    ReleasedBy,
    /// `Action Post`, `Dissemination Rule`, `Attachments`, and labels that no table has.
    Attribute,
}

/// The labels as they are written. Source: section 4.5 of the format reference.
const LABELS: [(&str, SmartLabel); 22] = [
    ("MRN", SmartLabel::ReferenceNumber),
    ("Date/DTG", SmartLabel::Date),
    ("From", SmartLabel::From),
    ("Action", SmartLabel::Action),
    ("Info", SmartLabel::Info),
    ("XMT", SmartLabel::Exempted),
    ("E.O.", SmartLabel::ExecutiveOrder),
    ("TAGS", SmartLabel::Field),
    ("Captions", SmartLabel::Captions),
    ("Caption", SmartLabel::Captions),
    ("Pass Line", SmartLabel::PassLine),
    ("Reference", SmartLabel::Field),
    ("References", SmartLabel::Field),
    ("Subject", SmartLabel::Field),
    ("Signature", SmartLabel::Signature),
    ("Drafted By", SmartLabel::DraftedBy),
    ("Cleared By", SmartLabel::ClearedBy),
    ("Approved By", SmartLabel::ApprovedBy),
    ("Released By", SmartLabel::ReleasedBy),
    ("Action Post", SmartLabel::Attribute),
    ("Dissemination Rule", SmartLabel::Attribute),
    ("Attachments", SmartLabel::Attribute),
];

/// Longest label, and the fewest blanks before the value of a label that no table has.
const LONGEST: usize = 32;
const COLUMN: usize = 2;

/// A label at the start of a line, and the length up to its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LabelAt {
    pub(super) label: SmartLabel,
    /// Length of the word itself.
    pub(super) word: usize,
    /// Where the value begins.
    pub(super) value: usize,
}

/// The label that a line begins with, without blanks before it. One that no table has counts if its value stands in a
/// column of its own: `Sensitivity:      None`.
pub(super) fn at_start(line: &[u8]) -> Option<LabelAt> {
    if !line.first()?.is_ascii_uppercase() {
        return None;
    }
    let colon = memchr::memchr(b':', &line[..line.len().min(LONGEST + 1)])?;
    let word = line.get(..colon)?.trim_ascii_end();
    let known = LABELS
        .iter()
        .find(|(label, _)| label.as_bytes().eq_ignore_ascii_case(word));
    let label = match known {
        Some((_, label)) => *label,
        None if is_unknown_label(word, line.get(colon + 1..).unwrap_or(&[])) => {
            SmartLabel::Attribute
        }
        None => return None,
    };
    Some(LabelAt {
        label,
        word: word.len(),
        value: colon + 1,
    })
}

/// Up to four words that each begin with a capital letter, and a value behind a run of blanks.
fn is_unknown_label(word: &[u8], value: &[u8]) -> bool {
    let blanks = value
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    let column = blanks >= COLUMN || value.first() == Some(&b'\t');
    let words = word.split(|byte| *byte == b' ');
    column
        && value.len() > blanks
        && words.clone().count() <= 4
        && words.clone().all(|word| {
            word.first().is_some_and(u8::is_ascii_uppercase)
                && word
                    .iter()
                    .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'-'))
        })
        // A title in capitals is one of the text: `COMMENT:  …`
        && word.iter().any(u8::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_text() {
        let read = |line: &str| at_start(line.as_bytes()).map(|found| found.label);
        assert_eq!(
            read("MRN:    12 ZELTBERG 317"),
            Some(SmartLabel::ReferenceNumber)
        );
        assert_eq!(read("Date/DTG: Jun 08, 2012"), Some(SmartLabel::Date));
        assert_eq!(read("DRAFTED BY: ECON"), Some(SmartLabel::DraftedBy));
        assert_eq!(read("Sensitivity:     None"), Some(SmartLabel::Attribute));
        for line in [
            "Sensitivity: None",
            "COMMENT:  It falls.",
            "The minister said:   no",
            "  MRN: 12 ZELTBERG 317",
            "MRN 12 ZELTBERG 317",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
