//! Groups of cases of every kind.

use groundwork_model::{
    case::CaseBuilder,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input as I,
    investment::PaidFrom,
};
use groundwork_report::{
    document::Writer,
    narrative::{
        brief::Brief,
        side_by_side::{Entry, Relation, Side, side_by_side},
    },
    wording::NumberStyle,
};

use crate::seed::{seed_with, seed_without_start};

/// Cases that are held against each other.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(crate) relation: Relation<'static>,
    /// Name, currency and figures of each; no figures where it is not complete.
    pub(crate) sides: Vec<(&'static str, NumberStyle, Option<Evaluation>)>,
    pub(crate) entries: Vec<Entry>,
}

impl Group {
    fn of(name: &'static str, sides: Vec<(&'static str, CaseBuilder)>) -> Self {
        let computed = |(name, builder): (&'static str, CaseBuilder)| {
            (name, NumberStyle::default(), Some(evaluate(&builder.build().unwrap())))
        };
        let sides = sides.into_iter().map(computed).collect();
        Self { name, relation: Relation::Cases, sides, entries: Vec::new() }
    }

    fn entered(mut self, entries: &[(&str, &[&str])]) -> Self {
        let entry = |(what, said): &(&str, &[&str])| Entry {
            what: (*what).to_owned(),
            said: said.iter().map(|said| (*said).to_owned()).collect(),
        };
        self.entries = entries.iter().map(entry).collect();
        self
    }

    /// The document, and what is drawn, are made of these.
    pub(crate) fn sides(&self) -> Vec<Side<'_>> {
        self.sides
            .iter()
            .map(|(name, style, evaluation)| Side {
                name: (*name).to_owned(),
                writer: evaluation.as_ref().map(|evaluation| Writer { evaluation, style }),
            })
            .collect()
    }

    pub(crate) fn written(&self) -> Brief {
        side_by_side(self.relation, &self.sides(), &self.entries)
    }
}

fn starting(month: &str, changes: &[(I, f64)]) -> CaseBuilder {
    let mut builder = seed_without_start(changes);
    builder.start(month.parse().unwrap());
    builder
}

fn bought(changes: &[(I, f64)]) -> CaseBuilder {
    let mut builder = seed_with(changes);
    builder.paid_from(PaidFrom::Money);
    builder
}

fn with_range() -> CaseBuilder {
    let mut builder = seed_with(&[]);
    builder.enter(I::Amount, Estimate::range(150e3, 250e3, 400e3).unwrap()).unwrap();
    builder
}

/// Every group there is a golden text for.
pub(crate) fn groups() -> Vec<Group> {
    let seed = || seed_with(&[]);
    let lower = || seed_with(&[(I::EfficiencyAfter, 0.85)]);
    let losing = || seed_with(&[(I::Amount, 900e3), (I::InvestmentMonths, 12.0)]);
    let after: &[(&str, &[&str])] = &[("Efficiency after", &["90%", "85%"])];
    let mut euro = Group::of("Different currencies", vec![("Berlin", seed()), ("Boston", seed())])
        .entered(&[("Currency", &["EUR", "USD"])]);
    euro.sides[0].1 = NumberStyle::for_locale("en-US", "EUR");
    let mut incomplete =
        Group::of("One that cannot be computed yet", vec![("Auth", seed()), ("Search", seed())])
            .entered(&[("Efficiency after", &["90%", "not entered"])]);
    incomplete.sides[1].2 = None;
    let mut alone =
        Group::of("None that can be computed", vec![("Auth", seed()), ("Search", seed())]);
    for side in &mut alone.sides {
        side.2 = None;
    }
    let mut since = Group::of(
        "A case and a saved point of it",
        vec![("Now", seed_with(&[(I::Amount, 240e3)])), ("Before the review", seed())],
    )
    .entered(&[("Investment", &["$240k", "$200k"])]);
    since.relation = Relation::Since("Auth service");
    vec![
        Group::of("One input changed", vec![("Auth", seed()), ("Auth (variant)", lower())])
            .entered(after),
        Group::of("The lower one first", vec![("Auth (variant)", lower()), ("Auth", seed())])
            .entered(&[("Efficiency after", &["85%", "90%"])]),
        Group::of(
            "Several inputs changed",
            vec![
                ("Auth", seed()),
                ("Auth, later", seed_with(&[(I::FirstMonth, 5.0), (I::EfficiencyAfter, 0.8)])),
            ],
        )
        .entered(&[
            ("Efficiency after", &["90%", "80%"]),
            ("First month of the work", &["April 2026", "May 2026"]),
        ]),
        Group::of(
            "Three cases",
            vec![
                ("Auth", seed()),
                ("Half of it", seed_with(&[(I::Amount, 100e3), (I::EfficiencyAfter, 0.8)])),
                ("All of it", seed_with(&[(I::Amount, 500e3), (I::EfficiencyAfter, 0.95)])),
            ],
        )
        .entered(&[
            ("Efficiency after", &["90%", "80%", "95%"]),
            ("Investment", &["$200k", "$100k", "$500k"]),
        ]),
        Group::of("Equal cases", vec![("Auth", seed()), ("Auth (copy)", seed())]),
        Group::of("Equal results", vec![("Auth", seed()), ("Auth (copy)", seed())])
            .entered(&[("Note on efficiency after", &["team survey", "none"])]),
        Group::of("Three alike", vec![("One", seed()), ("Two", seed()), ("Three", seed())])
            .entered(&[("Note on efficiency after", &["team survey", "none", "none"])]),
        Group::of(
            "Two alike above a third",
            vec![("One", seed()), ("Low", lower()), ("Two", seed())],
        )
        .entered(&[("Efficiency after", &["90%", "85%", "90%"])]),
        euro,
        Group::of("One with ranges", vec![("Auth", seed()), ("Estimated", with_range())])
            .entered(&[("Investment", &["$200k", "$150k .. $250k .. $400k"])]),
        Group::of(
            "Different horizons",
            vec![("Auth", seed()), ("Auth, three years", seed_with(&[(I::HorizonMonths, 36.0)]))],
        )
        .entered(&[("Horizon", &["24 months (not entered)", "36 months"])]),
        Group::of(
            "Different horizons, the work of one beyond the shorter",
            vec![
                ("Auth", seed_with(&[(I::HorizonMonths, 12.0)])),
                ("Platform", seed_with(&[(I::HorizonMonths, 36.0), (I::FirstMonth, 14.0)])),
            ],
        )
        .entered(&[
            ("First month of the work", &["April 2026", "February 2027"]),
            ("Horizon", &["12 months", "36 months"]),
        ]),
        Group::of("A losing one beside a good one", vec![("Rewrite", losing()), ("Auth", seed())])
            .entered(&[
                ("Investment", &["$900k", "$200k"]),
                ("Months of work", &["12 months", "3 months"]),
            ]),
        Group::of(
            "Two that lose",
            vec![
                ("Rewrite", losing()),
                ("Bigger rewrite", seed_with(&[(I::Amount, 1.5e6), (I::InvestmentMonths, 12.0)])),
            ],
        )
        .entered(&[("Investment", &["$900k", "$1.5M"])]),
        Group::of(
            "A free one",
            vec![("Auth", seed()), ("Free", seed_with(&[(I::Amount, 0.0)])), ("Rewrite", losing())],
        )
        .entered(&[
            ("Investment", &["$200k", "$0", "$900k"]),
            ("Months of work", &["3 months", "3 months", "12 months"]),
        ]),
        incomplete,
        alone,
        Group::of(
            "Work beyond the horizon",
            vec![("Auth", seed()), ("Late", seed_with(&[(I::FirstMonth, 30.0)]))],
        )
        .entered(&[("First month of the work", &["April 2026", "June 2028"])]),
        Group::of(
            "Different beginnings",
            vec![("January", seed()), ("April", starting("2026-04", &[]))],
        )
        .entered(&[("First month of the case", &["January 2026", "April 2026"])]),
        Group::of("Paid from elsewhere", vec![("Our people", seed()), ("Bought", bought(&[]))])
            .entered(&[("What the investment is paid from", &["capacity", "money"])]),
        since,
    ]
}
