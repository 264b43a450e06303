//! The header column.

use crate::generator::{Level, MONTHS, Plan};
use crate::words::{POSTS, chance, weighted};
use fastrand::Rng;
use std::fmt::Write;

#[derive(Clone, Copy)]
enum Form {
    Full,
    Extract,
    FromDateTimeGroup,
    Distribution,
    Empty,
}

/// A header of one of the forms that dumps have, with an empty string for none.
pub(crate) fn write(random: &mut Rng, plan: &Plan) -> String {
    let form = weighted(
        random,
        &[
            (863, Form::Full),
            (71, Form::Extract),
            (46, Form::FromDateTimeGroup),
            (14, Form::Distribution),
            (6, Form::Empty),
        ],
    );
    let mut out = String::new();
    match form {
        Form::Full => {
            let relay = if plan.sections > 1 { "RO" } else { "YZ" };
            let precedence = precedence(random);
            let _ = writeln!(out, "VZCZCX{relay}{:04}", random.u32(..10_000));
            let _ = write!(out, "{precedence}{precedence}");
            for _ in 0..random.usize(1..5) {
                let _ = write!(out, " {}", POSTS[random.usize(..POSTS.len())].indicator);
            }
            if chance(random, 61) {
                out.push_str("\nRUEHZZ RUEHYY");
            }
            out.push_str(if chance(random, 277) { "\n\n" } else { "\n" });
            station(random, plan, &mut out);
            signals(plan, &mut out);
            group(random, plan, &mut out);
            addressees(random, plan, &mut out);
        }
        Form::Extract => out.push_str(
            "This record is a partial extract of the original cable. The full text of the original cable is not available.",
        ),
        Form::FromDateTimeGroup => {
            group(random, plan, &mut out);
            addressees(random, plan, &mut out);
        }
        Form::Distribution => {
            out.push_str("INFO  LOG-00   AF-00    AID-00   CIAE-00  INL-00   DODE-00\n      EUR-00   H-00     /000W\n");
            let _ = writeln!(out, "                  ------------------A12B34  {:02}{:02}{:02}Z /38", plan.day, plan.hour, plan.minute);
            group(random, plan, &mut out);
            addressees(random, plan, &mut out);
        }
        Form::Empty => {}
    }
    if chance(random, 40) {
        out = out.replace('\n', " \n");
    }
    out
}

fn precedence(random: &mut Rng) -> &'static str {
    weighted(random, &[(440, "O"), (404, "P"), (275, "R"), (3, "Z")])
}

fn station(random: &mut Rng, plan: &Plan, out: &mut String) {
    const DAYS: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap = u32::from(plan.year % 4 == 0 && plan.month > 2);
    // Five in a thousand have the day of another telegram.
    let wrong = if chance(random, 5) { 3 } else { 0 };
    let day = DAYS[plan.month as usize - 1] + leap + plan.day + wrong;
    let section = if plan.sections > 1 { "/01" } else { "" };
    let _ = writeln!(
        out,
        "DE {} #{:04}{section} {day:03}{:02}{:02}",
        plan.post.indicator,
        plan.serial % 10_000,
        plan.hour,
        plan.minute
    );
}

fn signals(plan: &Plan, out: &mut String) {
    out.push_str(match plan.level {
        Level::Unclassified | Level::Sensitive => "ZNR UUUUU ZZH\n",
        Level::Confidential => "ZNY CCCCC ZZH\n",
        Level::Secret => "ZNY SSSSS ZZH\n",
    });
}

fn group(random: &mut Rng, plan: &Plan, out: &mut String) {
    let precedence = precedence(random);
    let note = if chance(random, 30) { " ZDK" } else { "" };
    let _ = writeln!(
        out,
        "{precedence} {:02}{:02}{:02}Z {} {:02}{note}",
        plan.day,
        plan.hour,
        plan.minute,
        MONTHS[plan.month as usize - 1],
        plan.year % 100
    );
}

fn addressees(random: &mut Rng, plan: &Plan, out: &mut String) {
    let _ = writeln!(out, "FM {} {}", plan.post.kind, plan.post.name);
    let _ = write!(
        out,
        "TO RUEHC/SECSTATE WASHDC{} {:04}",
        urgency(random),
        random.u32(..10_000)
    );
    for index in 0..weighted(random, &[(50, 0), (300, 2), (200, 5), (60, 12), (5, 41)]) {
        let post = &POSTS[random.usize(..POSTS.len())];
        out.push_str(if index == 0 { "\nINFO " } else { "\n" });
        let urgency = urgency(random);
        let _ = match random.u32(..12) {
            0 => write!(out, "RUEHZL/EUROPEAN POLITICAL COLLECTIVE{urgency}"),
            1 => write!(out, "RHMFISS/CDR EXAMPLE HQ//POLAD//{urgency}"),
            2 => write!(out, "{} {}{urgency}", post.kind, post.name),
            _ => write!(
                out,
                "{}/{} {}{urgency} {:04}",
                post.indicator,
                post.kind,
                post.name,
                random.u32(..10_000)
            ),
        };
    }
}

fn urgency(random: &mut Rng) -> &'static str {
    weighted(
        random,
        &[
            (480, ""),
            (320, " PRIORITY"),
            (190, " IMMEDIATE"),
            (5, " NIACT IMMEDIATE"),
            (5, " PRIOITY"),
        ],
    )
}
