//! What must be said beside the figures: why one of them does not exist, and what to mind.

use crate::{
    figure::FigureId,
    finance::{IrrError, MirrError},
    units::{Money, Share},
};

/// Something to say, about one figure or about the case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// The figure it is about; `None` where it is about the case.
    pub figure: Option<FigureId>,
    /// What there is to say. The report chooses the words.
    pub reason: Reason,
}

/// Which of the two paths of efficiency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// Nothing is done.
    Baseline,
    /// The investment is made.
    Invested,
}

/// What there is to say, as data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Part of the work falls after the horizon, so the figures do not hold all of it.
    WorkAfterHorizon {
        /// Part of the amount that is not in the figures.
        amount_outside: Money,
        /// The same as a share of the amount, 0 to 1.
        share_outside: Share,
    },
    /// Efficiency after is below efficiency now.
    AfterBelowNow,
    /// The work and its upkeep cost more than some months' capacity.
    BoughtOutside {
        /// First month in which that is so.
        month: u32,
        /// How much must be bought from outside over the horizon.
        amount: Money,
    },
    /// Efficiency falls so low that what follows is an extrapolation.
    Extrapolation {
        /// First month in which that is so.
        month: u32,
        /// On which path.
        path: Path,
    },
    /// A benefit line and the efficiency gain may both count the same hours of engineers.
    CountedTwice {
        /// Position of the benefit line.
        line: usize,
    },
    /// Without a first month there are no calendar years.
    NoStart,
    /// There is no internal rate of return.
    Irr(IrrError),
    /// There is no modified internal rate of return.
    Mirr(MirrError),
    /// The running total is below zero at the horizon.
    NotPaidBack,
    /// Nothing is spent within the horizon.
    NoSpendWithinHorizon,
    /// The running total is never below zero after the first spend.
    NeverInTheRed,
    /// Nothing is spent, so nothing can be put in relation to it.
    NoOutlay,
    /// What the work brings begins after the horizon.
    NothingBroughtWithinHorizon,
    /// Efficiency does not rise.
    NoGain,
    /// None of the freed hours is used.
    NothingRealised,
    /// The work costs a full year of capacity or more.
    DearerThanCapacity,
    /// The efficiency it would take is above 100 % or below 1 %.
    OutsideEfficiency,
    /// It does not pay whatever this input is.
    NeverPays,
    /// It pays whatever this input is.
    AlwaysPays,
    /// The work begins in the last month in which it may.
    BeginsInLastMonth,
}

impl Note {
    /// A note about one figure.
    pub fn about(figure: FigureId, reason: Reason) -> Self {
        Self { figure: Some(figure), reason }
    }

    /// A note about the case.
    pub fn about_case(reason: Reason) -> Self {
        Self { figure: None, reason }
    }
}

impl Reason {
    /// Name of the reason in results, stable across releases.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WorkAfterHorizon { .. } => "work_after_horizon",
            Self::AfterBelowNow => "after_below_now",
            Self::BoughtOutside { .. } => "bought_outside",
            Self::Extrapolation { .. } => "extrapolation",
            Self::CountedTwice { .. } => "counted_twice",
            Self::NoStart => "no_start",
            Self::Irr(IrrError::NoSignChange) => "no_sign_change",
            Self::Irr(IrrError::SeveralSignChanges { .. }) => "several_sign_changes",
            Self::Irr(IrrError::ReceivesBeforeItSpends) => "receives_before_it_spends",
            Self::Irr(IrrError::OutsideSearchedRange) => "outside_searched_range",
            Self::Mirr(MirrError::NeedsBothSigns) => "needs_both_signs",
            Self::Mirr(MirrError::NeedsTwoPeriods) => "needs_two_months",
            Self::NotPaidBack => "not_paid_back",
            Self::NoSpendWithinHorizon => "no_spend_within_horizon",
            Self::NeverInTheRed => "never_in_the_red",
            Self::NoOutlay => "no_outlay",
            Self::NothingBroughtWithinHorizon => "nothing_brought_within_horizon",
            Self::NoGain => "no_gain",
            Self::NothingRealised => "nothing_realised",
            Self::DearerThanCapacity => "dearer_than_capacity",
            Self::OutsideEfficiency => "outside_efficiency",
            Self::NeverPays => "never_pays",
            Self::AlwaysPays => "always_pays",
            Self::BeginsInLastMonth => "begins_in_last_month",
        }
    }
}
