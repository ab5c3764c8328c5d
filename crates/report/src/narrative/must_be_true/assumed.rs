//! What is taken for granted, marked as an assumption where nobody entered it.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure},
    input::Input,
};

use crate::{
    document::{Paragraph, Writer},
    narrative::headline::grows,
};

/// What is assumed to happen where nothing is done.
pub(in crate::narrative) fn doing_nothing(writer: &Writer<'_>) -> Paragraph {
    let case = &writer.evaluation.case;
    let [accrual, interest] = [Input::AccrualPerYear, Input::InterestRate];
    let is_above_zero = |input| writer.value(FigureId::Input(input)) > Some(0.0);
    if !grows(writer) {
        let is_entered = [accrual, interest].iter().any(|input| case.entered(*input).is_some());
        return Paragraph::of_text(if is_entered {
            "Doing nothing gets no worse, by your own figures."
        } else {
            "It assumes that doing nothing gets no worse."
        });
    }
    let horizon = writer.evaluation.assumptions.horizon_months;
    let level_id = FigureId::Month(horizon, MonthFigure::BaselineEfficiency);
    let points = writer.value(FigureId::Input(accrual)).unwrap_or_default();
    let [now, level] = writer.shares_apart([FigureId::Input(Input::EfficiencyNow), level_id]);
    writer
        .prose()
        .text("Doing nothing, ")
        .when(is_above_zero(accrual), |prose| {
            let points = writer.written(FigureId::Input(accrual), writer.style.points(points));
            prose.text("efficiency falls by ").span(points).text(" a year")
        })
        .text(if is_above_zero(accrual) && is_above_zero(interest) { " and " } else { "" })
        .when(is_above_zero(interest), |prose| {
            prose.text("the loss grows by ").input(interest).text(" a year on itself")
        })
        .text(": from ")
        .span(now)
        .text(" to ")
        .key_span(level)
        .text(" in ")
        .span(writer.month_written(level_id, horizon, true))
        .text(".")
        .done()
}

/// How many of the freed hours must be used.
pub(in crate::narrative) fn freed_hours(writer: &Writer<'_>) -> Option<Paragraph> {
    if writer.headline(HeadlineFigure::PointsGained) <= 0.0 {
        return None;
    }
    let realised = writer.evaluation.assumptions.capacity.realised;
    let is_entered = writer.evaluation.case.entered(Input::Realised).is_some();
    if realised <= 0.0 {
        return None;
    }
    if realised < 1.0 {
        let prose = writer.prose().text("Of the hours freed, ").input(Input::Realised);
        return Some(prose.text(" must turn into something anybody values.").done());
    }
    Some(Paragraph::of_text(if is_entered {
        "Every freed hour must turn into something anybody values."
    } else {
        "It assumes that every freed hour turns into something anybody values."
    }))
}

/// What may be needed to keep what was built.
pub(super) fn upkeep(writer: &Writer<'_>) -> Option<Paragraph> {
    let share = Input::UpkeepShare;
    if writer.value(FigureId::Input(share)) > Some(0.0) {
        let pays = writer.evaluation.returns.npv >= 0.0;
        let start = if pays { "Upkeep must stay within " } else { "Upkeep is counted at " };
        return Some(writer.prose().text(start).input(share).text(" of capacity.").done());
    }
    let is_assumed = writer.evaluation.case.entered(share).is_none();
    is_assumed.then(|| Paragraph::of_text("It assumes that what is built needs no upkeep."))
}
