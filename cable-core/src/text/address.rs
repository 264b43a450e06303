//! Addresses of pages.

/// Whether a line holds the address of a web page: `http://www.state.sgov.gov/p/eur/`, as telegrams end with it.
pub(crate) fn holds_page(line: &str) -> bool {
    ["://", "www.", "WWW.", "http:", "HTTP:"]
        .iter()
        .any(|sign| line.contains(sign))
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
