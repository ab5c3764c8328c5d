//! The share of working time that is not lost to working around existing problems.

use crate::units::Share;

/// Efficiency today and after the work, and how it declines if nothing is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Efficiency {
    /// Share of working time not lost today, 0.01 to 1.
    pub now: Share,
    /// Share of working time not lost once the work is done, 0.01 to 1; may be below `now`.
    pub after: Share,
    /// Haircut on the gain, 0 to 1.
    pub confidence: Share,
    /// Growth of the lost share on itself a year, 0 to 5.
    pub interest_rate: f64,
    /// Points lost a year, 0 to 1.
    pub accrual_per_year: Share,
}

impl Efficiency {
    /// Gain after the haircut: `d = confidence x (after - now)`; below 0 where it gets worse.
    pub fn gain(&self) -> Share {
        self.confidence * (self.after - self.now)
    }

    /// Level reached where the loss does not grow: `e1 = now + d`.
    pub fn reached(&self) -> Share {
        self.now + self.gain()
    }

    /// How much more output the same people deliver at the level reached: `e1/e0 - 1`.
    pub fn output_change(&self) -> Share {
        self.reached() / self.now - 1.0
    }

    /// How much longer the same work takes at the level reached: `e0/e1 - 1`, below 0 when faster.
    pub fn time_change(&self) -> Share {
        self.now / self.reached() - 1.0
    }
}
