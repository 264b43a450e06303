//! [`Context`]: what a field parser may know of the telegram around the field.

use jiff::civil::Date;

/// What is known of the telegram before a field is read.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Context<'a> {
    /// Year of the telegram: of its date-time group, else of the envelope, else assumed.
    pub year: Option<i16>,
    /// Whether `year` is only the caller's assumption.
    pub year_assumed: bool,
    /// Day of the date-time group.
    pub date: Option<Date>,
    /// Post of the telegram's own message reference number, as printed.
    pub post: Option<&'a str>,
    /// Serial of the telegram's own message reference number.
    pub serial: Option<u32>,
    /// The input is a piece of a telegram.
    pub fragment: bool,
}

impl<'a> Context<'a> {
    /// Nothing known but an assumed year.
    pub fn assumed(year: Option<i16>) -> Self {
        Context {
            year,
            year_assumed: year.is_some(),
            ..Context::default()
        }
    }

    /// With the telegram's own post and serial.
    #[must_use]
    pub fn with_own(mut self, post: &'a str, serial: u32) -> Self {
        self.post = Some(post);
        self.serial = Some(serial);
        self
    }
}
