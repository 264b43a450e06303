//! Where members of a corpus stand, and how far its reading is.

use crate::record::record;
use cable_core::corpus;
use pyo3::prelude::*;

record! {
    /// Where a member of a corpus stands: file, row and bytes.
    Place(path, row, start, end) of corpus::Place {
        /// The file; `None` for standard input and file objects.
        path,
        /// Number of the row of a dump, or of the telegram in a file of many, from 1; `None` where the file holds one.
        row,
        /// The first byte in the file; in what was unpacked, if the file is packed with gzip.
        start,
        /// The byte after the last one.
        end,
    }
    with {
        /// `dump.csv, row 5, bytes 100..200`; only the file where it holds one telegram.
        fn __str__(&self, py: Python<'_>) -> PyResult<String> {
            let path = match self.path.extract::<Option<String>>(py)? {
                Some(path) => path,
                None => "-".to_owned(),
            };
            let row = self.row.bind(py);
            if row.is_none() {
                return Ok(path);
            }
            Ok(format!("{path}, row {row}, bytes {}..{}", self.start.bind(py), self.end.bind(py)))
        }
    }
}

record! {
    /// How far the reading of a corpus is.
    Progress(bytes, total, members, errors) of corpus::Progress {
        /// Bytes read from disk, packed ones as they are.
        bytes,
        /// Bytes of all files; `None` for standard input and file objects.
        total,
        /// Members given out.
        members,
        /// Those of them without a telegram.
        errors,
    }
}
