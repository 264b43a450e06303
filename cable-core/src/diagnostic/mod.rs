//! Findings: [`Diagnostic`], its [`Code`] and [`Severity`], and how they are shown.

mod code;
mod render;

pub use code::{Code, Severity, UnknownCode};
pub use render::{LineIndex, Position, Rendered};

use crate::span::{SourceSpan, Span};

/// One finding. Plain data: the sentence comes from the [`Code`].
///
/// ```
/// use cable_core::Cable;
/// use cable_core::{Code, Severity};
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSIPDIS\nSUBJECT: HERRING\n".as_bytes())?;
/// let view = cable.view();
/// let found = view.diagnostics()[0];
/// assert_eq!((found.code, found.severity), (Code::CaptionRepeated, Severity::Note));
/// assert_eq!(view.slice(found.span.unwrap()), "SIPDIS");
/// assert!(found.related.unwrap().start() < found.span.unwrap().start());
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where, in the text; `None` if it is about the envelope or about something that is not there.
    pub span: Option<Span>,
    /// Where, in the input.
    pub source: Option<SourceSpan>,
    /// The other place, for findings about two.
    pub related: Option<Span>,
    /// How often, for what is told once for the whole text (`encoding-repaired`). No key of the JSON, whose
    /// diagnostics have a fixed shape.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub count: Option<u32>,
}

impl Diagnostic {
    /// A finding at a place of the text.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic, Span};
    /// let found = Diagnostic::new(Code::TagUnknown, Span::new(6, 10));
    /// assert_eq!(found.severity, Code::TagUnknown.severity());
    /// ```
    pub fn new(code: Code, span: Span) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            span: Some(span),
            source: None,
            related: None,
            count: None,
        }
    }

    /// A finding about something that is not there, or about the whole.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic};
    /// assert!(Diagnostic::nowhere(Code::TagsMissing).span.is_none());
    /// ```
    pub fn nowhere(code: Code) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            span: None,
            source: None,
            related: None,
            count: None,
        }
    }

    /// With the other place.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic, Span};
    /// let found = Diagnostic::new(Code::CaptionRepeated, Span::new(7, 13)).with_related(Span::new(0, 6));
    /// assert_eq!(found.related, Some(Span::new(0, 6)));
    /// ```
    #[must_use]
    pub fn with_related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// With a place in the input.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic, SourceSpan};
    /// let found = Diagnostic::nowhere(Code::EncodingRepaired).with_source(SourceSpan::new(3, 4));
    /// assert_eq!(found.source.unwrap().start, 3);
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: SourceSpan) -> Self {
        self.source = Some(source);
        self
    }

    /// With how often it was found.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic};
    /// assert_eq!(Diagnostic::nowhere(Code::EncodingRepaired).with_count(2).count, Some(2));
    /// ```
    #[must_use]
    pub fn with_count(mut self, count: u32) -> Self {
        self.count = Some(count);
        self
    }
}

/// Where the scanner and the field parsers put their findings.
///
/// `()` ignores them, `Option` keeps the first, `Vec` keeps all.
///
/// ```
/// use cable_core::{Code, Diagnostic, Sink};
/// /// Counts findings and keeps none.
/// struct Count(usize);
/// impl Sink for Count {
///     fn report(&mut self, _: Diagnostic) {
///         self.0 += 1;
///     }
/// }
/// let mut count = Count(0);
/// count.report(Diagnostic::nowhere(Code::TagsMissing));
/// assert_eq!(count.0, 1);
/// ```
pub trait Sink {
    /// Takes one finding.
    ///
    /// ```
    /// use cable_core::{Code, Diagnostic, Sink};
    /// let (mut first, mut all) = (None, Vec::new());
    /// for code in [Code::TagsMissing, Code::SubjectMissing] {
    ///     first.report(Diagnostic::nowhere(code));
    ///     all.report(Diagnostic::nowhere(code));
    /// }
    /// assert_eq!(first.map(|found: Diagnostic| found.code), Some(Code::TagsMissing));
    /// assert_eq!(all.len(), 2);
    /// ```
    fn report(&mut self, diagnostic: Diagnostic);
}

impl Sink for () {
    fn report(&mut self, _: Diagnostic) {}
}

impl Sink for Option<Diagnostic> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.get_or_insert(diagnostic);
    }
}

impl Sink for Vec<Diagnostic> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.push(diagnostic);
    }
}
