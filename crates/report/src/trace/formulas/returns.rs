//! Returns over the horizon.

use groundwork_model::{
    benefit::Tag,
    evaluation::Evaluation,
    figure::{MonthFigure, ReturnFigure, TagFigure},
    returns::net_flows,
};

use super::{
    payback,
    tags::{discounted, of_tag},
};
use crate::trace::{
    formula::{Fit, Fold, Formula, Node},
    symbols::{amount, first_month, growth_until, horizon, input, month, number, returned},
};
use groundwork_model::input::Input;

pub(super) fn formula(evaluation: &Evaluation, figure: ReturnFigure) -> Formula {
    use ReturnFigure as F;
    let months = 1..=evaluation.assumptions.horizon_months;
    let formula = match figure {
        F::TotalNet => Formula::gives(
            "The net of all months within the horizon, added up and not discounted.",
            Node::sum("Σ n(t)", months.map(net)),
        ),
        F::Npv => Formula::gives(
            "The net of all months within the horizon, each discounted to the start at the \
             monthly rate that makes up the discount rate of a year.",
            Node::sum("Σ n(t) / (1 + r)^(t / 12)", discounted(evaluation, &net)),
        ),
        F::NpvCashOnly => Formula::gives(
            "The present value of everything tagged as cash: what comes in less what is paid.",
            of_tag("cash", Tag::Cash, TagFigure::Net),
        ),
        F::IrrMonthly => irr(evaluation),
        F::IrrAnnual => Formula::gives(
            "The rate of a month, compounded over the months of a year.",
            (number(1.0) + returned("x", F::IrrMonthly)).power(number(12.0)) - 1.0,
        ),
        F::MirrAnnual => mirr(evaluation),
        F::PaybackMonths => payback::plain(evaluation),
        F::PaybackFromFirstSpend => Formula::gives(
            "The months until it is paid back, counted from the month in which the work begins.",
            (returned("payback", F::PaybackMonths) - (first_month() - 1.0)).only(Fit::Above(0.0)),
        )
        .decided_by(vec![amount()]),
        F::DiscountedPaybackMonths => payback::discounted(evaluation),
        F::ProfitabilityIndex => Formula::gives(
            "One plus the net present value divided by the present value of everything that is \
             spent: what comes back for each unit of money spent.",
            number(1.0) + returned("NPV", F::Npv) / present_outlay().only(Fit::Above(0.0)),
        ),
        F::RoiDiscounted => Formula::gives(
            "The benefit-cost ratio less one: what is left for each unit of money spent, in \
             present value.",
            returned("benefit-cost ratio", F::ProfitabilityIndex) - 1.0,
        ),
        F::Roi => Formula::gives(
            "The net over the horizon, divided by the investment, its upkeep and the other costs. \
             Nothing is discounted.",
            returned("N", F::TotalNet) / Node::sum("Σ (s(t) + u(t) + k(t))", months.map(outlay)),
        ),
        F::DeepestPoint => Formula::gives(
            "The lowest point of the running total of net over the months, or zero where it never goes below.",
            Node::Series(
                Fold::Lowest,
                "min(0, S(1), …, S(T))",
                months.map(|t| month("S(t)", t, MonthFigure::CumulativeNet)).collect(),
            )
            .only(Fit::Settled(net_flows(&evaluation.timeline).zero())),
        ),
    };
    let is_over_all_months = !matches!(
        figure,
        F::NpvCashOnly
            | F::IrrAnnual
            | F::PaybackFromFirstSpend
            | F::ProfitabilityIndex
            | F::RoiDiscounted
            | F::PaybackMonths
            | F::DiscountedPaybackMonths
    );
    if is_over_all_months { formula.decided_by(vec![horizon()]) } else { formula }
}

pub(super) fn net(t: u32) -> Node {
    month("n(t)", t, MonthFigure::Net)
}

fn outlay(t: u32) -> Node {
    month("s(t)", t, MonthFigure::Spend)
        + month("u(t)", t, MonthFigure::Upkeep)
        + month("k(t)", t, MonthFigure::Costs)
}

/// Present value of everything that is spent.
fn present_outlay() -> Node {
    let terms = Tag::ALL.map(|tag| of_tag("costs by tag", tag, TagFigure::Costs));
    Node::sum("Σ costs by tag", terms)
}

fn irr(evaluation: &Evaluation) -> Formula {
    let rate = || returned("x", ReturnFigure::IrrMonthly);
    let months = 1..=evaluation.assumptions.horizon_months;
    let terms = months.map(|t| net(t) / (number(1.0) + rate()).power(number(t)));
    Formula::is_zero(
        "The monthly rate at which the net present value is zero. It is found by search.",
        Node::sum("Σ n(t) / (1 + x)^t", terms),
    )
}

fn mirr(evaluation: &Evaluation) -> Formula {
    let last = evaluation.assumptions.horizon_months;
    let yearly = || number(1.0) + input("r", Input::DiscountRate);
    let zero = Fit::Above(net_flows(&evaluation.timeline).zero());
    let received =
        (1..=last).map(|t| net(t).at_least(0.0) * yearly().power((horizon() - t) / 12.0));
    let paid = (1..=last).map(|t| net(t).at_most(0.0) / growth_until(t - 1));
    let received = Node::sum("Σ max(0, n(t)) × (1 + r)^((T − t) / 12)", received).only(zero);
    let paid = Node::sum("Σ min(0, n(t)) / (1 + r)^((t − 1) / 12)", paid);
    let spent = (number(0.0) - paid).only(zero);
    Formula::gives(
        "What is received, carried at the discount rate to the last month, divided by what is \
         spent, valued at the first month; as a yearly rate.",
        (received / spent).power(number(12.0) / (horizon() - 1.0)) - 1.0,
    )
}
