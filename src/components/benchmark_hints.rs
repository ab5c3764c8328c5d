//! What others report about a number, on request.

use groundwork_model::input::Input;
use groundwork_report::benchmarks::{Benchmark, benchmarks_of};
use leptos::prelude::*;

/// A disclosure with the published figures about a number; nothing where there are none.
///
/// They are for reading only: none of them can be put into the case.
#[component]
pub fn BenchmarkHints(
    /// Which number.
    input: Input,
) -> impl IntoView {
    let entries: Vec<AnyView> = benchmarks_of(input).map(entry).collect();
    (!entries.is_empty())
        .then(|| {
            view! {
                <details class="reports">
                    <summary>"What do others report?"</summary>
                    <p class="reports__note">
                        "For comparison only. None of this is about your team, and none of it is put \
                         into your case."
                    </p>
                    <ul class="reports__list">{entries}</ul>
                </details>
            }
        })
        .into_any()
}

fn entry(benchmark: &Benchmark) -> AnyView {
    let Benchmark { figure, source, year, method, interest, trust, role, .. } = *benchmark;
    let year = year.map_or_else(|| "no year known".to_owned(), |year| year.to_string());
    let fact = |name: &'static str, text: String| {
        view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any()
    };
    view! {
        <li>
            <p class="reports__figure">{figure}</p>
            <p>{role.words()}</p>
            <dl>
                {fact("Source", source.to_owned())}
                {fact("Year", year)}
                {fact("Sample", method.to_owned())}
                {fact("Interest", interest.to_owned())}
                {fact("Trust", trust.words().to_owned())}
            </dl>
        </li>
    }
    .into_any()
}
