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
            words("Cost of waiting"),
            FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek),
            "a week",
        ),
    ]
}

/// The work counts as capacity, so what of it must be bought outside is named beside the cash.
fn of_it_cash(writer: Writer<'_>) -> Paragraph {
    let bought = FigureId::Outside(OutsideFigure::BoughtOutside);
    writer
        .prose()
        .text("of it cash")
        .when(writer.value(bought) > Some(0.0), |prose| {
            prose.text(", not counting ").figure(bought).text(" bought outside")
        })
        .done()
}
