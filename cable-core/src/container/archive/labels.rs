//! The labels of the Message Attributes block of 1973-79 records.

/// How the value of a label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One value; its lines are joined.
    One,
    /// Members between commas. A comma inside parentheses parts nothing: `OVIP (PELLINGER, ANTON)`.
    Commas,
    /// Members between semicolons, since they hold commas.
    Semicolons,
    /// A member a line.
    Lines,
    /// Members between commas or on lines of their own: posts.
    CommasAndLines,
}

/// Every label of the released records by its first letter and, with the same one, in the order in which files print them;
/// and how its value is written. Source: section 4.4 of the format reference.
pub(super) const LABELS: [(&str, Shape); 65] = [
    ("Automatic Decaptioning", Shape::One),
    ("Capture Date", Shape::One),
    ("Channel Indicators", Shape::Commas),
    ("Current Classification", Shape::One),
    ("Concepts", Shape::Commas),
    ("Control Number", Shape::One),
    ("Copy", Shape::One),
    ("Draft Date", Shape::One),
    ("Decaption Date", Shape::One),
    ("Decaption Note", Shape::One),
    ("Disposition Action", Shape::Commas),
    ("Disposition Approved on Date", Shape::One),
    ("Disposition Authority", Shape::One),
    ("Disposition Case Number", Shape::One),
    ("Disposition Comment", Shape::One),
    ("Disposition Date", Shape::One),
    ("Disposition Event", Shape::One),
    ("Disposition History", Shape::Semicolons),
    ("Disposition Reason", Shape::One),
    ("Disposition Remarks", Shape::One),
    ("Document Number", Shape::One),
    ("Document Source", Shape::One),
    ("Document Unique ID", Shape::One),
    ("Drafter", Shape::One),
    ("Enclosure", Shape::One),
    ("Executive Order", Shape::One),
    ("Errors", Shape::One),
    ("Film Number", Shape::One),
    ("From", Shape::One),
    ("Handling Restrictions", Shape::Commas),
    ("Image Path", Shape::One),
    ("ISecure", Shape::One),
    ("Legacy Key", Shape::One),
    ("Line Count", Shape::One),
    ("Locator", Shape::Commas),
    ("Markings", Shape::One),
    ("Office", Shape::Commas),
    ("Original Classification", Shape::One),
    ("Original Handling Restrictions", Shape::Commas),
    ("Original Previous Classification", Shape::One),
    ("Original Previous Handling Restrictions", Shape::Commas),
    ("Page Count", Shape::One),
    ("Previous Channel Indicators", Shape::Commas),
    ("Previous Classification", Shape::One),
    ("Previous Handling Restrictions", Shape::Commas),
    ("Reference", Shape::Commas),
    ("Review Action", Shape::Commas),
    ("Review Authority", Shape::One),
    ("Review Comment", Shape::One),
    ("Review Content Flags", Shape::Commas),
    ("Review Date", Shape::One),
    ("Review Event", Shape::One),
    ("Review History", Shape::Semicolons),
    ("Review Markings", Shape::Lines),
    ("Review Media Identifier", Shape::One),
    ("Review Release Date", Shape::One),
    ("Review Release Event", Shape::One),
    ("Review Transfer Date", Shape::One),
    ("Secure", Shape::One),
    ("Sent Date", Shape::One),
    ("Status", Shape::One),
    ("Subject", Shape::One),
    ("TAGS", Shape::Commas),
    ("To", Shape::CommasAndLines),
    ("Type", Shape::One),
];

/// A label at the start of a line: its index in [`LABELS`] and the length up to its value.
///
/// Behind the label stands a colon, or the tab by which a table of a web page is copied; it may fill its line. `next` is as
/// in [`index_of`].
pub(super) fn at_start(line: &[u8], next: usize) -> Option<(usize, usize)> {
    let blanks = line.len() - line.trim_ascii_start().len();
    let rest = line.get(blanks..)?;
    // The first two letters are the cheapest sign that a line is none of them: the text is in capitals.
    match rest {
        [b'A'..=b'Z', b'a'..=b'z', ..] | [b'I', b'S', ..] | [b'T', b'A', ..] => {}
        _ => return None,
    }
    let head = &rest[..rest.len().min(LONGEST + 1)];
    let end = memchr::memchr2(b':', b'\t', head)?;
    let index = index_of(rest.get(..end)?.trim_ascii_end(), next)?;
    let mut behind = end + 1;
    // `Label:` in one cell of a table, the value in the next.
    while matches!(rest.get(behind), Some(b':' | b'\t')) {
        behind += 1;
    }
    Some((index, blanks + behind))
}

/// Length of the longest label.
const LONGEST: usize = "Original Previous Handling Restrictions".len();

/// Whether no other text has lines that begin so: one word such as `Subject` or `To` may stand anywhere.
pub(super) fn is_sure(index: usize) -> bool {
    LABELS
        .get(index)
        .is_some_and(|(label, _)| label.contains(' '))
}

/// The index of a label, which is likely to be `next`.
pub(super) fn index_of(name: &[u8], next: usize) -> Option<usize> {
    let is_name = |(label, _): &(&str, Shape)| label.as_bytes() == name;
    if LABELS.get(next).is_some_and(is_name) {
        return Some(next);
    }
    let letter = usize::from(name.first()?.wrapping_sub(b'A'));
    let (first, behind) = (*STARTS.get(letter)?, *STARTS.get(letter + 1)?);
    let mut labels = LABELS.get(first..behind)?.iter();
    let place = labels.position(is_name)?;
    Some(first + place)
}

/// Where the labels of each letter begin in [`LABELS`], and where those of the last end.
const STARTS: [usize; 27] = {
    let mut starts = [LABELS.len(); 27];
    let mut index = LABELS.len();
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        while index > 0 && LABELS[index - 1].0.as_bytes()[0] >= b'A' + letter as u8 {
            index -= 1;
        }
        starts[letter] = index;
    }
    starts
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_found() {
        for (index, (label, _)) in LABELS.iter().enumerate() {
            for next in [0, index, LABELS.len()] {
                assert_eq!(index_of(label.as_bytes(), next), Some(index), "{label}");
            }
        }
    }

    #[test]
    fn labels_are_told_in_the_forms_of_files_and_web_pages() {
        fn read(line: &str) -> Option<(&str, &str)> {
            at_start(line.as_bytes(), 0).map(|(index, value)| (LABELS[index].0, &line[value..]))
        }
        assert_eq!(
            read("Film Number: D760347"),
            Some(("Film Number", " D760347"))
        );
        assert_eq!(read("  To: STATE"), Some(("To", " STATE")));
        assert_eq!(
            read("Film Number\tD760347"),
            Some(("Film Number", "D760347"))
        );
        assert_eq!(
            read("Film Number:\tD760347"),
            Some(("Film Number", "D760347"))
        );
        for line in [
            "FILM NUMBER: D7",
            "Film Numbers: D7",
            "Film Number D7",
            "SUBJECT: FISH",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
