//! Each format is told by evidence that can be asked for, and one that the evidence refutes is not read as.
#![cfg(all(feature = "html", feature = "csv"))]

mod telegrams;

use cable_core::container::detect::{detect, signs};
use cable_core::record::Format;
use cable_core::{Cable, ErrorKind, ParseOptions};

const FORMATS: [Format; 6] = [
    Format::Telegram,
    Format::ViewerPage,
    Format::ViewerText,
    Format::DumpRow,
    Format::Archive,
    Format::Smart,
];

#[test]
fn every_format_has_its_evidence() {
    let mut met = Vec::new();
    for (path, bytes) in telegrams::all() {
        let found = detect(&bytes);
        if !met.contains(&found.format) {
            met.push(found.format);
        }
        // The sign is one of those that can be asked for, and stands where it says.
        let all = signs(&bytes);
        assert!(all.contains(&found) || all.is_empty(), "{}", path.display());
        assert!(found.place.end as usize <= bytes.len());
        let folder = path.parent().and_then(|folder| folder.file_name());
        let expected = match folder.and_then(|folder| folder.to_str()) {
            Some("records") => Format::Archive,
            Some("messages") => Format::Smart,
            Some("rows") => Format::DumpRow,
            _ => continue,
        };
        assert_eq!(found.format, expected, "{}", path.display());
    }
    assert_eq!(met.len(), FORMATS.len(), "{met:?}");
}

#[test]
fn a_format_without_evidence_is_refused() {
    let telegram =
        b"VZCZCXYZ0001\nRR RUEHNV\nUNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n";
    for format in FORMATS {
        let options = ParseOptions::new().with_format(Some(format));
        let read = Cable::parse_with(telegram.to_vec(), &options);
        if format == Format::Telegram {
            assert_eq!(read.expect("a telegram").view().format(), format);
            continue;
        }
        let error = read.expect_err("refused");
        assert!(
            matches!(error.kind(), ErrorKind::WrongFormat { asked, .. } if *asked == format),
            "{error}"
        );
    }
}

#[test]
fn a_format_may_be_forced_where_the_evidence_allows_it() {
    for (path, bytes) in telegrams::all() {
        let found = detect(&bytes).format;
        let options = ParseOptions::new().with_format(Some(found));
        let (Ok(own), Ok(asked)) = (
            Cable::parse(bytes.clone()),
            Cable::parse_with(bytes, &options),
        ) else {
            continue;
        };
        assert_eq!(
            own.view().format(),
            asked.view().format(),
            "{}",
            path.display()
        );
        assert_eq!(own.view().text(), asked.view().text(), "{}", path.display());
    }
}
