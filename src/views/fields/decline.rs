//! What happens to efficiency if nothing is done.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::number;
use crate::{
    components::{flag, group::group, said::said, text},
    state::{lines::likely, workspace::Workspace},
};

const INPUTS: [Input; 2] = [Input::AccrualPerYear, Input::InterestRate];

/// How efficiency declines if nothing is done.
pub(super) fn decline(workspace: Workspace) -> AnyView {
    // One of the two is an answer; the other may well be nothing.
    let is_yours = flag(move || INPUTS.into_iter().any(|input| workspace.is_entered(input)));
    let state = text(move || {
        let is_zero = |input| workspace.draft.with(|draft| likely(draft.file(), input) <= 0.0);
        let is_flat = INPUTS.into_iter().all(is_zero);
        if is_flat { "no worse".to_owned() } else { "gets worse".to_owned() }
    });
    let assumed = text(move || {
        if is_yours.get() {
            String::new()
        } else {
            "With nothing entered, the case assumes it gets no worse. Did it, in the last year?"
                .to_owned()
        }
    });
    let fields = vec![
        said("said", assumed),
        number(
            Input::AccrualPerYear,
            "Efficiency lost a year",
            "Points: at 2%, 70% this year is 68% in a year",
        ),
        number(
            Input::InterestRate,
            "Growth of the loss on itself",
            "Of what is lost already: at 10% a year, 30 lost points become 33",
        ),
    ];
    group("If we do nothing", state, is_yours, fields)
}
