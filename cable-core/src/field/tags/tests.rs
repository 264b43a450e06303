//! Every form of the list, with what is read and what is reported.

use super::*;

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let span = Span::at(at, at + line.len());
            at += line.len() + 1;
            span
        })
        .collect()
}

struct Read {
    /// `code`, `code>corrected`
    tags: Vec<String>,
    kinds: Vec<TagKind>,
    names: Vec<Option<&'static str>>,
    printed: Vec<String>,
    rest: String,
    codes: Vec<&'static str>,
}

fn read_with(text: &str, context: &Context<'_>) -> Read {
    let spans = lines(text);
    let folded = Folded::new(text, &spans);
    let mut sink: Vec<Diagnostic> = Vec::new();
    let read = parse(&folded, context, &mut sink);
    Read {
        tags: read
            .tags
            .iter()
            .map(|tag| match &tag.corrected {
                Some(meant) => format!("{}>{}", tag.code.get(text), meant.get(text)),
                None => tag.code.get(text).to_owned(),
            })
            .collect(),
        kinds: read.tags.iter().map(|tag| tag.kind).collect(),
        names: read.tags.iter().map(|tag| tag.name).collect(),
        printed: read
            .printed()
            .iter()
            .map(|code| code.get(text).to_owned())
            .collect(),
        rest: text.get(read.end..).expect("a border").to_owned(),
        codes: sink.iter().map(|found| found.code.as_str()).collect(),
    }
}

fn read(text: &str) -> Read {
    let mut context = Context::assumed(Some(2008));
    context.fragment = true;
    read_with(text, &context)
}

fn tags(text: &str) -> Vec<String> {
    read(text).tags
}

#[test]
fn every_separator_separates() {
    for text in [
        "PREL PGOV RS",
        "PREL, PGOV, RS",
        "prel,pgov,rs",
        "PREL; PGOV ;RS.",
        "PREL/PGOV/RS",
        "PREL.PGOV.RS",
        "PREL, PGOV AND RS",
        "TAGS: PREL PGOV RS",
        "PREL / PGOV / RS",
        " PREL  PGOV,\n  RS ",
        "PREL PGOV\nRS",
        "PREL,\nPGOV\nRS",
        "\nPREL PGOV RS",
        "PREL: PGOV RS",
        "PREL\u{a0}PGOV RS",
    ] {
        assert_eq!(tags(text), ["PREL", "PGOV", "RS"], "{text:?}");
    }
}

#[test]
fn a_line_goes_on_by_its_rule() {
    for (text, expected, rest) in [
        ("whatever\nelse", &["WHATEVER"][..], "\nelse"),
        ("whatever,\nelse", &["WHATEVER", "ELSE"], ""),
        ("PREL PGOV\nSIPDIS", &["PREL", "PGOV"], "\nSIPDIS"),
        ("PREL PGOV\n\nRS", &["PREL", "PGOV"], "\n\nRS"),
        ("PREL PGOV,\n\nRS", &["PREL", "PGOV"], "\n\nRS"),
        (
            "PREL PGOV\nMINISTER MET",
            &["PREL", "PGOV"],
            "\nMINISTER MET",
        ),
        ("PREL PGOV\nIs it so", &["PREL", "PGOV"], "\nIs it so"),
        (
            "PREL,\nThe minister met us",
            &["PREL"],
            "\nThe minister met us",
        ),
        (
            "OREP RS COUNTRY\nCLEARANCE",
            &["OREP", "RS", "COUNTRY CLEARANCE"],
            "",
        ),
        (
            "OREP RS COUNTRY\nCLEARANCE GIVEN",
            &["OREP", "RS", "COUNTRY"],
            "\nCLEARANCE GIVEN",
        ),
        (
            "OVIP (MARTELL,\nJONAS) RS\nEUN",
            &["OVIP", "MARTELL, JONAS", "RS", "EUN"],
            "",
        ),
        (
            "PREL\nOVIP MARTELL JONAS",
            &["PREL", "OVIP", "MARTELL JONAS>MARTELL, JONAS"],
            "",
        ),
        (
            "PREL\nKXYZ, EINDETRD",
            &["PREL", "KXYZ", "EIND", "ETRD"],
            "",
        ),
        ("PREL\n(MARTELL, JONAS)", &["PREL", "MARTELL, JONAS"], ""),
        ("\nMinister met us", &[], "\nMinister met us"),
        (
            "PREL,\nIs the minister there",
            &["PREL"],
            "\nIs the minister there",
        ),
    ] {
        let found = read(text);
        assert_eq!(
            (&found.tags[..], found.rest.as_str()),
            (
                &expected.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()[..],
                rest
            ),
            "{text:?}"
        );
    }
}

#[test]
fn persons_in_every_form() {
    for (text, expected) in [
        (
            "OVIP (MARTELL, JONAS), RS",
            &["OVIP", "MARTELL, JONAS", "RS"][..],
        ),
        ("OVIP(MARTELL,JONAS)RS", &["OVIP", "MARTELL, JONAS", "RS"]),
        (
            "OVIP (MARTELL, JONAS) (HOLM, PEDER A.) RS",
            &["OVIP", "MARTELL, JONAS", "HOLM, PEDER A.", "RS"],
        ),
        (
            "OVIP (MARTELL, JONAS; HOLM, PEDER)",
            &["OVIP", "MARTELL, JONAS", "HOLM, PEDER"],
        ),
        ("OVIP (Martell, Jonas)", &["OVIP", "MARTELL, JONAS"]),
        ("OVIP MARTELL, JONAS, RS", &["OVIP", "MARTELL, JONAS", "RS"]),
        (
            "OVIP, MARTELL, JONAS P., HOLM, PEDER, RS",
            &["OVIP", "MARTELL, JONAS P.", "HOLM, PEDER", "RS"],
        ),
        (
            "OVIP MARTELL JONAS PREL",
            &["OVIP", "MARTELL JONAS>MARTELL, JONAS", "PREL"],
        ),
        (
            "OREP MARTELL JONAS P HOLM PEDER RS",
            &[
                "OREP",
                "MARTELL JONAS P>MARTELL, JONAS P",
                "HOLM PEDER>HOLM, PEDER",
                "RS",
            ],
        ),
        (
            "OVIP MARTELL JONAS PETER RS",
            &["OVIP", "MARTELL JONAS PETER>MARTELL, JONAS PETER", "RS"],
        ),
        (
            "PREL RS MARTELL JONAS",
            &["PREL", "RS", "MARTELL JONAS>MARTELL, JONAS"],
        ),
        ("PREL, MARTELL, JONAS", &["PREL", "MARTELL", "JONAS"]),
        (
            "PREL; EFIS; MARTELL, JONAS",
            &["PREL", "EFIS", "MARTELL, JONAS"],
        ),
        (
            "PREL; MARTELL, JONAS P.; HOLM,PEDER; RS",
            &["PREL", "MARTELL, JONAS P.", "HOLM, PEDER", "RS"],
        ),
        // The comma separates tags where it is not alone between semicolons, or one of them is known.
        (
            "PREL; MARTELL, JONAS, RS",
            &["PREL", "MARTELL", "JONAS", "RS"],
        ),
        ("PREL; MARTELL, RS; EUN", &["PREL", "MARTELL", "RS", "EUN"]),
        ("PREL; CODEL, MARTELL", &["PREL", "CODEL", "MARTELL"]),
        ("OVIP (MARTELL, JONAS", &["OVIP", "MARTELL, JONAS"]),
        ("OREP CODEL MARTELL", &["OREP", "CODEL", "MARTELL"]),
        ("OVIP (HU)", &["OVIP", "HU"]),
    ] {
        assert_eq!(tags(text), expected, "{text:?}");
    }
    assert_eq!(read("OVIP (HU)").kinds, [TagKind::Subject, TagKind::Person]);
    assert_eq!(
        read("PREL (HU)").kinds,
        [TagKind::Subject, TagKind::Geographic]
    );
    assert_eq!(
        read("OVIP MARTELL JONAS").kinds,
        [TagKind::Subject, TagKind::Person]
    );
}

#[test]
fn words_of_prose_are_no_persons() {
    assert_eq!(tags("PREL POLITICAL IRAN"), ["PREL", "POLITICAL", "IRAN"]);
    assert_eq!(tags("PREL PGOX PRLX"), ["PREL", "PGOX", "PRLX"]);
    assert_eq!(
        tags("PREL, HERRING GROUNDS, RS"),
        ["PREL", "HERRING GROUNDS", "RS"]
    );
    assert_eq!(read("PREL, HERRING GROUNDS, RS").kinds[1], TagKind::Unknown);
}

#[test]
fn phrases_are_taken_whole() {
    let found = read("IZ HUMAN RIGHTS VETTING media reaction report TIP IN TURKEY");
    assert_eq!(
        found.tags,
        [
            "IZ",
            "HUMAN RIGHTS VETTING",
            "MEDIA REACTION REPORT",
            "TIP IN TURKEY"
        ]
    );
    assert_eq!(found.kinds[1..], [TagKind::Phrase; 3]);
    assert_eq!(tags("HUMAN, RIGHTS"), ["HUMAN", "RIGHTS"]);
}

#[test]
fn misprints_keep_their_print() {
    let found = read("PREJ RU XQXQ KXYZ");
    assert_eq!(found.tags, ["PREJ>PREL", "RU>RS", "XQXQ", "KXYZ"]);
    assert_eq!(
        found.kinds,
        [
            TagKind::Subject,
            TagKind::Geographic,
            TagKind::Unknown,
            TagKind::Program
        ]
    );
    assert_eq!(found.names[1], Some("Russia"));
    assert_eq!(
        found.codes,
        ["tag-unknown", "tag-iso-code", "tag-unknown", "tag-unknown"]
    );
    assert_eq!(read("PREL CN").codes, ["tag-iso-code"]);
}

#[test]
fn a_blank_inside_a_code_is_a_misprint() {
    for (text, expected) in [
        ("P GOV, PREL", &["P GOV>PGOV", "PREL"][..]),
        ("PREL PR EL RS", &["PREL", "PR EL>PREL", "RS"]),
        ("PREL PGO V", &["PREL", "PGO V>PGOV"]),
        ("PREL K DEM, E CON", &["PREL", "K DEM>KDEM", "E CON>ECON"]),
        // Countries side by side, and what a comma parts.
        ("PREL UK RS", &["PREL", "UK", "RS"]),
        ("PREL, P, GOV", &["PREL", "GOV"]),
        ("PREL P XXX RS", &["PREL", "XXX", "RS"]),
    ] {
        assert_eq!(tags(text), expected, "{text:?}");
    }
    let found = read("P GOV");
    assert_eq!(
        (found.kinds[0], found.names[0].is_some()),
        (TagKind::Subject, true)
    );
    assert_eq!(found.codes, ["tag-unknown"]);
    // A line of such codes goes on with the list.
    assert_eq!(tags("PREL\nP GOV"), ["PREL", "P GOV>PGOV"]);
}

#[test]
fn glued_codes_are_taken_apart() {
    let found = read("PRELPGOV KDEMAF IRAJ RIGHTSQQ");
    assert_eq!(
        found.tags,
        ["PREL", "PGOV", "KDEM", "AF", "IR", "AJ", "RIGHTSQQ"]
    );
    assert_eq!(found.codes[..3], ["tags-run-together"; 3]);
    let text = "ECON KDEMAF";
    let spans = lines(text);
    let read = parse(
        &Folded::new(text, &spans),
        &Context::assumed(Some(2008)),
        &mut (),
    );
    assert_eq!(read.tags[2].code.span(), Span::new(9, 11));
}

#[test]
fn repeats_are_kept_apart() {
    let found = read("ECON, efin, EFIN, RS, ECON");
    assert_eq!(found.tags, ["ECON", "EFIN", "RS"]);
    assert_eq!(found.printed, ["ECON", "EFIN", "EFIN", "RS", "ECON"]);
    let many = (0..3).map(|_| "ECON EFIN ETRD EINV EAID EAGR EAIR EWWT PREL PGOV PHUM PTER PINR PARM MARR MASS MCAP MNUC SENV SNAR SOCI SCUL ASEC AMGT AORC CVIS CASC RS").collect::<Vec<_>>().join(" ");
    assert_eq!(read(&many).tags.len(), 28);
}

#[test]
fn left_overs_of_breaks_are_dropped() {
    for text in [
        "PREL, RS   UNCLASSIFIED  PAGE 02  NORDHA  04417  01 OF 04  141530Z  PREL, EUN",
        "PREL RS NORDHAVEN 00000478 001.2 OF 003 EUN",
        "PREL RS\nNORDHAVEN 00000478  002 OF 003\nEUN",
        "PREL RS SIPDIS EUN",
        "PREL RS C O N F I D E N T I A L SECTION 02 OF 03 NORDHAVEN 000478 EUN",
        "PREL RS PAGE 02 NORDHA 04417 141530Z\nEUN",
        "PREL (U) RS XXXXXXXXXXXX 12 EUN",
    ] {
        assert_eq!(tags(text), ["PREL", "RS", "EUN"], "{text:?}");
    }
    let own = Context::assumed(Some(2008)).with_own("PORT AU PRINCE", 478);
    let found = read_with("PREL HA PORT AU PR 00000478 002 OF 003 EUN", &own);
    assert_eq!(found.tags, ["PREL", "HA", "EUN"]);
}

#[test]
fn signs_at_the_ends_are_no_part_of_a_code() {
    assert_eq!(
        tags("'PREL' \u{201c}PGOV\u{201d} - RS? *EUN*."),
        ["PREL", "PGOV", "RS", "EUN"]
    );
}

#[test]
fn codes_with_signs_stay_whole() {
    assert_eq!(
        tags("AU-1 UNGA/C-6 ZANU-PF BA'ATH BA\u{2019}ATH"),
        ["AU-1", "UNGA/C-6", "ZANU-PF", "BA'ATH"]
    );
}

#[test]
fn the_era_gives_the_meaning() {
    let name = |year| {
        let mut context = Context::assumed(Some(year));
        context.fragment = true;
        read_with("CG", &context).names
    };
    assert_eq!(name(1975), [Some("Zaire")]);
    assert_eq!(name(2008), [Some("Democratic Republic of the Congo")]);
}

#[test]
fn the_order_is_told_once_and_a_subject_is_asked_for() {
    assert_eq!(read("PREL RS EUN").codes, [] as [&str; 0]);
    assert_eq!(read("PREL KDEM RS EUN").codes, [] as [&str; 0]);
    assert_eq!(read("RS PREL EUN PGOV").codes, ["order-unusual"]);
    let whole = Context::assumed(Some(2008));
    assert_eq!(read_with("RS", &whole).codes, ["tags-missing"]);
    assert_eq!(read_with("", &whole).codes, ["tags-missing"]);
    assert_eq!(read_with("PREL", &whole).codes, [] as [&str; 0]);
    assert_eq!(read("").codes, [] as [&str; 0]);
}
