//! Paying nothing: all that can go to features does.

use crate::{
    strategy::{
        rule::{Action, Rule},
        setting::Setting,
    },
    units::Share,
};

/// No debt work at all.
pub(crate) struct Accept(Action);

impl Accept {
    pub(crate) fn of(setting: &Setting) -> Self {
        Self(Action { debt: 0.0, features: setting.basis.available() })
    }
}

impl Rule for Accept {
    fn action(&self, _month: u32, _lost: Share) -> Action {
        self.0
    }
}
