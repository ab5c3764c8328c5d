//! Notes in words: why a figure does not exist, and what to mind.

use groundwork_model::{
    finance::{IrrError, MirrError},
    note::{Note, Path, Reason},
};

use super::Writer;
use crate::wording::month_name;

/// A note as one sentence.
pub fn note_text(writer: Writer<'_>, note: &Note) -> String {
    let text = reason_text(writer, note);
    match note.figure {
        Some(figure) => format!("{}: none, {text}.", super::labels::label(figure)),
        None => format!("{text}."),
    }
}

/// Notes about the case as a whole, a sentence each; those about one figure stand beside it.
pub fn notes_about_case(writer: Writer<'_>) -> Vec<String> {
    let notes = writer.evaluation.notes.iter().filter(|note| note.figure.is_none());
    notes.map(|note| note_text(writer, note)).collect()
}

/// What a note says: a clause that begins with "because" where it is about a figure, otherwise a
/// sentence without its period.
pub(crate) fn reason_text(writer: Writer<'_>, note: &Note) -> String {
    let money = |amount| writer.style.short_money(amount);
    let month = |number: u32| match writer.month_of_case(number) {
        Some(month) => month_name(month),
        None => format!("month {}", writer.style.number(f64::from(number), 0)),
    };
    match note.reason {
        Reason::WorkAfterHorizon { amount_outside, share_outside } => format!(
            "{} of the investment, {}, falls after the horizon and is not in the figures",
            money(amount_outside),
            writer.style.percent(share_outside)
        ),
        Reason::AfterBelowNow => "Efficiency after is below efficiency now".to_owned(),
        Reason::BoughtOutside { month: first, amount } => format!(
            "From {} the work costs more than the capacity of its month; {} must be bought outside",
            month(first),
            money(amount)
        ),
        Reason::Extrapolation { month: first, path } => format!(
            "{} efficiency is below {} in {}; what follows is an extrapolation",
            match path {
                Path::Baseline => "Doing nothing,",
                Path::Invested => "With the investment,",
            },
            writer.style.percent(0.1),
            month(first)
        ),
        Reason::CountedTwice { line } => format!(
            "“{}” and the efficiency gain may count the same hours of engineers; keep one of them, \
             or tag the line as cash",
            writer.evaluation.case.benefits().get(line).map_or("", |line| line.label.as_str())
        ),
        Reason::NoStart => "The case has no first month, so there are no calendar years".to_owned(),
        Reason::Irr(IrrError::NoSignChange) => "because money flows one way only".to_owned(),
        Reason::Irr(IrrError::SeveralSignChanges { sign_changes }) => format!(
            "because the flows change sign {} times and more than one rate would fit",
            writer.style.number(f64::from(u32::try_from(sign_changes).unwrap_or(u32::MAX)), 0)
        ),
        Reason::Irr(IrrError::ReceivesBeforeItSpends) => {
            "because it receives before it spends".to_owned()
        }
        Reason::Irr(IrrError::OutsideSearchedRange) => {
            "because it lies beyond any rate that means something".to_owned()
        }
        Reason::Mirr(MirrError::NeedsBothSigns) => {
            "because it needs money spent and money received".to_owned()
        }
        Reason::Mirr(MirrError::NeedsTwoPeriods) => {
            "because it needs at least two months".to_owned()
        }
        Reason::NotPaidBack => "because it is not paid back within the horizon".to_owned(),
        Reason::NoSpendWithinHorizon => "because nothing is spent within the horizon".to_owned(),
        Reason::NeverInTheRed => "because it is never in the red after the first spend".to_owned(),
        Reason::NoOutlay => "because nothing is spent".to_owned(),
        Reason::NothingBroughtWithinHorizon => {
            "because what the work brings begins after the horizon".to_owned()
        }
        Reason::NoGain => "because there is no gain".to_owned(),
        Reason::NothingRealised => "because none of the freed hours is used".to_owned(),
        Reason::DearerThanCapacity => {
            "because the work costs a full year of capacity or more".to_owned()
        }
        Reason::OutsideEfficiency => format!(
            "because no efficiency from {} to {} does it",
            writer.style.percent(0.01),
            writer.style.percent(1.0)
        ),
        Reason::NeverPays => "because nothing within range makes it pay".to_owned(),
        Reason::AlwaysPays => "because it pays whatever this is".to_owned(),
        Reason::BeginsInLastMonth => "because the work cannot begin any later".to_owned(),
    }
}
