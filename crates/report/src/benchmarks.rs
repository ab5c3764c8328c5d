//! Figures others have published, each with where it comes from and how far it can be trusted.
//!
//! They are shown beside a field on request and never enter a case: nothing here can be applied.

use groundwork_model::input::{BenefitInput, CostInput, Input};

/// A figure somebody published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// Name that does not change.
    pub id: &'static str,
    /// What was found, in our own words.
    pub figure: &'static str,
    /// Who published it, and where.
    pub source: &'static str,
    /// Year of publication; none for what is handed down in practice.
    pub year: Option<u16>,
    /// How it was found: sample and method.
    pub method: &'static str,
    /// What its author gains from it.
    pub interest: &'static str,
    /// How far to trust it.
    pub trust: Trust,
    /// What it is good for.
    pub role: Role,
    /// The numbers of a case it belongs to; none where it belongs to no single one.
    pub inputs: &'static [Place],
}

/// A number of a case, or of any of its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One that stands once in a case.
    Case(Input),
    /// One of every cost line.
    Cost(CostInput),
    /// One of every benefit line.
    Benefit(BenefitInput),
}

/// How far to trust a figure, 5 (strong) to 1 (marketing or hearsay).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// 1
    Hearsay,
    /// 2
    Weak,
    /// 3
    Fair,
    /// 4
    Good,
    /// 5
    Strong,
}

/// What a published figure is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Measures about what the field asks for.
    Hint,
    /// Measures more than the field asks for.
    UpperBound,
    /// Worth knowing, not a value for the field.
    Context,
    /// A rule that can be tried out.
    Preset,
    /// To be cited only.
    Citation,
    /// Often said and not what the source says.
    Misquoted,
}

impl Trust {
    /// The number people compare: 1 to 5.
    pub fn points(self) -> u8 {
        self as u8 + 1
    }

    /// The trust in words, as they stand after "Trust:".
    pub fn words(self) -> &'static str {
        match self {
            Self::Hearsay => "very low, nobody has measured it",
            Self::Weak => "low, take it as an opinion",
            Self::Fair => "fair, with care",
            Self::Good => "good, a small but careful study",
            Self::Strong => "high",
        }
    }
}

impl Role {
    /// What the figure is good for, as a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Hint => "It measures about what this field asks for.",
            Self::UpperBound => "It measures more than this field asks for: an upper bound.",
            Self::Context => "Worth knowing, but not a value for this field.",
            Self::Preset => "A rule to try out, not a measurement.",
            Self::Citation => "To be cited, never to be computed with.",
            Self::Misquoted => "Often misquoted.",
        }
    }
}

impl Benchmark {
    /// Whether it says something about `input`.
    pub fn is_about(&self, input: Input) -> bool {
        self.inputs.iter().any(|place| match (place, input) {
            (Place::Case(own), input) => *own == input,
            (Place::Cost(own), Input::Cost(_, input)) => *own == input,
            (Place::Benefit(own), Input::Benefit(_, input)) => *own == input,
            _ => false,
        })
    }
}

/// What others report about `input`, the most trusted first as they stand in [`BENCHMARKS`].
pub fn benchmarks_of(input: Input) -> impl Iterator<Item = &'static Benchmark> {
    BENCHMARKS.iter().filter(move |benchmark| benchmark.is_about(input))
}

const NOW: &[Place] = &[Place::Case(Input::EfficiencyNow)];

/// Every published figure known here.
///
/// No default exists for the cost of an outage or of an incident: published ones differ a
/// hundredfold.
pub const BENCHMARKS: &[Benchmark] = &[
    Benchmark {
        id: "besker-2018",
        figure: "23% of development time was lost to technical debt, which leaves an efficiency of \
                 about 77%.",
        source: "Besker, Martini, Bosch: TechDebt 2018, pp. 105-114, DOI 10.1145/3194164.3194178; \
                 Journal of Systems and Software 156 (2019), pp. 41-61",
        year: Some(2018),
        method: "43 developers reported over ten months, and 16 interviews followed",
        interest: "none known",
        trust: Trust::Good,
        role: Role::Hint,
        inputs: NOW,
    },
    Benchmark {
        id: "code-red-2022",
        figure: "Code of low quality had 15 times as many defects, took 124% longer to resolve an \
                 issue in, and up to 9 times as long at the longest.",
        source: "Tornhill, Borg: Code Red, arXiv 2203.04374",
        year: Some(2022),
        method: "39 codebases with 30,737 files; an association, not the effect of mending them",
        interest: "the authors sell a tool that measures code quality",
        trust: Trust::Fair,
        role: Role::UpperBound,
        inputs: NOW,
    },
    Benchmark {
        id: "stripe-2018-productive",
        figure: "Executives saw their developers as 68% productive.",
        source: "Stripe: The Developer Coefficient, September 2018, with Harris Poll",
        year: Some(2018),
        method: "opinions of over 1,000 developers and 1,000 executives in five countries",
        interest: "the publisher sells to developers",
        trust: Trust::Weak,
        role: Role::Hint,
        inputs: NOW,
    },
    Benchmark {
        id: "stripe-2018-maintenance",
        figure: "Developers put 33% of their week, 13.5 hours, into technical debt, and 42%, 17.3 \
                 hours, into debt and bad code together. That includes debugging and maintenance of \
                 every kind.",
        source: "Stripe: The Developer Coefficient, September 2018, with Harris Poll",
        year: Some(2018),
        method: "opinions of over 1,000 developers and 1,000 executives in five countries",
        interest: "the publisher sells to developers",
        trust: Trust::Weak,
        role: Role::UpperBound,
        inputs: NOW,
    },
    Benchmark {
        id: "codescene-baseline",
        figure: "15% of unplanned work is called normal.",
        source: "CodeScene: white paper",
        year: None,
        method: "data of its own customers, not published",
        interest: "the publisher sells a tool that measures code quality",
        trust: Trust::Weak,
        role: Role::Context,
        inputs: NOW,
    },
    Benchmark {
        id: "misquoted-42-percent",
        figure: "“42% of time is technical debt” is often said. The survey counted maintenance of \
                 every kind plus bad code.",
        source: "Stripe: The Developer Coefficient, September 2018",
        year: Some(2018),
        method: "opinions; the 42% are 17.3 hours a week, of which 13.5 were called debt",
        interest: "the publisher sells to developers",
        trust: Trust::Weak,
        role: Role::Misquoted,
        inputs: NOW,
    },
    Benchmark {
        id: "misquoted-stripe-2023",
        figure: "“Stripe 2023” is cited for the same survey. It was published in 2018 and has not \
                 been repeated.",
        source: "Stripe: The Developer Coefficient, September 2018",
        year: Some(2018),
        method: "one survey, cited under a later year",
        interest: "a newer year makes an old figure look fresh",
        trust: Trust::Weak,
        role: Role::Misquoted,
        inputs: NOW,
    },
    Benchmark {
        id: "misquoted-300-teams",
        figure: "“A study of 300 teams” is cited without a title, an author or a place. We know of \
                 no such study.",
        source: "no source found",
        year: None,
        method: "unknown",
        interest: "unknown",
        trust: Trust::Hearsay,
        role: Role::Misquoted,
        inputs: NOW,
    },
    Benchmark {
        id: "mckinsey-2020",
        figure: "10% to 20% of the budget for new products went into technical debt, which was put \
                 at 20% to 40% of the value of the whole estate.",
        source: "McKinsey: Tech debt: Reclaiming tech equity, 6 October 2020",
        year: Some(2020),
        method: "50 CIOs of firms with more than $1B of revenue, July 2020; large firms only",
        interest: "the publisher sells advice",
        trust: Trust::Fair,
        role: Role::Context,
        inputs: &[Place::Case(Input::EfficiencyNow), Place::Case(Input::Amount)],
    },
    Benchmark {
        id: "cisq-2022",
        figure: "Poor software quality cost the United States $2.41T, and technical debt $1.52T; the \
                 two overlap.",
        source: "CISQ, Krasner: The Cost of Poor Software Quality in the US, 6 December 2022",
        year: Some(2022),
        method: "an estimate for a whole economy",
        interest: "a consortium for software quality",
        trust: Trust::Weak,
        role: Role::Citation,
        inputs: &[],
    },
    Benchmark {
        id: "dora-2024",
        figure: "Changes that failed: at most 5% for the elite, about 20% for high, about 10% for \
                 medium and at most 40% for low performers. The groups are drawn anew every year.",
        source: "DORA: Accelerate State of DevOps 2024, read second-hand",
        year: Some(2024),
        method: "groups within the answers to a survey",
        interest: "Google runs it and sells a cloud",
        trust: Trust::Fair,
        role: Role::Context,
        inputs: &[
            Place::Benefit(BenefitInput::PerYearNow),
            Place::Benefit(BenefitInput::PerYearAfter),
        ],
    },
    Benchmark {
        id: "boushey-glynn-2012",
        figure: "Replacing an employee cost 21% of the salary; others put it at half to twice the \
                 salary.",
        source: "Boushey, Glynn: There Are Significant Business Costs to Replacing Employees, 2012, \
                 read second-hand",
        year: Some(2012),
        method: "a review of studies; sources differ tenfold",
        interest: "published by a think tank",
        trust: Trust::Weak,
        role: Role::Hint,
        inputs: &[Place::Benefit(BenefitInput::ReplacementCostShare)],
    },
    Benchmark {
        id: "loaded-1-4",
        figure: "An engineer costs 1.25 to 1.5 times the salary, everything included.",
        source: "common practice",
        year: None,
        method: "a rule many finance teams use; yours knows its own",
        interest: "none known",
        trust: Trust::Fair,
        role: Role::Hint,
        inputs: &[Place::Case(Input::LoadedMultiplier)],
    },
    Benchmark {
        id: "rule-80-20",
        figure: "20% of capacity goes to debt, 80% to everything else.",
        source: "common practice",
        year: None,
        method: "a rule of thumb",
        interest: "none known",
        trust: Trust::Hearsay,
        role: Role::Preset,
        inputs: &[],
    },
    Benchmark {
        id: "rule-20-30",
        figure: "20% to 30% of capacity goes steadily to the health of the platform, in place of one \
                 big effort.",
        source: "common practice",
        year: None,
        method: "a rule of thumb",
        interest: "none known",
        trust: Trust::Hearsay,
        role: Role::Preset,
        inputs: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_complete() {
        for (at, entry) in BENCHMARKS.iter().enumerate() {
            let Benchmark { id, figure, source, method, interest, .. } = entry;
            for text in [id, figure, source, method, interest] {
                assert!(!text.trim().is_empty() && !text.contains("  "), "{id}: {text:?}");
            }
            assert!(figure.ends_with('.'), "{id}: a figure is a sentence");
            assert!(BENCHMARKS[..at].iter().all(|other| other.id != *id), "{id} is there once");
            let is_general = matches!(entry.role, Role::Citation | Role::Preset);
            assert!(is_general || !entry.inputs.is_empty(), "{id} belongs to a number");
            let is_dated = entry.year.is_some_and(|year| (1990..=2100).contains(&year));
            let needs_no_year = matches!(*source, "common practice" | "no source found")
                || source.contains("paper");
            assert!(is_dated || needs_no_year, "{id} has its year");
        }
    }

    #[test]
    fn little_trust_is_said_in_words() {
        for trust in [Trust::Hearsay, Trust::Weak] {
            assert!(trust.points() < 3 && trust.words().contains("low"), "{trust:?}");
        }
        for trust in [Trust::Fair, Trust::Good, Trust::Strong] {
            assert!(trust.points() >= 3 && !trust.words().contains("low"), "{trust:?}");
        }
    }

    #[test]
    fn what_is_misquoted_quotes_what_is_said() {
        let misquoted: Vec<_> =
            BENCHMARKS.iter().filter(|entry| entry.role == Role::Misquoted).collect();
        assert_eq!(misquoted.len(), 3);
        for entry in misquoted {
            assert!(entry.figure.starts_with('“') && entry.trust < Trust::Fair, "{}", entry.id);
        }
    }

    /// An entry is text about a figure and holds no number that could be put into a field.
    #[test]
    fn no_entry_can_be_applied() {
        for Benchmark { id, figure, role, .. } in BENCHMARKS {
            for text in [*figure, role.words()] {
                let lower = text.to_ascii_lowercase();
                assert!(!lower.contains("apply") && !lower.contains("use this"), "{id}: {text}");
            }
        }
    }

    #[test]
    fn a_field_finds_what_is_said_about_it() {
        let ids = |input| benchmarks_of(input).map(|entry| entry.id).collect::<Vec<_>>();
        assert_eq!(ids(Input::EfficiencyNow)[0], "besker-2018");
        assert_eq!(ids(Input::LoadedMultiplier), ["loaded-1-4"]);
        let replacement = Input::Benefit(3, BenefitInput::ReplacementCostShare);
        assert_eq!(ids(replacement), ["boushey-glynn-2012"]);
        assert!(ids(Input::Benefit(0, BenefitInput::CostEach)).is_empty(), "ask, do not suggest");
        assert!(ids(Input::HorizonMonths).is_empty());
    }
}
