//! The transmission header.

use crate::string::Lists;
use crate::{
    cable_document, cable_header_form, cable_level, cable_optional_u32, cable_precedence,
    cable_status, cable_str, cable_str_list, cable_time, guard,
};
use cable_core::record;

/// Filing time of the station line: `0851645` is day 85 of the year, 16:45 Z.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_filing_time {
    /// Whether there is one.
    pub present: bool,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 1 to 366.
    pub day_of_year: u16,
}

/// Security warning of format line 4. `signal.data == NULL`: there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_security_warning {
    /// `ZNR` or `ZNY`.
    pub signal: cable_str,
    /// The letters behind it: `UUUUU`.
    pub letters: cable_str,
    /// The level the letters stand for; 0 if none.
    pub level: cable_level,
}

/// Precedences of format line 5. `action == 0`: there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_precedences {
    /// The first, or only, one.
    pub action: cable_precedence,
    /// The second one; 0 if only one is printed.
    pub info: cable_precedence,
}

/// The header, but for its lists of records: routing, signals, originator and addressees.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_header {
    /// How much of it is there.
    pub form: cable_header_form,
    /// Format line 1, as printed: `VZCZCXRO4173`.
    pub transmission_id: cable_str,
    /// Routing indicator behind `DE`.
    pub originating_station: cable_str,
    /// Four-digit serial behind `#`.
    pub station_serial_number: cable_optional_u32,
    /// Section behind the slash of the serial.
    pub section: cable_optional_u32,
    /// Day of the year and time of filing.
    pub filing_time: cable_filing_time,
    /// Format line 4.
    pub security_warning: cable_security_warning,
    /// Precedence of format line 5.
    pub precedence: cable_precedences,
    /// Date-time group of format line 5, an instant.
    pub date_time_group: cable_time,
    /// Exempted addressees (XMT) that stand after no collective.
    pub excluded: cable_str_list,
    /// `(CCY …)` marks of corrected copies.
    pub corrections: cable_str_list,
    /// Operator notes and other lines of the header zone.
    pub notes: cable_str_list,
}

/// One routing line: a precedence and the stations called with it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_routing {
    /// From the doubled prosign (`OO`); 0 if none.
    pub precedence: cable_precedence,
    /// Called stations, in order.
    pub routing_indicators: cable_str_list,
}

/// An operating signal with what follows it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_signal {
    /// Three letters from Z: `ZDK`.
    pub signal: cable_str,
    /// The digit glued to it: `3` of `ZFF3`.
    pub suffix: cable_str,
    /// What follows it: `CTG RUEHSD 0020 1580042`.
    pub argument: cable_str,
}

/// An originator or addressee.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct cable_addressee {
    /// Routing indicator before the slash, or `ZEN`.
    pub routing_indicator: cable_str,
    /// Plain-language address designator, office symbols (`//…//`) included.
    pub name: cable_str,
    /// The precedence printed behind the name; 0 if none, never inferred.
    pub precedence: cable_precedence,
    /// Message continuity number, as printed.
    pub message_number: cable_str,
    /// Office symbols between double slashes.
    pub passing: cable_str,
    /// Whether it is a group of addressees.
    pub collective: bool,
    /// Members of the collective that do not get the telegram (XMT).
    pub excluded: cable_str_list,
}

/// Where operating signals stand, for `cable_document_signal_at`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_signal_list {
    /// `header.operating_signals`: of format line 4.
    FormatLine4 = 1,
    /// `header.date_time_group_signals`: behind the date-time group.
    DateTimeGroup = 2,
}

/// A block of addressees, for `cable_document_addressee_at`.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum cable_addressee_block {
    /// `header.originator`: none or one.
    Originator = 1,
    /// `header.action`.
    Action = 2,
    /// `header.info`.
    Info = 3,
}

/// The views of a header.
pub(crate) struct Header {
    record: cable_header,
    routing: Vec<cable_routing>,
    operating_signals: Vec<cable_signal>,
    date_time_group_signals: Vec<cable_signal>,
    originator: Vec<cable_addressee>,
    action: Vec<cable_addressee>,
    info: Vec<cable_addressee>,
    _lists: Lists,
}

fn precedence(precedence: Option<record::Precedence>) -> cable_precedence {
    precedence.map_or(0, |precedence| precedence as u32)
}

fn signals(signals: &[record::OperatingSignal<&str>]) -> Vec<cable_signal> {
    let signal = |signal: &record::OperatingSignal<&str>| cable_signal {
        signal: signal.signal.into(),
        suffix: signal.suffix.into(),
        argument: signal.argument.into(),
    };
    signals.iter().map(signal).collect()
}

fn addressees<'a>(
    addressees: impl IntoIterator<Item = &'a record::Addressee<&'a str>>,
    lists: &mut Lists,
) -> Vec<cable_addressee> {
    addressees
        .into_iter()
        .map(|addressee| cable_addressee {
            routing_indicator: addressee.routing_indicator.into(),
            name: addressee.name.into(),
            precedence: precedence(addressee.precedence),
            message_number: addressee.message_number.into(),
            passing: addressee.passing.into(),
            collective: addressee.collective,
            excluded: lists.keep(addressee.excluded.iter().copied()),
        })
        .collect()
}

impl Header {
    fn new(header: &record::Header<&str>) -> Self {
        let mut lists = Lists::default();
        let filing_time = header.filing_time.map(|time| cable_filing_time {
            present: true,
            hour: time.hour,
            minute: time.minute,
            day_of_year: time.day_of_year,
        });
        let warning = header
            .security_warning
            .as_ref()
            .map(|warning| cable_security_warning {
                signal: warning.signal.into(),
                letters: warning.letters.into(),
                level: warning.level.map_or(0, |level| level as u32),
            });
        let record = cable_header {
            form: header.form as u32,
            transmission_id: header.transmission_id.into(),
            originating_station: header.originating_station.into(),
            station_serial_number: header.station_serial_number.into(),
            section: header.section.into(),
            filing_time: filing_time.unwrap_or_default(),
            security_warning: warning.unwrap_or_default(),
            precedence: cable_precedences {
                action: precedence(header.precedence.map(|both| both.action)),
                info: precedence(header.precedence.and_then(|both| both.info)),
            },
            date_time_group: header.date_time_group.into(),
            excluded: lists.keep(header.excluded.iter().copied()),
            corrections: lists.keep(header.corrections.iter().copied()),
            notes: lists.keep(header.notes.iter().copied()),
        };
        let routing = header.routing.iter().map(|routing| cable_routing {
            precedence: precedence(routing.precedence),
            routing_indicators: lists.keep(routing.routing_indicators.iter().copied()),
        });
        Header {
            record,
            routing: routing.collect(),
            operating_signals: signals(&header.operating_signals),
            date_time_group_signals: signals(&header.date_time_group_signals),
            originator: addressees(&header.originator, &mut lists),
            action: addressees(&header.action, &mut lists),
            info: addressees(&header.info, &mut lists),
            _lists: lists,
        }
    }

    fn signals(&self, list: u32) -> &[cable_signal] {
        match list {
            known if known == cable_signal_list::FormatLine4 as u32 => &self.operating_signals,
            known if known == cable_signal_list::DateTimeGroup as u32 => {
                &self.date_time_group_signals
            }
            _ => &[],
        }
    }

    fn addressees(&self, block: u32) -> &[cable_addressee] {
        match block {
            known if known == cable_addressee_block::Originator as u32 => &self.originator,
            known if known == cable_addressee_block::Action as u32 => &self.action,
            known if known == cable_addressee_block::Info as u32 => &self.info,
            _ => &[],
        }
    }
}

impl cable_document {
    fn header(&self) -> Option<&Header> {
        let make = || self.view().header().as_ref().map(Header::new);
        self.header.get_or_init(make).as_ref()
    }
}

/// The transmission header, but for its lists of records.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` if there is none.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `header` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_header(
    document: *const cable_document,
    header: *mut cable_header,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe { guard::answer(document, header, |document| Some(document.header()?.record)) }
}

/// Count of the routing lines of the header, continuation lines merged.
///
/// Returns: the count; 0 for a NULL document.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_routing_count(document: *const cable_document) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document.header().map_or(0, |header| header.routing.len())
        })
    }
}

/// The routing line at `index`, from 0.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `routing` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_routing_at(
    document: *const cable_document,
    index: usize,
    routing: *mut cable_routing,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, routing, |document| {
            document.header()?.routing.get(index).copied()
        })
    }
}

/// Count of the operating signals of the header in one `cable_signal_list`.
///
/// Returns: the count; 0 for a NULL document and for an unknown `list`.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_signal_count(
    document: *const cable_document,
    list: u32,
) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .header()
                .map_or(0, |header| header.signals(list).len())
        })
    }
}

/// The operating signal at `index`, from 0, of one `cable_signal_list`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
/// an unknown `list`.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `signal` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_signal_at(
    document: *const cable_document,
    list: u32,
    index: usize,
    signal: *mut cable_signal,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, signal, |document| {
            document.header()?.signals(list).get(index).copied()
        })
    }
}

/// Count of the addressees of one `cable_addressee_block`.
///
/// Returns: the count; 0 for a NULL document and for an unknown `block`.
/// Ownership: none.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_addressee_count(
    document: *const cable_document,
    block: u32,
) -> usize {
    // SAFETY: the caller's promise.
    unsafe {
        guard::value(document, |document| {
            document
                .header()
                .map_or(0, |header| header.addressees(block).len())
        })
    }
}

/// The addressee at `index`, from 0, of one `cable_addressee_block`.
///
/// Returns: `CABLE_STATUS_OK`; `CABLE_STATUS_ABSENT` beyond the last one or for
/// an unknown `block`.
/// Ownership: nothing to free; views in it live as long as the document.
/// Threads: any, together with other readers.
///
/// # Safety
/// `document` is NULL or alive; `addressee` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cable_document_addressee_at(
    document: *const cable_document,
    block: u32,
    index: usize,
    addressee: *mut cable_addressee,
) -> cable_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard::answer(document, addressee, |document| {
            document.header()?.addressees(block).get(index).copied()
        })
    }
}
