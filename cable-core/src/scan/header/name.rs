//! Which lines are addressees without saying so by a label.

use crate::scan::shape::{begins, ends, first_word, indicator_before_slash, part, same, words};

/// Whether a line can be an addressee of the block it stands in. A sentence cannot.
pub(super) fn may_be_addressee(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let fits = line.len() <= 90
        && line.first().is_some_and(u8::is_ascii_alphanumeric)
        && !line.ends_with(b".")
        && !line.iter().any(|byte| {
            matches!(
                byte,
                b':' | b';' | b'?' | b'!' | b'"' | b'=' | b'<' | b'>' | b'|' | b'*' | b'#'
            )
        });
    if !fits {
        return false;
    }
    let most = if line.iter().any(u8::is_ascii_lowercase) {
        6
    } else {
        12
    };
    words(line).nth(most).is_none() && line.iter().any(u8::is_ascii_alphabetic)
}

/// Whether a line is an addressee wherever it stands: by its indicator, the first word of its designator, its
/// precedence, or because it is a collective.
pub(crate) fn is_surely_addressee(line: &[u8]) -> bool {
    if indicator_before_slash(line).is_some() {
        return true;
    }
    if !may_be_addressee(line) {
        return false;
    }
    let first = first_word(line);
    let second = words(line).nth(1).map_or(&b""[..], |word| part(line, word));
    const FIRST: [&[u8]; 14] = [
        b"AMEMB",
        b"AMCON",
        b"AMCOM",
        b"AMLEG",
        b"SECSTATE",
        b"SECTSTATE",
        b"SECDEF",
        b"USMISSION",
        b"USINT",
        b"USDEL",
        b"USEU",
        b"USUN",
        b"CINC",
        b"RUEH",
    ];
    const WHOLE: [&[u8]; 14] = [
        b"USLO", b"USNATO", b"USOSCE", b"USIA", b"USAID", b"USDOC", b"USDA", b"CIA", b"DIA",
        b"JCS", b"AIG", b"CTF", b"CTG", b"RPO",
    ];
    if FIRST.iter().any(|start| begins(first, start)) || WHOLE.iter().any(|word| same(first, word))
    {
        return true;
    }
    if (same(first, b"AIT") && same(second, b"TAIPEI"))
        || (same(first, b"IRAN") && same(second, b"RPO"))
        || (same(first, b"JOINT") && same(second, b"STAFF"))
        || (same(first, b"WHITE") && same(second, b"HOUSE"))
    {
        return true;
    }
    let collective = [&b"COLLECTIVE"[..], b"POSTS", b"CAPITALS"];
    let words_of = |skip: usize| words(line).nth(skip).is_some();
    let mut last: &[u8] = b"";
    for word in words(line) {
        let word = part(line, word);
        if words_of(1) && collective.iter().any(|name| same(word, name)) {
            return true;
        }
        last = word;
    }
    let capitals = !line.iter().any(u8::is_ascii_lowercase);
    capitals
        && words_of(1)
        && [
            &b"IMMEDIATE"[..],
            b"PRIORITY",
            b"ROUTINE",
            b"FLASH",
            b"NIACT",
        ]
        .iter()
        .any(|word| same(last, word))
        || ends(line, b" WASHDC")
        || ends(line, b" WASHINGTON DC")
}
