//! Two inputs whose draws go together.

use crate::input::Input;

/// The rank correlation that the draws of two inputs are brought to.
///
/// Invariant: `a` and `b` are different inputs that take estimates, and `rank` is -1 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    a: Input,
    b: Input,
    rank: f64,
}

/// Why two inputs cannot be correlated.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum CorrelationError {
    /// Both are the same input.
    #[error("{label} cannot go together with itself")]
    Same {
        /// Name of the input within a sentence.
        label: &'static str,
    },
    /// An input takes one figure only, so it is never drawn.
    #[error("{label} takes one figure, so it is never drawn")]
    NeverDrawn {
        /// Name of the input within a sentence.
        label: &'static str,
    },
    /// The correlation is not one.
    #[error("the rank correlation is {rank}; it must be -1 to 1")]
    OutOfBounds {
        /// The correlation as given.
        rank: f64,
    },
}

impl Correlation {
    /// Draws of `a` and `b` with the rank correlation `rank`.
    ///
    /// # Errors
    ///
    /// [`CorrelationError`] when that cannot be.
    pub fn new(a: Input, b: Input, rank: f64) -> Result<Self, CorrelationError> {
        if a == b {
            return Err(CorrelationError::Same { label: a.spec().label });
        }
        if let Some(input) = [a, b].into_iter().find(|input| !input.spec().takes_estimate) {
            return Err(CorrelationError::NeverDrawn { label: input.spec().label });
        }
        if !(-1.0..=1.0).contains(&rank) {
            return Err(CorrelationError::OutOfBounds { rank });
        }
        Ok(Self { a, b, rank })
    }

    /// The two inputs.
    pub fn inputs(&self) -> [Input; 2] {
        [self.a, self.b]
    }

    /// The rank correlation, -1 to 1.
    pub fn rank(&self) -> f64 {
        self.rank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_inputs_that_are_drawn_go_together() {
        use Input as I;
        assert!(Correlation::new(I::EfficiencyNow, I::EfficiencyAfter, 0.5).is_ok());
        assert!(Correlation::new(I::Amount, I::Amount, 0.5).is_err());
        assert!(Correlation::new(I::Amount, I::HorizonMonths, 0.5).is_err());
        assert!(Correlation::new(I::Amount, I::Dip, 1.5).is_err());
        assert!(Correlation::new(I::Amount, I::Dip, f64::NAN).is_err());
    }
}
