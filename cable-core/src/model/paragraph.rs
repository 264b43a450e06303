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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(paragraph.number(), Some(1));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn number(self) -> Option<u32> {
        self.layout.number
    }

    /// The letter glued to the number: `a` of `2a.`
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n\n2a. (U) It rises.\n".as_bytes())?;
    /// assert_eq!(cable.view().paragraphs().nth(1).unwrap().suffix(), Some("a"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn suffix(self) -> Option<&'a str> {
        self.layout.suffix.map(|span| span.slice(self.cable.text()))
    }

    /// Its portion mark.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (SBU) It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(paragraph.mark().unwrap().display, "SBU");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    #[inline]
    pub fn mark(self) -> Option<Marking<'a>> {
        self.layout.mark.resolve(self.cable.text())
    }

    /// What it is for.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. COMMENT: It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// use cable_core::record::Role;
    /// assert_eq!(paragraph.role(), Some(Role::Comment));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn role(self) -> Option<Role> {
        self.layout.role
    }

    /// The last title before it.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\nA Bad Year\n----------\n\n1. It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(paragraph.heading(), Some("A Bad Year"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn heading(self) -> Option<&'a str> {
        let heading = self
            .cable
            .layout()
            .headings
            .get(self.layout.heading? as usize)?;
        Some(heading.text.get(self.cable.text()))
    }

    /// Index of that title in the headings.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\nA Bad Year\n----------\n\n1. It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(paragraph.heading_index(), Some(0));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn heading_index(self) -> Option<usize> {
        self.layout.heading.map(|index| index as usize)
    }

    /// Its text: wrapped lines joined, number, mark, role marker, breaks and headings left out.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It\nfalls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(paragraph.text(), "It falls.");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn text(self) -> &'a str {
        self.cable
            .paragraph_texts()
            .get(self.index)
            .map_or("", |text| text.text.as_str())
    }

    /// Its lettered, numbered and dashed sub-paragraphs.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. Two things:\n\na. It falls.\n\nb. It rises.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// let labels: Vec<_> = paragraph.items().iter().map(|item| item.label).collect();
    /// assert_eq!(labels, ["a", "b"]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn items(self) -> Vec<Item<'a>> {
        self.cable
            .paragraph_texts()
            .get(self.index)
            .map_or(Vec::new(), |text| items(&text.items, self.cable.text()))
    }

    /// Number of the transmission section it begins in; `None` for a telegram in one section.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n\nNORDHAVEN 00000142  002 OF 002\n\n2. It rises.\n".as_bytes())?;
    /// assert_eq!(cable.view().paragraphs().nth(1).unwrap().transmission_section(), Some(2));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn transmission_section(self) -> Option<u32> {
        self.layout.section
    }

    /// From its number to the end of its last line.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(cable.view().slice(paragraph.span()), "1. (U) It falls.");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn span(self) -> Span {
        self.layout.span
    }

    /// Where its number stands; empty if it has none.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n".as_bytes())?;
    /// let paragraph = cable.view().paragraphs().next().unwrap();
    /// assert_eq!(cable.view().slice(paragraph.number_span()), "1");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
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
