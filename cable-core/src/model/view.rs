//! [`CableRef`]: every field of the contract.

use super::{ParagraphRef, attachments, join};
use crate::diagnostic::Diagnostic;
use crate::layout::{Layout, ParagraphText};
use crate::record::{
    Attachment, Banner, Break, Citation, ClassifiedBy, Distribution, Envelope, ExecutiveOrder,
    Format, Header, Heading, Marking, PassLine, Redaction, Reference, Role, State, Subject, Tag,
};
use crate::source_map::SourceMap;
use crate::span::Span;
use crate::spanned::{Resolve, Spanned};

/// A view of a telegram: its text, what was found in it, and what its wrapping says. Copies cheaply.
#[derive(Clone, Copy, Debug)]
pub struct CableRef<'a> {
    pub(super) text: &'a str,
    pub(super) layout: &'a Layout,
    pub(super) envelope: Option<&'a Envelope>,
    pub(super) map: &'a SourceMap,
}

fn strings<'a>(list: &'a [Spanned], text: &'a str) -> impl ExactSizeIterator<Item = &'a str> {
    list.iter().map(move |value| value.get(text))
}

impl<'a> CableRef<'a> {
    /// The telegram's own text.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// What was found, as places.
    pub fn layout(self) -> &'a Layout {
        self.layout
    }

    /// The way from the text to the input.
    pub fn source_map(self) -> &'a SourceMap {
        self.map
    }

    /// The wrapping the telegram came in.
    pub fn format(self) -> Format {
        self.layout.format
    }

    /// The reference id: of the envelope, else put together from banner, header and year. See [`crate::ReferenceId`].
    pub fn reference_id(self) -> Option<&'a str> {
        self.layout.reference_id.as_deref()
    }

    /// The year of the telegram: of its date-time group, else of the envelope, else assumed.
    pub fn year(self) -> Option<i16> {
        self.layout.year
    }

    /// What the wrapping says.
    pub fn envelope(self) -> Option<&'a Envelope> {
        self.envelope
    }

    /// The transmission header.
    pub fn header(self) -> Option<Header<&'a str>> {
        self.layout.header.resolve(self.text)
    }

    /// The distribution block of the Department.
    pub fn distribution(self) -> Option<Distribution<&'a str>> {
        self.layout.distribution.resolve(self.text)
    }

    /// The classification line that opens the text.
    pub fn banner(self) -> Option<Banner<&'a str>> {
        self.layout.banner.resolve(self.text)
    }

    /// The classification of the banner.
    pub fn classification(self) -> Option<Marking<'a>> {
        self.layout.classification.resolve(self.text)
    }

    /// Captions, upper-cased, each once.
    pub fn captions(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.captions, self.text)
    }

    /// Lines that steer the telegram to agencies, offices and persons.
    pub fn pass_lines(self) -> impl ExactSizeIterator<Item = PassLine<&'a str>> {
        self.layout
            .pass_lines
            .iter()
            .map(move |line| line.resolve(self.text))
    }

    /// Lines before the first label that are neither captions nor pass lines.
    pub fn notes(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.notes, self.text)
    }

    /// The line that says that this is a corrected copy.
    pub fn corrected_copy(self) -> Option<&'a str> {
        self.layout.corrected_copy.resolve(self.text)
    }

    /// The E.O. line.
    pub fn executive_order(self) -> Option<ExecutiveOrder<&'a str>> {
        self.layout.executive_order.resolve(self.text)
    }

    /// Tags, each once.
    pub fn tags(self) -> impl ExactSizeIterator<Item = Tag<&'a str>> {
        self.layout
            .tags
            .iter()
            .map(move |tag| tag.resolve(self.text))
    }

    /// Tags that are printed again.
    pub fn repeated_tags(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.tag_repeats, self.text)
    }

    /// The subject.
    pub fn subject(self) -> Option<Subject<'a>> {
        self.layout.subject.resolve(self.text)
    }

    /// References.
    pub fn references(self) -> impl ExactSizeIterator<Item = Reference<&'a str>> {
        self.layout
            .references
            .iter()
            .map(move |reference| reference.resolve(self.text))
    }

    /// Who classified the telegram, and why.
    pub fn classified_by(self) -> Option<ClassifiedBy<&'a str>> {
        self.layout.classified_by.resolve(self.text)
    }

    /// Paragraphs.
    pub fn paragraphs(self) -> impl ExactSizeIterator<Item = ParagraphRef<'a>> {
        self.layout
            .paragraphs
            .iter()
            .enumerate()
            .map(move |(index, layout)| ParagraphRef {
                cable: self,
                index,
                layout,
            })
    }

    pub(super) fn paragraph_texts(self) -> &'a [ParagraphText] {
        self.layout
            .lazy
            .texts
            .get_or_init(|| join::texts(self.text, self.layout))
    }

    /// Texts of the paragraphs with this role, joined by a blank line.
    fn text_of(self, role: Role) -> Option<String> {
        let mut out: Option<String> = None;
        for paragraph in self
            .paragraphs()
            .filter(|paragraph| paragraph.role() == Some(role))
        {
            let text = join::until_end(paragraph.text(), self, paragraph, role);
            match &mut out {
                Some(whole) if !text.is_empty() => {
                    if !whole.is_empty() {
                        whole.push_str("\n\n");
                    }
                    whole.push_str(&text);
                }
                Some(_) => {}
                None => out = Some(text.into_owned()),
            }
        }
        out.filter(|whole| !whole.is_empty())
    }

    /// The summary, without its markers.
    pub fn summary(self) -> Option<&'a str> {
        self.layout
            .lazy
            .summary
            .get_or_init(|| self.text_of(Role::Summary))
            .as_deref()
    }

    /// The comment, without its markers.
    pub fn comment(self) -> Option<&'a str> {
        self.layout
            .lazy
            .comment
            .get_or_init(|| self.text_of(Role::Comment))
            .as_deref()
    }

    /// Titles.
    pub fn headings(self) -> impl ExactSizeIterator<Item = Heading<'a>> {
        self.layout
            .headings
            .iter()
            .map(move |heading| heading.resolve(self.text))
    }

    /// Section separators and page headings.
    pub fn breaks(self) -> impl ExactSizeIterator<Item = Break<&'a str>> {
        self.layout
            .breaks
            .iter()
            .map(move |found| found.resolve(self.text))
    }

    pub(super) fn citations_kept(self) -> &'a [Citation<Spanned>] {
        self.layout
            .lazy
            .citations
            .get_or_init(|| attachments::citations(self.text, self.layout))
    }

    /// Places of the text that cite a reference.
    pub fn citations(self) -> impl ExactSizeIterator<Item = Citation<&'a str>> {
        self.citations_kept()
            .iter()
            .map(move |citation| citation.resolve(self.text))
    }

    pub(super) fn attachments_kept(self) -> &'a [Attachment<Spanned>] {
        self.layout
            .lazy
            .attachments
            .get_or_init(|| attachments::attachments(self.layout))
    }

    /// Texts between begin and end words.
    pub fn attachments(self) -> impl ExactSizeIterator<Item = Attachment<&'a str>> {
        self.attachments_kept()
            .iter()
            .map(move |attachment| attachment.resolve(self.text))
    }

    pub(super) fn redactions_kept(self) -> &'a [Redaction<Spanned>] {
        self.layout
            .lazy
            .redactions
            .get_or_init(|| attachments::redactions(self.text, self.layout))
    }

    /// Removals made before release.
    pub fn redactions(self) -> impl ExactSizeIterator<Item = Redaction<&'a str>> {
        self.redactions_kept()
            .iter()
            .map(move |redaction| redaction.resolve(self.text))
    }

    /// Persons who signed.
    pub fn signature(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.signature, self.text)
    }

    /// What stands behind the signature: `NNNN`, `BT`.
    pub fn end_markers(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.end_markers, self.text)
    }

    /// Stamps of the release review.
    pub fn release_stamps(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.release_stamps, self.text)
    }

    /// Fields that are there but have no value, by path.
    pub fn states(self) -> impl ExactSizeIterator<Item = (&'static str, State)> {
        self.layout.states.iter().copied()
    }

    /// Why the field at `path` has no value.
    pub fn state(self, path: &str) -> Option<State> {
        self.states()
            .find(|(known, _)| *known == path)
            .map(|(_, state)| state)
    }

    /// Findings, in the order of their places.
    pub fn diagnostics(self) -> &'a [Diagnostic] {
        &self.layout.diagnostics
    }

    /// The bytes of the text under a span.
    pub fn slice(self, span: Span) -> &'a str {
        span.slice(self.text)
    }
}
