//! Many telegrams: folders, dumps, files of many telegrams, each packed with gzip or not, read one after the other or by
//! several threads, in bounded memory and always in the same order.
//!
//! | source | members |
//! |---|---|
//! | a folder | those of its files, by name, with subfolders in their place; links are followed |
//! | a dump of eight columns | its rows |
//! | a file of telegrams one after the other | the telegrams: a transmission id, a header or classification line behind a text or behind `NNNN` begins the next one |
//! | any other file: a page, a telegram | itself |
//! | a list of paths, standard input, a reader | those of each |
//!
//! What a file is, and whether it is packed with gzip, is told by its bytes and never by its name. A damaged member is a
//! [`Member`] with an error and its [`Place`], and those behind it are read all the same. Of a file that holds no telegram no
//! more than the limit of [`Limits::input`](crate::Limits::input) bytes is held.
//!
//! ```
//! use cable_core::corpus::Corpus;
//!
//! # let folder = std::env::temp_dir().join(format!("cable-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("1.txt"), "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n")?;
//! std::fs::write(folder.join("2.txt"), "Dear Sir, thank you.")?;
//! let mut subjects = Vec::new();
//! for member in Corpus::of(&folder).scan() {
//!     match member.cable {
//!         Ok(cable) => subjects.push(cable.view().subject().unwrap().text.to_string()),
//!         Err(error) => assert_eq!(error.code(), "not-a-telegram"),
//!     }
//! }
//! assert_eq!(subjects, ["HERRING"]);
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), std::io::Error>(())
//! ```

mod borders;
mod error;
mod input;
mod made;
mod parallel;
mod parted;
mod place;
mod progress;
mod rows;
mod scan;
mod source;
mod telegrams;
mod unit;
mod units;
mod window;

pub use error::{MemberError, MemberErrorKind};
pub use place::Place;
pub use progress::Progress;
pub use scan::Scan;
pub use unit::Member;

use crate::model::Cable;
use crate::options::ParseOptions;
use scan::Tell;
use source::Source;
use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use units::Units;

/// No machine has use for more.
const MOST_WORKERS: usize = 256;

/// A corpus that is about to be read: its source and how it is read.
///
/// ```
/// use cable_core::ParseOptions;
/// use cable_core::corpus::Corpus;
/// let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nNNNN\n".repeat(2);
/// let options = ParseOptions::new().with_assume_year(Some(2008));
/// let ids: Vec<_> = Corpus::of_reader(std::io::Cursor::new(text))
///     .with_options(options)
///     .with_workers(2)
///     .map(|member| Some(member.cable.ok()?.view().reference_id()?.to_owned()))
///     .flatten()
///     .collect();
/// assert_eq!(ids, ["08NORDHAVEN142", "08NORDHAVEN142"]);
/// ```
pub struct Corpus {
    source: Source,
    options: ParseOptions,
    workers: usize,
    tell: Option<Tell>,
}

impl Corpus {
    /// A file or a folder.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let member = Corpus::of("nothing/is/here").scan().next().unwrap();
    /// assert_eq!(member.cable.unwrap_err().code(), "io");
    /// ```
    pub fn of(path: impl AsRef<Path>) -> Self {
        Corpus::of_paths([path])
    }

    /// Files and folders, in the order given.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// assert_eq!(Corpus::of_paths(["nothing", "nowhere"]).scan().count(), 2);
    /// ```
    pub fn of_paths<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Self {
        let paths: Vec<PathBuf> = paths
            .into_iter()
            .map(|path| path.as_ref().to_owned())
            .collect();
        Corpus::new(Source::Paths(paths))
    }

    /// What a reader gives: a dump, telegrams one after the other, one telegram.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nNNNN\n".repeat(2);
    /// assert_eq!(Corpus::of_reader(std::io::Cursor::new(text)).scan().count(), 2);
    /// ```
    pub fn of_reader(reader: impl Read + Send + 'static) -> Self {
        Corpus::new(Source::Reader(Box::new(reader)))
    }

    /// Standard input.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// // A filter: telegrams in, one id a line out.
    /// for member in Corpus::of_stdin().scan() {
    ///     if let Ok(cable) = member.cable {
    ///         println!("{}", cable.view().reference_id().unwrap_or("-"));
    ///     }
    /// }
    /// ```
    pub fn of_stdin() -> Self {
        Corpus::of_reader(std::io::stdin())
    }

    fn new(source: Source) -> Self {
        Corpus {
            source,
            options: ParseOptions::new(),
            workers: 1,
            tell: None,
        }
    }

    /// The options of each parse. A `format` holds for every file.
    ///
    /// ```
    /// use cable_core::{ParseOptions, corpus::Corpus};
    /// let options = ParseOptions::new().with_assume_year(Some(2008));
    /// let corpus = Corpus::of_reader("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes());
    /// let cable = corpus.with_options(options).scan().next().unwrap().cable.unwrap();
    /// assert_eq!(cable.view().reference_id(), Some("08NORDHAVEN142"));
    /// ```
    #[must_use]
    pub fn with_options(mut self, options: ParseOptions) -> Self {
        self.options = options;
        self
    }

    /// How many threads parse, beside one that reads. The default, 1, parses in the thread that asks, as does 0;
    /// more than 256 are as many. Members and their order are always the same.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nNNNN\n".repeat(100);
    /// let members = Corpus::of_reader(std::io::Cursor::new(text)).with_workers(2).scan();
    /// assert!(members.map(|member| member.place.row.unwrap()).eq(1..=100));
    /// ```
    #[must_use]
    pub fn with_workers(mut self, workers: usize) -> Self {
        self.workers = workers.min(MOST_WORKERS);
        self
    }

    /// Is told from time to time how far the reading is, and once at its end.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// use std::sync::mpsc::channel;
    /// let (tell, told) = channel();
    /// let corpus = Corpus::of_reader("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes())
    ///     .with_progress(move |progress| tell.send(progress.members).unwrap());
    /// assert_eq!(corpus.scan().count(), 1);
    /// assert_eq!(told.iter().last(), Some(1));
    /// ```
    #[must_use]
    pub fn with_progress(mut self, tell: impl FnMut(&Progress) + Send + 'static) -> Self {
        self.tell = Some(Box::new(tell));
        self
    }

    /// The members, in order.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let mut members = Corpus::of_reader("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes()).scan();
    /// assert!(members.next().unwrap().cable.is_ok() && members.next().is_none());
    /// ```
    pub fn scan(self) -> Scan<Member> {
        self.map(|member| member)
    }

    /// What `make` makes of each member, in order; made by the workers, so that only what is wanted of a telegram leaves
    /// them.
    ///
    /// ```
    /// use cable_core::corpus::Corpus;
    /// let text = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nNNNN\n".repeat(3);
    /// let corpus = Corpus::of_reader(std::io::Cursor::new(text)).with_workers(2);
    /// let tags = corpus.map(|member| member.cable.map_or(0, |cable| cable.view().paragraphs().count()));
    /// assert_eq!(tags.collect::<Vec<_>>(), [1, 1, 1]);
    /// ```
    ///
    /// # Panics
    /// If `make` panics, the iterator does.
    pub fn map<T: Send + 'static>(
        self,
        make: impl Fn(Member) -> T + Send + Sync + 'static,
    ) -> Scan<T> {
        let count = Arc::new(AtomicU64::new(0));
        let total = match (&self.source, &self.tell) {
            (Source::Paths(paths), Some(_)) => Some(source::total(paths)),
            _ => None,
        };
        let units = Units::new(self.source, &self.options, Arc::clone(&count));
        Scan::new(
            units,
            self.options,
            self.workers,
            Arc::new(make),
            self.tell,
            total,
            count,
        )
    }
}

impl fmt::Debug for Corpus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Corpus")
            .field("options", &self.options)
            .field("workers", &self.workers)
            .finish_non_exhaustive()
    }
}

/// Reads a file, packed with gzip or not, as [`Cable::parse_with`] reads bytes: all of it is held, and of a dump the first
/// row is read.
///
/// # Errors
/// The file cannot be read or holds no telegram.
///
/// ```
/// use cable_core::{ParseOptions, corpus};
/// let error = corpus::read("nothing/is/here", &ParseOptions::new()).unwrap_err();
/// assert_eq!(error.code(), "io");
/// ```
pub fn read(path: impl AsRef<Path>, options: &ParseOptions) -> Result<Cable, MemberError> {
    let input = input::open(path.as_ref(), &Arc::default())
        .map_err(|error| MemberError::new(MemberErrorKind::Io(error), Vec::new()))?;
    units::alone(input, options).read(options).cable
}
