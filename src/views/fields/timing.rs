//! When the work happens and when it takes effect.

use groundwork_model::input::Input;
use groundwork_report::wording::period;
use leptos::prelude::*;

use super::are_entered;
use crate::{
    components::{group::Group, number_field::NumberField, start_field::StartField},
    state::{lines::likely, workspace::Workspace},
};

/// When the work happens and when it takes effect.
#[component]
pub(super) fn Timing() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_yours = are_entered(&[Input::FirstMonth, Input::InvestmentMonths]);
    view! {
        <Group name="Timing" state=state(workspace) is_yours>
            <StartField />
            <NumberField
                input=Input::FirstMonth
                label="First month of the work"
                hint="Counted from the month the case begins in: 1 is that month"
            />
            <NumberField
                input=Input::InvestmentMonths
                label="Length of the work"
                hint="In months"
            />
            <NumberField
                input=Input::RampUpMonths
                label="Ramp-up after the work"
                hint="Months until the gain has fully arrived; 0 if at once"
            />
            <NumberField
                input=Input::Dip
                label="Efficiency lost during the work"
                hint="Points the work itself costs everybody while it goes on: 5%; 0 if none"
            />
            <NumberField
                input=Input::DipMonthsAfter
                label="Months until the dip has faded"
                hint="After the work; 0 if the dip ends with it"
            />
            <NumberField
                input=Input::UpkeepShare
                label="Share of capacity for upkeep"
                hint="What keeping up the result takes from then on: 2%; 0 if nothing"
            />
        </Group>
    }
}

/// The months of the work and whether the gain ramps up.
fn state(workspace: Workspace) -> Signal<String> {
    // Bounds keep months within 0 to 120.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |months: f64| months as u32;
    Signal::derive(move || {
        workspace.draft.with(|draft| {
            let file = draft.file();
            let first = whole(likely(file, Input::FirstMonth));
            let last = first + whole(likely(file, Input::InvestmentMonths)).max(1) - 1;
            let ramp_up = likely(file, Input::RampUpMonths);
            let when = match file.start() {
                Some(start) => period(start.case_month(first), start.case_month(last)),
                None => format!("months {first} to {last}"),
            };
            if ramp_up > 0.0 {
                workspace.style.with(|style| format!("{when}, ramp-up {}", style.months(ramp_up)))
            } else {
                format!("{when}, no ramp-up")
            }
        })
    })
}
