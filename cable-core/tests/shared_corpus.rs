//! The published telegrams beside the checkout, held against what the markup of their pages says.

mod shared;

use cable_core::{Cable, ParseOptions};
use std::fs;

/// Telegrams and what their page says otherwise, each with the cause: a fault of the page.
const DISAGREEMENTS: &[(&str, &str, &str)] = &[
    (
        "09PARIS1267",
        "tags",
        "the page links two codes that are run together as one",
    ),
    (
        "09BERLIN1626",
        "numbers",
        "the page has anchors in the list of contents",
    ),
];

/// What the markup of a page says.
struct Page {
    id: String,
    day: String,
    /// Linked tags, each once.
    tags: Vec<String>,
    /// Numeric paragraph anchors.
    anchors: Vec<u32>,
}

impl Page {
    /// Whether its numeric anchors run from 1 to the last without fault.
    fn is_faultless(&self) -> bool {
        !self.anchors.is_empty() && (1..).zip(&self.anchors).all(|(number, &at)| number == at)
    }
}

/// The text behind the first `mark` of `from`, up to `end`.
fn between<'a>(from: &'a str, mark: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = from.split_once(mark)?;
    rest.split_once(end).map(|(value, _)| value)
}

fn page(html: &str) -> Page {
    // The navigation above the table links every tag and date.
    let (_, html) = html.split_once("<table class='cable'>").expect("a table");
    let link = |mark: &str| {
        let tag = between(html, mark, "</a>").expect("a link of the table");
        tag.split_once('>').map_or("", |(_, text)| text).to_owned()
    };
    let mut tags = Vec::new();
    for part in html.split("<a href='/tag/").skip(1) {
        let tag = between(part, ">", "</a>").expect("a linked tag").to_owned();
        if part.starts_with(&tag) && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let anchors = html
        .split("</a>")
        .zip(html.split("</a>").skip(1))
        .filter(|(before, _)| before.contains("<a id='par") && before.ends_with('¶'))
        .filter_map(|(_, behind)| {
            let digits = behind.split('.').next()?;
            digits.parse().ok()
        })
        .collect();
    Page {
        id: link("<a href='/cable/"),
        day: link("<a href='/date/").chars().take(10).collect(),
        tags,
        anchors,
    }
}

/// What a telegram says, in the words of the page.
fn disagreements(name: &str, page: &Page, text: &str) -> Vec<(&'static str, String)> {
    let year = page.day[..4].parse().ok();
    let options = ParseOptions::new().with_assume_year(year);
    let cable = Cable::parse_with(text.as_bytes().to_vec(), &options).expect("a telegram");
    let view = cable.view();
    cable
        .layout()
        .check_invariants(view.text())
        .unwrap_or_else(|fault| panic!("{name}: {fault}"));
    let mut found = Vec::new();
    let mut compare = |what, ours: String, theirs: String| {
        if ours != theirs {
            found.push((what, format!("{ours} for {theirs}")));
        }
    };

    compare(
        "reference_id",
        view.reference_id().unwrap_or_default().to_owned(),
        page.id.clone(),
    );
    if let Some(instant) = view.header().and_then(|header| header.date_time_group) {
        compare(
            "day",
            instant.to_string()[..10].to_owned(),
            page.day.clone(),
        );
    }
    if !page.tags.is_empty() {
        compare("tags", first_line_of_tags(view), page.tags.join(" "));
    }
    let ours: Vec<u32> = view
        .paragraphs()
        .filter_map(|paragraph| paragraph.number())
        .collect();
    if page.is_faultless() {
        compare(
            "paragraphs",
            format!("{ours:?}"),
            format!("{:?}", page.anchors),
        );
    } else {
        // The page has anchors at years, too, and none where no blank stands behind the number.
        let mut rest = ours.iter();
        let missing = page
            .anchors
            .iter()
            .filter(|anchor| **anchor < 200)
            .find(|anchor| !rest.any(|number| number == *anchor));
        compare("numbers", format!("{missing:?}"), "None".to_owned());
    }
    found
}

/// Codes of the first physical line: the page links no others.
fn first_line_of_tags(view: cable_core::CableRef<'_>) -> String {
    let spans = view.spans();
    let place = |index: usize| spans.get(&format!("/tags/{index}"));
    let first = place(0).map_or(0, |span| span.start() as usize);
    let line = view.text()[first..].lines().next().unwrap_or_default();
    let codes: Vec<&str> = view
        .tags()
        .enumerate()
        .filter(|(index, _)| {
            place(*index).is_some_and(|span| (span.start() as usize) < first + line.len())
        })
        .map(|(_, tag)| tag.code)
        .collect();
    codes.join(" ")
}

#[test]
fn telegrams_say_what_their_pages_say() {
    let Some(example) = shared::file("corpus/telegrams/08KABUL1275.txt") else {
        return;
    };
    let folder = example.parent().expect("a folder");
    let pages = folder.with_file_name("viewer-pages");
    let mut listed: Vec<_> = DISAGREEMENTS.to_vec();
    let (mut count, mut numbered, mut faultless) = (0, 0, 0);
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder).expect("telegrams") {
        let path = entry.expect("a telegram").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).expect("a readable telegram");
        let html = fs::read_to_string(pages.join(format!("{name}.html"))).expect("its page");
        let page = page(&html);
        numbered += usize::from(!page.anchors.is_empty());
        faultless += usize::from(page.is_faultless());
        count += 1;
        for (what, how) in disagreements(&name, &page, &text) {
            let known = listed.len();
            listed.retain(|&(listed, field, _)| (listed, field) != (&*name, what));
            if listed.len() == known {
                faults.push(format!("{name} {what}: {how}"));
            }
        }
    }
    assert_eq!(count, 52);
    assert!(numbered > 40, "only {numbered} pages have anchors");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!(
        "{faultless} of {count} pages have anchors 1 to n, and their telegrams exactly these paragraphs"
    );
    assert_eq!(faultless, 36);
    assert!(listed.is_empty(), "listed but right: {listed:?}");
}

#[test]
#[cfg(feature = "serde")]
fn the_page_text_gives_the_json_of_the_contract() {
    let (Some(text), Some(json)) = (
        shared::file("corpus/page-text/08MOSCOW820.txt"),
        shared::file("spec/examples/08MOSCOW820.json"),
    ) else {
        return;
    };
    let cable = Cable::parse(fs::read(text).expect("a page")).expect("a telegram");
    let expected = fs::read_to_string(json).expect("an expectation");
    assert_eq!(cable.view().to_json(), expected.trim_end());
}
