//! What happens to efficiency if nothing is done.

use groundwork_model::input::Input;
use groundwork_report::narrative::groups;
use leptos::prelude::*;

use super::{number, summary};
use crate::{
    components::{flag, group::group, remark::remark, text},
    state::workspace::Workspace,
};

const INPUTS: [Input; 2] = [Input::AccrualPerYear, Input::InterestRate];

/// How efficiency declines if nothing is done.
pub(super) fn decline(workspace: Workspace) -> AnyView {
    // One of the two is an answer; the other may well be nothing.
    let is_yours = flag(move || INPUTS.into_iter().any(|input| workspace.is_entered(input)));
    let state = summary(workspace, groups::if_nothing);
    let assumed = text(move || {
        if is_yours.get() {
            String::new()
        } else {
            "With nothing entered, the case assumes it gets no worse. Did it, in the last year?"
                .to_owned()
        }
    });
    let fields = vec![
        remark("remark", assumed),
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
