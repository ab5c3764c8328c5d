//! What all strategies rest on, what of it was entered, and what was derived.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::{PlanInput, StrategyKind},
    split::Category,
    strategy::{Basis, Comparison, PlanFigure},
};

use super::{alternatives::line_of, comparison, listed};
use crate::document::{
    FigureSpan, Paragraph, Prose, Writer,
    plan_names::{category, strategy_kind},
};

/// Today's split, what debt work buys, the highest efficiency and the decline, each with whose number
/// it is.
pub fn basis(writer: Writer<'_>) -> Vec<Paragraph> {
    let writer = &writer;
    let Some(Comparison { basis, .. }) = comparison(writer) else {
        return Vec::new();
    };
    vec![split(writer, basis), points(writer, basis), best(writer, basis), decline(writer, basis)]
}

const NOT_YOURS: &str = " That is not your number.";

fn split(writer: &Writer<'_>, basis: &Basis) -> Paragraph {
    let prose = writer.prose().text("Of capacity today, ");
    let prose = listed(prose, &Category::ALL, &|prose, of: &Category| {
        let id = FigureId::Input(Input::Plan(PlanInput::Split(*of)));
        prose.figure(id).text(" goes to ").text(category(*of).to_ascii_lowercase())
    });
    prose
        .text(".")
        .text(if basis.is_split_entered {
            ""
        } else {
            " Nobody entered that split; these are not your numbers."
        })
        .done()
}

fn points(writer: &Writer<'_>, basis: &Basis) -> Paragraph {
    let Some(points) = basis.points_per_capacity_year else {
        return Paragraph::of_text(
            "What a year of capacity spent on debt buys is not known: nobody entered it, and the \
             case does not raise efficiency at a cost it could be derived from.",
        );
    };
    let id = FigureId::Plan(PlanFigure::PointsPerCapacityYear);
    let prose = writer.prose().text("A whole year of capacity spent on debt buys ");
    let prose = prose.key_span(writer.written(id, writer.style.points(points)));
    prose
        .text(if basis.are_points_entered {
            " of efficiency, as entered."
        } else {
            " of efficiency. That is derived from the work of this case and an upper bound: a \
             targeted project, no diminishing returns."
        })
        .done()
}

/// What a year of debt work buys where it was entered, and what it buys in the work of the case, where
/// that work is compared and the two differ.
fn unlike_points(writer: &Writer<'_>, comparison: &Comparison) -> Option<[FigureSpan; 2]> {
    line_of(writer, comparison, StrategyKind::Focused)?;
    let basis = &comparison.basis;
    let (entered, of_work) = (basis.points_per_capacity_year?, basis.points_of_this_work?);
    let [entered, of_work] = [entered, of_work].map(|points| writer.style.points(points));
    if entered == of_work {
        return None;
    }
    let span = |figure, words| writer.written(FigureId::Plan(figure), words);
    Some([
        span(PlanFigure::PointsPerCapacityYear, entered),
        span(PlanFigure::PointsOfThisWork, of_work),
    ])
}

/// That the work of the case does not rest on the points entered for a year of debt work; `None` where
/// it does, or is not compared.
pub(super) fn other_points(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    let [entered, of_work] = unlike_points(writer, comparison)?;
    let prose = writer.prose().text("This path rests on ").span(entered);
    let prose = prose.text(" for a year of capacity spent on debt, as entered; the line “");
    let prose = prose.text(strategy_kind(StrategyKind::Focused)).text("” rests on ").span(of_work);
    Some(
        prose
            .text(
                ", which its own cost and gain come to, so the two cannot be held against each \
                 other.",
            )
            .done(),
    )
}

/// That the order of the strategies is no result, because not all of them rest on the same gain from
/// debt work; `None` where they do.
pub(super) fn unlike_gains(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    let others = [StrategyKind::FixedShare, StrategyKind::PayWhenItPays];
    others.iter().find_map(|kind| line_of(writer, comparison, *kind))?;
    let [entered, of_work] = unlike_points(writer, comparison)?;
    let prose = writer.prose().text("Their order is a hint and no result: for a year of capacity ");
    let prose = prose.text("spent on debt, this work gains ").span(of_work);
    Some(prose.text(" of efficiency and the others ").span(entered).text(".").done())
}

fn best(writer: &Writer<'_>, basis: &Basis) -> Paragraph {
    if let Some(raised) = raised_best(writer, basis) {
        return raised;
    }
    let id = FigureId::Plan(PlanFigure::BestEfficiency);
    let prose = writer.prose().text("Efficiency can reach ").key(id);
    prose
        .text(if basis.is_best_entered {
            " at most, as entered."
        } else {
            " at most: the higher one of today's and the one this case reaches. Nobody entered a \
             best efficiency."
        })
        .done()
}

/// "A best efficiency of 60% is entered, but this case reaches 90%: 90% counts as the best instead.";
/// `None` where what was entered counts.
pub(super) fn raised_best(writer: &Writer<'_>, basis: &Basis) -> Option<Paragraph> {
    let input = Input::Plan(PlanInput::BestEfficiency);
    let entered = writer.evaluation.case.entered(input)?.likely();
    let best = FigureId::Plan(PlanFigure::BestEfficiency);
    let is_there = writer.evaluation.assumptions.efficiency.now >= basis.best_efficiency;
    let [entered_as, counted] = writer.shares_apart([FigureId::Input(input), best]);
    (entered < basis.best_efficiency).then(|| {
        let prose = writer.prose().text("A best efficiency of ").span(entered_as);
        prose
            .text(" is entered, but ")
            .text(if is_there { "efficiency is at " } else { "this case reaches " })
            .key_span(counted)
            .text(if is_there { " today" } else { "" })
            .text(", so that counts as the best instead.")
            .done()
    })
}

fn decline(writer: &Writer<'_>, basis: &Basis) -> Paragraph {
    let lost = FigureId::Input(Input::AccrualPerYear);
    let points = |id: FigureId| {
        writer.written(id, writer.style.points(writer.value(id).unwrap_or_default()))
    };
    let prose = writer.prose();
    let prose = if basis.is_accrual_entered {
        prose.text("At today's split efficiency loses ").span(points(lost)).text(" a year.")
    } else {
        prose.text("No decline at today's split is entered, so none is assumed.").text(NOT_YOURS)
    };
    let interest = Input::InterestRate;
    let has_interest = writer.evaluation.assumptions.efficiency.interest_rate > 0.0;
    let prose = prose.when(has_interest, |prose: Prose<'_>| {
        prose.text(" What is lost grows by ").input(interest).text(" a year on itself.")
    });
    let without = FigureId::Plan(PlanFigure::AccrualWithoutDebtWork);
    let has_debt_work = basis.split.share(Category::Debt) > 0.0;
    let is_known = writer.value(without).is_some();
    prose
        .when(has_debt_work && is_known, |prose: Prose<'_>| {
            let prose = prose.text(" With no debt work at all it would lose ");
            prose.key_span(points(without)).text(" a year.")
        })
        .done()
}
