//! Help with the one number nobody has at hand: how much of the time is not lost.

use groundwork_model::input::Input;
use leptos::prelude::*;

use super::{flag, live};
use crate::state::{
    lost_time::{Estimated, Question, Way, read_answer},
    workspace::Workspace,
};

/// What was typed into one question.
#[derive(Clone, Copy)]
struct Answer {
    question: &'static Question,
    text: RwSignal<String>,
    /// A problem is shown once the field was left, as everywhere.
    was_left: RwSignal<bool>,
}

/// A disclosure that turns hours, days or a slowdown into an efficiency.
///
/// Nothing is entered before its button is pressed; the note on the number then says how it was
/// estimated.
#[component]
pub fn EstimateHelp() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let way = RwSignal::new(Way::Hours);
    let answers = StoredValue::new(Way::ALL.map(|way| {
        let answer = |question| Answer {
            question,
            text: RwSignal::default(),
            was_left: RwSignal::new(false),
        };
        way.questions().iter().map(answer).collect::<Vec<_>>()
    }));
    let chosen = move || answers.with_value(|all| all[way.get() as usize].clone());
    let estimated = Memo::new(move |_| {
        let answers = chosen();
        let style = workspace.style.read();
        let read = |answer: &Answer| {
            answer.text.with(|text| read_answer(answer.question, text, &style)).unwrap_or(None)
        };
        let answers: Vec<Option<f64>> = answers.iter().map(read).collect();
        way.get().estimate(&answers, &style)
    });
    let choices = Vec::from(Way::ALL.map(|each| choice(way, each)));
    let questions = live(move || {
        let fields: Vec<AnyView> =
            chosen().into_iter().map(|answer| question(workspace, answer)).collect();
        fields.into_any()
    });
    let result = live(move || match estimated.get() {
        Ok(None) => ().into_any(),
        Ok(Some(estimated)) => view! { <p>{estimated.sentence}</p> }.into_any(),
        Err(problem) => view! { <p class="number-field__message">{problem}</p> }.into_any(),
    });
    view! {
        <details class="estimate">
            <summary>"Help me estimate it"</summary>
            <fieldset class="estimate__ways">
                <legend>"What can you say most easily?"</legend>
                {choices}
            </fieldset>
            {questions}
            <div class="estimate__result" aria-live="polite">{result}</div>
            {use_button(workspace, estimated)}
        </details>
    }
    .into_any()
}

/// The button that enters the estimate, and what it did.
fn use_button(workspace: Workspace, estimated: Memo<Result<Option<Estimated>, String>>) -> AnyView {
    let used = RwSignal::new(None);
    let button = live(move || {
        let Ok(Some(Estimated { efficiency, note, .. })) = estimated.get() else {
            return ().into_any();
        };
        let text = workspace.style.with(|style| style.percent(efficiency));
        let label = format!("Use {text}");
        let enter = move |_| {
            workspace.use_estimate(Input::EfficiencyNow, efficiency, &note);
            used.set(Some(text.clone()));
        };
        view! { <button class="button" type="button" on:click=enter>{label}</button> }.into_any()
    });
    let status = live(move || match used.get() {
        Some(text) => {
            let said =
                format!("{text} is now your efficiency; its source says how it was estimated.");
            said.into_any()
        }
        None => ().into_any(),
    });
    view! { {button} <p class="number-field__hint" role="status">{status}</p> }.into_any()
}

fn choice(way: RwSignal<Way>, each: Way) -> AnyView {
    let is_chosen = flag(move || way.get() == each);
    view! {
        <label class="number-field__choice">
            <input
                type="radio"
                name="estimate-way"
                prop:checked=is_chosen
                on:change=move |_| way.set(each)
            />
            {each.label()}
        </label>
    }
    .into_any()
}

/// One question with its field and, where the answer cannot be read, a message.
fn question(workspace: Workspace, answer: Answer) -> AnyView {
    let Answer { question, text, was_left } = answer;
    let Question { id, label, hint, unit, is_optional, .. } = *question;
    let problem = Memo::new(move |_| {
        let style = workspace.style.read();
        let read = text.with(|text| read_answer(question, text, &style));
        read.err().filter(|_| was_left.get()).unwrap_or_default()
    });
    let invalid = super::text(move || (!problem.read().is_empty()).to_string());
    let (hint_id, message_id) = (format!("{id}-hint"), format!("{id}-message"));
    let hint = if is_optional { format!("{hint}. May stay empty.") } else { hint.to_owned() };
    view! {
        <div class="number-field">
            <label for=id>{label}</label>
            <div class="number-field__box">
                <input
                    id=id
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=format!("{hint_id} {message_id}")
                    aria-invalid=invalid
                    prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                    on:blur=move |_| was_left.set(true)
                />
                <span class="number-field__unit">{unit}</span>
            </div>
            <p id=hint_id class="number-field__hint">{hint}</p>
            <p id=message_id class="number-field__message" aria-live="polite">{problem}</p>
        </div>
    }
    .into_any()
}
