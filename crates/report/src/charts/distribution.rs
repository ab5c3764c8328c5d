//! How often the draws come to which present value.

use groundwork_model::{
    figure::{FigureId, Percentile, ReturnFigure, SimulatedFigure as F},
    input::Input,
    simulation::{Histogram, Simulation},
};

use super::{
    picture::{Across, Label, Mark, Moment, Picture, Scale, Spot},
    scene::Role,
};
use crate::document::{Paragraph, Writer};

const SERIES: &str = "reached in";

/// The shares of draws within stretches of the net present value.
pub(super) fn distribution(writer: Writer<'_>, simulation: &Simulation) -> (Picture, Paragraph) {
    let histogram = &simulation.distribution;
    let npv = writer.evaluation.returns.npv;
    let bins = bins(simulation);
    let first = bins.first().map_or(0.0, |(from, ..)| *from);
    let last = bins.last().map_or(1.0, |(_, to, _)| *to);
    // What lies far beyond the draws would press them together.
    let is_near = |at: &f64| (2.0 * first - last..=2.0 * last - first).contains(at);
    let near = || [0.0, npv].into_iter().filter(is_near);
    // A little room on both sides, so that an upright line at the edge is seen as one.
    let side = histogram.width / 2.0;
    let range = (near().fold(first, f64::min) - side, near().fold(last, f64::max) + side);
    let highest = bins.iter().map(|(.., share)| *share).fold(0.0, f64::max);
    let upright = |role: Role, at: f64| Mark::Line(role, vec![(at, 0.0), (at, highest * 1.06)]);

    let mut marks: Vec<Mark> = bins.iter().flat_map(|bin| bar(*bin)).collect();
    let mut labels = Vec::new();
    if range.0 < 0.0 && range.1 > 0.0 {
        marks.push(upright(Role::Zero, 0.0));
    }
    for (role, id, wordings) in lines(writer) {
        let at = writer.value(id).unwrap_or_default();
        if at < range.0 || at > range.1 {
            continue;
        }
        marks.push(upright(role, at));
        let text = if role == Role::Line { Role::Milestone } else { Role::Note };
        labels.push(Label { role: text, wordings, figure: Some(id), spot: Spot::Top(at, at) });
    }
    let picture = Picture {
        across: Across::Money(range.0, range.1),
        range: (0.0, highest),
        scale: Scale::Part,
        marks,
        labels,
        ends: Vec::new(),
        readings: readings(writer, &bins),
    };
    (picture, description(writer))
}

/// From, to and share of the draws.
pub(super) type Bin = (f64, f64, f64);

/// Every bin, from the lowest amount to the highest.
pub(super) fn bins(simulation: &Simulation) -> Vec<Bin> {
    let Histogram { low, width, counts } = &simulation.distribution;
    let all = f64::from(simulation.draws.max(1));
    let bins = counts.iter().zip(0_u32..);
    bins.map(|(count, bin)| {
        let from = low + f64::from(bin) * width;
        (from, low + f64::from(bin + 1) * width, f64::from(*count) / all)
    })
    .collect()
}

/// "$100k to $125k".
pub(super) fn stretch(writer: Writer<'_>, (from, to, _): Bin) -> String {
    [writer.style.scale_money(from), writer.style.scale_money(to)].join(" to ")
}

/// A bar, its part below zero apart from the one above.
fn bar((from, to, share): Bin) -> Vec<Mark> {
    let gap = (to - from) * 0.06;
    let parts = [(Role::BarUnder, from, to.min(0.0)), (Role::Bar, from.max(0.0), to)];
    let is_seen = |(_, from, to): &(Role, f64, f64)| to - from > gap * 2.0 && share > 0.0;
    let mark = |(role, from, to): (Role, f64, f64)| {
        let (from, to) = (from + gap, to - gap);
        Mark::Area(role, vec![(from, 0.0), (from, share), (to, share), (to, 0.0)])
    };
    parts.into_iter().filter(is_seen).map(mark).collect()
}

/// The upright lines, the most important first.
fn lines(writer: Writer<'_>) -> [(Role, FigureId, Vec<String>); 4] {
    let line = |role: Role, id: FigureId, names: [&str; 2]| {
        let figure = writer.rounded(id).text;
        let mut wordings: Vec<String> = names.map(|name| [name, " ", &figure].concat()).to_vec();
        wordings.push(figure);
        (role, id, wordings)
    };
    let npv = |percentile| FigureId::Simulated(F::Npv(percentile));
    [
        line(Role::Median, npv(Percentile::P50), ["half of draws below", "P50"]),
        line(Role::Line, FigureId::Return(ReturnFigure::Npv), ["likely", "likely"]),
        line(Role::Decile, npv(Percentile::P10), ["P10", "P10"]),
        line(Role::Decile, npv(Percentile::P90), ["P90", "P90"]),
    ]
}

fn readings(writer: Writer<'_>, bins: &[Bin]) -> Vec<Moment> {
    let reading = |(bin, number): (&Bin, u32)| Moment {
        at: f64::midpoint(bin.0, bin.1),
        when: stretch(writer, *bin),
        values: vec![(
            SERIES.into(),
            bin.2,
            writer.chance(FigureId::Simulated(F::Distribution(number))),
        )],
    };
    bins.iter().zip(0..).map(reading).collect()
}

fn description(writer: Writer<'_>) -> Paragraph {
    let npv = |percentile| FigureId::Simulated(F::Npv(percentile));
    writer
        .prose()
        .text("Net present value over ")
        .input(Input::HorizonMonths)
        .text(" in ")
        .figure(FigureId::Simulated(F::Draws))
        .text(" draws: half of them come to less than ")
        .figure(npv(Percentile::P50))
        .text(", ")
        .plain(writer.most_draws())
        .text(" lie between ")
        .figure(npv(Percentile::P10))
        .text(" and ")
        .figure(npv(Percentile::P90))
        .text(". The likely figure is ")
        .figure(FigureId::Return(ReturnFigure::Npv))
        .text("; it is above zero ")
        .in_draws(FigureId::Simulated(F::ProbabilityNpvPositive), " of draws")
        .text(".")
        .done()
}
