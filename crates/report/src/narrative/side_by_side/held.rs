//! A computed case among those that are held against each other.

use groundwork_model::{
    figure::{FigureId, ReturnFigure},
    investment::Investment,
};

use super::Side;
use crate::document::{FigureSpan, Writer};

/// A case with figures.
#[derive(Clone, Debug)]
pub(super) struct Held<'a> {
    /// Its place among all sides.
    pub(super) case: u8,
    pub(super) name: &'a str,
    pub(super) writer: Writer<'a>,
}

/// The figure cases are held against each other by.
pub(super) const NPV: FigureId = FigureId::Return(ReturnFigure::Npv);

impl<'a> Held<'a> {
    /// The sides that can be computed.
    pub(super) fn of(sides: &'a [Side<'a>]) -> Vec<Self> {
        let numbered = (0..).zip(sides);
        let held = |(case, side): (u8, &'a Side<'a>)| {
            Some(Self { case, name: &side.name, writer: side.writer? })
        };
        numbered.filter_map(held).collect()
    }

    pub(super) fn rounded(&self, id: FigureId) -> FigureSpan {
        self.writer.rounded(id).of_case(self.case)
    }

    /// A figure in words of its own.
    pub(super) fn written(&self, id: FigureId, text: impl Into<String>) -> FigureSpan {
        self.writer.written(id, text).of_case(self.case)
    }

    pub(super) fn npv(&self) -> f64 {
        self.writer.value(NPV).unwrap_or_default()
    }

    pub(super) fn horizon(&self) -> u32 {
        self.writer.evaluation.assumptions.horizon_months
    }

    pub(super) fn investment(&self) -> Investment {
        self.writer.evaluation.assumptions.investment
    }

    pub(super) fn currency(&self) -> &'a str {
        self.writer.style.currency.code.as_str()
    }
}

/// Whether all say the same about something.
pub(super) fn is_one<'a, T: PartialEq>(held: &[Held<'a>], what: impl Fn(&Held<'a>) -> T) -> bool {
    held.windows(2).all(|pair| what(&pair[0]) == what(&pair[1]))
}
