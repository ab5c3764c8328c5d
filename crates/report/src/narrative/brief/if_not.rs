//! If we do not: what carrying on costs, what waiting costs, and what it tells people.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure},
    input::Input,
};

use super::{Room, Section, of_paragraph};
use crate::{
    document::{Paragraph, Span, Writer},
    narrative::{
        headline::{Verdict, grows, verdict},
        must_be_true::doing_nothing,
    },
};

pub(super) fn if_not(writer: &Writer<'_>, room: Room) -> Option<Section> {
    let is_losing =
        matches!(verdict(writer), Verdict::NoGain | Verdict::GetsWorse | Verdict::NotPaidBack)
            || writer.evaluation.returns.npv < 0.0;
    let has_debt = writer.headline(HeadlineFigure::AbsorbedPerYear) > 0.0;
    let mut sentences: Vec<Paragraph> = Vec::new();
    sentences.extend(carrying_on(writer, has_debt));
    if has_debt && is_losing {
        sentences.push(Paragraph::of_text("That is what debt costs, not what this work saves."));
    }
    if grows(writer) {
        sentences.push(doing_nothing(writer));
        sentences.extend(with_the_work(writer));
    }
    sentences.extend(waiting(writer, is_losing));
    if has_debt && !is_losing && room > Room::Bare {
        sentences.push(Paragraph::of_text(signals(room)));
    }
    let mut spans = Vec::new();
    for sentence in sentences {
        if !spans.is_empty() {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.extend(sentence.0);
    }
    (!spans.is_empty()).then(|| of_paragraph("If we do not", Paragraph(spans)))
}

/// Where efficiency stands by then if the work is done: it buys points, and debt goes on growing.
fn with_the_work(writer: &Writer<'_>) -> Option<Paragraph> {
    let assumptions = &writer.evaluation.assumptions;
    let horizon = assumptions.horizon_months;
    let level = FigureId::Month(horizon, MonthFigure::InvestedEfficiency);
    (assumptions.investment.end() < horizon)
        .then(|| writer.prose().text("With the work it is ").key(level).text(" by then.").done())
}

/// What leaving it tells those who notice.
fn signals(room: Room) -> &'static str {
    match room {
        Room::Enough => {
            "Leaving it also tells engineers that speed comes before soundness, other departments \
             that quality is not planned for, and the business that all will take longer."
        }
        _ => "Leaving it also tells everybody that speed comes before soundness.",
    }
}

fn carrying_on(writer: &Writer<'_>, has_debt: bool) -> Option<Paragraph> {
    let case = &writer.evaluation.case;
    let decline = [Input::AccrualPerYear, Input::InterestRate];
    let is_entered = decline.iter().any(|input| case.entered(*input).is_some());
    if !has_debt {
        return grows(writer).then(|| Paragraph::of_text("Carrying on costs nothing today."));
    }
    let prose = writer
        .prose()
        .text("Carrying on costs ")
        .key(FigureId::Headline(HeadlineFigure::AbsorbedPerYear));
    Some(
        prose
            .text(match (grows(writer), is_entered) {
                (true, _) => " a year today.",
                (false, true) => " a year, and by our own figures it gets no worse.",
                (false, false) => {
                    " a year. No decline was entered, so the case assumes that it gets no worse."
                }
            })
            .done(),
    )
}

fn waiting(writer: &Writer<'_>, is_losing: bool) -> Option<Paragraph> {
    let week = FigureId::Headline(HeadlineFigure::CostOfDelayPerWeek);
    let is_beyond = matches!(verdict(writer), Verdict::OutOfHorizon { .. });
    if writer.value(week) <= Some(0.0) || is_losing || is_beyond {
        return None;
    }
    let prose = writer.prose().text("A week of waiting costs ").key(week);
    Some(prose.text(" at the run rate.").done())
}
