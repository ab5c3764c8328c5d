//! What one file says about something, so that two of them can be compared.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    input::Input,
    investment::PaidFrom,
    plan::{Horizon, PlanInput},
    split::Category,
};
use serde_json::Value;

use super::{LineKind, Said, What};
use crate::{
    case_file::CaseFile,
    plan::SplitAt,
    schema::{Number, latest::Text},
    slot::{self, plan as slots},
    text::{Lines, check, check_currency},
    text_field::TextField,
};

/// What a file says, with what stands there where that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Raw {
    pub(super) said: Said,
    unusable: Option<Value>,
}

impl Default for Raw {
    fn default() -> Self {
        Self::of(Said::Nothing)
    }
}

impl Raw {
    fn of(said: Said) -> Self {
        Self { said, unusable: None }
    }

    pub(super) fn of_rank(rank: f64) -> Self {
        Self::of(Said::Rank(rank))
    }

    fn unusable(value: Value) -> Self {
        Self { said: Said::Unusable, unusable: Some(value) }
    }
}

/// A number, or what counts instead; `None` where neither is there.
pub(super) fn number(file: &CaseFile, input: Input) -> Option<Raw> {
    let Some(number) = file.number(input) else {
        return default(file, input).map(|default| Raw::of(Said::Default(default)));
    };
    Some(match file.estimate(input) {
        Some(estimate) if file.is_entered(input) => Raw::of(Said::Entered(estimate)),
        Some(estimate) => Raw::of(Said::Suggested(estimate)),
        None => Raw::unusable(match number {
            Number::Exact(value) => (*value).into(),
            Number::Range(range) => [range.low, range.likely, range.high].as_slice().into(),
            Number::Wrong(value) => value.clone(),
        }),
    })
}

/// What counts where nothing was entered.
fn default(file: &CaseFile, input: Input) -> Option<f64> {
    let at = match input {
        Input::Plan(PlanInput::Split(_)) => SplitAt::Today,
        Input::Plan(PlanInput::Quarter(quarter, _)) => SplitAt::Quarter(quarter),
        _ => return input.spec().default,
    };
    // Of a split that was entered as a whole, what is not named gets nothing.
    if file.split(at).is_some() { Some(0.0) } else { input.spec().default }
}

/// Whether the strategies to compare were chosen.
pub(super) fn strategies(file: &CaseFile) -> Raw {
    Raw::of(if file.are_strategies_chosen() { Said::There } else { Said::Nothing })
}

/// The title, the currency or the first month.
pub(super) fn text(file: &CaseFile, field: TextField) -> Raw {
    let document = &file.document;
    match field {
        TextField::Title => of_text(&document.title, Lines::One, plain),
        TextField::Currency => of_text(&document.currency, Lines::One, |text| {
            check_currency(text).ok().and_then(plain)
        }),
        _ => of_text(&document.start, Lines::One, |text| text.parse().ok().map(Said::Month)),
    }
}

pub(super) fn paid_from(file: &CaseFile) -> Raw {
    let Some(investment) = file.document.investment.right() else { return Raw::default() };
    of_text(&investment.paid_from, Lines::One, |text| match text {
        "capacity" => Some(Said::PaidFrom(PaidFrom::Capacity)),
        "money" => Some(Said::PaidFrom(PaidFrom::Money)),
        _ => None,
    })
}

/// A part of the line at a position that is no number; `None` where there is no such line.
pub(super) fn of_line(
    file: &CaseFile,
    kind: LineKind,
    position: usize,
    what: &What,
) -> Option<Raw> {
    let text = match kind {
        LineKind::Cost => {
            let line = slot::cost(&file.document.costs, position)?;
            if *what == What::Tag { &line.tag } else { &line.label }
        }
        LineKind::Benefit(_) => {
            let line = slot::benefit(&file.document.benefits, position)?;
            match what {
                What::Kind => &line.kind,
                What::Tag => &line.tag,
                _ => &line.label,
            }
        }
        LineKind::Strategy(_) => {
            let kind = file.strategies().get(position)?.kind;
            return Some(Raw::of(Said::Strategy(kind)));
        }
        LineKind::Initiative => {
            let line = slots::initiative(slots::initiatives(&file.document), position)?;
            match what {
                What::Category => &line.category,
                What::Horizon => &line.horizon,
                _ => &line.title,
            }
        }
        LineKind::Quarter(_) => return None,
    };
    Some(of_text(text, Lines::One, |text| word(what, text)))
}

/// What a word of a line stands for; any other text is a name.
fn word(what: &What, text: &str) -> Option<Said> {
    match what {
        What::Kind => BenefitKind::ALL.into_iter().find(|kind| kind.key() == text).map(Said::Kind),
        What::Tag => Tag::ALL.into_iter().find(|tag| tag.key() == text).map(Said::Tag),
        What::Category => {
            Category::ALL.into_iter().find(|word| word.key() == text).map(Said::Category)
        }
        What::Horizon => {
            Horizon::ALL.into_iter().find(|word| word.key() == text).map(Said::Horizon)
        }
        _ => plain(text),
    }
}

/// Kind and note of the source of the number at a path; `None` where there is none.
pub(super) fn source(file: &CaseFile, path: &str) -> Option<[Raw; 2]> {
    let source = file.document.sources.right()?.get(path)?.right()?;
    Some([of_text(&source.kind, Lines::One, plain), of_text(&source.note, Lines::Many, plain)])
}

#[expect(clippy::unnecessary_wraps, reason = "every text that can be shown is taken")]
fn plain(text: &str) -> Option<Said> {
    Some(Said::Text(text.to_owned()))
}

/// What a text says where it can be shown and `read` takes it; an empty one says nothing.
fn of_text(text: &Text, lines: Lines, read: impl Fn(&str) -> Option<Said>) -> Raw {
    let usable = text.right().and_then(|text| check(text, lines).ok());
    match usable {
        _ if text.is_absent() => Raw::default(),
        Some("") => Raw::default(),
        usable => usable.and_then(read).map_or_else(|| Raw::unusable(text.to_json()), Raw::of),
    }
}
