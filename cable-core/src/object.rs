//! Objects of the JSON that are written key by key, and schemas of what no derive describes.

/// An object whose keys are listed once: for the JSON, and for its schema (feature `schema`).
///
/// `fields` writes the keys of a value into a record that serde has begun; `COUNT` is how many there are. The type behind
/// a key is that of the schema, where no number and no place is borrowed.
#[cfg(feature = "serde")]
macro_rules! object {
    (
        $(#[doc = $about:literal])*
        $name:literal of $type:ty, as $value:ident {
            $( $(#[doc = $doc:literal])* $key:literal: $schema:ty = $field:expr; )*
        }
    ) => {
        const COUNT: usize = [$($key),*].len();

        /// Writes every key.
        fn fields<R: serde::ser::SerializeStruct>($value: $type, record: &mut R) -> Result<(), R::Error> {
            $( record.serialize_field($key, $field)?; )*
            Ok(())
        }

        /// The schema of the object.
        #[cfg(feature = "schema")]
        pub(crate) struct Described;

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Described {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = serde_json::Map::new();
                $(
                    let mut schema = generator.subschema_for::<$schema>();
                    schema.insert("description".into(), concat!($($doc),*).trim_ascii().into());
                    properties.insert($key.into(), schema.into());
                )*
                schemars::json_schema!({
                    "type": "object",
                    "description": concat!($($about),*).trim_ascii(),
                    "properties": properties,
                    "required": [$($key),*],
                })
            }
        }
    };
}
#[cfg(feature = "serde")]
pub(crate) use object;

/// The schema of a vocabulary: its words.
#[cfg(feature = "schema")]
macro_rules! words_schema {
    ($name:ident, $about:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let words: Vec<&str> = $name::ALL.iter().map(|word| word.as_str()).collect();
                schemars::json_schema!({ "type": "string", "description": $about, "enum": words })
            }
        }
    };
}
#[cfg(feature = "schema")]
pub(crate) use words_schema;

/// A string of a certain form.
#[cfg(feature = "schema")]
macro_rules! form {
    ($(#[doc = $about:literal])* $name:ident = $pattern:literal) => {
        $(#[doc = $about])*
        pub(crate) struct $name;

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!($($about),*).trim_ascii(),
                    "pattern": $pattern,
                })
            }
        }
    };
}

#[cfg(feature = "schema")]
form! {
    /// An instant in UTC: `2008-03-25T16:45:00Z`.
    Instant = "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"
}

#[cfg(feature = "schema")]
form! {
    /// A day: `2008-03-25`.
    Day = "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$"
}

#[cfg(feature = "schema")]
form! {
    /// An instant in UTC, or the day where the time of day is not known.
    InstantOrDay = "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z)?$"
}
