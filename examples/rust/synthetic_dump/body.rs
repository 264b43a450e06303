//! The text column: classification line, captioned top, paragraphs.

use crate::generator::{Level, Plan};
use crate::words::{HEADINGS, NAMES, POSTS, TAGS, WORDS, chance, pick, spaced, weighted};
use fastrand::Rng;
use std::fmt::Write;

/// A text in one of the two styles of setting, with the slips that survey counts found.
pub(crate) fn write(random: &mut Rng, plan: &Plan) -> String {
    let mut out = String::new();
    leftovers(random, plan, &mut out);
    banner(random, plan, 1, &mut out);
    captions(random, plan, &mut out);
    top(random, plan, &mut out);
    classified_by(random, plan, &mut out);
    paragraphs(random, plan, &mut out);
    ending(random, &mut out);
    damage(random, out)
}

fn leftovers(random: &mut Rng, plan: &Plan, out: &mut String) {
    if plan.print && chance(random, 300) {
        let _ = writeln!(
            out,
            "Monday, {} March {}, {:02}:{:02}",
            plan.day, plan.year, plan.hour, plan.minute
        );
    } else if chance(random, 2) {
        let _ = writeln!(out, "<<{}>>", random.u32(100_000..999_999));
    }
}

fn banner(random: &mut Rng, plan: &Plan, section: u32, out: &mut String) {
    let word = match plan.level {
        Level::Unclassified | Level::Sensitive => "UNCLAS".to_owned(),
        Level::Confidential if plan.print => "CONFIDENTIAL".to_owned(),
        Level::Secret if plan.print => "SECRET".to_owned(),
        Level::Confidential => spaced("CONFIDENTIAL"),
        Level::Secret => spaced("SECRET"),
    };
    let word = match random.u32(..130) {
        0 => word[..1].to_owned() + &word,
        1 => word[1..].trim_start().to_owned(),
        _ => word,
    };
    let part = match plan.sections {
        1 => String::new(),
        total => format!("SECTION {section:02} OF {total:02} "),
    };
    let _ = writeln!(out, "{word} {part}{} {:06}", plan.post.name, plan.serial);
}

fn captions(random: &mut Rng, plan: &Plan, out: &mut String) {
    out.push('\n');
    if chance(random, 920) {
        out.push_str(pick(
            random,
            &[
                "SIPDIS\n\n",
                "SIPDIS\n\n",
                "SIPDIS\n\nSIPDIS\n\n",
                "Sipdis\n",
            ],
        ));
    }
    if plan.level == Level::Sensitive {
        out.push_str("SENSITIVE\n\n");
    }
    if plan.noforn {
        out.push_str("NOFORN\n\n");
    }
    if chance(random, 300) {
        out.push_str(pick(
            random,
            &[
                "STATE FOR EUR/NB AND EB/TRA\nSTATE PASS TO USTR\n",
                "DEPT FOR WHA, INR/IAA, PLEASE PASS TO\nNSC\n",
                "TREASURY FOR OIA\n",
            ],
        ));
    }
    if chance(random, 25) {
        out.push_str("C O R R E C T E D   C O P Y (TEXT)\n");
    }
}

fn top(random: &mut Rng, plan: &Plan, out: &mut String) {
    let order = match plan.year {
        ..1972 => 10501,
        1972..1979 => 11652,
        1979..1983 => 12065,
        1983..1996 => 12356,
        _ => 12958,
    };
    let order = match random.u32(..200) {
        0 => "12598".to_owned(),
        _ => order.to_string(),
    };
    let until = match plan.level {
        Level::Unclassified | Level::Sensitive => "N/A".to_owned(),
        _ if plan.year < 1996 => pick(random, &["GDS", "DECL: OADR", "XGDS-1"]).to_owned(),
        _ => format!("DECL: {:02}/{:02}/{}", plan.month, plan.day, plan.year + 10),
    };
    let mut tags: Vec<&str> = (0..random.usize(2..7))
        .map(|_| pick(random, &TAGS))
        .collect();
    tags.push(plan.post.country);
    let _ = match plan.print {
        true => writeln!(out, "EO {order} {until}\nTAGS {}", tags.join(", ")),
        false => writeln!(out, "E.O. {order}: {until} \nTAGS: {} ", tags.join(" ")),
    };
    let subject = sentence(random, 8).to_uppercase();
    let subject = wrapped(random, &subject, if plan.print { 200 } else { 60 });
    let mark = match plan.level {
        Level::Confidential if chance(random, 250) => "(C) ",
        _ => "",
    };
    let colon = if plan.print { "" } else { ":" };
    let _ = writeln!(out, "SUBJECT{colon} {mark}{subject}\n");
    for index in 0..weighted(random, &[(450, 0), (250, 1), (150, 2), (100, 4), (50, 9)]) {
        let lead = match index {
            0 => "REF:",
            _ => "    ",
        };
        let post = POSTS[random.usize(..POSTS.len())].name;
        let letter = char::from(b'A' + index);
        let year = plan.year % 100;
        let tail = pick(random, &["", "", "", " (NOTAL)", " AND PREVIOUS"]);
        let _ = writeln!(
            out,
            "{lead} {letter}. {year:02} {post} {}{tail}",
            random.u32(1..4000)
        );
    }
}

fn classified_by(random: &mut Rng, plan: &Plan, out: &mut String) {
    if plan.level < Level::Confidential || chance(random, 30) {
        return;
    }
    let name = pick(random, &NAMES);
    let _ = writeln!(
        out,
        "\nClassified By: {} {name} for reasons 1.4 {}",
        pick(random, &["Ambassador", "DCM", "Political Counselor", "CDA"]),
        pick(
            random,
            &["(b) and (d).", "(B/D).", "(b, d)", "( b) an d (d)."]
        )
    );
}

fn paragraphs(random: &mut Rng, plan: &Plan, out: &mut String) {
    // Half of all texts are shorter than 8.5 kB, one in ten longer than 17 kB, one in a hundred longer than 30 kB.
    let count: u32 = weighted(
        random,
        &[(10, 2), (40, 6), (30, 12), (14, 20), (5, 35), (1, 70)],
    );
    let width = if plan.print {
        usize::MAX
    } else {
        weighted(random, &[(70, 65), (30, 58)])
    };
    let mut section = 1;
    for number in 1..=count {
        if number > 1 && chance(random, 250) {
            let heading = pick(random, &HEADINGS);
            let _ = writeln!(out, "\n{heading}");
            if !plan.print {
                let _ = writeln!(out, "{}", "-".repeat(heading.len()));
            }
        }
        let mark = match plan.level {
            Level::Unclassified => "",
            Level::Sensitive => "(SBU) ",
            Level::Confidential => pick(
                random,
                &["(C) ", "(C) ", "(C) ", "(SBU) ", "(U) ", "( C) ", "(C/NF) "],
            ),
            Level::Secret => pick(random, &["(S) ", "(S/NF) ", "(C) ", "(U) "]),
        };
        let (before, behind) = match number {
            1 => ("SUMMARY: ", "  END SUMMARY."),
            _ if number == count => ("Comment: ", "  End comment."),
            _ => ("", ""),
        };
        let mut text = format!("{number}. {mark}{before}");
        for _ in 0..random.usize(3..14) {
            let words = random.usize(6..24);
            text.push_str(&sentence(random, words));
            text.push_str(pick(random, &[".  ", ".  ", ". "]));
        }
        let text = wrapped(random, text.trim_end(), width) + behind;
        let _ = write!(out, "\n{text}\n");
        if section < plan.sections && number * plan.sections > section * count {
            // A section ends in the middle of a sentence.
            section += 1;
            let _ = writeln!(out, "\nand then the {}", pick(random, &WORDS));
            banner(random, plan, section, out);
            let _ = writeln!(out, "\nSIPDIS\n\n{} went on.", pick(random, &WORDS));
        }
    }
}

/// So many words, with what occurs between them.
fn sentence(random: &mut Rng, words: usize) -> String {
    let mut out = String::new();
    for index in 0..words {
        if index > 0 {
            out.push(' ');
        }
        match random.u32(..400) {
            0 => out.push_str("XXXXXXXXXXXX"),
            1 => out.push_str("R&D"),
            2..6 => {
                let _ = write!(out, "\"{}\"", pick(random, &WORDS));
            }
            6 => out.push_str("caf\u{e9}"),
            7 => out.push_str("(ref A)"),
            8 => out.push_str("and/or \\"),
            9..13 => {
                let _ = write!(out, "{}'s", pick(random, &WORDS));
            }
            _ => out.push_str(pick(random, &WORDS)),
        }
    }
    let first = out.chars().next().map_or(0, char::len_utf8);
    out[..first].to_uppercase() + &out[first..]
}

/// In lines of at most `width` bytes, many of which end with a blank.
fn wrapped(random: &mut Rng, text: &str, width: usize) -> String {
    let blank = chance(random, 540);
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let mut column = 0;
    for word in text.split(' ') {
        if column > 0 && column + word.len() >= width {
            out.push_str(if blank { " \n" } else { "\n" });
            column = 0;
        } else if column > 0 {
            out.push(' ');
        }
        out.push_str(word);
        column += word.len() + 1;
    }
    out
}

fn ending(random: &mut Rng, out: &mut String) {
    if chance(random, 800) {
        let _ = write!(out, "\n{}", pick(random, &NAMES));
    }
    out.push_str(pick(
        random,
        &["", "", "", "\n", "\nNNNN", "\n\n\nNNNN\n", " ..."],
    ));
}

/// What became of the text on its way.
fn damage(random: &mut Rng, text: String) -> String {
    match random.u32(..1000) {
        // Quotes set by the publisher.
        0..320 => text
            .replace(" \"", " \u{201c}")
            .replace('"', "\u{201d}")
            .replace('\'', "\u{2019}"),
        320..490 => text.replace("'s", ",s"),
        490..540 => text.replace('"', "&"),
        540..550 => text.replace('"', "Q"),
        550..554 => text.replace('\'', "?"),
        554..556 => text.replace('\n', "\\\n"),
        556..560 => text.replace('\n', "\r\n"),
        _ => text,
    }
}
