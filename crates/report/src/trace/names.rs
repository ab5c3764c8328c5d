//! What a figure is called where it stands alone: with its month, year, line and period.

use groundwork_model::{
    figure::{Bound, CalendarFigure, FigureId, MonthFigure, ReturnFigure, SimulatedFigure},
    input::Input,
    sensitivity::TornadoInput,
    thresholds::{Scope, Threshold},
};

use super::plan_names as plan;
use crate::{
    document::{
        Writer,
        labels::{self, label},
    },
    wording::month_name,
};

/// The name of a figure that needs no row or column to be understood.
pub fn name(writer: Writer<'_>, id: FigureId) -> String {
    let label = label(id);
    match id {
        FigureId::Input(input) => of_input(writer, input, label),
        FigureId::Headline(_) | FigureId::Outside(_) | FigureId::Delay => label.to_owned(),
        FigureId::CalendarYear(year, CalendarFigure::Months) => {
            format!("Months of {year} within the horizon")
        }
        FigureId::CalendarYear(year, CalendarFigure::DeliveredDifference) => {
            format!("Product delivered in {year}, against carrying on")
        }
        FigureId::CalendarYear(year, _) | FigureId::Displaced(year) => format!("{label} in {year}"),
        FigureId::Month(number, figure) => of_month(writer, number, figure, label),
        FigureId::Return(figure) => of_return(writer, figure, label),
        FigureId::ByTag(tag, _) => {
            format!("{}: {}, present value", labels::tag(tag), label.to_ascii_lowercase())
        }
        FigureId::Threshold(scope, threshold) => of_threshold(scope, threshold),
        FigureId::Compared(line, figure) => plan::of_line(writer, line, figure),
        FigureId::Plan(figure) => plan::of_plan(writer, figure, label),
        FigureId::Simulated(figure) => of_draws(writer, figure, label),
        FigureId::Estimate(input, bound) => {
            [&of_input(writer, input, label), at(bound, [", lowest", ", highest"])].concat()
        }
        FigureId::Tornado(moved, bound) => [
            "Net present value with ",
            &moved_in_tornado(writer, moved),
            at(bound, [" at its lowest", " at its highest"]),
        ]
        .concat(),
    }
}

fn at(bound: Bound, [low, high]: [&'static str; 2]) -> &'static str {
    match bound {
        Bound::Low => low,
        Bound::High => high,
    }
}

/// What a bar of the tornado moves, as it stands within a sentence.
pub(crate) fn moved_in_tornado(writer: Writer<'_>, moved: TornadoInput) -> String {
    match moved {
        TornadoInput::Input(input) => name_in_sentence(writer, input),
        TornadoInput::Gain => "points of efficiency gained".to_owned(),
        TornadoInput::Capacity => Input::AnnualCost.spec().label.to_owned(),
        TornadoInput::EfficiencyNow => "efficiency now, the gain held".to_owned(),
    }
}

/// An input with the line it belongs to, as it stands within a sentence.
pub(crate) fn name_in_sentence(writer: Writer<'_>, input: Input) -> String {
    let label = input.spec().label;
    match labels::line(&writer.evaluation.case, input) {
        Some(line) => format!("{label} (“{line}”)"),
        None => label.to_owned(),
    }
}

fn of_draws(writer: Writer<'_>, figure: SimulatedFigure, label: &str) -> String {
    use SimulatedFigure as F;
    let horizon = || writer.exact(FigureId::Input(Input::HorizonMonths)).text;
    match figure {
        F::PaidBackBy(month) | F::CumulativeNet(month, _) => {
            [label, ", end of ", &writer.month_in_words(month)].concat()
        }
        F::Distribution(bin) => {
            let number = writer.style.number(f64::from(bin) + 1.0, 0);
            [label, ", number ", &number].concat()
        }
        F::Sensitivity(input) => [label, ": ", &name_in_sentence(writer, input)].concat(),
        F::Npv(_) | F::NpvMean | F::TotalNet(_) | F::TotalNetMean => {
            [label, ", over ", &horizon()].concat()
        }
        _ => label.to_owned(),
    }
}

/// An input with the line it belongs to.
fn of_input(writer: Writer<'_>, input: Input, label: &str) -> String {
    let case = &writer.evaluation.case;
    if let Input::Plan(input) = input {
        return plan::of_input(writer, input, label);
    }
    match labels::line(case, input) {
        Some(line) => format!("“{line}”: {label}"),
        None => capitalized(label),
    }
}

/// A name at the beginning of a row.
pub(crate) fn capitalized(label: &str) -> String {
    let (first, rest) = label.split_at(label.chars().next().map_or(0, char::len_utf8));
    first.to_ascii_uppercase() + rest
}

fn of_month(writer: Writer<'_>, number: u32, figure: MonthFigure, label: &str) -> String {
    use MonthFigure as F;
    let month = match writer.month_of_case(number) {
        Some(month) => month_name(month),
        None => format!("month {}", writer.style.number(f64::from(number), 0)),
    };
    match figure {
        F::BaselineEfficiency | F::InvestedEfficiency => format!("{label}, in {month}"),
        F::CumulativeNet => format!("{label} at the end of {month}"),
        F::CumulativeDeliveredDifference => {
            format!("Product delivered by the end of {month}, against carrying on")
        }
        F::BoughtOutside => format!("{label} in {month}"),
        F::Spend | F::Upkeep | F::Costs | F::Gain | F::OtherBenefits | F::Net => {
            format!("{label} of {month}")
        }
    }
}

fn of_return(writer: Writer<'_>, figure: ReturnFigure, label: &str) -> String {
    use ReturnFigure as F;
    let horizon = writer.exact(FigureId::Input(Input::HorizonMonths)).text;
    let over = |before: &str, after: &str| format!("{before} over {horizon}{after}");
    match figure {
        F::TotalNet => over("Net", ", not discounted"),
        F::Npv => over("Net present value", ", capacity valued at cost"),
        F::NpvCashOnly => over("Net present value", ", cash only"),
        F::IrrMonthly => over("Internal rate of return", ", a month"),
        F::IrrAnnual => over("Internal rate of return", ", a year"),
        F::MirrAnnual => over("Modified internal rate of return", ", a year"),
        F::PaybackMonths => "Months until paid back, from the start of the case".to_owned(),
        F::PaybackFromFirstSpend => "Months until paid back, from the first spend".to_owned(),
        F::DiscountedPaybackMonths => {
            "Months until paid back, discounted, from the start of the case".to_owned()
        }
        F::ProfitabilityIndex | F::Roi | F::DeepestPoint => over(label, ""),
        F::RoiDiscounted => over("Return on investment", ", discounted"),
    }
}

fn of_threshold(scope: Scope, threshold: Threshold) -> String {
    use Threshold as T;
    let what = match threshold {
        T::GainShare => "Share of the gain that must arrive",
        T::EfficiencyAfter => "Efficiency that must be reached",
        T::EfficiencyAfterRunRate => {
            return "Efficiency at which a year at the run rate pays for the work".to_owned();
        }
        T::EfficiencyAfterSameOutput => {
            return "Efficiency at which the year of the work delivers as much as carrying on"
                .to_owned();
        }
        T::LargestInvestment => "Most the work may cost",
    };
    let when = match scope {
        Scope::Horizon => "over the horizon",
        Scope::OneYear => "within one year",
    };
    format!("{what} to pay {when}")
}
