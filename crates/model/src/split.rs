//! How capacity is divided: features, defects, debt and risk, together all of it.

use crate::units::Share;

/// What a part of capacity is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// New product.
    Features,
    /// Mending what is wrong.
    Defects,
    /// Paying down debt.
    Debt,
    /// Security, compliance and other risks.
    Risk,
}

impl Category {
    /// Every category, in the order of the case file.
    pub const ALL: [Self; 4] = [Self::Features, Self::Defects, Self::Debt, Self::Risk];

    /// Name in the case file and in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Features => "features",
            Self::Defects => "defects",
            Self::Debt => "debt",
            Self::Risk => "risk",
        }
    }
}

/// Shares of capacity by category.
///
/// Invariant: each share is 0 to 1, they sum to 1 within [`Split::TOLERANCE`], and debt is below 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split([Share; 4]);

/// Shares that do not divide a capacity.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum SplitError {
    /// A share is below 0, above 1 or not a number.
    #[error("the share of {} is {share}; it must be 0 to 1", category.key())]
    OutOfBounds {
        /// Whose share it is.
        category: Category,
        /// The share as given.
        share: f64,
    },
    /// Together they are not the whole.
    #[error("the shares sum to {sum}; they must sum to 1")]
    NotWhole {
        /// Their sum.
        sum: f64,
    },
    /// Nothing but debt work: no loss would be left to speak of.
    #[error("debt takes all of the capacity; it must be below 1")]
    OnlyDebt,
}

impl Split {
    /// How far the sum of the shares may be from 1.
    pub const TOLERANCE: f64 = 1e-9;

    /// What stands in where nobody entered a split.
    pub const DEFAULT: Self = Self([0.85, 0.10, 0.0, 0.05]);

    /// A split of `shares` in the order of [`Category::ALL`].
    ///
    /// # Errors
    ///
    /// [`SplitError`] when they are not shares of one whole.
    pub fn new(shares: [Share; 4]) -> Result<Self, SplitError> {
        for (category, share) in Category::ALL.into_iter().zip(shares) {
            if !(0.0..=1.0).contains(&share) {
                return Err(SplitError::OutOfBounds { category, share });
            }
        }
        let sum: f64 = shares.iter().sum();
        if (sum - 1.0).abs() > Self::TOLERANCE {
            return Err(SplitError::NotWhole { sum });
        }
        if shares[Category::Debt as usize] >= 1.0 {
            return Err(SplitError::OnlyDebt);
        }
        Ok(Self(shares))
    }

    /// Share of one category, 0 to 1.
    pub fn share(&self, category: Category) -> Share {
        self.0[category as usize]
    }

    /// Every share, in the order of [`Category::ALL`].
    pub fn shares(&self) -> [Share; 4] {
        self.0
    }

    /// The split in which `category` has another share and the others give way: features first, then
    /// risk, defects and debt. What is given up goes to features, or to debt where features gave it.
    ///
    /// Shares are moved in millionths of a whole, so that they sum to 1 however often they are moved.
    ///
    /// # Errors
    ///
    /// [`SplitError`] when the share is none, or is all of the capacity for debt.
    pub fn with(&self, category: Category, share: Share) -> Result<Self, SplitError> {
        if !(0.0..=1.0).contains(&share) {
            return Err(SplitError::OutOfBounds { category, share });
        }
        let mut parts = self.0.map(millionths);
        let wanted = millionths(share);
        let before = parts[category as usize];
        parts[category as usize] = wanted;
        let taker =
            if category == Category::Features { Category::Debt } else { Category::Features };
        if wanted <= before {
            parts[taker as usize] += before - wanted;
        } else {
            let mut lacking = wanted - before;
            for other in [Category::Features, Category::Risk, Category::Defects, Category::Debt] {
                if other != category {
                    let given = parts[other as usize].min(lacking);
                    parts[other as usize] -= given;
                    lacking -= given;
                }
            }
        }
        Self::new(parts.map(|part| f64::from(part) / MILLION))
    }
}

impl Default for Split {
    fn default() -> Self {
        Self::DEFAULT
    }
}

const MILLION: f64 = 1e6;

/// A share is at most 1, so nothing is cut off here.
#[expect(clippy::cast_possible_truncation)]
fn millionths(share: Share) -> i32 {
    (share * MILLION + 0.5).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(percent: [i32; 4]) -> Split {
        Split::new(percent.map(|share| f64::from(share) / 100.0)).unwrap()
    }

    #[track_caller]
    fn check(before: [i32; 4], category: Category, share: f64, after: [i32; 4]) {
        assert_eq!(split(before).with(category, share), Ok(split(after)));
    }

    #[test]
    fn features_give_way_first_and_take_what_is_given_up() {
        check([85, 10, 0, 5], Category::Debt, 0.2, [65, 10, 20, 5]);
        check([65, 10, 20, 5], Category::Debt, 0.1, [75, 10, 10, 5]);
        check([85, 10, 0, 5], Category::Features, 0.7, [70, 10, 15, 5]);
        check([10, 30, 50, 10], Category::Debt, 0.8, [0, 20, 80, 0]);
        check([70, 10, 15, 5], Category::Features, 1.0, [100, 0, 0, 0]);
    }

    #[test]
    fn shares_that_are_no_whole_are_refused() {
        assert!(matches!(Split::new([0.8, 0.1, 0.0, 0.05]), Err(SplitError::NotWhole { .. })));
        assert_eq!(Split::new([0.0, 0.0, 1.0, 0.0]), Err(SplitError::OnlyDebt));
        assert!(matches!(
            Split::new([f64::NAN, 0.0, 0.0, 0.0]),
            Err(SplitError::OutOfBounds { category: Category::Features, .. })
        ));
        assert!(Split::DEFAULT.with(Category::Debt, 1.0).is_err());
        assert!(Split::DEFAULT.with(Category::Risk, 1.5).is_err());
    }

    #[test]
    fn a_split_moved_many_times_is_still_a_whole() {
        let mut moved = Split::DEFAULT;
        for step in 0..1_000_u32 {
            let category = Category::ALL[(step % 4) as usize];
            moved = moved.with(category, f64::from(step * 37 % 100) / 100.0).unwrap();
            assert!((moved.shares().iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
