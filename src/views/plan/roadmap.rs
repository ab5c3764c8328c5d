//! The roadmap: initiatives by quarter and horizon, and what they take of each quarter's capacity.

use groundwork_model::{
    input::Input,
    plan::{Horizon, InitiativeInput, InitiativeLine, PlanInput},
    split::Category,
};
use groundwork_report::{
    document::{Block, plan_names},
    narrative::plan::{QuarterText, RoadmapText, roadmap},
};
use leptos::prelude::*;

use crate::{
    browser::document::move_in_table,
    components::{block::block_view, live, prose::figure_of_many},
    state::workspace::Workspace,
};

/// What is drawn: the roadmap, and the initiatives it places.
type Drawn = (RoadmapText, Vec<(InitiativeLine, String)>);

/// Initiatives by quarter, and whether their capacity adds up.
#[component]
pub fn Roadmap() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let drawn = Memo::new(move |_| {
        workspace.write(|writer| {
            let case = &writer.evaluation.case;
            let share = |at: usize| {
                let input = Input::Plan(PlanInput::Initiative(at, InitiativeInput::Share));
                writer.style.percent(case.likely(input).unwrap_or_default())
            };
            let lines = case.initiatives().iter().cloned().enumerate();
            (roadmap(writer), lines.map(|(at, line)| (line, share(at))).collect::<Vec<_>>())
        })
    });
    let content = live(move || drawn.get().map(content).into_any());
    view! {
        <section class="answer__tags" aria-labelledby="plan-roadmap">
            <h2 id="plan-roadmap">"Roadmap"</h2>
            {content}
        </section>
    }
}

fn content((text, lines): Drawn) -> AnyView {
    let RoadmapText { quarters, overbooked, unplaced } = text;
    let said: Vec<_> = overbooked.into_iter().chain(unplaced).collect();
    let said = if said.is_empty() {
        let sentence = if lines.is_empty() {
            "Nothing is placed yet. Add initiatives to your plan, with the quarter each is done in."
        } else {
            "No quarter is overbooked."
        };
        view! { <p class="answer__aside">{sentence}</p> }.into_any()
    } else {
        view! { <div class="roadmap__said">{block_view(Block::Notes(said))}</div> }.into_any()
    };
    if lines.is_empty() {
        return said;
    }
    let heads: Vec<AnyView> = quarters
        .iter()
        .map(|quarter| view! { <th scope="col">{quarter.name.clone()}</th> }.into_any())
        .collect();
    let horizons: Vec<AnyView> =
        Horizon::ALL.into_iter().map(|horizon| of_horizon(horizon, &quarters, &lines)).collect();
    let categories: Vec<AnyView> =
        Category::ALL.into_iter().map(|category| of_category(category, &quarters)).collect();
    view! {
        {said}
        <div
            class="roadmap"
            role="region"
            aria-label="Roadmap by quarter"
            tabindex="0"
            on:keydown=move |event| {
                if move_in_table(&event) {
                    event.prevent_default();
                }
            }
        >
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Horizon"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{horizons}</tbody>
                <tbody class="roadmap__capacity">{categories}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The cards of one horizon, quarter by quarter.
fn of_horizon(
    horizon: Horizon,
    quarters: &[QuarterText],
    lines: &[(InitiativeLine, String)],
) -> AnyView {
    let cells: Vec<AnyView> = quarters
        .iter()
        .map(|quarter| {
            let placed = quarter.initiatives.iter().filter_map(|at| lines.get(*at));
            let cards: Vec<AnyView> =
                placed.filter(|(line, _)| line.horizon == horizon).map(card).collect();
            view! { <td>{cards}</td> }.into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                {plan_names::horizon(horizon)} " "
                <small>{plan_names::about_horizon(horizon)}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn card((line, share): &(InitiativeLine, String)) -> AnyView {
    let title =
        if line.title.is_empty() { plan_names::UNNAMED_INITIATIVE } else { &line.title }.to_owned();
    let about = format!("{}, {share}", plan_names::category(line.category));
    let class = ["roadmap__card roadmap__card--", line.category.key()].concat();
    view! { <p class=class>{title} " " <small>{about}</small></p> }.into_any()
}

/// What initiatives take of a category, quarter by quarter, and of how much. All of them are one stop
/// of the Tab key; arrow keys walk through them.
fn of_category(category: Category, quarters: &[QuarterText]) -> AnyView {
    let at = category as usize;
    let cells: Vec<AnyView> = quarters
        .iter()
        .map(|quarter| {
            let over = quarter.left[at].text.starts_with('−');
            let is_first = at == 0 && quarter.number == 1;
            let booked = figure_of_many(quarter.booked[at].clone(), is_first);
            let split = figure_of_many(quarter.split[at].clone(), false);
            view! {
                <td class:roadmap__over=over>
                    {booked} " of " {split}
                    {over.then_some(" overbooked")}
                </td>
            }
            .into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{plan_names::category(category)} " booked"</th>
            {cells}
        </tr>
    }
    .into_any()
}
