//! Lines of a viewer page that are neither telegram nor table.

/// Words that fill a line of the page.
const LINES: [&str; 15] = [
    "Articles",
    "Browse latest releases",
    "Browse by creation date",
    "Browse by origin",
    "Browse by tag",
    "Browse by classification",
    "Community resources",
    "courage is contagious",
    "Follow us on Twitter",
    "Check our Reddit",
    "Twitter this",
    "Digg this page",
    "Understanding cables",
    "Discussing cables",
    "Cable Viewer",
];

/// Words with which a line of the page starts.
const STARTS: [&str; 6] = [
    "Keep Us Strong",
    "Currently released so far",
    "If you are new to these pages",
    "Help us extend the context of this cable",
    ARTICLES,
    "Please mark messages for social networking services",
];

/// The line above the articles that used a telegram.
pub(super) const ARTICLES: &str = "Appears in these articles";

/// The line above a table.
pub(super) const TITLE: &str = "Viewing cable ";

/// Whether a line belongs to the page.
pub(super) fn is_furniture(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    LINES.iter().any(|words| line == words.as_bytes())
        || STARTS
            .iter()
            .any(|words| line.starts_with(words.as_bytes()))
        || is_title(line)
        || super::super::detect::viewer_labels_at(line).is_some()
}

/// `Viewing cable 08NORDHAVEN12, FISH`. Telegrams speak of cable television too.
pub(super) fn is_title(line: &[u8]) -> bool {
    line.strip_prefix(TITLE.as_bytes())
        .and_then(<[u8]>::first)
        .is_some_and(u8::is_ascii_digit)
}
