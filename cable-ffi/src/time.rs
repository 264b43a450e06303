//! [`cable_time`]: days and instants.

use cable_core::record::Created;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// How exact a [`cable_time`] is.
#[repr(u32)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum cable_time_kind {
    /// There is no time.
    #[default]
    None = 0,
    /// A day; its clock is midnight.
    Day = 1,
    /// An instant, to the second.
    Instant = 2,
}

/// A day or an instant, in UTC.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct cable_time {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// Whether it is a day, an instant or absent.
    pub kind: cable_time_kind,
    /// Year.
    pub year: u16,
    /// 1 to 12; 0 if absent.
    pub month: u8,
    /// 1 to 31; 0 if absent.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

fn time(kind: cable_time_kind, clock: DateTime) -> cable_time {
    cable_time {
        seconds: Offset::UTC
            .to_timestamp(clock)
            .map_or(0, Timestamp::as_second),
        kind,
        year: u16::try_from(clock.year()).unwrap_or(0),
        month: clock.month().unsigned_abs(),
        day: clock.day().unsigned_abs(),
        hour: clock.hour().unsigned_abs(),
        minute: clock.minute().unsigned_abs(),
        second: clock.second().unsigned_abs(),
    }
}

impl From<Option<Date>> for cable_time {
    fn from(day: Option<Date>) -> Self {
        day.map_or_else(cable_time::default, |day| {
            time(cable_time_kind::Day, day.at(0, 0, 0, 0))
        })
    }
}

impl From<Option<Timestamp>> for cable_time {
    fn from(instant: Option<Timestamp>) -> Self {
        instant.map_or_else(cable_time::default, |instant| {
            time(cable_time_kind::Instant, Offset::UTC.to_datetime(instant))
        })
    }
}

impl From<Option<Created>> for cable_time {
    fn from(created: Option<Created>) -> Self {
        match created {
            Some(Created::Instant(instant)) => Some(instant).into(),
            Some(created) => Some(created.day()).into(),
            None => cable_time::default(),
        }
    }
}
