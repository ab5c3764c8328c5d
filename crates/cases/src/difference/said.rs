//! What one file says about something, so that two of them can be compared.

use groundwork_model::{benefit::Tag, input::Input, investment::PaidFrom};
use serde_json::Value;

use super::{Said, What};
use crate::{
    case_file::CaseFile,
    schema::{Number, latest::Text},
    slot,
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

    fn unusable(value: Value) -> Self {
        Self { said: Said::Unusable, unusable: Some(value) }
    }
}

/// A number, or what counts instead; `None` where neither is there.
pub(super) fn number(file: &CaseFile, input: Input) -> Option<Raw> {
    let Some(number) = file.number(input) else {
        return input.spec().default.map(|default| Raw::of(Said::Default(default)));
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

/// Kind, label or tag of the line at a position; `None` where there is no such line.
pub(super) fn of_line(
    file: &CaseFile,
    is_benefit: bool,
    position: usize,
    what: &What,
) -> Option<Raw> {
    let (label, tag, kind) = if is_benefit {
        let line = slot::benefit(&file.document.benefits, position)?;
        (&line.label, &line.tag, slot::kind(line))
    } else {
        let line = slot::cost(&file.document.costs, position)?;
        (&line.label, &line.tag, None)
    };
    Some(match what {
        What::Kind => Raw::of(kind.map_or(Said::Nothing, Said::Kind)),
        What::Tag => of_text(tag, Lines::One, |text| {
            Tag::ALL.into_iter().find(|tag| tag.key() == text).map(Said::Tag)
        }),
        _ => of_text(label, Lines::One, plain),
    })
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
