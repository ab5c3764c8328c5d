//! A card for each of the cases: what it means, its figures, and what can be done with it.

use groundwork_report::charts::Role;
use leptos::prelude::*;

use super::{TITLE_ID, chooser::CHOOSE_ID};
use crate::{
    browser::document::focus_soon,
    components::{block::key_figure, button::button, live, prose::prose},
    state::{
        compared::{Card, Chosen, Compared, MOST_OTHERS},
        view::View,
        workspace::Workspace,
    },
};

/// The cards, and the way to one more.
pub(super) fn cards(is_choosing: RwSignal<bool>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let cards = Memo::new(move |_| compared.cards(workspace));
    let drawn = live(move || {
        let cards = cards.get();
        let is_since = cards.iter().any(|card| matches!(card.chosen, Some(Chosen::Point(_))));
        let has_room = cards.len() <= MOST_OTHERS && !is_since;
        let drawn: Vec<AnyView> =
            cards.into_iter().zip(0_u8..).map(|(each, at)| card(each, at)).collect();
        let more = has_room.then(|| {
            let choose = Box::new(move || {
                is_choosing.set(true);
                focus_soon(CHOOSE_ID.to_owned());
            });
            let label = Signal::stored("Add a third".to_owned());
            view! {
                <li class="compare-card compare-card--more">
                    {button("compare-add".to_owned(), "button", label, choose)}
                </li>
            }
            .into_any()
        });
        view! { <ul class="compare__cards">{drawn} {more}</ul> }.into_any()
    });
    view! { {drawn} }.into_any()
}

fn card(card: Card, at: u8) -> AnyView {
    let Card { name, about, chosen, headline, facts } = card;
    let facts: Vec<AnyView> = facts.into_iter().map(key_figure).collect();
    let means = match headline {
        Some(headline) => view! {
            <p class="compare-card__headline">{prose(headline)}</p>
            <dl class="compare-card__facts">{facts}</dl>
        }
        .into_any(),
        None => view! {
            <p class="compare-card__headline">
                "Not complete yet: without its four numbers there is nothing to compute."
            </p>
        }
        .into_any(),
    };
    view! {
        <li class="compare-card">
            <svg class="compare-card__line" viewBox="0 0 48 8" aria-hidden="true">
                <polyline class=Role::Series(at).class() points="0,4 48,4" />
            </svg>
            <h2 class="compare-card__name"><bdi>{name.clone()}</bdi></h2>
            <p class="compare-card__about">{about}</p>
            {means}
            <div class="compare-card__deeds">{deeds(&name, chosen)}</div>
        </li>
    }
    .into_any()
}

/// What can be done with one of the cases.
fn deeds(name: &str, chosen: Option<Chosen>) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let Some(chosen) = chosen else {
        return view! { <a class="compare-card__way" href=View::Case.address()>"Change its figures"</a> }
            .into_any();
    };
    let focus_on_title = || focus_soon(TITLE_ID.to_owned());
    let first = match &chosen {
        Chosen::Case(id) => {
            let id = id.clone();
            let open = move || {
                compared.open_other(workspace, &id);
                focus_on_title();
            };
            deed("Open this one", name, Box::new(open))
        }
        Chosen::Point(key) => {
            let key = key.clone();
            let go_back = move || {
                compared.go_back_to(workspace, &key);
                focus_on_title();
            };
            deed("Go back to this point", name, Box::new(go_back))
        }
    };
    let remove = move || {
        compared.remove(&chosen);
        focus_on_title();
    };
    view! { {first} {deed("Remove", name, Box::new(remove))} }.into_any()
}

/// Something that can be done to the case of that name.
fn deed(what: &'static str, name: &str, press: Box<dyn Fn()>) -> AnyView {
    let label = [what, ": “", name, "”"].concat();
    view! {
        <button class="quiet" aria-label=label on:click=move |_| press()>
            {what}
        </button>
    }
    .into_any()
}
