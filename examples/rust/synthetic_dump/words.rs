//! Choices, and the invented world of the telegrams.

use fastrand::Rng;

pub(crate) struct Post {
    /// As in a classification line.
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) indicator: &'static str,
    pub(crate) country: &'static str,
}

const fn post(
    name: &'static str,
    kind: &'static str,
    indicator: &'static str,
    country: &'static str,
) -> Post {
    Post {
        name,
        kind,
        indicator,
        country,
    }
}

pub(crate) const POSTS: [Post; 12] = [
    post("NORDHAVEN", "AMEMBASSY", "RUEHNV", "XN"),
    post("PORT AURELIA", "AMCONSUL", "RUEHPA", "XA"),
    post("ZELTBERG", "AMEMBASSY", "RUEHZB", "XG"),
    post("QUARREL HOLM", "AMCONSUL", "RUEHQH", "XQ"),
    post("EASTMERE", "AMEMBASSY", "RUEHEM", "XE"),
    post("SANTA OLIVIA", "AMEMBASSY", "RUEHSO", "XO"),
    post("VARNSTAD", "AMEMBASSY", "RUEHVS", "XV"),
    post("LINDWALL", "USMISSION", "RUCNLW", "XL"),
    post("TIRASK", "AMEMBASSY", "RUEHTI", "XT"),
    post("MOUNT KESTREL", "AMCONSUL", "RUEHMK", "XM"),
    post("DRAVA", "AMEMBASSY", "RUEHDV", "XD"),
    post("PELLINGER BAY", "AMCONSUL", "RUEHPB", "XP"),
];

pub(crate) const TAGS: [&str; 20] = [
    "PREL", "PGOV", "ECON", "ETRD", "PHUM", "PTER", "MARR", "MCAP", "EFIN", "ENRG", "EFIS", "SENV",
    "KDEM", "KCRM", "SNAR", "EAID", "OVIP", "ASEC", "UN", "NATO",
];

pub(crate) const NAMES: [&str; 16] = [
    "ARKWRIGHT",
    "HALVERSON",
    "PELHAM",
    "MARTELL",
    "OSTROVE",
    "QUILL",
    "TAMSIN",
    "VANTREE",
    "BEECHAM",
    "COLDWATER",
    "DRUMMOND",
    "ESTERBROOK",
    "FENWICK",
    "GALLOWAY",
    "HARGREAVE",
    "INGLEBY",
];

/// What a line of prose is made of.
pub(crate) const WORDS: [&str; 96] = [
    "the",
    "of",
    "to",
    "and",
    "in",
    "that",
    "a",
    "for",
    "on",
    "said",
    "with",
    "by",
    "as",
    "is",
    "was",
    "would",
    "has",
    "had",
    "from",
    "at",
    "not",
    "be",
    "its",
    "it",
    "he",
    "they",
    "will",
    "government",
    "minister",
    "ministry",
    "Ambassador",
    "embassy",
    "party",
    "president",
    "parliament",
    "election",
    "coalition",
    "official",
    "officials",
    "policy",
    "security",
    "police",
    "border",
    "trade",
    "fishery",
    "herring",
    "quota",
    "port",
    "harbor",
    "shipping",
    "energy",
    "gas",
    "storage",
    "law",
    "draft",
    "treaty",
    "talks",
    "visit",
    "delegation",
    "meeting",
    "proposal",
    "support",
    "concern",
    "region",
    "economy",
    "budget",
    "bank",
    "loan",
    "reform",
    "union",
    "committee",
    "council",
    "court",
    "judge",
    "press",
    "report",
    "journalist",
    "local",
    "foreign",
    "public",
    "private",
    "senior",
    "former",
    "new",
    "last",
    "next",
    "year",
    "month",
    "week",
    "Monday",
    "Thursday",
    "before",
    "after",
    "between",
    "because",
    "however",
];

pub(crate) const HEADINGS: [&str; 8] = [
    "A Narrow Majority",
    "Fishing for Votes",
    "THE ENERGY QUESTION",
    "Who Is Who in the Cabinet",
    "Next Steps",
    "BILATERAL ISSUES",
    "Press and Public",
    "What the Harbor Master Saw",
];

pub(crate) fn pick<'a, T: ?Sized>(random: &mut Rng, choices: &[&'a T]) -> &'a T {
    choices[random.usize(..choices.len())]
}

/// Whether something happens that happens so many times in a thousand.
pub(crate) fn chance(random: &mut Rng, thousandth: u32) -> bool {
    random.u32(..1000) < thousandth
}

/// One of several by weight.
pub(crate) fn weighted<T: Copy>(random: &mut Rng, choices: &[(u32, T)]) -> T {
    let total: u32 = choices.iter().map(|(weight, _)| weight).sum();
    let mut left = random.u32(..total);
    for (weight, choice) in choices {
        if left < *weight {
            return *choice;
        }
        left -= weight;
    }
    choices[0].1
}

/// `C O N F I D E N T I A L`.
pub(crate) fn spaced(word: &str) -> String {
    let letters: Vec<String> = word.chars().map(String::from).collect();
    letters.join(" ")
}
