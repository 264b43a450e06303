//! Values of the distribution block.

use crate::record::record;
use cable_core::record;
use pyo3::prelude::*;

record! {
    /// Who in the Department got copies, and who wrote and approved the telegram.
    Distribution(total, drafted_by) of record::Distribution<&str> {
        /// Page lines (`PAGE 01 NORDHA 04417 141530Z`) that belong to the block.
        pages,
        /// Offices to act.
        action,
        /// Offices the telegram comes from.
        origin,
        /// Offices for information.
        info,
        /// Printed total of copies.
        total,
        /// The dash line that closes the block.
        dash,
        /// Drafting officer.
        drafted_by,
        /// Approving officer.
        approved_by,
        /// Clearing officers.
        cleared_by,
        /// Releasing officer.
        released_by,
    }
}

record! {
    /// Heading of a printed page.
    PageLine(page, post, serial) of record::PageLine<&str> {
        /// Page number.
        page,
        /// First six characters of the post.
        post,
        /// Serial of the telegram.
        serial,
        /// Section, where the telegram was sent in sections.
        section,
        /// Time of receipt as printed: `141530Z`.
        time,
    }
}

record! {
    /// An office and its number of copies.
    Office(office, copies) of record::Office<&str> {
        /// Symbol: `EUR`.
        office,
        /// Copies.
        copies,
    }
}

record! {
    /// The dash line: `------------201212Z 109980 /20`.
    DashLine(number, time, counter) of record::DashLine<&str> {
        /// Machine number, as printed.
        number,
        /// Time, as printed.
        time,
        /// Counter behind the slash.
        counter,
    }
}
