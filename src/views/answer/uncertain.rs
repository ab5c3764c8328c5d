//! How sure it is: what the draws say, what moves the result, and two inputs against each other.

use groundwork_model::input::Input;
use groundwork_report::{
    document::Block,
    narrative::uncertain::{
        grid::{FIRST_PAIR, GridTable, choices, grid_table},
        how_sure, what_it_rests_on,
    },
};
use leptos::prelude::*;

use crate::{
    components::{
        block::block, flag, live, remark::remark, simulation_progress::SimulationProgress, text,
    },
    state::{
        simulating::{Simulated, Simulating},
        workspace::{Workspace, sentence},
    },
};

/// What the draws say, once a number of the case is a range; how to give one before.
#[component]
pub fn HowSure() -> impl IntoView {
    let simulating = expect_context::<Simulating>();
    let invitation = text(move || {
        match simulating.now.get() {
        Simulated::Nothing => "No number of this case is a range, so nothing can be said about how \
                               sure the result is. Type one as lowest, most likely and highest, such \
                               as 80..90..95, and it stands here."
            .to_owned(),
        Simulated::Failed(sentence) => sentence,
        Simulated::Running { .. } | Simulated::Ready(_) => String::new(),
    }
    });
    let is_certain = flag(move || simulating.now.with(|now| *now == Simulated::Nothing));
    let is_stale = flag(move || simulating.is_stale());
    let place = text(move || simulating.place_sentence().unwrap_or_default().to_owned());
    view! {
        <section
            class="answer__sure"
            class:answer__sure--none=is_certain
            aria-labelledby="how-sure"
        >
            <h2 id="how-sure">"How sure"</h2>
            {remark("answer__aside", invitation)}
            <div class:answer--stale=is_stale>
            {block(|writer| {
                let said = how_sure(writer);
                (!said.is_empty()).then_some(Block::Notes(said))
            })}
            </div>
            <p class="answer__aside">
                {block(|writer| what_it_rests_on(writer).map(Block::Paragraph))}
            </p>
            <SimulationProgress />
            {remark("answer__aside", place)}
            <TwoInputs />
        </section>
    }
}

/// Two inputs against each other; computed while it is open only.
#[component]
fn TwoInputs() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let content =
        live(move || if is_open.get() { view! { <Grid /> }.into_any() } else { ().into_any() });
    view! {
        <details class="question" on:toggle=move |_| is_open.update(|is_open| *is_open = !*is_open)>
            <summary>"Change two inputs at once"</summary>
            {content}
        </details>
    }
}

#[component]
fn Grid() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let [rows, columns] = FIRST_PAIR.map(RwSignal::new);
    let offered = Memo::new(move |_| workspace.write(choices).unwrap_or_default());
    let table = live(move || {
        let (rows, columns) = (rows.get(), columns.get());
        match workspace.write(|writer| grid_table(writer, rows, columns)) {
            Some(Ok(table)) => grid_view(table),
            Some(Err(problem)) => {
                let sentence = sentence(&problem.to_string());
                view! { <p class="number-field__message">{sentence}</p> }.into_any()
            }
            None => ().into_any(),
        }
    });
    view! {
        <div class="question__fields">
            {select("grid-rows", "Down", offered, rows)}
            {select("grid-columns", "Across", offered, columns)}
        </div>
        <div aria-live="polite">{table}</div>
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    offered: Memo<Vec<(Input, String)>>,
    chosen: RwSignal<Input>,
) -> AnyView {
    let options = live(move || {
        let options = offered.get().into_iter().enumerate().map(|(at, (input, name))| {
            let is_chosen = chosen.get_untracked() == input;
            view! { <option value=at.to_string() selected=is_chosen>{name}</option> }.into_any()
        });
        options.collect::<Vec<_>>().into_any()
    });
    let choose = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        if let Some((input, _)) = offered.with_untracked(|offered| offered.get(at).cloned()) {
            chosen.set(input);
        }
    };
    view! {
        <label for=id>{label}</label>
        <select id=id on:change=choose>{options}</select>
    }
    .into_any()
}

/// The table, today's values and what lies below zero marked by more than a color.
fn grid_view(table: GridTable) -> AnyView {
    let GridTable { rows, columns, cells } = table;
    let today = rows.today;
    let heads: Vec<AnyView> = columns
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            view! {
                <th scope="col" class:grid__today=at == columns.today>{value.clone()}</th>
            }
            .into_any()
        })
        .collect();
    let body: Vec<AnyView> = cells
        .into_iter()
        .zip(rows.values)
        .enumerate()
        .map(|(at, (cells, value))| {
            let cells: Vec<AnyView> = cells
                .into_iter()
                .map(|cell| {
                    view! {
                        <td
                            class:grid__today=cell.is_today
                            class:grid__below=cell.is_below_zero
                        >
                            {cell.text}
                        </td>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <tr>
                    <th scope="row" class:grid__today=at == today>{value}</th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    let caption = format!(
        "Net present value by {} (down) and {} (across); the values of the case are framed.",
        rows.name, columns.name
    );
    view! {
        <div
            class="figure-table__scroll figure-table__scroll--wide"
            role="region"
            aria-label="Net present value by two inputs"
            tabindex="0"
        >
            <table class="grid">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
