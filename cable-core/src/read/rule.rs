//! Rows of signs: under and beside titles, and in place of what was removed.

use crate::scan::shape::is_row;
use crate::text::ends::trim;

/// Whether a line is a row of signs, or of the dashes of a printer.
pub(super) fn is_rule(line: &str) -> bool {
    let is_dash = |mark| matches!(mark, '-' | '\u{2010}' | '\u{2013}' | '\u{2014}' | ' ');
    is_row(line) || {
        let line = trim(line);
        line.chars().all(is_dash) && line.chars().count() >= 3
    }
}

/// Whether a line is a removal and nothing else: a row of X.
pub(super) fn is_removal(line: &str) -> bool {
    line.len() >= 5 && line.bytes().all(|byte| byte == b'X')
}

/// Length of a row of dashes in front of a title that was joined to it.
pub(super) fn joined_row(line: &str) -> usize {
    let row = line.len() - line.trim_start_matches(['-', '=', '_', '*', ' ']).len();
    if row >= 5 && row < line.len() { row } else { 0 }
}

/// Whether a row is as long as a title, give or take two. Source: 11.5 of the catalogue of forms.
pub(super) fn fits_row(title: &str, row: &str) -> bool {
    let (title, row) = (trim(title).chars().count(), trim(row).chars().count());
    title.abs_diff(row) <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        for line in ["-----", "- - - -", "===", "*****", "----------- ----"] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["--", "-- item", "text", ""] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
