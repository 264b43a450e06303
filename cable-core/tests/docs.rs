//! The zones and places that `docs/how-a-telegram-is-read.md` shows are those of the telegram. `CABLE_BLESS=1` writes them.
#![cfg(feature = "serde")]

use cable_core::Cable;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn telegram() -> Cable {
    let name = "tests/corpus/wellformed/confidential-with-summary-and-comment.txt";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    Cable::parse(fs::read(path).expect("read")).expect("a telegram")
}

/// Each line with its zone, named where it begins.
fn zones(cable: &Cable) -> String {
    let mut out = String::new();
    for zone in cable.layout().zones() {
        let mut name = zone.kind.as_str();
        for line in cable.view().slice(zone.span).lines() {
            writeln!(out, "{}", format!("{name:<15} | {line}").trim_end()).expect("memory");
            name = "·";
        }
    }
    out
}

/// Pointer and bytes of the values that stand on one line.
fn spans(cable: &Cable) -> String {
    let view = cable.view();
    let json: serde_json::Value = serde_json::from_str(&view.to_json()).expect("json");
    let mut out = String::from("| value | in the JSON | bytes | printed |\n|---|---|---|---|\n");
    for (pointer, span) in view.spans().iter() {
        let printed = view.slice(span);
        let shown = [
            "/header/date_time_group",
            "/banner/level",
            "/banner/serial",
            "/executive_order/declassification/date",
            "/tags/0",
            "/subject/text",
            "/references/0/target",
            "/references/0",
            "/classified_by/reasons/0",
            "/paragraphs/0/number",
            "/paragraphs/0/mark",
            "/signature/0",
        ];
        if shown.contains(&pointer) {
            let value = json.pointer(pointer).expect("a value");
            let value = match value {
                serde_json::Value::Object(_) => "an object".to_owned(),
                value => format!("`{value}`"),
            };
            let printed = printed.replace('\n', "⏎");
            let (start, end) = (span.start(), span.end());
            writeln!(
                out,
                "| `{pointer}` | {value} | {start}..{end} | `{printed}` |"
            )
            .expect("memory");
        }
    }
    out
}

#[test]
fn the_page_shows_what_is_read() {
    let cable = telegram();
    let path = root().join("docs/how-a-telegram-is-read.md");
    let kept = fs::read_to_string(&path)
        .expect("the page")
        .replace("\r\n", "\n");
    let mut page = kept.clone();
    for (name, block) in [
        ("zones", format!("```text\n{}```\n", zones(&cable))),
        ("spans", spans(&cable)),
    ] {
        let (before, behind) = page
            .split_once(&format!("<!-- {name} -->\n"))
            .expect("a block");
        let (_, behind) = behind.split_once("<!-- end -->").expect("its end");
        page = format!("{before}<!-- {name} -->\n{block}<!-- end -->{behind}");
    }
    if std::env::var_os("CABLE_BLESS").is_some() {
        fs::write(&path, &page).expect("write");
        return;
    }
    assert!(
        kept == page,
        "docs/how-a-telegram-is-read.md shows something else: run CABLE_BLESS=1 cargo test -p cable-core --all-features --test docs"
    );
}
