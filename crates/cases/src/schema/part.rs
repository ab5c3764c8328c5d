//! The leaves of every version: parts that may be wrong without taking the file with them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::{Map, Value};

use groundwork_model::estimate::{Estimate, EstimateError};

/// Whole numbers up to here are the same as `f64` and as integers.
const LARGEST_EXACT_WHOLE: f64 = 9_007_199_254_740_991.0;

/// A number of a case file as it stands there, right or wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// One figure; finite.
    Exact(f64),
    /// Lowest, most likely and highest; not necessarily in order.
    Range(Range),
    /// Anything else, kept as it was.
    Wrong(Value),
}

/// Lowest, most likely and highest, as a case file writes them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Range {
    /// Lowest value.
    #[serde(serialize_with = "as_plain_number")]
    pub low: f64,
    /// Most likely value.
    #[serde(serialize_with = "as_plain_number")]
    pub likely: f64,
    /// Highest value.
    #[serde(serialize_with = "as_plain_number")]
    pub high: f64,
    /// Fields this version does not know, kept as they were.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A part of a case file that may be absent, or wrong and then kept as it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Field<T> {
    /// Nothing; `null` counts as nothing too.
    #[default]
    Absent,
    /// A part of the right shape.
    Right(T),
    /// Anything else.
    Wrong(Value),
}

impl Number {
    /// The figure or range as the model knows it; `None` where the part is no number at all.
    pub fn estimate(&self) -> Option<Result<Estimate, EstimateError>> {
        match self {
            Self::Exact(value) => Some(Estimate::exact(*value)),
            Self::Range(Range { low, likely, high, .. }) => {
                Some(Estimate::range(*low, *likely, *high))
            }
            Self::Wrong(_) => None,
        }
    }

    fn read(value: Value) -> Self {
        let number = match &value {
            Value::Number(number) => exact(number).map(Self::Exact),
            Value::Object(object) => range(object).map(Self::Range),
            _ => None,
        };
        number.unwrap_or(Self::Wrong(value))
    }
}

impl From<Estimate> for Number {
    fn from(estimate: Estimate) -> Self {
        let [low, likely, high] = estimate.values();
        if estimate.is_range() {
            Self::Range(Range { low, likely, high, other: Map::new() })
        } else {
            Self::Exact(likely)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::read)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact(value) => as_plain_number(value, serializer),
            Self::Range(range) => range.serialize(serializer),
            Self::Wrong(value) => value.serialize(serializer),
        }
    }
}

impl<T> Field<T> {
    /// The part, where it has the right shape.
    pub(crate) fn right(&self) -> Option<&T> {
        match self {
            Self::Right(part) => Some(part),
            Self::Absent | Self::Wrong(_) => None,
        }
    }

    /// The part for changing, where it has the right shape.
    pub(crate) fn right_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Right(part) => Some(part),
            Self::Absent | Self::Wrong(_) => None,
        }
    }

    /// What stands there instead of the part.
    pub(crate) fn wrong(&self) -> Option<&Value> {
        match self {
            Self::Wrong(value) => Some(value),
            Self::Absent | Self::Right(_) => None,
        }
    }

    /// Whether nothing stands there.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The part for changing, created where it is absent or wrong.
    pub(crate) fn or_create(&mut self) -> Option<&mut T>
    where
        T: Default,
    {
        if self.right().is_none() {
            *self = Self::Right(T::default());
        }
        self.right_mut()
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(deserializer)? {
            Value::Null => Self::Absent,
            value => T::deserialize(&value).map_or_else(|_| Self::Wrong(value), Self::Right),
        })
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::Right(part) => part.serialize(serializer),
            Self::Wrong(value) => value.serialize(serializer),
        }
    }
}

/// The number as `f64`, unless that would change it.
fn exact(number: &serde_json::Number) -> Option<f64> {
    let value = number.as_f64()?;
    let is_changed = !number.is_f64() && value.abs() > LARGEST_EXACT_WHOLE;
    // Adding zero turns -0 into 0, which is how it is written.
    (value.is_finite() && !is_changed).then_some(value + 0.0)
}

fn range(object: &Map<String, Value>) -> Option<Range> {
    let mut other = object.clone();
    let mut take = |name| match other.shift_remove(name) {
        Some(Value::Number(number)) => exact(&number),
        _ => None,
    };
    let (low, likely, high) = (take("low")?, take("likely")?, take("high")?);
    Some(Range { low, likely, high, other })
}

/// Writes whole numbers without a decimal point, as a person would.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn as_plain_number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() <= LARGEST_EXACT_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within the range of i64")]
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}
