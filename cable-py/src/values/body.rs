//! Values of the body.

use crate::record::record;
use cable_core::{ParagraphRef, record};
use pyo3::prelude::*;

record! {
    /// One paragraph of a telegram.
    Paragraph(number, mark, role) of ParagraphRef<'_> {
        /// Its number; `None` for an unnumbered block.
        number = |paragraph| paragraph.number(),
        /// The letter glued to the number: `a` of `2a.`
        suffix = |paragraph| paragraph.suffix(),
        /// Its portion mark.
        mark = |paragraph| paragraph.mark(),
        /// What it is for.
        role = |paragraph| paragraph.role(),
        /// The last title before it.
        heading = |paragraph| paragraph.heading(),
        /// Its text: wrapped lines joined, number, mark, role marker, breaks and headings left out.
        text = |paragraph| paragraph.text(),
        /// Its lettered, numbered and dashed sub-paragraphs.
        items = |paragraph| paragraph.items(),
        /// Number of the transmission section it begins in; `None` for a telegram in one section.
        transmission_section = |paragraph| paragraph.transmission_section(),
    }
}

record! {
    /// A sub-paragraph.
    Item(label, mark) of record::Item<'_> {
        /// `A`, `1` or `-`, as printed, without stop or parentheses.
        label,
        /// Its portion mark.
        mark,
        /// Its text, wrapped lines joined.
        text,
        /// Items below it.
        items,
    }
}

record! {
    /// A stand-alone title.
    Heading(text) of record::Heading<'_> {
        /// The title, wrapped lines joined.
        text,
        /// Its portion mark.
        mark,
    }
}

record! {
    /// A separator that transmission or printing put into the text.
    Break(kind, section, part, total, page) of record::Break<&str> {
        /// What is broken.
        kind,
        /// Section number.
        section,
        /// The digit behind the point of `001.2`.
        part,
        /// Number of sections.
        total,
        /// Number of the printed page.
        page,
    }
}

record! {
    /// A place of the text that points to a reference.
    Citation(label, reference, paragraph) of record::Citation<&str> {
        /// As printed, lines joined: `REF A`; a further letter of a list alone. The B of `REFS A-C`, which is not printed, is `B`.
        label,
        /// Index into the references; `None` if there is none with this label.
        reference,
        /// Number of the paragraph it stands in.
        paragraph,
    }
}

record! {
    /// A text set between begin and end words.
    Attachment(title, first_paragraph, last_paragraph) of record::Attachment<&str> {
        /// What the begin words call it.
        title,
        /// Number of the paragraph with the begin words.
        first_paragraph,
        /// Number of the paragraph with the end words, or of the last one.
        last_paragraph,
    }
}

record! {
    /// A removal made before release.
    Redaction(kind) of record::Redaction<&str> {
        /// How it shows.
        kind,
        /// As printed.
        text,
    }
}

record! {
    /// A piece of a running text. Pieces tile it.
    TextPiece(label, span, paragraph) of cable_core::TextPiece {
        /// What it is.
        label,
        /// Its place in the running text.
        span,
        /// Where it stands in the text of the telegram: the same bytes, or for a gap what stands between its neighbours.
        origin,
        /// Where that is in the input.
        source,
        /// Index of the paragraph it belongs to.
        paragraph,
    }
}

record! {
    /// A running text. Spans count its bytes in UTF-8.
    TextView(text) of cable_core::TextView {
        /// The running text itself.
        text = |view| view.text(),
        /// Its pieces, in order.
        pieces = |view| view.pieces(),
        /// The running text and its pieces as compact JSON.
        json = |view| view.to_json(),
    }
}
