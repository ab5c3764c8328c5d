//! What is planned: where capacity goes, quarter by quarter, and what debt work buys.

use groundwork_cases::plan::SplitAt;
use groundwork_model::{input::Input, plan::PlanInput, split::Category};
use groundwork_report::charts::ChartKind;
use leptos::prelude::*;

use crate::{
    components::{
        button::plain_button, chart_figure::ChartFigure, live, number_field::NumberField,
        prose::press_on_key, remark::remark, split_editor::SplitEditor, text,
    },
    state::workspace::Workspace,
};

/// The split of today and of every quarter that has one of its own.
#[component]
pub fn Splits() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let chosen = RwSignal::new(SplitAt::Today);
    let quarters = Memo::new(move |_| workspace.quarters());
    // A quarter that was taken away cannot stay chosen.
    let at = Memo::new(move |_| match chosen.get() {
        SplitAt::Quarter(quarter) if quarter >= quarters.get() => SplitAt::Today,
        at => at,
    });
    let times = live(move || {
        let quarters = (0..quarters.get()).map(SplitAt::Quarter);
        let times: Vec<AnyView> = std::iter::once(SplitAt::Today)
            .chain(quarters)
            .map(|time| time_button(workspace, time, at, chosen))
            .collect();
        times.into_any()
    });
    let editor = live(move || {
        let at = at.get();
        view! { <SplitEditor at /> }.into_any()
    });
    let whose = text(move || match at.get() {
        SplitAt::Today if workspace.is_split_entered(SplitAt::Today) => String::new(),
        SplitAt::Today => "These are not your numbers: the usual split stands in.".to_owned(),
        SplitAt::Quarter(_) => {
            "From this quarter on, until another quarter has a split of its own.".to_owned()
        }
    });
    let add = move || {
        workspace.add_quarter();
        chosen.set(SplitAt::Quarter(untrack(|| workspace.quarters()).saturating_sub(1)));
    };
    let remove = live(move || {
        if quarters.get() == 0 {
            return ().into_any();
        }
        let remove = move || workspace.remove_last_quarter();
        plain_button("plan-quarters-remove".to_owned(), "Remove the last quarter", Box::new(remove))
    });
    view! {
        <section class="plan__part" aria-labelledby="plan-splits">
            <h2 id="plan-splits">"Where capacity goes"</h2>
            <Drawn />
            <div class="split-times" role="group" aria-label="Whose split">{times}</div>
            {editor}
            {remark("remark", whose)}
            <div class="plan__buttons">
                {plain_button(
                    "plan-quarters-add".to_owned(),
                    "Change it from the next quarter on",
                    Box::new(add),
                )}
                {remove}
            </div>
        </section>
    }
    .into_any()
}

/// Every split there is, side by side; nothing where there is no result to take them from.
#[component]
fn Drawn() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_there = Memo::new(move |_| workspace.shown.with(Option::is_some));
    live(move || {
        if !is_there.get() {
            return ().into_any();
        }
        let kind = RwSignal::new(ChartKind::Split);
        view! {
            <div class="plan__chart" on:keydown=|event| press_on_key(&event)>
                <ChartFigure kind />
            </div>
        }
        .into_any()
    })
}

/// A time with its split drawn small; pressing it lets the split be changed.
fn time_button(
    workspace: Workspace,
    time: SplitAt,
    at: Memo<SplitAt>,
    chosen: RwSignal<SplitAt>,
) -> AnyView {
    let name = text(move || match time {
        SplitAt::Today => "Today".to_owned(),
        SplitAt::Quarter(quarter) => workspace.name_of_quarter(quarter),
    });
    let bars: Vec<AnyView> = Category::ALL
        .into_iter()
        .map(|category| {
            let height = move || format!("{}%", 100.0 * workspace.split(time).share(category));
            view! {
                <span
                    class=["split-bar__part split-bar__part--", category.key()].concat()
                    style:height=height
                ></span>
            }
            .into_any()
        })
        .collect();
    view! {
        <button
            class="split-time"
            type="button"
            aria-pressed=move || (at.get() == time).to_string()
            on:click=move |_| chosen.set(time)
        >
            <span class="split-bar" aria-hidden="true">{bars}</span>
            <span class="split-time__name">{name}</span>
        </button>
    }
    .into_any()
}

/// What a year of debt work buys, how far it can go, and how fast debt grows.
#[component]
pub fn Basis() -> impl IntoView {
    view! {
        <section class="plan__part" aria-labelledby="plan-basis">
            <h2 id="plan-basis">"What debt does, and what work on it buys"</h2>
            <NumberField
                input=Input::AccrualPerYear
                label="Efficiency lost a year"
                hint="Points a year at today's split, if nothing else is done"
                examples=&[0.05]
            />
            <NumberField
                input=Input::Plan(PlanInput::PointsPerCapacityYear)
                label="Points bought by a year of capacity"
                hint="Efficiency bought by a whole year of all capacity spent on debt: 1 is 100 points"
                examples=&[1.0]
            />
            <NumberField
                input=Input::Plan(PlanInput::BestEfficiency)
                label="Best efficiency"
                hint="The highest that can be reached, whatever is spent"
                examples=&[0.95]
            />
        </section>
    }
    .into_any()
}
