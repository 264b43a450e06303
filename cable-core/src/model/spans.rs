//! [`Spans`]: where each value of the JSON stands, by JSON pointer.

use super::CableRef;
use crate::record::{Addressee, OperatingSignal};
use crate::span::Span;
use crate::spanned::Spanned;

/// JSON pointers and the places of their values in the text, in the order of the JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    entries: Vec<(String, Span)>,
}

impl Spans {
    /// Pointers and places.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.view().spans().iter().any(|(pointer, _)| pointer == "/tags/0"));
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, Span)> {
        self.entries
            .iter()
            .map(|(pointer, span)| (pointer.as_str(), *span))
    }

    /// The place of one value.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// assert!(cable.view().spans().get("/subject/text").is_some());
    /// assert!(cable.view().spans().get("/nothing").is_none());
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn get(&self, pointer: &str) -> Option<Span> {
        self.iter()
            .find(|(known, _)| *known == pointer)
            .map(|(_, span)| span)
    }

    fn add(&mut self, pointer: impl Into<String>, span: Span) {
        if !span.is_empty() {
            self.entries.push((pointer.into(), span));
        }
    }

    fn text(&mut self, pointer: impl Into<String>, value: &Spanned) {
        self.add(pointer, value.span());
    }

    fn option(&mut self, pointer: impl Into<String>, value: Option<&Spanned>) {
        if let Some(value) = value {
            self.text(pointer, value);
        }
    }

    fn list<'v>(&mut self, pointer: &str, values: impl IntoIterator<Item = &'v Spanned>) {
        for (index, value) in values.into_iter().enumerate() {
            self.text(format!("{pointer}/{index}"), value);
        }
    }

    fn addressee(&mut self, pointer: &str, addressee: &Addressee<Spanned>) {
        self.add(pointer, addressee.span);
        self.option(
            format!("{pointer}/routing_indicator"),
            addressee.routing_indicator.as_ref(),
        );
        self.text(format!("{pointer}/name"), &addressee.name);
        self.option(
            format!("{pointer}/message_number"),
            addressee.message_number.as_ref(),
        );
        self.option(format!("{pointer}/passing"), addressee.passing.as_ref());
        self.list(&format!("{pointer}/excluded"), &addressee.excluded);
    }

    fn signals(&mut self, pointer: &str, signals: &[OperatingSignal<Spanned>]) {
        for (index, signal) in signals.iter().enumerate() {
            self.add(format!("{pointer}/{index}"), signal.span);
            self.text(format!("{pointer}/{index}/signal"), &signal.signal);
            self.option(format!("{pointer}/{index}/suffix"), signal.suffix.as_ref());
            self.option(
                format!("{pointer}/{index}/argument"),
                signal.argument.as_ref(),
            );
        }
    }
}

impl CableRef<'_> {
    /// Where the values stand, by JSON pointer (RFC 6901). Values that were joined of several lines have the span from
    /// the first byte to the last.
    ///
    /// ```
    /// use cable_core::Cable;
    /// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSIPDIS\nE.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. It falls.\n".as_bytes())?;
    /// let view = cable.view();
    /// let span = view.spans().get("/subject/text").unwrap();
    /// assert_eq!(view.slice(span), "HERRING");
    /// # Ok::<(), cable_core::Error>(())
    /// ```
    pub fn spans(self) -> Spans {
        let mut spans = Spans::default();
        self.header_spans(&mut spans);
        self.top_spans(&mut spans);
        self.body_spans(&mut spans);
        spans
    }

    fn header_spans(self, spans: &mut Spans) {
        let layout = self.layout();
        if let Some(header) = &layout.header {
            let places = &header.spans;
            spans.add("/header", places.header);
            spans.option("/header/transmission_id", header.transmission_id.as_ref());
            for (index, routing) in header.routing.iter().enumerate() {
                spans.add(format!("/header/routing/{index}"), routing.span);
                spans.list(
                    &format!("/header/routing/{index}/routing_indicators"),
                    &routing.routing_indicators,
                );
            }
            spans.option(
                "/header/originating_station",
                header.originating_station.as_ref(),
            );
            spans.add(
                "/header/station_serial_number",
                places.station_serial_number,
            );
            spans.add("/header/section", places.section);
            spans.add("/header/filing_time", places.filing_time);
            if let Some(warning) = &header.security_warning {
                spans.add("/header/security_warning", warning.span);
                spans.text("/header/security_warning/signal", &warning.signal);
                spans.text("/header/security_warning/letters", &warning.letters);
            }
            spans.signals("/header/operating_signals", &header.operating_signals);
            spans.add("/header/precedence", places.precedence);
            spans.add("/header/date_time_group", places.date_time_group);
            spans.signals(
                "/header/date_time_group_signals",
                &header.date_time_group_signals,
            );
            if let Some(originator) = &header.originator {
                spans.addressee("/header/originator", originator);
            }
            for (index, addressee) in header.action.iter().enumerate() {
                spans.addressee(&format!("/header/action/{index}"), addressee);
            }
            for (index, addressee) in header.info.iter().enumerate() {
                spans.addressee(&format!("/header/info/{index}"), addressee);
            }
            spans.list("/header/excluded", &header.excluded);
            spans.list("/header/corrections", &header.corrections);
            spans.list("/header/notes", &header.notes);
        }
        if let Some(distribution) = &layout.distribution {
            spans.add("/distribution", distribution.span);
            for (index, page) in distribution.pages.iter().enumerate() {
                spans.add(format!("/distribution/pages/{index}"), page.span);
            }
            for (name, offices) in [
                ("action", &distribution.action),
                ("origin", &distribution.origin),
                ("info", &distribution.info),
            ] {
                for (index, office) in offices.iter().enumerate() {
                    spans.add(format!("/distribution/{name}/{index}"), office.span);
                }
            }
            if let Some(dash) = &distribution.dash {
                spans.add("/distribution/dash", dash.span);
            }
            spans.option("/distribution/drafted_by", distribution.drafted_by.as_ref());
            spans.option(
                "/distribution/approved_by",
                distribution.approved_by.as_ref(),
            );
            spans.list("/distribution/cleared_by", &distribution.cleared_by);
            spans.option(
                "/distribution/released_by",
                distribution.released_by.as_ref(),
            );
        }
    }

    fn top_spans(self, spans: &mut Spans) {
        let layout = self.layout();
        if let Some(banner) = &layout.banner {
            spans.text("/banner", &banner.printed);
            spans.add("/banner/level", banner.level_span);
            spans.option("/banner/post", banner.post.as_ref());
            spans.add("/banner/serial", banner.serial_span);
        }
        if let Some(mark) = &layout.classification {
            spans.add("/classification", mark.span());
        }
        spans.list("/captions", &layout.captions);
        for (index, line) in layout.pass_lines.iter().enumerate() {
            let pointer = format!("/pass_lines/{index}");
            spans.text(pointer.as_str(), &line.text);
            spans.option(format!("{pointer}/agency"), line.agency.as_ref());
            spans.option(format!("{pointer}/verb"), line.verb.as_ref());
            spans.list(&format!("{pointer}/targets"), &line.targets);
        }
        spans.list("/notes", &layout.notes);
        spans.option("/corrected_copy", layout.corrected_copy.as_ref());
        if let Some(order) = &layout.executive_order {
            spans.add("/executive_order", order.span);
            spans.option("/executive_order/order", order.order.as_ref());
            if let Some(instruction) = &order.declassification {
                spans.add("/executive_order/declassification", instruction.span);
                spans.option(
                    "/executive_order/declassification/event",
                    instruction.event.as_ref(),
                );
                spans.list(
                    "/executive_order/declassification/codes",
                    &instruction.codes,
                );
                spans.option(
                    "/executive_order/declassification/authority",
                    instruction.authority.as_ref(),
                );
            }
        }
        for (index, tag) in layout.tags.iter().enumerate() {
            spans.text(format!("/tags/{index}"), &tag.code);
        }
        if let Some(subject) = &layout.subject {
            spans.text("/subject/text", &subject.text);
            if let Some(mark) = &subject.mark {
                spans.add("/subject/mark", mark.span());
            }
        }
        for (index, reference) in layout.references.iter().enumerate() {
            let pointer = format!("/references/{index}");
            spans.option(format!("{pointer}/label"), reference.label.as_ref());
            spans.option(format!("{pointer}/target"), reference.target.as_ref());
            spans.text(format!("{pointer}/text"), &reference.text);
            spans.list(&format!("{pointer}/suffixes"), &reference.suffixes);
        }
        if let Some(block) = &layout.classified_by {
            spans.add("/classified_by", block.span);
            for (index, person) in block.classifiers.iter().enumerate() {
                let pointer = format!("/classified_by/classifiers/{index}");
                spans.option(format!("{pointer}/name"), person.name.as_ref());
                spans.option(format!("{pointer}/title"), person.title.as_ref());
                spans.option(format!("{pointer}/office"), person.office.as_ref());
            }
            spans.list("/classified_by/reasons", &block.reasons);
            spans.option("/classified_by/derived_from", block.derived_from.as_ref());
        }
    }

    fn body_spans(self, spans: &mut Spans) {
        let layout = self.layout();
        for (index, paragraph) in layout.paragraphs.iter().enumerate() {
            let pointer = format!("/paragraphs/{index}");
            spans.add(pointer.as_str(), paragraph.span);
            spans.add(format!("{pointer}/number"), paragraph.number_span);
            spans.add(
                format!("{pointer}/suffix"),
                paragraph.suffix.unwrap_or_default(),
            );
            if let Some(mark) = &paragraph.mark {
                spans.add(format!("{pointer}/mark"), mark.span());
            }
            let text = Span::new(paragraph.text_start, paragraph.span.end());
            spans.add(format!("{pointer}/text"), text);
        }
        for (index, heading) in layout.headings.iter().enumerate() {
            spans.add(format!("/headings/{index}"), heading.span);
            spans.text(format!("/headings/{index}/text"), &heading.text);
            if let Some(mark) = &heading.mark {
                spans.add(format!("/headings/{index}/mark"), mark.span());
            }
        }
        for (index, found) in layout.breaks.iter().enumerate() {
            spans.add(format!("/breaks/{index}"), found.span);
        }
        for (index, citation) in self.citations_kept().iter().enumerate() {
            spans.text(format!("/citations/{index}/label"), &citation.label);
        }
        for (index, attachment) in self.attachments_kept().iter().enumerate() {
            spans.add(format!("/attachments/{index}"), attachment.span);
            spans.option(
                format!("/attachments/{index}/title"),
                attachment.title.as_ref(),
            );
        }
        for (index, redaction) in self.redactions_kept().iter().enumerate() {
            spans.text(format!("/redactions/{index}/text"), &redaction.text);
        }
        spans.list("/signature", &layout.signature);
        spans.list("/end_markers", &layout.end_markers);
        spans.list("/release_stamps", &layout.release_stamps);
    }
}
