//! What the case returns: present values, rates, payback, and how much of it is cash.

use crate::{
    assumptions::Assumptions,
    benefit::Tag,
    bounds::Bounds,
    cash_flows::{CashFlows, FirstFlow},
    figure::{FigureId, ReturnFigure},
    finance::{
        internal_rate_of_return, modified_internal_rate_of_return, monthly_rate, net_present_value,
        payback_period, profitability_index, yearly_rate,
    },
    investment::PaidFrom,
    note::{Note, Reason},
    timeline::{Month, Timeline},
    units::{Money, Months, Share},
};

/// Returns over the horizon. A figure that does not exist is `None`, with a note that says why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Returns {
    /// Sum of the monthly net, not discounted.
    pub total_net: Money,
    /// Net present value, with capacity valued at cost.
    pub npv: Money,
    /// Net present value of what is tagged cash.
    pub npv_cash_only: Money,
    /// Internal rate of return a month.
    pub irr_monthly: Option<Share>,
    /// Internal rate of return a year, effective.
    pub irr_annual: Option<Share>,
    /// Modified internal rate of return a year, at the discount rate both ways.
    pub mirr_annual: Option<Share>,
    /// Months from the start until the running total is out of the red for good.
    pub payback_months: Option<Months>,
    /// The same, from the first month of spending.
    pub payback_from_first_spend: Option<Months>,
    /// The same as `payback_months`, on discounted flows.
    pub discounted_payback_months: Option<Months>,
    /// Benefit-cost ratio: `1 + npv / present value of everything spent`.
    pub profitability_index: Option<f64>,
    /// `profitability_index - 1`.
    pub roi_discounted: Option<Share>,
    /// Simple return on investment over the horizon: `total_net / everything spent`.
    pub roi: Option<Share>,
    /// Lowest running total, at most 0.
    pub deepest_point: Money,
}

/// Present value of benefits and costs that carry one tag.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TagTotals {
    /// Present value of what comes in.
    pub benefits: Money,
    /// Present value of what is spent.
    pub costs: Money,
    /// `benefits - costs`; the nets of all tags sum to the net present value.
    pub net: Money,
}

/// Present values of the three tags.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ByTag {
    /// Money that stays in or leaves the bank account.
    pub cash: TagTotals,
    /// Hours of people who are paid anyway.
    pub capacity: TagTotals,
    /// Expected losses that become less likely.
    pub risk: TagTotals,
}

impl ByTag {
    /// Totals of one tag.
    pub fn of(&self, tag: Tag) -> &TagTotals {
        match tag {
            Tag::Cash => &self.cash,
            Tag::Capacity => &self.capacity,
            Tag::Risk => &self.risk,
        }
    }

    fn of_mut(&mut self, tag: Tag) -> &mut TagTotals {
        match tag {
            Tag::Cash => &mut self.cash,
            Tag::Capacity => &mut self.capacity,
            Tag::Risk => &mut self.risk,
        }
    }
}

/// Monthly net as flows that fall at the end of each month.
pub fn net_flows(timeline: &Timeline) -> CashFlows {
    flows(timeline, |month| month.net)
}

fn flows(timeline: &Timeline, amount: impl Fn(&Month) -> Money) -> CashFlows {
    CashFlows::new(timeline.months().iter().map(amount).collect(), FirstFlow::AfterOnePeriod)
}

/// Computes the returns and notes why any of them does not exist.
pub fn returns(
    assumptions: &Assumptions,
    timeline: &Timeline,
    by_tag: &ByTag,
    notes: &mut Vec<Note>,
) -> Returns {
    let rate = monthly_rate(assumptions.discount_rate);
    let net = net_flows(timeline);
    let outlay = flows(timeline, |month| month.spend + month.upkeep + month.costs);
    let npv = net_present_value(&net, rate);
    let mut note = |figure, reason| notes.push(Note::about(FigureId::Return(figure), reason));

    let irr_monthly = internal_rate_of_return(&net)
        .map_err(|error| {
            note(ReturnFigure::IrrMonthly, Reason::Irr(error));
            note(ReturnFigure::IrrAnnual, Reason::Irr(error));
        })
        .ok();
    let mirr_annual = modified_internal_rate_of_return(&net, rate, rate)
        .map(yearly_rate)
        .map_err(|error| note(ReturnFigure::MirrAnnual, Reason::Mirr(error)))
        .ok();

    let investment = &assumptions.investment;
    let is_all_later = investment.is_all_after(assumptions.horizon_months);
    let not_paid_back =
        if is_all_later { Reason::NoSpendWithinHorizon } else { Reason::NotPaidBack };
    let payback = |flows: &CashFlows| if is_all_later { None } else { payback_period(flows) };
    let payback_months = payback(&net);
    if payback_months.is_none() {
        note(ReturnFigure::PaybackMonths, not_paid_back);
    }
    let since_first_spend = payback_months.map(|m| m - f64::from(investment.first_month - 1));
    let payback_from_first_spend = since_first_spend.filter(|months| *months > 0.0);
    if payback_from_first_spend.is_none() {
        let reason =
            if since_first_spend.is_some() { Reason::NeverInTheRed } else { not_paid_back };
        note(ReturnFigure::PaybackFromFirstSpend, reason);
    }
    let discounted_payback_months = payback(&net.discounted(rate));
    if discounted_payback_months.is_none() {
        note(ReturnFigure::DiscountedPaybackMonths, not_paid_back);
    }

    let profitability_index = profitability_index(npv, net_present_value(&outlay, rate));
    if profitability_index.is_none() {
        note(ReturnFigure::ProfitabilityIndex, Reason::NoOutlay);
        note(ReturnFigure::RoiDiscounted, Reason::NoOutlay);
        note(ReturnFigure::Roi, Reason::NoOutlay);
    }
    Returns {
        total_net: net.total(),
        npv,
        npv_cash_only: by_tag.cash.net,
        irr_monthly,
        irr_annual: irr_monthly.map(yearly_rate),
        mirr_annual,
        payback_months,
        payback_from_first_spend,
        discounted_payback_months,
        profitability_index,
        roi_discounted: profitability_index.map(|index| index - 1.0),
        roi: profitability_index.map(|_| net.total() / outlay.total()),
        deepest_point: net.running_totals().into_iter().fold(0.0, f64::min),
    }
}

/// Net present value lost when the work begins one month later, below 0 where waiting pays; `None`
/// where it cannot begin any later.
pub fn lost_by_a_month(assumptions: &Assumptions) -> Option<Money> {
    let rate = monthly_rate(assumptions.discount_rate);
    let npv = |assumptions| net_present_value(&net_flows(&Timeline::of(assumptions)), rate);
    let later = begin_later(assumptions)?;
    Some(npv(assumptions) - npv(&later) + 0.0)
}

/// The same case with work that begins one month later, where a case may begin that late.
pub(crate) fn begin_later(assumptions: &Assumptions) -> Option<Assumptions> {
    let mut later = assumptions.clone();
    later.investment.first_month += 1;
    let is_allowed = Bounds::MONTHS.contains(f64::from(later.investment.first_month));
    is_allowed.then_some(later)
}

/// Present values by tag: the efficiency gain is capacity, the investment and its upkeep are what
/// they are paid from, lines carry their own tag.
pub fn by_tag(assumptions: &Assumptions, timeline: &Timeline) -> ByTag {
    let rate = monthly_rate(assumptions.discount_rate);
    let value =
        |amount: &dyn Fn(&Month) -> Money| net_present_value(&flows(timeline, amount), rate);
    let investment = &assumptions.investment;
    let paid_from = match investment.paid_from {
        PaidFrom::Capacity => Tag::Capacity,
        PaidFrom::Money => Tag::Cash,
    };
    let mut totals = ByTag::default();
    totals.capacity.benefits += value(&|month| month.gain);
    totals.of_mut(paid_from).costs += value(&|month| month.spend + month.upkeep);
    for line in &assumptions.benefits {
        totals.of_mut(line.tag).benefits += value(&|month| line.in_month(month.month, investment));
    }
    for line in &assumptions.costs {
        totals.of_mut(line.tag).costs += value(&|month| line.in_month(month.month));
    }
    for tag in Tag::ALL {
        let of_tag = totals.of_mut(tag);
        of_tag.net = of_tag.benefits - of_tag.costs;
    }
    totals
}
