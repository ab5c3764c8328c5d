//! Gates that let less new debt in and slow delivery down.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// No debt work; both numbers are entered by a person.
pub(crate) struct QualityGates {
    features: Share,
    /// Share of delivery that the gates cost.
    overhead: Share,
    /// Share of new debt that they keep out.
    accrual_reduction: Share,
}

impl QualityGates {
    pub(crate) fn of(setting: &Setting, overhead: Share, accrual_reduction: Share) -> Self {
        Self { features: setting.basis.available(), overhead, accrual_reduction }
    }
}

impl Rule for QualityGates {
    fn action(&self, _month: u32, _lost: Share) -> Action {
        Action { debt: 0.0, features: self.features }
    }

    fn delivered_part(&self) -> Share {
        1.0 - self.overhead
    }

    /// Without debt work all growth but interest is accrual.
    fn growth_part(&self) -> Share {
        1.0 - self.accrual_reduction
    }
}
