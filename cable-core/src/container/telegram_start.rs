//! Whether a telegram begins at a line: by the first words only, so that it costs nothing.

/// The sign by which the line is the first of a telegram; `None` if it may be anything.
pub(crate) fn sign(line: &[u8]) -> Option<&'static str> {
    const HEADER: &str = "line of a telegram's header";
    const BANNER: &str = "classification line";
    let starts = |word: &str| line.starts_with(word.as_bytes());
    // A word alone, not the start of another.
    let word =
        |word: &str| starts(word) && !line.get(word.len()).is_some_and(u8::is_ascii_alphanumeric);
    if starts("VZCZC")
        || starts("ZCZC")
        || starts("PAGE 0")
        || starts("DE R")
        || starts("FM ")
        || starts("This record is a partial extract")
        || routing(line)
        || date_time_group(line)
        || distribution(line)
    {
        return Some(HEADER);
    }
    let banner = [
        "UNCLAS",
        "UNCLASSIFIED",
        "CONFIDENTIAL",
        "SECRET",
        "C O N F I D E N T I A L",
        "S E C R E T",
        "LIMITED OFFICIAL USE",
    ];
    banner.into_iter().any(word).then_some(BANNER)
}

/// `RR RUEHNV RUEHPA`.
fn routing(line: &[u8]) -> bool {
    let [first, second, b' ', b'R', rest @ ..] = line else {
        return false;
    };
    first == second
        && b"ZOPRY".contains(first)
        && rest.len() >= 3
        && rest[..3].iter().all(u8::is_ascii_uppercase)
}

/// `R 251645Z MAR 08`, `O P 251645Z MAR 08`.
fn date_time_group(line: &[u8]) -> bool {
    let mut rest = line;
    let mut precedences = 0;
    while let [b'Z' | b'O' | b'P' | b'R', b' ', behind @ ..] = rest {
        rest = behind;
        precedences += 1;
    }
    (1..=2).contains(&precedences)
        && rest.len() > 6
        && rest[..6].iter().all(u8::is_ascii_digit)
        && rest[6].is_ascii_uppercase()
}

/// `INFO LOG-00 AF-00`, `ACTION EUR-12`.
fn distribution(line: &[u8]) -> bool {
    [&b"INFO "[..], b"ACTION ", b"ORIGIN "].iter().any(|word| {
        let Some(rest) = line.strip_prefix(*word) else {
            return false;
        };
        let office = rest.trim_ascii_start();
        let letters = office
            .iter()
            .take_while(|byte| byte.is_ascii_uppercase() || **byte == b'/')
            .count();
        letters > 0
            && office.get(letters) == Some(&b'-')
            && office.get(letters + 1).is_some_and(u8::is_ascii_digit)
    })
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn first_lines_are_told() {
        for line in [
            "VZCZCXRO4173",
            "RR RUEHNV",
            "O 251645Z MAR 08",
            "O P 251645Z MAR 08",
            "INFO  LOG-00   AF-00",
            "UNCLAS NORDHAVEN 000012",
            "C O N F I D E N T I A L NORDHAVEN 000012",
            "SECRET",
            "This record is a partial extract of the original cable.",
        ] {
            assert!(sign(line.as_bytes()).is_some(), "{line}");
        }
        for line in [
            "",
            "Embassy Nordhaven",
            "Secretary of State",
            "INFO we have",
            "SECRETARY OF STATE",
            "Keep Us Strong",
            "http://example.org",
        ] {
            assert!(sign(line.as_bytes()).is_none(), "{line}");
        }
    }
}
