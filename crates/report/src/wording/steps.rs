//! The next figure up or down, as the arrow keys give it.

use groundwork_model::bounds::Bounds;

use super::{decimal::Decimal, parse::Kind};

/// Fine steps in a coarse one.
const COARSE: f64 = 10.0;

/// From nothing, the first step of an amount.
const FIRST_AMOUNT: f64 = 1_000.0;

/// Amounts step by about so much of themselves.
const SHARE_OF_AMOUNT: f64 = 0.01;

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// To a larger figure; otherwise to a smaller one.
    pub is_up: bool,
    /// Ten steps at once.
    pub is_coarse: bool,
}

/// The figure a step away from `value`, within `bounds`; none where `value` is the last there is.
///
/// Shares step by a point, multipliers by a tenth, months and counts by one, amounts by 1, 2 or 5
/// times a power of ten, about 1% of themselves. A figure between two steps goes to the next one,
/// and a step up and one down lead back.
///
/// ```
/// use groundwork_model::bounds::Bounds;
/// use groundwork_report::wording::{Kind, Step, stepped};
///
/// let up = Step { is_up: true, is_coarse: false };
/// assert_eq!(stepped(0.7, Kind::Share, &Bounds::SHARE, up), Some(0.71));
/// assert_eq!(stepped(2e6, Kind::Money, &Bounds::MONEY, up), Some(2_020_000.0));
/// assert_eq!(stepped(1.0, Kind::Share, &Bounds::SHARE, up), None);
/// ```
pub fn stepped(value: f64, kind: Kind, bounds: &Bounds, step: Step) -> Option<f64> {
    let places = places_of(kind, bounds);
    let shown = Decimal::seen(value)?.shifted(places).to_f64();
    let size = if kind == Kind::Money { amount_step(shown, step.is_up) } else { 1.0 };
    let count = if step.is_coarse { COARSE } else { 1.0 };
    let steps = Decimal::seen(shown / size)?.to_f64();
    let next = if step.is_up { steps.floor() + count } else { steps.ceil() - count };
    let next = Decimal::seen(next * size)?.shifted(-places).to_f64();
    let next = next.clamp(bounds.min, bounds.max);
    let is_further = if step.is_up { next > value } else { next < value };
    (is_further && bounds.contains(next)).then_some(next)
}

/// Decimals of the value a step of one changes: shares step in percent, multipliers in tenths.
fn places_of(kind: Kind, bounds: &Bounds) -> i32 {
    use groundwork_model::units::Unit;
    match kind {
        Kind::Share => 2,
        Kind::Number if bounds.unit == Unit::Ratio => 1,
        Kind::Number | Kind::Money | Kind::Whole => 0,
    }
}

/// The step of an amount: 1, 2 or 5 times a power of ten, at most 1% of it, at least one unit.
///
/// Towards zero, an amount on the edge of two sizes takes the smaller, so that the way back is the
/// way there.
fn amount_step(amount: f64, is_up: bool) -> f64 {
    let size = amount.abs();
    if size <= 0.0 {
        return FIRST_AMOUNT;
    }
    let most = size * SHARE_OF_AMOUNT;
    let grows = is_up == (amount > 0.0);
    let fits = |step: f64| if grows { step <= most } else { step < most };
    let (mut best, mut power) = (1.0, 1.0);
    while fits(power) {
        for factor in [1.0, 2.0, 5.0] {
            if fits(power * factor) {
                best = power * factor;
            }
        }
        power *= 10.0;
    }
    best
}
