//! [`State`]: what must be known of the lines before to say what a line is.

use super::kind::HeaderLineKind;

/// The part of the header the last line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Block {
    /// No header line yet.
    #[default]
    Start,
    /// Distribution block.
    Distribution,
    /// Clearance list of the distribution block.
    Clearances,
    /// Format lines 1 and 2.
    Routing,
    /// Format lines 3 to 5.
    Station,
    /// Format line 6.
    Originator,
    /// Format lines 7 and 8.
    Addressees,
    /// Format line 9.
    Exclusions,
    /// Behind the leftovers of an export that follow the header.
    Closed,
}

/// What [`classify`](super::classify::classify) must know of the lines before.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct State {
    /// Where we are.
    pub(crate) block: Block,
    /// The line before is blank.
    pub(super) blank: bool,
    /// The last line that is not blank is page furniture: what follows goes on as before it.
    pub(super) page: bool,
    /// `PAGE 02` stood alone: its post and serial are on the next line.
    pub(super) page_open: bool,
}

impl State {
    /// Before the first line.
    pub(crate) const fn new() -> Self {
        State {
            block: Block::Start,
            blank: false,
            page: false,
            page_open: false,
        }
    }

    /// Takes note of a line.
    pub(crate) fn advance(&mut self, kind: HeaderLineKind, page_open: bool) {
        use HeaderLineKind as K;
        self.blank = kind == K::Blank;
        if self.blank {
            return;
        }
        self.page = matches!(kind, K::PageLine | K::ClassificationWord | K::ReleaseStamp);
        self.page_open = page_open;
        self.block = match kind {
            K::TransmissionId | K::Routing | K::RoutingContinuation => Block::Routing,
            K::Station | K::DateTimeGroup => Block::Station,
            K::Security if self.block != Block::Originator => Block::Station,
            K::Originator => Block::Originator,
            K::Action | K::Info | K::Addressee => Block::Addressees,
            K::Exclusion => Block::Exclusions,
            K::DistributionAction
            | K::DistributionOrigin
            | K::DistributionInfo
            | K::DistributionOffices
            | K::DistributionTotal
            | K::DashLine
            | K::MachineNumber
                if self.before_station() =>
            {
                Block::Distribution
            }
            K::Drafting if self.before_station() => Block::Clearances,
            K::Leftover if self.in_addressees() => Block::Closed,
            _ => self.block,
        };
    }

    /// Whether no line of the header proper was met.
    pub(super) fn before_station(self) -> bool {
        matches!(
            self.block,
            Block::Start | Block::Distribution | Block::Clearances
        )
    }

    pub(super) fn in_addressees(self) -> bool {
        matches!(self.block, Block::Addressees | Block::Exclusions)
    }
}
