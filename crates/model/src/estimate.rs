//! A number somebody gave, either as one figure or as lowest, most likely and highest.

/// One figure, or a range with a most likely value inside.
///
/// Invariant: all values are finite and `low <= likely <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    low: f64,
    likely: f64,
    high: f64,
}

/// Three values that do not make a range.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum EstimateError {
    /// One of the values is NaN or infinite.
    #[error("{value} is not a finite number")]
    NotFinite {
        /// The value as given.
        value: f64,
    },
    /// The values are not in the order lowest, most likely, highest.
    #[error("lowest {low}, most likely {likely}, highest {high} are not in rising order")]
    NotOrdered {
        /// Lowest value as given.
        low: f64,
        /// Most likely value as given.
        likely: f64,
        /// Highest value as given.
        high: f64,
    },
}

impl Estimate {
    /// One figure.
    ///
    /// # Errors
    ///
    /// [`EstimateError::NotFinite`] for NaN and infinities.
    pub fn exact(value: f64) -> Result<Self, EstimateError> {
        Self::range(value, value, value)
    }

    /// A range: values beyond `low` and `high` practically never happen.
    ///
    /// # Errors
    ///
    /// [`EstimateError`] when a value is not finite or the three are out of order.
    pub fn range(low: f64, likely: f64, high: f64) -> Result<Self, EstimateError> {
        if let Some(value) = [low, likely, high].into_iter().find(|value| !value.is_finite()) {
            return Err(EstimateError::NotFinite { value });
        }
        if low <= likely && likely <= high {
            Ok(Self { low, likely, high })
        } else {
            Err(EstimateError::NotOrdered { low, likely, high })
        }
    }

    /// Lowest value.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// Most likely value, the one deterministic figures use. A mode, not an expectation.
    pub fn likely(&self) -> f64 {
        self.likely
    }

    /// Highest value.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Whether lowest and highest differ.
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }

    /// Lowest, most likely and highest value.
    pub fn values(&self) -> [f64; 3] {
        [self.low, self.likely, self.high]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_in_rising_order() {
        assert!(Estimate::range(0.8, 0.9, 0.95).is_ok_and(|estimate| estimate.is_range()));
        assert!(matches!(Estimate::range(0.95, 0.9, 0.8), Err(EstimateError::NotOrdered { .. })));
        assert!(matches!(Estimate::range(0.8, 0.96, 0.95), Err(EstimateError::NotOrdered { .. })));
    }

    #[test]
    fn one_figure_is_no_range_and_nan_is_no_figure() {
        assert!(Estimate::exact(0.7).is_ok_and(|estimate| !estimate.is_range()));
        assert!(matches!(Estimate::exact(f64::NAN), Err(EstimateError::NotFinite { .. })));
    }
}
