//! The few figures that stand below the headline.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, OutsideFigure, ReturnFigure},
    input::Input,
};

use crate::document::{KeyFigure, Paragraph, Writer};

/// Present value, the cash in it, return, deepest point and what waiting costs.
pub fn key_figures(writer: Writer<'_>) -> Vec<KeyFigure> {
    let horizon = |before: &str, after: &str| {
        writer.prose().text(before).input(Input::HorizonMonths).text(after).done()
    };
    let words = |text: &str| writer.prose().text(text).done();
    let figure = |label, id, unit| KeyFigure { label, figure: writer.rounded(id), unit };
    vec![
        figure(horizon("NPV, ", ", capacity at cost"), FigureId::Return(ReturnFigure::Npv), ""),
        figure(of_it_cash(writer), FigureId::Return(ReturnFigure::NpvCashOnly), ""),
        figure(horizon("Return, ", ""), FigureId::Return(ReturnFigure::RoiDiscounted), ""),
        figure(words("Deepest point"), FigureId::Return(ReturnFigure::DeepestPoint), ""),
        figure(
            words(what_waiting_costs(writer)),
            FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek),
            "a week",
        ),
    ]
}

/// A run rate of what is gained, which no one would call a cost where the work is not worth it.
fn what_waiting_costs(writer: Writer<'_>) -> &'static str {
    let is_cost = writer.evaluation.returns.npv >= 0.0
        || writer.headline(HeadlineFigure::CostOfDelayPerWeek) <= 0.0;
    if is_cost { "Cost of waiting" } else { "Gain forgone by waiting, the work not charged" }
}

/// The work counts as capacity, so what of it must be bought outside is named beside the cash.
fn of_it_cash(writer: Writer<'_>) -> Paragraph {
    let bought = FigureId::Outside(OutsideFigure::BoughtOutside);
    writer
        .prose()
        .text("of it cash")
        .when(writer.value(bought) > Some(0.0), |prose| {
            prose.text(", before ").figure(bought).text(" bought outside")
        })
        .done()
}
