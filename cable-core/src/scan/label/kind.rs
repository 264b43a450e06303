//! [`Label`] and where one stands.

/// A label of the text part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Label {
    /// `E.O.`
    ExecutiveOrder,
    /// `TAGS`
    Tags,
    /// `SUBJECT`
    Subject,
    /// `REF`
    References,
    /// `Classified By`
    ClassifiedBy,
}

/// A label that was found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelAt {
    /// Which.
    pub label: Label,
    /// Offset of its first byte in the line.
    pub start: usize,
    /// Offset of its value.
    pub value: usize,
    /// Whether it is spelt as the handbooks have it.
    pub exact: bool,
}
