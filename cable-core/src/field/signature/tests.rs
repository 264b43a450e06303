use super::*;

fn read(text: &str) -> (Vec<String>, Vec<String>, String, bool) {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        lines.push(Span::at(at, at + line.trim_end().len()));
        at += line.len() + 1;
    }
    let mut sink = Vec::new();
    let found = parse(text, &lines, &mut sink);
    let strings = |list: &[Spanned]| list.iter().map(|name| name.get(text).to_string()).collect();
    let rest = found
        .signature_start
        .and_then(|at| text.get(at as usize..))
        .unwrap_or("")
        .to_string();
    (
        strings(&found.names),
        strings(&found.end_markers),
        rest,
        sink.is_empty(),
    )
}

fn names(text: &str) -> Vec<String> {
    read(text).0
}

#[test]
fn surnames_alone_on_the_last_line() {
    for (last, expected) in [
        ("ROE", "ROE"),
        ("Roe", "Roe"),
        ("O'ROE", "O'ROE"),
        ("STRAND-ROE", "STRAND-ROE"),
        ("DE ROE", "DE ROE"),
        ("La Roe", "La Roe"),
        ("ROE JR", "ROE JR"),
        ("ROE III", "ROE III"),
        ("ROE .", "ROE"),
        ("ROE ROE", "ROE"),
        ("ROE Roe", "ROE"),
        ("LA ROE LA ROE", "LA ROE"),
        ("ROE 2009-12-31", "ROE"),
        ("roebuck", "roebuck"),
        ("MCROE", "MCROE"),
        ("ST. ROE", "ST. ROE"),
        ("ROE,", "ROE"),
        ("*ROE*", "ROE"),
        ("-- ROE", "ROE"),
        ("\"ROE\"", "ROE"),
        ("SIGNED ROE", "ROE"),
        ("DE  ROE", "DE ROE"),
        ("(ROE)", "ROE"),
        ("ROE-", "ROE"),
        ("ROE#", "ROE"),
        ("/s/ ROE", "ROE"),
        ("ROE (ACTING)", "ROE"),
    ] {
        for text in [
            format!("The minister agreed to report soon.\n{last}"),
            format!("THE MINISTER AGREED. END COMMENT.\n\n{last}\n"),
        ] {
            assert_eq!(names(&text), [expected], "{text}");
            assert!(read(&text).2.starts_with(last), "{text}");
        }
    }
}

#[test]
fn surnames_behind_words_that_close_a_text() {
    for above in [
        "He will write. UNQUOTE",
        "He will write. End Summary",
        "HE WILL WRITE. END SUMMARY AND COMMENT",
        "HE WILL WRITE. MINIMIZE CONSIDERED",
        "He will write.)",
    ] {
        assert_eq!(names(&format!("{above}\nROE")), ["ROE"], "{above}");
        assert_eq!(names(&format!("{above} ROE")), ["ROE"], "{above}");
    }
    assert_eq!(names("He will write.ROE"), ["ROE"]);
    for text in [
        "See www.port.ROE",
        "It costs 5.ROE",
        "It says END OF THE NOTE",
        "They came as listed.\n\nNAME      OFFICE     NIGHTS",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}

#[test]
fn surnames_behind_the_last_sentence() {
    for (text, expected, rest) in [
        ("Report to follow. ROE", "ROE", "ROE"),
        ("Report to follow.  Roe", "Roe", "Roe"),
        ("He said \"no.\" LA ROE", "LA ROE", "LA ROE"),
        (
            "This is the end of the first part of it LA ROE",
            "LA ROE",
            "LA ROE",
        ),
        ("REPORT TO FOLLOW. END TEXT. ROE", "ROE", "ROE"),
        ("Report to follow. ROE ROE", "ROE", "ROE ROE"),
        ("Report to follow (see below.) ROE 2009-12-31", "ROE", "ROE"),
    ] {
        let (names, _, start, plain) = read(text);
        assert_eq!(names, [expected], "{text}");
        assert!(start.starts_with(rest), "{text}: {start}");
        assert!(!plain);
    }
}

#[test]
fn what_stands_behind_the_name() {
    for (tail, markers) in [
        ("CONFIDENTIAL", &[][..]),
        (
            "\nUNCLASSIFIED\n\nPAGE 04        NORDHA  03318  04 OF 04  151204Z\n\n\nUNCLASSIFIED\n\nNNNN",
            &["NNNN"],
        ),
        ("NNNN", &["NNNN"]),
        ("BT\n#0820\n\nNNNN", &["BT", "#0820", "NNNN"]),
        ("##", &["##"]),
        ("-/", &["-/"]),
        ("End Cable Text", &["End Cable Text"]),
        ("<< END OF DOCUMENT >>", &["<< END OF DOCUMENT >>"]),
        ("NNNNMAFVVZCZ", &["NNNNMAFVVZCZ"]),
        ("NNNNVV ESA071MAF", &["NNNNVV ESA071MAF"]),
        (
            "Declassified/Released US Department of State EO Systematic Review 05 JUL 2006",
            &[],
        ),
        ("SIPDIS", &[]),
        ("NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEE.", &[]),
        ("1999NORDHA01234 - UNCLASSIFIED", &[]),
        ("CONFIDENTIAL\n\nSIPDIS\n\n2", &[]),
    ] {
        let text = format!("THE MINISTER AGREED.\n\nROE\n{tail}\n");
        let (names, found, start, plain) = read(&text);
        assert_eq!(names, ["ROE"], "{text}");
        assert_eq!(found, markers, "{text}");
        assert!(start.starts_with("ROE\n"), "{text}");
        assert!(plain, "{text}");
    }
    assert_eq!(read("The minister agreed.\nROE NNNN").1, ["NNNN"]);
    assert_eq!(names("The minister agreed.\nROE CONFIDENTIAL"), ["ROE"]);
    assert_eq!(read("HE AGREED.\n\nGP-3\nROE\nNNNN").1, ["GP-3", "NNNN"]);
    assert_eq!(names("\"HE AGREED.\" UNQUOTE.\nROE"), ["ROE"]);
}

#[test]
fn notes_nobody_knows_may_follow() {
    let text = "The minister agreed.\n\nROE\n\nPrinted by a clerk @ Sat Dec 4 2010\nRecord: 12345";
    assert_eq!(names(text), ["ROE"]);
}

#[test]
fn a_text_may_end_without_a_signature() {
    for text in [
        "This telegram was cleared by Embassy Nordhaven.",
        "He left for\nNORDHAVEN.",
        "End Comment.",
        "END SUMMARY",
        "The government of the country. \n\n...",
        "4. (C) Minister left. Talks went on in Paris",
        "HE LEFT. TALKS HAVE FAILED",
        "He left.\nXXXXXXXXXXXX",
        "He left.\n\nCONFIDENTIAL",
        "talks with the EU",
        "We will raise it at the next meeting of UNESCO",
        "",
        "\n\n",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    // What follows the last sentence is still told.
    let (names, markers, start, _) = read("He left.\n\nNNNN\n");
    assert!(names.is_empty());
    assert_eq!(markers, ["NNNN"]);
    assert!(start.starts_with("NNNN"));
}

#[test]
fn two_persons_are_two() {
    assert_eq!(names("He left.\nROE/DOE"), ["ROE", "DOE"]);
    assert_eq!(names("He left.\nROE AND DOE"), ["ROE", "DOE"]);
}
