//! The wrapping of a telegram, and the states of its fields.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The wrapping a telegram came in.
    pub enum Format {
        /// The text of the telegram and nothing else.
        Telegram = 1, "telegram";
        /// HTML page of the published set.
        ViewerPage = 2, "viewer-page";
        /// Such a page as plain text.
        ViewerText = 3, "viewer-text";
        /// Row of the eight-column CSV dump.
        DumpRow = 4, "dump-row";
        /// 1973-79 National Archives record.
        Archive = 5, "archive";
        /// Label-and-value message of 2009 and later.
        Smart = 6, "smart";
    }
}

vocabulary! {
    /// Why a field that is there has no value.
    pub enum State {
        /// There, and said to be empty (`REF: NONE`).
        ExplicitlyEmpty = 1, "explicitly-empty";
        /// There, but damaged.
        Unreadable = 2, "unreadable";
        /// There, but removed before release.
        Redacted = 3, "redacted";
        /// Held back as a whole, as the release itself says.
        Withheld = 4, "withheld";
    }
}
