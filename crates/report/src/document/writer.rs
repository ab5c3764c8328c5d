//! Composes paragraphs from words and figures of one evaluation.

use groundwork_model::{
    calendar::YearMonth,
    evaluation::Evaluation,
    figure::{FigureId, HeadlineFigure, ReturnFigure},
    input::{CostInput, Input},
    strategy::ComparedFigure,
    units::Unit,
};

use super::{FigureSpan, Paragraph, Span, notes::reason_text};
use crate::wording::{Kind, NumberStyle, month_name, month_word};

/// Writes figures of one evaluation in one style.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// Where the figures come from.
    pub evaluation: &'a Evaluation,
    /// How numbers are written.
    pub style: &'a NumberStyle,
}

/// Yearly rates of return above this are shown as "above" it: the exact rate says nothing more.
const HIGHEST_RATE_SHOWN: f64 = 1.0;

impl Writer<'_> {
    /// Starts a paragraph.
    pub(crate) fn prose(&self) -> Prose<'_> {
        Prose { writer: self, spans: Vec::new() }
    }

    /// A figure rounded for people, as in prose and key figures.
    pub fn rounded(&self, id: FigureId) -> FigureSpan {
        self.span(id, |value| self.rounded_text(id.unit(), value))
    }

    /// A figure with the digits a table shows.
    pub fn exact(&self, id: FigureId) -> FigureSpan {
        self.span(id, |value| self.exact_text(id, value))
    }

    /// A difference rounded for people, its sign shown: "+$60k", "−$60k", "$0".
    pub(crate) fn difference(&self, id: FigureId) -> FigureSpan {
        self.span(id, |value| self.with_sign(value, self.rounded_text(id.unit(), value)))
    }

    /// `text` with a plus in front where it shows something above zero.
    pub(crate) fn with_sign(&self, value: f64, text: String) -> String {
        let shows_nothing = text == self.style.short_money(0.0);
        if value > 0.0 && !shows_nothing { format!("+{text}") } else { text }
    }

    /// A figure in words of its own.
    pub(crate) fn written(&self, id: FigureId, text: impl Into<String>) -> FigureSpan {
        let text = text.into();
        self.span(id, |_| text.clone())
    }

    /// The end of the month in which the case is paid back, as in "the end of December 2026".
    pub(crate) fn payback(&self) -> FigureSpan {
        self.span(FigureId::Return(ReturnFigure::PaybackMonths), |months| {
            ["the end of ", &self.month_in_words(month_reached(months))].concat()
        })
    }

    /// The month of the case with that number: its name, with the year where that is not the year
    /// the case begins in; its number where the case has no first month.
    pub(crate) fn month(&self, id: FigureId, number: u32) -> FigureSpan {
        let first_year = self.month_of_case(1).map(YearMonth::year);
        let year = self.month_of_case(number).map(YearMonth::year);
        self.month_written(id, number, year != first_year)
    }

    /// The month of the case with that number, with its year where that is wanted.
    pub(crate) fn month_written(&self, id: FigureId, number: u32, with_year: bool) -> FigureSpan {
        self.span(id, |_| match self.month_of_case(number) {
            Some(month) if !with_year => month_word(month).to_owned(),
            _ => self.month_in_words(number),
        })
    }

    /// "December 2026", or "month 12" where the case has no first month.
    pub(crate) fn month_in_words(&self, number: u32) -> String {
        match self.month_of_case(number) {
            Some(month) => month_name(month),
            None => format!("month {}", self.style.number(f64::from(number), 0)),
        }
    }

    /// Two shares that do not read alike unless they are.
    pub(crate) fn apart(&self, inputs: [Input; 2]) -> [FigureSpan; 2] {
        self.shares_apart(inputs.map(FigureId::Input))
    }

    /// Shares that do not read alike unless they are.
    pub(crate) fn shares_apart<const N: usize>(&self, ids: [FigureId; N]) -> [FigureSpan; N] {
        self.written_together(ids, |values| self.style.percent_group(values))
    }

    /// Amounts that do not read alike unless they are.
    pub(crate) fn amounts_apart<const N: usize>(&self, ids: [FigureId; N]) -> [FigureSpan; N] {
        self.written_together(ids, |values| self.style.short_money_group(values))
    }

    /// Two values of an input that do not read alike unless they are.
    pub(crate) fn values_apart(&self, unit: Unit, values: [f64; 2]) -> [String; 2] {
        let usual = values.map(|value| self.rounded_text(unit, value));
        let told_apart = match unit {
            Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => {
                self.style.short_money_group(&values)
            }
            Unit::Share | Unit::SharePerYear | Unit::SharePerMonth => {
                self.style.percent_group(&values)
            }
            _ => return usual,
        };
        <[String; 2]>::try_from(told_apart).unwrap_or(usual)
    }

    fn written_together<const N: usize>(
        &self,
        ids: [FigureId; N],
        write: impl Fn(&[f64]) -> Vec<String>,
    ) -> [FigureSpan; N] {
        let values = ids.map(|id| self.value(id).unwrap_or_default());
        let mut texts = write(&values).into_iter();
        ids.map(|id| {
            let text = texts.next().unwrap_or_default();
            self.span(id, |_| text.clone())
        })
    }

    pub(crate) fn month_of_case(&self, number: u32) -> Option<YearMonth> {
        self.evaluation.case.start().map(|start| start.case_month(number))
    }

    /// A figure without its sign, where the words around it say which way it goes.
    pub(crate) fn size(&self, id: FigureId) -> FigureSpan {
        self.span(id, |value| self.rounded_text(id.unit(), value.abs()))
    }

    /// The same with the digits a table shows.
    pub(crate) fn size_exact(&self, id: FigureId) -> FigureSpan {
        self.span(id, |value| self.exact_text(id, value.abs()))
    }

    pub(crate) fn value(&self, id: FigureId) -> Option<f64> {
        self.evaluation.figure(id)
    }

    pub(crate) fn headline(&self, figure: HeadlineFigure) -> f64 {
        figure.of(&self.evaluation.headline).unwrap_or_default()
    }

    fn span(&self, id: FigureId, text: impl Fn(f64) -> String) -> FigureSpan {
        let reason = || self.evaluation.note_about(id).map(|note| reason_text(*self, note));
        let (text, reason) = match self.value(id) {
            Some(value) => (text(value), None),
            None => ("none".to_owned(), reason()),
        };
        FigureSpan { id, case: 0, text, is_key: false, reason }
    }

    pub(crate) fn rounded_text(&self, unit: Unit, value: f64) -> String {
        let style = self.style;
        match unit {
            Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => style.short_money(value),
            Unit::SharePerYear if value > HIGHEST_RATE_SHOWN => {
                format!(">{}", style.percent(HIGHEST_RATE_SHOWN))
            }
            Unit::Share | Unit::SharePerYear | Unit::SharePerMonth => {
                self.visible(value, style.percent(value), || style.percent_with(value, 2))
            }
            Unit::Points => self.visible(value, style.points(value), || {
                format!("{} points", style.number(value * 100.0, 3))
            }),
            Unit::Months => style.months(value),
            Unit::Weeks => style.weeks(value),
            Unit::People | Unit::CountPerYear | Unit::Ratio | Unit::Plain => style.number(value, 1),
        }
    }

    /// The rounded text, or the finer one where rounding would make nothing of something.
    fn visible(&self, value: f64, rounded: String, finer: impl Fn() -> String) -> String {
        let is_hidden =
            value != 0.0 && [self.style.percent(0.0), self.style.points(0.0)].contains(&rounded);
        if is_hidden { finer() } else { rounded }
    }

    fn exact_text(&self, id: FigureId, value: f64) -> String {
        let style = self.style;
        let counted = |value: f64, one: &str, many: &str| {
            let number = style.number(value, 2);
            let noun = if number == style.number(1.0, 2) { one } else { many };
            format!("{number} {noun}")
        };
        match id.unit() {
            Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerWeek => style.exact_money(value),
            Unit::SharePerYear if value > HIGHEST_RATE_SHOWN && is_rate_of_return(id) => {
                self.rounded_text(Unit::SharePerYear, value)
            }
            // As it was entered: nobody typed zeros behind the point.
            Unit::Share | Unit::SharePerYear
                if matches!(id, FigureId::Input(_) | FigureId::Estimate(..)) =>
            {
                style.editable(value, Kind::Share)
            }
            Unit::Share | Unit::SharePerYear | Unit::SharePerMonth => style.percent_with(value, 2),
            Unit::Points => counted(value * 100.0, "point", "points"),
            Unit::Months if is_position(id) => format!("month {}", style.number(value, 0)),
            Unit::Months => counted(value, "month", "months"),
            Unit::Weeks => style.weeks(value),
            Unit::People | Unit::CountPerYear | Unit::Ratio | Unit::Plain => style.number(value, 2),
        }
    }
}

/// A paragraph in the making.
pub(crate) struct Prose<'a> {
    pub(super) writer: &'a Writer<'a>,
    spans: Vec<Span>,
}

impl Prose<'_> {
    /// Adds words.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span::Text(text.into()));
        self
    }

    /// Adds what may hold digits and is no figure.
    pub(crate) fn plain(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span::Plain(text.into()));
        self
    }

    /// Adds a figure the sentence is about.
    pub(crate) fn key(self, id: FigureId) -> Self {
        let figure = self.writer.rounded(id);
        self.key_span(figure)
    }

    /// Adds a figure that gives context.
    pub(crate) fn figure(self, id: FigureId) -> Self {
        let figure = self.writer.rounded(id);
        self.span(figure)
    }

    /// Adds an input that gives context.
    pub(crate) fn input(self, input: Input) -> Self {
        self.figure(FigureId::Input(input))
    }

    /// Adds a written figure the sentence is about.
    pub(crate) fn key_span(self, figure: FigureSpan) -> Self {
        self.span(FigureSpan { is_key: true, ..figure })
    }

    /// Adds a written figure that gives context.
    pub(crate) fn span(mut self, figure: FigureSpan) -> Self {
        self.spans.push(Span::Figure(figure));
        self
    }

    /// Adds what a paragraph says.
    pub(crate) fn also(mut self, paragraph: Paragraph) -> Self {
        self.spans.extend(paragraph.0);
        self
    }

    /// Adds what `then` adds where `condition` holds.
    pub(crate) fn when(self, condition: bool, then: impl FnOnce(Self) -> Self) -> Self {
        if condition { then(self) } else { self }
    }

    /// The paragraph.
    pub(crate) fn done(self) -> Paragraph {
        Paragraph(self.spans)
    }
}

/// Number of the month at whose end `months` have passed. A hair above a whole number is rounding.
pub(crate) fn month_reached(months: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let reached = (months - 1e-6).ceil().clamp(1.0, 1e6) as u32;
    reached
}

/// Whether it says which month of the case is meant, not how many months.
fn is_position(id: FigureId) -> bool {
    use CostInput as C;
    matches!(
        id,
        FigureId::Input(Input::FirstMonth | Input::Cost(_, C::Month | C::FromMonth | C::ToMonth))
            | FigureId::Compared(_, ComparedFigure::CrossesTodayAt)
    )
}

fn is_rate_of_return(id: FigureId) -> bool {
    matches!(id, FigureId::Return(_))
}
