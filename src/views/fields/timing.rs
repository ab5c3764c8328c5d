//! When the work happens and when it takes effect.

use groundwork_cases::case_file::CaseFile;
use groundwork_model::input::Input;
use groundwork_report::wording::{NumberStyle, period};
use leptos::prelude::*;

use super::{are_entered, number};
use crate::{
    components::{group::group, start_field::StartField, text},
    state::{lines::likely, workspace::Workspace},
};

/// When the work happens and when it takes effect.
pub(super) fn timing(workspace: Workspace) -> AnyView {
    let state = text(move || {
        workspace.draft.with(|draft| workspace.style.with(|style| when(draft.file(), style)))
    });
    let is_yours = are_entered(workspace, &[Input::FirstMonth, Input::InvestmentMonths]);
    let fields = vec![
        view! { <StartField /> }.into_any(),
        number(
            Input::FirstMonth,
            "First month of the work",
            "Counted from the month the case begins in: 1 is that month",
        ),
        number(Input::InvestmentMonths, "Length of the work", "In months"),
        number(
            Input::RampUpMonths,
            "Ramp-up after the work",
            "Months until the gain has fully arrived; 0 if at once",
        ),
        number(
            Input::Dip,
            "Efficiency lost during the work",
            "Points the work itself costs everybody while it goes on: 5%; 0 if none",
        ),
        number(
            Input::DipMonthsAfter,
            "Months until the dip has faded",
            "After the work; 0 if the dip ends with it",
        ),
        number(
            Input::UpkeepShare,
            "Share of capacity for upkeep",
            "What keeping up the result takes from then on: 2%; 0 if nothing",
        ),
    ];
    group("Timing", state, is_yours, fields)
}

/// The months of the work and whether the gain ramps up.
fn when(file: &CaseFile, style: &NumberStyle) -> String {
    // Bounds keep months within 0 to 120.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let months = |input| likely(file, input) as u32;
    let first = months(Input::FirstMonth);
    let last = first + months(Input::InvestmentMonths).max(1) - 1;
    let when = match file.start() {
        Some(start) => period(start.case_month(first), start.case_month(last)),
        None => format!("months {first} to {last}"),
    };
    match likely(file, Input::RampUpMonths) {
        ramp_up if ramp_up > 0.0 => format!("{when}, ramp-up {}", style.months(ramp_up)),
        _ => format!("{when}, no ramp-up"),
    }
}
