//! The chances that it is worth it, and that it has been paid back.

use groundwork_model::{
    figure::{FigureId, Percentile, SimulatedFigure as F},
    input::Input,
    simulation::{PaybackSpread, Simulation},
};

use crate::document::{Paragraph, Prose, Writer, month_reached};

const POSITIVE: FigureId = FigureId::Simulated(F::ProbabilityNpvPositive);

/// How often the present value is above zero, and how often it is paid back in time.
pub(super) fn chances(writer: &Writer<'_>, simulation: &Simulation) -> Paragraph {
    let prose = above_zero(writer.prose()).text(" ");
    paid_back(prose, writer, simulation).done()
}

/// "It is above zero in 92% of draws."
pub(in crate::narrative) fn above_zero(prose: Prose<'_>) -> Prose<'_> {
    prose.text("It is above zero ").in_draws(POSITIVE, " of draws").text(".")
}

/// "By the end of December 2026, the likely month of payback, it is paid back in 38% of draws, and
/// by the end of the 24 months in 90%."
pub(in crate::narrative) fn paid_back<'a>(
    prose: Prose<'a>,
    writer: &Writer<'_>,
    simulation: &Simulation,
) -> Prose<'a> {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let by = |month| FigureId::Simulated(F::PaidBackBy(month));
    let all = by(horizon);
    let within = |prose: Prose<'a>| prose.text("within ").input(Input::HorizonMonths);
    let likely = match writer.evaluation.returns.payback_months {
        None => {
            let is_any = simulation.probability_paid_back_by.last() > Some(&0.0);
            let prose = within(prose.text("By the likely figures it is not paid back "));
            return prose
                .text(if is_any { "; it is " } else { ", and " })
                .in_draws(all, " of draws")
                .text(if is_any { "." } else { " either." });
        }
        Some(months) if months <= 0.0 => {
            let prose = prose.text("By the likely figures it is never in the red; ");
            return within(prose).text(" it is paid back ").in_draws(all, " of draws").text(".");
        }
        Some(months) => month_reached(months),
    };
    let prose = prose
        .text("By ")
        .span(writer.payback())
        .text(", the likely month of payback, it is paid back ")
        .in_draws(by(likely), " of draws");
    let chances = [likely, horizon].map(|month| writer.value(by(month)).unwrap_or_default());
    let is_all = likely >= horizon || chances[0] >= 1.0;
    if is_all {
        return prose.text(".");
    }
    if chances[1] <= chances[0] {
        let none = chances[0] <= 0.0;
        return within(prose.text(if none { ", nor " } else { "; no other draw is " })).text(".");
    }
    within(prose.text(", and ")).text(" ").in_draws(all, "").text(".")
}

/// How long it takes to be paid back, in the middle and on both sides; `None` where no draw is.
pub(super) fn length_of_payback(writer: &Writer<'_>, simulation: &Simulation) -> Option<Paragraph> {
    if simulation.probability_paid_back_by.last() == Some(&0.0) {
        return None;
    }
    let [p10, p50, p90] =
        Percentile::ALL.map(|percentile| FigureId::Simulated(F::Payback(percentile)));
    let PaybackSpread { p10: quick, p50: middle, p90: slow, .. } = simulation.payback_months;
    let prose = writer.prose();
    let prose = match (quick, middle, slow) {
        (None, ..) => not_paid_back(prose, "In nine tenths of the draws or more"),
        (_, None, _) => {
            let prose = prose.text("A tenth of the draws is paid back within ").key(p10);
            not_paid_back(prose, "; in half of them or more")
        }
        (.., None) => {
            let prose = prose.text("From the start to payback it takes ").key(p50);
            let prose = prose.text(" in the middle draw");
            let is_quicker = writer.rounded(p10).text != writer.rounded(p50).text;
            let prose = prose.when(is_quicker, |prose| {
                prose.text(" and at most ").figure(p10).text(" in a tenth of them")
            });
            not_paid_back(prose, "; in a tenth of the draws or more")
        }
        _ if writer.rounded(p10).text == writer.rounded(p90).text => prose
            .text("From the start to payback it takes ")
            .key(p50)
            .text(" in ")
            .plain(writer.most_draws())
            .text(" draws"),
        _ => prose
            .text("From the start to payback it takes ")
            .key(p50)
            .text(" in the middle draw, and between ")
            .key(p10)
            .text(" and ")
            .key(p90)
            .text(" in ")
            .plain(writer.most_draws())
            .text(" draws"),
    };
    let is_never_in_the_red = quick == Some(0.0);
    let prose = prose.text(".").when(is_never_in_the_red, |prose| {
        prose.text(" It takes ").figure(p10).text(" where it is never in the red.")
    });
    Some(prose.done())
}

fn not_paid_back<'a>(prose: Prose<'a>, in_how_many: &'static str) -> Prose<'a> {
    prose.text(in_how_many).text(" it is not paid back within ").input(Input::HorizonMonths)
}
