//! How much of the gain is believed.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::{are_entered, number};
use crate::{
    components::{group::group, text},
    state::{lines::likely, workspace::Workspace},
};

/// The haircut on the gain.
pub(super) fn confidence(workspace: Workspace) -> AnyView {
    let state = text(move || {
        let share = workspace.draft.with(|draft| likely(draft.file(), Input::Confidence));
        workspace.style.with(|style| style.percent(share))
    });
    let fields = vec![number(
        Input::Confidence,
        "Confidence in the gain",
        "A haircut: at 80%, twenty points of gain count as sixteen",
    )];
    group("Confidence", state, are_entered(workspace, &[Input::Confidence]), fields)
}
