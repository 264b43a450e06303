//! Whether two printed names mean one post.

use crate::facts;

/// `true` unless the names are surely of two posts: neither ends with the other, and the facts, where they know both, do
/// not join them. Source: 3.3 of the format.
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    // `AMEMBASSY NORDHAVEN` and `NORDHAVEN`; the usual case, and the cheap one.
    if a.ends_with(b) || is_redacted(a) || is_redacted(b) || ends_with(a, b) || ends_with(b, a) {
        return true;
    }
    match (facts::post_by_name(a), facts::post_by_name(b)) {
        (Some(a), Some(b)) => facts::same_post(a.origin, b.origin),
        _ => false,
    }
}

/// A name that is blacked out, in part at least.
pub(super) fn is_redacted(name: &str) -> bool {
    // Few names have the letter.
    memchr::memchr2_iter(b'X', b'x', name.as_bytes()).any(|at| {
        let rest = name.as_bytes().get(at..).unwrap_or(b"");
        rest.starts_with(b"XXXX") || rest.starts_with(b"xxxx")
    })
}

/// The letters and digits of a name from the end, in upper case.
fn from_end(name: &str) -> impl Iterator<Item = u8> {
    name.bytes()
        .rev()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_uppercase())
}

fn ends_with(whole: &str, end: &str) -> bool {
    let mut letters = from_end(whole);
    from_end(end).all(|letter| letters.next() == Some(letter))
}

/// The letters and digits of a text, in upper case.
pub(super) fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_uppercase())
}

/// Whether the letters of `start` begin those of `whole`.
pub(super) fn starts_with(whole: &str, start: &str) -> bool {
    let mut whole = letters(whole);
    letters(start).all(|letter| whole.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_post_are_told_from_those_of_two() {
        for (a, b, one) in [
            ("AMEMBASSY NORDHAVEN", "NORDHAVEN", true),
            ("AMEMBASSY PORT-AURELIA", "PORT AURELIA", true),
            ("SECSTATE WASHDC", "STATE", true),
            ("AMEMBASSY KIEV", "KYIV", true),
            ("AMEMBASSY NORDHAVEN", "ZELTBERG", false),
            ("AMEMBASSY MOSCOW", "PARIS", false),
            ("AMEMBASSY NORDHAVEN", "XXXXXXXX", true),
        ] {
            assert_eq!(may_be_one(a, b), one, "{a} {b}");
        }
    }
}
