//! [`Place`]: where a member of a corpus stands.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// Where a member of a corpus stands: file, row and bytes.
///
/// ```
/// use cable_core::corpus::Corpus;
/// let dump = "\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\",\"Embassy Nordhaven\",\"UNCLASSIFIED\",\"\",\"\",\"UNCLAS NORDHAVEN 000012\nSUBJECT: FISH\"\n";
/// let member = Corpus::of_reader(dump.as_bytes()).scan().next().unwrap();
/// assert_eq!((member.place.row, member.place.start), (Some(1), 0));
/// assert_eq!(member.place.to_string(), "-, row 1, bytes 0..119");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Place {
    /// The file; `None` for what was read from a reader or from standard input.
    pub path: Option<Arc<Path>>,
    /// Number of the row of a dump, or of the telegram in a file of many, from 1; `None` where the file holds one telegram.
    /// A line of column names is no row.
    pub row: Option<u64>,
    /// Offset of its first byte in the file; in what was unpacked if the file is packed with gzip.
    pub start: u64,
    /// Offset of the byte behind its last one.
    pub end: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{}", path.display())?,
            None => f.write_str("-")?,
        }
        if let Some(row) = self.row {
            write!(f, ", row {row}, bytes {}..{}", self.start, self.end)?;
        }
        Ok(())
    }
}
