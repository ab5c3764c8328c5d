//! Net present value, rates of return and payback of any series of flows.

use crate::{
    bisection::boundary,
    cash_flows::{CashFlows, FirstFlow},
    units::{Money, Share},
};

/// Lowest and highest rate for each period that is searched for an internal rate of return.
const SEARCHED_RATES: (f64, f64) = (-0.99, 10.0);

/// Why a series of flows has no usable internal rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IrrError {
    /// All flows have the same sign, so no rate brings their value to zero.
    #[error("the flows never change sign, so they have no internal rate of return")]
    NoSignChange,
    /// Several rates may bring the value to zero; none of them is *the* return.
    #[error("the flows change sign {sign_changes} times, so the rate is ambiguous")]
    SeveralSignChanges {
        /// Number of changes of sign.
        sign_changes: usize,
    },
    /// Money comes in first and is paid out later: the rate is what that loan costs, not a return.
    #[error("it receives before it spends, so the rate would be a cost, not a return")]
    ReceivesBeforeItSpends,
    /// The rate exists but lies outside the range that is searched.
    #[error("the rate of return lies outside -99% to 1,000% a period")]
    OutsideSearchedRange,
}

/// Why a series of flows has no modified internal rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MirrError {
    /// It needs flows paid and flows received.
    #[error("it needs both money spent and money received")]
    NeedsBothSigns,
    /// It needs at least one period between the first flow and the last.
    #[error("it needs at least two periods")]
    NeedsTwoPeriods,
}

/// Value now of `flows` at `rate` for each period, a fraction above -1.
///
/// # Source
///
/// Brealey, Myers and Allen, *Principles of Corporate Finance*, "How to Calculate Present Values".
///
/// # Example
///
/// ```
/// use groundwork_model::{cash_flows::{CashFlows, FirstFlow}, finance::net_present_value};
///
/// let flows = CashFlows::new(vec![-100.0, 60.0, 60.0], FirstFlow::Now);
/// assert_eq!(format!("{:.2}", net_present_value(&flows, 0.10)), "4.13");
/// ```
pub fn net_present_value(flows: &CashFlows, rate: f64) -> Money {
    flows.discounted(rate).total()
}

/// Internal rate of return of `flows` for each period, as a fraction from -0.99 to 10.
///
/// It is the rate at which the [net present value](net_present_value) is zero. Flows that change
/// sign once have at most one such rate above -1 (Descartes' rule of signs); it is found by halving
/// the interval, so the result is the same on every platform.
///
/// # Errors
///
/// See [`IrrError`]. Callers that must show *some* figure fall back to the net present value; they
/// never pick one of several rates.
///
/// # Source
///
/// Brealey, Myers and Allen, *Principles of Corporate Finance*, "Net Present Value and Other
/// Investment Criteria".
///
/// # Example
///
/// ```
/// use groundwork_model::{cash_flows::{CashFlows, FirstFlow}, finance::internal_rate_of_return};
///
/// let flows = CashFlows::new(vec![-100.0, 60.0, 60.0], FirstFlow::Now);
/// let rate = internal_rate_of_return(&flows)?;
/// assert_eq!(format!("{rate:.4}"), "0.1307");
/// # Ok::<(), groundwork_model::finance::IrrError>(())
/// ```
pub fn internal_rate_of_return(flows: &CashFlows) -> Result<f64, IrrError> {
    match flows.sign_changes() {
        0 => return Err(IrrError::NoSignChange),
        1 => (),
        sign_changes => return Err(IrrError::SeveralSignChanges { sign_changes }),
    }
    if flows.signs().next() == Some(true) {
        return Err(IrrError::ReceivesBeforeItSpends);
    }
    if flows.total().abs() <= flows.zero() {
        return Ok(0.0);
    }
    // Spent first, so the value is above zero below the rate and under zero above it.
    let is_below_the_rate = |rate: f64| future_value(flows.amounts(), rate) > 0.0;
    let (lowest, highest) = SEARCHED_RATES;
    if is_below_the_rate(lowest) && !is_below_the_rate(highest) {
        Ok(boundary(lowest, highest, is_below_the_rate))
    } else {
        Err(IrrError::OutsideSearchedRange)
    }
}

/// Modified internal rate of return of `flows` for each period: what is spent is financed at one
/// rate until it falls due, what is received earns another until the last flow.
///
/// # Errors
///
/// See [`MirrError`].
///
/// # Source
///
/// `((future value received) / (present value spent))^(1/(n-1)) - 1` over n flows, as defined by
/// the `MIRR` function of `OpenDocument` (`OpenFormula` 1.2, section 6.12).
pub fn modified_internal_rate_of_return(
    flows: &CashFlows,
    finance_rate: f64,
    reinvestment_rate: f64,
) -> Result<f64, MirrError> {
    let amounts = flows.amounts();
    let only = |keep: fn(f64) -> bool| -> Vec<Money> {
        amounts.iter().map(|amount| if keep(*amount) { *amount } else { 0.0 }).collect()
    };
    let received = future_value(&only(|amount| amount > 0.0), reinvestment_rate);
    let spent = -CashFlows::new(only(|amount| amount < 0.0), FirstFlow::Now)
        .discounted(finance_rate)
        .total();
    let zero = flows.zero();
    if received <= zero || spent <= zero {
        return Err(MirrError::NeedsBothSigns);
    }
    let periods = u32::try_from(amounts.len().saturating_sub(1)).unwrap_or(u32::MAX);
    if periods == 0 {
        return Err(MirrError::NeedsTwoPeriods);
    }
    Ok(libm::pow(received / spent, 1.0 / f64::from(periods)) - 1.0)
}

/// Periods from now until the running total of `flows` is out of the red for good.
///
/// The end of the last stretch below zero, interpolated within its period as if the flow came in
/// evenly; 0 where the total is never below zero, `None` where it is below zero at the end.
///
/// # Source
///
/// Brealey, Myers and Allen, *Principles of Corporate Finance*, "Payback". Taking the last stretch
/// instead of the first keeps a late cost from being hidden behind an early return.
pub fn payback_period(flows: &CashFlows) -> Option<f64> {
    payback_of_totals(&flows.running_totals(), flows.zero(), flows.periods_to_first())
}

/// The same from running totals, of which those up to `zero` from nothing count as nothing.
pub(crate) fn payback_of_totals(
    totals: &[Money],
    zero: Money,
    periods_to_first: u32,
) -> Option<f64> {
    let Some(last_below) = totals.iter().rposition(|total| *total < -zero) else {
        return Some(0.0);
    };
    let above = *totals.get(last_below + 1)?;
    let above = if above <= zero { 0.0 } else { above };
    let below = totals[last_below];
    let whole = u32::try_from(last_below).ok()? + periods_to_first;
    Some(f64::from(whole) + below / (below - above))
}

/// Value now of everything, over the value now of what is spent: `1 + npv/outlay`.
///
/// `None` without outlay. Also called benefit-cost ratio.
///
/// # Source
///
/// Brealey, Myers and Allen, *Principles of Corporate Finance*, "Profitability Index".
pub fn profitability_index(net_present_value: Money, present_outlay: Money) -> Option<f64> {
    (present_outlay > 0.0).then(|| 1.0 + net_present_value / present_outlay)
}

/// Rate for each month that compounds to the yearly effective `rate`: `(1 + r)^(1/12) - 1`.
pub fn monthly_rate(rate: f64) -> f64 {
    libm::expm1(libm::log1p(rate) / 12.0)
}

/// Yearly effective rate of a rate for each month: `(1 + m)^12 - 1`.
pub fn yearly_rate(monthly: f64) -> Share {
    libm::expm1(libm::log1p(monthly) * 12.0)
}

/// Value of flows at the time of the last one. Its sign is the sign of the present value, and it
/// stays finite where a discount factor would not.
fn future_value(amounts: &[Money], rate: f64) -> Money {
    amounts.iter().fold(0.0, |value, amount| value * (1.0 + rate) + amount)
}
