//! Every figure of an evaluation in tables, with the digits prose leaves out.

use std::borrow::Cow;

use groundwork_model::{
    benefit::Tag,
    figure::{CalendarFigure, FigureId, HeadlineFigure, MonthFigure, ReturnFigure, TagFigure},
    thresholds::Scope,
};

use crate::{
    document::{
        Row, Table, Writer,
        labels::{self, label},
    },
    wording::month_short,
};

/// A table of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// The figures of the headline.
    OneYear,
    /// Sums by calendar year.
    CalendarYears,
    /// Returns over the horizon.
    Returns,
    /// Thresholds of both scopes.
    MustBeTrue,
    /// Present values by tag.
    ByTag,
    /// Every month.
    ByMonth,
}

impl TableKind {
    /// Every table, from the first year to the single month.
    pub const ALL: [Self; 6] = [
        Self::OneYear,
        Self::CalendarYears,
        Self::Returns,
        Self::MustBeTrue,
        Self::ByTag,
        Self::ByMonth,
    ];

    /// What it shows.
    pub const fn title(self) -> &'static str {
        match self {
            Self::OneYear => "Within a year",
            Self::CalendarYears => "Calendar years",
            Self::Returns => "Returns over the horizon",
            Self::MustBeTrue => "What must be true for it to pay",
            Self::ByTag => "Present value by tag",
            Self::ByMonth => "Month by month",
        }
    }

    /// Whether it is so long or wide that a page shows it only when asked to.
    pub const fn is_long(self) -> bool {
        matches!(self, Self::OneYear | Self::Returns | Self::ByMonth)
    }
}

/// A table; one without rows where the case has nothing to show in it.
pub fn table(writer: Writer<'_>, kind: TableKind) -> Table {
    let named = |ids: &[FigureId]| {
        let row = |id: &FigureId| row(writer, label(*id).to_owned(), &[*id]);
        (vec!["".into(), "".into()], ids.iter().map(row).collect())
    };
    let (columns, rows) = match kind {
        TableKind::OneYear => named(&ids(HeadlineFigure::ALL, FigureId::Headline)),
        TableKind::Returns => named(&ids(ReturnFigure::ALL, FigureId::Return)),
        TableKind::MustBeTrue => named(&thresholds()),
        TableKind::CalendarYears => calendar_years(writer),
        TableKind::ByTag => by_tag(writer),
        TableKind::ByMonth => by_month(writer),
    };
    Table { title: kind.title(), columns, rows }
}

type Body = (Vec<Cow<'static, str>>, Vec<Row>);

fn calendar_years(writer: Writer<'_>) -> Body {
    let of_year =
        |year: u32| ids(CalendarFigure::ALL, |figure| FigureId::CalendarYear(year, figure));
    let rows = writer
        .evaluation
        .calendar_years
        .iter()
        .map(|sums| row(writer, sums.year.to_string(), &of_year(sums.year)));
    (columns("Year", &of_year(0)), rows.collect())
}

fn by_tag(writer: Writer<'_>) -> Body {
    let of_tag = |tag: Tag| ids(TagFigure::ALL, |figure| FigureId::ByTag(tag, figure));
    let rows = Tag::ALL.iter().map(|tag| row(writer, labels::tag(*tag).to_owned(), &of_tag(*tag)));
    (columns("", &of_tag(Tag::Cash)), rows.collect())
}

fn by_month(writer: Writer<'_>) -> Body {
    let of_month = |month: u32| ids(MonthFigure::ALL, |figure| FigureId::Month(month, figure));
    let rows = writer.evaluation.timeline.months().iter().map(|month| {
        let heading =
            writer.month_of_case(month.month).map_or_else(|| month.month.to_string(), month_short);
        row(writer, heading, &of_month(month.month))
    });
    (columns("Month", &of_month(0)), rows.collect())
}

fn thresholds() -> Vec<FigureId> {
    let of_scope =
        |scope: Scope| ids(scope.thresholds(), |threshold| FigureId::Threshold(scope, threshold));
    Scope::ALL.iter().flat_map(|scope| of_scope(*scope)).collect()
}

fn ids<T: Copy>(figures: &[T], id: impl Fn(T) -> FigureId) -> Vec<FigureId> {
    figures.iter().map(|figure| id(*figure)).collect()
}

fn columns(first: &'static str, ids: &[FigureId]) -> Vec<Cow<'static, str>> {
    let mut columns = vec![first.into()];
    columns.extend(ids.iter().map(|id| Cow::Borrowed(label(*id))));
    columns
}

fn row(writer: Writer<'_>, heading: String, ids: &[FigureId]) -> Row {
    Row { heading, cells: ids.iter().map(|id| writer.exact(*id)).collect() }
}
