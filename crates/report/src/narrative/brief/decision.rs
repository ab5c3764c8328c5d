//! Which decision is wanted, and by when.

use groundwork_model::{
    calendar::YearMonth,
    figure::FigureId,
    input::Input,
    thresholds::{Scope, Threshold},
};

use super::{Section, of_paragraph};
use crate::{
    document::{Prose, Writer},
    narrative::headline::{Verdict, verdict},
};

/// `now` is the month in which it is read, where that is known.
pub(super) fn decision(writer: &Writer<'_>, now: Option<YearMonth>) -> Section {
    let prose = writer.prose();
    let pays = writer.evaluation.returns.npv >= 0.0;
    let (heading, prose) = match verdict(writer) {
        Verdict::PaidBack if pays => ("Decision wanted by", by_when(prose, writer, now)),
        Verdict::PaidBack => {
            let prose = prose.text(
                "The decision is whether paying back without earning the discount rate is enough. ",
            );
            ("Decision wanted by", by_when(prose, writer, now))
        }
        Verdict::NotPaidBack if pays => {
            let prose = prose.text(
                "The decision is whether a present value above zero is enough while late costs \
                 leave it in the red. ",
            );
            ("Decision wanted by", by_when(prose, writer, now))
        }
        Verdict::NotPaidBack if !can_pay(writer) => (
            "Decision wanted",
            prose.text(
                "As it stands this is not a case for a yes, and neither a higher efficiency nor a \
                 lower cost alone makes it one. Wanted is a decision to leave it, or to ask for \
                 another proposal.",
            ),
        ),
        Verdict::NotPaidBack => (
            "Decision wanted",
            prose.text(
                "As it stands this is not a case for a yes. Wanted is a decision whether to change \
                 the proposal until a condition above holds, or to leave it.",
            ),
        ),
        Verdict::NoGain | Verdict::GetsWorse => (
            "Decision wanted",
            prose.text(
                "As it stands this is not a case for a yes: wanted is a decision to leave it, or \
                 to ask for a proposal that brings something back.",
            ),
        ),
        Verdict::OutOfHorizon { .. } => (
            "Decision wanted",
            prose.text(
                "These figures cannot carry a decision, as what the work brings lies beyond them. \
                 Wanted is a look at more months first.",
            ),
        ),
    };
    of_paragraph(heading, prose.done())
}

/// Whether a higher efficiency or a lower cost alone would bring the present value to zero.
fn can_pay(writer: &Writer<'_>) -> bool {
    [Threshold::EfficiencyAfter, Threshold::LargestInvestment]
        .into_iter()
        .any(|threshold| writer.value(FigureId::Threshold(Scope::Horizon, threshold)).is_some())
}

/// "For the work to begin in April 2026, the decision is wanted by the end of March 2026."
fn by_when<'a>(prose: Prose<'a>, writer: &Writer<'_>, now: Option<YearMonth>) -> Prose<'a> {
    let first = writer.evaluation.assumptions.investment.first_month;
    let id = FigureId::Input(Input::FirstMonth);
    let begins = writer.month_of_case(first);
    let has_begun = begins.is_some_and(|begins| now.is_some_and(|now| begins <= now));
    let prose =
        prose.text("For the work to begin in ").key_span(writer.month_written(id, first, true));
    // A case begins in the month it is written in, unless somebody says otherwise.
    if first <= 1 && begins.is_some() && begins == now {
        return prose.text(", which is now, the decision is wanted at once.");
    }
    let prose = prose.text(if has_begun {
        ", the decision was wanted "
    } else {
        ", the decision is wanted "
    });
    let prose = if first > 1 && writer.evaluation.case.start().is_some() {
        let before = writer.month_written(id, first - 1, true);
        prose.text("by the end of ").key_span(before)
    } else {
        prose.text(if has_begun { "before that month began" } else { "before that month begins" })
    };
    prose.text(if has_begun { ", which is past." } else { "." })
}
