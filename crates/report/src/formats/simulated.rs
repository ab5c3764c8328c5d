//! A simulation as JSON: what the JavaScript API gives and the golden files hold.

use groundwork_model::{
    evaluation::Evaluation,
    simulation::{Band, PaybackSpread, Simulation, Spread},
};
use serde_json::{Value, json};

/// What the simulation of `evaluation` came to, `null` where a figure does not exist, and the notes
/// that say why; `null` as a whole where it was not simulated.
///
/// Months are counted by the places in a list, from the first to the horizon. `unused` are paths of
/// the case file that were kept and not read; each is noted.
pub fn simulated(evaluation: &Evaluation, unused: &[String]) -> Value {
    let Some(simulation) = &evaluation.simulation else { return Value::Null };
    let sensitivity = simulation.sensitivity.iter().map(|found| {
        json!({
            "input": evaluation.case.path(found.input),
            "rank_correlation": found.rank_correlation,
            "share": found.share,
        })
    });
    let months = (1_u32..).zip(&simulation.cumulative_net);
    json!({
        "draws": simulation.draws,
        "seed": simulation.seed,
        "npv": spread(&simulation.npv),
        "total_net": spread(&simulation.total_net),
        "payback_months": payback(&simulation.payback_months),
        "probability_npv_positive": simulation.probability_npv_positive,
        "probability_of_headline": simulation.probability_of_headline,
        "probability_paid_back_by": simulation.probability_paid_back_by,
        "cumulative_net": months.map(|(month, it)| band(month, it)).collect::<Vec<_>>(),
        "sensitivity": sensitivity.collect::<Vec<_>>(),
        "distribution": {
            "low": simulation.distribution.low,
            "width": simulation.distribution.width,
            "counts": simulation.distribution.counts,
        },
        "notes": notes(simulation, unused),
    })
}

fn spread(spread: &Spread) -> Value {
    let Spread { p10, p50, p90, mean } = spread;
    json!({ "p10": p10, "p50": p50, "p90": p90, "mean": mean })
}

fn payback(spread: &PaybackSpread) -> Value {
    let PaybackSpread { p10, p50, p90, mean } = spread;
    json!({ "p10": p10, "p50": p50, "p90": p90, "mean": mean })
}

fn band(month: u32, band: &Band) -> Value {
    let Band { p10, p50, p90 } = band;
    json!({ "month": month, "p10": p10, "p50": p50, "p90": p90 })
}

/// What keeps a payback from having a length.
const NEVER: &str = " the running total is below zero at the end of the horizon, and a payback that \
                     never comes has no months.";

/// Why a figure does not exist, and what to know about the draws.
fn notes(simulation: &Simulation, unused: &[String]) -> Vec<Value> {
    let PaybackSpread { p10, p50, p90, mean } = simulation.payback_months;
    let absent = [("p10", p10), ("p50", p50), ("p90", p90), ("mean", mean)].into_iter();
    let absent = absent.filter(|(_, months)| months.is_none()).map(|(name, _)| {
        let how_many = if name == "mean" { "In some draws" } else { "In too many draws" };
        let text = [how_many, NEVER].concat();
        note(Some(&["payback_months.", name].concat()), "not_paid_back", &text)
    });
    let reduced = (simulation.correlation_kept < 1.0).then(|| {
        let text = "The correlations of the case cannot all hold together; all of them were made \
                    weaker by the same share until they could.";
        note(None, "correlations_reduced", text)
    });
    let unused = unused.iter().map(|path| {
        let text = format!("{path} is not known here; it is kept and changes no figure.");
        note(None, "unused_field", &text)
    });
    absent.chain(reduced).chain(unused).collect()
}

fn note(figure: Option<&str>, code: &str, text: &str) -> Value {
    json!({ "figure": figure, "code": code, "text": text })
}
