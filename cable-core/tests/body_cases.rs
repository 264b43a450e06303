//! The text of telegrams, form by form: what is a paragraph, a heading, an item, and what is none.

use cable_core::record::Item;
use cable_core::{Cable, CableRef};

/// A classified telegram of 2008 with `body` below its top.
fn telegram(body: &str) -> Cable {
    parse(&format!(
        "C O N F I D E N T I A L NORDHAVEN 000142\n\nSIPDIS\n\nE.O. 12958: DECL: 03/04/2018\nTAGS: PREL, EFIS\n\
         SUBJECT: HERRING\n\nClassified By: Ambassador Ann Roe for reasons 1.4 (b) and (d).\n\n{body}"
    ))
}

fn parse(text: &str) -> Cable {
    Cable::parse(text.as_bytes().to_vec()).expect("a telegram")
}

/// `number(mark)role: text` of each paragraph.
fn paragraphs(cable: CableRef<'_>) -> Vec<String> {
    cable
        .paragraphs()
        .map(|paragraph| {
            let number = paragraph.number().map_or("-".to_owned(), |n| n.to_string());
            let suffix = paragraph.suffix().unwrap_or_default();
            let mark = paragraph.mark();
            let mark = mark.map_or("", |mark| mark.printed);
            let role = paragraph.role().map_or("", |role| role.as_str());
            format!("{number}{suffix}({mark}){role}: {}", paragraph.text())
        })
        .collect()
}

fn headings(cable: CableRef<'_>) -> Vec<&str> {
    cable.headings().map(|heading| heading.text).collect()
}

/// `label:text` of each item, those below it in brackets.
fn items(list: &[Item<'_>]) -> String {
    let one = |item: &Item<'_>| {
        let below = match item.items.as_slice() {
            [] => String::new(),
            below => format!("[{}]", items(below)),
        };
        format!("{}:{}{below}", item.label, item.text)
    };
    list.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_list_of_contents_is_no_row_of_paragraphs() {
    let cable = telegram(
        "1.   Lead Stories\n2.   (Zeltberg)   The Strike\n3.   Herring\n\n\n1.   Lead Stories\n\nAll dailies opened with it.\n\n\
         2.   (Zeltberg)   The Strike\n\nIt goes on.\n\n3.   Herring\n\nFewer.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        [
            "-(): 1. Lead Stories\n2. (Zeltberg) The Strike\n3. Herring",
            "1(): Lead Stories\n\nAll dailies opened with it.",
            "2(): (Zeltberg) The Strike\n\nIt goes on.",
            "3(): Herring\n\nFewer.",
        ]
    );
    let contents = cable.view().paragraphs().next().expect("the list");
    assert_eq!(
        items(contents.items().as_slice()),
        "1:Lead Stories 2:(Zeltberg) The Strike 3:Herring"
    );
}

#[test]
fn short_paragraphs_are_no_list_of_contents() {
    let cable = telegram(
        "1. (U) He came.\n\n2. (U) He left:\n\n1. by sea\n2. by air\n\n3. (U) He wrote.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        [
            "1(U): He came.",
            "2(U): He left:\n\n1. by sea\n2. by air",
            "3(U): He wrote."
        ]
    );
}

#[test]
fn numbers_of_a_list_inside_a_marked_paragraph_are_items() {
    let cable = telegram(
        "1. (C) The minister asked for three things:\n\n1. a loan;\n\n2. two cutters;\n\n3. time.\n\n2. (C) We agreed.\nROE\n",
    );
    let view = cable.view();
    assert_eq!(
        paragraphs(view),
        [
            "1(C): The minister asked for three things:\n\n1. a loan;\n\n2. two cutters;\n\n3. time.",
            "2(C): We agreed."
        ]
    );
    let first = view.paragraphs().next().expect("the first");
    assert_eq!(
        items(first.items().as_slice()),
        "1:a loan; 2:two cutters; 3:time."
    );
}

#[test]
fn a_title_joined_to_the_line_above_is_a_heading() {
    let prose = "The minister came to the harbor and said that the herring had not come back this year, that the fleet was idle, and that \
                 he would ask the cabinet for help before the week was out.";
    let cable = telegram(&format!(
        "1. (C) {prose} The Fleet at Anchor\n\n2. (C) {prose} Thank you, Mr. Roe\n\n3. (C) {prose} He left for\n\n4. (C) {prose}\nROE\n"
    ));
    let view = cable.view();
    assert_eq!(headings(view), ["The Fleet at Anchor"]);
    let all = paragraphs(view);
    assert_eq!(all[0], format!("1(C): {prose}"));
    assert!(all[1].ends_with("Thank you, Mr. Roe"));
    assert_eq!(
        view.paragraphs().nth(1).and_then(|second| second.heading()),
        Some("The Fleet at Anchor")
    );
}

#[test]
fn a_row_belongs_to_the_title_that_is_as_long() {
    let cable = telegram(
        "1. (C) The minister said that he would come\nin Europe as well. End comment.)\nPress Coverage\n--------------\n\n\
         2. (C) The dailies said that he had left without\na word about the herring\n-------\nThe War\n-------\n\n3. (C) None.\nROE\n",
    );
    let view = cable.view();
    assert_eq!(headings(view), ["Press Coverage", "The War"]);
    assert!(paragraphs(view)[1].ends_with("a word about the herring"));
}

#[test]
fn the_second_half_of_a_sentence_behind_a_break_is_no_title() {
    let cable = parse(
        "UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: HERRING\n\n1. (U) He said on his way to the\n\
         airport of Port Aurelia that\n\nNORDHAVEN 00000142  002 OF 002\n\n\nMinister Doe had left\n\n2. (U) He did not come.\nROE\n",
    );
    let view = cable.view();
    assert_eq!(headings(view), [""; 0]);
    assert_eq!(
        paragraphs(view)[0],
        "1(U): He said on his way to the airport of Port Aurelia that Minister Doe had left"
    );
}

#[test]
fn a_paged_separator_names_the_section_it_stands_in() {
    let cable = parse(
        "UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: HERRING\n\n1. (U) One.\n\n\
         NORDHAVEN 00000142  001.2 OF 002\n\n\n2. (U) Two.\n\nNORDHAVEN 00000142  002.2 OF 002\n\n\n3. (U) Three.\nROE\n",
    );
    let sections: Vec<_> = cable
        .view()
        .paragraphs()
        .map(|paragraph| paragraph.transmission_section())
        .collect();
    assert_eq!(sections, [Some(1), Some(1), Some(2)]);
}

#[test]
fn a_lettered_title_is_told_from_a_lettered_item() {
    let cable = telegram(
        "1. (C) He named:\n\nA. the fleet\n\nB. the harbor\n\n2. (C) Two.\n\nB. Economic Matters\n\n3. (C) Three.\nROE\n",
    );
    assert_eq!(headings(cable.view()), ["B. Economic Matters"]);
    let first = cable.view().paragraphs().next().expect("the first");
    assert_eq!(items(first.items().as_slice()), "A:the fleet B:the harbor");
}

#[test]
fn a_break_takes_its_leftovers_and_blank_lines_out_of_the_sentence() {
    for cut in [
        "\n\nNORDHAVEN 00000142  002 OF 003\n\n\n",
        "\nnordhaven 00000142 002 of 003\n",
        " NORDHAVEN 00000142 002 OF 003 ",
        "\n\nNORDHAVEN 00000142  002 OF 003\n\nSIPDIS\n\nSENSITIVE\n\nC O N F I D E N T I A L SECTION 02 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\n",
        "\n\nNORDHAVEN 00000142  002 OF 003\n\n\nCONFIDENTIAL\n\n",
        "\n\nSIPDIS\n\n",
    ] {
        for (end, start) in [
            ("and that", "the fleet sailed."),
            ("and left.", "he wrote later."),
            (
                "and left for the harbor of Port Aurelia at noon.",
                "He wrote.",
            ),
        ] {
            let cable = telegram(&format!(
                "1. (C) The minister came\n{end}{cut}{start}\n\n2. (C) So.\nROE\n"
            ));
            assert_eq!(
                paragraphs(cable.view()),
                [
                    format!("1(C): The minister came {end} {start}"),
                    "2(C): So.".to_owned()
                ],
                "{cut:?}"
            );
            assert_eq!(headings(cable.view()), [""; 0], "{cut:?}");
        }
    }
}

#[test]
fn a_break_behind_a_short_last_line_parts_two_blocks() {
    let cable = telegram(
        "1. (C) The minister came and\nleft.\n\nNORDHAVEN 00000142  002 OF 003\n\n\nHe wrote later.\n\n2. (C) So.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view())[0],
        "1(C): The minister came and left.\n\nHe wrote later."
    );
}

#[test]
fn titles_in_their_frames() {
    for (printed, title) in [
        ("//NEXT STEPS//", "NEXT STEPS"),
        (
            "//NEXT STEPS AND OTHER\nMATTERS//",
            "NEXT STEPS AND OTHER MATTERS",
        ),
        ("-- Next Steps --", "Next Steps"),
        ("--NEXT STEPS--", "NEXT STEPS"),
        ("Next Steps\n‐‐‐‐‐‐‐‐‐‐", "Next Steps"),
        ("(C) Next Steps", "Next Steps"),
        ("-- (C) Next Steps --", "Next Steps"),
    ] {
        let cable = telegram(&format!(
            "1. (C) He came.\n\n{printed}\n\n2. (C) He left.\nROE\n"
        ));
        assert_eq!(headings(cable.view()), [title], "{printed}");
        assert_eq!(paragraphs(cable.view())[0], "1(C): He came.", "{printed}");
    }
}

#[test]
fn the_last_items_of_a_list_are_no_title() {
    for list in [
        "He named two more\n- Ann Roe",
        "(A) one\n(B) two",
        "(1) one\n(2) two",
        "-- Next Steps",
    ] {
        let cable = telegram(&format!(
            "1. (C) He came.\n\n{list}\n\n2. (C) He left.\nROE\n"
        ));
        assert_eq!(headings(cable.view()), [""; 0], "{list}");
    }
}

#[test]
fn titles_between_the_items_of_a_list() {
    let cable = telegram(
        "1. (C) Present were:\n- Ann Roe, Minister of\nFisheries\n\nZELTBERG\nMinistry of Trade\n- John Doe\n\nHe also named\n- Peter Poe\n\n\
         Port of Aurelia\n\n- Paul Moe\n\n2. (C) Four left.\nROE\n",
    );
    let view = cable.view();
    assert_eq!(
        headings(view),
        ["ZELTBERG", "Ministry of Trade", "Port of Aurelia"]
    );
    let first = view.paragraphs().next().expect("the first");
    assert_eq!(
        items(first.items().as_slice()),
        "-:Ann Roe, Minister of Fisheries -:John Doe -:Peter Poe -:Paul Moe"
    );
    let second = view.paragraphs().nth(1).expect("the second");
    assert_eq!(second.heading(), Some("Port of Aurelia"));
}

#[test]
fn numbers_damaged_on_the_way_are_known_by_their_mark_and_their_place() {
    for printed in [
        "12, (C)",
        "12: (C)",
        "12.- (C)",
        "12 . (C)",
        "12.. (C)",
        "012. (C)",
        "l2. (C)",
        "1Z. (C)",
        "#12. (C)",
        "12 (C)",
        "12.(C).",
        "12. (C)--",
        "12. {C}",
        "12. (C}",
        "I2. (C) ",
        "12.) (C)",
        "12. 9C)",
        "12. (C0",
    ] {
        let cable = telegram(&format!(
            "11. (C) He came.\n\n{printed} He left.\n\n13. (C) So.\nROE\n"
        ));
        assert_eq!(
            paragraphs(cable.view()),
            [
                "11(C): He came.".to_owned(),
                "12(C): He left.".to_owned(),
                "13(C): So.".to_owned()
            ],
            "{printed}"
        );
    }
    for printed in [
        "12)", "(12)", "12, 13", "S (C)", "l3. (C)", "12.. He", "I (C)",
    ] {
        let cable = telegram(&format!(
            "11. (C) He came.\n\n{printed} He left.\n\n13. (C) So.\nROE\n"
        ));
        assert_eq!(cable.view().paragraphs().count(), 2, "{printed}");
    }
}

#[test]
fn a_paragraph_joined_to_the_last_line_of_the_one_before_it() {
    let cable = telegram(
        "1. (C) The minister came to the harbor of Port Aurelia and saw that it\nwas empty. 2. (C) He asked where the fleet was, and was told that it had\n\
         left. End of story (see para 3. (C) is what he meant) and so\non. 3. (C) So.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        [
            "1(C): The minister came to the harbor of Port Aurelia and saw that it was empty.",
            "2(C): He asked where the fleet was, and was told that it had left. End of story (see para 3. (C) is what he meant) and so on.",
            "3(C): So.",
        ]
    );
}

#[test]
fn items_of_every_kind() {
    for (list, expected) in [
        (
            "i. one\nii. two\niii. three\niv. four",
            "i:one ii:two iii:three iv:four",
        ),
        ("I. one\nII. two\nIII. three", "I:one II:two III:three"),
        (
            "a. one\n(i) two\n(ii) three\nb. four",
            "a:one[i:two ii:three] b:four",
        ),
        ("g. a\nh. b\ni. c\nj. d", ""),
        (
            "a. a\nb. b\nc. c\nd. d\ne. e\nf. f\ng. g\nh. h\ni. i\nj. j",
            "a:a b:b c:c d:d e:e f:f g:g h:h i:i j:j",
        ),
        ("· one\n· two", "·:one ·:two"),
        ("● one\n● two", "●:one ●:two"),
        ("o One\no Two", "o:One o:Two"),
        ("Q One\nQ Two", "Q:One Q:Two"),
        ("Q. One?\nA. Two.", "A:Two."),
        ("--one\n--two", "--:one --:two"),
    ] {
        let cable = telegram(&format!(
            "1. (C) There are some:\n\n{list}\n\n2. (C) So.\nROE\n"
        ));
        let first = cable.view().paragraphs().next().expect("the first");
        assert_eq!(items(first.items().as_slice()), expected, "{list}");
        assert_eq!(
            first.text(),
            format!("There are some:\n\n{}", first.text()[17..].to_owned()),
            "{list}"
        );
    }
}

#[test]
fn items_that_were_joined_to_one_line() {
    let prose = "The fleet of Port Aurelia, which has not left the harbor since the herring went, gets nine million for nets and for the repair of its boats";
    let text = format!("He named two: - {prose}. - {prose}.");
    let cable = telegram(&format!(
        "1. (C) {text}\n\n- {prose}. -- {prose} -- {prose}. - {prose}.\n\n2. (C) He said. - {prose}.\nROE\n"
    ));
    let view = cable.view();
    let labels: Vec<_> = view
        .paragraphs()
        .map(|paragraph| {
            paragraph
                .items()
                .iter()
                .map(|item| item.label)
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(labels, [vec!["-", "-", "-", "--", "-"], vec![]]);
    let first = view.paragraphs().next().expect("the first");
    assert!(first.text().starts_with(&format!(
        "He named two:\n- {prose}.\n- {prose}.\n\n- {prose}.\n-- "
    )));
    assert_eq!(first.items()[1].text, format!("{prose}."));
}

#[test]
fn begin_and_end_words_in_any_frame() {
    for (begin, end) in [
        ("BEGIN TEXT", "END TEXT"),
        ("(Begin text)", "(End text)"),
        ("---BEGIN TEXT---", "---END TEXT---"),
        ("//BEGIN TEXT//", "//END TEXT//"),
        ("[BEGIN TEXT]", "[END TEXT.]"),
    ] {
        let cable = telegram(&format!(
            "1. (C) The note:\n\n{begin}\n\n1. Sir,\n\n2. We write.\n\n{end}\n\n2. So it ends.\n\n3. (C) He left.\nROE\n"
        ));
        let view = cable.view();
        let read = paragraphs(view);
        assert_eq!(
            (read[0].as_str(), read.len()),
            (
                format!("1(C): The note:\n\n{begin}\n\n1. Sir,\n\n2. We write.\n\n{end}").as_str(),
                3
            ),
            "{begin}"
        );
        let found: Vec<_> = view
            .attachments()
            .map(|found| (found.first_paragraph, found.last_paragraph))
            .collect();
        assert_eq!(found, [(Some(1), Some(1))], "{begin}");
    }
}

#[test]
fn a_text_that_is_never_ended_goes_to_the_next_number() {
    let cable = telegram(
        "1. (C) The note:\n\nBEGIN TEXT OF NOTE\n\nSir, we write.\n\nYours.\n\n2. He left.\n\n3. (C) So.\nROE\n",
    );
    let view = cable.view();
    assert_eq!(view.paragraphs().count(), 3);
    let found: Vec<_> = view
        .attachments()
        .map(|found| (found.title, found.first_paragraph, found.last_paragraph))
        .collect();
    assert_eq!(found, [(Some("NOTE"), Some(1), Some(1))]);
}

#[test]
fn role_words_and_what_they_are_read_from() {
    for (printed, role, text) in [
        ("Final Comment: He came.", "comment", "He came."),
        ("Charge's Comment: He came.", "comment", "He came."),
        (
            "(Begin Comment) He came. (End Comment)",
            "comment",
            "He came.",
        ),
        ("COMMENT (CONTINUED): He came.", "comment", "He came."),
        ("SUMARY: He came. End of summary.", "summary", "He came."),
        (
            "[Comment: He came. End comment.]",
            "",
            "[Comment: He came. End comment.]",
        ),
        (
            "(Comment: He came. End comment.) So.",
            "",
            "(Comment: He came. End comment.) So.",
        ),
    ] {
        let cable = telegram(&format!("1. (C) {printed}\n\n2. (C) So.\nROE\n"));
        assert_eq!(
            paragraphs(cable.view()),
            [format!("1(C){role}: {text}"), "2(C): So.".to_owned()]
        );
    }
}

#[test]
fn a_title_whose_blank_line_or_row_was_lost() {
    for (above, printed) in [
        ("He came to the harbor.", "The Fleet at Anchor"),
        ("He came to the harbor. End Summary", "THE FLEET AT ANCHOR"),
        (
            "He came to the harbor.\n\n",
            "----------------- The Fleet at Anchor",
        ),
    ] {
        let cable = telegram(&format!("1. (C) {above}\n{printed}\n\n2. (C) So.\nROE\n"));
        let title = printed.trim_start_matches(['-', ' ']);
        assert_eq!(headings(cable.view()), [title], "{printed}");
    }
    for last in [
        "and left for Port Aurelia",
        "He named Roe and",
        "He left for Port Aurelia.",
    ] {
        let cable = telegram(&format!(
            "1. (C) He came to the harbor.\n{last}\n\n2. (C) So.\nROE\n"
        ));
        assert_eq!(headings(cable.view()), [""; 0], "{last}");
    }
}

#[test]
fn the_heads_of_later_sections_are_no_text() {
    let top = |section: u32| {
        format!(
            "C O N F I D E N T I A L SECTION 0{section} OF 02 NORDHAVEN 000142\n\nSIPDIS\n\nE.O. 12958: DECL: 03/04/2018\nTAGS: PREL, EFIS\n\
             SUBJECT: HERRING\n\nREF: STATE 12\n\nClassified By: Ambassador Ann Roe for reasons 1.4 (b) and (d).\n\n"
        )
    };
    let header = |section: u32| {
        format!(
            "VZCZCXRO123{section}\nOO RUEHZB\nDE RUEHNV #0142/0{section} 0641015\nZNY CCCCC ZZH\nO 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\n\
             TO RUEHC/SECSTATE WASHDC IMMEDIATE 001{section}\nINFO RUEHZB/AMEMBASSY ZELTBERG\n"
        )
    };
    let bare = "C O N F I D E N T I A L SECTION 02 OF 02 NORDHAVEN 000142\n\nSIPDIS\n\n".to_owned();
    for head in [header(2) + &top(2), header(2) + &bare, top(2), bare] {
        for end in ["", "BT\n#0142\nNNNN\n\n"] {
            let cable = parse(&format!(
                "{}{}1. (C) The fleet of Port Aurelia and\n\n{end}{head}all its boats lie idle.\n\n2. (C) So.\nROE\nBT\n#0142\nNNNN\n",
                header(1),
                top(1)
            ));
            let view = cable.view();
            assert_eq!(
                paragraphs(view),
                [
                    "1(C): The fleet of Port Aurelia and all its boats lie idle.",
                    "2(C): So."
                ],
                "{end}{head}"
            );
            let sections: Vec<_> = view
                .paragraphs()
                .map(|found| found.transmission_section())
                .collect();
            assert_eq!(sections, [Some(1), Some(2)], "{end}{head}");
            assert_eq!(view.signature().collect::<Vec<_>>(), ["ROE"]);
            assert_eq!(view.header().expect("a header").action.len(), 1);
        }
    }
}

#[test]
fn an_extract_ends_in_an_ellipsis() {
    let cut = |body: &str| {
        let cable = telegram(body);
        let found = cable.view().diagnostics().iter();
        found
            .filter(|found| found.code.as_str() == "text-cut-off")
            .count()
    };
    assert_eq!(cut("1. (C) He came and ...\n"), 1);
    assert_eq!(cut(" ...\n"), 1);
    assert_eq!(cut("1. (C) He came and left for\n"), 1);
    assert_eq!(cut("1. (C) He came and ...\nROE\n"), 0);
    assert_eq!(cut("1. (C) He came and left.\n"), 0);
}

#[test]
fn labels_and_values_are_no_title() {
    let cable = telegram(
        "1. (C) Bio follows.\n\nName: Roe\nBorn: 1950\n\n2. (C) He came.\n\nComment: A Deal on Herring That Nobody\nWanted\n\n3. (C) No.\nROE\n",
    );
    assert_eq!(
        headings(cable.view()),
        ["Comment: A Deal on Herring That Nobody Wanted"]
    );
    assert_eq!(
        paragraphs(cable.view())[0],
        "1(C): Bio follows.\n\nName: Roe Born: 1950"
    );
}

#[test]
fn a_mark_of_the_entire_text_is_no_title() {
    for (line, mark) in [
        ("CONFIDENTIAL - ENTIRE TEXT", "CONFIDENTIAL - ENTIRE TEXT"),
        ("(C - ENTIRE TEXT)", "C - ENTIRE TEXT"),
    ] {
        let cable = telegram(&format!("{line}\n\n1. He came.\n\n2. He left.\nROE\n"));
        assert_eq!(
            paragraphs(cable.view()),
            [
                format!("-({mark}): "),
                "1(): He came.".to_owned(),
                "2(): He left.".to_owned()
            ]
        );
        assert_eq!(headings(cable.view()), [""; 0]);
    }
}

#[test]
fn captions_that_a_break_left_are_no_text() {
    let cable = telegram(
        "1. (C) He came and\n\nSENSITIVE\n\nSIPDIS\n\nhe went.\n\nNOFORN\n\n2. (C) They say it is\nSENSITIVE.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        [
            "1(C): He came and he went.",
            "2(C): They say it is SENSITIVE."
        ]
    );
    assert_eq!(headings(cable.view()), [""; 0]);
}

#[test]
fn short_paragraphs_at_the_end_of_a_joined_line_are_parted_too() {
    let long = "He came to the coast and said so many things that a line of the wire would not hold them all.";
    let cable = telegram(&format!(
        "1. (C) {long} 2. (C) He left. 3. (C) Comment: No. ROE\n"
    ));
    assert_eq!(
        paragraphs(cable.view()),
        [
            format!("1(C): {long}"),
            "2(C): He left.".to_owned(),
            "3(C)comment: No.".to_owned()
        ]
    );
}

#[test]
fn a_text_that_ends_on_its_line_holds_no_later_paragraph() {
    for end in ["UNQUOTE END TEXT.", "UNQUOTE END OF TEXT"] {
        let cable = telegram(&format!(
            "1. HE SAID:\n\n2. BEGIN TEXT. QUOTE HERRING IS FISH. {end}\n\n3. WE DOUBT IT.\n\n4. NO MORE.\nROE\n"
        ));
        let numbers: Vec<_> = cable.view().paragraphs().map(|one| one.number()).collect();
        assert_eq!(numbers, [Some(1), Some(2), Some(3), Some(4)], "{end}");
        assert_eq!(cable.view().attachments().count(), 1, "{end}");
    }
}

#[test]
fn a_schedule_above_the_name_is_no_signature() {
    for note in ["GDS", "XGDS-2", "GP-3"] {
        let cable = telegram(&format!("1. (C) HE CAME.\n\n{note}\nROE\n"));
        assert_eq!(
            cable.view().signature().collect::<Vec<_>>(),
            ["ROE"],
            "{note}"
        );
    }
}

#[test]
fn the_words_for_the_summary_in_front_of_the_first_number() {
    let cable =
        telegram("SUMMARY: 1. (C) The fleet left. End summary.\n\n2. (C) It came back.\nROE\n");
    assert_eq!(
        paragraphs(cable.view()),
        ["1(C)summary: The fleet left.", "2(C): It came back."]
    );
    // A list in an unnumbered summary has no marks.
    let cable = telegram("SUMMARY: 1. Herring, 2. cod.\n\nIt came back.\nROE\n");
    assert_eq!(
        cable
            .view()
            .paragraphs()
            .next()
            .and_then(|first| first.number()),
        None
    );
}

#[test]
fn a_short_block_that_ends_in_end_words_is_no_title() {
    let cable = telegram("SUMMARY: THE FLEET LEFT. END SUMMARY\n\n1. (C) It came back.\nROE\n");
    assert_eq!(
        paragraphs(cable.view()),
        ["-()summary: THE FLEET LEFT.", "1(C): It came back."]
    );
    assert!(headings(cable.view()).is_empty());
}

#[test]
fn rows_of_a_table_are_no_title() {
    let cable = telegram(
        "1. (C) Landings:\n\nPort     2006   2007\nZeltberg  100    200\n\n2. (C) They rose.\n\nN E X T   S T E P S   A H E A D\n\n\
         3. (C) None.\n\nNext Steps   \n\n4. (C) None.\nROE\n",
    );
    let titles = ["N E X T   S T E P S   A H E A D", "Next Steps"];
    let words = |title: &str| title.split_whitespace().collect::<String>();
    assert_eq!(
        headings(cable.view())
            .iter()
            .map(|title| words(title))
            .collect::<Vec<_>>(),
        titles.map(words)
    );
}

#[test]
fn the_pages_of_the_post_between_rows_are_no_title() {
    let row = "*".repeat(45);
    let cable = telegram(&format!(
        "1. (C) He left.\n\n{row}\nVisit Zeltberg's Classified Website:\nhttp://www.example.gov/p/zeltberg/?cable s\n{row}\nROE\n"
    ));
    assert_eq!(
        paragraphs(cable.view()),
        [
            "1(C): He left.\n\nVisit Zeltberg's Classified Website: http://www.example.gov/p/zeltberg/?cable s"
        ]
    );
    assert!(headings(cable.view()).is_empty());
}

#[test]
fn a_list_may_begin_behind_the_number_of_its_paragraph() {
    let cable = telegram("1. (C) 1) one\n2) two\n3) three\n\n2. (C) 1. One of them.\nROE\n");
    let lists: Vec<_> = cable
        .view()
        .paragraphs()
        .map(|paragraph| items(&paragraph.items()))
        .collect();
    assert_eq!(lists, ["1:one 2:two 3:three", ""]);
}

#[test]
fn words_round_a_part_with_a_classification_of_its_own_are_no_title() {
    let cable = telegram(
        "BEGIN CONFIDENTIAL\n\n1. He left.\n\nEND CONFIDENTIAL\n\nBEGIN UNCLASSIFIED\n\n2. He came.\n\nEND UNCLASSIFIED\nROE\n",
    );
    assert!(headings(cable.view()).is_empty());
    assert_eq!(cable.view().signature().collect::<Vec<_>>(), ["ROE"]);
}

#[test]
fn short_lines_one_below_the_other_are_no_title() {
    let cable = telegram(
        "1. (U) Participants:\n\nUNITED STATES\nThe Ambassador\nDCM Roe\n\nNORDLAND\nMinister Holm\nDirector Strand\n\n\
         2. (C) He came.\n\nWhat the Minister\nwants\n\n3. (C) No.\n\nNEXT STEPS (SBU)\n\n4. (SBU) None.\nROE\n",
    );
    assert_eq!(
        headings(cable.view()),
        ["What the Minister wants", "NEXT STEPS"]
    );
}

#[test]
fn end_words_close_what_was_opened_last() {
    let cable = telegram(
        "1. (C) Comment: One. End comment.\n\n2. (C) Two.\n\n3. (C) Three.\n\nCOMMENT: Four. END COMMENT.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        [
            "1(C)comment: One.",
            "2(C): Two.",
            "3(C): Three.\n\nCOMMENT: Four. END COMMENT."
        ]
    );
}

#[test]
fn capital_letters_behind_numbers_with_marks() {
    let cable = telegram("1. (C) He left.\n\n2A. (C) He came.\n\n2B. (U) He went.\nROE\n");
    assert_eq!(
        paragraphs(cable.view()),
        ["1(C): He left.", "2A(C): He came.", "2B(U): He went."]
    );
}

#[test]
fn the_name_above_a_separator_is_no_text() {
    let cable = telegram(
        "1. (C) He left.\nROE\n\nNORDHAVEN 00000142 002 OF 002\n\n2. (C) He said no to\nHOLM\n\n3. (C) Done.\nROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        ["1(C): He left.", "2(C): He said no to HOLM", "3(C): Done."]
    );
}

#[test]
fn a_name_below_a_removal_and_above_its_date() {
    for end in [
        "1. (C) He met XXXXXXXXXXXX\nROE\n",
        "1. (C) He left. ROE\n2009-12-31\n",
    ] {
        let cable = telegram(end);
        let names: Vec<_> = cable.view().signature().collect();
        assert_eq!(names, ["ROE"], "{end}");
    }
}

#[test]
fn a_separator_in_a_telegram_of_one_line() {
    let cable = parse(
        "C O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000142 SIPDIS E.O. 12958: DECL: 03/04/2018 TAGS: PREL \
         SUBJECT: HERRING 1. (C) He left. NORDHAVEN 00000142 002 OF 002 2. (C) He came. ROE\n",
    );
    assert_eq!(
        paragraphs(cable.view()),
        ["1(C): He left.", "2(C): He came."]
    );
}

#[test]
fn titles_between_short_paragraphs_without_blank_lines() {
    let cable = telegram(
        "1. (C) Summary: He left. End summary.\nThe First Talk\n2. (C) He came.\nHe named three:\nHolm\n3. (C) He left for\nZeltberg\n\
         4. (C) He went.\nNext Steps\n5. (C) None.\n\n\"We Are Ready...\"\n\n6. (C) So he said.\n\nand then...\n\n7. (C) No.\n\n\
         COMMENT AND NEXT STEPS\n\n8. (C) None.\nROE\n",
    );
    assert_eq!(
        headings(cable.view()),
        [
            "The First Talk",
            "Next Steps",
            "\"We Are Ready...\"",
            "COMMENT AND NEXT STEPS"
        ]
    );
    assert_eq!(paragraphs(cable.view())[7], "8(C)comment: None.");
}

#[test]
fn a_role_word_below_a_sentence_about_the_message_is_the_title() {
    for row in ["", "-------\n"] {
        let cable = telegram(&format!(
            "SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY\nSUMMARY\n{row}1. (C) He left. (Note: He came.\nEND NOTE)\n\n2. (C) So.\nROE\n"
        ));
        assert_eq!(headings(cable.view()), ["SUMMARY"]);
    }
    let cable = parse(
        "UNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n(U) THIS CABLE IS SENSITIVE.\n1. (U) So.\nROE\n",
    );
    assert_eq!(
        cable.view().subject().map(|subject| subject.text),
        Some("HERRING")
    );
}

#[test]
fn the_end_of_a_remark_in_a_joined_line_is_no_title() {
    let prose = "The masters met in the harbor and said that they had seen nothing of the herring since the spring".repeat(2);
    let cable = telegram(&format!(
        "1. (C) {prose}. (Note: So they said. End Note)\n2. (C) {prose}. Press Coverage\n--------------\n3. (C) None.\nROE\n"
    ));
    assert_eq!(headings(cable.view()), ["Press Coverage"]);
}

#[test]
fn lines_on_the_message_are_no_title() {
    for line in [
        "SENSITIVE BUT UNCLASSIFIED - NOT FOR INTERNET DISTRIBUTION",
        "PLEASE PROTECT ACCORDINGLY",
        "ACTION REQUEST - SEE PARA 8",
        "(U) Entire text is sensitive",
        "CORRECTED COPY - TEXT",
        "Declassify on: 03/04/2018",
    ] {
        let cable = telegram(&format!(
            "{line}\n\n1. (C) He left.\n\nTHE NEXT STEP\n\n2. (C) None.\nROE\n"
        ));
        assert_eq!(headings(cable.view()), ["THE NEXT STEP"], "{line}");
    }
    let cable = parse(
        "UNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n(U) REF: ZELTBERG 12\n\n1. (U) So.\nROE\n",
    );
    assert!(headings(cable.view()).is_empty());
    assert_eq!(paragraphs(cable.view()), ["1(U): So."]);
    let cable = parse(
        "UNCLAS NORDHAVEN 000142\n\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n(REF: ZELTBERG 12)\n\n1. (U) So.\nROE\n",
    );
    assert_eq!(paragraphs(cable.view()), ["1(U): So."]);
}

#[test]
fn marked_numbers_behind_titles_colons_and_pilcrows_in_a_joined_line() {
    let prose = "The masters met in the harbor and said that they had seen nothing of the herring since the spring";
    let cable = telegram(&format!(
        "1. (C) {prose}, and left in the evening. {prose}. BACKGROUND 2. (C) {prose}: ¶3. (C) {prose}. ------- ECONOMY ------- 4. (C) {prose}. \
         5. (C) {prose} as told in Para 6. (C) is the level of it.\nROE\n"
    ));
    let numbers: Vec<_> = cable
        .view()
        .paragraphs()
        .map(|paragraph| paragraph.number())
        .collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5].map(Some));
    assert_eq!(headings(cable.view()), ["BACKGROUND", "ECONOMY"]);
}
