//! The first thing that is said: what debt absorbs, what the work costs, what it brings and when.

use groundwork_model::{
    calendar::YearMonth,
    figure::{FigureId, HeadlineFigure, MonthFigure, ReturnFigure},
    input::Input,
    thresholds::{Scope, Threshold},
};

use super::{
    relapse::{fallen_back, relapse},
    uncertain::{
        lead::middle,
        verdict::{against_the_likely, is_doubtful},
    },
};
use crate::document::{Paragraph, Prose, Writer, month_reached};

/// The headline: one sentence about today, once there are draws one about their middle, and one about
/// the work.
pub fn headline(writer: Writer<'_>) -> Paragraph {
    let prose = today(writer.prose(), &writer).text(" ");
    let verdict = verdict(&writer);
    if let Verdict::OutOfHorizon { part } = verdict {
        return out_of_horizon(prose, part).done();
    }
    let has_draws = writer.evaluation.simulation.is_some();
    let prose = prose.when(has_draws, |prose| against_the_likely(middle(prose), &writer).text(" "));
    match verdict {
        Verdict::OutOfHorizon { .. } => prose,
        Verdict::NoGain => no_gain(prose, &writer),
        Verdict::GetsWorse => gets_worse(prose, &writer),
        Verdict::NotPaidBack => not_paid_back(prose, &writer),
        Verdict::PaidBack => paid_back(prose, &writer),
    }
    .done()
}

/// What the points, the output and the time mean; `None` where efficiency does not rise.
pub fn meaning(writer: Writer<'_>) -> Option<Paragraph> {
    if writer.headline(HeadlineFigure::PointsGained) <= 0.0 {
        return None;
    }
    let has_haircut = writer.value(FigureId::Input(Input::Confidence)) < Some(1.0);
    let [now, after] = writer.apart([Input::EfficiencyNow, Input::EfficiencyAfter]);
    let paragraph = writer
        .prose()
        .span(now)
        .text(" to ")
        .span(after)
        .when(has_haircut, |prose| {
            prose.text(", counted at ").input(Input::Confidence).text(" confidence,")
        })
        .text(" is ")
        .figure(FigureId::Headline(HeadlineFigure::PointsGained))
        .text(": ")
        .figure(FigureId::Headline(HeadlineFigure::OutputChange))
        .text(" more output from the same people, or the same work in ")
        .span(writer.size(FigureId::Headline(HeadlineFigure::TimeChange)))
        .text(" less time.")
        .when(grows(&writer), |prose| {
            let investment = writer.evaluation.assumptions.investment;
            let arrived = investment.end() + investment.months_of_arrival();
            let reached = FigureId::Month(arrived, MonthFigure::InvestedEfficiency);
            let is_within = writer.value(reached).is_some();
            prose.when(is_within, |prose| {
                prose
                    .text(" Debt grows meanwhile, so the level reached is ")
                    .figure(reached)
                    .text(".")
            })
        })
        .done();
    Some(paragraph)
}

/// Whether efficiency declines while nothing is done.
pub(super) fn grows(writer: &Writer<'_>) -> bool {
    let efficiency = writer.evaluation.assumptions.efficiency;
    efficiency.interest_rate > 0.0 || efficiency.accrual_per_year > 0.0
}

/// What can honestly be said about the work.
pub(super) enum Verdict {
    /// Not all of the work falls within the horizon, so there is no verdict.
    OutOfHorizon {
        /// How much of the work does.
        part: Part,
    },
    /// Nothing comes back.
    NoGain,
    /// Efficiency falls.
    GetsWorse,
    /// Something comes back, but not all of it within the horizon.
    NotPaidBack,
    /// It is paid back within the horizon.
    PaidBack,
}

/// How much of the work falls within the horizon, where nothing it brings does.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// It begins later.
    Nothing,
    /// It ends later.
    Some,
    /// It ends with the horizon, so that what it brings begins later.
    All,
}

pub(super) fn verdict(writer: &Writer<'_>) -> Verdict {
    let evaluation = writer.evaluation;
    let headline = &evaluation.headline;
    let investment = evaluation.assumptions.investment;
    let horizon = evaluation.assumptions.horizon_months;
    if investment.end() >= horizon {
        let part = match investment.share_within(horizon) {
            share if share <= 0.0 => Part::Nothing,
            share if share < 1.0 => Part::Some,
            _ => Part::All,
        };
        return Verdict::OutOfHorizon { part };
    }
    match headline.other_benefits_per_year > 0.0 {
        false if headline.gain_per_year < 0.0 => Verdict::GetsWorse,
        false if headline.gain_per_year <= 0.0 => Verdict::NoGain,
        _ if evaluation.returns.payback_months.is_none() => Verdict::NotPaidBack,
        _ => Verdict::PaidBack,
    }
}

fn today<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    if writer.headline(HeadlineFigure::AbsorbedPerYear) <= 0.0 {
        return prose
            .text("Efficiency is ")
            .input(Input::EfficiencyNow)
            .text(" today: nothing is lost to working around debt.");
    }
    let [absorbed, capacity] = writer.amounts_apart([
        FigureId::Headline(HeadlineFigure::AbsorbedPerYear),
        FigureId::Headline(HeadlineFigure::CapacityPerYear),
    ]);
    prose
        .text("Working around debt absorbs ")
        .key_span(absorbed)
        .text(" of ")
        .key_span(capacity)
        .text(" a year.")
}

fn paid_back<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let is_never_in_the_red = writer.evaluation.returns.payback_months == Some(0.0);
    let is_short_discounted = writer.evaluation.returns.npv < 0.0;
    let prose = worth(prose, writer);
    let is_doubtful = is_doubtful(writer);
    if is_never_in_the_red {
        let words = [", and is never in the red.", ", and would never be in the red."];
        return prose.text(words[usize::from(is_doubtful)]);
    }
    let words = [", and is paid back by ", ", and would be paid back by "];
    prose.text(words[usize::from(is_doubtful)]).key_span(writer.payback()).text(".").when(
        is_short_discounted,
        |prose| {
            prose
                .text(" Discounted at ")
                .input(Input::DiscountRate)
                .text(" a year it still falls short by ")
                .key_span(writer.size(FigureId::Return(ReturnFigure::Npv)))
                .text(" over ")
                .input(Input::HorizonMonths)
                .text(".")
        },
    )
}

fn not_paid_back<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let prose = still_missing(worth(prose, writer).text(". "), writer);
    if writer.evaluation.returns.npv >= 0.0 {
        return prose
            .text(" Discounted, its present value is still ")
            .key(FigureId::Return(ReturnFigure::Npv))
            .text(".");
    }
    let must = |threshold| FigureId::Threshold(Scope::Horizon, threshold);
    let (efficiency, amount) =
        (must(Threshold::EfficiencyAfter), must(Threshold::LargestInvestment));
    match (writer.value(efficiency), writer.value(amount)) {
        (Some(_), Some(_)) => prose
            .text(" For a present value of zero it would take an efficiency of ")
            .key(efficiency)
            .text(", or a cost of at most ")
            .key(amount)
            .text("."),
        (Some(_), None) => prose
            .text(" For a present value of zero it would take an efficiency of ")
            .key(efficiency)
            .text("."),
        (None, Some(_)) => prose
            .text(" No efficiency makes it pay at this cost; for a present value of zero it may cost ")
            .key(amount)
            .text(" at most."),
        (None, None) => prose.text(" Neither a higher efficiency nor a lower cost changes that."),
    }
}

/// What is missing at the horizon, in a sentence, and since when where it had been paid back.
pub(super) fn still_missing<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let prose =
        prose.text("This does not pay back within ").key(FigureId::Input(Input::HorizonMonths));
    let missing = writer.size(FigureId::Return(ReturnFigure::TotalNet));
    match relapse(writer.evaluation) {
        Some(relapse) => fallen_back(prose.text(": "), writer, &relapse)
            .text(", and ")
            .key_span(missing)
            .text(" is missing at the end."),
        None => prose.text(": ").key_span(missing).text(" is still missing by then."),
    }
}

pub(super) fn no_gain<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let number = |input| writer.value(FigureId::Input(input)).unwrap_or_default();
    let prose = prose.text("Spending ").key(FigureId::Input(Input::Amount));
    let none = " brings nothing back, because no change of efficiency is counted: ";
    if number(Input::EfficiencyAfter) - number(Input::EfficiencyNow) == 0.0 {
        prose
            .text(" brings nothing back: efficiency stays at ")
            .key(FigureId::Input(Input::EfficiencyNow))
            .text(".")
    } else if number(Input::Confidence) <= 0.0 {
        prose
            .text(none)
            .text("confidence in it is ")
            .key(FigureId::Input(Input::Confidence))
            .text(".")
    } else {
        prose.text(none).key(FigureId::Input(Input::Realised)).text(" of freed hours are used.")
    }
}

pub(super) fn gets_worse<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    prose
        .text("Efficiency after, ")
        .key(FigureId::Input(Input::EfficiencyAfter))
        .text(", is below efficiency now, ")
        .key(FigureId::Input(Input::EfficiencyNow))
        .text(": spending ")
        .key(FigureId::Input(Input::Amount))
        .text(" would cost another ")
        .key_span(writer.size(FigureId::Headline(HeadlineFigure::GainPerYear)))
        .text(" a year.")
}

pub(super) fn out_of_horizon(prose: Prose<'_>, part: Part) -> Prose<'_> {
    let (begins, how_much, and_what) = match part {
        Part::Nothing => ("The work begins after the ", "none", " and nothing it brings is"),
        Part::Some => ("The work does not end within the ", "part", " and nothing it brings is"),
        Part::All => ("The work ends with the ", "all", " and nothing it brings is"),
    };
    prose
        .text(begins)
        .key(FigureId::Input(Input::HorizonMonths))
        .text(format!(" looked at, so {how_much} of the "))
        .key(FigureId::Input(Input::Amount))
        .text(format!("{and_what} in these figures."))
}

/// "Spending $200k on it from April to June is worth $400k a year from July on".
fn worth<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let investment = writer.evaluation.assumptions.investment;
    let headline = &writer.evaluation.headline;
    let grows = grows(writer);
    let has_gain = headline.gain_per_year > 0.0;
    let has_others = headline.other_benefits_per_year > 0.0;
    let others = FigureId::Headline(HeadlineFigure::OtherBenefitsPerYear);
    let benefits = &writer.evaluation.assumptions.benefits;
    let longest_lag = benefits.iter().map(|line| line.lag_months).fold(0, u32::max);
    let is_gradual = investment.ramp_up_months > 1 || longest_lag > 0;

    let arrives_in = investment.end() + longest_lag + investment.months_of_arrival();
    // Ranges say otherwise now and then.
    let has_draws = writer.evaluation.simulation.is_some();
    let begun = if has_draws { "On the likely figures, spending " } else { "Spending " };
    let prose = prose.text(begun).key(FigureId::Input(Input::Amount)).text(" on it ");
    when_it_happens(prose, writer)
        .text(if is_doubtful(writer) { " would be worth " } else { " is worth " })
        .when(has_gain, |prose| {
            prose
                .key(FigureId::Headline(HeadlineFigure::GainPerYear))
                .text(" a year")
                .text(if grows { " at today's level" } else { "" })
        })
        .when(has_gain && has_others, |prose| prose.text(" and "))
        .when(has_others, |prose| {
            prose.key(others).text(if has_gain { " a year in other benefits" } else { " a year" })
        })
        .when(headline.gain_per_year < 0.0, |prose| {
            prose
                .text(", less ")
                .key_span(writer.size(FigureId::Headline(HeadlineFigure::GainPerYear)))
                .text(" a year lost to lower efficiency,")
        })
        .text(before_what(writer))
        .text(if is_gradual { ", in full from " } else { " from " })
        .span(writer.month(FigureId::Input(Input::InvestmentMonths), arrives_in))
        .text(" on")
}

/// What a yearly worth does not have taken off yet.
pub(super) fn before_what(writer: &Writer<'_>) -> &'static str {
    let assumptions = &writer.evaluation.assumptions;
    let has_upkeep = assumptions.investment.upkeep_share > 0.0;
    match (has_upkeep, assumptions.costs_per_year() > 0.0) {
        (false, false) => "",
        (true, false) => " before upkeep",
        (false, true) => " before other costs",
        (true, true) => " before upkeep and other costs",
    }
}

/// "from April to June", "in April", "from November 2026 to January 2027".
fn when_it_happens<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let investment = writer.evaluation.assumptions.investment;
    let (first, last) = (investment.first_month, investment.end());
    let first_id = FigureId::Input(Input::FirstMonth);
    let last_id = FigureId::Input(Input::InvestmentMonths);
    if first == last {
        return prose.text("in ").span(writer.month(first_id, first));
    }
    let year = |number| writer.month_of_case(number).map(YearMonth::year);
    let spans_years = year(first) != year(last);
    let first = if spans_years {
        writer.month_written(first_id, first, true)
    } else {
        writer.month(first_id, first)
    };
    prose.text("from ").span(first).text(" to ").span(writer.month(last_id, last))
}

impl Writer<'_> {
    /// Month of the case by whose end it is paid back.
    pub fn payback_month(&self) -> Option<u32> {
        self.evaluation.returns.payback_months.map(month_reached)
    }
}
