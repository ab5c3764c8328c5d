//! The views to choose from.

use leptos::prelude::*;

use crate::{
    components::{live, text},
    state::{compared::Compared, view::View, workspace::Workspace},
};

/// Links to the views, the one that is shown marked. That of comparing is there while something is
/// compared, or while it is shown.
#[component]
pub fn Tabs() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let compared = expect_context::<Compared>();
    let has_compared = Memo::new(move |_| {
        workspace.view.get() == View::Compare || compared.chosen.with(|chosen| !chosen.is_empty())
    });
    let tabs: Vec<AnyView> = View::ALWAYS.into_iter().map(|view| tab(workspace, view)).collect();
    let last = live(move || has_compared.get().then(|| tab(workspace, View::Compare)).into_any());
    view! { <nav class="tabs" aria-label="Views">{tabs} {last}</nav> }
}

fn tab(workspace: Workspace, view: View) -> AnyView {
    let current = text(move || {
        let is_current = workspace.view.get() == view;
        if is_current { "page" } else { "false" }.to_owned()
    });
    let id = move || (workspace.view.get() == view).then_some(View::TAB_OF_CURRENT);
    view! {
        <a
            id=id
            class="tabs__tab"
            href=view.address()
            aria-current=current
            data-name=view.name()
        >
            {view.name()}
        </a>
    }
    .into_any()
}
