//! The share of capacity for debt, quarter by quarter, that delivers most.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::PlanInput,
    split::Category,
    strategy::{BestPath, Comparison, PlanFigure},
    units::Share,
};

use super::{
    lines::moments,
    picture::{Across, End, Label, Mark, Picture, Scale, Spot},
    scene::Role,
    words::month_in_words,
};
use crate::document::{
    Paragraph, Writer,
    plan_names::{MONTHS_OF_QUARTER, quarter},
};

/// Shares nobody would tell apart.
const SAME: Share = 1e-9;

/// Stretches of quarters with one share as areas, and today's share as the line they are held against.
pub(super) fn best_path(writer: Writer<'_>, comparison: &Comparison) -> (Picture, Paragraph) {
    let shares = comparison.best_path.as_ref().map_or(&[][..], |path| &path.shares);
    let months = comparison.months;
    let today = comparison.basis.split.share(Category::Debt);
    let end = |quarter: u32| f64::from((quarter * MONTHS_OF_QUARTER).min(months));
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut line = Vec::new();
    for (first, last, share) in stretches(shares) {
        let (from, to) = (end(first - 1), end(last));
        if share > 0.0 {
            let corners = vec![(from, 0.0), (from, share), (to, share), (to, 0.0)];
            marks.push(Mark::Area(Role::Over, corners));
        }
        line.extend([(from, share), (to, share)]);
        let id = share_of(first);
        labels.push(Label {
            role: Role::Milestone,
            wordings: vec![writer.rounded(id).text],
            figure: Some(id),
            spot: Spot::Over((f64::midpoint(from, to), share)),
        });
    }
    marks.push(Mark::Line(Role::Baseline, vec![(0.0, today), (f64::from(months), today)]));
    if !line.is_empty() {
        marks.push(Mark::Line(Role::Line, line));
    }
    let span = writer.rounded(FigureId::Input(Input::Plan(PlanInput::Split(Category::Debt))));
    let text = ["today ", &span.text].concat();
    let readings = moments(
        if shares.is_empty() { 0 } else { months },
        &|month| f64::from(month) - 0.5,
        &|month| month_in_words(writer, month),
        &|month| {
            let id = share_of(month.div_ceil(MONTHS_OF_QUARTER));
            vec![("for debt".into(), writer.value(id).unwrap_or_default(), writer.rounded(id))]
        },
    );
    let picture = Picture {
        across: Across::Months(months),
        range: (0.0, shares.iter().copied().fold(today, f64::max)),
        scale: Scale::Part,
        marks,
        labels,
        ends: vec![End::of(Role::EndPlain, today, text, &span)],
        readings,
    };
    (picture, description(writer, comparison.best_path.as_ref()))
}

fn share_of(quarter: u32) -> FigureId {
    FigureId::Plan(PlanFigure::BestPathShare(quarter))
}

/// Runs of quarters with the same share: the first and the last of them, and the share.
pub(crate) fn stretches(shares: &[Share]) -> Vec<(u32, u32, Share)> {
    let mut stretches: Vec<(u32, u32, Share)> = Vec::new();
    for (quarter, share) in (1..).zip(shares) {
        match stretches.last_mut() {
            Some((_, last, before)) if (*before - share).abs() <= SAME => *last = quarter,
            _ => stretches.push((quarter, quarter, *share)),
        }
    }
    stretches
}

fn description(writer: Writer<'_>, path: Option<&BestPath>) -> Paragraph {
    let Some(path) = path else {
        return Paragraph::of_text(
            "No best path: it is not known what a year of capacity spent on debt buys.",
        );
    };
    let mut prose = writer.prose().text("Share of capacity for debt that delivers most: ");
    for (position, (first, last, _)) in stretches(&path.shares).into_iter().enumerate() {
        let from = quarter(writer, first);
        prose = prose.text(if position > 0 { ", " } else { "" }).figure(share_of(first));
        prose = if first == last {
            prose.text(" in ").plain(from)
        } else {
            prose.text(" from ").plain(from).text(" through ").plain(quarter(writer, last))
        };
    }
    prose.text(".").done()
}
