//! Situation: what engineering costs, and how much of it debt takes.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure},
    input::Input,
};

use super::{Section, of_paragraph};
use crate::document::Writer;

pub(super) fn situation(writer: &Writer<'_>) -> Section {
    let [absorbed, capacity] = writer.amounts_apart([
        FigureId::Headline(HeadlineFigure::AbsorbedPerYear),
        FigureId::Headline(HeadlineFigure::CapacityPerYear),
    ]);
    let [now, _] = writer.apart([Input::EfficiencyNow, Input::EfficiencyAfter]);
    let prose = writer.prose().text("Engineering costs ").key_span(capacity).text(" a year. ");
    let prose = if writer.headline(HeadlineFigure::AbsorbedPerYear) > 0.0 {
        prose
            .text("Working around debt absorbs ")
            .key_span(absorbed)
            .text(" of it: efficiency, the share of working time not lost this way, is ")
            .span(now)
            .text(".")
    } else {
        prose
            .text("Efficiency, the share of working time that is not lost to working around debt, ")
            .text("is ")
            .span(now)
            .text(": nothing is lost.")
    };
    of_paragraph("Situation", prose.done())
}
