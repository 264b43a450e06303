//! The table above a telegram, by the headings of its columns.

use super::decode::value;
use super::markup::{Link, Name, Tag};
use crate::container::envelope::{Column, set};
use crate::record::{Envelope, EnvelopeText};
use std::ops::Range;

/// A table while its tags go by.
#[derive(Default)]
pub(super) struct Table {
    headings: Vec<Option<EnvelopeText>>,
    cells: Vec<Cell>,
    open: Option<Cell>,
    /// Whether the row of values is complete: the rows below it are about something else.
    full: bool,
}

/// A cell: its content, and what is linked in it.
struct Cell {
    heading: bool,
    content: Range<usize>,
    link: Link,
    links: Vec<Range<usize>>,
    open_link: Option<usize>,
}

impl Cell {
    fn close_link(&mut self, at: usize) {
        if let Some(start) = self.open_link.take() {
            self.links.push(start..at);
        }
    }
}

impl Table {
    /// Takes one tag inside the table.
    pub(super) fn tag(&mut self, input: &[u8], tag: &Tag, envelope: &mut Envelope) {
        match tag.name {
            Name::Anchor => {
                if let Some(cell) = &mut self.open {
                    cell.close_link(tag.place.start);
                    if !tag.closing {
                        cell.link = tag.link;
                        cell.open_link = Some(tag.place.end);
                    }
                }
            }
            Name::Cell | Name::HeadingCell | Name::Row | Name::Table | Name::Pre => {
                self.close(input, tag.place.start);
                match tag.name {
                    Name::Cell | Name::HeadingCell if !tag.closing => {
                        self.open = Some(Cell {
                            heading: tag.name == Name::HeadingCell,
                            content: tag.place.end..tag.place.end,
                            link: Link::None,
                            links: Vec::new(),
                            open_link: None,
                        });
                    }
                    Name::Row | Name::Table | Name::Pre => self.row(input, envelope),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// The table ends, whether its end tag was seen or not.
    pub(super) fn finish(mut self, input: &[u8], end: usize, envelope: &mut Envelope) {
        self.close(input, end);
        self.row(input, envelope);
    }

    fn close(&mut self, input: &[u8], at: usize) {
        let Some(mut cell) = self.open.take() else {
            return;
        };
        cell.content.end = at;
        cell.close_link(at);
        if cell.heading {
            self.headings.push(value(input, cell.content));
        } else {
            self.cells.push(cell);
        }
    }

    fn row(&mut self, input: &[u8], envelope: &mut Envelope) {
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        let articles = cells.iter().any(|cell| {
            value(input, cell.content.clone())
                .is_some_and(|value| value.value.starts_with("Appears in these articles"))
        });
        if articles {
            let links = cells.iter().flat_map(|cell| &cell.links);
            envelope
                .media
                .extend(links.filter_map(|link| value(input, link.clone())));
            return;
        }
        if self.full {
            return;
        }
        self.full = true;
        // With a cell lost the columns have moved: then the links tell which is which.
        let whole = cells.len() == self.headings.len();
        for (index, cell) in cells.into_iter().enumerate() {
            let Some(value) = value(input, cell.content) else {
                continue;
            };
            let heading = self.headings.get(index).and_then(Option::as_ref);
            let named = heading.and_then(|heading| Column::of(&heading.value));
            let linked = column(cell.link);
            let column = if whole {
                named.or(linked)
            } else {
                linked.or(named)
            };
            let label = match column {
                Some(column) => column.heading(),
                None => heading.map_or("", |heading| &heading.value),
            };
            set(envelope, column, label, value);
        }
    }
}

fn column(link: Link) -> Option<Column> {
    Some(match link {
        Link::Cable => Column::ReferenceId,
        Link::Date => Column::Created,
        Link::ReleaseDate => Column::Released,
        Link::Classification => Column::Classification,
        Link::Origin => Column::Origin,
        Link::None | Link::Tag | Link::Elsewhere => return None,
    })
}
