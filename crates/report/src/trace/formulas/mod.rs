//! The formula of every figure. Each `match` names all figures there are, so one without a formula
//! does not compile.

mod calendar;
mod compared;
mod headline;
mod lines;
mod months;
mod outside;
mod payback;
mod plan;
mod rates;
mod returns;
mod tags;
mod thresholds;
mod uncertain;

use groundwork_model::{
    evaluation::Evaluation,
    figure::{FigureId, ReturnFigure},
};

use super::{
    formula::{Change, Formula, Node},
    symbols::{first_month, returned},
};

/// The formula of `figure`, as it holds for this case and, where it is about one, for its month.
pub(super) fn formula(evaluation: &Evaluation, figure: FigureId) -> Formula {
    match figure {
        FigureId::Input(_) => {
            Formula::entered("This is an input. It is not computed from anything else.")
        }
        FigureId::Headline(figure) => headline::formula(evaluation, figure),
        FigureId::CalendarYear(year, figure) => calendar::formula(evaluation, year, figure),
        FigureId::Month(month, figure) => months::formula(evaluation, month, figure),
        FigureId::Return(figure) => returns::formula(evaluation, figure),
        FigureId::ByTag(tag, figure) => tags::formula(evaluation, tag, figure),
        FigureId::Threshold(scope, threshold) => thresholds::formula(evaluation, scope, threshold),
        FigureId::Displaced(year) => outside::displaced(evaluation, year),
        FigureId::Outside(figure) => outside::formula(evaluation, figure),
        FigureId::Compared(line, figure) => compared::formula(evaluation, line, figure),
        FigureId::Plan(figure) => plan::formula(evaluation, figure),
        FigureId::Delay => delay(evaluation),
        FigureId::Simulated(figure) => uncertain::simulated(evaluation, figure),
        FigureId::Estimate(input, bound) => uncertain::estimate(input, bound),
        FigureId::Tornado(moved, bound) => uncertain::tornado(evaluation, moved, bound),
    }
}

fn delay(evaluation: &Evaluation) -> Formula {
    let words = "The net present value less what it would be if the work began one month later. \
                 Below zero, waiting would bring more.";
    let is_last = evaluation.figure(FigureId::Delay).is_none();
    let later = Node::NpvWith(Change::FirstMonth, Box::new(first_month() + 1.0));
    let npv = returned("NPV", ReturnFigure::Npv);
    Formula::gives(words, npv - if is_last { Node::Missing("NPV(f = f + 1)") } else { later })
}
