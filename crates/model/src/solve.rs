//! The other way round: which value of an input makes a return come out as wanted?

use crate::{
    assumptions::Assumptions,
    bisection::boundary,
    bounds::Bounds,
    case::Case,
    finance::monthly_rate,
    input::Input,
    returns::{Returns, by_tag, net_flows, returns},
    timeline::Timeline,
    units::{Money, Months, Share},
};

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// A net present value of at least this.
    Npv(Money),
    /// Paid back after at most this many months.
    PaybackMonths(Months),
    /// A simple return on investment of at least this.
    Roi(Share),
}

/// Where an input must lie for the target to be met.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The crossing nearest to today's value, on the side that meets the target.
    pub value: f64,
    /// Today's most likely value.
    pub today: f64,
    /// Whether today's value meets the target already.
    pub is_met_today: bool,
    /// Whether the target is met from `value` upwards; otherwise from `value` downwards.
    pub is_met_above: bool,
    /// Further crossings, in rising order.
    pub further: Vec<Crossing>,
}

/// A value at which a target begins or ceases to be met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The last value that still meets the target.
    pub value: f64,
    /// Whether the target is met from `value` upwards; otherwise from `value` downwards.
    pub is_met_above: bool,
}

/// Why there is no such value.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SolveError {
    /// The input changes random draws only, so no return depends on it.
    #[error("no return depends on the {label}")]
    MovesNothing {
        /// Name of the input.
        label: &'static str,
    },
    /// The case has no such input.
    #[error("{label} is not part of this case")]
    NotInCase {
        /// Name of the input.
        label: &'static str,
    },
    /// No value in range meets the target.
    #[error("no {label} within {bounds} reaches it")]
    Never {
        /// Name of the input.
        label: &'static str,
        /// The range that was searched.
        bounds: Bounds,
    },
    /// Every value in range meets the target.
    #[error("every {label} within {bounds} reaches it")]
    Always {
        /// Name of the input.
        label: &'static str,
        /// The range that was searched.
        bounds: Bounds,
    },
}

/// Points tried across the range of an input that is not whole.
const POINTS: u32 = 200;

/// The value of `input` at which `target` begins to be met, nearest to today's.
///
/// The range of the input is scanned at 200 points (in equal ratios for money; whole numbers one by
/// one), and every change between met and not met is narrowed down by halving. Changes that lie
/// closer together than two neighboring points can be missed. A target counts as met only where at
/// least one month of the work falls within the horizon: nothing is proven by months before it.
///
/// # Errors
///
/// See [`SolveError`].
pub fn solve(case: &Case, input: Input, target: Target) -> Result<Solution, SolveError> {
    let spec = input.spec();
    if matches!(input, Input::Seed | Input::Slip | Input::FailureProbability) {
        return Err(SolveError::MovesNothing { label: spec.label });
    }
    let today = case.likely(input).ok_or(SolveError::NotInCase { label: spec.label })?;
    let is_met = |value: f64| {
        let instead = |asked: Input| (asked == input).then_some(value);
        target.is_met(&Assumptions::read(case, instead))
    };
    let points: Vec<(f64, bool)> =
        points(&spec.bounds, today).into_iter().map(|value| (value, is_met(value))).collect();
    let mut crossings: Vec<Crossing> = points
        .windows(2)
        .filter(|pair| pair[0].1 != pair[1].1)
        .map(|pair| {
            let is_met_above = pair[1].1;
            let (inside, outside) =
                if is_met_above { (pair[1].0, pair[0].0) } else { (pair[0].0, pair[1].0) };
            let value = if spec.bounds.whole { inside } else { boundary(inside, outside, is_met) };
            Crossing { value, is_met_above }
        })
        .collect();
    let distance = |value: f64| (value - today).abs();
    let nearest = (0..crossings.len())
        .min_by(|a, b| distance(crossings[*a].value).total_cmp(&distance(crossings[*b].value)));
    let Some(nearest) = nearest else {
        let (label, bounds) = (spec.label, spec.bounds);
        let is_always = points.iter().all(|(_, is_met)| *is_met);
        return Err(if is_always {
            SolveError::Always { label, bounds }
        } else {
            SolveError::Never { label, bounds }
        });
    };
    let Crossing { value, is_met_above } = crossings.remove(nearest);
    Ok(Solution { value, today, is_met_today: is_met(today), is_met_above, further: crossings })
}

impl Target {
    fn is_met(self, assumptions: &Assumptions) -> bool {
        if assumptions.investment.first_month > assumptions.horizon_months {
            return false;
        }
        let timeline = Timeline::of(assumptions);
        let flows = net_flows(&timeline);
        match self {
            Self::Npv(wanted) => {
                let flows = flows.discounted(monthly_rate(assumptions.discount_rate));
                flows.total() >= wanted - flows.zero()
            }
            Self::PaybackMonths(wanted) => {
                computed(assumptions, &timeline).payback_months.is_some_and(|m| m <= wanted)
            }
            Self::Roi(wanted) => {
                let returns = computed(assumptions, &timeline);
                // Where nothing is spent, whatever comes back is more than any share of it.
                returns.roi.map_or(returns.total_net >= 0.0, |roi| roi >= wanted)
            }
        }
    }
}

fn computed(assumptions: &Assumptions, timeline: &Timeline) -> Returns {
    returns(assumptions, timeline, &by_tag(assumptions, timeline), &mut Vec::new())
}

/// Values to try, in rising order, today's among them.
fn points(bounds: &Bounds, today: f64) -> Vec<f64> {
    let mut points = vec![today];
    let Bounds { min, max, .. } = *bounds;
    if bounds.whole {
        let mut value = min;
        while value <= max {
            points.push(value);
            value += 1.0;
        }
    } else if max > 1e3 {
        points.extend(in_equal_ratios(max));
        if min < 0.0 {
            points.extend(in_equal_ratios(-min).map(|value| -value));
        }
        points.push(min);
    } else {
        let step = (max - min) / f64::from(POINTS - 1);
        points.extend((0..POINTS).map(|index| min + step * f64::from(index)));
        points.push(max);
    }
    points.retain(|value| bounds.contains(*value));
    let mut points = in_rising_order(points);
    points.dedup();
    points
}

/// Put in one by one: there are a few hundred, and the library's sort is code for millions.
fn in_rising_order(values: Vec<f64>) -> Vec<f64> {
    let mut rising: Vec<f64> = Vec::with_capacity(values.len());
    for value in values {
        let at = rising.partition_point(|earlier| earlier.total_cmp(&value).is_le());
        rising.insert(at, value);
    }
    rising
}

/// From 1 to `highest`, each the same ratio above the one before.
fn in_equal_ratios(highest: f64) -> impl Iterator<Item = f64> {
    let exponent = libm::log(highest) / f64::from(POINTS - 1);
    (0..POINTS).map(move |index| libm::exp(exponent * f64::from(index)).min(highest))
}
