//! The shape of a row of the CSV dump: `"1","12/28/1966 18:48",` and so on. A quote inside a text is always escaped, so
//! that no line of a text looks so; a row can be found again by it behind a damaged one.

use std::ops::Range;

/// Whether a row of the dump starts here: a number and a date, each in quotes.
///
/// ```
/// use cable_core::container::starts_row;
/// assert!(starts_row(b"\"17\",\"3/25/2008 16:45\",\"08NORDHAVEN12\",\"Embassy Nordhaven\","));
/// assert!(!starts_row(b"\\\"17\\\",\\\"3/25/2008\\\""));
/// ```
pub fn starts_row(line: &[u8]) -> bool {
    shape(line, true)
}

/// Whether a row starts here, in a dump whose fields are `quoted` or are not where they need not be.
#[cfg(feature = "corpus")]
pub(crate) fn is_row_start(line: &[u8], quoted: bool) -> bool {
    starts_row(line) || !quoted && starts_bare_row(line)
}

/// The same for a row whose fields have no quotes where they need none.
pub(super) fn starts_bare_row(line: &[u8]) -> bool {
    shape(line, false)
}

fn shape(line: &[u8], quoted: bool) -> bool {
    let mut rest = line;
    let mut eat = |wanted: &[u8], least: usize, most: usize| -> bool {
        let length = rest
            .iter()
            .take(most)
            .take_while(|byte| match wanted {
                [] => byte.is_ascii_digit(),
                _ => wanted.contains(byte),
            })
            .count();
        rest = &rest[length..];
        length >= least
    };
    let quote = usize::from(quoted);
    eat(b"\"", quote, quote)
        && eat(b"", 1, 9)
        && eat(b"\"", quote, quote)
        && eat(b",", 1, 1)
        && eat(b"\"", quote, 1)
        && eat(b"", 1, 2)
        && eat(b"/", 1, 1)
        && eat(b"", 1, 2)
        && eat(b"/", 1, 1)
        && eat(b"", 4, 4)
}

/// The end of the row that starts `input`: the start of the next line that starts a row, or `None` if there is none.
pub fn next_row(input: &[u8]) -> Option<usize> {
    if starts_row(input) {
        return next_quoted_row(input, 0..input.len());
    }
    memchr::memchr2_iter(b'\n', b'\r', input)
        .map(|at| at + 1)
        .find(|&at| starts_row(&input[at..]) || starts_bare_row(&input[at..]))
}

/// The first row behind a line end of `range` that has its fields in quotes.
pub(crate) fn next_quoted_row(bytes: &[u8], range: Range<usize>) -> Option<usize> {
    // With the quote behind the last line end.
    let end = bytes.len().min(range.end + 1);
    let find = |needle: &[u8], end: usize| {
        memchr::memmem::find_iter(&bytes[range.start..end], needle)
            .map(|at| range.start + at + 1)
            .find(|&at| starts_row(&bytes[at..]))
    };
    let found = find(b"\n\"", end);
    let before = found.unwrap_or(end);
    // Rows that end with a carriage return alone, as old exports have them.
    match memchr::memchr(b'\r', &bytes[range.start..before]) {
        Some(_) => find(b"\r\"", before).or(found),
        None => found,
    }
}

/// Where the first row starts: at the first line, or below a line of column names.
pub(crate) fn first_row(input: &[u8]) -> Option<usize> {
    let start = super::text::content_start(input);
    let starts = |at: usize| {
        let line = input.get(at..)?;
        (starts_row(line) || starts_bare_row(line)).then_some(at)
    };
    starts(start).or_else(|| {
        let names = input.get(start..start + 512.min(input.len() - start))?;
        let end = memchr::memchr2(b'\n', b'\r', names)?;
        if memchr::memchr_iter(b',', &names[..end]).count() < 5 {
            return None;
        }
        let behind = names[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        starts(start + end + behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_shape() {
        assert!(starts_row(b"\"1\",\"12/28/1966 18:48\""));
        assert!(!starts_row(b"1,12/28/1966 18:48"));
        assert!(starts_bare_row(b"1,12/28/1966 18:48"));
        for other in [
            "",
            "\"",
            "\"1\"",
            "\"1\",\"12/28/66\"",
            "\"1\",\"\"",
            "12/28/1966",
        ] {
            assert!(!starts_row(other.as_bytes()), "{other}");
            assert!(!starts_bare_row(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn a_line_of_names_may_stand_above() {
        let names = b"\xEF\xBB\xBFid,date,reference id,origin,classification,references,header,body\r\n1,12/28/1966 18:48,";
        assert_eq!(
            first_row(names),
            Some(names.len() - "1,12/28/1966 18:48,".len())
        );
        assert_eq!(first_row(b"one\n1,12/28/1966 18:48,"), None);
    }

    #[test]
    fn the_next_row_is_found_behind_an_open_quote() {
        let rows =
            b"\"1\",\"1/1/2001 1:01\",\"open\n1,1/1/2001\n\\\"2\\\",\n\"2\",\"1/1/2001 1:01\"";
        assert_eq!(
            next_row(rows).map(|at| &rows[at..at + 3]),
            Some(&b"\"2\""[..])
        );
    }
}
