//! The plan as it was entered: each quarter has the shares of the split in force in it.
//!
//! Quarter q covers the months 3q - 2 to 3q of the case; after the last entered quarter its split stays.

use crate::{
    case::Case,
    split::{Category, Split},
    strategy::{
        roadmap::splits_in_force,
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// Months of a quarter.
pub(crate) const MONTHS_OF_QUARTER: u32 = 3;

/// The split of each quarter looked at.
pub(crate) struct AsPlanned(Vec<Split>);

impl AsPlanned {
    /// Whether there is a plan: any quarter with a split of its own.
    pub(crate) fn is_entered(case: &Case) -> bool {
        (0..case.quarters()).any(|quarter| case.split_of_quarter(quarter).is_some())
    }

    pub(crate) fn of(setting: &Setting) -> Self {
        let quarters = setting.months.div_ceil(MONTHS_OF_QUARTER);
        Self(splits_in_force(setting.case, setting.basis.split, quarters as usize))
    }
}

impl Rule for AsPlanned {
    fn action(&self, month: u32, _lost: Share) -> Action {
        let split = self.0[((month - 1) / MONTHS_OF_QUARTER) as usize];
        Action { debt: split.share(Category::Debt), features: split.share(Category::Features) }
    }
}
