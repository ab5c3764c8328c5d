//! The leaves of every version: parts that may be wrong without taking the file with them.

use groundwork_model::estimate::{Estimate, EstimateError};
use serde_json::{Map, Value};

use super::object::Part;

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
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Lowest value.
    pub low: f64,
    /// Most likely value.
    pub likely: f64,
    /// Highest value.
    pub high: f64,
    /// Fields this version does not know, kept as they were.
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

/// A number that may be absent; `null` counts as nothing.
impl Part for Option<Number> {
    fn read(&mut self, value: Value) {
        *self = if value.is_null() { None } else { Some(Number::read(value)) };
    }

    fn write(&self) -> Option<Value> {
        Some(match self.as_ref()? {
            Number::Exact(value) => plain_number(*value),
            Number::Wrong(value) => value.clone(),
            Number::Range(Range { low, likely, high, other }) => {
                let mut fields = Map::new();
                for (name, value) in [("low", low), ("likely", likely), ("high", high)] {
                    fields.insert(name.to_owned(), plain_number(*value));
                }
                fields.extend(other.clone());
                Value::Object(fields)
            }
        })
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

/// A whole number without a decimal point, as a person would write it.
fn plain_number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() <= LARGEST_EXACT_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within the range of i64")]
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}
