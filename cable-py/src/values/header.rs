//! Values of the transmission header.

use crate::record::record;
use cable_core::record;
use pyo3::prelude::*;

record! {
    /// The header of a telegram.
    Header(form, precedence, date_time_group) of record::Header<&str> {
        /// How much of it is there.
        form,
        /// Format line 1, as printed: `VZCZCXRO4173`.
        transmission_id,
        /// Format line 2, continuation lines merged.
        routing,
        /// Routing indicator behind `DE`.
        originating_station,
        /// Four-digit serial behind `#`.
        station_serial_number,
        /// Section behind the slash of the serial.
        section,
        /// Day of the year and time of filing.
        filing_time,
        /// Format line 4.
        security_warning,
        /// Further signals of format line 4.
        operating_signals,
        /// Precedence of format line 5.
        precedence,
        /// Date-time group of format line 5, converted to UTC.
        date_time_group,
        /// Signals behind the date-time group.
        date_time_group_signals,
        /// Format line 6 (FM).
        originator,
        /// Format line 7 (TO).
        action,
        /// Format line 8 (INFO).
        info,
        /// Exempted addressees (XMT) that stand after no collective.
        excluded,
        /// `(CCY …)` marks of corrected copies.
        corrections,
        /// Operator notes and other lines of the header zone.
        notes,
    }
}

record! {
    /// One routing line: a precedence and the stations called with it.
    Routing(precedence) of record::Routing<&str> {
        /// From the doubled prosign (`OO`).
        precedence,
        /// Called stations, in order.
        routing_indicators,
    }
}

record! {
    /// Filing time of the station line: `0851645` is day 85 of the year, 16:45 Z.
    FilingTime(day_of_year, hour, minute) of record::FilingTime {
        /// 1 to 366.
        day_of_year,
        /// 0 to 23.
        hour,
        /// 0 to 59.
        minute,
    }
}

record! {
    /// Security warning of format line 4.
    SecurityWarning(signal, letters, level) of record::SecurityWarning<&str> {
        /// `ZNR` or `ZNY`.
        signal,
        /// The letters behind it: `UUUUU`.
        letters,
        /// The level the letters stand for.
        level,
    }
}

record! {
    /// An operating signal of ACP 131 with what follows it.
    OperatingSignal(signal, suffix, argument) of record::OperatingSignal<&str> {
        /// Three letters from Z: `ZDK`.
        signal,
        /// The digit glued to it: `3` of `ZFF3`.
        suffix,
        /// What follows it: `CTG RUEHSD 0020 1580042`.
        argument,
    }
}

record! {
    /// Precedences of format line 5: for action and for information addressees.
    Precedences(action, info) of record::Precedences {
        /// The first, or only, one.
        action,
        /// The second one; `None` if only one is printed.
        info,
    }
}

record! {
    /// An originator or addressee.
    Addressee(routing_indicator, name, precedence) of record::Addressee<&str> {
        /// Routing indicator before the slash, or `ZEN`.
        routing_indicator,
        /// Plain-language address designator, office symbols (`//…//`) included.
        name,
        /// The precedence word printed behind the name; never inferred.
        precedence,
        /// Message continuity number, as printed; may be a range.
        message_number,
        /// Office symbols between double slashes.
        passing,
        /// Whether it is a group of addressees.
        collective,
        /// Members of the collective that do not get the telegram (XMT).
        excluded,
    }
}
