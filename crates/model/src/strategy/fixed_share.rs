//! A fixed share of capacity for debt, always.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// The share, cut to what is there, and the rest for features.
pub(crate) struct FixedShare(Action);

impl FixedShare {
    pub(crate) fn of(setting: &Setting, share: Share) -> Self {
        let available = setting.basis.available();
        let debt = share.min(available);
        Self(Action { debt, features: available - debt })
    }
}

impl Rule for FixedShare {
    fn action(&self, _month: u32, _lost: Share) -> Action {
        self.0
    }
}
