//! What can be done with a chart: see its data, copy it, save it.

use groundwork_report::{
    charts::{Chart, Theme, svg},
    document::Table,
};
use leptos::prelude::*;

use super::{figure_table::table_body, live};
use crate::browser::{
    color_scheme::is_dark,
    download::download,
    picture::{Drawing, copy_png, save_png},
};

/// Buttons below a chart, and its data when asked for.
#[component]
pub fn ChartTools(
    /// The chart as it is laid out.
    chart: Memo<Option<Chart>>,
    /// What its pictures are saved as, without an ending.
    file_name: Signal<String>,
) -> impl IntoView {
    let has_data = RwSignal::new(false);
    let data = Memo::new(move |_| {
        let is_wanted = has_data.get();
        chart.with(|chart| chart.as_ref().filter(|_| is_wanted).map(|chart| chart.data.clone()))
    });
    let said = RwSignal::new(String::new());
    let name = move |ending: &str| format!("{}.{ending}", file_name.get_untracked());
    let drawn = move || chart.with_untracked(|chart| chart.as_ref().map(drawing));
    let save_svg = move |_| {
        if let Some(drawing) = drawn() {
            download(&name("svg"), &drawing.svg, "image/svg+xml");
        }
    };
    let say = move |is_done, done: &'static str, failed: &'static str| {
        // The page may have moved on since.
        let _ = said.try_set(if is_done { done } else { failed }.to_owned());
    };
    let save = move |_| {
        if let Some(drawing) = drawn() {
            save_png(drawing, name("png"), move |is_saved| {
                say(
                    is_saved,
                    "Picture saved.",
                    "This browser cannot make the picture; save the SVG.",
                );
            });
        }
    };
    let copy = move |_| {
        if let Some(drawing) = drawn() {
            copy_png(drawing, move |is_copied| {
                say(
                    is_copied,
                    "Picture copied.",
                    "This browser cannot copy pictures; save it instead.",
                );
            });
        }
    };
    let data_label = move || if has_data.get() { "Hide data" } else { "Show data" };
    view! {
        <div class="chart__tools">
            <button
                class="quiet"
                aria-expanded=move || has_data.get().to_string()
                on:click=move |_| has_data.update(|has_data| *has_data = !*has_data)
            >
                {data_label}
            </button>
            <button class="quiet" on:click=copy>"Copy picture"</button>
            <button class="quiet" on:click=save_svg>"Save SVG"</button>
            <button class="quiet" on:click=save>"Save PNG"</button>
            <span class="chart__said" role="status">{said}</span>
        </div>
        {live(move || data.get().map(data_view).into_any())}
    }
}

fn data_view(table: Table) -> AnyView {
    view! { <div class="figure-table chart__data">{table_body(table)}</div> }.into_any()
}

/// The chart with the colors it has on the page now.
fn drawing(chart: &Chart) -> Drawing {
    let theme = if is_dark() { Theme::Dark } else { Theme::Light };
    Drawing { svg: svg(chart, theme), width: chart.scene.width, height: chart.scene.height }
}
