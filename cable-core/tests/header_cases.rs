//! The header against shared cases and telegrams, where they are there, and against damage.

use cable_core::read::{HeaderBlock, HeaderZoneKind, read_header};
use cable_core::scan::{HeaderScanner, HeaderStep, lines};
use cable_core::{Code, Diagnostic, ParseOptions, Span};
use serde_json::Value;
use std::path::PathBuf;

/// The folder of shared cases; `None`, with a note, where it is absent.
fn shared(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is absent", path.display());
    None
}

fn read(text: &str, options: &ParseOptions) -> (HeaderBlock, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let block = read_header(text, &lines(text), options, None, &mut findings);
    (block, findings)
}

fn fragment() -> ParseOptions {
    ParseOptions::new().with_fragment(true)
}

/// What is no header is not read as one: the other cases are pieces of texts, and a header never takes all of one.
#[test]
fn other_fragments_keep_their_text() {
    let Some(path) = shared("conformance") else {
        return;
    };
    for file in [
        "references",
        "references_typed",
        "tags",
        "subject",
        "classified_by",
        "deadline",
        "summary",
        "signers",
    ] {
        let cases = std::fs::read_to_string(path.join(file).with_extension("jsonl"))
            .expect("cases can be read");
        for case in cases.lines() {
            let case: Value = serde_json::from_str(case).expect("a case is JSON");
            let Some(text) = case["input"].as_str() else {
                continue;
            };
            let (block, _) = read(text, &fragment());
            if block.next_line > 0 {
                let first = lines(text)
                    .get(block.next_line)
                    .map(|line| line.slice(text));
                println!("{file} {} {first:?}", case["id"]);
                assert!(first.is_some(), "{file} {}: {text}", case["id"]);
            }
        }
    }
}

/// Every header of the shared telegrams is read to the classification line that opens the text, and nothing of it is
/// left over.
#[test]
fn headers_of_whole_telegrams() {
    let Some(path) = shared("corpus/telegrams") else {
        return;
    };
    let mut count = 0;
    for entry in std::fs::read_dir(path).expect("telegrams can be listed") {
        let path = entry.expect("an entry can be read").path();
        let text = std::fs::read_to_string(&path).expect("a telegram can be read");
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let (block, findings) = read(&text, &ParseOptions::new());
        let header = block.header.as_ref().expect("a header");
        let all = lines(&text);
        let first = all[block.next_line].slice(&text);
        assert!(first.starts_with("UNCLAS"), "{name}: {first}");
        let wanted = match (block.notice, text.starts_with("VZCZC")) {
            (true, _) => "partial-extract",
            (false, true) => "full",
            (false, false) => "address-only",
        };
        assert_eq!(header.form.as_str(), wanted, "{name}");
        // Every line behind FM is an addressee, but for what exports leave and the accounting symbol.
        let behind = all[..block.next_line]
            .iter()
            .map(|line| line.slice(&text))
            .skip_while(|line| !line.starts_with("FM "))
            .skip(1)
            .filter(|line| !line.is_empty() && !line.contains(", ") && !line.ends_with("GRNC"))
            .count();
        assert_eq!(header.action.len() + header.info.len(), behind, "{name}");
        if !block.notice {
            assert!(header.originator.is_some(), "{name}");
            let year = header.date_time_group.expect("an instant").to_string();
            assert_eq!(&year[2..4], &name[..2], "{name}");
        }
        if wanted == "full" {
            assert!(header.security_warning.is_some(), "{name}");
            assert!(header.filing_time.is_some(), "{name}");
            assert_eq!(header.routing.len(), 1, "{name}");
        }
        println!(
            "{name}: {} TO, {} INFO, {:?}",
            header.action.len(),
            header.info.len(),
            findings.iter().map(|f| f.code.as_str()).collect::<Vec<_>>()
        );
        check(&text, &ParseOptions::new());
        count += 1;
    }
    assert!(count > 0, "the folder is empty");
}

const HEADERS: [&str; 7] = [
    "VZCZCXRO0001\nRR RUEHNV RUEHPA RUEHZB\nRUEHZC\n\nDE RUEHNV #0123/01 0851645\nZNY CCCCC ZZH (CCY AD00AA00 MSI0001-001)(TAO)\nR 251645Z MAR 08 ZDK CTG RUEHZB 0004\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC PRIORITY 0001\nRUEHPA/AMCONSUL PORT AURELIA//XY/Z// 0002\nINFO PAGE 02        NORDHA  00123  251645Z\nRUEHZL/EUROPEAN POLITICAL COLLECTIVE NIACT\nAIG 7001\nXMT/AMCONSUL PORT AURELIA\nAMEMBASSY ZELTBERG\nSTATE GRNC\nC O N F I D E N T I A L NORDHAVEN 000123\nSIPDIS\n",
    "CONFIDENTIAL\n\nPAGE 01        NORDHA  04417  141530Z\n\n44\nACTION EUR-12\n\nINFO  OCT-01  ISO-00  AID-05\n      H-02  INR-07  /027 W\n                     --------------------- 031187\nP R 141445Z SEP 76\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC PRIORITY 2218\nINFO AMEMBASSY ZELTBERG\n\nCONFIDENTIAL\n\nR T QUILLMORE Declassified/Released US Department of State EO Systematic Review 05 JUL 2006\n\nCONFIDENTIAL\n\nPAGE 02        NORDHA  04417  141530Z\n\nAMCONSUL PORT AURELIA 0391\nUSMISSION EC BRUSSELS\n\nC O N F I D E N T I A L NORDHAVEN 4417\n",
    "This record is a partial extract of the original cable. The full text of the original cable is not available.\n201247Z Jan 04\nUNCLAS NORDHAVEN 000012\n",
    "ACTION: POL\nINFO:   AMB DCM ECON\n\nDISSEMINATION: POL\nCHARGE: PROG\n\nAPPROVED: DCM:XYZ\nDRAFTED: POL:ABC\nCLEARED: ECON:X, CONS:Y\n\nVZCZCNVI001\nRR RUEHC\nDE RUEHNV #0123 0851645\nZNR UUUUU ZZH\nR 251645Z MAR 03\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 0001\nINFO AMEMBASSY ZELTBERG\nUNCLAS NORDHAVEN 000123\n",
    "PAGE 01        STATE  123456\nORIGIN EUR-12\n\nINFO OCT-01  /013 R\n\nDRAFTED BY EUR/NB:AXYZ:QQ\nAPPROVED BY EUR:BXYZ\nL/EUR - MR CXYZ\nS/S - DXYZ\nDESIRED DISTRIBUTION\nEUR, NEA\n                     --------------------- 031187\nR 141445Z SEP 76\nFM SECSTATE WASHDC\nTO AMEMBASSY NORDHAVEN\n\nUNCLAS STATE 123456\n",
    "INFO  LOG-00   AF-00    AID-00\n      INR-00   /000W\n                  ------------------A99E99  999999Z /38\nO 251645Z MAR 00 ZDS\nfm amembassy nordhaven\nto secstate washdc immediate 0001\ninfo amembassy zeltberg\nTHE TEXT BEGINS HERE. IT HAS NO CLASSIFICATION LINE.\nE.O. 12958: N/A\n",
    "R 251645Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 0001\nINFO RUEHZB/AMEMBASSY ZELTBERG\n<<12345>>\n3/25/2008 16:45\n08NORDHAVEN123\nEmbassy Nordhaven\nCONFIDENTIAL\n08STATE1|08ROME2\nVZCZCXYZ0001\nRR RUEHWEB\n\nDE RUEHNV #0123 0851645\nZNY CCCCC ZZH\nR 251645Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 0001\nC O N F I D E N T I A L NORDHAVEN 000123\n",
];

/// What holds for any input.
fn check(text: &str, options: &ParseOptions) {
    let all = lines(text);
    let (block, findings) = read(text, options);
    assert!(block.next_line <= all.len());
    let mut next = 0;
    for zone in &block.zones {
        assert_eq!(zone.lines.start, next, "zones leave no gap");
        assert!(zone.lines.end > next);
        next = zone.lines.end;
    }
    assert_eq!(next, block.next_line, "zones reach the text: {text:?}");
    let fits = |span: Span| {
        assert!(text.get(span.range()).is_some(), "{span:?} fits {text:?}");
    };
    for finding in &findings {
        finding.span.into_iter().for_each(fits);
        finding.related.into_iter().for_each(fits);
    }
    if let Some(header) = &block.header {
        let all = header.action.iter().chain(&header.info);
        for one in all.chain(&header.originator) {
            fits(one.span);
            fits(one.name.span());
            assert!(one.span.contains(one.name.span()));
        }
        for span in [
            header.spans.header,
            header.spans.station_line,
            header.spans.station_serial_number,
            header.spans.section,
            header.spans.filing_time,
            header.spans.precedence,
            header.spans.date_time_group,
        ] {
            fits(span);
        }
        let strings = header.notes.iter().chain(&header.corrections);
        strings.for_each(|note| fits(note.span()));
    }
    scan(text.as_bytes());
}

/// The steps of the streaming scanner, whole and byte by byte, which have to be the same.
fn scan(bytes: &[u8]) {
    let run = |size: usize| {
        let mut scanner = HeaderScanner::new();
        let mut steps = Vec::new();
        'input: for mut piece in bytes.chunks(size.max(1)) {
            loop {
                match scanner.push(&mut piece) {
                    HeaderStep::NeedMore => break,
                    step @ HeaderStep::End(_) => {
                        steps.push(step);
                        break 'input;
                    }
                    step => steps.push(step),
                }
            }
        }
        while !matches!(steps.last(), Some(HeaderStep::End(_))) {
            steps.push(scanner.finish());
        }
        steps
    };
    assert_eq!(run(bytes.len()), run(1));
}

#[test]
fn invented_headers_read() {
    for (text, first) in HEADERS.iter().zip([
        "C O N F I D E N T I A L NORDHAVEN 000123",
        "C O N F I D E N T I A L NORDHAVEN 4417",
        "UNCLAS NORDHAVEN 000012",
        "UNCLAS NORDHAVEN 000123",
        "UNCLAS STATE 123456",
        "THE TEXT BEGINS HERE. IT HAS NO CLASSIFICATION LINE.",
        "C O N F I D E N T I A L NORDHAVEN 000123",
    ]) {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = text.replace('\n', line_end);
            let (block, _) = read(&text, &ParseOptions::new());
            assert_eq!(lines(&text)[block.next_line].slice(&text), first);
            assert!(block.header.is_some());
        }
    }
}

#[test]
fn a_printed_copy() {
    let text = HEADERS[1];
    let (block, findings) = read(text, &ParseOptions::new());
    let header = block.header.expect("a header");
    let names: Vec<_> = header.info.iter().map(|one| one.name.get(text)).collect();
    let wanted = [
        "AMEMBASSY ZELTBERG",
        "AMCONSUL PORT AURELIA",
        "USMISSION EC BRUSSELS",
    ];
    assert_eq!(names, wanted);
    let number = header.info[1].message_number.as_ref();
    assert_eq!(number.map(|number| number.get(text)), Some("0391"));
    assert_eq!(block.breaks.len(), 1);
    assert_eq!(block.breaks[0].page, Some(2));
    let distribution = block.distribution.expect("a distribution block");
    assert_eq!(distribution.pages.len(), 1);
    assert_eq!(distribution.info.len(), 5);
    assert_eq!(distribution.total, Some(27));
    assert!(findings.is_empty(), "{findings:?}");
    let stamp = |zone: &cable_core::read::HeaderZone| zone.kind == HeaderZoneKind::ReleaseStamp;
    assert!(block.zones.iter().any(stamp));
}

#[test]
fn drafting_records() {
    let text = HEADERS[3];
    let (block, _) = read(text, &ParseOptions::new());
    let header = block.header.expect("a header");
    assert_eq!(header.info.len(), 1);
    let distribution = block.distribution.expect("a drafting record");
    assert_eq!(distribution.drafted_by.unwrap().get(text), "POL:ABC");
    assert_eq!(distribution.cleared_by.len(), 2);
    assert_eq!(distribution.info.len(), 3);
    let text = HEADERS[4];
    let (block, findings) = read(text, &ParseOptions::new());
    let distribution = block.distribution.expect("a distribution block");
    assert_eq!(distribution.approved_by.unwrap().get(text), "EUR:BXYZ");
    let cleared: Vec<_> = distribution
        .cleared_by
        .iter()
        .map(|one| one.get(text))
        .collect();
    assert_eq!(cleared, ["L/EUR - MR CXYZ", "S/S - DXYZ"]);
    assert_eq!(distribution.origin.len(), 1);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_second_copy_of_the_header_is_set_aside() {
    let (block, findings) = read(HEADERS[6], &ParseOptions::new());
    let header = block.header.expect("a header");
    assert_eq!((header.action.len(), header.info.len()), (1, 1));
    assert!(
        findings
            .iter()
            .any(|f| f.code == Code::HeaderRepeatedInText)
    );
    let kinds: Vec<_> = block.zones.iter().map(|zone| zone.kind.as_str()).collect();
    assert_eq!(kinds.last(), Some(&"repeated"));
}

#[test]
fn damage_never_panics() {
    let mut seed = 0x9e37_79b9_7f4a_7c15u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 11) as usize % below.max(1)
    };
    let alphabet: Vec<char> = "\n\r \t/-#(),.:0123456789ZORPTNIFXMTVé¶\u{0}ABDEU<>|\\"
        .chars()
        .collect();
    for text in HEADERS {
        // Cut behind every line.
        for (at, _) in text.match_indices('\n') {
            check(&text[..at], &ParseOptions::new());
            check(&text[at..], &fragment());
        }
        for _ in 0..300 {
            let mut damaged: Vec<char> = text.chars().collect();
            for _ in 0..1 + random(12) {
                let at = random(damaged.len());
                let letter = alphabet[random(alphabet.len())];
                match random(4) {
                    0 => drop(damaged.remove(at)),
                    1 => damaged.insert(at, letter),
                    2 => damaged[at] = letter,
                    _ => {
                        let other = random(damaged.len());
                        damaged.swap(at, other);
                    }
                }
            }
            let damaged: String = damaged.into_iter().collect();
            check(&damaged, &ParseOptions::new());
            check(&damaged, &fragment());
        }
    }
}

#[test]
fn a_million_lines_stop_at_the_limit() {
    let mut text = String::from("R 251645Z MAR 08\nFM AMEMBASSY NORDHAVEN\n");
    for _ in 0..1_000_000 {
        text.push_str("TO RUEHNV/AMEMBASSY NORDHAVEN 0001\n");
    }
    let (block, findings) = read(&text, &ParseOptions::new());
    assert_eq!(block.header.expect("a header").action.len(), 10_000);
    let told = findings.iter().filter(|f| f.code == Code::LimitReached);
    assert_eq!(told.count(), 1);
    let last = block.zones.last().map(|zone| zone.kind);
    assert_eq!(last, Some(HeaderZoneKind::Unread));
}
