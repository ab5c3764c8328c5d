//! Sums of one calendar year.

use groundwork_model::{
    calendar::YearMonth,
    evaluation::Evaluation,
    figure::{CalendarFigure, MonthFigure},
};

use crate::trace::{
    formula::{Formula, Node},
    symbols::{horizon, month},
};

pub(super) fn formula(evaluation: &Evaluation, year: u32, figure: CalendarFigure) -> Formula {
    use {CalendarFigure as F, MonthFigure as M};
    let months = Months::of(evaluation, year);
    let formula = match figure {
        F::Months => months.counted(),
        F::Gain => months.sum(
            "The gains of the months of the year, added up.",
            ["g(t)", "Σ g(t)"],
            M::Gain,
        ),
        F::OtherBenefits => months.sum(
            "The other benefits of the months of the year, added up.",
            ["v(t)", "Σ v(t)"],
            M::OtherBenefits,
        ),
        F::Spend => months.sum(
            "What is invested in the months of the year, added up.",
            ["s(t)", "Σ s(t)"],
            M::Spend,
        ),
        F::Upkeep => months.sum(
            "The upkeep of the months of the year, added up.",
            ["u(t)", "Σ u(t)"],
            M::Upkeep,
        ),
        F::Costs => months.sum(
            "The other costs of the months of the year, added up.",
            ["k(t)", "Σ k(t)"],
            M::Costs,
        ),
        F::Net => {
            months.sum("The net of the months of the year, added up.", ["n(t)", "Σ n(t)"], M::Net)
        }
        F::DeliveredDifference => months.delivered(),
    };
    formula.decided_by(vec![horizon()])
}

/// Months of the case that fall into one calendar year; none where the case has no such year.
pub(super) struct Months {
    /// Months of the case before the year.
    before: u32,
    /// Months of the case up to December.
    until: u32,
    /// The last one within the horizon.
    last: u32,
}

impl Months {
    pub(super) fn of(evaluation: &Evaluation, year: u32) -> Self {
        let years = &evaluation.calendar_years;
        let earlier = years.iter().take_while(|sums| sums.year < year);
        let before = earlier.map(|sums| sums.months).sum();
        let within = years.iter().find(|sums| sums.year == year).map_or(0, |sums| sums.months);
        let first = evaluation.case.start().map_or(1, YearMonth::month);
        let until = if before == 0 { 13 - first } else { before + 12 };
        Self { before, until, last: before + within }
    }

    /// Numbers of the months.
    pub(super) fn all(&self) -> std::ops::RangeInclusive<u32> {
        self.before + 1..=self.last
    }

    fn counted(&self) -> Formula {
        let counted = horizon().at_most(f64::from(self.until));
        Formula::gives(
            "Months of the case up to December of the year, or up to the horizon where that comes \
             first, less those of the years before.",
            if self.before == 0 { counted } else { counted - self.before },
        )
    }

    fn sum(
        &self,
        words: &'static str,
        [symbol, symbols]: [&'static str; 2],
        figure: MonthFigure,
    ) -> Formula {
        Formula::gives(words, Node::sum(symbols, self.all().map(|t| month(symbol, t, figure))))
    }

    fn delivered(&self) -> Formula {
        let figure = MonthFigure::CumulativeDeliveredDifference;
        let last = month("Δ(last month)", self.last, figure);
        if self.before == 0 {
            let words = "Product delivered up to the last month of the year within the horizon, \
                         against carrying on.";
            return Formula::gives(words, last);
        }
        let words = "Product delivered up to the last month of the year within the horizon, \
                     against carrying on, less what it was at the end of the year before.";
        Formula::gives(words, last - month("Δ(year before)", self.before, figure))
    }
}
