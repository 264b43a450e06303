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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nCAF\u{c9}\n".as_bytes())?;
    /// assert!(cable.view().text().ends_with("CAFÉ\n"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn text(self) -> &'a str {
        self.text
    }

    /// What was found, as places.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let zones = cable.view().layout().zones();
    /// assert_eq!(cable.view().slice(zones[0].span), "UNCLAS NORDHAVEN 000142\n");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn layout(self) -> &'a Layout {
        self.layout
    }

    /// The way from the text to the input.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::Span;
    /// // A plain telegram is its own text.
    /// assert_eq!(cable.view().source_map().to_source(Span::new(3, 5)).start, 3);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn source_map(self) -> &'a SourceMap {
        self.map
    }

    /// The wrapping the telegram came in.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.view().format().as_str(), "telegram");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn format(self) -> Format {
        self.layout.format
    }

    /// The reference id: of the envelope, else put together from banner, header and year. See [`crate::ReferenceId`].
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().reference_id(), Some("08NORDHAVEN142"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn reference_id(self) -> Option<&'a str> {
        self.layout.reference_id.as_deref()
    }

    /// The year of the telegram: of its date-time group, else of the envelope, else assumed.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().year(), Some(2008));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn year(self) -> Option<i16> {
        self.layout.year
    }

    /// What the wrapping says.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// // A plain telegram has no wrapping that says anything.
    /// assert!(cable.view().envelope().is_none());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn envelope(self) -> Option<&'a Envelope> {
        self.envelope
    }

    /// The transmission header.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\n".as_bytes())?;
    /// let header = cable.view().header().unwrap();
    /// assert_eq!(header.originator.unwrap().name, "AMEMBASSY NORDHAVEN");
    /// assert_eq!(header.action[0].message_number, Some("3317"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn header(self) -> Option<Header<&'a str>> {
        self.layout.header.resolve(self.text)
    }

    /// The distribution block of the Department.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("ACTION EUR-12\nINFO OCT-01 ISO-00 /013 W\nR 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\n".as_bytes())?;
    /// let block = cable.view().distribution().unwrap();
    /// assert_eq!((block.action[0].office, block.total), ("EUR", Some(13)));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn distribution(self) -> Option<Distribution<&'a str>> {
        self.layout.distribution.resolve(self.text)
    }

    /// The classification line that opens the text.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("C O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes())?;
    /// let banner = cable.view().banner().unwrap();
    /// assert_eq!((banner.post, banner.serial), (Some("NORDHAVEN"), Some(142)));
    /// assert_eq!(banner.section.unwrap().total, Some(2));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn banner(self) -> Option<Banner<&'a str>> {
        self.layout.banner.resolve(self.text)
    }

    /// The classification of the banner.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("S E C R E T NOFORN NORDHAVEN 000142\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().classification().unwrap().display, "SECRET//NOFORN");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn classification(self) -> Option<Marking<'a>> {
        self.layout.classification.resolve(self.text)
    }

    /// Captions, upper-cased, each once.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSENSITIVE\nSIPDIS\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert!(cable.view().captions().eq(["SENSITIVE", "SIPDIS"]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn captions(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.captions, self.text)
    }

    /// Lines that steer the telegram to agencies, offices and persons.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSTATE FOR EUR/NB AND EEB\nSUBJECT: HERRING\n".as_bytes())?;
    /// let line = cable.view().pass_lines().next().unwrap();
    /// assert_eq!((line.agency, line.targets), (Some("STATE"), vec!["EUR/NB", "EEB"]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn pass_lines(self) -> impl ExactSizeIterator<Item = PassLine<&'a str>> {
        self.layout
            .pass_lines
            .iter()
            .map(move |line| line.resolve(self.text))
    }

    /// Lines before the first label that are neither captions nor pass lines.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nThe text was garbled in transmission, 3 lines.\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().notes().len(), 1);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn notes(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.notes, self.text)
    }

    /// The line that says that this is a corrected copy.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nC O R R E C T E D COPY CAPTION ADDED\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().corrected_copy(), Some("C O R R E C T E D COPY CAPTION ADDED"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn corrected_copy(self) -> Option<&'a str> {
        self.layout.corrected_copy.resolve(self.text)
    }

    /// The E.O. line.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 000142\nE.O. 12958: DECL: 03/04/2018\nSUBJECT: HERRING\n".as_bytes())?;
    /// let line = cable.view().executive_order().unwrap();
    /// assert_eq!(line.declassification.unwrap().date.unwrap().to_string(), "2018-03-04");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn executive_order(self) -> Option<ExecutiveOrder<&'a str>> {
        self.layout.executive_order.resolve(self.text)
    }

    /// Tags, each once.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let tag = cable.view().tags().next().unwrap();
    /// assert_eq!((tag.code, tag.name), ("EFIS", Some("Commercial fishing and fish processing")));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn tags(self) -> impl ExactSizeIterator<Item = Tag<&'a str>> {
        self.layout
            .tags
            .iter()
            .map(move |tag| tag.resolve(self.text))
    }

    /// Tags that are printed again.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nTAGS: EFIS, ECON, EFIS\nSUBJECT: HERRING\n".as_bytes())?;
    /// assert_eq!(cable.view().tags().len(), 2);
    /// assert!(cable.view().repeated_tags().eq(["EFIS"]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn repeated_tags(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.tag_repeats, self.text)
    }

    /// The subject.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING QUOTA\nCUT (U)\n\n1. It falls.\n".as_bytes())?;
    /// let subject = cable.view().subject().unwrap();
    /// assert_eq!((subject.text, subject.mark.unwrap().printed), ("HERRING QUOTA CUT", "U"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn subject(self) -> Option<Subject<'a>> {
        self.layout.subject.resolve(self.text)
    }

    /// References.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\nREF: A. NORDHAVEN 98 B. 07 ZELTBERG 1412\n".as_bytes())?;
    /// let targets: Vec<_> = cable.view().references().map(|one| one.target.unwrap()).collect();
    /// assert_eq!(targets, ["08NORDHAVEN98", "07ZELTBERG1412"]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn references(self) -> impl ExactSizeIterator<Item = Reference<&'a str>> {
        self.layout
            .references
            .iter()
            .map(move |reference| reference.resolve(self.text))
    }

    /// Who classified the telegram, and why.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("C O N F I D E N T I A L NORDHAVEN 000142\nSUBJECT: HERRING\n\nClassified By: Ambassador Ines Halverson, reasons 1.4 (b) and (d).\n\n1. (C) It falls.\n".as_bytes())?;
    /// let block = cable.view().classified_by().unwrap();
    /// assert_eq!(block.classifiers[0].name, Some("Ines Halverson"));
    /// assert_eq!(block.reasons, ["1.4(b)", "1.4(d)"]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn classified_by(self) -> Option<ClassifiedBy<&'a str>> {
        self.layout.classified_by.resolve(self.text)
    }

    /// Paragraphs.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It\nfalls.\n\n2. (SBU) It rises.\n".as_bytes())?;
    /// let texts: Vec<_> = cable.view().paragraphs().map(|one| one.text()).collect();
    /// assert_eq!(texts, ["It falls.", "It rises."]);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. SUMMARY: The quota falls. END SUMMARY.\n\n2. It rises.\n".as_bytes())?;
    /// assert_eq!(cable.view().summary(), Some("The quota falls."));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn summary(self) -> Option<&'a str> {
        self.layout
            .lazy
            .summary
            .get_or_init(|| self.text_of(Role::Summary))
            .as_deref()
    }

    /// The comment, without its markers.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\n\n2. COMMENT: It will rise. END COMMENT.\n".as_bytes())?;
    /// assert_eq!(cable.view().comment(), Some("It will rise."));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn comment(self) -> Option<&'a str> {
        self.layout
            .lazy
            .comment
            .get_or_init(|| self.text_of(Role::Comment))
            .as_deref()
    }

    /// Titles.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\nA Bad Year\n----------\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.view().headings().next().unwrap().text, "A Bad Year");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn headings(self) -> impl ExactSizeIterator<Item = Heading<'a>> {
        self.layout
            .headings
            .iter()
            .map(move |heading| heading.resolve(self.text))
    }

    /// Section separators and page headings.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls\n\nNORDHAVEN 00000142  002 OF 002\n\nby a fifth.\n".as_bytes())?;
    /// assert_eq!(cable.view().breaks().next().unwrap().section, Some(2));
    /// // It cuts no sentence of the text.
    /// assert_eq!(cable.view().paragraphs().next().unwrap().text(), "It falls by a fifth.");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSUBJECT: HERRING\nREF: A. NORDHAVEN 98 B. NORDHAVEN 99\n\n1. It falls, as ref B foresaw.\n".as_bytes())?;
    /// let citation = cable.view().citations().next().unwrap();
    /// assert_eq!((citation.label, citation.reference), ("ref B", Some(1)));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. The note:\n\nBEGIN TEXT\n\nWe regret.\n\nEND TEXT.\n\n2. We asked.\n".as_bytes())?;
    /// assert_eq!(cable.view().attachments().len(), 1);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (C) XXXXXXXXXXXX said so.\n".as_bytes())?;
    /// assert_eq!(cable.view().redactions().next().unwrap().text, "XXXXXXXXXXXX");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn redactions(self) -> impl ExactSizeIterator<Item = Redaction<&'a str>> {
        self.redactions_kept()
            .iter()
            .map(move |redaction| redaction.resolve(self.text))
    }

    /// Persons who signed.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nHALVERSON\n".as_bytes())?;
    /// assert!(cable.view().signature().eq(["HALVERSON"]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn signature(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.signature, self.text)
    }

    /// What stands behind the signature: `NNNN`, `BT`.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. It falls.\nHALVERSON\nBT\n#0142\nNNNN\n".as_bytes())?;
    /// assert!(cable.view().end_markers().eq(["BT", "#0142", "NNNN"]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn end_markers(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.end_markers, self.text)
    }

    /// Stamps of the release review.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.view().release_stamps().len(), 0);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn release_stamps(self) -> impl ExactSizeIterator<Item = &'a str> {
        strings(&self.layout.release_stamps, self.text)
    }

    /// Fields that are there but have no value, by path.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\nREF: NONE\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::record::State;
    /// assert!(cable.view().states().eq([("references", State::ExplicitlyEmpty)]));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn states(self) -> impl ExactSizeIterator<Item = (&'static str, State)> {
        self.layout.states.iter().copied()
    }

    /// Why the field at `path` has no value.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\nREF: NONE\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::record::State;
    /// assert_eq!(cable.view().state("references"), Some(State::ExplicitlyEmpty));
    /// assert_eq!(cable.view().state("subject"), None);
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn state(self, path: &str) -> Option<State> {
        self.states()
            .find(|(known, _)| *known == path)
            .map(|(_, state)| state)
    }

    /// Findings, in the order of their places.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nSIPDIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert_eq!(cable.view().diagnostics()[0].code.as_str(), "caption-repeated");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn diagnostics(self) -> &'a [Diagnostic] {
        &self.layout.diagnostics
    }

    /// The bytes of the text under a span.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// use cable_core::Span;
    /// assert_eq!(cable.view().slice(Span::new(7, 16)), "NORDHAVEN");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn slice(self, span: Span) -> &'a str {
        span.slice(self.text)
    }
}
