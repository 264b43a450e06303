//! [`Spanned`]: a string of the telegram as it is kept in a layout, and the way from there to `&str`.

use crate::span::Span;
use std::borrow::Cow;

/// A string that knows where it stands in the text.
///
/// Most values are the bytes under their span. A value that had to change (wrapped lines joined, lower case raised,
/// a printed form made regular) is kept beside the span.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Spanned {
    span: Span,
    value: Option<Cow<'static, str>>,
}

impl Spanned {
    /// The bytes under `span`.
    pub fn verbatim(span: Span) -> Self {
        Spanned { span, value: None }
    }

    /// A value that stands at `span` in another form.
    pub fn changed(span: Span, value: impl Into<Cow<'static, str>>) -> Self {
        Spanned {
            span,
            value: Some(value.into()),
        }
    }

    /// `value`, kept only if it differs from the bytes under `span`.
    pub fn of(text: &str, span: Span, value: Cow<'_, str>) -> Self {
        if span.slice(text) == value.as_ref() {
            Spanned::verbatim(span)
        } else {
            Spanned::changed(span, value.into_owned())
        }
    }

    /// Whether it is the bytes under its span.
    pub(crate) fn is_verbatim(&self) -> bool {
        self.value.is_none()
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The string, out of the text it was found in.
    pub fn get<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.value {
            Some(value) => value,
            None => self.span.slice(text),
        }
    }
}

/// From the form kept in a layout (spans) to the form a user sees (`&str`).
pub trait Resolve<'a> {
    /// The form a user sees.
    type Out;
    /// Looks every span up in the text.
    fn resolve(&'a self, text: &'a str) -> Self::Out;
}

impl<'a> Resolve<'a> for Spanned {
    type Out = &'a str;
    fn resolve(&'a self, text: &'a str) -> &'a str {
        self.get(text)
    }
}

impl<'a, T: Resolve<'a>> Resolve<'a> for Option<T> {
    type Out = Option<T::Out>;
    fn resolve(&'a self, text: &'a str) -> Self::Out {
        self.as_ref().map(|value| value.resolve(text))
    }
}

impl<'a, T: Resolve<'a>> Resolve<'a> for Vec<T> {
    type Out = Vec<T::Out>;
    fn resolve(&'a self, text: &'a str) -> Self::Out {
        self.iter().map(|value| value.resolve(text)).collect()
    }
}

/// Values without a string are the same on both sides.
macro_rules! resolve_copy {
    ($($type:ty),* $(,)?) => {$(
        impl<'a> $crate::spanned::Resolve<'a> for $type {
            type Out = $type;
            fn resolve(&'a self, _: &'a str) -> $type { *self }
        }
    )*};
}
pub(crate) use resolve_copy;

resolve_copy!(bool, u32, Span, jiff::Timestamp, jiff::civil::Date);

/// A record resolves field by field.
macro_rules! resolve_record {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl<'a> $crate::spanned::Resolve<'a> for $name<$crate::spanned::Spanned> {
            type Out = $name<&'a str>;
            fn resolve(&'a self, text: &'a str) -> $name<&'a str> {
                $name { $($field: self.$field.resolve(text)),* }
            }
        }
    };
}
pub(crate) use resolve_record;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_equal_to_its_bytes_is_not_kept_twice() {
        let text = "SIPDIS Sipdis";
        let same = Spanned::of(text, Span::new(0, 6), Cow::Borrowed("SIPDIS"));
        assert_eq!(same, Spanned::verbatim(Span::new(0, 6)));
        let raised = Spanned::of(text, Span::new(7, 13), Cow::Borrowed("SIPDIS"));
        assert_eq!(raised.get(text), "SIPDIS");
        assert_eq!(raised.span().slice(text), "Sipdis");
    }
}
