//! How much of the gain is believed.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::are_entered;
use crate::{
    components::{group::Group, number_field::NumberField},
    state::{lines::likely, workspace::Workspace},
};

/// The haircut on the gain.
#[component]
pub(super) fn Confidence() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let state = Signal::derive(move || {
        let share = workspace.draft.with(|draft| likely(draft.file(), Input::Confidence));
        workspace.style.with(|style| format!("{} of the gain counts", style.percent(share)))
    });
    view! {
        <Group name="Confidence" state is_yours=are_entered(&[Input::Confidence])>
            <NumberField
                input=Input::Confidence
                label="Confidence in the gain"
                hint="A haircut: at 80%, twenty points of gain count as sixteen"
            />
        </Group>
    }
}
