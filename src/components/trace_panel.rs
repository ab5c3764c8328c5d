//! Where a figure comes from: formula, figures put in, the inputs it rests on and their sources.

use groundwork_report::trace::{Operand, Trace, TracedInput, trace};
use leptos::{ev, html, prelude::*};

use super::{
    field_id, live,
    prose::{figure, press_on_key, prose},
};
use crate::{
    browser::document::go_to_field,
    state::{asking::Asking, compared::Compared, view::View, workspace::Workspace},
};

/// The panel that opens when a figure is asked about.
#[component]
pub fn TracePanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let asking = expect_context::<Asking>();
    let panel = NodeRef::<html::Dialog>::new();
    let compared = expect_context::<Compared>();
    let content = Memo::new(move |_| {
        let (case, asked) = asking.asked()?;
        let found = compared.write(workspace, case, |writer| trace(writer, asked))?;
        Some((case, of_case(found, case)))
    });
    Effect::new(move || {
        let is_open = content.with(Option::is_some);
        let Some(panel) = panel.get() else { return };
        if is_open && !panel.open() {
            // It fails only for a dialog that is open already.
            let _ = panel.show_modal();
        } else if !is_open && panel.open() {
            panel.close();
        }
    });
    let body = live(move || {
        content.get().map(|(case, trace)| trace_view(compared, case, trace)).into_any()
    });
    view! {
        <dialog
            class="trace"
            node_ref=panel
            aria-labelledby="trace-name"
            on:cancel=move |_: ev::Event| asking.close()
            on:close=move |_| {
                // It is told late: another figure may have been asked meanwhile.
                if panel.get_untracked().is_some_and(|panel| !panel.open()) {
                    asking.close();
                }
            }
            on:keydown=|event| press_on_key(&event)
        >
            {body}
        </dialog>
    }
}

/// The trace with its figures as those of the case at that place.
fn of_case(trace: Trace, case: u8) -> Trace {
    let of_operand = |operand: Operand| Operand { figure: operand.figure.of_case(case), ..operand };
    Trace {
        value: trace.value.of_case(case),
        words: trace.words.of_case(case),
        inserted: trace.inserted.map(|inserted| inserted.of_case(case)),
        operands: trace.operands.into_iter().map(of_operand).collect(),
        aside: trace.aside.map(|aside| aside.of_case(case)),
        ..trace
    }
}

fn trace_view(compared: Compared, case: u8, trace: Trace) -> AnyView {
    let asking = expect_context::<Asking>();
    let workspace = expect_context::<Workspace>();
    // The case on screen needs no name.
    let other = (case > 0).then(|| untrack(|| compared.name(workspace, case))).flatten();
    let other =
        other.map(|name| view! { <p class="trace__aside">"Of “" {name} "”"</p> }.into_any());
    let Trace { name, value, words, symbols, inserted, operands, aside, inputs, .. } = trace;
    let back = live(move || {
        if asking.is_nested() {
            view! { <button class="quiet" on:click=move |_| asking.go_back()>"Back"</button> }
                .into_any()
        } else {
            ().into_any()
        }
    });
    let reason =
        value.reason.map(|reason| view! { <p class="trace__reason">{reason}</p> }.into_any());
    let operands: Vec<AnyView> = operands.into_iter().map(operand_view).collect();
    let operands = (!operands.is_empty())
        .then(|| view! { <dl class="trace__operands">{operands}</dl> }.into_any());
    let inputs: Vec<AnyView> =
        inputs.into_iter().map(|input| input_view(input, case == 0)).collect();
    let inputs = (!inputs.is_empty()).then(|| {
        view! {
            <h3 class="trace__heading">"It rests on"</h3>
            <ul class="trace__inputs">{inputs}</ul>
        }
        .into_any()
    });
    view! {
        <div class="trace__top">
            {back}
            <button class="quiet trace__close" on:click=move |_| asking.close()>"Close"</button>
        </div>
        <h2 id="trace-name" class="trace__name" tabindex="-1" autofocus>{name}</h2>
        {other}
        <p class="trace__value">{value.text}</p>
        {reason}
        <p class="trace__words">{prose(words)}</p>
        {symbols.map(|symbols| view! { <p class="trace__symbols">{symbols}</p> }.into_any())}
        {inserted.map(|inserted| {
            view! {
                <p class="trace__inserted">{prose(inserted)}</p>
                <p class="trace__rounding">
                    "Shown rounded; computed with all digits."
                </p>
            }
            .into_any()
        })}
        {operands}
        {aside.map(|aside| view! { <p class="trace__aside">{prose(aside)}</p> }.into_any())}
        {inputs}
    }
    .into_any()
}

fn operand_view(operand: Operand) -> AnyView {
    view! {
        <div>
            <dt><span class="trace__symbol">{operand.symbol}</span> " " {operand.label}</dt>
            <dd>{figure(operand.figure)}</dd>
        </div>
    }
    .into_any()
}

/// An input, with the way to its field where that is on screen.
fn input_view(traced: TracedInput, is_on_screen: bool) -> AnyView {
    let workspace = expect_context::<Workspace>();
    let asking = expect_context::<Asking>();
    let TracedInput { input, label, figure, is_entered } = traced;
    if !is_on_screen {
        let source = if is_entered { "entered" } else { "not your number" };
        return view! {
            <li>
                <p>{label} " " <strong>{figure.text}</strong></p>
                <p class="trace__source">{source}</p>
            </li>
        }
        .into_any();
    }
    let path = workspace.draft.with_untracked(|draft| draft.file().path(input));
    let note = workspace.draft.with_untracked(|draft| draft.file().source(input).note.to_owned());
    let source = if !is_entered {
        view! { <span class="not-yours">"not your number"</span> }.into_any()
    } else if note.is_empty() {
        "entered, no source given".into_any()
    } else {
        note.into_any()
    };
    let said = format!("Go to the field of {label}");
    let jump = move |_| {
        asking.close();
        workspace.go_to_view(View::Case);
        let field = field_id(&path);
        // Closed, the panel gives the focus back first; and the view with the field is drawn.
        request_animation_frame(move || {
            go_to_field(&field);
        });
    };
    view! {
        <li>
            <p>{label} " " <strong>{figure.text}</strong></p>
            <button class="quiet" on:click=jump aria-label=said>"Go to the field"</button>
            <p class="trace__source">{source}</p>
        </li>
    }
    .into_any()
}
