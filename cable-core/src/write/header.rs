//! The transmission header as its format lines have it. Source: ACP 127(G) Annex B; 5 FAH-2 H-321.

use super::lines::{Flow, end_line};
use crate::CableRef;
use crate::record::{Addressee, Header, HeaderForm, OperatingSignal, Precedence};
use crate::text::months::three_letters;
use jiff::Timestamp;
use jiff::tz::Offset;
use std::fmt::Write;

/// Format lines 1 to 9 of what the header says, in their order; none is made up. `None` if the header holds what has no
/// format line: a notice, the distribution block of the Department, notes, what cannot be read.
pub(super) fn write(cable: CableRef<'_>, out: &mut String) -> Option<()> {
    let header = cable.header()?;
    let whole = matches!(header.form, HeaderForm::Full | HeaderForm::AddressOnly)
        && cable.distribution().is_none()
        && header.notes.is_empty()
        && header.corrections.is_empty()
        && cable.states().all(|(path, _)| !path.starts_with("header"));
    if !whole {
        return None;
    }
    if let Some(id) = header.transmission_id {
        out.push_str(id);
        end_line(out);
    }
    routing(&header, out);
    station(&header, out)?;
    if let Some(warning) = &header.security_warning {
        let _ = write!(out, "{} {}", warning.signal, warning.letters);
    }
    signals(&header.operating_signals, out);
    end_line(out);
    date_time_group(&header, out)?;
    if let Some(originator) = &header.originator {
        out.push_str("FM ");
        addressee(originator, out);
    }
    addressees("TO", &header.action, out);
    addressees("INFO", &header.info, out);
    if let Some((first, rest)) = header.excluded.split_first() {
        let _ = writeln!(out, "XMT {first}");
        for name in rest {
            let _ = writeln!(out, "{name}");
        }
    }
    Some(())
}

/// Format line 2: the prosign twice, then the stations; more of them on lines below.
fn routing(header: &Header<&str>, out: &mut String) {
    for routing in &header.routing {
        if let Some(precedence) = routing.precedence {
            let letter = prosign(precedence);
            let _ = write!(out, "{letter}{letter}");
        }
        let mut flow = Flow::new(out, 0);
        flow.words(routing.routing_indicators.iter().copied().map(Into::into));
        flow.end();
    }
}

/// Format line 3.
fn station(header: &Header<&str>, out: &mut String) -> Option<()> {
    let Some(station) = header.originating_station else {
        let alone = header.station_serial_number.is_some()
            || header.section.is_some()
            || header.filing_time.is_some();
        return (!alone).then_some(());
    };
    let _ = write!(out, "DE {station}");
    if let Some(serial) = header.station_serial_number {
        let _ = write!(out, " #{serial:04}");
    }
    if let Some(section) = header.section {
        let _ = write!(out, "/{section:02}");
    }
    if let Some(time) = header.filing_time {
        let _ = write!(
            out,
            " {:03}{:02}{:02}",
            time.day_of_year, time.hour, time.minute
        );
    }
    end_line(out);
    Some(())
}

/// Format line 5.
fn date_time_group(header: &Header<&str>, out: &mut String) -> Option<()> {
    if let Some(precedence) = header.precedence {
        out.push(prosign(precedence.action));
        if let Some(info) = precedence.info {
            let _ = write!(out, " {}", prosign(info));
        }
    }
    if let Some(instant) = header.date_time_group {
        if header.precedence.is_some() {
            out.push(' ');
        }
        out.push_str(&group(instant)?);
    }
    signals(&header.date_time_group_signals, out);
    end_line(out);
    Some(())
}

/// `251645Z MAR 08`. The year has two digits as State kept them, and four where two would be read as another century.
fn group(instant: Timestamp) -> Option<String> {
    let time = Offset::UTC.to_datetime(instant);
    let month = three_letters(time.month())?;
    let year = match time.year() {
        year @ 1960..=2059 => format!("{:02}", year % 100),
        year => format!("{year:04}"),
    };
    let (day, hour, minute) = (time.day(), time.hour(), time.minute());
    Some(format!("{day:02}{hour:02}{minute:02}Z {month} {year}"))
}

fn signals(signals: &[OperatingSignal<&str>], out: &mut String) {
    for signal in signals {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push(' ');
        }
        out.push_str(signal.signal);
        out.push_str(signal.suffix.unwrap_or(""));
        if let Some(argument) = signal.argument {
            let _ = write!(out, " {argument}");
        }
    }
}

/// Format lines 7 and 8 with the exemptions (9) behind each block.
fn addressees(label: &str, list: &[Addressee<&str>], out: &mut String) {
    if list.is_empty() {
        return;
    }
    let _ = write!(out, "{label} ");
    for one in list {
        addressee(one, out);
    }
    let mut excluded = list.iter().flat_map(|one| one.excluded.iter());
    if let Some(first) = excluded.next() {
        let _ = writeln!(out, "XMT {first}");
        for name in excluded {
            let _ = writeln!(out, "{name}");
        }
    }
}

fn addressee(one: &Addressee<&str>, out: &mut String) {
    if let Some(indicator) = one.routing_indicator {
        let _ = write!(out, "{indicator}/");
    }
    out.push_str(one.name);
    if let Some(precedence) = one.precedence {
        let _ = write!(out, " {}", word(precedence));
    }
    if let Some(number) = one.message_number {
        let _ = write!(out, " {number}");
    }
    end_line(out);
}

fn prosign(precedence: Precedence) -> char {
    match precedence {
        Precedence::Flash => 'Z',
        Precedence::Immediate | Precedence::NiactImmediate => 'O',
        Precedence::Priority => 'P',
        Precedence::Routine => 'R',
    }
}

fn word(precedence: Precedence) -> &'static str {
    match precedence {
        Precedence::Flash => "FLASH",
        Precedence::NiactImmediate => "NIACT IMMEDIATE",
        Precedence::Immediate => "IMMEDIATE",
        Precedence::Priority => "PRIORITY",
        Precedence::Routine => "ROUTINE",
    }
}
