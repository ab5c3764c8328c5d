//! Version 1 of the case file.
//!
//! Every field but `format` and `version` may be absent, which means that nobody entered it. A
//! field of the wrong shape is kept as it was, and so is a field that is not known here.

use super::{
    object::object,
    part::{Field, Number},
};
use crate::by_path::ByPath;

/// Number of this version.
pub(crate) const VERSION: u32 = 1;

/// A field of text.
pub(crate) type Text = Field<String>;
/// A list whose items may be wrong one by one.
pub(crate) type List<T> = Field<Vec<Field<T>>>;

object! {
    /// The whole file after its header.
    pub(crate) struct Document {
        title: Text,
        currency: Text,
        start: Text,
        horizon_months: Option<Number>,
        discount_rate: Option<Number>,
        capacity: Field<Capacity>,
        efficiency: Field<Efficiency>,
        investment: Field<Investment>,
        costs: List<CostLine>,
        benefits: List<BenefitLine>,
        sources: Field<ByPath<Field<Source>>>,
        uncertainty: Field<Uncertainty>,
        plan: Field<Plan>,
    }
}

object! {
    /// What engineering costs: `annual_cost`, or a team.
    pub(crate) struct Capacity {
        annual_cost: Option<Number>,
        engineers: Option<Number>,
        salary: Option<Number>,
        loaded_multiplier: Option<Number>,
        realised: Option<Number>,
    }
}

object! {
    /// Share of working time that is not lost, today and after the work.
    pub(crate) struct Efficiency {
        now: Option<Number>,
        after: Option<Number>,
        confidence: Option<Number>,
        interest_rate: Option<Number>,
        accrual_per_year: Option<Number>,
    }
}

object! {
    /// The proposed work; `paid_from` is `capacity` or `money`.
    pub(crate) struct Investment {
        amount: Option<Number>,
        paid_from: Text,
        first_month: Option<Number>,
        months: Option<Number>,
        ramp_up_months: Option<Number>,
        dip: Option<Number>,
        dip_months_after: Option<Number>,
        upkeep_share: Option<Number>,
        slip: Option<Number>,
        failure_probability: Option<Number>,
    }
}

object! {
    /// A cost beside the investment; `tag` is `cash`, `capacity` or `risk`.
    pub(crate) struct CostLine {
        id: Text,
        label: Text,
        tag: Text,
        once: Option<Number>,
        month: Option<Number>,
        per_year: Option<Number>,
        from_month: Option<Number>,
        to_month: Option<Number>,
    }
}

object! {
    /// A benefit beside the efficiency gain; its `kind` decides which of the numbers it uses.
    pub(crate) struct BenefitLine {
        id: Text,
        kind: Text,
        label: Text,
        tag: Text,
        confidence: Option<Number>,
        lag_months: Option<Number>,
        per_year_now: Option<Number>,
        per_year_after: Option<Number>,
        cost_each: Option<Number>,
        annual_revenue: Option<Number>,
        margin: Option<Number>,
        loss_probability_now: Option<Number>,
        loss_probability_after: Option<Number>,
        leavers_per_year_now: Option<Number>,
        leavers_per_year_after: Option<Number>,
        salary: Option<Number>,
        replacement_cost_share: Option<Number>,
        hires_per_year: Option<Number>,
        weeks_now: Option<Number>,
        weeks_after: Option<Number>,
        weekly_cost: Option<Number>,
        per_year: Option<Number>,
    }
}

object! {
    /// Where the number at a path comes from.
    pub(crate) struct Source {
        kind: Text,
        note: Text,
    }
}

object! {
    /// How the simulation draws.
    pub(crate) struct Uncertainty {
        seed: Option<Number>,
        correlations: List<Correlation>,
    }
}

object! {
    /// Two inputs, named by their paths, and the rank correlation of their draws.
    pub(crate) struct Correlation {
        a: Text,
        b: Text,
        rank: Option<Number>,
    }
}

object! {
    /// How capacity is divided, what is compared and what stands on the roadmap.
    pub(crate) struct Plan {
        split: Field<Split>,
        points_per_capacity_year: Option<Number>,
        best_efficiency: Option<Number>,
        strategies: List<Strategy>,
        quarters: List<Quarter>,
        initiatives: List<Initiative>,
    }
}

object! {
    /// Shares of capacity, together all of it.
    pub(crate) struct Split {
        features: Option<Number>,
        defects: Option<Number>,
        debt: Option<Number>,
        risk: Option<Number>,
    }
}

object! {
    /// What is done about debt; its `kind` decides which of the numbers it uses.
    pub(crate) struct Strategy {
        id: Text,
        kind: Text,
        share: Option<Number>,
        share_cap: Option<Number>,
        patience_months: Option<Number>,
        overhead: Option<Number>,
        accrual_reduction: Option<Number>,
        capacity_share: Option<Number>,
        planned_months: Option<Number>,
        slip: Option<Number>,
        dual_running_months: Option<Number>,
        dual_running_share: Option<Number>,
        efficiency_after: Option<Number>,
    }
}

object! {
    /// A quarter of the plan, named by its position.
    pub(crate) struct Quarter {
        split: Field<Split>,
    }
}

object! {
    /// Work on the roadmap; `category` is that of a split, `horizon` is `now`, `next` or `later`.
    pub(crate) struct Initiative {
        id: Text,
        title: Text,
        quarter: Option<Number>,
        share: Option<Number>,
        category: Text,
        horizon: Text,
    }
}
