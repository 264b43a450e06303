//! Titles inside a paragraph, between the items of a list: `MINISTRY OF FISHERIES` above the names of its people.

use super::Reader;
use crate::diagnostic::Sink;
use crate::read::{item, titles};
use crate::scan::LineKind;
use std::ops::Range;

/// Shortest line that may have been wrapped: a shorter one is a title by itself.
const WRAPPED: usize = 45;

impl<S: Sink> Reader<'_, S> {
    /// A line that opens with a dash or another bullet: the short block above it is a title if the paragraph has such
    /// items already.
    pub(super) fn dashed_item(&mut self, content: &str) {
        if !item::opens_item(content) {
            return;
        }
        let paragraphs = self.layout.paragraphs.len();
        if self.dashed.replace(paragraphs) != Some(paragraphs) {
            return;
        }
        let Some(block) = self.block_above() else {
            return;
        };
        let among_capitals = !self.lines[block.start.saturating_sub(4)..block.start]
            .iter()
            .any(|line| {
                line.span
                    .slice(self.text)
                    .bytes()
                    .any(|byte| byte.is_ascii_lowercase())
            });
        let lines = &self.lines[block.clone()];
        let is_title = titles::alone(self.text, lines)
            && lines
                .iter()
                .all(|line| titles::is_capital(line.span.slice(self.text), among_capitals));
        if !is_title {
            return;
        }
        let mut start = block.start;
        for index in block.clone() {
            if index + 1 == block.end || self.content(index).trim().len() < WRAPPED {
                self.heading(start..index + 1, None);
                start = index + 1;
            }
        }
    }

    /// The block of one or two lines right above, or parted by blank lines only, that is a block of its own.
    fn block_above(&self) -> Option<Range<usize>> {
        let blank = |index: &usize| self.kind(*index) == Some(LineKind::Blank);
        let end = (0..self.at).rev().find(|index| !blank(index))? + 1;
        let start = (0..end)
            .rev()
            .take(3)
            .take_while(|&index| self.kind(index) == Some(LineKind::Text))
            .last()?;
        let parted = start.checked_sub(1).is_some_and(|above| {
            matches!(
                self.kind(above),
                Some(LineKind::Blank | LineKind::SoftBlank)
            )
        });
        (parted && end - start <= 2).then_some(start..end)
    }
}
