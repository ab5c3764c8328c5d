//! Carrying on with today's split: the line all others are compared with.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// Today's shares of debt and features in every month.
pub(crate) struct AsToday(Action);

impl AsToday {
    pub(crate) fn of(setting: &Setting) -> Self {
        Self(Action { debt: setting.debt_today(), features: setting.features_today() })
    }
}

impl Rule for AsToday {
    fn action(&self, _month: u32, _lost: Share) -> Action {
        self.0
    }
}
