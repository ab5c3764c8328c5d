//! Efficiency from what people can say about their weeks: hours, days, or how much longer changes
//! take.
//!
//! Each way ends in a [`TimeLost`]: how much of some working time goes to working around existing
//! problems. Time lost to anything else, such as meetings or waiting for others, can be named; it is
//! not counted, because paying down debt does not give it back.

use crate::{bounds::Bounds, units::Share};

/// Working time, and what of it is lost, in any one unit: hours a week, days of ten, shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeLost {
    worked: f64,
    lost: f64,
    other: f64,
}

/// Times that cannot stand together.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeLostError {
    /// Of no time worked, nothing can be lost.
    #[error("the time worked, {worked}, is not above 0")]
    NothingWorked {
        /// The time as given.
        worked: f64,
    },
    /// A time below zero, or not a number.
    #[error("a time cannot be {time}")]
    Negative {
        /// The time as given.
        time: f64,
    },
    /// More is lost than worked.
    #[error("{lost} lost of {worked} worked is more than there is")]
    MoreThanWorked {
        /// Time lost.
        lost: f64,
        /// Time worked.
        worked: f64,
    },
    /// More is lost to something else than is lost at all.
    #[error("{other} of {lost} lost is more than there is")]
    MoreThanLost {
        /// Time lost to something else.
        other: f64,
        /// Time lost.
        lost: f64,
    },
    /// Changes that take less time than they should have no slowdown.
    #[error("a slowdown of {factor} is below 1")]
    NoSlowdown {
        /// The factor as given.
        factor: f64,
    },
    /// Nothing would be left of the working time: below the lowest efficiency there is.
    #[error("an efficiency of {efficiency} is below the lowest there is")]
    NothingLeft {
        /// The efficiency that would follow.
        efficiency: f64,
    },
}

impl TimeLost {
    /// Of `worked`, `lost` goes to working around something, and of that `other` to what is not debt.
    ///
    /// # Errors
    ///
    /// [`TimeLostError`] when a time is negative or no number, when more is lost than worked, or when
    /// so much is lost that the efficiency would be below [`Bounds::EFFICIENCY`].
    ///
    /// # Example
    ///
    /// ```
    /// use groundwork_model::estimating::TimeLost;
    ///
    /// let week = TimeLost::new(40.0, 12.0, 2.0)?;
    /// assert_eq!(week.counted(), 10.0);
    /// assert_eq!(week.efficiency(), 0.75);
    /// # Ok::<(), groundwork_model::estimating::TimeLostError>(())
    /// ```
    pub fn new(worked: f64, lost: f64, other: f64) -> Result<Self, TimeLostError> {
        if let Some(time) = [worked, lost, other].into_iter().find(|time| !is_time(*time)) {
            return Err(TimeLostError::Negative { time });
        }
        if worked <= 0.0 {
            return Err(TimeLostError::NothingWorked { worked });
        }
        if lost > worked {
            return Err(TimeLostError::MoreThanWorked { lost, worked });
        }
        if other > lost {
            return Err(TimeLostError::MoreThanLost { other, lost });
        }
        let time = Self { worked, lost, other };
        let efficiency = time.efficiency();
        if Bounds::EFFICIENCY.contains(efficiency) {
            Ok(time)
        } else {
            Err(TimeLostError::NothingLeft { efficiency })
        }
    }

    /// Changes in some area take `factor` times as long as they should, and `touching` of the working
    /// time, 0 to 1, goes to such changes.
    ///
    /// Work that takes s times as long spends `1 - 1/s` of its time on working around, so of all
    /// working time `touching x (1 - 1/s)` is lost. The unit is the share of working time.
    ///
    /// # Errors
    ///
    /// [`TimeLostError`] when `factor` is below 1 or no number, or `touching` is no share.
    ///
    /// # Example
    ///
    /// ```
    /// use groundwork_model::estimating::TimeLost;
    ///
    /// let area = TimeLost::from_slowdown(2.0, 0.5, 0.0)?;
    /// assert_eq!(area.efficiency(), 0.75);
    /// # Ok::<(), groundwork_model::estimating::TimeLostError>(())
    /// ```
    pub fn from_slowdown(
        factor: f64,
        touching: Share,
        other: Share,
    ) -> Result<Self, TimeLostError> {
        if !(factor.is_finite() && factor >= 1.0) {
            return Err(TimeLostError::NoSlowdown { factor });
        }
        if !is_time(touching) {
            return Err(TimeLostError::Negative { time: touching });
        }
        if touching > 1.0 {
            return Err(TimeLostError::MoreThanWorked { lost: touching, worked: 1.0 });
        }
        Self::new(1.0, touching * (1.0 - 1.0 / factor), other)
    }

    /// All of the time, in its own unit.
    pub fn worked(&self) -> f64 {
        self.worked
    }

    /// Time lost to working around anything.
    pub fn lost(&self) -> f64 {
        self.lost
    }

    /// What of the loss is not debt.
    pub fn other(&self) -> f64 {
        self.other
    }

    /// Loss that counts: what paying down debt could give back.
    pub fn counted(&self) -> f64 {
        self.lost - self.other
    }

    /// Share of the time that is not lost to working around existing problems.
    pub fn efficiency(&self) -> Share {
        1.0 - self.counted() / self.worked
    }
}

fn is_time(time: f64) -> bool {
    time.is_finite() && time >= 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_efficiency(time: Result<TimeLost, TimeLostError>, expected: f64) {
        let efficiency = time.map(|time| time.efficiency());
        assert!(efficiency.is_ok_and(|it| (it - expected).abs() < 1e-12), "{efficiency:?}");
    }

    #[test]
    fn hours_and_days_lost_are_a_share_of_those_worked() {
        assert_efficiency(TimeLost::new(40.0, 9.0, 0.0), 0.775);
        assert_efficiency(TimeLost::new(10.0, 3.0, 0.0), 0.7);
        assert_efficiency(TimeLost::new(40.0, 0.0, 0.0), 1.0);
    }

    #[test]
    fn loss_that_is_not_debt_does_not_count() {
        assert_efficiency(TimeLost::new(40.0, 12.0, 4.0), 0.8);
        assert_efficiency(TimeLost::new(40.0, 12.0, 12.0), 1.0);
    }

    #[test]
    fn a_slowdown_counts_for_the_work_it_slows_down_only() {
        assert_efficiency(TimeLost::from_slowdown(1.5, 0.6, 0.0), 0.8);
        assert_efficiency(TimeLost::from_slowdown(1.0, 1.0, 0.0), 1.0);
        // A slowdown s of all work alone is an efficiency of 1/s.
        assert_efficiency(TimeLost::from_slowdown(4.0, 1.0, 0.0), 0.25);
    }

    #[test]
    fn times_that_cannot_be_are_refused() {
        use TimeLostError as E;
        assert!(matches!(TimeLost::new(0.0, 0.0, 0.0), Err(E::NothingWorked { .. })));
        assert!(matches!(TimeLost::new(40.0, -1.0, 0.0), Err(E::Negative { .. })));
        assert!(matches!(TimeLost::new(40.0, f64::NAN, 0.0), Err(E::Negative { .. })));
        assert!(matches!(TimeLost::new(40.0, 41.0, 0.0), Err(E::MoreThanWorked { .. })));
        assert!(matches!(TimeLost::new(40.0, 9.0, 10.0), Err(E::MoreThanLost { .. })));
        assert!(matches!(TimeLost::new(40.0, 40.0, 0.0), Err(E::NothingLeft { .. })));
        assert!(matches!(TimeLost::from_slowdown(0.9, 1.0, 0.0), Err(E::NoSlowdown { .. })));
        assert!(matches!(TimeLost::from_slowdown(2.0, 1.1, 0.0), Err(E::MoreThanWorked { .. })));
    }
}
