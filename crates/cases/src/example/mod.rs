//! Invented cases to open, look at and change.

mod plans;

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    calendar::YearMonth,
    input::{BenefitInput, Input},
    investment::PaidFrom,
};

use crate::{
    case_file::CaseFile,
    text_field::{TextField, USUAL_CURRENCY, right},
};

/// A case the page brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// The two-million conversation: four figures and a small investment that pays back.
    TwoMillion,
    /// One service, with incidents and a customer at risk beside the time it costs; pays back.
    AuthService,
    /// A rewrite that does not pay back within its horizon.
    Rewrite,
    /// Whether a fifth of capacity is the right share for debt.
    TwentyPercent,
    /// A portfolio of small investments against one large rewrite.
    Portfolio,
}

impl Example {
    /// Every example, the one the page opens with first.
    pub const ALL: [Self; 5] =
        [Self::TwoMillion, Self::AuthService, Self::Rewrite, Self::TwentyPercent, Self::Portfolio];

    /// Title of its case.
    pub fn title(self) -> &'static str {
        match self {
            Self::TwoMillion => "The two-million conversation",
            Self::AuthService => "Repair the auth service",
            Self::Rewrite => "Rewrite the platform",
            Self::TwentyPercent => "Is 20% right?",
            Self::Portfolio => "Platform or portfolio",
        }
    }

    /// What there is to see, in one sentence.
    pub fn what(self) -> &'static str {
        match self {
            Self::TwoMillion => "Four figures and three months of work that pay back.",
            Self::AuthService => {
                "One slow service with incidents and a customer at risk, and where each number \
                 comes from."
            }
            Self::Rewrite => "A year of rewriting that does not pay back within two years.",
            Self::TwentyPercent => {
                "A team that spends a fifth of its capacity on debt, and what a tenth or three \
                 tenths would do."
            }
            Self::Portfolio => {
                "Several small investments against one large rewrite, with three initiatives on a \
                 roadmap."
            }
        }
    }

    /// Its case, beginning in `start`.
    pub fn file(self, start: YearMonth) -> CaseFile {
        let mut file = CaseFile::default();
        file.document.title = right(self.title());
        file.document.currency = right(USUAL_CURRENCY);
        file.set_start(Some(start));
        file.set_paid_from(Some(PaidFrom::Capacity));
        match self {
            Self::TwoMillion => enter(&mut file, &TWO_MILLION),
            Self::AuthService => {
                enter(&mut file, &AUTH_SERVICE);
                add_benefits(&mut file);
                for (input, note) in AUTH_SERVICE_NOTES {
                    file.set_note(file.path(input), note);
                }
            }
            Self::Rewrite => enter(&mut file, &REWRITE),
            Self::TwentyPercent => plans::twenty_percent(&mut file),
            Self::Portfolio => plans::portfolio(&mut file),
        }
        file
    }
}

const TWO_MILLION: [(Input, f64); 6] = [
    (Input::AnnualCost, 2_000_000.0),
    (Input::EfficiencyNow, 0.7),
    (Input::EfficiencyAfter, 0.9),
    (Input::Amount, 200_000.0),
    (Input::FirstMonth, 4.0),
    (Input::InvestmentMonths, 3.0),
];

const AUTH_SERVICE: [(Input, f64); 7] = [
    (Input::AnnualCost, 1_200_000.0),
    (Input::EfficiencyNow, 0.65),
    (Input::EfficiencyAfter, 0.8),
    (Input::Confidence, 0.8),
    (Input::Amount, 150_000.0),
    (Input::FirstMonth, 2.0),
    (Input::InvestmentMonths, 3.0),
];

const INCIDENTS: [(BenefitInput, f64); 3] = [
    (BenefitInput::PerYearNow, 12.0),
    (BenefitInput::PerYearAfter, 3.0),
    (BenefitInput::CostEach, 8_000.0),
];

const CUSTOMER: [(BenefitInput, f64); 4] = [
    (BenefitInput::AnnualRevenue, 400_000.0),
    (BenefitInput::Margin, 0.7),
    (BenefitInput::LossProbabilityNow, 0.3),
    (BenefitInput::LossProbabilityAfter, 0.1),
];

const AUTH_SERVICE_NOTES: [(Input, &str); 6] = [
    (Input::AnnualCost, "Example figure: the yearly budget of one team"),
    (
        Input::EfficiencyNow,
        "Example figure: a survey of the team, three and a half days of ten lost",
    ),
    (Input::EfficiencyAfter, "Example figure: what a service repaired last year came to"),
    (Input::Amount, "Example figure: the team's own estimate, two engineers for three months"),
    (
        Input::Benefit(0, BenefitInput::PerYearNow),
        "Example figure: three incidents a quarter, from the on-call log",
    ),
    (
        Input::Benefit(1, BenefitInput::LossProbabilityNow),
        "Example figure: what the account team expects after the last outage",
    ),
];

const REWRITE: [(Input, f64); 8] = [
    (Input::AnnualCost, 2_000_000.0),
    (Input::EfficiencyNow, 0.7),
    (Input::EfficiencyAfter, 0.85),
    (Input::Amount, 900_000.0),
    (Input::FirstMonth, 1.0),
    (Input::InvestmentMonths, 12.0),
    (Input::Dip, 0.05),
    (Input::UpkeepShare, 0.02),
];

fn enter(file: &mut CaseFile, entries: &[(Input, f64)]) {
    for (input, value) in entries {
        file.enter(*input, *value);
    }
}

fn add_benefits(file: &mut CaseFile) {
    add_benefit(file, BenefitKind::Incidents, "Login outages", Tag::Cash, &INCIDENTS);
    add_benefit(file, BenefitKind::RevenueAtRisk, "A customer who may leave", Tag::Risk, &CUSTOMER);
}

fn add_benefit(
    file: &mut CaseFile,
    kind: BenefitKind,
    label: &str,
    tag: Tag,
    entries: &[(BenefitInput, f64)],
) {
    let Some(line) = file.add_benefit(kind) else { return };
    file.set_benefit_tag(line, tag);
    // A label of ours always fits.
    let _ = file.set_text(TextField::BenefitLabel(line), label);
    for (input, value) in entries {
        file.enter(Input::Benefit(line, *input), *value);
    }
}
