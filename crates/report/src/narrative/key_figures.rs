//! The few figures that stand below the headline.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, OutsideFigure, ReturnFigure},
    input::Input,
};

use super::uncertain::verdict::has_ranges;
use crate::document::{KeyFigure, Paragraph, Writer};

/// Present value, the cash in it, return, deepest point and what waiting costs; beside ranges marked
/// as the likely ones.
pub fn key_figures(writer: Writer<'_>) -> Vec<KeyFigure> {
    let horizon = |before: &str, after: &str| {
        writer.prose().text(before).input(Input::HorizonMonths).text(after).done()
    };
    let words = |text: &str| writer.prose().text(text).done();
    let figure = |label, id, unit| KeyFigure { label, figure: writer.rounded(id), unit };
    let has_ranges = has_ranges(&writer);
    let either = |plain, likely| if has_ranges { likely } else { plain };
    vec![
        figure(
            horizon(either("NPV, ", "Likely NPV, "), ", capacity at cost"),
            FigureId::Return(ReturnFigure::Npv),
            "",
        ),
        figure(of_it_cash(writer), FigureId::Return(ReturnFigure::NpvCashOnly), ""),
        figure(
            horizon(either("Return, ", "Likely return, "), ""),
            FigureId::Return(ReturnFigure::RoiDiscounted),
            "",
        ),
        figure(
            words(either("Deepest point", "Likely deepest point")),
            FigureId::Return(ReturnFigure::DeepestPoint),
            "",
        ),
        figure(
            words(what_waiting_costs(writer, has_ranges)),
            FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek),
            "a week",
        ),
    ]
}

/// A run rate of what is gained, which no one would call a cost where the work is not worth it.
fn what_waiting_costs(writer: Writer<'_>, has_ranges: bool) -> &'static str {
    let is_cost = writer.evaluation.returns.npv >= 0.0
        || writer.headline(HeadlineFigure::CostOfDelayPerWeek) <= 0.0;
    match (is_cost, has_ranges) {
        (true, false) => "Cost of waiting",
        (true, true) => "Likely cost of waiting",
        (false, false) => "Gain forgone by waiting, the work not charged",
        (false, true) => "Likely gain forgone by waiting, the work not charged",
    }
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
