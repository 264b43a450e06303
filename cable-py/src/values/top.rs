//! Values of the captioned top: from the classification line to Classified By.

use crate::record::record;
use cable_core::{MarkingInForce as CoreMarkingInForce, record};
use pyo3::prelude::*;

record! {
    /// A classification: of the telegram, of a portion, or of an envelope.
    Marking(display) of record::Marking<'_> {
        /// The level.
        level,
        /// The controls, written out: `NOFORN`, `REL TO USA, FVEY`.
        controls = |marking| &*marking.controls,
        /// The name of the field: `SECRET//NOFORN`, `LIMITED OFFICIAL USE`, `SBU`.
        display,
        /// As it stands in the text.
        printed,
    }
}

record! {
    /// The marking under which a telegram is to be handled, put together of all that speaks of it.
    MarkingInForce(level, controls, sources) of CoreMarkingInForce {
        /// The level.
        level,
        /// The controls, written out.
        controls = |marking| marking.controls.iter().map(|control| control.as_str()).collect::<Vec<_>>(),
        /// What it was put together from, in order of weight.
        sources,
    }
}

record! {
    /// Number of a section and how many there are.
    Section(number, total) of record::Section {
        /// From 1.
        number,
        /// How many; `None` if it is not printed.
        total,
    }
}

record! {
    /// The classification line that opens the text.
    Banner(printed) of record::Banner<&str> {
        /// The level.
        level,
        /// Controls on the line, written out: `NOFORN`.
        controls,
        /// Whether the telegram was to be encrypted for transmission only.
        efto,
        /// `SECTION 01 OF 03`.
        section,
        /// Post, with its blanks.
        post,
        /// Serial of the message reference number.
        serial,
        /// The whole line, white space at its ends removed.
        printed,
    }
}

record! {
    /// A line that steers a telegram to agencies, offices or persons.
    PassLine(text) of record::PassLine<&str> {
        /// The logical line, wrapped lines joined.
        text,
        /// Who is to act: `STATE`, `DEPT`, a post.
        agency,
        /// `FOR`, `PASS`, `PASS TO`, `ATTN`, `FROM`.
        verb,
        /// Offices, agencies and persons.
        targets,
    }
}

record! {
    /// The E.O. line.
    ExecutiveOrder(order, declassification) of record::ExecutiveOrder<&str> {
        /// Digits as printed.
        order,
        /// The known order that is meant, if the digits are misprinted.
        order_corrected,
        /// The instruction.
        declassification,
    }
}

record! {
    /// The declassification instruction.
    Declassification(kind, date, derived_date) of record::Declassification<&str> {
        /// What kind it is.
        kind,
        /// The printed date.
        date,
        /// The printed event.
        event,
        /// Codes as printed: `X1`, `25X1`, `XGDS-2`.
        codes,
        /// The date that a schedule of the order gives.
        derived_date,
        /// Who stands behind the instruction: `(NAME) OR-P`.
        authority,
        /// `DNG: CO 12/31/2012`.
        downgrade,
    }
}

record! {
    /// Lowering of the level on a date.
    Downgrade(level, date) of record::Downgrade {
        /// The level from then on.
        level,
        /// When.
        date,
    }
}

record! {
    /// One tag of the TAGS line.
    Tag(code, kind) of record::Tag<&str> {
        /// As printed, upper-cased; the name alone of a person in parentheses.
        code,
        /// The code that is meant, if the printed one is a misprint; `SURNAME, GIVEN NAME` of a person whose comma was lost.
        corrected,
        /// What kind of tag it is.
        kind,
        /// Its meaning in the year of the telegram.
        name,
    }
}

record! {
    /// The subject of a telegram.
    Subject(text) of record::Subject<'_> {
        /// Lines joined by one blank, marks split off.
        text,
        /// Portion mark in front or behind.
        mark,
    }
}

record! {
    /// One reference.
    Reference(label, kind, target) of record::Reference<&str> {
        /// Letter or number of the entry, upper-cased: `A`.
        label,
        /// What it points to.
        kind,
        /// Canonical reference id, for a telegram whose year is known.
        target,
        /// Where the year comes from.
        year_source,
        /// The printed entry, lines joined.
        text,
        /// `(NOTAL)`: not sent to all addressees.
        notal,
        /// `AND PREVIOUS`.
        and_previous,
        /// Other notes in parentheses behind the entry.
        suffixes,
    }
}

record! {
    /// Who classified the telegram, and why.
    ClassifiedBy(reasons, derived_from) of record::ClassifiedBy<&str> {
        /// Persons, in order.
        classifiers,
        /// Sections of the order: `1.4(b)`.
        reasons,
        /// The source of a derivative classification.
        derived_from,
    }
}

record! {
    /// One person of the Classified By block.
    Classifier(name, title) of record::Classifier<&str> {
        /// Name, without title.
        name,
        /// Title or function.
        title,
        /// Office, section or post.
        office,
    }
}
