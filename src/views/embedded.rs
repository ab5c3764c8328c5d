//! A part of a case in somebody else's page: read, not changed, and the way to the whole case.

use groundwork_cases::{case_file::CaseFile, link::to_link};
use groundwork_model::simulation::is_uncertain;
use groundwork_report::{
    charts::ChartKind,
    document::Block,
    narrative::{
        headline::{headline, meaning},
        key_figures::key_figures,
    },
};
use leptos::prelude::*;

use crate::{
    browser::{
        document,
        fragment::{fragment, on_other_fragment},
        number_style::number_style,
    },
    components::{block::block, chart_figure::ChartFigure},
    state::{
        comparing::UNNAMED,
        embedded::{EmbedProblem, Embedded, Part},
        links::why_no_case,
        workspace::Workspace,
    },
};

/// The part the address asks for, or why there is none.
#[component]
pub fn EmbeddedPart() -> impl IntoView {
    // Another part is another page: nothing of this one is worth keeping.
    on_other_fragment(Box::new(|_| document::load_again()));
    match Embedded::read(&fragment()) {
        Ok(embedded) => whole(embedded),
        Err(problem) => view! { <p class="notice">{problem_text(&problem)}</p> }.into_any(),
    }
}

/// The part, its name, and the way to the case it is of.
fn whole(Embedded { part, file }: Embedded) -> AnyView {
    let name = Some(file.title()).filter(|title| !title.is_empty()).unwrap_or(UNNAMED).to_owned();
    let address = ["./#", &to_link(&file)].concat();
    view! {
        <main class="embedded">
            <p class="embedded__name">{name}</p>
            {shown(part, file)}
            <p class="embedded__from">
                <a href=address target="_blank" rel="noopener">
                    "Open the whole case in Groundwork"
                </a>
                " to see where each figure comes from."
            </p>
        </main>
    }
    .into_any()
}

fn shown(part: Part, file: CaseFile) -> AnyView {
    let workspace = Workspace::of_file(file);
    provide_context(workspace);
    let is_drawn_from = workspace.write(|writer| is_uncertain(&writer.evaluation.case));
    match (part, is_drawn_from) {
        (_, None) => {
            let missing = workspace.missing().join(", ");
            view! { <p>"This case has no result yet. Still needed: " {missing} "."</p> }.into_any()
        }
        (Part::Headline, _) => view! {
            <h1 class="answer__lead" data-testid="headline">
                {block(|writer| Some(Block::Paragraph(headline(writer))))}
            </h1>
            <p class="answer__meaning">{block(|writer| meaning(writer).map(Block::Paragraph))}</p>
            {block(|writer| Some(Block::KeyFigures(key_figures(writer))))}
        }
        .into_any(),
        (Part::Chart(kind), Some(false)) if kind.needs_draws() => view! {
            <p>"No number of this case is a range, so there is nothing to draw here."</p>
        }
        .into_any(),
        (Part::Chart(kind), _) => chart(kind),
    }
}

fn chart(kind: ChartKind) -> AnyView {
    let kind = RwSignal::new(kind);
    view! { <ChartFigure kind has_tools=false /> }.into_any()
}

fn problem_text(problem: &EmbedProblem) -> String {
    match problem {
        EmbedProblem::NoPart => {
            "The address of this part is incomplete. Copy the code to embed it \
                                 once more from “Share” in Groundwork."
                .to_owned()
        }
        EmbedProblem::Link(problem) => {
            let (why, then) = why_no_case(problem, &number_style(&document::language(), "USD"));
            format!("{why} {then}")
        }
    }
}
