//! What may go differently: overrun, failure, and inputs whose draws go together.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::{number, number_such_as};
use crate::{
    components::{group::group, live, remark::lasting_remark, text},
    state::{
        going_together::{Pair, STRENGTHS, strength},
        workspace::Workspace,
    },
};

/// What may go differently.
pub(super) fn uncertainty(workspace: Workspace) -> AnyView {
    let state = text(move || match workspace.ranged_inputs().len() {
        0 => "no ranges yet".to_owned(),
        1 => "1 range".to_owned(),
        ranges => workspace.style.with(|style| {
            style.counted(f64::from(u32::try_from(ranges).unwrap_or(u32::MAX)), "range", "ranges")
        }),
    });
    let fields = vec![
        lasting_remark(
            "Give a number as a range, such as 80..90..95, and the page says how sure the result is. \
             What stands here is used for that alone; the figures themselves take the most likely \
             values.",
        ),
        number_such_as(
            Input::Slip,
            "Overrun",
            "How much longer and dearer the work gets than planned",
            &[0.2],
        ),
        number_such_as(
            Input::FailureProbability,
            "Chance of no gain",
            "That the work is paid for and changes nothing",
            &[0.1],
        ),
        going_together(workspace),
        number(Input::Seed, "Seed of the draws", "The same seed gives the same draws everywhere"),
    ];
    group("How sure", state, Signal::stored(true), fields)
}

/// Pairs of ranges whose draws go together, and a way to add one.
fn going_together(workspace: Workspace) -> AnyView {
    let ranged = Memo::new(move |_| workspace.ranged_inputs());
    let pairs = Memo::new(move |_| workspace.going_together());
    let content = live(move || {
        let (ranged, pairs) = (ranged.get(), pairs.get());
        if ranged.len() < 2 && pairs.is_empty() {
            return ().into_any();
        }
        let rows: Vec<AnyView> = pairs.into_iter().map(|pair| row(workspace, pair)).collect();
        let adding = (ranged.len() > 1).then(|| adding(workspace, ranged));
        view! {
            <fieldset class="together">
                <legend>"Ranges that go together"</legend>
                {rows}
                {adding}
            </fieldset>
        }
        .into_any()
    });
    content.into_any()
}

fn row(workspace: Workspace, pair: Pair) -> AnyView {
    let [a, b] = pair.inputs.map(|input| untrack(|| workspace.name_of_number(input)));
    let how = workspace.style.with_untracked(|style| strength(pair.rank, style));
    let name = format!("Remove: {a} and {b}");
    view! {
        <p class="together__pair">
            <span>{a} " and " {b} ": " {how}</span>
            <button
                class="number-field__keep"
                type="button"
                aria-label=name
                on:click=move |_| workspace.set_going_together(pair.inputs, None)
            >
                "Remove"
            </button>
        </p>
    }
    .into_any()
}

/// Two ranges, how strongly they go together, and the button that says so.
fn adding(workspace: Workspace, ranged: Vec<(Input, String)>) -> AnyView {
    let inputs: Vec<Input> = ranged.iter().map(|(input, _)| *input).collect();
    let names: Vec<String> = ranged.into_iter().map(|(_, name)| name).collect();
    let chosen = [RwSignal::new(0_usize), RwSignal::new(1_usize)];
    let how = RwSignal::new(1_usize);
    let is_same = move || chosen[0].get() == chosen[1].get();
    let add = move |_| {
        let at = |which: usize| inputs.get(chosen[which].get_untracked()).copied();
        if let (Some(a), Some(b)) = (at(0), at(1))
            && a != b
        {
            let (rank, _) = STRENGTHS[how.get_untracked() % STRENGTHS.len()];
            workspace.set_going_together([a, b], Some(rank));
        }
    };
    let strengths: Vec<String> = STRENGTHS.iter().map(|(_, words)| (*words).to_owned()).collect();
    view! {
        <div class="together__add">
            {select("together-a", "Draws of", &names, chosen[0])}
            {select("together-b", "and of", &names, chosen[1])}
            {select("together-how", "are", &strengths, how)}
            <button class="button" type="button" disabled=is_same on:click=add>
                "Let them go together"
            </button>
        </div>
    }
    .into_any()
}

/// A labeled choice among texts.
fn select(
    id: &'static str,
    label: &'static str,
    texts: &[String],
    chosen: RwSignal<usize>,
) -> AnyView {
    let options: Vec<AnyView> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let is_chosen = chosen.get_untracked() == at;
            view! { <option value=at.to_string() selected=is_chosen>{text.clone()}</option> }
                .into_any()
        })
        .collect();
    let choose = move |event| {
        if let Ok(at) = event_target_value(&event).parse() {
            chosen.set(at);
        }
    };
    view! {
        <label for=id>{label}</label>
        <select id=id on:change=choose>{options}</select>
    }
    .into_any()
}
