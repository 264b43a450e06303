//! [`HeaderLineKind`]: the lines of a header by what they are.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a line of the header is.
    pub enum HeaderLineKind {
        /// Format line 1: `VZCZCXRO4173`.
        TransmissionId = 1, "transmission-id";
        /// Format line 2: `OO RUEHLN RUEHPOD`.
        Routing = 2, "routing";
        /// Further routing indicators.
        RoutingContinuation = 3, "routing-continuation";
        /// Format line 3: `DE RUEHMO #0820/01 0851645`.
        Station = 4, "station";
        /// Format line 4: `ZNR UUUUU ZZH`; other operating signals on a line of their own, too.
        Security = 5, "security";
        /// Format line 5: `O 251645Z MAR 08`.
        DateTimeGroup = 6, "date-time-group";
        /// Format line 6: `FM AMEMBASSY NORDHAVEN`.
        Originator = 7, "originator";
        /// Format line 7, with its label: `TO RUEHC/SECSTATE WASHDC`.
        Action = 8, "action";
        /// Format line 8, with its label: `INFO RUEHZB/AMEMBASSY ZELTBERG`.
        Info = 9, "info";
        /// Format line 9, with its label: `XMT AMCONSUL PORT AURELIA`.
        Exclusion = 10, "exclusion";
        /// An addressee without a label, of the block it stands in.
        Addressee = 11, "addressee";
        /// Heading of a printed page: `PAGE 02 NORDHA 04417 141530Z`.
        PageLine = 12, "page-line";
        /// A classification alone on its line, as at the head and foot of printed pages.
        ClassificationWord = 13, "classification-word";
        /// Offices to act: `ACTION EUR-12`.
        DistributionAction = 14, "distribution-action";
        /// Offices of origin: `ORIGIN EUR-12`.
        DistributionOrigin = 15, "distribution-origin";
        /// Offices for information: `INFO OCT-01 ISO-00`.
        DistributionInfo = 16, "distribution-info";
        /// Further offices.
        DistributionOffices = 17, "distribution-offices";
        /// Total of copies alone: `/076 W`.
        DistributionTotal = 18, "distribution-total";
        /// The dash line that closes the distribution block.
        DashLine = 19, "dash-line";
        /// Machine number of the distribution block: `44`.
        MachineNumber = 20, "machine-number";
        /// The notice that only an extract was released.
        PartialExtract = 21, "partial-extract";
        /// Drafting record: `DRAFTED BY POL:XYZ`, `APPROVED: DCM`.
        Drafting = 22, "drafting";
        /// A line of the clearance list below `DRAFTED BY` and `APPROVED BY`.
        Clearance = 23, "clearance";
        /// Operator's note or accounting symbol: `(TAO)`, `STATE GRNC`.
        Note = 24, "note";
        /// Stamp of the release review.
        ReleaseStamp = 25, "release-stamp";
        /// What an export or a web page left: a date, an id, `FIELD: value`.
        Leftover = 26, "leftover";
        /// Nothing but white space.
        Blank = 27, "blank";
        /// The signal BT.
        Break = 28, "break";
        /// None of these.
        Unknown = 29, "unknown";
    }
}
