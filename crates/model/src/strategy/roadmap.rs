//! The plan quarter by quarter: the split in force, what initiatives take of it and what is left.

use crate::{
    case::Case,
    input::Input,
    plan::{InitiativeInput, PlanInput},
    split::{Category, Split},
    strategy::as_planned::MONTHS_OF_QUARTER,
    units::Share,
};

/// Quarters in order, and the initiatives that are in none.
#[derive(Clone, Debug, PartialEq)]
pub struct Roadmap {
    /// The first is quarter 1 of the case, months 1 to 3.
    pub quarters: Vec<PlannedQuarter>,
    /// Positions of the initiatives without a quarter.
    pub unplaced: Vec<usize>,
}

/// One quarter of the plan. Lists of shares are in the order of [`Category::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedQuarter {
    /// Number of the quarter, from 1.
    pub number: u32,
    /// The split in force: the quarter's own, else the last entered before it, else today's.
    pub split: Split,
    /// Whether that split is the quarter's own.
    pub is_entered: bool,
    /// Share of capacity that initiatives take, by category.
    pub booked: [Share; 4],
    /// Share of capacity that they leave, by category; below 0 where more is booked than is there.
    pub left: [Share; 4],
    /// Positions of the initiatives placed in it.
    pub initiatives: Vec<usize>,
}

/// The plan of `case`, over the quarters that were entered, those with initiatives and those of the
/// horizon, whichever reach furthest.
pub fn roadmap(case: &Case) -> Roadmap {
    let quarter_of = |line| {
        let input = PlanInput::Initiative(line, InitiativeInput::Quarter);
        case.likely(Input::Plan(input)).map(whole)
    };
    let share_of = |line| {
        case.likely(Input::Plan(PlanInput::Initiative(line, InitiativeInput::Share))).unwrap_or(0.0)
    };
    let places: Vec<Option<usize>> = (0..case.initiatives().len()).map(quarter_of).collect();
    let horizon = case.likely(Input::HorizonMonths).map_or(0, whole);
    let last_placed = places.iter().flatten().copied().max().unwrap_or(0);
    let count = horizon.div_ceil(MONTHS_OF_QUARTER as usize).max(case.quarters()).max(last_placed);

    let splits = splits_in_force(case, case.split().unwrap_or_default(), count);
    let quarter = |(number, (at, split)): (u32, (usize, Split))| {
        let initiatives: Vec<usize> =
            (0..places.len()).filter(|line| places[*line] == Some(at + 1)).collect();
        let mut booked = [0.0; 4];
        for line in &initiatives {
            booked[case.initiatives()[*line].category as usize] += share_of(*line);
        }
        let left = Category::ALL.map(|category| {
            let left = split.share(category) - booked[category as usize];
            // What is within the tolerance of a split is rounding, not a share.
            if left.abs() <= Split::TOLERANCE { 0.0 } else { left }
        });
        let is_entered = case.split_of_quarter(at).is_some();
        PlannedQuarter { number, split, is_entered, booked, left, initiatives }
    };
    Roadmap {
        quarters: (1..).zip(splits.into_iter().enumerate()).map(quarter).collect(),
        unplaced: (0..places.len()).filter(|line| places[*line].is_none()).collect(),
    }
}

impl Roadmap {
    /// The quarter with this number, counted from 1.
    pub fn quarter(&self, number: u32) -> Option<&PlannedQuarter> {
        self.quarters.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

impl PlannedQuarter {
    /// Share of capacity that initiatives take of `category`.
    pub fn booked(&self, category: Category) -> Share {
        self.booked[category as usize]
    }

    /// Share of capacity that they leave of `category`; below 0 where more is booked than is there.
    pub fn left(&self, category: Category) -> Share {
        self.left[category as usize]
    }
}

/// The split in force in each of the first `quarters` quarters, `today` before any was entered.
pub(crate) fn splits_in_force(case: &Case, today: Split, quarters: usize) -> Vec<Split> {
    let mut in_force = today;
    let split_of = |quarter| {
        in_force = case.split_of_quarter(quarter).unwrap_or(in_force);
        in_force
    };
    (0..quarters).map(split_of).collect()
}

/// Bounds keep quarters and months within 1 to 120, so nothing is cut off here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number as usize
}
