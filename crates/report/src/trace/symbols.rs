//! The figures formulas are made of, each with its symbol.

use groundwork_model::{
    figure::{FigureId, HeadlineFigure, MonthFigure, ReturnFigure},
    input::Input,
};

use super::formula::Node;

/// A number as the start of a formula.
pub(super) fn number(constant: impl Into<Node>) -> Node {
    constant.into()
}

pub(super) fn input(symbol: &'static str, input: Input) -> Node {
    Node::Figure(symbol, FigureId::Input(input))
}

pub(super) fn month(symbol: &'static str, number: u32, figure: MonthFigure) -> Node {
    Node::Figure(symbol, FigureId::Month(number, figure))
}

pub(super) fn headline(symbol: &'static str, figure: HeadlineFigure) -> Node {
    Node::Figure(symbol, FigureId::Headline(figure))
}

pub(super) fn returned(symbol: &'static str, figure: ReturnFigure) -> Node {
    Node::Figure(symbol, FigureId::Return(figure))
}

/// Engineering capacity a year.
pub(super) fn capacity() -> Node {
    headline("C", HeadlineFigure::CapacityPerYear)
}

/// Share of freed hours that is used.
pub(super) fn realised() -> Node {
    input("R", Input::Realised)
}

/// Efficiency now.
pub(super) fn now() -> Node {
    input("e0", Input::EfficiencyNow)
}

/// Points of efficiency gained.
pub(super) fn gain() -> Node {
    headline("d", HeadlineFigure::PointsGained)
}

/// What the work costs.
pub(super) fn amount() -> Node {
    input("I", Input::Amount)
}

/// Share of capacity for upkeep.
pub(super) fn upkeep_share() -> Node {
    input("U", Input::UpkeepShare)
}

/// First month of the work.
pub(super) fn first_month() -> Node {
    input("f", Input::FirstMonth)
}

/// Months the work takes.
pub(super) fn months() -> Node {
    input("m", Input::InvestmentMonths)
}

/// Months until the gain has arrived.
pub(super) fn ramp_up() -> Node {
    input("w", Input::RampUpMonths)
}

/// Months looked at.
pub(super) fn horizon() -> Node {
    input("T", Input::HorizonMonths)
}

/// What an amount at the end of a month is divided by to be valued at the start.
pub(super) fn growth_until(month: u32) -> Node {
    (number(1.0) + input("r", Input::DiscountRate)).power(number(month) / 12.0)
}
