//! Present values of what is cash, capacity and risk.

use groundwork_model::{
    benefit::Tag,
    evaluation::Evaluation,
    figure::{FigureId, MonthFigure, TagFigure},
    investment::PaidFrom,
};

use super::lines;
use crate::trace::{
    formula::{Formula, Node},
    symbols::{growth_until, horizon, month},
};

pub(super) fn formula(evaluation: &Evaluation, tag: Tag, figure: TagFigure) -> Formula {
    match figure {
        TagFigure::Benefits => benefits(evaluation, tag),
        TagFigure::Costs => costs(evaluation, tag),
        TagFigure::Net => Formula::gives(
            "The present value of the benefits with this tag, less that of the costs.",
            of_tag("benefits", tag, TagFigure::Benefits) - of_tag("costs", tag, TagFigure::Costs),
        ),
    }
}

pub(super) fn of_tag(symbol: &'static str, tag: Tag, figure: TagFigure) -> Node {
    Node::Figure(symbol, FigureId::ByTag(tag, figure))
}

fn benefits(evaluation: &Evaluation, tag: Tag) -> Formula {
    let tags: Vec<Tag> = evaluation.case.benefits().iter().map(|line| line.tag).collect();
    let lines = Lines::with(tag, &tags, MonthFigure::OtherBenefits, "v(t)");
    let gain = |t| month("g(t)", t, MonthFigure::Gain);
    let of_lines = |t| lines.in_month(t, &|line| lines::benefit_in_month(evaluation, line, t));
    let (words, symbols, terms): (_, _, Vec<_>) = match (tag, lines.is_none()) {
        (Tag::Capacity, true) => (
            "The gains of all months within the horizon, each discounted to the start.",
            "Σ g(t) / (1 + r)^(t / 12)",
            discounted(evaluation, &gain),
        ),
        (Tag::Capacity, false) => (
            "The gains of all months within the horizon and what benefit lines with this tag \
             bring in them, each discounted to the start.",
            "Σ (g(t) + v(t)) / (1 + r)^(t / 12)",
            discounted(evaluation, &|t| gain(t) + of_lines(t)),
        ),
        (_, true) => ("No benefit line has this tag.", "0", Vec::new()),
        (_, false) => (
            "What benefit lines with this tag bring in the months within the horizon, each \
             discounted to the start.",
            "Σ v(t) / (1 + r)^(t / 12)",
            discounted(evaluation, &of_lines),
        ),
    };
    let mut decided_by: Vec<Node> = (!terms.is_empty()).then(horizon).into_iter().collect();
    decided_by.extend(lines::of_each(lines.only.iter().copied(), lines::benefit_months));
    Formula::gives(words, Node::sum(symbols, terms)).decided_by(decided_by)
}

fn costs(evaluation: &Evaluation, tag: Tag) -> Formula {
    let tags: Vec<Tag> = evaluation.case.costs().iter().map(|line| line.tag).collect();
    let lines = Lines::with(tag, &tags, MonthFigure::Costs, "k(t)");
    let work = |t| month("s(t)", t, MonthFigure::Spend) + month("u(t)", t, MonthFigure::Upkeep);
    let of_lines = |t| lines.in_month(t, &|line| lines::cost_in_month(evaluation, line, t));
    let pays_for_the_work = match evaluation.case.paid_from() {
        PaidFrom::Capacity => Tag::Capacity,
        PaidFrom::Money => Tag::Cash,
    };
    let (words, symbols, terms): (_, _, Vec<_>) = match (tag == pays_for_the_work, lines.is_none())
    {
        (true, true) => (
            "The investment and its upkeep in all months within the horizon, each discounted to \
             the start.",
            "Σ (s(t) + u(t)) / (1 + r)^(t / 12)",
            discounted(evaluation, &work),
        ),
        (true, false) => (
            "The investment, its upkeep and the cost lines with this tag in all months within the \
             horizon, each discounted to the start.",
            "Σ (s(t) + u(t) + k(t)) / (1 + r)^(t / 12)",
            discounted(evaluation, &|t| work(t) + of_lines(t)),
        ),
        (false, true) => ("Nothing is paid with this tag.", "0", Vec::new()),
        (false, false) => (
            "What cost lines with this tag take in the months within the horizon, each discounted \
             to the start.",
            "Σ k(t) / (1 + r)^(t / 12)",
            discounted(evaluation, &of_lines),
        ),
    };
    let mut decided_by: Vec<Node> = (!terms.is_empty()).then(horizon).into_iter().collect();
    decided_by.extend(lines::of_each(lines.only.iter().copied(), lines::cost_months));
    Formula::gives(words, Node::sum(symbols, terms)).decided_by(decided_by)
}

/// What `amount` gives for each month within the horizon, discounted to the start.
pub(super) fn discounted(evaluation: &Evaluation, amount: &dyn Fn(u32) -> Node) -> Vec<Node> {
    let months = 1..=evaluation.assumptions.horizon_months;
    months.map(|t| amount(t) / growth_until(t)).collect()
}

/// The lines that carry one tag.
struct Lines {
    /// Positions of the lines.
    only: Vec<usize>,
    /// The figure that holds all lines of a month, where all of them carry the tag.
    all: Option<MonthFigure>,
    symbol: &'static str,
}

impl Lines {
    fn with(tag: Tag, tags: &[Tag], all: MonthFigure, symbol: &'static str) -> Self {
        let only: Vec<usize> = (0..tags.len()).filter(|line| tags[*line] == tag).collect();
        let all = (only.len() == tags.len()).then_some(all);
        Self { only, all, symbol }
    }

    fn is_none(&self) -> bool {
        self.only.is_empty()
    }

    /// What they bring or take in a month.
    fn in_month(&self, t: u32, of_line: &dyn Fn(usize) -> Option<Node>) -> Node {
        if let Some(figure) = self.all {
            return month(self.symbol, t, figure);
        }
        let terms = self.only.iter().filter_map(|line| of_line(*line));
        Node::sum(self.symbol, terms).named(self.symbol)
    }
}
