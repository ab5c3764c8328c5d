//! Four shares of capacity that are always a whole: a slider and a field for each.

use std::sync::Arc;

use groundwork_cases::plan::SplitAt;
use groundwork_model::split::Category;
use groundwork_report::{document::plan_names, wording::NumberStyle};
use leptos::prelude::*;

use super::{field::Field, field_id, text};
use crate::state::workspace::Workspace;

/// The split of one time. When a share is moved, the others give way: features first.
#[component]
pub fn SplitEditor(
    /// Whose split it is.
    at: SplitAt,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let shares: Vec<AnyView> =
        Category::ALL.into_iter().map(|category| share(workspace, at, category)).collect();
    view! { <div class="split">{shares}</div> }.into_any()
}

fn share(workspace: Workspace, at: SplitAt, category: Category) -> AnyView {
    let input = at.input(category);
    let id = field_id(&workspace.path(input));
    let name = plan_names::category(category);
    let percent =
        Memo::new(move |_| NumberStyle::percent_number(workspace.split(at).share(category)));
    let said = text(move || {
        workspace.style.with(|style| style.percent(workspace.split(at).share(category)))
    });
    // The split as it was when the slider was grabbed.
    let grabbed = StoredValue::new(None);
    let slide = move |event| {
        if let Ok(percent) = event_target_value(&event).parse::<f64>() {
            // A slider cannot leave the range, and debt stops short of everything.
            let now = untrack(|| workspace.split(at));
            let before = grabbed.get_value().unwrap_or(now);
            grabbed.set_value(Some(before));
            let share = (percent / 100.0).min(most(category));
            drop(workspace.set_share_from(before, at, category, share));
        }
    };
    view! {
        <div class=["split__share split__share--", category.key()].concat()>
            <input
                class="split__slider"
                type="range"
                min="0"
                max=NumberStyle::percent_number(most(category)).to_string()
                step="1"
                aria-label=name
                aria-valuetext=said
                prop:value=move || percent.get().to_string()
                on:input=slide
                on:change=move |_| {
                    grabbed.set_value(None);
                    workspace.leave_field();
                }
            />
            <Field
                id
                label=name
                hint=""
                unit=""
                take=Arc::new(move |typed: &str| workspace.type_share(at, category, typed))
                written=Arc::new(move || workspace.share_text(at, category))
            />
        </div>
    }
    .into_any()
}

/// Most of the capacity a category may take.
fn most(category: Category) -> f64 {
    if category == Category::Debt { 0.99 } else { 1.0 }
}
