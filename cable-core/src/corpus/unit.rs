//! [`Unit`]: the bytes of one member, before it is read; [`Member`]: what came of it.

use super::error::{MemberError, MemberErrorKind};
use super::place::Place;
use crate::container::{RowFault, row_fault};
use crate::diagnostic::Code;
use crate::error::{Error, ErrorKind};
use crate::model::Cable;
use crate::options::ParseOptions;

/// One member of a corpus: a telegram or why there is none, and where it stands.
#[derive(Debug)]
#[non_exhaustive]
pub struct Member {
    /// Where it stands.
    pub place: Place,
    /// The telegram.
    pub cable: Result<Cable, MemberError>,
}

/// The bytes of one member.
pub(super) struct Unit {
    pub(super) place: Place,
    pub(super) bytes: Vec<u8>,
    pub(super) kind: UnitKind,
}

pub(super) enum UnitKind {
    /// A whole file, or a telegram of a file of many.
    Telegram,
    /// A row of a dump.
    Row,
    /// More bytes than the limit.
    TooLarge,
    /// The member could not be read to its end.
    Fault(MemberErrorKind),
}

impl Unit {
    pub(super) fn read(self, options: &ParseOptions) -> Member {
        let Unit { place, bytes, kind } = self;
        let cable = match kind {
            UnitKind::Telegram => Cable::parse_or_give_back(bytes, options).map_err(refused),
            UnitKind::Row => row(bytes, options),
            UnitKind::TooLarge => {
                let length = usize::try_from(place.end - place.start).unwrap_or(usize::MAX);
                let limit = options.limits().input;
                let error = Error::new(ErrorKind::TooLarge { length, limit }, None);
                Err(MemberError::new(MemberErrorKind::Parse(error), bytes))
            }
            UnitKind::Fault(kind) => Err(MemberError::new(kind, bytes)),
        };
        Member { place, cable }
    }
}

/// What gave no telegram, with its bytes.
fn refused((bytes, error): (Vec<u8>, Error)) -> MemberError {
    MemberError::new(MemberErrorKind::Parse(error), bytes)
}

/// The telegram of a row, if the row is there to its end.
fn row(bytes: Vec<u8>, options: &ParseOptions) -> Result<Cable, MemberError> {
    let kind = |fault| match fault {
        RowFault::UnclosedQuote => MemberErrorKind::UnclosedQuote,
        RowFault::MissingColumns => MemberErrorKind::MissingColumns,
    };
    match Cable::parse_row_or_give_back(bytes, options) {
        Ok(cable) if !is_damaged(&cable) => Ok(cable),
        Ok(cable) => match row_fault(cable.source()) {
            None => Ok(cable),
            Some(fault) => Err(MemberError::new(kind(fault), cable.into_source())),
        },
        Err((bytes, error)) => {
            let kind = row_fault(&bytes).map_or(MemberErrorKind::Parse(error), kind);
            Err(MemberError::new(kind, bytes))
        }
    }
}

fn is_damaged(cable: &Cable) -> bool {
    let findings = &cable.layout().diagnostics;
    findings
        .iter()
        .any(|found| found.code == Code::WrappingDamaged)
}
