//! One module a kind of value: a piece of the telegram in, a value and findings out. Pure.

pub mod addressee;
pub mod banner;
pub mod caption;
pub mod citation;
pub mod classified_by;
mod context;
pub mod date;
pub mod date_time_group;
pub mod declassification;
pub mod distribution;
pub mod executive_order;
pub mod level_word;
pub mod lost_character;
pub mod marking;
pub mod operating_signal;
pub mod page_line;
pub mod pass_line;
pub mod precedence;
pub mod redaction;
pub mod reference;
pub mod role;
pub mod routing;
pub mod security_warning;
pub mod signature;
pub mod station_line;
pub mod subject;
pub mod tags;

pub use context::Context;
