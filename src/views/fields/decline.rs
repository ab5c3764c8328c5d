//! What happens to efficiency if nothing is done.

use groundwork_model::input::Input;
use leptos::prelude::*;

use crate::{
    components::{group::Group, live, number_field::NumberField},
    state::{lines::likely, workspace::Workspace},
};

const INPUTS: [Input; 2] = [Input::AccrualPerYear, Input::InterestRate];

/// How efficiency declines if nothing is done.
#[component]
pub(super) fn Decline() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // One of the two is an answer; the other may well be nothing.
    let is_yours =
        Signal::derive(move || INPUTS.into_iter().any(|input| workspace.is_entered(input)));
    let is_flat = Memo::new(move |_| {
        let is_zero = |input| workspace.draft.with(|draft| likely(draft.file(), input) <= 0.0);
        INPUTS.into_iter().all(is_zero)
    });
    let state = Signal::derive(move || {
        let state = match (is_flat.get(), is_yours.get()) {
            (true, false) => "assumes it gets no worse",
            (true, true) => "no worse",
            (false, _) => "gets worse",
        };
        state.to_owned()
    });
    let assumed = live(move || {
        if is_yours.get() {
            return ().into_any();
        }
        view! {
            <p class="more__said">
                "Nothing is entered, so the case assumes it gets no worse. Has it, in the last year?"
            </p>
        }
        .into_any()
    });
    view! {
        <Group name="If we do nothing" state is_yours>
            {assumed}
            <NumberField
                input=Input::AccrualPerYear
                label="Efficiency lost a year"
                hint="Points: 2% means 70% this year is 68% in a year"
            />
            <NumberField
                input=Input::InterestRate
                label="Growth of the loss on itself"
                hint="Of what is lost already: at 10% a year, 30 lost points become 33"
            />
        </Group>
    }
}
