//! Saved points of the case on screen: remembered, compared with, forgotten.

use leptos::{html, prelude::*};

use crate::{
    browser::document::focus_soon,
    components::{button::button, live, text},
    state::{
        compared::Compared,
        points::{PointRow, Points},
        workspace::Workspace,
    },
    views::compare::TITLE_ID,
};

/// Where points stand: ids begin with it, since the list of cases may stand over the page.
type Place = &'static str;

/// The points of a case that is the reader's own and not blank.
pub fn points() -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let can_be_remembered = Memo::new(move |_| !workspace.is_preview() && !workspace.is_blank());
    live(move || {
        if can_be_remembered.get() {
            content(Points::open(workspace, compared), "point", Box::new(|| ()))
        } else {
            ().into_any()
        }
    })
    .into_any()
}

/// The points where they stand over the view they lead to; `leave` closes what stands there.
pub fn points_with(leave: Box<dyn Fn() + Send + Sync>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    if untrack(|| workspace.is_preview() || workspace.is_blank()) {
        return ().into_any();
    }
    content(Points::open(workspace, compared), "case-point", leave)
}

fn content(points: Points, place: Place, leave: Box<dyn Fn() + Send + Sync>) -> AnyView {
    let leave = StoredValue::new(leave);
    let warning = live(move || {
        let warning = points.warning();
        warning.map(|warning| view! { <p class="points__warning">{warning}</p> }).into_any()
    });
    let rows = live(move || {
        let rows = points.rows.get();
        if rows.is_empty() {
            return ().into_any();
        }
        let rows: Vec<AnyView> =
            rows.into_iter().map(|each| row(points, place, each, leave)).collect();
        view! { <ul class="points__list">{rows}</ul> }.into_any()
    });
    let way_back = live(move || {
        if !points.can_undo() {
            return ().into_any();
        }
        let label = Signal::stored("Undo".to_owned());
        button(undo_id(place), "button", label, Box::new(move || points.undo()))
    });
    let title_id = [place, "-title"].concat();
    let named_by = title_id.clone();
    view! {
        <section class="points" aria-labelledby=named_by>
            <h2 id=title_id class="points__title">"Points in time"</h2>
            <p class="points__about">
                "Remember the case as it is now, and later see what changed since. Points stay in this browser; files and links do not hold them."
            </p>
            {warning}
            {form(points, place)}
            <div class="points__said">
                <p role="status" data-testid="points-said">{points.said}</p>
                {way_back}
            </div>
            {rows}
        </section>
    }
    .into_any()
}

fn form(points: Points, place: Place) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let remember = move || {
        let Some(field) = field.get_untracked() else { return };
        if points.remember(&field.value()) {
            field.set_value("");
        }
    };
    let label = text(move || {
        let is_full = points.warning().is_some();
        if is_full { "Remember this point, let the oldest go" } else { "Remember this point" }
            .to_owned()
    });
    let (name_id, remember_id) = ([place, "-name"].concat(), [place, "-remember"].concat());
    view! {
        <div class="points__form">
            <label for=name_id.clone()>"Name of the point (optional)"</label>
            <input
                id=name_id
                node_ref=field
                type="text"
                autocomplete="off"
                placeholder="Before the review"
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        remember();
                    }
                }
            />
            {button(remember_id, "button", label, Box::new(remember))}
        </div>
    }
    .into_any()
}

/// Id of the way back from forgetting.
fn undo_id(place: Place) -> String {
    [place, "-undo"].concat()
}

fn row(
    points: Points,
    place: Place,
    row: PointRow,
    leave: StoredValue<Box<dyn Fn() + Send + Sync>>,
) -> AnyView {
    let PointRow { name, moment, .. } = row.clone();
    let row = StoredValue::new(row);
    let compare = move |_| {
        leave.with_value(|leave| leave());
        row.with_value(|row| points.what_changed(row));
        focus_soon(TITLE_ID.to_owned());
    };
    let forget = move |_| {
        row.with_value(|row| points.forget(row));
        focus_soon(undo_id(place));
    };
    let since = ["What changed since “", &name, "”"].concat();
    let forgotten = ["Forget “", &name, "”"].concat();
    let moment = moment.map(|moment| view! { <small>{moment}</small> }.into_any());
    view! {
        <li class="points__row">
            <span class="points__name"><bdi>{name}</bdi> " " {moment}</span>
            <button
                class="case-row__deed"
                aria-label=since
                on:click=compare
            >
                "What changed since"
            </button>
            <button
                class="case-row__deed"
                aria-label=forgotten
                on:click=forget
            >
                "Forget"
            </button>
        </li>
    }
    .into_any()
}
