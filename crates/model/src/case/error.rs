//! What a case does not take, and what it cannot be built without.

use crate::{
    bounds::{Bounds, OutOfBounds},
    input::Input,
    split::SplitError,
};

/// Why a number cannot stand in a case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EntryError {
    /// The number is outside its range.
    #[error("{label}: {error}")]
    OutOfBounds {
        /// Which input.
        input: Input,
        /// Its name within a sentence.
        label: &'static str,
        /// Value and range.
        error: OutOfBounds,
    },
    /// The input takes one figure, not a lowest and a highest.
    #[error("{label} takes one figure, not a range")]
    TakesNoRange {
        /// Which input.
        input: Input,
        /// Its name within a sentence.
        label: &'static str,
    },
}

/// Why what was entered is not a case yet.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum IncompleteError {
    /// Numbers nothing can be said without.
    #[error("not entered yet: {}", labels(.0))]
    Missing(Vec<Input>),
    /// Capacity is given as a yearly cost and as a team.
    #[error("capacity is given twice: as {} and as {}", Input::AnnualCost.spec().path, labels(.0))]
    CapacityTwice(Vec<Input>),
    /// The team costs more than any capacity may.
    #[error("{engineers} engineers at {salary} a year cost more than {} together", Bounds::CAPACITY.max)]
    TeamTooDear {
        /// Highest number of engineers entered.
        engineers: f64,
        /// Highest salary entered.
        salary: f64,
    },
    /// Two lines of a list have the same id.
    #[error("two lines of {list} have the id \"{id}\"")]
    SameId {
        /// `costs`, `benefits`, `plan.strategies` or `plan.initiatives`.
        list: &'static str,
        /// The id that is there twice.
        id: String,
    },
    /// Shares of capacity that are not one whole.
    #[error("{path}: {error}")]
    Split {
        /// Which split: `plan.split`, or that of a quarter.
        path: String,
        /// What is wrong with it.
        error: SplitError,
    },
}

fn labels(inputs: &[Input]) -> String {
    inputs.iter().map(|input| input.spec().path).collect::<Vec<_>>().join(", ")
}
