//! [`ParseOptions`]: what a caller may ask of a parse, and the limits against amplification.

use crate::record::Format;

/// Options of a parse.
///
/// ```
/// use cable_core::ParseOptions;
/// let options = ParseOptions::new().with_fragment(true).with_assume_year(Some(2008));
/// assert!(options.fragment());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseOptions {
    format: Option<Format>,
    fragment: bool,
    assume_year: Option<i16>,
    strict: bool,
    limits: Limits,
}

/// Upper bounds on what one parse keeps. Beyond a limit the bytes stay in a zone `unread` and a diagnostic says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input; more is an error, as are more than 1 GiB whatever stands here. Default 64 MiB.
    pub input: usize,
    /// Addressees of a header. Default 10,000.
    pub addressees: usize,
    /// References. Default 5,000.
    pub references: usize,
    /// Paragraphs. Default 10,000.
    pub paragraphs: usize,
    /// Diagnostics. Default 1,000.
    pub diagnostics: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            input: 64 << 20,
            addressees: 10_000,
            references: 5_000,
            paragraphs: 10_000,
            diagnostics: 1_000,
        }
    }
}

impl Default for ParseOptions {
    fn default() -> Self {
        ParseOptions::new()
    }
}

impl ParseOptions {
    /// The defaults: any format, a whole telegram, no year assumed, not strict.
    ///
    /// ```
    /// use cable_core::ParseOptions;
    /// assert!(!ParseOptions::new().strict());
    /// ```
    pub fn new() -> Self {
        ParseOptions {
            format: None,
            fragment: false,
            assume_year: None,
            strict: false,
            limits: Limits::default(),
        }
    }

    /// Reads the input as this format instead of looking for one. `None` looks.
    ///
    /// ```
    /// use cable_core::record::Format;
    /// use cable_core::ParseOptions;
    /// let options = ParseOptions::new().with_format(Some(Format::Telegram));
    /// assert_eq!(options.format(), Some(Format::Telegram));
    /// ```
    #[must_use]
    pub fn with_format(mut self, format: Option<Format>) -> Self {
        self.format = format;
        self
    }

    /// The input is a piece of a telegram: no header or banner is asked for, nothing missing is reported.
    ///
    /// ```
    /// use cable_core::{Cable, ParseOptions};
    /// let options = ParseOptions::new().with_fragment(true);
    /// let cable = Cable::parse_with(b"7. (C) It falls.".as_slice(), &options)?;
    /// assert_eq!(cable.view().paragraphs().next().unwrap().number(), Some(7));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_fragment(mut self, fragment: bool) -> Self {
        self.fragment = fragment;
        self
    }

    /// The year to take where the telegram prints none.
    ///
    /// ```
    /// use cable_core::ParseOptions;
    /// assert_eq!(ParseOptions::new().with_assume_year(Some(2008)).assume_year(), Some(2008));
    /// ```
    #[must_use]
    pub fn with_assume_year(mut self, year: Option<i16>) -> Self {
        self.assume_year = year;
        self
    }

    /// The first diagnostic of severity error fails the parse.
    ///
    /// ```
    /// use cable_core::{Cable, Code, ParseOptions};
    /// let options = ParseOptions::new().with_strict(true);
    /// let text = b"C O N F I D E N T I A L NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (S) It falls.\n";
    /// let error = Cable::parse_with(text.as_slice(), &options).unwrap_err();
    /// assert_eq!(error.diagnostic(), Some(Code::PortionAboveBanner));
    /// ```
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Other limits than the defaults.
    ///
    /// ```
    /// use cable_core::{Limits, ParseOptions};
    /// let mut limits = Limits::default();
    /// limits.references = 10;
    /// assert_eq!(ParseOptions::new().with_limits(limits).limits().references, 10);
    /// ```
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The format asked for.
    pub fn format(&self) -> Option<Format> {
        self.format
    }

    /// Whether the input is a piece of a telegram.
    pub fn fragment(&self) -> bool {
        self.fragment
    }

    /// The year to take where the telegram prints none.
    pub fn assume_year(&self) -> Option<i16> {
        self.assume_year
    }

    /// Whether an error diagnostic fails the parse.
    pub fn strict(&self) -> bool {
        self.strict
    }

    /// The limits.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }
}
