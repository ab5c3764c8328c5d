//! The shares of debt work, quarter by quarter, that deliver most.

use groundwork_model::{
    figure::FigureId,
    strategy::{BestPath, ComparedFigure, Comparison, LineKind, PlanFigure},
    units::Share,
};

use super::{TODAY, basis::other_points, comparison, listed, months, quoted};
use crate::{
    charts::stretches,
    document::{Paragraph, Row, Table, Writer, plan_names::quarter},
};

/// The best path in words and figures.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPathText {
    /// What it is and what it delivers, a sentence a paragraph; why there is none, where there is none.
    pub sentences: Vec<Paragraph>,
    /// A row for each stretch of quarters with one share; without rows where there is no path.
    pub table: Table,
}

/// Stretches that are said one by one; more are in the table only.
const MOST_STRETCHES: usize = 4;

/// Steps in which shares are tried, and the highest of them, as the model tries them.
const TRIED: (Share, Share) = (0.05, 0.3);

/// The shares that deliver most over the months looked at.
pub fn best_path(writer: Writer<'_>) -> BestPathText {
    let writer = &writer;
    let comparison = comparison(writer);
    let path = comparison.and_then(|comparison| comparison.best_path.as_ref());
    let sentences = match (comparison, path) {
        (None, _) => Vec::new(),
        (Some(_), None) => vec![Paragraph::of_text(
            "There is no best path yet: it is not known what a year of capacity spent on debt \
             buys. Enter the points it buys, or let the case raise efficiency at a cost they can \
             be derived from.",
        )],
        (Some(comparison), Some(path)) => {
            let mut sentences =
                vec![shares(writer, comparison, path), delivers(writer, comparison, path)];
            sentences.extend(ends_with_nothing(writer, comparison, path));
            sentences.push(how_it_is_found(writer, path));
            sentences.push(beyond(writer, comparison, path));
            sentences.extend(other_points(writer, comparison));
            sentences
        }
    };
    BestPathText { sentences, table: table(writer, path) }
}

fn share_of(quarter: u32) -> FigureId {
    FigureId::Plan(PlanFigure::BestPathShare(quarter))
}

/// "Most is delivered over 36 months with 30% for debt from Jan to Mar 2026 through Oct to Dec 2026 and
/// 0% from Jan to Mar 2027 on."
fn shares(writer: &Writer<'_>, comparison: &Comparison, path: &BestPath) -> Paragraph {
    let stretches = stretches(&path.shares);
    let over = months(writer, comparison.months);
    let most = writer.style.percent(TRIED.1);
    if path.outcome.difference_from_today < 0.0 {
        let prose = writer.prose().text("Over ").plain(over).text(" none of the paths that are ");
        let prose = prose.text("tried, with shares for debt up to ").plain(most);
        return prose.text(", delivers as much as carrying on as today.").done();
    }
    let prose = writer
        .prose()
        .text("Of shares that are set by quarter, most is delivered over ")
        .plain(over);
    let prose = prose.text(" with ");
    match stretches.as_slice() {
        [only] => prose.key(share_of(only.0)).text(" of capacity for debt in every quarter."),
        many if many.len() <= MOST_STRETCHES => {
            let last = many.last().map_or(0, |stretch| stretch.0);
            let prose = listed(prose, many, &|prose, (from, to, _): &(u32, u32, Share)| {
                let prose = prose.key(share_of(*from)).text(" for debt ");
                let name = |number| quarter(*writer, number);
                if *from == last {
                    prose.text("from ").plain(name(*from)).text(" on")
                } else if from == to {
                    prose.text("in ").plain(name(*from))
                } else {
                    prose.text("through ").plain(name(*to))
                }
            });
            prose.text(".")
        }
        many => {
            let count = f64::from(u32::try_from(many.len()).unwrap_or(u32::MAX));
            prose
                .text("a share for debt that changes: ")
                .key(share_of(1))
                .text(" at first, and ")
                .plain(writer.style.counted(count, "stretch", "stretches"))
                .text(" of quarters in all.")
        }
    }
    .done()
}

fn delivers(writer: &Writer<'_>, comparison: &Comparison, path: &BestPath) -> Paragraph {
    let best = FigureId::Plan(PlanFigure::BestPathDelivered);
    let today = FigureId::Compared(TODAY, ComparedFigure::Delivered(comparison.months));
    let more = path.outcome.difference_from_today;
    let carrying_on = writer.value(today).unwrap_or_default();
    let parts = writer.style.short_money_parts(&[carrying_on, more.abs()], path.delivered);
    let [first, second] = parts.parts.as_slice() else {
        return Paragraph::default();
    };
    let it = if more < 0.0 { "The best of them delivers " } else { "It delivers " };
    let prose = writer.prose().text(it).key_span(writer.written(best, &parts.total));
    let prose = prose.text(" of features; carrying on as today delivers ");
    let prose = prose.span(writer.written(today, first));
    if more.abs() <= 0.0 {
        return prose.text(", the same.").done();
    }
    let prose = prose.text(", ").plain(second.clone());
    prose.text(if more > 0.0 { " less." } else { " more." }).done()
}

/// What is paid near the end comes back after the last month looked at.
fn ends_with_nothing(
    writer: &Writer<'_>,
    comparison: &Comparison,
    path: &BestPath,
) -> Option<Paragraph> {
    let stretches = stretches(&path.shares);
    let last = stretches.last()?;
    let over = months(writer, comparison.months);
    if last.2 > 0.0 {
        return None;
    }
    let prose = writer.prose();
    Some(if stretches.len() == 1 {
        let prose = prose.text("Within ").plain(over);
        prose.text(" debt work does not bring back the features it displaces.").done()
    } else {
        let prose = prose
            .text("That it ends with nothing for debt comes from looking no further than ")
            .plain(over);
        prose.text(": what is paid late comes back later. It is no advice for that time.").done()
    })
}

fn how_it_is_found(writer: &Writer<'_>, path: &BestPath) -> Paragraph {
    let [step, most] = [TRIED.0, TRIED.1].map(|share| writer.style.percent(share));
    let prose = writer.prose().text("Shares are tried by quarter in steps of ").plain(step);
    let prose = prose.text(" up to ").plain(most);
    if path.bound > 0.0 {
        let bound = writer.style.short_money(path.bound);
        let prose = prose.text("; no other such path delivers more than ").plain(bound);
        prose.text(" beyond this one.").done()
    } else {
        prose.text("; no other such path delivers more.").done()
    }
}

/// A strategy that is no such path and delivers more, or that there may be one.
fn beyond(writer: &Writer<'_>, comparison: &Comparison, path: &BestPath) -> Paragraph {
    let delivered = |line: usize| {
        writer.value(FigureId::Compared(line, ComparedFigure::Delivered(comparison.months)))
    };
    let best = comparison.best_at(comparison.months).filter(|line| *line != TODAY);
    let ahead = best.and_then(|line| Some((line, delivered(line)? - path.delivered)));
    let more = ahead.map_or(0.0, |(_, more)| more);
    let size = writer.style.short_money(more);
    match ahead {
        Some((line, _)) if more > 0.0 && size != writer.style.short_money(0.0) => {
            let kind = comparison.lines.get(line).map_or(LineKind::AsToday, |line| line.kind);
            let prose = quoted(writer.prose(), writer, kind).text(" delivers ").plain(size);
            prose.text(" more: it is not bound to such steps.").done()
        }
        _ => Paragraph::of_text("A project of its own, or shares set by month, may deliver more."),
    }
}

fn table(writer: &Writer<'_>, path: Option<&BestPath>) -> Table {
    let shares = path.map_or(&[][..], |path| &path.shares);
    let row = |(first, last, _): (u32, u32, Share)| {
        let first_name = quarter(*writer, first);
        let heading = if first == last {
            first_name
        } else {
            [&first_name, " through ", &quarter(*writer, last)].concat()
        };
        Row { heading, cells: vec![writer.rounded(share_of(first))] }
    };
    Table {
        title: "Share of capacity for debt that delivers most",
        columns: vec!["Quarters".into(), "Share for debt".into()],
        rows: stretches(shares).into_iter().map(row).collect(),
    }
}
