//! The wrappings a telegram comes in: each finds the text of the telegram and what the wrapping itself says.

mod archive;
pub mod detect;
#[cfg(feature = "csv")]
mod dump_row;
pub(crate) mod envelope;
mod line;
mod row_shape;
mod smart;
mod telegram;
pub(crate) mod telegram_start;
mod text;
mod transcript;
#[cfg(feature = "html")]
mod viewer_page;
mod viewer_text;

#[cfg(feature = "csv")]
pub use dump_row::open_row;
#[cfg(feature = "corpus")]
pub(crate) use dump_row::{RowFault, row_fault, whole_rows};
#[cfg(feature = "corpus")]
pub(crate) use row_shape::{first_row, is_row_start, next_quoted_row};
pub use row_shape::{next_row, starts_row};
pub(crate) use smart::{SmartField, SmartLabel, SmartLine, find as smart_parts};
pub(crate) use transcript::tile;
pub use transcript::{Region, RegionKind, Transcript};

use crate::error::{Error, ErrorKind};
use crate::options::ParseOptions;
use crate::record::Format;

/// Most bytes of input, whatever limit is asked for: places in a text are numbers of 32 bits, and a byte of the input is up to
/// three of the text.
const LARGEST: usize = 1 << 30;

/// An error if `length` bytes are more than `limit` or than any text may have.
pub(crate) fn refuse_larger(length: usize, limit: usize) -> Result<(), Error> {
    let limit = limit.min(LARGEST);
    if length > limit {
        return Err(Error::new(ErrorKind::TooLarge { length, limit }, None));
    }
    Ok(())
}

/// Opens an input: finds its format, or takes the one asked for, and gives the text of the telegram.
///
/// # Errors
/// The input is larger than the limit, the format asked for is refuted, or the reader of the format was left out of the
/// build.
///
/// ```
/// use cable_core::{ParseOptions, container};
/// let transcript = container::open(b"UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n", &ParseOptions::new())?;
/// assert!(transcript.text.starts_with("UNCLAS"));
/// # Ok::<(), cable_core::Error>(())
/// ```
pub fn open<'a>(input: &'a [u8], options: &ParseOptions) -> Result<Transcript<'a>, Error> {
    refuse_larger(input.len(), options.limits().input)?;
    let format = match options.format() {
        Some(asked) => {
            if let Some(missing) = detect::refuted(input, asked) {
                return Err(Error::new(ErrorKind::WrongFormat { asked, missing }, None));
            }
            asked
        }
        None => detect::detect(input).format,
    };
    Ok(match format {
        #[cfg(feature = "html")]
        Format::ViewerPage => viewer_page::open(input),
        #[cfg(not(feature = "html"))]
        Format::ViewerPage => return Err(left_out(format, "a build with the feature `html`")),
        #[cfg(feature = "csv")]
        Format::DumpRow => dump_row::open(input),
        #[cfg(not(feature = "csv"))]
        Format::DumpRow => return Err(left_out(format, "a build with the feature `csv`")),
        Format::ViewerText => viewer_text::open(input),
        Format::Archive => archive::open(input, options),
        Format::Smart => smart::open(input, options),
        Format::Telegram => telegram::open(input),
    })
}

/// The reader of a format is not in this build.
#[cfg(not(all(feature = "html", feature = "csv")))]
fn left_out(asked: Format, missing: &'static str) -> Error {
    Error::new(ErrorKind::WrongFormat { asked, missing }, None)
}

#[cfg(test)]
#[cfg(not(all(feature = "html", feature = "csv")))]
mod tests {
    use super::*;

    fn missing(input: &[u8]) -> Option<&'static str> {
        match open(input, &ParseOptions::new()).err()?.kind() {
            ErrorKind::WrongFormat { missing, .. } => Some(missing),
            _ => None,
        }
    }

    #[cfg(not(feature = "html"))]
    #[test]
    fn a_page_asks_for_its_feature() {
        let found = missing(b"<pre>UNCLAS</pre>");
        assert!(found.is_some_and(|missing| missing.contains("`html`")));
    }

    #[cfg(not(feature = "csv"))]
    #[test]
    fn a_row_asks_for_its_feature() {
        let found = missing(b"\"1\",\"3/25/2008 16:45\",\"08NORDHAVEN12\"");
        assert!(found.is_some_and(|missing| missing.contains("`csv`")));
    }
}
