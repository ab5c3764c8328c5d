//! When the work happens and when it takes effect.

use groundwork_model::input::Input;
use groundwork_report::narrative::groups;
use leptos::prelude::*;

use super::{are_entered, number, number_such_as, summary};
use crate::{
    components::{group::group, start_field::StartField},
    state::workspace::Workspace,
};

/// When the work happens and when it takes effect.
pub(super) fn timing(workspace: Workspace) -> AnyView {
    let state = summary(workspace, groups::timing);
    let is_yours = are_entered(workspace, &[Input::FirstMonth, Input::InvestmentMonths]);
    let fields = vec![
        view! { <StartField /> }.into_any(),
        number(
            Input::FirstMonth,
            "First month of the work",
            "Counted from the month the case begins in: 1 is that month",
        ),
        number(Input::InvestmentMonths, "Length of the work", "From its first month to its last"),
        number(
            Input::RampUpMonths,
            "Ramp-up after the work",
            "Months until the gain has fully arrived",
        ),
        number_such_as(
            Input::Dip,
            "Efficiency lost during the work",
            "Points the work itself costs everybody while it goes on",
            &[0.05],
        ),
        number(Input::DipMonthsAfter, "Months until the dip has faded", "After the work"),
        number_such_as(
            Input::UpkeepShare,
            "Share of capacity for upkeep",
            "What keeping up the result takes from then on",
            &[0.02],
        ),
    ];
    group("Timing", state, is_yours, fields)
}
