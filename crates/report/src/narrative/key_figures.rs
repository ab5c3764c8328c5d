//! The few figures that stand below the headline.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, ReturnFigure},
    input::Input,
};

use crate::document::{KeyFigure, Writer};

/// Present value, the cash in it, return, deepest point and what waiting costs.
pub fn key_figures(writer: Writer<'_>) -> Vec<KeyFigure> {
    let horizon = |before: &str, after: &str| {
        writer.prose().text(before).input(Input::HorizonMonths).text(after).done()
    };
    let words = |text: &str| writer.prose().text(text).done();
    let figure = |label, id, unit| KeyFigure { label, figure: writer.rounded(id), unit };
    vec![
        figure(horizon("NPV, ", ", capacity at cost"), FigureId::Return(ReturnFigure::Npv), ""),
        figure(words("of it cash"), FigureId::Return(ReturnFigure::NpvCashOnly), ""),
        figure(horizon("Return, ", ""), FigureId::Return(ReturnFigure::RoiDiscounted), ""),
        figure(words("Deepest point"), FigureId::Return(ReturnFigure::DeepestPoint), ""),
        figure(
            words("Cost of waiting"),
            FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek),
            "a week",
        ),
    ]
}
