//! Version 1 of the case file.
//!
//! Every field but `format` and `version` may be absent, which means that nobody entered it. A
//! field of the wrong shape is kept as it was, and so is a field that is not known here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::part::{Field, Number};

/// Number of this version.
pub(crate) const VERSION: u32 = 1;

/// A field of text.
pub(crate) type Text = Field<String>;
/// A list whose items may be wrong one by one.
pub(crate) type List<T> = Field<Vec<Field<T>>>;
/// Fields this version does not know.
pub(crate) type Other = Map<String, Value>;

/// The whole file after its header.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Document {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) title: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) currency: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) start: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) horizon_months: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) discount_rate: Option<Number>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) capacity: Field<Capacity>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) efficiency: Field<Efficiency>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) investment: Field<Investment>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) costs: List<CostLine>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) benefits: List<BenefitLine>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) sources: Field<BTreeMap<String, Field<Source>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) uncertainty: Field<Uncertainty>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// What engineering costs: `annual_cost`, or a team.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Capacity {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annual_cost: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engineers: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) salary: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) loaded_multiplier: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) realised: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// Share of working time that is not lost, today and after the work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Efficiency {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) now: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) confidence: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_rate: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accrual_per_year: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// The proposed work; `paid_from` is `capacity` or `money`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Investment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount: Option<Number>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) paid_from: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_month: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) months: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ramp_up_months: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dip: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dip_months_after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) upkeep_share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) slip: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) failure_probability: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// A cost beside the investment; `tag` is `cash`, `capacity` or `risk`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CostLine {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) id: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) label: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) tag: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) once: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) month: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) per_year: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from_month: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to_month: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// A benefit beside the efficiency gain; its `kind` decides which of the numbers it uses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct BenefitLine {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) id: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) kind: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) label: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) tag: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) confidence: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lag_months: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) per_year_now: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) per_year_after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_each: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annual_revenue: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) margin: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) loss_probability_now: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) loss_probability_after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) leavers_per_year_now: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) leavers_per_year_after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) salary: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) replacement_cost_share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hires_per_year: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) weeks_now: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) weeks_after: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) weekly_cost: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) per_year: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// Where the number at a path comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Source {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) kind: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) note: Text,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// How the simulation draws.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Uncertainty {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seed: Option<Number>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) correlations: List<Correlation>,
    #[serde(flatten)]
    pub(crate) other: Other,
}

/// Two inputs, named by their paths, and the rank correlation of their draws.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Correlation {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) a: Text,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(crate) b: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<Number>,
    #[serde(flatten)]
    pub(crate) other: Other,
}
