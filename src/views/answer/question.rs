//! Any other target: which value of an input does it take?

use groundwork_model::{
    input::Input,
    solve::{Target, solve},
};
use groundwork_report::{
    document::{Block, labels},
    narrative::answers::answer,
    wording::{Kind, Typed, parse},
};
use leptos::prelude::*;

use crate::{
    components::{block::block, live},
    state::workspace::Workspace,
};

/// What somebody wants to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Payback,
    Npv,
    Roi,
}

impl Wanted {
    const ALL: [Self; 3] = [Self::Payback, Self::Npv, Self::Roi];

    fn name(self) -> &'static str {
        match self {
            Self::Payback => "paid back within, in months",
            Self::Npv => "a net present value of at least",
            Self::Roi => "a simple return of at least",
        }
    }

    /// What stands in the field until somebody types.
    fn example(self) -> &'static str {
        match self {
            Self::Payback => "12",
            Self::Npv => "0",
            Self::Roi => "100%",
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Payback => Kind::Number,
            Self::Npv => Kind::Money,
            Self::Roi => Kind::Share,
        }
    }

    /// Targets a case may be asked for.
    fn bounds(self) -> std::ops::RangeInclusive<f64> {
        match self {
            Self::Payback => 1.0..=120.0,
            Self::Npv => -1e12..=1e12,
            Self::Roi => -1.0..=100.0,
        }
    }

    fn out_of_bounds(self) -> &'static str {
        match self {
            Self::Payback => "A case looks 1 to 120 months ahead.",
            Self::Npv => "That is more than any case can hold.",
            Self::Roi => "A return is from −100% to 10,000%.",
        }
    }

    fn target(self, value: f64) -> Target {
        match self {
            Self::Payback => Target::PaybackMonths(value),
            Self::Npv => Target::Npv(value),
            Self::Roi => Target::Roi(value),
        }
    }
}

/// Asks for a target and answers with the value it takes; computed while it is open only.
#[component]
pub fn Question() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let content =
        live(move || if is_open.get() { view! { <Asked /> }.into_any() } else { ().into_any() });
    view! {
        <details class="question" on:toggle=move |_| is_open.update(|is_open| *is_open = !*is_open)>
            <summary>"Ask for another target"</summary>
            {content}
        </details>
    }
}

#[component]
fn Asked() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let wanted = RwSignal::new(Wanted::Payback);
    let text = RwSignal::new(Wanted::Payback.example().to_owned());
    let input = RwSignal::new(Input::EfficiencyAfter);

    let read = Memo::new(move |_| {
        let wanted = wanted.get();
        let reading = workspace.style.with(|style| parse(&text.read(), wanted.kind(), style));
        match reading.map(|reading| reading.value) {
            Ok(Typed::One(value)) if !wanted.bounds().contains(&value) => {
                Err(wanted.out_of_bounds().to_owned())
            }
            Ok(Typed::One(value)) => Ok(wanted.target(value)),
            Ok(Typed::Range { .. }) => Err("A target is one figure.".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    });
    let problem = Signal::derive(move || read.get().err().unwrap_or_default());
    let inputs =
        Memo::new(move |_| workspace.write(|writer| named_inputs(&writer.evaluation.case)));
    let wants: Vec<AnyView> = Wanted::ALL
        .into_iter()
        .enumerate()
        .map(|(at, wanted)| {
            view! { <option value=at.to_string()>{wanted.name()}</option> }.into_any()
        })
        .collect();
    let options = live(move || {
        let options = inputs.get().unwrap_or_default().into_iter().enumerate();
        let option = |(at, (each, name)): (usize, (Input, String))| {
            let is_chosen = each == input.get_untracked();
            view! { <option value=at.to_string() selected=is_chosen>{name}</option> }.into_any()
        };
        options.map(option).collect::<Vec<_>>().into_any()
    });
    let want = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        let chosen = Wanted::ALL[at % Wanted::ALL.len()];
        text.set(chosen.example().to_owned());
        wanted.set(chosen);
    };
    let choose = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        let chosen = inputs.with_untracked(|inputs| Some(inputs.as_ref()?.get(at)?.0));
        if let Some(chosen) = chosen {
            input.set(chosen);
        }
    };
    let said = block(move |writer| {
        let (input, target) = (input.get(), read.get().ok()?);
        let solved = solve(&writer.evaluation.case, input, target);
        Some(Block::Paragraph(answer(writer, input, target, &solved)))
    });
    view! {
        <div class="question__fields">
            <label for="question-wanted">"I want"</label>
            <select id="question-wanted" on:change=want>{wants}</select>
            <label for="question-value" class="unseen">"How much"</label>
            <input
                id="question-value"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                prop:value=text
                aria-invalid=move || read.with(Result::is_err).to_string()
                aria-describedby="question-problem"
                on:input=move |event| text.set(event_target_value(&event))
            />
            <label for="question-input">"by changing only"</label>
            <select id="question-input" on:change=choose>{options}</select>
        </div>
        <p id="question-problem" class="number-field__message" aria-live="polite">{problem}</p>
        <p class="question__answer" aria-live="polite">{said}</p>
    }
}

/// Inputs a return may depend on, with their names.
fn named_inputs(case: &groundwork_model::case::Case) -> Vec<(Input, String)> {
    let is_drawn =
        |input: &Input| matches!(input, Input::Seed | Input::Slip | Input::FailureProbability);
    let name = |input: Input| {
        let label = input.spec().label;
        let line = labels::line(case, input).map(|line| format!("{line}: ")).unwrap_or_default();
        (input, line + label)
    };
    case.inputs().filter(|input| !is_drawn(input)).map(name).collect()
}
