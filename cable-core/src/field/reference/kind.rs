//! What an entry that cites no numbered telegram points to.

use super::post::is_month;
use super::token::Tokens;
use super::year::year_of;
use crate::record::ReferenceKind;
use crate::text::known_words::KnownWords;
use std::ops::Range;

/// Words of the kinds, the surest kind first.
static WORDS: [(ReferenceKind, KnownWords); 12] = [
    (
        ReferenceKind::Email,
        KnownWords::new(&["EMAIL", "EMAILS", "EMALS", "EMAILED", "CLASSNET", "OPENNET"]),
    ),
    (
        ReferenceKind::Telephone,
        KnownWords::new(&[
            "TELCON",
            "TELCONS",
            "TELECON",
            "TELECONS",
            "PHONE",
            "PHONECON",
            "PHONECONS",
            "PHONCON",
            "FONECON",
            "FONECONS",
            "TELEPHONE",
            "TELEPHONIC",
            "TELCALL",
            "CALL",
            "CALLS",
        ]),
    ),
    (
        ReferenceKind::Fax,
        KnownWords::new(&["FAX", "FAXES", "FAXED", "TELEFAX", "FACSIMILE"]),
    ),
    (
        ReferenceKind::Letter,
        KnownWords::new(&["LETTER", "LETTERS", "LTR"]),
    ),
    (
        ReferenceKind::Memo,
        KnownWords::new(&[
            "MEMO",
            "MEMOS",
            "MEMORANDUM",
            "MEMORANDA",
            "MEMCON",
            "MEMCONS",
        ]),
    ),
    (
        ReferenceKind::Airgram,
        KnownWords::new(&["AIRGRAM", "AIRGRAMS"]),
    ),
    (ReferenceKind::Message, KnownWords::new(&["DTG"])),
    (
        ReferenceKind::Report,
        KnownWords::new(&[
            "IIR", "IIRS", "TD", "TDX", "OSC", "FBIS", "REPORT", "REPORTS", "INCSR", "SITREP",
            "SITREPS", "SPOTREP",
        ]),
    ),
    (
        ReferenceKind::Meeting,
        KnownWords::new(&[
            "SVTC",
            "SVTCS",
            "SVTS",
            "VTC",
            "VTCS",
            "DVC",
            "DVCS",
            "TELECONFERENCE",
            "VIDEOCONFERENCE",
            "MEETING",
            "MEETINGS",
            "MTG",
            "CONFERENCE",
            "CONVERSATION",
            "CONVERSATIONS",
            "CONVERSATON",
            "DISCUSSION",
            "DISCUSSIONS",
            "TALKS",
            "BRIEFING",
            "CONSULTATIONS",
        ]),
    ),
    (
        ReferenceKind::Web,
        KnownWords::new(&[
            "WWW",
            "HTTP",
            "HTTPS",
            "WEB",
            "WEBSITE",
            "WEBPAGE",
            "INTERNET",
            "SIPRNET",
            "INTELLIPEDIA",
        ]),
    ),
    (
        ReferenceKind::Septel,
        KnownWords::new(&["SEPTEL", "SEPTELS"]),
    ),
    // Without a serial number.
    (
        ReferenceKind::Cable,
        KnownWords::new(&[
            "DEPTEL", "DEPTELS", "EMBTEL", "EMBTELS", "CONTEL", "CONTELS", "OURTEL", "URTEL",
        ]),
    ),
];

/// The kind of the entry in `range`.
pub(super) fn kind(tokens: &Tokens<'_>, range: Range<usize>) -> ReferenceKind {
    // Place of the kind in the table; the signs without a word of their own are given the place of their kind.
    let place = |kind: ReferenceKind| WORDS.iter().position(|(other, _)| *other == kind);
    let best = range
        .filter_map(|at| {
            if is_email(tokens, at) {
                return place(ReferenceKind::Email);
            }
            if is_date_time_group(tokens, at) {
                return place(ReferenceKind::Message);
            }
            if is_airgram(tokens, at) {
                return place(ReferenceKind::Airgram);
            }
            let word = tokens.word(at).as_bytes();
            WORDS.iter().position(|(_, words)| words.hold(word))
        })
        .min();
    best.and_then(|best| WORDS.get(best))
        .map_or(ReferenceKind::Other, |(kind, _)| *kind)
}

/// Whether a word names a kind of document or talk.
pub(super) fn is_kind(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at).as_bytes();
    WORDS.iter().any(|(_, words)| words.hold(word))
}

/// `E-MAIL`, `E MAIL`, `E-MAILS`.
fn is_email(tokens: &Tokens<'_>, at: usize) -> bool {
    let dash = usize::from(tokens.is_sign(at + 1, b'-'));
    tokens.letter(at) == Some(b'E') && tokens.is_word(at + 1 + dash, &["MAIL", "MAILS", "MAILED"])
}

/// `261447Z NOV 08`, `R162245Z`.
fn is_date_time_group(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.number(at).len() == 6
        && ((tokens.letter(at + 1) == Some(b'Z')
            && (tokens.glued(at + 1) || is_month(tokens.word(at + 2))))
            || (tokens.glued(at + 1)
                && tokens
                    .word(at + 1)
                    .get(..1)
                    .is_some_and(|zone| zone.eq_ignore_ascii_case("Z"))
                && is_month(tokens.word(at + 1).get(1..).unwrap_or(""))))
}

/// The year of a date-time group that ends `range`: `DTG 171903Z DEC 75`.
pub(super) fn year_of_date_time_group(tokens: &Tokens<'_>, range: Range<usize>) -> Option<i16> {
    let group = tokens.is_word(range.start, &["DTG"]);
    let at = range.start + usize::from(group);
    let year = range.end.checked_sub(1).filter(|&year| year > at + 1)?;
    is_date_time_group(tokens, at)
        .then(|| year_of(tokens.number(year)))
        .flatten()
}

/// `A-150`, `CA-3400`.
fn is_airgram(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_word(at, &["A", "CA", "CERP"])
        && tokens.is_sign(at + 1, b'-')
        && tokens.glued(at + 1)
        && tokens.glued(at + 2)
        && tokens.is_number(at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_tell_the_kind() {
        for (text, expected) in [
            ("MILLER-OKAFOR EMAIL 12/01/09", ReferenceKind::Email),
            ("E-mails J. Miller - K. Okafor", ReferenceKind::Email),
            ("MILLER/OKAFOR TELCON 02/16/2010", ReferenceKind::Telephone),
            ("IIR 6 999 0123 08", ReferenceKind::Report),
            ("TD-314/18176-06", ReferenceKind::Report),
            ("JCS REPORT DTG 041120Z JUN 07", ReferenceKind::Message),
            ("SECDEF R110915Z NOV 07", ReferenceKind::Message),
            ("SECDEF 110915ZNOV07", ReferenceKind::Message),
            ("STATE CA-5117 MAY 9, 1964", ReferenceKind::Airgram),
            ("A-150", ReferenceKind::Airgram),
            ("SVTC OF MAY 4", ReferenceKind::Meeting),
            ("WWW.STATE.GOV", ReferenceKind::Web),
            ("SEPTEL", ReferenceKind::Septel),
            ("DEPTEL OF JUNE 4", ReferenceKind::Cable),
            ("LISBON POINTS JUNE 4", ReferenceKind::Other),
        ] {
            let tokens = Tokens::new(text);
            assert_eq!(kind(&tokens, 0..tokens.len()), expected, "{text}");
        }
    }
}
