//! The one reader of the CSV data files, and a table with one key.

use rustc_hash::FxHashMap;

/// Most columns a data file has.
const MAX_COLUMNS: usize = 16;

/// The rows of a data file behind its header row, `N` columns each.
///
/// A row with other than `N` columns is left out; a test holds the files to that shape.
/// The cells live as long as the program, because each table is read only once.
pub(super) fn rows<const N: usize>(text: &'static str) -> Vec<[&'static str; N]> {
    let mut reader = csv_core::Reader::new();
    let mut out = vec![0u8; text.len()];
    let mut cells: Vec<[(usize, usize); N]> = Vec::new();
    let (mut input, mut start) = (text.as_bytes(), 0);
    loop {
        let mut ends = [0usize; MAX_COLUMNS];
        let Some(free) = out.get_mut(start..) else {
            break;
        };
        // The whole input and enough room are given at once, so a call gives one whole record.
        let (result, read, written, columns) = reader.read_record(input, free, &mut ends);
        if !matches!(result, csv_core::ReadRecordResult::Record) {
            break;
        }
        if columns == N {
            let mut row = [(0, 0); N];
            let mut from = start;
            for (cell, end) in row.iter_mut().zip(ends) {
                *cell = (from, start + end);
                from = start + end;
            }
            cells.push(row);
        }
        input = input.get(read..).unwrap_or_default();
        start += written;
    }
    out.truncate(start);
    let text: &'static str = String::from_utf8(out).unwrap_or_default().leak();
    cells
        .iter()
        .skip(1)
        .map(|row| row.map(|(from, to)| text.get(from..to).unwrap_or_default()))
        .collect()
}

/// A cell that may be empty.
pub(super) fn optional(cell: &'static str) -> Option<&'static str> {
    (!cell.is_empty()).then_some(cell)
}

/// The parts of a cell that holds a list, without blanks around them.
pub(super) fn list(cell: &'static str, separator: char) -> &'static [&'static str] {
    cell.split(separator)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .leak()
}

/// Rows in the order of their file, found by one key.
pub(super) struct Table<T: 'static> {
    rows: Vec<T>,
    index: FxHashMap<&'static str, usize>,
}

impl<T> Table<T> {
    /// Indexes `rows` by `key`; of two rows with one key the first is found.
    pub(super) fn new(rows: Vec<T>, key: impl Fn(&T) -> &'static str) -> Self {
        let mut index = FxHashMap::with_capacity_and_hasher(rows.len(), Default::default());
        for (i, row) in rows.iter().enumerate() {
            index.entry(key(row)).or_insert(i);
        }
        Self { rows, index }
    }

    /// Lets the row with number `row` be found by another key as well, unless that key is taken.
    pub(super) fn add_key(&mut self, key: &'static str, row: usize) {
        self.index.entry(key).or_insert(row);
    }

    pub(super) fn get(&self, key: &str) -> Option<&T> {
        self.rows.get(*self.index.get(key)?)
    }

    pub(super) fn rows(&self) -> &[T] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_empty_cells_are_read() {
        let rows = rows::<3>("a,b,c\n1,\"x, \"\"y\"\"\",\n\"\",2,3\n");
        assert_eq!(rows, [["1", "x, \"y\"", ""], ["", "2", "3"]]);
    }

    #[test]
    fn rows_are_read_by_key_and_added_key() {
        let mut table = Table::new(vec!["A", "B"], |row| row);
        table.add_key("C", 1);
        table.add_key("A", 1);
        assert_eq!(table.get("A"), Some(&"A"));
        assert_eq!(table.get("C"), Some(&"B"));
        assert_eq!(table.get("D"), None);
    }

    #[test]
    fn every_data_file_is_read_whole() {
        fn count<const N: usize>(text: &'static str) {
            let lines = text.lines().count();
            assert_eq!(rows::<N>(text).len() + 1, lines);
        }
        count::<6>(include_str!("data/tags.csv"));
        count::<2>(include_str!("data/abbreviations.csv"));
        count::<2>(include_str!("data/agencies.csv"));
        count::<1>(include_str!("data/ambiguous_aliases.csv"));
        count::<3>(include_str!("data/tag_variants.csv"));
        count::<8>(include_str!("data/posts.csv"));
        count::<6>(include_str!("data/post_relations.csv"));
        count::<2>(include_str!("data/origin_labels.csv"));
        count::<3>(include_str!("data/routing_indicators.csv"));
        count::<3>(include_str!("data/operating_signals.csv"));
        count::<4>(include_str!("data/captions.csv"));
        count::<7>(include_str!("data/precedences.csv"));
        count::<9>(include_str!("data/classifications.csv"));
        count::<7>(include_str!("data/executive_orders.csv"));
        count::<2>(include_str!("data/other_orders.csv"));
        count::<5>(include_str!("data/exemptions.csv"));
        count::<5>(include_str!("data/portion_marks.csv"));
        count::<2>(include_str!("data/refid_malformed.csv"));
        count::<3>(include_str!("data/title_words.csv"));
        count::<1>(include_str!("data/words_of_codes.csv"));
    }
}
