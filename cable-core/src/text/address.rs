//! Addresses of pages.

/// Whether a line holds the address of a web page: `http://www.state.sgov.gov/p/eur/`, as telegrams end with it.
pub(crate) fn holds_page(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr2_iter(b':', b'.', bytes).any(|at| {
        let (before, sign) = bytes.split_at(at);
        match sign.first() {
            Some(b'.') => before.ends_with(b"www") || before.ends_with(b"WWW"),
            _ => sign.starts_with(b"://") || before.ends_with(b"http") || before.ends_with(b"HTTP"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::holds_page;

    #[test]
    fn pages_are_told_from_titles() {
        assert!(holds_page("http://www.state.sgov.gov/p/eur/index. cfm"));
        assert!(holds_page("VISIT US AT WWW.STATE.GOV"));
        assert!(!holds_page("NEXT STEPS: AND/OR"));
    }
}
