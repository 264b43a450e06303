//! The codes of an instruction, by their shape.

use crate::record::DeclassificationKind as Kind;
use crate::slips::near;

/// Whether `text` begins with `with`, case ignored.
pub(super) fn starts(text: &str, with: &str) -> bool {
    text.as_bytes()
        .get(..with.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
}

/// The letters at the start.
pub(super) fn word(text: &str) -> &str {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.get(..length).unwrap_or("")
}

/// A misprint of DECL: one letter lost, changed or too many, or two swapped.
pub(super) fn near_decl(word: &str) -> bool {
    near(word.to_ascii_uppercase().as_bytes(), b"DECL", 1)
}

/// Length of `N/A`, `NA`, `N.A.`, `NOT APPLICABLE`.
pub(super) fn not_applicable(rest: &str, word: &str) -> Option<usize> {
    if word.eq_ignore_ascii_case("NA") {
        return Some(2);
    }
    if word.eq_ignore_ascii_case("NOT") && starts(rest.get(3..)?.trim_start(), "APPLICABLE") {
        return Some(rest.len() - rest.get(3..)?.trim_start().len() + "APPLICABLE".len());
    }
    if !word.eq_ignore_ascii_case("N") {
        return None;
    }
    let behind = rest.get(1..)?;
    let value = behind.trim_start_matches(['/', '.', '\\', ' ', '|']);
    let marks = behind.len() - value.len();
    ((1..=4).contains(&marks) && self::word(value).eq_ignore_ascii_case("A"))
        .then_some(1 + marks + 1)
}

/// A schedule at the start: its kind, its length, and whether it is kept as a code: the
/// kind says all of GDS, ADS, OADR and MR.
pub(super) fn schedule(rest: &str, word: &str) -> Option<(Kind, usize, bool)> {
    let upper = word.to_ascii_uppercase();
    let numbered = || word.len() + number(rest.get(word.len()..).unwrap_or(""));
    Some(match upper.as_str() {
        "XGDS" | "XDS" => (Kind::ExemptFromSchedule, numbered(), true),
        "GDS" => (Kind::GeneralSchedule, word.len(), false),
        "ADS" => (Kind::AdvancedSchedule, word.len(), false),
        "RDS" => (Kind::ReviewDate, numbered(), true),
        "GP" | "GROUP" => match number(rest.get(word.len()..)?) {
            0 => return None,
            length => (Kind::DowngradeGroup, word.len() + length, true),
        },
        "OADR" => (Kind::OriginatingAgency, word.len(), false),
        "MR" => (Kind::ManualReview, word.len(), false),
        "MANUAL" if starts(rest.get(word.len()..)?.trim_start(), "REVIEW") => {
            let behind = rest.get(word.len()..)?.trim_start();
            (
                Kind::ManualReview,
                rest.len() - behind.len() + "REVIEW".len(),
                false,
            )
        }
        _ => return None,
    })
}

/// Length of the number of a code with what joins it (`-2`, ` 2`, `(2)`), if it is no date.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let joint = bytes
        .iter()
        .take_while(|byte| matches!(byte, b'-' | b' ' | b'('))
        .count()
        .min(2);
    let digit = bytes.get(joint).is_some_and(u8::is_ascii_digit);
    let next = bytes.get(joint + 1).copied();
    let more = next.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'));
    if !digit || more {
        return 0;
    }
    let closed = usize::from(next == Some(b')') && bytes.get(joint.wrapping_sub(1)) == Some(&b'('));
    // Several categories: `RDS-1,2`.
    let mut end = joint + 1 + closed;
    while bytes.get(end) == Some(&b',')
        && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
        && !bytes
            .get(end + 2)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'))
    {
        end += 2;
    }
    end
}

/// Length of an exemption: `X1`, `1.6 X1`, `25X1`, `25X1-HUM`, `50X2-WMD`, `75X`.
pub(super) fn exemption(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    if starts(rest, "1.6") {
        at = 3;
        while matches!(bytes.get(at), Some(b' ' | b'(' | b')' | b'D' | b'd')) {
            at += 1;
        }
    } else if ["25X", "50X", "75X"]
        .iter()
        .any(|years| starts(rest, years))
    {
        at = 2;
    }
    if !bytes.get(at)?.eq_ignore_ascii_case(&b'X') {
        return None;
    }
    let years = at == 2;
    at += 1;
    if bytes.get(at) == Some(&b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    let digits = bytes
        .get(at..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    if digits > 2 || digits == 0 && !(years && starts(rest, "75X")) {
        return None;
    }
    at += digits;
    if years && bytes.get(at) == Some(&b'-') {
        let suffix = word(rest.get(at + 1..).unwrap_or("")).len();
        if suffix > 0 {
            at += 1 + suffix;
        }
    }
    let ends = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    ends.then_some(at)
}
