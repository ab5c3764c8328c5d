//! Lowest, most likely and highest of a number, for those who would not type a range into one field.

use std::sync::Arc;

use groundwork_model::{estimate::Estimate, input::Input};
use leptos::prelude::*;

use super::{field::Field, live};
use crate::state::{
    entry::Message,
    range_parts::{RangePart, box_problem, parts, with_part},
    workspace::Workspace,
};

/// A disclosure with three boxes; they show what stands in the field and write into it.
#[component]
pub fn RangeBoxes(
    /// Which number.
    input: Input,
    /// Id of the field of the whole range.
    id: String,
    /// What the field held when it was last left.
    settled: StoredValue<Option<Estimate>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let boxes = live(move || {
        if !is_open.get() {
            return ().into_any();
        }
        let boxes: Vec<AnyView> =
            RangePart::ALL.into_iter().map(|part| range_box(input, &id, part, settled)).collect();
        view! {
            <div class="range-boxes__three" data-one-step>
                {boxes}
            </div>
        }
        .into_any()
    });
    view! {
        <details
            class="range-boxes"
            on:toggle=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            <summary>"As a range"</summary>
            {boxes}
        </details>
    }
    .into_any()
}

fn range_box(
    input: Input,
    id: &str,
    part: RangePart,
    settled: StoredValue<Option<Estimate>>,
) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let take = move |typed: &str| {
        let before = workspace.number_text(input);
        let style = workspace.style.get_untracked();
        // Passing through a box changes nothing.
        if parts(&before, input, &style)[part as usize] != typed {
            let text = with_part(&before, part, typed, input, &style);
            // The field of the whole range says what is to be said about it.
            let _ = workspace.type_number(input, &text, settled.get_value());
        }
        box_problem(typed, input, &style).map_or(Message::Nothing, Message::Problem)
    };
    let written = move || {
        let text = workspace.number_text(input);
        let [low, likely, high] =
            workspace.style.with_untracked(|style| parts(&text, input, style));
        match part {
            RangePart::Low => low,
            RangePart::Likely => likely,
            RangePart::High => high,
        }
    };
    view! {
        <Field
            id=format!("{id}-{}", part as usize)
            label=part.name()
            hint=part.hint()
            unit=""
            take=Arc::new(take)
            written=Arc::new(written)
            settled=Arc::new(move || settled.set_value(workspace.estimate(input)))
        />
    }
    .into_any()
}
