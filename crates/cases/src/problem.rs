//! What keeps a case file from being a case, as data; the page chooses the words, an API shows these.

use std::fmt;

use groundwork_model::{bounds::Bounds, correlation::CorrelationError};

use crate::{
    text::{TextError, shown},
    transfer::MAX_DRAFT_TEXTS,
};

/// Something in a case file that is missing or cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseProblem {
    /// Where it stands: `efficiency.now`, `benefits.b1.cost_each`, or `costs[2]` for an item of a
    /// list that has no id. Safe to show.
    pub path: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a part of a case file. Values given as text are shortened and safe to show.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A number outside its range.
    OutOfBounds {
        /// The number as given.
        value: f64,
        /// The range.
        bounds: Bounds,
    },
    /// Lowest, most likely and highest where one figure is wanted.
    TakesNoRange {
        /// The values as given, in that order.
        values: [f64; 3],
        /// The range of the one figure.
        bounds: Bounds,
    },
    /// Lowest, most likely and highest that do not rise.
    NotOrdered {
        /// The values as given, in that order.
        values: [f64; 3],
    },
    /// Something of another type.
    WrongType {
        /// What stands there, as JSON.
        value: String,
        /// What is wanted.
        expected: Expected,
        /// The range, where a number is wanted.
        bounds: Option<Bounds>,
    },
    /// Nothing, where the case cannot do without.
    Missing,
    /// Capacity as a yearly cost and as a team.
    CapacityTwice {
        /// Paths of the team's figures that were given.
        also: Vec<String>,
    },
    /// A team that costs more than capacity may.
    TeamTooDear {
        /// Number of engineers.
        engineers: f64,
        /// Salary of one.
        salary: f64,
        /// Range of the capacity they make.
        bounds: Bounds,
    },
    /// Two lines of a list with one id.
    SameId {
        /// The id.
        id: String,
    },
    /// A kind of benefit that is not known; the line is left out.
    UnknownKind {
        /// The kind as given.
        value: String,
        /// What it should be a kind of, within a sentence.
        of: &'static str,
    },
    /// A word that is none of those the field takes; its usual value holds.
    UnknownWord {
        /// The word as given.
        value: String,
        /// The words it takes.
        known: &'static [&'static str],
    },
    /// A name of a number that this case does not have.
    UnknownInput {
        /// The name as given.
        value: String,
    },
    /// A first month that is no month.
    BadStart {
        /// The text as given.
        value: String,
    },
    /// A currency that is none.
    BadCurrency {
        /// The text as given.
        value: String,
    },
    /// A text with too many characters.
    TextTooLong {
        /// How many it has.
        chars: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A text with a character that cannot be shown safely.
    ForbiddenCharacter {
        /// The first such character.
        character: char,
    },
    /// A list with too many entries; those beyond the limit are left out.
    TooManyEntries {
        /// How many it has.
        entries: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A split whose shares are not one whole.
    SharesNotWhole {
        /// Their sum.
        sum: f64,
    },
    /// A split that gives everything to debt.
    OnlyDebt,
    /// Two inputs whose draws cannot go together.
    NotCorrelated(CorrelationError),
    /// Two inputs that are named before with another rank or the same.
    CorrelatedTwice,
    /// Too many texts beside a case of a file; those beyond the limit are left out.
    TooManyTexts {
        /// How many there are.
        texts: usize,
    },
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One figure.
    Number,
    /// One figure, or lowest, most likely and highest.
    NumberOrRange,
    /// Text.
    Text,
    /// An object with named fields.
    Object,
    /// A list.
    List,
}

/// Everything in a case file that is missing or cannot be used, in the order of the file, what is
/// missing last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseProblems(pub Vec<CaseProblem>);

impl CaseProblems {
    /// The problem at `path`, if there is one.
    pub fn at(&self, path: &str) -> Option<&CaseProblem> {
        self.0.iter().find(|problem| problem.path == path)
    }

    /// Whether nothing is missing and everything can be used.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Paths of what is missing.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        let missing = self.0.iter().filter(|problem| problem.kind == ProblemKind::Missing);
        missing.map(|problem| problem.path.as_str())
    }
}

impl std::error::Error for CaseProblems {}

/// One problem a line.
impl fmt::Display for CaseProblems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            let line_end = if position == 0 { "" } else { "\n" };
            write!(formatter, "{line_end}{problem}")?;
        }
        Ok(())
    }
}

/// Path, value and range: `efficiency.now is 1.7; it must be 0.01 to 1`.
impl fmt::Display for CaseProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ProblemKind as Kind;
        let Self { path, kind } = self;
        match kind {
            Kind::OutOfBounds { value, bounds } => {
                write!(formatter, "{path} is {}; it must be {}", given(*value), Within(bounds))
            }
            Kind::TakesNoRange { values: [low, likely, high], bounds } => write!(
                formatter,
                "{path} is {}, {}, {}; it takes one figure, {}",
                given(*low),
                given(*likely),
                given(*high),
                Within(bounds)
            ),
            Kind::NotOrdered { values: [low, likely, high] } => write!(
                formatter,
                "{path} has low {}, likely {}, high {}; they must rise in that order",
                given(*low),
                given(*likely),
                given(*high)
            ),
            Kind::WrongType { value, expected, bounds } => {
                write!(formatter, "{path} is {value}; it must be {expected}")?;
                bounds.map_or(Ok(()), |bounds| write!(formatter, ", {}", Within(&bounds)))
            }
            Kind::Missing => write!(formatter, "{path} is missing"),
            Kind::CapacityTwice { also } => write!(
                formatter,
                "{path} and {} are both given; capacity is one or the other",
                also.join(", ")
            ),
            Kind::TeamTooDear { engineers, salary, bounds } => write!(
                formatter,
                "{path}: {engineers} engineers at {salary} a year; together they must cost {bounds}"
            ),
            Kind::SameId { id } => {
                write!(formatter, "{path} is \"{id}\"; another line has the same id")
            }
            Kind::UnknownKind { value, of } => {
                write!(formatter, "{path} is \"{value}\"; it is not a kind of {of} known here")
            }
            Kind::UnknownWord { value, known } => {
                write!(formatter, "{path} is \"{value}\"; it must be {}", known.join(" or "))
            }
            Kind::UnknownInput { value } => {
                write!(formatter, "{path} is \"{value}\"; this case has no such number")
            }
            Kind::BadStart { value } => {
                write!(formatter, "{path} is \"{value}\"; {}", TextError::NotAMonth)
            }
            Kind::BadCurrency { value } => {
                write!(formatter, "{path} is \"{value}\"; {}", TextError::NotACurrency)
            }
            Kind::TextTooLong { chars, limit } => {
                write!(formatter, "{path} has {chars} characters; it may have {limit}")
            }
            Kind::ForbiddenCharacter { character } => {
                let character = *character;
                write!(formatter, "{path}: {}", TextError::Forbidden { character })
            }
            Kind::TooManyEntries { entries, limit } => {
                write!(formatter, "{path} has {entries} entries; it may have {limit}")
            }
            Kind::SharesNotWhole { sum } => write!(
                formatter,
                "shares of {path} sum to {}; they must sum to 100%",
                sum_in_percent(*sum)
            ),
            Kind::OnlyDebt => {
                write!(
                    formatter,
                    "{path} gives all of the capacity to debt; debt must be below 100%"
                )
            }
            Kind::NotCorrelated(error) => write!(formatter, "{path}: {error}"),
            Kind::CorrelatedTwice => {
                write!(formatter, "{path} names two numbers that go together already")
            }
            Kind::TooManyTexts { texts } => {
                write!(formatter, "{path} has {texts} texts; it may have {MAX_DRAFT_TEXTS}")
            }
        }
    }
}

/// A number of any size, without hundreds of digits.
fn given(value: f64) -> String {
    shown(&value.to_string())
}

/// A sum of shares that is not 1, as exactly as it takes to tell it from 1.
fn sum_in_percent(sum: f64) -> String {
    let percent = (sum * 1e6 + 0.5).floor() / 1e4;
    if (percent - 100.0).abs() > 0.0 { format!("{percent}%") } else { format!("{}%", sum * 100.0) }
}

/// The range of one value within a sentence.
struct Within<'a>(&'a Bounds);

impl fmt::Display for Within<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bounds { min, max, whole, .. } = self.0;
        if *whole {
            write!(formatter, "a whole number from {min} to {max}")
        } else {
            self.0.fmt(formatter)
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Number => "a number",
            Self::NumberOrRange => "a number or { low, likely, high }",
            Self::Text => "text",
            Self::Object => "an object",
            Self::List => "a list",
        })
    }
}
