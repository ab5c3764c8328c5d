//! The tornado: net present value with one input at a time at either end of its range.

use super::{changed, npv_of};
use crate::{
    assumptions::Assumptions,
    bounds::Bounds,
    case::Case,
    figure::FigureId,
    input::Input,
    simulation::Bound,
    units::{Money, Unit},
};

/// What one bar moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TornadoInput {
    /// An input with an estimate, or the cost of the work; all others at their most likely value.
    Input(Input),
    /// The points of efficiency gained, with today's efficiency held.
    Gain,
    /// Capacity a year, however it was entered.
    Capacity,
    /// Today's efficiency, with the points gained held.
    EfficiencyNow,
}

/// Where the ends of the bars come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The lowest and highest value of every estimate.
    Estimates,
    /// A tenth less and a tenth more, because nothing was estimated.
    TenPercent,
}

/// Net present value at both ends of each input.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The widest first; equally wide ones in the order of the case file.
    pub bars: Vec<Bar>,
    /// Where the ends come from.
    pub basis: Basis,
    /// Net present value with the most likely values.
    pub npv: Money,
}

/// One input at its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// What is moved.
    pub input: TornadoInput,
    /// At its lowest value.
    pub at_low: End,
    /// At its highest value.
    pub at_high: End,
}

/// One end of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Value of the input.
    pub value: f64,
    /// Net present value there.
    pub npv: Money,
}

impl TornadoInput {
    /// Name in results.
    pub fn path(self) -> String {
        match self {
            Self::Input(input) => FigureId::Input(input).path(),
            Self::Gain => "gain".to_owned(),
            Self::Capacity => "capacity".to_owned(),
            Self::EfficiencyNow => "efficiency_now_with_the_gain".to_owned(),
        }
    }

    /// What its values count.
    pub fn unit(self) -> Unit {
        match self {
            Self::Input(input) => input.spec().bounds.unit,
            Self::Gain => Unit::Points,
            Self::Capacity => Unit::MoneyPerYear,
            Self::EfficiencyNow => Unit::Share,
        }
    }
}

impl Bar {
    /// How far apart the two ends are, 0 or more.
    pub fn width(&self) -> Money {
        (self.at_high.npv - self.at_low.npv).abs()
    }

    /// One of the ends.
    pub fn end(&self, bound: Bound) -> End {
        match bound {
            Bound::Low => self.at_low,
            Bound::High => self.at_high,
        }
    }
}

/// Widths this close to each other differ by rounding only.
const ALIKE: f64 = 1.0 - 1e-9;

/// How much is taken away or added where nothing was estimated.
const TENTH: f64 = 0.1;

/// Every estimated input at its lowest and its highest value, the others at the most likely one.
///
/// Where nothing was estimated: the gain, capacity, the cost of the work and today's efficiency, a
/// tenth less and a tenth more but within their bounds. The bar of the overrun, which the most likely
/// figures leave out, shows what each end of it would do to them.
pub fn tornado(case: &Case) -> Tornado {
    let estimated: Vec<TornadoInput> = case
        .inputs()
        .filter(|input| case.entered(*input).is_some_and(|estimate| estimate.is_range()))
        .map(TornadoInput::Input)
        .collect();
    let basis = if estimated.is_empty() { Basis::TenPercent } else { Basis::Estimates };
    let inputs = match basis {
        Basis::Estimates => estimated,
        Basis::TenPercent => vec![
            TornadoInput::Capacity,
            TornadoInput::EfficiencyNow,
            TornadoInput::Gain,
            TornadoInput::Input(Input::Amount),
        ],
    };
    let mut bars: Vec<Bar> = Vec::with_capacity(inputs.len());
    for bar in inputs.into_iter().map(|input| bar(case, input)) {
        let narrower = bars.iter().position(|other| bar.width() * ALIKE > other.width());
        bars.insert(narrower.unwrap_or(bars.len()), bar);
    }
    Tornado { bars, basis, npv: npv_of(&Assumptions::likely(case)) }
}

/// Net present value with `input` at one end, as in the [tornado] of the case.
pub fn npv_at_end(case: &Case, input: TornadoInput, bound: Bound) -> Money {
    bar(case, input).end(bound).npv
}

fn bar(case: &Case, input: TornadoInput) -> Bar {
    let likely = Assumptions::likely(case);
    let [low, high] = ends(case, input, &likely);
    let end = |value: f64| End { value, npv: npv_of(&moved(case, input, value, &likely)) };
    Bar { input, at_low: end(low), at_high: end(high) }
}

/// Lowest and highest value of what a bar moves.
fn ends(case: &Case, input: TornadoInput, likely: &Assumptions) -> [f64; 2] {
    let (now, gain) = (likely.efficiency.now, likely.efficiency.gain());
    let Bounds { min, max, .. } = Bounds::EFFICIENCY;
    match input {
        TornadoInput::Input(input) => match case.entered(input) {
            Some(estimate) if estimate.is_range() => [estimate.low(), estimate.high()],
            _ => {
                let Bounds { min, max, .. } = input.spec().bounds;
                around(case.likely(input).unwrap_or_default(), min, max)
            }
        },
        TornadoInput::Capacity => {
            around(likely.capacity.annual_cost, f64::MIN_POSITIVE, Bounds::CAPACITY.max)
        }
        TornadoInput::Gain => around(gain, min - now, max - now),
        TornadoInput::EfficiencyNow => around(now, min.max(min - gain), max.min(max - gain)),
    }
}

/// A tenth less and a tenth more, in rising order, within the bounds. Today's value is never left out:
/// rounding, or a haircut on the gain, may have brought it beyond them.
fn around(today: f64, min: f64, max: f64) -> [f64; 2] {
    let apart = TENTH * today.abs();
    let (min, max) = (min.min(today), max.max(today));
    [(today - apart).max(min), (today + apart).min(max)]
}

/// The likely assumptions with what the bar moves at `value`.
fn moved(case: &Case, input: TornadoInput, value: f64, likely: &Assumptions) -> Assumptions {
    let mut moved = likely.clone();
    let gain = likely.efficiency.gain();
    match input {
        TornadoInput::Input(input) => return changed(case, &[(input, value)]),
        TornadoInput::Capacity => moved.capacity.annual_cost = value,
        TornadoInput::Gain => {
            moved.efficiency.confidence = 1.0;
            moved.efficiency.after = likely.efficiency.now + value;
        }
        TornadoInput::EfficiencyNow => {
            moved.efficiency.confidence = 1.0;
            moved.efficiency.now = value;
            moved.efficiency.after = value + gain;
        }
    }
    moved
}
