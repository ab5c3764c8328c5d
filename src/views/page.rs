//! The whole page: the bar at the top, what must be said, the case.

use leptos::prelude::*;

use super::{
    aloud::{Aloud, Said},
    answer::Answer,
    brief::Brief,
    compare::Compare,
    dialogs::{cases::Cases, leaving::Leaving, shortcuts::Shortcuts},
    fields::Fields,
    header::Header,
    offer::Offer,
    other_tabs::OtherTabs,
    plan::Plan,
    preview::Preview,
    tabs::Tabs,
};
use crate::{
    browser::{
        fragment::{fragment, on_other_fragment},
        keyboard::{Request, on_requests},
        printing::{date_and_address, on_printing},
    },
    components::{drop_zone::DropZone, live, notice::Notices, trace_panel::TracePanel},
    state::{
        importing::Importing, links::LinkProblem, other_tabs, preferences::Preferences, view::View,
        workspace::Workspace,
    },
};

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_cases_open = RwSignal::new(false);
    let has_shortcuts_open = RwSignal::new(false);
    provide_context(Importing::new(workspace));
    on_requests(Box::new(move |request| match request {
        Request::Undo => workspace.undo(),
        Request::Redo => workspace.redo(),
        Request::Shortcuts => {
            let is_wanted = workspace.preferences.with_untracked(Preferences::has_single_keys);
            if is_wanted {
                has_shortcuts_open.set(true);
            }
            is_wanted
        }
        Request::Leave => {
            workspace.leave_field();
            false
        }
    }));
    expect_context::<other_tabs::OtherTabs>().follow(workspace);
    let link_problem = expect_context::<LinkProblem>();
    workspace.follow(&fragment(), link_problem);
    on_other_fragment(Box::new(move |other| workspace.follow(&other, link_problem)));
    workspace.follow_steps();
    let view = live(move || match workspace.view.get() {
        View::Case => view! { <main class="case"><Fields /><Answer /></main> }.into_any(),
        View::Plan => view! { <main class="case plan"><Plan /></main> }.into_any(),
        View::Brief => view! { <main class="brief"><Brief /></main> }.into_any(),
        View::Compare => view! { <main class="compare"><Compare /></main> }.into_any(),
    });
    view! {
        <Header has_cases_open has_shortcuts_open />
        <Printed />
        <Tabs />
        <Notices has_cases_open />
        <OtherTabs />
        <Offer has_cases_open />
        <Preview />
        {view}
        <TracePanel />
        <Said />
        <Aloud />
        <DropZone has_cases_open />
        <Cases is_open=has_cases_open />
        <Leaving />
        <Shortcuts is_open=has_shortcuts_open />
    }
}

/// When and from where the page was printed; stands on paper only.
#[component]
fn Printed() -> impl IntoView {
    let is_printing = expect_context::<Workspace>().is_printing;
    on_printing(Box::new(move |is_beginning| is_printing.set(is_beginning)));
    let text = Signal::derive(move || {
        is_printing.track();
        date_and_address()
    });
    view! { <p class="printed">{text}</p> }
}
