//! Entries that cite no numbered telegram, and words behind one.

use super::cable::{Trust, cable, ends};
use super::kind::kind;
use super::label::{Place, label, letters_cited};
use super::reader::{Before, Reader};
use super::stop::begins_another;
use super::suffix::{Suffix, suffix};
use crate::diagnostic::Sink;
use crate::record::ReferenceKind;

/// What stands behind an entry that is no telegram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    Label,
    Separator,
    Line,
    End,
}

impl<S: Sink> Reader<'_, '_, '_, S> {
    /// An entry that is no telegram, or words behind the entry before.
    pub(super) fn free(&mut self, at: usize, before: Before) -> Option<(usize, Before)> {
        let tokens = self.tokens;
        let (end, behind) = self.boundary(at);
        if end == at {
            return None;
        }
        let kind = kind(tokens, at..end);
        let typed = kind != ReferenceKind::Other;
        let first_line = tokens.get(at).is_some_and(|token| !token.line);
        let short = end - at <= 16;
        let described = before == Before::Weak
            && self.describes(at)
            && !matches!(
                kind,
                ReferenceKind::Email | ReferenceKind::Telephone | ReferenceKind::Message
            );
        let is_entry = match before {
            Before::Start => first_line || typed && short,
            Before::Label => true,
            Before::Strong => typed || short && (behind != Behind::End || end - at <= 8),
            Before::Weak => typed && short && !described,
            Before::Line => {
                matches!(
                    kind,
                    ReferenceKind::Email | ReferenceKind::Telephone | ReferenceKind::Message
                ) && short
            }
            Before::Nothing => false,
        };
        if is_entry {
            let text_end = self.without_separators(at, end);
            let notes = self.trailing_notes(at, text_end);
            self.keep(at..text_end, kind, None, None, &notes);
            return Some((end, Before::Nothing));
        }
        // Words behind a telegram belong to its entry: `POST 12 OF MAY 5`, but prose does not.
        let dated = tokens.is_word(at, &["OF", "DATED", "ON", "FROM", "DTG"]);
        let belongs = match behind {
            Behind::Label => self.order.is_some(),
            Behind::Separator | Behind::Line | Behind::End => {
                matches!(before, Before::Nothing | Before::Weak)
                    && end - at
                        <= if described {
                            16
                        } else if behind == Behind::End && !dated {
                            4
                        } else {
                            8
                        }
            }
        };
        if !belongs {
            return None;
        }
        let notes = self.trailing_notes(at, end);
        if let Some(start) = self.last_start {
            self.go_on(start, self.without_separators(at, end));
            if let Some(last) = self.entries.last_mut() {
                last.notal |= notes.contains(&Suffix::Notal);
                last.and_previous |= notes.contains(&Suffix::Previous);
            }
        }
        self.end = tokens.bytes(at..end).end;
        Some((end, Before::Nothing))
    }

    /// Whether a dash, or two, between blanks stands between a telegram and the words at `at`: `POST 12 - TALKS ON FISH` says
    /// what the telegram was about.
    fn describes(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let dash = at.checked_sub(1).filter(|&dash| {
            let pair = tokens.glued(dash) && dash > 0 && tokens.is_sign(dash - 1, b'-');
            let first = dash - usize::from(pair);
            tokens.is_sign(dash, b'-') && !tokens.glued(first) && !tokens.glued(at)
        });
        let last = self.entries.last().filter(|_| self.last_start.is_some());
        dash.is_some() && last.is_some_and(|last| last.kind == ReferenceKind::Cable)
    }

    /// The end of an entry without the separators between it and the next.
    fn without_separators(&self, start: usize, mut end: usize) -> usize {
        let tokens = self.tokens;
        while let Some(last) = end.checked_sub(1).filter(|&last| last > start) {
            let sign = tokens.sign(last);
            if !matches!(sign, Some(b',' | b';' | b'&' | b'-' | b'+' | b'/' | b':'))
                && !tokens.is_word(last, &["AND"])
            {
                break;
            }
            end = last;
        }
        end
    }

    /// Where an entry of other words that begins at `at` ends, and what is there.
    fn boundary(&self, start: usize) -> (usize, Behind) {
        let tokens = self.tokens;
        let own = self.context.year;
        let mut at = start;
        while at < tokens.len() {
            if at > start {
                let line = tokens.line(at);
                if begins_another(tokens, at) {
                    return (at, Behind::End);
                }
                let place = if line { Place::Line } else { Place::Inside };
                if label(tokens, at, self.order, place, own).is_some() {
                    return (at, Behind::Label);
                }
                if line && !self.continues(start, at) {
                    return (at, Behind::Line);
                }
            }
            if tokens.is_sign(at, b';') {
                return (at, Behind::Separator);
            }
            let weak =
                matches!(tokens.sign(at), Some(b',' | b'&' | b'+')) || tokens.is_word(at, &["AND"]);
            if weak && at > start {
                let next = self.behind_list_separator(at).unwrap_or(at + 1);
                if cable(tokens, next, own, Trust::Known)
                    .is_some_and(|found| ends(tokens, found.end))
                {
                    return (at, Behind::Separator);
                }
            }
            at = letters_cited(tokens, at)
                .or_else(|| tokens.closing(at))
                .unwrap_or(at + 1);
        }
        (at.min(tokens.len()), Behind::End)
    }

    /// Whether the line that begins at `at` goes on with the entry that begins at `start`.
    fn continues(&self, start: usize, at: usize) -> bool {
        /// Length from which a line may have been wrapped, its label not counted.
        const WRAPPED: usize = 45;
        /// Words that no entry ends with.
        const OPEN: &[&str] = &[
            "AND", "OF", "FROM", "TO", "FOR", "THE", "ON", "IN", "BY", "AT", "DATED", "RE", "A",
            "WITH", "BETWEEN",
        ];
        let tokens = self.tokens;
        let Some(last) = at.checked_sub(1) else {
            return false;
        };
        if tokens.is_word(last, OPEN)
            || matches!(tokens.sign(last), Some(b'-' | b'/' | b',' | b'&'))
        {
            return true;
        }
        let bytes = tokens.bytes(last..at + 1);
        let text = self.folded.as_str();
        let gap = text.get(bytes).unwrap_or("");
        if gap.bytes().filter(|&byte| byte == b'\n').count() > 1 {
            return false;
        }
        let end = tokens.bytes(start..at).end;
        let from = tokens.bytes(start..at).start;
        let line = text
            .get(from..end)
            .unwrap_or("")
            .rsplit('\n')
            .next()
            .unwrap_or("");
        line.trim_end().len() >= WRAPPED || tokens.get(at).is_some_and(|token| token.indent >= 3)
    }

    /// Notes in parentheses at the end of an entry of other words.
    fn trailing_notes(&self, start: usize, end: usize) -> Vec<Suffix> {
        let tokens = self.tokens;
        let mut notes = Vec::new();
        let mut at = start;
        while at < end {
            match suffix(tokens, at) {
                Some((note, next)) if next <= end && (next == end || note == Suffix::Notal) => {
                    notes.push(note);
                    at = next;
                }
                _ => {
                    at = tokens
                        .closing(at)
                        .filter(|&next| next <= end)
                        .unwrap_or(at + 1)
                }
            }
        }
        notes
    }
}
