//! Texts that ask for as much work as a byte can: what a telegram may hold, repeated beyond any use.

/// The name and the repeated piece of each.
const PIECES: [(&str, &str); 21] = [
    ("blank lines", "\n"),
    ("lines of a blank", " \n"),
    ("short lines", "A\n"),
    ("one long line", "ABCDEFGH "),
    ("small letters", "of the board and "),
    ("dashes", "-----\n"),
    ("numbered", "1. (C) A.\n"),
    ("marks", "(S//NF) (C) (SBU) "),
    ("open marks", "(((((((( "),
    ("labels", "TAGS: PREL\n"),
    ("subjects", "SUBJECT: A\n"),
    ("references", "REF: A. 07 NORDHAVEN 1 B. 06 ZELTBERG 2\n"),
    ("citations", "ref A and REFTEL B, "),
    ("addressees", "RUEHZB/AMEMBASSY ZELTBERG\n"),
    ("precedences", "OO RUEHZB\n"),
    ("breaks", "NORDHAVEN 00000418  002 OF 002\n"),
    ("redactions", "XXXXXXXXXXXX XXXX\n"),
    (
        "classified by",
        "Classified By: A. B. for reasons 1.4 (b).\n",
    ),
    ("summaries", "BEGIN SUMMARY END SUMMARY\n"),
    ("ends of comments", "2. (C) So he said.  END COMMENT.\n"),
    ("begin words", "BEGIN TEXT: A\n"),
];

/// Each text, about `size` bytes behind the top of a telegram.
pub(crate) fn texts(size: usize) -> impl Iterator<Item = (&'static str, String)> {
    PIECES.into_iter().map(move |(name, piece)| {
        let mut text = super::inputs::telegram(0);
        text.push_str(&piece.repeat(size / piece.len()));
        (name, text)
    })
}
