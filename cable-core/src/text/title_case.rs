//! Title case for subjects that were sent in capitals.

use std::collections::HashSet;

use crate::facts::{WordClass, word_class};

/// Words that stay small inside a title: articles, short conjunctions and prepositions.
const SMALL: &[&str] = &[
    "A", "AN", "AND", "AS", "AT", "BUT", "BY", "DE", "DEL", "DU", "EN", "FOR", "IF", "IN", "NOR",
    "OF", "ON", "OR", "THE", "TO", "V", "VIA", "VS",
];
/// Fewest letters of a word behind which a full stop ends a sentence and not an abbreviation.
const MIN_SENTENCE_WORD: usize = 4;
/// Most letters of an abbreviation that is known by the single letter beside it (`SLA/U`).
const MAX_OFFICE: usize = 4;
/// Fewest letters of an abbreviation without a vowel that may be a plural (`PRTs`).
const MIN_PLURAL: usize = 4;

/// Title case of an upper-case subject, abbreviations kept in capitals.
///
/// Small words stay small but at the start, at the end and after a colon or another stop. A word
/// without a vowel, a known abbreviation, a short organization code of the TAGS, initials of the words
/// before it in parentheses, a roman numeral and single letters stay capital. White space becomes single
/// blanks. A word with a small letter is left alone, and so is a text that has more small letters
/// than capitals.
///
/// ```
/// use cable_core::text::title_case;
///
/// assert_eq!(title_case("PM'S VIEWS ON NATO: THE VIEW FROM ST. PETERSBURG"), "PM's Views on NATO: The View From St. Petersburg");
/// assert_eq!(title_case("Already in title case"), "Already in title case");
/// ```
#[must_use]
pub fn title_case(subject: &str) -> String {
    let tokens: Vec<&str> = subject.split_whitespace().collect();
    let small = subject.chars().filter(|char| char.is_lowercase()).count();
    let capital = subject.chars().filter(|char| char.is_uppercase()).count();
    if small > capital {
        return tokens.join(" ");
    }
    let defined = defined_in_parentheses(&tokens);
    let mut title = String::with_capacity(subject.len());
    let mut starts = true;
    for (i, token) in tokens.iter().enumerate() {
        if i > 0 {
            title.push(' ');
        }
        let context = Context {
            starts,
            ends: i + 1 == tokens.len(),
            word_follows: tokens
                .get(i + 1)
                .is_some_and(|next| next.starts_with(char::is_alphabetic)),
            defined: &defined,
        };
        context.write(token, &mut title);
        starts = ends_clause(token, starts);
    }
    title
}

/// What a word is next to.
struct Context<'a> {
    starts: bool,
    ends: bool,
    word_follows: bool,
    defined: &'a HashSet<&'a str>,
}

/// A run of letters and digits, or what stands between two runs.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Word(&'a str),
    Between(&'a str),
}

impl Context<'_> {
    fn write(&self, token: &str, title: &mut String) {
        if token.chars().any(char::is_lowercase) {
            title.push_str(token);
            return;
        }
        let pieces = pieces(token);
        for (i, piece) in pieces.iter().enumerate() {
            let word = match piece {
                Piece::Between(text) => {
                    title.push_str(text);
                    continue;
                }
                Piece::Word(word) => *word,
            };
            let near = Near::of(&pieces, i);
            if self.stays_small(word, near) {
                push_lower(word, title);
            } else if self.is_acronym(word, &pieces, near) {
                title.push_str(word);
            } else {
                self.push_word(word, title);
            }
        }
    }

    /// An article, conjunction or preposition inside a title or a compound.
    fn stays_small(&self, word: &str, near: Near<'_>) -> bool {
        if !SMALL.contains(&word) {
            return false;
        }
        let opens = near
            .before
            .ends_with(['"', '\'', '(', '[', '\u{201c}', '\u{2018}']);
        let letter = word.len() == 1 && (!near.before.is_empty() || !near.after.is_empty());
        let versus = matches!(word, "V" | "VS") && matches!(near.after, "" | ".");
        let in_compound = near.before == "-" && near.after == "-";
        let heads_compound = near.after == "-" || near.before == "-";
        in_compound
            || versus
            || !(opens || letter || heads_compound || self.starts_word(near) || self.ends)
    }

    fn starts_word(&self, near: Near<'_>) -> bool {
        self.starts && near.first
    }

    fn is_acronym(&self, word: &str, pieces: &[Piece<'_>], near: Near<'_>) -> bool {
        if word.chars().count() == 1 || self.defined.contains(word) {
            return true;
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return !is_ordinal(word);
        }
        if !is_letters(word) {
            return false;
        }
        let joined = |mark| near.before.contains(mark) || near.after.contains(mark);
        // `SLA/U`, `R&D`: letters beside a single letter are letters too.
        let beside_letter = |most| {
            word.len() <= most
                && pieces
                    .iter()
                    .any(|other| matches!(other, Piece::Word(other) if other.len() == 1))
        };
        if (joined('/') && beside_letter(MAX_OFFICE)) || (joined('&') && beside_letter(2)) {
            return true;
        }
        match word_class(word) {
            Some(WordClass::Acronym) => true,
            Some(WordClass::Word) => false,
            Some(WordClass::Ambiguous) => {
                (near.before.ends_with('(') && near.after.starts_with(')'))
                    || (joined('/') && pieces.iter().any(|other| other.is_sure(word)))
            }
            None => {
                (has_no_vowel(word) && plural_stem(word).is_none())
                    || is_government(word)
                    || self.is_roman(word)
            }
        }
    }

    /// `II`, `XIV`; but XI before a word is a name.
    fn is_roman(&self, word: &str) -> bool {
        let tens = word.trim_start_matches('X');
        let is_number = word.len() - tens.len() <= 3
            && matches!(
                tens,
                "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX"
            );
        is_number && !(word == "XI" && self.word_follows)
    }

    /// A word that is no abbreviation as a whole: capitalized, and its parts by their own rules.
    fn push_word(&self, word: &str, title: &mut String) {
        if let Some((head, tail)) = word.split_once(['\'', '\u{2019}']) {
            let mark = word.get(head.len()..word.len() - tail.len()).unwrap_or("'");
            let alone = Near::alone();
            // O'BRIEN, N'DJAMENA; but I'LL.
            let particle = head.chars().count() == 1 && head != "I" && tail.chars().count() > 1;
            if self.is_acronym(head, &[], alone) {
                title.push_str(head);
            } else {
                self.push_word(head, title);
            }
            title.push_str(mark);
            match particle {
                true => self.push_word(tail, title),
                false => push_lower(tail, title),
            }
            return;
        }
        if is_ordinal(word) {
            push_lower(word, title);
        } else if let Some(stem) = plural_stem(word) {
            title.push_str(stem);
            title.push('s');
        } else if let Some(name) = word.strip_prefix("MC").filter(|name| name.len() > 2) {
            title.push_str("Mc");
            push_capitalized(name, title);
        } else {
            push_capitalized(word, title);
        }
    }
}

/// What stands directly before and behind a word in its token.
#[derive(Clone, Copy)]
struct Near<'a> {
    before: &'a str,
    after: &'a str,
    first: bool,
}

impl<'a> Near<'a> {
    fn of(pieces: &[Piece<'a>], i: usize) -> Self {
        let between = |piece: Option<&Piece<'a>>| match piece {
            Some(Piece::Between(text)) => *text,
            _ => "",
        };
        let before = i.checked_sub(1).and_then(|before| pieces.get(before));
        Self {
            before: between(before),
            after: between(pieces.get(i + 1)),
            first: i <= 1 && !matches!(before, Some(Piece::Word(_))),
        }
    }

    fn alone() -> Self {
        Self {
            before: "",
            after: "",
            first: false,
        }
    }
}

impl Piece<'_> {
    /// A word other than `word` that is an abbreviation by itself.
    fn is_sure(self, word: &str) -> bool {
        match self {
            Piece::Word(other) if other != word && is_letters(other) => match word_class(other) {
                Some(class) => class == WordClass::Acronym,
                None => has_no_vowel(other) || is_government(other),
            },
            _ => false,
        }
    }
}

/// The words of a token (letters, digits, apostrophes between letters) and what is between them.
fn pieces(token: &str) -> Vec<Piece<'_>> {
    let chars: Vec<(usize, char)> = token.char_indices().collect();
    let alphanumeric = |i: Option<usize>| {
        i.and_then(|i| chars.get(i))
            .is_some_and(|(_, char)| char.is_alphanumeric())
    };
    let in_word = |i: usize, char: char| {
        let apostrophe = matches!(char, '\'' | '\u{2019}');
        char.is_alphanumeric()
            || (apostrophe && alphanumeric(i.checked_sub(1)) && alphanumeric(Some(i + 1)))
    };
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut was_word = None;
    let mut end = |to: usize, word: Option<bool>| {
        let text = token.get(start..to).unwrap_or_default();
        start = to;
        match word {
            Some(true) => pieces.push(Piece::Word(text)),
            Some(false) => pieces.push(Piece::Between(text)),
            None => {}
        }
    };
    for (i, (at, char)) in chars.iter().enumerate() {
        let word = Some(in_word(i, *char));
        if word != was_word {
            end(*at, was_word);
            was_word = word;
        }
    }
    end(token.len(), was_word);
    pieces
}

/// Abbreviations in parentheses that are the initials of the words before them.
fn defined_in_parentheses<'a>(tokens: &[&'a str]) -> HashSet<&'a str> {
    let mut defined = HashSet::new();
    for (i, token) in tokens.iter().enumerate() {
        let inner = token
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .map(|(inner, _)| inner)
            .filter(|inner| inner.len() > 1 && is_letters(inner));
        let (Some(inner), Some(before)) = (inner, tokens.get(..i)) else {
            continue;
        };
        let words = || {
            before
                .iter()
                .flat_map(|token| token.split(|char: char| !char.is_alphabetic()))
                .filter(|word| !word.is_empty())
        };
        let initial = |word: &str| word.chars().next();
        let all: String = words().filter_map(initial).collect();
        let long: String = words()
            .filter(|word| !SMALL.contains(word))
            .filter_map(initial)
            .collect();
        if all.ends_with(inner) || long.ends_with(inner) {
            defined.insert(inner);
        }
    }
    defined
}

/// The next word begins a title of its own.
fn ends_clause(token: &str, started: bool) -> bool {
    let token = token.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}']);
    let Some(last) = token.chars().next_back() else {
        return started;
    };
    let body = token.trim_end_matches('.');
    match last {
        ':' | ';' | '?' | '!' => true,
        '.' => {
            body.len() >= MIN_SENTENCE_WORD && !body.contains('.') && body.len() + 1 == token.len()
        }
        // A dash between two titles.
        _ => token
            .chars()
            .all(|char| matches!(char, '-' | '\u{2013}' | '\u{2014}')),
    }
}

fn is_letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

fn has_no_vowel(word: &str) -> bool {
    word.is_ascii() && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
}

/// `GOI`, `GOM`: the government of a country.
fn is_government(word: &str) -> bool {
    word.len() == 3 && word.is_ascii() && word.starts_with("GO")
}

/// `63RD`, `1990S`.
fn is_ordinal(word: &str) -> bool {
    let letters = word.trim_start_matches(|char: char| char.is_ascii_digit());
    letters.len() < word.len() && matches!(letters, "ST" | "ND" | "RD" | "TH" | "S")
}

/// The abbreviation of which the word is the plural: `NGOS`, `PRTS`.
fn plural_stem(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('S')?;
    let known = word_class(stem) == Some(WordClass::Acronym);
    let spelt = word.len() >= MIN_PLURAL && has_no_vowel(stem) && word_class(stem).is_none();
    let is_plural = is_letters(stem) && (known || spelt) && !stem.ends_with('S');
    (is_plural && word_class(word).is_none()).then_some(stem)
}

fn push_capitalized(word: &str, title: &mut String) {
    let mut chars = word.chars();
    if let Some(first) = chars.next() {
        title.push(first);
        push_lower(chars.as_str(), title);
    }
}

fn push_lower(word: &str, title: &mut String) {
    title.extend(word.chars().flat_map(char::to_lowercase));
}

#[cfg(test)]
mod tests {
    use super::title_case;

    #[test]
    fn titles_are_as_a_person_writes_them() {
        for (subject, title) in [
            ("", ""),
            ("ELECTIONS IN THE NORTH", "Elections in the North"),
            ("WHAT IS IT GOOD FOR", "What Is It Good For"),
            (
                "VISIT OF A/S HILL: THE AGENDA",
                "Visit of A/S Hill: The Agenda",
            ),
            ("STATE-OF-THE-ART RADAR", "State-of-the-Art Radar"),
            ("IN-DEPTH VIEW OF FOLLOW-UP", "In-Depth View of Follow-Up"),
            (
                "CONSULTATIONS IN RIO DE JANEIRO",
                "Consultations in Rio de Janeiro",
            ),
            (
                "SENATOR MCNALLY MEETS O'BRIEN",
                "Senator McNally Meets O'Brien",
            ),
            ("I'LL DO IT, DON'T ASK", "I'll Do It, Don't Ask"),
            ("NGOS AND PRTS IN THE 1990S", "NGOs and PRTs in the 1990s"),
            ("MPS VOTE; GOM WAITS", "MPs Vote; GOM Waits"),
            (
                "GREEN HARBOUR PACT (GHP) AND THE GHP",
                "Green Harbour Pact (GHP) and the GHP",
            ),
            (
                "ACTION UNIT OF ELBONIA (AUE)",
                "Action Unit of Elbonia (AUE)",
            ),
            ("R&D FOR THE F-16 AND A320", "R&D for the F-16 and A320"),
            ("U.S. AND E.U. TALKS", "U.S. and E.U. Talks"),
            ("END OF TALKS. THE NEXT STEP", "End of Talks. The Next Step"),
            ("MR. SMITH GOES TO ST. JOHN", "Mr. Smith Goes to St. John"),
            ("CASE OF SMITH VS. JONES", "Case of Smith vs. Jones"),
            (
                "WORLD WAR II; VP XI JINPING; TITLE XI",
                "World War II; VP Xi Jinping; Title XI",
            ),
            ("WHO WILL AID WHOM? (WHO)", "Who Will Aid Whom? (WHO)"),
            ("QA'IDA IN SANA'A", "Qa'ida in Sana'a"),
            ("'A' IS FOR \"THE END\"", "'A' Is for \"The End\""),
            ("McCAIN VISITS", "McCAIN Visits"),
            ("NORTH -- THE LAND", "North -- The Land"),
            ("ÉLYSÉE AND ÖVP", "Élysée and Övp"),
        ] {
            assert_eq!(title_case(subject), title);
        }
    }

    #[test]
    fn white_space_becomes_single_blanks() {
        assert_eq!(title_case("  LINE ONE\n   LINE TWO "), "Line One Line Two");
    }
}
