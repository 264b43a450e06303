//! [`ParagraphRef`]: one paragraph.

use super::CableRef;
use crate::layout::{ItemText, ParagraphLayout};
use crate::record::{Item, Marking, Role};
use crate::span::Span;
use crate::spanned::Resolve;

/// One paragraph of a telegram.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphRef<'a> {
    pub(super) cable: CableRef<'a>,
    pub(super) index: usize,
    pub(super) layout: &'a ParagraphLayout,
}

impl<'a> ParagraphRef<'a> {
    /// Its number; `None` for an unnumbered block.
    pub fn number(self) -> Option<u32> {
        self.layout.number
    }

    /// The letter glued to the number: `a` of `2a.`
    pub fn suffix(self) -> Option<&'a str> {
        self.layout.suffix.map(|span| span.slice(self.cable.text()))
    }

    /// Its portion mark.
    pub fn mark(self) -> Option<Marking<'a>> {
        self.layout.mark.resolve(self.cable.text())
    }

    /// What it is for.
    pub fn role(self) -> Option<Role> {
        self.layout.role
    }

    /// The last title before it.
    pub fn heading(self) -> Option<&'a str> {
        let heading = self
            .cable
            .layout()
            .headings
            .get(self.layout.heading? as usize)?;
        Some(heading.text.get(self.cable.text()))
    }

    /// Index of that title in the headings.
    pub fn heading_index(self) -> Option<usize> {
        self.layout.heading.map(|index| index as usize)
    }

    /// Its text: wrapped lines joined, number, mark, role marker, breaks and headings left out.
    pub fn text(self) -> &'a str {
        self.cable
            .paragraph_texts()
            .get(self.index)
            .map_or("", |text| text.text.as_str())
    }

    /// Its lettered, numbered and dashed sub-paragraphs.
    pub fn items(self) -> Vec<Item<'a>> {
        self.cable
            .paragraph_texts()
            .get(self.index)
            .map_or(Vec::new(), |text| items(&text.items, self.cable.text()))
    }

    /// Number of the transmission section it begins in; `None` for a telegram in one section.
    pub fn transmission_section(self) -> Option<u32> {
        self.layout.section
    }

    /// From its number to the end of its last line.
    pub fn span(self) -> Span {
        self.layout.span
    }

    /// Where its number stands; empty if it has none.
    pub fn number_span(self) -> Span {
        self.layout.number_span
    }
}

fn items<'a>(items_of: &'a [ItemText], text: &'a str) -> Vec<Item<'a>> {
    items_of
        .iter()
        .map(|item| Item {
            label: item.label.slice(text),
            mark: item.mark.resolve(text),
            text: &item.text,
            items: items(&item.items, text),
        })
        .collect()
}
