//! Objects whose fields may be absent, wrong or not known, read and written field by field.
//!
//! Derived code would be several times as large in the browser: it reads every field in every
//! shape at every place, while here one function reads the fields of all objects.

use serde_json::{Map, Value};

use super::part::Field;
use crate::by_path::ByPath;

/// Fields this version does not know, kept as they were.
pub(crate) type Other = Map<String, Value>;

/// A type that a JSON value may have the shape of.
pub(crate) trait Shape: Sized {
    /// The value in this shape, or the value itself where it has another one.
    fn from_json(value: Value) -> Result<Self, Value>;

    /// The same as JSON.
    fn to_json(&self) -> Value;
}

/// The value of a named field.
pub(crate) trait Part {
    /// Takes what stands in the file; it may be of any shape.
    fn read(&mut self, value: Value);

    /// What is to stand in the file; nothing where the field is absent.
    fn write(&self) -> Option<Value>;
}

impl<T: Shape> Part for Field<T> {
    fn read(&mut self, value: Value) {
        *self = Self::from_json(value);
    }

    fn write(&self) -> Option<Value> {
        (!self.is_absent()).then(|| self.to_json())
    }
}

impl<T: Shape> Field<T> {
    pub(crate) fn from_json(value: Value) -> Self {
        match value {
            Value::Null => Self::Absent,
            value => T::from_json(value).map_or_else(Self::Wrong, Self::Right),
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Absent => Value::Null,
            Self::Right(part) => part.to_json(),
            Self::Wrong(value) => value.clone(),
        }
    }
}

impl Shape for String {
    fn from_json(value: Value) -> Result<Self, Value> {
        if let Value::String(text) = value { Ok(text) } else { Err(value) }
    }

    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }
}

impl<T: Shape> Shape for Vec<Field<T>> {
    fn from_json(value: Value) -> Result<Self, Value> {
        let Value::Array(items) = value else { return Err(value) };
        Ok(items.into_iter().map(Field::from_json).collect())
    }

    fn to_json(&self) -> Value {
        Value::Array(self.iter().map(Field::to_json).collect())
    }
}

impl<T: Shape> Shape for ByPath<Field<T>> {
    fn from_json(value: Value) -> Result<Self, Value> {
        let Value::Object(fields) = value else { return Err(value) };
        let mut map = Self::default();
        for (name, value) in fields {
            map.insert(name, Field::from_json(value));
        }
        Ok(map)
    }

    fn to_json(&self) -> Value {
        let mut fields = Map::new();
        for (name, value) in self.iter() {
            fields.insert(name.clone(), value.to_json());
        }
        Value::Object(fields)
    }
}

/// Moves what stands in `fields` into the parts of those names and leaves the rest.
pub(crate) fn read_parts(parts: &mut [(&str, &mut dyn Part)], fields: &mut Other) {
    for (name, part) in parts {
        if let Some(value) = fields.shift_remove(*name) {
            part.read(value);
        }
    }
}

/// The parts that are not absent, in their order, and then the fields that are not known.
pub(crate) fn write_parts(parts: &[(&str, &dyn Part)], other: &Other) -> Value {
    let mut fields = Map::new();
    for (name, part) in parts {
        if let Some(value) = part.write() {
            fields.insert((*name).to_owned(), value);
        }
    }
    for (name, value) in other {
        fields.insert(name.clone(), value.clone());
    }
    Value::Object(fields)
}

/// Declares an object of the file: its fields as they are named there, in the order they are
/// written, and `other` for the fields that are not known.
macro_rules! object {
    ($(#[$doc:meta])* pub(crate) struct $name:ident { $($field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
            pub(crate) other: $crate::schema::object::Other,
        }

        impl $crate::schema::object::Shape for $name {
            fn from_json(value: serde_json::Value) -> Result<Self, serde_json::Value> {
                let serde_json::Value::Object(mut fields) = value else { return Err(value) };
                let mut object = Self::default();
                $crate::schema::object::read_parts(
                    &mut [$((stringify!($field), &mut object.$field)),*],
                    &mut fields,
                );
                object.other = fields;
                Ok(object)
            }

            fn to_json(&self) -> serde_json::Value {
                $crate::schema::object::write_parts(
                    &[$((stringify!($field), &self.$field)),*],
                    &self.other,
                )
            }
        }
    };
}

pub(crate) use object;
