//! Places: [`Span`] in the telegram's text, [`SourceSpan`] in the input.

use core::fmt;

/// A half-open range of bytes in the text of a telegram.
///
/// ```
/// use cable_core::Span;
/// let span = Span::new(3, 6);
/// assert_eq!(span.slice("TO SEC"), "SEC");
/// assert_eq!(span.len(), 3);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span of the bytes `start..end`; an end before the start is moved up to it.
    ///
    /// ```
    /// use cable_core::Span;
    /// assert_eq!(Span::new(3, 6).slice("TO SEC"), "SEC");
    /// assert_eq!(Span::new(6, 3), Span::empty(6));
    /// ```
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Span { start, end }
    }

    /// The empty span at `at`.
    pub const fn empty(at: u32) -> Self {
        Span { start: at, end: at }
    }

    /// A span from offsets of a text that was checked to be smaller than 4 GiB.
    pub(crate) fn at(start: usize, end: usize) -> Self {
        Span::new(offset(start), offset(end))
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last one.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside this span.
    ///
    /// ```
    /// use cable_core::Span;
    /// assert!(Span::new(0, 7).contains(Span::new(2, 3)));
    /// ```
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    ///
    /// ```
    /// use cable_core::Span;
    /// assert_eq!(Span::new(0, 2).join(Span::new(5, 7)), Span::new(0, 7));
    /// ```
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The bytes of `text` under the span; the empty string where the span does not fit the text.
    ///
    /// ```
    /// use cable_core::Span;
    /// assert_eq!(Span::new(0, 2).slice("TO SEC"), "TO");
    /// assert_eq!(Span::new(0, 99).slice("TO SEC"), "");
    /// ```
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The span as a range of indexes.
    pub const fn range(self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// An offset of a text. None is cut off: inputs of more than 1 GiB are refused at the door, and no byte of them becomes
/// more than three of a text.
#[inline]
pub(crate) fn offset(at: usize) -> u32 {
    at as u32
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A half-open range of bytes in the input as it was given.
///
/// `part` is 0 but for a telegram that was put together of several inputs (see `join`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct SourceSpan {
    /// Which input, counted from 0.
    pub part: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl SourceSpan {
    /// A span of the only input.
    pub const fn new(start: u32, end: u32) -> Self {
        SourceSpan {
            part: 0,
            start,
            end: if end < start { start } else { end },
        }
    }

    /// A span of the only input, from offsets that were checked.
    pub(crate) fn at(start: usize, end: usize) -> Self {
        SourceSpan::new(offset(start), offset(end))
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes of `input` under the span; empty where it does not fit.
    pub fn slice(self, input: &[u8]) -> &[u8] {
        input
            .get(self.start as usize..self.end as usize)
            .unwrap_or(&[])
    }
}

impl fmt::Debug for SourceSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.part, self.start, self.end)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for super::Span {
        fn schema_name() -> Cow<'static, str> {
            "Span".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "array",
                "description": "Bytes of the text, from the first to the one after the last.",
                "items": { "type": "integer", "minimum": 0 },
                "minItems": 2,
                "maxItems": 2,
            })
        }
    }

    impl JsonSchema for super::SourceSpan {
        fn schema_name() -> Cow<'static, str> {
            "SourceSpan".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "array",
                "description": "Bytes of the input, from the first to the one after the last; then which input, if not the first.",
                "items": { "type": "integer", "minimum": 0 },
                "minItems": 2,
                "maxItems": 3,
            })
        }
    }
}

#[cfg(feature = "serde")]
mod json {
    use serde::{Serialize, Serializer, ser::SerializeTuple};

    impl Serialize for super::Span {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut pair = serializer.serialize_tuple(2)?;
            pair.serialize_element(&self.start)?;
            pair.serialize_element(&self.end)?;
            pair.end()
        }
    }

    impl Serialize for super::SourceSpan {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut list = serializer.serialize_tuple(if self.part > 0 { 3 } else { 2 })?;
            list.serialize_element(&self.start)?;
            list.serialize_element(&self.end)?;
            if self.part > 0 {
                list.serialize_element(&self.part)?;
            }
            list.end()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_gives_nothing() {
        assert_eq!(Span::new(2, 9).slice("abc"), "");
        assert_eq!(Span::new(1, 2).slice("é"), "");
        assert_eq!(Span::new(5, 2), Span::empty(5));
    }

    #[test]
    fn a_span_is_eight_bytes() {
        assert_eq!(size_of::<Span>(), 8);
    }
}
