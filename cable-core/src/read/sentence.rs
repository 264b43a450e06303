//! How lines of prose end.

/// Whether a line ends like a sentence or an open list.
#[inline]
pub(super) fn ends_sentence(line: &str) -> bool {
    // A letter ends most titles.
    if line
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let line = line.trim_end_matches(['"', '\'', '”', '’']);
    // `U.S.` and `(CONT.)` are no ends.
    if line.ends_with("U.S.") || line.ends_with("CONT.") {
        return false;
    }
    line.ends_with(['.', ';', ',']) || line.ends_with(".)")
}

/// Whether a line ends like a sentence, also like a question or behind a parenthesis.
#[inline]
pub(super) fn closes_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', ')', ']', '”', '’']);
    line.ends_with(['.', '!', '?', ':'])
}

/// Initials, and titles of persons that stand before a name.
pub(super) fn is_abbreviated(word: &str) -> bool {
    const TITLES: [&str; 8] = [
        "Gen.", "Sen.", "Rep.", "Gov.", "Amb.", "Col.", "Maj.", "Prof.",
    ];
    word.matches('.').count() > 1 || TITLES.contains(&word.trim_start_matches(['(', '"']))
}
