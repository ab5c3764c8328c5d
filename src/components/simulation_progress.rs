//! How far a long simulation is, and a way to stop it.

use leptos::prelude::*;

use super::{button::plain_button, live, text};
use crate::state::{
    simulating::{Simulated, Simulating},
    workspace::Workspace,
};

/// How far the simulation of the case on screen is, where it takes long enough to be noticed.
#[component]
pub fn SimulationProgress() -> impl IntoView {
    let simulating = expect_context::<Simulating>();
    live(move || if simulating.is_long.get() { progress(simulating) } else { ().into_any() })
}

fn progress(simulating: Simulating) -> AnyView {
    let style = expect_context::<Workspace>().style;
    let counts = move || {
        simulating.now.with(|now| match now {
            Simulated::Running { done, draws, .. } => Some((*done, *draws)),
            _ => None,
        })
    };
    let words = text(move || {
        let Some((done, draws)) = counts() else { return String::new() };
        style.with(|style| {
            let number = |count: u32| style.number(f64::from(count), 0);
            format!("Simulating: {} of {} draws", number(done), number(draws))
        })
    });
    // In percent, as that of an import, with which it then shares its code.
    let share = Signal::derive(move || {
        counts().map(|(done, draws)| (done / (draws / 100).max(1)) as usize)
    });
    let stop = Box::new(move || simulating.stop());
    view! {
        <div class="simulation-progress">
            <p aria-live="off" data-testid="simulation-progress">
                {words}
            </p>
            <progress max="100" value=share aria-label="Simulation"></progress>
            {plain_button("stop-simulation".to_owned(), "Stop", stop)}
        </div>
    }
    .into_any()
}
