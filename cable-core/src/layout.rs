//! [`Layout`]: what was found in one telegram, as places and small values. Holds no bytes of the telegram.

use crate::diagnostic::Diagnostic;
use crate::record::{
    Banner, Break, ClassifiedBy, Distribution, ExecutiveOrder, Format, Header, HeadingLine, Mark,
    PassLine, Reference, Role, State, SubjectLine, Tag,
};
use crate::scan::Line;
use crate::span::Span;
use crate::spanned::Spanned;
use once_cell::sync::OnceCell;
use std::ops::Range;

/// Everything found in one telegram. Made by a parse, read through a [`CableRef`](crate::CableRef).
#[derive(Clone, Debug)]
pub struct Layout {
    pub(crate) format: Format,
    pub(crate) reference_id: Option<Box<str>>,
    pub(crate) year: Option<i16>,
    pub(crate) header: Option<Header<Spanned>>,
    pub(crate) distribution: Option<Distribution<Spanned>>,
    pub(crate) banner: Option<Banner<Spanned>>,
    pub(crate) classification: Option<Mark>,
    pub(crate) captions: Vec<Spanned>,
    pub(crate) pass_lines: Vec<PassLine<Spanned>>,
    pub(crate) notes: Vec<Spanned>,
    pub(crate) corrected_copy: Option<Spanned>,
    pub(crate) executive_order: Option<ExecutiveOrder<Spanned>>,
    pub(crate) tags: Vec<Tag<Spanned>>,
    pub(crate) tag_repeats: Vec<Spanned>,
    pub(crate) subject: Option<SubjectLine>,
    pub(crate) references: Vec<Reference<Spanned>>,
    pub(crate) classified_by: Option<ClassifiedBy<Spanned>>,
    /// Lines of the body.
    pub(crate) lines: Vec<Line>,
    pub(crate) paragraphs: Vec<ParagraphLayout>,
    pub(crate) headings: Vec<HeadingLine>,
    pub(crate) breaks: Vec<Break<Spanned>>,
    pub(crate) role_ends: Vec<RoleEnd>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) entire_text: Option<Mark>,
    pub(crate) signature: Vec<Spanned>,
    pub(crate) end_markers: Vec<Spanned>,
    pub(crate) release_stamps: Vec<Spanned>,
    pub(crate) states: Vec<(&'static str, State)>,
    pub(crate) zones: Vec<Zone>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) lazy: Lazy,
}

impl Layout {
    pub(crate) fn new(format: Format) -> Self {
        Layout {
            format,
            reference_id: None,
            year: None,
            header: None,
            distribution: None,
            banner: None,
            classification: None,
            captions: Vec::new(),
            pass_lines: Vec::new(),
            notes: Vec::new(),
            corrected_copy: None,
            executive_order: None,
            tags: Vec::new(),
            tag_repeats: Vec::new(),
            subject: None,
            references: Vec::new(),
            classified_by: None,
            lines: Vec::new(),
            paragraphs: Vec::new(),
            headings: Vec::new(),
            breaks: Vec::new(),
            role_ends: Vec::new(),
            quotes: Vec::new(),
            entire_text: None,
            signature: Vec::new(),
            end_markers: Vec::new(),
            release_stamps: Vec::new(),
            states: Vec::new(),
            zones: Vec::new(),
            diagnostics: Vec::new(),
            lazy: Lazy::default(),
        }
    }

    pub(crate) fn set_state(&mut self, path: &'static str, state: State) {
        if !self.states.iter().any(|(known, _)| *known == path) {
            self.states.push((path, state));
        }
    }

    /// The zones, which tile the text in order.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let view = cable.view();
    /// let text: String = cable.layout().zones().iter().map(|zone| view.slice(zone.span)).collect();
    /// assert_eq!(text, view.text());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// Asserts that the zones tile `text` and that every span fits it.
    ///
    /// # Errors
    /// A sentence that says which invariant does not hold.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.layout().check_invariants(cable.view().text()), Ok(()));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn check_invariants(&self, text: &str) -> Result<(), &'static str> {
        let mut at = 0;
        for zone in &self.zones {
            if zone.span.start() != at || zone.span.is_empty() {
                return Err("zones do not tile the text");
            }
            at = zone.span.end();
        }
        if at as usize != text.len() {
            return Err("zones do not reach the end of the text");
        }
        let fits = |span: Span| span.is_empty() || !span.slice(text).is_empty();
        if !self.lines.iter().all(|line| fits(line.span)) {
            return Err("a line does not fit the text");
        }
        if !self.lines.is_sorted_by_key(|line| line.span.start()) {
            return Err("lines are not in order");
        }
        if !self.paragraphs.iter().all(|paragraph| fits(paragraph.span)) {
            return Err("a paragraph does not fit the text");
        }
        if !self
            .diagnostics
            .iter()
            .filter_map(|found| found.span)
            .all(fits)
        {
            return Err("a diagnostic does not fit the text");
        }
        Ok(())
    }
}

/// A paragraph, before its text is joined.
#[derive(Clone, Debug)]
pub(crate) struct ParagraphLayout {
    pub(crate) number: Option<u32>,
    pub(crate) number_span: Span,
    pub(crate) suffix: Option<Span>,
    pub(crate) mark: Option<Mark>,
    pub(crate) role: Option<Role>,
    /// Whether the role is that of the heading above, not of words of the paragraph.
    pub(crate) role_by_heading: bool,
    pub(crate) heading: Option<u32>,
    pub(crate) section: Option<u32>,
    /// Its lines in [`Layout::lines`].
    pub(crate) lines: Range<u32>,
    /// Where its text begins: behind number, mark and role marker.
    pub(crate) text_start: u32,
    /// From the number to the end of its last line.
    pub(crate) span: Span,
}

/// `END SUMMARY`, `End Comment` and the like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RoleEnd {
    pub(crate) role: Role,
    /// The words with their stop and parentheses.
    pub(crate) span: Span,
}

/// A text between begin and end words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quote {
    pub(crate) begin: Span,
    /// Empty if the begin words name nothing.
    pub(crate) title: Span,
    pub(crate) end: Option<Span>,
    /// Index of the paragraph with the begin words.
    pub(crate) first: u32,
    /// Index of the paragraph with the end words, or of the last one.
    pub(crate) last: u32,
}

/// What a stretch of the text is.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::ZoneKind;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
/// let view = cable.view();
/// // Zones tile the text: put together they are the text.
/// let all: String = view.layout().zones().iter().map(|zone| view.slice(zone.span)).collect();
/// assert_eq!(all, view.text());
/// assert_eq!(view.layout().zones()[1].kind, ZoneKind::Subject);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Where it is.
    pub span: Span,
}

crate::vocabulary::vocabulary! {
    /// Kinds of zones.
    pub enum ZoneKind {
        /// Transmission header.
        Header = 1, "header";
        /// Distribution block of the Department.
        Distribution = 2, "distribution";
        /// Classification line.
        Banner = 3, "banner";
        /// Captions, pass lines and notes above the first label.
        Captions = 4, "captions";
        /// E.O. line.
        ExecutiveOrder = 5, "executive-order";
        /// TAGS line.
        Tags = 6, "tags";
        /// Subject line.
        Subject = 7, "subject";
        /// References.
        References = 8, "references";
        /// Classified By block.
        ClassifiedBy = 9, "classified-by";
        /// Title or underline.
        Heading = 10, "heading";
        /// Paragraph.
        Paragraph = 11, "paragraph";
        /// Section separator or page heading with what is printed around it.
        Break = 12, "break";
        /// Captions and labels printed again.
        Leftover = 13, "leftover";
        /// Stamp of the release review.
        Stamp = 14, "stamp";
        /// Signature.
        Signature = 15, "signature";
        /// End of message.
        EndMarker = 16, "end-marker";
        /// Not read: beyond a limit, or behind a damaged field.
        Unread = 17, "unread";
    }
}

/// Values made on first use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lazy {
    pub(crate) texts: OnceCell<Vec<ParagraphText>>,
    pub(crate) summary: OnceCell<Option<String>>,
    pub(crate) comment: OnceCell<Option<String>>,
    pub(crate) citations: OnceCell<Vec<crate::record::Citation<Spanned>>>,
    pub(crate) attachments: OnceCell<Vec<crate::record::Attachment<Spanned>>>,
    pub(crate) redactions: OnceCell<Vec<crate::record::Redaction<Spanned>>>,
}

/// The joined text of a paragraph and its items.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParagraphText {
    pub(crate) text: String,
    pub(crate) items: Vec<ItemText>,
}

/// An item: its text is a part of its own, because its lines are joined in another way than those of the paragraph.
#[derive(Clone, Debug)]
pub(crate) struct ItemText {
    pub(crate) label: Span,
    pub(crate) mark: Option<Mark>,
    pub(crate) text: String,
    pub(crate) items: Vec<ItemText>,
}
