// Every figure of the seed case, as the page prints it: sums and rates from the definition of the
// model, months recomputed here from nothing but the four numbers and the three months of work.

const MONTHS = 24;
const MONTHLY_CAPACITY = 2_000_000 / 12;
const MONTHLY_SPEND = 200_000 / 3;
const GAIN = 0.2;
const NOW = 0.7;

/** Figures that stand in tables, by name, month by month left out. */
export const SEED_FIGURES: Record<string, string> = {
  "headline.capacity_per_year": "$2,000,000",
  "headline.absorbed_per_year": "$600,000",
  "headline.gain_year_one": "$360,000",
  "headline.net_year_one": "$160,000",
  "headline.gain_per_year": "$400,000",
  "headline.points_gained": "20 points",
  "headline.output_change": "28.57%",
  "headline.time_change": "−22.22%",
  "headline.other_benefits_per_year": "$0",
  "headline.cost_of_delay_per_week": "$7,692.31",

  "calendar_years.2026.months": "12 months",
  "calendar_years.2026.gain": "$200,000",
  "calendar_years.2026.other_benefits": "$0",
  "calendar_years.2026.spend": "$200,000",
  "calendar_years.2026.upkeep": "$0",
  "calendar_years.2026.costs": "$0",
  "calendar_years.2026.net": "$0",
  "calendar_years.2026.delivered_difference": "$60,000",
  "calendar_years.2027.months": "12 months",
  "calendar_years.2027.gain": "$400,000",
  "calendar_years.2027.other_benefits": "$0",
  "calendar_years.2027.spend": "$0",
  "calendar_years.2027.upkeep": "$0",
  "calendar_years.2027.costs": "$0",
  "calendar_years.2027.net": "$400,000",
  "calendar_years.2027.delivered_difference": "$400,000",

  "returns.total_net": "$400,000",
  "returns.npv": "$338,733.72",
  "returns.npv_cash_only": "$0",
  "returns.irr_monthly": "13.06%",
  "returns.irr_annual": ">100%",
  "returns.mirr_annual": "86.90%",
  "returns.payback_months": "12 months",
  "returns.payback_from_first_spend": "9 months",
  "returns.discounted_payback_months": "12.22 months",
  "returns.profitability_index": "2.76",
  "returns.roi_discounted": "176.22%",
  "returns.roi": "200.00%",
  "returns.deepest_point": "−$200,000",

  "thresholds.horizon.gain_share": "36.20%",
  "thresholds.horizon.efficiency_after": "77.24%",
  "thresholds.horizon.largest_investment": "$552,448.98",
  "thresholds.one_year.gain_share": "55.56%",
  "thresholds.one_year.efficiency_after": "81.11%",
  "thresholds.one_year.efficiency_after_run_rate": "80.00%",
  "thresholds.one_year.efficiency_after_same_output": "77.78%",
  "thresholds.one_year.largest_investment": "$333,333.33",

  "by_tag.cash.benefits": "$0",
  "by_tag.cash.costs": "$0",
  "by_tag.cash.net": "$0",
  "by_tag.capacity.benefits": "$530,950.89",
  "by_tag.capacity.costs": "$192,217.17",
  "by_tag.capacity.net": "$338,733.72",
  "by_tag.risk.benefits": "$0",
  "by_tag.risk.costs": "$0",
  "by_tag.risk.net": "$0",
};

/** The table of returns at four horizons; what is longer than a person reads is rounded. */
export const RETURNS_AT_HORIZONS: Record<number, Record<string, string>> = {
  12: {
    "returns.total_net": "$0",
    "returns.npv": "−$6,735.61",
    "returns.irr_monthly": "0.00%",
    "returns.irr_annual": "0.00%",
    "returns.profitability_index": "0.96",
    "returns.roi": "0.00%",
    "returns.payback_months": "12 months",
    "returns.discounted_payback_months": "none",
  },
  18: {
    "returns.total_net": "$200,000",
    "returns.npv": "$170,114.12",
    "returns.irr_monthly": "10.49%",
    "returns.irr_annual": ">100%",
    "returns.profitability_index": "1.89",
    "returns.roi": "100.00%",
    "returns.payback_months": "12 months",
    "returns.discounted_payback_months": "12.22 months",
  },
  36: {
    "returns.total_net": "$800,000",
    "returns.npv": "$652,796.74",
    "returns.irr_monthly": "14.24%",
    "returns.irr_annual": ">100%",
    "returns.profitability_index": "4.4",
    "returns.roi": "400.00%",
    "returns.payback_months": "12 months",
    "returns.discounted_payback_months": "12.22 months",
  },
};

/** Every figure of every month, by name. */
export function seedMonths(): Record<string, string> {
  const figures: Record<string, string> = {};
  let [net, delivered] = [0, 0];
  for (let month = 1; month <= MONTHS; month += 1) {
    const isWork = month >= 4 && month <= 6;
    const isAfter = month > 6;
    const spend = isWork ? MONTHLY_SPEND : 0;
    const gain = isAfter ? MONTHLY_CAPACITY * GAIN : 0;
    net += gain - spend;
    delivered += gain - spend * NOW;
    const of = {
      baseline_efficiency: "70.00%",
      invested_efficiency: isAfter ? "90.00%" : "70.00%",
      spend: money(spend),
      upkeep: "$0",
      costs: "$0",
      bought_outside: "$0",
      gain: money(gain),
      other_benefits: "$0",
      net: money(gain - spend),
      cumulative_net: money(net),
      cumulative_delivered_difference: money(delivered),
    };
    for (const [name, text] of Object.entries(of)) figures[`timeline.${month}.${name}`] = text;
  }
  return figures;
}

/** An amount to the cent, whole amounts without cents. */
function money(amount: number): string {
  const cents = Math.round(amount * 100) / 100;
  const digits = Math.abs(cents).toLocaleString("en-US", {
    minimumFractionDigits: Number.isInteger(cents) ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return `${cents < 0 ? "−" : ""}$${digits}`;
}
