//! Notes in words: why a figure does not exist, and what to mind.

use groundwork_model::{
    bounds::Bounds,
    figure::{FigureId, MonthFigure, OutsideFigure},
    finance::{IrrError, MirrError},
    input::{BenefitInput, Input},
    note::{Note, Path, Reason},
};

use super::{
    Paragraph, Prose, Writer,
    labels::{self, label},
};

/// A note as one sentence.
pub fn note(writer: Writer<'_>, note: &Note) -> Paragraph {
    let prose = match note.figure {
        Some(figure) => writer.prose().text(label(figure)).text(": none, "),
        None => writer.prose(),
    };
    reason(prose, &writer, note.reason).text(".").done()
}

/// A note as the text of one sentence.
pub fn note_text(writer: Writer<'_>, about: &Note) -> String {
    note(writer, about).to_string()
}

/// Notes about the case as a whole, a sentence each; those about one figure stand beside it.
pub fn notes_about_case(writer: Writer<'_>) -> Vec<Paragraph> {
    let notes = writer.evaluation.notes.iter().filter(|note| note.figure.is_none());
    notes.map(|about| note(writer, about)).collect()
}

/// What a note says: a clause that begins with "because" where it is about a figure, otherwise a
/// sentence without its period.
pub(crate) fn reason_text(writer: Writer<'_>, note: &Note) -> String {
    reason(writer.prose(), &writer, note.reason).done().to_string()
}

fn reason<'a>(prose: Prose<'a>, writer: &Writer<'_>, reason: Reason) -> Prose<'a> {
    let outside = FigureId::Outside;
    let percent = |share| writer.style.percent(share);
    match reason {
        Reason::WorkAfterHorizon { .. } => prose
            .key(outside(OutsideFigure::AmountAfterHorizon))
            .text(" of the investment, ")
            .figure(outside(OutsideFigure::ShareAfterHorizon))
            .text(", falls after the horizon and is not in the figures"),
        Reason::BoughtOutside { month, .. } => {
            let first = FigureId::Month(month, MonthFigure::BoughtOutside);
            prose
                .text("From ")
                .span(writer.month_written(first, month, true))
                .text(" the work costs more than the capacity of its month; ")
                .key(outside(OutsideFigure::BoughtOutside))
                .text(" must be bought outside")
        }
        Reason::Extrapolation { month, path } => {
            let (who, figure) = match path {
                Path::Baseline => ("Doing nothing,", MonthFigure::BaselineEfficiency),
                Path::Invested => ("With the investment,", MonthFigure::InvestedEfficiency),
            };
            let first = FigureId::Month(month, figure);
            prose
                .text(who)
                .text(" efficiency is below ")
                .plain(percent(0.1))
                .text(" in ")
                .span(writer.month_written(first, month, true))
                .text("; what follows is an extrapolation")
        }
        Reason::CountedTwice { line } => {
            let confidence = Input::Benefit(line, BenefitInput::Confidence);
            prose
                .text("“")
                .plain(labels::line(&writer.evaluation.case, confidence).unwrap_or_default())
                .text("” and the efficiency gain may count the same hours of engineers; ")
                .text("keep one of them, or tag the line as cash")
        }
        Reason::Irr(IrrError::SeveralSignChanges { sign_changes }) => {
            let times = u32::try_from(sign_changes).unwrap_or(u32::MAX);
            prose
                .text("because the flows change sign ")
                .plain(writer.style.number(f64::from(times), 0))
                .text(" times and more than one rate would fit")
        }
        Reason::OutsideEfficiency => prose
            .text("because no efficiency from ")
            .plain(percent(Bounds::EFFICIENCY.min))
            .text(" to ")
            .plain(percent(Bounds::EFFICIENCY.max))
            .text(" does it"),
        reason => prose.text(plain_reason(reason)),
    }
}

/// A reason without figures.
fn plain_reason(reason: Reason) -> &'static str {
    match reason {
        Reason::AfterBelowNow => "Efficiency after is below efficiency now",
        Reason::NoStart => "The case has no first month, so there are no calendar years",
        Reason::Irr(IrrError::NoSignChange) => "because money flows one way only",
        Reason::Irr(IrrError::ReceivesBeforeItSpends) => "because it receives before it spends",
        Reason::Irr(_) => "because it lies beyond any rate that means something",
        Reason::Mirr(MirrError::NeedsBothSigns) => {
            "because it needs money spent and money received"
        }
        Reason::Mirr(MirrError::NeedsTwoPeriods) => "because it needs at least two months",
        Reason::NotPaidBack => "because it is not paid back within the horizon",
        Reason::NoSpendWithinHorizon => "because nothing is spent within the horizon",
        Reason::NeverInTheRed => "because it is never in the red after the first spend",
        Reason::NoOutlay => "because nothing is spent",
        Reason::NothingBroughtWithinHorizon => {
            "because what the work brings begins after the horizon"
        }
        Reason::NoGain => "because there is no gain",
        Reason::NothingRealised => "because none of the freed hours is used",
        Reason::DearerThanCapacity => "because the work costs a full year of capacity or more",
        Reason::NeverPays => "because nothing within range makes it pay",
        Reason::AlwaysPays => "because it pays whatever this is",
        Reason::BeginsInLastMonth => "because the work cannot begin any later",
        // These hold figures and are written above.
        Reason::WorkAfterHorizon { .. }
        | Reason::BoughtOutside { .. }
        | Reason::Extrapolation { .. }
        | Reason::CountedTwice { .. }
        | Reason::OutsideEfficiency => "",
    }
}
