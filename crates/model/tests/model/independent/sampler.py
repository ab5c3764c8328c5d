"""The seed case with ranges, simulated without any of the code under test.

Draws with the standard library's betavariate and uses closed formulas instead of months: work of
`months` from month 4 costs its amount in equal parts, and from its end on every month is worth
capacity/12 x (after - now). Prints each figure with its standard error, from 20 batches.
"""

import random
from statistics import mean, stdev

HORIZON, FIRST, PLANNED, MONTHLY = 24, 4, 3, 2e6 / 12
V = 1.10 ** (-1 / 12)
ANNUITY = [sum(V**t for t in range(1, m + 1)) for m in range(HORIZON + 1)]
NEVER = float("inf")


def pert(rng, low, likely, high):
    width = high - low
    return low + width * rng.betavariate(
        1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width
    )


def draw(rng):
    now = pert(rng, 0.65, 0.70, 0.75)
    after = pert(rng, 0.80, 0.90, 0.95)
    slip = pert(rng, 0.0, 0.2, 0.5)
    amount = pert(rng, 150e3, 200e3, 300e3) * (1 + slip)
    months = max(1, int(PLANNED * (1 + slip) + 0.5))
    gain = 0.0 if rng.random() < 0.15 else MONTHLY * (after - now)
    end = FIRST + months - 1
    spent = amount / months * (ANNUITY[end] - ANNUITY[FIRST - 1])
    npv = gain * (ANNUITY[HORIZON] - ANNUITY[end]) - spent
    payback = end + amount / gain if gain else NEVER
    at_12 = (12 - end) * gain - amount
    return npv, payback if payback <= HORIZON else NEVER, at_12


def quantile(rising, q):
    at = (len(rising) - 1) * q
    low = rising[int(at)]
    part = at - int(at)
    return low + (rising[int(at) + 1] - low) * part if part else low


def figures(draws):
    npv, payback, at_12 = (sorted(column) for column in zip(*draws))
    n = len(draws)
    return {
        "npv.p10": quantile(npv, 0.1),
        "npv.p50": quantile(npv, 0.5),
        "npv.p90": quantile(npv, 0.9),
        "npv.mean": mean(npv),
        "payback_months.p10": quantile(payback, 0.1),
        "payback_months.p50": quantile(payback, 0.5),
        "cumulative_net.12.p50": quantile(at_12, 0.5),
        "cumulative_net.12.p90": quantile(at_12, 0.9),
        "probability_npv_positive": sum(value > 0 for value in npv) / n,
        "probability_paid_back_by.12": sum(value <= 12 for value in payback) / n,
        "probability_paid_back_by.15": sum(value <= 15 for value in payback) / n,
        "probability_of_headline": sum(value >= 338733.7249 for value in npv) / n,
    }


if __name__ == "__main__":
    rng = random.Random(20260101)
    batches = [figures([draw(rng) for _ in range(100_000)]) for _ in range(20)]
    for name in batches[0]:
        values = [batch[name] for batch in batches]
        print(f"{name:28} {mean(values):16.6f} +- {stdev(values) / 20**0.5:.6f}")
