//! Every figure of an evaluation in tables, with the digits prose leaves out.

use groundwork_model::{
    benefit::Tag,
    figure::{CalendarFigure, FigureId, HeadlineFigure, MonthFigure, ReturnFigure, TagFigure},
    input::Input,
    thresholds::Scope,
};

use super::{
    Writer,
    document::{Paragraph, Row, Table},
    labels,
};

/// All tables, from the first year to the single month.
pub fn tables(writer: Writer<'_>) -> Vec<Table> {
    let mut tables = vec![first_year(writer)];
    if !writer.evaluation.calendar_years.is_empty() {
        tables.push(calendar_years(writer));
    }
    tables.extend([returns(writer), must_be_true(writer), by_tag(writer), by_month(writer)]);
    tables
}

/// The figures of the headline.
fn first_year(writer: Writer<'_>) -> Table {
    let ids = HeadlineFigure::ALL.iter().copied().map(FigureId::Headline);
    named(writer, Paragraph::of_text("A year of it"), ids)
}

/// Sums by calendar year.
fn calendar_years(writer: Writer<'_>) -> Table {
    let mut columns = vec!["Year"];
    columns.extend(
        CalendarFigure::ALL.iter().map(|figure| labels::label(FigureId::CalendarYear(0, *figure))),
    );
    let rows = writer.evaluation.calendar_years.iter().map(|sums| Row {
        heading: sums.year.to_string(),
        cells: CalendarFigure::ALL
            .iter()
            .map(|figure| writer.exact(FigureId::CalendarYear(sums.year, *figure)))
            .collect(),
    });
    Table { title: Paragraph::of_text("Calendar years"), columns, rows: rows.collect() }
}

/// Returns over the horizon.
fn returns(writer: Writer<'_>) -> Table {
    let title = writer.prose().text("Returns over ").input(Input::HorizonMonths).done();
    named(writer, title, ReturnFigure::ALL.iter().copied().map(FigureId::Return))
}

/// Thresholds of both scopes.
fn must_be_true(writer: Writer<'_>) -> Table {
    let ids = Scope::ALL.into_iter().flat_map(|scope| {
        scope.thresholds().iter().map(move |threshold| FigureId::Threshold(scope, *threshold))
    });
    named(writer, Paragraph::of_text("What must be true for it to pay"), ids)
}

/// Present values by tag.
fn by_tag(writer: Writer<'_>) -> Table {
    let rows = Tag::ALL.into_iter().map(|tag| Row {
        heading: labels::tag(tag).to_owned(),
        cells: TagFigure::ALL
            .iter()
            .map(|figure| writer.exact(FigureId::ByTag(tag, *figure)))
            .collect(),
    });
    Table {
        title: Paragraph::of_text("Cash, capacity and risk, present value"),
        columns: vec!["", "Benefits", "Costs", "Net"],
        rows: rows.collect(),
    }
}

/// Every month.
fn by_month(writer: Writer<'_>) -> Table {
    let mut columns = vec!["Month"];
    columns
        .extend(MonthFigure::ALL.iter().map(|figure| labels::label(FigureId::Month(0, *figure))));
    let rows = writer.evaluation.timeline.months().iter().map(|month| Row {
        heading: writer
            .month_of_case(month.month)
            .map_or_else(|| month.month.to_string(), super::writer::month_short),
        cells: MonthFigure::ALL
            .iter()
            .map(|figure| writer.exact(FigureId::Month(month.month, *figure)))
            .collect(),
    });
    Table { title: Paragraph::of_text("Month by month"), columns, rows: rows.collect() }
}

fn named(writer: Writer<'_>, title: Paragraph, ids: impl Iterator<Item = FigureId>) -> Table {
    let rows =
        ids.map(|id| Row { heading: labels::label(id).to_owned(), cells: vec![writer.exact(id)] });
    Table { title, columns: vec!["", ""], rows: rows.collect() }
}
